"""A collection on a page: its table, its buttons, what is wrong, and the chosen member's detail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from planner import paths
from wizards.forms.choosing import Shape, shape_of
from wizards.forms.context import Context
from wizards.forms.detail import Detail, MakeForm
from wizards.forms.empty import EmptyTable, WayThere, nothing_yet
from wizards.forms.entry import Entry
from wizards.forms.errors import CellErrors
from wizards.forms.member_acts import MemberActs
from wizards.forms.member_buttons import Act, MemberButtons
from wizards.forms.rows import Keyed, Members, RowSource, source_of_keys
from wizards.forms.sifting import RowFilter
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.speaking import say

if TYPE_CHECKING:
    from wizards.forms.section import Fields

COLUMNS_BESIDE = 3
"""Columns that a table keeps where the form of the chosen member stands beside it."""


class CollectionView(QWidget):
    """Edits the members of one collection; named parts as the contract has them.

    A member with more fields than the table shows has a form: in a detail of this view, or, where
    the collection belongs to a member itself, in the `around` that shows that member.
    """

    def __init__(
        self,
        context: Context,
        entry: Entry,
        make_form: MakeForm,
        around: Detail | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.path = path = entry.path
        self._context = context
        assert entry.field.many is not None
        self._many = entry.field.many
        self._hide = entry.hide
        self._shape: Shape = shape_of(context, entry.field, entry.hide)
        self._around = around
        self._beside = False
        self._closed = False
        self._resets = False
        self._hidden_in_detail: frozenset[str] = frozenset()
        self._detail: Detail | None = None
        self._companion: QWidget | None = None
        self._outer = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(8)
        model = TableModel(context, self._source())
        self.view = TableView(model, path, say(self._many.label), self)
        self._do = MemberActs(context, path, self.view, self.refresh)
        acts = self._acts()
        self.view.offer(acts)
        self._empty = EmptyTable(self.view)
        self._way = self._way_there()
        self._buttons = MemberButtons(path, self._many, acts, self.view)
        self._pasted_at_buttons = QShortcut(QKeySequence.StandardKey.Paste, self._buttons)
        self._pasted_at_buttons.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._pasted_at_buttons.activated.connect(self._paste_at_buttons)
        column = self._list = QVBoxLayout()
        column.setSpacing(6)
        self._filter = RowFilter(self.view)
        for part in (self._filter, self.view, self._empty, CellErrors(model), self._buttons):
            column.addWidget(part)
        if self._way is not None:
            column.insertWidget(3, self._way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._outer.addLayout(column, 5)
        if around is None and self._shape.detailed:
            self._add_detail(make_form)
        self.view.moved.connect(self._moved)
        self.view.chosen.connect(self._show_state)
        self.view.clicked.connect(self._reopen)
        self.view.cells.started.connect(context.guide.explain)
        self.view.source_wanted.connect(context.guide.show_sources)
        model.modelAboutToBeReset.connect(self._begin_reset)
        model.modelReset.connect(self._end_reset)
        self._column_of_place = 0
        self._filter.show_state()
        self.set_beside(context.beside)

    @property
    def is_open(self) -> bool:
        """Whether nothing has been entered."""
        plan = self._context.plan
        return paths.has(plan, self.path) and not paths.get(plan, self.path)

    @property
    def detail(self) -> Fields | None:
        """The form that is shown of the chosen member, where it has more than the table shows."""
        return self._detail.form if self._detail is not None else None

    @property
    def focus_widget(self) -> QWidget:
        """Where the focus goes when the user is led here: the table, or what adds its first row."""
        return self.view if self.view.table.rows else self._way or self._buttons.first

    def set_beside(self, beside: bool) -> None:
        """Show the form of the chosen member beside the table or below it."""
        if beside == self._beside or self._detail is None:
            return
        self._beside = beside
        ways = QBoxLayout.Direction
        self._outer.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._outer.setSpacing(16 if beside else 8)
        self.view.show_columns(COLUMNS_BESIDE if beside else 0)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._place_companion()
        if self._detail.path:
            self._show_detail(self._do.current)

    def accompany(self, companion: QWidget, turn_to: Callable[[str], None]) -> None:
        """Show something of the current member: below the table where its form is beside it.

        `turn_to` is told the member's path, now and whenever it is another one.
        """
        self._companion = companion
        self._place_companion()

        def turn() -> None:
            turn_to(self._member(self._do.current) if self._do.current else "")

        self.view.moved.connect(turn)
        self.view.table.modelReset.connect(turn)
        turn()

    def _place_companion(self) -> None:
        companion = self._companion
        if companion is None:
            return
        for layout in (self._list, self._outer):
            layout.removeWidget(companion)
        if self._beside:
            # Before the room that is left over.
            self._list.insertWidget(self._list.count() - 1, companion)
        else:
            self._outer.addWidget(companion)

    def follow(self, gone: int) -> None:
        """Keep the table in sight beside a long form of which so many pixels are scrolled away."""
        if not self._beside:
            return
        before = self._list.contentsMargins().top()
        spare = self.height() - (self._list.sizeHint().height() - before)
        top = max(0, min(gone, spare))
        if top != before:
            self._list.setContentsMargins(0, top, 0, 0)

    def refresh(self) -> None:
        """Take over what changed in the plan."""
        self.view.table.refresh()
        self._show_state()
        detail = self._detail
        if detail is None or not detail.path:
            return
        if not self._many.keyed_by and not paths.has(self._context.plan, detail.trail[0]):
            self._show_detail(self._do.current)
        else:
            detail.refresh()

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Take over what changed at some paths, the detail's other questions left alone."""
        self.view.table.refresh_rows()
        self._show_state()
        if self._detail is not None and self._detail.path:
            if paths.has(self._context.plan, self._detail.trail[0]) or self._many.keyed_by:
                self._detail.refresh_related(changed)
            else:
                self._show_detail(self._do.current)

    def show_member(self, key: str) -> bool:
        """Make a member the current one."""
        return self._do.show(key)

    def open_member(self, path: str = "") -> Fields | None:
        """Show the current member's form, where it has one, and return it.

        Where a member of it is entered that `path` lies in, the form is that one's.
        """
        key = self._do.current
        if not key or not self._shape.detailed:
            return None
        if self._around is not None:
            self._context.places[self.path] = key
            self._around.enter(self._member(key), self._asked_in_table(), self.view)
            return self._around.form
        self._closed = False
        self._show_detail(key)
        self._show_state()
        if self._detail is not None:
            self._detail.retreat(path or self._detail.path)
        return self.detail

    def step_back(self) -> Fields | None:
        """Show the form that the one shown was entered from and return it; None at the first."""
        if self._detail is None or len(self._detail.trail) < 2:
            return None
        self._detail.go_to(self._detail.trail[-2])
        return self.detail

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the table closes the form of the chosen member."""
        if event.key() == Qt.Key.Key_Escape and self._detail is not None and self._detail.path:
            self._close_detail()
        else:
            super().keyPressEvent(event)

    def _add_detail(self, make_form: MakeForm) -> None:
        self._detail = Detail(self._context, self.path, make_form, self)
        self._detail.left.connect(self._to_table)
        self._detail.closed.connect(self._close_detail)
        form = QVBoxLayout()
        form.addWidget(self._detail)
        form.addStretch()
        self._outer.addLayout(form, 6)

    def _way_there(self) -> WayThere | None:
        """The way to what gives the rows, where nobody adds them here."""
        keyed_by = self._many.keyed_by
        first = source_of_keys(self.path, keyed_by) if keyed_by else ""
        return WayThere(self._context, self.path, lambda: first) if first else None

    def _source(self) -> RowSource:
        columns = self._shape.columns
        if self._many.keyed_by:
            return Keyed(self.path, self._many.keyed_by, columns)
        return Members(self.path, columns)

    def _acts(self) -> dict[str, Act]:
        acts: dict[str, Act] = {n: act for n, act in self._do.acts.items() if n == "add"}
        if self._shape.detailed:
            acts["open"] = self._go_into
        acts["source"] = self.view.ask_source
        return acts | {name: act for name, act in self._do.acts.items() if name not in acts}

    def _member(self, key: str) -> str:
        return f"{self.path}[{key}]"

    def _moved(self) -> None:
        self._context.session.close_step()
        key = self._do.current
        if key:
            self._context.places[self.path] = key
            self._column_of_place = self.view.currentIndex().column()
        if not self._closed:
            self._show_detail(key)
        self._show_state()

    def choose(self) -> None:
        """Stay with the member that was worked on last, else the first where there is a form."""
        row = self.view.table.row_of(self._context.places.get(self.path, ""))
        if row >= 0:
            self.view.selection.go_to(self.view.table.index(row, self._column_of_place))
        elif self.view.table.rowCount() and self._detail is not None:
            self.view.setCurrentIndex(self.view.table.index(0, 0))
        else:
            self._moved()

    def _begin_reset(self) -> None:
        # In between no row is chosen: buttons would go and come back, and the page with them.
        self._resets = True

    def _end_reset(self) -> None:
        self.choose()
        self._resets = False
        self._show_state()

    def _go_into(self) -> None:
        if self.open_member() is not None and self._detail is not None:
            self._detail.focus()

    def _paste_at_buttons(self) -> None:
        """Paste what is added at the end where the button that adds has the focus."""
        focus = QApplication.focusWidget()
        adds = focus is not None and focus.objectName() == f"{self.path}.add"
        self.view.acts.paste(as_new=adds)

    def _to_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_detail(self) -> None:
        self._closed = True
        self._show_detail("")
        self._show_state()
        self._to_table()

    def _reopen(self) -> None:
        if self._closed:
            self.open_member()

    def _asked_in_table(self) -> frozenset[str]:
        if not self._beside:
            return self._shape.in_table | self._hide
        shown = {column.name for column in self.view.shown_columns}
        return (self._shape.in_table & shown) | self._hide

    def _show_detail(self, key: str) -> None:
        detail = self._detail
        if detail is None:
            return
        path = self._member(key) if key else ""
        hide = self._asked_in_table()
        if path != (detail.trail[0] if detail.trail else "") or hide != self._hidden_in_detail:
            self._hidden_in_detail = hide
            if path:
                detail.show_member(path, hide)
            else:
                detail.clear()

    def _show_state(self) -> None:
        if self._resets:
            return
        model = self.view.table
        count = model.rowCount()
        rows = self.view.selection.rows or [-1]
        self.view.setVisible(bool(count))
        closed = self._detail is None or not self._detail.path
        opens = self._shape.detailed and closed
        source = self.view.wants_source
        self._buttons.show_state(rows[0], count, opens=opens, source=source, last=rows[-1])
        self._empty.setVisible(not count)
        if self._way is not None:
            self._way.setVisible(not count)
        if not count and not self._empty.text():
            columns = self._shape.columns
            self._empty.setText(nothing_yet(self._context, self.path, self._many, columns))
