"""What the presenter view shows one after the other: questions, and tables that are one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner import paths
from wizards.forms.cards import Topic
from wizards.forms.choosing import shape_of
from wizards.forms.context import Context
from wizards.forms.entry import Entry, entries_at, entries_of, inside
from wizards.forms.grids import grid_source
from wizards.forms.tally import cells_of
from wizards.forms.wording import member_name
from wizards.pages.layout import topics_of


@dataclass(frozen=True, slots=True)
class Slide:
    """A question, a collection as a table, or a grid; `owner` names the members it is asked of.

    `title` and `hint` are those of a grid, whose `path` is its name.
    """

    path: str
    entry: Entry | None = None
    owner: str = ""
    title: str = ""
    hint: str = ""

    @property
    def is_question(self) -> bool:
        """Whether it is one question with one answer."""
        return self.entry is not None and not self.entry.field.is_collection


def slides_of(context: Context, word: str) -> tuple[Slide, ...]:
    """What a step asks at the plan's depth, in the order of its page.

    A collection is a table first; then come, member by member, the questions it has no column for.
    """
    found: list[Slide] = []
    topics = topics_of(word)
    special = frozenset(cell for topic in topics if topic.special for cell in topic.special.cells)
    for topic in topics:
        entries = entries_at(context, topic.asks, _hidden(topic, special))
        if not entries and (topic.asks or not topic.grid):
            continue
        for entry in entries:
            found += _slides(context, entry, "")
        if topic.grid:
            found.append(Slide(topic.grid, None, "", topic.title, topic.hint))
    return tuple(found)


def _hidden(topic: Topic, special: frozenset[str]) -> frozenset[str]:
    """What another slide asks; a special grid has none, so its cells are asked one by one."""
    whole = {name: f"{topic.asks[0]}[*].{name.replace('.', '[*].')}" for name in topic.hide}
    return frozenset(name for name, pattern in whole.items() if pattern not in special)


def _slides(context: Context, entry: Entry, owner: str) -> Iterator[Slide]:
    if entry.field.is_collection:
        yield Slide(entry.path, entry, owner)
        yield from _of_members(context, entry, owner)
    elif entry.is_group:
        for one in inside(context, entry):
            yield from _slides(context, one, owner)
    else:
        yield Slide(entry.path, entry, owner)


def _of_members(context: Context, entry: Entry, owner: str) -> Iterator[Slide]:
    plan, node = context.plan, entry.field.node
    assert node is not None
    shape = shape_of(context, entry.field, entry.hide)
    if not shape.detailed or not paths.has(plan, entry.path):
        return
    for member in paths.get(plan, entry.path) or ():
        here = f"{entry.path}[{member.id}]"
        name = member_name(plan, here)
        names = f"{owner} › {name}" if owner else name
        for one in entries_of(context, here, node, entry.hide | shape.in_table):
            yield from _slides(context, one, names)


def place_of(context: Context, slides: tuple[Slide, ...], path: str) -> int:
    """The number of the slide on which a path is asked, counted from 0; the first for no path."""
    best, length = 0, -1
    for number, slide in enumerate(slides):
        if slide.entry is None:
            if path in cells_of(context.plan, grid_source(slide.path)):
                return number
        elif path and paths.within(path, slide.path) and len(slide.path) > length:
            best, length = number, len(slide.path)
    return best
