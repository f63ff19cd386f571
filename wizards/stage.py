"""The pages of a window, each built when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from wizards.steps import WORDS

if TYPE_CHECKING:
    from planner.session import Changed
    from wizards.forms.context import Context
    from wizards.pages.page import Page

EVIDENCE = "evidence"
"""The ledger of sources: a page to come back from, not a step."""


class Stage(QStackedWidget):
    """Shows the start page, one step's page, or the ledger; `turned` tells which.

    `fresh` tells that the page shows the plan as it stands.
    """

    turned = Signal(str)
    fresh = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, Page] = {}
        self._start: QWidget | None = None
        self.word = ""
        self.last_step = WORDS[0]

    @property
    def page(self) -> Page | None:
        """The page that is shown, where it is one of the plan's."""
        return self._pages.get(self.word)

    def show_start(self, page: QWidget) -> None:
        """Show the start page in place of an earlier one."""
        if self._start is not None:
            self.removeWidget(self._start)
            self._start.deleteLater()
        self._start = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.word = ""
        self.turned.emit("")

    def show_page(self, context: Context, word: str) -> Page:
        """Show the page of a step, or the ledger."""
        page = self._pages.get(word)
        if page is None:
            page = self._pages[word] = _made(context, word, self)
            page.fresh.connect(self.fresh)
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.freshen()
        if word != self.word:
            self.word = word
            if word in WORDS:
                self.last_step = word
            self.turned.emit(word)
        return page

    def take_change(self, event: Changed) -> None:
        """Tell every page of a change; a change of depth builds them anew."""
        if event.plan.meta.depth != event.before.meta.depth:
            if event.origin is None:
                self._rebuild()
            else:
                # The field that was changed is on the page that goes: let it finish first.
                QTimer.singleShot(0, self, self._rebuild)
            return
        for page in self._pages.values():
            page.take_change(event)

    def drop_pages(self) -> None:
        """Forget every page, because their plan is closed."""
        for page in self._pages.values():
            page.take_over()
            page.close_work()
            self.removeWidget(page)
            # Left with its parent until then: taken out, all of it would be dressed anew first.
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _rebuild(self) -> None:
        """Drop every page and build the one that is shown anew, at the same place."""
        word, page = self.word, self.page
        if page is None:
            self.drop_pages()
            return
        place, path = page.verticalScrollBar().value(), page.current_path
        self.drop_pages()
        self.word = ""
        anew = self.show_page(page.context, word)
        if not path or not anew.reveal(path):
            anew.verticalScrollBar().setValue(place)


def _made(context: Context, word: str, stage: QWidget) -> Page:
    if word == EVIDENCE:
        from wizards.panels.ledger import Ledger

        return Ledger(context, stage)
    if word == "write":
        from wizards.pages.write import WritePage

        return WritePage(context, stage)
    from wizards.pages.page import StepPage

    return StepPage(context, word, stage)
