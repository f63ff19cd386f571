"""Charts round a middle: parts of a whole, and profiles over several things at once."""

from __future__ import annotations

import math

from planner.drawing.brief import MARKS, Brief, Line
from planner.drawing.canvas import Canvas, Side
from planner.drawing.colours import HAIR, INK2, INK3, STRONG, WHITE
from planner.drawing.frame import draw_key, key_height, key_rows
from planner.drawing.labels import spread
from planner.drawing.measure import LINE
from planner.drawing.scale import line_ticks
from planner.drawing.shares import Slice, slices
from planner.drawing.wording import fitted, percent, wrapped

_OUTER, _INNER = 27.0, 15.5
_GAP, _REACH = 4.0, 3.0
_NAME = 46.0
_RADIUS = 34.0
_SMALL = 7.5
_STEP = math.radians(2)


def doughnut(brief: Brief) -> Canvas:
    """A ring of parts from the top clockwise, each named beside it with its value and share."""
    parts = slices(brief)
    sides: dict[Side, list[int]] = {"left": [], "right": []}
    turns = _middles(parts)
    for at, turn in enumerate(turns):
        sides["right" if math.sin(turn) >= 0 else "left"].append(at)
    heights = {side: _heights([turns[at] for at in rows]) for side, rows in sides.items()}
    edge = _OUTER + _GAP
    above = max([edge, *(LINE + 1.0 - y for ys in heights.values() for y in ys)])
    below = max([edge, *(LINE + 1.0 + y for ys in heights.values() for y in ys)])
    canvas = Canvas(brief.width, above + below)
    middle = (brief.width / 2, above)
    start = 0.0
    for part in parts:
        end = start + part.share * math.tau
        canvas.area(_ring(middle, start, end), part.colour)
        canvas.line([_at(middle, _INNER, end), _at(middle, _OUTER, end)], WHITE, 1.2)
        start = end
    for side, rows in sides.items():
        named = [(parts[at], turns[at]) for at in rows]
        _draw_names(canvas, brief, middle, named, heights[side], side)
    return canvas


def _heights(turns: list[float]) -> list[float]:
    """How far from the middle's height the names of one side stand, none on another."""
    meant = [_at((0.0, 0.0), _OUTER, turn)[1] for turn in turns]
    room = (2 * LINE + 1.5) * len(turns) + _OUTER
    return spread(meant, 2 * LINE + 1.5, -room, room)


def _middles(parts: tuple[Slice, ...]) -> list[float]:
    found, start = [], 0.0
    for part in parts:
        found.append((start + part.share / 2) * math.tau)
        start += part.share
    return found


def _draw_names(
    canvas: Canvas,
    brief: Brief,
    middle: tuple[float, float],
    rows: list[tuple[Slice, float]],
    heights: list[float],
    side: Side,
) -> None:
    way = 1 if side == "right" else -1
    anchor: Side = "left" if side == "right" else "right"
    x = middle[0] + way * (_OUTER + _GAP + _REACH)
    for (part, turn), height in zip(rows, heights, strict=True):
        y = middle[1] + height
        out = _at(middle, _OUTER + _REACH, turn)
        canvas.line([_at(middle, _OUTER, turn), out, (x - way, y)], STRONG, 0.5)
        name = fitted(part.name, _NAME, bold=part.own)
        ink = brief.ink(part.colour) if part.own else INK2
        canvas.text((x, y - LINE / 2), name, colour=ink, bold=part.own, anchor=anchor)
        shown = f"{brief.number(part.value)} · {percent(part.share, brief.language)}"
        canvas.text((x, y + LINE / 2), shown, colour=INK3, anchor=anchor)


def _at(middle: tuple[float, float], radius: float, turn: float) -> tuple[float, float]:
    """The place at a distance from the middle, turned clockwise from the top."""
    return (middle[0] + radius * math.sin(turn), middle[1] - radius * math.cos(turn))


def _ring(middle: tuple[float, float], start: float, end: float) -> list[tuple[float, float]]:
    steps = max(2, math.ceil((end - start) / _STEP))
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    outer = [_at(middle, _OUTER, turn) for turn in turns]
    return [*outer, *(_at(middle, _INNER, turn) for turn in reversed(turns))]


def radar(brief: Brief) -> Canvas:
    """A line a series round the middle, one ray a category; a value that lacks breaks the line."""
    names, lines = brief.categories(), brief.lines()
    values = [v for line in lines for v in line.values if v is not None]
    steps = line_ticks(values, brief.chart.y.low, brief.chart.y.high)
    rows = key_rows(lines, brief.width)
    top = key_height(rows)
    words = [wrapped(name, _NAME, 2) for name in names]
    turns = [at * math.tau / len(names) for at in range(len(names))]
    words_room = 2 * LINE + 3.0
    middle = (brief.width / 2, top + words_room + _RADIUS)
    deepest = max(-math.cos(turn) for turn in turns)
    canvas = Canvas(brief.width, middle[1] + _RADIUS * deepest + words_room)
    draw_key(canvas, rows, 0.0)
    _draw_web(canvas, brief, middle, turns, steps)
    for at in sorted(range(len(lines)), key=lambda at: lines[at].own):
        _draw_profile(canvas, middle, turns, lines[at], (steps[0], steps[-1]), MARKS[at % 6])
    for parts, turn in zip(words, turns, strict=True):
        x, y = _at(middle, _RADIUS + 3.5, turn)
        side: Side = (
            "center" if abs(math.sin(turn)) < 0.2 else "left" if math.sin(turn) > 0 else "right"
        )
        first = y - (len(parts) - 1) * LINE * (0.5 + 0.5 * math.cos(turn))
        for number, part in enumerate(parts):
            canvas.text((x, first + number * LINE), part, colour=INK2, anchor=side)
    return canvas


def _draw_web(
    canvas: Canvas,
    brief: Brief,
    middle: tuple[float, float],
    turns: list[float],
    steps: tuple[float, ...],
) -> None:
    span = steps[-1] - steps[0]
    for step in steps[1:]:
        ring = [_at(middle, _RADIUS * (step - steps[0]) / span, turn) for turn in turns]
        canvas.line([*ring, ring[0]], HAIR, 0.5)
    for turn in turns:
        canvas.line([middle, _at(middle, _RADIUS, turn)], HAIR, 0.5)
    for step in steps:
        x, y = _at(middle, _RADIUS * (step - steps[0]) / span, 0.0)
        words = brief.number(step)
        canvas.text((x - 1.2, y), words, colour=INK3, size=_SMALL, anchor="right")


def _draw_profile(
    canvas: Canvas,
    middle: tuple[float, float],
    turns: list[float],
    line: Line,
    ends: tuple[float, float],
    mark: str,
) -> None:
    places = [
        None
        if value is None
        else _at(
            middle,
            _RADIUS * (min(max(value, ends[0]), ends[1]) - ends[0]) / (ends[1] - ends[0]),
            turn,
        )
        for value, turn in zip(line.values, turns, strict=True)
    ]
    for one, other in zip(places, [*places[1:], places[0]], strict=True):
        if one is not None and other is not None:
            canvas.line([one, other], line.colour, 2.0 if line.own else 1.4)
    for place in places:
        if place is not None:
            canvas.mark(place, mark, line.colour, 6.0 if line.own else 5.2)
