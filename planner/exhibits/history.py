"""What last year taught, and what has happened since the plan began."""

from __future__ import annotations

from typing import Any

from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_


@reading("last-year")
def last_year(ground: Ground) -> Text:
    """How many of last year's aims were reached, and what the money came to."""
    past = ground.plan.business.last_year
    if past.had_plan is False and not past.results:
        none = N_("There was no plan last year, so there is nothing to measure this one against.")
        return (Span(ground.voice.word(none), ("business.last_year.had_plan",)),)
    measured = [
        r for r in past.results if r.target is not None and r.achieved is not None and r.name
    ]
    said: list[Span] = []
    if not measured and past.had_plan:
        had = "business.last_year.had_plan"
        said += (Span(ground.voice.word(N_("There was a plan last year.")), (had,)),)
    if measured:
        reached = [r for r in measured if (r.achieved or 0) >= (r.target or 0)]
        sources = tuple(
            f"business.last_year.results[{r.id}].{part}"
            for r in measured
            for part in ("target", "achieved")
        )
        said += _verdict(ground, len(reached), len(measured), sources)
    planned, spent = past.planned_spend, ground.plan.business.baseline.marketing_spend
    if planned and spent is not None:
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("Of {planned} meant for marketing, {spent} was spent."),
            planned=ground.said("business.last_year.planned_spend"),
            spent=ground.said("business.baseline.marketing_spend"),
        )
    return tuple(said)


def _verdict(ground: Ground, reached: int, aims: int, sources: tuple[str, ...]) -> Text:
    every = ground.voice.number(aims, *sources)
    if reached == aims:
        said = N_("Every aim of last year that was measured was reached ({aims}).")
        return ground.say(said, aims=every)
    if reached == 0:
        return ground.say(N_("None of last year’s {aims} measured aims was reached."), aims=every)
    return ground.voice.say_count(
        N_("{reached} of last year’s {aims} measured aims was reached."),
        N_("{reached} of last year’s {aims} measured aims were reached."),
        reached,
        reached=ground.voice.number(reached, *sources),
        aims=every,
    )


@exhibit("last-year-results")
def last_year_results(ground: Ground) -> Table | None:
    """Aims, what was reached, and what becomes of them."""
    columns = (
        words(ground, N_("Aim"), 3),
        figures(ground, N_("Aimed at")),
        figures(ground, N_("Reached")),
        words(ground, N_("Main cause"), 1.2),
        words(ground, N_("Why, and what it taught us"), 6),
        words(ground, N_("Now"), 1),
    )
    rows = []
    for result in ground.plan.business.last_year.results:
        path = f"business.last_year.results[{result.id}]"
        rows.append(
            row(
                ground.cell(result, path, "name"),
                _measured(ground, result, path, "target"),
                _measured(ground, result, path, "achieved") or ground.say(N_("not measured")),
                ground.cell(result, path, "cause") if ground.deep else (),
                () if ground.deep else _taught(ground, result, path),
                ground.cell(result, path, "next"),
            )
        )
    caption = ground.say(N_("What was aimed at last year, and what came of it"))
    return table("last-year-results", caption, columns, rows)


def _taught(ground: Ground, result: Any, path: str) -> Text:
    why, lesson = ground.cell(result, path, "why"), ground.cell(result, path, "lesson")
    if not lesson:
        return why
    said = ground.say(N_("Lesson: {lesson}"), lesson=lesson)
    return (*why, Span(" "), *said) if why else said


def _measured(ground: Ground, result: Any, path: str, name: str) -> Text:
    value = getattr(result, name)
    if value is None:
        return ()
    if result.unit == "percent":
        return (ground.voice.percent(value, f"{path}.{name}"),)
    if result.unit == "money":
        return (ground.voice.money(value, f"{path}.{name}"),)
    return (ground.voice.number(value, f"{path}.{name}"),)


@exhibit("actuals")
def actuals(ground: Ground) -> Table | None:
    """The measures month by month as they came in."""
    columns = (
        words(ground, N_("Month"), 1.2),
        words(ground, N_("Measure"), 3),
        figures(ground, N_("Actual")),
        figures(ground, N_("Now expected")),
    )
    rows = []
    for month in ground.plan.track.months:
        for kpi in month.kpis:
            path = f"track.months[{month.id}].kpis[{kpi.id}]"
            rows.append(
                row(
                    ground.voice.month(month.id, path),
                    ground.title(f"promotion.kpis[{kpi.id}]"),
                    ground.cell(kpi, path, "actual"),
                    ground.cell(kpi, path, "expected"),
                )
            )
    return table("actuals", ground.say(N_("Measures, month by month")), columns, rows)


@exhibit("actual-channels")
def actual_channels(ground: Ground) -> Table | None:
    """What each channel cost and brought, month by month."""
    columns = (
        words(ground, N_("Month"), 1.2),
        words(ground, N_("Channel"), 2),
        figures(ground, N_("Cost"), ground.voice.unit()),
        figures(ground, N_("Seen")),
        figures(ground, N_("Visits")),
        figures(ground, N_("Enquiries")),
        figures(ground, N_("Customers")),
        figures(ground, N_("Sales"), ground.voice.unit()),
    )
    rows = []
    for month in ground.plan.track.months:
        for channel in month.channels:
            path = f"track.months[{month.id}].channels[{channel.id}]"
            rows.append(
                row(
                    ground.voice.month(month.id, path),
                    channel_name(ground, channel.id),
                    amount(ground, channel.spend, f"{path}.spend"),
                    ground.cell(channel, path, "views") if ground.thorough else (),
                    ground.cell(channel, path, "visits"),
                    ground.cell(channel, path, "leads"),
                    ground.cell(channel, path, "customers"),
                    amount(ground, channel.revenue, f"{path}.revenue"),
                )
            )
    return table("actual-channels", ground.say(N_("Channels, month by month")), columns, rows)


def channel_name(ground: Ground, identity: str) -> Text:
    """A channel's own name, else its kind's."""
    path = f"promotion.channels[{identity}]"
    found = next((c for c in ground.plan.promotion.channels if c.id == identity), None)
    if found is None:
        return ()
    return ground.cell(found, path, "name") or ground.cell(found, path, "kind")


@exhibit("notes")
def notes(ground: Ground) -> Table | None:
    """Why figures missed or beat the plan, and what is done."""
    columns = (
        words(ground, N_("Month"), 1),
        words(ground, N_("Why"), 3),
        words(ground, N_("What we do"), 3),
        words(ground, N_("Who"), 1),
    )
    rows = []
    for month in ground.plan.track.months:
        for note in month.notes:
            path = f"track.months[{month.id}].notes[{note.id}]"
            rows.append(
                row(
                    ground.voice.month(month.id, path),
                    ground.cell(note, path, "cause"),
                    ground.cell(note, path, "action"),
                    ground.cell(note, path, "owner"),
                )
            )
    return table("notes", ground.say(N_("Causes and actions")), columns, rows)
