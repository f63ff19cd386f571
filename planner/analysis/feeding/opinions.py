"""Feeding the methods by which a group finds weights: points, ranks, pairs, dots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.pairwise import AhpGroupInput, AhpInput
from planner.analysis.voting import BordaInput, DotBallot, DotsInput, KendallInput, RankedBallot
from planner.analysis.weighting import RocInput, SwingInput, SwungItem
from planner.model.plan import Plan

DOTS = 10
"""So many dots each has."""
WAYS = {
    "swing-weights": "points",
    "roc-weights": "ranks",
    "borda": "ranks",
    "kendall-w": "ranks",
    "ahp": "pairs",
    "ahp-group": "pairs",
    "dot-votes": "dots",
}


@dataclass(frozen=True, slots=True)
class _Room:
    """A section's opinions on things that are weighed against each other."""

    at: str
    opinions: Sequence[Any]
    items: tuple[str, ...]

    def votes(self, way: str, value: str) -> Iterator[tuple[Any, dict[str, Any]]]:
        """Each participant with what he gave each thing, in the things' order."""
        for who in self.opinions:
            given = {v.id: getattr(v, value) for v in getattr(who, way, ())}
            known = {name: given[name] for name in self.items if given.get(name) is not None}
            if known:
                yield who, known

    def path(self, who: str, way: str, name: str, value: str) -> str:
        return f"{self.at}[{who}].{way}[{name}].{value}"


def _rooms(plan: Plan) -> Iterator[_Room]:
    """Success factors; criteria, the two kinds apart, for each kind weighs 1; strategies."""
    competitors, segments = plan.competitors, plan.segments
    names = tuple(factor.id for factor in competitors.success_factors)
    yield _Room("competitors.opinions", competitors.opinions, names)
    for kind in ("attractiveness", "strength"):
        names = tuple(criterion.id for criterion in segments.criteria if criterion.kind == kind)
        yield _Room("segments.opinions", segments.opinions, names)
    names = tuple(strategy.id for strategy in plan.positioning.strategies)
    yield _Room("positioning.opinions", plan.positioning.opinions, names)


def _boxes(plan: Plan) -> Iterator[_Room]:
    """What dots are placed on: all criteria share a person's dots."""
    names = tuple(factor.id for factor in plan.competitors.success_factors)
    yield _Room("competitors.opinions", plan.competitors.opinions, names)
    names = tuple(criterion.id for criterion in plan.segments.criteria)
    yield _Room("segments.opinions", plan.segments.opinions, names)
    names = tuple(line.id for line in plan.positioning.swot)
    yield _Room("positioning.opinions", plan.positioning.opinions, names)


def found(plan: Plan) -> list[Run | Missing]:
    """All weights that the opinions of those who took part give."""
    done: list[Run | Missing] = []
    for room in _rooms(plan):
        done += [*_swung(room), *_ranked(room), *_compared(room)]
    for room in _boxes(plan):
        done += _dotted(room)
    there = {one.method for one in done}
    sections = ("competitors", "segments")
    for method, way in WAYS.items():
        if method not in there:
            done.append(Missing(method, tuple(f"{s}.opinions[*].{way}" for s in sections)))
    return done


def _swung(room: _Room) -> Iterator[Run | Missing]:
    """Weights from the mean of everybody's points."""
    votes = list(room.votes("points", "points"))
    mean = {
        name: fmean(given[name] for _, given in votes if name in given)
        for name in room.items
        if any(name in given for _, given in votes)
    }
    if mean:
        given = SwingInput(tuple(SwungItem(name, points) for name, points in mean.items()))
        read = [room.path(w.id, "points", n, "points") for w, known in votes for n in known]
        yield fed("swing-weights", room.at, given, tuple(read))


def _ranked(room: _Room) -> Iterator[Run | Missing]:
    """Weights by rank, points by rank, and how far the ranks agree (with two raters or more)."""
    votes = list(room.votes("ranks", "rank"))
    if not votes:
        return
    names = tuple(n for n in room.items if any(n in given for _, given in votes))
    read = tuple(room.path(w.id, "ranks", n, "rank") for w, known in votes for n in known)
    yield fed("roc-weights", room.at, RocInput(len(names)), read)
    ballots = tuple(RankedBallot(_tiers(given)) for _, given in votes)
    yield fed("borda", room.at, BordaInput(names, ballots), read)
    complete = [given for _, given in votes if len(given) == len(names)]
    if len(complete) > 1 and len(names) > 1:
        rows = tuple(_mean_ranks(given, names) for given in complete)
        yield fed("kendall-w", room.at, KendallInput(rows), read)


def _tiers(ranks: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    tiers: dict[int, list[str]] = {}
    for name, rank in ranks.items():
        tiers.setdefault(rank, []).append(name)
    return tuple(tuple(tiers[place]) for place in sorted(tiers))


def _mean_ranks(ranks: Mapping[str, int], names: tuple[str, ...]) -> tuple[float, ...]:
    """Places from 1, those that share one taking the mean of the places they fill."""
    places: dict[str, float] = {}
    filled = 0
    for tier in _tiers(ranks):
        places |= dict.fromkeys(tier, filled + (len(tier) + 1) / 2)
        filled += len(tier)
    return tuple(places[name] for name in names)


def _compared(room: _Room) -> Iterator[Run | Missing]:
    """Each participant's pairs, and those together that compared the same things."""
    together: dict[tuple[str, ...], list[tuple[tuple[float, ...], ...]]] = {}
    read_all: list[str] = []
    for who in room.opinions:
        ratios, read = _ratios(room, who)
        names = tuple(n for n in room.items if any(n in pair for pair in ratios))
        matrix = _matrix(ratios, names)
        if matrix is None:
            continue
        yield fed("ahp", f"{room.at}[{who.id}]", AhpInput(matrix), read)
        together.setdefault(names, []).append(matrix)
        read_all += read
    for matrices in together.values():
        if len(matrices) > 1:
            yield fed("ahp-group", room.at, AhpGroupInput(tuple(matrices)), tuple(read_all))


def _ratios(room: _Room, who: Any) -> tuple[dict[tuple[str, str], float], tuple[str, ...]]:
    """How many times as important one thing is as another; the first of two contradicting."""
    found: dict[tuple[str, str], float] = {}
    read = []
    for one in getattr(who, "pairs", ()):
        for other in one.over:
            pair = (one.id, other.id)
            known = pair in found or pair[::-1] in found
            if other.ratio is None or known or one.id == other.id:
                continue
            if one.id in room.items and other.id in room.items:
                found[pair] = float(other.ratio)
                read.append(f"{room.at}[{who.id}].pairs[{one.id}].over[{other.id}].ratio")
    return found, tuple(read)


def _matrix(
    ratios: Mapping[tuple[str, str], float], names: tuple[str, ...]
) -> tuple[tuple[float, ...], ...] | None:
    """The full table; None where a pair was not compared."""

    def cell(row: str, column: str) -> float | None:
        if row == column:
            return 1.0
        back = ratios.get((column, row))
        return ratios.get((row, column), 1 / back if back else None)

    rows = [tuple(cell(row, column) for column in names) for row in names]
    if len(names) < 2 or any(value is None for row in rows for value in row):
        return None
    return tuple(tuple(value or 0.0 for value in row) for row in rows)


def _dotted(room: _Room) -> Iterator[Run | Missing]:
    votes = list(room.votes("dots", "dots"))
    if votes:
        ballots = tuple(DotBallot(who.id, given) for who, given in votes)
        read = [room.path(w.id, "dots", n, "dots") for w, known in votes for n in known]
        yield fed("dot-votes", room.at, DotsInput(room.items, DOTS, ballots), tuple(read))
