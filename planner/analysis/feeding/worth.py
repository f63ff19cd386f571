"""Feeding the methods about what customers are worth: over the years, until they pay back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.analysis.feeding import economics
from planner.analysis.feeding.figures import Figure, figure_at, united
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.lifetime import BgNbdParams, ClvInput, GammaGammaParams, ValuedBuyer
from planner.analysis.returns import MaxBidsInput
from planner.analysis.unit_economics import PaybackInput, SimpleClvInput
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.analysis.feeding.channels import ChannelFunnel

BASE = "business.baseline"
YEARS = 3
"""Over how many years a customer is valued where the plan does not say (the field's default)."""
DISCOUNT = 0.10
"""What money costs a year where the plan does not say (the field's default)."""
WEEKS_A_MONTH = 4.345
"""Purchase models are fitted in weeks."""
NEW = "new"
"""The one customer that can be valued without any rows: somebody who has just bought first."""


def retention(plan: Plan) -> Figure | None:
    """Share of the year before's customers who bought again."""
    now, new = figure_at(plan, f"{BASE}.customers"), figure_at(plan, f"{BASE}.new_customers")
    before = figure_at(plan, f"{BASE}.previous_customers")
    if now is None or new is None or before is None or before.value <= 0:
        return None
    kept = (now - new) / before
    return kept if 0 <= kept.value <= 1 else None


def _interest(plan: Plan) -> Figure:
    return figure_at(plan, "business.limits.discount_rate") or Figure(DISCOUNT)


def _over_years(plan: Plan, worth: Figure, kept: Figure, subject: str) -> Run | Missing:
    """A yearly contribution over the years, discounted."""
    rate, valuation = _interest(plan), plan.segments.valuation
    first = "now" if valuation.first_margin == "now" else "end"
    given = SimpleClvInput(worth.value, kept.value, rate.value, first, valuation.years or YEARS)  # type: ignore[arg-type]  # "now" or "end"
    chosen = [
        f"segments.valuation.{name}"
        for name in ("first_margin", "years")
        if getattr(valuation, name) is not None
    ]
    read = (*united(worth, kept, rate), *chosen)
    return fed("simple-clv", subject, given, read)


def lifetime(plan: Plan) -> Run | Missing:
    """What a customer leaves over the years, discounted (defaults: three years, end, 10 %)."""
    worth, kept = economics.customer_worth(plan), retention(plan)
    lacking = [] if worth is not None else [f"{BASE}.customers"]
    lacking += [] if kept is not None else [f"{BASE}.previous_customers"]
    if worth is None or kept is None:
        return Missing("simple-clv", tuple(lacking))
    return _over_years(plan, worth, kept, BASE)


def lifetimes(plan: Plan) -> list[Run]:
    """What a customer of each segment leaves over the years, where its retention is known."""
    found = []
    for segment in plan.segments.items:
        path = f"segments.items[{segment.id}]"
        kept = figure_at(plan, f"{path}.retention")
        spend = economics.spend_per_customer(plan, segment.id)
        margin = economics.segment_margin(plan, segment.id)
        if kept is None or spend is None or margin is None:
            continue
        worth = spend * margin
        serving = figure_at(plan, f"{path}.cost_to_serve")
        done = _over_years(plan, worth if serving is None else worth - serving, kept, path)
        found += [done] if isinstance(done, Run) else []
    return found


def paybacks(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """Months until a new customer has paid back what he cost: last year, and by each channel.

    The yearly retention r makes the monthly churn 1 − r^(1/12).
    """
    found: list[Run | Missing] = []
    margin, each = economics.firm_margin(plan), economics.revenue_per_customer(plan)
    kept = retention(plan)
    churn = Figure(0.0) if kept is None else Figure(1 - kept.value ** (1 / 12), kept.sources)
    costs = [(BASE, _cost_last_year(plan)), *((_path(f), _cost(f)) for f in funnels)]
    for subject, cost in costs:
        if margin is None or each is None or cost is None:
            continue
        given = PaybackInput(cost.value, each.value / 12, margin.value, churn.value)
        found.append(fed("payback", subject, given, united(cost, each, margin, churn)))
    lacking = (f"{BASE}.marketing_spend", f"{BASE}.new_customers", "business.offerings")
    return or_missing(found, "payback", *lacking)


def _cost_last_year(plan: Plan) -> Figure | None:
    spent, won = (
        figure_at(plan, f"{BASE}.marketing_spend"),
        figure_at(plan, f"{BASE}.new_customers"),
    )
    return spent / won if spent is not None and won is not None and won.value > 0 else None


def _path(found: ChannelFunnel) -> str:
    return found.run.subject


def _cost(found: ChannelFunnel) -> Figure | None:
    """What a customer costs who would not have come anyway."""
    won = found.incremental_customers
    if won.value <= 0 or found.result.spend <= 0:
        return None
    return Figure(found.result.spend, found.run.paths) / won


def bids(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """What a customer and a visit may cost in each channel.

    Conversion counts those visits alone whose customer would not have come anyway.
    """
    found: list[Run | Missing] = []
    wanted = figure_at(plan, "promotion.budget.target_return") or Figure(0.0)
    for each in funnels:
        result, shape = each.result, each.run.given.channels[0]
        if not result.visits or each.run.given.margin <= 0:
            continue
        rate = each.incremental_customers.value / result.visits
        given = MaxBidsInput(shape.aov, each.run.given.margin, rate, wanted.value)
        read = (*each.incremental_customers.sources, *wanted.sources)
        found.append(fed("max-bids", each.run.subject, given, tuple(dict.fromkeys(read))))
    return or_missing(found, "max-bids", "promotion.channels[*].funnel")


def fitted(plan: Plan) -> Run | Missing:
    """What a new customer will still spend, by the models fitted to past orders."""
    data, at = plan.segments.order_data, "segments.order_data"
    bought, spent = data.purchase_model or (), data.spend_model or ()
    margin = economics.firm_margin(plan)
    if len(bought) != 4 or len(spent) != 3 or margin is None:
        lacking = (f"{at}.purchase_model", f"{at}.spend_model", "business.offerings")
        return Missing("clv", lacking)
    rate = _interest(plan)
    given = ClvInput(
        BgNbdParams(*bought),
        GammaGammaParams(*spent),
        (plan.segments.valuation.years or YEARS) * 12,
        WEEKS_A_MONTH,
        (1 + rate.value) ** (1 / 12) - 1,
        (ValuedBuyer(NEW, 0, 0.0, 0.0, 0.0),),
        margin.value,
    )
    read = (f"{at}.purchase_model", f"{at}.spend_model", *united(margin, rate))
    return fed("clv", at, given, read)
