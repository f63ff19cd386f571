"""From contact to customer: what each channel brings by its rates."""

from __future__ import annotations

from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.figures import Figure, total
from planner.analysis.feeding.runs import Missing
from planner.blocks import Chart, Series, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_


def _funnels(ground: Ground) -> list[ChannelFunnel]:
    return [f for f in ground.analysis.funnels if not isinstance(f, Missing)]


@reading("funnel")
def funnel_reading(ground: Ground) -> Text:
    """How many customers the channels bring, and how many of them the plan can claim."""
    found = _funnels(ground)
    if not found:
        return ()
    customers = total(Figure(f.result.customers, f.run.paths) for f in found)
    claimed = total(f.incremental_customers for f in found)
    return ground.say(
        N_(
            "At the base rates the channels bring {customers} customers in the period; {claimed}"
            " of them would not have come anyway."
        ),
        customers=ground.voice.number(round(customers.value), *customers.sources),
        claimed=ground.voice.number(round(claimed.value), *claimed.sources),
    )


@exhibit("funnel")
def funnel_table(ground: Ground) -> Table | None:
    """Visits, enquiries and customers of each channel, and the rates between."""
    columns = (
        words(ground, N_("Channel"), 2.4),
        figures(ground, N_("Visits or contacts")),
        figures(ground, N_("become enquiries")),
        figures(ground, N_("Enquiries")),
        figures(ground, N_("become customers")),
        figures(ground, N_("Customers")),
        figures(ground, N_("would come anyway")),
        figures(ground, N_("won by the plan")),
    )
    rows = []
    for each in _funnels(ground):
        path = f"promotion.channels[{each.id}]"
        to_lead = each.run.given.channels[0].visit_to_lead
        to_customer = each.run.given.channels[0].lead_to_customer
        sources = each.run.paths
        rows.append(
            row(
                channel_name(ground, each.id),
                (ground.voice.figure(round(each.result.visits), *sources),),
                (ground.voice.percent(to_lead, f"{path}.funnel"),),
                (ground.voice.figure(round(each.result.leads), *sources),),
                (ground.voice.percent(to_customer, f"{path}.funnel"),),
                (ground.voice.figure(round(each.result.customers), *sources),),
                (ground.voice.percent(each.anyway.value, *each.anyway.sources),),
                (ground.voice.figure(round(each.incremental_customers.value), *sources),),
            )
        )
    return table(
        "funnel", ground.say(N_("From contact to customer, channel by channel")), columns, rows
    )


@exhibit("funnel-chart")
def funnel_chart(ground: Ground) -> Chart | None:
    """All channels together, from visit to customer won by the plan."""
    found = _funnels(ground)
    if len(found) < 2:
        return None
    sources = tuple(dict.fromkeys(s for f in found for s in f.run.paths))
    steps = (
        (N_("Visits and contacts"), sum(f.result.visits for f in found)),
        (N_("Enquiries"), sum(f.result.leads for f in found)),
        (N_("Customers"), sum(f.result.customers for f in found)),
        (N_("Won by the plan"), sum(f.incremental_customers.value for f in found)),
    )
    names = tuple(ground.voice.word(name) for name, _ in steps)
    values = tuple(round(value) for _, value in steps)
    if not values[0]:
        return None
    return Chart(
        "funnel-chart",
        "funnel",
        ground.say(
            N_("Of {visits} visits and contacts {won} become customers we owe to the plan"),
            visits=ground.voice.number(values[0], *sources),
            won=ground.voice.number(values[-1], *sources),
        ),
        alt="; ".join(f"{n}: {v}" for n, v in zip(names, values, strict=True)),
        categories=names,
        series=(Series(names[0], tuple(float(v) for v in values), own=True, sources=sources),),
        number_format="#,##0",
    )


@reading("house-figures")
def house_figures(ground: Ground) -> Text:
    """Which channels rest on a house figure for those who would have come anyway."""
    used = [f.id for f in _funnels(ground) if f.house]
    if not used:
        return ()
    return ground.say(
        N_(
            "Who would have come anyway is a house figure, an assumption of the program and not of"
            " the firm, for: {channels}."
        ),
        channels=ground.voice.join(channel_name(ground, identity) for identity in used),
    )
