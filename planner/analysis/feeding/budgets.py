"""Feeding the ways to set the whole sum: a share of sales, and from what has to be done."""

from __future__ import annotations

from decimal import Decimal

from planner.analysis.budget import CostedTask, SalesShareInput, TasksInput
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.feeding.spending import CONTINGENCY, Spending
from planner.model.plan import Plan


def forecast_sales(plan: Plan) -> Figure | None:
    """Sales that the period shall bring: by offer, else the revenue goal's, else the last ones."""
    offers = {offer.id: offer for offer in plan.business.offerings}
    parts: list[Figure] = []
    for product in plan.promotion.forecast.products:
        path = f"promotion.forecast.products[{product.id}]"
        units = figure_at(plan, f"{path}.units")
        price = figure_at(plan, f"{path}.price")
        if price is None and product.id in offers:
            price = figure_at(plan, f"business.offerings[{product.id}].price")
        if units is None or price is None:
            parts = []
            break
        parts.append(units * price)
    if parts:
        return total(parts)
    goal = next((g for g in plan.business.goals if g.metric == "revenue" and g.target), None)
    if goal is not None:
        return figure_at(plan, f"business.goals[{goal.id}].target")
    return figure_at(plan, "business.baseline.revenue")


def share_of_sales(plan: Plan) -> Run | Missing:
    """What a share of the sales that are planned would give."""
    sales, share = forecast_sales(plan), figure_at(plan, "promotion.budget.sales_share")
    if sales is None or share is None:
        lacking = [] if sales is not None else ["business.baseline.revenue"]
        lacking += [] if share is not None else ["promotion.budget.sales_share"]
        return Missing("percent-of-sales", tuple(lacking))
    given = SalesShareInput(sales.value, share.value)
    read = (*sales.sources, *share.sources)
    return fed("percent-of-sales", "promotion.budget", given, read)


def from_tasks(plan: Plan, spent: Spending) -> Run | Missing:
    """The sum of all channels and other costs, with what is kept for surprises."""
    tasks = [
        CostedTask(f"promotion.channels[{name}]", 1.0, float(amount.value))
        for name, amount in spent.channels.items()
    ]
    for line in plan.promotion.budget_lines:
        if line.id in spent.lines:
            price, quantity = line.unit_cost, Decimal(str(line.quantity or 1))
            if price is None or line.quantity == 0:
                price, quantity = spent.lines[line.id].value, Decimal(1)
            path = f"promotion.budget_lines[{line.id}]"
            tasks.append(CostedTask(path, float(quantity), float(price)))
    if not tasks:
        lacking = ("promotion.channels[*].budget", "promotion.budget_lines[*].unit_cost")
        return Missing("objective-and-task", lacking)
    share = plan.promotion.budget.contingency
    given = TasksInput(tuple(tasks), float(CONTINGENCY) if share is None else share)
    return fed("objective-and-task", "promotion.budget", given, spent.total.sources)
