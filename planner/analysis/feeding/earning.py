"""Feeding the methods about offers: order by sales, stage of life, price of a discount."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding import economics
from planner.analysis.feeding.figures import figure_at
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.feeding.spending import Spending
from planner.analysis.portfolio import AbcInput, LifeCycleInput, SoldItem
from planner.analysis.unit_economics import BreakEvenInput, DiscountInput
from planner.model.plan import Plan


def by_sales(plan: Plan) -> Run | Missing:
    """Offers by what they sell, the most first."""
    sold = [earned for earned in economics.offerings(plan) if earned.revenue is not None]
    if not sold:
        lacking = ("business.offerings[*].share_of_revenue", "business.baseline.revenue")
        return Missing("abc", lacking)
    names = {f"business.offerings[{offer.id}]": offer.id for offer in plan.business.offerings}
    given = AbcInput(
        tuple(SoldItem(names[e.path], e.revenue.value) for e in sold if e.revenue is not None)
    )
    read = [source for e in sold if e.revenue is not None for source in e.revenue.sources]
    return fed("abc", "business.offerings", given, tuple(dict.fromkeys(read)))


def stages(plan: Plan) -> list[Run | Missing]:
    """Each offer's stage of life by its sales over the years; years in a row, the latest ones."""
    found: list[Run | Missing] = []
    for offer in plan.business.offerings:
        path = f"business.offerings[{offer.id}].years"
        known = {int(y.id): float(y.sales) for y in offer.years if y.sales and y.id.isdigit()}
        years = _in_a_row(sorted(known))
        if len(years) < 2:
            continue
        given = LifeCycleInput(tuple(known[year] for year in years))
        read = tuple(f"{path}[{year}].sales" for year in years)
        found.append(fed("life-cycle", f"business.offerings[{offer.id}]", given, read))
    return or_missing(found, "life-cycle", "business.offerings[*].years[*].sales")


def _in_a_row(years: list[int]) -> list[int]:
    start = len(years) - 1
    while start > 0 and years[start - 1] == years[start] - 1:
        start -= 1
    return years[max(start, 0) :]


def discounts(plan: Plan) -> list[Run | Missing]:
    """How much more must be sold to pay for the deepest discount, and for each campaign's."""
    found: list[Run | Missing] = []
    deepest = plan.positioning.stance.largest_discount
    if deepest:
        at = "positioning.stance.largest_discount"
        for offer in plan.business.offerings:
            found += _discount(offer, f"business.offerings[{offer.id}]", deepest, at)
    offers = {offer.id: offer for offer in plan.business.offerings}
    for campaign in plan.promotion.campaigns:
        path = f"promotion.campaigns[{campaign.id}]"
        what = offers.get(campaign.offer.offering or "")
        if what is not None and campaign.offer.discount:
            found += _discount(what, path, campaign.offer.discount, f"{path}.offer.discount")
    lacking = ("positioning.stance.largest_discount", "business.offerings[*].unit_cost")
    return or_missing(found, "discount-uplift", *lacking)


def _discount(offer: Any, subject: str, discount: float, at: str) -> list[Run | Missing]:
    if offer.price is None or offer.unit_cost is None:
        return []
    path = f"business.offerings[{offer.id}]"
    given = DiscountInput(float(offer.price), float(offer.unit_cost), discount)
    read = (f"{path}.price", f"{path}.unit_cost", at)
    return [fed("discount-uplift", subject, given, read)]


def break_even(plan: Plan, spent: Spending) -> Run | Missing:
    """Sales at which the firm's fixed costs are earned; units of 1 of the currency."""
    margin = economics.firm_margin(plan)
    fixed = figure_at(plan, "business.baseline.fixed_costs")
    lacking = [] if margin is not None else ["business.offerings[*].unit_cost"]
    lacking += [] if fixed is not None else ["business.baseline.fixed_costs"]
    if margin is None or fixed is None or not 0 <= margin.value <= 1:
        return Missing("break-even", tuple(lacking) or ("business.offerings",))
    cost = float(spent.total.value)
    given = BreakEvenInput(fixed.value, 1.0, 1.0 - margin.value, campaign_cost=cost)
    read = (*margin.sources, *fixed.sources, *spent.total.sources)
    return fed("break-even", "business.baseline", given, read)
