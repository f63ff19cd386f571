"""The step rail: number, name, state and findings of each step; any can be reached at any time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards import theme
from wizards.speaking import say, say_count
from wizards.steps import DEPTHS, STEPS, Step

WIDE, SLIM = 232, 56
"""Pixels at 100 % text size, and where the window is narrow."""
LEAST = 28
"""Pixels of a step's height at least, so that it can be hit."""
WIDEST = 320
_NAME = 32
"""Pixels before a step's name: the bar of the current one and the number."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a step is: one of "nothing", "begun", "sound", and what is still to be done.

    `findings` are those of the review that are wrong or weak, `missing` the answers that every plan
    needs; `done` tells whether the user marked the step, `since` how many findings came after that.
    """

    progress: str = "nothing"
    findings: int = 0
    missing: int = 0
    done: bool = False
    since: int = 0

    def words(self) -> str:
        """The state in words."""
        parts = [say(_WORDS[self.progress])]
        if self.missing:
            parts.append(missing_words(self.missing))
        if self.findings:
            parts.append(findings_words(self.findings))
        if self.done:
            parts.append(done_words(self.since))
        return ", ".join(parts)


def missing_words(count: int) -> str:
    """How many answers are missing, in words."""
    return say_count(N_("{count} answer missing"), N_("{count} answers missing"), count)


def findings_words(count: int) -> str:
    """How many findings there are, in words."""
    return say_count(N_("{count} finding"), N_("{count} findings"), count)


def done_words(since: int) -> str:
    """That a step is marked as done, and what the review found after that."""
    if not since:
        return say(N_("done"))
    return say_count(N_("done, {count} finding since"), N_("done, {count} findings since"), since)


_DEPTH_NAMES = {
    "essential": N_("Essential"),
    "standard": N_("Standard"),
    "thorough": N_("Thorough"),
}
_WORDS = {"nothing": N_("nothing yet"), "begun": N_("begun"), "sound": N_("sound")}


class RailEntry(QAbstractButton):
    """One step of the rail, named `rail.<word>`; `shown_name` is what there was room for.

    `missing_wanted` tells that the sign of its state was clicked.
    """

    missing_wanted = Signal()

    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self.number, self.step = number, step
        self._state = State()
        self.slim = False
        self.shown_name = ""
        self.setObjectName(f"rail.{step.word}")
        self.setText(say(step.name))
        # A name may have an ampersand, which is no key.
        self.setShortcut(QKeySequence())
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Where large text leaves little room the steps give way, not what stands below them.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name()

    @property
    def state(self) -> State:
        """What is shown beside the name."""
        return self._state

    def show_state(self, state: State) -> None:
        """Show how far the step is."""
        if state != self._state:
            self._state = state
            self._name()
            self.update()

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        return QSize(SLIM if self.slim else WIDE, round(theme.points(40)))

    def minimumSizeHint(self) -> QSize:
        """What can still be hit."""
        return QSize(SLIM, LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the step by the tokens of the theme."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, now)
        ink = QColor(now.ink if self.isChecked() else now.ink2)
        painter.setPen(ink)
        painter.setFont(theme.font(strong=self.isChecked()))
        height = self.height()
        if self.slim:
            box = QRectF(0, 0, self.width(), height - 10)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))
            at = QPointF(self.width() / 2, height - 9)
            paint_sign(painter, now, self._state, at, 3.5)
            return
        box = QRectF(7, 0, 21, height)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self.number)
        )
        count = f"+{self._state.since}" if self._state.since else str(self._state.findings or "")
        used = 0
        right = self.width() - 14
        paint_sign(painter, now, self._state, QPointF(right, height / 2), 5)
        if count:
            painter.setFont(theme.font(9))
            painter.setPen(QColor(now.ink3))
            used = painter.fontMetrics().horizontalAdvance(count) + 4
            used += 3 if self._state.done else 0
            box = QRectF(right - 44, 0, 32 if self._state.done else 35, height)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count
            )
        painter.setFont(theme.font(strong=self.isChecked()))
        painter.setPen(ink)
        room = right - _NAME - used - 6
        elide = Qt.TextElideMode.ElideRight
        self.shown_name = painter.fontMetrics().elidedText(self.text(), elide, room)
        name = QRectF(_NAME, 0, room, height)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self.shown_name)

    def _paint_ground(self, painter: QPainter, now: theme.Tokens) -> None:
        rect = QRectF(self.rect()).adjusted(6, 2, -6, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if self.isChecked() else now.sunken))
            painter.drawRoundedRect(rect, 6, 6)
        if self.isChecked():
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(
                QRectF(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1.5, 1.5
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sign leads to what is missing, one beside it to the step alone."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._sign_at(event.position()):
            self.missing_wanted.emit()

    def _sign_at(self, point: QPointF) -> bool:
        if not QRectF(self.rect()).contains(point):
            return False
        return point.y() > self.height() - 16 if self.slim else point.x() > self.width() - 30

    def _name(self) -> None:
        told = f"{self.number}. {say(self.step.name)}, {self._state.words()}"
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setAccessibleDescription(
            say(N_("The right arrow leads to what is missing.")) if self._state.missing else ""
        )


def paint_sign(
    painter: QPainter, now: theme.Tokens, state: State, at: QPointF, size: float
) -> None:
    """The sign of a state: empty, half full or full, or a check where the step is marked."""
    colour = {"sound": now.good, "begun": now.accent}.get(state.progress, now.line_strong)
    if state.done:
        _paint_check(painter, now, at, size, fresh=not state.since)
        return
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(QColor(colour) if state.progress == "sound" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, size, size)
    if state.progress == "begun":
        painter.setBrush(QColor(colour))
        box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
        painter.drawPie(box, 90 * 16, 180 * 16)


def _paint_check(
    painter: QPainter, now: theme.Tokens, at: QPointF, size: float, *, fresh: bool
) -> None:
    """A check: on a full ground while nothing was found since, else on an empty one."""
    around = size + 1.5
    colour = QColor(now.good if fresh else now.warn)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if fresh else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, around, around)
    ink = QColor(now.surface) if fresh else colour
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    unit = around / 6.5
    points = ((-3, 0.2), (-0.8, 2.4), (3, -2.2))
    painter.drawPolyline([at + QPointF(x * unit, y * unit) for x, y in points])


class Rail(QWidget):
    """The ten steps, and at the foot how deep the plan asks.

    `chosen` tells the word of the step that the user picks, `missing_wanted` that of a step whose
    missing answers are asked for, `depth_chosen` that of a depth.
    """

    chosen = Signal(str)
    missing_wanted = Signal(str)
    depth_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(0)
        self.entries: dict[str, RailEntry] = {}
        for number, step in enumerate(STEPS, 1):
            entry = RailEntry(number, step)
            entry.clicked.connect(self._teller(step.word))
            entry.missing_wanted.connect(self._asker(step.word))
            self.entries[step.word] = entry
            column.addWidget(entry)
        column.addStretch()
        self._depth = DEPTHS[0]
        self._foot = QPushButton()
        self._foot.setObjectName("rail.depth")
        self._foot.setProperty("quiet", True)
        self._foot.clicked.connect(self._offer_depths)
        column.addWidget(self._foot)
        self._slim = False
        self.set_slim(slim=False)

    def set_slim(self, *, slim: bool) -> None:
        """Show numbers alone, where the window is narrow."""
        self.setFixedWidth(SLIM if slim else min(theme.pixels(WIDE), WIDEST))
        for entry in self.entries.values():
            entry.slim = slim
            entry.updateGeometry()
            entry.update()
        self._slim = slim
        self._name_depth()

    def show_depth(self, word: str) -> None:
        """Say how deep the plan asks."""
        self._depth = word
        self._name_depth()

    def show_current(self, word: str) -> None:
        """Mark the step that is shown; where the focus is in the rail, it goes along."""
        entry = self.entries[word]
        entry.setChecked(True)
        if any(one.hasFocus() for one in self.entries.values()):
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down by the arrows, and to the right to what is missing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        entries = list(self.entries.values())
        here = next((n for n, entry in enumerate(entries) if entry.hasFocus()), None)
        if event.key() == Qt.Key.Key_Right and here is not None:
            self.missing_wanted.emit(entries[here].step.word)
            return
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        entries[max(0, min(here + step, len(entries) - 1))].setFocus()

    def _name_depth(self) -> None:
        name = say(_DEPTH_NAMES[self._depth])
        told = say(N_("Depth: {name}"), name=name)
        self._foot.setText(name[:1] if self._slim else told)
        # The style sheet's least height is that of ordinary text.
        self._foot.ensurePolished()
        self._foot.setMinimumHeight(self._foot.sizeHint().height())
        self._foot.setAccessibleName(told)
        self._foot.setToolTip(say(N_("How many questions are asked; every answer stays.")))

    def _offer_depths(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("menu.depth")
        for word in DEPTHS:
            action = menu.addAction(say(_DEPTH_NAMES[word]))
            action.setObjectName(f"depth.{word}")
            action.setCheckable(True)
            action.setChecked(word == self._depth)
            action.triggered.connect(self._depth_teller(word))
        size = menu.sizeHint()
        menu.popup(self._foot.mapToGlobal(QPoint(8, -size.height())))

    def _depth_teller(self, word: str) -> Callable[[], None]:
        return lambda: self.depth_chosen.emit(word)

    def _asker(self, word: str) -> Callable[[], None]:
        return lambda: self.missing_wanted.emit(word)

    def _teller(self, word: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(word)
