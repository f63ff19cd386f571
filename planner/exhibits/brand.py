"""How we speak: what our offer answers, statements of position, proofs, voice, message houses."""

from __future__ import annotations

from typing import Any

from planner.blocks import ListBlock, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, bare, leading, sentences, stated, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

BRAND = "positioning.brand"
STANCE = "positioning.stance"


@exhibit("answers")
def answers(ground: Ground) -> Table | None:
    """What in the offer helps against which pain."""
    shown = (
        Shown(N_("What helps"), "statement", 2.4),
        Shown(N_("In"), "offering", 1.4),
        Shown(N_("Against"), leading("relieves"), 2.6),
    )
    caption = ground.say(N_("What in our offer answers what the people we want need"))
    return table_of(ground, "answers", caption, ground.members("positioning.answers"), shown)


@reading("answers")
def answers_reading(ground: Ground) -> Text:
    """How many of the pains that weigh most have an answer in the offer."""
    heavy = [
        f"{path}"
        for pattern in ("audience.personas[*].pains", "audience.personas[*].gains")
        for path, one in ground.members(pattern)
        if (getattr(one, "importance", None) or 0) >= 4
    ]
    given = ground.plan.positioning.answers
    if not heavy or not given:
        return ()
    relieved = {path for one in given for path in one.relieves or ()}
    open_ones = [path for path in heavy if path not in relieved]
    if not open_ones:
        return stated(
            ground, N_("Every need that weighs heavily has an answer in the offer."), *heavy
        )
    return ground.say(
        N_("No answer yet in the offer: {needs}."),
        needs=ground.voice.join(_need(ground, path) for path in open_ones[:4]),
    )


def _need(ground: Ground, path: str) -> Text:
    from planner.exhibits.members import named

    return (Span("“"), *named(ground, path), Span("”"))


@exhibit("statements")
def statements(ground: Ground) -> ListBlock | None:
    """The positioning statement for each group, composed from its parts."""
    items = []
    for path, one in ground.members("positioning.statements"):
        said = _statement(ground, one, path)
        if said:
            items.append(said)
    return ListBlock(tuple(items)) if items else None


def _statement(ground: Ground, one: Any, path: str) -> Text:
    whom = ground.title(f"segments.items[{one.id}]")
    parts = {
        name: bare(ground.said(f"{path}.{name}"))
        for name in ("category", "benefit", "alternative", "difference", "proofs")
    }
    said: list[Text] = []
    if parts["category"]:
        said.append(
            ground.say(N_("For {whom} we are: {category}."), whom=whom, **_only(parts, "category"))
        )
    if parts["benefit"]:
        said.append(
            ground.say(N_("What they gain: {benefit}."), **_only(parts, "benefit"))
            if said
            else ground.say(
                N_("What {whom} gain: {benefit}."), whom=whom, **_only(parts, "benefit")
            )
        )
    if parts["alternative"] and parts["difference"]:
        said.append(
            ground.say(
                N_("Instead of {alternative}, for this difference: {difference}."),
                **_only(parts, "alternative", "difference"),
            )
        )
    elif parts["difference"]:
        said.append(ground.say(N_("The difference: {difference}."), **_only(parts, "difference")))
    elif parts["alternative"]:
        said.append(ground.say(N_("Instead of {alternative}."), **_only(parts, "alternative")))
    if parts["proofs"]:
        said.append(ground.say(N_("Proof: {proofs}."), **_only(parts, "proofs")))
    return sentences(said)


def _only(parts: dict[str, Text], *names: str) -> dict[str, Text]:
    return {name: parts[name] for name in names}


@exhibit("proofs")
def proofs(ground: Ground) -> Table | None:
    """What proves the promise, how long it holds, and whether it may be shown."""
    shown = (
        Shown(N_("Proof"), "statement", 3),
        Shown(N_("Kind"), "kind", 1.2),
        Shown(N_("Holds until"), "valid_until", 1.1),
        Shown(N_("May be published"), "cleared", 0.9),
    )
    caption = ground.say(N_("What proves our promise"))
    return table_of(ground, "proofs", caption, ground.members("positioning.proofs"), shown)


@exhibit("voice")
def brand_voice(ground: Ground) -> Table | None:
    """How the brand looks and sounds, in words that every contractor gets."""
    names = (
        (N_("We are"), "traits", False),
        (N_("Seen by"), "signs", True),
        (N_("We sound"), "tone_is", False),
        (N_("We never sound"), "tone_is_not", False),
        (N_("Words we use"), "words_used", False),
        (N_("Words we avoid"), "words_avoided", False),
    )
    rows = []
    for label, name, thorough in names:
        said = ground.said(f"{BRAND}.{name}") if ground.thorough or not thorough else ()
        if said:
            rows.append(row(ground.voice.word(label), said))
    columns = (
        words(ground, N_("Our voice"), 1.2),
        words(ground, N_("So that five hands write as one"), 4),
    )
    return table("voice", ground.say(N_("How we sound, and how we do not")), columns, rows)


@reading("offer-changes")
def offer_changes(ground: Ground) -> Text:
    """What changes in the offer, its prices and where it is sold."""
    stance = ground.plan.positioning.stance
    said = [ground.said(f"{STANCE}.product"), ground.said(f"{STANCE}.place")]
    if stance.price_change:
        up = stance.price_change > 0
        said.append(
            ground.say(
                N_("Prices rise by {share}.") if up else N_("Prices fall by {share}."),
                share=ground.voice.percent(abs(stance.price_change), f"{STANCE}.price_change"),
            )
        )
    elif stance.price_change == 0:
        said.append(stated(ground, N_("Prices stay."), f"{STANCE}.price_change"))
    if stance.largest_discount is not None:
        said.append(_deepest(ground, stance.largest_discount))
    return sentences(said)


def _deepest(ground: Ground, share: float) -> Text:
    """The deepest discount, and how much more must be sold to bring it back."""
    from planner.analysis.feeding.economics import firm_margin

    path = f"{STANCE}.largest_discount"
    if share == 0:
        return stated(ground, N_("We give no discounts."), path)
    said = ground.say(N_("The deepest discount is {share}."), share=ground.said(path))
    margin = firm_margin(ground.plan)
    if margin is None or margin.value <= share:
        return said
    more = margin.value / (margin.value - share) - 1
    return sentences(
        (
            said,
            ground.say(
                N_("What is sold at it must sell {more} more to earn the same."),
                more=ground.voice.percent(round(more, 2), path, *margin.sources),
            ),
        )
    )


@reading("usp-moves")
def usp_moves(ground: Ground) -> Text:
    """Which pains or wishes make the promise worth switching for."""
    moves = leading("moves")(ground, ground.plan.positioning.usp, "positioning.usp")
    return ground.say(N_("Worth switching for, because of: {why}."), why=moves) if moves else ()


@exhibit("message-limits")
def message_limits(ground: Ground) -> Table | None:
    """What holds each message up, what it answers, and what nobody must say."""
    shown = (
        Shown(N_("Message"), lambda g, _, p: _roof(g, p.partition(".pillars[")[0]), 1.6),
        Shown(N_("Reason"), "statement", 2.2),
        Shown(N_("Answers"), leading("answers"), 2.4),
    )
    members = ground.members("positioning.messages[*].pillars")
    caption = ground.say(N_("What each reason behind a message answers"))
    return table_of(ground, "message-limits", caption, members, shown)


def _roof(ground: Ground, path: str) -> Text:
    """A message in its own words; its handle where it has none yet."""
    return bare(ground.said(f"{path}.roof")) or ground.title(path)


@exhibit("never-said")
def never_said(ground: Ground) -> ListBlock | None:
    """What nobody must say, message by message."""
    items = []
    for path, one in ground.members("positioning.messages"):
        if one.must_not_say:
            items.append(
                ground.say(
                    N_("Never said with “{roof}”: {what}."),
                    roof=_roof(ground, path),
                    what=ground.said(f"{path}.must_not_say"),
                )
            )
    return ListBlock(tuple(items)) if items else None
