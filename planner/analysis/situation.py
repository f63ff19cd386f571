"""The outside and the inside: PESTEL factors, SWOT lines and the strategies made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, cast

from planner.analysis.declaring import SLACK, Among, Filled, Problem, Rating, Size, method
from planner.analysis.rules import mean, normalised, ranking, weight_warnings, weighted
from planner.i18n import N_

Quadrant: TypeAlias = Literal["SO", "WO", "ST", "WT"]
Category: TypeAlias = Literal[
    "political", "economic", "social", "technological", "environmental", "legal"
]


@dataclass(frozen=True, slots=True)
class OutsideFactor:
    """A change outside: +1 helps, −1 hurts; impact and likelihood on 1 to 5."""

    id: str
    category: Category
    direction: Literal[1, -1]
    impact: Rating
    likelihood: Rating


@dataclass(frozen=True, slots=True)
class PestelInput:
    """The factors to be weighed."""

    factors: Annotated[tuple[OutsideFactor, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ScoredFactor:
    """A factor's score from −25 to 25 and its band."""

    id: str
    score: float
    band: Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Pestel:
    """Factors scored, ranked by size of score, and the net score of each category."""

    factors: tuple[ScoredFactor, ...]
    ranking: tuple[str, ...]
    net_by_category: dict[str, float]
    warnings: tuple[Problem, ...] = ()


HIGH, MEDIUM = 15, 8
"""House rule: from 15 a score is high, from 8 medium."""


@method("pestel")
def pestel(given: PestelInput) -> Pestel:
    """Score outside factors: direction × impact × likelihood (house rule, after Aguilar 1967)."""
    scored, net = [], dict[str, float]()
    for factor in given.factors:
        score = factor.direction * factor.impact * factor.likelihood
        size = abs(score) + SLACK
        band: Literal["high", "medium", "low"] = (
            "high" if size >= HIGH else "medium" if size >= MEDIUM else "low"
        )
        scored.append(ScoredFactor(factor.id, score, band))
        net[factor.category] = net.get(factor.category, 0.0) + score
    order = ranking({factor.id: abs(factor.score) for factor in scored})
    return Pestel(tuple(scored), order, net)


@dataclass(frozen=True, slots=True)
class SwotItem:
    """A line of a SWOT with its importance on 1 to 5."""

    id: str
    kind: Literal["S", "W", "O", "T"]
    importance: Rating


@dataclass(frozen=True, slots=True)
class LinkedStrategy:
    """A strategy and the lines it combines."""

    id: str
    items: Annotated[tuple[str, ...], Among("items")]


@dataclass(frozen=True, slots=True)
class TowsInput:
    """The lines, and the strategies made of them."""

    items: Annotated[tuple[SwotItem, ...], Filled()]
    strategies: tuple[LinkedStrategy, ...]


@dataclass(frozen=True, slots=True)
class TowsStrategy:
    """A strategy's quadrant and priority from 1 to 25; None where one side is missing or mixed."""

    id: str
    quadrant: Quadrant | None
    priority: float | None


@dataclass(frozen=True, slots=True)
class Tows:
    """Strategies placed, and the lines that none of them uses."""

    strategies: tuple[TowsStrategy, ...]
    unused: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("tows")
def tows(given: TowsInput) -> Tows:
    """Place strategies in the TOWS matrix (Weihrich, Long Range Planning 1982).

    Priority = mean importance of the inside lines × mean importance of the outside lines.
    """
    known = {item.id: item for item in given.items}
    placed, warnings = [], []
    for strategy in given.strategies:
        result = _tows(strategy, known)
        placed.append(result)
        if result.quadrant is None:
            warnings.append(
                Problem(
                    "not-tows",
                    N_("{id} does not combine one kind of inside line with one of outside lines."),
                    {"id": strategy.id},
                )
            )
    used = {identity for strategy in given.strategies for identity in strategy.items}
    unused = tuple(item.id for item in given.items if item.id not in used)
    return Tows(tuple(placed), unused, tuple(warnings))


def _tows(strategy: LinkedStrategy, known: dict[str, SwotItem]) -> TowsStrategy:
    items = [known[identity] for identity in dict.fromkeys(strategy.items)]
    inside = [item for item in items if item.kind in "SW"]
    outside = [item for item in items if item.kind in "OT"]
    inner, outer = {item.kind for item in inside}, {item.kind for item in outside}
    if len(inner) != 1 or len(outer) != 1:
        return TowsStrategy(strategy.id, None, None)
    quadrant = inner.pop() + outer.pop()
    priority = mean([i.importance for i in inside]) * mean([o.importance for o in outside])
    return TowsStrategy(strategy.id, cast("Quadrant", quadrant), priority)


@dataclass(frozen=True, slots=True)
class Force:
    """One of the forces of an industry: its weight, and its drivers from 1 weak to 5 strong."""

    id: str
    weight: Size
    drivers: Annotated[tuple[Rating, ...], Filled()]


@dataclass(frozen=True, slots=True)
class FiveForcesInput:
    """The forces of an industry."""

    forces: Annotated[tuple[Force, ...], Filled()]


@dataclass(frozen=True, slots=True)
class RatedForce:
    """How strong a force is, from 1 to 5."""

    id: str
    force: float


@dataclass(frozen=True, slots=True)
class FiveForces:
    """The forces, their joint pressure, and how attractive that leaves the industry, 1 to 5."""

    forces: tuple[RatedForce, ...]
    pressure: float
    attractiveness: float
    warnings: tuple[Problem, ...] = ()


@method("five-forces")
def five_forces(given: FiveForcesInput) -> FiveForces:
    """Weigh the forces of an industry (Porter 1979; the figures are a house rule).

    A force is the mean of its drivers; pressure = Σ w·force; attractiveness = 6 − pressure.

    Raises:
        Invalid: where all weights are 0.
    """
    points = [force.weight for force in given.forces]
    rated = tuple(RatedForce(force.id, mean(force.drivers)) for force in given.forces)
    pressure = weighted(normalised(points, "forces"), [force.force for force in rated])
    return FiveForces(rated, pressure, 6 - pressure, weight_warnings(points))
