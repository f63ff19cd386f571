"""Rows copied from what other programs export: which of their columns is which of ours."""

from __future__ import annotations

from collections.abc import Sequence

from planner import paths
from wizards.forms.rows import RowSource
from wizards.forms.table_model import TableModel

_HEADINGS: dict[str, dict[str, str]] = {
    "audience.personas[*].words": {
        "keyword": "phrase",
        "keywords": "phrase",
        "search term": "phrase",
        "search query": "phrase",
        "query": "phrase",
        "top queries": "phrase",
        "avg. monthly searches": "monthly_searches",
        "average monthly searches": "monthly_searches",
        "search volume": "monthly_searches",
        "volume": "monthly_searches",
    },
}
"""By table: the headings of keyword tools and the fields of ours that they fill."""
MOST_ABOVE = 4
"""So many lines of a title and dates may stand above the headings."""


def exported_from(
    table: TableModel, rows: Sequence[Sequence[str]]
) -> tuple[list[int | None], int] | None:
    """The columns of ours that an export fills, and how many rows its headings end.

    None where the rows do not have the headings of a program that is known for the table.
    """
    known = _HEADINGS.get(table_name(table.source), {})
    numbers = {column.name: n for n, column in enumerate(table.columns, table.lead)}
    for at, texts in enumerate(rows[: MOST_ABOVE + 1] if known else ()):
        found: list[int | None] = []
        for text in texts:
            number = numbers.get(known.get(" ".join(text.split()).casefold(), ""))
            found.append(number if number not in found else None)
        if numbers.get("phrase") in found and len(rows) > at + 1:
            return found, at + 1
    return None


def table_name(source: RowSource) -> str:
    """What tells the tables of two collections apart, but not those of two members of one."""
    about = getattr(source, "collection", "") or getattr(source, "over", "")
    return paths.pattern(about)
