"""A plan from a few answers, and what of it one method was fed with."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.analysis.feeding import Missing, Run, analysed
from planner.model.plan import Plan


def plan_of(*answers: tuple[str, Any]) -> Plan:
    """A plan with these answers, in euro, over the year 2027; members come to be as named."""
    plan = Plan()
    start = (("meta.currency", "EUR"), ("meta.period", ["2027-01", "2027-12"]))
    for path, value in (*start, *answers):
        plan = paths.put(plan, path, value)
    return plan


def only(plan: Plan, method: str, subject: str = "") -> Run:
    """The one application of a method (to a subject)."""
    found = [r for r in analysed(plan).runs(method) if not subject or r.subject == subject]
    assert len(found) == 1, [run.subject for run in found]
    return found[0]


def lacking(plan: Plan, method: str) -> tuple[str, ...]:
    """The answers that a method waits for."""
    assert analysed(plan).runs(method) == ()
    return next(gap.paths for gap in analysed(plan).missing if gap.method == method)


def none_raised(plan: Plan) -> list[Run | Missing]:
    """Everything that all families find in a plan."""
    analysis = analysed(plan)
    return [*(run for name in analysis.methods for run in analysis.runs(name)), *analysis.missing]


OFFER = "business.offerings[lesson]"
CHANNEL = "promotion.channels[ads]"


def earning() -> tuple[tuple[str, Any], ...]:
    """One offer at 100 that costs 60, all of 100,000 of sales to 500 customers."""
    return (
        (OFFER, {"name": "Lesson", "kind": "service"}),
        (f"{OFFER}.price", "100"),
        (f"{OFFER}.unit_cost", "60"),
        (f"{OFFER}.share_of_revenue", 1),
        ("business.baseline.revenue", "100000"),
        ("business.baseline.customers", 500),
    )


def advertising(*more: tuple[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Clicks for 1,000 at 1 each; 1 in 10 asks, half of them buy once for 100; 1 in 5 anyway.

    1,000 visits, 100 enquiries, 50 customers, 5,000 of sales; 40 customers and 4,000 without
    those who would have come anyway; contribution 40 % of that, 1,600.
    """
    return (
        *earning(),
        (CHANNEL, {"name": "Ads", "kind": "contextual", "status": "run"}),
        (f"{CHANNEL}.cost_model", "per click"),
        (f"{CHANNEL}.budget", "1000"),
        (f"{CHANNEL}.unit_cost.base", "1"),
        (f"{CHANNEL}.funnel.entry", "visits"),
        (f"{CHANNEL}.funnel.visit_to_lead.base", 0.1),
        (f"{CHANNEL}.funnel.lead_to_customer.base", 0.5),
        (f"{CHANNEL}.funnel.average_order.base", "100"),
        (f"{CHANNEL}.anyway.base", 0.2),
        *more,
    )
