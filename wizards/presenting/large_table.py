"""A table of the presenter view: the model of the page's, its text and rows larger."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner import paths
from planner.i18n import N_
from wizards import theme
from wizards.forms.choosing import shape_of
from wizards.forms.context import Context
from wizards.forms.errors import CellErrors
from wizards.forms.grids import grid_source
from wizards.forms.heading import Headings
from wizards.forms.member_acts import MemberActs
from wizards.forms.member_buttons import Act, MemberButtons
from wizards.forms.row import plain_label
from wizards.forms.rows import Keyed, Members, RowSource, missing_keys
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.presenting.slides import Slide
from wizards.speaking import say


class LargeHeadings(Headings):
    """Headings measured and painted larger by a factor."""

    factor = 1.0

    def event(self, event: QEvent) -> bool:
        """Whatever it is, in large type."""
        with theme.enlarged(self.factor):
            return bool(super().event(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Paint in large type."""
        with theme.enlarged(self.factor):
            return bool(super().viewportEvent(event))


class LargeTableView(TableView):
    """A table measured and painted larger by a factor; the style sheet around it sets its face."""

    def __init__(self, model: TableModel, path: str, name: str, factor: float) -> None:
        self._factor = factor
        super().__init__(model, path, name)
        headings = LargeHeadings(model, self)
        headings.factor = factor
        self._headings = headings
        self.setHorizontalHeader(headings)
        self.fit()

    def fit(self) -> None:
        """Share the room by the larger type."""
        with theme.enlarged(self._factor):
            super().fit()

    def event(self, event: QEvent) -> bool:
        """Whatever it is, in large type."""
        with theme.enlarged(self._factor):
            return bool(super().event(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Paint in large type."""
        with theme.enlarged(self._factor):
            return bool(super().viewportEvent(event))


class LargeTable(QWidget):
    """A collection with its buttons, or a grid; cells are edited as on a page."""

    def __init__(self, context: Context, slide: Slide, factor: float) -> None:
        super().__init__()
        path, entry = slide.path, slide.entry
        self._context, self._path, self._entry = context, path, entry
        model = TableModel(context, self._source())
        name = say(entry.field.label) if entry is not None else say(slide.title)
        self.view = LargeTableView(model, path, name, factor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.view)
        self._empty = plain_label("", "hint")
        column.addWidget(self._empty)
        column.addWidget(CellErrors(model))
        self._buttons: MemberButtons | None = None
        if entry is not None:
            assert entry.field.many is not None
            self._do = MemberActs(context, path, self.view, self.refresh)
            self._buttons = MemberButtons(path, entry.field.many, self._acts(), self.view)
            column.addWidget(self._buttons)
        self.view.moved.connect(self._show_state)
        if model.rows:
            self.view.setCurrentIndex(model.index(0, 0))
        self._show_state()

    @property
    def focus_widget(self) -> QWidget:
        """The table, or what adds its first row."""
        if self.view.table.rows or self._buttons is None:
            return self.view
        return self._buttons.first

    def show_path(self, path: str) -> None:
        """Make the cell of a path the current one."""
        index = self.view.table.index_of(path)
        if index.isValid():
            self.view.setCurrentIndex(index)

    def refresh(self) -> None:
        """Take over what changed in the plan."""
        self.view.table.refresh()
        self._show_state()

    def _source(self) -> RowSource:
        if self._entry is None:
            return grid_source(self._path)
        field = self._entry.field
        assert field.many is not None
        columns = shape_of(self._context, field, self._entry.hide).columns
        if field.many.keyed_by:
            return Keyed(self._path, field.many.keyed_by, columns)
        return Members(self._path, columns)

    def _acts(self) -> dict[str, Act]:
        assert self._entry is not None
        many = self._entry.field.many
        if many is None or many.keyed_by:
            return {}
        return {
            "add": self._do.add,
            "duplicate": self._do.duplicate,
            "up": lambda: self._do.move(-1),
            "down": lambda: self._do.move(1),
            "remove": self._do.remove,
        }

    def _show_state(self) -> None:
        table = self.view.table
        filled = bool(table.rows and table.columns)
        self.view.setVisible(filled)
        self._empty.setVisible(not filled)
        if not filled and not self._empty.text():
            self._empty.setText(self._nothing())
        if self._buttons is not None:
            row = self.view.currentIndex().row()
            self._buttons.show_state(row, table.rowCount(), opens=False, source=False)

    def _nothing(self) -> str:
        many = self._entry.field.many if self._entry is not None else None
        if many is None or not many.keyed_by:
            return say(N_("Nothing here yet."))
        return missing_keys(paths.pattern(self._path), many.keyed_by)
