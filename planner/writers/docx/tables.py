"""Tables as Word XML."""

from __future__ import annotations

from itertools import zip_longest

from planner.blocks import Column, Row, Table, plain
from planner.writers import look
from planner.writers.columns import grid, parted_figures
from planner.writers.docx.runs import (
    Mark,
    Target,
    escape,
    listed_mark,
    paragraph,
    run,
    runs,
)
from planner.writers.docx.styles import DENSE_TABLE_STYLE, TABLE_STYLE, twips

_OVER = (
    f'<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="{look.STRONG[1:]}"/>'
    "</w:tcBorders>"
)
_TALL_CELL = 100
"""A cell of more letters makes its row tall."""


def table_xml(table: Table, width: float, target: Target, mark: Mark = listed_mark) -> str:
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
        _row(row, opened[row.total, _keeps(table, at, kept=kept)], target, mark)
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
    """Whether a row stays with what follows: in a long table the first two and the last two do.

    The name over a group of rows always does; a tall first row is enough to stand below its header.
    """
    last = len(table.rows) - 1
    if at == last:
        return bool(table.source)
    opens = at == 0 and not any(len(plain(cell)) > _TALL_CELL for cell in table.rows[0].cells)
    return kept or opens or at == last - 1 or table.rows[at].is_group


def _head(columns: tuple[Column, ...], widths: list[int], suffix: str) -> str:
    cells = "".join(
        _cell(width, paragraph(_heading_style(column) + suffix + apart, _heading(column)))
        for column, width, apart in zip(columns, widths, _aparts(columns, suffix), strict=True)
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
        f'<w:p><w:pPr><w:pStyle w:val="{_style(column, total)}{"Kept" if keep else ""}{dense}'
        f'{apart}"/></w:pPr>'
        for column, width, apart in zip(columns, widths, _aparts(columns, dense), strict=True)
    ]


def _aparts(columns: tuple[Column, ...], suffix: str) -> list[str]:
    """The last part of each column's styles: "Apart" in a dense table for figures before words."""
    return ["Apart" if suffix and parted else "" for parted in parted_figures(columns)]


def _style(column: Column, total: str) -> str:
    figure = "Figure" if column.kind == "figure" else ""
    return f"TableTotal{figure}" if total else f"Table{figure or 'Text'}"


def _row(row: Row, opened: list[str], target: Target, mark: Mark) -> str:
    cells = "".join(
        f"{before}{runs(cell, target, mark=mark)}</w:p></w:tc>"
        for before, cell in zip_longest(opened, row.cells[: len(opened)], fillvalue=())
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
