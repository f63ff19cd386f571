"""Essential questions that other answers make needless."""

import pytest

from planner import paths
from planner.checks.needs import is_needless
from planner.model.plan import Plan

ADS, KPI = "promotion.channels[ads]", "promotion.kpis[won]"


def plan_with(*answers):
    plan = paths.insert(Plan(), "promotion.channels", {"name": "Ads", "kind": "contextual"}).plan
    plan = paths.insert(plan, "promotion.kpis", {"name": "Won"}).plan
    for path, value in answers:
        plan = paths.put(plan, path, value)
    return plan


@pytest.mark.parametrize("name", ["budget", "unit_cost", "anyway", "funnel.lead_to_customer"])
def test_a_channel_left_out_needs_no_figures(name):
    assert is_needless(plan_with((f"{ADS}.status", "rejected")), f"{ADS}.{name}")
    assert not is_needless(plan_with((f"{ADS}.status", "run")), f"{ADS}.{name}")


def test_a_price_is_asked_of_what_is_bought_by_the_piece():
    assert is_needless(plan_with((f"{ADS}.cost_model", "fixed fee")), f"{ADS}.unit_cost")
    assert not is_needless(plan_with((f"{ADS}.cost_model", "per click")), f"{ADS}.unit_cost")


def test_own_time_is_no_budget():
    assert is_needless(plan_with((f"{ADS}.cost_model", "own time")), f"{ADS}.budget")


def test_rates_are_asked_from_the_entry_on():
    visits = plan_with((f"{ADS}.funnel.entry", "visits"))
    assert is_needless(visits, f"{ADS}.funnel.click_rate")
    assert not is_needless(visits, f"{ADS}.funnel.visit_to_lead")
    contacts = plan_with((f"{ADS}.funnel.entry", "contacts"))
    assert is_needless(contacts, f"{ADS}.funnel.visit_to_lead")
    assert not is_needless(contacts, f"{ADS}.funnel.volume")


def test_a_measure_of_a_goal_has_the_goals_figures():
    plan = paths.insert(plan_with(), "business.goals", {"name": "Win"}).plan
    assert not is_needless(plan, f"{KPI}.target")
    counted = paths.put(plan, f"{KPI}.goal", "win")
    assert is_needless(counted, f"{KPI}.target")
    assert not is_needless(counted, f"{KPI}.name")


def test_everything_else_is_needed():
    for path in ("meta.title", "business.goals", "promotion.channels", ADS):
        assert not is_needless(plan_with(), path)
