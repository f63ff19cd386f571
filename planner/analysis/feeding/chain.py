"""Feeding the whole chain from market to month, and the way back from a goal to contacts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from planner.analysis.chain import OrderChannel, PlanInput
from planner.analysis.feeding import economics
from planner.analysis.feeding.aims import Gap
from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.figures import Figure, total, united
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.runs import Missing, Run, applied, fed, or_missing
from planner.analysis.feeding.spending import Spending, by_month, months_in
from planner.analysis.funnel import FunnelBackwardInput
from planner.analysis.market import TopDown
from planner.model.plan import Plan


def whole(
    plan: Plan,
    sizes: Sequence[Run | Missing],
    funnels: tuple[ChannelFunnel, ...],
    spent: Spending,
) -> Run | Missing:
    """From the market to orders, return and money by month.

    An order is a customer who would not have come anyway with all he buys in the period; several
    markets are added up. Channels without money or visits stay out, their money does not.
    """
    market = _market(sizes)
    margin = economics.firm_margin(plan)
    paid = [f for f in funnels if f.result.spend > 0 and f.result.visits]
    won = total(f.incremental_customers for f in paid)
    lacking = [] if market is not None else ["market.sizes"]
    lacking += [] if paid and won.value > 0 else ["promotion.channels[*].funnel"]
    lacking += [] if margin is not None else ["business.offerings"]
    if lacking or market is None or margin is None:
        return Missing("integrated-plan", tuple(lacking))
    revenue = sum(f.result.revenue * (1 - f.anyway.value) for f in paid)
    channels = tuple(
        OrderChannel(
            f.id,
            f.result.spend,
            cpc=f.result.spend / f.result.visits,
            visit_to_order=min(f.incremental_customers.value / f.result.visits, 1.0),
        )
        for f in paid
    )
    fixed = max(float(spent.total.value) - sum(f.result.spend for f in paid), 0.0)
    given = PlanInput(market, revenue / won.value, margin.value, channels, _weights(plan), fixed)
    sized = [path for size in applied(sizes) for path in size.paths]
    read = (*sized, *united(won, margin), *spent.total.sources)
    return fed("integrated-plan", "market.sizes", given, tuple(dict.fromkeys(read)))


def _market(sizes: Sequence[Run | Missing]) -> TopDown | None:
    """The chain of the one market that is built from factors, else the sums of all sizes."""
    found = applied(sizes)
    if not found or len(found) < len(sizes):
        return None
    if len(found) == 1 and found[0].given.top_down is not None:
        return TopDown(*(getattr(found[0].given.top_down, n) for n in ("tam", "sam", "som")))
    tam, sam, som = (sum(getattr(f.result, n) for f in found) for n in ("tam", "sam", "som"))
    served = min(sam / tam, 1.0) if tam > 0 else 0.0
    return TopDown((tam,), (served,), (min(som / sam, 1.0) if sam > 0 else 0.0,))


def _weights(plan: Plan) -> tuple[float, ...]:
    """Money month by month, as the weights by which marketing is spread."""
    months = months_in(plan)
    items = [c for c in plan.promotion.channels if is_running(c)]
    split = [by_month(plan, member) for member in (*items, *plan.promotion.budget_lines)]
    sums = [sum((part[month] for part in split), Decimal(0)) for month in months]
    return tuple(float(value) for value in sums) or (1.0,)


def backward(gaps: Sequence[Gap], funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """How many enquiries and visits each goal's gap takes, at the rates of all channels together.

    Only customers who would not have come anyway close a gap.
    """
    won = total(f.incremental_customers for f in funnels)
    sums = {n: sum(getattr(f.result, n) or 0.0 for f in funnels) for n in ("visits", "leads")}
    found: list[Run | Missing] = []
    for gap in gaps:
        wanted = _customers(gap)
        if wanted is None or wanted.value < 0 or not sums["visits"] or not sums["leads"]:
            continue
        spend = sum(f.result.spend for f in funnels)
        given = FunnelBackwardInput(
            wanted.value,
            min(won.value / sums["leads"], 1.0),
            min(sums["leads"] / sums["visits"], 1.0),
            cpc=spend / sums["visits"],
            budget=spend,
        )
        found.append(fed("funnel-backward", gap.path, given, united(wanted, won)))
    lacking = ("business.goals[*].target", "promotion.channels[*].funnel")
    return or_missing(found, "funnel-backward", *lacking)


def _customers(gap: Gap) -> Figure | None:
    return gap.customers if gap.metric == "revenue" else gap.size if gap.counts_people else None
