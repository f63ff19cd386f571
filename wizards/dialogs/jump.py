"""The palette: a few letters of a step, a card, a name, a question or a menu entry lead there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from planner.i18n import N_
from wizards import theme
from wizards.forms.entries import LineEntry
from wizards.forms.row import plain_label
from wizards.jumping import STEP, Target, fitting, lately, targets_of
from wizards.speaking import say

if TYPE_CHECKING:
    from wizards.main_window import MainWindow

_TARGET = Qt.ItemDataRole.UserRole
_WIDTH, _ROWS = 640, 11
"""Pixels of the palette at 100 % text size, and rows of its list."""
_FROM_TOP = 70
_EDGE = 10


class JumpDialog(QDialog):
    """Named `jump`; its entry is `jump.text`, its list `jump.places`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("jump")
        self.setProperty("role", "palette")
        self.setWindowTitle(say(N_("Jump to")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._targets = targets_of(window)
        steps = tuple(target for target in self._targets if target.rank == STEP)
        self._at_first = (*lately(window), *steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 10)
        column.setSpacing(8)
        self.entry = LineEntry()
        self.entry.setObjectName("jump.text")
        words = say(N_("Type a few letters of a step, a name, a question or a menu entry"))
        self.entry.setAccessibleName(words)
        self.entry.setPlaceholderText(words)
        self.entry.installEventFilter(self)
        column.addWidget(self.entry)
        self.list = QListWidget()
        self.list.setObjectName("jump.places")
        self.list.setAccessibleName(say(N_("Places to go to")))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_TargetDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        column.addWidget(self.list, 1)
        self._nothing = plain_label(say(N_("Nothing is called that.")), "why")
        column.addWidget(self._nothing)
        self.entry.textChanged.connect(self._show)
        self._show("")
        self._place(window)

    @property
    def shown(self) -> tuple[Target, ...]:
        """The targets that are listed, the best first."""
        return tuple(self.list.item(row).data(_TARGET) for row in range(self.list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose while one types, Return goes there."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        by = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _ROWS - 1,
            Qt.Key.Key_PageUp: 1 - _ROWS,
        }.get(Qt.Key(event.key()))
        if by is not None:
            row = self.list.currentRow() + by
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
            return True
        return super().eventFilter(watched, event)

    def _show(self, text: str) -> None:
        found: Sequence[Target] = fitting(self._targets, text) if text.strip() else self._at_first
        self.list.clear()
        for target in found:
            item = QListWidgetItem(target.name)
            item.setData(_TARGET, target)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{target.name}, {target.hint}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not found)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        target = item.data(_TARGET)
        # First the focus goes back to the window, then it is led on.
        self.accept()
        target.act()

    def _place(self, window: MainWindow) -> None:
        width = min(theme.pixels(_WIDTH), window.width() - 80)
        row = self.list.sizeHintForRow(0) or theme.pixels(32)
        height = min(row * _ROWS + theme.pixels(80), window.height() - 2 * _FROM_TOP)
        self.setFixedSize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + _FROM_TOP)


class _TargetDelegate(QStyledItemDelegate):
    """A name and, quieter at the right, where it belongs."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line high."""
        del option, index
        return QSize(100, QFontMetrics(theme.font()).lineSpacing() + 12)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The two, the chosen one on the ground of what is chosen."""
        now = theme.tokens()
        target = index.data(_TARGET)
        rect = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        strong = chosen and now.accent_soft == now.surface
        if chosen:
            painter.setBrush(QColor(now.accent if strong else now.accent_soft))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        inside = rect.adjusted(_EDGE, 0, -_EDGE, 0)
        small, face = theme.font(9), theme.font()
        hint = QFontMetrics(small).elidedText(
            target.hint, Qt.TextElideMode.ElideRight, inside.width() * 2 // 5
        )
        beside = QFontMetrics(small).horizontalAdvance(hint) + 16
        name = QFontMetrics(face).elidedText(
            target.name, Qt.TextElideMode.ElideRight, inside.width() - beside
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(face)
        painter.setPen(QColor(now.on_accent if strong else now.ink))
        painter.drawText(inside, middle, name)
        painter.setFont(small)
        painter.setPen(QColor(now.on_accent if strong else now.ink3))
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, hint)
        painter.restore()
