"""Positioning maps and matrices: points in a field of two scales."""

from __future__ import annotations

from planner.blocks import Axis, Point
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import CANVAS, HAIR, INK2, INK3, STRONG, TINT, WHITE, mixed
from planner.drawing.labels import Box, overlap, round_box
from planner.drawing.measure import LINE
from planner.drawing.points import (
    KEY,
    LABEL,
    Field,
    draw_labels,
    draw_numbers,
    draw_points,
    middles,
    places_of,
    radius_of,
)
from planner.drawing.scale import Scale
from planner.drawing.wording import finite, fitted, widest, wrapped

_FIELD = 84.0
_AIR = 1.2


def points_map(brief: Brief) -> Canvas:
    """A map: an axis through the middle each way, its ends named."""
    return _chart(brief, matrix=False)


def matrix(brief: Brief) -> Canvas:
    """A matrix: fields parted by cuts, each with its name, the points in them."""
    return _chart(brief, matrix=True)


def _chart(brief: Brief, *, matrix: bool) -> Canvas:
    points = brief.points()
    field = _field(brief, points, keyed=False)
    labels = [wrapped(point.label, LABEL, 3, bold=point.own) for point in points]
    taken = _names_boxes(brief, field, points) if matrix else []
    places = places_of(points, labels, field, taken)
    if any(spot is None for spot in places):
        field = _field(brief, points, keyed=True)
        taken = _names_boxes(brief, field, points) if matrix else []
        places = places_of(points, labels, field, taken)
    numbered = [at for at, spot in enumerate(places) if spot is None]
    height = max(_FIELD + 8.0, len(numbered) * (LINE + 0.8) + 6)
    canvas = Canvas(brief.width, height)
    if matrix:
        _draw_zones(canvas, brief, field, points)
    else:
        _draw_cross(canvas, brief, field)
    _draw_axes(canvas, brief, field)
    draw_points(canvas, brief, points, field)
    draw_labels(canvas, brief, points, field, labels, places)
    draw_numbers(canvas, brief, points, field, numbered)
    return canvas


def _field(brief: Brief, points: tuple[Point, ...], *, keyed: bool) -> Field:
    box = (9.0, 1.0, brief.width - 1.0 - (KEY if keyed else 0.0), 1.0 + _FIELD)
    low_x, high_x = _ends(brief.chart.x, [p.x for p in points], brief.chart.cuts_x)
    low_y, high_y = _ends(brief.chart.y, [p.y for p in points], brief.chart.cuts_y)
    return Field(box, Scale(low_x, high_x, box[0], box[2]), Scale(low_y, high_y, box[3], box[1]))


def _ends(axis: Axis, values: list[float], cuts: tuple[float, ...]) -> tuple[float, float]:
    known = [*values, *cuts]
    pad = (max(known) - min(known)) * 0.12 or 1.0
    low = axis.low if axis.low is not None and finite(axis.low) else min(known) - pad
    high = axis.high if axis.high is not None and finite(axis.high) else max(known) + pad
    return (low, high) if high > low else (low - 1.0, low + 1.0)


def _draw_cross(canvas: Canvas, brief: Brief, field: Field) -> None:
    left, top, right, bottom = field.box
    for value in brief.chart.cuts_x or (field.x.low + (field.x.high - field.x.low) / 2,):
        canvas.line([(field.x(value), top), (field.x(value), bottom)], HAIR, 0.8)
    for value in brief.chart.cuts_y or (field.y.low + (field.y.high - field.y.low) / 2,):
        canvas.line([(left, field.y(value)), (right, field.y(value))], HAIR, 0.8)


def _edges(field: Field, brief: Brief) -> tuple[list[float], list[float]]:
    left, top, right, bottom = field.box
    across = [left, *sorted(field.x(cut) for cut in brief.chart.cuts_x), right]
    down = [top, *sorted(field.y(cut) for cut in brief.chart.cuts_y), bottom]
    return across, down


def _draw_zones(canvas: Canvas, brief: Brief, field: Field, points: tuple[Point, ...]) -> None:
    across, down = _edges(field, brief)
    columns, rows = len(across) - 1, len(down) - 1
    soft = {1: mixed(brief.accent, 0.10), 0: TINT, -1: CANVAS}
    for row in range(rows):
        for column in range(columns):
            rank = column - (columns - 1) + (rows - 1 - row)
            fill = soft[(rank > 0) - (rank < 0)]
            box = (across[column], down[row], across[column + 1] - across[column],
                   down[row + 1] - down[row])  # fmt: skip
            canvas.rect(box, fill, rim=WHITE)
    for words, box in _zone_names(brief, field, points):
        for number, part in enumerate(words):
            canvas.text((box[0], box[1] + (number + 0.5) * LINE), part, colour=INK3)


def _zone_names(
    brief: Brief, field: Field, points: tuple[Point, ...]
) -> list[tuple[tuple[str, ...], Box]]:
    """Each zone's name, in the first corner of the zone that no bubble lies on."""
    across, down = _edges(field, brief)
    columns = len(across) - 1
    bubbles = [
        round_box(middle, radius_of(point, points) + _AIR)
        for point, middle in zip(points, middles(points, field), strict=True)
    ]
    found = []
    for at, name in enumerate(brief.chart.zones[: columns * (len(down) - 1)]):
        left, top = across[at % columns] + 2.0, down[at // columns] + 1.6
        right, bottom = across[at % columns + 1] - 2.0, down[at // columns + 1] - 1.6
        words = wrapped(name, right - left, 2) if name.strip() else ()
        width, height = widest(words), len(words) * LINE
        corners = [
            (x, y, x + width, y + height)
            for y in (top, bottom - height)
            for x in (left, right - width)
        ]
        free = [box for box in corners if not any(overlap(box, bubble) for bubble in bubbles)]
        found.append((words, (free or corners)[0]))
    return found


def _names_boxes(brief: Brief, field: Field, points: tuple[Point, ...]) -> list[Box]:
    """The ground of the zones' names, with some air around it."""
    return [
        (left - _AIR, top - _AIR, right + _AIR, bottom + _AIR)
        for words, (left, top, right, bottom) in _zone_names(brief, field, points)
        if words
    ]


def _draw_axes(canvas: Canvas, brief: Brief, field: Field) -> None:
    left, top, right, bottom = field.box
    x, y = brief.chart.x, brief.chart.y
    canvas.line([(left, bottom), (right, bottom)], STRONG, 0.8)
    canvas.line([(left, top), (left, bottom)], STRONG, 0.8)
    third, row = (right - left) / 3 - 2.0, bottom + 3.6
    middle = (left + right) / 2
    canvas.text((left, row), fitted(x.low_label, third), colour=INK3)
    canvas.text((right, row), fitted(x.high_label, third), colour=INK3, anchor="right")
    room = _between(x, right - left)
    canvas.text((middle, row), _title(x, room), colour=INK2, bold=True, anchor="center")
    third, row = (bottom - top) / 3 - 2.0, left - 3.6
    middle = (top + bottom) / 2
    canvas.upright((row, bottom), fitted(y.low_label, third), colour=INK3)
    canvas.upright((row, top), fitted(y.high_label, third), colour=INK3, anchor="right")
    room = _between(y, bottom - top)
    canvas.upright((row, middle), _title(y, room), colour=INK2, bold=True, anchor="center")


def _between(axis: Axis, length: float) -> float:
    """What an axis leaves its title between the words at its two ends."""
    third = length / 3 - 2.0
    ends = widest([fitted(words, third) for words in (axis.low_label, axis.high_label)])
    return length - 2 * ends - 4.0


def _title(axis: Axis, room: float) -> str:
    return f"{fitted(axis.title, room - 4.0, bold=True)} →" if axis.title.strip() else ""
