"""A table on a page: as high as its rows, edited in place, by keyboard as by mouse."""

# ruff: noqa: N802  (Qt's own names are overridden here)
from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.model.kinds import Choice, Date, Month, Number, YesNo
from wizards import theme
from wizards.forms.cells import ROW_HEIGHT, CellDelegate
from wizards.forms.entries import ChoiceEntry
from wizards.forms.table_model import Index, TableModel

MOST_ROWS = 14
"""Rows after which a table scrolls by itself."""
FEW_ROWS = 6
"""The same for a table of one column."""
_NARROW, _MIDDLE, _TEXT, _WIDE = 76, 104, 112, 160
_LEAD, _NAMED = 172, 96
_HEADING = 124
"""The widest heading that a column makes room for; longer ones are cut and told as hints."""


class TableView(QTableView):
    """Shows a `TableModel`; named by the path that it is given.

    `moved` tells that the current cell is another one.
    """

    moved = Signal()

    def __init__(
        self, model: TableModel, path: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(path)
        self.setAccessibleName(name)
        model.setParent(self)
        self._table = model
        self.setModel(model)
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.pixels(ROW_HEIGHT))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        matrix = model.source.is_matrix
        elide = Qt.TextElideMode.ElideNone if matrix else Qt.TextElideMode.ElideRight
        header.setTextElideMode(elide)
        if matrix:
            header.setFixedHeight(3 * header.fontMetrics().lineSpacing() + 14)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(56)
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self.fit)
        self.fit()

    @property
    def table(self) -> TableModel:
        """The model."""
        return self._table

    def fit(self) -> None:
        """Make room for the rows and share the width among the columns."""
        # Rows that only lead to a form need less room than rows of figures.
        most = MOST_ROWS if self._table.columnCount() > 1 else FEW_ROWS
        rows = min(max(self._table.rowCount(), 1), most)
        header = self.horizontalHeader().sizeHint().height()
        if self._table.source.is_matrix:
            header = self.horizontalHeader().height()
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows() else 0
        height = header + rows * theme.pixels(ROW_HEIGHT) + 2 * self.frameWidth() + 4 + bar
        if height != self.height():
            self.setFixedHeight(height)
        self._share_width()

    def edit_cell(self, index: QModelIndex) -> None:
        """Go to a cell and open its editor."""
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete empties."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if index.isValid() and not editing:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.edit(index)
                return
            if event.key() == Qt.Key.Key_Delete and not event.modifiers():
                self._table.setData(index, None)
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is current."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def _clicked(self, index: QModelIndex) -> None:
        kind = self._table.kind(index)
        if isinstance(kind, (Choice, YesNo)) or (kind is not None and kind.word == "ref"):
            self.edit(index)
            editor = self.findChild(ChoiceEntry, self._table.path(index))
            if editor is not None:
                editor.showPopup()

    def _overflows(self) -> bool:
        least = sum(self._least(column) for column in range(self._table.columnCount()))
        return least > self.width() - 2 * self.frameWidth()

    def _least(self, column: int) -> int:
        if self._table.source.is_matrix:
            return _NAMED if column else _LEAD
        index = self._table.index(0, column)
        kind = self._table.kind(index) if self._table.rowCount() else None
        label = str(self._table.headerData(column, Qt.Orientation.Horizontal) or "")
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(label) + 24
        if isinstance(kind, (Number, Date, Month, YesNo)) or (kind and kind.word == "money"):
            return max(_NARROW, min(heading, _HEADING))
        if isinstance(kind, Choice) or (kind and kind.word == "ref"):
            return max(_MIDDLE, min(heading, _HEADING))
        return _WIDE if column == 0 else _TEXT

    def _share_width(self) -> None:
        count = self._table.columnCount()
        if not count:
            return
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        least = [self._least(column) for column in range(count)]
        spare = self.viewport().width() - sum(least)
        weights = [4 if n == 0 else 3 if width == _TEXT else 1 for n, width in enumerate(least)]
        for column, width in enumerate(least):
            extra = spare * weights[column] // sum(weights) if spare > 0 else 0
            header.resizeSection(column, width + extra)
        if spare > 0:
            rest = self.viewport().width() - sum(header.sectionSize(c) for c in range(count - 1))
            header.resizeSection(count - 1, rest)
