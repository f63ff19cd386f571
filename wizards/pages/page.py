"""A step's page: title, what the step decides, then its topics as cards."""

# ruff: noqa: N802  (Qt's own names are overridden here)
from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner import paths
from planner.session import Changed
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry
from wizards.forms.grid import GridView
from wizards.forms.row import FieldRow, plain_label
from wizards.forms.section import Card, Part, Topic, card_of
from wizards.pages.layout import topics_of
from wizards.speaking import say
from wizards.steps import STEPS

AFTER = 60
"""Milliseconds after a change until all of the page is fresh."""
COLUMN = 760
"""The widest column of questions in pixels."""
ROOMY, WIDE_COLUMN = 1100, 880
"""From which room on the column may be wider, and how wide."""


class Page(QScrollArea):
    """A scrolling column of cards. Named `page.<word>`, or as given.

    `fresh` tells that all of it shows the plan as it stands.
    """

    fresh = Signal()

    def __init__(self, context: Context, name: str, title: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setProperty("role", "sheet")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(28, 24, 28, 40)
        self.body = QWidget()
        self.body.setMaximumWidth(COLUMN)
        row.addStretch(1)
        row.addWidget(self.body, 1000)
        row.addStretch(1)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(20)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(plain_label(title, "title"))
        head.addWidget(plain_label(sentence, "secondary"))
        self.column.addLayout(head)
        self.cards: list[Card] = []
        self._stale = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER)
        self._later.timeout.connect(self.refresh)
        self.setWidget(sheet)

    def add_card(self, card: Card | None) -> None:
        """Put a card at the end, unless the depth hides it."""
        if card is not None:
            self.cards.append(card)
            self.column.addWidget(card)

    def take_change(self, event: Changed) -> None:
        """Show what changed at once where it is asked here; names and counts a moment later."""
        if not self.isVisible():
            self._stale = True
            return
        for card in self.cards:
            card.refresh_related(event.paths)
        self._later.start()

    def refresh(self) -> None:
        """Show what stands in the plan."""
        self._stale = False
        self._later.stop()
        for card in self.cards:
            card.refresh()
        self.fresh.emit()

    def freshen(self) -> None:
        """Show what changed while the page was not seen."""
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give tables more room in a large window."""
        super().resizeEvent(event)
        roomy = self.viewport().width() > ROOMY
        self.body.setMaximumWidth(WIDE_COLUMN if roomy else COLUMN)

    def close_work(self) -> None:
        """Stop what the page does in the background; most do nothing."""

    def parts(self) -> Iterator[Part]:
        """Every question and table of the page."""
        for card in self.cards:
            yield from card.walk()

    def open_questions(self) -> list[Part]:
        """The questions without an answer and the tables without a row."""
        return [part for part in self.parts() if part.is_open]

    def reveal(self, path: str) -> bool:
        """Scroll to the field, cell or table of a path and give it the focus."""
        for part in self._nearest(path):
            if isinstance(part, FieldRow):
                if paths.within(path, part.path):
                    self._show(part, part.binder.focus_widget)
                    self.context.guide.explain(part.path)
                    return True
            elif self._reveal_in(part, path):
                return True
        return False

    def _nearest(self, path: str) -> list[Part]:
        """The parts that a path may lie in, the innermost first."""
        found = [
            part
            for part in self.parts()
            if isinstance(part, GridView) or paths.within(path, part.path)
        ]
        return sorted(found, key=lambda part: -len(part.path) if "." in part.path else 0)

    def _reveal_in(self, part: Part, path: str) -> bool:
        assert not isinstance(part, FieldRow)
        index = part.view.table.index_of(path)
        if index.isValid():
            part.view.setCurrentIndex(index)
            self._show(part, part.view)
            return True
        if isinstance(part, GridView):
            return False
        inside = path[len(part.path) :]
        key = inside[1 : inside.index("]")] if inside.startswith("[") else ""
        known = key and part.show_member(key)
        rest = inside[len(key) + 2 :]
        detail = part.detail
        if known and rest and detail is not None:
            inner = [p for p in getattr(detail, "parts", ()) if paths.within(path, p.path)]
            for one in inner:
                if isinstance(one, FieldRow):
                    self._show(one, one.binder.focus_widget)
                    self.context.guide.explain(one.path)
                    return True
                if self._reveal_in(one, path):
                    return True
        self._show(part, part.view)
        return True

    def _show(self, part: QWidget, focus: QWidget) -> None:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(focus, LineEntry):
            focus.selectAll()
        # The layout of a page just built is not done yet.
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 20, 60))


class StepPage(Page):
    """The page of one step, its cards built from the step's topics."""

    def __init__(self, context: Context, word: str) -> None:
        step = next(step for step in STEPS if step.word == word)
        super().__init__(context, f"page.{word}", say(step.name), say(step.decides))
        self.word = word
        for topic in topics_of(word):
            self.add_card(card_of(context, topic))
        self.finish()

    def finish(self) -> None:
        """Push the cards to the top."""
        self.column.addStretch(1)


def cards_of(page: Page, topics: tuple[Topic, ...]) -> None:
    """Put the cards of topics on a page."""
    for topic in topics:
        page.add_card(card_of(page.context, topic))
