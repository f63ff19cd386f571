"""Which customers stay: retention by cohort."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import Filled, Invalid, Month, Problem, method
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class Order:
    """Who bought in which month."""

    customer: str
    month: Annotated[str, Month()]


@dataclass(frozen=True, slots=True)
class CohortsInput:
    """Orders, and the last month that was observed."""

    orders: Annotated[tuple[Order, ...], Filled()]
    last_month: Annotated[str, Month()]


@dataclass(frozen=True, slots=True)
class Cohort:
    """The customers who first bought in a month, and the share active in each month since."""

    id: str
    customers: int
    retention: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Cohorts:
    """The cohorts, oldest first."""

    cohorts: tuple[Cohort, ...]
    warnings: tuple[Problem, ...] = ()


@method("cohorts")
def cohorts(given: CohortsInput) -> Cohorts:
    """Retention by cohort: active customers / cohort's size, as long as it was observed.

    Raises:
        Invalid: where an order is later than the last month.
    """
    last = _month_number(given.last_month)
    active: dict[str, set[int]] = defaultdict(set)
    for index, order in enumerate(given.orders):
        month = _month_number(order.month)
        if month > last:
            message = N_("{month} is later than the last month, {last}.")
            words = {"month": order.month, "last": given.last_month}
            raise Invalid(f"orders[{index}].month", message, **words)
        active[order.customer].add(month)
    members: dict[int, list[set[int]]] = defaultdict(list)
    for months in active.values():
        members[min(months)].append(months)
    found = []
    for first in sorted(members):
        group = members[first]
        shares = tuple(
            sum(month in months for months in group) / len(group)
            for month in range(first, last + 1)
        )
        found.append(Cohort(f"{first // 12:04d}-{first % 12 + 1:02d}", len(group), shares))
    return Cohorts(tuple(found))


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1
