"""The budget grid as a page shows it: acts, months with sums beside them, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from planner.i18n import N_
from wizards import theme
from wizards.budget.keys import ActButtons
from wizards.budget.lacks import SplitLacks
from wizards.budget.lines import CHANNELS, MONTH_CELLS, BudgetRows
from wizards.budget.model import BudgetModel
from wizards.budget.summary import BudgetSummary
from wizards.budget.view import BudgetView, TogetherView, column_width, names_width
from wizards.forms.cards import SpecialGrid
from wizards.forms.cells import ROW_HEIGHT
from wizards.forms.context import Context
from wizards.forms.grid import GridView
from wizards.forms.row import plain_label
from wizards.speaking import say

NAME = "grid.budget"


class _Tables(QWidget):
    """Months and sums side by side, all together below them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        model = BudgetModel(context)
        title = say(N_("Budget, month by month"))
        self.months = BudgetView(model, NAME, title, sums=False)
        name = say(N_("Sums of the budget"))
        self.sums = BudgetView(model, f"{NAME}.sums", name, sums=True)
        self.months.go_with(self.sums)
        name = say(N_("Budget of each month, all together"))
        self.below = TogetherView(model, self.months, name)
        name = say(N_("Budget, all together"))
        self.corner = TogetherView(model, self.sums, name)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._widen)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.months, 0, 0)
        grid.addWidget(self.sums, 0, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.below, 1, 0, top)
        grid.addWidget(self.corner, 1, 1, top)
        self.fit()

    def fit(self) -> None:
        """Give names, columns and the row below the room that they need."""
        self.months.fit()
        self.sums.fit()
        self.below.fit()
        self.corner.fit()
        names = names_width(self.width())
        model = self.months.budget
        column = self.sums.columnWidth(max(model.sum_column, 0))
        bar = self.sums.verticalScrollBar()
        scrolls = model.rowCount() - 1 > self.sums.height() // theme.pixels(ROW_HEIGHT)
        width = column + 2 * self.sums.frameWidth() + (bar.sizeHint().width() if scrolls else 0)
        self.sums.setFixedWidth(width)
        self.corner.setFixedWidth(width)
        row = theme.pixels(ROW_HEIGHT) + 2 * self.below.frameWidth()
        room = self.width() - width - names - 2 * self.months.frameWidth()
        overflows = model.sum_column * column > room
        # No month is cut at the edge: what is left over goes to the names.
        names += max(room, 0) % column if overflows else 0
        for view in (self.months, self.below):
            view.verticalHeader().setFixedWidth(names)
            # Qt does not move the cells out of a header's way by itself.
            view.updateGeometries()
        across = self.below.horizontalScrollBar().sizeHint().height() if overflows else 0
        self.below.setFixedHeight(row + across)
        self.corner.setFixedHeight(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit()

    def _widen(self, first: QModelIndex, last: QModelIndex) -> None:
        """Make columns wider where a figure has grown out of them."""
        rows = range(first.row(), last.row() + 1)
        if column_width(self.months.budget, rows) > self.months.columnWidth(0):
            self.fit()


class _Empty(QWidget):
    """Says what has to be done before there is a budget by month, with the way there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._label = plain_label("", "hint")
        column.addWidget(self._label)
        self._button = QPushButton()
        self._button.setObjectName(f"{NAME}.first")
        self._button.clicked.connect(lambda: context.guide.show_path(self._first))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    @property
    def _first(self) -> str:
        """The path of what has to be answered first."""
        return CHANNELS if self._context.plan.meta.period else "meta.period"

    def refresh(self) -> None:
        """Say what comes first now."""
        if self._first == CHANNELS:
            told = N_("Name a channel that runs, or another cost. Its months appear here then.")
            act = N_("Go to the channels")
        else:
            told = N_("Say first from which month to which the plan goes.")
            act = N_("Choose the period")
        self._label.setText(say(told))
        self._button.setText(say(act))


class BudgetGrid(GridView):
    """Months down to the smallest unit of the currency, edited like a spreadsheet."""

    def __init__(self, context: Context) -> None:
        self._tables = _Tables(context)
        self._summary = BudgetSummary(context)
        self._first = _Empty(context)
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(ActButtons(self._tables.months))
        column.addWidget(self._tables)
        column.addWidget(self._summary)
        column.addWidget(SplitLacks(context))
        super().__init__(context, self._tables.months, self._first, around)
        self._tables.sums.cells.started.connect(context.guide.explain)

    def refresh_related(self, changed: tuple[str, ...]) -> None:
        """Take over any change at once while it is in sight: sums hang on more than its cells.

        Out of sight it follows with the rest of the page, and keeps no key waiting.
        """
        del changed
        if not self.visibleRegion().isEmpty():
            self.refresh()

    def refresh(self) -> None:
        """Take over what changed in the plan."""
        super().refresh()
        self._summary.refresh()
        self._first.refresh()


BUDGET = SpecialGrid(NAME, MONTH_CELLS, BudgetRows(), BudgetGrid)
