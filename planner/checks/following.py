"""Rules about what happens meanwhile: looks that are due, proofs that expire, red months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta
from typing import Any

from planner import paths
from planner.analysis.feeding.watching import DAYS_BETWEEN_LOOKS
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.kinds import months_of

AMBER = 0.10
"""From this distance from its target on a measure is red, where the plan sets no other."""


@rule("watch-overdue", "warning", N_("Without a rhythm nobody looks until it hurts."))
def watch_overdue(review: Review) -> Iterator[Found]:
    """The last look at a rival lies longer back than its cadence."""
    for rival in review.plan.competitors.items:
        looked = [o.date for o in rival.watch.observations if o.date is not None]
        days = DAYS_BETWEEN_LOOKS.get(rival.watch.cadence or "")
        if days is None:
            continue
        path = f"competitors.items[{rival.id}]"
        if not looked:
            message = N_("“{name}” is to be looked at {cadence}, and never was.")
        elif review.today - max(looked) > timedelta(days):
            message = N_("It is time to look at “{name}” again ({cadence}).")
        else:
            continue
        yield Found(
            f"{path}.watch.observations",
            message,
            {"name": review.title(path), "cadence": rival.watch.cadence},
        )


@rule("proof-expired", "warning", N_("A proof that has lapsed turns a promise into a claim."))
def proof_expired(review: Review) -> Iterator[Found]:
    """A proof or a source that is good only until a day inside the period."""
    period = review.plan.meta.period
    if period is None:
        return
    last = months_of(period)[-1]
    year, month = int(last[:4]), int(last[5:])
    ends = Day(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    for collection in ("positioning.proofs", "evidence.items"):
        for path, member in paths.members(review.plan, collection):
            until: Day | None = getattr(member, "valid_until", None)
            if until is not None and until < ends:
                yield Found(
                    f"{path}.valid_until",
                    N_("“{name}” is good only until {day}, before the plan ends."),
                    {"name": review.title(path), "day": until.isoformat()},
                )


@rule("red-without-action", "error", N_("A red line without cause and action repeats."))
def red_without_action(review: Review) -> Iterator[Found]:
    """A measure of a closed month is red, and no note says why, what, who and by when."""
    kpis = {kpi.id: kpi for kpi in review.plan.promotion.kpis}
    limit = review.plan.promotion.measurement.amber_tolerance
    amber = AMBER if limit is None else limit
    for month in review.plan.track.months:
        if not month.closed:
            continue
        answered = {
            note.about
            for note in month.notes
            if note.cause and note.action and note.owner and note.due
        }
        for actual in month.kpis:
            kpi = kpis.get(actual.id)
            target = _target(kpi, month.id) if kpi is not None else None
            if kpi is None or not target or actual.actual is None:
                continue
            missed = (target - actual.actual) / abs(target)
            if kpi.better == "less":
                missed = -missed
            path = f"promotion.kpis[{actual.id}]"
            if missed > amber + 1e-9 and path not in answered:
                yield Found(
                    f"track.months[{month.id}].kpis[{actual.id}].actual",
                    N_(
                        "“{name}” is {share:.0%} off in {month}; no note has cause, action,"
                        " owner and day."
                    ),
                    {"name": review.title(path), "share": missed, "month": month.id},
                )


def _target(kpi: Any, month: str) -> float | None:
    """The target typed for a month; computed ones are the monthly report's."""
    return next((m.target for m in kpi.months if m.id == month), None)


@rule("actual-without-baseline", "warning", N_("Variance needs one plan that doesn’t move."))
def actual_without_baseline(review: Review) -> Iterator[Found]:
    """Figures of a month have come in, but no version was frozen."""
    track = review.plan.track
    if track.months and not any(version.kind == "baseline" for version in track.versions):
        yield Found(
            "track.versions", N_("Months have come in, but no version is frozen to compare.")
        )
