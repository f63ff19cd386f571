"""The figures of a chart: in its workbook, and as the chart's own copy of them.

The copy is written by python-pptx, whose chart XML is private: only this module touches it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import _CategorySeriesXmlWriter

from planner.writers.native_chart.book import LONGEST, Column, number, workbook
from planner.writers.native_chart.wording import fit


class Sheet:
    """The figures of a chart: categories in column A, a series in each column after it."""

    def __init__(self, categories: tuple[str, ...], columns: tuple[Column, ...]) -> None:
        self.categories = tuple([fit(name)[:LONGEST] for name in categories])
        self.columns = tuple([replace(c, name=fit(c.name)[:LONGEST]) for c in columns])
        figures: Any = CategoryChartData
        writer: Any = _CategorySeriesXmlWriter
        data = figures(number_format="General")
        data.categories = self.categories
        for column in self.columns:
            data.add_series(column.name, [number(value) for value in column.values])
        self._writers = [writer(series) for series in data]

    def name(self, at: int) -> str:
        """A series' name as XML, `c:tx`."""
        return str(self._writers[at].tx_xml)

    def figures(self, at: int) -> str:
        """A series' categories and values as XML, `c:cat` and `c:val`."""
        return f"{self._writers[at].cat_xml}{self._writers[at].val_xml}"

    def workbook(self, moment: datetime) -> bytes:
        """The workbook of Excel, made at a moment; no text in it is a formula or a link."""
        return workbook(self.categories, self.columns, moment)
