"""What the menus' entries do in a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wizards.main_window import MainWindow


def acts_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """By the entry's name."""
    return {
        "new": with_files(window, "ask_new"),
        "open": with_files(window, "ask_open"),
        "start": window.show_start,
        "save": with_files(window, "save"),
        "save_as": with_files(window, "ask_save_as"),
        "write": lambda: write(window),
        "settings": lambda: settings(window),
        "window": lambda: another(window),
        "close": window.close,
        "quit": leave,
        "undo": window.undo,
        "redo": window.redo,
        "back": window.guide.turn_back,
        "next": window.guide.turn_on,
        "open_question": window.guide.go_to_open_question,
        "wrong": window.guide.go_to_wrong,
        "essential": lambda: window.set_depth("essential"),
        "standard": lambda: window.set_depth("standard"),
        "thorough": lambda: window.set_depth("thorough"),
        "sources_here": window.guide.show_sources_here,
        "sources": window.guide.show_all_sources,
        "find": lambda: find(window),
        "find_next": lambda: find_on(window, 1),
        "find_previous": lambda: find_on(window, -1),
        "jump": lambda: jump(window),
        "next_pane": lambda: window.panes.turn(1),
        "previous_pane": lambda: window.panes.turn(-1),
        "side": window.beside.toggle_help,
        "present": lambda: present(window),
        "shortcuts": lambda: shortcuts(window),
        "about": lambda: about(window),
    }


def with_files(window: MainWindow, name: str) -> Callable[..., object]:
    """A method of the window's `Files`, which are made when they are first needed."""

    def act(*given: object) -> object:
        method: Callable[..., object] = getattr(window.files, name)
        return method(*given)

    return act


def write(window: MainWindow) -> None:
    """Go where the document is written, to the button."""
    window.go_to("write")
    page = window.stage.page
    focus = getattr(page, "focus_write", None)
    if focus is not None:
        focus()


def find(window: MainWindow) -> None:
    """Search the plan beside the page."""
    window.beside.open_find(window).open()


def find_on(window: MainWindow, by: int) -> None:
    """Go to the next place that was found, or the one before; search first where nobody did."""
    panel = window.beside.search
    if panel is None or not panel.entry.text().strip():
        find(window)
        return
    window.beside.open_find(window)
    panel.go(by)


def jump(window: MainWindow) -> None:
    """Lead to what a few letters name."""
    from wizards.dialogs.jump import JumpDialog

    JumpDialog(window).open()


def present(window: MainWindow) -> None:
    """Ask what the step asks one question at a time, in large type."""
    from wizards.forms.leading import path_of
    from wizards.presenting.presenter import Presenter

    window.end_presenting()
    page = window.stage.page
    path = ""
    if page is not None:
        path = path_of(page.focusWidget())
        page.take_over()
    window.presenter = Presenter(window, window.stage.last_step, path)
    window.presenter.showFullScreen()
    window.presenter.activateWindow()


def another(window: MainWindow) -> None:
    """Open a window beside this one, on the start page."""
    from wizards.app import open_window

    open_window(beside=window)


def leave() -> None:
    """Close every window, each asking for its unsaved work in turn."""
    from wizards.app import close_all

    close_all()


def settings(window: MainWindow) -> None:
    """Let the user choose theme, text size and language."""
    from wizards.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(window.preferences, window)
    dialog.changed.connect(lambda: dress(window))
    dialog.open()


def dress(window: MainWindow) -> None:
    """Show every window in the theme, text size and language of the settings."""
    from wizards.app import dress as dress_program
    from wizards.app import windows

    dress_program(window.preferences)
    for one in windows():
        _build_anew(one)


def _build_anew(window: MainWindow) -> None:
    word = window.stage.word
    window.stage.drop_pages()
    window.build()
    window.showing.title()
    if word:
        window.go_to(window_step(word))


def window_step(word: str) -> str:
    """The step to show again after the window was built anew."""
    from wizards.steps import WORDS

    return word if word in WORDS else "write"


def shortcuts(window: MainWindow) -> None:
    """Show every key."""
    from wizards.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(window).open()


def about(window: MainWindow) -> None:
    """Say what this is, and on whose work it stands."""
    from wizards.dialogs.about import AboutDialog

    AboutDialog(window).open()
