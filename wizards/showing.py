"""Keeps what stands around a page in step with the plan: rail, footer, side panel, title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.i18n import N_
from wizards.speaking import language, say
from wizards.steps import DEPTHS, WORDS

if TYPE_CHECKING:
    from planner.session import Changed
    from wizards.main_window import MainWindow
    from wizards.preferences import Recent


class Showing(QObject):
    """Shows in a window's parts what changed elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def recent(self) -> None:
        """List the plans opened lately in the menu."""
        self._window.menus.show_recent(self._window.preferences.recent, self._open)

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
        for part in (window.rail, window.side, window.footer):
            part.setVisible(bool(word))
        if not word:
            return
        if word in WORDS:
            window.rail.show_current(word)
            window.footer.show_step(WORDS.index(word), len(WORDS))
        window.side.explain_nothing()
        self.review()
        self.missing()

    def changed(self, event: Changed) -> None:
        """Show a change of the plan."""
        self._window.stage.take_change(event)
        self.title()

    def missing(self) -> None:
        """Say how many questions of the page have no answer."""
        page = self._window.stage.page
        self._window.footer.show_missing(page.missing if page is not None else 0)

    def review(self) -> None:
        """Show what the review found: beside the steps, beside the page, on the ninth page."""
        window = self._window
        if not window.has_plan or not window.stage.word:
            return
        reviewer = window.reviewer
        for word, state in reviewer.states().items():
            window.rail.entries[word].show_state(state)
        found = reviewer.of_step(window.stage.word)
        lines = tuple((one.severity, one.path, one.message(language())) for one in found)
        window.side.show_findings(lines if reviewer.findings is not None else None)
        show = getattr(window.stage.page, "show_review", None)
        if show is not None:
            show(reviewer.findings or ())

    def _open(self, one: Recent) -> None:
        self._window.files.open(one.file)
