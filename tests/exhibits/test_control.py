"""Assumptions with the point at which they break, in the unit of their figure."""

import pytest

from planner import paths
from tests.exhibits.setting import column, planned, says, shows

WAGER = "evidence.assumptions[one]"
GIVEN = {
    "promotion.kpis[kept]": {"name": "Kept", "unit": "share", "baseline": 0.94},
    "promotion.channels[ads]": {"name": "Ads"},
    "promotion.channels[ads].unit_cost.base": "0.90",
    "promotion.channels[ads].anyway.base": 0.4,
    "competitors.items[app]": {"name": "App", "momentum": 4},
    "business.capacity[slots]": {"name": "Slots", "per_month": 520},
}


@pytest.mark.parametrize(
    ("figure", "threshold", "said"),
    [
        ("promotion.kpis[kept].baseline", 0.9, "below 90%"),
        ("promotion.channels[ads].anyway.base", 0.55, "below 55%"),
        ("promotion.channels[ads].unit_cost.base", 1.2, "below €1.20"),
        ("competitors.items[app].momentum", 4, "below 4 of 5"),
        ("business.capacity[slots].per_month", 480, "below 480"),
        (None, 7, "below 7"),
    ],
)
def test_where_an_assumption_breaks_is_said_in_its_figure_s_unit(figure, threshold, said):
    wager = {
        "statement": "All stays.",
        "value_path": figure,
        "breaks_if": "below",
        "threshold": threshold,
    }
    assert column(shows(planned({**GIVEN, WAGER: wager}), "tripwires"), "Breaks") == [said]


def test_the_next_check_is_of_what_is_still_open():
    plan = planned(
        {
            WAGER: {"statement": "All book.", "check_date": "2027-03-31"},
            "evidence.assumptions[two]": {"statement": "All stay.", "check_date": "2027-04-15"},
        }
    )
    assert says(plan, "control") == (
        "The first assumption to be checked, on 31 Mar 2027: All book."
    )
    held = paths.put(plan, f"{WAGER}.status", "held")
    assert says(held, "control") == "The next assumption to be checked, on 15 Apr 2027: All stay."


def test_money_that_is_freed_stands_under_its_currency():
    plan = planned({WAGER: {"statement": "All stays.", "money_freed": "1600"}})
    assert column(shows(plan, "tripwires"), "Frees") == ["1,600"]
