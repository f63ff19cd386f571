"""What can be done with the members of a collection: add, copy, move and remove them."""

from __future__ import annotations

from collections.abc import Callable

from planner import paths
from planner.i18n import N_
from wizards.forms.context import Answer, Context
from wizards.forms.table import TableView
from wizards.forms.wording import member_name, name_of
from wizards.speaking import say

MOST_NAMED = 6
"""Places that are named where a removed member is referred to."""


class MemberActs:
    """Changes the collection that a table shows; `refresh` shows in the window what was changed."""

    def __init__(
        self, context: Context, path: str, table: TableView, refresh: Callable[[], None]
    ) -> None:
        self._context, self._path, self._table, self._refresh = context, path, table, refresh

    @property
    def current(self) -> str:
        """The id or key of the current row; empty where there is none."""
        row, rows = self._table.currentIndex().row(), self._table.table.rows
        return rows[row].key if 0 <= row < len(rows) else ""

    def show(self, key: str) -> bool:
        """Make a member the current one."""
        row = self._table.table.row_of(key)
        if row < 0:
            return False
        column = max(0, self._table.currentIndex().column())
        self._table.setCurrentIndex(self._table.table.index(row, column))
        return True

    def add(self) -> str:
        """Add a member and open its first cell; its id is returned."""
        if paths.has(self._context.plan, self._path):
            identity = self._context.session.insert(self._path, {}, origin=self)
        else:
            # The keyed member that owns this collection comes to be with its first answer.
            self._context.session.set(self._path, [{}], origin=self)
            identity = str(paths.get(self._context.plan, self._path)[0].id)
        self._refresh()
        row = self._table.table.row_of(identity)
        self._table.edit_cell(self._table.table.index(row, 0))
        return identity

    def duplicate(self) -> None:
        """Copy the current member."""
        if self.current:
            copy = self._context.session.duplicate(self._member(self.current), origin=self)
            self._refresh()
            self.show(copy)

    def move(self, by: int) -> None:
        """Move the current member down, or up where `by` is negative."""
        key, row = self.current, self._table.currentIndex().row()
        if key and 0 <= row + by < self._table.table.rowCount():
            self._context.session.move(self._member(key), row + by, origin=self)
            self._refresh()
            self.show(key)

    def remove(self) -> None:
        """Remove the current member; where others name it, ask first."""
        key = self.current
        if not key:
            return
        plan = self._context.plan
        cleared = paths.remove(plan, self._member(key)).cleared
        if not cleared:
            self._take_out(key)
            return
        named = sorted({name_of(plan, path) for path in cleared})
        listed = ", ".join(named[:MOST_NAMED]) + (" …" if len(named) > MOST_NAMED else "")
        text = say(
            N_("“{name}” is named in: {places}. These references go with it."),
            name=member_name(plan, self._member(key)),
            places=listed,
        )
        self._context.speaker.ask(
            text,
            (
                Answer("remove", say(N_("Remove it")), lambda: self._take_out(key)),
                Answer("cancel", say(N_("Keep it")), self._table.setFocus),
            ),
        )

    def _take_out(self, key: str) -> None:
        row = self._table.table.row_of(key)
        self._context.session.remove(self._member(key), origin=self)
        self._refresh()
        count = self._table.table.rowCount()
        if count:
            self._table.setCurrentIndex(self._table.table.index(min(row, count - 1), 0))

    def _member(self, key: str) -> str:
        return f"{self._path}[{key}]"
