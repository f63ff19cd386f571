"""Customers' purchases in arrays: what each adds up to, and in which fifth that lies.

A customer is a code from 0, a day a whole number. Nothing here depends on the order of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np

    Whole: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
    Scores: TypeAlias = np.ndarray[Any, np.dtype[np.int8]]
    Column: TypeAlias = np.ndarray[Any, np.dtype[Any]]

Cuts: TypeAlias = tuple[float, float, float, float]

DIGITS, ROUNDED_BELOW = 9, 8e6
"""Amounts are compared at so many decimals; from this size on doubles have no more of them."""
EXACT = 2.0**53
"""Whole numbers below it are exact as doubles, and so are their sums."""


@dataclass(frozen=True, slots=True)
class Bought:
    """Per customer: days since the last purchase, number of purchases, and money."""

    recency: Whole
    frequency: Whole
    monetary: Array


@dataclass(frozen=True, slots=True)
class Fifths:
    """Per customer: the scores of recency, frequency and money, 1 to 5, the best 5."""

    recency: Scores
    frequency: Scores
    monetary: Scores


def bought(
    customers: Whole, days: Whole, amounts: Array, today: int, *, merge_same_day: bool = False
) -> Bought:
    """Add up each customer's rows.

    A refund, a negative amount, lowers the money and is no purchase; who has nothing but refunds
    was last here on the day of the last one. Each code from 0 to the highest has a row.
    """
    import numpy as np

    count = int(customers.max()) + 1
    bought_ = amounts >= 0
    if bought_.all():
        last = _last(customers, days, count)
        who, when = customers, days
    else:
        who, when = customers[bought_], days[bought_]
        last = _last(who, when, count)
        last = np.where(last == NEVER, _last(customers, days, count), last)
    if merge_same_day and len(who):
        first = int(when.min())
        span = int(when.max()) - first + 1
        who = np.unique(who * span + (when - first)) // span
    frequency = np.bincount(who, minlength=count)
    return Bought(today - last, frequency, sums(customers, amounts, count))


NEVER = -(2**62)


def _last(customers: Whole, days: Whole, count: int) -> Whole:
    import numpy as np

    last = np.full(count, NEVER, dtype=np.int64)
    np.maximum.at(last, customers, days)
    return last


def sums(groups: Whole, amounts: Array, count: int) -> Array:
    """The sum of each group's amounts, the same in whatever order they come."""
    import numpy as np

    hundredths = np.rint(amounts * 100) if np.abs(amounts).max() < EXACT else amounts
    if (hundredths / 100 == amounts).all() and np.abs(hundredths).sum() < EXACT:
        return cast("Array", np.bincount(groups, weights=hundredths, minlength=count)) / 100
    order = np.lexsort((amounts, groups))
    return cast("Array", np.bincount(groups[order], weights=amounts[order], minlength=count))


def steadied(values: Column) -> Column:
    """Values without the noise behind their ninth decimal, so that equal ones stay equal."""
    import numpy as np

    if values.dtype.kind == "i":
        return values
    small = np.abs(values) < ROUNDED_BELOW
    if small.all():
        return values.round(DIGITS)
    rounded: Column = np.where(small, np.where(small, values, 0.0).round(DIGITS), values)
    return rounded


def fifth_cuts(values: Column) -> Cuts:
    """The 20, 40, 60 and 80 % quantiles by linear interpolation (Hyndman & Fan 1996, type 7)."""
    import numpy as np

    places = [divmod((len(values) - 1) * part, 5) for part in (1, 2, 3, 4)]
    end = len(values) - 1
    needed = sorted({min(place + more, end) for place, _ in places for more in (0, 1)})
    ordered = np.partition(values, needed)
    found = np.empty(4)
    for index, (place, rest) in enumerate(places):
        low, high = float(ordered[place]), float(ordered[min(place + 1, end)])
        found[index] = low + (high - low) * rest / 5
    first, second, third, fourth = (float(cut) for cut in steadied(found))
    return first, second, third, fourth


def above(values: Column, cuts: Sequence[float]) -> Scores:
    """How many of the cuts each value is above; a value on a cut is not above it."""
    import numpy as np

    steady = steadied(values)
    count: Scores = np.zeros(len(values), dtype=np.int8)
    for cut in cuts:
        count += steady > cut
    return count


def scored(of: Bought, recency: Cuts, frequency: Cuts, monetary: Cuts) -> Fifths:
    """The three scores of each customer; money that was all refunded scores 1."""
    import numpy as np

    money = 1 + above(of.monetary, monetary)
    return Fifths(
        5 - above(of.recency, recency),
        1 + above(of.frequency, frequency),
        np.where(of.monetary > 0, money, np.int8(1)),
    )
