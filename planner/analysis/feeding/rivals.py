"""Feeding the methods about rivals: profile, map, technology gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.analysis.competition import RivalLevels, TechnologyGapInput
from planner.analysis.feeding.economics import segments, targets
from planner.analysis.feeding.figures import Figure
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.matrices import CompetitiveProfileInput, Profile
from planner.analysis.sensitivity import survives, switches
from planner.model.plan import Plan

OWN = "own"
SCALES = {"1 to 4": (1.0, 4.0), "1 to 5": (1.0, 5.0), "1 to 10": (1.0, 10.0)}


def scale(plan: Plan) -> tuple[float, float]:
    """The scale that rivals are rated on."""
    return SCALES[plan.competitors.scale or "1 to 4"]


def profile(plan: Plan) -> Run | Missing:
    """The competitive profile of us and every rival that is rated at all."""
    competitors = plan.competitors
    factors = [f for f in competitors.success_factors if f.weight is not None]
    lacking = []
    if not factors or not any(f.weight for f in factors):
        lacking.append("competitors.success_factors")
    if not any(r.score is not None for r in competitors.own.ratings):
        lacking.append("competitors.own.ratings")
    rivals = [r for r in competitors.items if any(x.score is not None for x in r.ratings)]
    if not rivals:
        lacking.append("competitors.items[*].ratings")
    if lacking:
        return Missing("competitive-profile", tuple(lacking))
    names = [f.id for f in factors]
    profiles = [Profile(OWN, _row(competitors.own.ratings, names, "score"))]
    profiles += [Profile(rival.id, _row(rival.ratings, names, "score")) for rival in rivals]
    read = [f"competitors.success_factors[{name}].weight" for name in names]
    for owner, path in _owners(plan, rivals):
        read += [
            f"{path}.ratings[{r.id}].score"
            for r in owner.ratings
            if r.score is not None and r.id in names
        ]
    given = CompetitiveProfileInput(
        tuple(float(f.weight or 0) for f in factors), tuple(profiles), scale(plan)
    )
    return fed("competitive-profile", "competitors", given, tuple(read))


def rated_factors(plan: Plan) -> tuple[str, ...]:
    """The ids of the factors in the profile, in its order."""
    return tuple(f.id for f in plan.competitors.success_factors if f.weight is not None)


def _owners(plan: Plan, rivals: list[Any]) -> list[tuple[Any, str]]:
    own = (plan.competitors.own, "competitors.own")
    return [own, *((rival, f"competitors.items[{rival.id}]") for rival in rivals)]


def _row(ratings: Any, names: list[str], part: str) -> tuple[float | None, ...]:
    known = {rating.id: getattr(rating, part) for rating in ratings}
    return tuple(known.get(name) for name in names)


def fragile_weights(plan: Plan, found: Run) -> tuple[str, ...]:
    """The factors on whose weight, a fifth more or less, the leader changes."""
    given: CompetitiveProfileInput = found.given
    rows = [p.ratings for p in given.competitors if None not in p.ratings]
    if len(rows) < 2:
        return ()
    complete = [[float(value or 0) for value in row] for row in rows]
    stays = survives(given.weights, complete)
    names = rated_factors(plan)
    return tuple(name for name, kept in zip(names, stays, strict=True) if not kept)


@dataclass(frozen=True, slots=True)
class Turn:
    """The share of weight of a factor at which a rival would take the lead."""

    factor: str
    weight: float
    at: float
    rival: str


def turns(plan: Plan, found: Run) -> tuple[Turn, ...]:
    """Where the leader changes, for each factor that can bring it about."""
    names = rated_factors(plan)
    return tuple(
        Turn(names[switch.factor], switch.weight, switch.at, switch.rival)
        for switch in switches(found.given)
    )


@dataclass(frozen=True, slots=True)
class MapPoint:
    """Where we or a rival stand on the map of two factors."""

    id: str
    x: float
    y: float
    sources: tuple[str, ...]


def map_points(plan: Plan) -> tuple[MapPoint, ...] | None:
    """The points of the two-axis map; None where no two axes are chosen."""
    axes = (plan.competitors.map.horizontal, plan.competitors.map.vertical)
    if axes[0] is None or axes[1] is None or axes[0] == axes[1]:
        return None
    points = []
    for owner, path in _owners(plan, list(plan.competitors.items)):
        levels = {level.id: level.level for level in owner.levels}
        x, y = levels.get(axes[0]), levels.get(axes[1])
        if x is not None and y is not None:
            sources = tuple(f"{path}.levels[{axis}].level" for axis in axes)
            identity = OWN if path == "competitors.own" else owner.id
            points.append(MapPoint(identity, x, y, sources))
    return tuple(points)


def technology(plan: Plan) -> Run | Missing:
    """The technology gap over technologies that are fully rated.

    Technologies without our own level fall out first, then rivals with a gap. Relevance is the
    mean over the targets, weighted by what they contribute where that is known.
    """
    items = [t for t in plan.technology.items if t.own_level is not None and t.levels]
    rivals = [
        rival.id
        for rival in plan.competitors.items
        if items and all(_level(item, rival.id) is not None for item in items)
    ]
    weighed = [(item, _relevance(plan, item)) for item in items]
    complete = [(item, score) for item, score in weighed if score is not None]
    lacking = []
    if not items:
        lacking.append("technology.items[*].own_level")
    elif not complete:
        lacking.append("technology.items[*].relevance")
    if items and not rivals:
        lacking.append("technology.items[*].levels")
    if lacking or not complete:
        return Missing("technology-gap", tuple(lacking))
    given = TechnologyGapInput(
        tuple(item.id for item, _ in complete),
        tuple(score.value for _, score in complete),
        tuple(float(item.own_level or 0) for item, _ in complete),
        tuple(
            RivalLevels(rival, tuple(_level(item, rival) or 0.0 for item, _ in complete))
            for rival in rivals
        ),
    )
    read = [path for _, score in complete for path in score.sources]
    for item, _ in complete:
        path = f"technology.items[{item.id}]"
        read += [f"{path}.own_level", *(f"{path}.levels[{rival}].level" for rival in rivals)]
    return fed("technology-gap", "technology", given, tuple(read))


def _level(item: Any, rival: str) -> float | None:
    return next((level.level for level in item.levels if level.id == rival), None)


def _relevance(plan: Plan, item: Any) -> Figure | None:
    """Mean relevance over the targets that rated it, weighted by their contribution."""
    wanted = targets(plan)
    worth = {f.path: f.contribution for f in segments(plan)}
    parts = [
        (score.score, f"technology.items[{item.id}].relevance[{score.id}].score", score.id)
        for score in item.relevance
        if score.score is not None and score.id in wanted
    ]
    if not parts:
        return None
    weights = [worth.get(f"segments.items[{segment}]") for _, _, segment in parts]
    known = [w.value for w in weights if w is not None and w.value > 0]
    if len(known) != len(parts):
        known = [1.0] * len(parts)
    value = sum(s * w for (s, _, _), w in zip(parts, known, strict=True)) / sum(known)
    return Figure(value, tuple(path for _, path, _ in parts))
