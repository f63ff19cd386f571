"""The budget grid's cells: typed money, phased money and sums, each told apart."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from planner.i18n import N_
from planner.model import words
from planner.model.kinds import Money
from planner.model.plan import Plan
from wizards import theme
from wizards.budget.figures import Figures, RowFigures
from wizards.budget.lines import SUM, TOGETHER, BudgetRows, is_item
from wizards.forms.context import Context
from wizards.forms.table_model import Index, TableModel
from wizards.forms.wording import shown
from wizards.speaking import say

_ROLE = Qt.ItemDataRole
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
_MONEY = Money()
_PHASED = {
    "by season": N_("phased by season, not typed"),
    "ahead of season": N_("phased ahead of season, not typed"),
}
_EVENLY = N_("phased evenly, not typed")


def money(plan: Plan, value: Decimal) -> str:
    """An amount to the currency's smallest unit, as people read it."""
    step = Decimal(1).scaleb(-words.digits_of(plan.meta.currency))
    return shown(_MONEY, value.quantize(step, ROUND_HALF_EVEN), plan, "")


class BudgetModel(TableModel):
    """The plan's money by item and month; the last column is the sum, the last row all together."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, BudgetRows())
        self.figures = Figures()
        self.figures.take(context.plan, self.rows)
        self._taken, self._currency = context.plan, context.plan.meta.currency
        # By key, because a view asks for each cell whenever it paints one.
        self._texts: dict[str, dict[int, str]] = {}

    @property
    def sum_column(self) -> int:
        """The number of the column of sums, -1 where there are no months."""
        return len(self.columns) - 1

    def refresh(self) -> None:
        """Take over what changed in the plan; only rows whose figures changed are told of."""
        plan = self.context.plan
        if plan is self._taken:
            return
        if plan.meta.currency != self._currency:
            self._texts.clear()
        self._taken, self._currency = plan, plan.meta.currency
        rows, columns = self.source.rows(plan), self.source.columns(plan)
        if [r.key for r in rows] != [r.key for r in self.rows] or columns != self.columns:
            self.beginResetModel()
            self.rows, self.columns = rows, columns
            self._texts.clear()
            self.figures.take(plan, rows)
            self.endResetModel()
            return
        renamed = [n for n, row in enumerate(rows) if row != self.rows[n]]
        self.rows = rows
        changed = self.figures.take(plan, rows)
        for key in changed:
            self._texts.pop(key, None)
        for number, row in enumerate(rows):
            if row.key in changed:
                self._tell_row(number)
        if renamed:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, renamed[0], renamed[-1])

    def keep_draft(self, path: str, text: str, reason: str) -> None:
        """Show a text that was not accepted in place of a cell's value, and why."""
        super().keep_draft(path, text, reason)
        self._tell_row(self.index_of(path).row())

    def drop_draft(self, path: str) -> None:
        """Show a cell's value again."""
        was = path in self.context.drafts
        super().drop_draft(path)
        if was:
            self._tell_row(self.index_of(path).row())

    def figures_of(self, row: int) -> RowFigures:
        """The money of a row."""
        return self.figures.rows[self.rows[row].key]

    def value(self, row: int, column: int) -> Decimal:
        """The money in a cell."""
        figures, name = self.figures_of(row), self.columns[column].name
        return figures.sum if name == SUM else figures.months[name]

    def is_phased(self, row: int, column: int) -> bool:
        """Whether the figure of a cell follows from the row's sum, because none is typed there."""
        name = self.columns[column].name
        if name == SUM or not is_item(self.rows[row].key):
            return False
        return name not in self.figures_of(row).typed

    def index_of(self, path: str) -> QModelIndex:
        """The cell of a path, invalid where it is none of this table."""
        for number, row in enumerate(self.rows):
            if path.startswith(f"{row.key}."):
                for column, about in enumerate(self.columns):
                    if self.source.path(row, about) == path:
                        return self.index(number, column)
        return QModelIndex()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The months over the columns, what the rows are beside them."""
        if orientation == Qt.Orientation.Vertical:
            named = role in (_ROLE.DisplayRole, _ROLE.ToolTipRole)
            return self.rows[section].title if named and section < len(self.rows) else None
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """The money as it is shown, as it is typed, and what kind of figure it is."""
        row, column = index.row(), index.column()
        if not index.isValid() or row >= len(self.rows) or column >= len(self.columns):
            return None
        match role:
            case _ROLE.DisplayRole | _ROLE.EditRole:
                found: Any = self._cell_text(row, column, editing=role == _ROLE.EditRole)
            case _ROLE.TextAlignmentRole:
                found = _RIGHT
            case _ROLE.ForegroundRole:
                found = self._colour(row, column)
            case _ROLE.FontRole:
                found = self._face(row, column)
            case _ROLE.ToolTipRole:
                found = self._remark(row, column) or None
            case _ROLE.AccessibleTextRole:
                found = self._told(index)
            case _:
                found = None
        return found

    def _told(self, index: Index) -> str:
        """A cell as it is read out."""
        row, column = index.row(), index.column()
        text = self._cell_text(row, column) or say(N_("nothing"))
        remark = self._remark(row, column)
        return ", ".join(filter(None, (f"{self.label(index)}: {text}", remark)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sums of several rows cannot be gone to; a budget line's sum cannot be edited."""
        if not index.isValid() or not is_item(self.rows[index.row()].key):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.path(index) else flags

    def money(self, value: Decimal) -> str:
        """An amount as the cells show it."""
        return money(self.context.plan, value)

    def phased_text(self, index: Index) -> str:
        """The figure that stands in a cell as long as nothing is typed there, else nothing."""
        row, column = index.row(), index.column()
        return self.money(self.value(row, column)) if self.is_phased(row, column) else ""

    def _cell_text(self, row: int, column: int, *, editing: bool = False) -> str:
        drafts = self.context.drafts
        if drafts:
            draft = drafts.get(self.path(self.index(row, column)))
            if draft is not None:
                return draft
        if editing:
            return self._figure_text(row, column, editing=True)
        texts = self._texts.setdefault(self.rows[row].key, {})
        if column not in texts:
            texts[column] = self._figure_text(row, column, editing=False)
        return texts[column]

    def _figure_text(self, row: int, column: int, *, editing: bool) -> str:
        value = self.value(row, column)
        if column == self.sum_column:
            return self._sum_text(row, value, editing=editing)
        if self.is_phased(row, column) and (editing or not value):
            return ""
        return self.money(value)

    def _sum_text(self, row: int, value: Decimal, *, editing: bool) -> str:
        figures, key = self.figures_of(row), self.rows[row].key
        if not is_item(key):
            return self.money(value)
        if (editing and figures.asked is None) or not (value or figures.typed):
            return ""
        return f"≠ {self.money(value)}" if figures.gap and not editing else self.money(value)

    def _face(self, row: int, column: int) -> QFont | None:
        """Sums are strong; what nobody typed is slanted, for where a lighter colour is not seen."""
        if column == self.sum_column or not is_item(self.rows[row].key):
            return theme.font(strong=True)
        drafts = self.context.drafts
        if drafts and self.path(self.index(row, column)) in drafts:
            return None
        return theme.font(slanted=True) if self.is_phased(row, column) else None

    def _colour(self, row: int, column: int) -> QColor | None:
        now = theme.tokens()
        drafts = self.context.drafts
        if drafts and self.path(self.index(row, column)) in drafts:
            return QColor(now.bad)
        if self.is_phased(row, column):
            return QColor(now.ink3)
        if column == self.sum_column and is_item(self.rows[row].key) and self.figures_of(row).gap:
            return QColor(now.warn)
        key = self.rows[row].key
        return QColor(now.ink if key == TOGETHER or is_item(key) else now.ink2)

    def _remark(self, row: int, column: int) -> str:
        """What has to be said about a figure; nothing where it is plainly what was typed."""
        figures = self.figures_of(row)
        if not is_item(self.rows[row].key):
            return ""
        if self.is_phased(row, column):
            known = self.value(row, column) or figures.sum
            return say(_PHASED.get(figures.phasing, _EVENLY)) if known else ""
        if column != self.sum_column:
            return ""
        parts = []
        if figures.gap:
            months = self.money(figures.sum + figures.gap)
            sentence = N_("The months come to {months}: {gap} more than the sum.")
            if figures.gap < 0:
                sentence = N_("The months come to {months}: {gap} less than the sum.")
            parts.append(say(sentence, months=months, gap=self.money(abs(figures.gap))))
        if not self.path(self.index(row, column)):
            sentence = N_(
                "This sum follows from how many and the price of one, or from the months."
            )
            parts.append(say(sentence))
        return " ".join(parts)

    def _tell_row(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.sum_column))
