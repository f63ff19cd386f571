"""How results are counted: the tree of measures, counters, surveys, who looks when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.blocks import Column, Span, Table, Text, plain
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import PORTRAIT, Shown, sentences, stated, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

CREDIT = {
    "ask the buyer": N_("We credit a sale to what the buyer says brought them."),
    "last contact": N_("We credit a sale to the last contact before it."),
    "first contact": N_("We credit a sale to the first contact with us."),
    "shared": N_("We share the credit for a sale among all contacts before it."),
    "platform's own": N_(
        "We take the platforms’ own counts; together they may claim more sales than there are."
    ),
    "none": N_("We do not credit sales to single channels."),
}
LIFT = {
    "control group": N_("What came only through promotion we learn from a group left out of it."),
    "pause test": N_("What came only through promotion we learn by pausing it."),
    "by area": N_("What came only through promotion we learn by comparing areas."),
    "before and after": N_(
        "What came only through promotion we judge by before and after, the weakest of the ways."
    ),
    "none": N_("What came only through promotion is not measured."),
}


def tree_of(ground: Ground) -> list[tuple[str, Any, int]]:
    """Measures with their path and depth in the tree, each parent before its children."""
    return list(_tree(ground))


def _tree(ground: Ground) -> Iterator[tuple[str, Any, int]]:
    kpis = [kpi for kpi in ground.plan.promotion.kpis if kpi.name]
    known = {kpi.id for kpi in kpis}
    seen: set[str] = set()

    def branch(kpi: Any, level: int) -> Iterator[tuple[str, Any, int]]:
        if kpi.id in seen:
            return
        seen.add(kpi.id)
        yield f"promotion.kpis[{kpi.id}]", kpi, level
        for child in kpis:
            if child.parent == kpi.id:
                yield from branch(child, level + 1)

    for kpi in kpis:
        if kpi.parent not in known:
            yield from branch(kpi, 0)
    for kpi in kpis:  # a circle of parents has no top
        yield from branch(kpi, 0)


def _level(value: str, date: str = "") -> Any:
    def tell(ground: Ground, kpi: Any, path: str) -> Text:
        said = aim(ground, kpi.unit or "count", getattr(kpi, value), f"{path}.{value}")
        day = ground.said(f"{path}.{date}") if date and said else ()
        return ground.say(N_("{figure} on {day}"), figure=said, day=day) if day else said

    return tell


def _feeds(ground: Ground, kpi: Any, path: str) -> Text:
    del kpi
    parent = ground.said(f"{path}.parent")
    how = ground.said(f"{path}.relation")
    said: list[Span] = []
    if parent:
        said += ground.say(N_("{measure} ({how})"), measure=parent, how=how) if how else parent
    goal = ground.said(f"{path}.goal")
    if goal:
        said += (Span("; "),) if said else ()
        said += ground.say(N_("the goal “{goal}”"), goal=goal)
    return tuple(said)


@exhibit("kpis")
def kpis(ground: Ground) -> Table | None:
    """The tree of measures: each under the one it feeds."""
    levels = {path: level for path, _, level in tree_of(ground)}

    def name(ground: Ground, _: Any, path: str) -> Text:
        return (*((Span("– " * levels[path]),) if levels[path] else ()), *ground.title(path))

    shown = (
        Shown(N_("Measure"), name, 2.2),
        Shown(N_("Counts"), "kind", 1),
        Shown(N_("Feeds"), _feeds, 1.8),
        Shown(N_("Today"), _level("baseline", "baseline_date"), 1.3, "figure"),
        Shown(N_("Target"), _level("target"), 0.9, "figure"),
        Shown(N_("Brings it"), "owner", 1),
        Shown(N_("How often"), "cadence", 0.9, thorough=True),
    )
    members = [(path, kpi) for path, kpi, _ in tree_of(ground)]
    caption = ground.say(N_("What we measure; each measure stands under the one it feeds"))
    return table_of(ground, "kpis", caption, members, shown)


def _unit(ground: Ground, kpi: Any, path: str) -> Text:
    del kpi
    unit, per = ground.said(f"{path}.unit"), ground.said(f"{path}.per")
    if unit and per:
        return ground.say(N_("{unit}, {per}"), unit=unit, per=per)
    return unit or per


def _year(ground: Ground, kpi: Any, path: str) -> Text:
    del kpi
    totals, phasing = ground.said(f"{path}.totals"), ground.said(f"{path}.phasing")
    if totals and phasing:
        return ground.say(N_("{totals}; on the way: {phasing}"), totals=totals, phasing=phasing)
    return totals or phasing


@exhibit("kpi-definitions")
def kpi_definitions(ground: Ground) -> Table | None:
    """What exactly each measure counts, and where it is read."""
    shown = (
        Shown(N_("Measure"), "name", 1.6),
        Shown(N_("What counts"), "definition", 2.4),
        Shown(N_("Reckoned as"), "formula", 1.8, thorough=True),
        Shown(N_("Read in"), "data_source", 1.5),
        Shown(N_("Unit"), _unit, 1),
        Shown(N_("Better is"), "better", 0.7),
        Shown(N_("Months become a year"), _year, 1.4),
    )
    members = [(path, kpi) for path, kpi, _ in tree_of(ground)]
    caption = ground.say(N_("What each measure counts, and where it is read"))
    return table_of(ground, "kpi-definitions", caption, members, shown, wide=ground.thorough)


@exhibit("kpi-months")
def kpi_months(ground: Ground) -> Table | None:
    """Targets that were set for single months, a column a measure."""
    typed = [
        (path, kpi, {month.id for month in kpi.months if month.target is not None})
        for path, kpi, _ in tree_of(ground)
    ]
    typed = [one for one in typed if one[2]]
    columns = [words(ground, N_("Month"), 1.4)]
    columns += [Column(plain(ground.title(path)), "figure") for path, _, _ in typed]
    rows = []
    for month in sorted({month for _, _, months in typed for month in months}):
        cells: list[Text] = []
        for path, kpi, months in typed:
            at = f"{path}.months[{month}].target"
            value = next(m.target for m in kpi.months if m.id == month) if month in months else None
            cells.append(aim(ground, kpi.unit or "count", value, at))
        rows.append(row((ground.voice.month(month, "meta.period"),), *cells))
    caption = ground.say(N_("Where each measure should stand month by month"))
    return table("kpi-months", caption, columns, rows, wide=len(typed) > PORTRAIT)


@reading("attribution")
def attribution(ground: Ground) -> Text:
    """Who gets the credit for a sale, why, and how buyers are asked."""
    plan = ground.plan.promotion.measurement
    at = "promotion.measurement"
    said = []
    if plan.attribution:
        said.append(stated(ground, CREDIT[plan.attribution], f"{at}.attribution"))
    said.append(ground.said(f"{at}.attribution_reason"))
    if plan.ask_at_sale:
        said.append(
            ground.say(
                N_("Every buyer is asked: “{words}”"), words=ground.said(f"{at}.ask_at_sale")
            )
        )
    if plan.window_days is not None and ground.thorough:
        days = ground.said(f"{at}.window_days")
        said.append(ground.say(N_("A contact counts for {days} days."), days=days))
    return sentences(said)


@reading("incrementality")
def incrementality(ground: Ground) -> Text:
    """How we learn what would not have come anyway."""
    plan = ground.plan.promotion.measurement
    at = "promotion.measurement"
    said = []
    if plan.incrementality:
        said.append(stated(ground, LIFT[plan.incrementality], f"{at}.incrementality"))
    if plan.incrementality_plan:
        said.append(
            ground.say(N_("In detail: {how}"), how=ground.said(f"{at}.incrementality_plan"))
        )
    return sentences(said)


@reading("counting-limits")
def counting_limits(ground: Ground) -> Text:
    """What the counters cannot see, and how links are named."""
    plan = ground.plan.promotion.measurement
    at = "promotion.measurement"
    said = []
    if plan.consent_loss is not None:
        said.append(
            ground.say(
                N_("{share} of visitors cannot be counted, for they do not agree to it."),
                share=ground.said(f"{at}.consent_loss"),
            )
        )
    if plan.naming:
        said.append(
            ground.say(
                N_("Links are named after this pattern: {pattern}."),
                pattern=ground.said(f"{at}.naming"),
            )
        )
    return sentences(said)


@exhibit("counters")
def counters(ground: Ground) -> Table | None:
    """What counts, where it sits, whether it is proven."""

    def tested(ground: Ground, _: Any, path: str) -> Text:
        day = ground.said(f"{path}.checked")
        return day or ground.say(N_("not proven"))

    shown = (
        Shown(N_("Counter"), "name", 1.6),
        Shown(N_("Kind"), "kind", 1.3),
        Shown(N_("Sits in"), "where", 1.8),
        Shown(N_("Permission"), "consent", 1.2),
        Shown(N_("Keeps it"), "owner", 1),
        Shown(N_("Last tested"), tested, 1.1),
    )
    members = ground.members("promotion.measurement.counters")
    caption = ground.say(N_("What counts for us, and when it was last tested"))
    return table_of(ground, "counters", caption, members, shown)


@exhibit("events")
def events(ground: Ground) -> Table | None:
    """Actions that a counter records, and the measure each feeds."""
    shown = (
        Shown(N_("Action"), "name", 1.5),
        Shown(N_("Counter"), "counter", 1.3),
        Shown(N_("Set off by"), "trigger", 1.8),
        Shown(N_("A goal"), "is_goal", 0.7),
        Shown(N_("Feeds"), "kpi", 1.4),
        Shown(N_("Worth"), "value", 0.9, "money", thorough=True),
        Shown(N_("Tested"), "checked", 1.1),
    )
    members = ground.members("promotion.measurement.events")
    caption = ground.say(N_("What is recorded, and the measure it feeds"))
    return table_of(ground, "events", caption, members, shown)


@reading("tolerances")
def tolerances(ground: Ground) -> Text:
    """How far off a measure may be before it turns amber or red."""
    plan = ground.plan.promotion.measurement
    at = "promotion.measurement"
    green, amber = plan.green_tolerance, plan.amber_tolerance
    if not ground.thorough or (green is None and amber is None):
        return ()
    if green is None:
        return ground.say(
            N_("A measure is red from {amber} off its target."),
            amber=ground.said(f"{at}.amber_tolerance"),
        )
    said = ground.say(
        N_("A measure is green up to {green} off its target."),
        green=ground.said(f"{at}.green_tolerance"),
    )
    if amber is None:
        return said
    more = ground.say(
        N_("Up to {amber} it is amber, beyond that red."),
        amber=ground.said(f"{at}.amber_tolerance"),
    )
    return sentences((said, more))


@exhibit("reviews")
def reviews(ground: Ground) -> Table | None:
    """Who looks at the figures, how often, and what they may decide."""
    shown = (
        Shown(N_("Meeting"), "name", 1.6),
        Shown(N_("How often"), "cadence", 1),
        Shown(N_("Who"), "people", 1.8),
        Shown(N_("May decide"), "decides", 2.2, thorough=True),
    )
    members = ground.members("promotion.measurement.reviews")
    caption = ground.say(N_("When we look at the figures"))
    return table_of(ground, "reviews", caption, members, shown)
