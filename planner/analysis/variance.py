"""Why the actual differs from the plan: bridges of contribution, revenue and funnel."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import (
    Filled,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import log_mean
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class Costed:
    """Units sold, price and cost of a unit."""

    units: Size
    price: Size
    unit_cost: Size


@dataclass(frozen=True, slots=True)
class CostedProduct:
    """A product as planned and as it came; None where it was not planned or not sold."""

    id: str
    plan: Costed | None = None
    actual: Costed | None = None


@dataclass(frozen=True, slots=True)
class ContributionInput:
    """The products."""

    products: Annotated[tuple[CostedProduct, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ContributionEffects:
    """What each cause adds to contribution; favourable is positive."""

    price: float
    cost: float
    mix: float
    quantity: float
    new: float
    dropped: float


@dataclass(frozen=True, slots=True)
class ProductContribution(ContributionEffects):
    """The causes for one product."""

    id: str


@dataclass(frozen=True, slots=True)
class TotalContribution(ContributionEffects):
    """The causes for all products; they add up to the change."""

    change: float


@dataclass(frozen=True, slots=True)
class ContributionBridge:
    """From planned to actual contribution without a residual."""

    products: tuple[ProductContribution, ...]
    total: TotalContribution
    plan_contribution: float
    actual_contribution: float
    warnings: tuple[Problem, ...] = ()


EFFECTS = ("price", "cost", "mix", "quantity", "new", "dropped")


@method("contribution-bridge")
def contribution_bridge(given: ContributionInput) -> ContributionBridge:
    """Explain the change of contribution by price, cost, mix and quantity (Drury).

    price = Σ(P_a − P_b)·Q_a, cost = Σ(c_b − c_a)·Q_a, mix = Σ(Q_a − ΣQ_a·share_b)·m_b,
    quantity = Σ(ΣQ_a − ΣQ_b)·share_b·m_b over products with both; new and dropped apart.

    Raises:
        Invalid: where a product has neither plan nor actual.
    """
    _require_a_side(given.products)
    both = [(p.plan, p.actual) for p in given.products if p.plan and p.actual]
    planned_units = math.fsum(plan.units for plan, _ in both)
    sold_units = math.fsum(actual.units for _, actual in both)
    rows = [_contribution(p, planned_units, sold_units) for p in given.products]
    plan = math.fsum(_margin(p.plan) for p in given.products)
    actual = math.fsum(_margin(p.actual) for p in given.products)
    problems: tuple[Problem, ...] = ()
    if both and planned_units == 0:
        message = N_("No units were planned: mix and quantity cannot be told apart.")
        problems = (Problem("no-planned-units", message),)
    sums = {name: math.fsum(getattr(row, name) for row in rows) for name in EFFECTS}
    total = TotalContribution(change=actual - plan, **sums)
    return ContributionBridge(tuple(rows), total, plan, actual, problems)


def _margin(side: Costed | None) -> float:
    return 0.0 if side is None else side.units * (side.price - side.unit_cost)


def _contribution(product: CostedProduct, planned: float, sold: float) -> ProductContribution:
    plan, actual = product.plan, product.actual
    if plan is None or actual is None:
        alone = _margin(actual) if plan is None else 0.0
        gone = -_margin(plan) if actual is None else 0.0
        return ProductContribution(0.0, 0.0, 0.0, 0.0, alone, gone, product.id)
    margin = plan.price - plan.unit_cost
    share = plan.units / planned if planned else 0.0
    return ProductContribution(
        price=(actual.price - plan.price) * actual.units,
        cost=(plan.unit_cost - actual.unit_cost) * actual.units,
        mix=(actual.units - sold * share) * margin,
        quantity=(sold - planned) * share * margin,
        new=0.0,
        dropped=0.0,
        id=product.id,
    )


def _require_a_side(products: Sequence[CostedProduct | PricedProduct]) -> None:
    for index, product in enumerate(products):
        if product.plan is None and product.actual is None:
            message = N_("{id} has neither a plan nor an actual.")
            raise Invalid(f"products[{index}].actual", message, id=product.id)


@dataclass(frozen=True, slots=True)
class Priced:
    """Units sold and their price."""

    units: Size
    price: Size


@dataclass(frozen=True, slots=True)
class PricedProduct:
    """A product as planned and as it came; None where it was not planned or not sold."""

    id: str
    plan: Priced | None = None
    actual: Priced | None = None


@dataclass(frozen=True, slots=True)
class RevenueInput:
    """The products."""

    products: Annotated[tuple[PricedProduct, ...], Filled()]


@dataclass(frozen=True, slots=True)
class RevenueEffects:
    """What each cause adds to revenue."""

    price: float
    volume: float
    new: float
    dropped: float


@dataclass(frozen=True, slots=True)
class ProductRevenue(RevenueEffects):
    """The causes for one product."""

    id: str


@dataclass(frozen=True, slots=True)
class TotalRevenue(RevenueEffects):
    """The causes for all products; they add up to the change."""

    change: float


@dataclass(frozen=True, slots=True)
class RevenueBridge:
    """From planned to actual revenue without a residual."""

    products: tuple[ProductRevenue, ...]
    total: TotalRevenue
    plan_revenue: float
    actual_revenue: float
    warnings: tuple[Problem, ...] = ()


@method("revenue-bridge")
def revenue_bridge(given: RevenueInput) -> RevenueBridge:
    """Explain the change of revenue: volume at the planned price, price at actual units.

    Raises:
        Invalid: where a product has neither plan nor actual.
    """
    _require_a_side(given.products)
    rows = [_revenue(product) for product in given.products]
    plan = math.fsum(p.plan.units * p.plan.price for p in given.products if p.plan)
    actual = math.fsum(p.actual.units * p.actual.price for p in given.products if p.actual)
    names = ("price", "volume", "new", "dropped")
    sums = {name: math.fsum(getattr(row, name) for row in rows) for name in names}
    total = TotalRevenue(change=actual - plan, **sums)
    return RevenueBridge(tuple(rows), total, plan, actual)


def _revenue(product: PricedProduct) -> ProductRevenue:
    plan, actual = product.plan, product.actual
    if actual is None:
        gone = -plan.units * plan.price if plan else 0.0
        return ProductRevenue(0.0, 0.0, 0.0, gone, product.id)
    if plan is None:
        return ProductRevenue(0.0, 0.0, actual.units * actual.price, 0.0, product.id)
    volume = (actual.units - plan.units) * plan.price
    price = (actual.price - plan.price) * actual.units
    return ProductRevenue(price, volume, 0.0, 0.0, product.id)


@dataclass(frozen=True, slots=True)
class FunnelFactors:
    """What revenue is made of: spend / cost of a click × conversion × average order."""

    spend: Size
    cpc: Size
    conversion: Share
    aov: Size


@dataclass(frozen=True, slots=True)
class FunnelBridgeInput:
    """The factors as planned and as they came."""

    plan: FunnelFactors
    actual: FunnelFactors


@dataclass(frozen=True, slots=True)
class FunnelEffects:
    """What each factor adds to revenue; `cpc` is the effect of 1/CPC."""

    spend: float
    cpc: float
    conversion: float
    aov: float


@dataclass(frozen=True, slots=True)
class FunnelBridge:
    """From plan to actual: without order (None where a factor is 0), and step by step."""

    plan_revenue: float | None
    actual_revenue: float | None
    lmdi: FunnelEffects | None
    chain: FunnelEffects | None
    warnings: tuple[Problem, ...] = ()


@method("funnel-bridge")
def funnel_bridge(given: FunnelBridgeInput) -> FunnelBridge:
    """Explain revenue by the funnel's factors: log mean Divisia index (Ang 2004), and by chain.

    effect_k = L·ln(x_k1 / x_k0) with L = (V1 − V0)/ln(V1/V0); the chain replaces the factors in
    the order of the funnel.
    """
    before, after = _factors(given.plan), _factors(given.actual)
    plan = None if before is None else math.prod(before)
    actual = None if after is None else math.prod(after)
    if before is None or after is None or plan is None or actual is None:
        problem = undefined(N_("A click costs 0: the number of clicks has no end."))
        return FunnelBridge(plan, actual, None, None, (problem,))
    chain, value = [], plan
    for index in range(len(before)):
        mixed = math.prod((*after[: index + 1], *before[index + 1 :]))
        chain.append(mixed - value)
        value = mixed
    steps = FunnelEffects(*chain)
    if plan <= 0 or actual <= 0:
        message = N_("A factor is 0: the change can only be followed step by step.")
        return FunnelBridge(plan, actual, None, steps, (undefined(message),))
    level = log_mean(plan, actual)
    parts = [level * math.log(new / old) for old, new in zip(before, after, strict=True)]
    return FunnelBridge(plan, actual, FunnelEffects(*parts), steps)


def _factors(side: FunnelFactors) -> tuple[float, ...] | None:
    if side.cpc == 0:
        return None
    return side.spend, 1 / side.cpc, side.conversion, side.aov
