"""Text entries that leave Ctrl+Z to the plan, and a layout that wraps."""

from __future__ import annotations

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

    def _fit(self) -> None:
        # A plain text document counts its height in lines.
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        height = round(lines * self.fontMetrics().lineSpacing()) + 22
        if self.minimumHeight() != height:
            self.setFixedHeight(height)


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
    """Puts widgets side by side and goes on in the next line where there is no more room."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
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
        """Room for the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap // 2, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size.boundedTo(QSize(rect.width(), 4000))))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()
