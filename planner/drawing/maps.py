"""Positioning maps and matrices: points in a field of two scales."""

from __future__ import annotations

import math
from dataclasses import dataclass

from planner.blocks import Axis, Point
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas, Side
from planner.drawing.colours import CANVAS, HAIR, INK2, INK3, SLATES, STRONG, TINT, WHITE, mixed
from planner.drawing.labels import Box, Place, Wanted, overlap, place, round_box
from planner.drawing.measure import LINE
from planner.drawing.scale import Scale
from planner.drawing.wording import finite, fitted, widest, wrapped

_FIELD = 84.0
_LARGEST, _SMALLEST, _DOT = 8.0, 1.6, 1.5
_LABEL = 34.0
_KEY = 44.0
_AIR = 1.2


@dataclass(frozen=True, slots=True)
class Field:
    """The field between its edges in mm, and the scales across and up."""

    box: Box
    x: Scale
    y: Scale


def points_map(brief: Brief) -> Canvas:
    """A map: an axis through the middle each way, its ends named."""
    return _chart(brief, matrix=False)


def matrix(brief: Brief) -> Canvas:
    """A matrix: fields parted by cuts, each with its name, the points in them."""
    return _chart(brief, matrix=True)


def drawable(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points that have a place."""
    return tuple(p for p in points if finite(p.x) and finite(p.y))


def _chart(brief: Brief, *, matrix: bool) -> Canvas:
    points = drawable(brief.chart.points)
    field = _field(brief, points, keyed=False)
    labels = [wrapped(point.label, _LABEL, 3, bold=point.own) for point in points]
    taken = _names_boxes(brief, field, points) if matrix else []
    places = _places(points, labels, field, taken)
    if any(spot is None for spot in places):
        field = _field(brief, points, keyed=True)
        taken = _names_boxes(brief, field, points) if matrix else []
        places = _places(points, labels, field, taken)
    numbered = [at for at, spot in enumerate(places) if spot is None]
    height = max(_FIELD + 8.0, len(numbered) * (LINE + 0.8) + 6)
    canvas = Canvas(brief.width, height)
    if matrix:
        _draw_zones(canvas, brief, field, points)
    else:
        _draw_cross(canvas, brief, field)
    _draw_axes(canvas, brief, field)
    _draw_points(canvas, brief, points, field)
    _draw_labels(canvas, brief, points, field, labels, places)
    _draw_numbers(canvas, brief, points, field, numbered)
    return canvas


def _field(brief: Brief, points: tuple[Point, ...], *, keyed: bool) -> Field:
    box = (9.0, 1.0, brief.width - 1.0 - (_KEY if keyed else 0.0), 1.0 + _FIELD)
    low_x, high_x = _ends(brief.chart.x, [p.x for p in points], brief.chart.cuts_x)
    low_y, high_y = _ends(brief.chart.y, [p.y for p in points], brief.chart.cuts_y)
    return Field(box, Scale(low_x, high_x, box[0], box[2]), Scale(low_y, high_y, box[3], box[1]))


def _ends(axis: Axis, values: list[float], cuts: tuple[float, ...]) -> tuple[float, float]:
    known = [*values, *cuts]
    pad = (max(known) - min(known)) * 0.12 or 1.0
    low = axis.low if axis.low is not None and finite(axis.low) else min(known) - pad
    high = axis.high if axis.high is not None and finite(axis.high) else max(known) + pad
    return (low, high) if high > low else (low - 1.0, low + 1.0)


def _radius(point: Point, points: tuple[Point, ...]) -> float:
    sizes = [p.size for p in points if finite(p.size)]
    most = max(sizes, default=0.0)
    if most <= 0 or not finite(point.size) or point.size <= 0:
        return _DOT
    return max(_SMALLEST, _LARGEST * math.sqrt(point.size / most))


def _middle(point: Point, field: Field, radius: float) -> tuple[float, float]:
    left, top, right, bottom = field.box
    x = min(max(field.x(point.x), left + radius), right - radius)
    y = min(max(field.y(point.y), top + radius), bottom - radius)
    return x, y


def _places(
    points: tuple[Point, ...],
    labels: list[tuple[str, ...]],
    field: Field,
    taken: list[Box],
) -> list[Place | None]:
    wanted = []
    for point, label in zip(points, labels, strict=True):
        radius = _radius(point, points)
        size = (widest(label, bold=point.own), len(label) * LINE)
        wanted.append(Wanted(_middle(point, field, radius), radius, size))
    left, top, right, bottom = field.box
    return place(wanted, (left + 0.8, top + 0.5, right - 0.8, bottom - 0.5), taken)


def _draw_points(canvas: Canvas, brief: Brief, points: tuple[Point, ...], field: Field) -> None:
    for point in sorted(points, key=lambda p: (p.own, -_radius(p, points))):
        radius = _radius(point, points)
        colour = brief.accent if point.own else SLATES[0]
        fill = WHITE if point.muted else mixed(colour, 0.85 if point.own else 0.45)
        canvas.bubble(
            _middle(point, field, radius), radius, fill, SLATES[1] if point.muted else colour
        )


def _draw_labels(
    canvas: Canvas,
    brief: Brief,
    points: tuple[Point, ...],
    field: Field,
    labels: list[tuple[str, ...]],
    places: list[Place | None],
) -> None:
    for point, label, spot in zip(points, labels, places, strict=True):
        if spot is None:
            continue
        left, top, right, bottom = spot.box
        x, y = _middle(point, field, _radius(point, points))
        if spot.led:
            near = (min(max(x, left), right), min(max(y, top), bottom))
            away = math.dist((x, y), near)
            share = _radius(point, points) / away if away else 0.0
            edge = (x + (near[0] - x) * share, y + (near[1] - y) * share)
            canvas.line([edge, near], STRONG, 0.5)
        side = _side(x, spot.box)
        at = {"left": left, "right": right, "center": (left + right) / 2}[side]
        ink = brief.ink(brief.accent) if point.own else INK3 if point.muted else INK2
        for number, words in enumerate(label):
            row = top + (number + 0.5) * LINE
            canvas.text((at, row), words, colour=ink, bold=point.own, anchor=side)


def _side(x: float, box: Box) -> Side:
    if box[0] > x:
        return "left"
    return "right" if box[2] < x else "center"


def _draw_numbers(
    canvas: Canvas, brief: Brief, points: tuple[Point, ...], field: Field, numbered: list[int]
) -> None:
    x = field.box[2] + 5.0
    for number, at in enumerate(numbered, 1):
        point = points[at]
        radius = _radius(point, points)
        middle = _middle(point, field, radius)
        ink = WHITE if point.own else INK2
        canvas.text(middle, str(number), colour=ink, bold=True, size=6.5, anchor="center")
        y = 3.0 + (number - 1) * (LINE + 0.8)
        canvas.text((x, y), f"{number}", colour=INK2, bold=True)
        words = wrapped(point.label, _KEY - 10.0, 1, bold=point.own)[0]
        colour = brief.ink(brief.accent) if point.own else INK2
        canvas.text((x + 4.5, y), words, colour=colour, bold=point.own)


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
    bubbles = []
    for point in points:
        radius = _radius(point, points)
        bubbles.append(round_box(_middle(point, field, radius), radius + _AIR))
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
