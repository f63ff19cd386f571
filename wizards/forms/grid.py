"""A grid of cells over two collections: what is rated down, who is rated across."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wizards.forms.context import Context
from wizards.forms.empty import NoCells
from wizards.forms.errors import CellErrors
from wizards.forms.table import TableView
from wizards.forms.tally import cells_of


class GridView(QWidget):
    """One grid instead of many small tables; its cells are named by their paths."""

    def __init__(
        self, context: Context, view: TableView, empty: QWidget, around: QWidget | None = None
    ) -> None:
        """Show a table, with what stands around it; `empty` in its place while it has no cells."""
        super().__init__()
        self.path = view.objectName()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.view = view
        self.view.cells.started.connect(context.guide.explain)
        self._shown = around or view
        column.addWidget(self._shown)
        self._empty = empty
        column.addWidget(self._empty)
        column.addWidget(CellErrors(view.table))
        self._show_state()

    @property
    def is_open(self) -> bool:
        """A grid is counted by what it rates, never by itself."""
        return False

    def refresh(self) -> None:
        """Take over what changed in the plan."""
        self.view.table.refresh()
        self._show_state()

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Take over what changed where it is a cell here, or where rows or columns came or went."""
        table = self.view.table
        if table.is_outdated or not {"", *cells_of(self._context.plan, table.source)}.isdisjoint(
            changed
        ):
            self.refresh()

    def _show_state(self) -> None:
        table = self.view.table
        filled = bool(table.rows and table.columns)
        self._shown.setVisible(filled)
        self._empty.setVisible(not filled)
        if isinstance(self._empty, NoCells):
            self._empty.refresh()
