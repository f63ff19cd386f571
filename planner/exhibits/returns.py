"""What the plan’s money brings back: in all, channel by channel, and where it breaks even."""

from __future__ import annotations

from planner.analysis.feeding import ChannelReturn
from planner.analysis.feeding.figures import Figure, total
from planner.analysis.feeding.runs import Missing
from planner.blocks import Row, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.tables import figures, money, row, table, words
from planner.i18n import N_


def _return_total(ground: Ground) -> tuple[Figure, Figure, Figure] | None:
    """Customers, contribution and spend of all channels that could be reckoned."""
    found = ground.analysis.channel_returns
    if not found:
        return None
    return (
        total(f.customers for f in found),
        total(f.contribution for f in found),
        total(f.spend for f in found),
    )


@reading("result")
def result(ground: Ground) -> Text:
    """What the plan brings, in customers and in money left."""
    sums = _return_total(ground)
    if sums is None:
        return ()
    customers, contribution, spend = sums
    net = contribution - spend
    parts: dict[str, Text | Span] = {
        "customers": ground.voice.number(round(customers.value), *customers.sources),
        "contribution": ground.voice.money(round(contribution.value), *contribution.sources),
        "spend": ground.voice.money(round(spend.value), *spend.sources),
        "net": ground.voice.money(round(abs(net.value)), *net.sources),
    }
    if net.value >= 0:
        return ground.say(
            N_(
                "The channels win {customers} customers who would not have come anyway."
                " In the period they leave {contribution} after direct costs, against {spend}"
                " spent on winning them: {net} more than they cost."
            ),
            **parts,
        )
    return ground.say(
        N_(
            "The channels win {customers} customers who would not have come anyway."
            " In the period they leave {contribution} after direct costs, against {spend}"
            " spent on winning them: {net} less than they cost; they pay only if they stay longer."
        ),
        **parts,
    )


@reading("return")
def return_reading(ground: Ground) -> Text:
    """The return of all channels, and how it is reckoned."""
    sums = _return_total(ground)
    if sums is None:
        return ()
    _, contribution, spend = sums
    if spend.value <= 0:
        return ()
    romi = (contribution - spend) / spend
    return ground.say(
        N_(
            "Return is reckoned on contribution, not on sales, and only on customers who would not"
            " have come anyway: (contribution − cost) ÷ cost. For all channels together it is"
            " {romi}."
        ),
        romi=ground.voice.percent(round(romi.value, 2), *romi.sources),
    )


@exhibit("return")
def return_table(ground: Ground) -> Table | None:
    """Cost, customers, contribution and return of each channel, at base values."""
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Channel"), 2.4),
        figures(ground, N_("Cost"), unit),
        figures(ground, N_("Customers won")),
        figures(ground, N_("Sales won"), unit),
        figures(ground, N_("Contribution"), unit, 1.1),
        figures(ground, N_("Cost of a customer"), unit),
        figures(ground, N_("Return")),
    )
    rows = [_return_row(ground, each) for each in ground.analysis.channel_returns]
    sums = _return_total(ground)
    if sums is not None and len(rows) > 1:
        customers, contribution, spend = sums
        revenue = total(f.revenue for f in ground.analysis.channel_returns)
        romi = (contribution - spend) / spend if spend.value > 0 else None
        rows.append(
            row(
                ground.say(N_("Together")),
                money(ground, spend),
                (ground.voice.figure(round(customers.value), *customers.sources),),
                money(ground, revenue),
                money(ground, contribution),
                money(ground, spend / customers if customers.value > 0 else None),
                (ground.voice.percent(round(romi.value, 2), *romi.sources),) if romi else "–",
                total=True,
            )
        )
    source = ground.say(
        N_("Costs that belong to a channel, such as an agency’s fee, are counted with it.")
    )
    caption = ground.say(N_("What each channel costs and brings back, at base values"))
    return table("return", caption, columns, rows, source=source)


def _return_row(ground: Ground, each: ChannelReturn) -> Row:
    return row(
        channel_name(ground, each.id),
        money(ground, each.spend),
        (ground.voice.figure(round(each.customers.value), *each.customers.sources),),
        money(ground, each.revenue),
        money(ground, each.contribution),
        money(ground, each.cost_per_customer),
        (ground.voice.percent(round(each.romi.value, 2), *each.romi.sources),)
        if each.romi
        else "–",
    )


@reading("return-losing")
def return_losing(ground: Ground) -> Text:
    """Which channels cost more than they bring back."""
    losing = [f.id for f in ground.analysis.channel_returns if f.romi and f.romi.value < -1e-9]
    if not losing:
        return ()
    return ground.say(
        N_("At base values these cost more than they bring back in the period: {channels}."),
        channels=ground.voice.join(channel_name(ground, identity) for identity in losing),
    )


@reading("break-even")
def break_even(ground: Ground) -> Text:
    """The sales at which fixed costs are earned, and what the plan adds to them."""
    found = ground.analysis.break_even
    if isinstance(found, Missing) or found.result.revenue is None:
        return ()
    said = ground.say(
        N_("The firm earns its fixed costs at sales of {sales} a year."),
        sales=ground.voice.money(round(found.result.revenue), *found.paths),
    )
    extra = found.result.extra_units_for_campaign
    if not extra:
        return said
    return (
        *said,
        *ground.say(
            N_(" The plan’s money is back when it has brought {extra} of extra sales."),
            extra=ground.voice.money(round(extra), *found.paths),
        ),
    )
