"""Feeding the bridges: why sales, contribution and channels came out otherwise than planned."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.figures import Figure, total, united
from planner.analysis.feeding.pace import targets
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.feeding.spending import (
    by_month,
    channel_amount,
    month_sources,
    months_in,
    season,
    season_sources,
)
from planner.analysis.variance import (
    ContributionInput,
    Costed,
    CostedProduct,
    FunnelBridgeInput,
    FunnelFactors,
    Priced,
    PricedProduct,
    RevenueInput,
)
from planner.model.plan import Plan

SUBJECT = "track.months"
COUNTS = ("spend", "visits", "customers", "revenue")


@dataclass(frozen=True, slots=True)
class _Sold:
    """How many were sold, at what mean price and unit cost."""

    units: Figure
    price: Figure
    cost: Figure | None


def product_bridges(plan: Plan) -> list[Run | Missing]:
    """Sales and contribution of the months that came in, against the plan for those months.

    The plan's units fall to the months as the measure of the revenue goal does, else by season.
    """
    planned, actual = _planned(plan), _actual(plan)
    names = [o.id for o in plan.business.offerings if o.id in planned or o.id in actual]
    if not planned or not actual:
        lacking = ("promotion.forecast.products[*].units", "track.months[*].products[*].units")
        return [Missing("revenue-bridge", lacking), Missing("contribution-bridge", lacking)]
    pairs = [(name, planned.get(name), actual.get(name)) for name in names]
    read = united(*(f for _, *both in pairs for one in both if one for f in (one.units, one.price)))
    priced = tuple(PricedProduct(n, _priced(p), _priced(a)) for n, p, a in pairs)
    found = [fed("revenue-bridge", SUBJECT, RevenueInput(priced), read)]
    costly = [name for name, *both in pairs if any(one and one.cost is None for one in both)]
    if costly:
        paths = tuple(f"business.offerings[{name}].unit_cost" for name in costly)
        return [*found, Missing("contribution-bridge", paths)]
    costed = tuple(CostedProduct(n, _costed(p), _costed(a)) for n, p, a in pairs)
    costs = united(*(one.cost for _, *both in pairs for one in both if one))
    paths = tuple(dict.fromkeys((*read, *costs)))
    return [*found, fed("contribution-bridge", SUBJECT, ContributionInput(costed), paths)]


def _priced(sold: _Sold | None) -> Priced | None:
    return None if sold is None else Priced(sold.units.value, sold.price.value)


def _costed(sold: _Sold | None) -> Costed | None:
    if sold is None or sold.cost is None:
        return None
    return Costed(sold.units.value, sold.price.value, sold.cost.value)


def months_sold(plan: Plan) -> list[Any]:
    """The months of the period for which sales by offer came in."""
    inside = set(months_in(plan))
    return [
        month
        for month in plan.track.months
        if month.id in inside and any(one.units is not None for one in month.products)
    ]


def _share(plan: Plan, past: list[str]) -> Figure:
    """The part of the period's sales that is planned for these months.

    As the measure of the revenue goal has it, so that two tables never disagree; else by season.
    """
    goals = {goal.id for goal in plan.business.goals if goal.metric == "revenue"}
    months = months_in(plan)
    for kpi in plan.promotion.kpis:
        wanted = targets(plan)[kpi.id]
        if kpi.goal in goals and kpi.per != "whole period" and all(m in wanted for m in months):
            every = total(wanted[month] for month in months)
            if every.value > 0:
                return total(wanted[month] for month in past) / every
    busy = season(plan)
    every_season = sum(busy[month[5:]] for month in months)
    if every_season <= 0:
        return Figure(len(past) / len(months))
    return Figure(sum(busy[m[5:]] for m in past) / every_season, season_sources(plan))


def _planned(plan: Plan) -> dict[str, _Sold]:
    past = [month.id for month in months_sold(plan)]
    if not past:
        return {}
    share = _share(plan, past)
    found = {}
    for product in plan.promotion.forecast.products:
        price, cost = _each(plan, product, "price"), _each(plan, product, "unit_cost")
        if product.units is not None and price is not None:
            path = f"promotion.forecast.products[{product.id}].units"
            found[product.id] = _Sold(Figure(product.units, (path,)) * share, price, cost)
    return found


def _each(plan: Plan, product: Any, name: str) -> Figure | None:
    """A planned price or unit cost: the forecast's own, else the offer's."""
    offers = {offer.id: offer for offer in plan.business.offerings}
    for owner, path in (
        (product, f"promotion.forecast.products[{product.id}]"),
        (offers.get(product.id), f"business.offerings[{product.id}]"),
    ):
        value = getattr(owner, name, None)
        if value is not None:
            return Figure(float(value), (f"{path}.{name}",))
    return None


def _actual(plan: Plan) -> dict[str, _Sold]:
    sold: dict[str, list[_Sold]] = {}
    products = {product.id: product for product in plan.promotion.forecast.products}
    offers = {offer.id: offer for offer in plan.business.offerings}
    for month in months_sold(plan):
        for one in month.products:
            owner = products.get(one.id) or offers.get(one.id)
            path = f"track.months[{month.id}].products[{one.id}]"
            price = _typed(one, path, "price") or _each(plan, owner, "price") if owner else None
            cost = _typed(one, path, "unit_cost") or _each(plan, owner, "unit_cost")
            if one.units is not None and price is not None:
                sold.setdefault(one.id, []).append(
                    _Sold(Figure(one.units, (f"{path}.units",)), price, cost)
                )
    return {name: _together(parts) for name, parts in sold.items()}


def _typed(one: Any, path: str, name: str) -> Figure | None:
    value = getattr(one, name)
    return None if value is None else Figure(float(value), (f"{path}.{name}",))


def _together(parts: list[_Sold]) -> _Sold:
    """Several months as one, prices and costs weighted by units."""
    units = total(part.units for part in parts)

    def mean(each: list[Figure]) -> Figure:
        if units.value <= 0:
            return each[-1]
        return total(e * p.units for e, p in zip(each, parts, strict=True)) / units

    costs = [part.cost for part in parts if part.cost is not None]
    cost = mean(costs) if len(costs) == len(parts) else None
    return _Sold(units, mean([part.price for part in parts]), cost)


def funnel_bridges(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """Why each channel's sales came out otherwise: money, price of a visit, conversion, order."""
    found: list[Run | Missing] = []
    members = {channel.id: channel for channel in plan.promotion.channels}
    for each in funnels:
        months = _counted(plan, each.id)
        channel = members[each.id]
        sums = {name: sum(float(getattr(one, name)) for _, one in months) for name in COUNTS}
        result = each.result
        amount = channel_amount(channel)
        if not months or not sums["visits"] or not sums["customers"] or not result.visits:
            continue
        split = by_month(plan, channel)
        money = sum((split.get(month, Decimal(0)) for month, _ in months), Decimal(0))
        given = FunnelBridgeInput(
            FunnelFactors(
                float(money),
                float(amount.value) / result.visits,
                result.customers / result.visits,
                each.run.given.channels[0].aov,
            ),
            FunnelFactors(
                sums["spend"],
                sums["spend"] / sums["visits"],
                min(sums["customers"] / sums["visits"], 1.0),
                sums["revenue"] / sums["customers"],
            ),
        )
        read = [
            f"track.months[{m}].channels[{each.id}].{name}" for m, _ in months for name in COUNTS
        ]
        paths = (*each.run.paths, *month_sources(channel), *read)
        found.append(fed("funnel-bridge", each.run.subject, given, tuple(dict.fromkeys(paths))))
    lacking = tuple(f"track.months[*].channels[*].{name}" for name in COUNTS)
    return or_missing(found, "funnel-bridge", *lacking)


def _counted(plan: Plan, channel: str) -> list[tuple[str, Any]]:
    """The months of the period in which everything about a channel was counted."""
    inside = set(months_in(plan))
    return [
        (month.id, one)
        for month in plan.track.months
        if month.id in inside
        for one in month.channels
        if one.id == channel and all(getattr(one, name) is not None for name in COUNTS)
    ]
