"""From contact to customer: funnels forward, as measured, and backward from a goal."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    ratio,
    undefined,
)
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class FunnelChannel:
    """A channel with one entry (views, sends or visits), its rates and its costs."""

    id: str
    aov: Size
    visit_to_lead: Share
    lead_to_customer: Share
    impressions: Size | None = None
    ctr: Share | None = None
    sends: Size | None = None
    open_rate: Share | None = None
    click_to_open: Share | None = None
    visits: Size | None = None
    cpc: Size | None = None
    cpm: Size | None = None
    fixed_cost: Size | None = None


@dataclass(frozen=True, slots=True)
class FunnelInput:
    """The contribution margin of what is sold, and the channels."""

    margin: Share
    channels: Annotated[tuple[FunnelChannel, ...], Filled()]


@dataclass(frozen=True, slots=True)
class FunnelTotal:
    """What comes of it: counts, money, and costs and returns as ratios of sums."""

    visits: float
    spend: float
    leads: float
    customers: float
    revenue: float
    contribution: float
    cpm: float | None
    cpc: float | None
    cpl: float | None
    cac: float | None
    roas: float | None
    drr: float | None
    romi: float | None


@dataclass(frozen=True, slots=True)
class FunnelResult(FunnelTotal):
    """What comes of one channel."""

    id: str


@dataclass(frozen=True, slots=True)
class Funnel:
    """Each channel, all together, and those that lose money."""

    channels: tuple[FunnelResult, ...]
    total: FunnelTotal
    losing: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


ENTRIES = {
    "impressions": ("impressions", "ctr"),
    "sends": ("sends", "open_rate", "click_to_open"),
    "visits": ("visits",),
}


@method("funnel")
def funnel(given: FunnelInput) -> Funnel:
    """Run channels forward: views × rates → customers → contribution (Farris et al. 2010).

    romi = (contribution − spend) / spend; totals are ratios of sums.

    Raises:
        Invalid: where a channel has no entry or several, or a cost without its volume.
    """
    results, seen, warnings = [], [], list[Problem]()
    for index, channel in enumerate(given.channels):
        entry = _entry(channel, index)
        result, impressions = _run(channel, entry, given.margin)
        results.append(result)
        seen.append(impressions)
        warnings += _undefined(channel.id, result, impressions)
    total = _total(results, seen)
    losing = tuple(r.id for r in results if r.romi is not None and r.romi < -SLACK)
    return Funnel(tuple(results), total, losing, tuple(warnings))


def _entry(channel: FunnelChannel, index: int) -> str:
    path = f"channels[{index}]"
    entries = [name for name in ENTRIES if getattr(channel, name) is not None]
    if len(entries) != 1:
        field = f"{path}.{entries[1]}" if entries else f"{path}.visits"
        raise Invalid(
            field,
            N_(
                "{id} needs exactly one entry: impressions and ctr, sends with open_rate and"
                " click_to_open, or visits."
            ),
            id=channel.id,
        )
    needed = ENTRIES[entries[0]]
    rates = {rate for names in ENTRIES.values() for rate in names[1:]}
    for rate in rates:
        if rate in needed and getattr(channel, rate) is None:
            raise Invalid(f"{path}.{rate}", N_("{id} needs a {rate}."), id=channel.id, rate=rate)
        if rate not in needed and getattr(channel, rate) is not None:
            raise Invalid(
                f"{path}.{rate}",
                N_("{id} enters by {entry} and has no use for {rate}."),
                id=channel.id,
                entry=entries[0],
                rate=rate,
            )
    if channel.cpm is not None and channel.impressions is None:
        raise Invalid(
            f"{path}.cpm", N_("{id} has a price per 1000 views but no views."), id=channel.id
        )
    return entries[0]


def _run(channel: FunnelChannel, entry: str, margin: float) -> tuple[FunnelResult, float | None]:
    visits = math.prod(getattr(channel, name) for name in ENTRIES[entry])
    spend = (channel.cpc or 0) * visits + (channel.fixed_cost or 0)
    if channel.impressions is not None:
        spend += (channel.cpm or 0) * channel.impressions / 1000
    leads = visits * channel.visit_to_lead
    customers = leads * channel.lead_to_customer
    revenue = customers * channel.aov
    sums = (visits, spend, leads, customers, revenue, revenue * margin)
    return FunnelResult(
        *sums, *_ratios(*sums, channel.impressions), channel.id
    ), channel.impressions


def _ratios(  # noqa: PLR0913, PLR0917  the columns of a funnel
    visits: float | None,
    spend: float,
    leads: float | None,
    customers: float | None,
    revenue: float,
    contribution: float,
    impressions: float | None,
) -> tuple[float | None, ...]:
    thousands = None if impressions is None else impressions / 1000
    return (
        ratio(spend, thousands),
        ratio(spend, visits),
        ratio(spend, leads),
        ratio(spend, customers),
        ratio(revenue, spend),
        ratio(spend, revenue),
        ratio(contribution - spend, spend),
    )


def _total(results: Sequence[FunnelResult], seen: Sequence[float | None]) -> FunnelTotal:
    names = ("visits", "spend", "leads", "customers", "revenue", "contribution")
    sums = [math.fsum(getattr(result, name) for result in results) for name in names]
    views = [value for value in seen if value is not None]
    shown_spend = math.fsum(
        result.spend for result, value in zip(results, seen, strict=True) if value is not None
    )
    _, *rest = _ratios(*sums, None)
    cpm = ratio(shown_spend, math.fsum(views) / 1000) if views else None
    return FunnelTotal(*sums, cpm, *rest)


def _undefined(identity: str, result: object, impressions: float | None) -> list[Problem]:
    names = [
        name
        for name in ("cpm", "cpc", "cpl", "cac", "roas", "drr", "romi")
        if getattr(result, name) is None and not (name == "cpm" and impressions is None)
    ]
    if not names:
        return []
    return [
        undefined(
            identity,
            N_("{what}: no {names}, for what it would be divided by is 0."),
            names=", ".join(names),
        )
    ]


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
class ChannelFigures:
    """Costs and returns of what was measured; None where it was not."""

    contribution: float
    cpm: float | None
    cpc: float | None
    cpl: float | None
    cac: float | None
    roas: float | None
    drr: float | None
    romi: float | None


@dataclass(frozen=True, slots=True)
class ChannelResult(ChannelFigures):
    """Costs and returns of one channel."""

    id: str


@dataclass(frozen=True, slots=True)
class ChannelTotal(ChannelFigures):
    """Costs and returns of all channels together."""

    spend: float
    revenue: float


@dataclass(frozen=True, slots=True)
class ChannelMetrics:
    """Each channel, all together, and those that lost money."""

    channels: tuple[ChannelResult, ...]
    total: ChannelTotal
    losing: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


COUNTS = ("impressions", "visits", "leads", "customers")


@method("channel-metrics")
def channel_metrics(given: ChannelMetricsInput) -> ChannelMetrics:
    """Work out costs and returns from results as measured; totals are ratios of sums."""
    results, warnings = [], list[Problem]()
    for channel in given.channels:
        figures = _figures(given.margin, channel.spend, channel.revenue, channel)
        results.append(ChannelResult(*figures, channel.id))
        warnings += _unmeasured(channel, results[-1])
    spend = math.fsum(channel.spend for channel in given.channels)
    revenue = math.fsum(channel.revenue for channel in given.channels)
    total = ChannelTotal(*_total_figures(given, spend, revenue), spend, revenue)
    losing = tuple(r.id for r in results if r.romi is not None and r.romi < -SLACK)
    return ChannelMetrics(tuple(results), total, losing, tuple(warnings))


def _figures(
    margin: float, spend: float, revenue: float, channel: MeasuredChannel
) -> tuple[float | None, ...]:
    contribution = revenue * margin
    ratios = _ratios(
        channel.visits,
        spend,
        channel.leads,
        channel.customers,
        revenue,
        contribution,
        channel.impressions,
    )
    return (contribution, *ratios)


def _total_figures(
    given: ChannelMetricsInput, spend: float, revenue: float
) -> tuple[float | None, ...]:
    contribution = revenue * given.margin
    costs = []
    for name in COUNTS:
        counted = [c for c in given.channels if getattr(c, name) is not None]
        volume = math.fsum(getattr(c, name) for c in counted)
        paid = math.fsum(c.spend for c in counted)
        costs.append(ratio(paid, volume / 1000 if name == "impressions" else volume))
    return (
        contribution,
        *costs,
        ratio(revenue, spend),
        ratio(spend, revenue),
        ratio(contribution - spend, spend),
    )


def _unmeasured(channel: MeasuredChannel, result: ChannelResult) -> list[Problem]:
    cost_of = {"cpm": "impressions", "cpc": "visits", "cpl": "leads", "cac": "customers"}
    names = [
        name
        for name in (*cost_of, "roas", "drr", "romi")
        if getattr(result, name) is None
        and not (name in cost_of and getattr(channel, cost_of[name]) is None)
    ]
    if not names:
        return []
    return [
        undefined(
            channel.id,
            N_("{what}: no {names}, for what it would be divided by is 0."),
            names=", ".join(names),
        )
    ]


@dataclass(frozen=True, slots=True)
class FunnelBackwardInput:
    """The customers wanted and the rates on the way; price of a click and money where known."""

    target_customers: Size
    lead_to_customer: Share
    visit_to_lead: Share
    ctr: Share | None = None
    cpc: Size | None = None
    budget: Size | None = None


@dataclass(frozen=True, slots=True)
class FunnelBackward:
    """What it takes to win the customers; None where a rate is 0 or an input is not given."""

    leads: float | None
    visits: float | None
    impressions: float | None
    whole_leads: int | None
    whole_visits: int | None
    whole_impressions: int | None
    spend: float | None
    within_budget: bool | None
    customers_at_budget: float | None
    warnings: tuple[Problem, ...] = ()


@method("funnel-backward")
def funnel_backward(given: FunnelBackwardInput) -> FunnelBackward:
    """Run a funnel backward: customers / rates; a rate of 0 makes the goal unreachable."""
    leads = ratio(given.target_customers, given.lead_to_customer)
    visits = ratio(leads, given.visit_to_lead)
    impressions = ratio(visits, given.ctr)
    spend = None if visits is None or given.cpc is None else visits * given.cpc
    within = None if spend is None or given.budget is None else spend <= given.budget + SLACK
    per_click = None if given.budget is None else ratio(given.budget, given.cpc)
    won = None if per_click is None else per_click * given.visit_to_lead * given.lead_to_customer
    warnings = ()
    if (
        leads is None
        or visits is None
        or (given.ctr is not None and impressions is None)
        or (given.budget is not None and given.cpc is not None and won is None)
    ):
        warnings = (
            undefined("goal", N_("A rate or price on the way is 0: the goal can’t be reckoned.")),
        )
    return FunnelBackward(
        leads,
        visits,
        impressions,
        whole(leads),
        whole(visits),
        whole(impressions),
        spend,
        within,
        won,
        warnings,
    )


def whole(value: float | None) -> int | None:
    """A number rounded up to a whole one, float noise forgiven."""
    return None if value is None else math.ceil(value - SLACK * max(1.0, abs(value)))
