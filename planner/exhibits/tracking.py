"""The months as they came in: the story, money against orders, sales, decisions, versions."""

from __future__ import annotations

from typing import Any

from planner.blocks import Column, ListBlock, Span, Table, Text
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import PORTRAIT, Shown, leading, sentences, stated, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

MONTHS = "track.months"


def _month(ground: Ground, member: Any, path: str) -> Text:
    del member
    key = path[len(MONTHS) + 1 : path.index("]")]
    return (ground.voice.month(key, path),)


@exhibit("months")
def months(ground: Ground) -> ListBlock | None:
    """Each month in its own words, and what happened outside."""
    items = []
    for path, month in ground.members(MONTHS):
        parts = [ground.said(f"{path}.summary")]
        if month.outside_events:
            parts.append(
                ground.say(N_("Outside: {what}"), what=ground.said(f"{path}.outside_events"))
            )
        if month.closed is not None:
            final = N_("The figures are final.") if month.closed else N_("The figures may change.")
            parts.append(stated(ground, final, f"{path}.closed"))
        said = sentences(parts)
        if said:
            name = ground.voice.month(month.id, path)
            items.append((Span(name.text, name.sources, bold=True), Span(" – "), *said))
    return ListBlock(tuple(items)) if items else None


@exhibit("actual-lines")
def actual_lines(ground: Ground) -> Table | None:
    """What was paid and what is ordered, line by line."""
    shown = (
        Shown(N_("Month"), _month, 1.1),
        Shown(N_("Item"), lambda g, x, _: g.title(f"promotion.budget_lines[{x.id}]"), 2.4),
        Shown(N_("Paid or invoiced"), "spent", 1, "money"),
        Shown(N_("Ordered, not yet invoiced"), "committed", 1.1, "money"),
        Shown(N_("Invoice"), "document", 1.2, thorough=True),
    )
    members = ground.members(f"{MONTHS}[*].budget_lines")
    caption = ground.say(N_("Other costs, month by month"))
    return table_of(ground, "actual-lines", caption, members, shown)


@exhibit("actual-products")
def actual_products(ground: Ground) -> Table | None:
    """What was sold, at what price."""
    shown = (
        Shown(N_("Month"), _month, 1.1),
        Shown(N_("Offer"), lambda g, x, _: g.title(f"business.offerings[{x.id}]"), 2.2),
        Shown(N_("Sold"), "units", 0.9, "figure"),
        Shown(N_("Average price"), "price", 1, "money", thorough=True),
        Shown(N_("Cost of one"), "unit_cost", 1, "money", thorough=True),
    )
    members = ground.members(f"{MONTHS}[*].products")
    caption = ground.say(N_("What was sold, month by month"))
    return table_of(ground, "actual-products", caption, members, shown)


@exhibit("causes")
def causes(ground: Ground) -> Table | None:
    """Why figures missed or beat the plan, what is done, by whom, by when, whether it is done."""
    shown = (
        Shown(N_("Month"), _month, 1),
        Shown(N_("About"), leading("about"), 1.5),
        Shown(N_("Why"), "cause", 2.2),
        Shown(N_("What we do"), "action", 2.2),
        Shown(N_("Who"), "owner", 0.9),
        Shown(N_("By"), "due", 1),
        Shown(N_("Done"), "done", 1),
    )
    caption = ground.say(N_("Causes and actions"))
    return table_of(ground, "causes", caption, ground.members(f"{MONTHS}[*].notes"), shown)


@exhibit("decisions")
def decisions(ground: Ground) -> Table | None:
    """What was decided, when, by whom and why."""
    shown = (
        Shown(N_("Decided"), "name", 1.5),
        Shown(N_("When"), "date", 1),
        Shown(N_("By whom"), "people", 1.2),
        Shown(N_("Why"), "reason", 3),
    )
    caption = ground.say(N_("What has been decided, and why"))
    return table_of(ground, "decisions", caption, ground.members("track.decisions"), shown)


@exhibit("decision-grounds")
def decision_grounds(ground: Ground) -> Table | None:
    """Against what each decision was taken, resting on what, and how it turned out."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Decided"), "name", 1.5),
        Shown(N_("Against"), "options", 1.6),
        Shown(N_("Resting on"), "evidence", 1.6),
        Shown(N_("Changes"), leading("changes"), 1.8),
        Shown(N_("Looked at again"), "revisit", 1.1),
        Shown(N_("How it turned out"), "outcome", 1.8),
    )
    caption = ground.say(N_("What each decision rests on, and how it turned out"))
    return table_of(ground, "decision-grounds", caption, ground.members("track.decisions"), shown)


@exhibit("measures-so-far")
def measures_so_far(ground: Ground) -> Table | None:
    """The measures as they came in, a column a month."""
    kpis = {kpi.id: kpi for kpi in ground.plan.promotion.kpis}
    came = [m for m in ground.plan.track.months if any(k.actual is not None for k in m.kpis)][-12:]
    columns = [words(ground, N_("Measure"), 2.4)]
    columns += [
        Column(ground.voice.month(month.id, short=len(came) > 3).text, "figure") for month in came
    ]
    rows = []
    for identity, kpi in kpis.items():
        cells = []
        for month in came:
            known = next((k for k in month.kpis if k.id == identity), None)
            at = f"track.months[{month.id}].kpis[{identity}].actual"
            cells.append(aim(ground, kpi.unit or "count", known.actual if known else None, at))
        if any(cells):
            rows.append(row(ground.title(f"promotion.kpis[{identity}]"), *cells))
    caption = ground.say(N_("Measures, month by month"))
    return table("measures-so-far", caption, columns, rows, wide=len(came) > PORTRAIT)


@exhibit("expected")
def expected(ground: Ground) -> Table | None:
    """Where another figure is expected now than was planned, and why."""
    units = {kpi.id: kpi.unit or "count" for kpi in ground.plan.promotion.kpis}

    def now(ground: Ground, kpi: Any, path: str) -> Text:
        return aim(ground, units.get(kpi.id, "count"), kpi.expected, f"{path}.expected")

    shown = (
        Shown(N_("Month"), _month, 1.1),
        Shown(N_("Measure"), lambda g, kpi, _: g.title(f"promotion.kpis[{kpi.id}]"), 2),
        Shown(N_("Now expected"), now, 0.9, "figure"),
        Shown(N_("Why"), "expected_reason", 3),
    )
    members = [
        (path, kpi)
        for path, kpi in ground.members(f"{MONTHS}[*].kpis")
        if kpi.expected is not None or kpi.expected_reason
    ]
    caption = ground.say(N_("Where we expect another figure now"))
    return table_of(ground, "expected", caption, members, shown)


@exhibit("versions")
def versions(ground: Ground) -> Table | None:
    """The versions of this plan, and why each came to be."""
    shown = (
        Shown(N_("Version"), "name", 1.6),
        Shown(N_("When"), "date", 1),
        Shown(N_("Kept as"), "kind", 0.9),
        Shown(N_("Why"), "reason", 2.4),
        Shown(N_("Approved by"), "approved_by", 1.2),
        Shown(N_("File"), "file", 1.2, thorough=True),
    )
    caption = ground.say(N_("Versions of this plan"))
    return table_of(ground, "versions", caption, ground.members("track.versions"), shown)


@exhibit("version-changes")
def version_changes(ground: Ground) -> Table | None:
    """What each version changed, and why."""
    shown = (
        Shown(N_("Version"), lambda g, _, p: g.title(p.partition(".changes[")[0]), 1.6),
        Shown(N_("What changed"), leading("about"), 2.2),
        Shown(N_("Why"), "reason", 3),
    )
    members = ground.members("track.versions[*].changes")
    caption = ground.say(N_("What changed from version to version"))
    return table_of(ground, "version-changes", caption, members, shown)


@reading("products-sold")
def products_sold(ground: Ground) -> Text:
    """How many of each offer were sold so far beside what was forecast for the period."""
    planned = {p.id: p.units for p in ground.plan.promotion.forecast.products if p.units}
    sold: dict[str, list[tuple[float, str]]] = {}
    for path, one in ground.members(f"{MONTHS}[*].products"):
        if one.units is not None and one.id in planned:
            sold.setdefault(one.id, []).append((one.units, f"{path}.units"))
    said = []
    for offer, parts in sold.items():
        sources = [source for _, source in parts]
        at = f"promotion.forecast.products[{offer}].units"
        said.append(
            ground.say(
                N_("{offer}: {sold} of {planned}"),
                offer=ground.title(f"business.offerings[{offer}]"),
                sold=ground.voice.number(sum(units for units, _ in parts), *sources),
                planned=ground.voice.number(planned[offer], at),
            )
        )
    if not said:
        return ()
    return ground.say(
        N_("Sold so far of what the period shall bring: {offers}."), offers=ground.voice.join(said)
    )
