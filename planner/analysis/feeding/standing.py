"""Feeding the factor scores: what is inside and outside, and the cell both lead to."""

from __future__ import annotations

from typing import Any

from planner.analysis.factors import FactorPoint, FactorsInput, IeCellInput
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.model.plan import Plan

LETTERS = {"strength": "S", "weakness": "W", "opportunity": "O", "threat": "T"}
INSIDE, OUTSIDE = ("strength", "weakness"), ("opportunity", "threat")
LINES = ("positioning.swot[*].importance", "positioning.swot[*].response")


def scores(plan: Plan) -> list[Run | Missing]:
    """How well we answer what is inside, outside, and each change around us; and the cell.

    Lines weigh by importance, changes by impact × likelihood. The cell takes the lines outside,
    and the changes where no line outside is rated.
    """
    inside, outside = _lines(plan, INSIDE), _lines(plan, OUTSIDE)
    around = _changes(plan)
    found = [one for one in (inside, outside, around) if one is not None]
    there = [one for one in (outside, around) if isinstance(one, Run)]
    if not isinstance(inside, Run) or not there:
        return [*(found or [Missing("ife-efe", LINES)]), Missing("ie-cell", LINES)]
    point = FactorPoint(inside.result.score, there[0].result.score)
    read = (*inside.paths, *there[0].paths)
    return [*found, fed("ie-cell", "positioning.swot", IeCellInput((point,)), read)]


def _lines(plan: Plan, kinds: tuple[str, ...]) -> Run | Missing | None:
    lines = [
        line
        for line in plan.positioning.swot
        if line.kind in kinds and line.importance is not None and line.response is not None
    ]
    if not lines:
        return None
    letters: Any = tuple(LETTERS[line.kind or ""] for line in lines)
    given = FactorsInput(
        tuple(float(line.importance or 0) for line in lines),
        tuple(float(line.response or 0) for line in lines),
        letters,
    )
    read = [f"positioning.swot[{line.id}].{name}" for line in lines for name in NAMES]
    return fed("ife-efe", "positioning.swot", given, tuple(read))


NAMES = ("importance", "response")
"""What a rated line consists of."""
PARTS = ("direction", "impact", "likelihood", "response")
"""What a rated change consists of."""


def _changes(plan: Plan) -> Run | Missing | None:
    changes = [
        factor
        for factor in plan.market.factors
        if all(getattr(factor, name) is not None for name in PARTS)
    ]
    if not changes:
        return None
    letters: Any = tuple("O" if factor.direction == "helps" else "T" for factor in changes)
    given = FactorsInput(
        tuple(float(f.impact or 0) * float(f.likelihood or 0) for f in changes),
        tuple(float(f.response or 0) for f in changes),
        letters,
    )
    read = tuple(f"market.factors[{f.id}].{name}" for f in changes for name in PARTS)
    return fed("ife-efe", "market.factors", given, read)
