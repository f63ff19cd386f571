"""A collection on a page: its table, its buttons, what is wrong, and the chosen member's detail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from planner.model.nodes import Declared
from wizards.forms.choosing import Shape, shape_of
from wizards.forms.context import Answer, Context
from wizards.forms.errors import CellErrors
from wizards.forms.member_buttons import MemberActs, MemberButtons
from wizards.forms.row import plain_label
from wizards.forms.rows import Keyed, Members, RowSource, missing_keys
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.forms.wording import member_name, name_of, shown
from wizards.parting import part_with
from wizards.speaking import say

MakeDetail = Callable[[Context, str, frozenset[str]], QWidget]
"""Makes the form of a member's fields, less the named ones."""


class CollectionView(QWidget):
    """Edits the members of one collection; named parts as the contract has them."""

    def __init__(
        self,
        context: Context,
        path: str,
        make_detail: MakeDetail,
        hide: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.path = path
        self._context = context
        self._field: Declared = paths.place(path).field
        assert self._field.many is not None
        self._many = self._field.many
        self._hide = hide
        self._shape: Shape = shape_of(context, self._field, hide)
        self._make_detail = make_detail
        self._detail: QWidget | None = None
        self._detailed = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        model = TableModel(context, self._source())
        self.view = TableView(model, path, say(self._many.label))
        self._column.addWidget(self.view)
        self._empty = plain_label("", "hint")
        self._column.addWidget(self._empty)
        self._errors = CellErrors(model)
        self._column.addWidget(self._errors)
        self._buttons: MemberButtons | None = None
        if not self._many.keyed_by:
            acts = MemberActs(
                add=self.add,
                duplicate=self._duplicate,
                up=lambda: self._move(-1),
                down=lambda: self._move(1),
                remove=self._remove,
            )
            self._buttons = MemberButtons(path, self._many, acts, self.view)
            self._column.addWidget(self._buttons)
        self.view.moved.connect(self._moved)
        self.view.cells.started.connect(context.guide.explain)
        model.modelReset.connect(self._keep_place)
        self._place: tuple[str, int] = ("", 0)
        self._show_state()
        if model.rowCount() and self._shape.detailed:
            self.view.setCurrentIndex(model.index(0, 0))

    @property
    def is_open(self) -> bool:
        """Whether nothing has been entered."""
        return not paths.get(self._context.plan, self.path) if self._is_there() else False

    @property
    def detail(self) -> QWidget | None:
        """The form of the chosen member, where it has more than the table shows."""
        return self._detail

    def refresh(self) -> None:
        """Take over what changed in the plan."""
        self.view.table.refresh()
        self._show_state()
        refresh = getattr(self._detail, "refresh", None)
        gone = self._detailed and not paths.has(self._context.plan, self._detailed)
        if gone and not self._many.keyed_by:
            self._show_detail("")
            return
        if refresh is not None:
            refresh()

    def show_member(self, key: str) -> bool:
        """Make a member the current one."""
        row = self.view.table.row_of(key)
        if row < 0:
            return False
        column = max(0, self.view.currentIndex().column())
        self.view.setCurrentIndex(self.view.table.index(row, column))
        return True

    def add(self) -> str:
        """Add a member and open its first cell; its id is returned."""
        if self._is_there():
            identity = self._context.session.insert(self.path, {}, origin=self)
        else:
            # The keyed member that owns this collection comes to be with its first answer.
            self._context.session.set(self.path, [{}], origin=self)
            identity = paths.get(self._context.plan, self.path)[0].id
        self.refresh()
        row = self.view.table.row_of(identity)
        self.view.edit_cell(self.view.table.index(row, 0))
        return identity

    def _source(self) -> RowSource:
        columns = self._shape.columns
        if self._many.keyed_by:
            return Keyed(self.path, self._many.keyed_by, columns)
        return Members(self.path, columns)

    def _is_there(self) -> bool:
        return paths.has(self._context.plan, self.path)

    def _current(self) -> str:
        index = self.view.currentIndex()
        rows = self.view.table.rows
        return rows[index.row()].key if 0 <= index.row() < len(rows) else ""

    def _member(self, key: str) -> str:
        return f"{self.path}[{key}]"

    def _duplicate(self) -> None:
        key = self._current()
        if key:
            copy = self._context.session.duplicate(self._member(key), origin=self)
            self.refresh()
            self.show_member(copy)

    def _move(self, by: int) -> None:
        key, row = self._current(), self.view.currentIndex().row()
        if key and 0 <= row + by < self.view.table.rowCount():
            self._context.session.move(self._member(key), row + by, origin=self)
            self.refresh()
            self.show_member(key)

    def _remove(self) -> None:
        key = self._current()
        if not key:
            return
        plan = self._context.plan
        cleared = paths.remove(plan, self._member(key)).cleared
        if not cleared:
            self._take_out(key)
            return
        named = sorted({name_of(plan, path) for path in cleared})
        listed = ", ".join(named[:6]) + (" …" if len(named) > 6 else "")
        text = say(
            N_("“{name}” is named in: {places}. These references go with it."),
            name=member_name(plan, self._member(key)),
            places=listed,
        )
        self._context.speaker.ask(
            text,
            (
                Answer("remove", say(N_("Remove it")), lambda: self._take_out(key)),
                Answer("cancel", say(N_("Keep it")), self.view.setFocus),
            ),
        )

    def _take_out(self, key: str) -> None:
        row = self.view.table.row_of(key)
        self._context.session.remove(self._member(key), origin=self)
        self.refresh()
        count = self.view.table.rowCount()
        if count:
            self.view.setCurrentIndex(self.view.table.index(min(row, count - 1), 0))
        else:
            self._show_detail("")

    def _moved(self) -> None:
        self._context.session.close_step()
        index = self.view.currentIndex()
        key = self._current()
        if key:
            self._place = (key, index.column())
        self._show_state()
        if self._shape.detailed:
            self._show_detail(key)

    def _keep_place(self) -> None:
        key, column = self._place
        row = self.view.table.row_of(key)
        if row >= 0:
            self.view.setCurrentIndex(self.view.table.index(row, column))
        elif self.view.table.rowCount() and self._shape.detailed:
            self.view.setCurrentIndex(self.view.table.index(0, 0))
        else:
            self._moved()

    def _show_detail(self, key: str) -> None:
        path = self._member(key) if key else ""
        if path == self._detailed and (self._detail is not None) == bool(path):
            return
        if self._detail is not None:
            self._column.removeWidget(self._detail)
            part_with(self._detail)
            self._detail = None
        self._detailed = path
        if path:
            self._detail = self._make_detail(self._context, path, self._shape.in_table | self._hide)
            self._column.addWidget(self._detail)

    def _show_state(self) -> None:
        model = self.view.table
        count, current = model.rowCount(), self.view.currentIndex().row()
        self.view.setVisible(bool(count))
        if self._buttons is not None:
            self._buttons.show_state(current, count)
        self._empty.setVisible(not count)
        if not count and not self._empty.text():
            self._empty.setText(self._nothing_yet())

    def _nothing_yet(self) -> str:
        if self._many.keyed_by:
            return missing_keys(self.path, self._many.keyed_by)
        sample = self._context.sample()
        pattern = paths.pattern(self.path)
        members = paths.members(sample, pattern)[:2] if sample else ()
        if not members or sample is None:
            return say(N_("Nothing here yet."))
        lines = []
        for path, _ in members:
            cells = [f"{path}.{column.name}" for column in self._shape.columns]
            told = (shown(paths.place(c).kind, paths.get(sample, c), sample, c) for c in cells)
            lines.append("   ·   ".join(text for text in told if text))
        return "\n".join((say(N_("From the sample:")), *lines))
