"""How the year will end at this pace, and why sales came out otherwise than planned."""

from __future__ import annotations

from planner.analysis.feeding.measures import goal_unit
from planner.analysis.feeding.runs import Run
from planner.blocks import Chart, Series, Table, Text
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import figures, row, table, words
from planner.i18n import N_


@exhibit("year-end")
def year_end(ground: Ground) -> Table | None:
    """Measures whose months add up: so far, planned so far, where they end, and the plan."""
    kpis = {f"promotion.kpis[{kpi.id}]": kpi for kpi in ground.plan.promotion.kpis}
    columns = (
        words(ground, N_("Measure"), 2.2),
        figures(ground, N_("So far")),
        figures(ground, N_("Planned so far")),
        figures(ground, N_("At this pace")),
        figures(ground, N_("Rest as planned")),
        figures(ground, N_("Plan")),
    )
    rows = []
    for found in ground.analysis.year_ends:
        if not isinstance(found, Run):
            continue
        kpi, end = kpis[found.subject], found.result
        unit = "money" if in_money(ground, kpi.goal) else kpi.unit or "count"
        whole = sum(found.given.plan)
        values = (end.ytd_actual, end.ytd_plan, end.run_rate, end.actual_plus_remaining_plan, whole)
        cells = [
            aim(ground, unit, None if value is None else round(value), *found.paths)
            for value in values
        ]
        rows.append(row(ground.title(found.subject), *cells))
    caption = ground.say(N_("Where the period will end"))
    return table("year-end", caption, columns, rows)


def in_money(ground: Ground, goal: str | None) -> bool:
    """Whether a goal is counted in money."""
    return any(g.id == goal and goal_unit(g) == "money" for g in ground.plan.business.goals)


@reading("red-measures")
def red_measures(ground: Ground) -> Text:
    """Which measures were red in the last month that came in."""
    reports = ground.analysis.runs("monthly-report")
    if not reports:
        return ()
    last = reports[-1]
    red = [line.id for line in last.result.rows if line.status == "red"]
    month = last.subject[len("track.months[") : -1]
    if not red:
        return ground.say(
            N_("No measure was red in {month}."), month=ground.voice.month(month, *last.paths)
        )
    return ground.say(
        N_("Red in {month}, being more than the tolerance off the plan: {measures}."),
        month=ground.voice.month(month, *last.paths),
        measures=ground.voice.join(ground.title(f"promotion.kpis[{name}]") for name in red),
    )


_BRIDGED = {
    N_("Price"): "price",
    N_("Cost"): "cost",
    N_("Mix"): "mix",
    N_("Quantity"): "quantity",
    N_("New"): "new",
    N_("Dropped"): "dropped",
}


@exhibit("sales-bridge")
def sales_bridge(ground: Ground) -> Chart | None:
    """From planned to actual contribution: price, cost, mix, quantity, new and dropped offers."""
    found = ground.analysis.run_about("contribution-bridge", "track.months")
    if found is None or not found.result.total.change:
        return None
    bridge = found.result
    every = {name: getattr(bridge.total, part) for name, part in _BRIDGED.items()}
    parts = {name: value for name, value in every.items() if round(value)}
    if not parts:
        return None
    words_of = [ground.voice.word(name) for name in (N_("Planned"), *parts, N_("Actual"))]
    values = (bridge.plan_contribution, *parts.values(), bridge.actual_contribution)
    strongest = max(parts, key=lambda name: abs(parts[name]))
    message = (
        N_("Contribution stands {money} above the plan for these months, most of it by {part}")
        if bridge.total.change > 0
        else N_("Contribution stands {money} below the plan for these months, most of it by {part}")
    )
    return Chart(
        "sales-bridge",
        "waterfall",
        ground.say(
            message,
            money=ground.voice.money(abs(round(bridge.total.change)), *found.paths),
            part=ground.voice.word(strongest).lower(),
        ),
        subtitle=ground.voice.unit(),
        alt="; ".join(
            f"{name}: {ground.voice.figure(value).text}"
            for name, value in zip(words_of, values, strict=True)
        ),
        categories=tuple(words_of),
        series=(
            Series(
                ground.voice.word(N_("Contribution")),
                tuple(float(round(value)) for value in values),
                own=True,
                sources=found.paths,
            ),
        ),
        number_format="#,##0",
        totals=(0, len(words_of) - 1),
    )
