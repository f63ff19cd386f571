"""A sheet of paper to draw on, in millimetres from its upper left corner."""

from __future__ import annotations

from collections.abc import Sequence

from planner.drawing.colours import INK
from planner.drawing.measure import SIZE, one_line
from planner.drawing.shapes import (
    Area,
    Box,
    Disc,
    Drawing,
    Ground,
    Mark,
    Shape,
    Side,
    Spot,
    Stroke,
    Touch,
    Words,
)

__all__ = ["Canvas", "Side"]


class Canvas:
    """Notes shapes and words; y grows downwards. Distances in mm, sizes and strokes in points."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._shapes: list[Shape] = []
        self._touches: list[Touch] = []
        self.ground: Ground | None = None

    @property
    def drawing(self) -> Drawing:
        """What was drawn so far."""
        shapes, touches = tuple(self._shapes), tuple(self._touches)
        return Drawing(self.width, self.height, shapes, touches, self.ground)

    def touch(self, touch: Touch) -> None:
        """Note what can be touched; it is not seen."""
        self._touches.append(touch)

    def rect(
        self, box: tuple[float, float, float, float], fill: str, hatch: str = "", rim: str = ""
    ) -> None:
        """A filled rectangle: left, top, width, height; the hatch is drawn in the rim's colour."""
        self._shapes.append(Box(*box, fill, hatch, rim))

    def line(
        self, points: Sequence[Spot], colour: str, stroke: float, *, dashed: bool = False
    ) -> None:
        """A line through the points."""
        self._shapes.append(Stroke(tuple(points), colour, stroke, dashed))

    def bubble(self, at: Spot, radius: float, fill: str, rim: str) -> None:
        """A circle of a radius in mm."""
        self._shapes.append(Disc(at, radius, fill, rim))

    def area(self, corners: Sequence[Spot], fill: str) -> None:
        """A filled polygon."""
        self._shapes.append(Area(tuple(corners), fill))

    def mark(self, at: Spot, shape: str, colour: str, size: float) -> None:
        """A marker of one of matplotlib's shapes, with a white rim."""
        self._shapes.append(Mark(at, shape, colour, size))

    def text(
        self,
        at: Spot,
        words: str,
        *,
        colour: str = INK,
        bold: bool = False,
        size: float = SIZE,
        anchor: Side = "left",
    ) -> None:
        """Words on one line, the middle of their capitals at `at`."""
        self._shapes.append(Words(at, one_line(words), colour, bold, size, anchor))

    def upright(
        self,
        at: Spot,
        words: str,
        *,
        colour: str = INK,
        bold: bool = False,
        anchor: Side = "left",
    ) -> None:
        """Words that run upwards, their middle line at `at`; with "left" they begin there."""
        self._shapes.append(Words(at, one_line(words), colour, bold, SIZE, anchor, upright=True))
