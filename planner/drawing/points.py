"""Points in a field of two scales: bubbles, and labels that never lie on each other."""

from __future__ import annotations

import math
from dataclasses import dataclass

from planner.blocks import Point
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas, Side
from planner.drawing.colours import INK2, INK3, SLATES, STRONG, WHITE, mixed
from planner.drawing.labels import Box, Place, Wanted, place
from planner.drawing.measure import LINE
from planner.drawing.scale import Scale
from planner.drawing.shapes import Plane, Touch
from planner.drawing.wording import finite, widest, wrapped

_LARGEST, _SMALLEST, _DOT = 8.0, 1.6, 1.5
_APART = 3.4
"""Millimetres between the middles of dots that have the same place."""
LABEL = 34.0
"""The widest line of a label in mm."""
KEY = 44.0
"""The room of a key of numbers beside the field in mm."""


@dataclass(frozen=True, slots=True)
class Field:
    """The field between its edges in mm, and the scales across and up."""

    box: Box
    x: Scale
    y: Scale


def radius_of(point: Point, points: tuple[Point, ...]) -> float:
    """A bubble's radius in mm, its area in proportion to the largest; a dot's without sizes."""
    sizes = [p.size for p in points if finite(p.size)]
    most = max(sizes, default=0.0)
    if most <= 0 or not finite(point.size) or point.size <= 0:
        return _DOT
    return max(_SMALLEST, _LARGEST * math.sqrt(point.size / most))


def middle_of(point: Point, field: Field, radius: float) -> tuple[float, float]:
    """Where a point lies, its bubble kept within the field."""
    left, top, right, bottom = field.box
    x = min(max(field.x(point.x), left + radius), right - radius)
    y = min(max(field.y(point.y), top + radius), bottom - radius)
    return x, y


def middles(points: tuple[Point, ...], field: Field) -> list[tuple[float, float]]:
    """Where the points lie; dots on the same place lie side by side, so that each is seen."""
    found = [middle_of(point, field, radius_of(point, points)) for point in points]
    together: dict[tuple[float, float], list[int]] = {}
    for at, (x, y) in enumerate(found):
        if radius_of(points[at], points) == _DOT:
            together.setdefault((round(x, 2), round(y, 2)), []).append(at)
    left, _, right, _ = field.box
    for (x, y), several in together.items():
        wide = (len(several) - 1) * _APART
        first = min(max(x - wide / 2, left + _DOT), max(right - _DOT - wide, left + _DOT))
        for number, at in enumerate(several if len(several) > 1 else ()):
            found[at] = (first + number * _APART, y)
    return found


def places_of(
    points: tuple[Point, ...],
    labels: list[tuple[str, ...]],
    field: Field,
    taken: list[Box],
) -> list[Place | None]:
    """A place for each label; None where it finds none and becomes a number."""
    wanted = []
    for point, label, middle in zip(points, labels, middles(points, field), strict=True):
        size = (widest(label, bold=point.own), len(label) * LINE)
        wanted.append(Wanted(middle, radius_of(point, points), size))
    left, top, right, bottom = field.box
    return place(wanted, (left + 0.8, top + 0.5, right - 0.8, bottom - 0.5), taken)


def draw_points(canvas: Canvas, brief: Brief, points: tuple[Point, ...], field: Field) -> None:
    """Draw the bubbles, the small ones and ours on top."""
    spots = middles(points, field)
    order = sorted(range(len(points)), key=lambda n: (points[n].own, -radius_of(points[n], points)))
    for at in order:
        point, middle = points[at], spots[at]
        radius = radius_of(point, points)
        colour = brief.accent if point.own else SLATES[0]
        fill = WHITE if point.muted else mixed(colour, 0.85 if point.own else 0.45)
        canvas.bubble(middle, radius, fill, SLATES[1] if point.muted else colour)
        home = (field.x(point.x), field.y(point.y))
        canvas.touch(Touch(point.label, point.sources, middle, radius, home=home))
    canvas.ground = Plane(field.x, field.y)


def draw_labels(
    canvas: Canvas,
    brief: Brief,
    points: tuple[Point, ...],
    field: Field,
    labels: list[tuple[str, ...]],
    places: list[Place | None],
) -> None:
    """Draw the labels that have a place, with a line to those further off."""
    spots = middles(points, field)
    for point, label, spot, (x, y) in zip(points, labels, places, spots, strict=True):
        if spot is None:
            continue
        left, top, right, bottom = spot.box
        if spot.led:
            near = (min(max(x, left), right), min(max(y, top), bottom))
            away = math.dist((x, y), near)
            share = radius_of(point, points) / away if away else 0.0
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


def draw_numbers(
    canvas: Canvas, brief: Brief, points: tuple[Point, ...], field: Field, numbered: list[int]
) -> None:
    """Draw numbers in the points without a place for their label, and the key to them."""
    x, spots = field.box[2] + 5.0, middles(points, field)
    for number, at in enumerate(numbered, 1):
        point, middle = points[at], spots[at]
        ink = WHITE if point.own else INK2
        canvas.text(middle, str(number), colour=ink, bold=True, size=6.5, anchor="center")
        y = 3.0 + (number - 1) * (LINE + 0.8)
        canvas.text((x, y), f"{number}", colour=INK2, bold=True)
        words = wrapped(point.label, KEY - 10.0, 1, bold=point.own)[0]
        colour = brief.ink(brief.accent) if point.own else INK2
        canvas.text((x + 4.5, y), words, colour=colour, bold=point.own)
