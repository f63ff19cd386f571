"""The groups in detail: how they are told apart, what they were judged by, what orders show."""

from __future__ import annotations

import math
from typing import Any

from planner.analysis.feeding.figures import figure_at
from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, sentences, table_of, title
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_


def traced(text: Text, source: str) -> Text:
    """A text that rests on one more answer, which decided its wording."""
    return tuple(Span(s.text, (*s.sources, source), s.bold, s.italic) for s in text)


COUNTED = {
    "people": N_("Sizes count people."),
    "households": N_("Sizes count households."),
    "organisations": N_("Sizes count organisations."),
    "sites": N_("Sizes count sites."),
}


SHUT_OUT = {
    "negative_keywords": N_("words: {what}"),
    "areas": N_("areas: {what}"),
    "audiences": N_("people: {what}"),
    "placements": N_("places: {what}"),
}


@reading("bases")
def bases(ground: Ground) -> Text:
    """By what customers were grouped, what was dropped, and what is counted."""
    chosen = ground.plan.segments
    said: list[Text] = []
    if chosen.bases:
        what = ground.said("segments.bases")
        said.append(ground.say(N_("Customers are grouped by {bases}."), bases=what))
    if chosen.bases_rejected and ground.thorough:
        dropped = ground.said("segments.bases_rejected")
        said.append(ground.say(N_("Groupings dropped: {why}"), why=dropped))
    if chosen.counted_in:
        word = ground.voice.word(COUNTED[chosen.counted_in])
        said.append((Span(word, ("segments.counted_in",)),))
    return sentences(said)


@exhibit("recognised")
def recognised(ground: Ground) -> Table | None:
    """How each group is recognised, when and where it buys, and from whom today."""

    def peaks(ground: Ground, group: Any, path: str) -> Text:
        return ground.voice.join(
            ground.voice.month(f"2000-{month:02d}", f"{path}.peak_months", short=True)
            for month in group.peak_months or ()
        )

    shown = (
        Shown(N_("Group"), title, 1.5),
        Shown(N_("Told apart by"), "told_apart_by", 1.7),
        Shown(N_("The need arises"), "occasion", 1.7),
        Shown(N_("Buys today"), "buys_where", 1.7),
        Shown(N_("Mostly from"), "main_rival", 1.2),
        Shown(N_("Busy months"), peaks, 1.2),
    )
    caption = ground.say(N_("How to recognise each group, when and where it buys"))
    return table_of(ground, "recognised", caption, _groups(ground), shown)


@exhibit("group-prospects")
def group_prospects(ground: Ground) -> Table | None:
    """How each group grows, how much of it can be reached, and how loyal it is."""

    def reached(ground: Ground, group: Any, path: str) -> Text:
        del group
        size = figure_at(ground.plan, f"{path}.size")
        share = figure_at(ground.plan, f"{path}.reachable_share")
        if size is None or share is None:
            return ()
        number = size * share
        return (ground.voice.figure(round(number.value), *number.sources),)

    shown = (
        Shown(N_("Group"), title, 1.8),
        Shown(N_("Buys"), "offerings", 2.2),
        Shown(N_("Grows a year"), "growth", 0.8, "figure"),
        Shown(N_("Reachable share"), "reachable_share", 0.8, "figure"),
        Shown(N_("Reachable"), reached, 0.9, "figure"),
        Shown(N_("Comes back next year"), "retention", 0.8, "figure", thorough=True),
        Shown(N_("Extra cost to serve"), "cost_to_serve", 0.8, "money"),
    )
    caption = ground.say(N_("What each group buys, how it grows, how much of it can be reached"))
    return table_of(ground, "group-prospects", caption, _groups(ground), shown)


def _groups(ground: Ground) -> tuple[tuple[str, Any], ...]:
    return ground.members("segments.items")


@exhibit("criteria")
def criteria(ground: Ground) -> Table | None:
    """By what the groups were judged, how much each counts, and how each group did."""
    if not ground.deep or not ground.plan.segments.criteria:
        return None
    groups = [(path, group) for path, group in _groups(ground) if group.ratings]
    columns = [
        words(ground, N_("Judged by"), 2),
        words(ground, N_("As"), 1.1),
        figures(ground, N_("Weight"), weight=0.7),
        *(figures(ground, group.name or group.id, "1–5") for _, group in groups),
    ]
    rows = []
    for criterion in ground.plan.segments.criteria:
        path = f"segments.criteria[{criterion.id}]"
        scores = [
            ground.said(f"{at}.ratings[{criterion.id}].score")
            if any(r.id == criterion.id for r in group.ratings)
            else ()
            for at, group in groups
        ]
        kind, weight = ground.said(f"{path}.kind"), ground.said(f"{path}.weight")
        rows.append(row(ground.title(path), kind, weight, *scores))
    caption = ground.say(N_("By what the groups were judged, and how they did"))
    return table("criteria", caption, columns, rows)


@exhibit("criteria-ends")
def criteria_ends(ground: Ground) -> Table | None:
    """What the ends of each criterion's scale look like."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Judged by"), title, 2),
        Shown(N_("1 means"), "low_means", 2.4),
        Shown(N_("5 means"), "high_means", 2.4),
    )
    caption = ground.say(N_("What the ends of the scales look like"))
    found = ground.members("segments.criteria")
    return table_of(ground, "criteria-ends", caption, found, shown)


@exhibit("rating-notes")
def rating_notes(ground: Ground) -> Table | None:
    """What makes us say so: the note behind each score of a group."""
    if not ground.deep:
        return None
    columns = (
        words(ground, N_("Group"), 1.6),
        words(ground, N_("Judged by"), 1.6),
        figures(ground, N_("Score"), "1–5", 0.7),
        words(ground, N_("What makes us say so"), 3.2),
    )
    rows = []
    for path, rating in ground.members("segments.items[*].ratings"):
        if getattr(rating, "note", None):
            group = ground.title(path[: path.index("]") + 1])
            by = ground.title(f"segments.criteria[{rating.id}]")
            rows.append(row(group, by, ground.said(f"{path}.score"), ground.said(f"{path}.note")))
    return table("rating-notes", ground.say(N_("What the groups’ scores rest on")), columns, rows)


@exhibit("factors-by-group")
def factors_by_group(ground: Ground) -> Table | None:
    """How much each thing counts for each group."""
    groups = [(path, group) for path, group in _groups(ground) if group.factors]
    if not ground.thorough or not groups:
        return None
    hundreds = all(
        math.isclose(sum(factor.weight or 0 for factor in group.factors), 100)
        for _, group in groups
    )
    unit = "%" if hundreds else ""
    columns = [
        words(ground, N_("What decides"), 2.2),
        *(figures(ground, group.name or group.id, unit) for _, group in groups),
    ]
    rows = []
    for factor in ground.plan.competitors.success_factors:
        cells = [
            ground.said(f"{path}.factors[{factor.id}].weight")
            if any(f.id == factor.id for f in group.factors)
            else ()
            for path, group in groups
        ]
        rows.append(row(ground.title(f"competitors.success_factors[{factor.id}]"), *cells))
    caption = ground.say(N_("How much each thing counts for each group"))
    return table("factors-by-group", caption, columns, rows)


@exhibit("near-customers")
def near_customers(ground: Ground) -> Table | None:
    """Who nearly buys: what keeps them away, what would change it, what they could be worth."""

    def potential(ground: Ground, near: Any, path: str) -> Text:
        if near.size is None or near.value_each is None:
            return ()
        sources = (f"{path}.size", f"{path}.value_each")
        return (ground.voice.figure(near.size * near.value_each, *sources),)

    shown = (
        Shown(N_("Who"), "name", 1.6),
        Shown(N_("How near"), "tier", 1.2),
        Shown(N_("What keeps them away"), "obstacle", 1.8),
        Shown(N_("What would change it"), "remedy", 1.8),
        Shown(N_("How many"), "size", 0.8, "figure", thorough=True),
        Shown(N_("Worth a year each"), "value_each", 0.8, "money", thorough=True),
        Shown(N_("Worth in all"), potential, 0.9, "figure", ground.voice.unit(), thorough=True),
        Shown(N_("We look again"), "review_date", 1, thorough=True),
    )
    caption = ground.say(N_("Not refused, only not won yet"))
    found = ground.members("segments.near_customers")
    return table_of(ground, "near-customers", caption, found, shown)


@exhibit("refusal-rules")
def refusal_rules(ground: Ground) -> Table | None:
    """The limit that tells a refused one, who may make an exception, and when we look again."""

    def limit(ground: Ground, refused: Any, path: str) -> Text:
        if refused.threshold is None or not refused.measure:
            return ()
        above = refused.comparison == "above"
        unit = ground.said(f"{path}.unit")
        unit = (Span(" "), *unit) if unit else ()
        message = N_("{measure} above {limit}") if above else N_("{measure} below {limit}")
        said = ground.say(
            message,
            measure=ground.said(f"{path}.measure"),
            limit=(*ground.said(f"{path}.threshold"), *unit),
        )
        return traced(said, f"{path}.comparison")

    def exception(ground: Ground, refused: Any, path: str) -> Text:
        del refused
        who, when = ground.said(f"{path}.exception_by"), ground.said(f"{path}.exception_when")
        return (*who, Span(": "), *when) if who and when else who or when

    def shut_out(ground: Ground, refused: Any, path: str) -> Text:
        del refused
        parts = [
            ground.say(message, what=ground.said(f"{path}.{name}"))
            for name, message in SHUT_OUT.items()
            if ground.said(f"{path}.{name}")
        ]
        return tuple(
            span for at, part in enumerate(parts) for span in ((Span("; "),) if at else ()) + part
        )

    shown = (
        Shown(N_("Refused"), title, 1.5),
        Shown(N_("Which group"), "segment", 1.3),
        Shown(N_("Limit"), limit, 1.5),
        Shown(N_("Shut out of advertising"), shut_out, 2.4),
        Shown(N_("Exception by"), exception, 1.5, thorough=True),
    )
    caption = ground.say(N_("How a refusal is carried out"))
    found = ground.members("segments.exclusions")
    return table_of(ground, "refusal-rules", caption, found, shown)


@exhibit("order-groups")
def order_groups(ground: Ground) -> Table | None:
    """What past orders show: groups by how lately, how often and for how much they bought."""
    unit = ground.voice.unit()
    data = ground.plan.segments.order_data
    columns = (
        words(ground, N_("Group by behaviour"), 1.8),
        figures(ground, N_("Customers")),
        figures(ground, N_("Spent"), unit),
        figures(ground, N_("Spent each"), unit),
        words(ground, N_("Mostly"), 1.8),
    )
    rows = []
    for group in data.rfm:
        path = f"segments.order_data.rfm[{group.id}]"
        each: Text = ()
        if group.revenue is not None and group.customers:
            sources = (f"{path}.revenue", f"{path}.customers")
            each = (ground.voice.figure(round(group.revenue / group.customers), *sources),)
        spent = amount(ground, group.revenue, f"{path}.revenue")
        count = ground.said(f"{path}.customers")
        rows.append(row(ground.title(path), count, spent, each, ground.said(f"{path}.segment")))
    source = (
        ground.say(N_("Computed from: {file}."), file=_order_source(ground)) if data.source else ()
    )
    caption = ground.say(N_("What past orders show"))
    return table("order-groups", caption, columns, rows, source=source)


def _order_source(ground: Ground) -> Text:
    data = ground.plan.segments.order_data
    path = "segments.order_data"
    said = ground.said(f"{path}.source")
    if data.rows is not None and data.customers is not None:
        said = (*said, Span(", "))
        said += ground.say(
            N_("{rows} orders of {customers} customers"),
            rows=ground.said(f"{path}.rows"),
            customers=ground.said(f"{path}.customers"),
        )
    if data.period is not None:
        said = (*said, Span(", "), *ground.said(f"{path}.period"))
    return said
