"""The search of the plan: what is typed is found in every question and answer, of every depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards.finding import Found, Index, Line
from wizards.forms.entries import LineEntry
from wizards.forms.row import plain_label
from wizards.panels.find_list import FindList
from wizards.speaking import say, say_count

if TYPE_CHECKING:
    from wizards.main_window import MainWindow

SLICE = 0.008
"""Seconds for which the plan is read before keys and mouse have their turn again."""
AFTER = 300
"""Milliseconds after a change of the plan until it is searched again."""


class FindPanel(QWidget):
    """What is searched for, how much of it there is, and the places, each a way to its field."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("find")
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._index = window, Index()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 12, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.entry = LineEntry()
        self.entry.setObjectName("find.text")
        self.entry.setAccessibleName(say(N_("Find in questions and answers")))
        self.entry.setClearButtonEnabled(True)
        self.entry.textChanged.connect(self._search)
        self.entry.installEventFilter(self)
        column.addWidget(self.entry)
        self._told = plain_label("", "why")
        self._told.setObjectName("find.told")
        column.addWidget(self._told)
        self.list = FindList()
        self.list.setAccessibleName(say(N_("Places found")))
        self.list.chosen.connect(self.follow)
        column.addWidget(self.list, 1)
        self._reading = QTimer(self)
        self._reading.timeout.connect(self._read)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER)
        self._later.timeout.connect(self._start)

    def open(self) -> None:
        """Take the focus, what was searched for last ready to be replaced."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()
        self._start()

    def plan_changed(self) -> None:
        """Search again a moment later, because the plan is another now."""
        if self.isVisible():
            self._later.start()

    def forget(self) -> None:
        """Search another plan from now on."""
        self._index = Index()
        self.list.clear_places()
        self.plan_changed()

    def go(self, by: int) -> None:
        """Go to the next place, or to the one before where `by` is negative; round at the ends."""
        self._finish()
        self.list.step(by, around=True)
        line = self.list.current
        if line is not None:
            self.follow(line)

    def follow(self, line: Line) -> None:
        """Lead to the field of a place; where the depth hides it, going deeper is offered."""
        self._window.guide.show_asked(line.path)

    def close_search(self) -> None:
        """Show help and review again and give the focus back to the page."""
        self._reading.stop()
        self._later.stop()
        self._window.beside.close_find()
        self._window.panes.enter_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.close_search()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose a place while one types, Return goes there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is not None:
            self.list.step(by, around=False)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._finish()
            line = self.list.current
            if line is not None:
                self.follow(line)
            return True
        return super().eventFilter(watched, event)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(plain_label(say(N_("Find")), "eyebrow"), 1)
        close = QPushButton(say(N_("Close")))
        close.setObjectName("find.close")
        close.setAccessibleName(say(N_("Close the search")))
        close.setToolTip(f"{say(N_('Close'))} (Esc)")
        close.setProperty("quiet", True)
        close.clicked.connect(self.close_search)
        head.addWidget(close)
        return head

    def _start(self) -> None:
        self._search()
        self._reading.start(0)

    def _read(self) -> None:
        if not self.isVisible():
            self._reading.stop()
        elif self._index.read(self._window.session.plan, SLICE):
            self._reading.stop()
            self._search()

    def _finish(self) -> None:
        """Read to the end at once, because a place is wanted now."""
        if self._reading.isActive():
            while not self._index.read(self._window.session.plan, 1):
                continue
            self._reading.stop()
            self._search()

    def _search(self) -> None:
        plan = self._window.session.plan
        text = self.entry.text()
        found = self._index.search(plan, text)
        self.list.show_found(found, plan, text)
        self._told.setText(self._summary(found, text))

    def _summary(self, found: Found, text: str) -> str:
        if not text.strip():
            return say(N_("Type a word of a question or of an answer."))
        if found.more:
            told = N_("More than {count} places. One more word finds fewer.")
            return say(told, count=found.total)
        if found.total:
            counted = say_count(N_("{count} place"), N_("{count} places"), found.total)
            if self._reading.isActive():
                return say(N_("{places} so far, still looking …"), places=counted)
            fewer = say(N_("the first {count} are listed"), count=len(found.lines))
            return counted if found.total == len(found.lines) else f"{counted}, {fewer}"
        if self._reading.isActive():
            return say(N_("Looking …"))
        return say(
            N_(
                "Nothing in the questions or answers has “{words}”. "
                "Try fewer words, or only the beginning of one."
            ),
            words=text.strip(),
        )
