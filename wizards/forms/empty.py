"""What a table says while it has no rows: what to do first, or how the sample begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.asking import Many
from wizards.forms.context import Context
from wizards.forms.row import plain_label
from wizards.forms.rows import Column, missing_keys
from wizards.forms.table import TableView
from wizards.forms.table_menu import empty_menu
from wizards.forms.units import kind_of
from wizards.forms.wording import shown
from wizards.speaking import say

FROM_SAMPLE = 2
"""Rows of the sample that are shown."""


class EmptyTable(QLabel):
    """Stands in place of a table without rows; where rows can be added, they are pasted here."""

    def __init__(self, table: TableView) -> None:
        super().__init__()
        self._table = table
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "hint")
        self.setAccessibleName(table.accessibleName())
        if "add" in table.row_acts:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste rows."""
        if "add" in self._table.row_acts and event.matches(QKeySequence.StandardKey.Paste):
            self._table.acts.paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to add a row or to paste rows."""
        if "add" in self._table.row_acts:
            empty_menu(self._table).popup(event.globalPos())


class WayThere(QPushButton):
    """Leads to what has to be answered before a table has rows; named `<name>.first`."""

    def __init__(self, context: Context, name: str, first: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName(f"{name}.first")
        self.setProperty("quiet", True)
        self._first = first
        self.clicked.connect(lambda: context.guide.show_path(self._first()))
        self.refresh()

    def refresh(self) -> None:
        """Name what comes first now."""
        field = paths.place(self._first()).field
        self.setText(say(N_("Go to “{label}”"), label=say(field.label)).replace("&", "&&"))


class NoCells(QWidget):
    """Stands in place of a grid without cells: what to do first, and the way there."""

    def __init__(self, context: Context, name: str, told: str, first: Callable[[], str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(told, "hint"))
        self._way = WayThere(context, name, first)
        column.addWidget(self._way, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Name what comes first now."""
        self._way.refresh()


def nothing_yet(context: Context, path: str, many: Many, columns: tuple[Column, ...]) -> str:
    """What stands in place of an empty table."""
    if many.keyed_by:
        return missing_keys(path, many.keyed_by)
    keys = QKeySequence(QKeySequence.StandardKey.Paste)
    pasted = say(
        N_("Rows of a spreadsheet can be pasted here: {keys}."),
        keys=keys.toString(QKeySequence.SequenceFormat.NativeText),
    )
    sample = context.sample()
    members = paths.members(sample, paths.pattern(path))[:FROM_SAMPLE] if sample else ()
    if not members or sample is None:
        return "\n".join((say(N_("Nothing here yet.")), pasted))
    lines = []
    for member, _ in members:
        cells = [f"{member}.{column.name}" for column in columns]
        told = (shown(kind_of(sample, c), paths.get(sample, c), sample, c) for c in cells)
        lines.append("   ·   ".join(text for text in told if text))
    return "\n".join((say(N_("From the sample:")), *lines, pasted))
