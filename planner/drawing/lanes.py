"""Lanes with cards in them: quadrants, decisions, stages, portraits."""

from __future__ import annotations

from dataclasses import dataclass

from planner.blocks import Point
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.colours import CANVAS, HAIR, INK, INK2, INK3, STRONG, TINT, WHITE, mixed
from planner.drawing.measure import LINE
from planner.drawing.shapes import Lanes, Touch
from planner.drawing.wording import fitted, wrapped
from planner.i18n import N_

_GAP, _EDGE, _INSET = 3.0, 2.2, 1.8
_HEAD = 7.0
_NARROWEST = 46.0
"""Millimetres between and inside lanes and cards, and of a lane at least."""
_TITLE_LINES, _NOTE_LINES = 3, 4


@dataclass(frozen=True, slots=True)
class _Card:
    point: Point
    title: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def height(self) -> float:
        return (len(self.title) + len(self.notes)) * LINE + 2 * _INSET


def lanes(brief: Brief) -> Canvas:
    """A lane a category, as many side by side as there is room; the points are its cards."""
    names = brief.chart.categories
    across = _across(len(names), brief.width)
    wide = (brief.width - _GAP * (across - 1)) / across
    cards = _cards(brief, len(names), wide - 2 * _EDGE)
    rows = [range(at, min(at + across, len(names))) for at in range(0, len(names), across)]
    heights = [max(_height(cards[lane]) for lane in row) for row in rows]
    canvas = Canvas(brief.width, sum(heights) + _GAP * (len(rows) - 1))
    boxes, top = [], 0.0
    for row, height in zip(rows, heights, strict=True):
        for place, lane in enumerate(row):
            box = (place * (wide + _GAP), top, wide, height)
            boxes.append(box)
            _draw_lane(canvas, brief, box, names[lane], cards[lane])
        top += height + _GAP
    canvas.ground = Lanes(tuple(boxes), across)
    return canvas


def _across(count: int, width: float) -> int:
    """Four lanes are quadrants; of others there are as many in a row as fit, evenly filled."""
    most = max(min(count, int((width + _GAP) / (_NARROWEST + _GAP))), 1)
    if count == 4:
        return min(most, 2)
    rows = -(-count // most)
    return -(-count // rows)


def _cards(brief: Brief, count: int, room: float) -> list[list[_Card]]:
    found: list[list[_Card]] = [[] for _ in range(count)]
    inside = room - 2 * _INSET
    for point in brief.points():
        if 0 <= point.x < count:
            title = wrapped(point.label, inside, _TITLE_LINES, bold=True)
            notes = [
                part
                for line in point.note.split("\n")
                if line.strip()
                for part in wrapped(line, inside, 2)
            ]
            found[int(point.x)].append(_Card(point, title, tuple(notes[:_NOTE_LINES])))
    return found


def _height(cards: list[_Card]) -> float:
    filled = sum(card.height + _EDGE for card in cards)
    return _HEAD + (filled or LINE + _EDGE) + 1.0


def _draw_lane(
    canvas: Canvas,
    brief: Brief,
    box: tuple[float, float, float, float],
    name: str,
    cards: list[_Card],
) -> None:
    left, top, wide, _ = box
    canvas.rect(box, TINT, rim=HAIR)
    words = fitted(name, wide - 2 * _EDGE - 8.0, bold=True)
    canvas.text((left + _EDGE, top + _HEAD / 2), words, colour=INK, bold=True)
    count = str(len(cards))
    canvas.text((left + wide - _EDGE, top + _HEAD / 2), count, colour=INK3, anchor="right")
    y = top + _HEAD
    if not cards:
        nothing = brief.say(N_("Nothing yet"))
        canvas.text((left + _EDGE, y + LINE / 2), nothing, colour=INK3)
    for card in cards:
        _draw_card(canvas, brief, (left + _EDGE, y, wide - 2 * _EDGE, card.height), card)
        y += card.height + _EDGE


def _draw_card(
    canvas: Canvas, brief: Brief, box: tuple[float, float, float, float], card: _Card
) -> None:
    left, top, wide, high = box
    point = card.point
    fill = CANVAS if point.muted else mixed(brief.accent, 0.12) if point.own else WHITE
    canvas.rect(box, fill, rim=STRONG if point.muted else brief.accent if point.own else HAIR)
    y = top + _INSET + LINE / 2
    for words in card.title:
        canvas.text((left + _INSET, y), words, colour=INK2 if point.muted else INK, bold=True)
        y += LINE
    for words in card.notes:
        canvas.text((left + _INSET, y), words, colour=INK2)
        y += LINE
    middle = (left + wide / 2, top + high / 2)
    canvas.touch(Touch(point.label, point.sources, middle, 0.5, wide / 2 - 0.5, high / 2 - 0.5))
