"""The market: how large, counted two ways, and what changes around it."""

from __future__ import annotations

import math
from typing import Any

from planner.analysis.feeding.runs import Missing, Run
from planner.analysis.situation import HIGH, MEDIUM
from planner.blocks import Row, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

LEVELS = {
    "tam": N_("the whole market"),
    "sam": N_("what we can serve"),
    "som": N_("what we can win"),
}


def _runs(ground: Ground) -> list[Run]:
    return [found for found in ground.analysis.sizes if isinstance(found, Run)]


@reading("market-size")
def market_size(ground: Ground) -> Text:
    """What can be served and won, and whether the two countings agree."""
    said: list[Span] = []
    for found in _runs(ground):
        result, sources = found.result, found.paths
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("Of a market of {tam} a year we can serve {sam} and win {som}."),
            tam=ground.voice.money(round(result.tam), *sources),
            sam=ground.voice.money(round(result.sam), *sources),
            som=ground.voice.money(round(result.som), *sources),
        )
        if result.ratio is not None:
            said += (Span(" "),)
            said += ground.say(
                _agreement(result.ratio),
                som=ground.voice.money(round(result.bottom_up_som), *sources),
                share=ground.voice.percent(round(abs(result.ratio - 1), 3), *sources),
            )
    return tuple(said)


def _agreement(ratio: float) -> str:
    if abs(ratio - 1) < 0.005:
        return N_("Counted from single sellers up it comes to the same.")
    if ratio < 1:
        return N_("Counted from single sellers up it is {som} that we can win, {share} less.")
    return N_("Counted from single sellers up it is {som} that we can win, {share} more.")


@exhibit("market-size")
def market_size_table(ground: Ground) -> Table | None:
    """The chain of factors from everyone down, and the one from below."""
    columns = (
        words(ground, N_("Step"), 3),
        words(ground, N_("About"), 1.6),
        figures(ground, N_("Factor")),
        words(ground, N_("Unit"), 1),
        figures(ground, N_("Comes to"), ground.voice.unit(), 1.2),
    )
    rows: list[Row] = []
    for size in ground.plan.market.sizes:
        path = f"market.sizes[{size.id}]"
        if size.top_down:
            rows += _chain(ground, f"{path}.top_down", size.top_down, N_("From everyone down"))
        if size.bottom_up and ground.deep:
            rows += _chain(
                ground, f"{path}.bottom_up", size.bottom_up, N_("From single sellers up")
            )
        rows += _known(ground, path, size)
    caption = ground.say(N_("The size of the market, step by step"))
    return table("market-size", caption, columns, rows)


def _chain(ground: Ground, path: str, steps: Any, title: str) -> list[Row]:
    rows = (
        [row((Span(ground.voice.word(title), bold=True),), (), (), (), ())] if ground.deep else []
    )
    product, sources = 1.0, list[str]()
    known = True
    for index, step in enumerate(steps):
        inside = f"{path}[{step.id}]"
        level = step.level or ("tam" if path.endswith("top_down") else "sam")
        factor: Text = ()
        if step.value is None:
            known = False
        else:
            product *= step.value
            sources.append(f"{inside}.value")
            is_part = (step.value <= 1 and level in ("sam", "som")) or step.unit == "share"
            factor = (
                (ground.voice.percent(step.value, f"{inside}.value"),)
                if is_part or (step.value < 1 and index > 0)
                else (ground.voice.number(step.value, f"{inside}.value"),)
            )
        following = steps[index + 1].level if index + 1 < len(steps) else None
        ends = index + 1 == len(steps) or (following is not None and following != level)
        reached = (
            (ground.voice.figure(round(ground.voice.rounded(product)), *sources),)
            if known and ends
            else ()
        )
        rows.append(
            row(
                ground.cell(step, inside, "name"),
                ground.voice.word(LEVELS[level]) if ends or index == 0 else "",
                factor,
                ground.cell(step, inside, "unit") if ground.deep and step.unit != "share" else (),
                reached,
                total=bool(reached),
            )
        )
    return rows


def _known(ground: Ground, path: str, size: Any) -> list[Row]:
    rows = []
    for level, title in LEVELS.items():
        value = getattr(size, level)
        if value is not None:
            said = (ground.voice.figure(ground.voice.rounded(value), f"{path}.{level}"),)
            rows.append(row(ground.voice.word(title), "", (), (), said))
    return rows


@reading("market-growth")
def market_growth(ground: Ground) -> Text:
    """How fast the market grows, and over which years that was measured."""
    growth = ground.plan.market.growth
    if growth is None:
        return ()
    share = ground.voice.percent(abs(growth), "market.growth")
    message = (
        N_("It grows by {share} a year") if growth >= 0 else N_("It shrinks by {share} a year")
    )
    said = ground.say(message, share=share)
    if ground.plan.market.growth_period:
        said = (
            *said,
            *ground.say(N_(", measured over {years}"), years=ground.said("market.growth_period")),
        )
    return (*said, Span("."))


@reading("environment")
def environment(ground: Ground) -> Text:
    """Which change weighs most, and which way it works."""
    found = ground.analysis.outside
    if isinstance(found, Missing) or not found.result.ranking:
        return ()
    first = found.result.ranking[0]
    score = next(f for f in found.result.factors if f.id == first)
    path = f"market.factors[{first}]"
    message = (
        N_("What weighs most is a help: {name}.")
        if score.score > 0
        else N_("What weighs most works against us: {name}.")
    )
    return ground.say(message, name=ground.title(path))


@exhibit("environment")
def environment_table(ground: Ground) -> Table | None:
    """Changes outside by weight, each with its answer."""
    columns = (
        words(ground, N_("Change"), 2.6),
        words(ground, N_("Works"), 0.8),
        figures(ground, N_("Impact"), "1–5", 0.8),
        figures(ground, N_("Likely"), "1–5", 0.8),
        words(ground, N_("When"), 1.1),
        words(ground, N_("What we do"), 3),
    )
    found = ground.analysis.outside
    order = list(found.result.ranking) if isinstance(found, Run) else []
    factors = sorted(
        ground.plan.market.factors,
        key=lambda f: order.index(f.id) if f.id in order else math.inf,
    )
    rows = []
    for factor in factors:
        path = f"market.factors[{factor.id}]"
        names = ("name", "direction", "impact", "likelihood", "horizon", "answer")
        cells = [ground.said(f"{path}.{name}") for name in names]
        if not ground.deep:
            cells[4] = ()
        rows.append(row(*cells))
    caption = ground.say(N_("Changes around us, the weightiest first"))
    return table("environment", caption, columns, rows, source=_weighing(ground, found))


def _weighing(ground: Ground, found: Run | Missing) -> Text:
    """By which rule changes are put in order."""
    if isinstance(found, Missing):
        return ()
    return ground.say(
        N_(
            "Order: impact × likelihood; from {high} on a change is heavy, from {medium} medium"
            " (house rule)."
        ),
        high=ground.voice.number(HIGH, *found.paths),
        medium=ground.voice.number(MEDIUM, *found.paths),
    )
