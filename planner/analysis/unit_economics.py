"""What a sale and a customer leave: break-even, payback, discounts, lifetime value."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, Literal

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import ratio, whole
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class BreakEvenInput:
    """Fixed cost, price and variable cost of a unit; what profit or campaign it should carry."""

    fixed_cost: Size
    price: Size
    variable_cost: Size
    target_profit: float | None = None
    campaign_cost: Size | None = None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Units and revenue at which nothing is lost; None where a unit leaves nothing."""

    units: float | None
    whole_units: int | None
    revenue: float | None
    margin: float | None
    units_for_target: float | None
    extra_units_for_campaign: float | None
    warnings: tuple[Problem, ...] = ()


@method("break-even")
def break_even(given: BreakEvenInput) -> BreakEven:
    """Break-even units = fixed cost / (price − variable cost)."""
    unit = given.price - given.variable_cost
    share = ratio(unit, given.price)
    if unit <= 0:
        warning = undefined(N_("A unit leaves nothing: no number of them breaks even."))
        return BreakEven(None, None, None, share, None, None, (warning,))
    units = given.fixed_cost / unit
    target = (
        None if given.target_profit is None else (given.fixed_cost + given.target_profit) / unit
    )
    extra = None if given.campaign_cost is None else given.campaign_cost / unit
    return BreakEven(units, whole(units), units * given.price, share, target, extra)


@dataclass(frozen=True, slots=True)
class DiscountInput:
    """Price, cost of a unit, and the part of the price that is given away."""

    price: Size
    unit_cost: Size
    discount: Share


@dataclass(frozen=True, slots=True)
class Discount:
    """How many more must be sold to earn the same, as a share; None where it can’t be done."""

    volume_uplift: float | None
    warnings: tuple[Problem, ...] = ()


@method("discount-uplift")
def discount_uplift(given: DiscountInput) -> Discount:
    """Volume needed after a discount d at margin m: m / (m − d) − 1."""
    if given.price <= 0:
        return Discount(None, (undefined(N_("There is no price to discount.")),))
    margin = (given.price - given.unit_cost) / given.price
    left = margin - given.discount
    if left <= SLACK:
        return Discount(
            None,
            (
                undefined(
                    N_("The discount leaves nothing of a sale: no volume makes up for it."),
                ),
            ),
        )
    return Discount(margin / left - 1)


@dataclass(frozen=True, slots=True)
class SimpleClvInput:
    """Margin of a period, how many stay, the discount rate, and over how many margins."""

    margin_per_period: float
    retention: Share
    discount: Size
    first_margin: Literal["now", "end"]
    periods: Annotated[int, Bound(1)] | None = None
    acquisition_cost: Size = 0.0


@dataclass(frozen=True, slots=True)
class SimpleClv:
    """What a customer leaves, discounted, less what winning him cost."""

    clv: float
    warnings: tuple[Problem, ...] = ()


@method("simple-clv")
def simple_clv(given: SimpleClvInput) -> SimpleClv:
    """Customer lifetime value of a constant margin and retention (Gupta & Lehmann 2005).

    First margin now: Σ m·(r/(1+d))^t from t = 0; at the end of the first period each margin is
    m·r^t/(1+d)^t from t = 1.

    Raises:
        Invalid: for a sum without end (retention ≥ 1 + discount and no number of periods).
    """
    keep = given.retention / (1 + given.discount)
    if given.periods is None:
        if keep >= 1 - SLACK:
            raise Invalid(
                "periods", N_("With this retention the sum has no end; give a number of periods.")
            )
        total = given.margin_per_period / (1 - keep)
    else:
        total = given.margin_per_period * _geometric(keep, given.periods)
    if given.first_margin == "end":
        total *= keep
    return SimpleClv(total - given.acquisition_cost)


def _geometric(keep: float, count: int) -> float:
    if keep == 1:
        return float(count)
    if keep == 0:
        return 1.0
    # log and expm1 keep all digits where a ratio near 1 would cancel
    return math.expm1(count * math.log(keep)) / (keep - 1)


@dataclass(frozen=True, slots=True)
class PaybackInput:
    """What a customer costs, brings a month, and how many leave a month."""

    cac: Size
    monthly_revenue: Size
    margin: Share
    monthly_churn: Share = 0.0


@dataclass(frozen=True, slots=True)
class Payback:
    """Months until a customer has paid for himself; None where he never does."""

    payback_months: float | None
    churn_adjusted_payback_months: float | None
    ltv: float | None
    ltv_to_cac: float | None
    warnings: tuple[Problem, ...] = ()


@method("payback")
def payback(given: PaybackInput) -> Payback:
    """Payback = CAC / monthly margin m; with churn c: ln(1 − CAC·c/m) / ln(1 − c).

    LTV = m / c, which supposes a steady churn.
    """
    earned = given.monthly_revenue * given.margin
    churn = given.monthly_churn
    simple = ratio(given.cac, earned)
    ltv = ratio(earned, churn)
    problems = []
    if simple is None:
        problems.append(undefined(N_("A customer leaves no margin: the cost never comes back.")))
    if ltv is None:
        problems.append(undefined(N_("Without churn a lifetime has no end: no lifetime value.")))
    adjusted = simple if churn == 0 else _with_churn(given.cac, earned, churn)
    if adjusted is None and simple is not None:
        message = N_("Customers leave before they have paid back what they cost.")
        problems.append(undefined(message))
    share = ratio(ltv, given.cac)
    if share is None and ltv is not None:
        problems.append(undefined(N_("A customer costs nothing: there is no ratio to his cost.")))
    return Payback(simple, adjusted, ltv, share, tuple(problems))


def _with_churn(cac: float, earned: float, churn: float) -> float | None:
    if earned == 0:
        return None
    lost = cac * churn / earned
    if lost >= 1:
        return None
    if churn == 1:
        return 1.0 if cac > 0 else 0.0
    return math.log1p(-lost) / math.log1p(-churn)
