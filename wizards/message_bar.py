"""Sentences and questions of the program, in a bar above the page; never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from planner.i18n import N_
from wizards.parting import part_with
from wizards.speaking import say

FADES_AFTER = 8000
"""Milliseconds for which a sentence that asks nothing stays."""
_SIGNS = {"good": "✓", "warn": "!", "bad": "✕", "info": "i"}


class Choice(Protocol):
    """One way to answer: the button's name, its words, and what it does."""

    @property
    def name(self) -> str:
        """The button is named `bar.<name>`."""

    @property
    def label(self) -> str:
        """What the button says."""

    @property
    def act(self) -> Callable[[], None]:
        """What it does."""


@dataclass(frozen=True, slots=True)
class _Message:
    text: str
    tone: str
    answers: tuple[Choice, ...]


class MessageBar(QWidget):
    """Shows one message at a time; questions wait for each other, the last sentence wins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 8, 12, 8)
        self._row.setSpacing(10)
        self._sign = QLabel()
        self._sign.setProperty("role", "question")
        self._text = QLabel()
        self._text.setObjectName("bar.text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self._asked: list[_Message] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FADES_AFTER)
        self._timer.timeout.connect(self._next)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, empty where none is."""
        return self._text.text() if not self.isHidden() else ""

    def tell(self, text: str, tone: str = "info") -> None:
        """Say a sentence for a while, unless a question waits for its answer."""
        if not self._asked:
            self._show(_Message(text, tone, ()))
            if tone != "bad":
                self._timer.start()

    def ask(self, text: str, answers: Sequence[Choice], tone: str = "warn") -> None:
        """Ask a question, after those that wait already."""
        message = _Message(text, tone, tuple(answers))
        if any(one.text == text for one in self._asked):
            return
        self._asked.append(message)
        if len(self._asked) == 1:
            self._show(message)

    def clear(self) -> None:
        """Drop every message, because what they are about is gone."""
        self._asked.clear()
        self._next()

    def _show(self, message: _Message) -> None:
        self._timer.stop()
        self._drop_buttons()
        self._sign.setText(_SIGNS.get(message.tone, "i"))
        self._text.setText(message.text)
        self.setProperty("tone", message.tone)
        self.style().unpolish(self)
        self.style().polish(self)
        for answer in message.answers:
            self._add_button(answer.name, answer.label, self._answering(message, answer))
        if not message.answers:
            self._add_button("close", say(N_("Close")), self._next)
        self.show()
        if message.answers:
            self._buttons[0].setFocus()

    def _add_button(self, name: str, label: str, act: Callable[[], None]) -> None:
        button = QPushButton(label)
        button.setObjectName(f"bar.{name}")
        button.setAccessibleName(label)
        button.clicked.connect(act)
        self._buttons.append(button)
        self._row.addWidget(button)

    def _answering(self, message: _Message, answer: Choice) -> Callable[[], None]:
        def act() -> None:
            if message in self._asked:
                self._asked.remove(message)
            self._next()
            answer.act()

        return act

    def _next(self) -> None:
        self._timer.stop()
        if self._asked:
            self._show(self._asked[0])
            return
        self._drop_buttons()
        self._text.clear()
        self.hide()

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            part_with(button)
        self._buttons.clear()
