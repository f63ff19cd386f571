"""Feeding the segment matrix, and what its targets hang on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.analysis.feeding.figures import once_a_plan
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.matrices import RatedSegment, SegmentMatrixInput
from planner.analysis.sensitivity import swayed
from planner.model.plan import Plan


def matrix(plan: Plan) -> Run | Missing:
    """The segments by attractiveness and our strength; incompletely rated ones are left out."""
    criteria = {kind: weighed(plan, kind) for kind in ("attractiveness", "strength")}
    lacking = [
        "segments.criteria"
        for chosen in criteria.values()
        if not any(criterion.weight for criterion in chosen)
    ][:1]
    rated = [
        segment
        for segment in plan.segments.items
        if all(
            _score(segment, criterion.id) is not None
            for chosen in criteria.values()
            for criterion in chosen
        )
    ]
    if not rated:
        lacking.append("segments.items[*].ratings")
    if lacking:
        return Missing("segment-matrix", tuple(lacking))
    reasons = _refusals(plan)
    given = SegmentMatrixInput(
        tuple(float(c.weight or 0) for c in criteria["attractiveness"]),
        tuple(float(c.weight or 0) for c in criteria["strength"]),
        tuple(
            RatedSegment(
                segment.id,
                tuple(_score(segment, c.id) or 0.0 for c in criteria["attractiveness"]),
                tuple(_score(segment, c.id) or 0.0 for c in criteria["strength"]),
                reasons.get(segment.id),
            )
            for segment in rated
        ),
    )
    read = [f"segments.criteria[{c.id}].weight" for chosen in criteria.values() for c in chosen]
    read += [
        f"segments.items[{segment.id}].ratings[{rating.id}].score"
        for segment in rated
        for rating in segment.ratings
        if rating.score is not None
    ]
    return fed("segment-matrix", "segments", given, tuple(read))


def weighed(plan: Plan, kind: str) -> list[Any]:
    """The criteria of a kind that have a weight."""
    return [c for c in plan.segments.criteria if c.kind == kind and c.weight is not None]


@dataclass(frozen=True, slots=True)
class Hanging:
    """A criterion on a fifth of whose weight the targets hang; the segments that change."""

    criterion: str
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


@once_a_plan
def hanging(plan: Plan) -> tuple[Hanging, ...]:
    """Where a fifth more or less weight changes which segments the scores choose."""
    found = matrix(plan)
    if isinstance(found, Missing):
        return ()
    return tuple(
        Hanging(weighed(plan, one.kind)[one.weight].id, one.entering, one.leaving)
        for one in swayed(found.given)
    )


def _score(segment: Any, criterion: str) -> float | None:
    return next((r.score for r in segment.ratings if r.id == criterion), None)


def _refusals(plan: Plan) -> dict[str, str]:
    refused = {
        e.segment: e.kind or "refused" for e in plan.segments.exclusions if e.segment is not None
    }
    for segment in plan.segments.items:
        if segment.decision == "not our customer":
            refused.setdefault(segment.id, "refused")
    return refused
