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
                        "Write a strategic marketing plan question by question. "
                        "Plansmith asks, computes, reviews, and writes the document. "
                        "Everything stays on this computer."
                    )
                ),
                "secondary",
            )
        )
        self._column.addSpacing(20)
        self._column.addLayout(self._first_acts())
        self._column.addSpacing(24)
        self._add_samples()
        if recent:
            self._column.addSpacing(20)
            self._add_recent(recent)
        self._column.addStretch(3)

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
