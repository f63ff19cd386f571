"""The first thing seen: three doors into a plan, and the plans opened lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner import assets
from planner.i18n import N_
from wizards import theme
from wizards.panels.links import Link
from wizards.preferences import Recent
from wizards.recent_list import RecentList
from wizards.speaking import say


class Sample(NamedTuple):
    """A shipped plan: what kind of firm it is of, and what it shows and how large it is."""

    kind: str
    shows: str = ""


SAMPLES = {
    "local-service": Sample(
        N_("A local service firm"),
        N_(
            "Moveo, a physiotherapy practice that wants full days, not only full evenings. "
            "Some 5,500 answers, at every depth."
        ),
    ),
    "manufacturer": Sample(N_("A manufacturer with a handful of customers")),
    "online-shop": Sample(N_("An online shop")),
}
"""By file name."""
WIDEST = 960
"""Pixels of the column at 100 % text size."""
_DOOR = 250
"""Pixels that a door needs at 100 % text size, so that three of them stand side by side."""
_EDGE = 32


class StartPage(QScrollArea):
    """Offers the ways into a plan; nothing of a plan is loaded for it.

    `forget_wanted` tells the file of the plan that shall go from the list; None for all of them.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)
    sample_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, recent: tuple[Recent, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.start")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = _Sheet()
        sheet.setProperty("role", "sheet")
        outer = QHBoxLayout(sheet)
        outer.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        body = QWidget()
        body.setMaximumWidth(theme.pixels(WIDEST))
        outer.addStretch(1)
        outer.addWidget(body, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(_label(say(N_("Plansmith")), "title"))
        promise = N_(
            "Your strategic marketing plan, question by question. "
            "Everything stays on this computer."
        )
        column.addWidget(_label(say(promise), "secondary"))
        column.addSpacing(20)
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doors.setSpacing(16)
        for door in (self._new(), self._samples(), self._open()):
            self._doors.addWidget(door, 1)
        column.addLayout(self._doors)
        column.addSpacing(24)
        self.recent = RecentList(recent)
        self.recent.opened.connect(self.file_wanted)
        self.recent.forget_wanted.connect(self.forget_wanted)
        column.addWidget(self.recent)
        column.addStretch(3)
        self.setWidget(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the doors side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        # The viewport itself is not asked for: Qt then loads every kind of widget that it could be.
        room = event.size().width() - 2 * _EDGE
        beside = room >= 3 * theme.pixels(_DOOR) + 2 * self._doors.spacing()
        ways = QBoxLayout.Direction
        self._doors.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _new(self) -> Door:
        door = Door(
            "start.new",
            say(N_("New plan")),
            say(N_("Five short questions first: language, currency, months, client and depth.")),
        )
        door.clicked.connect(self.new_wanted)
        return door

    def _open(self) -> Door:
        door = Door(
            "start.open",
            say(N_("Open a plan")),
            say(N_("A plan file from this computer. Its name ends in .mktplan.")),
        )
        door.clicked.connect(self.open_wanted)
        return door

    def _samples(self) -> Door:
        door = Door(
            "start.samples",
            say(N_("Look at a sample")),
            say(N_("A complete plan of a firm that does not exist. Yours to change.")),
        )
        files = assets.samples()
        for file in files:
            door.add(self._sample(file))
        if files:
            # The keyboard reaches each sample; a click beside them opens the first.
            door.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            door.clicked.connect(self._opener(files[0]))
        door.setEnabled(bool(files))
        return door

    def _sample(self, file: Path) -> Link:
        known = SAMPLES.get(file.stem, Sample(file.stem))
        kind = say(known.kind)
        shows = say(known.shows) if known.shows else ""
        lines = tuple((text, role) for text, role in ((kind, "link"), (shows, "why")) if text)
        spoken = ". ".join(text for text, _ in lines)
        link = Link(f"start.sample.{file.stem}", spoken, lines, inset=4)
        link.clicked.connect(self._opener(file))
        return link

    def _opener(self, file: Path) -> Callable[[], None]:
        return lambda: self.sample_wanted.emit(file)


class Door(Link):
    """A card that is one button: a title and what is behind it."""

    def __init__(self, name: str, title: str, text: str) -> None:
        super().__init__(name, title, ((title, "card-title"), (text, "why")), inset=16)
        self.setAccessibleDescription(text)
        inside = self.layout()
        assert isinstance(inside, QVBoxLayout)
        self._column = inside
        inside.setSpacing(4)
        inside.addStretch(1)

    def add(self, link: Link) -> None:
        """Put a way of its own on the card."""
        self._column.insertWidget(self._column.count() - 1, link)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card, outlined where the mouse or the keyboard is."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.hasFocus() or self.underMouse()
        colour = now.accent if marked else now.line_strong
        painter.setPen(QPen(QColor(colour), 2 if self.hasFocus() else now.outline))
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)


class _Sheet(QWidget):
    """As high as its lines are at the width that it has, where its layout would guess."""

    def minimumSizeHint(self) -> QSize:
        """The width alone."""
        return QSize(super().minimumSizeHint().width(), 0)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
