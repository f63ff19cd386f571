"""The plan's money: what it costs by month, what it brings back, channel by channel."""

from __future__ import annotations

from decimal import Decimal

from planner.analysis.feeding import ChannelReturn
from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.figures import Figure, total
from planner.analysis.feeding.runs import Missing
from planner.analysis.feeding.spending import Amount, by_month, month_sources, months_in
from planner.blocks import Chart, Column, Row, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.tables import amount, figures, money, row, table, words
from planner.i18n import N_


def _said(ground: Ground, sum_: Amount) -> Span:
    return ground.voice.money(sum_.value, *sum_.sources)


@reading("budget")
def budget(ground: Ground) -> Text:
    """What the plan costs in all, beside what can be spent."""
    spent = ground.analysis.spending
    if not spent.total.value:
        return ()
    said = ground.say(
        N_(
            "The plan costs {total}: {media} for channels, {other} for everything else and"
            " {kept} kept for surprises."
        ),
        total=_said(ground, spent.total),
        media=_said(ground, spent.media),
        other=_said(ground, spent.other),
        kept=_said(ground, spent.contingency),
    )
    cap = ground.plan.business.limits.affordable_budget
    if cap is None:
        return said
    most = ground.said("business.limits.affordable_budget")
    message = (
        N_(" The most we can spend is {cap}.")
        if spent.total.value <= cap
        else N_(" That is more than the {cap} we can spend.")
    )
    return (*said, *ground.say(message, cap=most))


@reading("ask")
def ask(ground: Ground) -> Text:
    """The decision that is asked for, in one sentence."""
    spent = ground.analysis.spending
    period = ground.plan.meta.period
    goal = next((g for g in ground.plan.business.goals if g.name), None)
    if not spent.total.value:
        return ()
    parts: dict[str, Text | Span] = {"money": _said(ground, spent.total)}
    if goal is not None:
        parts["goal"] = ground.title(f"business.goals[{goal.id}]")
    if period is not None:
        parts["period"] = ground.voice.period(period, "meta.period")
    if goal is not None and period is not None:
        return ground.say(
            N_("We ask for {money} for {period}, to reach this goal: {goal}."), **parts
        )
    if goal is not None:
        return ground.say(N_("We ask for {money}, to reach this goal: {goal}."), **parts)
    return ground.say(N_("We ask for {money} for marketing."), **parts)


@exhibit("budget")
def budget_table(ground: Ground) -> Table | None:
    """Every item of the budget with its sum."""
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Item"), 3.4),
        figures(ground, N_("How many")),
        figures(ground, N_("Each"), unit),
        figures(ground, N_("Sum"), unit, 1.2),
    )
    spent = ground.analysis.spending
    rows = []
    for identity, sum_ in spent.channels.items():
        rows.append(
            row(channel_name(ground, identity), (), (), amount(ground, sum_.value, *sum_.sources))
        )
    for line in ground.plan.promotion.budget_lines:
        if line.id not in spent.lines:
            continue
        path = f"promotion.budget_lines[{line.id}]"
        sum_ = spent.lines[line.id]
        rows.append(
            row(
                ground.cell(line, path, "name"),
                ground.cell(line, path, "quantity"),
                amount(ground, line.unit_cost, f"{path}.unit_cost"),
                amount(ground, sum_.value, *sum_.sources),
            )
        )
    if not rows:
        return None
    kept = spent.contingency
    if kept.value:
        rows.append(
            row(
                ground.say(N_("Kept for surprises")),
                (),
                (),
                amount(ground, kept.value, *(kept.sources or ("promotion.budget.contingency",))),
            )
        )
    together = spent.total
    rows.append(
        row(
            ground.say(N_("Together")),
            (),
            (),
            amount(ground, together.value, *together.sources),
            total=True,
        )
    )
    return table("budget", ground.say(N_("What the plan costs, item by item")), columns, rows)


def _monthly(ground: Ground) -> list[tuple[Text, dict[str, Decimal], tuple[str, ...]]]:
    """Every item of the budget with its money month by month."""
    spent = ground.analysis.spending
    items: list[tuple[Text, dict[str, Decimal], tuple[str, ...]]] = []
    for channel in ground.plan.promotion.channels:
        if channel.id in spent.channels:
            name = channel_name(ground, channel.id)
            sources = (*spent.channels[channel.id].sources, *month_sources(channel))
            items.append((name, by_month(ground.plan, channel), sources))
    for line in ground.plan.promotion.budget_lines:
        if line.id in spent.lines:
            name = ground.title(f"promotion.budget_lines[{line.id}]")
            sources = (*spent.lines[line.id].sources, *month_sources(line))
            items.append((name, by_month(ground.plan, line), sources))
    return items


@exhibit("budget-months")
def budget_months(ground: Ground) -> Table | None:
    """Money month by month; every row adds up exactly to its sum."""
    months = months_in(ground.plan)
    items = _monthly(ground)
    if not items or not 1 <= len(months) <= 12:
        return None
    columns: list[Column] = [words(ground, N_("Item"), 3.2)]
    columns += [
        Column(ground.voice.month(month, short=True).text, "figure", weight=0.9) for month in months
    ]
    columns.append(figures(ground, N_("Sum"), weight=1.1))
    rows: list[Row] = []
    for name, split, sources in items:
        cells = [_cents(ground, split[month], sources) for month in months]
        rows.append(row(name, *cells, _cents(ground, sum(split.values(), Decimal(0)), sources)))
    everything = tuple(dict.fromkeys(s for _, _, sources in items for s in sources))
    sums = [sum((split[month] for _, split, _ in items), Decimal(0)) for month in months]
    rows.append(
        row(
            ground.say(N_("Together")),
            *(_cents(ground, value, everything) for value in sums),
            _cents(ground, sum(sums, Decimal(0)), everything),
            total=True,
        )
    )
    caption = ground.say(N_("Money by month, without what is kept for surprises"))
    source = ground.say(N_("In {unit}."), unit=ground.voice.unit())
    return table("budget-months", caption, columns, rows, source=source, wide=True)


def _cents(ground: Ground, value: Decimal, sources: tuple[str, ...]) -> Text:
    if not value:
        return (ground.voice.figure(0, *sources),)
    whole = value == value.to_integral_value()
    return (ground.voice.figure(value, *sources, decimals=0 if whole else 2),)


@exhibit("budget-months-chart")
def budget_months_chart(ground: Ground) -> Chart | None:
    """Money by month, stacked."""
    months = months_in(ground.plan)
    items = _monthly(ground)
    if len(items) < 2 or not 2 <= len(months) <= 36:
        return None
    items.sort(key=lambda item: -sum(item[1].values()))
    shown = items if len(items) <= 5 else items[:4]
    series = [
        Series(plain(name), tuple(float(split[m]) for m in months), sources=sources)
        for name, split, sources in shown
    ]
    if len(items) > 5:
        rest = items[4:]
        series.append(
            Series(
                ground.voice.word(N_("everything else")),
                tuple(float(sum(split[m] for _, split, _ in rest)) for m in months),
                sources=tuple(s for _, _, sources in rest for s in sources),
            )
        )
    sums = {m: sum((split[m] for _, split, _ in items), Decimal(0)) for m in months}
    dearest = max(months, key=lambda m: sums[m])
    everything = tuple(dict.fromkeys(s for _, _, sources in items for s in sources))
    return Chart(
        "budget-months-chart",
        "stacked",
        ground.say(
            N_("The dearest month is {month} with {money}"),
            month=ground.voice.month(dearest, "meta.period"),
            money=ground.voice.money(sums[dearest], *everything),
        ),
        subtitle=ground.voice.unit(),
        alt="; ".join(
            f"{ground.voice.month(m).text}: {ground.voice.money(sums[m]).text}" for m in months
        ),
        categories=tuple(ground.voice.month(m, short=True).text for m in months),
        series=tuple(series),
        number_format="#,##0",
    )


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
