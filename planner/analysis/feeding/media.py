"""Feeding the media plan: how many see each placement, how often, and several together."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from planner.analysis.feeding.figures import Figure, figure_at, united
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.media import (
    GrpInput,
    InsertionsInput,
    NetReachInput,
    ReachFrequencyInput,
    Spot,
)
from planner.model.plan import Plan

AT = "promotion.placements"


def placements(plan: Plan) -> list[Run | Missing]:
    """Each placement by points and spots, or by reach and frequency; campaigns' net reach."""
    found: list[Run | Missing] = []
    reached: dict[tuple[str, float], list[Figure]] = defaultdict(list)
    for placed in plan.promotion.placements:
        path = f"{AT}[{placed.id}]"
        found += _by_points(plan, path)
        found += _by_reach(plan, path)
        reach = _reach(plan, path)
        if reach is not None:
            reached[(_campaign(placed), placed.universe or 0.0)].append(reach)
    for (campaign, _), reaches in reached.items():
        given = NetReachInput(tuple(reach.value for reach in reaches))
        found.append(fed("net-reach", campaign, given, united(*reaches)))
    there = {one.method for one in found}
    return found + [
        Missing(method, paths) for method, paths in NEEDED.items() if method not in there
    ]


NEEDED = {
    "media-grp": (f"{AT}[*].rating_points", f"{AT}[*].insertions", f"{AT}[*].universe"),
    "insertion-frequency": (f"{AT}[*].rating_points", f"{AT}[*].insertions"),
    "reach-frequency": (f"{AT}[*].reach", f"{AT}[*].frequency", f"{AT}[*].universe"),
    "net-reach": (f"{AT}[*].reach",),
}


def _campaign(placed: Any) -> str:
    """What a placement's reach is added up in: its campaign, else all that have none."""
    return f"promotion.campaigns[{placed.campaign}]" if placed.campaign else AT


def _by_points(plan: Plan, path: str) -> list[Run | Missing]:
    points, spots = figure_at(plan, f"{path}.rating_points"), figure_at(plan, f"{path}.insertions")
    if points is None or spots is None or spots.value < 1:
        return []
    given = InsertionsInput(points.value / 100, int(spots.value))
    found = [fed("insertion-frequency", path, given, united(points, spots))]
    people = figure_at(plan, f"{path}.universe")
    cost = figure_at(plan, f"{path}.cost_per_insertion")
    if people is not None:
        spot = Spot(points.value, spots.value, cost.value if cost is not None else 0.0)
        read = united(people, points, spots, cost)
        found.append(fed("media-grp", path, GrpInput(people.value, (spot,)), read))
    return found


def _by_reach(plan: Plan, path: str) -> list[Run | Missing]:
    reach, often = figure_at(plan, f"{path}.reach"), figure_at(plan, f"{path}.frequency")
    people = figure_at(plan, f"{path}.universe")
    if reach is None or often is None or people is None:
        return []
    each = figure_at(plan, f"{path}.cost_per_insertion") or Figure(0.0)
    cost = each * (figure_at(plan, f"{path}.insertions") or Figure(1.0))
    given = ReachFrequencyInput(people.value, reach.value, often.value, cost.value)
    return [fed("reach-frequency", path, given, united(people, reach, often, cost))]


def _reach(plan: Plan, path: str) -> Figure | None:
    """Who sees a placement at least once: typed, else 1 − (1 − p)^n of its spots."""
    typed = figure_at(plan, f"{path}.reach")
    if typed is not None:
        return typed
    points, spots = figure_at(plan, f"{path}.rating_points"), figure_at(plan, f"{path}.insertions")
    if points is None or spots is None:
        return None
    once = 1 - (1 - points.value / 100) ** spots.value
    return Figure(once, united(points, spots))
