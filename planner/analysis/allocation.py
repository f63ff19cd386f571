"""Where the next unit of money works best: a budget over channels with diminishing returns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from planner.analysis.curves import Curve, Curves
from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    plain,
    undefined,
)
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class CurvedChannel:
    """A channel's response curve, and the least and most to spend on it."""

    id: str
    curve: Curve
    min: Size = 0.0
    max: Size | None = None


@dataclass(frozen=True, slots=True)
class AllocationInput:
    """Channels, the money (None: as long as it pays), and the margin of a unit of response."""

    channels: Annotated[tuple[CurvedChannel, ...], Filled()]
    budget: Size | None
    margin: Share = 1.0


@dataclass(frozen=True, slots=True)
class ChannelShare:
    """What a channel gets, what that brings, and what one more unit would."""

    id: str
    spend: float
    response: float
    marginal: float | None


@dataclass(frozen=True, slots=True)
class Allocation:
    """The split; the slope all channels share; what is left; the equal split; the profit.

    `gap` is how far, as a share, the response can be from the best possible.
    """

    channels: tuple[ChannelShare, ...]
    response: float
    marginal: float | None
    unallocated: float
    equal_split_response: float
    profit: float
    gap: float
    warnings: tuple[Problem, ...] = ()


PROVEN = 1e-6


@method("allocate-budget")
def allocate_budget(given: AllocationInput) -> Allocation:
    """Split a budget for the most response: equal slopes, proven best for curves that bend up.

    Raises:
        Invalid: where ranges are empty, minima exceed the budget, or spending would never stop.
    """
    import numpy as np

    for index, channel in enumerate(given.channels):
        if channel.max is not None and channel.max < channel.min:
            message = N_("{id}: the most, {max}, is below the least, {min}.")
            words = {"id": channel.id, "max": plain(channel.max), "min": plain(channel.min)}
            raise Invalid(f"channels[{index}].max", message, **words)
    curves = Curves([channel.curve for channel in given.channels])
    low = np.array([channel.min for channel in given.channels])
    high = np.array([math.inf if c.max is None else c.max for c in given.channels])
    gap = 0.0
    if given.budget is None:
        spends = _while_it_pays(given, curves, low, high)
    else:
        spends, gap = _split(given.budget, given.channels, low, high)
    return _reported(given, curves, spends, gap)


def _split(
    budget: float, channels: Sequence[CurvedChannel], low: Array, high: Array
) -> tuple[Array, float]:
    import numpy as np

    from planner.analysis.filling import Filling

    needed = float(low.sum())
    if needed > budget * (1 + SLACK) + SLACK:
        message = N_("The channels need at least {needed}, {over} more than the budget.")
        words = {"needed": plain(needed), "over": plain(needed - budget)}
        raise Invalid("budget", message, **words)
    # a pinned channel has no part in the search, only in the response
    open_ = np.flatnonzero(high > low)
    if float(high.sum()) <= budget or not len(open_):
        return high, 0.0
    curves = Curves([channels[place].curve for place in open_.tolist()])
    left = budget - math.fsum(low[high <= low])
    found = Filling(curves, low[open_], high[open_], left).best()
    spends = low.copy()
    spends[open_] = np.clip(found.spends, low[open_], high[open_])
    response = math.fsum(Curves([channel.curve for channel in channels]).value(spends))
    gap = (found.bound - found.response) / response if response > 0 else 0.0
    return spends, max(gap, 0.0)


def _while_it_pays(given: AllocationInput, curves: Curves, low: Array, high: Array) -> Array:
    """For each channel alone the spend at which margin × response − spend is largest."""
    import numpy as np

    if given.margin == 0:
        return low
    level = np.array([1 / given.margin])
    stops = np.maximum(curves.spend_at(level), np.where(np.isinf(curves.bend), low, curves.bend))
    stops = np.clip(stops, low, high)
    for index, stop in enumerate(stops):
        if math.isinf(stop):
            message = N_("{id}: each unit more keeps paying; give the most to spend.")
            raise Invalid(f"channels[{index}].max", message, id=given.channels[index].id)
    gains = given.margin * (curves.value(stops) - curves.value(low)) - (stops - low)
    best: Array = np.where(gains > 0, stops, low)
    return best


def _reported(given: AllocationInput, curves: Curves, spends: Array, gap: float) -> Allocation:
    responses, slopes = curves.value(spends), curves.slope(spends)
    spent = math.fsum(spends)
    budget = spent if given.budget is None else given.budget
    response = math.fsum(responses)
    equal = curves.value(spends * 0 + budget / len(spends))
    left = budget - spent
    problems = []
    if left > SLACK * max(1.0, budget):
        message = N_("{left} of the budget is left: every channel has its most.")
        problems.append(Problem("budget-left", message, {"left": plain(left)}))
    else:
        left = 0.0
    upright = [c.id for c, s in zip(given.channels, slopes, strict=True) if math.isinf(s)]
    if upright:
        message = N_("{who}: the curve starts upright, so the first unit has no finite return.")
        problems.append(undefined(message, who=", ".join(upright)))
    level = _common_slope(given.channels, spends, slopes)
    if level is None:
        message = N_("Every channel is at one of its bounds: there is no common slope.")
        problems.append(undefined(message))
    if gap > PROVEN:
        message = N_("This is within {gap} % of the best possible; more is not proven.")
        problems.append(Problem("gap", message, {"gap": f"{gap * 100:.2g}"}))
    rows = zip(given.channels, spends, responses, slopes, strict=True)
    return Allocation(
        tuple(
            ChannelShare(c.id, float(x), float(y), None if math.isinf(s) else float(s))
            for c, x, y, s in rows
        ),
        response,
        level,
        left,
        math.fsum(equal),
        given.margin * response - spent,
        gap,
        tuple(problems),
    )


def _common_slope(channels: Sequence[CurvedChannel], spends: Array, slopes: Array) -> float | None:
    """The slope of the largest channel that is at neither bound."""
    noise = SLACK * float(spends.max())
    inside = [
        (float(spend), float(slope))
        for channel, spend, slope in zip(channels, spends, slopes, strict=True)
        if spend > channel.min + noise and (channel.max is None or spend < channel.max - noise)
    ]
    return max(inside)[1] if inside else None
