"""Below a page: back, what is missing, what is saved, the mark of being done, next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from planner.i18n import N_
from wizards.rail import State, missing_words
from wizards.speaking import say, say_count

_SIDES = 28
"""Pixels at the left and at the right."""
_GAP = 12


class Footer(QWidget):
    """Buttons `back` and `next`; between them the missing answers and the mark named `done`.

    Where there is no room between the buttons, the rest stands above them.
    """

    back_wanted = Signal()
    next_wanted = Signal()
    missing_wanted = Signal()
    done_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_SIDES, 10, _SIDES, 10)
        self._grid.setSpacing(_GAP)
        self._grid.setColumnStretch(1, 1)
        self.back = self._button("back", say(N_("&Back")))
        self.back.clicked.connect(self.back_wanted)
        self.missing = self._button("open_questions", "")
        self.missing.setProperty("quiet", True)
        self.missing.clicked.connect(self.missing_wanted)
        self.saved = QLabel()
        self.saved.setProperty("role", "hint")
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.done = QCheckBox()
        self.done.setObjectName("done")
        self.done.clicked.connect(self.done_wanted)
        self.next = self._button("next", say(N_("&Next")))
        self.next.setProperty("primary", True)
        self.next.clicked.connect(self.next_wanted)
        self._between = QWidget()
        row = QHBoxLayout(self._between)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addStretch(1)
        for part in (self.missing, self.saved, self.done):
            row.addWidget(part)
        row.addStretch(1)
        self._above: bool | None = None
        self.show_state(State())
        self._arrange(above=False)

    def show_step(self, number: int, count: int, *, primary: bool) -> None:
        """Say whether there is a step before and after, and whether to go on is the main thing."""
        if self.next.property("primary") != primary:
            self.next.setProperty("primary", primary)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number < count - 1)

    def show_state(self, state: State | None) -> None:
        """Say how many answers of the step are missing, and whether it is marked as done.

        A page that is no step has no state.
        """
        self.done.setVisible(state is not None)
        state = state or State()
        text = missing_words(state.missing) if state.missing else ""
        self.missing.setText(text)
        self.missing.setAccessibleName(text or say(N_("No answer missing")))
        self.missing.setVisible(bool(text))
        words = _done_words(state.since) if state.done else say(N_("Mark as done"))
        self.done.setText(words)
        self.done.setAccessibleName(words)
        self.done.setChecked(state.done)
        self._fit()

    def show_saved(self, dirty: bool, path: Path | None) -> None:
        """Say whether the plan is on the disk as it stands."""
        if path is None:
            text = say(N_("Not saved yet")) if dirty else ""
        else:
            text = say(N_("Not saved yet")) if dirty else say(N_("Saved"))
        self.saved.setText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of its two lines."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), self._width_above()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._arrange(above=self._width_between() > self.width())

    def _width_between(self) -> int:
        buttons = self.back.sizeHint().width() + self.next.sizeHint().width()
        return buttons + self._between.sizeHint().width() + 2 * (_SIDES + _GAP)

    def _width_above(self) -> int:
        buttons = self.back.sizeHint().width() + self.next.sizeHint().width() + _GAP
        return max(buttons, self._between.sizeHint().width()) + 2 * _SIDES

    def _arrange(self, *, above: bool) -> None:
        if above == self._above:
            return
        self._above = above
        low = int(above)
        self._grid.addWidget(self.back, low, 0)
        self._grid.addWidget(self.next, low, 2)
        if above:
            self._grid.addWidget(self._between, 0, 0, 1, 3)
        else:
            self._grid.addWidget(self._between, 0, 1)
        self.updateGeometry()

    @staticmethod
    def _button(name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(words.replace("&", "") or name)
        return button


def _done_words(since: int) -> str:
    if not since:
        return say(N_("Done"))
    return say_count(N_("Done, {count} finding since"), N_("Done, {count} findings since"), since)
