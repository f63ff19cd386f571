"""Whether money comes back: return on marketing, break-even, bids, discounts, customers’ worth."""

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
    ratio,
    undefined,
)
from planner.analysis.funnel import whole
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class RomiInput:
    """Money spent and the revenue that would not have come without it."""

    spend: Size
    incremental_revenue: float
    margin: Share
    attributed_revenue: Size | None = None


@dataclass(frozen=True, slots=True)
class Romi:
    """Return on marketing investment and what belongs to it; None where undefined."""

    romi: float | None
    incremental_contribution: float
    net: float
    roas_incremental: float | None
    roas_attributed: float | None
    break_even_roas: float | None
    warnings: tuple[Problem, ...] = ()


@method("romi")
def romi(given: RomiInput) -> Romi:
    """ROMI = (incremental revenue × contribution margin − spend) / spend (Lenskold 2003)."""
    contribution = given.incremental_revenue * given.margin
    warnings = []
    if given.spend == 0:
        warnings.append(undefined("romi", N_("Nothing is spent: there is no return on it.")))
    if given.margin == 0:
        warnings.append(
            undefined("break_even_roas", N_("The margin is 0: no sales pay for marketing."))
        )
    return Romi(
        ratio(contribution - given.spend, given.spend),
        contribution,
        contribution - given.spend,
        ratio(given.incremental_revenue, given.spend),
        ratio(given.attributed_revenue, given.spend),
        ratio(1.0, given.margin),
        tuple(warnings),
    )


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
        warning = undefined("units", N_("A unit leaves nothing: no number of them breaks even."))
        return BreakEven(None, None, None, share, None, None, (warning,))
    units = given.fixed_cost / unit
    target = (
        None if given.target_profit is None else (given.fixed_cost + given.target_profit) / unit
    )
    extra = None if given.campaign_cost is None else given.campaign_cost / unit
    return BreakEven(units, whole(units), units * given.price, share, target, extra)


@dataclass(frozen=True, slots=True)
class MaxBidsInput:
    """Average order, margin, conversion, and the return that is asked for."""

    aov: Size
    margin: Share
    conversion: Share
    target_romi: Annotated[float, Bound(-1, above=True)]


@dataclass(frozen=True, slots=True)
class MaxBids:
    """The highest sane price of an order and of a click; None where the margin is 0."""

    break_even_cpa: float
    break_even_cpc: float
    break_even_roas: float | None
    break_even_drr: float
    target_cpa: float
    target_cpc: float
    target_roas: float | None
    warnings: tuple[Problem, ...] = ()


@method("max-bids")
def max_bids(given: MaxBidsInput) -> MaxBids:
    """Break-even price of an order = order × margin; for a return R, divided by 1 + R."""
    cpa = given.aov * given.margin
    target = cpa / (1 + given.target_romi)
    roas = ratio(1.0, given.margin)
    warnings = ()
    if roas is None:
        warnings = (undefined("break_even_roas", N_("The margin is 0: no sales pay for a bid.")),)
    return MaxBids(
        cpa,
        cpa * given.conversion,
        roas,
        given.margin,
        target,
        target * given.conversion,
        None if roas is None else roas * (1 + given.target_romi),
        warnings,
    )


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
        return Discount(None, (undefined("volume_uplift", N_("There is no price to discount.")),))
    margin = (given.price - given.unit_cost) / given.price
    left = margin - given.discount
    if left <= SLACK:
        return Discount(
            None,
            (
                undefined(
                    "volume_uplift",
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
        total = given.margin_per_period * math.fsum(keep**t for t in range(given.periods))
    if given.first_margin == "end":
        total *= keep
    return SimpleClv(total - given.acquisition_cost)
