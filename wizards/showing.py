"""Keeps what stands around a page in step with the plan: rail, footer, side panel, title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from planner.i18n import N_
from wizards.announcing import announce
from wizards.speaking import language, say
from wizards.start_page import StartPage
from wizards.steps import DEPTHS, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from planner.session import Changed
    from wizards.main_window import MainWindow
    from wizards.preferences import Recent

COUNTED_AFTER = 40
"""Milliseconds from showing the first page of a plan until its steps are counted."""


class Showing(QObject):
    """Shows in a window's parts what changed elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def recent(self) -> None:
        """List the plans opened lately in the menu."""
        self._window.menus.show_recent(self._window.preferences.recent, self._open)

    def forget(self, file: Path | None) -> None:
        """Take a plan off the list of those opened lately, or empty the list."""
        self._window.preferences.forget(file)
        self.recent()
        page = self._window.stage.currentWidget()
        if isinstance(page, StartPage):
            page.recent.show_recent(self._window.preferences.recent)

    def title(self) -> None:
        """Name the plan in the window's title, with a sign where it is not saved."""
        window = self._window
        if not window.has_plan:
            window.setWindowTitle("Plansmith[*]")
            window.menus.show_history("", "")
            return
        desk = window.desk
        session = desk.bridge.session
        window.setWindowTitle(f"{desk.title or say(N_('New plan'))}[*] – Plansmith")
        window.setWindowModified(session.is_dirty)
        window.menus.show_history(session.undo_label, session.redo_label)
        window.footer.show_saved(session.is_dirty, desk.file.path)
        depth = session.plan.meta.depth or DEPTHS[0]
        window.menus.show_depth(depth)
        window.rail.show_depth(depth)

    def turned(self, word: str) -> None:
        """Show what belongs to another page; nothing of a plan beside the start page."""
        window = self._window
        for part in (window.rail, window.footer):
            part.setVisible(bool(word))
        window.beside.show_page(shown=bool(word))
        window.menus.show_page(shown=bool(word))
        if not word:
            return
        if word in WORDS:
            window.rail.show_current(word)
            # The ninth page has a main act of its own: to write.
            here, primary = WORDS.index(word), word != "write"
            window.footer.show_step(here, len(WORDS), primary=primary)
        window.side.explain_nothing()
        if window.standing.is_counted:
            self.review()
        else:
            # The page of a plan just opened is seen first; counting all its answers takes a while.
            QTimer.singleShot(COUNTED_AFTER, window, self.review)

    def changed(self, event: Changed) -> None:
        """Show a change of the plan."""
        self._window.stage.take_change(event)
        search = self._window.beside.search
        if search is not None:
            search.plan_changed()
        self.title()

    def standing(self) -> None:
        """Show how far the steps are, and what is missing on the one that is shown."""
        window = self._window
        if not window.has_plan or not window.stage.word:
            return
        states = window.standing.states()
        for word, state in states.items():
            window.rail.entries[word].show_state(state)
        here = window.stage.word
        window.footer.show_state(states.get(here))
        window.side.show_missing(window.standing.groups(here) if here in states else None)
        page = window.stage.page
        show = getattr(page, "show_standing", None)
        if show is not None:
            show(states, {word: window.standing.groups(word) for word in states})

    def review(self) -> None:
        """Show what the review found: beside the steps, beside the page, on the ninth page."""
        window = self._window
        if not window.has_plan or not window.stage.word:
            return
        self.standing()
        reviewer = window.reviewer
        found = reviewer.of_step(window.stage.word)
        lines = tuple((one.severity, one.path, one.message(language())) for one in found)
        window.side.show_findings(lines if reviewer.findings is not None else None)
        show = getattr(window.stage.page, "show_review", None)
        if show is not None:
            show(reviewer.findings or ())

    def mark(self, done: bool) -> None:
        """Mark the step that is shown as done, or take the mark back, and tell it."""
        window = self._window
        word = window.stage.last_step
        window.standing.mark(word, done=done)
        announce(window, window.rail.entries[word].accessibleName())

    def missing_of(self, word: str) -> None:
        """Go to a step and to the list of what is missing there."""
        if word != self._window.stage.word:
            self._window.go_to(word)
        self.missing_here()

    def missing_here(self) -> None:
        """Go to the list of what is missing on the step that is shown."""
        if not self._window.standing.is_counted:
            self.standing()
        self._window.side.go_to_missing()

    def _open(self, one: Recent) -> None:
        self._window.files.open(one.file)
