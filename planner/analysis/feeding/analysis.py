"""Every figure that a plan’s answers allow, worked out once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from planner.analysis.feeding import (
    channels,
    choices,
    economics,
    futures,
    groups,
    markets,
    people,
    rivals,
    trials,
    watching,
)
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.runs import Missing, Run, run
from planner.analysis.feeding.spending import Spending, is_running, spending
from planner.analysis.unit_economics import BreakEvenInput, SimpleClvInput
from planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class ChannelReturn:
    """What a channel brings back: incremental customers, what one costs, the return."""

    id: str
    spend: Figure
    customers: Figure
    revenue: Figure
    contribution: Figure
    romi: Figure | None
    cost_per_customer: Figure | None
    house: bool


class Analysis:
    """A plan’s figures, each worked out when first asked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @property
    def methods(self) -> tuple[str, ...]:
        """The methods that could be applied."""
        return tuple(dict.fromkeys(found.method for found in self._all if isinstance(found, Run)))

    def runs(self, method: str) -> tuple[Run, ...]:
        """Every application of a method."""
        return tuple(f for f in self._all if isinstance(f, Run) and f.method == method)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What would have to be answered for more."""
        return tuple(found for found in self._all if isinstance(found, Missing))

    @cached_property
    def _all(self) -> tuple[Run | Missing, ...]:
        found: list[Run | Missing] = [*self.sizes]
        if not self.sizes:
            found.append(Missing("tam-sam-som", ("market.sizes",)))
        found += [self.outside, self.forces, self.portfolio, self.threats, self.features]
        found += [*self.opportunities, *self.findings, *self.recommendations]
        found += [self.profile, self.matrix, self.tows, self.technology]
        found.append(self.compared)
        found += self._funnels()
        found += channels.phased(self.plan)
        found += [channels.last_year(self.plan), self.break_even, self.lifetime]
        found += self.trials
        if self.plan.promotion.scenarios:
            found.append(self.weighed_futures)
        return tuple(found)

    def _funnels(self) -> Iterable[Run | Missing]:
        for each in self.funnels:
            if isinstance(each, Missing):
                yield each
            else:
                yield each.run
                yield each.romi

    @cached_property
    def sizes(self) -> list[Run | Missing]:
        """The size of each market."""
        return markets.sizes(self.plan)

    @cached_property
    def outside(self) -> Run | Missing:
        """The changes outside."""
        return markets.outside(self.plan)

    @cached_property
    def forces(self) -> Run | Missing:
        """The forces of the trade."""
        return markets.forces(self.plan)

    @cached_property
    def portfolio(self) -> Run | Missing:
        """Where our offers stand."""
        return economics.portfolio(self.plan)

    @cached_property
    def threats(self) -> Run | Missing:
        """Which rivals must be watched."""
        return watching.threats(self.plan)

    @cached_property
    def features(self) -> Run | Missing:
        """What buyers find with us and with the others."""
        return watching.features(self.plan)

    @cached_property
    def opportunities(self) -> list[Run | Missing]:
        """What people want and do not get."""
        return people.opportunities(self.plan)

    @cached_property
    def findings(self) -> list[Run]:
        """How sure findings are."""
        return people.findings(self.plan)

    @cached_property
    def recommendations(self) -> list[Run]:
        """Whether people recommend us."""
        return people.recommendations(self.plan)

    @cached_property
    def profile(self) -> Run | Missing:
        """The competitive profile."""
        return rivals.profile(self.plan)

    @cached_property
    def matrix(self) -> Run | Missing:
        """The segment matrix."""
        return groups.matrix(self.plan)

    @cached_property
    def tows(self) -> Run | Missing:
        """Strategies by the lines they combine."""
        return markets.tows(self.plan)

    @cached_property
    def technology(self) -> Run | Missing:
        """The technology gap."""
        return rivals.technology(self.plan)

    @cached_property
    def trials(self) -> list[Run | Missing]:
        """Sizes and results of experiments and surveys."""
        return trials.trials(self.plan)

    @cached_property
    def compared(self) -> Run | Missing:
        """Strategies by how well they use and meet the lines."""
        return choices.compared(self.plan)

    @cached_property
    def futures(self) -> tuple[futures.Future, ...]:
        """The plan's result in each scenario."""
        return futures.futures(self.plan, lambda plan: Analysis(plan).channel_returns)

    @cached_property
    def weighed_futures(self) -> Run | Missing:
        """The scenarios weighed by how likely they are."""
        return futures.weighed(self.plan, self.futures)

    def run_about(self, method: str, subject: str) -> Run | None:
        """The application of a method to one subject, where there is one."""
        return next((run for run in self.runs(method) if run.subject == subject), None)

    @cached_property
    def funnels(self) -> tuple[channels.ChannelFunnel | Missing, ...]:
        """The funnel of each channel in use that people enter by."""
        return tuple(
            channels.funnel(self.plan, channel)
            for channel in self.plan.promotion.channels
            if is_running(channel) and channel.kind and _has_entry(channel)
        )

    @cached_property
    def spending(self) -> Spending:
        """The plan’s money."""
        return spending(self.plan)

    def size_ratio(self, market: str) -> float | None:
        """How the size counted from below compares with that from above."""
        for found in self.sizes:
            if isinstance(found, Run) and found.subject == f"market.sizes[{market}]":
                ratio: float | None = found.result.ratio
                return ratio
        return None

    @cached_property
    def market_to_win(self) -> Figure | None:
        """What can be won a year in all markets, by the smaller counting."""
        return markets.to_win(self.sizes)

    @cached_property
    def map_points(self) -> tuple[rivals.MapPoint, ...] | None:
        """The points of the two-axis map."""
        return rivals.map_points(self.plan)

    @cached_property
    def fragile_weights(self) -> tuple[str, ...]:
        """Factors on whose weight the leader of the profile hangs."""
        found = self.profile
        return rivals.fragile_weights(self.plan, found) if isinstance(found, Run) else ()

    @cached_property
    def zones(self) -> dict[str, str]:
        """The zone of each segment in the matrix."""
        found = self.matrix
        if isinstance(found, Missing):
            return {}
        return {placed.id: placed.zone for placed in found.result.segments}

    @cached_property
    def channel_returns(self) -> tuple[ChannelReturn, ...]:
        """What each channel brings back at base values."""
        return tuple(_returned(f) for f in self.funnels if not isinstance(f, Missing))

    @cached_property
    def incremental_revenue(self) -> Figure | None:
        """Sales that would not come without the plan’s channels."""
        if not self.channel_returns:
            return None
        return total(found.revenue for found in self.channel_returns)

    @cached_property
    def break_even(self) -> Run | Missing:
        """Sales at which the firm’s fixed costs are earned; units of 1 of the currency."""
        margin = economics.firm_margin(self.plan)
        fixed = figure_at(self.plan, "business.baseline.fixed_costs")
        lacking = [] if margin is not None else ["business.offerings[*].unit_cost"]
        lacking += [] if fixed is not None else ["business.baseline.fixed_costs"]
        if margin is None or fixed is None or not 0 <= margin.value <= 1:
            return Missing("break-even", tuple(lacking) or ("business.offerings",))
        cost = float(self.spending.total.value)
        given = BreakEvenInput(fixed.value, 1.0, 1.0 - margin.value, campaign_cost=cost)
        read = (*margin.sources, *fixed.sources, *self.spending.total.sources)
        return run("break-even", "business.baseline", given, read)

    @cached_property
    def lifetime(self) -> Run | Missing:
        """What a customer leaves over the years, discounted (defaults: three years, now, 10 %)."""
        worth = economics.customer_worth(self.plan)
        kept = self._retention
        lacking = [] if worth is not None else ["business.baseline.customers"]
        lacking += [] if kept is not None else ["business.baseline.previous_customers"]
        if worth is None or kept is None:
            return Missing("simple-clv", tuple(lacking))
        rate = self.plan.business.limits.discount_rate
        valuation = self.plan.segments.valuation
        first = valuation.first_margin or "end"
        given = SimpleClvInput(
            worth.value,
            kept.value,
            0.10 if rate is None else rate,
            "now" if first == "now" else "end",
            valuation.years or 3,
        )
        return run("simple-clv", "business.baseline", given, (*worth.sources, *kept.sources))

    @cached_property
    def _retention(self) -> Figure | None:
        """Share of the year before’s customers who bought again."""
        base = "business.baseline"
        now, new = (
            figure_at(self.plan, f"{base}.customers"),
            figure_at(self.plan, f"{base}.new_customers"),
        )
        before = figure_at(self.plan, f"{base}.previous_customers")
        if now is None or new is None or before is None or before.value <= 0:
            return None
        kept = (now - new) / before
        return kept if 0 <= kept.value <= 1 else None

    @cached_property
    def lifetime_contribution(self) -> Figure | None:
        """What a customer leaves: over the years where known, else in one year."""
        found = self.lifetime
        if isinstance(found, Run):
            one_year = economics.customer_worth(self.plan)
            value = max(found.result.clv, one_year.value if one_year else 0.0)
            return Figure(value, found.paths)
        return economics.customer_worth(self.plan)


def _has_entry(channel: object) -> bool:
    kind = channels.kind_of(channel)
    entry = channel.funnel.entry or (kind.entry if kind else None)  # type: ignore[attr-defined]  # a channel
    return entry != "none"


def _returned(found: channels.ChannelFunnel) -> ChannelReturn:
    result, returned = found.result, found.romi.result
    sources = found.romi.paths
    spend = Figure(result.spend, found.run.paths)
    customers = found.incremental_customers
    revenue = Figure(result.revenue * (1 - found.anyway.value), sources)
    contribution = Figure(returned.incremental_contribution, sources)
    romi = None if returned.romi is None else Figure(returned.romi, sources)
    cost = spend / customers if customers.value > 0 and spend.value > 0 else None
    return ChannelReturn(found.id, spend, customers, revenue, contribution, romi, cost, found.house)


_KEPT: list[Analysis] = []


def analysed(plan: Plan) -> Analysis:
    """The analysis of a plan; the last few are kept, found again by the plan’s identity."""
    for known in _KEPT:
        if known.plan is plan:
            return known
    fresh = Analysis(plan)
    _KEPT.append(fresh)
    del _KEPT[:-4]
    return fresh
