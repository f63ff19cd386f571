"""The model of the grid: letters instead of single answers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from wizards import theme
from wizards.forms.context import Context
from wizards.forms.table_model import Index, TableModel
from wizards.raci.parts import (
    NOBODY,
    RaciSource,
    is_answered,
    is_work,
    letters_at,
    put_letters,
    read_letters,
    spoken,
)
from wizards.speaking import say

_ROLE = Qt.ItemDataRole


class RaciModel(TableModel):
    """Shows and takes letters; work that nobody answers for is marked with words."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, RaciSource())

    def letters(self, index: Index) -> str:
        """The letters of a cell."""
        path = self.path(index)
        return letters_at(self.context.plan, path) if path else ""

    def take(self, index: Index, value: Any) -> bool:
        """Put letters into the plan; none empty the cell."""
        path = self.path(index)
        letters = read_letters(str(value or ""))
        if not path or letters is None:
            return False
        put_letters(self.context.session, path, letters, self)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells are filled by letters and by a menu, not by an editor; headings are passed over."""
        if not index.isValid() or not is_work(self.rows[index.row()].key):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The letters of a cell, their meaning as its tip and for being read out."""
        path = self.path(index)
        if path and role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            words = spoken(self.letters(index)) or "–"
            return words if role == _ROLE.ToolTipRole else f"{self.label(index)}: {words}"
        if path and role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if path and role == _ROLE.FontRole:
            return theme.font(strong=True)
        if role == _ROLE.FontRole and index.column() < self.lead and not self._heads(index):
            # Below headings only those are strong, so that they are told apart without colour.
            return theme.font(strong=not self._heads(self.index(0, 0)))
        if self._marks(index) and role in (_ROLE.ForegroundRole, _ROLE.FontRole):
            return QColor(theme.tokens().warn) if role == _ROLE.ForegroundRole else None
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The names of people in the middle of their columns, as the letters are."""
        if role == _ROLE.TextAlignmentRole and self.lead <= section < self.columnCount() - 1:
            return Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        return super().headerData(section, orientation, role)

    def _text(self, index: Index, path: str, role: int) -> str:
        if path:
            return " ".join(self.letters(index))
        if self._heads(index) and index.column() >= self.lead:
            return ""
        if not self._marks(index):
            return super()._text(index, path, role)
        key = self.rows[index.row()].key
        return "" if is_answered(self.context.plan, key) else say(NOBODY)

    def _heads(self, index: Index) -> bool:
        """Whether a cell is in the row over a group."""
        return index.isValid() and not is_work(self.rows[index.row()].key)

    def _marks(self, index: Index) -> bool:
        """Whether a cell is in the column that says what is open."""
        return index.column() >= self.lead and index.column() == self.columnCount() - 1
