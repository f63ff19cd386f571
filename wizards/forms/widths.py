"""How wide the columns of a table are: figures and dates whole, names before other texts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from planner.model.kinds import Choice, Date, Month, Number, YesNo
from wizards import theme
from wizards.forms.table_model import TableModel

HEADING = 9.5
"""Points of a heading at 100 % text size, as in the style sheet."""
_NARROW, _TEXT, _TIGHT = 76, 112, 84
"""Pixels at least of figures, of texts, and of texts where there is little room."""
_TIGHT_TITLE, _TITLE, _LONG_TITLE = 136, 256, 340
"""The widest title that the first column makes room for: where room is scarce, first, and later."""
_LEAD = 150
"""Pixels at least of the names of rows beside columns that are names."""
_UPRIGHT = 44
"""Pixels of a column whose name stands upright: two lines of it."""
_HEADING_WIDTH = 124
"""The widest heading that a column makes room for in two lines."""
_BRIEF = 136
"""Pixels up to which words of a choice have room before the title has more."""
_LOOKED_AT = 40
"""Rows whose texts decide on widths."""
_AROUND, _AROUND_HEADING = 18, 16
"""Pixels beside a cell's text and beside a heading; part of one more is lost by rounding."""
_ROUNDING = 2
_STEP = 4


class Widths:
    """Shares the room of a table among its columns; `forget` what was measured once texts change.

    `upright` tells whether the names over the columns of a matrix stand upright, because side by
    side there is no room for them.
    """

    def __init__(self, table: TableModel) -> None:
        self._table = table
        self._texts: dict[int, int] = {}
        self._heights: dict[tuple[str, int], int] = {}
        self._measures: dict[bool, QFontMetrics] = {}
        self._shared: dict[tuple[tuple[int, ...], int], dict[int, int]] = {}
        self.upright = False

    def forget(self) -> None:
        """Measure all texts again."""
        self._texts.clear()
        self._heights.clear()
        self._measures.clear()
        self._shared.clear()

    def forget_titles(self) -> None:
        """Measure the texts of the first column again."""
        self._texts.pop(0, None)
        self._shared.clear()

    def share(self, columns: list[int], room: int) -> dict[int, int]:
        """The width of each column; more than the room together where even the least is more."""
        if self._table.source.is_matrix:
            return self._share_matrix(columns, room)
        asked = (tuple(columns), room)
        if asked not in self._shared:
            self._shared[asked] = self._share_fields(columns, room)
        return self._shared[asked]

    def _share_fields(self, columns: list[int], room: int) -> dict[int, int]:
        widths = {column: self._least(column) for column in columns}
        spare = room - sum(widths.values())
        wishes = (
            self._brief,
            self._title,
            self._short,
            self._comfort,
            self._long_title,
            self._text,
            self._in_a_line,
        )
        for wish in wishes:
            spare = _raise(widths, {column: wish(column) for column in columns}, spare)
        return _even_out(widths, columns, spare)

    def lines(self, widths: Mapping[int, int]) -> int:
        """How many lines the longest heading needs."""
        metrics = heading_metrics()
        lines = (
            _height(metrics, self._label(column), width - _AROUND_HEADING) / metrics.lineSpacing()
            for column, width in widths.items()
        )
        return max(1, *map(round, lines)) if widths else 1

    def title_height(self, row: int, width: int) -> int:
        """The height in pixels of a row's title broken into lines of a width."""
        text = str(self._table.data(self._table.cell(row, 0)) or "")
        height = self._heights.get((text, width))
        if height is None:
            metrics = self._metrics(0)
            # Most titles fit on one line, and that is soon seen.
            is_short = metrics.horizontalAdvance(text) <= width - _AROUND - _ROUNDING
            room = width - _AROUND
            height = metrics.lineSpacing() if is_short else _height(metrics, text, room)
            self._heights[text, width] = height
        return height

    def longest_name(self) -> int:
        """The width of the longest name over a column, on one line."""
        measure = heading_metrics().horizontalAdvance
        return max((measure(column.label) for column in self._table.columns), default=0)

    def _share_matrix(self, columns: list[int], room: int) -> dict[int, int]:
        lead, *named = columns
        side_by_side = {column: self._named(column) for column in named}
        self.upright = room - sum(side_by_side.values()) < _LEAD
        cells = {column: max(_UPRIGHT, self._text(column)) for column in named}
        widths = {lead: _LEAD} | (cells if self.upright else side_by_side)
        spare = _raise(widths, {lead: self._text(lead)}, room - sum(widths.values()))
        return _even_out(widths, named or columns, spare)

    def _named(self, column: int) -> int:
        return max(_UPRIGHT, self._text(column), self._word(column))

    def _word(self, column: int) -> int:
        """The width of a heading's longest word."""
        measure = heading_metrics().horizontalAdvance
        widest = max(map(measure, self._label(column).split()), default=0)
        return widest + _AROUND_HEADING + _ROUNDING

    def _least(self, column: int) -> int:
        if column == 0:
            return max(_TIGHT, self._word(column), min(self._text(column), _TIGHT_TITLE))
        heading = max(self._word(column), min(self._heading(column), _HEADING_WIDTH))
        if self._is_figure(column):
            # A date or figure that is cut says something else.
            return max(heading, min(self._text(column), theme.pixels(_HEADING_WIDTH)))
        return max(heading, min(self._text(column), _TIGHT))

    def _brief(self, column: int) -> int:
        return min(self._short(column), _BRIEF)

    def _title(self, column: int) -> int:
        return min(self._text(column), theme.pixels(_TITLE)) if column == 0 else 0

    def _long_title(self, column: int) -> int:
        return min(self._text(column), theme.pixels(_LONG_TITLE)) if column == 0 else 0

    def _comfort(self, column: int) -> int:
        if self._is_figure(column):
            return _NARROW
        return min(self._text(column), theme.pixels(_TEXT))

    def _short(self, column: int) -> int:
        kind = self._table.kind(self._table.index(0, column)) if self._table.rowCount() else None
        return self._text(column) if isinstance(kind, (Choice, YesNo)) else 0

    def _is_figure(self, column: int) -> bool:
        kind = self._table.kind(self._table.index(0, column)) if self._table.rowCount() else None
        if kind is None:
            return False
        return isinstance(kind, (Number, Date, Month, YesNo)) or kind.word == "money"

    def _text(self, column: int) -> int:
        """The width of a column's texts."""
        if column not in self._texts:
            measure = self._metrics(column).horizontalAdvance
            rows = range(min(self._table.rowCount(), _LOOKED_AT))
            cells = (self._table.cell(row, column) for row in rows)
            texts = (str(self._table.data(cell) or "") for cell in cells)
            self._texts[column] = max(map(measure, texts), default=0) + _AROUND + _ROUNDING
        return self._texts[column]

    def _heading(self, column: int) -> int:
        """The width of a heading in two lines at most."""
        measure = heading_metrics().horizontalAdvance
        words = self._label(column).split()
        halves = (
            max(measure(" ".join(words[:cut])), measure(" ".join(words[cut:])))
            for cut in range(1, len(words) + 1)
        )
        return min(halves, default=0) + _AROUND_HEADING + _ROUNDING

    def _in_a_line(self, column: int) -> int:
        """The width of a heading in one line."""
        return (
            heading_metrics().horizontalAdvance(self._label(column)) + _AROUND_HEADING + _ROUNDING
        )

    def _label(self, column: int) -> str:
        return str(self._table.headerData(column, Qt.Orientation.Horizontal) or "")

    def _metrics(self, column: int) -> QFontMetrics:
        leads = column == 0 and self._table.source.leads
        if leads not in self._measures:
            self._measures[leads] = QFontMetrics(theme.font(strong=leads))
        return self._measures[leads]


def heading_metrics() -> QFontMetrics:
    """The measures of headings."""
    return QFontMetrics(theme.font(HEADING, strong=True))


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text).height()


def _raise(widths: dict[int, int], wanted: Mapping[int, int], spare: int) -> int:
    """Widen columns towards what they want, the narrowest first; what is left of the room."""
    lacking = {column for column, width in wanted.items() if widths[column] < width}
    while spare > 0 and lacking:
        column = min(lacking, key=widths.__getitem__)
        step = min(_STEP, spare, wanted[column] - widths[column])
        widths[column] += step
        spare -= step
        if widths[column] >= wanted[column]:
            lacking.remove(column)
    return spare


def _even_out(widths: dict[int, int], columns: list[int], spare: int) -> dict[int, int]:
    """Widen all columns by the same, the last by what does not divide."""
    if spare > 0:
        for column in columns:
            widths[column] += spare // len(columns)
        widths[columns[-1]] += spare % len(columns)
    return widths
