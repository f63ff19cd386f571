"""Finding the lowest point of a smooth function of a few numbers, without its slope."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


def lowest(
    function: Callable[[Array], float], start: Sequence[float], step: float, evaluations: int
) -> tuple[Array, float]:
    """A minimum near a start, by the simplex of Nelder & Mead (1965), begun anew until it stays.

    The function may answer inf where it is not defined. `evaluations` bounds one simplex's work.
    """
    import numpy as np

    best = np.array(start, dtype=float)
    value = function(best)
    for attempt in range(8):
        found, lower = _simplex(function, best, step / 4**attempt, evaluations)
        gained = value - lower
        best, value = (found, lower) if lower <= value else (best, value)
        if attempt >= 1 and gained <= 1e-11 * (abs(value) + 1e-12):
            break
    return best, value


def _simplex(
    function: Callable[[Array], float], start: Array, step: float, evaluations: int
) -> tuple[Array, float]:
    import numpy as np

    size = len(start)
    points = np.vstack([start, start + step * np.eye(size)])
    values = np.array([function(point) for point in points])
    left = evaluations
    while left > 0:
        order = np.argsort(values, kind="stable")
        points, values = points[order], values[order]
        if _is_small(points, values):
            break
        centre = points[:-1].mean(axis=0)
        left -= _replace_worst(function, points, values, centre)
    best = int(np.argmin(values))
    return points[best], float(values[best])


def _is_small(points: Array, values: Array) -> bool:
    import numpy as np

    width = float(np.abs(points[1:] - points[0]).max())
    flat = bool(values[-1] - values[0] <= 1e-14 * (abs(values[0]) + 1e-300))
    return width < 1e-9 or (flat and width < 1e-6)


def _replace_worst(
    function: Callable[[Array], float], points: Array, values: Array, centre: Array
) -> int:
    """One step of the simplex, in place; returns how often the function was asked."""
    mirrored = 2 * centre - points[-1]
    value = function(mirrored)
    if value < values[0]:
        further = 3 * centre - 2 * points[-1]
        beyond = function(further)
        points[-1], values[-1] = (further, beyond) if beyond < value else (mirrored, value)
        return 2
    if value < values[-2]:
        points[-1], values[-1] = mirrored, value
        return 1
    side = mirrored if value < values[-1] else points[-1]
    inner = centre + (side - centre) / 2
    within = function(inner)
    if within < min(value, values[-1]):
        points[-1], values[-1] = inner, within
        return 2
    points[1:] = points[0] + (points[1:] - points[0]) / 2
    values[1:] = [function(point) for point in points[1:]]
    return 2 + len(values) - 1
