"""How much room a table takes: heights of rows and headings, and the shares of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QHeaderView

from wizards import theme
from wizards.forms.cells import ROW_HEIGHT
from wizards.forms.heading import LONGEST, Headings
from wizards.forms.rows import Row, are_rearranged, changed_rows
from wizards.forms.widths import Widths, heading_metrics

if TYPE_CHECKING:
    from wizards.forms.table import TableView
    from wizards.forms.table_model import TableModel

MOST_FITTED = 200
"""Rows, from the first on, that are as high as their titles need; those after them one line."""
FITTED_AT_ONCE = 40
"""Of these as many as are fitted before anything is painted."""
FITTED_AFTER = 100
"""Milliseconds until the others are."""
MOST_ROWS = 14
"""Rows after which a table scrolls by itself."""
FEW_ROWS = 6
"""The same for a table of one column."""
_TITLE_LINES = 3


class Fitting(QObject):
    """Makes a table as high as its rows and its columns as wide as there is room.

    It is asked for by the view's own `fit`, which other views have of their own.
    """

    def __init__(self, view: TableView, headings: Headings, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._headings, self._table = view, headings, model
        self._widths = Widths(model)
        self._room = 0
        self._titled: Sequence[Row] = ()
        self._fitted: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(FITTED_AFTER)
        self._later.timeout.connect(self._fit_others)

    def resized(self) -> None:
        """Share another width; another height alone changes nothing."""
        width = self._view.viewport().width()
        if width != self._room:
            self._room = width
            self._view.fit()

    def fit(self) -> None:
        """Make room for the rows and share the width among the columns."""
        if not self._room:
            # How wide it will be is not known yet: to share what it is now is lost work.
            self._view.setFixedHeight(theme.pixels(ROW_HEIGHT) * (self._most_seen() + 2))
            return
        before = self._headings.height()
        overflows = self._share_width() > self._view.viewport().width()
        if self._headings.height() != before:
            self._view.updateGeometries()
        count = self._table.rowCount()
        self._fit_first()
        only = self._view.only
        seen = (row for row in range(count) if only is None or row in only)
        rows = [self._view.rowHeight(row) for row in islice(seen, self._most_seen())]
        rows = rows or [theme.pixels(ROW_HEIGHT)]
        bar = self._view.horizontalScrollBar().sizeHint().height() if overflows else 0
        height = self._headings.height() + sum(rows) + 2 * self._view.frameWidth() + 4 + bar
        if height != self._view.height():
            self._view.setFixedHeight(height)
            # Without a bar for scrolling there is more room than before.
            self._share_width()

    def _most_seen(self) -> int:
        """How many rows are seen without scrolling: fewer where they only lead to a form."""
        most = MOST_ROWS if self._table.columnCount() > 1 else FEW_ROWS
        return max(1, min(self._table.rowCount(), most))

    def measure_again(self) -> None:
        """Share the width anew among other rows."""
        if not are_rearranged(self._table.rows, self._titled):
            self._widths.forget()
        self._view.fit()

    def renamed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Make room for titles that are others now; widths wait until all rows are told of."""
        if not self._room:
            return
        if last.row() - first.row() + 1 < self._table.rowCount():
            if self._fit_rows(range(first.row(), last.row() + 1)):
                self._widths.forget_titles()
                self._view.fit()
            return
        rows, before = self._table.rows, self._titled
        others = [n for n in changed_rows(rows, before) if rows[n].title != before[n].title]
        self._titled = rows
        if not others:
            return
        width = self._view.columnWidth(0)
        self._widths.forget_titles()
        self._share_width()
        if self._view.columnWidth(0) != width or self._fit_rows(others):
            self._view.fit()

    def _fit_first(self) -> None:
        """Make the first rows as high as their titles need, where they are not known to be."""
        rows, line = self._table.rows, self._line
        fits = (rows, self._view.columnWidth(0), line, theme.pixels(ROW_HEIGHT))
        # Texts that were not accepted stand in place of titles.
        if fits == self._fitted and not self._table.context.drafts:
            return
        self._titled, self._fitted = rows, fits
        self._fit_rows(range(min(len(rows), FITTED_AT_ONCE)))
        self._later.start()

    def _fit_others(self) -> None:
        """Make the rows below those that are seen first as high as they need, a moment later."""
        if self._fit_rows(range(FITTED_AT_ONCE, min(self._table.rowCount(), MOST_FITTED))):
            self._view.viewport().update()

    def _fit_rows(self, rows: Iterable[int]) -> bool:
        """Make rows as high as they need; whether one of them was not.

        A row has one line, up to three where the first column's text is not read whole on one.
        """
        line, width, least = self._line, self._view.columnWidth(0), theme.pixels(ROW_HEIGHT)
        fits = False
        for row in rows:
            lines = round(self._widths.title_height(row, width) / line)
            height = least + line * (max(1, min(lines, _TITLE_LINES)) - 1)
            if self._view.rowHeight(row) != height:
                self._view.setRowHeight(row, height)
                fits = True
        return fits

    @property
    def _line(self) -> int:
        return self._view.fontMetrics().lineSpacing()

    def _share_width(self) -> int:
        """Share the width among the columns; what they are wide together."""
        columns = self._view.shown_numbers
        if not columns:
            return 0
        header = self._view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        widths = self._widths.share(columns, self._view.viewport().width())
        for column, width in widths.items():
            header.resizeSection(column, width)
        self._headings.upright = self._widths.upright
        self._headings.setFixedHeight(self._heading_height(widths))
        return sum(widths.values())

    def _heading_height(self, widths: dict[int, int]) -> int:
        """The height in pixels of upright names, or of the longest heading's lines."""
        if self._widths.upright:
            return min(self._widths.longest_name(), theme.pixels(LONGEST)) + 16
        return self._widths.lines(widths) * heading_metrics().lineSpacing() + 14
