"""Feeding the split of money over channels whose returns diminish, and what carries over.

A channel's curve goes through one known point: last year's money and contribution, else the
plan's own at base rates. What twice the money would bring, d of as much again, gives its bend:
exponential c = x / ln(1/d); power e = log2(1 + d); Hill and log the scale that fits. A response is
contribution by customers who would not have come anyway, so a unit of money is worth one of it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from planner.analysis.allocation import AllocationInput, CurvedChannel
from planner.analysis.curves import Curve, ExponentialCurve, HillCurve, LogCurve, PowerCurve
from planner.analysis.feeding.channels import ChannelFunnel, funnel
from planner.analysis.feeding.figures import Figure, figure_at, united
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.feeding.spending import (
    Spending,
    by_month,
    channel_amount,
    month_sources,
    months_in,
)
from planner.analysis.media import AdstockInput
from planner.model.plan import Plan

AGAIN = {
    "as much again": 1.0,
    "three quarters": 0.75,
    "half": 0.5,
    "a quarter": 0.25,
    "nothing more": 0.0,
}
"""What twice the money brings, as a part of what it brings now."""
MOST_OF_BOUNDS = 0.5
"""How far money may move from what is known where no bounds are set (the field's default)."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a channel: the money and the contribution it brought."""

    money: Figure
    contribution: Figure


@dataclass(frozen=True, slots=True)
class Curved:
    """A channel with its curve, the money planned for it, and the answers both rest on."""

    channel: CurvedChannel
    planned: Figure
    read: tuple[str, ...]


def curved(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Curved]:
    """Every channel with money of its own whose curve is known."""
    found = []
    for each in funnels:
        channel = next(c for c in plan.promotion.channels if c.id == each.id)
        known = _known(plan, channel, each)
        amount = channel_amount(channel)
        if known is None or not amount.value:
            continue
        curve, most, read = _curve(channel, known, each)
        if curve is None:
            continue
        planned = Figure(float(amount.value), amount.sources)
        low, high, limits = _bounds(channel, known, planned)
        high = high if most is None else min(high, max(most, planned.value))
        shape = CurvedChannel(channel.id, curve, min(low, high), high)
        found.append(Curved(shape, planned, (*united(planned, known.money), *read, *limits)))
    return found


def _known(plan: Plan, channel: Any, found: ChannelFunnel) -> _Known | None:
    path, past = f"promotion.channels[{channel.id}].last_year", channel.last_year
    margin, stays = found.run.given.margin, 1 - found.anyway.value
    years = Figure((len(months_in(plan)) or 12) / 12)
    money = figure_at(plan, f"{path}.spend")
    if money is not None and money.value > 0 and (past.revenue or past.customers):
        sold = figure_at(plan, f"{path}.revenue")
        if not sold or sold.value <= 0:
            customers = figure_at(plan, f"{path}.customers") or Figure(0.0)
            sold = customers * Figure(found.run.given.channels[0].aov)
        return _Known(money * years, sold * Figure(margin * stays, found.romi.paths) * years)
    brought = found.romi.result.incremental_contribution
    amount = channel_amount(channel)
    if not amount.value or brought <= 0:
        return None
    at = Figure(float(amount.value), amount.sources)
    return _Known(at, Figure(brought, found.romi.paths))


def _curve(
    channel: Any, known: _Known, found: ChannelFunnel
) -> tuple[Curve | None, float | None, tuple[str, ...]]:
    """The curve, the most that still brings anything, and the answers read."""
    path, says = f"promotion.channels[{channel.id}].saturation", channel.saturation
    read = [f"{path}.{name}" for name in NAMES if getattr(says, name) is not None]
    paths = (*known.contribution.sources, *read)
    if says.curve and says.scale and (says.half_point or says.curve == "power"):
        each = found.run.given.channels[0].aov * found.run.given.margin
        height = says.scale * each * (1 - found.anyway.value)
        return _typed(says, height), None, paths
    if says.doubling is None or known.contribution.value <= 0:
        return None, None, ()
    again = AGAIN[says.doubling]
    x, y = known.money.value, known.contribution.value
    most = x if again == 0 else None
    return _through(says.curve, x, y, again, says.shape or 1.0), most, paths


NAMES = ("doubling", "curve", "scale", "half_point", "shape")
"""What is asked about a channel's saturation."""


def _typed(says: Any, height: float) -> Curve | None:
    """A curve by its own figures; its height counts customers, turned into contribution."""
    if height <= 0:
        return None
    if says.curve == "power":
        return PowerCurve("power", height, says.shape) if says.shape else None
    if says.curve == "hill":
        return HillCurve("hill", height, says.half_point, says.shape or 1.0)
    if says.curve == "log":
        return LogCurve("log", height, says.half_point)
    return ExponentialCurve("exponential", height, says.half_point)


def _through(kind: str | None, x: float, y: float, again: float, shape: float) -> Curve:
    """The curve through (x, y) that brings `again` of y more at 2x; straight where it must be."""
    if not 0 < again < 1:
        return PowerCurve("power", y / x, 1.0)
    if kind == "power":
        bend = math.log2(1 + again)
        return PowerCurve("power", y / x**bend, bend)
    if kind == "hill" and 2**shape > 1 + again:
        half = x * (again * 2**shape / (2**shape - 1 - again)) ** (1 / shape)
        return HillCurve("hill", y * (half**shape + x**shape) / x**shape, half, shape)
    if kind == "log":
        scale = x / _log_bend(again)
        return LogCurve("log", y / math.log1p(x / scale), scale)
    return ExponentialCurve("exponential", y / (1 - again), x / math.log(1 / again))


def _log_bend(again: float) -> float:
    """The z at which ln(1 + 2z) = (1 + again) · ln(1 + z), by halving."""
    low, high = 1e-12, 1e60
    for _ in range(400):
        middle = math.sqrt(low * high)
        if math.log1p(2 * middle) > (1 + again) * math.log1p(middle):
            low = middle
        else:
            high = middle
    return low


def _bounds(channel: Any, known: _Known, planned: Figure) -> tuple[float, float, tuple[str, ...]]:
    path = f"promotion.channels[{channel.id}]"
    if channel.pinned:
        return planned.value, planned.value, (f"{path}.pinned",)
    limits = channel.bounds
    read: list[str] = []
    near = known.money.value
    low = min(near, planned.value) * (1 - MOST_OF_BOUNDS)
    high = max(near, planned.value) * (1 + MOST_OF_BOUNDS)
    if limits.low is not None:
        low, read = float(limits.low), [*read, f"{path}.bounds.low"]
    if limits.high is not None:
        high, read = float(limits.high), [*read, f"{path}.bounds.high"]
    return low, max(low, high), tuple(read)


def split(plan: Plan, found: list[Curved], spent: Spending) -> Run | Missing:
    """The best split of the money that these channels have, no more than can be paid in all."""
    if not found:
        return Missing("allocate-budget", ("promotion.channels[*].saturation.doubling",))
    money = sum(one.planned.value for one in found)
    read = [path for one in found for path in one.read]
    cap = figure_at(plan, "business.limits.affordable_budget")
    if cap is not None:
        read += cap.sources
        money = max(min(money, money - (float(spent.total.value) - cap.value)), 0.0)
    given = AllocationInput(tuple(one.channel for one in found), money)
    paths = tuple(dict.fromkeys(read))
    lacking = ("promotion.channels[*].bounds", "promotion.channels[*].budget")
    return fed("allocate-budget", "promotion.channels", given, paths, lacking)


def lacking(plan: Plan, funnels: tuple[ChannelFunnel, ...], found: list[Curved]) -> dict[str, str]:
    """By the id of each channel with money of its own and no curve, where its first lack is.

    That is the channel's own path where its figures are all there, and it brings nothing.
    """
    reckoned = {each.id: each for each in funnels}
    known = {one.channel.id for one in found}
    return {
        channel.id: _lack(plan, channel, reckoned.get(channel.id))
        for channel in plan.promotion.channels
        if is_running(channel) and channel_amount(channel).value and channel.id not in known
    }


def _lack(plan: Plan, channel: Any, found: ChannelFunnel | None) -> str:
    path = f"promotion.channels[{channel.id}]"
    if found is None:
        if not channel.kind:
            return f"{path}.kind"
        missing = funnel(plan, channel)
        return missing.paths[0] if isinstance(missing, Missing) else f"{path}.funnel.entry"
    known, says = _known(plan, channel, found), channel.saturation
    if known is None or known.contribution.value <= 0:
        return path
    return f"{path}.saturation.{'doubling' if says.doubling is None else 'shape'}"


def tight(found: list[Curved]) -> str:
    """Where most of what channels must get at least is set, if it is more than there is for all.

    Without bounds of their own they keep half of their money, and it is the limit that is tight.
    """
    most = max(found, key=lambda one: one.channel.min)
    path = f"promotion.channels[{most.channel.id}]"
    for place in (f"{path}.pinned", f"{path}.bounds.low"):
        if place in most.read:
            return place
    return "business.limits.affordable_budget"


def carried(plan: Plan) -> list[Run | Missing]:
    """What of each channel's months lasts into the next ones."""
    found: list[Run | Missing] = []
    for channel in plan.promotion.channels:
        path = f"promotion.channels[{channel.id}]"
        decay = figure_at(plan, f"{path}.funnel.carry_over")
        money = tuple(float(value) for value in by_month(plan, channel).values())
        if decay is None or not is_running(channel) or not any(money):
            continue
        read = (*decay.sources, *channel_amount(channel).sources, *month_sources(channel))
        given = AdstockInput(money, decay.value)
        found.append(fed("adstock", path, given, tuple(dict.fromkeys(read)), decay.sources))
    return or_missing(found, "adstock", "promotion.channels[*].funnel.carry_over")
