"""The places that a search found, under the names of their pages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from planner.i18n import N_
from planner.model.plan import Plan
from wizards import theme
from wizards.finding import PAGES, Found, Line, hidden_at, page_name, piece
from wizards.speaking import say

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_ROOT = QModelIndex()
_HIDDEN = {
    "standard": N_("asked at standard depth"),
    "thorough": N_("asked at thorough depth"),
}
_LINES = 4
"""Lines of a question that are shown at most."""
_EDGE = 8


class _Places(QAbstractListModel):
    """Places, each page's under a row with its name that cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Line | str] = []
        self.plan: Plan | None = None
        self.text = ""

    def show_found(self, found: Found, plan: Plan | None, text: str) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.plan, self.text = plan, text
        self.rows = []
        page = -1
        for line in found.lines:
            if line.page != page:
                page = line.page
                self.rows.append(page_name(PAGES[page]))
            self.rows.append(line)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """A place in words."""
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole) or not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row
        parts = (row.owner, row.question, "".join(piece(row.answer, self.text)), self.hidden(row))
        return "\n".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only places can be chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def hidden(self, line: Line) -> str:
        """From which depth on a question is asked that is not asked now, in words."""
        word = hidden_at(self.plan, line.depth) if self.plan is not None else ""
        return say(_HIDDEN[word]) if word else ""


class FindList(QListView):
    """Places by page, named `find.places`; `chosen` tells the one to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find.places")
        self.setProperty("role", "places")
        self._places = _Places()
        self._places.setParent(self)
        self.setModel(self._places)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.activated.connect(self._activated)
        self.clicked.connect(self._activated)

    @property
    def lines(self) -> list[Line]:
        """The places that are listed."""
        return [row for row in self._places.rows if isinstance(row, Line)]

    @property
    def current(self) -> Line | None:
        """The chosen place, the first where none is chosen."""
        rows = self._places.rows
        row = self.currentIndex().row()
        chosen = rows[row] if 0 <= row < len(rows) else None
        return chosen if isinstance(chosen, Line) else next(iter(self.lines), None)

    def show_found(self, found: Found, plan: Plan, text: str) -> None:
        """Show what was found; who stood at a place stays there."""
        row = self.currentIndex().row()
        before = self._places.rows[row] if 0 <= row < len(self._places.rows) else None
        self._places.show_found(found, plan, text)
        if isinstance(before, Line):
            self._choose(before.path)

    def clear_places(self) -> None:
        """List nothing, because the plan that it was about is gone."""
        self._places.show_found(Found(), None, "")

    def step(self, by: int, *, around: bool) -> None:
        """Choose the place after or before; from the last to the first where it goes around."""
        lines = self.lines
        if not lines:
            return
        chosen = self.currentIndex()
        if not chosen.isValid():
            self._choose(lines[0 if by > 0 else -1].path)
            return
        here = next(n for n, line in enumerate(lines) if line is self.current) + by
        here = here % len(lines) if around else max(0, min(here, len(lines) - 1))
        self._choose(lines[here].path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew in another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, path: str) -> None:
        for number, row in enumerate(self._places.rows):
            if isinstance(row, Line) and row.path == path:
                self.setCurrentIndex(self._places.index(number))
                return

    def _activated(self, index: Index) -> None:
        row = self._places.rows[index.row()]
        if isinstance(row, Line):
            self.chosen.emit(row)


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a place: whose it is, the question, the piece of the answer, from which depth on."""

    def __init__(self, view: FindList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        del option
        places = self._places(index)
        row = places.rows[index.row()]
        width = self._view.viewport().width()
        small = QFontMetrics(theme.font(9)).lineSpacing()
        if isinstance(row, str):
            return QSize(width, small + 14)
        lines = sum(1 for text in (row.owner, row.answer) if text) * small
        question = _height(row.question, width, theme.font(strong=True))
        hidden = _height(places.hidden(row), width, theme.font(9))
        return QSize(width, question + lines + hidden + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A page's name, or a place."""
        now = theme.tokens()
        places = self._places(index)
        row = places.rows[index.row()]
        rect = QRect(option.rect)
        painter.save()
        if isinstance(row, str):
            _write(
                painter, rect.adjusted(_EDGE, 8, -_EDGE, 0), row, _face(9, strong=True), now.ink3
            )
        else:
            self._ground(painter, option, now)
            self._place(painter, rect, row, places, now)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, now: theme.Tokens) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or over):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = chosen and (self._view.hasFocus() or now.accent_soft == now.surface)
        painter.setPen(QPen(QColor(now.accent), 2) if outline else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent_soft if chosen else now.sunken))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)

    def _place(
        self, painter: QPainter, rect: QRect, row: Line, places: _Places, now: theme.Tokens
    ) -> None:
        small = QFontMetrics(theme.font(9)).lineSpacing()
        left, width, top = rect.left() + _EDGE, rect.width() - 2 * _EDGE, rect.top() + 6
        if row.owner:
            line = QRect(left, top, width, small)
            _write(painter, line, row.owner, _face(9), now.ink2, cut=True)
            top += small
        wrap = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
        height = _height(row.question, rect.width(), theme.font(strong=True))
        painter.setFont(theme.font(strong=True))
        painter.setPen(QColor(now.ink))
        painter.drawText(QRect(left, top, width, height), wrap, row.question)
        top += height
        if row.answer:
            self._answer(painter, QRect(left, top, width, small), row, places.text, now)
            top += small
        painter.setFont(theme.font(9))
        painter.setPen(QColor(now.warn))
        painter.drawText(QRect(left, top, width, rect.bottom() - top), wrap, places.hidden(row))

    @staticmethod
    def _answer(painter: QPainter, rect: QRect, row: Line, text: str, now: theme.Tokens) -> None:
        """The piece of the answer, what was found in it in the accent's colour and strong."""
        for number, words in enumerate(piece(row.answer, text)):
            face = _face(9, strong=number == 1)
            colour = now.accent if number == 1 else now.ink2
            _write(painter, rect, words, face, colour, cut=True)
            rect = rect.adjusted(QFontMetrics(face).horizontalAdvance(words), 0, 0, 0)
            if rect.width() <= 0:
                return

    @staticmethod
    def _places(index: Index) -> _Places:
        model = index.model()
        assert isinstance(model, _Places)
        return model


def _height(text: str, width: int, face: QFont) -> int:
    """The height in pixels of a text broken into lines in a row of a width."""
    if not text:
        return 0
    metrics = QFontMetrics(face)
    most = QRect(0, 0, width - 2 * _EDGE, _LINES * metrics.lineSpacing())
    return min(
        metrics.boundingRect(most, Qt.TextFlag.TextWordWrap.value, text).height(), most.height()
    )


def _face(size: float, *, strong: bool = False) -> QFont:
    return theme.font(size, strong=strong)


def _write(
    painter: QPainter, rect: QRect, text: str, face: QFont, colour: str, *, cut: bool = False
) -> None:
    painter.setFont(face)
    painter.setPen(QColor(colour))
    if cut:
        text = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.TextFlag.TextSingleLine.value, text)
