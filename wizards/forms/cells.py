"""Editing in place: the editors of a table's cells, each named by the cell's path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner import paths
from planner.model.kinds import Choice, ListOf, Prose, YesNo
from planner.model.references import Ref
from wizards import theme
from wizards.forms.choices import options_of
from wizards.forms.entries import ChoiceEntry, LineEntry, TextEntry
from wizards.forms.guards import choose_channel_kind
from wizards.forms.table_model import Index, TableModel

if TYPE_CHECKING:
    from wizards.forms.table import TableView

ROW_HEIGHT = 32
"""Pixels of a row at 100 % text size."""
_CHANNEL_KIND = "promotion.channels[*].kind"


class CellDelegate(QStyledItemDelegate):
    """Makes an editor for a cell by its kind; `started` tells the path that is edited."""

    started = Signal(str)

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        self.for_all = False

    def put(self, model: TableModel, index: Index, value: Any) -> None:
        """Put a value or typed text into a cell, with what depends on it; shown a moment later."""
        path = model.path(index)
        if paths.pattern(path) == _CHANNEL_KIND and value is not None:
            choose_channel_kind(model.context, path, value, origin=model)
        else:
            model.take(index, value)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An entry or a choice named by the cell's path."""
        del option
        model = _model(index)
        path, kind = model.path(index), model.kind(index)
        editor: QWidget
        if isinstance(kind, (Choice, YesNo, Ref)):
            editor = self._choice(parent, model, path)
        elif isinstance(kind, ListOf) or type(kind) is Prose:
            editor = TextEntry(parent, least=3, most=3)
        else:
            editor = LineEntry(parent)
        editor.setObjectName(path)
        editor.setAccessibleName(model.label(index))
        self.started.emit(path)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor with the cell's value or draft."""
        model = _model(index)
        if isinstance(editor, ChoiceEntry):
            value = paths.get(model.context.plan, model.path(index))
            values = [editor.itemData(row) for row in range(editor.count())]
            editor.setCurrentIndex(values.index(value) if value in values else 0)
        elif isinstance(editor, LineEntry):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()
        elif isinstance(editor, TextEntry):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the model what was typed or chosen."""
        assert isinstance(model, TableModel)
        if isinstance(editor, ChoiceEntry):
            value = editor.currentData()
        elif isinstance(editor, LineEntry):
            value = editor.text()
        elif isinstance(editor, TextEntry):
            value = editor.toPlainText()
        else:
            return
        if self.for_all and len(self._view.selection.rows) > 1:
            self._view.acts.set_for_all(index, value)
        else:
            self.put(model, index, value)
            model.refresh_rows()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """An editor fills its cell; one for several lines hangs over those below."""
        rect = QRect(option.rect)
        if isinstance(editor, TextEntry):
            rect.setHeight(editor.height())
            room = editor.parentWidget()
            if room is not None and rect.bottom() > room.height():
                rect.moveBottom(max(room.height(), rect.height()))
        elif isinstance(editor, ChoiceEntry):
            rect.setWidth(max(rect.width(), editor.minimumSizeHint().width()))
        del index
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """An editor that is closed but not yet deleted answers to its path no more."""
        editor.setObjectName("")
        self.for_all = False
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter with Ctrl end every editor, and enter the value for all chosen rows."""
        if not isinstance(event, QKeyEvent) or not _is_return(event):
            return False if _is_listed(watched) else super().eventFilter(watched, event)
        widely = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.type() == QEvent.Type.ShortcutOverride and widely:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not (widely or isinstance(watched, TextEntry)):
            return False if _is_listed(watched) else super().eventFilter(watched, event)
        if widely:
            self._finish_widely(watched)
        return widely

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Break the text of the first column into lines; what was not accepted stays marked."""
        super().initStyleOption(option, index)
        if _is_bad(index):
            bad = _on_row(theme.tokens().bad, chosen=True)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, bad)
        if index.column() == 0:
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, framed where the keyboard is, underlined where its text was not accepted."""
        view = self.parent()
        state = option.state
        here = bool(state & _HAS_FOCUS)
        if here:
            option.state = state & ~_HAS_FOCUS
        super().paint(painter, option, index)
        bad = _is_bad(index)
        if not here and not bad:
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if bad:
            painter.setPen(QPen(_on_row(theme.tokens().bad, chosen=chosen), 2))
            line = option.rect.adjusted(6, 0, -6, -3)
            painter.drawLine(line.bottomLeft(), line.bottomRight())
        if here and isinstance(view, QAbstractItemView) and view.hasFocus():
            painter.setPen(QPen(_on_row(theme.tokens().accent, chosen=chosen), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as its text, one row high."""
        return QSize(super().sizeHint(option, index).width() + 8, theme.pixels(ROW_HEIGHT))

    def _choice(self, parent: QWidget, model: TableModel, path: str) -> ChoiceEntry:
        editor = ChoiceEntry(parent)
        editor.addItem("–", None)
        for value, words in options_of(model.context, path):
            editor.addItem(words, value)
        editor.activated.connect(lambda: self._finish(editor))
        # While the list is open, the keys go to it.
        editor.view().installEventFilter(self)
        return editor

    def _finish_widely(self, watched: QObject) -> None:
        """End an editor, or the choice whose open list is watched; its value is for all rows."""
        self.for_all = True
        if isinstance(watched, QAbstractItemView):
            choice = watched.window().parentWidget()
            if isinstance(choice, ChoiceEntry):
                choice.setCurrentIndex(watched.currentIndex().row())
                choice.hidePopup()
                self._finish(choice)
        elif isinstance(watched, QWidget):
            self._finish(watched)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


_HAS_FOCUS = QStyle.StateFlag.State_HasFocus


def _is_bad(index: Index) -> bool:
    """Whether a cell shows a text that was not accepted."""
    model = _model(index)
    return bool(model.context.drafts) and model.path(index) in model.context.drafts


def _on_row(colour: str, *, chosen: bool) -> QColor:
    """A colour, or that of texts on the strong ground that a chosen row has in high contrast."""
    now = theme.tokens()
    return QColor(now.on_accent if chosen and now is theme.CONTRAST else colour)


def _is_return(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _is_listed(watched: QObject) -> bool:
    """Whether events go to the open list of a choice."""
    return isinstance(watched, QAbstractItemView)


def _model(index: Index) -> TableModel:
    model = index.model()
    assert isinstance(model, TableModel)
    return model
