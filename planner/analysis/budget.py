"""Sums of money: built from tasks, and split over months to the smallest unit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from planner.analysis.declaring import Bound, Filled, Problem, Size, method
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class PhasingInput:
    """An amount in the currency's smallest unit, and the weight of each month."""

    budget_cents: Annotated[int, Bound(0)]
    weights: Annotated[tuple[Size, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Phasing:
    """The amount of each month; they add up exactly."""

    cents: tuple[int, ...]
    warnings: tuple[Problem, ...] = ()


@method("phasing")
def phasing(given: PhasingInput) -> Phasing:
    """Split an amount by weights with the largest remainder, ties to the earlier month."""
    warnings = ()
    if not any(given.weights):
        warnings = (
            Problem("equal-split", N_("All weights are 0: every month gets the same."), {}),
        )
    return Phasing(tuple(split_exactly(given.budget_cents, given.weights)), warnings)


def split_exactly(amount: int, weights: Sequence[float]) -> list[int]:
    """Split whole units by weights so that they add up; all weights 0 give equal parts."""
    parts = [Fraction(weight) for weight in weights]
    if not any(parts):
        parts = [Fraction(1)] * len(parts)
    total = sum(parts)
    exact = [amount * part / total for part in parts]
    whole = [math.floor(value) for value in exact]
    order = sorted(range(len(parts)), key=lambda index: (whole[index] - exact[index], index))
    for index in order[: amount - sum(whole)]:
        whole[index] += 1
    return whole


@dataclass(frozen=True, slots=True)
class CostedTask:
    """Something to be done: how many, at what price."""

    id: str
    quantity: Size
    unit_cost: Size


@dataclass(frozen=True, slots=True)
class TasksInput:
    """What has to be done, and the share kept for surprises."""

    tasks: Annotated[tuple[CostedTask, ...], Filled()]
    contingency: Size = 0.0


@dataclass(frozen=True, slots=True)
class TasksBudget:
    """The sum of the tasks, and with what is kept for surprises."""

    subtotal: float
    total: float
    warnings: tuple[Problem, ...] = ()


@method("objective-and-task")
def objective_and_task(given: TasksInput) -> TasksBudget:
    """Build a budget from tasks: Σ quantity × unit cost, plus contingency."""
    subtotal = math.fsum(task.quantity * task.unit_cost for task in given.tasks)
    return TasksBudget(subtotal, subtotal * (1 + given.contingency))
