"""The context menu of a table: everything that can be done with its rows, with the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.i18n import N_
from wizards.forms import clipboard
from wizards.forms.member_buttons import KEYS, WORDS, calling
from wizards.speaking import say, say_count

if TYPE_CHECKING:
    from wizards.forms.table import TableView

COPY_HEADED, PASTE_NEW, FOR_ALL = "Ctrl+Shift+C", "Ctrl+Shift+V", "Ctrl+Return"
"""Keys of this program; those for copy, cut, paste and choosing all are the system's."""
_MANY = {
    "duplicate": (N_("Duplicate {count} row"), N_("Duplicate {count} rows")),
    "up": (N_("Move {count} row up"), N_("Move {count} rows up")),
    "down": (N_("Move {count} row down"), N_("Move {count} rows down")),
    "remove": (N_("Remove {count} row"), N_("Remove {count} rows")),
}
"""What is done to several rows at once, as the menu says it."""


def menu_of(view: TableView) -> QMenu:
    """A menu for the chosen rows and the current cell of a table."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName("menu.cell")
    if view.current_path:
        add_act(menu, "sources", say(N_("Sources of this answer")), "", view.ask_source)
    _add_cell_acts(menu, view)
    menu.addSeparator()
    _add_clipboard_acts(menu, view)
    menu.addSeparator()
    count = len(view.selection.rows)
    last = view.table.rowCount() - 1
    for name in ("add", "open", "duplicate", "up", "down", "remove"):
        act = view.row_acts.get(name)
        if act is None or (name != "add" and not count) or (name == "open" and count > 1):
            continue
        words = say(N_("Add {one}"), one=view.one) if name == "add" else say(WORDS[name])
        if count > 1 and name in _MANY:
            words = say_count(*_MANY[name], count)
        action = add_act(menu, name, words, KEYS[name], act)
        edge = {"up": 0, "down": last}.get(name)
        action.setEnabled(edge is None or edge not in view.selection.rows)
    if last > 0:
        menu.addSeparator()
        _add_orders(menu, view)
        keys = keys_of(QKeySequence.StandardKey.SelectAll)
        add_act(menu, "all", say(N_("Choose all rows")), keys, view.selectAll)
    return menu


def _add_orders(menu: QMenu, view: TableView) -> None:
    """Offer to sort by the current column, both ways."""
    column = view.currentIndex().column() - view.table.lead
    sort = view.sort
    if sort is None or column < 0:
        return
    label = view.table.columns[column].label
    rising, falling = N_("Sort by “{column}”, A to Z"), N_("Sort by “{column}”, Z to A")
    if view.table.is_figure(view.currentIndex().column()):
        rising = N_("Sort by “{column}”, smallest first")
        falling = N_("Sort by “{column}”, largest first")
    up, down = say(rising, column=label), say(falling, column=label)
    add_act(menu, "sort", up, "", lambda: sort(column, backwards=False))
    add_act(menu, "sort_back", down, "", lambda: sort(column, backwards=True))


def empty_menu(view: TableView) -> QMenu:
    """A menu for a table without rows."""
    menu = QMenu(view.parentWidget())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName("menu.empty")
    if "add" in view.row_acts:
        words = say(N_("Add {one}"), one=view.one)
        add_act(menu, "add", words, KEYS["add"], view.row_acts["add"])
        keys = keys_of(QKeySequence.StandardKey.Paste)
        paste = add_act(menu, "paste", say(N_("Paste rows")), keys, view.acts.paste)
        paste.setEnabled(clipboard.is_on_clipboard())
    return menu


def _add_cell_acts(menu: QMenu, view: TableView) -> None:
    count = len(view.selection.rows)
    if view.current_path:
        index = view.currentIndex()
        if view.table.flags(index) & Qt.ItemFlag.ItemIsEditable:
            add_act(menu, "edit", say(N_("Edit the cell")), "Return", lambda: view.edit(index))
            if count > 1:
                words = say(N_("Set for all chosen rows"))
                add_act(menu, "set", words, FOR_ALL, view.edit_for_all)
        words = say_count(N_("Empty the cell"), N_("Empty the cells of {count} rows"), count)
        add_act(menu, "empty", words, "Del", view.acts.empty)
    bad = len(view.acts.bad_cells)
    if bad:
        words = say_count(N_("Keep the old value"), N_("Keep the old values of {count} cells"), bad)
        add_act(menu, "keep", words, "", view.acts.keep_old_values)


def _add_clipboard_acts(menu: QMenu, view: TableView) -> None:
    standard = QKeySequence.StandardKey
    count = len(view.selection.rows)
    if count:
        copy = say_count(N_("Copy the row"), N_("Copy {count} rows"), count)
        cut = say_count(N_("Cut the row"), N_("Cut {count} rows"), count)
        add_act(menu, "copy", copy, keys_of(standard.Copy), view.acts.copy)
        headed = say(N_("Copy with headings"))
        add_act(menu, "copy_headed", headed, COPY_HEADED, lambda: view.acts.copy(headed=True))
        add_act(menu, "cut", cut, keys_of(standard.Cut), view.acts.cut)
    there = clipboard.is_on_clipboard()
    paste = add_act(menu, "paste", say(N_("Paste")), keys_of(standard.Paste), view.acts.paste)
    paste.setEnabled(there)
    if "add" in view.row_acts:
        words = say(N_("Paste as new rows"))
        anew = add_act(menu, "paste_new", words, PASTE_NEW, lambda: view.acts.paste(as_new=True))
        anew.setEnabled(there)


def add_act(menu: QMenu, name: str, words: str, keys: str, act: Callable[[], object]) -> QAction:
    """Put an act at the end of a menu, with its keys beside it; named after the menu and it."""
    # A shortcut of the action itself would compete with that of the table while the menu is there.
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    text = words.replace("&", "&&")
    action = menu.addAction(f"{text}\t{shown}" if shown else text)
    action.setObjectName(f"{menu.objectName()}.{name}")
    action.triggered.connect(calling(act))
    return action


def keys_of(key: QKeySequence.StandardKey) -> str:
    """The system's keys for something that every program can do."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
