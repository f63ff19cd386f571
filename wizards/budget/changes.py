"""What can be done with the chosen months of the budget grid; each is one step."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING

from planner import paths
from planner.analysis.budget import split_exactly
from planner.analysis.feeding.spending import season
from planner.i18n import N_
from planner.model import words
from planner.model.kinds import BadValue, Money
from wizards.budget.lines import SUM, is_item, month_field
from wizards.forms import clipboard
from wizards.forms.cell_texts import text_of
from wizards.forms.wording import typed
from wizards.speaking import language, say, say_count

if TYPE_CHECKING:
    from wizards.budget.view import BudgetView

_MONEY = Money()
_OWN = "grid.budget"
Amounts = dict[str, Decimal | None]
"""By month or SUM, what is to stand there; None for nothing."""


class Changes:
    """Acts on the chosen cells of a budget grid."""

    def __init__(self, view: BudgetView) -> None:
        self._view, self._model = view, view.budget
        self._context = view.budget.context

    def fill_right(self) -> None:
        """Put the first chosen month's amount of each row into the other chosen months of it.

        Where one month is chosen, the one before it is what is put there, as in spreadsheets.
        """
        found: dict[int, Amounts] = {}
        for row, columns in self._months().items():
            first, rest = columns[0], columns[1:]
            if not rest and first:
                first, rest = first - 1, [first]
            value = self._model.value(row, first)
            found[row] = {self._name(column): value for column in rest}
        self._put(N_("Fill right"), found)

    def copy_across(self) -> None:
        """Put the amount of each row's first chosen month into all its months."""
        found: dict[int, Amounts] = {}
        for row, columns in self._months().items():
            value = self._model.value(row, columns[0])
            found[row] = dict.fromkeys(self._all_months(), value)
        self._put(N_("Copy across the row"), found)

    def spread_evenly(self) -> None:
        """Split what is left of each row's sum over its chosen months in equal parts."""
        self._spread(N_("Spread evenly"), {})

    def spread_by_season(self) -> None:
        """Split what is left of each row's sum over its chosen months by how busy they are."""
        self._spread(N_("Spread by season"), season(self._context.plan))

    def clear(self) -> None:
        """Empty the chosen cells; months go back to what is phased."""
        cells = self._chosen()
        found: dict[int, Amounts] = {
            row: {self._name(c): None for c in columns} for row, columns in cells.items()
        }
        self._put(N_("Clear the cells"), found)

    def set_for_all(self, text: str) -> None:
        """Put one typed text into all chosen cells."""
        cells = self._chosen()
        self._take_texts(
            N_("Set the cells"),
            {row: {self._name(c): text for c in columns} for row, columns in cells.items()},
        )

    def copy(self, *, headed: bool = False) -> None:
        """Put the chosen cells on the clipboard as figures, phased ones too."""
        cells = self._chosen()
        if not cells:
            return
        columns = sorted({column for some in cells.values() for column in some})
        lines = [
            tuple(self._figure(row, c) if c in cells[row] else "" for c in columns)
            for row in sorted(cells)
        ]
        if headed:
            rows = [self._model.rows[row].title for row in sorted(cells)]
            lines = [(title, *line) for title, line in zip(rows, lines, strict=True)]
            names = (self._model.columns[column].label for column in columns)
            lines.insert(0, (self._model.source.lead, *names))
        figures = frozenset(range(1 if headed else 0, len(columns) + headed))
        copied = clipboard.Copied(tuple(lines), _OWN, figures=figures, headed=headed)
        clipboard.put_on_clipboard(copied)

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Put the rows of the clipboard in, from the first chosen cell on; one text into all."""
        copied = clipboard.on_clipboard()
        rows = copied.rows
        if copied.table == _OWN and copied.headed:
            rows = tuple(line[1:] for line in rows[1:])
        cells = self._chosen()
        if not rows or not cells:
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            text = rows[0][0]
            texts = {row: {self._name(c): text for c in some} for row, some in cells.items()}
        else:
            texts = self._placed(rows, min(cells), min(c for some in cells.values() for c in some))
        self._take_texts(N_("Paste the cells"), texts)

    def _placed(
        self, rows: tuple[tuple[str, ...], ...], top: int, left: int
    ) -> dict[int, dict[str, str]]:
        """Each text with its row and column; says how many have no place."""
        model = self._model
        items = [n for n, row in enumerate(model.rows) if n >= top and is_item(row.key)]
        names = [column.name for column in model.columns[left:]]
        found = {
            row: dict(zip(names, texts, strict=False))
            for row, texts in zip(items, rows, strict=False)
        }
        out = sum(any(t.strip() for t in line) for line in rows[len(items) :])
        wide = max((len(line) for line in rows), default=0) - len(names)
        parts = []
        if out:
            parts.append(
                say_count(N_("{count} row did not fit."), N_("{count} rows did not fit."), out)
            )
        if wide > 0:
            one = N_("{count} column has no place in this table.")
            many = N_("{count} columns have no place in this table.")
            parts.append(say_count(one, many, wide))
        if parts:
            self._context.speaker.tell(" ".join(parts), "warn")
        return found

    def _take_texts(self, label: str, texts: Mapping[int, Mapping[str, str]]) -> None:
        """Put typed texts in; those that are no amounts stay as drafts, each with its reason."""
        found: dict[int, Amounts] = {}
        bad: list[tuple[str, str, str]] = []
        for row, cells in texts.items():
            for name, text in cells.items():
                path = self._path(row, name)
                if not path or self._stands(row, name, text):
                    continue
                try:
                    found.setdefault(row, {})[name] = typed(_MONEY, text)
                except BadValue as reason:
                    bad.append((path, text, reason.message(language())))
        self._put(label, found)
        for path, text, sentence in bad:
            self._model.keep_draft(path, text, sentence)
        if bad:
            one = N_("{count} cell could not be read and keeps its old value.")
            many = N_("{count} cells could not be read and keep their old values.")
            self._context.speaker.tell(say_count(one, many, len(bad)), "warn")

    def _spread(self, label: str, busy: Mapping[str, float]) -> None:
        plan, model = self._context.plan, self._model
        digits = words.digits_of(plan.meta.currency)
        found: dict[int, Amounts] = {}
        nothing: list[str] = []
        for row, columns in self._months().items():
            chosen = [self._name(column) for column in columns]
            chosen = chosen if len(chosen) > 1 else self._all_months()
            figures = model.figures_of(row)
            others = (value for month, value in figures.typed.items() if month not in chosen)
            left = (figures.sum - sum(others, Decimal(0))).scaleb(digits)
            units = int(left.quantize(Decimal(1), ROUND_HALF_EVEN))
            if units <= 0:
                nothing.append(model.rows[row].title)
                continue
            weights = [busy.get(month[5:], 1.0) for month in chosen]
            split = split_exactly(units, weights)
            found[row] = {m: Decimal(u).scaleb(-digits) for m, u in zip(chosen, split, strict=True)}
        self._put(label, found)
        if nothing:
            told = say(N_("Nothing is left to spread: {names}."), names="; ".join(nothing))
            self._context.speaker.tell(told)

    def _put(self, label: str, found: Mapping[int, Amounts]) -> None:
        """Put amounts into the plan, each row's months at once."""
        session, model = self._context.session, self._model
        amounts = {row: cells for row, cells in found.items() if cells}
        try:
            with session.step(label, origin=model):
                for row, cells in amounts.items():
                    self._put_row(model.rows[row].key, cells)
        except BadValue as bad:
            self._context.speaker.tell(bad.message(language()), "bad")
            return
        model.refresh()
        if self._context.drafts:
            for row, cells in amounts.items():
                for name in cells:
                    if path := self._path(row, name):
                        model.drop_draft(path)

    def _put_row(self, key: str, cells: Amounts) -> None:
        session, field = self._context.session, month_field(key)
        if SUM in cells and f"{key}.budget" == self._path_of(key, SUM):
            session.set(f"{key}.budget", cells[SUM], origin=self._model)
        months = {m.id: dict(m) for m in paths.get(self._context.plan, f"{key}.months")}
        for month, value in cells.items():
            if month == SUM:
                continue
            if value is not None:
                months[month] = {"id": month, **months.get(month, {}), field: value}
            elif month in months:
                del months[month]
        session.set(f"{key}.months", [months[m] for m in sorted(months)], origin=self._model)

    def _chosen(self) -> dict[int, list[int]]:
        """The columns of the chosen cells by row, rising; only cells of items."""
        found: dict[int, list[int]] = {}
        for index in self._view.selectionModel().selectedIndexes():
            found.setdefault(index.row(), []).append(index.column())
        current = self._view.currentIndex()
        if not found and current.isValid():
            found = {current.row(): [current.column()]}
        rows = self._model.rows
        return {row: sorted(found[row]) for row in sorted(found) if is_item(rows[row].key)}

    def _months(self) -> dict[int, list[int]]:
        """The same without the sums; a row whose sum alone is chosen stands for all its months."""
        last = self._model.sum_column
        found = {}
        for row, columns in self._chosen().items():
            months = [column for column in columns if column != last]
            found[row] = months or list(range(last))
        return found

    def _all_months(self) -> list[str]:
        return [column.name for column in self._model.columns if column.name != SUM]

    def _name(self, column: int) -> str:
        return self._model.columns[column].name

    def _column(self, name: str) -> int:
        return next(n for n, column in enumerate(self._model.columns) if column.name == name)

    def _path(self, row: int, name: str) -> str:
        return self._path_of(self._model.rows[row].key, name)

    def _path_of(self, key: str, name: str) -> str:
        model = self._model
        row = next(row for row in model.rows if row.key == key)
        return model.source.path(row, model.columns[self._column(name)])

    def _stands(self, row: int, name: str, text: str) -> bool:
        """Whether a text is what stands in a cell; a phased month is open until it is typed."""
        column = self._column(name)
        return not self._model.is_phased(row, column) and text == self._figure(row, column)

    def _figure(self, row: int, column: int) -> str:
        value = self._model.value(row, column)
        return text_of(_MONEY, value, self._context.plan, "")
