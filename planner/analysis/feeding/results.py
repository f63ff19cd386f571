"""Every application of a method to a plan that more than one reader asks for, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from planner.analysis.feeding import (
    aims,
    bridges,
    channels,
    choices,
    countings,
    earning,
    economics,
    futures,
    groups,
    markets,
    odds,
    pace,
    people,
    rivals,
    schedule,
    splitting,
    swings,
    trials,
    watching,
    worth,
)
from planner.analysis.feeding.figures import Figure
from planner.analysis.feeding.running import entry_of, is_running
from planner.analysis.feeding.runs import Missing, Run
from planner.analysis.feeding.spending import Spending, spending
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


def returns_of(plan: Plan) -> tuple[ChannelReturn, ...]:
    """What the channels of a plan bring back."""
    return Results(plan).channel_returns


class Results:
    """A plan’s results, each worked out when first asked for."""

    plan: Plan

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def sizes(self) -> list[Run | Missing]:
        """The size of each market."""
        return markets.sizes(self.plan)

    @cached_property
    def size_bridges(self) -> list[Run | Missing]:
        """Why the two countings of each market differ."""
        return countings.size_bridges(self.plan, self.sizes)

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
        return futures.futures(self.plan, self._returns_in)

    @cached_property
    def weighed_futures(self) -> Run | Missing:
        """The scenarios weighed by how likely they are."""
        return futures.weighed(self.plan, self.futures)

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

    @cached_property
    def gaps(self) -> tuple[aims.Gap, ...]:
        """The way from where goals end without the plan to their targets."""
        return aims.gaps(self.plan)

    @cached_property
    def break_even(self) -> Run | Missing:
        """Sales at which the firm’s fixed costs are earned."""
        return earning.break_even(self.plan, self.spending)

    @cached_property
    def lifetime(self) -> Run | Missing:
        """What a customer leaves over the years, discounted."""
        return worth.lifetime(self.plan)

    @cached_property
    def lifetimes(self) -> list[Run]:
        """The same for each segment whose retention is known."""
        return worth.lifetimes(self.plan)

    @cached_property
    def year_ends(self) -> list[Run | Missing]:
        """Where measures will end."""
        return pace.year_ends(self.plan)

    @cached_property
    def bridges(self) -> list[Run | Missing]:
        """Why sales and contribution came out otherwise."""
        return bridges.product_bridges(self.plan)

    @cached_property
    def longest_chain(self) -> Run | Missing:
        """The tasks that set the end."""
        return schedule.longest(self.plan)

    @cached_property
    def chain_days(self) -> Run | Missing:
        """The days on which those tasks fall."""
        return schedule.dated(self.plan, self.longest_chain)

    @cached_property
    def curved(self) -> list[splitting.Curved]:
        """Channels whose returns diminish in a known way."""
        return splitting.curved(self.plan, self.reckoned)

    @cached_property
    def best_split(self) -> Run | Missing:
        """How their money would work best; slow."""
        return splitting.split(self.plan, self.curved, self.spending)

    @cached_property
    def swung(self) -> Run | Missing:
        """What the result of all channels hangs on."""
        return swings.swung(self.plan, self.reckoned)

    @cached_property
    def simulated(self) -> Run | Missing:
        """How sure the result of all channels is; slow."""
        return odds.together(self.plan, self.reckoned, self.spending)

    @cached_property
    def goal_odds(self) -> Run | Missing | None:
        """How likely the chosen target is met; None where none is chosen; slow."""
        if self.plan.promotion.forecast.simulation.goal is None or not self.reckoned:
            return None
        return odds.odds(self.plan, self.reckoned)

    @cached_property
    def reckoned(self) -> tuple[channels.ChannelFunnel, ...]:
        """The funnels that could be reckoned."""
        return tuple(f for f in self.funnels if not isinstance(f, Missing))

    @cached_property
    def channel_returns(self) -> tuple[ChannelReturn, ...]:
        """What each channel brings back at base values."""
        return tuple(_returned(f) for f in self.reckoned)

    def _returns_in(self, plan: Plan) -> tuple[ChannelReturn, ...]:
        return self.channel_returns if plan is self.plan else returns_of(plan)


def _has_entry(channel: object) -> bool:
    return entry_of(channel) != "none"


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
