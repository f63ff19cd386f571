"""Examples: METHODS 5.12 and the pages of CALC."""

import pytest

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_rows_of_the_pages():
    rows = [
        {"id": "orders", "plan": 200, "actual": 184, "better": "more"},
        {"id": "trials", "plan": 0, "actual": 3, "better": "more"},
    ]
    result = compute("monthly-report", {"rows": rows})
    assert result == {
        "rows": [
            {"id": "orders", "variance": -16, "relative_variance": near(-0.08), "status": "amber"},
            {"id": "trials", "variance": 3, "relative_variance": None, "status": None},
        ],
        "warnings": [{"code": "undefined", "message": "trials: no percentage, the plan is 0."}],
    }


@pytest.mark.parametrize(
    ("actual", "better", "status"),
    [
        (95, "more", "green"),
        (94.9, "more", "amber"),
        (90, "more", "amber"),
        (89.9, "more", "red"),
        (150, "more", "green"),
        (105, "less", "green"),
        (110, "less", "amber"),
        (111, "less", "red"),
        (20, "less", "green"),
    ],
)
def test_lights(actual, better, status):
    row = {"id": "r", "plan": 100, "actual": actual, "better": better}
    assert compute("monthly-report", {"rows": [row]})["rows"][0]["status"] == status


def test_a_plan_below_zero():
    # a loss of 90 where 100 was planned is 10 % better
    row = {"id": "profit", "plan": -100, "actual": -90, "better": "more"}
    result = compute("monthly-report", {"rows": [row]})["rows"][0]
    assert (result["relative_variance"], result["status"]) == (near(0.1), "green")


def test_tolerances_must_widen():
    row = {"id": "r", "plan": 100, "actual": 80, "better": "more"}
    loose = compute("monthly-report", {"rows": [row], "amber_tolerance": 0.2})
    assert loose["rows"][0]["status"] == "amber"
    bad = {"rows": [row], "green_tolerance": 0.2}
    assert refused("monthly-report", bad) == "amber_tolerance"


def test_the_year_keeps_its_season():
    # a quarter of the year's plan of 200 was due, 60 came: 200 × 60/50
    result = compute("year-end-forecast", {"plan": [20, 30, 50, 100], "actual": [24, 36]})
    assert (result["ytd_actual"], result["ytd_plan"]) == (60, 50)
    assert result["ytd_relative_variance"] == near(0.2)
    assert result["run_rate"] == near(240)
    assert result["actual_plus_remaining_plan"] == near(210)


def test_the_year_without_a_plan_so_far():
    result = compute("year-end-forecast", {"plan": [0, 30], "actual": [5]})
    assert (result["run_rate"], codes(result)) == (None, ["undefined"])
    assert refused("year-end-forecast", {"plan": [1], "actual": [1, 2]}) == "actual"
