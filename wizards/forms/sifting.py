"""Long tables: rows found by words, and put into the order of a column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.entries import LineEntry
from wizards.forms.row import plain_label
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.speaking import say

OFFERED_FROM = 20
"""A table of so many rows offers to show only some of them."""
AHEAD = 1000
"""Rows that are read in one turn while nothing is looked for yet."""


def texts_of(table: TableModel) -> Sequence[str]:
    """What stands in each row, for looking for words in it; case is folded."""
    if table.reading is not None:
        # Cell by cell, ten thousand rows would take a second.
        return table.reading.texts(table.context.plan)
    columns = range(table.columnCount())
    return [
        " ".join(str(table.index(row, n).data() or "") for n in columns).casefold()
        for row in range(table.rowCount())
    ]


def order_of(table: TableModel, column: int, *, backwards: bool = False) -> list[int]:
    """The rows in the order of a column of fields; without an answer they come last."""
    assert table.reading is not None
    return table.reading.order(table.context.plan, column, backwards=backwards)


class Sieve:
    """Finds the rows that have all of some words; of words that grow only in what was found."""

    def __init__(self) -> None:
        self._texts: Sequence[str] = ()
        self._words: tuple[str, ...] = ()
        self._found: list[int] = []

    def find(self, texts: Sequence[str], words: tuple[str, ...]) -> list[int]:
        """The numbers of the texts that have all the words, rising."""
        # A row without a word is without any word that this one is a part of.
        goes_on = texts is self._texts and all(any(w in new for new in words) for w in self._words)
        found = self._found if goes_on and self._words else range(len(texts))
        for word in words:
            found = [number for number in found if word in texts[number]]
        self._texts, self._words, self._found = texts, words, list(found)
        return self._found


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
        self._read: tuple[Plan | None, Sequence[str]] = (None, ())
        self._sieve = Sieve()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Keys that wait already are taken together.
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.sift)
        self.line.textChanged.connect(self._timer.start)
        self._ahead = 0
        self._reading = QTimer(self)
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_ahead)
        self.line.installEventFilter(self)
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
        self._reading.stop()
        words = tuple(self.line.text().casefold().split())
        count = self._view.table.rowCount()
        if not words:
            self._view.show_only(None)
            self._count.setText("")
            return
        plan = self._view.table.context.plan
        if self._read[0] is not plan:
            self._read = (plan, texts_of(self._view.table))
        found = self._sieve.find(self._read[1], words)
        self._view.show_only(found)
        self._count.setText(say(N_("{found} of {count} rows"), found=len(found), count=count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all rows again."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self._show_all()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read what the rows say before the first letter is typed."""
        if event.type() == QEvent.Type.FocusIn and not self._ahead:
            self._reading.start()
        return super().eventFilter(watched, event)

    def _read_ahead(self) -> None:
        table = self._view.table
        self._ahead += AHEAD
        if table.reading is None or self._ahead >= table.rowCount():
            self._reading.stop()
        if table.reading is not None:
            table.reading.texts(table.context.plan, self._ahead)

    def _show_all(self) -> None:
        self.line.clear()
        self.sift()

    def _again(self) -> None:
        if self.line.text():
            self.sift()
