"""A table on a page: as high as its rows, edited in place, by keyboard as by mouse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner import paths
from planner.model.kinds import Choice, YesNo
from wizards import theme
from wizards.forms.cells import ROW_HEIGHT, CellDelegate
from wizards.forms.entries import ChoiceEntry
from wizards.forms.heading import LONGEST, Headings
from wizards.forms.member_buttons import Act
from wizards.forms.row_dragging import RowDragging
from wizards.forms.row_selection import RowSelection
from wizards.forms.rows import Column, Row, are_rearranged, changed_rows
from wizards.forms.table_acts import TableActs
from wizards.forms.table_keys import act_of
from wizards.forms.table_menu import menu_of
from wizards.forms.table_model import Index, TableModel
from wizards.forms.widths import Widths, heading_metrics
from wizards.speaking import say

MOST_FITTED = 200
"""Rows, from the first on, that are as high as their titles need; those after them one line."""
FITTED_AT_ONCE = 40
"""Of these as many as are fitted before anything is painted."""
FITTED_AFTER = 100
"""Milliseconds until the others are."""
MOST_ROWS = 14
"""Rows after which a table scrolls by itself."""
FEW_ROWS = 6
"""The same for a table of one column."""
_TITLE_LINES = 3


class Sort(Protocol):
    """Puts the rows into the order of a column of fields."""

    def __call__(self, column: int, *, backwards: bool) -> None:
        """Sort the rows."""


class TableView(QTableView):
    """Shows a `TableModel`; named by the path that it is given.

    `moved` tells that the current cell is another one, `chosen` that other rows are chosen,
    `source_wanted` the path of a cell whose sources are asked for, `all_wanted` that no row may be
    hidden any more. `dragging` follows rows that are
    dragged inside the table, `sort` orders the rows where their order can be changed.
    """

    moved = Signal()
    chosen = Signal()
    source_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(
        self, model: TableModel, path: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(path)
        self.setAccessibleName(name)
        model.setParent(self)
        self._table = model
        self._only: frozenset[int] | None = None
        self._hidden: frozenset[int] = frozenset()
        self.sort: Sort | None = None
        self.selection = RowSelection(self, model)
        self.setModel(model)
        self.selection.watch()
        self.acts = TableActs(self)
        self.dragging = RowDragging(self)
        self.row_acts: Mapping[str, Act] = {}
        self._pressed_with = Qt.KeyboardModifier.NoModifier
        self.cells = CellDelegate(self)
        self.setItemDelegate(self.cells)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.pixels(ROW_HEIGHT))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._headings = Headings(model, self)
        self.setHorizontalHeader(self._headings)
        self._widths = Widths(model)
        self._room = 0
        self._titled: Sequence[Row] = ()
        self._fitted: tuple[object, ...] = ()
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(FITTED_AFTER)
        self._fitting.timeout.connect(self._fit_others)
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self._measure_again)
        model.dataChanged.connect(self._renamed)
        model.headerDataChanged.connect(self.fit)
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
        lead = self._table.lead
        return tuple(self._table.columns[n - lead] for n in self.shown_numbers if n >= lead)

    @property
    def shown_numbers(self) -> list[int]:
        """The numbers of the columns that are not hidden for want of room."""
        return [n for n in range(self._table.columnCount()) if not self.isColumnHidden(n)]

    @property
    def one(self) -> str:
        """What one row is called."""
        many = paths.place(self.objectName()).field.many if self.row_acts else None
        return say(many.one) if many is not None else ""

    def offer(self, acts: Mapping[str, Act]) -> None:
        """Offer what can be done with rows, by name."""
        self.row_acts = acts

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
        if not self._room:
            # How wide it will be is not known yet: to share what it is now is lost work.
            self.setFixedHeight(theme.pixels(ROW_HEIGHT) * (self._most_seen() + 2))
            return
        before = self._headings.height()
        overflows = self._share_width() > self.viewport().width()
        if self._headings.height() != before:
            self.updateGeometries()
        count = self._table.rowCount()
        self._fit_first()
        seen = (row for row in range(count) if self._only is None or row in self._only)
        rows = [self.rowHeight(row) for row in islice(seen, self._most_seen())]
        rows = rows or [theme.pixels(ROW_HEIGHT)]
        bar = self.horizontalScrollBar().sizeHint().height() if overflows else 0
        height = self._headings.height() + sum(rows) + 2 * self.frameWidth() + 4 + bar
        if height != self.height():
            self.setFixedHeight(height)
            # Without a bar for scrolling there is more room than before.
            self._share_width()

    def _most_seen(self) -> int:
        """How many rows are seen without scrolling: fewer where they only lead to a form."""
        most = MOST_ROWS if self._table.columnCount() > 1 else FEW_ROWS
        return max(1, min(self._table.rowCount(), most))

    @property
    def is_sifted(self) -> bool:
        """Whether some rows are not shown."""
        return self._only is not None

    def show_all(self) -> None:
        """Show the rows that are hidden, because one of them is needed."""
        if self._only is not None:
            self.all_wanted.emit()

    def show_only(self, rows: Iterable[int] | None) -> None:
        """Show rows by their numbers and hide the others; all of them for None."""
        if self._only is None and rows is None:
            return
        self._only = None if rows is None else frozenset(rows)
        every = frozenset(range(self._table.rowCount()))
        hidden = every - self._only if self._only is not None else frozenset()
        # Told of each row, the view would lay itself out and paint once more a moment later.
        self.setUpdatesEnabled(False)
        with QSignalBlocker(self.verticalHeader()):
            for row in self._hidden - hidden:
                self.setRowHidden(row, False)
            for row in hidden - self._hidden:
                self.setRowHidden(row, True)
        self.updateGeometries()
        self.setUpdatesEnabled(True)
        self._hidden = hidden
        self.fit()

    def edit_cell(self, index: QModelIndex) -> None:
        """Go to a cell and open its editor."""
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        self.edit(index)

    def edit_for_all(self) -> None:
        """Open the current cell's editor; what is entered is set for all chosen rows."""
        self.cells.for_all = True
        self.edit(self.currentIndex())
        editor = self.findChild(ChoiceEntry, self.current_path)
        if editor is not None:
            editor.showPopup()

    def event(self, event: QEvent) -> bool:
        """Claim the keys of tables before the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            editing = self.state() == QAbstractItemView.State.EditingState
            if not editing and act_of(self, event) is not None:
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of tables stand for; Esc ends a drag."""
        if self.dragging.is_on and event.key() == Qt.Key.Key_Escape:
            self.dragging.cancel()
            return
        editing = self.state() == QAbstractItemView.State.EditingState
        act = None if editing else act_of(self, event)
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a chosen row be dragged; elsewhere a drag chooses rows."""
        index = self.indexAt(event.position().toPoint())
        self._pressed_with = event.modifiers()
        self.setDragEnabled(self.selectionModel().isSelected(index))
        super().mousePressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag rows inside the table instead of data between programs."""
        del actions
        self.dragging.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where dragged rows would go."""
        self.dragging.follow(event.globalPosition().toPoint())
        if not self.dragging.is_on:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let dragged rows go."""
        if self.dragging.is_on:
            self.dragging.follow(event.globalPosition().toPoint())
            self.dragging.drop()
        else:
            super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop nothing where the user went elsewhere."""
        if self.dragging.is_on:
            self.dragging.cancel()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line where dragged rows would go over the cells."""
        super().paintEvent(event)
        self.dragging.paint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen rows and the cell."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.selection.go_to(index)
        menu_of(self).popup(event.globalPos())

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """As the user asks by keys and clicks; what the program goes to is chosen alone."""
        flags = QItemSelectionModel.SelectionFlag
        if event is None:
            return flags.ClearAndSelect | flags.Rows
        command = super().selectionCommand(index, event)
        if command != flags.NoUpdate and not command & flags.Current:
            self.selection.begin_at(index)
        return command

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose all rows from where the choice began, also where the program led there."""
        dragged = self.state() == QAbstractItemView.State.DragSelectingState
        grows = command & QItemSelectionModel.SelectionFlag.Current
        if dragged or not grows or not self.selection.reach(self.currentIndex(), command):
            super().setSelection(rect, command)

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Tell that other rows are chosen."""
        super().selectionChanged(chosen, left)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width; another height alone changes nothing."""
        super().resizeEvent(event)
        if self.viewport().width() != self._room:
            self._room = self.viewport().width()
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
        if not are_rearranged(self._table.rows, self._titled):
            self._widths.forget()
        self.fit()

    def _renamed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Make room for titles that are others now; widths wait until all rows are told of."""
        if not self._room:
            return
        if last.row() - first.row() + 1 < self._table.rowCount():
            if self._fit_rows(range(first.row(), last.row() + 1)):
                self._widths.forget_titles()
                self.fit()
            return
        rows, before = self._table.rows, self._titled
        others = [n for n in changed_rows(rows, before) if rows[n].title != before[n].title]
        self._titled = rows
        if not others:
            return
        width = self.columnWidth(0)
        self._widths.forget_titles()
        self._share_width()
        if self.columnWidth(0) != width or self._fit_rows(others):
            self.fit()

    def _clicked(self, index: QModelIndex) -> None:
        if self._pressed_with != Qt.KeyboardModifier.NoModifier:
            return
        kind = self._table.kind(index)
        if isinstance(kind, (Choice, YesNo)) or (kind is not None and kind.word == "ref"):
            self.edit(index)
            editor = self.findChild(ChoiceEntry, self._table.path(index))
            if editor is not None:
                editor.showPopup()

    def _fit_first(self) -> None:
        """Make the first rows as high as their titles need, where they are not known to be."""
        rows, line = self._table.rows, self._line
        fits = (rows, self.columnWidth(0), line, theme.pixels(ROW_HEIGHT))
        # Texts that were not accepted stand in place of titles.
        if fits == self._fitted and not self._table.context.drafts:
            return
        self._titled, self._fitted = rows, fits
        self._fit_rows(range(min(len(rows), FITTED_AT_ONCE)))
        self._fitting.start()

    def _fit_others(self) -> None:
        """Make the rows below those that are seen first as high as they need, a moment later."""
        if self._fit_rows(range(FITTED_AT_ONCE, min(self._table.rowCount(), MOST_FITTED))):
            self.viewport().update()

    def _fit_rows(self, rows: Iterable[int]) -> bool:
        """Make rows as high as they need; whether one of them was not.

        A row has one line, up to three where the first column's text is not read whole on one.
        """
        line, width, least = self._line, self.columnWidth(0), theme.pixels(ROW_HEIGHT)
        fits = False
        for row in rows:
            lines = round(self._widths.title_height(row, width) / line)
            height = least + line * (max(1, min(lines, _TITLE_LINES)) - 1)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
                fits = True
        return fits

    @property
    def _line(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _share_width(self) -> int:
        """Share the width among the columns; what they are wide together."""
        columns = self.shown_numbers
        if not columns:
            return 0
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        widths = self._widths.share(columns, self.viewport().width())
        for column, width in widths.items():
            header.resizeSection(column, width)
        self._headings.upright = self._widths.upright
        self._headings.setFixedHeight(self._heading_height(widths))
        return sum(widths.values())

    def _heading_height(self, widths: dict[int, int]) -> int:
        """The height in pixels of upright names, or of the longest heading's lines."""
        if self._widths.upright:
            return min(self._widths.longest_name(), theme.pixels(LONGEST)) + 16
        return self._widths.lines(widths) * heading_metrics().lineSpacing() + 14
