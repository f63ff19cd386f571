"""The figures of a chart: in its workbook, and as the chart's own copy of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from planner.writers.native_chart.book import LONGEST, Column, letter, number, workbook
from planner.writers.native_chart.wording import escaped, fit


class Sheet:
    """The figures of a chart: categories in column A, a series in each column after it."""

    def __init__(self, categories: tuple[str, ...], columns: tuple[Column, ...]) -> None:
        self.categories = tuple([fit(name)[:LONGEST] for name in categories])
        self.columns = tuple([replace(c, name=fit(c.name)[:LONGEST]) for c in columns])
        names = _points([escaped(name) for name in self.categories])
        self._names = (
            f"<c:cat><c:strRef><c:f>{self._cells(0)}</c:f><c:strCache>{names}</c:strCache>"
            "</c:strRef></c:cat>"
        )

    def name(self, at: int) -> str:
        """A series' name as XML, `c:tx`."""
        words = _points([escaped(self.columns[at].name)])
        return (
            f"<c:tx><c:strRef><c:f>Sheet1!${letter(at + 1)}$1</c:f>"
            f"<c:strCache>{words}</c:strCache></c:strRef></c:tx>"
        )

    def figures(self, at: int) -> str:
        """A series' categories and values as XML, `c:cat` and `c:val`."""
        values = _points([number(value) for value in self.columns[at].values])
        return (
            f"{self._names}<c:val><c:numRef><c:f>{self._cells(at + 1)}</c:f><c:numCache>"
            f"<c:formatCode>General</c:formatCode>{values}</c:numCache></c:numRef></c:val>"
        )

    def name_of_row(self, row: int) -> str:
        """A category's name as the name of a series, `c:tx`."""
        words = _points([escaped(self.categories[row])])
        return (
            f"<c:tx><c:strRef><c:f>Sheet1!$A${row + 2}</c:f>"
            f"<c:strCache>{words}</c:strCache></c:strRef></c:tx>"
        )

    def figure(self, tag: str, column: int, row: int) -> str:
        """One figure as the only one of a series, such as `c:xVal`."""
        value = _points([number(self.columns[column].values[row])])
        cell = f"Sheet1!${letter(column + 1)}${row + 2}"
        return (
            f"<c:{tag}><c:numRef><c:f>{cell}</c:f><c:numCache>"
            f"<c:formatCode>General</c:formatCode>{value}</c:numCache></c:numRef></c:{tag}>"
        )

    def workbook(self, moment: datetime) -> bytes:
        """The workbook of Excel, made at a moment; no text in it is a formula or a link."""
        return workbook(self.categories, self.columns, moment)

    def _cells(self, column: int) -> str:
        name = letter(column)
        return f"Sheet1!${name}$2:${name}${len(self.categories) + 1}"


def _points(values: Sequence[str | float | None]) -> str:
    known = [
        f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>'
        for at, value in enumerate(values)
        if value is not None
    ]
    return f'<c:ptCount val="{len(values)}"/>{"".join(known)}'
