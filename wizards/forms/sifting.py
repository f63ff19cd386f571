"""Long tables: rows found by words, and put into the order of a column."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from planner.model.references import Ref, Refs
from wizards.forms.entries import LineEntry
from wizards.forms.row import plain_label
from wizards.forms.rows import Members
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.speaking import say

OFFERED_FROM = 20
"""A table of so many rows offers to show only some of them."""
_AFTER = 120
"""Milliseconds of rest after a key before rows are looked through."""


def texts_of(table: TableModel) -> list[str]:
    """What stands in each row, for looking for words in it; case is folded."""
    if not isinstance(table.source, Members):
        columns = range(table.columnCount())
        return [
            " ".join(str(table.index(row, n).data() or "") for n in columns).casefold()
            for row in range(table.rowCount())
        ]
    # Read from the members themselves: cell by cell, ten thousand rows would take a second.
    readers = [_reader(table, table.source, column.name) for column in table.columns]
    members = paths.get(table.context.plan, table.source.collection) or ()
    return [" ".join(str(read(m)) for read in readers).casefold() for m in members]


def order_of(table: TableModel, column: int, *, backwards: bool = False) -> list[str]:
    """The keys of the rows in the order of a column of fields; without an answer they come last."""
    assert isinstance(table.source, Members)
    read = _reader(table, table.source, table.columns[column].name)
    members = paths.get(table.context.plan, table.source.collection) or ()
    values = [(read(member), member.id) for member in members]
    filled = [(_rank(value), key) for value, key in values if value not in (None, "")]
    filled.sort(key=lambda pair: pair[0], reverse=backwards)
    return [key for _, key in filled] + [key for value, key in values if value in (None, "")]


def _rank(value: Any) -> Any:
    number = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
    return (0, float(value), "") if number else (1, 0.0, str(value).casefold())


def _reader(table: TableModel, source: Members, name: str) -> Callable[[Any], Any]:
    """Reads a field of a member by its name, by dots through groups; a reference as a name."""
    parts = name.split(".")
    kind = paths.place(f"{paths.pattern(source.collection)}[*].{name}").kind
    names: dict[str, str] = {}
    if isinstance(kind, (Ref, Refs)) and "[*]" not in kind.to:
        plan = table.context.plan
        names = {m.id: paths.title_of(m) for _, m in paths.members(plan, kind.to)}

    def read(member: Any) -> Any:
        value = member
        for part in parts:
            value = getattr(value, part, None)
        if isinstance(value, tuple):
            return ", ".join(names.get(str(one), str(one)) for one in value)
        found = names.get(value) if isinstance(value, str) else None
        return ("" if value is None else value) if found is None else found

    return read


class RowFilter(QWidget):
    """A line above a long table: only rows with the words that are typed are shown.

    The line is named `<path>.filter`; Esc empties it.
    """

    def __init__(self, view: TableView) -> None:
        super().__init__()
        self._view = view
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.line = LineEntry()
        self.line.setObjectName(f"{view.objectName()}.filter")
        words = say(N_("Only rows with these words"))
        self.line.setAccessibleName(f"{words} ({view.accessibleName()})")
        self.line.setPlaceholderText(words)
        self.line.setMaximumWidth(360)
        self._count = plain_label("", "hint")
        row.addWidget(self.line, 3)
        row.addWidget(self._count, 2)
        self._read: tuple[Plan | None, list[str]] = (None, [])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self.sift)
        self.line.textChanged.connect(self._timer.start)
        view.all_wanted.connect(self._show_all)
        view.table.modelReset.connect(self.show_state)
        view.table.dataChanged.connect(self._again)

    def show_state(self) -> None:
        """Be there for long tables alone, and for as long as rows are hidden."""
        there = self._view.table.rowCount() >= OFFERED_FROM or bool(self.line.text())
        self.setVisible(there)
        self._again()

    def sift(self) -> None:
        """Show the rows that have all the words, and say how many."""
        self._timer.stop()
        words = self.line.text().casefold().split()
        count = self._view.table.rowCount()
        if not words:
            self._view.show_only(None)
            self._count.setText("")
            return
        plan = self._view.table.context.plan
        if self._read[0] is not plan:
            self._read = (plan, texts_of(self._view.table))
        texts = self._read[1]
        found = {n for n, text in enumerate(texts) if all(word in text for word in words)}
        self._view.show_only(found)
        self._count.setText(say(N_("{found} of {count} rows"), found=len(found), count=count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all rows again."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self._show_all()
        else:
            super().keyPressEvent(event)

    def _show_all(self) -> None:
        self.line.clear()
        self.sift()

    def _again(self) -> None:
        if self.line.text():
            self.sift()
