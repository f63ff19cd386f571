"""Rules about objectives, channels and money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from planner.analysis.feeding import economics
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.spending import channel_amount, spending
from planner.checks.business import DOING
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.kinds import months_of

MOST_OBJECTIVES = 3


@rule("objectives-more-than-three", "warning", N_("More than three objectives are none."))
def objectives_more_than_three(review: Review) -> Iterator[Found]:
    """More than three objectives."""
    count = len(review.plan.promotion.objectives)
    if count > MOST_OBJECTIVES:
        yield Found(
            "promotion.objectives",
            N_("There are {count} objectives; three can be led."),
            {"count": count},
        )


@rule(
    "objective-is-activity", "warning", N_("An activity dressed as an objective can’t be missed.")
)
def objective_is_activity(review: Review) -> Iterator[Found]:
    """Its measure counts work done, or its name speaks of doing."""
    kinds = {kpi.id: kpi.kind for kpi in review.plan.promotion.kpis}
    for objective in review.plan.promotion.objectives:
        busy = bool(objective.name and DOING.match(objective.name.strip()))
        if busy or kinds.get(objective.kpi or "") == "activity":
            path = f"promotion.objectives[{objective.id}]"
            yield Found(
                f"{path}.name",
                N_("“{name}” speaks of work, not of a result."),
                {"name": review.title(path)},
            )


@rule("objective-without-number", "error", N_("Without a number nobody learns from a miss."))
def objective_without_number(review: Review) -> Iterator[Found]:
    """No measure, or one without today’s value or target."""
    kpis = {kpi.id: kpi for kpi in review.plan.promotion.kpis}
    for objective in review.plan.promotion.objectives:
        path = f"promotion.objectives[{objective.id}]"
        words = {"name": review.title(path)}
        kpi = kpis.get(objective.kpi or "")
        if kpi is None:
            yield Found(f"{path}.kpi", N_("No number shows whether “{name}” is reached."), words)
        elif kpi.goal is None and (kpi.baseline is None or kpi.target is None):
            part = "baseline" if kpi.baseline is None else "target"
            yield Found(
                f"promotion.kpis[{kpi.id}].{part}",
                N_("The measure of “{name}” lacks today’s value or its target."),
                words,
            )


@rule(
    "money-without-objective",
    "error",
    N_("Money that serves no objective is where budgets leak."),
    grave=True,
)
def money_without_objective(review: Review) -> Iterator[Found]:
    """Money is planned and no objective stands; or an objective that nothing serves."""
    promotion = review.plan.promotion
    if not promotion.objectives:
        if spending(review.plan).media.value or spending(review.plan).other.value:
            yield Found(
                "promotion.objectives", N_("Money is planned, but no objective says what for.")
            )
        return
    worked = promotion.campaigns or promotion.tasks or any(map(is_running, promotion.channels))
    if not worked:
        for objective in promotion.objectives:
            path = f"promotion.objectives[{objective.id}]"
            yield Found(
                path,
                N_("No campaign, channel or task serves “{name}”."),
                {"name": review.title(path)},
            )


@rule(
    "target-segment-without-money",
    "error",
    N_("A target without money is a target in name."),
    grave=True,
)
def target_segment_without_money(review: Review) -> Iterator[Found]:
    """A targeted group that no running channel with money serves."""
    paid = [c for c in review.plan.promotion.channels if is_running(c) and channel_amount(c).value]
    if not paid:
        return
    for identity in economics.targets(review.plan):
        if not any(not c.segments or identity in c.segments for c in paid):
            path = f"segments.items[{identity}]"
            yield Found(
                path,
                N_("No channel with money serves the target “{name}”."),
                {"name": review.title(path)},
            )


@rule(
    "budget-does-not-fit",
    "error",
    N_("The cheapest wish list is useless if it can’t be paid."),
    grave=True,
)
def budget_does_not_fit(review: Review) -> Iterator[Found]:
    """More is planned than can be paid; campaigns take more than their channel has."""
    plan = review.plan
    cap = plan.business.limits.affordable_budget
    total = spending(plan).total.value
    if cap is not None and total > cap:
        yield Found(
            "business.limits.affordable_budget",
            N_("The plan costs {total}, contingency included; you can spend {cap}."),
            {"total": f"{total:,.2f}", "cap": f"{cap:,.2f}"},
        )
    by_channel: dict[str, Decimal] = defaultdict(Decimal)
    for campaign in plan.promotion.campaigns:
        for part in campaign.channels:
            by_channel[part.id] += part.budget or 0
    for channel in plan.promotion.channels:
        taken = by_channel[channel.id]
        if taken > channel_amount(channel).value:
            yield Found(
                f"promotion.channels[{channel.id}].budget",
                N_("Campaigns take {taken} from a channel that has {has}."),
                {"taken": f"{taken:,.2f}", "has": f"{channel_amount(channel).value:,.2f}"},
            )


@rule("no-contingency-or-tests", "warning", N_("No reserve: unplanned March eats the autumn."))
def no_contingency_or_tests(review: Review) -> Iterator[Found]:
    """Nothing is kept for surprises, or money for tests lies outside 10–20 %."""
    budget = review.plan.promotion.budget
    if budget.contingency == 0:
        yield Found("promotion.budget.contingency", N_("Nothing is kept for surprises."))
    share = budget.test_share
    if share is not None and not 0.10 - 1e-9 <= share <= 0.20 + 1e-9:
        yield Found(
            "promotion.budget.test_share",
            N_("{share} % for trying new things; 10 to 20 % teach without starving the rest."),
            {"share": f"{share * 100:.0f}"},
        )


@rule(
    "channel-loses-money",
    "warning",
    N_("A channel that costs more than it leaves must have another purpose."),
    grave=True,
)
def channel_loses_money(review: Review) -> Iterator[Found]:
    """A channel whose incremental contribution is less than its cost at base values."""
    for result in review.analysis.channel_returns:
        if result.romi is not None and result.romi.value < -1e-9:
            path = f"promotion.channels[{result.id}]"
            yield Found(
                path,
                N_("“{name}” loses {share} % of what it costs, at base values."),
                {"name": _name(review, result.id), "share": f"{-result.romi.value * 100:.0f}"},
            )


def _name(review: Review, channel: str) -> str:
    found: Any = next(c for c in review.plan.promotion.channels if c.id == channel)
    return str(found.name or found.kind or channel)


@rule("cost-above-customer-worth", "error", N_("Such a customer costs more than he ever brings."))
def cost_above_customer_worth(review: Review) -> Iterator[Found]:
    """An incremental customer costs more than a customer leaves in a lifetime."""
    worth = review.analysis.lifetime_contribution
    if worth is None:
        return
    for result in review.analysis.channel_returns:
        if result.cost_per_customer is None:
            continue
        if result.cost_per_customer.value > worth.value + 1e-9:
            yield Found(
                f"promotion.channels[{result.id}]",
                N_("A customer won by “{name}” costs {cost}, more than the {worth} he leaves."),
                {
                    "name": _name(review, result.id),
                    "cost": f"{result.cost_per_customer.value:,.0f}",
                    "worth": f"{worth.value:,.0f}",
                },
            )


@rule(
    "all-buyers-claimed", "warning", N_("Counting all buyers makes every channel look brilliant.")
)
def all_buyers_claimed(review: Review) -> Iterator[Found]:
    """Every channel claims that no buyer would have come anyway."""
    running = [c for c in review.plan.promotion.channels if is_running(c)]
    if running and all(c.anyway.base == 0 for c in running):
        yield Found(
            "promotion.channels", N_("Every channel claims all of its buyers; some come anyway.")
        )


@rule("round-split", "hint", N_("A round split of a round sum was not worked out."))
def round_split(review: Review) -> Iterator[Found]:
    """Channel budgets are round shares of their sum and no rate stands behind them."""
    running = [c for c in review.plan.promotion.channels if is_running(c) and c.budget]
    total = sum((c.budget for c in running if c.budget is not None), Decimal(0))
    if len(running) < 2 or not total:
        return
    round_shares = all((c.budget or 0) * 20 % total == 0 for c in running)
    reckoned = any(c.funnel.lead_to_customer.base is not None for c in running)
    if round_shares and not reckoned:
        yield Found(
            "promotion.channels", N_("The money is split in round parts and no rate explains them.")
        )


@rule(
    "forecast-over-limits",
    "error",
    N_("Demand that can’t be served sells waiting lists."),
)
def forecast_over_limits(review: Review) -> Iterator[Found]:
    """The plan’s extra sales would exceed what the market sizing says can be won."""
    won = review.analysis.market_to_win
    baseline = review.plan.business.baseline.revenue
    extra = review.analysis.incremental_revenue
    if won is None or baseline is None or extra is None:
        return
    if float(baseline) + extra.value > won.value + 1e-9:
        yield Found(
            "promotion.channels",
            N_(
                "Last year’s sales and the plan’s extra ones come to {sum}, above the {won} to win."
            ),
            {"sum": f"{float(baseline) + extra.value:,.0f}", "won": f"{won.value:,.0f}"},
        )


@rule("dates-outside-period", "warning", N_("What lies outside the period is not in this plan."))
def dates_outside_period(review: Review) -> Iterator[Found]:
    """A campaign or task outside the plan’s period."""
    period = review.plan.meta.period
    if period is None:
        return
    inside = set(months_of(period))
    for campaign in review.plan.promotion.campaigns:
        for part in ("start", "end"):
            day = getattr(campaign, part)
            if day is not None and day.isoformat()[:7] not in inside:
                path = f"promotion.campaigns[{campaign.id}]"
                yield Found(
                    f"{path}.{part}",
                    N_("“{name}” lies outside the plan’s period."),
                    {"name": review.title(path)},
                )
                break


@rule("campaign-backwards", "error", N_("A campaign can’t end before it begins."))
def campaign_backwards(review: Review) -> Iterator[Found]:
    """A campaign that ends before it begins."""
    for campaign in review.plan.promotion.campaigns:
        if campaign.start and campaign.end and campaign.end < campaign.start:
            path = f"promotion.campaigns[{campaign.id}]"
            yield Found(
                f"{path}.end", N_("“{name}” ends before it begins."), {"name": review.title(path)}
            )
