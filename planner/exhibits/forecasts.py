"""Months carried on without this plan, and stages of life that years of sales show."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.history import CHOSEN, series
from planner.analysis.feeding.runs import Run
from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import sentences
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_
from planner.model.kinds import months_of

METHODS = {
    "ses": N_("Smoothed level"),
    "holt": N_("Level and trend"),
    "holt-winters": N_("Level, trend and season"),
}


def _carried_on(ground: Ground) -> tuple[tuple[str, ...], list[Run]]:
    """The months ahead, and the forecasts of them: the naive one, then the chosen one."""
    months, _ = series(ground.plan)
    naive = ground.analysis.runs("seasonal-naive")
    if not months or not naive:
        return (), []
    ahead = len(naive[0].result.forecast)
    number = int(months[-1][:4]) * 12 + int(months[-1][5:]) - 1 + ahead
    every = months_of((months[-1], f"{number // 12:04d}-{number % 12 + 1:02d}"))[1:]
    chosen = CHOSEN.get(ground.plan.promotion.forecast.method or "")
    more = ground.analysis.runs(chosen) if chosen else ()
    return tuple(every), [*naive, *more]


@exhibit("past-forecast")
def past_forecast(ground: Ground) -> Table | None:
    """Sales month by month as the past carries them on; nothing where that is last year again."""
    months, runs = _carried_on(ground)
    if not ground.thorough or len(runs) < 2:
        return None
    unit = ground.voice.unit()
    columns = [words(ground, N_("Month"), 1.6)]
    columns += [
        figures(ground, METHODS.get(found.method, N_("As a year before")), unit) for found in runs
    ]
    rows = [
        row(
            ground.voice.month(month, *runs[0].paths),
            *(
                ground.voice.figure(round(found.result.forecast[at]), *found.paths)
                for found in runs
            ),
        )
        for at, month in enumerate(months)
    ]
    sums = [ground.voice.figure(round(sum(found.result.forecast)), *found.paths) for found in runs]
    rows.append(row(ground.say(N_("Together")), *sums, total=True))
    caption = ground.say(N_("Sales as past months carry on, without this plan"))
    return table("past-forecast", caption, columns, rows)


@reading("forecast-accuracy")
def forecast_accuracy(ground: Ground) -> Text:
    """How far the forecast would have missed the last twelve months."""
    runs = ground.analysis.runs("forecast-accuracy")
    if not ground.thorough or not runs or runs[0].result.wape is None:
        return ()
    found = runs[0]
    said = [
        ground.say(
            N_(
                "Made a year earlier, this forecast would have missed the last twelve months by"
                " {share} of their sales."
            ),
            share=ground.voice.percent(round(found.result.wape, 3), *found.paths),
        )
    ]
    if found.result.mase is not None:
        better = N_("It beats repeating the month before ({ratio} of that error).")
        worse = N_("Repeating the month before misses less ({ratio} times that error).")
        said.append(
            ground.say(
                better if found.result.mase < 1 else worse,
                ratio=ground.voice.number(round(found.result.mase, 2), *found.paths),
            )
        )
    return sentences(said)


STAGES = {
    "introduction": N_("introduction"),
    "growth": N_("growth"),
    "maturity": N_("maturity"),
    "decline": N_("decline"),
}


@exhibit("offering-stages")
def offering_stages(ground: Ground) -> Table | None:
    """Each offer's share of sales, and the stage of life that its years show beside ours."""
    order = ground.analysis.runs("abc")
    if not ground.thorough or not order:
        return None
    classes = {item.id: item for item in order[0].result.items}
    stages = {found.subject: found for found in ground.analysis.runs("life-cycle")}
    columns = (
        words(ground, N_("Offer"), 2.4),
        figures(ground, N_("Share of sales, added up")),
        words(ground, N_("Class"), 0.7),
        words(ground, N_("Stage by its years"), 1.2),
        words(ground, N_("Stage as we judge it"), 1.2),
    )
    rows = [
        _staged(ground, classes[name], order[0], stages.get(f"business.offerings[{name}]"))
        for name in order[0].result.ranking
    ]
    caption = ground.say(N_("Which offers carry the sales, and how old they are"))
    source = ground.say(
        N_(
            "A: the first {first} of sales, B: up to {second}, C: the rest. A stage is read from"
            " the last year’s growth against half the spread of all years (Polli & Cook); it takes"
            " six years."
        ),
        first=ground.voice.percent(order[0].given.cuts[0], *order[0].paths),
        second=ground.voice.percent(order[0].given.cuts[1], *order[0].paths),
    )
    return table("offering-stages", caption, columns, rows, source=source)


def _staged(ground: Ground, item: Any, order: Run, stage: Run | None) -> Any:
    path = f"business.offerings[{item.id}]"
    share: Text = ()
    if item.cumulative_share is not None:
        share = (ground.voice.percent(round(item.cumulative_share, 3), *order.paths),)
    computed: Text = ()
    if stage is not None and stage.result.stages:
        said = ground.voice.word(STAGES[stage.result.stages[-1]])
        computed = (Span(said, stage.paths),)
    letter: Text = (Span(item.class_, order.paths),) if item.class_ else ()
    return row(ground.title(path), share, letter, computed, ground.said(f"{path}.stage"))
