"""Which fields of a collection stand in its table, and which in the detail of a member."""

from __future__ import annotations

from dataclasses import dataclass

from planner.model.asking import Depth
from planner.model.kinds import (
    Choice,
    Date,
    Kind,
    ListOf,
    Month,
    Number,
    Period,
    Prose,
    Text,
    Url,
    YesNo,
)
from planner.model.nodes import Declared, declared
from planner.model.references import Image, PathTo, Ref, Refs
from wizards.forms.context import LETTERS, Context
from wizards.forms.rows import Column, column_of

MOST_COLUMNS = 5
"""Columns that a table of a page can show side by side without becoming a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a collection is edited.

    `columns` are its table's, `detailed` says whether members have a form below, `in_table` names
    the fields that this form need not ask because they are edited in the table.
    """

    columns: tuple[Column, ...]
    detailed: bool
    in_table: frozenset[str]


def shape_of(context: Context, collection: Declared, hide: frozenset[str] = frozenset()) -> Shape:
    """The shape of a collection at the plan's depth; the fields in `hide` are shown elsewhere."""
    assert collection.node is not None
    assert collection.many is not None
    title = collection.many.title
    fields = {
        name: field
        for name, field in declared(collection.node).items()
        if name not in hide
        and (name == title or _is_shown(context, field))
        and not (field.is_collection and hides_all(context, field, below(hide, name)))
    }
    if title not in fields:
        title = next((name for name, f in fields.items() if _is_short(f.kind)), "")
    fits = [name for name, f in fields.items() if name == title or _is_short(f.kind)]
    ranked = sorted(fits, key=lambda name: (name != title, _rank(fields[name].depth)))
    chosen = set(ranked[:MOST_COLUMNS])
    ordered = [name for name in fields if name in chosen]
    if title in ordered:
        ordered.sort(key=lambda name: name != title)
    columns = tuple(column_of(fields[name], name, collection) for name in ordered)
    edited = frozenset(n for n in chosen if not isinstance(fields[n].kind, (PathTo, Refs, Image)))
    return Shape(columns, any(name not in edited for name in fields), edited)


def below(hide: frozenset[str], name: str) -> frozenset[str]:
    """What is hidden of the members of an inner collection."""
    return frozenset(part[len(name) + 1 :] for part in hide if part.startswith(f"{name}."))


def hides_all(context: Context, collection: Declared, hide: frozenset[str]) -> bool:
    """Whether nothing is left to ask of a collection's members."""
    if not hide:
        return False
    shape = shape_of(context, collection, hide)
    return not shape.columns and not shape.detailed


def _is_shown(context: Context, field: Declared) -> bool:
    if field.is_field or field.is_collection:
        return context.shows(field)
    return field.node is not None and any(
        _is_shown(context, inner) for inner in declared(field.node).values()
    )


def is_shown(context: Context, field: Declared) -> bool:
    """Whether the plan's depth shows a field, a collection, or anything of a group."""
    return _is_shown(context, field)


def _is_short(kind: Kind | None) -> bool:
    if kind is None or isinstance(kind, (Prose, PathTo, Refs, Image, Period, ListOf)):
        return False
    return isinstance(kind, (Text, Number, Choice, Date, Month, YesNo, Ref, Url)) or (
        kind.word == "money"
    )


def _rank(depth: Depth) -> int:
    return LETTERS.index(depth)
