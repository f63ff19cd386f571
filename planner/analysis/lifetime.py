"""Who still is a customer and what they are worth: BG/NBD, Gamma-Gamma, lifetime value.

One unit of time throughout; repeat purchases leave out the first, and those of one day count once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Count,
    Filled,
    Invalid,
    Positive,
    Problem,
    Size,
    method,
    undefined,
)
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class BgNbdParams:
    """Gamma of buying rates (r, alpha) and beta of dropping out (a, b)."""

    r: Positive
    alpha: Positive
    a: Positive
    b: Positive


@dataclass(frozen=True, slots=True)
class Buyer:
    """Repeat purchases, age at the last purchase, and age, both since the first purchase."""

    id: str
    repeat_purchases: Count
    age_at_last_purchase: Size
    age: Size


@dataclass(frozen=True, slots=True)
class WatchedBuyer(Buyer):
    """A buyer, and how far ahead to look."""

    horizon: Size


@dataclass(frozen=True, slots=True)
class BgNbdInput:
    """A fitted model and the customers to judge."""

    params: BgNbdParams
    customers: Annotated[tuple[WatchedBuyer, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ExpectedBuyer:
    """How likely a customer still is one, and purchases expected within the horizon."""

    id: str
    p_alive: float
    expected_purchases: float


@dataclass(frozen=True, slots=True)
class BgNbd:
    """The customers judged."""

    customers: tuple[ExpectedBuyer, ...]
    warnings: tuple[Problem, ...] = ()


def check_ages(customers: Sequence[Buyer]) -> None:
    """Require the last purchase to lie within a customer's age, and at 0 without repeats.

    Raises:
        Invalid: where it does not.
    """
    for index, one in enumerate(customers):
        path = f"customers[{index}].age_at_last_purchase"
        if one.age_at_last_purchase > one.age * (1 + SLACK) + SLACK:
            message = N_("{id}: the last purchase is later than the customer is old.")
            raise Invalid(path, message, id=one.id)
        if one.repeat_purchases == 0 and one.age_at_last_purchase > 0:
            message = N_("{id}: without a repeat purchase the age at the last one is 0.")
            raise Invalid(path, message, id=one.id)


def columns(customers: Sequence[Buyer]) -> tuple[Array, Array, Array]:
    """Repeat purchases, age at the last one, and age, as arrays."""
    import numpy as np

    return (
        np.array([float(one.repeat_purchases) for one in customers]),
        np.array([one.age_at_last_purchase for one in customers]),
        np.array([one.age for one in customers]),
    )


@method("bg-nbd")
def bg_nbd(given: BgNbdInput) -> BgNbd:
    """Judge customers by the BG/NBD model (Fader, Hardie & Lee, Marketing Science 2005).

    Raises:
        Invalid: where a last purchase lies beyond the age.
    """
    import numpy as np

    check_ages(given.customers)
    x, last, age = columns(given.customers)
    horizon = np.array([one.horizon for one in given.customers])
    alive = _alive(given.params, x, last, age)
    expected = expected_purchases(given.params, (x, last, age), horizon)
    return BgNbd(
        tuple(
            ExpectedBuyer(one.id, float(chance), float(purchases))
            for one, chance, purchases in zip(given.customers, alive, expected, strict=True)
        )
    )


def _gone(params: BgNbdParams, x: Array, last: Array, age: Array) -> Array:
    """The odds of having dropped out; 0 without a repeat purchase."""
    import numpy as np

    power = (params.r + x) * (np.log(params.alpha + age) - np.log(params.alpha + last))
    odds = params.a / (params.b + np.maximum(x, 1.0) - 1) * np.exp(power)
    return np.where(x > 0, odds, 0.0)


def _alive(params: BgNbdParams, x: Array, last: Array, age: Array) -> Array:
    return 1 / (1 + _gone(params, x, last, age))


def expected_purchases(
    params: BgNbdParams, customers: tuple[Array, Array, Array], horizon: Array
) -> Array:
    """Purchases expected of each customer within the horizon from now."""
    x, last, age = customers
    return _unconditional(params, x, age, horizon) / (1 + _gone(params, x, last, age))


NEAR_ONE, TINY = 1e-3, 1e-6


def _unconditional(params: BgNbdParams, x: Array, age: Array, horizon: Array) -> Array:
    """Purchases expected of a customer who is still there.

    (a + b + x − 1)/(a − 1)·[1 − ((α + T)/(α + T + t))^(r + x) ₂F₁(r + x, b + x; a + b + x − 1; z)]
    with z = t/(α + T + t). At a = 1 it is 0/0, at a + b = 1 and x = 0 it is 0·∞; it is smooth
    there, so neighbours of a or b stand in.
    """
    if abs(params.a - 1) < NEAR_ONE:
        step = 4 * NEAR_ONE
        inner = [_shifted(params, s, 0.0, (x, age), horizon) for s in (-step, step)]
        outer = [_shifted(params, 2 * s, 0.0, (x, age), horizon) for s in (-step, step)]
        return (4 * (inner[0] + inner[1]) - (outer[0] + outer[1])) / 6
    if abs(params.a + params.b - 1) < TINY:
        step = 100 * TINY
        pair = [_shifted(params, 0.0, s, (x, age), horizon) for s in (-step, step)]
        return (pair[0] + pair[1]) / 2
    return _shifted(params, 0.0, 0.0, (x, age), horizon)


def _shifted(
    params: BgNbdParams, da: float, db: float, customers: tuple[Array, Array], horizon: Array
) -> Array:
    """The formula with a and b moved a little."""
    import numpy as np

    from planner.analysis.special import hypergeometric

    x, age = customers
    a, b = params.a + da, params.b + db
    z = horizon / (params.alpha + age + horizon)
    bought, stayed = params.r + x, a + b + x - 1
    series = hypergeometric(bought, b + x, stayed, z)
    shrunk = np.exp(bought * np.log1p(-z))
    return stayed / (a - 1) * (1 - shrunk * series)


@dataclass(frozen=True, slots=True)
class NewCustomerInput:
    """A fitted model, and how far ahead to look."""

    params: BgNbdParams
    horizons: Annotated[tuple[Size, ...], Filled()]


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """Repeat purchases expected of a new customer within each horizon."""

    expected_purchases: tuple[float, ...]
    warnings: tuple[Problem, ...] = ()


@method("bg-nbd-new")
def bg_nbd_new(given: NewCustomerInput) -> NewCustomer:
    """Expect purchases of a new customer (Fader, Hardie & Lee 2005, formula 9)."""
    import numpy as np

    horizon = np.array(given.horizons)
    nothing = np.zeros_like(horizon)
    expected = _unconditional(given.params, nothing, nothing, horizon)
    return NewCustomer(tuple(float(value) for value in expected))


@dataclass(frozen=True, slots=True)
class GammaGammaParams:
    """Spend of a purchase (p), and its spread over customers (q, v)."""

    p: Positive
    q: Positive
    v: Positive


@dataclass(frozen=True, slots=True)
class Spender:
    """Repeat purchases and their mean amount."""

    id: str
    repeat_purchases: Count
    mean_spend: Size


@dataclass(frozen=True, slots=True)
class GammaGammaInput:
    """A fitted model and the customers to judge."""

    params: GammaGammaParams
    customers: Annotated[tuple[Spender, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ExpectedSpender:
    """The amount expected of a customer's purchases; None where it is not defined."""

    id: str
    expected_mean_spend: float | None


@dataclass(frozen=True, slots=True)
class GammaGamma:
    """The customers judged."""

    customers: tuple[ExpectedSpender, ...]
    warnings: tuple[Problem, ...] = ()


@method("gamma-gamma")
def gamma_gamma(given: GammaGammaInput) -> GammaGamma:
    """Expect the amount of a purchase: p(v + x·m̄)/(p·x + q − 1) (Fader & Hardie 2013)."""
    found, lost = [], []
    for one in given.customers:
        expected = expected_spend(given.params, one.repeat_purchases, one.mean_spend)
        found.append(ExpectedSpender(one.id, expected))
        if expected is None:
            lost.append(one.id)
    return GammaGamma(tuple(found), no_mean(lost))


def expected_spend(params: GammaGammaParams, x: float, mean_spend: float) -> float | None:
    """The mean amount expected of a customer; None where the spread is too wide for a mean."""
    under = params.p * x + params.q - 1
    return params.p * (params.v + x * mean_spend) / under if under > 0 else None


def no_mean(lost: Sequence[str]) -> tuple[Problem, ...]:
    """Say for whom no mean amount is defined."""
    if not lost:
        return ()
    message = N_("{who}: with q of 1 or less a customer without repeats has no expected amount.")
    return (undefined(message, who=", ".join(lost[:10])),)


@dataclass(frozen=True, slots=True)
class ValuedBuyer(Buyer):
    """A buyer with the mean amount of the repeat purchases."""

    mean_spend: Size


@dataclass(frozen=True, slots=True)
class ClvInput:
    """Two fitted models, months to look ahead, units of time a month, discount and margin."""

    bg_nbd: BgNbdParams
    gamma_gamma: GammaGammaParams
    months: Annotated[int, Bound(1, 1200)]
    units_per_month: Positive
    monthly_discount: Annotated[float, Bound(-1, above=True)]
    customers: Annotated[tuple[ValuedBuyer, ...], Filled()]
    margin: Annotated[float, Bound(0, 1)] = 1.0


@dataclass(frozen=True, slots=True)
class CustomerValue:
    """What a customer will be worth; None where no amount can be expected."""

    id: str
    clv: float | None


@dataclass(frozen=True, slots=True)
class Clv:
    """The customers' lifetime values."""

    customers: tuple[CustomerValue, ...]
    warnings: tuple[Problem, ...] = ()


@method("clv")
def clv(given: ClvInput) -> Clv:
    """Value customers: margin × E[M] × Σ (E[Y(i)] − E[Y(i − 1)])/(1 + d)^i over months i.

    Raises:
        Invalid: where a last purchase lies beyond the age.
    """
    check_ages(given.customers)
    total = _discounted(given, columns(given.customers))
    found, lost = [], []
    for one, purchases in zip(given.customers, total, strict=True):
        amount = expected_spend(given.gamma_gamma, one.repeat_purchases, one.mean_spend)
        if amount is None:
            lost.append(one.id)
            found.append(CustomerValue(one.id, None))
        else:
            found.append(CustomerValue(one.id, given.margin * amount * float(purchases)))
    return Clv(tuple(found), no_mean(lost))


AT_ONCE = 100_000
"""Customers times months that are worked out in one go."""


def _discounted(given: ClvInput, data: tuple[Array, Array, Array]) -> Array:
    """Each customer's purchases, month by month, at their present value."""
    import numpy as np

    count = len(data[0])
    block = max(1, AT_ONCE // count)
    total, before = np.zeros(count), np.zeros((1, count))
    for first in range(1, given.months + 1, block):
        months = np.arange(first, min(first + block, given.months + 1), dtype=float)
        tiled = np.tile(np.array(data), len(months))
        ahead = np.repeat(months * given.units_per_month, count)
        until = expected_purchases(given.bg_nbd, (tiled[0], tiled[1], tiled[2]), ahead)
        until = until.reshape(len(months), count)
        within = np.diff(until, axis=0, prepend=before)
        total += (1 + given.monthly_discount) ** -months @ within
        before = until[-1:]
    return total
