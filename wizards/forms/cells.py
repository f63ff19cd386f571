"""Editing in place: the editors of a table's cells, each named by the cell's path."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
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

ROW_HEIGHT = 32
"""Pixels of a row at 100 % text size."""
_CHANNEL_KIND = "promotion.channels[*].kind"


class CellDelegate(QStyledItemDelegate):
    """Makes an editor for a cell by its kind; `started` tells the path that is edited."""

    started = Signal(str)

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
            _choose(model, index, editor.currentData())
        elif isinstance(editor, LineEntry):
            model.setData(index, editor.text())
        elif isinstance(editor, TextEntry):
            model.setData(index, editor.toPlainText())

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
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let several lines be left by Tab and Enter with Ctrl."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, TextEntry)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            return False
        return super().eventFilter(watched, event)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Break the text of the first column into lines; rows make room for two."""
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, framed where the keyboard is."""
        view = self.parent()
        state = option.state
        here = bool(state & QStyle.StateFlag.State_HasFocus)
        option.state = state & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if here and isinstance(view, QAbstractItemView) and view.hasFocus():
            painter.save()
            painter.setPen(QPen(QColor(theme.tokens().accent), 2))
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
        return editor

    def _finish(self, editor: ChoiceEntry) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


def _choose(model: TableModel, index: Index, value: Any) -> None:
    path = model.path(index)
    if paths.pattern(path) == _CHANNEL_KIND and value is not None:
        choose_channel_kind(model.context, path, value, origin=model)
        model.refresh()
        return
    model.setData(index, value)


def _model(index: Index) -> TableModel:
    model = index.model()
    assert isinstance(model, TableModel)
    return model
