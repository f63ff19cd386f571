"""Who bought lately, often and much: RFM scores and the segments they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from planner.analysis.buying import Bought, bought, fifth_cuts, scored, sums
from planner.analysis.declaring import Filled, Invalid, Problem, Size, method
from planner.i18n import N_

if TYPE_CHECKING:
    from planner.analysis.buying import Fifths, Whole


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
    ids, found = _customers(given)
    cuts = _cuts(given, found)
    scores = scored(found, cuts.recency, cuts.frequency, cuts.monetary)
    places = _segments_of(scores, given.segment_by)
    customers = _listed(ids, found, scores, places)
    problems = []
    if len(ids) < FEWEST_CUSTOMERS and given.cuts is None:
        message = N_("{count} customers are few for fifths; give cuts of your own.")
        problems.append(Problem("few-customers", message, {"count": len(ids)}))
    repaid = [one.id for one in customers if one.monetary <= 0]
    if repaid:
        message = N_("Refunds outweigh what was paid: {who}. The lowest money score is given.")
        problems.append(Problem("refund", message, {"who": _some(repaid)}))
    return Rfm(cuts, customers, _segments(given, found, places), tuple(problems))


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:10]) + (" …" if len(names) > 10 else "")


def _customers(given: RfmInput) -> tuple[Sequence[str], Bought]:
    import numpy as np

    if given.customers is None:
        return _summed(given)
    for name in ("transactions", "analysis_date"):
        if getattr(given, name) is not None:
            raise Invalid(name, N_("Give either transactions or customers, not both."))
    columns = (
        np.array([getattr(one, name) for one in given.customers], dtype=float)
        for name in ("recency_days", "frequency", "monetary")
    )
    return [one.id for one in given.customers], Bought(*columns)


def _summed(given: RfmInput) -> tuple[Sequence[str], Bought]:
    import numpy as np

    if given.transactions is None:
        raise Invalid("transactions", N_("Give transactions up to a day, or customers."))
    if given.analysis_date is None:
        raise Invalid("analysis_date", N_("{name} is missing."))
    until = given.analysis_date
    for index, row in enumerate(given.transactions):
        if row.date > until:
            message = N_("{date} is later than the analysis date, {until}.")
            words = {"date": row.date.isoformat(), "until": until.isoformat()}
            raise Invalid(f"transactions[{index}].date", message, **words)
    codes: dict[str, int] = {}
    rows = [
        (codes.setdefault(row.customer, len(codes)), row.date.toordinal())
        for row in given.transactions
    ]
    who, days = np.array(rows, dtype=np.int64).T
    amounts = np.array([row.amount for row in given.transactions])
    found = bought(who, days, amounts, until.toordinal(), merge_same_day=given.merge_same_day)
    if given.monetary == "mean":
        money = found.monetary / np.maximum(found.frequency, 1)
        found = Bought(found.recency, found.frequency, money)
    return list(codes), found


def _cuts(given: RfmInput, found: Bought) -> RfmCuts:
    if given.cuts is None:
        columns = (found.recency, found.frequency, found.monetary)
        return RfmCuts(*(fifth_cuts(column) for column in columns))
    for name in RfmCuts.__dataclass_fields__:
        if any(low > high for low, high in pairwise(getattr(given.cuts, name))):
            raise Invalid(f"cuts.{name}", N_("The four cuts must rise."))
    return given.cuts


NAMES = tuple(dict.fromkeys(name for score in (5, 4, 3, 2, 1) for name in SEGMENTS[score]))
"""The segments, those who bought last first."""


def _segments_of(scores: Fifths, by: Literal["RF", "R(FM)"]) -> Whole:
    """The place in NAMES of each customer's segment."""
    import numpy as np

    table = np.array([[NAMES.index(name) for name in SEGMENTS[score]] for score in range(1, 6)])
    second = scores.frequency
    if by == "R(FM)":
        second = (scores.frequency + scores.monetary + 1) // 2
    places: Whole = table[scores.recency - 1, second - 1]
    return places


def _listed(
    ids: Sequence[str], found: Bought, scores: Fifths, places: Whole
) -> tuple[ScoredCustomer, ...]:
    columns = (
        found.recency, found.frequency, found.monetary,
        scores.recency, scores.frequency, scores.monetary, places,
    )  # fmt: skip
    return tuple(
        ScoredCustomer(who, days, count, money, r, f, m, f"{r}{f}{m}", NAMES[place])
        for who, days, count, money, r, f, m, place in zip(
            ids, *(column.tolist() for column in columns), strict=True
        )
    )


def _segments(given: RfmInput, found: Bought, places: Whole) -> tuple[RfmSegment, ...]:
    import numpy as np

    whole = given.transactions is not None and given.monetary == "mean"
    brought = found.monetary * np.maximum(found.frequency, 1) if whole else found.monetary
    revenue = sums(places, brought, len(NAMES))
    count = np.bincount(places, minlength=len(NAMES))
    return tuple(
        RfmSegment(name, int(count[place]), float(revenue[place]))
        for place, name in enumerate(NAMES)
        if count[place]
    )
