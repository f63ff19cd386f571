"""Examples: METHODS 4.2, 4.4 and 5.1."""

import pytest

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


@pytest.mark.parametrize(
    ("importance", "satisfaction", "score", "class_"),
    [(9, 3, 15, "opportunity"), (5, 7, 5, "none"), (9, 2, 16, "extreme"), (5, 0, 10, "none")],
)
def test_opportunities_of_ulwick(importance, satisfaction, score, class_):
    outcome = {"id": "o", "importance": importance, "satisfaction": satisfaction}
    result = compute("opportunity", {"outcomes": [outcome]})
    assert result["outcomes"][0]["score"] == near(score)
    assert result["outcomes"][0]["class"] == class_
    assert codes(result) == []


def test_answers_count_in_the_top_two():
    outcome = {
        "id": "o",
        "importance_answers": [5, 4, 4, 3] * 10,
        "satisfaction_answers": [1, 2, 3, 4] * 10,
    }
    result = compute("opportunity", {"outcomes": [outcome]})
    scored = result["outcomes"][0]
    # three of four and one of four: 7.5 + 5
    assert (scored["importance"], scored["satisfaction"], scored["score"]) == near((7.5, 2.5, 12.5))
    assert codes(result) == []
    few = {**outcome, "satisfaction_answers": [4] * 29}
    assert codes(compute("opportunity", {"outcomes": [few]})) == ["small-sample"]


def test_opportunity_refuses():
    def field(**outcome):
        return refused("opportunity", {"outcomes": [{"id": "o", **outcome}]})

    assert field(importance=9) == "outcomes[0].satisfaction"
    assert field(importance=9, satisfaction=11) == "outcomes[0].satisfaction"
    assert field(importance=9, satisfaction=1, importance_answers=[3]) == "outcomes[0].importance"
    assert field(importance_answers=[6], satisfaction=1) == "outcomes[0].importance_answers[0]"


def test_progress_of_the_pages():
    results = [
        {"id": "up", "start": 20, "target": 60, "actual": 45},
        {"id": "down", "start": 4, "target": 2, "actual": 3.2, "weight": 3},
    ]
    result = compute("okr", {"key_results": results})
    assert of(result, "key_results", "progress") == near([0.625, 0.40])
    assert result["objective"] == near((0.625 + 3 * 0.40) / 4)


def test_progress_is_kept_within_bounds():
    results = [
        {"id": "back", "start": 20, "target": 60, "actual": 10},
        {"id": "over", "start": 20, "target": 60, "actual": 90},
        {"id": "none", "start": 5, "target": 5, "actual": 5},
    ]
    result = compute("okr", {"key_results": results})
    assert of(result, "key_results", "progress") == [0, 1, None]
    assert (result["objective"], codes(result)) == (near(0.5), ["undefined"])


def test_gaps_of_a_journey():
    data = {
        "stages": ["aware", "buy"],
        "personas": ["nino", "ana"],
        "filled": [["buy", "nino"], ["buy", "nino"], ["aware", "ana"]],
    }
    result = compute("journey-coverage", data)
    assert result["coverage"] == near(0.5)
    assert result["gaps"] == [["aware", "nino"], ["buy", "ana"]]
    bad = {**data, "filled": [["buy", "zoe"]]}
    assert refused("journey-coverage", bad) == "filled[0][1]"
