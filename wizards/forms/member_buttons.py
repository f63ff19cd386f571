"""The buttons and keys that open, add, copy, move and remove members of a collection."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from planner.i18n import N_
from planner.model.asking import Many
from wizards.forms.entries import FlowLayout
from wizards.speaking import say

Act = Callable[[], object]
KEYS = {
    "add": "Ins",
    "open": "Alt+Return",
    "duplicate": "Ctrl+D",
    "up": "Alt+Shift+Up",
    "down": "Alt+Shift+Down",
    "remove": "Ctrl+Del",
}
"""By what is done; the keys that move a row are those of Word for a paragraph."""
WORDS = {
    "open": N_("Details"),
    "source": N_("Source"),
    "duplicate": N_("Duplicate"),
    "up": N_("Move up"),
    "down": N_("Move down"),
    "remove": N_("Remove"),
}


class MemberButtons(QWidget):
    """Quiet buttons under a table, each named `<path>.<what it does>`."""

    def __init__(self, path: str, many: Many, acts: Mapping[str, Act], table: QWidget) -> None:
        super().__init__()
        row = FlowLayout(self, gap=4)
        self._buttons: dict[str, QPushButton] = {}
        self._state: tuple[object, ...] = ()
        for name, act in acts.items():
            words = say(N_("Add {one}"), one=say(many.one)) if name == "add" else say(WORDS[name])
            button = QPushButton(f"+  {words}" if name == "add" else words)
            button.setObjectName(f"{path}.{name}")
            button.setAccessibleName(f"{words} ({say(many.label)})")
            button.setProperty("quiet", True)
            button.clicked.connect(calling(act))
            self._buttons[name] = button
            row.addWidget(button)
            if name in KEYS:
                shortcut = QShortcut(QKeySequence(KEYS[name]), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(calling(act))

    @property
    def first(self) -> QWidget:
        """The first button that can be used, or the buttons' ground."""
        usable = (button for button in self._buttons.values() if not button.isHidden())
        return next(usable, self)

    def show_state(
        self, row: int, count: int, *, opens: bool, source: bool, last: int | None = None
    ) -> None:
        """Offer what can be done with the chosen rows of so many.

        They reach from `row`, -1 where none is chosen, to `last`, the same where it is not given.
        `opens` says that the current row has a form that is not shown, `source` that its chosen
        cell holds an answer that wants a source.
        """
        state = (row, count, opens, source, last)
        if state == self._state:
            return
        self._state = state
        chosen = 0 <= row < count
        states = {
            "up": row > 0,
            "down": (row if last is None else last) < count - 1,
            "open": opens,
            "source": source,
        }
        for name, button in self._buttons.items():
            if name == "add":
                continue
            on = chosen and states.get(name, True)
            button.setEnabled(on)
            button.setVisible(on if name in ("open", "source") else chosen)


def calling(act: Act) -> Callable[[], None]:
    """An act that hears nothing of what a signal carries."""

    def call() -> None:
        act()

    return call
