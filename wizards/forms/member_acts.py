"""What can be done with the members of a collection: add, copy, move and remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.context import Answer, Context
from wizards.forms.member_buttons import Act
from wizards.forms.rows import numbers_of
from wizards.forms.sifting import order_of
from wizards.forms.table import TableView
from wizards.forms.wording import member_name, name_of
from wizards.speaking import say, say_count

MOST_NAMED = 6
"""Places that are named where a removed member is referred to."""


SORT = N_("Sort rows")
DUPLICATE = (N_("Duplicate"), N_("Duplicate {count} row"), N_("Duplicate {count} rows"))
MOVE = (N_("Move"), N_("Move {count} row"), N_("Move {count} rows"))
REMOVE = (N_("Remove"), N_("Remove {count} row"), N_("Remove {count} rows"))
"""What a step is called: about one row, and about several."""


class MemberActs:
    """Changes the collection that a table shows; `refresh` shows in the window what was changed."""

    def __init__(
        self, context: Context, path: str, table: TableView, refresh: Callable[[], None]
    ) -> None:
        self._context, self._path, self._table, self._refresh = context, path, table, refresh
        if self.acts:
            table.offer(self.acts)
            table.sort = self.sort
            table.dragging.dropped.connect(self.move_to)

    @property
    def acts(self) -> dict[str, Act]:
        """What can be done by name; nothing where the keys decide which members there are."""
        many = paths.place(self._path).field.many
        if many is None or many.keyed_by:
            return {}
        return {
            "add": self.add,
            "duplicate": self.duplicate,
            "up": lambda: self.move(-1),
            "down": lambda: self.move(1),
            "remove": self.remove,
        }

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
        if self._table.isRowHidden(row):
            self._table.show_all()
        column = max(0, self._table.currentIndex().column())
        self._table.setCurrentIndex(self._table.table.index(row, column))
        return True

    def add(self) -> str:
        """Add a member and open its first cell; its id is returned."""
        self._table.show_all()
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
        """Copy the chosen members, each right after itself."""
        keys = self._table.selection.keys
        session, before = self._context.session, self._context.plan
        if not keys:
            return
        label = _label(*DUPLICATE, len(keys))
        with session.step(label, origin=self):
            copies = [session.duplicate(self._member(key), origin=self) for key in keys]
        self._show_step(before, keys, copies)

    def sort(self, column: int, *, backwards: bool) -> None:
        """Put all members into the order of a column of fields."""
        order = order_of(self._table.table, column, backwards=backwards)
        if order != list(range(len(order))):
            self._reorder(order, SORT)

    def move(self, by: int) -> None:
        """Move the chosen members down by one place, or up where `by` is negative."""
        if self._is_sifted():
            return
        rows, order = self._table.selection.rows, list(range(self._table.table.rowCount()))
        if not rows or rows[0] + by < 0 or rows[-1] + by >= len(order):
            return
        for row in rows if by < 0 else reversed(rows):
            order.insert(row + by, order.pop(row))
        self._reorder(order)

    def move_to(self, gap: int) -> None:
        """Move the chosen members above the row of a number, to the end for the number of rows."""
        if self._is_sifted():
            return
        rows, count = self._table.selection.rows, self._table.table.rowCount()
        moved = frozenset(rows)
        above = [row for row in range(gap) if row not in moved]
        below = [row for row in range(gap, count) if row not in moved]
        self._reorder([*above, *rows, *below])

    def remove(self) -> None:
        """Remove the chosen members; where others name them, ask first."""
        keys = self._table.selection.keys
        if not keys:
            return
        plan = self._context.plan
        cleared = paths.change(plan, self._path, self._without(keys)).cleared
        if not cleared:
            self._take_out(keys)
            return
        named = sorted({name_of(plan, path) for path in cleared})
        listed = ", ".join(named[:MOST_NAMED]) + (" …" if len(named) > MOST_NAMED else "")
        self._context.speaker.ask(
            self._question(keys, listed),
            (
                Answer(
                    "remove",
                    say(_label(N_("Remove it"), *REMOVE[1:], len(keys))),
                    lambda: self._take_out(keys),
                ),
                Answer(
                    "cancel",
                    say(N_("Keep it") if len(keys) == 1 else N_("Keep them")),
                    self._table.setFocus,
                ),
            ),
        )

    def _question(self, keys: Sequence[str], listed: str) -> str:
        if len(keys) > 1:
            text = N_("Some of these {count} rows are named in: {places}. These references go too.")
            return say(text, count=len(keys), places=listed)
        return say(
            N_("“{name}” is named in: {places}. These references go with it."),
            name=member_name(self._context.plan, self._member(keys[0])),
            places=listed,
        )

    def _take_out(self, keys: Sequence[str]) -> None:
        session, before = self._context.session, self._context.plan
        gone = numbers_of(self._table.table.rows, keys)
        column = max(0, self._table.currentIndex().column())
        label = _label(*REMOVE, len(keys))
        with session.step(label, origin=self):
            session.set(self._path, self._without(keys), origin=self)
        self._refresh()
        self._table.selection.remember(before, keys, ())
        count = self._table.table.rowCount()
        if count:
            row = max(0, min(*gone, count - 1))
            self._table.setCurrentIndex(self._table.table.index(row, column))

    def _is_sifted(self) -> bool:
        if self._table.is_sifted:
            text = N_("Show all rows first: a row’s place is one among all of them.")
            self._context.speaker.tell(say(text), "warn")
        return self._table.is_sifted

    def _reorder(self, order: Sequence[int], label: str = "") -> None:
        keys = self._table.selection.keys
        session, before = self._context.session, self._context.plan
        label = label or _label(*MOVE, len(keys))
        with session.step(label, origin=self):
            session.arrange(self._path, order, origin=self)
        self._show_step(before, keys, keys)

    def _show_step(self, before: Plan, undone: Sequence[str], redone: Sequence[str]) -> None:
        self._refresh()
        self._table.selection.remember(before, undone, redone)
        self._table.selection.choose(redone)

    def _without(self, keys: Sequence[str]) -> tuple[Any, ...]:
        gone = frozenset(keys)
        members = paths.get(self._context.plan, self._path) or ()
        return tuple(member for member in members if member.id not in gone)

    def _member(self, key: str) -> str:
        return f"{self._path}[{key}]"


def _label(alone: str, one: str, many: str, count: int) -> str:
    """What a step is called, with the count where it is about several rows."""
    return say_count(one, many, count) if count > 1 else alone
