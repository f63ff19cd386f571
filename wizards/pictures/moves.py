"""What it means to move a thing in a picture: which answers change, and where it comes to lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from planner import paths
from planner.drawing.shapes import Drawing, Lanes, Plane, Spot, Touch, Wheel


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a thing comes to lie, the answers that put it there, and what is said of it.

    `half` is the half of its width in mm, where that is another one than before.
    """

    spot: Spot
    changes: tuple[tuple[str, Any], ...]
    words: str
    half: float | None = None


class Moves(Protocol):
    """Knows where the things of a drawing may go."""

    def place(self, drawing: Drawing, touch: Touch, spot: Spot) -> Placing | None:
        """What putting a thing at a spot means; None where it cannot be moved."""

    def nudge(
        self, drawing: Drawing, touch: Touch, spot: Spot, across: int, down: int
    ) -> Placing | None:
        """What moving a thing by one step from a spot means."""


@dataclass(frozen=True, slots=True)
class PlaneMoves:
    """Points on two scales of whole steps; a point's sources are the paths of its two answers.

    `across` and `up` name the scales, which go from `low` to `high`.
    """

    across: str
    up: str
    low: int
    high: int

    def place(self, drawing: Drawing, touch: Touch, spot: Spot) -> Placing | None:
        """The nearest steps of both scales."""
        ground = drawing.ground
        if not isinstance(ground, Plane) or len(touch.sources) < 2:
            return None
        x, y = (self._whole(value) for value in ground.values(spot))
        if x is None or y is None:
            return None
        words = f"{touch.label}: {self.across} {x}, {self.up} {y}"
        changes = ((touch.sources[0], x), (touch.sources[1], y))
        return Placing(ground.spot(x, y, spot), changes, words)

    def nudge(
        self, drawing: Drawing, touch: Touch, spot: Spot, across: int, down: int
    ) -> Placing | None:
        """A step right, left, up or down."""
        ground = drawing.ground
        if not isinstance(ground, Plane):
            return None
        x, y = ground.values(spot)
        if x is None or y is None:
            return None
        there = ground.spot(x + across, y - down, spot)
        return self.place(drawing, touch, there)

    def _whole(self, value: float | None) -> int | None:
        return None if value is None else min(max(round(value), self.low), self.high)


@dataclass(frozen=True, slots=True)
class CurveMoves:
    """Points of curves that go up and down in whole steps; the source is the path of the level."""

    low: int
    high: int

    def place(self, drawing: Drawing, touch: Touch, spot: Spot) -> Placing | None:
        """The nearest level."""
        ground = drawing.ground
        if not isinstance(ground, Plane) or ground.y is None or not touch.sources:
            return None
        level = min(max(round(ground.y.value(spot[1])), self.low), self.high)
        changes = ((touch.sources[0], level),)
        return Placing((touch.middle[0], ground.y(level)), changes, f"{touch.label}: {level}")

    def nudge(
        self, drawing: Drawing, touch: Touch, spot: Spot, across: int, down: int
    ) -> Placing | None:
        """A level up or down; there is no way to the side."""
        del across
        ground = drawing.ground
        if not isinstance(ground, Plane) or ground.y is None:
            return None
        there = ground.y(ground.y.value(spot[1]) - down)
        return self.place(drawing, touch, (spot[0], there))


@dataclass(frozen=True, slots=True)
class LaneMoves:
    """Cards that go from lane to lane; a card's first source is the path of what the lanes mean.

    `values` are the answers that the lanes stand for, `names` what they are called; a lane without
    an answer takes no cards, and cards of other collections than `field` names stay where they are.
    """

    field: str
    values: Sequence[str | None]
    names: Sequence[str]

    def place(self, drawing: Drawing, touch: Touch, spot: Spot) -> Placing | None:
        """The lane at a spot."""
        ground = drawing.ground
        if not isinstance(ground, Lanes) or not touch.sources:
            return None
        if paths.pattern(touch.sources[0]) != self.field:
            return None
        lane = ground.lane(spot)
        value = self.values[lane]
        if value is None:
            return None
        words = f"{touch.label}: {self.names[lane]}"
        return Placing(spot, ((touch.sources[0], value),), words)

    def nudge(
        self, drawing: Drawing, touch: Touch, spot: Spot, across: int, down: int
    ) -> Placing | None:
        """The next lane with an answer in a direction."""
        ground = drawing.ground
        if not isinstance(ground, Lanes):
            return None
        step = across + down * ground.across
        lane = ground.lane(spot) + step
        while 0 <= lane < len(self.values) and self.values[lane] is None:
            lane += step
        if not 0 <= lane < len(self.values):
            return None
        return self.place(drawing, touch, ground.middle(lane))


@dataclass(frozen=True, slots=True)
class WheelMoves:
    """Things in the cells of a wheel; their sources are the paths of sector and ring.

    `sectors` and `rings` are the values by the wheel's numbers, `names` what they are called.
    """

    sectors: Sequence[str]
    rings: Sequence[str]
    names: tuple[Sequence[str], Sequence[str]]

    def place(self, drawing: Drawing, touch: Touch, spot: Spot) -> Placing | None:
        """The cell at a spot."""
        ground = drawing.ground
        if not isinstance(ground, Wheel) or len(touch.sources) < 2:
            return None
        sector, ring = ground.cell(spot)
        values = (self.sectors[sector], self.rings[ring])
        words = f"{touch.label}: {self.names[0][sector]}, {self.names[1][ring]}"
        return Placing(spot, tuple(zip(touch.sources, values, strict=False)), words)

    def nudge(
        self, drawing: Drawing, touch: Touch, spot: Spot, across: int, down: int
    ) -> Placing | None:
        """A sector on with right and left, a ring out and in with up and down."""
        ground = drawing.ground
        if not isinstance(ground, Wheel):
            return None
        sector, ring = ground.cell(spot)
        sector = (sector + across) % ground.sectors
        ring = min(max(ring - down, 0), ground.rings - 1)
        return self.place(drawing, touch, ground.spot(sector, ring))
