"""What the columns of a waterfall reach from and to."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planner.blocks import Chart
from planner.drawing.colours import SERIES

UP, DOWN = SERIES[2], SERIES[1]
"""The colours of rises and falls."""


def spans_of(chart: Chart, values: Sequence[float]) -> list[tuple[float, float, bool]]:
    """Where each column begins and ends, and whether it is a level and not a change."""
    levels = _levels(chart, values)
    spans: list[tuple[float, float, bool]] = []
    reached = 0.0
    for at, value in enumerate(values):
        start = 0.0 if at in levels else reached
        reached = value if at in levels else reached + value
        spans.append((start, reached, at in levels))
    return spans


def _levels(chart: Chart, values: Sequence[float]) -> set[int]:
    if chart.totals:
        return set(chart.totals)
    last = len(values) - 1
    before = sum(values[:-1])
    closes = last > 0 and math.isclose(before, values[-1], rel_tol=1e-6, abs_tol=1e-9)
    return {0, last} if closes else {0}
