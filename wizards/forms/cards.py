"""The cards of a page: one for each topic that the plan's depth shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner import paths
from wizards.forms.arranging import arrange
from wizards.forms.context import Context
from wizards.forms.entry import (
    Entry,
    depth_of,
    entries_at,
    entries_of,
    holds_tables,
    inside,
    words_of,
)
from wizards.forms.fold import FoldHeader
from wizards.forms.grid import GridView
from wizards.forms.grids import grid, grid_source, title_of_grid
from wizards.forms.row import plain_label
from wizards.forms.rows import RowSource
from wizards.forms.section import Fields, Section
from wizards.forms.tally import Tally, cells_of
from wizards.results.outcome import Outcome
from wizards.speaking import say

ANY_TITLE = "…"
"""Stands for the title of a card that says what its first table is about."""


@dataclass(frozen=True, slots=True)
class SpecialGrid:
    """A grid with figures of its own around it, at the depth of what its cells ask.

    `name` is the object name of its table, `cells` are the patterns of the fields that it shows,
    `source` their rows and columns; `make` builds it.
    """

    name: str
    cells: frozenset[str]
    source: RowSource
    make: Callable[[Context], GridView]


@dataclass(frozen=True, slots=True)
class Topic:
    """A card of a page: its title, what it is about, and the paths of what it asks.

    A path is a field, a group (all of it) or a collection. `hide` are names of fields of members
    that another card asks for (`ratings.score`: of the members of an inner collection), `grid` the
    name of a special table of `wizards.forms.grids`, `special` one that is built by itself;
    `outcome` is shown at the end, `of_member` beside the form of its first table's chosen member,
    and `tool` makes what stands above the questions where a form is not enough.
    """

    title: str
    asks: tuple[str, ...] = ()
    hint: str = ""
    hide: tuple[str, ...] = ()
    grid: str = ""
    special: SpecialGrid | None = None
    outcome: Outcome | None = None
    of_member: Outcome | None = None
    tool: Callable[[Context], QWidget] | None = None

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return self.asks[0] if self.asks else (self.special.name if self.special else self.grid)


class PlainCard(Fields):
    """A group that is always open and made by hand."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column.setContentsMargins(24, 20, 24, 24)
        self.column.addWidget(plain_label(title, "card-title"))


class Card(Section):
    """A group of questions on a ground of its own, with a grid at its end where it has one."""

    def __init__(
        self, context: Context, topic: Topic, entries: tuple[Entry, ...], parent: QWidget
    ) -> None:
        self._grid, self._special = topic.grid, topic.special
        words = ", ".join(filter(None, (_words(context, entries), title_of_grid(topic.grid))))
        header = FoldHeader(topic.key, say(topic.title), say(topic.hint), words, "card-title")

        def fill(section: Section) -> None:
            named = ANY_TITLE if topic.hint else section.title
            if topic.tool:
                section.add_tool(topic.tool(context))
            if topic.outcome and topic.outcome.above:
                section.add_outcome(topic.outcome, topic.key)
            arrange(context, section, entries, topic.key, named)
            if topic.grid:
                section.add(grid(context, topic.grid))
            if topic.special:
                section.add(topic.special.make(context))
            if topic.of_member:
                section.add_outcome_of_member(topic.of_member, topic.key)
            if topic.outcome and not topic.outcome.above:
                section.add_outcome(topic.outcome, topic.key)

        super().__init__(context, header, entries, fill, parent)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = self.layout()
        assert outer is not None
        outer.setContentsMargins(16, 12, 20, 14)
        outer.setSpacing(14)
        self.column.setContentsMargins(8, 0, 4, 6)

    @property
    def tally(self) -> Tally:
        """How far it is, the cells of its grid included."""
        count = super().tally
        return count + self._counting.cells(grid_source(self._grid)) if self._grid else count

    def covers_cell(self, path: str) -> bool:
        """Whether a path is a cell of its grid."""
        special, plan = self._special, self._context.plan
        if special is not None:
            return paths.pattern(path) in special.cells and path in cells_of(plan, special.source)
        return bool(self._grid) and path in cells_of(self._context.plan, grid_source(self._grid))


def card_of(context: Context, topic: Topic, parent: QWidget) -> Card | None:
    """The card of a topic at the plan's depth; None where the depth hides all of it.

    It is open where it holds an essential question, unless the user left it otherwise.
    """
    entries = entries_at(context, topic.asks, frozenset(topic.hide))
    # A grid belongs to the questions of its card; alone it is essential.
    if not entries and (topic.asks or not (topic.grid or topic.special)):
        return None
    if topic.special and not any(context.shows(paths.place(cell)) for cell in topic.special.cells):
        return None
    card = Card(context, topic, entries, parent)
    essential = not entries or any(depth_of(context, entry) == "E" for entry in entries)
    if not (topic.grid or topic.special) and not holds_tables(context, entries):
        card.make()
    if context.folds.is_open(topic.key, default=essential):
        card.open()
    return card


def _words(context: Context, entries: tuple[Entry, ...]) -> str:
    if len(entries) == 1 and entries[0].field.many is not None:
        only = entries[0]
        assert only.field.node is not None
        entries = entries_of(context, f"{only.path}[*]", only.field.node, only.hide)
    elif len(entries) == 1 and entries[0].is_group:
        entries = inside(context, entries[0])
    return words_of(context, entries)
