"""Every key of the window."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.i18n import N_
from wizards.dialogs.form import FormDialog
from wizards.menus import MENUS
from wizards.speaking import say

TABLE_KEYS = (
    (N_("Edit the cell"), "Return"),
    (N_("Empty the cell"), "Del"),
    (N_("Next cell while editing"), "Tab"),
    (N_("Add a row"), "Ins"),
    (N_("Duplicate the row"), "Ctrl+D"),
    (N_("Move the row up"), "Alt+Shift+Up"),
    (N_("Move the row down"), "Alt+Shift+Down"),
    (N_("Into the details of the row"), "Alt+Return"),
    (N_("Back to where it belongs"), "Alt+Up"),
    (N_("Close the editor, then the details"), "Esc"),
    (N_("Remove the row"), "Ctrl+Del"),
)


class ShortcutsDialog(FormDialog):
    """Lists the keys of the menus, then those of tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say(N_("Keyboard shortcuts")), "shortcuts", parent)
        grid = QGridLayout()
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
        self._fill(grid, 2, say(N_("In tables")), tables)
        self.column.addLayout(grid)
        self.add_buttons(say(N_("Close")), cancel=False)

    @staticmethod
    def _fill(grid: QGridLayout, column: int, title: str, rows: list[tuple[str, str]]) -> None:
        heading = QLabel(title)
        heading.setProperty("role", "question")
        grid.addWidget(heading, 0, column, 1, 2)
        for number, (words, keys) in enumerate(rows, 1):
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(QLabel(words), number, column)
            key = QLabel(shown)
            key.setProperty("role", "hint")
            grid.addWidget(key, number, column + 1)
