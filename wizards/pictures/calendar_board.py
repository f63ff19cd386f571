"""A calendar whose bars are moved by whole days, or drawn out at either end."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from planner.drawing.shapes import Touch
from planner.i18n import N_
from wizards import theme
from wizards.pictures.bar_moves import BarMoves
from wizards.pictures.board import Board
from wizards.pictures.moves import Placing
from wizards.pictures.view import ARROWS

Part = Literal["whole", "start", "end"]
HANDLE = 8.0
"""Pixels at each end of a bar that move this end alone."""
_LEAST = 5.0
"""Pixels to both sides of a short bar's middle that move it as a whole."""
_WEEK = 7


class CalendarBoard(Board):
    """Drags bars and their ends; picked up, arrows move by days, with Shift the end alone."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._part: Part = "whole"
        self._start = self._end = 0

    def part_at(self, touch: Touch, place: QPointF) -> Part:
        """Which part of a bar lies at a place: its ends are the bar's own, or beside a short one.

        A bar with one date has no ends.
        """
        if len(touch.sources) < 2:
            return "whole"
        middle = self.place_of(touch.middle)
        half = self.place_of((touch.middle[0] + touch.half, 0.0)).x() - middle.x()
        inner = half - HANDLE if half > 2 * HANDLE else max(half, _LEAST)
        away = place.x() - middle.x()
        return "whole" if abs(away) <= inner else "start" if away < 0 else "end"

    @property
    def cursor_held(self) -> Qt.CursorShape:
        """A hand for a bar, arrows for one of its ends."""
        if self._part == "whole":
            return Qt.CursorShape.ClosedHandCursor
        return Qt.CursorShape.SizeHorCursor

    @property
    def picked_up(self) -> str:
        """What is said when a bar is picked up by a key, to be translated."""
        return N_(
            "Picked up: {what}. Arrows move it by days, with Ctrl by weeks, with Shift its end."
            " Enter puts it down."
        )

    def placing_at(self, held: Touch, place: QPointF) -> Placing | None:
        """What it means to drag what is held as far as to a place."""
        if not isinstance(self.moves, BarMoves) or self.pressed_at is None:
            return None
        begun = self.spot_at(self.pressed_at)
        days = self.moves.days_to(self.drawing, begun, self.spot_at(place))
        start = 0 if self._part == "end" else days
        end = 0 if self._part == "start" else days
        return self.moves.shift(self.drawing, held, start, end)

    def placing_by(self, held: Touch, event: QKeyEvent) -> Placing | None:
        """What it means to move what is held on by days or weeks, or its end with Shift."""
        across = ARROWS[event.key()][0]
        if not isinstance(self.moves, BarMoves) or not across:
            return None
        keys = event.modifiers()
        days = across * (_WEEK if keys & Qt.KeyboardModifier.ControlModifier else 1)
        only_end = bool(keys & Qt.KeyboardModifier.ShiftModifier) and len(held.sources) > 1
        start = self._start if only_end else self._start + days
        placing = self.moves.shift(self.drawing, held, start, self._end + days)
        bar = self.moves.bars[held.sources]
        if bar.start + start <= bar.end + self._end + days:
            self._start, self._end = start, self._end + days
        return placing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar at the mouse, and which part of it would be dragged."""
        super().mousePressEvent(event)
        chosen = self.chosen
        self._part = "whole" if chosen is None else self.part_at(chosen, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the cursor what a drag from here would move."""
        super().mouseMoveEvent(event)
        touch = self.touch_at(event.position()) if self.pressed_at is None else None
        if touch is not None:
            ends = self.part_at(touch, event.position()) != "whole"
            cursors = Qt.CursorShape
            self.setCursor(cursors.SizeHorCursor if ends else cursors.PointingHandCursor)

    def event(self, event: QEvent) -> bool:
        """Claim the arrows with Ctrl while a bar is picked up."""
        held = event.type() == QEvent.Type.ShortcutOverride and self.held is not None
        if held and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            event.accept()
            return True
        return super().event(event)

    def pick_up(self, touch: Touch) -> None:
        """Hold a bar, to be moved by keys from where it is."""
        self._start = self._end = 0
        super().pick_up(touch)

    def paint_over(self, painter: QPainter) -> None:
        """Mark what is chosen, with its two handles."""
        super().paint_over(painter)
        chosen = self.chosen
        if chosen is None or self.held is not None or len(chosen.sources) < 2:
            return
        now = theme.tokens()
        painter.setPen(QPen(QColor(now.accent), 1.5))
        painter.setBrush(QColor(now.surface))
        scale = self.outline(chosen)
        for x in (scale.left() + scale.height() / 2, scale.right() - scale.height() / 2):
            painter.drawRoundedRect(round(x) - 3, round(scale.center().y()) - 6, 6, 12, 2, 2)
