"""The acts of the budget grid by key, in its menu and on its buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.i18n import N_
from wizards.forms import clipboard
from wizards.forms.entries import FlowLayout
from wizards.forms.member_buttons import calling
from wizards.forms.table_menu import COPY_HEADED, add_act, keys_of
from wizards.speaking import say

if TYPE_CHECKING:
    from wizards.budget.view import BudgetView

Act = Callable[[], object]
_STANDARD = QKeySequence.StandardKey
WORDS = {
    "fill": N_("Fill right"),
    "across": N_("Copy across the row"),
    "evenly": N_("Spread evenly"),
    "season": N_("Spread by season"),
    "clear": N_("Clear the cells"),
}
HINTS = {
    "fill": N_("Put the first chosen month’s amount into the other chosen months."),
    "across": N_("Put the chosen month’s amount into every month of the row."),
    "evenly": N_("Split the row’s sum over the chosen months in equal parts."),
    "season": N_("Split the row’s sum over the chosen months by how busy each is."),
    "clear": N_("Empty the chosen cells. Months go back to what is phased."),
}
KEYS = {
    "fill": "Ctrl+R",
    "across": "Ctrl+Shift+R",
    "evenly": "Ctrl+Shift+M",
    "season": "Ctrl+Shift+B",
    "clear": "Del",
}


def acts(view: BudgetView) -> dict[str, Act]:
    """What can be done with the chosen months, by name."""
    changes = view.changes
    return {
        "fill": changes.fill_right,
        "across": changes.copy_across,
        "evenly": changes.spread_evenly,
        "season": changes.spread_by_season,
        "clear": changes.clear,
    }


def act_of(view: BudgetView, event: QKeyEvent) -> Act | None:
    """What keys do while no cell is edited; None where they mean nothing here."""
    changes = view.changes
    standard: tuple[tuple[QKeySequence.StandardKey, Act], ...] = (
        (_STANDARD.Copy, changes.copy),
        (_STANDARD.Cut, changes.cut),
        (_STANDARD.Paste, changes.paste),
    )
    for key, act in standard:
        if event.matches(key):
            return act
    pressed = QKeySequence(event.keyCombination())
    if pressed == QKeySequence(COPY_HEADED):
        return lambda: changes.copy(headed=True)
    for name, done in acts(view).items():
        if pressed == QKeySequence(KEYS[name]):
            return done
    return _act_of_cell(view, event)


def _act_of_cell(view: BudgetView, event: QKeyEvent) -> Act | None:
    index = view.currentIndex()
    if not index.isValid() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = Qt.Key
    if event.key() in (key.Key_Return, key.Key_Enter, key.Key_F2):
        return view.open_editor
    last = view.budget.sum_column
    if event.key() == key.Key_Right and index.column() == last - 1:
        return view.cross
    return view.cross if event.key() == key.Key_Left and index.column() == last else None


def menu_of(view: BudgetView) -> QMenu:
    """A menu for the chosen cells."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName("menu.cell")
    changes = view.changes
    index = view.currentIndex()
    if index.flags() & Qt.ItemFlag.ItemIsEditable:
        add_act(menu, "edit", say(N_("Edit the cell")), "Return", view.open_editor)
        add_act(menu, "sources", say(N_("Sources of this answer")), "", view.ask_source)
        menu.addSeparator()
    for name, act in acts(view).items():
        add_act(menu, name, say(WORDS[name]), KEYS[name], act)
    menu.addSeparator()
    add_act(menu, "copy", say(N_("Copy the cells")), keys_of(_STANDARD.Copy), changes.copy)
    headed = say(N_("Copy with headings"))
    add_act(menu, "copy_headed", headed, COPY_HEADED, lambda: changes.copy(headed=True))
    add_act(menu, "cut", say(N_("Cut the cells")), keys_of(_STANDARD.Cut), changes.cut)
    add_act(menu, "paste", say(N_("Paste")), keys_of(_STANDARD.Paste), changes.paste)
    menu.actions()[-1].setEnabled(clipboard.is_on_clipboard())
    return menu


class ActButtons(QWidget):
    """Quiet buttons over the grid, each named `grid.budget.<what it does>`."""

    def __init__(self, view: BudgetView) -> None:
        super().__init__()
        row = FlowLayout(self, gap=4)
        for name, act in acts(view).items():
            button = QPushButton(say(WORDS[name]))
            button.setObjectName(f"{view.objectName()}.{name}")
            keys = QKeySequence(KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{say(HINTS[name])} ({keys})")
            button.setAccessibleDescription(say(HINTS[name]))
            button.setProperty("quiet", True)
            button.clicked.connect(calling(act))
            row.addWidget(button)
