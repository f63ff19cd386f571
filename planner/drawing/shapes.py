"""What a picture is made of: shapes and words in millimetres, whoever paints them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planner.drawing.scale import Scale

Side = Literal["left", "center", "right"]
Spot: TypeAlias = tuple[float, float]
"""Across and down from the upper left corner, in mm."""
DASHES = (4.0, 3.0)
"""A dash of a dashed line and the gap after it, in widths of the line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; the hatch is drawn in the rim's colour."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    hatch: str = ""
    rim: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, its width in points; `DASHES` says how a dashed one is broken."""

    points: tuple[Spot, ...]
    colour: str
    width: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    middle: Spot
    radius: float
    fill: str
    rim: str


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    corners: tuple[Spot, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A marker with a white rim: o, s, ^, D, v or P; its size in points."""

    at: Spot
    shape: str
    colour: str
    size: float


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one line, the middle of their capitals at `at`; the size in points.

    Upright ones run upwards with their middle line at `at`.
    """

    at: Spot
    text: str
    colour: str
    bold: bool
    size: float
    anchor: Side
    upright: bool = False


Shape: TypeAlias = Box | Stroke | Disc | Area | Mark | Words


@dataclass(frozen=True, slots=True)
class Touch:
    """What can be touched in a picture: a point, or a box with round corners.

    The box goes `half` mm to both sides of its middle and `tall` mm up and down, and `radius` more.

    `sources` are the paths that its place rests on, `label` what it is called, `home` where its
    values lie, if it was drawn beside that for want of room.
    """

    label: str
    sources: tuple[str, ...]
    middle: Spot
    radius: float
    half: float = 0.0
    tall: float = 0.0
    home: Spot | None = None

    @property
    def place(self) -> Spot:
        """Where its values lie."""
        return self.middle if self.home is None else self.home

    def holds(self, spot: Spot, slack: float = 0.0) -> bool:
        """Whether a spot lies on it, or at most `slack` mm beside it."""
        beside = max(abs(spot[0] - self.middle[0]) - self.half, 0.0)
        above = max(abs(spot[1] - self.middle[1]) - self.tall, 0.0)
        return math.hypot(beside, above) <= self.radius + slack


@dataclass(frozen=True, slots=True)
class Plane:
    """A field with a scale across, upwards, or both: from a spot back to values."""

    x: Scale | None
    y: Scale | None

    def values(self, spot: Spot) -> tuple[float | None, float | None]:
        """The values at a spot, kept within the scales; None where there is no scale."""
        return (
            None if self.x is None else self.x.value(spot[0]),
            None if self.y is None else self.y.value(spot[1]),
        )

    def spot(self, x: float | None, y: float | None, near: Spot) -> Spot:
        """The spot of values; without a scale or value as it is `near`."""
        across = near[0] if self.x is None or x is None else self.x(x)
        return across, near[1] if self.y is None or y is None else self.y(y)


@dataclass(frozen=True, slots=True)
class Wheel:
    """Rings round a middle, cut into sectors from the top on, clockwise."""

    middle: Spot
    radius: float
    sectors: int
    rings: int

    def outer(self, ring: int) -> float:
        """The outer radius of a ring in mm; the rings have about the same room."""
        return self.radius * math.sqrt((ring + 1) / self.rings)

    def cell(self, spot: Spot) -> tuple[int, int]:
        """The sector and ring at a spot; beyond the rim it is the outermost ring."""
        across, down = spot[0] - self.middle[0], spot[1] - self.middle[1]
        turn = math.atan2(across, -down) % math.tau
        sector = min(int(turn / math.tau * self.sectors), self.sectors - 1)
        away = math.hypot(across, down)
        ring = next((r for r in range(self.rings) if away <= self.outer(r)), self.rings - 1)
        return sector, ring

    def spot(self, sector: int, ring: int) -> Spot:
        """The middle of a cell."""
        inner = self.outer(ring - 1) if ring else 0.0
        away = (inner + self.outer(ring)) / 2
        turn = (sector + 0.5) * math.tau / self.sectors
        return (
            self.middle[0] + away * math.sin(turn),
            self.middle[1] - away * math.cos(turn),
        )


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes side by side, `across` in a row: the boxes as left, top, width and height."""

    boxes: tuple[tuple[float, float, float, float], ...]
    across: int

    def lane(self, spot: Spot) -> int:
        """The lane at a spot, or the nearest one."""

        def away(lane: int) -> float:
            left, top, width, height = self.boxes[lane]
            beside = max(left - spot[0], spot[0] - left - width, 0.0)
            above = max(top - spot[1], spot[1] - top - height, 0.0)
            return math.hypot(beside, above)

        return min(range(len(self.boxes)), key=away)

    def middle(self, lane: int) -> Spot:
        """The middle of a lane."""
        left, top, width, height = self.boxes[lane]
        return left + width / 2, top + height / 2


Ground: TypeAlias = Plane | Wheel | Lanes
"""The field that things lie in, which tells what a spot means."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of a width and height in mm, its shapes from the lowest to the topmost.

    `touches` are what can be touched in it, the topmost last, `ground` the field they lie in.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    touches: tuple[Touch, ...] = ()
    ground: Ground | None = None
