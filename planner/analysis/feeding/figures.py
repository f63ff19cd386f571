"""Figures that know the answers they were made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar

from planner import paths
from planner.model.plan import Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number computed from a plan, with the paths of the answers it rests on."""

    value: float
    sources: tuple[str, ...] = ()

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.value + other.value, united(self, other))

    def __sub__(self, other: Figure) -> Figure:
        return Figure(self.value - other.value, united(self, other))

    def __mul__(self, other: Figure) -> Figure:
        return Figure(self.value * other.value, united(self, other))

    def __truediv__(self, other: Figure) -> Figure:
        return Figure(self.value / other.value, united(self, other))


def united(*figures: Figure | None) -> tuple[str, ...]:
    """The sources of several figures, each once, in order."""
    together: dict[str, None] = {}
    for figure in figures:
        if figure:
            together |= dict.fromkeys(figure.sources)
    return tuple(together)


def total(figures: Iterable[Figure]) -> Figure:
    """The sum of figures with all their sources."""
    parts = tuple(figures)
    return Figure(sum(part.value for part in parts), united(*parts))


def figure_at(plan: Plan, path: str) -> Figure | None:
    """The number at a path, an estimate's base; None where it is empty."""
    value: Any = paths.get(plan, path)
    if value is not None and hasattr(value, "base"):
        value, path = value.base, f"{path}.base"
    if value is None or not isinstance(value, (int, float, Decimal)):
        return None
    return Figure(float(value), (path,))


def once_for(
    part: Callable[[Plan], object],
) -> Callable[[Callable[[Plan], T]], Callable[[Plan], T]]:
    """Keep a reckoning's results for the last few of that part of a plan which it reads.

    Parts are found again by identity: a changed plan shares all that did not change.
    """

    def keeping(reckon: Callable[[Plan], T]) -> Callable[[Plan], T]:
        kept: list[tuple[object, T]] = []

        @wraps(reckon)
        def reckoned(plan: Plan) -> T:
            read = part(plan)
            for known_part, result in kept:
                if known_part is read:
                    return result
            result = reckon(plan)
            kept.append((read, result))
            del kept[:-4]
            return result

        return reckoned

    return keeping


def once_a_plan(reckon: Callable[[Plan], T]) -> Callable[[Plan], T]:
    """A reckoning that keeps its results for the last few plans."""
    return once_for(lambda plan: plan)(reckon)


def known(*figures: Figure | None) -> bool:
    """Whether every one of the figures is there."""
    return all(figure is not None for figure in figures)
