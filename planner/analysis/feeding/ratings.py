"""Feeding the other methods on ratings of rivals: each group's own weights, closeness, a map."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.rivals import OWN, scale
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.mapping import PcaInput, RatedBrand
from planner.analysis.matrices import CompetitiveProfileInput, Profile
from planner.analysis.weighting import Alternative, TopsisInput
from planner.model.plan import Plan

LACKING = ("competitors.own.ratings", "competitors.items[*].ratings")


def _rows(plan: Plan) -> dict[str, tuple[str, dict[str, float]]]:
    """Us and every rival that is rated at all: where the ratings stand, and the scores."""
    owners: list[tuple[str, str, Any]] = [(OWN, "competitors.own", plan.competitors.own)]
    owners += [(r.id, f"competitors.items[{r.id}]", r) for r in plan.competitors.items]
    found = {}
    for who, path, owner in owners:
        scores = {r.id: float(r.score) for r in owner.ratings if r.score is not None}
        if scores:
            found[who] = (path, scores)
    return found


def _read(rows: dict[str, tuple[str, dict[str, float]]], factors: list[str]) -> list[str]:
    return [
        f"{path}.ratings[{factor}].score"
        for path, scores in rows.values()
        for factor in factors
        if factor in scores
    ]


def closeness(plan: Plan) -> Run | Missing:
    """How close we and each rival come to the best of all, over factors that we are rated on."""
    rows = _rows(plan)
    own = rows.get(OWN)
    factors = [
        factor
        for factor in plan.competitors.success_factors
        if factor.weight is not None and own is not None and factor.id in own[1]
    ]
    names = [factor.id for factor in factors]
    complete = {w: row for w, row in rows.items() if all(name in row[1] for name in names)}
    if not names or len(complete) < 2:
        return Missing("topsis", ("competitors.success_factors[*].weight", *LACKING))
    given = TopsisInput(
        tuple(Alternative(w, tuple(row[1][n] for n in names)) for w, row in complete.items()),
        tuple(float(factor.weight or 0) for factor in factors),
        tuple("benefit" for _ in names),
    )
    read = [f"competitors.success_factors[{name}].weight" for name in names]
    return fed("topsis", "competitors", given, (*read, *_read(complete, names)))


def components(plan: Plan) -> Run | Missing:
    """The map of all factors at once; an unknown rating stands in as the factor's mean."""
    rows = _rows(plan)
    names = [
        factor.id
        for factor in plan.competitors.success_factors
        if any(factor.id in scores for _, scores in rows.values())
    ]
    if len(rows) < 3 or len(names) < 2:
        return Missing("pca-map", LACKING)
    given = PcaInput(
        tuple(names),
        tuple(RatedBrand(w, tuple(s.get(n) for n in names)) for w, (_, s) in rows.items()),
    )
    return fed("pca-map", "competitors", given, tuple(_read(rows, names)), LACKING)


def profiles(plan: Plan) -> list[Run]:
    """The competitive profile as each group weighs it that has weights of its own."""
    rows = _rows(plan)
    known = {factor.id for factor in plan.competitors.success_factors}
    found = []
    for segment in plan.segments.items:
        weights = {f.id: f.weight for f in segment.factors if f.weight is not None}
        names = [name for name in weights if name in known]
        if not names or OWN not in rows or len(rows) < 2:
            continue
        path = f"segments.items[{segment.id}]"
        given = CompetitiveProfileInput(
            tuple(float(weights[name] or 0) for name in names),
            tuple(Profile(w, tuple(s.get(n) for n in names)) for w, (_, s) in rows.items()),
            scale(plan),
        )
        read = [f"{path}.factors[{name}].weight" for name in names]
        done = fed("competitive-profile", path, given, (*read, *_read(rows, names)))
        found += [done] if isinstance(done, Run) else []
    return found
