"""Columns, bars and stacked columns."""

from __future__ import annotations

from planner.drawing.brief import HATCHES, Brief, Line
from planner.drawing.canvas import Canvas, Side
from planner.drawing.colours import INK, INK2, STRONG, WHITE, on_fill
from planner.drawing.frame import (
    Frame,
    draw_grid,
    draw_key,
    draw_names,
    key_height,
    key_rows,
    name_lines,
    names_height,
    tick_width,
    zero_line,
)
from planner.drawing.labels import spread
from planner.drawing.measure import BELOW_ZERO, HEIGHT, LINE, TALLEST, extent
from planner.drawing.scale import Scale, bar_ticks
from planner.drawing.wording import fitted, widest, wrapped

_WIDEST_BAR = 17.0
_NAME_SHARE = 0.36
_SINGLE, _ROW = 5.2, 4.6
_READABLE = 3.3
_BEHIND: tuple[float, Side] = (1.4, "left")
_BEFORE: tuple[float, Side] = (-1.4, "right")


def columns(brief: Brief) -> Canvas:
    """Columns side by side in groups; lying bars where the names would not fit below them."""
    names, lines = brief.categories(), brief.lines()
    values = _all(lines)
    steps = bar_ticks(values)
    left = tick_width(brief, steps)
    parts = name_lines(names, (brief.width - left) / len(names))
    if any(part[-1].endswith("…") for part in parts if part):
        return bars(brief)
    rows = key_rows(lines, brief.width - left) if len(lines) > 1 else []
    top = key_height(rows) + 5.0
    gap = BELOW_ZERO if min(values) < 0 else 0.0
    canvas = Canvas(brief.width, top + HEIGHT + gap + names_height(parts))
    scale = Scale(steps[0], steps[-1], top + HEIGHT, top)
    frame = Frame(left, brief.width, top, top + HEIGHT, scale, len(names))
    draw_key(canvas, rows, left)
    draw_grid(canvas, brief, frame, steps)
    _draw_columns(canvas, brief, frame, lines)
    zero_line(canvas, frame)
    draw_names(canvas, frame, parts, gap)
    return canvas


def bars(brief: Brief) -> Canvas:
    """Lying bars, each with its name before it and its value behind it."""
    names, lines = brief.categories(), brief.lines()
    parts, heights, thick = _rows(brief, names, len(lines))
    start = max((widest(part, bold=True) for part in parts), default=0.0) + 3.0
    rows = key_rows(lines, brief.width) if len(lines) > 1 else []
    top = key_height(rows)
    canvas = Canvas(brief.width, top + sum(heights) + 1.5)
    draw_key(canvas, rows, 0.0)
    scale = _lying_scale(brief, lines, start)
    y = top
    for at, (part, height) in enumerate(zip(parts, heights, strict=True)):
        middle = y + height / 2
        for number, words in enumerate(part):
            row = middle + (number - (len(part) - 1) / 2) * LINE
            bold = at in brief.chart.own
            ink = _name_ink(brief, at)
            canvas.text((start - 3.0, row), words, colour=ink, bold=bold, anchor="right")
        _draw_row(canvas, brief, lines, at, (scale, middle, thick))
        y += height
    canvas.line([(scale(0), top), (scale(0), y)], STRONG, 0.8)
    return canvas


def _rows(
    brief: Brief, names: tuple[str, ...], count: int
) -> tuple[list[tuple[str, ...]], list[float], float]:
    """The names' lines, the rows' heights, and how far apart the bars of a row lie."""
    room = brief.width * _NAME_SHARE
    pitch = _SINGLE if count == 1 else _ROW
    parts = [wrapped(name, room, 2) for name in names]
    heights = [max(len(part) * LINE + 1.6, count * pitch + 2.4) for part in parts]
    if sum(heights) <= TALLEST:
        return parts, heights, pitch
    height = TALLEST / len(names)
    return [wrapped(name, room, 1) for name in names], [height] * len(names), height * 0.8 / count


def _lying_scale(brief: Brief, lines: tuple[Line, ...], start: float) -> Scale:
    values = [*_all(lines), 0.0]
    beside = widest([brief.number(value) for value in values], bold=True) + 2.5
    low, high = min(values), max(values)
    left = start + (beside if low < 0 else 0.0)
    return Scale(low, high if high > low else low + 1, left, brief.width - beside)


def stacked(brief: Brief) -> Canvas:
    """Columns of parts, with the sum above them and the parts' names beside the last."""
    names, lines = brief.categories(), brief.lines()
    sums = [_sums(lines, at) for at in range(len(names))]
    steps = bar_ticks(end for pair in sums for end in pair)
    left = tick_width(brief, steps)
    beside = [fitted(line.name, 38.0, bold=line.own) for line in lines]
    right = brief.width - widest(beside, bold=True) - 6.5
    slot = (right - left) / len(names)
    parts = name_lines(names, slot)
    top = 5.0
    canvas = Canvas(brief.width, top + HEIGHT + names_height(parts))
    scale = Scale(steps[0], steps[-1], top + HEIGHT, top)
    frame = Frame(left, right, top, top + HEIGHT, scale, len(names))
    draw_grid(canvas, brief, frame, steps)
    for at in range(len(names)):
        _draw_stack(canvas, brief, frame, lines, at)
    _draw_sums(canvas, brief, frame, sums)
    zero_line(canvas, frame)
    draw_names(canvas, frame, parts)
    _draw_parts_names(canvas, frame, lines, beside)
    return canvas


def _all(lines: tuple[Line, ...]) -> list[float]:
    return [value for line in lines for value in line.values if value is not None]


def _draw_columns(canvas: Canvas, brief: Brief, frame: Frame, lines: tuple[Line, ...]) -> None:
    pitch = min(frame.slot * 0.72 / len(lines), _WIDEST_BAR)
    room = frame.slot * 0.96 if len(lines) == 1 else pitch
    labelled = widest([brief.number(v) for v in _all(lines)], bold=True) <= room
    for place, line in enumerate(lines):
        for at, value in enumerate(line.values):
            if value is None:
                continue
            left = frame.middle(at) + (place - len(lines) / 2) * pitch
            y, zero = frame.scale(value), frame.scale(0)
            width = pitch * (0.92 if len(lines) > 1 else 1.0)
            colour = brief.colour_of_category(at, line) if len(lines) == 1 else line.colour
            canvas.rect((left, min(y, zero), width, abs(y - zero)), colour)
            if labelled:
                above = y - 2.2 if value >= 0 else y + 2.4
                strong = line.own or (len(lines) == 1 and at in brief.chart.own)
                canvas.text((left + width / 2, above), brief.number(value), bold=strong,
                            colour=INK, anchor="center")  # fmt: skip


def _draw_row(
    canvas: Canvas,
    brief: Brief,
    lines: tuple[Line, ...],
    at: int,
    where: tuple[Scale, float, float],
) -> None:
    scale, middle, pitch = where
    for place, line in enumerate(lines):
        value = line.values[at]
        if value is None:
            continue
        y = middle + (place - (len(lines) - 1) / 2) * pitch
        x, zero = scale(value), scale(0)
        thick = pitch * (0.86 if len(lines) > 1 else 0.9)
        colour = brief.colour_of_category(at, line) if len(lines) == 1 else line.colour
        canvas.rect((min(x, zero), y - thick / 2, abs(x - zero), thick), colour)
        strong = line.own or at in brief.chart.own
        gap, side = _BEHIND if value >= 0 else _BEFORE
        if pitch >= _READABLE:
            canvas.text((x + gap, y), brief.number(value), bold=strong, anchor=side)


def _name_ink(brief: Brief, at: int) -> str:
    return INK if not brief.chart.own or at in brief.chart.own else INK2


def _sums(lines: tuple[Line, ...], at: int) -> tuple[float, float]:
    values = [line.values[at] or 0.0 for line in lines]
    return sum(v for v in values if v < 0), sum(v for v in values if v > 0)


def _draw_stack(
    canvas: Canvas, brief: Brief, frame: Frame, lines: tuple[Line, ...], at: int
) -> None:
    width = min(frame.slot * 0.72, _WIDEST_BAR)
    up = down = 0.0
    for place, line in enumerate(lines):
        value = line.values[at]
        if not value:
            continue
        start = up if value > 0 else down
        up, down = (start + value, down) if value > 0 else (up, start + value)
        y, foot = frame.scale(start + value), frame.scale(start)
        left = frame.middle(at) - width / 2
        hatch = HATCHES[place % len(HATCHES)]
        canvas.rect((left, min(y, foot), width, abs(foot - y)), line.colour, hatch, line.pale)
        canvas.line([(left, foot), (left + width, foot)], WHITE, 0.6)
        words = brief.number(value)
        if not hatch and abs(foot - y) > LINE + 0.6 and extent(words) < width - 1:
            middle = (frame.middle(at), (y + foot) / 2)
            canvas.text(middle, words, colour=on_fill(line.colour), anchor="center")


def _draw_sums(canvas: Canvas, brief: Brief, frame: Frame, sums: list[tuple[float, float]]) -> None:
    words = [brief.number(up + down) if up or down else "" for down, up in sums]
    if widest(words, bold=True) > frame.slot:
        return
    for at, (word, (_, up)) in enumerate(zip(words, sums, strict=True)):
        canvas.text((frame.middle(at), frame.scale(up) - 2.2), word, bold=True, anchor="center")


def _draw_parts_names(
    canvas: Canvas, frame: Frame, lines: tuple[Line, ...], names: list[str]
) -> None:
    """Name the parts beside the last column that holds them, spread so that none collide."""
    last = frame.count - 1
    edge = frame.middle(last) + min(frame.slot * 0.72, _WIDEST_BAR) / 2
    up = down = 0.0
    heights: list[float] = []
    for line in lines:
        value = line.values[last] or 0.0
        start = up if value >= 0 else down
        up, down = (start + value, down) if value >= 0 else (up, start + value)
        heights.append(frame.scale(start + value / 2))
    placed = spread([-h for h in heights][::-1], LINE + 0.4, -frame.bottom + 2, -frame.top)[::-1]
    for place, (line, name, y, meant) in enumerate(zip(lines, names, placed, heights, strict=True)):
        x = frame.right + 1.5
        canvas.line([(edge + 0.6, meant), (x, -y)], line.colour, 0.6)
        canvas.rect(
            (x + 0.4, -y - 1.3, 2.6, 2.6), line.colour, HATCHES[place % len(HATCHES)], line.pale
        )
        canvas.text((x + 4.2, -y), name, colour=line.ink, bold=line.own)
