"""The window's menus and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from planner.i18n import N_
from wizards.preferences import Recent
from wizards.speaking import say


class Entry(NamedTuple):
    """One entry of a menu: its name, words and keys."""

    name: str
    words: str
    keys: tuple[str, ...] = ()


PLAN = (
    Entry("new", N_("&New plan …"), ("Ctrl+N",)),
    Entry("open", N_("&Open …"), ("Ctrl+O",)),
    Entry("recent", N_("Opened &lately")),
    Entry("start", N_("S&tart page")),
    Entry("window", N_("New w&indow"), ("Ctrl+Shift+N",)),
    Entry("save", N_("&Save"), ("Ctrl+S",)),
    Entry("save_as", N_("Save &as …"), ("Ctrl+Shift+S",)),
    Entry("write", N_("&Write document …"), ("Ctrl+P",)),
    Entry("settings", N_("S&ettings …"), ("Ctrl+,",)),
    Entry("close", N_("&Close window"), ("Ctrl+W",)),
    Entry("quit", N_("&Quit"), ("Ctrl+Q",)),
)
EDIT = (
    Entry("undo", N_("&Undo"), ("Ctrl+Z",)),
    Entry("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Entry("find", N_("&Find …"), ("Ctrl+F",)),
    Entry("find_next", N_("Find &next"), ("F3",)),
    Entry("find_previous", N_("Find &previous"), ("Shift+F3",)),
)
GO = (
    Entry("back", N_("&Back"), ("Ctrl+PgUp", "Alt+Left")),
    Entry("next", N_("&Next"), ("Ctrl+Return", "Ctrl+PgDown")),
    Entry("open_question", N_("Next &open question"), ("Ctrl+J",)),
    Entry("wrong", N_("Answer to &mend"), ("F8",)),
    Entry("jump", N_("&Jump to …"), ("Ctrl+K",)),
    Entry("next_pane", N_("Next &pane"), ("F6",)),
    Entry("previous_pane", N_("Pre&vious pane"), ("Shift+F6",)),
    Entry("sources_here", N_("&Sources of this answer"), ("Ctrl+E",)),
    Entry("sources", N_("All sources and &assumptions"), ("Ctrl+Shift+E",)),
)
VIEW = (
    Entry("depth", N_("&Depth")),
    Entry("side", N_("&Help and review"), ("F1",)),
    Entry("present", N_("&Present, one question at a time"), ("F5",)),
)
DEPTH = (
    Entry("essential", N_("&Essential: the shortest honest plan"), ("Ctrl+1",)),
    Entry("standard", N_("&Standard: what a board expects"), ("Ctrl+2",)),
    Entry("thorough", N_("&Thorough: every question there is"), ("Ctrl+3",)),
)
"""The depths of a plan, by their words in `meta.depth`."""
HELP = (
    Entry("shortcuts", N_("&Keyboard shortcuts"), ("Ctrl+?",)),
    Entry("about", N_("&About Plansmith")),
)
_PARTED = ("save", "write", "settings", "close", "find", "jump", "next_pane", "sources_here")
_OF_A_PAGE = ("find", "find_next", "find_previous", "present")
"""What works on a page of a plan and has no place on the start page."""
MENUS = (
    (N_("&Plan"), PLAN),
    (N_("&Edit"), EDIT),
    (N_("&View"), VIEW),
    (N_("&Go"), GO),
    (N_("&Help"), HELP),
)


class Menus:
    """The actions of a window by name; each calls what the window gives for its name."""

    def __init__(self, window: QMainWindow, acts: dict[str, Callable[[], object]]) -> None:
        self.actions: dict[str, QAction] = {}
        self._listed: list[tuple[list[QAction], str]] = []
        # All hangs on the bar: with an earlier one its menus and actions go too.
        self._bar = bar = QMenuBar(window)
        window.setMenuBar(bar)
        self._recent = QMenu(bar)
        self._depths = QMenu(bar)
        self._depth = QActionGroup(bar)
        for title, entries in MENUS:
            menu = bar.addMenu(say(title))
            self._listed.append(([], say(title)))
            for entry in entries:
                if entry.name in _PARTED:
                    menu.addSeparator()
                inner = {"recent": self._recent, "depth": self._depths}.get(entry.name)
                if inner is not None:
                    inner.setTitle(say(entry.words))
                    menu.addMenu(inner)
                    continue
                action = self._made(entry, acts[entry.name])
                menu.addAction(action)
                self._listed[-1][0].append(action)
        for entry in DEPTH:
            action = self._made(entry, acts[entry.name])
            action.setCheckable(True)
            self._depth.addAction(action)
            self._depths.addAction(action)

    def listed(self) -> tuple[tuple[tuple[QAction, ...], str], ...]:
        """The actions of each menu with the menu's title, the depths with that of their own."""
        depths = (tuple(self._depth.actions()), self._depths.title())
        return (*((tuple(actions), title) for actions, title in self._listed), depths)

    def _made(self, entry: Entry, act: Callable[[], object]) -> QAction:
        action = QAction(say(entry.words), self._bar)
        action.setObjectName(f"action.{entry.name}")
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(_calling(act))
        self.actions[entry.name] = action
        return action

    def show_page(self, *, shown: bool) -> None:
        """Offer what works on a page of a plan only while one is shown."""
        for name in _OF_A_PAGE:
            self.actions[name].setEnabled(shown)

    def show_depth(self, word: str) -> None:
        """Mark the depth of the plan."""
        self.actions[word].setChecked(True)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; empty where there is nothing."""
        for name, words, label in (
            ("undo", N_("&Undo"), undo),
            ("redo", N_("&Redo"), redo),
        ):
            self.actions[name].setEnabled(bool(label))
            extra = f": {say(label)}".replace("&", "&&") if label else ""
            self.actions[name].setText(say(words) + extra)

    def show_recent(self, recent: tuple[Recent, ...], take: Callable[[Recent], None]) -> None:
        """List the plans opened lately, missing ones greyed."""
        self._recent.clear()
        for one in recent:
            title = one.title or one.file.stem
            action = self._recent.addAction(f"{title}  ({one.file.name})".replace("&", "&&"))
            action.setEnabled(one.is_there)
            action.triggered.connect(_taking(take, one))
        self._recent.setEnabled(bool(recent))


def _calling(act: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        act()

    return call


def _taking(take: Callable[[Recent], None], one: Recent) -> Callable[[], None]:
    return lambda: take(one)
