"""The first thing seen: a new plan, an open one, the sample, or one of lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner import assets
from planner.i18n import N_
from wizards.preferences import Recent
from wizards.speaking import say

SAMPLES = {
    "local-service": N_("A local service firm"),
    "manufacturer": N_("A manufacturer with a handful of customers"),
    "online-shop": N_("An online shop"),
}
"""The shipped samples by file name, and what kind of firm each is."""


WAY = (
    (
        N_("Answer"),
        N_("Ten steps, a handful of plain questions each, with an example beside every one."),
    ),
    (
        N_("See what is weak"),
        N_("Missing sources, goals without a date, money without an aim: each one click away."),
    ),
    (
        N_("Write it out"),
        N_("A Word or PDF document in your own sentences, with figures that add up."),
    ),
)
"""What happens on the way to a plan, in three stages."""


class StartPage(QWidget):
    """Offers the ways into a plan; nothing of a plan is loaded for it."""

    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)
    sample_wanted = Signal(object)

    def __init__(self, recent: tuple[Recent, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.start")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(32, 32, 32, 32)
        body = QWidget()
        body.setMaximumWidth(680)
        outer.addStretch(1)
        outer.addWidget(body, 1000)
        outer.addStretch(1)
        self._column = QVBoxLayout(body)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        self._column.addWidget(_label(say(N_("Plansmith")), "title"))
        self._column.addWidget(
            _label(
                say(
                    N_(
                        "Your strategic marketing plan, question by question. "
                        "Everything stays on this computer."
                    )
                ),
                "secondary",
            )
        )
        self._column.addSpacing(16)
        self._column.addWidget(self._way())
        self._column.addSpacing(16)
        self._column.addLayout(self._first_acts())
        self._column.addSpacing(24)
        self._add_samples()
        if recent:
            self._column.addSpacing(20)
            self._add_recent(recent)
        self._column.addStretch(3)

    @staticmethod
    def _way() -> QWidget:
        card = QWidget()
        card.setProperty("role", "card")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(card)
        row.setContentsMargins(24, 18, 24, 18)
        row.setSpacing(28)
        for number, (title, text) in enumerate(WAY, 1):
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(_label(f"{number}   {say(title)}", "question"))
            column.addWidget(_label(say(text), "why"))
            column.addStretch()
            row.addLayout(column, 1)
        return card

    def _first_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        new = QPushButton(say(N_("New plan")))
        new.setObjectName("start.new")
        new.setProperty("primary", True)
        new.clicked.connect(self.new_wanted)
        opening = QPushButton(say(N_("Open a plan …")))
        opening.setObjectName("start.open")
        opening.clicked.connect(self.open_wanted)
        for button in (new, opening):
            button.setAccessibleName(button.text())
            row.addWidget(button)
        row.addStretch()
        return row

    def _add_samples(self) -> None:
        self._column.addWidget(
            _label(say(N_("Look at a complete plan first (fictional)")), "question")
        )
        for file in assets.samples():
            words = say(SAMPLES.get(file.stem, file.stem))
            self._add_link(f"start.sample.{file.stem}", words, "", self._sample(file))

    def _add_recent(self, recent: tuple[Recent, ...]) -> None:
        self._column.addWidget(_label(say(N_("Opened lately")), "question"))
        for number, one in enumerate(recent):
            folder = str(one.file.parent)
            there = one.is_there
            hint = folder if there else say(N_("{folder}, not there now"), folder=folder)
            link = self._add_link(
                f"start.recent.{number}", one.title or one.file.stem, hint, self._file(one.file)
            )
            link.setEnabled(there)

    def _add_link(self, name: str, words: str, hint: str, act: Callable[[], None]) -> QPushButton:
        row = QHBoxLayout()
        row.setSpacing(8)
        button = QPushButton(words.replace("&", "&&"))
        button.setObjectName(name)
        button.setAccessibleName(f"{words} {hint}".strip())
        button.setProperty("quiet", True)
        button.clicked.connect(act)
        row.addWidget(button)
        if hint:
            label = _label(hint, "hint")
            label.setWordWrap(False)
            row.addWidget(label)
        row.addStretch()
        self._column.addLayout(row)
        return button

    def _sample(self, file: Path) -> Callable[[], None]:
        return lambda: self.sample_wanted.emit(file)

    def _file(self, file: Path) -> Callable[[], None]:
        return lambda: self.file_wanted.emit(file)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
