"""The buttons and keys that add, copy, move and remove members of a collection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.i18n import N_
from planner.model.asking import Many
from wizards.speaking import say


@dataclass(frozen=True, slots=True)
class MemberActs:
    """What each button does."""

    add: Callable[[], object]
    duplicate: Callable[[], object]
    up: Callable[[], object]
    down: Callable[[], object]
    remove: Callable[[], object]


KEYS = {
    "add": "Ins",
    "duplicate": "Ctrl+D",
    "up": "Alt+Up",
    "down": "Alt+Down",
    "remove": "Ctrl+Del",
}


class MemberButtons(QWidget):
    """Quiet buttons under a table, each named `<path>.<what it does>`."""

    def __init__(self, path: str, many: Many, acts: MemberActs, table: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = {
            "add": say(N_("Add {one}"), one=say(many.one)),
            "duplicate": say(N_("Duplicate")),
            "up": say(N_("Move up")),
            "down": say(N_("Move down")),
            "remove": say(N_("Remove")),
        }
        self._buttons: dict[str, QPushButton] = {}
        for name, text in words.items():
            act: Callable[[], object] = getattr(acts, name)
            button = QPushButton(f"+  {text}" if name == "add" else text)
            button.setObjectName(f"{path}.{name}")
            button.setAccessibleName(f"{text} ({say(many.label)})")
            button.setProperty("quiet", True)
            button.clicked.connect(_calling(act))
            self._buttons[name] = button
            row.addWidget(button)
            if name == "add":
                row.addStretch()
            shortcut = QShortcut(QKeySequence(KEYS[name]), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(_calling(act))

    def show_state(self, row: int, count: int) -> None:
        """Offer what can be done with the chosen row of so many; -1 where none is."""
        chosen = 0 <= row < count
        states = {"duplicate": chosen, "remove": chosen}
        states |= {"up": chosen and row > 0, "down": chosen and row < count - 1}
        for name, on in states.items():
            self._buttons[name].setEnabled(on)
            self._buttons[name].setVisible(chosen)


def _calling(act: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        act()

    return call
