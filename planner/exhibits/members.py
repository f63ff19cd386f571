"""Tables that have a row for each member of a collection, and what references lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from planner import paths
from planner.blocks import Column, Row, Span, Table, Text, plain
from planner.exhibits.ground import Ground
from planner.exhibits.history import channel_name
from planner.exhibits.tables import amount, row, table
from planner.exhibits.voice import Part, text
from planner.i18n import N_
from planner.model import keys
from planner.model.nodes import Node, declared
from planner.paths import BadPath, Place

Told: TypeAlias = Callable[[Ground, Any, str], Part]
PORTRAIT = 8
"""So many columns fit on an upright page."""
Members: TypeAlias = Iterable[tuple[str, Any]]


_CLOSING = '”"’») '
_ENDS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Shown:
    """A column: its title, and which answer of a member it shows or what it tells of it.

    `kind` is "money" where the header has the currency; `thorough` keeps it for the full depth;
    `once` says it below the table where every row has the same.
    """

    title: str
    says: str | Told
    weight: float = 1.6
    kind: Literal["text", "figure", "money"] = "text"
    unit: str = ""
    thorough: bool = False
    once: bool = False


def table_of(  # noqa: PLR0913  a table has these parts
    ground: Ground,
    anchor: str,
    caption: Text,
    members: Members,
    shown: Sequence[Shown],
    *,
    source: Text = (),
    wide: bool = False,
) -> Table | None:
    """A table with a row a member; one of which only the first cell is known falls out.

    `wide` lets it lie across the page where it has many columns.
    """
    columns = [
        Column(
            ground.voice.word(one.title),
            "text" if one.kind == "text" else "figure",
            ground.voice.unit() if one.kind == "money" else one.unit,
            one.weight,
        )
        for one in shown
    ]
    rows = []
    for path, member in members:
        cells = [cell_of(ground, one, member, path) for one in shown]
        if any(plain(cell).strip() for cell in cells[1:]):
            rows.append(row(*cells))
    alike = _alike(shown, rows)
    if alike:
        said = _said_once(ground, [(columns[at], rows[0].cells[at]) for at in alike])
        source = (*said, Span(" "), *source) if source else said
        kept = [at for at in range(len(columns)) if at not in alike]
        columns = [columns[at] for at in kept]
        rows = [replace(line, cells=tuple(line.cells[at] for at in kept)) for line in rows]
    made = table(anchor, caption, columns, rows, source=source)
    return replace(made, wide=len(made.columns) > PORTRAIT) if made and wide else made


def _alike(shown: Sequence[Shown], rows: Sequence[Row]) -> list[int]:
    """The columns to be said once: those with the same words in each of several rows."""
    if len(rows) < 2:
        return []
    words = {
        at: {plain(line.cells[at]) for line in rows} for at, one in enumerate(shown) if one.once
    }
    return [at for at, said in words.items() if len(said) == 1 and said != {""}]


def _said_once(ground: Ground, facts: Sequence[tuple[Column, Text]]) -> Text:
    said: list[Span] = []
    for column, value in facts:
        title = f"{column.title} ({column.unit})" if column.unit else column.title
        said += (Span("; "),) if said else ()
        said += ground.say(N_("“{title}”: {value}"), title=title, value=value)
    return ground.say(N_("The same in every row: {facts}."), facts=tuple(said))


def cell_of(ground: Ground, one: Shown, member: Any, path: str) -> Text:
    """What a column says of a member; nothing where it is kept for the full depth."""
    if one.thorough and not ground.thorough:
        return ()
    if not isinstance(one.says, str):
        return text(one.says(ground, member, path))
    answer = f"{path}.{one.says}"
    if one.kind == "money":
        return amount(ground, paths.get(ground.plan, answer), answer)
    return ground.said(answer)


def title(ground: Ground, member: Any, path: str) -> Text:
    """What a member is called, whatever it calls it."""
    del member
    return named(ground, path)


def named(ground: Ground, path: str, *sources: str) -> Text:
    """The name of a member, traced to it and to the answers that lead to it."""
    member = paths.get(ground.plan, path)
    if path.startswith("promotion.channels[") and path.count("[") == 1:
        said = channel_name(ground, member.id)
        if said and sources:
            return tuple(Span(span.text, (*sources, *span.sources)) for span in said)
        if said:
            return said
    many = paths.place(path).field.many
    if many and many.keyed_by == "month":
        return (ground.voice.month(member.id, *sources, path),)
    owner = keys.collection(many.keyed_by) if many and many.keyed_by else ""
    if owner and paths.has(ground.plan, f"{owner}[{member.id}]"):
        # What is keyed by what it rates is called as that.
        return named(ground, f"{owner}[{member.id}]", *sources, path)
    return (Span(paths.title_of(member), (*sources, path)),)


def leading(name: str) -> Told:
    """A column that says where the paths in an answer lead."""

    def tell(ground: Ground, member: Any, path: str) -> Part:
        found = getattr(member, name)
        targets = (found,) if isinstance(found, str) else found or ()
        return ground.voice.join(
            bare(said) for said in (pointed(ground, to, f"{path}.{name}") for to in targets) if said
        )

    return tell


def pointed(ground: Ground, path: str, *sources: str) -> Text:
    """What a path leads to: a member by its name, an answer by its label and whose it is."""
    try:
        place = paths.place(path)
    except BadPath:
        return ()
    if not paths.has(ground.plan, path):
        return ()
    if place.member:
        return _member(ground, place, path, *sources)
    label = Span(ground.voice.word(place.field.label), (*sources, path))
    owner = path[: path.rfind("]") + 1]
    return _owned(ground, label, owner) if owner else _in_part(ground, label, path)


def _owned(ground: Ground, what: Span, owner: str) -> Text:
    """Whose an answer is; of a keyed member also in which month or at whom."""
    whose = named(ground, owner)
    before = owner[: owner.rindex("[")]
    outer = before[: before.rfind("]") + 1]
    many = paths.place(owner).field.many
    if not outer or not many or not many.keyed_by:
        return ground.say(N_("{what} of “{whose}”"), what=what, whose=whose)
    around = paths.place(outer).field.many
    if many.keyed_by == "month":
        whose, where = named(ground, outer), whose
    elif around and around.keyed_by == "month":
        where = named(ground, outer)
    else:
        return ground.say(
            N_("{what} of “{whose}” at “{where}”"),
            what=what,
            whose=whose,
            where=named(ground, outer),
        )
    return ground.say(N_("{what} of “{whose}” in {month}"), what=what, whose=whose, month=where)


def _in_part(ground: Ground, what: Span, path: str) -> Text:
    """An answer that no member owns, with the part of the plan it stands in."""
    node: type[Node] | None = type(ground.plan)
    label = ""
    for name in path.split(".")[:-1]:
        if node is None or name not in declared(node):
            break
        label, node = declared(node)[name].label, declared(node)[name].node
    if not label:
        return (what,)
    return ground.say(N_("{what} ({part})"), what=what, part=ground.voice.word(label))


def _member(ground: Ground, place: Place, path: str, *sources: str) -> Text:
    """A member's name; of one that is keyed by another, that one's name and whose it is."""
    keyed_by = place.field.many.keyed_by if place.field.many else ""
    key = paths.last_key(path)
    collection = keys.collection(keyed_by) if keyed_by else ""
    target = f"{collection}[{key}]"
    if not collection or not paths.has(ground.plan, target):
        return named(ground, path, *sources)
    what = named(ground, target, *sources, path)
    before = path[: path.rindex("[")]
    owner = before[: before.rfind("]") + 1]
    if not owner:
        return what
    return ground.say(N_("{what} of “{whose}”"), what=what, whose=named(ground, owner))


def sentences(parts: Iterable[Text]) -> Text:
    """Sentences one after the other, each with its full stop, empty ones left out."""
    said: list[Span] = []
    for part in parts:
        words = plain(part).rstrip()
        if not words:
            continue
        said += (Span(" "),) if said else ()
        said += part
        if words.rstrip(_CLOSING)[-1:] not in _ENDS:
            said.append(Span("."))
    return tuple(said)


def bare(said: Text) -> Text:
    """A text without the full stop at its end, for the middle of a sentence or for quotes."""
    if not said or not said[-1].text.endswith("."):
        return said
    return (*said[:-1], replace(said[-1], text=said[-1].text[:-1]))


def stated(ground: Ground, message: str, *sources: str) -> Text:
    """A sentence of ours that an answer decides."""
    return (Span(ground.voice.word(message), sources),)
