"""Rules about measures and trials: a tree that ends in business, gaps filled, tests that see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from typing import Any

from planner import paths
from planner.analysis.feeding.aims import gaps
from planner.analysis.feeding.running import kind_of
from planner.analysis.feeding.runs import Run
from planner.analysis.feeding.spending import channel_amount
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.kinds import months_of
from planner.model.plan import Plan

UNKNOWN_TO_CLICKS = {"pr", "media_ads", "internet_branding", "radio_tv"}
SALE_WORDS = ("cost per sale", "cost per order", "cost per customer", "cost per click")
GAP_SLACK = 0.05
"""So much of a gap may stay open without a finding."""


@rule("kpi-only-activity", "warning", N_("A number that feeds nothing is decoration."))
def kpi_only_activity(review: Review) -> Iterator[Found]:
    """No branch ends in a business number, or work done feeds nothing."""
    kpis = {kpi.id: kpi for kpi in review.plan.promotion.kpis}
    if kpis and review.asks("promotion.kpis[*].kind"):
        if not any(_is_business(_top(kpi, kpis)) for kpi in kpis.values()):
            yield Found("promotion.kpis", N_("No measure ends in a business number."))
        for kpi in kpis.values():
            if kpi.kind == "activity" and kpi.parent is None:
                path = f"promotion.kpis[{kpi.id}]"
                yield Found(
                    f"{path}.parent",
                    N_("“{name}” counts work done and feeds no bigger number."),
                    {"name": review.title(path)},
                )


def _top(kpi: Any, kpis: dict[str, Any]) -> Any:
    seen = {kpi.id}
    while kpi.parent in kpis and kpi.parent not in seen:
        seen.add(kpi.parent)
        kpi = kpis[kpi.parent]
    return kpi


def _is_business(kpi: Any) -> bool:
    return kpi.kind == "business" or kpi.goal is not None


@rule("awareness-judged-by-clicks", "warning", N_("By its clicks such a channel always fails."))
def awareness_judged_by_clicks(review: Review) -> Iterator[Found]:
    """A channel that makes known, judged by the cost of a sale."""
    kpis = {kpi.id: kpi for kpi in review.plan.promotion.kpis}
    for channel in review.plan.promotion.channels:
        kpi = kpis.get(channel.kpi or "")
        if channel.kind not in UNKNOWN_TO_CLICKS or kpi is None or not kpi.name:
            continue
        if any(word in kpi.name.lower() for word in SALE_WORDS):
            path = f"promotion.channels[{channel.id}]"
            yield Found(
                f"{path}.kpi",
                N_("“{name}” makes known; it is judged by “{kpi}”."),
                {"name": review.title(path), "kpi": kpi.name},
            )


@rule("gap-not-filled", "warning", N_("Strategies that don’t add up to the target are wishes."))
def gap_not_filled(review: Review) -> Iterator[Found]:
    """The gains of an objective's strategies miss what its goal lacks by more than 5 %."""
    strategies = {s.id: s for s in review.plan.positioning.strategies}
    known = {gap.path: gap for gap in gaps(review.plan)}
    for objective in review.plan.promotion.objectives:
        gap = known.get(f"business.goals[{objective.goal}]")
        if gap is None or not objective.strategies or abs(gap.size.value) < 1e-9:
            continue
        chosen = [strategies[s] for s in objective.strategies if s in strategies]
        gains = [g.base for s in chosen for g in s.gains if g.id == objective.goal and g.base]
        if not gains:
            continue
        lacking = (gap.size.value - sum(gains)) / gap.size.value
        if lacking > GAP_SLACK + 1e-9:
            path = f"promotion.objectives[{objective.id}]"
            yield Found(
                f"{path}.strategies",
                N_("The strategies of “{name}” leave {share:.0%} of the gap open."),
                {"name": review.title(path), "share": lacking},
            )


@rule("test-too-small", "warning", N_("Most small tests can’t see what they look for."))
def test_too_small(review: Review) -> Iterator[Found]:
    """Test money under the kind's floor, or an experiment longer than the period leaves."""
    for channel in review.plan.promotion.channels:
        kind = kind_of(channel)
        money = channel_amount(channel).value
        if channel.status == "test" and kind is not None and 0 < money < kind.house.test_floor:
            path = f"promotion.channels[{channel.id}]"
            yield Found(
                f"{path}.budget",
                N_(
                    "“{name}”: {money} is less than a test of this kind needs, {floor} (house"
                    " figure)."
                ),
                {
                    "name": review.title(path),
                    "money": f"{money:,}",
                    "floor": f"{kind.house.test_floor:,}",
                },
            )
    # Only the trials are asked for: all methods together would take the review too long.
    trials = [trial for trial in review.analysis.trials if isinstance(trial, Run)]
    for found in (trial for trial in trials if trial.method == "ab-duration"):
        left = _days_left(review.plan, found.subject)
        if left is not None and found.result.days is not None and found.result.days > left:
            yield Found(
                f"{found.subject}.daily_visitors",
                N_("“{name}” needs {days} days; the period leaves {left}."),
                {"name": review.title(found.subject), "days": found.result.days, "left": left},
            )


def _days_left(plan: Plan, path: str) -> int | None:
    start: Day | None = paths.get(plan, f"{path}.start")
    if plan.meta.period is None:
        return None
    first, last = months_of(plan.meta.period)[0], months_of(plan.meta.period)[-1]
    begins = Day(int(first[:4]), int(first[5:]), 1)
    year, month = int(last[:4]), int(last[5:])
    ends = Day(year + month // 12, month % 12 + 1, 1)
    return (ends - max(start or begins, begins)).days
