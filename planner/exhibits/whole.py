"""The whole chain from market to return on one page, and the way back from a goal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planner.analysis.feeding.runs import Run
from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import sentences
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

MONEY, COUNT, SHARE, TIMES = "money", "count", "share", "times"
LINES = (
    (N_("All that is bought of this kind"), "tam", MONEY),
    (N_("What we can serve"), "sam", MONEY),
    (N_("What we can win"), "som", MONEY),
    (N_("Orders that would be"), "som_orders", COUNT),
    (N_("Orders that paid channels bring"), "orders", COUNT),
    (N_("Sales of them"), "revenue", MONEY),
    (N_("Money for these channels"), "media_spend", MONEY),
    (N_("Money for all marketing"), "marketing_spend", MONEY),
    (N_("An order costs, these channels alone"), "cac_media", MONEY),
    (N_("An order costs, all marketing"), "cac_full", MONEY),
    (N_("Channel sales over channel money"), "roas_media", TIMES),
    (N_("Return on these channels"), "romi_media", SHARE),
    (N_("Return on all marketing"), "romi_full", SHARE),
    (N_("All marketing, of these sales"), "marketing_share_of_revenue", SHARE),
)
"""What each line says, the figure, and how it is written."""


@exhibit("whole-chain")
def whole_chain(ground: Ground) -> Table | None:
    """From the market to orders, money and return, each figure from those above it."""
    runs = ground.analysis.runs("integrated-plan")
    if not ground.thorough or not runs:
        return None
    found = runs[0]
    write = _writer(ground, found)
    rows = [
        row(ground.say(title), write(getattr(found.result, name), kind))
        for title, name, kind in LINES
        if getattr(found.result, name) is not None
    ]
    columns = (words(ground, N_("Step"), 3), figures(ground, N_("Figure")))
    source = ground.say(
        N_(
            "Paid channels alone, and only customers who would not have come anyway; an order is"
            " all that such a customer buys in the period, {order} on average, with {margin}"
            " margin. The return by channel counts each at its own order, and those that cost"
            " nothing too, so it differs."
        ),
        order=ground.voice.money(round(found.given.aov, 2), *found.paths),
        margin=ground.voice.percent(round(found.given.margin, 3), *found.paths),
    )
    return table(
        "whole-chain", ground.say(N_("From the market to the return")), columns, rows, source=source
    )


def _writer(ground: Ground, found: Run) -> Callable[[float, str], Span]:
    """How a figure of the chain is written."""
    voice = ground.voice

    def write(value: float, kind: str) -> Span:
        if kind == MONEY:
            small = abs(value) < 1000
            return voice.money(round(value, 2) if small else round(value), *found.paths)
        if kind == SHARE:
            return voice.percent(round(value, 2), *found.paths)
        return voice.number(round(value, 2 if kind == TIMES else 1), *found.paths)

    return write


@reading("way-back")
def way_back(ground: Ground) -> Text:
    """What each goal's gap takes in enquiries, visits and money at the rates of this plan."""
    said = [
        _back(ground, found, found.result)
        for found in ground.analysis.runs("funnel-backward")
        if found.result.whole_leads is not None and found.given.target_customers > 0
    ]
    return sentences(said) if ground.deep else ()


def _back(ground: Ground, found: Run, result: Any) -> Text:
    said = ground.say(
        N_(
            "Counted back from “{goal}”: {customers} more customers take {leads} enquiries and"
            " {visits} visits at the rates of all channels together."
        ),
        goal=ground.title(found.subject),
        customers=ground.voice.number(round(found.given.target_customers, 1), *found.paths),
        leads=ground.voice.number(result.whole_leads, *found.paths),
        visits=ground.voice.number(result.whole_visits, *found.paths),
    )
    if result.spend is None or result.customers_at_budget is None:
        return said
    money = ground.voice.money(round(result.spend), *found.paths)
    if result.within_budget:
        return (
            *said,
            *ground.say(N_(" That costs {money}, within the money planned."), money=money),
        )
    return (
        *said,
        *ground.say(
            N_(" That would cost {money}; the money planned brings {customers}."),
            money=money,
            customers=ground.voice.number(round(result.customers_at_budget, 1), *found.paths),
        ),
    )
