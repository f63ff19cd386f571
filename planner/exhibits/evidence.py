"""Wagers, open decisions, words and meetings: what the plan rests on beside its figures."""

from __future__ import annotations

from collections import Counter
from typing import Any

from planner.blocks import ListBlock, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, bare, leading, sentences, table_of
from planner.i18n import N_
from planner.model.nodes import declared


@exhibit("assumptions")
def assumptions(ground: Ground) -> Table | None:
    """Why we believe each assumption, how much hangs on it, who checks it, how it stands."""
    shown = (
        Shown(N_("What must stay true"), "statement", 2.4),
        Shown(N_("Which figure"), leading("value_path"), 1.8),
        Shown(N_("Why we believe it"), "basis", 2.2),
        Shown(N_("Hangs on it"), "impact", 0.7, "figure", "1–5", thorough=True),
        Shown(N_("Checks"), "owner", 0.9),
        Shown(N_("So far"), "status", 0.8),
    )
    caption = ground.say(N_("Why we believe what we assume, and who checks it"))
    members = ground.members("evidence.assumptions")
    source = sentences(
        ground.say(
            N_("If “{assumption}” breaks, the money of “{item}” is freed"),
            assumption=bare(ground.said(f"{path}.statement")),
            item=ground.said(f"{path}.frees"),
        )
        for path, one in members
        if ground.thorough and one.frees
    )
    return table_of(ground, "assumptions", caption, members, shown, source=source)


@reading("assumptions-broken")
def assumptions_broken(ground: Ground) -> Text:
    """Assumptions that did not hold."""
    broken = [
        path for path, one in ground.members("evidence.assumptions") if one.status == "broken"
    ]
    if not broken:
        return ()
    told = ground.voice.join(
        (Span("“"), *bare(ground.said(f"{path}.statement")), Span("”")) for path in broken
    )
    return ground.say(
        N_("Broken already: {assumptions}. Their plan B is in force."), assumptions=told
    )


@exhibit("open-decisions")
def open_decisions(ground: Ground) -> Table | None:
    """What is still to be decided, between what, by whom, and what waits for it."""
    shown = (
        Shown(N_("To be decided"), "name", 1.6),
        Shown(N_("Between"), "options", 2),
        Shown(N_("We must know first"), "needs", 1.8),
        Shown(N_("Decides"), "owner", 1),
        Shown(N_("By"), "due", 1.1),
        Shown(N_("Waits for it"), leading("blocks"), 1.6, thorough=True),
    )
    caption = ground.say(N_("What is still to be decided"))
    found = ground.members("evidence.open_decisions")
    members = [(path, one) for path, one in found if not one.decision]
    return table_of(ground, "open-decisions", caption, members, shown)


@exhibit("glossary")
def glossary(ground: Ground) -> Table | None:
    """What words mean in this plan."""
    shown = (
        Shown(N_("Word"), "name", 1.3),
        Shown(N_("Means here"), "meaning", 3),
        Shown(N_("In other languages"), _forms, 1.5, thorough=True),
        Shown(N_("Not to be called"), "avoid", 1.2, thorough=True),
    )
    members = sorted(
        ground.members("evidence.glossary"), key=lambda pair: (pair[1].name or "").casefold()
    )
    caption = ground.say(N_("What our words mean"))
    return table_of(ground, "glossary", caption, members, shown)


def _forms(ground: Ground, term: Any, path: str) -> Text:
    """A word in other languages, each with the language's name before it."""
    said: list[Text] = []
    for form in term.forms or ():
        code, colon, word = form.partition(":")
        name = ground.voice.language_name(code.strip()) if colon else form
        said.append((Span(f"{name}:{word}" if colon else name, (f"{path}.forms",)),))
    return ground.voice.join(said)


@exhibit("workshop-minutes")
def workshop_minutes(ground: Ground) -> ListBlock | None:
    """What the talk of each meeting brought."""
    items = [
        ground.say(
            N_("{meeting} – {minutes}"),
            meeting=ground.title(path),
            minutes=ground.said(f"{path}.minutes"),
        )
        for path, one in ground.members("evidence.workshops")
        if one.minutes
    ]
    return ListBlock(tuple(items)) if items else None


@exhibit("workshops")
def workshops(ground: Ground) -> Table | None:
    """Meetings in which the plan was made, and what they decided."""

    def led(ground: Ground, meeting: Any, path: str) -> Text:
        del meeting
        who = ground.said(f"{path}.participants")
        leader = ground.said(f"{path}.facilitator") if ground.thorough else ()
        if who and leader:
            return ground.say(N_("{people}; led by {leader}"), people=who, leader=leader)
        return who or (ground.say(N_("led by {leader}"), leader=leader) if leader else ())

    shown = (
        Shown(N_("Meeting"), "name", 1.4),
        Shown(N_("When"), "date", 1),
        Shown(N_("What it had to settle"), "aim", 1.6),
        Shown(N_("Who"), led, 1.4),
        Shown(N_("Opinions on"), "opinions", 1.2),
        Shown(N_("Decided"), "decisions", 1.4),
    )
    caption = ground.say(N_("Meetings in which this plan was made"))
    members = ground.members("evidence.workshops")
    return table_of(ground, "workshops", caption, members, shown)


def _resting(ground: Ground, line: Any, path: str) -> Text:
    """How many answers rest on a source, part by part of the plan."""
    parts = Counter(about.partition(".")[0] for about in line.about or ())
    labels = declared(type(ground.plan))
    return ground.voice.join(
        ground.say(
            N_("{part} ({count})"),
            part=ground.voice.word(labels[part].label),
            count=ground.voice.number(count, f"{path}.about"),
        )
        for part, count in parts.items()
        if part in labels
    )


@exhibit("ledger")
def ledger(ground: Ground) -> Table | None:
    """Every line of the ledger with what rests on it."""
    if not ground.thorough:
        return None
    shown: tuple[Shown, ...] = (
        Shown(N_("Source"), "source", 2),
        Shown(N_("Answers that rest on it"), _resting, 3.4),
        Shown(N_("Good until"), "valid_until", 1),
        Shown(N_("For outsiders"), "public", 0.8),
        Shown(N_("File"), "file", 1.2),
    )
    if ground.by_note:
        said = (Shown(N_("It says"), "says", 2.4), Shown(N_("How sure"), "confidence", 0.9))
        shown = (shown[0], *said, *shown[1:])
    caption = ground.say(N_("What rests on each source"))
    return table_of(ground, "ledger", caption, ground.members("evidence.items"), shown)


@exhibit("ledger-remarks")
def ledger_remarks(ground: Ground) -> ListBlock | None:
    """What is to be known of a source before somebody builds on it."""
    items = [
        ground.say(
            N_("{source} – {remark}"),
            source=ground.said(f"{path}.source"),
            remark=ground.said(f"{path}.note"),
        )
        for path, line in ground.members("evidence.items")
        if ground.thorough and line.source and line.note
    ]
    return ListBlock(tuple(items)) if items else None


@reading("sources-aged")
def sources_aged(ground: Ground) -> Text:
    """Sources that pass their date within the plan's period."""
    period = ground.plan.meta.period
    if period is None:
        return ()
    aged = [
        (path, line)
        for path, line in ground.members("evidence.items")
        if line.source and line.valid_until and f"{line.valid_until:%Y-%m}" <= period[1]
    ]
    if not aged:
        return ()
    told = ground.voice.join(
        ground.say(
            N_("{source} (good until {day})"),
            source=ground.said(f"{path}.source"),
            day=ground.said(f"{path}.valid_until"),
        )
        for path, _ in aged
    )
    return ground.say(N_("To be renewed within the period: {sources}."), sources=told)


@reading("ledger-limits")
def ledger_limits(ground: Ground) -> Text:
    """Sources that outsiders must not see."""
    hidden = [
        path
        for path, line in ground.members("evidence.items")
        if line.public is False and line.source
    ]
    if not hidden:
        return ()
    names = [
        tuple(Span(s.text, (*s.sources, f"{path}.public")) for s in ground.said(f"{path}.source"))
        for path in hidden
    ]
    return ground.say(N_("Not for outsiders: {sources}."), sources=ground.voice.join(names))
