"""Scatter and bubble charts: points over the numbers of two axes."""

from __future__ import annotations

from collections.abc import Sequence

from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import HAIR, INK2, INK3, STRONG
from planner.drawing.measure import LINE
from planner.drawing.points import (
    KEY,
    LABEL,
    Field,
    draw_labels,
    draw_numbers,
    draw_points,
    places_of,
)
from planner.drawing.scale import Scale, number_ticks
from planner.drawing.wording import fitted, widest, wrapped

_FIELD = 76.0
_SMALL = 7.5


def scatter(brief: Brief) -> Canvas:
    """A dot a point, each with its name."""
    return _plot(brief)


def bubble(brief: Brief) -> Canvas:
    """A bubble a point, its area the point's size, each with its name."""
    return _plot(brief)


def _plot(brief: Brief) -> Canvas:
    points = brief.points()
    across = number_ticks([p.x for p in points], brief.chart.x.low, brief.chart.x.high)
    up = number_ticks([p.y for p in points], brief.chart.y.low, brief.chart.y.high)
    labels = [wrapped(point.label, LABEL, 3, bold=point.own) for point in points]
    field = _field(brief, across, up, keyed=False)
    places = places_of(points, labels, field, [])
    if any(spot is None for spot in places):
        field = _field(brief, across, up, keyed=True)
        places = places_of(points, labels, field, [])
    numbered = [at for at, spot in enumerate(places) if spot is None]
    below = 12.0 if brief.chart.x.title.strip() else 7.0
    canvas = Canvas(brief.width, max(field.box[3] + below, len(numbered) * (LINE + 0.8) + 6))
    _draw_grid(canvas, brief, field, across, up)
    draw_points(canvas, brief, points, field)
    draw_labels(canvas, brief, points, field, labels, places)
    draw_numbers(canvas, brief, points, field, numbered)
    return canvas


def _field(brief: Brief, across: Sequence[float], up: Sequence[float], *, keyed: bool) -> Field:
    left = widest([brief.number(step) for step in up]) + 3.0
    top = 7.0 if brief.chart.y.title.strip() else 2.0
    right = brief.width - 4.0 - (KEY if keyed else 0.0)
    box = (left, top, right, top + _FIELD)
    return Field(
        box, Scale(across[0], across[-1], left, right), Scale(up[0], up[-1], box[3], box[1])
    )


def _draw_grid(
    canvas: Canvas, brief: Brief, field: Field, across: Sequence[float], up: Sequence[float]
) -> None:
    left, top, right, bottom = field.box
    for step in up:
        y = field.y(step)
        canvas.line([(left, y), (right, y)], HAIR, 0.5)
        canvas.text((left - 2.0, y), brief.number(step), colour=INK3, size=_SMALL, anchor="right")
    for step in across:
        x = field.x(step)
        canvas.line([(x, top), (x, bottom)], HAIR, 0.5)
        words = brief.number(step)
        canvas.text((x, bottom + 3.0), words, colour=INK3, size=_SMALL, anchor="center")
    canvas.line([(left, bottom), (right, bottom)], STRONG, 0.8)
    canvas.line([(left, top), (left, bottom)], STRONG, 0.8)
    canvas.text((0.0, 2.4), fitted(brief.chart.y.title, right), colour=INK2, bold=True)
    title = fitted(brief.chart.x.title, right - left)
    canvas.text((right, bottom + 8.0), title, colour=INK2, bold=True, anchor="right")
