"""Tables as Word XML."""

from __future__ import annotations

from itertools import zip_longest

from planner.blocks import Column, Row, Table, plain
from planner.writers import look
from planner.writers.columns import grid
from planner.writers.docx.runs import Target, escape, paragraph, run, runs
from planner.writers.docx.styles import DENSE_TABLE_STYLE, TABLE_STYLE, twips

_KEEP = "<w:keepNext/>"
_OVER = (
    f'<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="{look.STRONG[1:]}"/>'
    "</w:tcBorders>"
)


def table_xml(table: Table, width: float, target: Target) -> str:
    """A table as wide as `width` mm, without its caption and source line."""
    laid = grid(table, width)
    widths = [twips(width * share) for share in laid.shares]
    suffix = "Dense" if laid.dense else ""
    columns = "".join(f'<w:gridCol w:w="{size}"/>' for size in widths)
    kept = laid.kept
    opened = {
        (total, keep): _opened(table.columns, widths, ("Total" if total else "", suffix), keep=keep)
        for total in (False, True)
        for keep in (False, True)
    }
    rows = "".join(
        _row(row, opened[row.total, _keeps(table, at, kept=kept)], target)
        for at, row in enumerate(table.rows)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{DENSE_TABLE_STYLE if laid.dense else TABLE_STYLE}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(plain(table.caption))}"/>'
        f'<w:tblDescription w:val="{escape(table.alt or plain(table.caption))}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{_head(table.columns, widths, suffix)}{rows}</w:tbl>"
    )


def _keeps(table: Table, at: int, *, kept: bool) -> bool:
    """Whether a row stays with what follows: in a long table the first two and the last two do."""
    last = len(table.rows) - 1
    if at == last:
        return bool(table.source)
    return kept or at == 0 or at == last - 1


def _head(columns: tuple[Column, ...], widths: list[int], suffix: str) -> str:
    cells = "".join(
        _cell(width, paragraph(_heading_style(column) + suffix, _heading(column)))
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _heading_style(column: Column) -> str:
    return "TableHeadingFigure" if column.kind == "figure" else "TableHeading"


def _heading(column: Column) -> str:
    if not column.unit:
        return run(column.title)
    return run(column.title) + "<w:r><w:br/></w:r>" + run(column.unit, "TableUnit")


def _opened(
    columns: tuple[Column, ...], widths: list[int], look: tuple[str, str], *, keep: bool
) -> list[str]:
    """What stands before each column's words in a row, which is the same down the table.

    `look` is the first part of the styles' name, "Total" or none, and its last, "Dense" or none.
    """
    total, dense = look
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_OVER if total else ""}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_style(column, total)}{dense}"/>{_KEEP if keep else ""}'
        "</w:pPr>"
        for column, width in zip(columns, widths, strict=True)
    ]


def _style(column: Column, total: str) -> str:
    figure = "Figure" if column.kind == "figure" else ""
    return f"TableTotal{figure}" if total else f"Table{figure or 'Text'}"


def _row(row: Row, opened: list[str], target: Target) -> str:
    cells = "".join(
        f"{before}{runs(cell, target)}</w:p></w:tc>"
        for before, cell in zip_longest(opened, row.cells[: len(opened)], fillvalue=())
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
