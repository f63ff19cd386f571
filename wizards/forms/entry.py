"""What a group of a page asks, before any widget of it is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner import paths
from planner.model.asking import Depth
from planner.model.nodes import Declared, Node, declared
from wizards.forms.choosing import below, hides_all, is_shown
from wizards.forms.context import LETTERS, Context
from wizards.speaking import say

_NOTHING_HIDDEN: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """A field, a group of fields or a collection at its path.

    `hide` are the names of fields of its members that are asked elsewhere.
    """

    path: str
    field: Declared
    hide: frozenset[str] = _NOTHING_HIDDEN

    @property
    def is_group(self) -> bool:
        """Whether it is a group of fields and not one field, estimate or collection."""
        return not self.field.is_field and not self.field.is_collection


def entries_at(
    context: Context, asks: Iterable[str], hide: frozenset[str] = _NOTHING_HIDDEN
) -> tuple[Entry, ...]:
    """What is asked at some paths, less what the depth of the plan hides."""
    named = (Entry(path, paths.place(path).field, hide) for path in asks)
    return tuple(entry for entry in named if _is_asked(context, entry))


def entries_of(
    context: Context, path: str, node: type[Node], hide: frozenset[str] = _NOTHING_HIDDEN
) -> tuple[Entry, ...]:
    """What is asked of a node at a path, in declared order, less what is hidden."""
    inner = (
        Entry(f"{path}.{name}", field, below(hide, name))
        for name, field in declared(node).items()
        if name not in hide
    )
    return tuple(entry for entry in inner if _is_asked(context, entry))


def inside(context: Context, entry: Entry) -> tuple[Entry, ...]:
    """What a group asks."""
    assert entry.field.node is not None
    return entries_of(context, entry.path, entry.field.node)


def depth_of(context: Context, entry: Entry) -> Depth:
    """From which depth on an entry is asked; a group as its first question is."""
    if not entry.is_group:
        return entry.field.depth
    depths = [depth_of(context, one) for one in inside(context, entry)]
    return min(depths, key=LETTERS.index, default="T")


def words_of(context: Context, entries: Iterable[Entry]) -> str:
    """What is asked, in a line of short names."""
    named: list[str] = []
    for entry in entries:
        if entry.is_group and entry.field.group is None:
            named.append(words_of(context, inside(context, entry)))
        else:
            named.append(say(entry.field.label))
    return ", ".join(dict.fromkeys(word for word in named if word))


def holds_tables(context: Context, entries: Iterable[Entry]) -> bool:
    """Whether there is a collection among some entries: the costly part of a form."""
    return any(
        entry.field.is_collection
        or (entry.is_group and holds_tables(context, inside(context, entry)))
        for entry in entries
    )


def _is_asked(context: Context, entry: Entry) -> bool:
    if not is_shown(context, entry.field):
        return False
    return not (entry.field.is_collection and hides_all(context, entry.field, entry.hide))
