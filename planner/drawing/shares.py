"""The parts of a whole: their shares and colours."""

from __future__ import annotations

import math
from dataclasses import dataclass

from planner.drawing.brief import Brief
from planner.drawing.colours import SERIES, SLATES
from planner.i18n import N_

MOST_PARTS = 6
"""A ring of more parts can't be read: the smallest become one, "Other"."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a whole: its name, value and share, and its colour."""

    name: str
    value: float
    share: float
    own: bool
    colour: str


def slices(brief: Brief) -> tuple[Slice, ...]:
    """The parts above 0, as they come; where there are too many, the small ones together last."""
    lines = brief.lines()
    if not lines:
        return ()
    names, own = brief.categories(), frozenset(brief.chart.own)
    known = [
        (name, value, at in own)
        for at, (name, value) in enumerate(zip(names, lines[0].values, strict=True))
        if value is not None and value > 0
    ]
    if len(known) > MOST_PARTS:
        ranked = sorted(range(len(known)), key=lambda at: (-known[at][1], at))
        kept = sorted(ranked[: MOST_PARTS - 1])
        rest = sum(known[at][1] for at in ranked[MOST_PARTS - 1 :])
        known = [*(known[at] for at in kept), (brief.say(N_("Other")), rest, False)]
    whole = math.fsum(value for _, value, _ in known)
    palette = (brief.accent, *SERIES[1:])
    rivals = iter(range(len(known)))
    found = []
    for at, (name, value, ours) in enumerate(known):
        colour = palette[at % len(palette)]
        if own:
            colour = brief.accent if ours else SLATES[next(rivals) % len(SLATES)]
        found.append(Slice(name, value, value / whole, ours, colour))
    return tuple(found)
