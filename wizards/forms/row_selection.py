"""Which rows of a table are chosen: kept by their keys while rows come, go and change places."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)
from PySide6.QtWidgets import QTableView

from planner.model.plan import Plan
from planner.session import Changed
from wizards.forms.rows import numbers_of
from wizards.forms.table_model import Index, TableModel

MOST_KEPT = 200
"""Steps of a table whose rows are found again when they are undone or redone."""
_FLAG = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class _Step:
    before: Plan
    after: Plan
    undone: tuple[str, ...]
    redone: tuple[str, ...]
    bad: Mapping[str, tuple[str, str]] = field(default_factory=dict)


class RowSelection(QObject):
    """The chosen rows of a view; undo and redo choose again what their step was about."""

    def __init__(self, view: QTableView, table: TableModel) -> None:
        super().__init__(view)
        self._view, self._table = view, table
        self._kept: tuple[str, ...] = ()
        self._begin = QPersistentModelIndex()
        self._steps: deque[_Step] = deque(maxlen=MOST_KEPT)

    def watch(self) -> None:
        """Follow the rows from now on; the view has to hear of its model's changes first."""
        self._table.modelAboutToBeReset.connect(self._keep)
        self._table.modelReset.connect(self._restore)
        self._table.context.bridge.changed.connect(self._heard)

    @property
    def rows(self) -> list[int]:
        """The numbers of the chosen rows, rising; the current row where none is chosen.

        Rows that are not shown are not chosen, whatever stands on both sides of them.
        """
        chosen = self._view.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        rows = {row for one in ranges for row in range(one.top(), one.bottom() + 1)}
        current = self._view.currentIndex().row()
        if not rows and current >= 0:
            rows = {current}
        hidden = self._view.isRowHidden
        return sorted(row for row in rows if row < len(self._table.rows) and not hidden(row))

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids or keys of the chosen rows, in the order of the table."""
        return tuple(self._table.rows[row].key for row in self.rows)

    def choose(self, keys: Iterable[str]) -> bool:
        """Choose rows and go to the first of them; False where none of them is there."""
        rows = sorted(numbers_of(self._table.rows, keys))
        if not rows:
            return False
        column = max(0, self._view.currentIndex().column())
        self._select(rows)
        self.begin_at(self._table.index(rows[0], 0))
        current = self._table.index(rows[0], min(column, self._table.columnCount() - 1))
        self._view.selectionModel().setCurrentIndex(current, _FLAG.NoUpdate)
        self._view.scrollTo(self._table.index(rows[-1], current.column()))
        self._view.scrollTo(current)
        return True

    def begin_at(self, index: Index) -> None:
        """Let a choice of several rows begin at an index, until another one is gone to."""
        self._begin = QPersistentModelIndex(index)

    def reach(self, index: Index, command: QItemSelectionModel.SelectionFlag) -> bool:
        """Choose the rows from where the choice began to an index; False where it began nowhere."""
        chosen = self._view.selectionModel()
        if not chosen.isSelected(self._begin):
            # The program, not the user, went to the row that is chosen.
            ranges = chosen.selection()
            first = ranges.at(0).topLeft() if ranges.count() else QModelIndex()
            self._begin = QPersistentModelIndex(first)
        if not self._begin.isValid() or not index.isValid():
            return False
        top, bottom = sorted((self._begin.row(), index.row()))
        last = self._table.columnCount() - 1
        rows = QItemSelection(self._table.index(top, 0), self._table.index(bottom, last))
        chosen.select(rows, command)
        return True

    def go_to(self, index: QModelIndex) -> None:
        """Go to a cell; the chosen rows stay chosen where its row is one of them."""
        chosen = self._view.selectionModel()
        if chosen.isSelected(index):
            chosen.setCurrentIndex(index, _FLAG.NoUpdate)
        else:
            self._view.setCurrentIndex(index)

    def remember(
        self,
        before: Plan,
        undone: Iterable[str],
        redone: Iterable[str],
        bad: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """Remember what the step that was just made is about.

        `undone` are the rows to choose when it is taken back, `redone` those when it is done again.
        `bad` holds, by path, the texts that were not accepted in it, each with the reason.
        """
        after = self._table.context.plan
        if after is not before:
            self._steps.append(_Step(before, after, tuple(undone), tuple(redone), bad or {}))

    def _keep(self) -> None:
        self._kept = self.keys

    def _restore(self) -> None:
        self._select(sorted(numbers_of(self._table.rows, self._kept)))

    def _select(self, rows: list[int]) -> None:
        selection = QItemSelection()
        last = self._table.columnCount() - 1
        for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
            numbers = [row for _, row in run]
            top, bottom = self._table.index(numbers[0], 0), self._table.index(numbers[-1], last)
            selection.select(top, bottom)
        self._view.selectionModel().select(selection, _FLAG.ClearAndSelect)

    def _heard(self, event: Changed) -> None:
        if event.origin is not None:
            return
        for step in self._steps:
            undone = event.plan is step.before and event.before is step.after
            if undone or (event.plan is step.after and event.before is step.before):
                self._show(step, undone=undone)
                return

    def _show(self, step: _Step, *, undone: bool) -> None:
        for path, (text, reason) in step.bad.items():
            if undone:
                self._table.drop_draft(path)
            else:
                self._table.keep_draft(path, text, reason)
        self._table.refresh()
        self.choose(step.undone if undone else step.redone)
