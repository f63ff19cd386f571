"""Below a page: back, what is still open, what is saved, next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from planner.i18n import N_
from wizards.speaking import say, say_count


class Footer(QWidget):
    """Buttons `back` and `next`, and a link to the first open question between them."""

    back_wanted = Signal()
    next_wanted = Signal()
    question_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(12)
        self.back = self._button("back", say(N_("Back")))
        self.back.clicked.connect(self.back_wanted)
        self.missing = self._button("open_questions", "")
        self.missing.setProperty("quiet", True)
        self.missing.clicked.connect(self.question_wanted)
        self.saved = QLabel()
        self.saved.setProperty("role", "hint")
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.next = self._button("next", say(N_("Next")))
        self.next.setProperty("primary", True)
        self.next.clicked.connect(self.next_wanted)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.missing)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.next)

    def show_step(self, number: int, count: int) -> None:
        """Say whether there is a step before and after."""
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number < count - 1)

    def show_missing(self, count: int) -> None:
        """Say how many questions of the page have no answer yet."""
        text = (
            say_count(N_("{count} answer missing"), N_("{count} answers missing"), count)
            if count
            else ""
        )
        self.missing.setText(text)
        self.missing.setAccessibleName(text or say(N_("No answer missing")))
        self.missing.setVisible(bool(count))

    def show_saved(self, dirty: bool, path: Path | None) -> None:
        """Say whether the plan is on the disk as it stands."""
        if path is None:
            text = say(N_("Not saved yet")) if dirty else ""
        else:
            text = say(N_("Not saved yet")) if dirty else say(N_("Saved"))
        self.saved.setText(text)

    @staticmethod
    def _button(name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAccessibleName(words or name)
        return button
