"""Every key of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from planner.i18n import N_
from wizards.dialogs.form import FormDialog
from wizards.menus import MENUS
from wizards.speaking import say

HEIGHT = 420
"""Pixels of the list after which it scrolls: what a screen of 640 lines has room for."""
TABLE_KEYS = (
    (N_("Edit the cell"), "Return"),
    (N_("Set the value for all chosen rows"), "Ctrl+Return"),
    (N_("Empty the cell in the chosen rows"), "Del"),
    (N_("Next cell while editing"), "Tab"),
    (N_("Choose more rows"), "Shift+Down"),
    (N_("Choose all rows"), "Ctrl+A"),
    (N_("Copy the chosen rows"), "Ctrl+C"),
    (N_("Copy with headings"), "Ctrl+Shift+C"),
    (N_("Cut the chosen rows"), "Ctrl+X"),
    (N_("Paste from the cell on"), "Ctrl+V"),
    (N_("Paste as new rows"), "Ctrl+Shift+V"),
    (N_("Add a row"), "Ins"),
    (N_("Duplicate the chosen rows"), "Ctrl+D"),
    (N_("Move the chosen rows up"), "Alt+Shift+Up"),
    (N_("Move the chosen rows down"), "Alt+Shift+Down"),
    (N_("Into the details of the row"), "Alt+Return"),
    (N_("Back to where it belongs"), "Alt+Up"),
    (N_("Close the editor, then the details"), "Esc"),
    (N_("Remove the chosen rows"), "Ctrl+Del"),
)

PICTURE_KEYS = (
    (N_("Go from point to point"), "Right"),
    (N_("To what the point rests on"), "Return"),
    (N_("Pick up, and put down"), "Space"),
    (N_("Leave it where it was"), "Esc"),
    (N_("Larger"), "+"),
    (N_("Smaller"), "-"),
    (N_("Whole picture"), "0"),
    (N_("Copy as picture"), "Ctrl+C"),
)

PRESENTER_KEYS = (
    (N_("Next question"), "PgDown"),
    (N_("Question before"), "PgUp"),
    (N_("The sample’s answer"), "F1"),
    (N_("Back to the form"), "Esc"),
)


class ShortcutsDialog(FormDialog):
    """Lists the keys of the menus and pictures, then those of tables and of the presenter view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say(N_("Keyboard shortcuts")), "shortcuts", parent)
        keys = QWidget()
        keys.setProperty("role", "sheet")
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(36)
        grid.setVerticalSpacing(6)
        menus = [
            (say(entry.words).replace("&", ""), keys)
            for _, entries in MENUS
            for entry in entries
            for keys in entry.keys[:1]
        ]
        tables = [(say(words), keys) for words, keys in TABLE_KEYS]
        self._fill(grid, 0, say(N_("Everywhere")), menus)
        pictures = [(say(words), keys) for words, keys in PICTURE_KEYS]
        self._fill(grid, 0, say(N_("In pictures")), pictures, len(menus) + 1)
        self._fill(grid, 2, say(N_("In tables")), tables)
        presenting = [(say(words), keys) for words, keys in PRESENTER_KEYS]
        self._fill(grid, 2, say(N_("In the presenter view")), presenting, len(tables) + 1)
        self.column.addWidget(_scrolled(keys))
        self.add_buttons(say(N_("&Close")), cancel=False)

    @staticmethod
    def _fill(
        grid: QGridLayout, column: int, title: str, rows: list[tuple[str, str]], top: int = 0
    ) -> None:
        heading = QLabel(title)
        heading.setProperty("role", "question")
        grid.addWidget(heading, top, column, 1, 2)
        for number, (words, keys) in enumerate(rows, top + 1):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(QLabel(words), number, column)
            key = QLabel(shown)
            key.setProperty("role", "hint")
            grid.addWidget(key, number, column + 1)


def _scrolled(keys: QWidget) -> QScrollArea:
    """As wide as the keys, and as high as a small screen has room for."""
    area = QScrollArea()
    area.setAccessibleName(say(N_("Keyboard shortcuts")))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(keys)
    room = keys.sizeHint()
    area.setMinimumWidth(room.width() + area.verticalScrollBar().sizeHint().width() + 8)
    area.setMinimumHeight(min(room.height(), HEIGHT))
    return area
