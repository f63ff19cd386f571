"""A table on a page: as high as its rows, edited in place, by keyboard as by mouse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.kinds import Choice, Date, Month, Number, YesNo
from wizards import theme
from wizards.forms.cells import ROW_HEIGHT, CellDelegate
from wizards.forms.entries import ChoiceEntry
from wizards.forms.rows import Column
from wizards.forms.table_model import Index, TableModel
from wizards.speaking import say

MOST_ROWS = 14
"""Rows after which a table scrolls by itself."""
FEW_ROWS = 6
"""The same for a table of one column."""
_NARROW, _MIDDLE, _TEXT, _WIDE = 76, 104, 112, 160
_TITLE = 256
"""The widest title that the first column makes room for at the cost of others."""
_LOOKED_AT = 40
"""Rows whose texts decide on widths."""
_LEAD, _NAMED = 172, 96
_HEADING = 124
"""The widest heading that a column makes room for; longer ones are cut and told as hints."""


class TableView(QTableView):
    """Shows a `TableModel`; named by the path that it is given.

    `moved` tells that the current cell is another one, `source_wanted` the path of a cell whose
    sources are asked for.
    """

    moved = Signal()
    source_wanted = Signal(str)

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
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(56)
        self._wanted: dict[int, int] = {}
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self._measure_again)
        self.fit()

    @property
    def current_path(self) -> str:
        """The path of the current cell, of its row's member where the cell is no field."""
        return self._table.path(self.currentIndex())

    @property
    def wants_source(self) -> bool:
        """Whether the current cell holds an answer that is an assumption without a source."""
        path = self.current_path
        ask = paths.place(path).field.ask if path else None
        return ask is not None and ask.evidence

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that are not hidden for want of room, the leading one left out."""
        lead = 1 if self._table.source.leads else 0
        return tuple(
            column
            for number, column in enumerate(self._table.columns, lead)
            if not self.isColumnHidden(number)
        )

    def show_columns(self, most: int) -> None:
        """Show so many columns and hide the others; all of them where `most` is 0."""
        for column in range(self._table.columnCount()):
            self.setColumnHidden(column, bool(most) and column >= most)
        self.fit()

    def ask_source(self) -> None:
        """Ask for the sources of the current cell."""
        if self.current_path:
            self.source_wanted.emit(self.current_path)

    @property
    def table(self) -> TableModel:
        """The model."""
        return self._table

    def fit(self) -> None:
        """Make room for the rows and share the width among the columns."""
        # Rows that only lead to a form need less room than rows of figures.
        self._share_width()
        most = MOST_ROWS if self._table.columnCount() > 1 else FEW_ROWS
        rows = min(max(self._table.rowCount(), 1), most)
        header = self.horizontalHeader()
        lines = 3 if self._table.source.is_matrix else 2 if self._wraps() else 1
        top = lines * header.fontMetrics().lineSpacing() + 14
        header.setFixedHeight(top)
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows() else 0
        height = top + rows * theme.pixels(ROW_HEIGHT) + 2 * self.frameWidth() + 4 + bar
        if height != self.height():
            self.setFixedHeight(height)
            # Without a bar for scrolling there is more room than before.
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

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a cell."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
        if not self.current_path:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("menu.cell")
        menu.addAction(say(N_("Sources of this answer"))).triggered.connect(self.ask_source)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell is current."""
        super().currentChanged(current, previous)
        self.moved.emit()

    def take_over(self) -> None:
        """Give the plan what stands in an open editor, because the table goes."""
        editor = self.findChild(QWidget, self.current_path) if self.current_path else None
        if editor is not None and self.state() == QAbstractItemView.State.EditingState:
            self.cells.commitData.emit(editor)
            self.cells.closeEditor.emit(editor)

    def _measure_again(self) -> None:
        self._wanted.clear()
        self.fit()

    def _clicked(self, index: QModelIndex) -> None:
        kind = self._table.kind(index)
        if isinstance(kind, (Choice, YesNo)) or (kind is not None and kind.word == "ref"):
            self.edit(index)
            editor = self.findChild(ChoiceEntry, self._table.path(index))
            if editor is not None:
                editor.showPopup()

    def _overflows(self) -> bool:
        least = sum(self._least(column) for column in self._shown())
        return least > self.width() - 2 * self.frameWidth()

    def _least(self, column: int) -> int:
        if self._table.source.is_matrix:
            return _NAMED if column else max(_LEAD, min(self._wants(column), theme.pixels(_TITLE)))
        index = self._table.index(0, column)
        kind = self._table.kind(index) if self._table.rowCount() else None
        heading = self._heading(column)
        if isinstance(kind, (Number, Date, Month, YesNo)) or (kind and kind.word == "money"):
            # A date or figure that is cut says something else.
            return max(_NARROW, min(max(heading, self._wants(column)), _HEADING))
        if isinstance(kind, Choice) or (kind and kind.word == "ref"):
            return max(_MIDDLE, min(heading, _HEADING))
        if column == 0:
            return max(_WIDE, min(self._wants(column), theme.pixels(_TITLE)))
        return _TEXT

    def _heading(self, column: int) -> int:
        """The width of a heading in two lines at most."""
        measure = self.horizontalHeader().fontMetrics().horizontalAdvance
        words = self._label(column).split()
        halves = (
            max(measure(" ".join(words[:cut])), measure(" ".join(words[cut:])))
            for cut in range(1, len(words) + 1)
        )
        return min(halves, default=0) + 24

    def _wraps(self) -> bool:
        """Whether a heading needs a second line where columns are as narrow as they can be."""
        shown = self._shown()
        return any(self._in_a_line(column) > self.columnWidth(column) for column in shown)

    def _in_a_line(self, column: int) -> int:
        """The width of a heading in one line."""
        measure = self.horizontalHeader().fontMetrics().horizontalAdvance
        return measure(self._label(column)) + 24

    def _label(self, column: int) -> str:
        return str(self._table.headerData(column, Qt.Orientation.Horizontal) or "")

    def _shown(self) -> list[int]:
        return [n for n in range(self._table.columnCount()) if not self.isColumnHidden(n)]

    def _share_width(self) -> None:
        shown = self._shown()
        if not shown:
            return
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        widths = {column: self._least(column) for column in shown}
        spare = self.viewport().width() - sum(widths.values())
        # First what every text needs, the title's before the others', then the rest evenly.
        for column in shown:
            wanted = max(self._wants(column), self._in_a_line(column))
            extra = min(max(spare, 0), max(wanted - widths[column], 0))
            widths[column] += extra
            spare -= extra
        for column in shown:
            widths[column] += max(spare, 0) // len(shown)
        if spare > 0:
            widths[shown[-1]] += spare % len(shown)
        for column, width in widths.items():
            header.resizeSection(column, width)

    def _wants(self, column: int) -> int:
        """The width of a column's texts."""
        if column not in self._wanted:
            measure = self.fontMetrics().horizontalAdvance
            rows = range(min(self._table.rowCount(), _LOOKED_AT))
            texts = (str(self._table.index(row, column).data() or "") for row in rows)
            self._wanted[column] = max(map(measure, texts), default=0) + 20
        return self._wanted[column]
