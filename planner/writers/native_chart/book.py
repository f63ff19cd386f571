"""The workbook in a chart: its frame by XlsxWriter, the cells as XML of our own, made at once."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from planner.drawing.brief import Values
from planner.writers.native_chart.wording import escaped
from planner.writers.package import extended, pack

LONGEST = 32767
"""Characters that a cell of Excel holds."""

_SHEET = "xl/worksheets/sheet1.xml"
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<cols><col min="1" max="1" width="32" customWidth="1"/></cols><sheetData>'
)
_CLOSE = "</sheetData></worksheet>"
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Where Excel would read a character by its number (ECMA-376, part 1, 22.9.2.19)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the workbook, which is a series of the chart; None is an empty cell.

    Where `sums` is set, each cell adds up the cells of so many columns before it.
    """

    name: str
    values: Values
    sums: int = 0


def workbook(categories: tuple[str, ...], columns: tuple[Column, ...], moment: datetime) -> bytes:
    """A workbook with categories in column A and a column of figures for each series.

    Its only formulas are our own sums; what a person wrote is text, fit for XML already.
    """
    letters = [letter(at) for at in range(len(columns) + 1)]
    head = [_text(f"{place}1", column.name) for place, column in _pairs(letters, columns)]
    rows = [f'<row r="1">{"".join(head)}</row>']
    for at, name in enumerate(categories):
        cells = [_text(f"A{at + 2}", name)]
        for place, column in enumerate(columns, 1):
            value = column.values[at]
            if value is not None:
                formula = (
                    f"<f>{_sum(letters, place, column.sums, at + 2)}</f>" if column.sums else ""
                )
                cells.append(f'<c r="{letters[place]}{at + 2}">{formula}<v>{number(value)}</v></c>')
        rows.append(f'<row r="{at + 2}">{"".join(cells)}</row>')
    sheet = f"{_OPEN}{''.join(rows)}{_CLOSE}".encode()
    return extended(_frame(moment), {_SHEET: sheet}, moment)


def number(value: float | None) -> float | int | None:
    """A value as it is written: whole numbers without a point."""
    if value is None:
        return None
    value = float(value)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _pairs(letters: list[str], columns: tuple[Column, ...]) -> zip[tuple[str, Column]]:
    return zip(letters[1:], columns, strict=True)


def _text(place: str, words: str) -> str:
    content = _ESCAPE.sub("_x005F_", escaped(words))
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'


def _sum(letters: list[str], place: int, count: int, row: int) -> str:
    return f"SUM({letters[place - count]}{row}:{letters[place - 1]}{row})"


@lru_cache(maxsize=1024)
def letter(column: int) -> str:
    """The name of a column, counted from 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))


@lru_cache(maxsize=4)
def _frame(moment: datetime) -> bytes:
    """A workbook made at a moment, but for its sheet, the last of its parts by name."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book: Any = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": moment.replace(tzinfo=None)})
    book.add_worksheet("Sheet1")
    book.close()
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != _SHEET}
    return pack(parts, moment)
