"""Where labels go, so that they never lie on each other or on what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in mm."""

_GAP = 0.8
_NEAR = (
    (1, 0),
    (-1, 0),
    (0, -1),
    (0, 1),
    (0.72, -0.72),
    (-0.72, -0.72),
    (0.72, 0.72),
    (-0.72, 0.72),
)
_FAR = (4.0, 7.0, 11.0, 16.0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label of a size that names what lies round a middle, within a radius."""

    middle: tuple[float, float]
    radius: float
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """A label's box; `led` asks for a line from the label to what it names."""

    box: Box
    led: bool


def place(wanted: Sequence[Wanted], bounds: Box, taken: Sequence[Box] = ()) -> list[Place | None]:
    """A place for each label: beside its mark, else further off with a line, else None.

    No place overlaps another, a mark, a line or what is `taken`; no line crosses a label; all lie
    within `bounds`.
    """
    ground: list[Box] = [*taken, *(round_box(w.middle, w.radius) for w in wanted)]
    labels: list[Box] = list(taken)
    places: list[Place | None] = [None] * len(wanted)
    order = sorted(range(len(wanted)), key=lambda at: (-_crowd(at, wanted), at))
    for at in order:
        found = _find(wanted[at], bounds, ground, labels)
        places[at] = found
        if found is not None:
            labels.append(found.box)
            ground += [found.box, *_trail(wanted[at].middle, found)]
    return places


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights as near as can be to those wanted, at least `gap` apart, between `low` and `high`.

    Labels that push each other move together, so that their mean stays where it was wanted.
    Where they can't all fit, the gap shrinks evenly.
    """
    if len(wanted) > 1:
        gap = min(gap, (high - low) / (len(wanted) - 1))
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    groups: list[list[int]] = []
    tops: list[float] = []
    for at in order:
        groups.append([at])
        tops.append(_top([at], wanted, gap, low, high))
        while len(groups) > 1 and tops[-2] + gap * len(groups[-2]) > tops[-1] + 1e-9:
            joined = groups[-2] + groups[-1]
            groups[-2:] = [joined]
            tops[-2:] = [_top(joined, wanted, gap, low, high)]
    found = [0.0] * len(wanted)
    for group, top in zip(groups, tops, strict=True):
        for step, at in enumerate(group):
            found[at] = top + step * gap
    return found


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share some area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _top(group: list[int], wanted: Sequence[float], gap: float, low: float, high: float) -> float:
    mean = sum(wanted[at] - step * gap for step, at in enumerate(group)) / len(group)
    return max(low, min(mean, high - gap * (len(group) - 1)))


def round_box(middle: tuple[float, float], radius: float) -> Box:
    """The box round a circle."""
    x, y = middle
    return (x - radius, y - radius, x + radius, y + radius)


def _crowd(at: int, wanted: Sequence[Wanted]) -> int:
    x, y = wanted[at].middle
    return sum(abs(w.middle[0] - x) < 25 and abs(w.middle[1] - y) < 10 for w in wanted)


def _find(label: Wanted, bounds: Box, ground: list[Box], labels: list[Box]) -> Place | None:
    for extra in (0.0, *_FAR):
        for way in _NEAR:
            box = _beside(label, way, label.radius + _GAP + extra)
            inside = (
                box[0] >= bounds[0]
                and box[1] >= bounds[1]
                and box[2] <= bounds[2]
                and box[3] <= bounds[3]
            )
            if not inside or any(overlap(box, other) for other in ground):
                continue
            spot = Place(box, led=extra > 0)
            trail = _trail(label.middle, spot)
            if not any(overlap(part, other) for part in trail for other in labels):
                return spot
    return None


def _trail(middle: tuple[float, float], spot: Place) -> list[Box]:
    """The line from a mark to its label, as small boxes along it."""
    if not spot.led:
        return []
    x, y = middle
    end_x = min(max(x, spot.box[0]), spot.box[2])
    end_y = min(max(y, spot.box[1]), spot.box[3])
    count = max(int(max(abs(end_x - x), abs(end_y - y))), 1)
    shares = [step / count for step in range(count)]
    return [round_box((x + (end_x - x) * s, y + (end_y - y) * s), 0.2) for s in shares]


def _beside(label: Wanted, way: tuple[float, float], distance: float) -> Box:
    width, height = label.size
    x = label.middle[0] + way[0] * distance
    y = label.middle[1] + way[1] * distance
    left = x if way[0] > 0 else x - width if way[0] < 0 else x - width / 2
    top = y if way[1] > 0 else y - height if way[1] < 0 else y - height / 2
    return (left, top, left + width, top + height)
