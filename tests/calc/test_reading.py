"""JSON into inputs: what is wrong is named by its path, whatever the method."""

import json

import pytest

from planner.calc import InvalidInput, compute
from tests.analysis.asking import refused

GOOD = {"tasks": [{"id": "a", "quantity": 3, "unit_cost": 100}]}


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ([], "input"),
        (None, "input"),
        ({}, "tasks"),
        ({"tasks": None}, "tasks"),
        ({"tasks": {}}, "tasks"),
        ({"tasks": "abc"}, "tasks"),
        ({"tasks": []}, "tasks"),
        ({"tasks": [3]}, "tasks[0]"),
        ({"tasks": [{}]}, "tasks[0].id"),
        ({"tasks": [{"id": None, "quantity": 1, "unit_cost": 1}]}, "tasks[0].id"),
        ({"tasks": [{"id": "a", "quantity": True, "unit_cost": 1}]}, "tasks[0].quantity"),
        ({"tasks": [{"id": "a", "quantity": "3", "unit_cost": 1}]}, "tasks[0].quantity"),
        ({"tasks": [{"id": "a", "quantity": [3], "unit_cost": 1}]}, "tasks[0].quantity"),
        ({"tasks": [{"id": "a", "quantity": -1, "unit_cost": 1}]}, "tasks[0].quantity"),
        ({"tasks": [{"id": "a", "quantity": 1}]}, "tasks[0].unit_cost"),
        ({"tasks": [*GOOD["tasks"], *GOOD["tasks"]]}, "tasks[1].id"),
        ({**GOOD, "contingency": None}, "contingency"),
        ({**GOOD, "contingency": 1e200}, "contingency"),
        ({**GOOD, "margin": 1}, "margin"),
    ],
)
def test_what_is_wrong_is_named(data, field):
    assert refused("objective-and-task", data) == field


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400])
def test_no_number_without_end(text):
    data = json.loads(json.dumps(GOOD).replace("3", text))
    assert refused("objective-and-task", data) == "tasks[0].quantity"


def test_whole_numbers_may_come_with_a_point():
    assert compute("phasing", {"budget_cents": 100.0, "weights": [1]})["cents"] == [100]
    assert refused("phasing", {"budget_cents": 100.5, "weights": [1]}) == "budget_cents"


def test_an_unknown_method_names_the_nearest():
    with pytest.raises(InvalidInput) as caught:
        compute("funel", {})
    assert caught.value.field == "method"
    assert "funnel" in caught.value.message


def test_figures_beyond_all_bounds_are_null():
    result = compute(
        "tam-sam-som", {"top_down": {"tam": [1e99, 1e99, 1e99, 1e99], "sam": [], "som": []}}
    )
    assert result["tam"] is None
    assert [warning["code"] for warning in result["warnings"]] == ["undefined"]


def test_the_sentence_names_the_item():
    with pytest.raises(InvalidInput) as caught:
        compute("objective-and-task", {"tasks": [{"id": "stand", "quantity": -1, "unit_cost": 1}]})
    assert caught.value.message == "quantity (stand) is −1; it must be 0 or more."
