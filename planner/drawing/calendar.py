"""Calendars: bars over months."""

from __future__ import annotations

from datetime import date

from planner.blocks import Span2D
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import HAIR, INK, INK2, INK3, SLATES, STRONG, WHITE, mixed
from planner.drawing.measure import POINT, extent
from planner.drawing.scale import Scale
from planner.drawing.shapes import Plane, Touch
from planner.drawing.wording import day, fitted, month, widest

_ROW = 6.2
_GROUP = 7.0
_HEAD = 10.0
_NARROW = 7.5
_HALF = 1.9
_SIGN = 1.7


def gantt(brief: Brief) -> Canvas:
    """A row a bar under its group's name, months along the top, dates beside each bar."""
    known = [(n, b) for n, b in enumerate(brief.chart.bars) if _in_time(b)]
    bars = [bar for _, bar in known]
    rows = _rows(bars)
    height = _HEAD + sum(_GROUP if isinstance(row, str) else _ROW for row in rows) + 1.5
    canvas = Canvas(brief.width, height)
    names = [fitted(b.label, brief.width * 0.32, bold=b.own) for b in bars]
    groups = [fitted(row, brief.width * 0.32, bold=True) for row in rows if isinstance(row, str)]
    left = widest([*names, *groups], bold=True) + 4.0
    months = _months(min(b.start for b in bars), max(max(b.end, b.until) for b in bars))
    scale = Scale(months[0], months[-1], left, brief.width)
    _draw_months(canvas, brief, months, scale, height - 1.5)
    canvas.ground = Plane(scale, None)
    middles: list[float] = []
    y = _HEAD
    for row in rows:
        if isinstance(row, str):
            words = fitted(row, brief.width * 0.32, bold=True)
            canvas.text((0.0, y + _GROUP / 2 + 0.8), words, colour=INK, bold=True)
            y += _GROUP
        else:
            middles.append(y + _ROW / 2)
            y += _ROW
    placed = {n: (bar, at) for (n, bar), at in zip(known, middles, strict=True)}
    for bar, middle in placed.values():
        _draw_links(
            canvas, brief, scale, (bar, middle), [placed[n] for n in bar.after if n in placed]
        )
    for bar, middle in placed.values():
        _draw_bar(canvas, brief, bar, scale, middle)
    return canvas


def _in_time(bar: Span2D) -> bool:
    return 1 <= bar.start <= bar.end <= date.max.toordinal()


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
            # What waits for what is a line too: without colours only dashes tell them apart.
            canvas.line([(x, 5.0), (x, bottom)], HAIR, 0.5, dashed=True)
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


_Placed = tuple[Span2D, float]


def _draw_links(
    canvas: Canvas, brief: Brief, scale: Scale, later: _Placed, before: list[_Placed]
) -> None:
    """A line from the end of each bar that must be ready first to the start of the one after it."""
    bar, middle = later
    start = scale(bar.start) - (_SIGN if bar.milestone else 0.0)
    for other, above in before:
        leads = bar.own and other.own
        colour, stroke = (brief.accent, 1.1) if leads else (STRONG, 0.6)
        end = scale(other.end + 1) - (0.0 if other.milestone else 0.5)
        side = 1.0 if middle > above else -1.0
        foot = (end, above + side * _HALF)
        if start >= end + 1.6:
            points = [foot, (end, middle), (start - 1.0, middle)]
        else:
            turn = middle - side * (_HALF + 0.7)
            points = [foot, (end, turn), (start - 2.2, turn), (start - 2.2, middle)]
            points.append((start - 1.0, middle))
        canvas.line(points, colour, stroke)
        tip = [(start, middle), (start - 1.4, middle - 0.8), (start - 1.4, middle + 0.8)]
        canvas.area(tip, colour)


def _draw_bar(canvas: Canvas, brief: Brief, bar: Span2D, scale: Scale, middle: float) -> None:
    name = fitted(bar.label, brief.width * 0.32, bold=bar.own)
    ink = INK if bar.own else INK3 if bar.muted else INK2
    canvas.text((2.0 if bar.group else 0.0, middle), name, colour=ink, bold=bar.own)
    start, end = scale(bar.start), scale(bar.end + 1)
    width = max(end - start, 1.0)
    touch = Touch(bar.label, bar.sources, (start + width / 2, middle), _HALF, width / 2)
    canvas.touch(touch)
    if scale(bar.until + 1) > start + width:
        # Below the dates that stand beside the bar.
        spare = (start + width, middle + _HALF - 0.2, scale(bar.until + 1) - start - width, 0.8)
        canvas.rect(spare, mixed(SLATES[1], 0.7))
    colour = brief.accent if bar.own else SLATES[1]
    if bar.milestone:
        start, width = start + width / 2 - _SIGN, 2 * _SIGN
        canvas.mark((start + _SIGN, middle), "D", colour, 2 * _SIGN / POINT / 1.3)
    elif bar.muted:
        canvas.rect((start, middle - _HALF, width, 2 * _HALF), mixed(colour, 0.4), rim=colour)
    else:
        canvas.rect((start, middle - _HALF, width, 2 * _HALF), colour)
    _draw_dates(canvas, brief, bar, scale, (start, start + width, middle))


def _draw_dates(
    canvas: Canvas, brief: Brief, bar: Span2D, scale: Scale, spot: tuple[float, float, float]
) -> None:
    """The dates beside a bar that lies from left to right at a height, where there is room."""
    first, last, middle = spot
    words = day(bar.start, brief.language)
    if bar.end != bar.start:
        words += f" – {day(bar.end, brief.language)}"
    room = extent(words, size=7.0) + 1.4
    # What is before the bar may be a line that leads to it.
    first -= 2.6 if bar.after else 0.0
    if last + room <= scale.end:
        left = last + 1.2
    elif first - room >= scale.start:
        left = first - room + 0.2
    else:
        return
    canvas.rect((left - 0.4, middle - 1.6, room - 0.8, 3.2), WHITE)
    canvas.text((left, middle), words, colour=INK3, size=7.0)
