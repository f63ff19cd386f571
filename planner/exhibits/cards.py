"""Cards in lanes: SWOT in quadrants, groups by decision, portraits, the way to the purchase."""

from __future__ import annotations

from datetime import date as Day
from datetime import datetime, timedelta
from typing import Any

from planner.analysis.feeding.watching import DAYS_BETWEEN_LOOKS
from planner.blocks import Chart, Point, Text, plain
from planner.exhibits.ground import Ground, exhibit
from planner.i18n import N_

SWOT = {
    "strength": N_("Strengths"),
    "weakness": N_("Weaknesses"),
    "opportunity": N_("Opportunities"),
    "threat": N_("Threats"),
}
GROUPS = {
    "target": N_("We go after them"),
    "nurture": N_("We serve them, without spending"),
    "ignore": N_("We leave them alone"),
    "not our customer": N_("We turn them away"),
}
DECISIONS = {
    "do it now": N_("Do it now"),
    "pilot": N_("Pilot"),
    "watch": N_("Watch"),
    "decline": N_("Decline"),
    "stop using": N_("Stop using"),
}
REFUSED = N_("Refused by a rule")


def _lanes(
    ground: Ground,
    anchor: str,
    caption: Text,
    lanes: tuple[str, ...],
    cards: list[Point],
    subtitle: str = "",
) -> Chart:
    return Chart(
        anchor,
        "lanes",
        caption,
        subtitle=ground.voice.word(subtitle) if subtitle else "",
        alt="; ".join(f"{lanes[int(card.x)]}: {card.label}" for card in cards),
        categories=tuple(ground.voice.word(name) for name in lanes),
        points=tuple(cards),
    )


def _notes(*lines: Text | str) -> str:
    words = (line if isinstance(line, str) else plain(line) for line in lines)
    return "\n".join(line for line in words if line)


def _labelled(ground: Ground, message: str, path: str) -> str:
    """An answer after a word that says what it is; nothing without an answer."""
    said = ground.said(path)
    return plain(ground.say(message, value=said)) if said else ""


@exhibit("swot-cards")
def swot_cards(ground: Ground) -> Chart | None:
    """The lines of the four lists, those that weigh most first; of one group where asked."""
    lines = [line for line in ground.plan.positioning.swot if line.statement and line.kind]
    if ground.subject:
        group = ground.subject.partition("[")[2].rstrip("]")
        lines = [line for line in lines if line.segment == group]
    if not lines:
        return None
    kinds = tuple(SWOT)
    used = {item for s in ground.plan.positioning.strategies for item in s.swot_items or ()}
    cards = []
    for line in sorted(lines, key=lambda line: -(line.importance or 0)):
        path = f"positioning.swot[{line.id}]"
        group = f"segments.items[{line.segment}]"
        cards.append(
            Point(
                line.statement or "",
                kinds.index(line.kind or ""),
                0,
                own=line.id in used,
                sources=(f"{path}.kind", *(line.sources or ())),
                note=_notes(
                    ground.title(group) if line.segment and not ground.subject else "",
                    _labelled(ground, N_("Weight {value}"), f"{path}.importance"),
                ),
            )
        )
    caption = ground.say(N_("Strengths and weaknesses, opportunities and threats"))
    used_by = N_("In colour: a strategy makes use of it")
    return _lanes(ground, "swot-cards", caption, tuple(SWOT.values()), cards, used_by)


@exhibit("group-cards")
def group_cards(ground: Ground) -> Chart | None:
    """Groups by what is decided about them, and beside them who is refused by a rule."""
    kinds = tuple(GROUPS)
    cards = []
    for path, group in ground.members("segments.items"):
        if group.name and group.decision in kinds:
            cards.append(
                Point(
                    group.name,
                    kinds.index(group.decision),
                    0,
                    own=group.decision == "target",
                    muted=group.decision == "ignore",
                    sources=(f"{path}.decision",),
                    note=_notes(ground.said(f"{path}.decision_reason")),
                )
            )
    for path, refused in ground.members("segments.exclusions"):
        if refused.name:
            cards.append(
                Point(
                    refused.name,
                    len(kinds),
                    0,
                    muted=True,
                    sources=(f"{path}.name",),
                    note=_notes(
                        ground.said(f"{path}.rule"),
                        ground.said(f"{path}.script"),
                        _labelled(ground, N_("Look again on {value}"), f"{path}.review_date"),
                    ),
                )
            )
    if not cards:
        return None
    caption = ground.say(N_("Whom we go after, and whom we turn away"))
    return _lanes(ground, "group-cards", caption, (*GROUPS.values(), REFUSED), cards)


@exhibit("portrait-cards")
def portrait_cards(ground: Ground) -> Chart | None:
    """Portraits by the group that they stand for."""
    people = [(p, m) for p, m in ground.members("audience.personas") if m.name]
    groups = tuple(dict.fromkeys(m.segment for _, m in people if m.segment))
    if not people:
        return None
    cards = []
    for path, one in people:
        pains = [p for p in one.pains if p.statement]
        worst = max(pains, key=lambda pain: pain.importance or 0, default=None)
        heard = one.people_heard
        cards.append(
            Point(
                one.name,
                groups.index(one.segment) if one.segment else len(groups),
                0,
                own=bool(heard),
                muted=not heard,
                sources=(f"{path}.segment",),
                note=_notes(
                    ground.said(f"{path}.job"),
                    _labelled(ground, N_("Hurts: {value}"), f"{path}.pains[{worst.id}].statement")
                    if worst
                    else "",
                    _labelled(ground, N_("People heard: {value}"), f"{path}.people_heard")
                    if heard
                    else ground.voice.word(N_("Nobody was asked yet: a guess")),
                ),
            )
        )
    names = [plain(ground.title(f"segments.items[{group}]")) for group in groups]
    if any(not one.segment for _, one in people):
        names.append(ground.voice.word(N_("No group yet")))
    caption = ground.say(N_("The people behind the groups"))
    return _lanes(ground, "portrait-cards", caption, tuple(names), cards)


@exhibit("journey-cards")
def journey_cards(ground: Ground) -> Chart | None:
    """The way to the purchase, a lane a step: what each portrait asks, and where nothing answers.

    A portrait without question or touchpoint at a step is a gap.
    """
    stages = ground.members("audience.journey")
    people = [(p, m) for p, m in ground.members("audience.personas") if m.name]
    if ground.subject:
        people = [(p, m) for p, m in people if p == ground.subject]
    if not stages or not people:
        return None
    cards, gaps = [], 0
    for at, (path, stage) in enumerate(stages):
        cells = {cell.id: cell for cell in stage.cells}
        for _, person in people:
            card = _stage_card(ground, f"{path}.cells[{person.id}]", at, person, cells)
            gaps += card.muted
            cards.append(card)
    caption = (
        ground.voice.say_count(
            N_("{count} step without an answer on the way to the purchase"),
            N_("{count} steps without an answer on the way to the purchase"),
            gaps,
        )
        if gaps
        else ground.say(N_("The way to the purchase, without a gap"))
    )
    names = tuple(plain(ground.title(path)) for path, _ in stages)
    return _lanes(ground, "journey-cards", caption, names, cards)


def _stage_card(ground: Ground, path: str, at: int, person: Any, cells: dict[str, Any]) -> Point:
    cell = cells.get(person.id)
    gap = True
    if cell is None or not (cell.question or cell.touchpoint):
        note = ground.voice.word(N_("Nothing is said of this step yet"))
    elif not cell.touchpoint:
        note = ground.voice.word(N_("Nowhere to meet us here"))
    elif not cell.question:
        note = ground.voice.word(N_("What they ask here is not known"))
    else:
        gap = False
        to_make = cell.content_status in ("make", "improve")
        note = _notes(
            ground.said(f"{path}.question"),
            ground.said(f"{path}.touchpoint"),
            _labelled(ground, N_("Drop out: {value}"), f"{path}.loss"),
            _labelled(ground, N_("Still to do: {value}"), f"{path}.content") if to_make else "",
        )
    return Point(person.name, at, 0, muted=gap, sources=(f"{path}.question",), note=note)


@exhibit("message-cards")
def message_cards(ground: Ground) -> Chart | None:
    """Message houses: a lane a message, its roof and the pillars that hold it up."""
    houses = [(p, m) for p, m in ground.members("positioning.messages") if m.roof]
    if not houses:
        return None
    cards, names = [], []
    for at, (path, house) in enumerate(houses):
        names.append(house.name or plain(ground.said(f"{path}.persona")) or house.roof)
        cards.append(
            Point(
                house.roof,
                at,
                0,
                own=True,
                sources=(f"{path}.roof",),
                note=_labelled(ground, N_("Then: {value}"), f"{path}.call_to_action"),
            )
        )
        for pillar in house.pillars:
            inside = f"{path}.pillars[{pillar.id}]"
            proved = ground.said(f"{inside}.proofs")
            note = (
                plain(ground.say(N_("Proved by: {value}"), value=proved))
                if proved
                else ground.voice.word(N_("No proof yet: an adjective"))
            )
            cards.append(
                Point(
                    pillar.statement or "",
                    at,
                    1,
                    muted=not proved,
                    sources=(f"{inside}.statement",),
                    note=note,
                )
            )
    caption = ground.say(N_("What each portrait should remember, and what holds it up"))
    return _lanes(ground, "message-cards", caption, tuple(names), cards)


@exhibit("decision-cards")
def decision_cards(ground: Ground) -> Chart | None:
    """Technologies by decision, with what each costs, who does it and by when."""
    kinds = tuple(DECISIONS)
    items = [(p, m) for p, m in ground.members("technology.items") if m.name]
    decided = [(p, m) for p, m in items if m.decision in kinds]
    if not decided:
        return None
    cards = []
    for path, item in decided:
        cards.append(
            Point(
                item.name,
                kinds.index(item.decision),
                0,
                own=item.decision == "do it now",
                muted=item.decision in ("decline", "stop using"),
                sources=(f"{path}.decision",),
                note=_notes(
                    _labelled(ground, N_("Costs once {value}"), f"{path}.adoption_cost"),
                    _labelled(ground, N_("Missing it: {value} a year"), f"{path}.cost_of_missing"),
                    _labelled(ground, N_("By {value}"), f"{path}.deadline"),
                    _labelled(ground, N_("Look again on {value}"), f"{path}.next_review"),
                ),
            )
        )
    caption = ground.say(N_("What we do about each technology in this period"))
    return _lanes(ground, "decision-cards", caption, tuple(DECISIONS.values()), cards)


@exhibit("claim-cards")
def claim_cards(ground: Ground) -> Chart | None:
    """Our promise beside what each rival claims, and how alike they are."""
    ours = ground.plan.positioning.usp
    rivals = [(p, m) for p, m in ground.members("competitors.items") if m.name and m.claim]
    if not ours.statement or not rivals:
        return None
    verdicts = {one.id: one.verdict for one in ours.comparisons}
    lanes = (
        N_("We promise"),
        N_("Says the same"),
        N_("Says something like it"),
        N_("Does not say it"),
        N_("Could not say it"),
        N_("Not compared yet"),
    )
    places = {"says the same": 1, "similar": 2, "does not say it": 3, "cannot say it": 4}
    cards = [Point(ours.statement, 0, 0, own=True, sources=("positioning.usp.statement",))]
    for path, rival in rivals:
        verdict = f"positioning.usp.comparisons[{rival.id}]"
        cards.append(
            Point(
                rival.name,
                places.get(verdicts.get(rival.id) or "", len(lanes) - 1),
                0,
                muted=verdicts.get(rival.id) not in places,
                sources=(f"{verdict}.verdict", f"{path}.claim"),
                note=_notes(ground.said(f"{path}.claim"), ground.said(f"{verdict}.reason")),
            )
        )
    same = sum(verdict == "says the same" for verdict in verdicts.values())
    caption = (
        ground.voice.say_count(
            N_("{count} rival claims the same as we do"),
            N_("{count} rivals claim the same as we do"),
            same,
        )
        if same
        else ground.say(N_("None of those compared claims the same as we do"))
    )
    return _lanes(ground, "claim-cards", caption, lanes, cards)


def present_day() -> Day:
    """The day that it is here."""
    return datetime.now().astimezone().date()


@exhibit("watch-cards")
def watch_cards(ground: Ground) -> Chart | None:
    """Rivals by when they are to be looked at again, and what was seen last."""
    today = ground.today or present_day()
    lanes = (N_("Overdue"), N_("Within a week"), N_("Within a month"), N_("Later"))
    cards = []
    for path, rival in ground.members("competitors.items"):
        days = DAYS_BETWEEN_LOOKS.get(rival.watch.cadence or "")
        if not rival.name or days is None:
            continue
        seen = [o for o in rival.watch.observations if o.date]
        last = max(seen, key=lambda look: look.date, default=None)
        due = last.date + timedelta(days=days) if last else today
        left = (due - today).days
        lane = 0 if left < 0 or last is None else 1 if left <= 7 else 2 if left <= 31 else 3
        watch = f"{path}.watch"
        cards.append(
            Point(
                rival.name,
                lane,
                0,
                own=lane == 0,
                sources=(f"{watch}.cadence",),
                note=_notes(
                    plain(ground.say(N_("Due on {day}"), day=ground.voice.date(due)))
                    if last
                    else ground.voice.word(N_("Never looked at")),
                    _labelled(ground, N_("By {value}"), f"{watch}.owner"),
                    ground.said(f"{watch}.observations[{last.id}].what") if last else "",
                ),
            )
        )
    if not cards:
        return None
    late = sum(card.own for card in cards)
    caption = (
        ground.voice.say_count(N_("{count} look is overdue"), N_("{count} looks are overdue"), late)
        if late
        else ground.say(N_("Every rival was looked at in time"))
    )
    return _lanes(ground, "watch-cards", caption, lanes, cards)
