"""Scatter and bubble charts of Office: each point a series of its own, so that it has a name."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planner.blocks import Point
from planner.drawing.colours import INK2, INK3, SLATES, WHITE, mixed
from planner.drawing.labels import Box, overlap, round_box
from planner.drawing.measure import LINE
from planner.drawing.scale import number_ticks
from planner.drawing.wording import finite
from planner.writers.native_chart import draft as parts
from planner.writers.native_chart import shapes
from planner.writers.native_chart.book import Column
from planner.writers.native_chart.columns import tick_room
from planner.writers.native_chart.draft import Draft, Field, Scale, Setting
from planner.writers.native_chart.labels import UNWRAPPED
from planner.writers.native_chart.sheet import Sheet
from planner.writers.native_chart.wording import width_of

_FIELD = 76.0
_LARGEST = 16.0
"""The diameter of the largest bubble in mm."""

_DOT = 1.5
_OFFICE_LARGEST = 0.25
"""The same in Office at 100 %, of the shorter side of the field."""


def scatter(draft: Draft) -> Setting:
    """A dot a point, each with its name beside it."""
    return _plot(draft, sized=False)


def bubble(draft: Draft) -> Setting:
    """A bubble a point, its area the point's size, each with its name beside it."""
    return _plot(draft, sized=True)


def _plot(draft: Draft, *, sized: bool) -> Setting:
    brief = draft.brief
    points = brief.points()
    across = number_ticks([p.x for p in points], brief.chart.x.low, brief.chart.x.high)
    up = number_ticks([p.y for p in points], brief.chart.y.low, brief.chart.y.high)
    top = 3.0
    beside = 5.0 if brief.chart.y.title.strip() else 1.0
    below = 12.0 if brief.chart.x.title.strip() else 7.0
    height = top + _FIELD + below
    field = Field(
        tick_room(draft, up) + beside, top, brief.width - 4.0, top + _FIELD, brief.width, height
    )
    sheet = _sheet(draft, points, sized=sized)
    radii = _radii(points) if sized else [_DOT] * len(points)
    sides = _sides(field, points, radii, (across, up))
    series = "".join(
        [_series(draft, sheet, (at, point, side), sized=sized)
         for at, (point, side) in enumerate(zip(points, sides, strict=True))]
    )  # fmt: skip
    if sized:
        scale = round(100 * _LARGEST / (_OFFICE_LARGEST * min(_FIELD, field.right - field.left)))
        group = (
            f'<c:bubbleChart><c:varyColors val="0"/>{series}<c:bubbleScale val="{scale}"/>'
            f'<c:showNegBubbles val="0"/><c:sizeRepresents val="area"/>{parts.AXIS_IDS}'
            "</c:bubbleChart>"
        )
    else:
        group = (
            '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
            f"{series}{parts.AXIS_IDS}</c:scatterChart>"
        )
    axes = _axis(draft, field, across, lying=True) + _axis(draft, field, up, lying=False)
    return Setting(sheet, parts.plot_area(field, group + axes), height)


def _axis(draft: Draft, field: Field, steps: Sequence[float], *, lying: bool) -> str:
    axis = draft.brief.chart.x if lying else draft.brief.chart.y
    words = axis.title.strip()
    long = width_of(words, bold=True)
    left = max(field.right - long - 3.0, 0.0) if lying else 0.0
    top = field.bottom + 5.5 if lying else max((field.top + field.bottom - long) / 2, 0.0)
    at = (left / field.width, top / field.height)
    title = parts.axis_title(draft, words, at, strong=True, upright=not lying)
    return parts.number_axis(
        draft, _scale(steps), draft.codes.axis(steps), lying=lying, title=title
    )


def _sides(
    field: Field,
    points: tuple[Point, ...],
    radii: Sequence[float],
    ends: tuple[Sequence[float], Sequence[float]],
) -> tuple[str, ...]:
    """Where each point's name stands: right, left, above or below it, where it has room."""
    across, up = ends
    wide = (field.right - field.left) / (across[-1] - across[0])
    tall = (field.bottom - field.top) / (up[-1] - up[0])
    middles = [
        (field.left + (p.x - across[0]) * wide, field.bottom - (p.y - up[0]) * tall) for p in points
    ]
    taken = [round_box(middle, radius) for middle, radius in zip(middles, radii, strict=True)]
    found: list[str] = []
    for point, middle, radius in zip(points, middles, radii, strict=True):
        boxes = _boxes(middle, radius + 1.0, width_of(point.label, bold=point.own) + 1.0)
        free = [
            side
            for side, box in boxes.items()
            if box[0] >= field.left
            and box[2] <= field.right + 3.0
            and not any(overlap(box, t) for t in taken)
        ]
        side = (free or ["r"])[0]
        found.append(side)
        taken.append(boxes[side])
    return tuple(found)


def _boxes(middle: tuple[float, float], away: float, wide: float) -> dict[str, Box]:
    x, y = middle
    half = LINE / 2
    return {
        "r": (x + away, y - half, x + away + wide, y + half),
        "l": (x - away - wide, y - half, x - away, y + half),
        "t": (x - wide / 2, y - away - LINE, x + wide / 2, y - away),
        "b": (x - wide / 2, y + away, x + wide / 2, y + away + LINE),
    }


def _radii(points: tuple[Point, ...]) -> list[float]:
    most = max((p.size for p in points if finite(p.size)), default=0.0)
    return [
        _LARGEST / 2 * math.sqrt(max(p.size, 0.0) / most) if finite(p.size) and most > 0 else _DOT
        for p in points
    ]


def _scale(steps: Sequence[float]) -> Scale:
    return Scale(steps[1] - steps[0], steps[0], steps[-1])


def _sheet(draft: Draft, points: tuple[Point, ...], *, sized: bool) -> Sheet:
    chart = draft.brief.chart
    columns = [
        Column(chart.x.title or "x", tuple(point.x for point in points)),
        Column(chart.y.title or "y", tuple(point.y for point in points)),
    ]
    if sized:
        sizes = tuple(p.size if finite(p.size) and p.size > 0 else 0.0 for p in points)
        columns.append(Column(chart.subtitle or "size", sizes))
    return Sheet(tuple(point.label for point in points), tuple(columns))


def _series(draft: Draft, sheet: Sheet, placed: tuple[int, Point, str], *, sized: bool) -> str:
    at, point, side = placed
    colour = draft.brief.accent if point.own else SLATES[0]
    fill = WHITE if point.muted else mixed(colour, 0.85 if point.own else 0.45)
    rim = SLATES[1] if point.muted else colour
    look = shapes.area(shapes.solid(fill), shapes.line(rim, 0.9))
    ink = draft.brief.ink(draft.brief.accent) if point.own else INK3 if point.muted else INK2
    values = sheet.figure("xVal", 0, at) + sheet.figure("yVal", 1, at)
    head = f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{sheet.name_of_row(at)}'
    name = _name(draft, ink, side, bold=point.own)
    if sized:
        return (
            f'{head}{look}<c:invertIfNegative val="0"/>{name}{values}'
            f'{sheet.figure("bubbleSize", 2, at)}<c:bubble3D val="0"/></c:ser>'
        )
    mark = f'<c:marker><c:symbol val="circle"/><c:size val="8"/>{look}</c:marker>'
    return f'{head}<c:spPr>{shapes.NO_LINE}</c:spPr>{mark}{name}{values}<c:smooth val="0"/></c:ser>'


def _name(draft: Draft, ink: str, side: str, *, bold: bool) -> str:
    """The label that says a point's name, on a side of it."""
    return (
        f"<c:dLbls>{shapes.INVISIBLE}{draft.words(ink, bold=bold, body=UNWRAPPED)}"
        f'<c:dLblPos val="{side}"/><c:showLegendKey val="0"/><c:showVal val="0"/>'
        '<c:showCatName val="0"/><c:showSerName val="1"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )
