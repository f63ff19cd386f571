"""Which customers stay: cohorts, and RFM cells of recency, frequency and money."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal

from planner.analysis.declaring import (
    Filled,
    Invalid,
    Month,
    Problem,
    Size,
    method,
)
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


@dataclass(frozen=True, slots=True)
class Transaction:
    """A purchase; a negative amount is a refund."""

    customer: str
    date: date
    amount: float


@dataclass(frozen=True, slots=True)
class RfmCustomer:
    """A customer's days since the last purchase, number of purchases, and money."""

    id: str
    recency_days: Size
    frequency: Size
    monetary: float


@dataclass(frozen=True, slots=True)
class RfmCuts:
    """Four rising lines that part a figure in five."""

    recency: tuple[float, float, float, float]
    frequency: tuple[float, float, float, float]
    monetary: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class RfmInput:
    """Transactions up to a day, or customers already summed up."""

    analysis_date: date | None = None
    transactions: Annotated[tuple[Transaction, ...], Filled()] | None = None
    customers: Annotated[tuple[RfmCustomer, ...], Filled()] | None = None
    merge_same_day: bool = False
    monetary: Literal["sum", "mean"] = "sum"
    cuts: RfmCuts | None = None
    segment_by: Literal["RF", "R(FM)"] = "RF"


@dataclass(frozen=True, slots=True)
class ScoredCustomer(RfmCustomer):
    """A customer's three scores, their cell and its segment."""

    r: int
    f: int
    m: int
    cell: str
    segment: str


@dataclass(frozen=True, slots=True)
class RfmSegment:
    """How many customers a segment has and what they brought."""

    segment: str
    customers: int
    revenue: float


@dataclass(frozen=True, slots=True)
class Rfm:
    """The cuts as used, customers by first appearance, and the segments that occur."""

    cuts: RfmCuts
    customers: tuple[ScoredCustomer, ...]
    segments: tuple[RfmSegment, ...]
    warnings: tuple[Problem, ...] = ()


FEWEST_CUSTOMERS = 30
SEGMENTS: Mapping[int, Sequence[str]] = {
    5: ("New customers", "Potential loyalists", "Potential loyalists", "Champions", "Champions"),
    4: (
        "Promising",
        "Potential loyalists",
        "Potential loyalists",
        "Loyal customers",
        "Loyal customers",
    ),
    3: (
        "About to sleep",
        "About to sleep",
        "Need attention",
        "Loyal customers",
        "Loyal customers",
    ),
    2: ("Hibernating", "Hibernating", "At risk", "At risk", "Can't lose them"),
    1: ("Lost", "Hibernating", "At risk", "At risk", "Can't lose them"),
}
"""The segment of each cell: by recency score, then by frequency score."""


@method("rfm")
def rfm(given: RfmInput) -> Rfm:
    """Score customers by recency, frequency and money (Hughes 1994) in a true partition.

    Cuts are the 20, 40, 60 and 80 % quantiles (type 7), rounded to 9 decimals; equal values
    always share a score.

    Raises:
        Invalid: where neither or both kinds of data are given, a purchase is later than the
            analysis date, or cuts do not rise.
    """
    customers = _customers(given)
    cuts = given.cuts or _quantile_cuts(customers)
    for name in RfmCuts.__dataclass_fields__:
        lines = getattr(cuts, name)
        if given.cuts and any(low > high for low, high in pairwise(lines)):
            raise Invalid(f"cuts.{name}", N_("The four cuts must rise."))
    scored = tuple(_scored(customer, cuts, given.segment_by) for customer in customers)
    problems = []
    if len(customers) < FEWEST_CUSTOMERS and given.cuts is None:
        message = N_("{count} customers are few for fifths; give cuts of your own.")
        problems.append(Problem("few-customers", message, {"count": len(customers)}))
    repaid = [customer.id for customer in customers if customer.monetary <= 0]
    if repaid:
        message = N_("Refunds outweigh what was paid: {who}. The lowest money score is given.")
        problems.append(Problem("refund", message, {"who": _some(repaid)}))
    return Rfm(cuts, scored, _segments(given, scored), tuple(problems))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:10]) + (" …" if len(names) > 10 else "")


def _customers(given: RfmInput) -> Sequence[RfmCustomer]:
    if given.customers is not None:
        for name in ("transactions", "analysis_date"):
            if getattr(given, name) is not None:
                raise Invalid(name, N_("Give either transactions or customers, not both."))
        return given.customers
    if given.transactions is None:
        raise Invalid("transactions", N_("Give transactions up to a day, or customers."))
    if given.analysis_date is None:
        raise Invalid("analysis_date", N_("{name} is missing."))
    return _summed(given, given.transactions, given.analysis_date)


def _summed(
    given: RfmInput, transactions: Sequence[Transaction], until: date
) -> Sequence[RfmCustomer]:
    by_customer: dict[str, list[Transaction]] = defaultdict(list)
    for index, bought in enumerate(transactions):
        if bought.date > until:
            message = N_("{date} is later than the analysis date, {until}.")
            words = {"date": bought.date.isoformat(), "until": until.isoformat()}
            raise Invalid(f"transactions[{index}].date", message, **words)
        by_customer[bought.customer].append(bought)
    return [_sum_of(given, who, rows, until) for who, rows in by_customer.items()]


def _sum_of(given: RfmInput, who: str, rows: Sequence[Transaction], until: date) -> RfmCustomer:
    """A customer's figures; refunds are netted but are no purchases."""
    purchases = [row.date for row in rows if row.amount >= 0]
    count = len(set(purchases)) if given.merge_same_day else len(purchases)
    money = math.fsum(row.amount for row in rows)
    if given.monetary == "mean":
        money /= max(count, 1)
    last = max(purchases) if purchases else max(row.date for row in rows)
    return RfmCustomer(who, (until - last).days, count, money)


def _quantile_cuts(customers: Sequence[RfmCustomer]) -> RfmCuts:
    return RfmCuts(
        _fifths([customer.recency_days for customer in customers]),
        _fifths([customer.frequency for customer in customers]),
        _fifths([customer.monetary for customer in customers]),
    )


def _fifths(values: Sequence[float]) -> tuple[float, float, float, float]:
    """Quantiles by linear interpolation between order statistics (Hyndman & Fan type 7)."""
    ordered = sorted(values)
    found = []
    for part in (1, 2, 3, 4):
        place, rest = divmod((len(ordered) - 1) * part, 5)
        upper = ordered[min(place + 1, len(ordered) - 1)]
        found.append(round(ordered[place] + (upper - ordered[place]) * rest / 5, 9))
    return found[0], found[1], found[2], found[3]


def _scored(customer: RfmCustomer, cuts: RfmCuts, by: Literal["RF", "R(FM)"]) -> ScoredCustomer:
    recency = 5 - _above(customer.recency_days, cuts.recency)
    frequency = 1 + _above(customer.frequency, cuts.frequency)
    money = 1 + _above(customer.monetary, cuts.monetary) if customer.monetary > 0 else 1
    second = frequency if by == "RF" else (frequency + money + 1) // 2
    return ScoredCustomer(
        customer.id,
        customer.recency_days,
        customer.frequency,
        customer.monetary,
        recency,
        frequency,
        money,
        f"{recency}{frequency}{money}",
        SEGMENTS[recency][second - 1],
    )


def _above(value: float, cuts: Sequence[float]) -> int:
    rounded = round(value, 9)
    return sum(cut < rounded for cut in cuts)


def _segments(given: RfmInput, scored: Sequence[ScoredCustomer]) -> tuple[RfmSegment, ...]:
    revenue: dict[str, float] = defaultdict(float)
    count: dict[str, int] = defaultdict(int)
    purchases = given.transactions is not None and given.monetary == "mean"
    for customer in scored:
        revenue[customer.segment] += customer.monetary * (customer.frequency if purchases else 1)
        count[customer.segment] += 1
    order = dict.fromkeys(name for score in (5, 4, 3, 2, 1) for name in SEGMENTS[score])
    return tuple(RfmSegment(name, count[name], revenue[name]) for name in order if name in count)
