"""Dragging the chosen rows of a table to another place in it; nothing leaves the table."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget

from wizards import theme

EDGE = 24
"""Pixels from the upper and lower edge within which the table scrolls."""
NEAR = 64
"""Pixels around the table from which rows still drop into it."""
SCROLL_EVERY = 70
"""Milliseconds between two rows that are scrolled by."""
_LINE, _KNOB = 2, 6
"""Pixels of the line that shows where the rows go, and of the knob at its left end."""


class RowDragging(QObject):
    """Follows the mouse from the start of a drag to its end.

    `dropped` tells above which row the rows go: the number of that row as it stands now, or the
    number of rows for the end of the table.
    """

    dropped = Signal(int)

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._gap = -1
        self._on = False
        self._mouse = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(SCROLL_EVERY)
        self._timer.timeout.connect(self._scroll)

    @property
    def is_on(self) -> bool:
        """Whether rows are being dragged."""
        return self._on

    @property
    def gap(self) -> int:
        """Above which row the rows would go now; -1 where they would stay."""
        return self._gap

    def follow(self, mouse: QPoint) -> None:
        """Hear where the mouse is on the screen, and show where dragged rows would go."""
        self._mouse = mouse
        if self.is_on:
            self._show()

    def start(self) -> None:
        """Begin, at the mouse."""
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._timer.start()
        self._on = True
        self._show()

    def drop(self) -> None:
        """End the drag and let the rows go where the mouse is."""
        gap = self._gap
        self.cancel()
        if gap >= 0:
            self.dropped.emit(gap)

    def cancel(self) -> None:
        """End the drag; all stays as it is."""
        self._gap, self._on = -1, False
        self._timer.stop()
        self._view.viewport().unsetCursor()
        self._view.viewport().update()

    def paint(self) -> None:
        """Draw the line between two rows where the dragged ones would go."""
        if self._gap < 0:
            return
        viewport = self._view.viewport()
        last = self._view.model().rowCount() - 1
        if self._gap > last:
            y = self._view.rowViewportPosition(last) + self._view.rowHeight(last)
        else:
            y = self._view.rowViewportPosition(self._gap)
        y = max(_KNOB // 2, min(y, viewport.height() - _KNOB // 2))
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(theme.tokens().accent)
        painter.setPen(QPen(accent, _LINE))
        painter.drawLine(_KNOB, y, viewport.width(), y)
        painter.setBrush(accent)
        painter.drawEllipse(QPoint(_KNOB // 2 + 1, y), _KNOB // 2, _KNOB // 2)

    def _show(self) -> None:
        gap = self._gap_at(self._view.viewport().mapFromGlobal(self._mouse))
        if gap != self._gap:
            self._gap = gap
            self._view.viewport().update()

    def _gap_at(self, place: QPoint) -> int:
        """The gap at a place; -1 away from the table, because nothing is dropped elsewhere."""
        near = self._view.viewport().rect().adjusted(-NEAR, -NEAR, NEAR, NEAR)
        if not near.contains(place):
            return -1
        count = self._view.model().rowCount()
        row = self._view.rowAt(max(0, min(place.y(), self._view.viewport().height() - 1)))
        if row < 0:
            return count
        middle = self._view.rowViewportPosition(row) + self._view.rowHeight(row) // 2
        return row if place.y() < middle else row + 1

    def _scroll(self) -> None:
        """Scroll on while the mouse is at an edge: the table, then the page around it."""
        viewport = self._view.viewport()
        place = viewport.mapFromGlobal(self._mouse)
        step = (place.y() > viewport.height() - EDGE) - (place.y() < EDGE)
        if not step:
            return
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step)
        if bar.value() == before:
            self._scroll_page(place, step)
        self._show()

    def _scroll_page(self, place: QPoint, step: int) -> None:
        around: QWidget | None = self._view.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is None or not -EDGE <= place.y() <= self._view.viewport().height() + EDGE:
            return
        in_sight = self._view.viewport().mapTo(around.viewport(), place).y()
        if not EDGE < in_sight < around.viewport().height() - EDGE:
            bar = around.verticalScrollBar()
            bar.setValue(bar.value() + step * self._view.rowHeight(0))
