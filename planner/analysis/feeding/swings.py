"""Feeding the tornado: what each channel's sales, the plan's result and the market hang on.

Each channel is a product of its ranges. The result of all channels is a sum: the base, and each
answer with what its ends alone would change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.analysis.feeding.channels import ChannelFunnel, fee_of
from planner.analysis.feeding.ranges import (
    CHANNELS,
    ends,
    estimates,
    market_ranges,
    read_by,
    sales,
)
from planner.analysis.feeding.running import PER_UNIT, cost_model
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.uncertainty import SwungInput, TornadoInput
from planner.model.plan import Plan


def swings(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """What each channel's sales and each market's size hang on, one factor at a time."""
    found: list[Run | Missing] = []
    for each in funnels:
        ranges = sales(plan, each)
        given = TornadoInput(tuple(SwungInput(o.id, o.low, o.base, o.high) for o in ranges))
        found.append(fed("tornado", each.run.subject, given, read_by(plan, [each])))
    for path, ranges, read in market_ranges(plan):
        inputs = tuple(SwungInput(o.id, o.low, o.base, o.high) for o in ranges)
        found.append(fed("tornado", path, TornadoInput(inputs), read))
    return found


BASE = "base"
"""The input of the sum that is the result itself."""


def swung(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> Run | Missing:
    """Contribution of all channels less their cost, with one answer at one end at a time."""
    if not funnels:
        return Missing("tornado", ("promotion.channels[*].funnel",))
    members = {channel.id: channel for channel in plan.promotion.channels}
    inputs: list[SwungInput] = []
    base = 0.0
    for each in funnels:
        base += float(each.romi.result.incremental_contribution) - float(each.result.spend)
        inputs += _changes(plan, members[each.id], each)
    given = TornadoInput((SwungInput(BASE, base, base, base), *inputs), "sum")
    return fed("tornado", CHANNELS, given, read_by(plan, funnels))


def _changes(plan: Plan, channel: Any, found: ChannelFunnel) -> Iterator[SwungInput]:
    """By how much each end of each of a channel's answers alone changes what the channel leaves.

    Sales S are a product, and S × (margin × (1 − anyway) − fee) less what is spent is left.
    """
    factors = {one.id for one in sales(plan, found)}
    bought = cost_model(channel) in PER_UNIT
    revenue, margin = float(found.result.revenue), float(found.run.given.margin)
    fee = fee_of(channel)
    kept = margin * (1 - found.anyway.value) - fee

    def change(name: str, base: float, value: float) -> float:
        if name == "anyway":
            return (base - value) * margin * revenue
        if name == "commission":
            return (base - value) * revenue if fee else 0.0
        if name == "unit_cost":
            return (base / value - 1) * kept * revenue if bought and value > 0 else 0.0
        moved = name in factors and base > 0 and not (name == "volume" and bought)
        return (value / base - 1) * kept * revenue if moved else 0.0

    for path, estimate in estimates(channel):
        name = path.rpartition(".")[2]
        three = ends(estimate, name)
        if three is None or three[0] == three[1] == three[2]:
            continue
        low, high = (change(name, three[1], value) for value in (three[0], three[2]))
        if low or high:
            yield SwungInput(path, low, 0.0, high)
