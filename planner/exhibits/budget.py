"""What the plan costs: item by item, month by month, and what is asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from planner.analysis.feeding.spending import Amount, by_month, month_sources, months_in
from planner.blocks import Chart, Column, Row, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_

Monthly: TypeAlias = tuple[Text, dict[str, Decimal], tuple[str, ...]]
"""An item of the budget, its money by month, and the paths behind it."""


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
        )
        if spent.other.value
        else N_("The plan costs {total}: {media} for channels and {kept} kept for surprises."),
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


_ASKED = (
    N_("We ask for {money} for marketing."),
    N_("We ask for {money}, to reach this goal: {goal}."),
    N_("We ask for {money} for {period}, to reach this goal: {goal}."),
)
_GRANTED = (
    N_("{money} are granted for marketing."),
    N_("{money} are granted, to reach this goal: {goal}."),
    N_("{money} are granted for {period}, to reach this goal: {goal}."),
)
"""What is said where neither goal nor period, the goal alone, or both are known."""


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
    asked = _GRANTED if ground.plan.meta.status == "approved" else _ASKED
    return ground.say(
        asked[(goal is not None) + (goal is not None and period is not None)], **parts
    )


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
    rows = [
        row(channel_name(ground, identity), (), (), amount(ground, sum_.value, *sum_.sources))
        for identity, sum_ in spent.channels.items()
    ]
    rows += _line_rows(ground)
    if not rows:
        return None
    if spent.contingency.value:
        sources = spent.contingency.sources or ("promotion.budget.contingency",)
        kept = amount(ground, spent.contingency.value, *sources)
        rows.append(row(ground.say(N_("Kept for surprises")), (), (), kept))
    together = amount(ground, spent.total.value, *spent.total.sources)
    rows.append(row(ground.say(N_("Together")), (), (), together, total=True))
    return table("budget", ground.say(N_("What the plan costs, item by item")), columns, rows)


def _line_rows(ground: Ground) -> list[Row]:
    """What is paid for beside the channels."""
    spent = ground.analysis.spending
    rows = []
    for line in ground.plan.promotion.budget_lines:
        if line.id in spent.lines:
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
    return rows


def _monthly(ground: Ground) -> list[Monthly]:
    """Every item of the budget with its money month by month."""
    spent = ground.analysis.spending
    items: list[Monthly] = []
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
    unit = ground.voice.unit()
    source = ground.say(N_("In {unit}."), unit=unit) if unit else ()
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
        series=_largest(ground, items, months),
        number_format="#,##0",
    )


def _largest(ground: Ground, items: list[Monthly], months: tuple[str, ...]) -> tuple[Series, ...]:
    """The largest items one by one, the rest as one where there are more than five."""
    ranked = sorted(items, key=lambda item: -sum(item[1].values()))
    shown = ranked if len(ranked) <= 5 else ranked[:4]
    series = [
        Series(plain(name), tuple(float(split[m]) for m in months), sources=sources)
        for name, split, sources in shown
    ]
    rest = ranked[len(shown) :]
    if rest:
        series.append(
            Series(
                ground.voice.word(N_("everything else")),
                tuple(float(sum(split[m] for _, split, _ in rest)) for m in months),
                sources=tuple(s for _, _, sources in rest for s in sources),
            )
        )
    return tuple(series)
