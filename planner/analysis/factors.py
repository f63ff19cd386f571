"""Fred David's matrices: inside and outside factors, the cell they lead to, the strategy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Filled,
    Invalid,
    Problem,
    SameLength,
    Size,
    method,
)
from planner.analysis.rules import normalised, ranking, ranks, weight_warnings, weighted
from planner.i18n import N_

Grade: TypeAlias = Annotated[float, Bound(1, 4)]
Kind: TypeAlias = Literal["S", "W", "O", "T"]
MIDDLE = 2.5


@dataclass(frozen=True, slots=True)
class FactorsInput:
    """Factors with weights and ratings; what kind each is, where that is known."""

    weights: Annotated[tuple[Size, ...], Filled()]
    ratings: Annotated[tuple[Grade, ...], SameLength("weights")]
    kinds: Annotated[tuple[Kind, ...], SameLength("weights")] | None = None


@dataclass(frozen=True, slots=True)
class FactorScore:
    """The weighted score, and what each kind of factor adds to it."""

    score: float
    below_average: bool
    parts: dict[str, float]
    warnings: tuple[Problem, ...] = ()


@method("ife-efe")
def ife_efe(given: FactorsInput) -> FactorScore:
    """Evaluate inside or outside factors: Σ w·rating, 2.5 is the middle (David, ch. 3 and 4).

    Raises:
        Invalid: where all weights are 0.
    """
    weights = normalised(given.weights)
    score = weighted(weights, given.ratings)
    parts: dict[str, float] = {}
    warnings = list(weight_warnings(given.weights))
    for index, kind in enumerate(given.kinds or ()):
        rating = given.ratings[index]
        parts[kind] = parts.get(kind, 0.0) + weights[index] * rating
        if (kind == "S" and rating < 3 - SLACK) or (kind == "W" and rating > 2 + SLACK):
            message = N_(
                "Factor {factor} is rated {rating}: a strength is usually rated 3 or 4,"
                " a weakness 1 or 2."
            )
            words = {"factor": index + 1, "rating": f"{rating:g}"}
            warnings.append(Problem("rating-kind", message, words))
    return FactorScore(score, score < MIDDLE - SLACK, parts, tuple(warnings))


@dataclass(frozen=True, slots=True)
class FactorPoint:
    """A score of the inside and one of the outside."""

    ife: Grade
    efe: Grade


@dataclass(frozen=True, slots=True)
class IeCellInput:
    """Businesses by their two scores."""

    points: Annotated[tuple[FactorPoint, ...], Filled()]


Strategy: TypeAlias = Literal["grow and build", "hold and maintain", "harvest or divest"]


@dataclass(frozen=True, slots=True)
class IeCell:
    """One of the nine cells and the strategy that goes with it."""

    cell: str
    strategy: Strategy


@dataclass(frozen=True, slots=True)
class IeCells:
    """The cell of each business."""

    points: tuple[IeCell, ...]
    warnings: tuple[Problem, ...] = ()


CELLS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
STRATEGIES: tuple[Strategy, ...] = ("grow and build", "hold and maintain", "harvest or divest")


@method("ie-cell")
def ie_cell(given: IeCellInput) -> IeCells:
    """Place businesses in the internal-external matrix (David, ch. 6).

    Bands from 1, 2 and 3; cells run row by row from a high outside and a strong inside score.
    """
    placed = []
    for point in given.points:
        column, row = _place(point.ife), _place(point.efe)
        placed.append(IeCell(CELLS[3 * row + column], STRATEGIES[_strategy(row + column)]))
    return IeCells(tuple(placed))


def _place(score: float) -> int:
    return 2 - (score >= 2 - SLACK) - (score >= 3 - SLACK)


def _strategy(distance: int) -> int:
    """I, II, IV lie up to 1 step from the best cell; III, V, VII 2; the others further."""
    return max(0, min(distance, 3) - 1)


@dataclass(frozen=True, slots=True)
class AttractiveStrategy:
    """How much each factor speaks for a strategy; None is a dash."""

    id: str
    attractiveness: Annotated[tuple[Grade | None, ...], SameLength("weights")]


@dataclass(frozen=True, slots=True)
class QspmInput:
    """The weights of the factors, used as typed, and the strategies to compare."""

    weights: Annotated[tuple[Size, ...], Filled()]
    strategies: Annotated[tuple[AttractiveStrategy, ...], Filled()]


@dataclass(frozen=True, slots=True)
class StrategyScore:
    """A strategy's sum of weighted attractiveness and its place."""

    id: str
    score: float
    rank: int


@dataclass(frozen=True, slots=True)
class Qspm:
    """The strategies compared; scores of different sets do not compare."""

    strategies: tuple[StrategyScore, ...]
    ranking: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("qspm")
def qspm(given: QspmInput) -> Qspm:
    """Quantitative strategic planning matrix: Σ weight × attractiveness (David 1986).

    A factor that does not bear on the choice has a dash for every strategy; its weight is lost.

    Raises:
        Invalid: where a factor has a dash for some strategies only, or all weights are 0.
    """
    normalised(given.weights)
    for row in range(len(given.weights)):
        dashed = [strategy.attractiveness[row] is None for strategy in given.strategies]
        if any(dashed) and not all(dashed):
            message = N_("Factor {factor} has a dash for {id} only; give it for all or for none.")
            index = dashed.index(True)
            path = f"strategies[{index}].attractiveness[{row}]"
            raise Invalid(path, message, factor=row + 1, id=given.strategies[index].id)
    scores = {
        strategy.id: weighted(given.weights, [grade or 0.0 for grade in strategy.attractiveness])
        for strategy in given.strategies
    }
    places = ranks(dict(scores))
    return Qspm(
        tuple(StrategyScore(who, score, places[who] or 0) for who, score in scores.items()),
        ranking(dict(scores)),
    )
