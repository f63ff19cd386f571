"""The keys of tables, beside those of their buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from wizards.forms.table_menu import COPY_HEADED, PASTE_NEW

if TYPE_CHECKING:
    from wizards.forms.table import TableView

_STANDARD = QKeySequence.StandardKey


def act_of(view: TableView, event: QKeyEvent) -> Callable[[], object] | None:
    """What keys do in a table whose cells are not edited now; None where they mean nothing here."""
    acts = view.acts
    standard = (_STANDARD.Copy, acts.copy), (_STANDARD.Cut, acts.cut), (_STANDARD.Paste, acts.paste)
    for key, act in standard:
        if event.matches(key):
            return act
    pressed = QKeySequence(event.keyCombination())
    if pressed == QKeySequence(COPY_HEADED):
        return lambda: acts.copy(headed=True)
    if pressed == QKeySequence(PASTE_NEW) and "add" in view.row_acts:
        return lambda: acts.paste(as_new=True)
    return _act_of_cell(view, event)


def _act_of_cell(view: TableView, event: QKeyEvent) -> Callable[[], object] | None:
    index = view.currentIndex()
    if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return lambda: view.edit(index)
    return view.acts.empty if event.key() == Qt.Key.Key_Delete else None
