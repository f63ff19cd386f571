"""The frame of charts with categories along the foot: grid, axis numbers, names, keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.drawing.brief import Brief, Line
from planner.drawing.canvas import Canvas
from planner.drawing.colours import HAIR, INK2, INK3, STRONG
from planner.drawing.measure import LINE, extent
from planner.drawing.scale import Scale
from planner.drawing.wording import clipped, fitted, widest, wrapped

_SMALL = 7.5
_THIN_SLOT, _WIDE_SLOT = 9.0, 30.0
_MANY = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """A field between left, right, top and bottom with a scale upwards and slots along it."""

    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    count: int

    @property
    def slot(self) -> float:
        """The width of a category's slot in mm."""
        return (self.right - self.left) / max(self.count, 1)

    def middle(self, at: int) -> float:
        """The middle of a category's slot."""
        return self.left + self.slot * (at + 0.5)


def key_rows(lines: Sequence[Line], room: float) -> list[list[tuple[Line, float]]]:
    """A key's entries in rows of `room` mm, each with its place from the left."""
    rows: list[list[tuple[Line, float]]] = [[]]
    x = 0.0
    for line in lines:
        width = 4.5 + extent(fitted(line.name, room - 6)) + 6
        if x and x + width > room:
            rows.append([])
            x = 0.0
        rows[-1].append((line, x))
        x += width
    return rows


def key_height(rows: list[list[tuple[Line, float]]]) -> float:
    """The height of a key in mm, 0 without one."""
    return len(rows) * (LINE + 0.9) + 2.0 if rows else 0.0


def draw_key(canvas: Canvas, rows: list[list[tuple[Line, float]]], left: float) -> None:
    """Draw a key from the top of the canvas."""
    for row_number, row in enumerate(rows):
        y = 2.2 + row_number * (LINE + 0.9)
        for line, x in row:
            canvas.rect((left + x, y - 1.4, 2.8, 2.8), line.colour)
            name = fitted(line.name, canvas.width - 6)
            canvas.text((left + x + 4.2, y), name, colour=line.ink, bold=line.own)


def tick_width(brief: Brief, steps: Sequence[float]) -> float:
    """The room that the axis numbers need, in mm."""
    return widest([brief.number(step) for step in steps]) + 2.0


def draw_grid(canvas: Canvas, brief: Brief, frame: Frame, steps: Sequence[float]) -> None:
    """Light lines across the field with their numbers; the zero line is strong."""
    for step in steps:
        y = frame.scale(step)
        strong = step == 0
        canvas.line(
            [(frame.left, y), (frame.right, y)], STRONG if strong else HAIR, 0.8 if strong else 0.5
        )
        words = brief.number(step)
        canvas.text((frame.left - 2.0, y), words, colour=INK3, size=_SMALL, anchor="right")


def zero_line(canvas: Canvas, frame: Frame) -> None:
    """The zero line once more, above the bars that stand on it."""
    if frame.scale.low <= 0 <= frame.scale.high:
        y = frame.scale(0)
        canvas.line([(frame.left, y), (frame.right, y)], STRONG, 0.8)


def name_lines(names: Sequence[str], slot: float) -> list[tuple[str, ...]]:
    """The categories' names in up to three lines each; of many, only every so many is named."""
    words = [word for name in names for word in clipped(name).split()]
    needed = widest(words) + 1.5 if len(names) > _MANY else _THIN_SLOT
    step = 1
    while step * slot < min(max(needed, _THIN_SLOT), _WIDE_SLOT) and step < len(names):
        step += 1
    room = slot * step - 1.5
    return [wrapped(name, room, 3) if at % step == 0 else () for at, name in enumerate(names)]


def names_height(lines: Sequence[tuple[str, ...]]) -> float:
    """The height that names need below the field, in mm."""
    return max((len(part) for part in lines), default=0) * LINE + 3.0


def draw_names(
    canvas: Canvas, frame: Frame, names: Sequence[tuple[str, ...]], gap: float = 0.0
) -> None:
    """The categories' names below the field, `gap` mm further down, each under its slot."""
    for at, parts in enumerate(names):
        for number, part in enumerate(parts):
            y = frame.bottom + gap + 3.4 + number * LINE
            canvas.text((frame.middle(at), y), part, colour=INK2, anchor="center")
