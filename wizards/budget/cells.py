"""Editing and painting the cells of the budget grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from wizards import theme
from wizards.budget.lines import is_item
from wizards.budget.model import BudgetModel
from wizards.forms.cells import CellDelegate
from wizards.forms.entries import LineEntry
from wizards.forms.table_model import Index

if TYPE_CHECKING:
    from wizards.budget.view import BudgetView


class BudgetCells(CellDelegate):
    """One line for an amount; what is phased shows as a hint as long as nothing is typed."""

    def __init__(self, view: BudgetView) -> None:
        super().__init__(view)
        self._grid = view

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An entry named by the cell's path."""
        editor = super().createEditor(parent, option, index)
        model = index.model()
        if isinstance(editor, LineEntry) and isinstance(model, BudgetModel):
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor.setPlaceholderText(model.phased_text(index))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the plan what was typed, for all chosen cells where that was asked for."""
        if self.for_all and isinstance(editor, LineEntry):
            self._grid.changes.set_for_all(editor.text())
        else:
            super().setModelData(editor, model, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Amounts are never broken into lines; chosen ones are told apart as the others are."""
        super().initStyleOption(option, index)
        if theme.tokens() is not theme.CONTRAST:
            colour = option.palette.color(QPalette.ColorRole.Text)
            option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, on the ground of headings where it is a sum of rows."""
        model = index.model()
        if not isinstance(model, BudgetModel):
            return
        if not is_item(model.rows[index.row()].key):
            painter.fillRect(option.rect, QColor(theme.tokens().sunken))
        if model.context.drafts or option.state & _STANDING:
            super().paint(painter, option, index)
        else:
            _paint_amount(painter, option, index)


_STANDING = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
_MARGIN = 9
"""Pixels beside an amount: the sheet's padding of a cell, and what Qt keeps around a focus."""


def _paint_amount(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    """What Qt would paint of a cell that is neither chosen nor current, asking the model less."""
    text = index.data()
    if not text:
        return
    painter.setFont(index.data(Qt.ItemDataRole.FontRole) or option.font)
    painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
    room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
