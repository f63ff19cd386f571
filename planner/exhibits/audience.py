"""The people behind the targets: a portrait each, and how well it is founded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner import paths
from planner.analysis.feeding import economics
from planner.blocks import Column, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import row, table, words
from planner.i18n import N_


@reading("audience")
def audience(ground: Ground) -> Text:
    """Which targets have a face and which still lack one."""
    personas = ground.plan.audience.personas
    if not personas:
        return ()
    faces = {persona.segment for persona in personas}
    lacking = [
        ground.title(f"segments.items[{identity}]")
        for identity in economics.targets(ground.plan)
        if identity not in faces
    ]
    named = ground.voice.join(
        ground.title(f"audience.personas[{persona.id}]") for persona in personas
    )
    if lacking:
        return ground.say(
            N_("We plan for {people}. {groups} still lacks a portrait."),
            people=named,
            groups=ground.voice.join(lacking),
        )
    return ground.say(N_("We plan for {people}; every target has a face."), people=named)


_SIDE_BY_SIDE = 3
"""So many people fit beside each other in one table."""


@exhibit("portrait")
def portrait(ground: Ground) -> Table | None:
    """One person: what sets off the search, what holds back, where to meet, in which words."""
    columns = (words(ground, N_("What we know"), 1.3), words(ground, N_("Answer"), 4))
    rows = [row(ground.voice.word(label), said) for label, said in _answers(ground) if said]
    persona = paths.get(ground.plan, ground.subject)
    caption = ground.say(N_("Portrait: {name}"), name=ground.title(ground.subject))
    made = table(f"portrait-{persona.id}", caption, columns, rows)
    return replace(made, dense=True) if made is not None and len(made.rows) > 1 else None


@exhibit("portraits")
def portraits(ground: Ground) -> Table | None:
    """The people beside each other, as far as they fit: what is shared and what parts them."""
    people = [ground.about(f"audience.personas[{p.id}]") for p in ground.plan.audience.personas]
    if not 1 < len(people) <= _SIDE_BY_SIDE:
        return None
    columns = [words(ground, N_("What we know"), 1.2)]
    columns += [Column(plain(each.title(each.subject)), weight=3) for each in people]
    sides = [dict(_answers(each)) for each in people]
    rows = [row(ground.voice.word(label), *(side[label] for side in sides)) for label in sides[0]]
    filled = [line for line in rows if any(line.cells[1:])]
    return table("portraits", ground.say(N_("The people side by side")), columns, filled)


def _answers(ground: Ground) -> list[tuple[str, Text]]:
    """What is known of the person a ground is about: labels and answers, empty ones too."""
    persona = paths.get(ground.plan, ground.subject)
    said = [
        (N_("Belongs to"), ground.cell(persona, ground.subject, "segment")),
        (N_("Wants to get done"), ground.cell(persona, ground.subject, "job")),
        (N_("What hurts"), _members(ground, persona, "pains", "statement")),
        (N_("What sets off the search"), _members(ground, persona, "triggers", "statement")),
        (N_("What holds back"), _members(ground, persona, "objections", "statement")),
        (N_("Where to meet"), _members(ground, persona, "places", "name")),
        (N_("Words they use"), _members(ground, persona, "words", "phrase")),
        (N_("Does today instead"), _instead(ground, persona)),
    ]
    delight = (N_("What would delight"), _members(ground, persona, "gains", "statement"))
    return [*said, delight] if ground.deep else said


@exhibit("portrait-details")
def portrait_details(ground: Ground) -> Table | None:
    """What is known of one person besides: languages, devices, who has a say, how they pay."""
    columns = (words(ground, N_("What we know"), 1.3), words(ground, N_("Answer"), 4))
    persona = paths.get(ground.plan, ground.subject)
    known = _details(ground, persona)
    rows = [row(ground.voice.word(label), said) for label, said in known if said]
    caption = ground.say(N_("What else is known of {name}"), name=ground.title(ground.subject))
    return table(f"portrait-details-{persona.id}", caption, columns, rows)


def _details(ground: Ground, persona: Any) -> list[tuple[str, Text]]:
    days = _cell(ground, persona, "decision_days")
    return [
        (N_("Languages"), _languages(ground, persona)),
        (N_("Devices"), _devices(ground, persona)),
        (N_("Who has a say"), _roles(ground, persona)),
        (N_("Days from search to purchase"), days),
        (N_("Pays by"), _cell(ground, persona, "payment_methods")),
        (N_("Knows us already"), _cell(ground, persona, "knows_us")),
    ]


def _cell(ground: Ground, persona: Any, name: str) -> Text:
    return ground.cell(persona, ground.subject, name)


def _members(ground: Ground, persona: Any, collection: str, name: str) -> Text:
    said: list[Span] = []
    for member in getattr(persona, collection):
        part = ground.cell(member, f"{ground.subject}.{collection}[{member.id}]", name)
        if part:
            said += (Span("; "),) if said else ()
            said += part
    return tuple(said)


def _devices(ground: Ground, persona: Any) -> Text:
    said: list[Span] = []
    for device in persona.devices:
        path = f"{ground.subject}.devices[{device.id}]"
        said += (Span(", "),) if said else ()
        said += ground.cell(device, path, "name")
        share = ground.cell(device, path, "share")
        said += (Span(" "), *share) if share else ()
    return tuple(said)


def _languages(ground: Ground, persona: Any) -> Text:
    said: list[Span] = []
    for language in persona.languages:
        path = f"{ground.subject}.languages[{language.id}]"
        known = [ground.cell(language, path, name) for name in ("level", "share")]
        more = [part for part in known if part]
        name = ground.cell(language, path, "language")
        if not name:
            continue
        said += (Span("; "), *name) if said else name
        said += (Span(" ("), *ground.voice.join(more, last=N_("by")), Span(")")) if more else ()
    return tuple(said)


def _roles(ground: Ground, persona: Any) -> Text:
    said: list[Span] = []
    for role in persona.buying_roles:
        path = f"{ground.subject}.buying_roles[{role.id}]"
        who = ground.cell(role, path, "who")
        if who:
            said += (Span("; "),) if said else ()
            part = ground.cell(role, path, "role")
            said += (*part, Span(": "), *who) if part else who
            if cares := ground.cell(role, path, "cares_about"):
                said += ground.say(N_(" (cares about {what})"), what=cares)
    return tuple(said)


def _instead(ground: Ground, persona: Any) -> Text:
    rival = ground.cell(persona, ground.subject, "alternative")
    why = ground.cell(persona, ground.subject, "alternative_appeal") if ground.deep else ()
    return (*rival, Span(": "), *why) if rival and why else rival or why


@reading("portrait-basis")
def portrait_basis(ground: Ground) -> Text:
    """How many real people stand behind a portrait."""
    persona = paths.get(ground.plan, ground.subject)
    answered = sum(
        sample.answered or 0
        for study in ground.plan.audience.studies
        for sample in study.samples
        if sample.id == persona.id
    )
    heard = persona.people_heard
    if heard is None and not answered:
        return ()
    count = (heard or 0) + answered
    source = f"{ground.subject}.people_heard"
    if count == 0:
        return ground.say(
            N_("No such person was asked yet ({count}): read this portrait as an assumption."),
            count=ground.voice.number(count, source),
        )
    return ground.say(
        N_("People asked for this portrait: {count}."), count=ground.voice.number(count, source)
    )
