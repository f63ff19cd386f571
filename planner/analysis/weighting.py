"""Weights from people's judgement, and choices by closeness to the ideal."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Filled,
    Problem,
    SameLength,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import normalised, ranking, ranks, ratio, weight_warnings
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class SwungItem:
    """A criterion and how much its swing from worst to best is worth, in points."""

    id: str
    points: Annotated[
        float, Bound(0, says=N_("Points of {id} are {value}; a weight is 0 or more."))
    ]


@dataclass(frozen=True, slots=True)
class SwingInput:
    """The criteria with their points, the most valued swing usually 100."""

    items: Annotated[tuple[SwungItem, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ItemWeight:
    """A criterion's share of all points."""

    id: str
    weight: float


@dataclass(frozen=True, slots=True)
class SwingWeights:
    """The weights; their sum is 1."""

    items: tuple[ItemWeight, ...]
    warnings: tuple[Problem, ...] = ()


@method("swing-weights")
def swing_weights(given: SwingInput) -> SwingWeights:
    """Weights from swings: points / Σ points (von Winterfeldt & Edwards 1986).

    Raises:
        Invalid: where all points are 0.
    """
    weights = normalised([item.points for item in given.items], "items")
    pairs = zip(given.items, weights, strict=True)
    return SwingWeights(tuple(ItemWeight(item.id, weight) for item, weight in pairs))


@dataclass(frozen=True, slots=True)
class RocInput:
    """How many criteria are ranked."""

    n: Annotated[int, Bound(1, 100_000, says=N_("n is {value}; at least 1 item is needed."))]


@dataclass(frozen=True, slots=True)
class RocWeights:
    """Weights by rank, best rank first; their sum is 1."""

    weights: tuple[float, ...]
    warnings: tuple[Problem, ...] = ()


@method("roc-weights")
def roc_weights(given: RocInput) -> RocWeights:
    """Rank order centroid: w_k = (1/n) Σ_{i≥k} 1/i (Edwards & Barron 1994)."""
    weights, total = [], 0.0
    for place in range(given.n, 0, -1):
        total += 1 / place
        weights.append(total / given.n)
    return RocWeights(tuple(reversed(weights)))


Direction: TypeAlias = Literal["benefit", "cost"]
Normalisation: TypeAlias = Literal["vector", "min-max"]


@dataclass(frozen=True, slots=True)
class Alternative:
    """Something to choose, with its value by each criterion."""

    id: str
    values: Annotated[tuple[float, ...], SameLength("weights")]


@dataclass(frozen=True, slots=True)
class TopsisInput:
    """Alternatives, the criteria's weights, and whether more is better or worse."""

    alternatives: Annotated[tuple[Alternative, ...], Filled()]
    weights: Annotated[tuple[Size, ...], Filled()]
    directions: Annotated[tuple[Direction, ...], SameLength("weights")]
    normalisation: Normalisation = "vector"


@dataclass(frozen=True, slots=True)
class Closeness:
    """Distances from the best and the worst, and the share of the way; None if all are equal."""

    id: str
    d_plus: float
    d_minus: float
    closeness: float | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Topsis:
    """Alternatives by closeness to the ideal, and the normalisation that was used."""

    alternatives: tuple[Closeness, ...]
    ranking: tuple[str, ...]
    normalisation: Normalisation
    warnings: tuple[Problem, ...] = ()


@method("topsis")
def topsis(given: TopsisInput) -> Topsis:
    """Rank alternatives by closeness to the ideal: d⁻/(d⁺ + d⁻) (Hwang & Yoon 1981).

    Adding an alternative can reverse ranks.

    Raises:
        Invalid: where all weights are 0.
    """
    weights = normalised(given.weights)
    columns = []
    for index, direction in enumerate(given.directions):
        values = [alternative.values[index] for alternative in given.alternatives]
        scaled = _scaled(values, given.normalisation)
        sign = weights[index] if direction == "benefit" else -weights[index]
        columns.append([sign * value for value in scaled])
    rows = list(zip(*columns, strict=True))
    ideal, worst = [max(column) for column in columns], [min(column) for column in columns]
    found = {
        alternative.id: (math.dist(row, ideal), math.dist(row, worst))
        for alternative, row in zip(given.alternatives, rows, strict=True)
    }
    close = {who: _closeness(*distances) for who, distances in found.items()}
    places = ranks(close)
    warnings = weight_warnings(given.weights)
    if None in close.values():
        warnings += (undefined(N_("All alternatives are equal: none is closer to the ideal.")),)
    alternatives = tuple(
        Closeness(who, *distances, close[who], places[who]) for who, distances in found.items()
    )
    return Topsis(alternatives, ranking(close), given.normalisation, warnings)


def _closeness(best: float, worst: float) -> float | None:
    return ratio(worst, best + worst) if best + worst > SLACK**2 else None


def _scaled(values: Sequence[float], normalisation: Normalisation) -> list[float]:
    if normalisation == "vector":
        length = math.hypot(*values)
        return [value / length if length else 0.0 for value in values]
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 0.0 for value in values]
