"""Moving bars along the days: a whole bar, or one of its two dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as Day

from planner.blocks import Span2D
from planner.drawing.scale import Scale
from planner.drawing.shapes import Drawing, Plane, Spot, Touch
from wizards.pictures.moves import Placing

FIRST, LAST = Day.min.toordinal(), Day.max.toordinal()


@dataclass(frozen=True, slots=True)
class BarMoves:
    """Bars by the paths of their dates, of which one that ends in `.start` is the first day.

    A bar with one path is a day; `words` says a day. `leaning` are dates that follow from the other
    date of their bar: they are given too, so that they stay where they are shown.
    """

    bars: Mapping[tuple[str, ...], Span2D]
    words: Callable[[Day], str]
    leaning: frozenset[str] = frozenset()

    def place(self, drawing: Drawing, touch: Touch, spot: Spot) -> Placing | None:
        """The whole bar, its middle at the nearest day to a spot."""
        days = self.days_to(drawing, touch.middle, spot)
        return self.shift(drawing, touch, days, days)

    def nudge(
        self, drawing: Drawing, touch: Touch, spot: Spot, across: int, down: int
    ) -> Placing | None:
        """The whole bar a day on or back; there is no way up or down."""
        del down
        days = self.days_to(drawing, touch.middle, spot) + across
        return self.shift(drawing, touch, days, days)

    def days_to(self, drawing: Drawing, start: Spot, end: Spot) -> int:
        """How many whole days lie between two spots."""
        scale = _scale(drawing)
        return 0 if scale is None else round((end[0] - start[0]) / _day_of(scale))

    def shift(self, drawing: Drawing, touch: Touch, start: int, end: int) -> Placing | None:
        """The bar with its first and last day so many days on; it keeps at least one day."""
        bar, scale = self.bars.get(touch.sources), _scale(drawing)
        if bar is None or scale is None:
            return None
        if start == end:
            start = end = min(max(start, FIRST - bar.start), LAST - bar.end)
        first = min(max(bar.start + start, FIRST), LAST if end else bar.end)
        last = max(min(bar.end + end, LAST), first)
        values = {path: first if path.endswith(".start") else last for path in touch.sources}
        before = {path: bar.start if path.endswith(".start") else bar.end for path in values}
        moved = [path for path in values if values[path] != before[path]]
        moved += [path for path in values if moved and path in self.leaning and path not in moved]
        changes = [(path, Day.fromordinal(values[path])) for path in moved]
        unit = _day_of(scale)
        left = touch.middle[0] - touch.half + (first - bar.start) * unit
        half = max((last + 1 - first) * unit, 1.0) / 2
        days = [self.words(Day.fromordinal(day)) for day in dict.fromkeys((first, last))]
        said = f"{touch.label}: {' – '.join(days)}"
        return Placing((left + half, touch.middle[1]), tuple(changes), said, half)


def _scale(drawing: Drawing) -> Scale | None:
    ground = drawing.ground
    return ground.x if isinstance(ground, Plane) else None


def _day_of(scale: Scale) -> float:
    """How wide a day is, in mm."""
    return (scale.end - scale.start) / (scale.high - scale.low)
