"""What the firm earns: margins, what a customer is worth, how full it is."""

from __future__ import annotations

from dataclasses import dataclass

from planner.analysis.feeding.figures import Figure, figure_at, once_a_plan, once_for, total
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.portfolio import BcgInput, Product
from planner.model.plan import Plan

once_a_business = once_for(lambda plan: plan.business)
"""For what reads the step of business alone: plans that differ elsewhere share it."""


@dataclass(frozen=True, slots=True)
class OfferingFigures:
    """What one offering earns; None where the answers do not say.

    `unit_margin` is money a unit, `margin` a share of price and funding, `revenue` and
    `contribution` money in the baseline year, `units` how many were sold in it.
    """

    path: str
    unit_margin: Figure | None
    margin: Figure | None
    revenue: Figure | None
    units: Figure | None
    contribution: Figure | None


@once_a_business
def offerings(plan: Plan) -> tuple[OfferingFigures, ...]:
    """What each offering earns, in the plan's order."""
    return tuple(_offering(plan, f"business.offerings[{o.id}]") for o in plan.business.offerings)


def _offering(plan: Plan, path: str) -> OfferingFigures:
    price, cost = figure_at(plan, f"{path}.price"), figure_at(plan, f"{path}.unit_cost")
    funding = figure_at(plan, f"{path}.funding_per_unit") or Figure(0.0)
    share = figure_at(plan, f"{path}.share_of_revenue")
    revenue_of_firm = figure_at(plan, "business.baseline.revenue")
    unit_margin = margin = revenue = units = contribution = None
    if price is not None and cost is not None:
        unit_margin = price + funding - cost
        if price.value > 0:
            margin = unit_margin / price
    if share is not None and revenue_of_firm is not None:
        revenue = revenue_of_firm * share
        if price is not None and price.value > 0:
            units = revenue / price
        if margin is not None:
            contribution = revenue * margin
    return OfferingFigures(path, unit_margin, margin, revenue, units, contribution)


@once_a_business
def firm_margin(plan: Plan) -> Figure | None:
    """The contribution margin of the firm's sales.

    Σ share × (price + funding − unit cost) / price over the offerings whose figures are known,
    on the weight of their shares; else the gross margin of the accounts.
    """
    parts = [
        (share, earned.margin)
        for earned in offerings(plan)
        if earned.margin is not None
        and (share := figure_at(plan, f"{earned.path}.share_of_revenue")) is not None
    ]
    weight = total(share for share, _ in parts)
    if weight.value > 0:
        return total(share * margin for share, margin in parts) / weight
    alone = [earned.margin for earned in offerings(plan) if earned.margin is not None]
    if len(alone) == 1 and len(plan.business.offerings) == 1:
        return alone[0]
    return figure_at(plan, "business.baseline.gross_margin")


def margin_of(plan: Plan, offering: str | None) -> Figure | None:
    """The contribution margin of one offering, else the firm's."""
    path = f"business.offerings[{offering}]"
    known = next((earned.margin for earned in offerings(plan) if earned.path == path), None)
    return firm_margin(plan) if known is None else known


@once_a_business
def contribution(plan: Plan) -> Figure | None:
    """Contribution of the baseline year: revenue times margin."""
    revenue, margin = figure_at(plan, "business.baseline.revenue"), firm_margin(plan)
    return revenue * margin if revenue is not None and margin is not None else None


@once_a_business
def customer_worth(plan: Plan) -> Figure | None:
    """Contribution that a customer brings in a year, on average."""
    earned, customers = contribution(plan), figure_at(plan, "business.baseline.customers")
    if earned is None or customers is None or customers.value <= 0:
        return None
    return earned / customers


@once_a_business
def revenue_per_customer(plan: Plan) -> Figure | None:
    """What a customer buys for in a year, on average."""
    revenue = figure_at(plan, "business.baseline.revenue")
    customers = figure_at(plan, "business.baseline.customers")
    if revenue is None or customers is None or customers.value <= 0:
        return None
    return revenue / customers


@dataclass(frozen=True, slots=True)
class CapacityUse:
    """How much of a bottleneck is used: units of capacity a month, and the share of the most."""

    path: str
    used: Figure
    share: Figure


@once_a_business
def capacity_use(plan: Plan) -> tuple[CapacityUse, ...]:
    """The use of each bottleneck in an average month of the baseline year."""
    found = []
    only = len(plan.business.capacity) == 1
    for bottleneck in plan.business.capacity:
        path = f"business.capacity[{bottleneck.id}]"
        most = figure_at(plan, f"{path}.per_month")
        taken = [
            use
            for offering, earned in zip(plan.business.offerings, offerings(plan), strict=True)
            if offering.capacity == bottleneck.id or (only and offering.capacity is None)
            if (use := _taken(plan, earned)) is not None
        ]
        if most is not None and most.value > 0 and taken:
            used = total(taken) / Figure(12.0)
            found.append(CapacityUse(path, used, used / most))
    return tuple(found)


def _taken(plan: Plan, earned: OfferingFigures) -> Figure | None:
    if earned.units is None:
        return None
    per_unit = figure_at(plan, f"{earned.path}.capacity_per_unit") or Figure(1.0)
    return earned.units * per_unit


@dataclass(frozen=True, slots=True)
class SegmentFigures:
    """What a segment brings a year; None where the answers do not say."""

    path: str
    share: Figure | None
    revenue: Figure | None
    margin: Figure | None
    contribution: Figure | None


@once_a_plan
def segments(plan: Plan) -> tuple[SegmentFigures, ...]:
    """What each segment brings a year, in the plan's order."""
    return tuple(_segment(plan, s.id) for s in plan.segments.items)


def _segment(plan: Plan, identity: str) -> SegmentFigures:
    path = f"segments.items[{identity}]"
    size, own = figure_at(plan, f"{path}.size"), figure_at(plan, f"{path}.own_customers")
    spend = spend_per_customer(plan, identity)
    share = own / size if own is not None and size is not None and size.value > 0 else None
    revenue = own * spend if own is not None and spend is not None else None
    margin = segment_margin(plan, identity)
    earned = None
    if revenue is not None and margin is not None:
        earned = revenue * margin
        serving = figure_at(plan, f"{path}.cost_to_serve")
        if serving is not None and own is not None:
            earned = earned - own * serving
    return SegmentFigures(path, share, revenue, margin, earned)


def spend_per_customer(plan: Plan, segment: str) -> Figure | None:
    """What one customer of a segment buys for in a year."""
    path = f"segments.items[{segment}]"
    value = figure_at(plan, f"{path}.order_value")
    orders = figure_at(plan, f"{path}.orders_per_year")
    return value * orders if value is not None and orders is not None else None


def segment_margin(plan: Plan, segment: str) -> Figure | None:
    """A segment's margin: typed, else that of what it buys, else the firm's."""
    path = f"segments.items[{segment}]"
    typed = figure_at(plan, f"{path}.margin")
    if typed is not None:
        return typed
    member = next(item for item in plan.segments.items if item.id == segment)
    bought = member.offerings or ()
    if len(bought) == 1:
        return margin_of(plan, bought[0])
    return firm_margin(plan)


@once_a_plan
def targets(plan: Plan) -> tuple[str, ...]:
    """The ids of the targeted segments, in order of priority."""
    return tuple(s.id for s in plan.segments.items if s.decision == "target")


def portfolio(plan: Plan) -> Run | Missing:
    """Offers by the growth of their market and their share beside the largest rival's."""
    read: list[str] = []
    products = []
    for offer in plan.business.offerings:
        path = f"business.offerings[{offer.id}]"
        own, rival = offer.own_share, offer.largest_rival_share
        growth = offer.market_growth
        read_growth = f"{path}.market_growth"
        if growth is None:
            growth, read_growth = plan.market.growth, "market.growth"
        if own is None or rival is None or growth is None:
            continue
        products.append(Product(offer.id, own, rival, growth))
        read += [f"{path}.own_share", f"{path}.largest_rival_share", read_growth]
    if not products:
        lacking = ("business.offerings[*].own_share", "business.offerings[*].largest_rival_share")
        return Missing("bcg", lacking)
    line = plan.market.growth_line
    if line is not None:
        read.append("market.growth_line")
    given = BcgInput(tuple(products), 0.10 if line is None else line)
    return fed("bcg", "business.offerings", given, tuple(dict.fromkeys(read)))
