"""Campaigns in full: for whom, with which message and offer, in which channels, by which brief."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.blocks import Column, ListBlock, Row, Span, Table, Text
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.history import channel_name
from planner.exhibits.members import Shown, bare, sentences, stated, table_of
from planner.exhibits.tables import row, table
from planner.i18n import N_


@reading("campaign")
def campaign(ground: Ground) -> Text:
    """For whom one campaign is, at which step, and what it says."""
    path = ground.subject
    said = [_for_whom(ground, path), _message(ground, path)]
    made_by = ground.said(f"{path}.contractor")
    if made_by:
        said.append(ground.say(N_("It is made by {firm}."), firm=made_by))
    status = ground.said(f"{path}.status") if ground.thorough else ()
    if status:
        said.append(ground.say(N_("State: {status}."), status=status))
    return sentences(said)


def _for_whom(ground: Ground, path: str) -> Text:
    whom = ground.said(f"{path}.segments")
    person = ground.said(f"{path}.personas")
    step = ground.said(f"{path}.stage")
    if whom and person:
        whom = ground.say(N_("{segments} ({people})"), segments=whom, people=person)
    whom = whom or person
    if whom and step:
        return ground.say(N_("For {whom}, at this step: {step}."), whom=whom, step=step)
    if whom:
        return ground.say(N_("For {whom}."), whom=whom)
    return ground.say(N_("It meets buyers at this step: {step}."), step=step) if step else ()


def _message(ground: Ground, path: str) -> Text:
    roof = ground.said(f"{path}.message")
    carried = paths.get(ground.plan, path).message
    chosen = next((m for m in ground.plan.positioning.messages if m.id == carried), None)
    if chosen is not None and chosen.roof:
        at = f"positioning.messages[{chosen.id}].roof"
        roof = tuple(Span(s.text, (f"{path}.message", at)) for s in ground.said(at))
    variant = ground.said(f"{path}.variant") if ground.thorough else ()
    if roof and variant:
        return ground.say(
            N_("It says: “{roof}” – here in these words: “{variant}”"),
            roof=bare(roof),
            variant=bare(variant),
        )
    if roof or variant:
        return ground.say(N_("It says: “{roof}”"), roof=bare(roof or variant))
    return ()


@reading("campaign-offer")
def campaign_offer(ground: Ground) -> Text:
    """On what the offer is, how much off, on which conditions."""
    path = ground.subject
    said = [_discount(ground, path)]
    terms = ground.said(f"{path}.offer.terms")
    if terms:
        said.append(ground.say(N_("Conditions: {terms}"), terms=terms))
    return sentences(said)


def _discount(ground: Ground, path: str) -> Text:
    offer = paths.get(ground.plan, path).offer
    on = ground.said(f"{path}.offer.offering") if ground.thorough else ()
    at = f"{path}.offer.discount"
    if offer.discount == 0:
        full = stated(ground, N_("the full price"), at)
        if on:
            return ground.say(N_("The offer is on {what}, at {price}."), what=on, price=full)
        return ground.say(N_("They pay {price}."), price=full)
    share = ground.said(at)
    if share and on:
        return ground.say(N_("The offer is {share} off {what}."), share=share, what=on)
    if share:
        return ground.say(N_("The offer is {share} off."), share=share)
    return ground.say(N_("The offer is on {what}."), what=on) if on else ()


@exhibit("campaign-channels")
def campaign_channels(ground: Ground) -> Table | None:
    """What each campaign, or one, takes of its channels' money, and by what it is judged there."""
    units = {kpi.id: kpi.unit or "count" for kpi in ground.plan.promotion.kpis}

    def target(ground: Ground, share: Any, path: str) -> Text:
        return aim(ground, units.get(share.kpi, "count"), share.target, f"{path}.target")

    shown = (
        Shown(N_("Campaign"), lambda g, _, p: g.title(p.partition(".channels[")[0]), 2),
        Shown(N_("Channel"), lambda g, share, _: channel_name(g, share.id), 1.6),
        Shown(N_("Of the channel’s money"), "budget", 1, "money"),
        Shown(N_("Judged by"), "kpi", 1.6),
        Shown(N_("Aims at"), target, 0.9, "figure"),
    )
    if ground.subject:
        members = ground.members(f"{ground.subject}.channels")
        caption = ground.say(N_("What it takes of the channels’ money, and what for"))
        anchor = _anchor("campaign-channels", ground.subject)
        return table_of(ground, anchor, caption, members, shown[1:])
    members = ground.members("promotion.campaigns[*].channels")
    caption = ground.say(N_("What each campaign takes of the channels’ money, and what for"))
    return table_of(ground, "campaign-channels", caption, members, shown)


@exhibit("brief")
def brief(ground: Ground) -> Table | None:
    """One contractor's task in short: what to do, what must be in, how it is checked."""
    path = f"{ground.subject}.brief"
    names = (
        (N_("Task"), "task", False),
        (N_("Must be in it"), "must", False),
        (N_("Must never be in it"), "must_not", False),
        (N_("Languages"), "languages", False),
        (N_("We provide"), "access", True),
        (N_("Traced by"), "tracking", False),
        (N_("Done when"), "acceptance", False),
        (N_("Reports"), "reporting", False),
        (N_("May change the task"), "decisions", True),
    )
    rows: list[Row] = []
    for label, name, thorough in names:
        wanted = ground.thorough or not thorough
        answer = _languages if name == "languages" else Ground.said
        said = answer(ground, f"{path}.{name}") if wanted else ()
        if said:
            rows.append(row(ground.voice.word(label), said))
    columns = (
        Column(ground.voice.word(N_("Part of the task")), weight=1.2),
        Column(ground.voice.word(N_("What holds")), weight=4.4),
    )
    caption = ground.say(N_("The brief for “{campaign}”"), campaign=ground.title(ground.subject))
    return table(_anchor("brief", ground.subject), caption, columns, rows)


@exhibit("deliverables")
def deliverables(ground: Ground) -> Table | None:
    """What has to be handed over, in which form, when."""
    shown = (
        Shown(N_("Handed over"), "name", 2),
        Shown(N_("Form"), "format", 2.2),
        Shown(N_("How many"), "quantity", 0.8, "figure"),
        Shown(N_("By"), "due", 1.1),
    )
    members = ground.members(f"{ground.subject}.brief.deliverables")
    caption = ground.say(
        N_("What is handed over for “{campaign}”"), campaign=ground.title(ground.subject)
    )
    return table_of(ground, _anchor("deliverables", ground.subject), caption, members, shown)


def _anchor(name: str, path: str) -> str:
    return f"{name}-{path[path.rindex('[') + 1 : -1]}"


@reading("brief-limits")
def brief_limits(ground: Ground) -> Text:
    """Whom every brief leaves out: the groups we refuse."""
    refused = [one for one in ground.plan.segments.exclusions if one.name]
    briefed = [c for c in ground.plan.promotion.campaigns if c.brief.task or c.brief.deliverables]
    if not refused or not briefed:
        return ()
    names = ground.voice.join(ground.title(f"segments.exclusions[{one.id}]") for one in refused)
    return ground.say(N_("In every brief these are shut out: {names}."), names=names)


@exhibit("content")
def content(ground: Ground) -> Table | None:
    """The content calendar in order of its days."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("What"), "name", 2.2),
        Shown(N_("When"), "date", 1.1),
        Shown(N_("Where"), "channel", 1.2),
        Shown(N_("Campaign"), "campaign", 1.2),
        Shown(N_("For"), _reader, 1.4),
        Shown(N_("Form"), _form, 1.1),
        Shown(N_("Answers the search"), "phrase", 1.5),
        Shown(N_("Next step"), "call", 1.3),
        Shown(N_("Who"), "owner", 0.9),
        Shown(N_("State"), "status", 0.8),
    )
    far = "9999-12-31"
    members = sorted(ground.members("promotion.content"), key=lambda pair: str(pair[1].date or far))
    caption = ground.say(N_("What we publish, in order of the days"))
    return table_of(ground, "content", caption, members, shown, wide=True)


def _reader(ground: Ground, piece: Any, path: str) -> Text:
    del piece
    return _joined(ground, ground.said(f"{path}.persona"), ground.said(f"{path}.stage"))


def _form(ground: Ground, piece: Any, path: str) -> Text:
    del piece
    return _joined(ground, ground.said(f"{path}.format"), _languages(ground, f"{path}.language"))


def _languages(ground: Ground, path: str) -> Text:
    """Languages by their names, where the answer gives their codes."""
    typed = paths.get(ground.plan, path) or ()
    codes = typed.split(",") if isinstance(typed, str) else typed
    names = [(Span(ground.voice.language_name(code.strip()), (path,)),) for code in codes]
    return ground.voice.join(names)


def _joined(ground: Ground, said: Text, more: Text) -> Text:
    if said and more:
        return ground.say(N_("{what} ({more})"), what=said, more=more)
    return said or more


@reading("content-gaps")
def content_gaps(ground: Ground) -> Text:
    """Steps of the buyer's way for which nothing is to be published."""
    pieces = [piece for piece in ground.plan.promotion.content if piece.stage]
    steps = [stage for stage in ground.plan.audience.journey if stage.name]
    if not ground.thorough or not pieces:
        return ()
    served = {piece.stage for piece in pieces}
    empty = [stage for stage in steps if stage.id not in served]
    if not empty or len(empty) == len(steps):
        return ()
    names = ground.voice.join(ground.title(f"audience.journey[{stage.id}]") for stage in empty)
    return ground.say(N_("Nothing is planned yet for buyers at: {steps}."), steps=names)


@exhibit("campaign-notes")
def campaign_notes(ground: Ground) -> ListBlock | None:
    """Each campaign in two or three sentences."""
    items = []
    for path, _ in ground.members("promotion.campaigns"):
        about = ground.about(path)
        said = sentences((campaign(about), campaign_offer(about)))
        if said:
            name = tuple(Span(s.text, s.sources, bold=True) for s in ground.title(path))
            items.append((*name, Span(" – "), *said) if name else said)
    return ListBlock(tuple(items)) if items else None
