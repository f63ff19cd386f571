"""What the sum could be by other ways of setting it, and what a customer may cost at most."""

from __future__ import annotations

from planner.analysis.feeding.runs import Run
from planner.analysis.feeding.spending import months_in
from planner.analysis.feeding.voices import GAIN
from planner.blocks import Column, Row, Table, Text
from planner.exhibits.ground import Ground, exhibit
from planner.exhibits.history import channel_name
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_
from planner.paths import last_key

BUDGET = "promotion.budget"
WAYS = (
    ("objective-and-task", "total", N_("What has to be done, with the reserve"), False),
    ("percent-of-sales", "budget", N_("{share} of the sales that are planned"), False),
    ("competitive-parity", "budget", N_("What rivals spend on their sales"), True),
    ("share-of-voice", "required_spend", N_("The voice that the wanted share needs"), True),
)
"""Methods, the figure of each, what it is called, and whether the figure is a year's."""
VOICE = N_(
    "The last way takes the rule that ten points of voice above the market share win {gain} points"
    " of share a year (Nielsen/IPA, a mean over many brands; single brands differ widely)."
)


@exhibit("budget-ways")
def budget_ways(ground: Ground) -> Table | None:
    """The sum by each way of setting it that the answers allow, beside the plan's own."""
    if not ground.deep:
        return None
    planned = ground.analysis.spending.total
    rows, seen = [], set()
    for method, name, title, yearly in WAYS:
        found = ground.analysis.run_about(method, BUDGET)
        value = getattr(found.result, name) if found is not None else None
        if found is None or value is None or (method == "share-of-voice" and not _wanted(ground)):
            continue
        value *= (len(months_in(ground.plan)) or 12) / 12 if yearly else 1
        seen.add(method)
        rows.append(_way(ground, title, value, found))
    if len(rows) < 2:
        return None
    columns = (
        words(ground, N_("Way"), 3),
        figures(ground, N_("Sum"), ground.voice.unit()),
        figures(ground, N_("Beside this plan")),
    )
    gain = ground.said(f"{BUDGET}.gain_per_ten_points") or (
        ground.voice.number(GAIN, f"{BUDGET}.gain_per_ten_points"),
    )
    caption = ground.say(
        N_("Other ways to the sum, beside the {money} of this plan"),
        money=ground.voice.money(planned.value, *planned.sources),
    )
    source = ground.say(VOICE, gain=gain) if "share-of-voice" in seen else ()
    return table("budget-ways", caption, columns, rows, source=source)


def _wanted(ground: Ground) -> bool:
    return bool(ground.plan.promotion.budget.share_gain_points)


def _way(ground: Ground, title: str, value: float, found: Run) -> Row:
    planned = float(ground.analysis.spending.total.value)
    beside: Text = ()
    if planned:
        change = round(value / planned - 1, 2)
        sign = "+" if change > 0 else ""
        said = ground.voice.percent(change, *found.paths, *ground.analysis.spending.total.sources)
        beside = ground.say(sign + "{change}", change=said)
    sum_ = ground.voice.figure(round(ground.voice.rounded(value)), *found.paths)
    share = ground.said(f"{BUDGET}.sales_share")
    return row(ground.say(title, share=share), sum_, beside)


@exhibit("bids")
def bids(ground: Ground) -> Table | None:
    """What a customer and a visit may cost in each channel, beside what is planned for a visit."""
    if not ground.thorough:
        return None
    unit = ground.voice.unit()
    asked = ground.plan.promotion.budget.target_return
    columns = [
        words(ground, N_("Channel"), 2.4),
        figures(ground, N_("A customer, without loss"), unit),
        figures(ground, N_("A visit, without loss"), unit),
    ]
    if asked:
        columns += [
            figures(ground, N_("A customer, with the return asked"), unit),
            figures(ground, N_("A visit, with the return asked"), unit),
        ]
    columns.append(figures(ground, N_("A visit, as planned"), unit))
    rows = [_bid(ground, found, asked=bool(asked)) for found in ground.analysis.runs("max-bids")]
    caption = ground.say(N_("The most that a customer and a visit may cost"))
    source = ground.say(
        N_(
            "Average order × margin; a visit is worth that times the part of visits whose customer"
            " would not have come anyway."
        )
    )
    return table("bids", caption, columns, rows, source=source)


def _bid(ground: Ground, found: Run, *, asked: bool) -> Row:
    bid = found.result
    values = [bid.break_even_cpa, bid.break_even_cpc]
    values += [bid.target_cpa, bid.target_cpc] if asked else []
    cells = [ground.voice.figure(value, *found.paths, decimals=2) for value in values]
    funnel = next(f for f in ground.analysis.reckoned if f.run.subject == found.subject)
    visit: Text = ()
    if funnel.result.spend:
        planned = funnel.result.spend / funnel.result.visits
        visit = (ground.voice.figure(planned, *funnel.run.paths, decimals=2),)
    return row(channel_name(ground, last_key(found.subject)), *cells, visit)


@exhibit("discounts")
def discounts(ground: Ground) -> Table | None:
    """How much more must be sold for a discount to leave as much as before."""
    if not ground.thorough:
        return None
    columns: list[Column] = [
        words(ground, N_("Where"), 2.6),
        figures(ground, N_("Discount")),
        figures(ground, N_("More to sell")),
    ]
    rows = []
    for found in ground.analysis.runs("discount-uplift"):
        share, more = found.given.discount, found.result.volume_uplift
        never = ground.say(N_("never pays"))
        rows.append(
            row(
                ground.title(found.subject),
                ground.voice.percent(share, *found.paths),
                never if more is None else ground.voice.percent(round(more, 3), *found.paths),
            )
        )
    caption = ground.say(N_("What a discount must sell more to leave as much"))
    source = ground.say(N_("Margin over margin less discount, less one."))
    return table("discounts", caption, columns, rows, source=source)
