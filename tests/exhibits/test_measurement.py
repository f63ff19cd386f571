"""The tree of measures and how results are counted."""

import pytest

from planner import paths
from tests.exhibits.setting import column, grid, planned, says, shows

KPI = "promotion.kpis"
AT = "promotion.measurement"
GREEN = "A measure is green up to 5% off its target."


def tree():
    return planned(
        {
            f"{KPI}[leads]": {"name": "Leads", "target": 150},
            f"{KPI}[sales]": {"name": "Sales", "target": 900, "unit": "money"},
            f"{KPI}[won]": {"name": "Won", "baseline": 34, "target": 54},
            "meta.currency": "EUR",
            f"{KPI}[leads].parent": "won",
            f"{KPI}[won].parent": "sales",
            f"{KPI}[won].relation": "factor of a product",
            f"{KPI}[won].baseline_date": "2026-12-31",
        }
    )


def test_each_measure_stands_under_the_one_it_feeds():
    table = shows(tree(), "kpis")
    assert column(table, "Measure") == ["Sales", "– Won", "– – Leads"]
    assert column(table, "Today") == ["", "34 on 31 Dec 2026", ""]
    assert column(table, "Target") == ["€900", "54", "150"]
    assert column(table, "Feeds") == ["", "Sales (factor of a product)", "Won"]


def test_measures_that_feed_each_other_in_a_circle_are_all_shown():
    circle = paths.put(tree(), f"{KPI}[sales].parent", "leads")
    assert len(column(shows(circle, "kpis"), "Measure")) == 3


def test_targets_of_single_months():
    plan = paths.put(tree(), f"{KPI}[won].months[2027-03].target", 39)
    plan = paths.put(plan, f"{KPI}[leads].months[2027-02].target", 110)
    assert grid(shows(plan, "kpi-months")) == [
        ["Month", "Won", "Leads"], ["February 2027", "", "110"], ["March 2027", "39", ""],
    ]  # fmt: skip
    assert shows(tree(), "kpi-months") is None


def test_credit_and_lift():
    plan = planned(
        {
            f"{AT}.attribution": "ask the buyer",
            f"{AT}.attribution_reason": "Most book by phone",
            f"{AT}.ask_at_sale": "What made you call?",
            f"{AT}.window_days": 30,
            f"{AT}.incrementality": "none",
        }
    )
    assert says(plan, "attribution") == (
        "We credit a sale to what the buyer says brought them. Most book by phone. Every buyer is"
        " asked: “What made you call?” A contact counts for 30 days."
    )
    assert says(plan, "incrementality") == "What came only through promotion is not measured."


@pytest.mark.parametrize(
    ("green", "amber", "said"),
    [
        (0.05, 0.1, f"{GREEN} Up to 10% it is amber, beyond that red."),
        (0.05, None, GREEN),
        (None, 0.1, "A measure is red from 10% off its target."),
        (None, None, ""),
    ],
)
def test_tolerances(green, amber, said):
    plan = planned({f"{AT}.green_tolerance": green, f"{AT}.amber_tolerance": amber})
    assert says(plan, "tolerances") == said


def test_a_counter_that_was_never_tested_is_not_proven():
    plan = planned(
        {
            f"{AT}.counters[calls]": {"name": "Calls", "kind": "call tracking"},
            f"{AT}.counters[web]": {"name": "Web", "checked": "2026-11-03"},
        }
    )
    assert column(shows(plan, "counters"), "Last tested") == ["not proven", "3 Nov 2026"]


def test_who_looks_when():
    plan = planned(
        {
            "promotion.people[io]": {"name": "Ioana"},
            f"{AT}.reviews[month]": {
                "name": "Month’s close",
                "cadence": "monthly",
                "people": ["io"],
            },
        }
    )
    assert grid(shows(plan, "reviews"))[1] == ["Month’s close", "monthly", "Ioana"]


def test_units():
    plan = planned(
        {
            f"{KPI}[a]": {"name": "A", "unit": "count", "per": "month"},
            f"{KPI}[b]": {"name": "B", "unit": "days"},
            f"{KPI}[c]": {"name": "C", "per": "whole period"},
        }
    )
    assert column(shows(plan, "kpi-definitions"), "Unit") == [
        "count, month", "days", "whole period",
    ]  # fmt: skip


def test_how_months_become_a_year():
    plan = planned(
        {
            f"{KPI}[a]": {"name": "A", "totals": "added", "phasing": "even"},
            f"{KPI}[b]": {"name": "B", "totals": "averaged"},
            f"{KPI}[c]": {"name": "C", "phasing": "by season"},
        }
    )
    assert column(shows(plan, "kpi-definitions"), "Months become a year") == [
        "added; on the way: even", "averaged", "by season",
    ]  # fmt: skip


def test_a_month_s_target_is_written_in_the_measure_s_unit():
    at = f"{KPI}[known]"
    plan = planned({at: {"name": "Known", "unit": "share"}, f"{at}.months[2027-03].target": 0.12})
    assert column(shows(plan, "kpi-months"), "Known") == ["12%"]
