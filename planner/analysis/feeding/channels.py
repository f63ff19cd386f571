"""Feeding the methods about channels: funnel, return, phasing, results of last year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.analysis.budget import PhasingInput
from planner.analysis.channels import ChannelMetricsInput, MeasuredChannel
from planner.analysis.feeding import economics
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.running import (
    PER_UNIT,
    RATES,
    cost_model,
    entry_of,
    is_running,
    kind_of,
)
from planner.analysis.feeding.runs import Missing, Run, run
from planner.analysis.feeding.spending import (
    by_month,
    channel_amount,
    line_amount,
    lines_by_channel,
    month_sources,
    months_in,
)
from planner.analysis.funnel import FunnelChannel, FunnelInput
from planner.analysis.returns import RomiInput
from planner.model import words
from planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class ChannelFunnel:
    """A channel run forward at its base values, and what of it the plan can claim."""

    id: str
    run: Run
    anyway: Figure
    romi: Run
    house: bool

    @property
    def result(self) -> Any:
        """The funnel’s figures."""
        return self.run.result.channels[0]

    @property
    def incremental_customers(self) -> Figure:
        """Customers who would not have come anyway."""
        sources = (*self.run.paths, *self.anyway.sources)
        return Figure(self.result.customers * (1 - self.anyway.value), sources)


def funnel(plan: Plan, channel: Any) -> ChannelFunnel | Missing:
    """A channel’s funnel and return at base values."""
    path = f"promotion.channels[{channel.id}]"
    entry = entry_of(channel)
    margin = economics.margin_of(plan, channel.funnel.offering)
    lacking = _lacking(plan, channel, path, entry)
    if margin is None:
        lacking.append("business.offerings")
    aov = _revenue_per_customer(plan, channel, path)
    if aov is None:
        lacking.append("segments.items[*].order_value")
    volume = _volume(plan, channel, path) if not lacking else None
    if not lacking and volume is None:
        lacking.append(f"{path}.funnel.volume")
    if lacking or margin is None or aov is None or volume is None or entry is None:
        return Missing("funnel", tuple(dict.fromkeys(lacking)))
    if not 0 <= margin.value <= 1:
        return Missing("funnel", ("business.offerings",))
    return _funnel(plan, channel, entry, _Ground(path, margin, aov, volume))


@dataclass(frozen=True, slots=True)
class _Ground:
    path: str
    margin: Figure
    aov: Figure
    volume: Figure


def _lacking(plan: Plan, channel: Any, path: str, entry: str | None) -> list[str]:
    if entry not in RATES:
        return [f"{path}.funnel.entry"]
    del plan
    return [
        f"{path}.funnel.{name}.base"
        for name in RATES[entry]
        if getattr(channel.funnel, name).base is None
    ]


def _revenue_per_customer(plan: Plan, channel: Any, path: str) -> Figure | None:
    order = figure_at(plan, f"{path}.funnel.average_order")
    if order is not None:
        orders = figure_at(plan, f"{path}.funnel.orders")
        return order if orders is None else order * orders
    groups = channel.segments or economics.targets(plan)
    sums = []
    for identity in groups:
        spend = economics.spend_per_customer(plan, identity)
        own = figure_at(plan, f"segments.items[{identity}].own_customers")
        if spend is not None:
            sums.append((own if own is not None and own.value > 0 else Figure(1.0), spend))
    if not sums:
        return None
    return total(own * spend for own, spend in sums) / total(own for own, _ in sums)


def _volume(plan: Plan, channel: Any, path: str) -> Figure | None:
    """How many enter in the period: bought by money, else a month’s volume times the months."""
    model = cost_model(channel)
    if model in PER_UNIT:
        price = figure_at(plan, f"{path}.unit_cost")
        money = channel_amount(channel)
        if price is None or price.value <= 0 or not money.value:
            return None
        bought = Figure(float(money.value), money.sources) / price
        return bought * Figure(PER_UNIT[model])
    monthly = figure_at(plan, f"{path}.funnel.volume")
    if monthly is None:
        return None
    ramp = channel.funnel.ramp_months or 0
    active = sum(min(1.0, (index + 1) / (ramp + 1)) for index in range(len(months_in(plan))))
    sources: tuple[str, ...] = ("meta.period",)
    if channel.funnel.ramp_months is not None:
        sources = (*sources, f"{path}.funnel.ramp_months")
    return monthly * Figure(active, sources)


def _funnel(plan: Plan, channel: Any, entry: str, on: _Ground) -> ChannelFunnel:
    rates = channel.funnel
    to_customer = rates.lead_to_customer.base * _or_one(rates.lead_to_qualified.base)
    arguments: dict[str, Any] = {"visits": on.volume.value}
    to_lead = rates.visit_to_lead.base
    if entry == "views":
        arguments = {"impressions": on.volume.value, "ctr": rates.click_rate.base}
    elif entry == "sends":
        arguments = {
            "sends": on.volume.value,
            "open_rate": rates.open_rate.base,
            "click_to_open": rates.click_to_open.base,
        }
    elif entry == "contacts":
        to_lead = rates.response.base
    elif entry == "actions":
        to_lead = 1.0
    arguments |= _costs(plan, channel, on)
    shape = FunnelChannel(
        id=channel.id,
        aov=on.aov.value,
        visit_to_lead=to_lead,
        lead_to_customer=to_customer,
        **arguments,
    )
    read = _read(plan, channel, on)
    done = run("funnel", on.path, FunnelInput(on.margin.value, (shape,)), read)
    done = _with_commission(plan, channel, done, shape)
    anyway, house = _anyway(plan, channel, on.path)
    result = done.result.channels[0]
    returned = run(
        "romi",
        on.path,
        RomiInput(
            result.spend, result.revenue * (1 - anyway.value), on.margin.value, result.revenue
        ),
        (*done.paths, *anyway.sources),
    )
    return ChannelFunnel(channel.id, done, anyway, returned, house)


def _or_one(value: float | None) -> float:
    return 1.0 if value is None else value


def _costs(plan: Plan, channel: Any, on: _Ground) -> dict[str, float]:
    """The channel’s own money by its cost model, and its budget lines as fixed cost."""
    fixed = sum(
        float(line_amount(line).value) for line in lines_by_channel(plan).get(channel.id, ())
    )
    model = cost_model(channel)
    price = figure_at(plan, f"{on.path}.unit_cost")
    entry = entry_of(channel)
    costs: dict[str, float] = {}
    if model == "per click" and entry == "visits" and price is not None:
        costs["cpc"] = price.value
    elif model == "per 1000 views" and entry == "views" and price is not None:
        costs["cpm"] = price.value
    else:
        fixed += float(channel_amount(channel).value)
    return costs | {"fixed_cost": fixed}


def fee_of(channel: Any) -> float:
    """The share of its sales that a channel keeps; 0 where it is paid otherwise."""
    share = channel.commission.base
    return share if share and cost_model(channel) == "share of revenue" else 0.0


def _with_commission(plan: Plan, channel: Any, done: Run, shape: FunnelChannel) -> Run:
    share = figure_at(plan, f"promotion.channels[{channel.id}].commission")
    if share is None or cost_model(channel) != "share of revenue":
        return done
    from dataclasses import replace

    fee = share.value * done.result.channels[0].revenue
    given = FunnelInput(
        done.given.margin, (replace(shape, fixed_cost=(shape.fixed_cost or 0) + fee),)
    )
    return run("funnel", done.subject, given, (*done.paths, *share.sources))


def _read(plan: Plan, channel: Any, on: _Ground) -> tuple[str, ...]:
    rates = [
        f"{on.path}.funnel.{name}.base"
        for name in (
            "click_rate",
            "open_rate",
            "click_to_open",
            "response",
            "visit_to_lead",
            "lead_to_qualified",
            "lead_to_customer",
        )
        if getattr(channel.funnel, name).base is not None
    ]
    lines = [
        source
        for line in lines_by_channel(plan).get(channel.id, ())
        for source in line_amount(line).sources
    ]
    own = channel_amount(channel).sources
    everything = (*on.volume.sources, *rates, *on.aov.sources, *on.margin.sources, *own, *lines)
    return tuple(dict.fromkeys(everything))


def _anyway(plan: Plan, channel: Any, path: str) -> tuple[Figure, bool]:
    """Who would have come anyway: the answer, else the kind’s house figure."""
    typed = figure_at(plan, f"{path}.anyway")
    if typed is not None:
        return typed, False
    kind = kind_of(channel)
    house = kind.house.anyway if kind else None
    return Figure(house or 0.0, (f"{path}.kind",)), house is not None


def phased(plan: Plan) -> list[Run]:
    """Each channel’s money over the plan’s months, as whole smallest units of the currency."""
    months = months_in(plan)
    digits = words.digits_of(plan.meta.currency)
    found = []
    for channel in plan.promotion.channels:
        amount = channel_amount(channel)
        if not months or not is_running(channel) or not amount.value:
            continue
        split = by_month(plan, channel)
        units = [int(value.scaleb(digits)) for value in split.values()]
        given = PhasingInput(sum(units), tuple(float(unit) for unit in units))
        read = tuple(dict.fromkeys((*amount.sources, *month_sources(channel))))
        found.append(run("phasing", f"promotion.channels[{channel.id}]", given, read))
    return found


def last_year(plan: Plan) -> Run | Missing:
    """Channels as they did last year."""
    measured = []
    read: list[str] = []
    for channel in plan.promotion.channels:
        past = channel.last_year
        if past.spend is None or past.revenue is None:
            continue
        counts: Mapping[str, float | None] = {
            "impressions": past.views,
            "visits": past.visits,
            "leads": past.leads,
            "customers": past.customers,
        }
        measured.append(
            MeasuredChannel(channel.id, float(past.spend), float(past.revenue), **counts)
        )
        path = f"promotion.channels[{channel.id}].last_year"
        read += [f"{path}.spend", f"{path}.revenue"]
    margin = economics.firm_margin(plan)
    lacking = [] if measured else ["promotion.channels[*].last_year"]
    if margin is None or not 0 <= margin.value <= 1:
        lacking.append("business.offerings")
    if lacking or margin is None:
        return Missing("channel-metrics", tuple(lacking))
    given = ChannelMetricsInput(margin.value, tuple(measured))
    return run("channel-metrics", "promotion.channels", given, (*read, *margin.sources))
