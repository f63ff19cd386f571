"""Exponential smoothing: level, trend and season (Hyndman & Athanasopoulos, FPP2, ch. 7).

Start values are the state before the first observation. Errors are linear in them, so for any
smoothing parameters the best start values follow by least squares, and only the parameters have
to be searched for.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from planner.analysis.declaring import (
    Bound,
    Filled,
    Problem,
    Share,
    method,
)
from planner.analysis.forecast import naive, seasonal
from planner.analysis.minimising import lowest
from planner.analysis.verifying import same_length
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

Series: TypeAlias = Annotated[tuple[float, ...], Filled()]
Horizon: TypeAlias = Annotated[int, Bound(1, 10_000)]


@dataclass(frozen=True, slots=True)
class SesInput:
    """A series; the smoothing and the level to begin with are fitted where not given."""

    y: Series
    alpha: Share | None = None
    level0: float | None = None
    horizon: Horizon = 1


@dataclass(frozen=True, slots=True)
class Ses:
    """Parameters, sum of squared one-step errors, what was fitted and what is forecast."""

    alpha: float | None
    level0: float | None
    sse: float | None
    fitted: tuple[float, ...] | None
    forecast: tuple[float, ...]
    warnings: tuple[Problem, ...] = ()


@method("ses")
def ses(given: SesInput) -> Ses:
    """Simple exponential smoothing: F_{t+1} = α·y_t + (1 − α)·F_t."""
    if len(given.y) < 2:
        forecast = naive(given.y, given.horizon)
        return Ses(None, None, None, None, forecast, _too_short(given.y, 2))
    found = _Smoothing(given.y, (given.alpha, 0.0, 0.0), (given.level0, 0.0, (0.0,))).fitted()
    return Ses(found.weights[0], found.level0, found.sse, found.line, found.forecast(given.horizon))


@dataclass(frozen=True, slots=True)
class HoltInput:
    """A series; what is not given of smoothing and start is fitted."""

    y: Series
    alpha: Share | None = None
    beta: Share | None = None
    level0: float | None = None
    trend0: float | None = None
    horizon: Horizon = 1


@dataclass(frozen=True, slots=True)
class Holt:
    """Parameters, errors, the last level and trend, what was fitted and what is forecast."""

    alpha: float | None
    beta: float | None
    level0: float | None
    trend0: float | None
    sse: float | None
    level: float | None
    trend: float | None
    fitted: tuple[float, ...] | None
    forecast: tuple[float, ...]
    warnings: tuple[Problem, ...] = ()


@method("holt")
def holt(given: HoltInput) -> Holt:
    """Holt's linear trend: l = α·y + (1 − α)(l + b), b = β(l − l₋₁) + (1 − β)·b."""
    if len(given.y) < 3:
        nothing = (None,) * 8
        return Holt(*nothing, naive(given.y, given.horizon), _too_short(given.y, 3))
    start = (given.level0, given.trend0, (0.0,))
    found = _Smoothing(given.y, (given.alpha, given.beta, 0.0), start).fitted()
    return Holt(
        found.weights[0],
        found.weights[1],
        found.level0,
        found.trend0,
        found.sse,
        found.level,
        found.trend,
        found.line,
        found.forecast(given.horizon),
    )


@dataclass(frozen=True, slots=True)
class HoltWintersInput:
    """A series and its period; what is not given of smoothing and start is fitted."""

    y: Series
    period: Annotated[int, Bound(2, 1000)]
    alpha: Share | None = None
    beta: Share | None = None
    gamma: Share | None = None
    level0: float | None = None
    trend0: float | None = None
    season0: tuple[float, ...] | None = None
    horizon: Horizon | None = None


@dataclass(frozen=True, slots=True)
class HoltWinters:
    """As Holt, with the seasons: first those of the first observations, then of the last ones."""

    alpha: float | None
    beta: float | None
    gamma: float | None
    level0: float | None
    trend0: float | None
    season0: tuple[float, ...] | None
    sse: float | None
    level: float | None
    trend: float | None
    season: tuple[float, ...] | None
    fitted: tuple[float, ...] | None
    forecast: tuple[float, ...]
    warnings: tuple[Problem, ...] = ()


@method("holt-winters")
def holt_winters(given: HoltWintersInput) -> HoltWinters:
    """Additive Holt-Winters: season s = γ(y − l − b) + (1 − γ)·s₋ₘ; horizon one period.

    Where level and seasons are both fitted, the first seasons average 0.

    Raises:
        Invalid: where `season0` is not one period long.
    """
    if given.season0 is not None:
        same_length("season0", given.season0, given.period, "period")
    horizon = given.horizon or given.period
    if len(given.y) < 2 * given.period:
        nothing = (None,) * 11
        problems = _too_short(given.y, 2 * given.period)
        return HoltWinters(*nothing, seasonal(given.y, given.period, horizon), problems)
    start = (given.level0, given.trend0, given.season0 or (None,) * given.period)
    weights = (given.alpha, given.beta, given.gamma)
    found = _Smoothing(given.y, weights, start).fitted()
    return HoltWinters(
        *found.weights,
        found.level0,
        found.trend0,
        found.season0,
        found.sse,
        found.level,
        found.trend,
        found.season,
        found.line,
        found.forecast(horizon),
    )


def _too_short(y: Sequence[float], needed: int) -> tuple[Problem, ...]:
    message = N_("{found} observations are too few: {needed} are needed; the last ones repeat.")
    return (Problem("too-short", message, {"found": len(y), "needed": needed}),)


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A series smoothed: parameters, first and last state, one-step forecasts."""

    weights: tuple[float, float, float]
    level0: float
    trend0: float
    season0: tuple[float, ...]
    sse: float
    line: tuple[float, ...]
    level: float
    trend: float
    season: tuple[float, ...]

    def forecast(self, horizon: int) -> tuple[float, ...]:
        """The last state carried on."""
        season = itertools.islice(itertools.cycle(self.season), horizon)
        return tuple(
            self.level + step * self.trend + part for step, part in enumerate(season, start=1)
        )


Weights: TypeAlias = tuple[float | None, float | None, float | None]
Start: TypeAlias = tuple[float | None, float | None, Sequence[float | None]]
GRIDS = {0: 1, 1: 41, 2: 13, 3: 7}
"""How many values of each free parameter the search begins with, by how many are free."""


class _Smoothing:
    """A series with what is known of parameters and start; None is to be fitted."""

    def __init__(self, y: Sequence[float], weights: Weights, start: Start) -> None:
        import numpy as np

        self._y = y
        self._scale = max(max(y) - min(y), max(map(abs, y)) * 1e-6, 1e-300)
        self._weights = weights
        self._free = [index for index, weight in enumerate(weights) if weight is None]
        known = (start[0], start[1], *start[2])
        unknown = [index for index, value in enumerate(known) if value is None]
        self._shift = start[0] is None and None in start[2]
        # a state is a row: what is known of it, then its share in each unknown start value
        self._state = np.zeros((len(known), 1 + len(unknown)))
        for index, value in enumerate(known):
            self._state[index, 0] = value or 0.0
        for column, index in enumerate(unknown, start=1):
            self._state[index, column] = 1.0
        self._unknown = unknown

    def fitted(self) -> _Fitted:
        """Everything fitted by least squares of the one-step errors."""
        weights = self._best_weights()
        errors = self._errors([weights])[0]
        known = self._state[:, 0].copy()
        known[self._unknown] = self._solved(errors)
        if self._shift:
            middle = float(known[2:].mean())
            known[0] += middle
            known[2:] -= middle
        return self._run(weights, known)

    def _best_weights(self) -> tuple[float, float, float]:
        import numpy as np

        count = len(self._free)
        ticks = np.linspace(0, 1, GRIDS[count])
        grid = [self._filled(point) for point in itertools.product(ticks, repeat=count)]
        if count == 0:
            return grid[0]
        sums = np.array([self._sum(errors) for errors in self._errors(grid)])
        best = grid[int(np.argmin(sums))]
        lowest_sum = float(sums.min())
        for place in np.argsort(sums, kind="stable")[:2]:
            start = [grid[place][index] for index in self._free]
            point, found = lowest(self._function, start, 0.4 / GRIDS[count], 80 * count)
            if found < lowest_sum:
                best, lowest_sum = self._filled(point), found
        return best

    def _function(self, point: Any) -> float:
        return self._sum(self._errors([self._filled(point)])[0])

    def _filled(self, point: Any) -> tuple[float, float, float]:
        weights = list(self._weights)
        for index, value in zip(self._free, point, strict=True):
            weights[index] = min(max(float(value), 0.0), 1.0)
        return weights[0] or 0.0, weights[1] or 0.0, weights[2] or 0.0

    def _errors(self, weights: Sequence[tuple[float, float, float]]) -> Array:
        """One-step errors for several sets of parameters: each known part and its unknowns."""
        import numpy as np

        alpha, beta, gamma = (np.array(part)[:, None] for part in zip(*weights, strict=True))
        state = np.repeat(self._state[:, None, :], len(weights), axis=1)
        level, trend, season = state[0], state[1], state[2:]
        errors = np.empty((len(self._y), *level.shape))
        for index, value in enumerate(self._y):
            place = index % len(season)
            level = level + trend
            error = -(level + season[place])
            error[:, 0] += value
            errors[index] = error
            level = level + alpha * error
            trend = trend + alpha * beta * error
            season[place] += gamma * error
        return errors.transpose(1, 0, 2)

    def _solved(self, errors: Array) -> Array:
        import numpy as np

        if not self._unknown:
            return np.zeros(0)
        solved = np.linalg.lstsq(errors[:, 1:], -errors[:, 0], rcond=1e-12)[0]
        return np.asarray(solved, dtype=np.float64)

    def _sum(self, errors: Array) -> float:
        left = errors[:, 0] + errors[:, 1:] @ self._solved(errors)
        return float((left / self._scale) @ (left / self._scale))

    def _run(self, weights: tuple[float, float, float], known: Array) -> _Fitted:
        alpha, beta, gamma = weights
        level, trend, *season = (float(value) for value in known)
        line, squares = [], 0.0
        for index, value in enumerate(self._y):
            place = index % len(season)
            level += trend
            line.append(level + season[place])
            error = value - line[-1]
            squares += error**2
            level += alpha * error
            trend += alpha * beta * error
            season[place] += gamma * error
        turn = len(self._y) % len(season)
        return _Fitted(
            weights,
            float(known[0]),
            float(known[1]),
            tuple(float(value) for value in known[2:]),
            squares,
            tuple(line),
            level,
            trend,
            (*season[turn:], *season[:turn]),
        )
