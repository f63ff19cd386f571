"""A step's page: title, what the step decides, then its topics as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.session import Changed
from wizards.forms.cards import Topic, card_of
from wizards.forms.collection import CollectionView
from wizards.forms.context import Context
from wizards.forms.entries import LineEntry
from wizards.forms.leading import focus_of, lead, path_of
from wizards.forms.row import FieldRow, plain_label
from wizards.forms.section import Fields, Part, Section
from wizards.forms.table import TableView
from wizards.pages.known import KnownPanel
from wizards.pages.layout import topics_of
from wizards.pages.summary import ErrorSummary
from wizards.pages.turns import Turns
from wizards.speaking import say
from wizards.steps import STEPS

EDGE = 12
"""Pixels between the upper edge of what is seen and a table that came along."""
AFTER = 60
"""Milliseconds after a change until all of the page is fresh."""
SETTLES_IN = 100
"""Milliseconds in which the layout of a page has come to rest after a change."""
COLUMN = 760
"""The widest column of questions in pixels."""
BESIDE, FULL_COLUMN = 1100, 1320
"""From which room on forms stand beside their tables, and how wide the column is then."""


class Page(QScrollArea):
    """A scrolling column of cards. Named `page.<word>`, or as given.

    `fresh` tells that all of it shows the plan as it stands.
    """

    fresh = Signal()

    def __init__(
        self, context: Context, name: str, title: str, sentence: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
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
        self._beside = context.beside = parent.width() >= BESIDE
        self.body.setMaximumWidth(FULL_COLUMN if self._beside else COLUMN)
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
        self.summary = ErrorSummary(context, self, name.partition(".")[2])
        self.summary.follow = self.reveal
        self.column.addWidget(self.summary)
        self.cards: list[Fields] = []
        self._stale = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER)
        self._turns = Turns(self)
        self._later.timeout.connect(self._refresh_in_turns)
        self.setWidget(sheet)
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self._kept: tuple[QWidget, int] | None = None
        self._led_to: QWidget | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(SETTLES_IN)
        self._keeping.timeout.connect(self._let_move)
        self.verticalScrollBar().rangeChanged.connect(self._stay)

    def add_card(self, card: Fields | None) -> None:
        """Put a card at the end, unless the depth hides it."""
        if card is not None:
            self.cards.append(card)
            card.set_beside(self._beside)
            self.column.addWidget(card)

    def take_change(self, event: Changed) -> None:
        """Show what changed at once where it is asked here; names and counts a moment later."""
        if not self.isVisible():
            self._stale = True
            return
        self._turns.stop()
        for card in self.cards:
            card.refresh_related(event.paths)
        self._later.start()

    def refresh(self) -> None:
        """Show what stands in the plan."""
        self._stale = False
        self._later.stop()
        self._turns.stop()
        for act in self.acts_of_refresh():
            act()

    def acts_of_refresh(self) -> Iterator[Callable[[], None]]:
        """What there is to do to show the plan as it stands, one part of the page after another."""
        for card in self.cards:
            yield card.refresh
        yield self.summary.refresh
        yield self.fresh.emit

    def _refresh_in_turns(self) -> None:
        self._stale = False
        self._turns.begin(self.acts_of_refresh())

    def freshen(self) -> None:
        """Show what changed while the page was not seen."""
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give tables more room in a large window."""
        super().resizeEvent(event)
        room = self.viewport().width()
        self._beside = room >= BESIDE
        widest = FULL_COLUMN if self._beside else COLUMN
        if self.body.maximumWidth() != widest:
            self.body.setMaximumWidth(widest)
            for card in self.cards:
                card.set_beside(self._beside)

    def keep_in_place(self) -> None:
        """Keep the field in use where it is seen, although what stands above it grows."""
        # While the focus moves, the page still names the one before; another window has none.
        focus, bar = QApplication.focusWidget() or self.focusWidget(), self.verticalScrollBar()
        if focus is None or not self.isAncestorOf(focus) or not bar.value():
            return
        if self._led_to is None and (self._kept is None or self._kept[0] is not focus):
            self._kept = (focus, focus.mapTo(self, QPoint(0, 0)).y())
        self._keeping.start()

    def _stay(self) -> None:
        """Scroll by what the field that is kept in its place has moved: a layout takes turns."""
        if self._led_to is not None and isValid(self._led_to):
            self.ensureWidgetVisible(self._led_to, 20, 60)
        if self._kept is None or not isValid(self._kept[0]) or not self.isAncestorOf(self._kept[0]):
            return
        focus, before = self._kept
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + focus.mapTo(self, QPoint(0, 0)).y() - before)

    def _let_move(self) -> None:
        self._stay()
        self._kept = self._led_to = None

    @property
    def current_path(self) -> str:
        """The path of the field or cell that has the focus on this page; empty where none has."""
        focus = self.focusWidget()
        return path_of(focus) if focus is not None and focus.hasFocus() else ""

    def take_over(self) -> None:
        """Give the plan what is being edited, because the page goes."""
        for table in self.findChildren(TableView):
            table.take_over()
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()

    def _follow(self) -> None:
        """Let tables beside long forms come along."""
        if self._beside:
            for part in self.parts():
                if isinstance(part, CollectionView):
                    part.follow(EDGE - part.mapTo(self.viewport(), QPoint(0, 0)).y())

    def close_work(self) -> None:
        """Stop what the page does in the background; most do nothing."""

    def parts(self) -> Iterator[Part]:
        """Every question and table of the page that is in sight when it is scrolled through."""
        for card in self.cards:
            yield from card.walk()

    @property
    def missing(self) -> int:
        """How many questions have no answer, in all groups and of all members."""
        return sum(card.tally.missing for card in self._asking())

    def open_questions(self) -> Iterator[str]:
        """The paths of the questions without an answer and of the tables without a row."""
        for card in self._asking():
            yield from card.open_paths()

    def reveal(self, path: str) -> bool:
        """Scroll to the field, cell or table of a path and give it the focus."""
        part = lead(self.cards, path)
        if part is None:
            return False
        self._show(part, focus_of(part))
        if isinstance(part, FieldRow):
            self.context.guide.explain(part.path)
        return True

    def open_card(self, key: str) -> bool:
        """Unfold the card of a key, scroll to it and give its header the focus."""
        for card in self._asking():
            if card.key == key:
                card.open()
                self._show(card, card.header)
                return True
        return False

    def _asking(self) -> Iterator[Section]:
        return (card for card in self.cards if isinstance(card, Section))

    def _show(self, part: QWidget, focus: QWidget) -> None:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(focus, LineEntry):
            focus.selectAll()
        # The layout of a page just built is not done yet.
        self._kept, self._led_to = None, part
        self._keeping.start()
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 20, 60))


class StepPage(Page):
    """The page of one step, its cards built from the step's topics."""

    def __init__(self, context: Context, word: str, parent: QWidget) -> None:
        step = next(step for step in STEPS if step.word == word)
        super().__init__(context, f"page.{word}", say(step.name), say(step.decides), parent)
        self.word = word
        self.known = KnownPanel(context, word, self.body)
        # What comes in above the field in use must not push it out of sight.
        context.results.arriving.connect(self.keep_in_place)
        self.column.addWidget(self.known)
        for topic in topics_of(word):
            self.add_card(card_of(context, topic, self.body))
        self.finish()

    def acts_of_refresh(self) -> Iterator[Callable[[], None]]:
        """What there is to do, what earlier steps decided before the page's own."""
        yield self.keep_in_place
        yield self.known.refresh
        yield from super().acts_of_refresh()

    def freshen(self) -> None:
        """Show what changed while the page was not seen."""
        self.known.refresh()
        super().freshen()

    def finish(self) -> None:
        """Push the cards to the top."""
        self.column.addStretch(1)


def cards_of(page: Page, topics: tuple[Topic, ...]) -> None:
    """Put the cards of topics on a page."""
    for topic in topics:
        page.add_card(card_of(page.context, topic, page.body))
