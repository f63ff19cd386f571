"""The market’s edges and what works on it: ranges, trends, forces, how well we are prepared."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.analysis.feeding.runs import Run
from planner.blocks import Chart, Row, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, table_of
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_

WAYS = {"top_down": N_("From everyone down"), "bottom_up": N_("From single sellers up")}
FORCES = {
    "rivalry": N_("Rivalry among those in the market"),
    "new-entrants": N_("Newcomers"),
    "substitutes": N_("Substitutes"),
    "buyers": N_("Power of buyers"),
    "suppliers": N_("Power of suppliers"),
}


@reading("market-edges")
def market_edges(ground: Ground) -> Text:
    """What is counted in, what is left out, and on which of our offers it bears."""
    market = ground.plan.market
    said: list[Span] = []
    for name, message in (
        ("includes", N_("Counted in: {what}.")),
        ("excludes", N_("Left out: {what}.")),
    ):
        if getattr(market, name):
            said += (Span(" "),) if said else ()
            said += ground.say(message, what=ground.said(f"market.{name}"))
    for size in market.sizes:
        path = f"market.sizes[{size.id}]"
        if size.offerings:
            said += (Span(" "),) if said else ()
            sold = ground.said(f"{path}.offerings")
            many = len(market.sizes) > 1 and size.name
            said += (
                ground.say(
                    N_("In “{market}” we sell: {offers}."), market=ground.title(path), offers=sold
                )
                if many
                else ground.say(N_("In it we sell: {offers}."), offers=sold)
            )
    if ground.thorough and market.category_spend is not None:
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("All sellers together spend {money} on advertising a year."),
            money=ground.said("market.category_spend"),
        )
    return tuple(said)


@exhibit("size-ranges")
def size_ranges(ground: Ground) -> Table | None:
    """How low and how high the factors of the market's size might be."""
    if not ground.thorough:
        return None
    columns = (
        words(ground, N_("Step"), 3),
        figures(ground, N_("At least")),
        figures(ground, N_("Taken")),
        figures(ground, N_("At most")),
        words(ground, N_("Unit"), 1),
    )
    rows: list[Row] = []
    for size in ground.plan.market.sizes:
        counted = [(title, _ranged(ground, size, way)) for way, title in WAYS.items()]
        both = all(lines for _, lines in counted)
        for title, lines in counted:
            if both:
                heading = (Span(ground.voice.word(title), bold=True),)
                rows.append(row(heading, *[()] * (len(columns) - 1)))
            rows += lines
    caption = ground.say(N_("How far the factors may be off"))
    return table("size-ranges", caption, columns, rows)


def _ranged(ground: Ground, size: Any, way: str) -> list[Row]:
    """A row for each factor of one way of counting that has a range."""
    rows = []
    for step in getattr(size, way):
        if step.low is None and step.high is None:
            continue
        path = f"market.sizes[{size.id}].{way}[{step.id}]"
        part = step.value is not None and step.value < 1
        cells: list[Text] = []
        for name in ("low", "value", "high"):
            value, source = getattr(step, name), f"{path}.{name}"
            said = ground.voice.percent if part else ground.voice.number
            cells.append((said(value, source),) if value is not None else ())
        unit = ground.said(f"{path}.unit") if step.unit != "share" else ()
        rows.append(row(ground.title(path), *cells, unit))
    return rows


@exhibit("trends")
def trends(ground: Ground) -> Table | None:
    """What changes in how people choose, its course, and our decision on each."""
    market_trends = ground.plan.market.trends
    known = sorted({y.id for t in market_trends for y in t.years if y.value is not None})
    shown = known if ground.thorough and len(known) <= 6 else []
    columns = [
        words(ground, N_("Trend"), 2.2),
        words(ground, N_("Is"), 0.8),
        words(ground, N_("Measured in"), 1.2),
        *(figures(ground, year, weight=0.7) for year in shown),
        words(ground, N_("Our answer"), 0.9),
        words(ground, N_("So we will, or won’t"), 2.6),
    ]
    rows = []
    for trend in market_trends:
        path = f"market.trends[{trend.id}]"
        values = {year.id: year.value for year in trend.years}
        course = [
            _measured(ground, trend.unit or "", values.get(year), f"{path}.years[{year}].value")
            for year in shown
        ]
        rows.append(
            row(
                ground.said(f"{path}.name"),
                ground.said(f"{path}.direction"),
                ground.said(f"{path}.unit") if shown else (),
                *course,
                ground.said(f"{path}.answer"),
                ground.said(f"{path}.action"),
            )
        )
    caption = ground.say(N_("Trends, and what we make of them"))
    return table("trends", caption, columns, rows)


def _measured(ground: Ground, unit: str, value: float | None, source: str) -> Text:
    if value is None:
        return ()
    share = "share" in unit.lower() and 0 <= value <= 1
    return (ground.voice.percent(value, source) if share else ground.voice.number(value, source),)


@exhibit("trend-lines")
def trend_lines(ground: Ground) -> Chart | None:
    """The course of the trend with the longest record."""
    if not ground.thorough:
        return None
    known = [
        (trend, sorted((y for y in trend.years if y.value is not None), key=lambda y: y.id))
        for trend in ground.plan.market.trends
    ]
    known = [(trend, years) for trend, years in known if len(years) >= 3]
    if not known:
        return None
    trend, years = max(known, key=lambda pair: len(pair[1]))
    path = f"market.trends[{trend.id}]"
    share = "share" in (trend.unit or "").lower()
    series = Series(
        trend.unit or ground.voice.word(N_("Value")),
        tuple(float(y.value or 0) for y in years),
        sources=tuple(f"{path}.years[{y.id}].value" for y in years),
    )
    first, last = years[0], years[-1]
    caption = ground.say(
        N_("{trend}: from {first} to {last}"),
        trend=ground.title(path),
        first=_measured(ground, trend.unit or "", first.value, f"{path}.years[{first.id}].value"),
        last=_measured(ground, trend.unit or "", last.value, f"{path}.years[{last.id}].value"),
    )
    return Chart(
        "trend-lines",
        "line",
        caption,
        subtitle=trend.unit or "",
        alt="; ".join(f"{y.id}: {y.value:g}" for y in years if y.value is not None),
        categories=tuple(y.id for y in years),
        series=(series,),
        number_format="0%" if share else "#,##0.##",
    )


@reading("forces")
def forces_reading(ground: Ground) -> Text:
    """How hard the trade presses on margins, and which force most."""
    found = ground.analysis.forces
    if not isinstance(found, Run) or not ground.thorough:
        return ()
    strongest = max(found.result.forces, key=lambda force: force.force)
    return ground.say(
        N_(
            "All five forces together press with {pressure} of {most}, which leaves the trade an"
            " attractiveness of {left}; what presses most is: {force} ({rating})."
        ),
        pressure=ground.voice.number(round(found.result.pressure, 1), *found.paths),
        most=ground.voice.number(5, *found.paths),
        left=ground.voice.number(round(found.result.attractiveness, 1), *found.paths),
        force=ground.voice.word(FORCES[strongest.id]),
        rating=ground.voice.number(round(strongest.force, 1), *found.paths),
    )


@exhibit("forces")
def forces(ground: Ground) -> Table | None:
    """The five forces: what drives each, how strongly, and what it means for us."""
    if not ground.thorough:
        return None
    found = ground.analysis.forces
    rated = {f.id: f.force for f in found.result.forces} if isinstance(found, Run) else {}
    columns = (
        words(ground, N_("Force"), 1.5),
        figures(ground, N_("Weight"), weight=0.7),
        words(ground, N_("What drives it, and how strongly"), 2.8),
        figures(ground, N_("Mean"), "1–5", 0.7),
        words(ground, N_("What it means for us"), 2.6),
    )
    rows = []
    for force in ground.plan.market.forces:
        path = f"market.forces[{force.id}]"
        drivers: list[Text] = []
        for driver in force.drivers:
            inside = f"{path}.drivers[{driver.id}]"
            rating = ground.said(f"{inside}.rating")
            name = ground.title(inside)
            drivers.append(
                ground.say(N_("{driver} ({rating})"), driver=name, rating=rating)
                if rating and name
                else name or rating
            )
        mean = rated.get(force.id)
        sources = found.paths if isinstance(found, Run) else ()
        rows.append(
            row(
                (Span(ground.voice.word(FORCES.get(force.id, force.id)), (path,)),),
                ground.said(f"{path}.weight"),
                _separated(drivers),
                (ground.voice.number(round(mean, 1), *sources),) if mean is not None else (),
                ground.said(f"{path}.reading"),
            )
        )
    caption = ground.say(N_("What presses on margins in this trade"))
    source = ground.say(
        N_("A force is the mean of its drivers; all together, their weighed mean (house rule).")
    )
    return table("forces", caption, columns, rows, source=source if rated else ())


def _separated(parts: list[Text]) -> Text:
    said: list[Span] = []
    for part in parts:
        if plain(part):
            said += (Span("; "),) if said else ()
            said += part
    return tuple(said)


@exhibit("preparedness")
def preparedness(ground: Ground) -> Table | None:
    """How well we are prepared for each change outside, and who keeps an eye on it."""
    if not ground.thorough or not paths.get(ground.plan, "market.factors"):
        return None
    columns = (
        Shown(N_("Change"), "name", 3),
        Shown(N_("Kind"), "category", 1),
        Shown(N_("Prepared"), "response", 0.8, "figure", "1–4"),
        Shown(N_("Keeps an eye on it"), "owner", 1.2),
    )
    caption = ground.say(N_("How well we are prepared"))
    return table_of(ground, "preparedness", caption, ground.members("market.factors"), columns)
