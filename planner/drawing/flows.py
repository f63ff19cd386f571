"""Waterfalls and funnels: how one figure becomes another."""

from __future__ import annotations

from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import INK, INK2, INK3, STRONG
from planner.drawing.frame import (
    Frame,
    draw_grid,
    draw_names,
    name_lines,
    names_height,
    tick_width,
    zero_line,
)
from planner.drawing.measure import BELOW_ZERO, HEIGHT, LINE, TALLEST
from planner.drawing.scale import Scale, bar_ticks
from planner.drawing.steps import DOWN, UP, spans_of
from planner.drawing.wording import percent, widest, wrapped

_MANY = 18
_STEP, _SHARED = 13.0, 10.0
_NEAR = 0.5
"""Levels that differ by less, in mm, are the same but for rounding."""


def waterfall(brief: Brief) -> Canvas:
    """Levels and the changes between them, each change hanging where the one before it ended."""
    names = brief.categories()
    values = [value or 0.0 for value in brief.lines()[0].values]
    spans = spans_of(brief.chart, values)
    steps = bar_ticks(end for low, high, _ in spans for end in (low, high))
    left = tick_width(brief, steps)
    parts = name_lines(names, (brief.width - left) / len(names))
    gap = BELOW_ZERO if steps[0] < 0 or min(s[1] for s in spans) <= 0 else 0.0
    canvas = Canvas(brief.width, 5.0 + HEIGHT + gap + names_height(parts))
    scale = Scale(steps[0], steps[-1], 5.0 + HEIGHT, 5.0)
    frame = Frame(left, brief.width, 5.0, 5.0 + HEIGHT, scale, len(names))
    draw_grid(canvas, brief, frame, steps)
    width = min(frame.slot * 0.62, 20.0)
    words = [
        brief.number(value, sign=not level)
        for value, (_, _, level) in zip(values, spans, strict=True)
    ]
    labelled = widest(words, bold=True) <= frame.slot
    for at, (start, end, level) in enumerate(spans):
        x = frame.middle(at)
        y, foot = frame.scale(max(start, end)), frame.scale(min(start, end))
        colour = brief.accent if level else UP if end >= start else DOWN
        canvas.rect((x - width / 2, y, width, max(foot - y, 0.3)), colour)
        level_y = frame.scale(end)
        if at + 1 < len(spans) and _goes_on(spans[at + 1], level_y, scale):
            points = [(x + width / 2, level_y), (frame.middle(at + 1) - width / 2, level_y)]
            canvas.line(points, STRONG, 0.5)
        if labelled:
            below = not level and end < start
            height = foot + 2.4 if below else y - 2.2
            canvas.text((x, height), words[at], bold=level, colour=INK, anchor="center")
    zero_line(canvas, frame)
    draw_names(canvas, frame, parts, gap)
    return canvas


def _goes_on(following: tuple[float, float, bool], y: float, scale: Scale) -> bool:
    """Whether a column begins where another ends; a level of its own stands beside it."""
    start, end, level = following
    return abs(scale(end if level else start) - y) < _NEAR


def funnel(brief: Brief) -> Canvas:
    """Steps below each other, with the share that reaches the next one between them."""
    names, line = brief.categories(), brief.lines()[0]
    values = [max(value or 0.0, 0.0) for value in line.values]
    parts = [wrapped(name, brief.width * 0.3, 2 if len(names) < _MANY else 1) for name in names]
    start = max(widest(part) for part in parts) + 3.0
    words = [brief.number(value) for value in values]
    room = brief.width - start - widest(words, bold=True) - 3.0
    step = min(_STEP, TALLEST / len(values))
    canvas = Canvas(brief.width, len(values) * step)
    most = max(values) or 1.0
    for at, (value, part, word) in enumerate(zip(values, parts, words, strict=True)):
        y = 3.5 + at * step
        for number, text in enumerate(part):
            row = y + (number - (len(part) - 1) / 2) * LINE
            canvas.text((start - 3.0, row), text, colour=INK2, anchor="right")
        width, thick = max(room * value / most, 0.5), min(6.4, step * 0.7)
        canvas.rect((start, y - thick / 2, width, thick), line.colour)
        canvas.text((start + width + 1.6, y), word, bold=True)
        if at + 1 < len(values) and value > 0 and step >= _SHARED:
            share = percent(values[at + 1] / value, brief.language)
            canvas.text((start + 1.0, y + step / 2), f"↓ {share}", colour=INK3)
    return canvas
