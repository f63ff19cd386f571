"""Feeding the methods that compare strategies, and counting what the room placed on them."""

from __future__ import annotations

from planner.analysis.factors import AttractiveStrategy, QspmInput
from planner.analysis.feeding.figures import Figure, total
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.model.plan import Plan

INSIDE = ("strength", "weakness")


def compared(plan: Plan) -> Run | Missing:
    """Strategies by how well they use or meet the lines; weights add up to 1 inside and outside.

    A line that some strategy was not rated on is a dash for all.
    """
    lines = [line for line in plan.positioning.swot if line.kind and line.importance]
    grades = {
        option.id: {r.id: r.attractiveness for r in option.ratings if r.attractiveness is not None}
        for option in plan.positioning.strategies
    }
    grades = {who: given for who, given in grades.items() if given}
    if not lines or not grades:
        lacking = [] if lines else ["positioning.swot[*].importance"]
        lacking += [] if grades else ["positioning.strategies[*].ratings"]
        return Missing("qspm", tuple(lacking))
    rated = [line.id for line in lines if all(line.id in given for given in grades.values())]
    sums = {
        inside: sum(line.importance or 0 for line in lines if (line.kind in INSIDE) == inside)
        for inside in (True, False)
    }
    weights = [(line.importance or 0) / sums[line.kind in INSIDE] for line in lines]
    strategies = tuple(
        AttractiveStrategy(
            who, tuple(given[line.id] if line.id in rated else None for line in lines)
        )
        for who, given in grades.items()
    )
    read = [f"positioning.swot[{line.id}].importance" for line in lines]
    read += [
        f"positioning.strategies[{who}].ratings[{line}].attractiveness"
        for who in grades
        for line in rated
    ]
    given = QspmInput(tuple(weights), strategies)
    enable = ("positioning.strategies[*].ratings",)
    return fed("qspm", "positioning", given, tuple(read), enable)


def dots_on(plan: Plan, line: str) -> Figure | None:
    """All dots that were placed on a line."""
    placed = [
        Figure(float(vote.dots), (f"positioning.opinions[{who.id}].dots[{line}].dots",))
        for who in plan.positioning.opinions
        for vote in who.dots
        if vote.id == line and vote.dots is not None
    ]
    return total(placed) if placed else None


def places_of(plan: Plan, strategy: str) -> tuple[Figure, ...]:
    """The place in which each participant put a strategy."""
    return tuple(
        Figure(float(vote.rank), (f"positioning.opinions[{who.id}].ranks[{strategy}].rank",))
        for who in plan.positioning.opinions
        for vote in who.ranks
        if vote.id == strategy and vote.rank is not None
    )
