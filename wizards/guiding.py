"""Leads the user through the window: to a step, a field, its sources, its help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.i18n import N_
from wizards.speaking import say
from wizards.stage import EVIDENCE
from wizards.steps import WORDS, page_of

if TYPE_CHECKING:
    from wizards.main_window import MainWindow

MOST_LATELY = 6
"""Questions that are remembered as those where one was lately."""
_DEEPER = {
    "standard": (
        N_("This is asked at standard depth. Going there changes no answer."),
        N_("Ask at standard depth"),
    ),
    "thorough": (
        N_("This is asked at thorough depth. Going there changes no answer."),
        N_("Ask at thorough depth"),
    ),
}


class Guiding:
    """The `Guide` of a window's forms."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.lately: list[str] = []

    def turn(self, by: int) -> None:
        """Go to the step after or before the one that is shown."""
        here = WORDS.index(self._window.stage.last_step)
        self._window.go_to(WORDS[max(0, min(here + by, len(WORDS) - 1))])

    def turn_back(self) -> None:
        """Go to the step before."""
        self.turn(-1)

    def turn_on(self) -> None:
        """Go to the step after."""
        self.turn(1)

    def show_path(self, path: str) -> None:
        """Go to the field or table at a path; back to the last step where it is empty."""
        stage = self._window.stage
        word = page_of(path) if path else stage.last_step
        page = stage.show_page(self._window.desk.context, word)
        if path:
            page.reveal(path)

    def show_asked(self, path: str) -> None:
        """Go to the field or table at a path; where the depth hides it, offer to go deeper."""
        from planner import paths
        from wizards.finding import depth_at, hidden_at
        from wizards.forms.context import Answer

        window = self._window
        word = hidden_at(window.session.plan, depth_at(paths.pattern(path)))
        if not word:
            self.show_path(path)
            return

        def deepen() -> None:
            window.set_depth(word)
            self.show_path(path)

        text, button = _DEEPER[word]
        answers = (
            Answer("deepen", say(button), deepen),
            Answer("stay", say(N_("Leave it as it is")), window.panes.enter_page),
        )
        window.bar.ask(say(text), answers, "info")

    def show_card(self, word: str, key: str) -> None:
        """Go to a page and unfold the card of a key there."""
        page = self._window.stage.show_page(self._window.desk.context, word)
        page.open_card(key)

    def show_sources(self, path: str) -> None:
        """Open the ledger at the sources of a field, of all where the path is empty."""
        from wizards.panels.ledger import Ledger

        page = self._window.stage.show_page(self._window.desk.context, EVIDENCE)
        if isinstance(page, Ledger):
            page.ask_about(path)

    def show_all_sources(self) -> None:
        """Open the ledger."""
        self.show_sources("")

    def show_sources_here(self) -> None:
        """Open the ledger at the sources of the answer that has the focus, else all of it."""
        from planner import paths
        from wizards.forms.leading import path_of

        path = path_of(self._window.focusWidget())
        # A table without rows has a path, but no answer that could have a source.
        self.show_sources(path if path and not paths.place(path).field.is_collection else "")

    def explain(self, path: str) -> None:
        """Show the help of a field."""
        from wizards.panels.help import help_lines

        context = self._window.desk.context
        self.lately = [path, *(one for one in self.lately if one != path)][:MOST_LATELY]
        self._window.side.explain(help_lines(path, context.sample(), context.plan))

    def go_to_wrong(self) -> None:
        """Go to the first answer of the page that could not be taken, the next one from there."""
        from wizards.forms.leading import path_of

        page = self._window.stage.page
        if page is None:
            return
        wrong = page.summary.paths
        if not wrong:
            self._window.bar.tell(say(N_("Every answer on this page could be taken.")), "good")
            return
        here = path_of(page.focusWidget())
        page.reveal(wrong[(wrong.index(here) + 1) % len(wrong)] if here in wrong else wrong[0])

    def go_to_open_question(self) -> None:
        """Go to the next question of the page that has no answer, the first after the last."""
        from wizards.forms.leading import path_of

        page = self._window.stage.page
        if page is None:
            return
        missing = list(page.open_questions())
        # The focus may be on the very link that asks for the next one.
        here = path_of(page.focusWidget())
        after = missing[missing.index(here) + 1 :] if here in missing else missing
        for path in (after or missing)[:1]:
            page.reveal(path)
