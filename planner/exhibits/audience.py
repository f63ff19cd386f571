"""The people behind the targets: a portrait each, and how well it is founded."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.analysis.feeding import economics
from planner.blocks import Row, Span, Table, Text
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


@exhibit("portrait")
def portrait(ground: Ground) -> Table | None:
    """One person: what sets off the search, what holds back, where to meet, in which words."""
    persona = paths.get(ground.plan, ground.subject)
    columns = (words(ground, N_("What we know"), 1.3), words(ground, N_("Answer"), 4))
    rows = [
        _line(ground, N_("Belongs to"), ground.cell(persona, ground.subject, "segment")),
        _line(ground, N_("Wants to get done"), ground.cell(persona, ground.subject, "job")),
        _members(ground, N_("What hurts"), persona, "pains", "statement"),
        _members(ground, N_("What sets off the search"), persona, "triggers", "statement"),
        _members(ground, N_("What holds back"), persona, "objections", "statement"),
        _members(ground, N_("Where to meet"), persona, "places", "name"),
        _members(ground, N_("Words they use"), persona, "words", "phrase"),
        _line(ground, N_("Does today instead"), _instead(ground, persona)),
    ]
    if ground.deep:
        rows += [
            _members(ground, N_("What would delight"), persona, "gains", "statement"),
            _members(ground, N_("Languages"), persona, "languages", "language"),
            _devices(ground, persona),
            _roles(ground, persona),
            _line(
                ground, N_("Days from search to purchase"), _cell(ground, persona, "decision_days")
            ),
            _line(ground, N_("Pays by"), _cell(ground, persona, "payment_methods")),
            _line(ground, N_("Knows us already"), _cell(ground, persona, "knows_us")),
        ]
    caption = ground.say(N_("Portrait: {name}"), name=ground.title(ground.subject))
    filled = [line for line in rows if line is not None]
    made = table(f"portrait-{persona.id}", caption, columns, filled)
    return made if made is not None and len(made.rows) > 1 else None


def _line(ground: Ground, label: str, value: Text) -> Row | None:
    return row(ground.voice.word(label), value) if value else None


def _cell(ground: Ground, persona: Any, name: str) -> Text:
    return ground.cell(persona, ground.subject, name)


def _members(ground: Ground, label: str, persona: Any, collection: str, name: str) -> Row | None:
    said: list[Span] = []
    for member in getattr(persona, collection):
        part = ground.cell(member, f"{ground.subject}.{collection}[{member.id}]", name)
        if part:
            said += (Span("; "),) if said else ()
            said += part
    return _line(ground, label, tuple(said))


def _devices(ground: Ground, persona: Any) -> Row | None:
    said: list[Span] = []
    for device in persona.devices:
        path = f"{ground.subject}.devices[{device.id}]"
        said += (Span(", "),) if said else ()
        said += ground.cell(device, path, "name")
        share = ground.cell(device, path, "share")
        said += (Span(" "), *share) if share else ()
    return _line(ground, N_("Devices"), tuple(said))


def _roles(ground: Ground, persona: Any) -> Row | None:
    said: list[Span] = []
    for role in persona.buying_roles:
        path = f"{ground.subject}.buying_roles[{role.id}]"
        who = ground.cell(role, path, "who")
        if who:
            said += (Span("; "),) if said else ()
            said += (*ground.cell(role, path, "role"), Span(": "), *who)
    return _line(ground, N_("Who has a say"), tuple(said))


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
