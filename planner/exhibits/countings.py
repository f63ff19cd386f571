"""Why the two countings of a market differ: the bridge from one to the other, and its figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any

from planner.analysis.feeding.countings import Pair, pairs_of, unit_of
from planner.analysis.feeding.runs import Run
from planner.blocks import Chart, Row, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

ABOVE = N_("From everyone down")
BELOW = N_("From single sellers up")


@dataclass(frozen=True, slots=True)
class _Bridge:
    """The way between the two countings of a market, by levels rounded as the document rounds."""

    found: Run
    pairs: tuple[Pair, ...]
    levels: tuple[Decimal, ...]

    @property
    def steps(self) -> tuple[Decimal, ...]:
        """What each pair of factors adds; so rounded, they add up."""
        return tuple(after - before for before, after in pairwise(self.levels))


def _bridges(ground: Ground) -> list[_Bridge]:
    sizes = {f"market.sizes[{size.id}]": size for size in ground.plan.market.sizes}
    return [
        _bridge(ground, found, sizes[found.subject])
        for found in ground.analysis.runs("size-bridge")
    ]


def _bridge(ground: Ground, found: Run, size: Any) -> _Bridge:
    result = found.result
    reached = list(
        accumulate((e.effect for e in result.lmdi or result.chain), initial=result.top_down)
    )
    reached[-1] = result.bottom_up
    levels = tuple(Decimal(round(ground.voice.rounded(value))) for value in reached)
    return _Bridge(found, pairs_of(size), levels)


def _called(ground: Ground, found: Run, pair: Pair) -> Text:
    """A factor by its step from above, or by what is counted where several steps lead there."""
    if pair.kind == "number" and len(pair.top_down) > 1:
        return ground.say(N_("Number of {unit}"), unit=_unit(ground, found, pair))
    side = "top_down" if pair.top_down else "bottom_up"
    steps = getattr(pair, side)
    if pair.kind == "served" and len(steps) > 1:
        return ground.say(N_("What can be served"))
    if pair.kind == "won" and len(steps) > 1:
        return ground.say(N_("Share to win"))
    named = [ground.title(f"{found.subject}.{side}[{step.id}]") for step in steps]
    return tuple(
        s for at, name in enumerate(named) for s in (*((Span(" × "),) if at else ()), *name)
    )


def _unit(ground: Ground, found: Run, pair: Pair) -> Text:
    """What a pair counts, as it was written."""
    step = next(s for s in pair.top_down if unit_of(s) == pair.unit)
    return ground.cell(step, f"{found.subject}.top_down[{step.id}]", "unit")


def _changes(ground: Ground, bridges: list[_Bridge]) -> list[tuple[str, Decimal]]:
    """What makes the difference: the factors of one market, else the markets."""
    if len(bridges) > 1:
        each = [(ground.title(b.found.subject), sum(b.steps, Decimal())) for b in bridges]
    else:
        (one,) = bridges
        each = [
            (_called(ground, one.found, pair), step)
            for pair, step in zip(one.pairs, one.steps, strict=True)
        ]
    return [(plain(name), change) for name, change in each if change]


@exhibit("market-size-chart")
def market_size_chart(ground: Ground) -> Chart | None:
    """From the size counted from above to that from below, step by step, beside the goal."""
    bridges = _bridges(ground)
    if not bridges or len(bridges) < len(ground.plan.market.sizes):
        return None
    changes = _changes(ground, bridges)
    start = sum((bridge.levels[0] for bridge in bridges), Decimal())
    end = sum((bridge.levels[-1] for bridge in bridges), Decimal())
    columns = [(ground.voice.word(ABOVE), start), *changes, (ground.voice.word(BELOW), end)]
    totals = [0, len(columns) - 1]
    sources = tuple(dict.fromkeys(s for bridge in bridges for s in bridge.found.paths))
    goal, path = _goal(ground)
    if goal:
        totals.append(len(columns))
        columns.append((ground.voice.word(N_("Our goal")), ground.voice.rounded(goal)))
    names = tuple(name for name, _ in columns)
    values = tuple(float(value) for _, value in columns)
    series = Series(ground.voice.word(N_("To win in a year")), values, True, (*sources, *path))
    return Chart(
        "market-size-chart",
        "waterfall",
        _message(ground, changes, (start, end), goal, sources),
        subtitle=ground.voice.unit(),
        alt="; ".join(f"{n}: {ground.voice.figure(v).text}" for n, v in columns),
        categories=names,
        series=(series,),
        number_format="#,##0",
        totals=tuple(totals),
    )


def _goal(ground: Ground) -> tuple[Decimal, tuple[str, ...]]:
    """The sales that are aimed at, and where they stand."""
    for goal in ground.plan.business.goals:
        if goal.metric == "revenue" and goal.target:
            return Decimal(str(goal.target)), (f"business.goals[{goal.id}].target",)
    return Decimal(), ()


def _message(
    ground: Ground,
    changes: list[tuple[str, Decimal]],
    ends: tuple[Decimal, Decimal],
    goal: Decimal,
    sources: tuple[str, ...],
) -> Text:
    start, end = ends
    if not changes:
        if goal > end:
            return ground.say(N_("The goal lies above what can be won, however it is counted"))
        return ground.say(N_("Both ways of counting come to the same"))
    strongest = max(changes, key=lambda change: abs(change[1]))[0]
    if goal > min(start, end):
        message = N_(
            "The goal lies above the lower of the two sizes; largest step between them: {part}"
        )
    elif end < start:
        message = N_("From single sellers up {money} less can be won; largest step: {part}")
    else:
        message = N_("From single sellers up {money} more can be won; largest step: {part}")
    return ground.say(message, money=ground.voice.money(abs(end - start), *sources), part=strongest)


@exhibit("market-size-factors")
def market_size_factors(ground: Ground) -> Table | None:
    """The factors of both countings side by side, and what each adds to the difference."""
    bridges = _bridges(ground)
    columns = (
        words(ground, N_("What is counted"), 2.4),
        figures(ground, ABOVE, weight=1.2),
        figures(ground, BELOW, weight=1.2),
        figures(ground, N_("Adds to the size"), ground.voice.unit(), 1.2),
    )
    rows: list[Row] = []
    for bridge in bridges:
        if len(bridges) > 1:
            title = ground.title(bridge.found.subject)
            rows.append(row(tuple(replace(span, bold=True) for span in title), (), (), ()))
        rows += _factor_rows(ground, bridge)
    caption = ground.say(N_("Where the two countings part"))
    return table("market-size-factors", caption, columns, rows, source=_how(ground, bridges))


def _factor_rows(ground: Ground, bridge: _Bridge) -> list[Row]:
    found = bridge.found
    rows = []
    for pair, step in zip(bridge.pairs, bridge.steps, strict=True):
        sides = (
            (pair.values[0], "top_down", pair.top_down),
            (pair.values[1], "bottom_up", pair.bottom_up),
        )
        values = [
            _value(ground, pair, value, [f"{found.subject}.{side}[{s.id}].value" for s in steps])
            for value, side, steps in sides
        ]
        rows.append(row(_called(ground, found, pair), *values, _signed(ground, step, found)))
    ends = (bridge.levels[0], bridge.levels[-1])
    rows.append(
        row(
            ground.voice.word(N_("What can be won")),
            *((ground.voice.figure(end, *found.paths),) for end in ends),
            _signed(ground, ends[1] - ends[0], found),
            total=True,
        )
    )
    return rows


def _value(ground: Ground, pair: Pair, value: float, sources: list[str]) -> Text:
    if pair.kind == "won":
        return (ground.voice.percent(round(value, 4), *sources),)
    if pair.kind == "served":
        return (ground.voice.figure(round(ground.voice.rounded(value)), *sources),)
    return (ground.voice.number(value, *sources),)


def _signed(ground: Ground, change: Decimal, found: Run) -> Text:
    said = ground.voice.figure(change, *found.paths)
    return (replace(said, text=f"+{said.text}") if change > 0 else said,)


def _how(ground: Ground, bridges: list[_Bridge]) -> Text:
    """By which rule the difference is laid to the factors."""
    if all(bridge.found.result.lmdi for bridge in bridges):
        return ground.say(
            N_("The order of the factors makes no difference to their parts (LMDI, Ang).")
        )
    return ground.say(
        N_("A factor is 0, so those from above are replaced one by one by those from below.")
    )
