"""A table on a page: as high as its rows, edited in place, by keyboard as by mouse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSignalBlocker,
    Qt,
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
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from planner import paths
from planner.model.kinds import Choice, YesNo
from wizards import theme
from wizards.forms.cells import ROW_HEIGHT, CellDelegate
from wizards.forms.entries import ChoiceEntry
from wizards.forms.fitting import Fitting
from wizards.forms.heading import Headings
from wizards.forms.member_buttons import Act
from wizards.forms.row_dragging import RowDragging
from wizards.forms.row_selection import RowSelection
from wizards.forms.rows import Column
from wizards.forms.table_acts import TableActs
from wizards.forms.table_keys import act_of
from wizards.forms.table_menu import menu_of
from wizards.forms.table_model import Index, TableModel
from wizards.speaking import say


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
        self._fitting = Fitting(self, self._headings, model)
        self.clicked.connect(self._clicked)
        model.modelReset.connect(self._fitting.measure_again)
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
        self._fitting.fit()

    @property
    def only(self) -> frozenset[int] | None:
        """The numbers of the rows that are shown, where some are not."""
        return self._only

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
        self._fitting.resized()

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

    def _renamed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._fitting.renamed(first, last)

    def _clicked(self, index: QModelIndex) -> None:
        if self._pressed_with != Qt.KeyboardModifier.NoModifier:
            return
        kind = self._table.kind(index)
        if isinstance(kind, (Choice, YesNo)) or (kind is not None and kind.word == "ref"):
            self.edit(index)
            editor = self.findChild(ChoiceEntry, self._table.path(index))
            if editor is not None:
                editor.showPopup()
