"""Feeding the simulation: how sure the channels' result is, and a target's odds.

A channel is the product of what enters, the rates, the order and the part that would not have
come anyway. The plan is the sum of its channels: each enters as a lognormal of its exact mean and
deviation, for a product of many inputs is nearly one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.pace import aim_of, targets
from planner.analysis.feeding.ranges import (
    CHANNELS,
    Range,
    customers,
    market_ranges,
    moments,
    read_by,
    sales,
)
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.feeding.spending import Spending, months_in
from planner.analysis.uncertainty import (
    Constant,
    Lognormal,
    MonteCarloInput,
    ThreePoint,
    Uncertain,
)
from planner.model.plan import Plan

AT = "promotion.forecast.simulation"
DRAWS, SEED = 100_000, 1
"""Trials, and the number they start from, where the plan does not say (the fields' defaults)."""


def uncertain(one: Range, distribution: Any) -> Uncertain:
    """A range as an input of the simulation; one without width is known."""
    if one.low == one.base == one.high:
        return Constant(one.id, "constant", one.base)
    return ThreePoint(one.id, distribution, one.low, one.base, one.high)


@dataclass(frozen=True, slots=True)
class Trials:
    """How the ranges are spread, how often it is tried, from which number on."""

    distribution: str
    draws: int
    seed: int
    read: tuple[str, ...]


def trials_of(plan: Plan) -> Trials:
    """The plan's own settings, else the defaults."""
    says = plan.promotion.forecast.simulation
    names = ("distribution", "draws", "seed")
    read = tuple(f"{AT}.{name}" for name in names if getattr(says, name) is not None)
    seed = SEED if says.seed is None else says.seed
    return Trials(says.distribution or "beta-pert", says.draws or DRAWS, seed, read)


def _lognormal(name: str, mean: float, deviation: float) -> Uncertain:
    """An input of this mean and deviation."""
    if mean <= 0 or deviation <= 0:
        return Constant(name, "constant", mean)
    spread = math.log1p((deviation / mean) ** 2)
    return Lognormal(name, "lognormal", math.log(mean) - spread / 2, math.sqrt(spread))


def simulated(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """The spread of each channel's sales and of each market's size."""
    how = trials_of(plan)
    found: list[Run | Missing] = []
    for each in funnels:
        ranges = sales(plan, each)
        given = MonteCarloInput(
            tuple(uncertain(one, how.distribution) for one in ranges),
            margin=each.run.given.margin,
            spend=each.result.spend,
            draws=how.draws,
            seed=how.seed,
        )
        found.append(fed("monte-carlo", each.run.subject, given, read_by(plan, [each], how.read)))
    return [*found, *markets(plan, how)]


def together(plan: Plan, funnels: tuple[ChannelFunnel, ...], spent: Spending) -> Run | Missing:
    """Contribution of all channels together, and the return on all that the plan costs."""
    if not funnels:
        return Missing("monte-carlo", ("promotion.channels[*].funnel",))
    how = trials_of(plan)
    parts = []
    for each in funnels:
        spread = moments(sales(plan, each), how.distribution)
        margin = each.run.given.margin
        parts.append(_lognormal(each.id, spread[0] * margin, spread[1] * margin))
    given = MonteCarloInput(
        tuple(parts),
        "sum",
        margin=1.0,
        spend=max(float(spent.total.value), sum(each.result.spend for each in funnels)),
        draws=how.draws,
        seed=how.seed,
    )
    read = read_by(plan, funnels, (*how.read, *spent.total.sources))
    return fed("monte-carlo", CHANNELS, given, read)


def odds(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> Run | Missing:
    """How likely the channels close the gap of the chosen target, customers counted once.

    The gap is the measure's target over the period less what would come without the plan. A
    target in money is held against sales, any other against customers.
    """
    how = trials_of(plan)
    name = plan.promotion.forecast.simulation.goal
    gap = _gap(plan, name or "")
    if gap is None:
        return Missing("monte-carlo", (f"promotion.kpis[{name}].target",))
    money = next(k for k in plan.promotion.kpis if k.id == name)
    in_money = money.unit == "money" or bool(money.goal)
    once = 1 - (plan.promotion.forecast.overlap or 0.0)
    parts = []
    for each in funnels:
        ranges = sales(plan, each) if in_money else customers(plan, each)
        mean, deviation = moments(ranges, how.distribution)
        parts.append(_lognormal(each.id, mean * once, deviation * once))
    more = [f"{AT}.goal", *gap.sources]
    more += ["promotion.forecast.overlap"] if plan.promotion.forecast.overlap is not None else []
    given = MonteCarloInput(tuple(parts), "sum", goal=gap.value, draws=how.draws, seed=how.seed)
    read = read_by(plan, funnels, (*how.read, *more))
    return fed("monte-carlo", f"promotion.kpis[{name}]", given, read)


def _gap(plan: Plan, name: str) -> Figure | None:
    kpi = next((k for k in plan.promotion.kpis if k.id == name), None)
    if kpi is None:
        return None
    aim, months = aim_of(plan, kpi), months_in(plan)
    planned = targets(plan)[name]
    without = _without(plan, kpi, aim.start)
    if without is None or not months or any(month not in planned for month in months):
        return aim.target - without if aim.target is not None and without is not None else None
    if not aim.adds_up:
        return planned[months[-1]] - without
    times = Figure(1.0 if aim.splits else float(len(months)))
    return total(planned[month] for month in months) - without * times


def _without(plan: Plan, kpi: Any, start: Figure | None) -> Figure | None:
    """Where a measure would be without the plan: its goal's, its objective's, else as today."""
    if kpi.goal:
        typed = figure_at(plan, f"business.goals[{kpi.goal}].without_plan")
        return typed or start
    for one in plan.promotion.objectives:
        if one.kpi == kpi.id and one.without_plan is not None:
            return figure_at(plan, f"promotion.objectives[{one.id}].without_plan")
    return start


def markets(plan: Plan, how: Trials) -> list[Run | Missing]:
    """The spread of each market's size that can be won, its factors between low and high."""
    found: list[Run | Missing] = []
    for path, ranges, read in market_ranges(plan):
        parts = tuple(uncertain(one, how.distribution) for one in ranges)
        given = MonteCarloInput(parts, draws=how.draws, seed=how.seed)
        found.append(fed("monte-carlo", path, given, (*read, *how.read)))
    return found
