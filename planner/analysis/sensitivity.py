"""How sure a weighted score is: what another weight would change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planner.analysis.declaring import SLACK
from planner.analysis.factors import QspmInput, qspm
from planner.analysis.matrices import (
    CompetitiveProfileInput,
    Profile,
    SegmentMatrixInput,
    segment_matrix,
)
from planner.analysis.rules import normalised, weighted

FIFTH = 0.2
"""By how much of itself a weight is moved to see what hangs on it."""


@dataclass(frozen=True, slots=True)
class Switch:
    """The weight of a factor, as a share, at which another competitor takes the lead."""

    factor: int
    weight: float
    at: float
    rival: str


def switches(given: CompetitiveProfileInput) -> tuple[Switch, ...]:
    """For each factor the nearest weight at which the winner changes, the others kept in ratio.

    w* = D_rest / (D_rest − D_k), where D are the differences of winner and rival on the factor
    and, weighted, on the rest. Competitors with missing ratings are left out.
    """
    weights = normalised(given.weights)
    rated = [r for r in given.competitors if None not in r.ratings]
    if len(rated) < 2:
        return ()
    totals = {r.id: weighted(weights, known(r)) for r in rated}
    winner = max(rated, key=lambda r: totals[r.id])
    found = []
    for factor, weight in enumerate(weights):
        at = [
            Switch(factor, weight, crossing, rival.id)
            for rival in rated
            if rival is not winner
            and (crossing := _crossing(winner, rival, weights, factor)) is not None
        ]
        if at:
            found.append(min(at, key=lambda switch: abs(switch.at - weight)))
    return tuple(found)


def known(rival: Profile) -> list[float]:
    """The ratings that are there."""
    return [rating for rating in rival.ratings if rating is not None]


def _crossing(
    winner: Profile, rival: Profile, weights: Sequence[float], factor: int
) -> float | None:
    rest = 1.0 - weights[factor]
    if rest <= SLACK:
        return None
    differences = [a - b for a, b in zip(known(winner), known(rival), strict=True)]
    others = math.fsum(
        weight / rest * difference
        for index, (weight, difference) in enumerate(zip(weights, differences, strict=True))
        if index != factor
    )
    own = differences[factor]
    if abs(others - own) <= SLACK:
        return None
    crossing = others / (others - own)
    return crossing if -SLACK <= crossing <= 1 + SLACK else None


def survives(
    weights: Sequence[float], scores: Sequence[Sequence[float]], change: float = FIFTH
) -> tuple[bool, ...]:
    """Whether the best row stays the best when each weight is raised or lowered by a share.

    `scores` are complete rows, one an alternative; the answer is one a weight.
    """
    best = _best(normalised(weights), scores)
    stays = []
    for index in range(len(weights)):
        shifted = []
        for factor in (1 - change, 1 + change):
            changed = [w * factor if i == index else w for i, w in enumerate(weights)]
            shifted.append(_best(normalised(changed), scores))
        stays.append(all(best & other for other in shifted))
    return tuple(stays)


@dataclass(frozen=True, slots=True)
class Swayed:
    """A weight whose fifth changes the targets: which segments come in, which fall out."""

    kind: Literal["attractiveness", "strength"]
    weight: int
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


def swayed(given: SegmentMatrixInput, change: float = FIFTH) -> tuple[Swayed, ...]:
    """The weights of a segment matrix that change its targets when raised or lowered by a share."""
    now = segment_matrix(given).targets
    found = []
    kinds: tuple[Literal["attractiveness", "strength"], ...] = ("attractiveness", "strength")
    for kind in kinds:
        weights = getattr(given, f"{kind}_weights")
        for index in range(len(weights)):
            then = [
                segment_matrix(_weighed(given, kind, moved)).targets
                for moved in _moved(weights, index, change)
            ]
            entering = [i for t in then for i in t if i not in now]
            leaving = [i for i in now if any(i not in t for t in then)]
            if entering or leaving:
                named = tuple(dict.fromkeys(entering)), tuple(leaving)
                found.append(Swayed(kind, index, *named))
    return tuple(found)


def _weighed(
    given: SegmentMatrixInput, kind: str, weights: tuple[float, ...]
) -> SegmentMatrixInput:
    if kind == "strength":
        return replace(given, strength_weights=weights)
    return replace(given, attractiveness_weights=weights)


def _moved(weights: Sequence[float], index: int, change: float) -> list[tuple[float, ...]]:
    """The weights with one of them lowered, and raised; not where nothing would be left."""
    shifted = [
        tuple(w * factor if i == index else w for i, w in enumerate(weights))
        for factor in (1 - change, 1 + change)
    ]
    return [one for one in shifted if sum(one) > 0]


def undecided(given: QspmInput, change: float = FIFTH) -> tuple[int, ...]:
    """The places of those weights whose share more or less puts another strategy first.

    A score is a sum over the lines, so a moved weight moves each score by its own part alone.
    """
    scores = {one.id: one.score for one in qspm(given).strategies}
    first = max(given.strategies, key=lambda one: scores[one.id])
    found = []
    for index, weight in enumerate(given.weights):
        own = first.attractiveness[index]
        if own is None:
            continue
        for moved in (-change * weight, change * weight):
            lead = scores[first.id] + moved * own
            if any(
                scores[one.id] + moved * (one.attractiveness[index] or 0.0) > lead + SLACK
                for one in given.strategies
            ):
                found.append(index)
                break
    return tuple(found)


def _best(weights: Sequence[float], scores: Sequence[Sequence[float]]) -> set[int]:
    totals = [weighted(weights, row) for row in scores]
    top = max(totals)
    return {index for index, total in enumerate(totals) if total >= top - SLACK}
