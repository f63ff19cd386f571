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
        "quit": window.close,
        "undo": window.undo,
        "redo": window.redo,
        "back": window.guide.turn_back,
        "next": window.guide.turn_on,
        "open_question": window.guide.go_to_open_question,
        "essential": lambda: window.set_depth("essential"),
        "standard": lambda: window.set_depth("standard"),
        "thorough": lambda: window.set_depth("thorough"),
        "sources_here": window.guide.show_sources_here,
        "sources": window.guide.show_all_sources,
        "side": lambda: window.side.setVisible(not window.side.isVisible()),
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


def settings(window: MainWindow) -> None:
    """Let the user choose theme, text size and language."""
    from wizards.dialogs.settings import SettingsDialog

    dialog = SettingsDialog(window.preferences, window)
    dialog.changed.connect(lambda: dress(window))
    dialog.open()


def dress(window: MainWindow) -> None:
    """Show the window in the theme, text size and language of the settings."""
    from wizards.app import dress as dress_program

    word = window.stage.word
    dress_program(window.preferences)
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
