"""Building tables: columns in the document's words, rows of traced cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.analysis.feeding.figures import Figure
from planner.blocks import Column, Row, Table, Text, plain
from planner.exhibits.ground import Ground
from planner.exhibits.voice import Part, text


def words(ground: Ground, title: str, weight: float = 2.0) -> Column:
    """A column of words; `title` is a message."""
    return Column(ground.voice.word(title), weight=weight)


def figures(ground: Ground, title: str, unit: str = "", weight: float = 1.0) -> Column:
    """A right-aligned column of figures; `unit` stands in the header as it is."""
    return Column(ground.voice.word(title), "figure", unit, weight)


def row(*cells: Part, total: bool = False) -> Row:
    """A row of cells."""
    return Row(tuple(text(cell) for cell in cells), total=total)


def table(  # noqa: PLR0913  a table has these parts
    anchor: str,
    caption: Text,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    source: Text = (),
    alt: str = "",
    wide: bool = False,
) -> Table | None:
    """A table without columns that are empty in every row; nothing where no row is left."""
    lines = [line for line in rows if any(plain(cell).strip() for cell in line.cells)]
    if not lines:
        return None
    kept = [
        index
        for index in range(len(columns))
        if index == 0 or any(plain(line.cells[index]).strip() for line in lines)
    ]
    if len(kept) < 2:
        return None
    return Table(
        anchor,
        caption,
        tuple(columns[index] for index in kept),
        tuple(Row(tuple(line.cells[i] for i in kept), total=line.total) for line in lines),
        source=source,
        alt=alt or plain(caption),
        wide=wide,
    )


def money(ground: Ground, figure: Figure | None) -> Text:
    """A computed amount for a column whose header has the currency; a dash where undefined."""
    if figure is None:
        return ()
    return (ground.voice.figure(round(ground.voice.rounded(figure.value)), *figure.sources),)


def percent(ground: Ground, figure: Figure | None) -> Text:
    """A computed share in percent."""
    if figure is None:
        return ()
    return (ground.voice.percent(round(figure.value, 3), *figure.sources),)


def number(ground: Ground, figure: Figure | None, decimals: int = 0) -> Text:
    """A computed number."""
    if figure is None:
        return ()
    return (ground.voice.figure(figure.value, *figure.sources, decimals=decimals),)


def cells(ground: Ground, member: Any, path: str, names: Sequence[str]) -> tuple[Text, ...]:
    """A member's answers as cells."""
    return tuple(ground.cell(member, path, name) for name in names)


def amount(ground: Ground, value: Any, *sources: str) -> Text:
    """A typed amount for a column whose header has the currency."""
    if value is None:
        return ()
    value = ground.voice.rounded(value)
    whole = value == value.to_integral_value()
    return (ground.voice.figure(value, *sources, decimals=0 if whole else 2),)
