"""What can be done with the chosen rows of any table: copy, cut, paste, empty, set one value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex

from planner import paths
from planner.i18n import N_
from planner.model.kinds import BadValue
from wizards.forms import clipboard
from wizards.forms.cell_texts import is_figure, text_of
from wizards.forms.exports import table_name
from wizards.forms.pasting import Pasted, Pasting
from wizards.forms.table_model import Index
from wizards.speaking import language, say, say_count

if TYPE_CHECKING:
    from wizards.forms.table import TableView

MOST_NAMED = 3
"""Cells that are named in the sentence on those that could not be read."""


class TableActs:
    """Acts on the chosen rows of a view; each change is one step."""

    def __init__(self, view: TableView) -> None:
        self._view, self._table = view, view.table
        self._context = view.table.context

    @property
    def bad_cells(self) -> list[str]:
        """The paths of the chosen rows' cells whose texts were not accepted."""
        drafts = self._context.drafts
        if not drafts:
            return []
        cells = (
            self._table.path(self._table.index(row, column))
            for row in self._view.selection.rows
            for column in range(self._table.lead, self._table.columnCount())
        )
        return [path for path in cells if path in drafts]

    def copy(self, *, headed: bool = False) -> None:
        """Put the chosen rows on the clipboard, as far as their columns are shown."""
        rows, columns = self._view.selection.rows, self._view.shown_numbers
        if not rows or not columns:
            return
        lines = [tuple(self._text(row, column) for column in columns) for row in rows]
        if headed:
            lines.insert(0, tuple(map(self._heading, columns)))
        table = self._table
        names = tuple(
            table.columns[n - table.lead].name if n >= table.lead else "" for n in columns
        )
        figures = frozenset(
            n for n, column in enumerate(columns) if is_figure(table.kind(table.index(0, column)))
        )
        where = table_name(table.source)
        clipboard.put_on_clipboard(clipboard.Copied(tuple(lines), where, names, figures, headed))

    def cut(self) -> None:
        """Copy the chosen rows and remove them, or empty them where rows cannot go."""
        rows = self._view.selection.rows
        if not rows:
            return
        self.copy()
        remove = self._view.row_acts.get("remove")
        if remove is None:
            self._set_cells(self._cells(rows, self._view.shown_numbers), None)
            return
        more = self._has_more(rows)
        remove()
        if more:
            self._context.speaker.tell(
                say(N_("Only what the table shows is on the clipboard. Undo brings all back."))
            )

    def paste(self, *, as_new: bool = False) -> None:
        """Put the rows of the clipboard in: from the first chosen row on, or as new rows."""
        self._view.show_all()
        copied = clipboard.on_clipboard()
        view, table = self._view, self._table
        if not copied.rows:
            return
        rows = view.selection.rows
        row = table.rowCount() if as_new or not rows else rows[0]
        current = max(0, view.currentIndex().column()) if rows and not as_new else 0
        columns = [number for number in view.shown_numbers if number >= current]
        session, before = self._context.session, self._context.plan
        pasting = Pasting(table, copied, row, columns, self)
        label = say_count(N_("Paste {count} row"), N_("Paste {count} rows"), pasting.count)
        try:
            with session.step(label, origin=self):
                done = pasting.run()
        except BadValue as bad:
            self._context.speaker.tell(bad.message(language()), "bad")
            return
        table.refresh()
        for path in done.mended:
            table.drop_draft(path)
        for path, (text, reason) in done.bad.items():
            table.keep_draft(path, text, reason)
        known = [key for key in done.keys if key not in set(done.new)]
        view.selection.remember(before, known, done.keys, done.bad)
        view.selection.choose(done.keys)
        self._report(done)

    def empty(self) -> None:
        """Empty the current column of the chosen rows."""
        index = self._view.currentIndex()
        cells = self._in_column(index)
        if len(cells) > 1:
            self._set_cells(cells, None)
        elif index.isValid():
            self._table.setData(index, None)

    def set_for_all(self, index: Index, value: Any) -> None:
        """Set a value or typed text in the column of a cell for all chosen rows."""
        self._set_cells(self._in_column(index), value)

    def keep_old_values(self) -> None:
        """Drop what could not be read in the chosen rows."""
        for path in self.bad_cells:
            self._table.drop_draft(path)
        self._table.refresh()

    def _in_column(self, index: Index) -> list[QModelIndex]:
        return self._cells(self._view.selection.rows, [index.column()])

    def _cells(self, rows: Sequence[int], columns: Sequence[int]) -> list[QModelIndex]:
        return [self._table.index(row, column) for row in rows for column in columns]

    def _set_cells(self, cells: Sequence[QModelIndex], value: Any) -> None:
        fields = [cell for cell in cells if self._table.kind(cell) is not None]
        if value is None:
            one, many = N_("Empty {count} cell"), N_("Empty {count} cells")
        else:
            one, many = N_("Set {count} cell"), N_("Set {count} cells")
        session, before = self._context.session, self._context.plan
        keys = self._view.selection.keys
        with session.step(say_count(one, many, len(fields)), origin=self):
            for cell in fields:
                self._view.cells.put(self._table, cell, value)
        self._table.refresh()
        self._view.selection.remember(before, keys, keys)

    def _text(self, row: int, column: int) -> str:
        index = self._table.index(row, column)
        path = self._table.path(index)
        if not path:
            return self._table.rows[row].title
        draft = self._context.drafts.get(path)
        if draft is not None:
            return draft
        plan = self._context.plan
        value = paths.get(plan, path) if paths.has(plan, paths.parent(path)) else None
        return text_of(self._table.kind(index), value, plan, path)

    def _heading(self, column: int) -> str:
        table = self._table
        return table.source.lead if column < table.lead else table.name_over(column)

    def _has_more(self, rows: Sequence[int]) -> bool:
        """Whether rows hold answers that the table does not show."""
        shown = {column.name for column in self._view.shown_columns} | {"id"}
        plan, where = self._context.plan, self._view.objectName()
        members = (paths.get(plan, f"{where}[{self._table.rows[row].key}]") for row in rows)
        return any(
            name not in shown and not paths.is_empty(value)
            for member in members
            for name, value in member
        )

    def _report(self, done: Pasted) -> None:
        """Say in one sentence what could not be read and what had no place."""
        parts = []
        if done.bad:
            parts.append(self._unread(done))
        if done.rows_out:
            one, many = N_("{count} row did not fit."), N_("{count} rows did not fit.")
            parts.append(say_count(one, many, done.rows_out))
        if done.columns_out:
            parts.append(
                say_count(
                    N_("{count} column has no place in this table."),
                    N_("{count} columns have no place in this table."),
                    done.columns_out,
                )
            )
            if len(self._view.shown_numbers) < self._table.columnCount():
                parts.append(say(N_("Columns that are not shown are filled by their headings.")))
        if done.cells_out:
            one = N_("{count} cell is not edited in a table and was left out.")
            many = N_("{count} cells are not edited in a table and were left out.")
            parts.append(say_count(one, many, done.cells_out))
        if parts:
            self._context.speaker.tell(" ".join(parts), "warn")

    def _unread(self, done: Pasted) -> str:
        table = self._table
        named = [table.label(table.index_of(path)) for path in list(done.bad)[:MOST_NAMED]]
        listed = "; ".join(named) + (" …" if len(done.bad) > MOST_NAMED else "")
        told = say_count(
            N_("{count} cell could not be read and keeps its old value:"),
            N_("{count} cells could not be read and keep their old values:"),
            len(done.bad),
        )
        return f"{told} {listed}."
