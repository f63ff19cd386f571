"""Text entries that leave Ctrl+Z to the plan, and a layout that wraps."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

_AROUND_TEXT = 18
"""Pixels of border, padding and margin above and below several lines together."""
_WIDEST_NEED = 400
"""Pixels that a layout which wraps asks for at most."""
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_history_key(event: QEvent) -> bool:
    """Whether a text entry is about to take undo or redo for itself."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in _HISTORY)


def show_menu(entry: QWidget, menu: QMenu, event: QContextMenuEvent) -> None:
    """Show an entry's menu with the actions of the question that it belongs to at the end."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName("menu.entry")
    if entry.actions():
        menu.addSeparator()
        menu.addActions(entry.actions())
    menu.popup(event.globalPos())


class LineEntry(QLineEdit):
    """One line of text; `left` is emitted when the focus goes elsewhere."""

    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: QLabel | None = None

    def set_unit(self, unit: str) -> None:
        """Show a unit inside, at the right."""
        if self._unit is None:
            self._unit = QLabel(self)
            self._unit.setProperty("role", "hint")
            self._unit.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside = QHBoxLayout(self)
            inside.setContentsMargins(0, 0, 8, 0)
            inside.addStretch()
            inside.addWidget(self._unit)
        self._unit.setTextFormat(Qt.TextFormat.PlainText)
        self._unit.setText(unit)
        self.setTextMargins(0, 0, self._unit.sizeHint().width() + 8 if unit else 0, 0)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the plan's own history."""
        if is_history_key(event):
            event.ignore()
            return True
        return bool(super().event(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what belongs to the question beside what every entry offers."""
        show_menu(self, self.createStandardContextMenu(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the user is here now."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing is over."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TextEntry(QPlainTextEdit):
    """Several lines of text that grow with what is typed; Tab leaves them."""

    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, least: int = 3, most: int = 14) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._placed = False
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the plan's own history."""
        if is_history_key(event):
            event.ignore()
            return True
        return bool(super().event(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the user is here now."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing is over."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what belongs to the question beside what every entry offers."""
        show_menu(self, self.createStandardContextMenu(), event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the height right where the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height right where another width breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._placed = True
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        text = self._text_height(self._most * line)
        text = max(self._least * line, min(self._most * line, text))
        height = ceil(text) + _AROUND_TEXT
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _text_height(self, enough: int) -> float:
        """The height of the text in pixels, counted until there is enough of it."""
        if not self._placed:
            # A width that is not the real one would break lines where they never break.
            return float(self.blockCount() * self.fontMetrics().lineSpacing())
        # Lines are only broken where they are seen; asking for a paragraph's place breaks them.
        place = self.document().documentLayout().blockBoundingRect
        block, height = self.document().begin(), 0.0
        while block.isValid() and height < enough:
            height += place(block).height()
            block = block.next()
        return height


class ChoiceEntry(QComboBox):
    """A choice that the mouse wheel does not change in passing."""

    entered = Signal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the user is here now."""
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow ourselves: a style sheet can only take it from a picture."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = QPointF(self.width() - 15, self.height() / 2)
        painter.drawPolyline(
            [middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)]
        )


class FlowLayout(QLayout):
    """Puts widgets side by side and goes on in the next line where there is no more room.

    With `even` they stand in columns of one width; what is wider than most takes several.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8, *, even: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._even = gap, even
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as it can be; the width decides."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the largest item, but that a long one is cut before a page is."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.boundedTo(QSize(_WIDEST_NEED, size.height()))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        items = [item for item in self._items if not item.isEmpty()]
        cell = self._cell(items) if self._even else 1
        x, y, line = rect.x(), rect.y(), 0
        for item in items:
            size = self._size(item, rect.width())
            width = ceil((size.width() + self._gap) / cell) * cell - self._gap
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap // 2, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size.boundedTo(QSize(rect.width(), 4000))))
            x += width + self._gap
            line = max(line, size.height())
        return y + line - rect.y()

    @staticmethod
    def _size(item: QLayoutItem, room: int) -> QSize:
        """How large an item is: where it is wider than the room, as high as its lines are then."""
        size = item.sizeHint()
        if size.width() > room and item.hasHeightForWidth():
            return QSize(room, item.heightForWidth(room))
        return size

    def _cell(self, items: list[QLayoutItem]) -> int:
        """The width of a column that most items fit into, the gap beside it included."""
        widths = sorted(item.sizeHint().width() for item in items)
        return widths[3 * (len(widths) - 1) // 4] + self._gap if widths else 1
