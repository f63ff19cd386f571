"""How far key results have come, and why a channel's sales came out otherwise than planned."""

from __future__ import annotations

from planner.analysis.feeding.runs import Run
from planner.blocks import Row, Table, Text
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.members import sentences
from planner.exhibits.pace import in_money
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_
from planner.paths import last_key


@exhibit("key-results")
def key_results(ground: Ground) -> Table | None:
    """Each objective's measures: where they began, stand, must end, and the part of the way."""
    runs = ground.analysis.runs("okr")
    if not ground.deep or not runs:
        return None
    columns = (
        words(ground, N_("Objective"), 2.4),
        words(ground, N_("Measure"), 2),
        figures(ground, N_("Began")),
        figures(ground, N_("Stands or heads for")),
        figures(ground, N_("Must end")),
        figures(ground, N_("Part of the way")),
    )
    rows = [line for found in runs for line in _results(ground, found)]
    caption = ground.say(N_("How far the objectives have come"))
    source = ground.say(
        N_(
            "Measures whose months add up are taken to the end at this pace; all others as they"
            " stand. Less than nothing counts as nothing, more than all as all."
        )
    )
    return table("key-results", caption, columns, rows, source=source)


def _results(ground: Ground, found: Run) -> list[Row]:
    kpis = {kpi.id: kpi for kpi in ground.plan.promotion.kpis}
    objective = (
        ground.say(N_("Goals of the business"))
        if found.subject == "business.goals"
        else ground.title(found.subject)
    )
    lines = []
    given = {one.id: one for one in found.given.key_results}
    for at, one in enumerate(found.result.key_results):
        unit = "money" if in_money(ground, kpis[one.id].goal) else kpis[one.id].unit or "count"
        known = given[one.id]
        cells = [
            aim(ground, unit, value, *found.paths)
            for value in (known.start, round(known.actual, 2), known.target)
        ]
        done: Text = ()
        if one.progress is not None:
            done = (ground.voice.percent(round(one.progress, 2), *found.paths),)
        title = ground.title(f"promotion.kpis[{one.id}]")
        lines.append(row(objective if at == 0 else (), title, *cells, done))
    return lines


EFFECTS = (
    ("spend", N_("Money spent")),
    ("cpc", N_("Price of a visit")),
    ("conversion", N_("Visitors who buy")),
    ("aov", N_("Size of an order")),
)


@exhibit("funnel-bridges")
def funnel_bridges(ground: Ground) -> Table | None:
    """From planned to actual sales of each channel, the change laid to its causes."""
    runs = [found for found in ground.analysis.runs("funnel-bridge") if _effects(found)]
    if not ground.thorough or not runs:
        return None
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Channel"), 2.2),
        figures(ground, N_("Planned"), unit),
        *(figures(ground, title, unit) for _, title in EFFECTS),
        figures(ground, N_("Actual"), unit),
    )
    rows = []
    for found in runs:
        effects = _effects(found)
        values = (
            found.result.plan_revenue,
            *(getattr(effects, name) for name, _ in EFFECTS),
            found.result.actual_revenue,
        )
        cells = [ground.voice.figure(round(value), *found.paths) for value in values]
        rows.append(row(channel_name(ground, last_key(found.subject)), *cells))
    caption = ground.say(N_("Why the channels sold otherwise than planned"))
    source = ground.say(
        N_("Months in which everything was counted; the causes add up to the change (LMDI, Ang).")
    )
    return table("funnel-bridges", caption, columns, rows, source=source)


def _effects(found: Run) -> object:
    return found.result.lmdi or found.result.chain


@reading("lifts")
def lifts(ground: Ground) -> Text:
    """What a channel won beyond the people who were left out of it."""
    said = []
    for found in ground.analysis.runs("holdout-lift"):
        result = found.result
        if result.incremental_buyers is None or result.incremental_revenue is None:
            continue
        name = ground.title(found.subject.partition(".results")[0])
        said.append(
            ground.say(
                N_(
                    "“{test}”: {buyers} buyers and {money} of sales would not have come without it."
                ),
                test=name,
                buyers=ground.voice.number(round(result.incremental_buyers, 1), *found.paths),
                money=ground.voice.money(round(result.incremental_revenue), *found.paths),
            )
        )
    return sentences(said)
