"""The outside and the inside: PESTEL factors, SWOT lines and the strategies made of them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import SLACK, Bound, Filled, Invalid, Problem, method, ranking
from planner.i18n import N_

Rating: TypeAlias = Annotated[float, Bound(1, 5)]
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
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TowsInput:
    """The lines, and the strategies made of them."""

    items: Annotated[tuple[SwotItem, ...], Filled()]
    strategies: tuple[LinkedStrategy, ...]


@dataclass(frozen=True, slots=True)
class TowsStrategy:
    """A strategy's quadrant and priority from 1 to 25; None where one side is missing or mixed."""

    id: str
    quadrant: Literal["SO", "WO", "ST", "WT"] | None
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

    Raises:
        Invalid: where a strategy names a line that is not there.
    """
    known = {item.id: item for item in given.items}
    placed, warnings = [], []
    for index, strategy in enumerate(given.strategies):
        for place, identity in enumerate(strategy.items):
            if identity not in known:
                raise Invalid(
                    f"strategies[{index}].items[{place}]",
                    N_("{id} names {item}, which is not among the items."),
                    id=strategy.id,
                    item=identity,
                )
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
    priority = fmean(i.importance for i in inside) * fmean(o.importance for o in outside)
    return TowsStrategy(strategy.id, quadrant, priority)  # type: ignore[arg-type]  # one of four
