"""What channels cost and bring: unit costs and returns, as measured and of any sums."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import ratio
from planner.i18n import N_

COUNTED = {"cpm": "impressions", "cpc": "visits", "cpl": "leads", "cac": "customers"}
"""What each unit cost is divided by."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Money and counts of one channel or of several together; None was not counted."""

    spend: float
    revenue: float
    contribution: float
    impressions: float | None = None
    visits: float | None = None
    leads: float | None = None
    customers: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Unit costs (`cpm` for 1000 impressions) and returns; None where undefined."""

    cpm: float | None
    cpc: float | None
    cpl: float | None
    cac: float | None
    roas: float | None
    drr: float | None
    romi: float | None


Each = TypeVar("Each", bound=Figures)
Total = TypeVar("Total", bound=Figures)
Result = TypeVar("Result", bound=Figures)


def figures(sums: Sums) -> dict[str, Any]:
    """The fields of `Figures`, as ratios of sums (Farris et al., Marketing Metrics, 2010)."""
    counts = {name: getattr(sums, count) for name, count in COUNTED.items()}
    if sums.impressions is not None:
        counts["cpm"] = sums.impressions / 1000
    return {
        **{name: ratio(sums.spend, count) for name, count in counts.items()},
        "roas": ratio(sums.revenue, sums.spend),
        "drr": ratio(sums.spend, sums.revenue),
        "romi": ratio(sums.contribution - sums.spend, sums.spend),
    }


def _added(parts: Sequence[Sums]) -> Sums:
    """Several channels together; a count that none of them has stays None."""
    if len(parts) == 1:
        return parts[0]
    totals: dict[str, float | None] = {}
    for name in Sums.__dataclass_fields__:
        known = [value for part in parts if (value := getattr(part, name)) is not None]
        totals[name] = math.fsum(known) if known else None
    return Sums(**totals)  # type: ignore[arg-type]  # money is in every part, so never None


@dataclass(frozen=True, slots=True)
class ByChannel(Generic[Each, Total]):
    """Each channel, all together, and those that lose money."""

    channels: tuple[Each, ...]
    total: Total
    losing: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def by_channel(
    parts: Mapping[str, Sums], each: type[Each], together: type[Total]
) -> ByChannel[Each, Total]:
    """Costs and returns of each channel and of all; `each` and `together` say which sums show."""
    shown = {who: figures(sums) for who, sums in parts.items()}
    total = _added(tuple(parts.values()))
    all_shown = figures(total)
    problems = [
        problem
        for who, sums in parts.items()
        for problem in _unit_cost_problems(who, sums, shown[who])
    ]
    problems += _unit_cost_problems("total", total, all_shown) + _partly_counted(parts)
    return ByChannel(
        tuple(_with_sums(each, sums, shown[who] | {"id": who}) for who, sums in parts.items()),
        _with_sums(together, total, all_shown),
        _losing(shown),
        tuple(problems),
    )


def _with_sums(kind: type[Result], sums: Sums, shown: Mapping[str, Any]) -> Result:
    names = Sums.__dataclass_fields__.keys() & kind.__dataclass_fields__.keys()
    return kind(**shown, **{name: getattr(sums, name) for name in names})


def _unit_cost_problems(who: str, sums: Sums, shown: Mapping[str, float | None]) -> list[Problem]:
    """Say which figures are undefined though everything was counted."""
    names = [
        name
        for name, value in shown.items()
        if value is None and (name not in COUNTED or getattr(sums, COUNTED[name]) is not None)
    ]
    if not names:
        return []
    message = N_("{who}: no {names}, for what it would be divided by is 0.")
    return [undefined(message, who=who, names=", ".join(names))]


def _partly_counted(parts: Mapping[str, Sums]) -> list[Problem]:
    """Say which unit costs of the total divide all the money by the counts of some channels."""
    found = []
    for name, count in COUNTED.items():
        without = [who for who, sums in parts.items() if getattr(sums, count) is None]
        if without and len(without) < len(parts):
            message = N_("The total {name} divides all spend, though {who} count no {count}.")
            words = {"name": name, "who": ", ".join(without), "count": count}
            found.append(Problem("partly-counted", message, words))
    return found


def _losing(shown: Mapping[str, Mapping[str, float | None]]) -> tuple[str, ...]:
    """The channels whose return on marketing investment is below 0."""
    return tuple(
        who
        for who, values in shown.items()
        if (romi := values["romi"]) is not None and romi < -SLACK
    )


@dataclass(frozen=True, slots=True)
class MeasuredChannel:
    """What a channel cost and brought, as measured."""

    id: str
    spend: Size
    revenue: Size
    impressions: Size | None = None
    visits: Size | None = None
    leads: Size | None = None
    customers: Size | None = None


@dataclass(frozen=True, slots=True)
class ChannelMetricsInput:
    """The contribution margin and the channels as measured."""

    margin: Share
    channels: Annotated[tuple[MeasuredChannel, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ChannelResult(Figures):
    """Costs and returns of one channel."""

    id: str
    contribution: float


@dataclass(frozen=True, slots=True)
class ChannelTotal(Figures):
    """Costs and returns of all channels together."""

    spend: float
    revenue: float
    contribution: float


@method("channel-metrics")
def channel_metrics(given: ChannelMetricsInput) -> ByChannel[ChannelResult, ChannelTotal]:
    """Work out costs and returns from results as measured; totals are ratios of sums.

    The spend of a channel that lacks a count stays in the total's unit cost.
    """
    parts = {
        channel.id: Sums(
            channel.spend,
            channel.revenue,
            channel.revenue * given.margin,
            **{count: getattr(channel, count) for count in COUNTED.values()},
        )
        for channel in given.channels
    }
    return by_channel(parts, ChannelResult, ChannelTotal)
