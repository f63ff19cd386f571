"""Scales: from values to millimetres, with round steps."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_LEAST = 1e-200
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from `low` to `high` onto millimetres from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The place of a value, kept within the scale."""
        inside = min(max(value, self.low), self.high)
        share = (inside - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def value(self, place: float) -> float:
        """The value at a place, kept within the scale."""
        share = (place - self.start) / (self.end - self.start)
        return self.low + min(max(share, 0.0), 1.0) * (self.high - self.low)


def ticks(low: float, high: float, about: int = 5) -> tuple[float, ...]:
    """Round values that cover low to high in about so many steps; the ends are among them."""
    if not high - low > _LEAST:
        low, high = (low - 1, high + 1) if low < 0 else (low, low + 1)
    rough = (high - low) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in _STEPS if s * power >= rough * 0.999999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(_tidy(n * step) for n in range(first, last + 1))


def bar_ticks(values: Iterable[float]) -> tuple[float, ...]:
    """Round steps that cover the values and the zero that bars stand on."""
    return ticks(*value_range(values, zero=True))


def line_ticks(values: Sequence[float], low: float | None, high: float | None) -> tuple[float, ...]:
    """Round steps from low to high where both are given, else over the values.

    Zero is among them where the values come near it or are all the same.
    """
    if low is not None and high is not None:
        return ticks(*value_range([low, high], zero=False))
    near = min(values) >= 0 and min(values) < 0.5 * max(values)
    return ticks(*value_range(values, zero=near or len(set(values)) == 1))


def number_ticks(
    values: Sequence[float], low: float | None, high: float | None
) -> tuple[float, ...]:
    """Round steps of an axis of points: between its ends where both are given, else with air.

    A point on the edge would have its bubble beside its place.
    """
    steps = line_ticks(values, low, high)
    if low is not None and high is not None:
        return steps
    step = steps[1] - steps[0]
    first = (steps[0] - step,) if min(values) - steps[0] < step / 4 and steps[0] != 0 else ()
    last = (steps[-1] + step,) if steps[-1] - max(values) < step / 4 else ()
    return (*first, *steps, *last)


def value_range(values: Iterable[float], *, zero: bool) -> tuple[float, float]:
    """The lowest and highest value, zero included where asked; (0, 1) of nothing."""
    known = [*values, *([0.0] if zero else [])]
    if not known or (min(known) == max(known) == 0):
        return 0.0, 1.0
    return min(known), max(known)


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
