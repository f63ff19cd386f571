"""The budget beyond its sums: how it was set, what each line is for, when cash leaves."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from planner.analysis.feeding.figures import figure_at
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.spending import (
    Amount,
    by_month,
    channel_amount,
    line_amount,
    month_sources,
    months_in,
)
from planner.blocks import Table, Text
from planner.exhibits.ground import EXHIBITS, Ground, exhibit, reading
from planner.exhibits.members import Members, Shown, sentences, stated, table_of
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

BUDGET = "promotion.budget"
METHODS = {
    "from tasks": N_("The sum is built from the tasks: channels, other costs and a reserve."),
    "share of sales": N_("The sum is a share of sales."),
    "as rivals": N_("The sum follows what rivals spend."),
    "share of voice": N_("The sum follows the share of voice we want."),
    "what we can afford": N_("The sum is what we can afford."),
}
OWN_TIME = {
    True: N_("Our own hours are counted as cost."),
    False: N_("Our own hours are not counted as cost."),
}
LATER = {"same month": 0, "next month": 1, "two months later": 2, "in advance": -1}
"""Months from the bill's month to the payment."""


@reading("budget-method")
def budget_method(ground: Ground) -> Text:
    """By which way the sum was set, beside what a share of sales would give."""
    plan = ground.plan.promotion.budget
    said: list[Text] = []
    if plan.method:
        said.append(stated(ground, METHODS[plan.method], f"{BUDGET}.method"))
    if EXHIBITS["budget-ways"](ground) is None:
        said.append(_share_of_sales(ground))
    if plan.share_gain_points is not None and ground.thorough:
        said.append(_voice(ground))
    return sentences(said)


def _share_of_sales(ground: Ground) -> Text:
    share = figure_at(ground.plan, f"{BUDGET}.sales_share")
    if share is None or not ground.thorough:
        return ()
    said = ground.said(f"{BUDGET}.sales_share")
    found = ground.analysis.run_about("percent-of-sales", BUDGET)
    if found is None:
        return ground.say(N_("By share of sales we would give {share}."), share=said)
    return ground.say(
        N_("A share of sales of {share} would give {money}."),
        share=said,
        money=ground.voice.money(round(found.result.budget), *found.paths),
    )


def _voice(ground: Ground) -> Text:
    points = ground.said(f"{BUDGET}.share_gain_points")
    gain = figure_at(ground.plan, f"{BUDGET}.gain_per_ten_points")
    if gain is None or gain.value <= 0:
        return ground.say(
            N_("What we want to add to our share of the market, in points: {points}."),
            points=points,
        )
    wanted = figure_at(ground.plan, f"{BUDGET}.share_gain_points")
    assert wanted is not None
    voice = wanted.value / gain.value * 10
    return ground.say(
        N_(
            "To add {points} to our share of the market (in points), our voice would have to"
            " stand {voice} points above it, if ten points of voice win {gain}."
        ),
        points=points,
        voice=ground.voice.number(voice, *wanted.sources, *gain.sources),
        gain=ground.said(f"{BUDGET}.gain_per_ten_points"),
    )


@reading("budget-rules")
def budget_rules(ground: Ground) -> Text:
    """Who opens the reserve, the least return, own hours, and what is cut first."""
    plan = ground.plan.promotion.budget
    said: list[Text] = []
    if plan.release_rule:
        said.append(
            ground.say(
                N_("The reserve is opened so: {rule}"), rule=ground.said(f"{BUDGET}.release_rule")
            )
        )
    if plan.target_return is not None:
        said.append(
            ground.say(
                N_("The least return we ask of money spent is {least}."),
                least=(ground.voice.percent(plan.target_return, f"{BUDGET}.target_return"),),
            )
        )
    if plan.count_own_time is not None:
        own = OWN_TIME[plan.count_own_time]
        said.append(stated(ground, own, f"{BUDGET}.count_own_time"))
    if plan.cut_plan and ground.thorough:
        said.append(
            ground.say(N_("If a fifth must go: {plan}"), plan=ground.said(f"{BUDGET}.cut_plan"))
        )
    return sentences(said)


def tried_money(ground: Ground) -> Amount:
    """Money of channels that are tested, and what the experiments cost."""
    value, sources = Decimal(0), []
    for channel in ground.plan.promotion.channels:
        amount = channel_amount(channel)
        if channel.status == "test" and amount.value:
            value += amount.value
            sources += [f"promotion.channels[{channel.id}].status", *amount.sources]
    for test in ground.plan.promotion.experiments:
        if test.cost:
            value += test.cost
            sources.append(f"promotion.experiments[{test.id}].cost")
    return Amount(value, tuple(sources))


@reading("test-money")
def tried(ground: Ground) -> Text:
    """How much of the sum goes to trying new things, beside what was meant for it."""
    meant = ground.plan.promotion.budget.test_share
    total = ground.analysis.spending.total
    tested = tried_money(ground)
    if meant is None:
        return ()
    wanted = ground.said(f"{BUDGET}.test_share")
    if not total.value:
        return ground.say(N_("{share} of the money is for trying new things."), share=wanted)
    share = float(tested.value / total.value)
    return ground.say(
        N_(
            "{share} of the money is meant for trying new things; channels in test and"
            " experiments take {part}, {money}."
        ),
        share=wanted,
        part=ground.voice.percent(round(share, 3), *tested.sources, *total.sources),
        money=ground.voice.money(tested.value, *(tested.sources or (f"{BUDGET}.test_share",))),
    )


@exhibit("budget-purposes")
def budget_purposes(ground: Ground) -> Table | None:
    """What each line is for, who gets it, who answers for it."""

    def purpose(ground: Ground, line: Any, path: str) -> Text:
        del line
        names = ("objective", "channel", "campaign", "technology")
        return ground.voice.join(said for n in names if (said := ground.said(f"{path}.{n}")))

    shown = (
        Shown(N_("Item"), "name", 2),
        Shown(N_("Sort"), _sort, 1.5),
        Shown(N_("For"), purpose, 2.6),
        Shown(N_("Goes to"), "contractor", 1.2),
        Shown(N_("Answers for it"), "owner", 1),
        Shown(N_("Paid"), "paid", 1, thorough=True),
        Shown(N_("Cut as number"), "cut_order", 0.7, "figure", thorough=True),
    )
    members = ground.members("promotion.budget_lines")
    caption = ground.say(N_("What the other costs are for, and who answers for them"))
    return table_of(ground, "budget-purposes", caption, members, shown)


def _sort(ground: Ground, line: Any, path: str) -> Text:
    kind, behaviour = ground.said(f"{path}.kind"), _behaviour(ground, line, path)
    if kind and behaviour:
        return ground.say(N_("{kind}, {behaviour}"), kind=kind, behaviour=behaviour)
    return kind or behaviour


def _behaviour(ground: Ground, line: Any, path: str) -> Text:
    said = ground.said(f"{path}.behaviour")
    if not ground.thorough or line.varies_with is None:
        return said
    with_what = ground.said(f"{path}.varies_with")
    rate = ground.said(f"{path}.rate")
    if said and rate:
        return ground.say(
            N_("{behaviour}: {rate} for each unit of {what}"),
            behaviour=said,
            rate=rate,
            what=with_what,
        )
    return (
        ground.say(N_("{behaviour}: {what}"), behaviour=said, what=with_what) if said else with_what
    )


def _paid_by_month(ground: Ground, member: Any) -> dict[str, Decimal]:
    """A member's money in the months in which it leaves the account."""
    later = LATER.get(member.paid or "same month", 0)
    paid: dict[str, Decimal] = {}
    for month, money in by_month(ground.plan, member).items():
        if money:
            at = _shifted(month, later)
            paid[at] = paid.get(at, Decimal(0)) + money
    return paid


def _shifted(month: str, by: int) -> str:
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


@exhibit("cash-months")
def cash_months(ground: Ground) -> Table | None:
    """When money leaves the account, by what was agreed on payment."""
    channels = [pair for pair in ground.members("promotion.channels") if is_running(pair[1])]
    lines = ground.members("promotion.budget_lines")
    agreed = any(LATER.get(member.paid or "", 0) for _, member in (*channels, *lines))
    months = months_in(ground.plan)
    if not ground.thorough or not agreed or not 1 <= len(months) <= 12:
        return None
    media = _summed(ground, channels)
    other = _summed(ground, lines)
    sources = _cash_sources((*channels, *lines))
    unit = ground.voice.unit()
    columns = [words(ground, N_("Paid in"), 1)]
    columns += [
        figures(ground, name, unit)
        for name in (N_("Channels"), N_("Other costs"), N_("Together"), N_("Paid so far"))
    ]
    rows, so_far = [], Decimal(0)
    for month in sorted({*months, *media, *other}):
        both = media[month] + other[month]
        so_far += both
        cells = [_whole(ground, v, sources) for v in (media[month], other[month], both, so_far)]
        rows.append(row(ground.voice.month(month, "meta.period"), *cells))
    source = ground.say(N_("What is paid in advance is counted in the month before."))
    caption = ground.say(N_("When the money leaves the account"))
    return table("cash-months", caption, columns, rows, source=source)


def _whole(ground: Ground, value: Decimal, sources: tuple[str, ...]) -> Text:
    return (ground.voice.figure(round(value), *sources),)


def _summed(ground: Ground, members: Members) -> defaultdict[str, Decimal]:
    paid: defaultdict[str, Decimal] = defaultdict(Decimal)
    for _, member in members:
        for month, money in _paid_by_month(ground, member).items():
            paid[month] += money
    return paid


def _cash_sources(members: Members) -> tuple[str, ...]:
    found: list[str] = []
    for path, member in members:
        amount = channel_amount(member) if hasattr(member, "phasing") else line_amount(member)
        found += (f"{path}.paid",) if member.paid else ()
        found += (*amount.sources, *month_sources(member))
    return tuple(dict.fromkeys(found))
