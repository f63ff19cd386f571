"""The tables that the budget grid is made of: months, sums, and all together below them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wizards import theme
from wizards.budget.cells import BudgetCells
from wizards.budget.changes import Changes
from wizards.budget.keys import act_of, menu_of
from wizards.budget.lines import TOGETHER, is_item
from wizards.budget.model import BudgetModel
from wizards.forms.cells import ROW_HEIGHT
from wizards.forms.table import MOST_ROWS, TableView
from wizards.forms.table_model import Index

_NARROWEST, _AROUND = 72, 22
"""Pixels of a column at least, and beside its longest figure."""
_FEWEST, _NAMES = 140, 320
"""Pixels of the rows' names, at least and at most."""


class RowNames(QHeaderView):
    """What the rows are, always in sight; headings of groups on a ground of their own."""

    def __init__(self, table: BudgetModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultSectionSize(theme.pixels(ROW_HEIGHT))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a name in one line."""
        if section >= len(self._table.rows):
            return
        now, row = theme.tokens(), self._table.rows[section]
        item = is_item(row.key)
        painter.save()
        painter.fillRect(rect, QColor(now.surface if item else now.sunken))
        painter.setFont(theme.font(strong=not item))
        painter.setPen(QColor(now.ink if item or row.key == TOGETHER else now.ink2))
        room = rect.adjusted(20 if item else 8, 0, -6, 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        text = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, side, text)
        painter.setPen(QColor(now.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


class BudgetView(TableView):
    """Cells that are chosen one by one: the months, or beside them the sums.

    `partner` is the view of the other columns; both have one choice and one current cell.
    """

    def __init__(self, model: BudgetModel, path: str, name: str, *, sums: bool) -> None:
        self.budget, self._sums = model, sums
        self.partner: BudgetView | None = None
        self._at: tuple[str, str] = ("", "")
        self._ready = False
        super().__init__(model, path, name)
        self.changes = Changes(self)
        self.cells = BudgetCells(self)
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        names = RowNames(model, self)
        self.setVerticalHeader(names)
        names.setVisible(not sums)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never)
        if not sums:
            self.setVerticalScrollBarPolicy(never)
        self.setProperty("role", "board")
        self._ready = True
        self.fit()

    def go_with(self, partner: BudgetView) -> None:
        """Share choice, current cell and scrolling with the view of the other columns."""
        self.partner, partner.partner = partner, self
        partner.setSelectionModel(self.selectionModel())
        mine, other = self.verticalScrollBar(), partner.verticalScrollBar()
        mine.valueChanged.connect(other.setValue)
        other.valueChanged.connect(mine.setValue)
        # Only once both views have forgotten where they were can one go back there.
        self.budget.modelAboutToBeReset.connect(self._note_place)
        self.budget.modelReset.connect(self._go_back)

    def holds(self, index: Index) -> bool:
        """Whether a cell is one of this view's columns."""
        return index.isValid() and (index.column() == self.budget.sum_column) == self._sums

    def open_editor(self) -> None:
        """Edit the current cell, in the view that shows it."""
        index = self.currentIndex()
        view = self if self.holds(index) or self.partner is None else self.partner
        if index.isValid():
            view.setFocus()
            view.scrollTo(index)
            view.edit(index)

    def fit(self) -> None:
        """Make room for the rows; every column is as wide as the longest figure needs."""
        if not self._ready or not self.budget.columns:
            return
        last = self.budget.sum_column
        width = column_width(self.budget, range(self.budget.rowCount()))
        for column in range(last + 1):
            self.setColumnHidden(column, (column == last) != self._sums)
            self.setColumnWidth(column, width)
        count = self.budget.rowCount()
        for row in range(count):
            self.setRowHidden(row, row == count - 1)
        self._headings.setFixedHeight(theme.pixels(ROW_HEIGHT))
        rows = min(max(count - 1, 1), MOST_ROWS) * theme.pixels(ROW_HEIGHT)
        height = self._headings.height() + rows + 2 * self.frameWidth()
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the grid before the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            editing = self.state() == QAbstractItemView.State.EditingState
            if not editing and act_of(self, event) is not None:
                event.accept()
                return True
        return bool(QTableView.event(self, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the grid stand for; arrows lead from the months to the sums."""
        editing = self.state() == QAbstractItemView.State.EditingState
        act = None if editing else act_of(self, event)
        if act is not None:
            act()
        else:
            QTableView.keyPressEvent(self, event)

    def cross(self) -> None:
        """Go to the same row's cell in the view of the other columns."""
        index, last = self.currentIndex(), self.budget.sum_column
        if self.partner is not None and index.isValid():
            self.partner.setFocus()
            column = last - 1 if self._sums else last
            self.partner.setCurrentIndex(self.budget.index(index.row(), column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a cell of this view: the first one that can be gone to, or in the same row."""
        super().focusInEvent(event)
        index, model = self.currentIndex(), self.budget
        if not model.rows or self.holds(index):
            return
        row = index.row() if index.isValid() else 1
        column = (
            model.sum_column if self._sums else (model.sum_column - 1 if index.isValid() else 0)
        )
        self.setCurrentIndex(model.index(row, column))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen cells."""
        index = self.indexAt(event.pos())
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.selection.go_to(index)
        menu_of(self).popup(event.globalPos())

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """As the user asks by keys and clicks; what the program goes to is chosen alone."""
        if event is None:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return QTableView.selectionCommand(self, index, event)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the cells of a rectangle."""
        QTableView.setSelection(self, rect, command)

    def _renamed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Names stand in the header of the rows, which paints them as they are."""
        del first, last

    def _note_place(self) -> None:
        index, model = self.currentIndex(), self.budget
        if index.isValid() and index.row() < len(model.rows):
            self._at = (model.rows[index.row()].key, model.columns[index.column()].name)

    def _go_back(self) -> None:
        """Go to the cell that was current before rows or months came or went."""
        model, (key, name) = self.budget, self._at
        columns = [n for n, column in enumerate(model.columns) if column.name == name]
        index = model.index(model.row_of(key), columns[0] if columns else -1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)


class TogetherView(QTableView):
    """The last row of the grid, which stays in sight below the others."""

    def __init__(self, model: BudgetModel, above: BudgetView, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{above.objectName()}.together")
        self.setAccessibleName(name)
        self._above, self._table = above, model
        self.setModel(model)
        self.setProperty("role", "board")
        self._cells = BudgetCells(above)
        self.setItemDelegate(self._cells)
        self.horizontalHeader().hide()
        names = RowNames(model, self)
        self.setVerticalHeader(names)
        names.setVisible(not above.verticalHeader().isHidden())
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mine, other = self.horizontalScrollBar(), above.horizontalScrollBar()
        mine.valueChanged.connect(other.setValue)
        other.valueChanged.connect(mine.setValue)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Show the last row under the columns of the view above."""
        last = self._table.rowCount() - 1
        for row in range(last + 1):
            self.setRowHidden(row, row != last)
        for column in range(self._table.columnCount()):
            self.setColumnHidden(column, self._above.isColumnHidden(column))
            self.setColumnWidth(column, self._above.columnWidth(column))


def column_width(model: BudgetModel, rows: range) -> int:
    """The width in pixels that the longest figure of some rows of a grid needs."""
    columns = range(model.columnCount())
    texts = [str(model.index(row, column).data() or "") for row in rows for column in columns]
    longest = max((*texts, *(column.label for column in model.columns)), key=len)
    needed = QFontMetrics(theme.font(strong=True)).horizontalAdvance(longest) + _AROUND
    return max(theme.pixels(_NARROWEST), needed)


def names_width(room: int) -> int:
    """The width in pixels of the rows' names where a grid has so much room."""
    return max(theme.pixels(_FEWEST), min(room // 4, theme.pixels(_NAMES)))
