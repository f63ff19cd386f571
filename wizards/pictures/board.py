"""A picture whose things can be moved: with the mouse, or picked up and moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from planner.blocks import Chart
from planner.drawing.shapes import Touch
from planner.i18n import N_
from wizards import theme
from wizards.announcing import announce
from wizards.pictures.moves import Moves, Placing
from wizards.pictures.view import ARROWS, ENTER, PictureView
from wizards.speaking import say

_WORDS = 9
"""Points of what is said beside a thing that is moved, at 100 %."""
_DRAGGED_FROM = 4.0
"""Pixels that the mouse moves before it is a drag."""


class Board(PictureView):
    """Moves things as `moves` allows; `moved` carries a `Placing` once a thing is let go.

    `pressed_at` is where the mouse went down on a thing.
    """

    moved = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.moves: Moves | None = None
        self._held: Touch | None = None
        self._placing: Placing | None = None
        self._picked: Placing | None = None
        self._landed: tuple[Touch, Placing] | None = None
        self.pressed_at: QPointF | None = None

    @property
    def held(self) -> Touch | None:
        """What is being moved."""
        return self._held

    @property
    def landed(self) -> Touch | None:
        """What was put down and is still drawn where it was before."""
        return self._landed[0] if self._landed is not None else None

    def show_chart(self, chart: Chart) -> None:
        """Show a chart in which everything lies where it was put."""
        self.forget_landed()
        super().show_chart(chart)

    def forget_landed(self) -> None:
        """Show what was put down where it is drawn."""
        self._landed = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is at the mouse; a drag may begin here."""
        self.let_go()
        super().mousePressEvent(event)
        can = event.button() == Qt.MouseButton.LeftButton and self.chosen is not None
        self.pressed_at = event.position() if can else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self.pressed_at is None or self.chosen is None:
            super().mouseMoveEvent(event)
            return
        way = event.position() - self.pressed_at
        if self._held is None and way.manhattanLength() >= _DRAGGED_FROM:
            self._held = self.chosen
            self.setCursor(self.cursor_held)
            QToolTip.hideText()
        if self._held is not None and self.moves is not None:
            self.show_placing(self.placing_at(self._held, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is held."""
        super().mouseReleaseEvent(event)
        self.pressed_at = None
        self.unsetCursor()
        self.put_down()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks up and Enter puts down; meanwhile arrows move, Escape takes it back."""
        key = event.key()
        if self._held is None:
            if key == Qt.Key.Key_Space and self.chosen is not None and self.moves is not None:
                self.pick_up(self.chosen)
            else:
                super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.let_go()
        elif key in ENTER or key == Qt.Key.Key_Space:
            self.put_down()
        elif key in ARROWS:
            placing = self.placing_by(self._held, event)
            if placing is not None:
                self.show_placing(placing)
                announce(self, placing.words)

    @property
    def cursor_held(self) -> Qt.CursorShape:
        """The cursor while something is dragged."""
        return Qt.CursorShape.ClosedHandCursor

    def placing_at(self, held: Touch, place: QPointF) -> Placing | None:
        """What it means to put what is held at a place of the widget."""
        if self.moves is None:
            return None
        spot = self.spot_at(place)
        if held.home is not None and self.pressed_at is not None:
            # It may be drawn beside its values: what counts is how far it is dragged.
            begun = self.spot_at(self.pressed_at)
            spot = (held.home[0] + spot[0] - begun[0], held.home[1] + spot[1] - begun[1])
        return self.moves.place(self.drawing, held, spot)

    def placing_by(self, held: Touch, event: QKeyEvent) -> Placing | None:
        """What it means to move what is held on by an arrow key."""
        if self.moves is None:
            return None
        spot = self._placing.spot if self._placing is not None else held.place
        return self.moves.nudge(self.drawing, held, spot, *ARROWS[event.key()])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is held when the focus goes stays where it was."""
        self.let_go()
        super().focusOutEvent(event)

    def put_down(self) -> None:
        """Leave what is held where it is now."""
        placing, self._placing, held, self._held = self._placing, None, self._held, None
        # What was only picked up keeps its answers, even those that lie between two steps.
        picked, self._picked = self._picked, None
        if held is not None and placing is not None and placing is not picked:
            self._landed = held, placing
            self.moved.emit(placing)
        self.update()

    def let_go(self) -> None:
        """Leave what is held where it was."""
        self._held = self._placing = self._picked = None
        self.update()

    def paint_over(self, painter: QPainter) -> None:
        """Show what is held where it would come to lie, and what that means."""
        super().paint_over(painter)
        if self._held is not None and self._placing is not None:
            self._paint_ghost(painter, self._held, self._placing)
            self._paint_words(painter, self._held, self._placing)
        elif self._landed is not None:
            self._paint_ghost(painter, *self._landed)

    def _paint_ghost(self, painter: QPainter, held: Touch, placing: Placing) -> None:
        """Show a thing at the place where it will lie."""
        now = theme.tokens()
        painter.setPen(QPen(QColor(now.accent), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(self.place_of(held.middle), self.place_of(placing.spot))
        ghost = self._ghost(held, placing)
        painter.setPen(QPen(QColor(now.accent), 2))
        painter.setBrush(QColor(now.accent_soft))
        round_by = min(ghost.width(), ghost.height()) / 2
        painter.drawRoundedRect(ghost, round_by, round_by)

    def _paint_words(self, painter: QPainter, held: Touch, placing: Placing) -> None:
        now, box = theme.tokens(), self._words_box(held, placing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.ink))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font(_WORDS))
        painter.setPen(QColor(now.surface))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, placing.words)

    def _ghost(self, held: Touch, placing: Placing) -> QRectF:
        """The box of a thing where it will lie, in pixels of the widget."""
        ghost = self.outline(held).adjusted(4, 4, -4, -4)
        if placing.half is not None:
            unit = self.place_of((1.0, 0.0)).x() - self.place_of((0.0, 0.0)).x()
            ghost.setWidth(max(2 * placing.half * unit, ghost.height()))
        ghost.moveCenter(self.place_of(placing.spot))
        return ghost

    def _words_box(self, held: Touch, placing: Placing) -> QRectF:
        """The box of what is said of a placing: above the thing, below where there is no room."""
        beside = self._ghost(held, placing)
        size = QFontMetricsF(theme.font(_WORDS)).boundingRect(placing.words).size()
        box = QRectF(0, 0, size.width() + 16, size.height() + 8)
        box.moveCenter(QPointF(beside.center().x(), beside.top() - box.height() / 2 - 6))
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if box.top() < inside.top():
            box.moveTop(beside.bottom() + 6)
        box.moveLeft(min(max(box.left(), inside.left()), max(inside.right() - box.width(), 2)))
        return box

    def _painted(self) -> QRect:
        """Where a frame of a drag paints, so that the next one need not paint all."""
        if self._held is None or self._placing is None:
            return self.rect()
        held, placing = self._held, self._placing
        area = self.outline(held).united(self._ghost(held, placing))
        return area.united(self._words_box(held, placing)).toAlignedRect().adjusted(-4, -4, 4, 4)

    def pick_up(self, touch: Touch) -> None:
        """Hold a thing, to be moved by keys."""
        assert self.moves is not None
        placing = self.moves.place(self.drawing, touch, touch.place)
        if placing is None:
            return
        self._held, self._placing, self._picked = touch, placing, placing
        announce(self, say(self.picked_up, what=placing.words))
        self.update()

    @property
    def picked_up(self) -> str:
        """What is said when something is picked up by a key, to be translated."""
        return N_("Picked up: {what}. Arrows move it, Enter puts it down.")

    def show_placing(self, placing: Placing | None) -> None:
        """Show where what is held would come to lie."""
        before = self._painted()
        self._placing = placing
        self.update(before.united(self._painted()))
