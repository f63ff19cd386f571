"""Why us: strengths and weaknesses, claims beside ours, options chosen and rejected."""

from __future__ import annotations

from collections.abc import Sequence

from planner.blocks import Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, table_of
from planner.exhibits.tables import row, table, words
from planner.i18n import N_


@reading("swot")
def swot(ground: Ground) -> Text:
    """How the four lists weigh, and what is not used by any strategy."""
    lines = [line for line in ground.plan.positioning.swot if line.statement]
    if not lines:
        return ()
    used = {identity for s in ground.plan.positioning.strategies for identity in s.swot_items or ()}
    heaviest = max(lines, key=lambda line: line.importance or 0)
    said: list[Span] = []
    if heaviest.importance:
        said += ground.say(
            N_("What weighs most: {line}."),
            line=_statement(ground, heaviest.id),
        )
    if used:
        idle = [line for line in lines if line.id not in used]
        if idle and len(idle) <= 3:
            said += (Span(" "),) if said else ()
            said += ground.say(
                N_("No strategy makes use of {lines}."),
                lines=ground.voice.join(_quoted(ground, line.id) for line in idle),
            )
    return tuple(said)


def _statement(ground: Ground, identity: str) -> Text:
    text = ground.title(f"positioning.swot[{identity}]")
    return tuple(
        Span(span.text.rstrip("."), span.sources) if span is text[-1] else span for span in text
    )


def _quoted(ground: Ground, identity: str) -> Text:
    return (Span("“"), *_statement(ground, identity), Span("”"))


@exhibit("swot-inside")
def swot_inside(ground: Ground) -> Table | None:
    """Strengths beside weaknesses."""
    return _pair(
        ground,
        "swot-inside",
        ground.say(N_("Inside: what we can build on and what holds us back")),
        (("strength", N_("Strengths")), ("weakness", N_("Weaknesses"))),
    )


@exhibit("swot-outside")
def swot_outside(ground: Ground) -> Table | None:
    """Opportunities beside threats."""
    return _pair(
        ground,
        "swot-outside",
        ground.say(N_("Outside: what helps and what threatens")),
        (("opportunity", N_("Opportunities")), ("threat", N_("Threats"))),
    )


def _pair(
    ground: Ground, anchor: str, caption: Text, kinds: Sequence[tuple[str, str]]
) -> Table | None:
    lists = [
        [
            _swot_line(ground, line.id, line.importance, line.segment)
            for line in sorted(
                ground.plan.positioning.swot, key=lambda line: -(line.importance or 0)
            )
            if line.kind == kind and line.statement
        ]
        for kind, _ in kinds
    ]
    height = max(map(len, lists), default=0)
    if not height:
        return None
    rows = [
        row(*(column[index] if index < len(column) else () for column in lists))
        for index in range(height)
    ]
    columns = tuple(words(ground, title) for _, title in kinds)
    return Table(anchor, caption, columns, tuple(rows), alt=" / ".join(c.title for c in columns))


def _swot_line(
    ground: Ground, identity: str, importance: float | None, segment: str | None
) -> Text:
    path = f"positioning.swot[{identity}]"
    text = ground.title(path)
    marks: list[Text] = []
    if segment:
        marks.append(ground.title(f"segments.items[{segment}]"))
    if importance and ground.deep:
        marks.append(
            ground.say(
                N_("weight {weight}"), weight=ground.voice.number(importance, f"{path}.importance")
            )
        )
    if not marks:
        return text
    inner: list[Span] = []
    for mark in marks:
        inner += (Span(", "),) if inner else ()
        inner += mark
    return (*text, Span(" ("), *inner, Span(")"))


@reading("usp")
def usp(ground: Ground) -> Text:
    """What proves the promise, and who else makes it."""
    promise = ground.plan.positioning.usp
    said: list[Span] = []
    if promise.buyer_gets:
        said += ground.say(
            N_("What the buyer gets: {what}."), what=ground.said("positioning.usp.buyer_gets")
        )
    if promise.figure:
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("The figure behind it: {figure}."), figure=ground.said("positioning.usp.figure")
        )
    same = [c.id for c in promise.comparisons if c.verdict == "says the same"]
    if same:
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("{rivals} makes the same promise: as it stands it sets us apart from nobody there."),
            rivals=ground.voice.join(ground.title(f"competitors.items[{i}]") for i in same),
        )
    return tuple(said)


@reading("claims")
def claims_reading(ground: Ground) -> Text:
    """How each rival's promise stands beside ours, grouped by our verdict."""
    by_verdict: dict[str, list[str]] = {}
    for comparison in ground.plan.positioning.usp.comparisons:
        if comparison.verdict:
            by_verdict.setdefault(comparison.verdict, []).append(comparison.id)
    said: list[Span] = []
    for verdict, rivals in by_verdict.items():
        first = f"positioning.usp.comparisons[{rivals[0]}].verdict"
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("{verdict}: {rivals}."),
            verdict=(Span(_capital(ground.voice.word(verdict)), (first,)),),
            rivals=ground.voice.join(ground.title(f"competitors.items[{i}]") for i in rivals),
        )
    if not said:
        return ()
    return (*ground.say(N_("Do the others promise it too?")), Span(" "), *said)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@exhibit("claims")
def claims(ground: Ground) -> Table | None:
    """Each rival's claim beside our verdict on it."""
    columns = (
        words(ground, N_("Rival"), 1.3),
        words(ground, N_("Promises"), 2.5),
        words(ground, N_("Our promise there"), 1.2),
        words(ground, N_("Because"), 2),
    )
    verdicts = {c.id: c for c in ground.plan.positioning.usp.comparisons}
    rows = []
    for rival in ground.plan.competitors.items:
        verdict = verdicts.get(rival.id)
        if verdict is None or verdict.verdict is None:
            continue
        path = f"positioning.usp.comparisons[{rival.id}]"
        rows.append(
            row(
                ground.title(f"competitors.items[{rival.id}]"),
                ground.cell(rival, f"competitors.items[{rival.id}]", "claim"),
                ground.cell(verdict, path, "verdict"),
                ground.cell(verdict, path, "reason"),
            )
        )
    caption = ground.say(N_("Our promise beside what the others promise"))
    return table("claims", caption, columns, rows)


@reading("stance")
def stance(ground: Ground) -> Text:
    """Where prices stand and why."""
    taken = ground.plan.positioning.stance
    if not taken.price_level:
        return ()
    said = ground.say(
        N_("Our prices stand {level}."), level=ground.said("positioning.stance.price_level")
    )
    why = ground.said("positioning.stance.price_reason")
    return (*said, Span(" "), *why) if why else said


@exhibit("strategies")
def strategies(ground: Ground) -> Table | None:
    """Every option with what became of it."""
    shown = (
        Shown(N_("Option"), "name", 1.6),
        Shown(N_("How"), "statement", 3.5),
        Shown(N_("Serves"), "goals", 1.6, once=True),
        Shown(N_("Decision"), "decision", 1),
        Shown(N_("What stops for it"), "stops", 1.5),
        Shown(N_("Leads"), "owner", 1),
    )
    caption = ground.say(N_("What we could do, and what we decided"))
    members = ground.members("positioning.strategies")
    return table_of(ground, "strategies", caption, members, shown)
