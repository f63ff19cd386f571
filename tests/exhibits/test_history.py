"""What last year came to, counted by hand."""

import pytest

import planner
from planner import paths
from planner.model.plan import Plan
from tests.exhibits.setting import planned, says


def lived(*achieved):
    """Aims of 10 each, and what came of them."""
    answers = {}
    for number, came in enumerate(achieved):
        at = f"business.last_year.results[aim-{number}]"
        answers[at] = {"name": f"Aim {number}", "target": 10, "achieved": came}
    return planned(answers)


@pytest.mark.parametrize(
    ("achieved", "said"),
    [
        ((10, 12), "Every aim of last year that was measured was reached (2)."),
        ((9, 3), "None of last year’s 2 measured aims was reached."),
        ((10, 3, 4), "1 of last year’s 3 measured aims was reached."),
        ((10, 3, 40), "2 of last year’s 3 measured aims were reached."),
    ],
)
def test_aims_of_last_year(achieved, said):
    assert says(lived(*achieved), "last-year") == said


def test_one_answer_without_a_source_is_one():
    plan = paths.put(Plan(), "business.baseline.revenue", "1000")
    found = [f for f in planner.review(plan) if f.id == "figure-without-source"]
    assert [f.message("en") for f in found] == ["An answer here rests on no source."]
