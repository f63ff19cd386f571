"""Lines over time and value curves, each named at its end."""

from __future__ import annotations

from planner.drawing.brief import MARKS, Brief, Line
from planner.drawing.canvas import Canvas
from planner.drawing.colours import INK3
from planner.drawing.frame import Frame, draw_grid, draw_names, name_lines, names_height, tick_width
from planner.drawing.labels import spread
from planner.drawing.measure import HEIGHT, LINE, extent
from planner.drawing.scale import Scale, line_ticks
from planner.drawing.shapes import Plane, Touch
from planner.drawing.wording import fitted

_MARKED = 16
_NAME = 40.0


def lines(brief: Brief) -> Canvas:
    """A line a series, gaps where a value is missing, its name and last value at its end."""
    names, series = brief.categories(), brief.lines()
    values = [v for line in series for v in line.values if v is not None]
    steps = line_ticks(values, brief.chart.y.low, brief.chart.y.high)
    left = tick_width(brief, steps)
    ends = [_end(brief, line) for line in series]
    right = brief.width - max(
        extent(name, bold=True) + extent(value) for name, value in ends
    ) - 7.0  # fmt: skip
    parts = name_lines(names, (right - left) / len(names))
    height = max(HEIGHT, len(series) * (LINE + 0.4))
    title = fitted(brief.chart.y.title, right)
    top = 7.5 if title else 3.0
    canvas = Canvas(brief.width, top + height + names_height(parts))
    scale = Scale(steps[0], steps[-1], top + height, top)
    frame = Frame(left, right, top, top + height, scale, len(names))
    canvas.text((0.0, 2.0), title, colour=INK3)
    draw_grid(canvas, brief, frame, steps)
    for at in sorted(range(len(series)), key=lambda at: series[at].own):
        _draw_line(canvas, frame, series[at], MARKS[at % len(MARKS)])
        _note_values(canvas, frame, series[at], names)
    canvas.ground = Plane(None, scale)
    draw_names(canvas, frame, parts)
    _draw_ends(canvas, frame, series, ends)
    return canvas


def _end(brief: Brief, line: Line) -> tuple[str, str]:
    last = next(v for v in reversed(line.values) if v is not None)
    shown = "" if brief.chart.kind == "curve" else f" {brief.number(last)}"
    return fitted(line.name, _NAME, bold=line.own), shown


def _draw_line(canvas: Canvas, frame: Frame, line: Line, mark: str) -> None:
    stretches: list[list[tuple[float, float]]] = [[]]
    for at, value in enumerate(line.values):
        if value is None:
            stretches.append([])
        else:
            stretches[-1].append((frame.middle(at), frame.scale(value)))
    stroke = 2.0 if line.own else 1.4
    for stretch in stretches:
        if len(stretch) > 1:
            canvas.line(stretch, line.colour, stroke)
    marked = frame.count <= _MARKED
    for stretch in stretches:
        if marked or len(stretch) == 1:
            for point in stretch:
                canvas.mark(point, mark, line.colour, 6.0 if line.own else 5.2)


def _note_values(canvas: Canvas, frame: Frame, line: Line, names: tuple[str, ...]) -> None:
    """Note the values that each rest on a path of their own."""
    known = [(at, value) for at, value in enumerate(line.values) if value is not None]
    if len(known) != len(line.sources):
        return
    for (at, value), path in zip(known, line.sources, strict=True):
        label = f"{line.name}, {names[at]}"
        canvas.touch(Touch(label, (path,), (frame.middle(at), frame.scale(value)), 1.4))


def _draw_ends(
    canvas: Canvas, frame: Frame, series: tuple[Line, ...], ends: list[tuple[str, str]]
) -> None:
    points = []
    for line in series:
        at = max(n for n, value in enumerate(line.values) if value is not None)
        points.append((frame.middle(at), frame.scale(line.values[at] or 0.0)))
    placed = spread([y for _, y in points], LINE + 0.4, 2.0, frame.bottom)
    x = frame.right + 2.0
    for line, (name, value), (from_x, from_y), y in zip(series, ends, points, placed, strict=True):
        if abs(y - from_y) > 0.8 or x - from_x > frame.slot / 2 + 4:
            canvas.line([(from_x + 1.6, from_y), (x - 0.8, y)], line.colour, 0.5)
        canvas.text((x, y), name, colour=line.ink, bold=line.own)
        canvas.text((x + extent(name, bold=line.own), y), value, colour=line.ink)
