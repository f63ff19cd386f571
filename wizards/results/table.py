"""A table of results as words: as it is printed, to be read and copied, not to be filled in."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.blocks import Row, Table, plain
from wizards import theme
from wizards.forms.row import plain_label

SMALLEST = 0.7
"""So much smaller a table that is too wide is shown before it is cut."""


class ResultTable(QWidget):
    """Shows a table under its caption."""

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._title = plain_label("", "question")
        column.addWidget(self._title)
        self._body = _Body()
        column.addWidget(self._body)

    def show_table(self, table: Table) -> None:
        """Show a table."""
        if table != self._table:
            self._table = table
            self._title.setText(plain(table.caption))
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and letters of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._show()

    def _show(self) -> None:
        if self._table is not None:
            self._body.setAccessibleName(plain(self._table.caption))
            self._body.setAccessibleDescription(_as_words(self._table))
            self._body.show_html(as_html(self._table))


class _Body(QWidget):
    """A text as high as it needs to be at the width that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._text = QTextDocument(self)
        self._text.setDocumentMargin(0)

    def show_html(self, html: str) -> None:
        self._text.setDefaultFont(theme.font())
        self._text.setHtml(html)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        scale = self._scale
        painter.scale(scale, scale)
        self._text.drawContents(painter, QRectF(0, 0, self.width() / scale, self.height() / scale))

    @property
    def _scale(self) -> float:
        needed = self._text.size().width()
        return max(min(self.width() / needed, 1.0), SMALLEST) if needed else 1.0

    def _fit(self) -> None:
        self._text.setTextWidth(self.width())
        if self._scale < 1:
            self._text.setTextWidth(self.width() / self._scale)
        height = round(self._text.size().height() * self._scale) + 1
        if height != self.height():
            self.setFixedHeight(height)
        self.update()


def as_html(table: Table) -> str:
    """A table as rich text: hairlines between rows, figures to the right, the unit above them."""
    now = theme.tokens()
    whole = sum(column.weight for column in table.columns) or 1.0
    heads = ""
    for column in table.columns:
        wide = round(100 * column.weight / whole)
        heads += (
            f'<th width="{wide}%" align="{_side(column.kind)}" style="background:{now.sunken};'
            f' font-weight:600">{escape(_heading(column.title, column.unit))}</th>'
        )
    rows = "".join(_row(row, table, now.line) for row in table.rows)
    return (
        f'<table width="100%" cellspacing="0" cellpadding="5" style="color:{now.ink}">'
        f"<tr>{heads}</tr>{rows}</table>"
    )


def _row(row: Row, table: Table, line: str) -> str:
    weight = "600" if row.total else "400"
    cells = ""
    for column, cell in zip(table.columns, row.cells, strict=True):
        style = f"border-bottom:1px solid {line}; font-weight:{weight}"
        words = escape(plain(cell)).replace("\n", "<br>")
        cells += f'<td align="{_side(column.kind)}" style="{style}">{words}</td>'
    return f"<tr>{cells}</tr>"


def _side(kind: str) -> str:
    return "right" if kind == "figure" else "left"


def _heading(title: str, unit: str) -> str:
    return f"{title}, {unit}" if unit else title


def _as_words(table: Table) -> str:
    """The table line by line, for being read out."""
    heads = [_heading(column.title, column.unit) for column in table.columns]
    lines = []
    for row in table.rows:
        cells = zip(heads, row.cells, strict=True)
        lines.append(", ".join(f"{head}: {plain(cell)}" for head, cell in cells if cell))
    return "; ".join(lines)
