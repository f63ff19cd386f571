"""What is asked for, and what was granted."""

import pytest

from planner import paths
from tests.exhibits.setting import planned, says

# A tenth is kept for surprises where nothing else is said (house rule).
MONEY = {"promotion.budget_lines[a]": {"name": "A", "unit_cost": "900"}}
GOAL = {"business.goals[grow]": {"name": "Grow"}}
PERIOD = {"meta.period": ["2027-01", "2027-12"]}


@pytest.mark.parametrize(
    ("answers", "asked", "granted"),
    [
        ({}, "We ask for €990 for marketing.", "€990 are granted for marketing."),
        (
            GOAL,
            "We ask for €990, to reach this goal: Grow.",
            "€990 are granted, to reach this goal: Grow.",
        ),
        (
            GOAL | PERIOD,
            "We ask for €990 for January–December 2027, to reach this goal: Grow.",
            "€990 are granted for January–December 2027, to reach this goal: Grow.",
        ),
    ],
)
def test_an_approved_plan_asks_no_more(answers, asked, granted):
    plan = planned(answers | MONEY)
    assert says(plan, "ask") == asked
    assert says(paths.put(plan, "meta.status", "approved"), "ask") == granted
