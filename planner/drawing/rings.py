"""A technology radar: rings from the middle out, a sector a field, a numbered dot a technology."""

from __future__ import annotations

import math
from collections import defaultdict

from planner.blocks import Point
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import CANVAS, HAIR, INK2, INK3, SLATES, STRONG, TINT, WHITE, mixed
from planner.drawing.measure import LINE
from planner.drawing.shapes import Touch, Wheel
from planner.drawing.wording import fitted, widest, wrapped

_RADIUS = 46.0
_DOT = 2.3
_EDGE = 5.0
_STEP = math.radians(3)
_ROW = LINE + 0.5
_GAP = 4.0
_LEAST_KEY = 45.0
"""Millimetres that a key needs beside the circle; with less it stands below."""


def radar_of_rings(brief: Brief) -> Canvas:
    """Dots in their ring and sector, and a key to their numbers beside the circle or below it."""
    points = placed(brief)
    sectors, rings = brief.chart.categories, brief.chart.zones
    numbered = list(enumerate(points, 1))
    rows, across = _key(sectors, numbered), 2 * (_RADIUS + _EDGE)
    is_beside = brief.width - across - _GAP >= _LEAST_KEY
    columns = [rows] if is_beside else _halved(rows)
    deep = max(len(column) for column in columns) * _ROW
    height = max(across, deep + 2 * _EDGE) if is_beside else across + deep + _EDGE
    canvas = Canvas(brief.width, height)
    wheel = Wheel((_RADIUS + _EDGE, _RADIUS + _EDGE), _RADIUS, len(sectors), len(rings))
    canvas.ground = wheel
    _draw_rings(canvas, wheel, rings)
    by_cell: dict[tuple[int, int], list[tuple[int, Point]]] = defaultdict(list)
    for number, point in numbered:
        by_cell[int(point.x), int(point.y)].append((number, point))
    for cell, several in by_cell.items():
        _draw_cell(canvas, brief, wheel, cell, several)
    left, top = (across + _GAP, _EDGE) if is_beside else (0.0, across)
    wide = (brief.width - left) / len(columns)
    for at, column in enumerate(columns):
        _draw_key(canvas, column, (left + at * wide, top), wide - (0.0 if is_beside else _GAP))
    return canvas


def _draw_key(
    canvas: Canvas, rows: list[tuple[int, str]], corner: tuple[float, float], wide: float
) -> None:
    left, top = corner
    for at, (number, words) in enumerate(rows):
        y = top + at * _ROW + LINE / 2
        if number:
            canvas.text((left + 5.0, y), str(number), colour=INK2, bold=True, anchor="right")
            canvas.text((left + 7.0, y), fitted(words, wide - 7.5), colour=INK2)
        else:
            canvas.text((left, y), fitted(words, wide, bold=True), colour=INK3, bold=True)


def _halved(rows: list[tuple[int, str]]) -> list[list[tuple[int, str]]]:
    """The key in two columns, no sector parted from its technologies."""
    heads = [at for at, (number, _) in enumerate(rows) if not number]
    middle = min(heads, key=lambda at: abs(2 * at - len(rows)), default=0)
    return [rows[:middle], rows[middle:]] if middle else [rows]


def placed(brief: Brief) -> tuple[Point, ...]:
    """The points that have a sector and a ring, sector by sector and from the middle out."""
    sectors, rings = len(brief.chart.categories), len(brief.chart.zones)
    known = (p for p in brief.points() if 0 <= p.x < sectors and 0 <= p.y < rings)
    return tuple(sorted(known, key=lambda p: (int(p.x), int(p.y), p.label)))


def _key(sectors: tuple[str, ...], numbered: list[tuple[int, Point]]) -> list[tuple[int, str]]:
    """Lines of the key: a sector's name with number 0, then its technologies."""
    rows: list[tuple[int, str]] = []
    for at, sector in enumerate(sectors):
        inside = [(number, point.label) for number, point in numbered if int(point.x) == at]
        rows += [(0, f"{letter_of(at)} · {sector}"), *inside]
    return rows


def letter_of(sector: int) -> str:
    """The letter of a sector at the rim and in the key: A to Z, then AA, AB and so on."""
    first, last = divmod(sector, 26)
    return (letter_of(first - 1) if first else "") + chr(ord("A") + last)


def _at(middle: tuple[float, float], radius: float, turn: float) -> tuple[float, float]:
    return (middle[0] + radius * math.sin(turn), middle[1] - radius * math.cos(turn))


def _draw_rings(canvas: Canvas, wheel: Wheel, rings: tuple[str, ...]) -> None:
    fills, middle, sectors = (TINT, CANVAS), wheel.middle, wheel.sectors
    for at in range(len(rings) - 1, -1, -1):
        canvas.bubble(middle, wheel.outer(at), fills[at % 2], HAIR)
    for at in range(sectors if sectors > 1 else 0):
        canvas.line([middle, _at(middle, _RADIUS, at * math.tau / sectors)], STRONG, 0.6)
        spot = _at(middle, _RADIUS + _EDGE / 2, (at + 0.5) * math.tau / sectors)
        canvas.text(spot, letter_of(at), colour=INK3, bold=True, anchor="center")
    for at, name in enumerate(rings):
        # In narrow sectors the dots of the innermost ring lie near its middle.
        inner = wheel.outer(at - 1) if at else wheel.outer(at) * 0.6
        y = middle[1] - (wheel.outer(at) + inner) / 2
        words = wrapped(name, 22.0, 1)[0]
        wide = widest([words]) + 1.6
        ground = (middle[0] - wide / 2, y - LINE / 2, wide, LINE)
        canvas.rect(ground, fills[at % 2])
        canvas.text((middle[0], y), words, colour=INK3, size=7.0, anchor="center")


def _draw_cell(
    canvas: Canvas,
    brief: Brief,
    wheel: Wheel,
    cell: tuple[int, int],
    several: list[tuple[int, Point]],
) -> None:
    sector, ring = cell
    inner = wheel.outer(ring - 1) if ring else 0.0
    radius = max((inner + wheel.outer(ring)) / 2, _DOT * 2)
    wide = math.tau / wheel.sectors
    # The ring's name stands at the top, so dots keep off both ends of their sector.
    share = wide / (len(several) + 1)
    for place, (number, point) in enumerate(several, 1):
        off = (_DOT * 1.1 if place % 2 else -_DOT * 1.1) if share * radius < 2.4 * _DOT else 0.0
        spot = _at(wheel.middle, radius + off, sector * wide + place * share)
        canvas.touch(Touch(point.label, point.sources, spot, _DOT))
        colour = brief.accent if point.own else SLATES[0]
        fill = WHITE if point.muted else mixed(colour, 0.9)
        canvas.bubble(spot, _DOT, fill, colour)
        ink = INK2 if point.muted else WHITE
        canvas.text(spot, str(number), colour=ink, bold=True, size=6.5, anchor="center")
