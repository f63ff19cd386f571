"""The analytic hierarchy process: weights from comparing criteria two by two."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Filled,
    Invalid,
    Positive,
    Problem,
    SameLength,
    Size,
    Square,
    method,
)
from planner.analysis.rules import normalised, ranking, ranks, weight_warnings, weighted
from planner.analysis.verifying import same_length
from planner.i18n import N_

Matrix: TypeAlias = tuple[tuple[Positive, ...], ...]
RandomIndex: TypeAlias = Literal["saaty-1980", "saaty-later"]
RANDOM_INDEX: dict[str, tuple[float, ...]] = {
    "saaty-1980": (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49),
    "saaty-later": (0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49),
}
"""Mean consistency index of random matrices of 3 to 10 items (Saaty 1980, and his later table)."""
LARGEST_ORDER = 10
ACCEPTABLE = 0.10


@dataclass(frozen=True, slots=True)
class AhpInput:
    """How many times row outweighs column, 1/9 to 9 as a rule, and which table of chance."""

    matrix: Annotated[Matrix, Filled(), Square()]
    random_index: RandomIndex = "saaty-1980"


@dataclass(frozen=True, slots=True)
class Ahp:
    """Weights and how far the judgements agree with each other."""

    weights: tuple[float, ...]
    lambda_max: float
    consistency_index: float
    consistency_ratio: float
    acceptable: bool
    geometric_mean_weights: tuple[float, ...]
    worst_triple: tuple[int, ...] | None
    random_index: RandomIndex
    warnings: tuple[Problem, ...] = ()


@method("ahp")
def ahp(given: AhpInput) -> Ahp:
    """Weights as the principal eigenvector of the comparisons (Saaty 1980).

    CI = (λmax − n)/(n − 1), CR = CI / random index; up to 0.10 is acceptable.

    Raises:
        Invalid: where the matrix is not reciprocal or has more than 10 items.
    """
    _require_reciprocal(given.matrix, "matrix")
    return _judged(given.matrix, given.random_index)


def _require_reciprocal(matrix: Matrix, path: str) -> None:
    if len(matrix) > LARGEST_ORDER:
        message = N_("{count} items are too many to compare two by two; weigh at most {most}.")
        raise Invalid(path, message, count=len(matrix), most=LARGEST_ORDER)
    for i, row in enumerate(matrix):
        for j, value in enumerate(row[: i + 1]):
            if abs(value * matrix[j][i] - 1) > 1e-6:
                message = N_("This must be 1 / {other}, the inverse of its mirror image.")
                raise Invalid(f"{path}[{i}][{j}]", message, other=f"{matrix[j][i]:g}")


def _judged(matrix: Matrix, table: RandomIndex) -> Ahp:
    size = len(matrix)
    weights, largest = _eigenvector(matrix)
    index = max((largest - size) / (size - 1), 0.0) if size > 2 else 0.0
    chance = RANDOM_INDEX[table][size - 3] if size > 2 else 1.0
    found = index / chance
    worst = _worst_triple(matrix)
    problems = []
    if found > ACCEPTABLE + SLACK and worst is not None:
        message = N_(
            "The comparisons contradict each other (ratio {ratio}); most of all those of"
            " items {first}, {second} and {third}."
        )
        first, second, third = (place + 1 for place in worst)
        words = {"ratio": f"{found:.3f}", "first": first, "second": second, "third": third}
        problems.append(Problem("inconsistent", message, words))
    problems += _circles(matrix)
    return Ahp(
        weights,
        largest,
        index,
        found,
        found <= ACCEPTABLE + SLACK,
        normalised([math.exp(sum(math.log(v) for v in row) / size) for row in matrix]),
        worst,
        table,
        tuple(problems),
    )


def _eigenvector(matrix: Matrix) -> tuple[tuple[float, ...], float]:
    import numpy as np

    values, vectors = np.linalg.eig(np.array(matrix, dtype=float))
    best = int(np.argmax(values.real))
    vector = [abs(float(part)) for part in vectors[:, best].real]
    return normalised(vector, "matrix"), float(values[best].real)


def _worst_triple(matrix: Matrix) -> tuple[int, ...] | None:
    triples = itertools.combinations(range(len(matrix)), 3)
    return max(triples, key=lambda triple: _contradiction(matrix, triple), default=None)


def _contradiction(matrix: Matrix, triple: Sequence[int]) -> float:
    i, j, k = triple
    return abs(math.log(matrix[i][j] * matrix[j][k] * matrix[k][i]))


def _circles(matrix: Matrix) -> list[Problem]:
    found = []
    for i, j, k in itertools.combinations(range(len(matrix)), 3):
        for a, b, c in ((i, j, k), (i, k, j)):
            if min(matrix[a][b], matrix[b][c], matrix[c][a]) > 1 + SLACK:
                message = N_(
                    "Item {first} is preferred to {second}, {second} to {third}, and {third} to"
                    " {first}: one of the three must be judged anew."
                )
                words = {"first": a + 1, "second": b + 1, "third": c + 1}
                found.append(Problem("circular", message, words))
    return found


@dataclass(frozen=True, slots=True)
class AhpGroupInput:
    """One matrix of comparisons a person."""

    matrices: Annotated[tuple[Annotated[Matrix, Filled()], ...], Filled()]
    random_index: RandomIndex = "saaty-1980"


@dataclass(frozen=True, slots=True)
class Judge:
    """One person's weights and consistency."""

    weights: tuple[float, ...]
    consistency_ratio: float


@dataclass(frozen=True, slots=True)
class AhpGroup(Ahp):
    """The group's comparisons, the weights they give, and each person's."""

    matrix: tuple[tuple[float, ...], ...] = ()
    individual: tuple[Judge, ...] = ()


@method("ahp-group")
def ahp_group(given: AhpGroupInput) -> AhpGroup:
    """Join several people's comparisons by their geometric mean (Aczél & Saaty 1983).

    Raises:
        Invalid: as `ahp`, and where sizes differ.
    """
    size = len(given.matrices[0])
    for index, matrix in enumerate(given.matrices):
        path = f"matrices[{index}]"
        same_length(path, matrix, size, "matrices[0]")
        for place, row in enumerate(matrix):
            same_length(f"{path}[{place}]", row, size, path)
        _require_reciprocal(matrix, path)
    people = len(given.matrices)
    joint = tuple(
        tuple(
            math.exp(math.fsum(math.log(matrix[i][j]) for matrix in given.matrices) / people)
            for j in range(size)
        )
        for i in range(size)
    )
    group = _judged(joint, given.random_index)
    each = [_judged(matrix, given.random_index) for matrix in given.matrices]
    return AhpGroup(
        **{name: getattr(group, name) for name in Ahp.__dataclass_fields__},
        matrix=joint,
        individual=tuple(Judge(one.weights, one.consistency_ratio) for one in each),
    )


@dataclass(frozen=True, slots=True)
class PrioritisedAlternative:
    """An alternative and its priority under each criterion."""

    id: str
    priorities: Annotated[tuple[Size, ...], SameLength("criteria_weights")]


@dataclass(frozen=True, slots=True)
class AhpHierarchyInput:
    """The criteria's weights and the alternatives' priorities under them."""

    criteria_weights: Annotated[tuple[Annotated[float, Bound(0)], ...], Filled()]
    alternatives: Annotated[tuple[PrioritisedAlternative, ...], Filled()]


@dataclass(frozen=True, slots=True)
class AlternativePriority:
    """An alternative's priority over all criteria."""

    id: str
    priority: float
    rank: int


@dataclass(frozen=True, slots=True)
class AhpHierarchy:
    """The alternatives by priority."""

    alternatives: tuple[AlternativePriority, ...]
    ranking: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("ahp-hierarchy")
def ahp_hierarchy(given: AhpHierarchyInput) -> AhpHierarchy:
    """Carry priorities up the hierarchy: Σ weight × priority (Saaty 1980).

    Raises:
        Invalid: where all weights are 0.
    """
    weights = normalised(given.criteria_weights, "criteria_weights")
    scores = {one.id: weighted(weights, one.priorities) for one in given.alternatives}
    places = ranks(dict(scores))
    return AhpHierarchy(
        tuple(AlternativePriority(who, score, places[who] or 0) for who, score in scores.items()),
        ranking(dict(scores)),
        weight_warnings(given.criteria_weights),
    )
