"""From contact to customer: funnels forward by rates, and backward from a goal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.channels import ByChannel, Figures, Sums, by_channel
from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import ratio, whole
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
class FunnelTotal(Figures):
    """What comes of it: counts, money, and costs and returns as ratios of sums."""

    visits: float
    spend: float
    leads: float
    customers: float
    revenue: float
    contribution: float


@dataclass(frozen=True, slots=True)
class FunnelResult(FunnelTotal):
    """What comes of one channel."""

    id: str


ENTRIES = {
    "impressions": ("impressions", "ctr"),
    "sends": ("sends", "open_rate", "click_to_open"),
    "visits": ("visits",),
}
"""How a channel may enter the funnel, and the rates that lead from there to visits."""


@method("funnel")
def funnel(given: FunnelInput) -> ByChannel[FunnelResult, FunnelTotal]:
    """Run channels forward: entry × rates → visits → leads → customers → contribution.

    romi = (contribution − spend) / spend; totals are ratios of sums (Farris et al. 2010).

    Raises:
        Invalid: where a channel has no entry or several, or a cost without its volume.
    """
    entries = [_entry(channel, index) for index, channel in enumerate(given.channels)]
    parts = {
        channel.id: _run(channel, entry, given.margin)
        for channel, entry in zip(given.channels, entries, strict=True)
    }
    return by_channel(parts, FunnelResult, FunnelTotal)


def _entry(channel: FunnelChannel, index: int) -> str:
    path = f"channels[{index}]"
    entries = [name for name in ENTRIES if getattr(channel, name) is not None]
    if len(entries) != 1:
        raise Invalid(
            f"{path}.{entries[1] if entries else 'visits'}",
            N_(
                "{id} needs exactly one entry: impressions and ctr, sends with open_rate and"
                " click_to_open, or visits."
            ),
            id=channel.id,
        )
    entry = entries[0]
    for rate in (rate for names in ENTRIES.values() for rate in names[1:]):
        given = getattr(channel, rate) is not None
        if rate in ENTRIES[entry] and not given:
            raise Invalid(f"{path}.{rate}", N_("{id} needs a {rate}."), id=channel.id, rate=rate)
        if given and rate not in ENTRIES[entry]:
            message = N_("{id} enters by {entry} and has no use for {rate}.")
            raise Invalid(f"{path}.{rate}", message, id=channel.id, entry=entry, rate=rate)
    if channel.cpm is not None and channel.impressions is None:
        message = N_("{id} has a price for 1000 impressions but no impressions.")
        raise Invalid(f"{path}.cpm", message, id=channel.id)
    return entry


def _run(channel: FunnelChannel, entry: str, margin: float) -> Sums:
    visits = math.prod(getattr(channel, name) for name in ENTRIES[entry])
    spend = (channel.cpc or 0) * visits + (channel.fixed_cost or 0)
    spend += (channel.cpm or 0) * (channel.impressions or 0) / 1000
    leads = visits * channel.visit_to_lead
    customers = leads * channel.lead_to_customer
    revenue = customers * channel.aov
    return Sums(spend, revenue, revenue * margin, channel.impressions, visits, leads, customers)


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
    clicks = None if given.budget is None else ratio(given.budget, given.cpc)
    won = None if clicks is None else clicks * given.visit_to_lead * given.lead_to_customer
    problems = []
    zeros = [n for n in ("lead_to_customer", "visit_to_lead", "ctr") if getattr(given, n) == 0]
    if zeros:
        message = N_("The goal can’t be reached: {names} is 0.")
        problems.append(undefined(message, names=", ".join(zeros)))
    if won is None and given.budget is not None and given.cpc is not None:
        message = N_("At a cpc of 0 no number of customers follows from the budget.")
        problems.append(undefined(message))
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
        tuple(problems),
    )
