"""Feeding the tornado: what each channel's sales, the plan's result and the market hang on.

Each channel is a product of its ranges. The result of all channels is a sum: the base, and each
answer with what its ends alone would change.
"""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.channels import ChannelFunnel, funnel
from planner.analysis.feeding.ranges import (
    CHANNELS,
    ends,
    estimates,
    market_ranges,
    read_by,
    sales,
)
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
    inputs = []
    base = 0.0
    for each in funnels:
        channel = members[each.id]
        now = _left(each)
        base += now
        for path, estimate in estimates(channel):
            name = path.rpartition(".")[2]
            three = ends(estimate, name)
            if three is None or three[0] == three[1] == three[2]:
                continue
            changes = [
                _left_with(plan, _with(channel, path, estimate, value)) - now
                for value in (three[0], three[2])
            ]
            if any(changes):
                inputs.append(SwungInput(path, changes[0], 0.0, changes[1]))
    given = TornadoInput((SwungInput(BASE, base, base, base), *inputs), "sum")
    return fed("tornado", CHANNELS, given, read_by(plan, funnels))


def _with(channel: Any, path: str, estimate: Any, value: float) -> Any:
    """A channel whose estimate has another base. Never shown or saved."""
    kind = type(estimate.base)
    moved = estimate.model_copy(update={"base": kind(str(value)) if kind is not float else value})
    name = path.rpartition(".")[2]
    if ".funnel." in path:
        funnel = channel.funnel.model_copy(update={name: moved})
        return channel.model_copy(update={"funnel": funnel})
    return channel.model_copy(update={name: moved})


def _left(found: ChannelFunnel) -> float:
    """What a channel leaves after its cost."""
    return float(found.romi.result.incremental_contribution) - float(found.result.spend)


def _left_with(plan: Plan, channel: Any) -> float:
    """What a channel would leave, the others away; nothing where it can't be reckoned."""
    promotion = plan.promotion.model_copy(update={"channels": (channel,)})
    found = funnel(plan.model_copy(update={"promotion": promotion}), channel)
    return 0.0 if isinstance(found, Missing) else _left(found)
