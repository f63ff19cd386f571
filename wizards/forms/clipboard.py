"""Rows on the clipboard: as spreadsheets write and read them, and as this program finds them again.

The text is tab-separated with the quoting of spreadsheets; the same rows lie there as an HTML table
in which texts are marked as texts, so that a spreadsheet computes none of them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

OWN_FORMAT = "application/x-plansmith-rows"
"""What says which columns of which table the text beside it holds."""
_LARGEST_CELL = 2**31 - 1
"""Characters; the csv module refuses longer cells than its own, lower limit."""
_AS_TEXT = r""" style="mso-number-format:'\@'" """.rstrip()


@dataclass(frozen=True, slots=True)
class Copied:
    """Rows as texts.

    `table` says which table they are of, `columns` which field each text of a row is, with an
    empty name for what is none; both are empty for rows of another program. `figures` are columns
    that a spreadsheet should read as numbers; `headed` says that the first row is the headings.
    """

    rows: tuple[tuple[str, ...], ...]
    table: str = ""
    columns: tuple[str, ...] = ()
    figures: frozenset[int] = frozenset()
    headed: bool = False


def put_on_clipboard(copied: Copied) -> None:
    """Put rows on the clipboard, for this program and for others."""
    data = QMimeData()
    data.setText(as_tabbed(copied.rows))
    data.setHtml(as_html(copied))
    said = {"table": copied.table, "columns": copied.columns, "headed": copied.headed}
    data.setData(OWN_FORMAT, json.dumps(said).encode())
    QApplication.clipboard().setMimeData(data)
    _text_alone_at_the_end()


def leave_text() -> None:
    """Leave the rows as plain text, before the program ends.

    Data of ours that is still on the clipboard then makes Qt crash when it goes (6.11).
    """
    board = QApplication.clipboard()
    data = board.mimeData()
    if data is not None and data.hasFormat(OWN_FORMAT):
        board.setText(data.text())


def _text_alone_at_the_end() -> None:
    app = QApplication.instance()
    if app is not None and not app.property("plansmith_clipboard"):
        app.setProperty("plansmith_clipboard", True)
        app.aboutToQuit.connect(leave_text)


def is_on_clipboard() -> bool:
    """Whether there is a text that may be rows."""
    data = QApplication.clipboard().mimeData()
    return data is not None and data.hasText() and bool(data.text().strip("\r\n"))


def on_clipboard() -> Copied:
    """The rows on the clipboard; none where there is no text."""
    data = QApplication.clipboard().mimeData()
    if data is None or not data.hasText():
        return Copied(())
    rows = from_tabbed(data.text())
    if not data.hasFormat(OWN_FORMAT):
        return Copied(rows)
    try:
        said = json.loads(bytes(data.data(OWN_FORMAT).data()))
        table, columns = str(said["table"]), tuple(map(str, said["columns"]))
        return Copied(rows, table, columns, headed=bool(said["headed"]))
    except (ValueError, KeyError, TypeError):
        return Copied(rows)


def as_tabbed(rows: Sequence[Sequence[str]]) -> str:
    """Rows as spreadsheets put them on the clipboard: tabs, quotes only where they are needed."""
    text = io.StringIO(newline="")
    csv.writer(text, "excel-tab").writerows(rows)
    return text.getvalue()


def from_tabbed(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated text with quoted cells; blank lines at its end are none."""
    csv.field_size_limit(_LARGEST_CELL)
    rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), "excel-tab")]
    while rows and rows[-1] in ((), ("",)):
        rows.pop()
    return tuple(rows)


def as_html(copied: Copied) -> str:
    """Rows as an HTML table."""
    lines = []
    for number, row in enumerate(copied.rows):
        heading = copied.headed and not number
        cells = (_cell(text, heading, n in copied.figures) for n, text in enumerate(row))
        lines.append(f"<tr>{''.join(cells)}</tr>")
    table = f"<table>{''.join(lines)}</table>"
    return f'<html><head><meta charset="utf-8"></head><body>{table}</body></html>'


def _cell(text: str, heading: bool, figure: bool) -> str:
    tag = "th" if heading else "td"
    inside = '<br style="mso-data-placement:same-cell">'.join(
        escape(line) for line in text.splitlines()
    )
    return f"<{tag}{'' if figure and not heading else _AS_TEXT}>{inside}</{tag}>"
