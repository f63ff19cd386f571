"""The ranges behind a channel's result: what it is the product of, from worst to best.

An end that was left empty lies a quarter off the base (house rule).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.futures import COSTS, HOUSE_SPREAD, RATES, SHARES
from planner.analysis.feeding.running import PER_UNIT, cost_model, kind_of
from planner.model.plan import Plan

CHANNELS = "promotion.channels"
ENDS = ("low", "high")
"""The ends of an estimate."""


@dataclass(frozen=True, slots=True)
class Range:
    """One factor of a product: its least, usual and greatest value."""

    id: str
    low: float
    base: float
    high: float


def ends(estimate: Any, name: str) -> tuple[float, float, float] | None:
    """An estimate's three values, an empty end a quarter off the base; None without a base."""
    if estimate.base is None:
        return None
    base = float(estimate.base)
    low = base * (1 - HOUSE_SPREAD) if estimate.low is None else float(estimate.low)
    high = base * (1 + HOUSE_SPREAD) if estimate.high is None else float(estimate.high)
    return (low, base, min(high, 1.0) if name in SHARES else high)


ENTERS = {
    "views": ("impressions", ("click_rate", "visit_to_lead")),
    "sends": ("sends", ("open_rate", "click_to_open", "visit_to_lead")),
    "visits": ("visits", ("visit_to_lead",)),
    "contacts": ("visits", ("response",)),
    "actions": ("visits", ()),
}
"""For each entry, where the funnel holds how many enter, and the rates down to the enquiry."""
TO_CUSTOMER = ("lead_to_qualified", "lead_to_customer")


def customers(plan: Plan, found: ChannelFunnel) -> list[Range]:
    """What the number of customers who would not have come anyway is the product of."""
    channel = next(c for c in plan.promotion.channels if c.id == found.id)
    kind = kind_of(channel)
    entry = channel.funnel.entry or (kind.entry if kind else None)
    held, names = ENTERS[entry or "visits"]
    found_ranges = [_entering(channel, float(getattr(found.run.given.channels[0], held)))]
    for name in (*names, *TO_CUSTOMER):
        three = ends(getattr(channel.funnel, name), name)
        if three is not None:
            found_ranges.append(Range(name, *three))
    anyway = ends(channel.anyway, "anyway") or (found.anyway.value,) * 3
    return [*found_ranges, Range("incremental", 1 - anyway[2], 1 - anyway[1], 1 - anyway[0])]


def sales(plan: Plan, found: ChannelFunnel) -> list[Range]:
    """What a channel's incremental sales are the product of: customers and what each buys for."""
    return [*customers(plan, found), *_worth(plan, found)]


def _worth(plan: Plan, found: ChannelFunnel) -> list[Range]:
    """What a customer of the channel buys for: order × orders, else the group's own figures."""
    channel = next(c for c in plan.promotion.channels if c.id == found.id)
    order = ends(channel.funnel.average_order, "average_order")
    if order is None:
        aov = found.run.given.channels[0].aov
        return [Range("worth", aov, aov, aov)]
    orders = ends(channel.funnel.orders, "orders")
    ranges = [Range("average_order", *order)]
    return ranges if orders is None else [*ranges, Range("orders", *orders)]


def _entering(channel: Any, base: float) -> Range:
    """How many enter: money buys the fewer the dearer one is, else the typed volume."""
    if cost_model(channel) in PER_UNIT:
        price = ends(channel.unit_cost, "unit_cost")
        if price is None or price[0] <= 0:
            return Range("volume", base, base, base)
        return Range("volume", base * price[1] / price[2], base, base * price[1] / price[0])
    three = ends(channel.funnel.volume, "volume")
    if three is None or three[1] <= 0:
        return Range("volume", base, base, base)
    return Range("volume", base * three[0] / three[1], base, base * three[2] / three[1])


def moments(ranges: Sequence[Range], distribution: str) -> tuple[float, float]:
    """Mean and deviation of the product of independent ranges (Goodman 1960).

    Triangular: variance (a² + m² + b² − am − ab − mb) / 18; beta-PERT: mean μ = (a + 4m + b) / 6,
    variance (μ − a)(b − μ) / 7.
    """
    mean, square = 1.0, 1.0
    for one in ranges:
        low, mode, high = one.low, one.base, one.high
        if distribution == "triangular":
            middle = (low + mode + high) / 3
            sides = (high - low) ** 2 + (mode - low) ** 2 + (high - mode) ** 2
            variance = sides / 36
        else:
            middle = (low + 4 * mode + high) / 6
            variance = (middle - low) * (high - middle) / 7
        mean *= middle
        square *= variance + middle**2
    return mean, math.sqrt(max(square - mean**2, 0.0))


def estimates(channel: Any) -> Iterator[tuple[str, Any]]:
    """Every range that a channel has answers for, with its path."""
    path = f"{CHANNELS}[{channel.id}]"
    for name in COSTS:
        if getattr(channel, name).base is not None:
            yield f"{path}.{name}", getattr(channel, name)
    for name in RATES:
        if getattr(channel.funnel, name).base is not None:
            yield f"{path}.funnel.{name}", getattr(channel.funnel, name)


def read_by(
    plan: Plan, funnels: Iterable[ChannelFunnel], more: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """The answers that the channels rest on, with the typed ends of their ranges."""
    members = {channel.id: channel for channel in plan.promotion.channels}
    read: list[str] = []
    for each in funnels:
        read += each.romi.paths
        for path, estimate in estimates(members[each.id]):
            read += [f"{path}.{end}" for end in ENDS if getattr(estimate, end) is not None]
    return tuple(dict.fromkeys((*read, *more)))


def market_ranges(plan: Plan) -> Iterator[tuple[str, list[Range], tuple[str, ...]]]:
    """The factors of each market of which some have a low or high end, and what was read."""
    for size in plan.market.sizes:
        path = f"market.sizes[{size.id}]"
        steps = [step for step in size.top_down if step.value is not None]
        spread = any(step.low is not None or step.high is not None for step in steps)
        if size.basis == "three known figures" or not spread or len(steps) < len(size.top_down):
            continue
        names = ("value", "low", "high")
        read = tuple(
            f"{path}.top_down[{step.id}].{name}"
            for step in steps
            for name in names
            if getattr(step, name) is not None
        )
        yield path, [Range(step.id, *_three(step)) for step in steps], read


def _three(step: Any) -> tuple[float, float, float]:
    value = float(step.value)
    low = value if step.low is None else float(step.low)
    return low, value, value if step.high is None else float(step.high)
