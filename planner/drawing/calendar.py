"""Calendars: bars over months."""

from __future__ import annotations

from datetime import date

from planner.blocks import Span2D
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import HAIR, INK, INK2, INK3, SLATES, STRONG, WHITE
from planner.drawing.measure import extent
from planner.drawing.scale import Scale
from planner.drawing.shapes import Plane, Touch
from planner.drawing.wording import day, fitted, month, widest

_ROW = 6.2
_GROUP = 7.0
_HEAD = 10.0
_NARROW = 7.5


def gantt(brief: Brief) -> Canvas:
    """A row a bar under its group's name, months along the top, dates beside each bar."""
    bars = [b for b in brief.chart.bars if 1 <= b.start <= b.end <= date.max.toordinal()]
    rows = _rows(bars)
    height = _HEAD + sum(_GROUP if isinstance(row, str) else _ROW for row in rows) + 1.5
    canvas = Canvas(brief.width, height)
    names = [fitted(b.label, brief.width * 0.32, bold=b.own) for b in bars]
    groups = [fitted(row, brief.width * 0.32, bold=True) for row in rows if isinstance(row, str)]
    left = widest([*names, *groups], bold=True) + 4.0
    months = _months(min(b.start for b in bars), max(b.end for b in bars))
    scale = Scale(months[0], months[-1], left, brief.width)
    _draw_months(canvas, brief, months, scale, height - 1.5)
    canvas.ground = Plane(scale, None)
    y = _HEAD
    for row in rows:
        step = _GROUP if isinstance(row, str) else _ROW
        middle = y + step / 2 + (0.8 if isinstance(row, str) else 0.0)
        if isinstance(row, str):
            words = fitted(row, brief.width * 0.32, bold=True)
            canvas.text((0.0, middle), words, colour=INK, bold=True)
        else:
            _draw_bar(canvas, brief, row, scale, middle)
        y += step
    return canvas


def _rows(bars: list[Span2D]) -> list[str | Span2D]:
    rows: list[str | Span2D] = []
    group = ""
    for bar in bars:
        if bar.group and bar.group != group:
            rows.append(bar.group)
        group = bar.group
        rows.append(bar)
    return rows


def _months(first: int, last: int) -> list[int]:
    """The first days of the months from the first's to the one after the last's."""
    at = date.fromordinal(first).replace(day=1)
    found = [at.toordinal()]
    while at.toordinal() <= last and (at.year, at.month) < (date.max.year, 12):
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
        found.append(at.toordinal())
    return found if len(found) > 1 else [found[0], last + 1]


def _draw_months(
    canvas: Canvas, brief: Brief, months: list[int], scale: Scale, bottom: float
) -> None:
    step = _every(len(months) - 1, (scale.end - scale.start) / (len(months) - 1))
    year = 0
    for at, ordinal in enumerate(months):
        first = date.fromordinal(ordinal)
        x = scale(ordinal)
        if at % step == 0 or at == len(months) - 1:
            canvas.line([(x, 5.0), (x, bottom)], HAIR, 0.5)
        if at == len(months) - 1:
            break
        if first.year != year:
            year = first.year
            canvas.text((x + 0.6, 2.0), str(year), colour=INK2, bold=True)
        words = month(first.month, brief.language)
        if at % step == 0 and x + extent(words, size=7.5) < scale.end:
            canvas.text((x + 0.6, 6.6), words, colour=INK3, size=7.5)
    canvas.line([(scale.start, _HEAD - 1.0), (scale.end, _HEAD - 1.0)], STRONG, 0.6)


def _every(count: int, width: float) -> int:
    """How many months apart names stand, so that each has room."""
    return next((s for s in (1, 2, 3, 6, 12, 24, 60, 120, 600) if s * width >= _NARROW), count)


def _draw_bar(canvas: Canvas, brief: Brief, bar: Span2D, scale: Scale, middle: float) -> None:
    name = fitted(bar.label, brief.width * 0.32, bold=bar.own)
    canvas.text((2.0 if bar.group else 0.0, middle), name, colour=INK if bar.own else INK2,
                bold=bar.own)  # fmt: skip
    start, end = scale(bar.start), scale(bar.end + 1)
    width = max(end - start, 1.0)
    touch = Touch(bar.label, bar.sources, (start + width / 2, middle), 1.9, width / 2)
    canvas.touch(touch)
    canvas.rect((start, middle - 1.9, width, 3.8), brief.accent if bar.own else SLATES[1])
    words = day(bar.start, brief.language)
    if bar.end != bar.start:
        words += f" – {day(bar.end, brief.language)}"
    room = extent(words, size=7.0) + 1.4
    if start + width + room <= scale.end:
        left = start + width + 1.2
    elif start - room >= scale.start:
        left = start - room + 0.2
    else:
        return
    canvas.rect((left - 0.4, middle - 1.6, room - 0.8, 3.2), WHITE)
    canvas.text((left, middle), words, colour=INK3, size=7.0)
