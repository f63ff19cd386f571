"""Response curves of channels, many at a time: value, slope, and the spend at a slope.

log a·ln(1 + x/c), power a·x^e, exponential a(1 − e^{−x/c}), Hill b·x^s/(k^s + x^s). With s above
1 a Hill curve first bends up; with e above 1 a power does so throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from planner.analysis.declaring import Positive

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class HillCurve:
    """Half of `b` is reached at `k`; `s` is the steepness."""

    kind: Literal["hill"]
    b: Positive
    k: Positive
    s: Positive


@dataclass(frozen=True, slots=True)
class LogCurve:
    """a·ln(1 + x/c)."""

    kind: Literal["log"]
    a: Positive
    c: Positive


@dataclass(frozen=True, slots=True)
class PowerCurve:
    """a·x^e."""

    kind: Literal["power"]
    a: Positive
    e: Positive


@dataclass(frozen=True, slots=True)
class ExponentialCurve:
    """a(1 − e^{−x/c})."""

    kind: Literal["exponential"]
    a: Positive
    c: Positive


Curve: TypeAlias = HillCurve | LogCurve | PowerCurve | ExponentialCurve


class Curves:
    """Several curves; arrays of spends have them along the last axis."""

    def __init__(self, curves: Sequence[Curve]) -> None:
        import numpy as np

        def column(kind: type, name: str) -> Array:
            return np.array([getattr(one, name) for one in curves if isinstance(one, kind)])

        def places(kind: type) -> Any:
            return np.flatnonzero([isinstance(one, kind) for one in curves])

        self._log, self._exp = places(LogCurve), places(ExponentialCurve)
        self._power, self._hill = places(PowerCurve), places(HillCurve)
        self._la, self._lc = column(LogCurve, "a"), column(LogCurve, "c")
        self._xa, self._xc = column(ExponentialCurve, "a"), column(ExponentialCurve, "c")
        self._pa, self._pe = column(PowerCurve, "a"), column(PowerCurve, "e")
        self._b, self._k, self._s = (column(HillCurve, name) for name in "bks")
        self.bend = np.zeros(len(curves))
        """The spend from which a curve bends down: 0 for most, inf where it never does."""
        self.bend[self._power] = np.where(self._pe > 1, np.inf, 0.0)
        rises = np.maximum(self._s - 1, 0.0)
        self.bend[self._hill] = self._k * (rises / (self._s + 1)) ** (1 / self._s)

    def value(self, spend: Array) -> Array:
        """The response to each spend."""
        import numpy as np

        found = np.empty_like(spend)
        found[..., self._log] = self._la * np.log1p(spend[..., self._log] / self._lc)
        found[..., self._exp] = self._xa * -np.expm1(-spend[..., self._exp] / self._xc)
        found[..., self._power] = self._pa * spend[..., self._power] ** self._pe
        with np.errstate(divide="ignore", over="ignore"):
            power = self._s * (np.log(spend[..., self._hill]) - np.log(self._k))
            found[..., self._hill] = self._b / (1 + np.exp(-power))
        return found

    def slope(self, spend: Array) -> Array:
        """What one more unit of spend brings; inf where a curve starts upright."""
        import numpy as np

        found = np.empty_like(spend)
        found[..., self._log] = self._la / (self._lc + spend[..., self._log])
        found[..., self._exp] = self._xa / self._xc * np.exp(-spend[..., self._exp] / self._xc)
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
            found[..., self._power] = (
                self._pa * self._pe * spend[..., self._power] ** (self._pe - 1)
            )
            x = spend[..., self._hill]
            power = self._s * (np.log(x) - np.log(self._k))
            steep = np.exp(power - 2 * np.logaddexp(0, power) - np.log(x))
            at_zero = np.where(self._s < 1, np.inf, np.where(self._s == 1, 1 / self._k, 0.0))
            found[..., self._hill] = self._b * self._s * np.where(x > 0, steep, at_zero)
        return found

    def spend_at(self, slope: Array) -> Array:
        """The spend beyond the bend at which each curve has a slope; below 0 where it never has.

        `slope` has one column, or one for each curve.
        """
        import numpy as np

        asked = np.broadcast_to(slope, (*slope.shape[:-1], len(self.bend)))
        found = np.empty(asked.shape)
        with np.errstate(over="ignore", divide="ignore"):
            if len(self._log):
                found[..., self._log] = self._la / asked[..., self._log] - self._lc
            if len(self._exp):
                fall = np.log(self._xa / self._xc) - np.log(asked[..., self._exp])
                found[..., self._exp] = self._xc * fall
            if len(self._power):
                found[..., self._power] = self._power_at(asked[..., self._power])
            if len(self._hill):
                found[..., self._hill] = self._hill_at(asked[..., self._hill])
        return found

    def _power_at(self, slope: Array) -> Array:
        import numpy as np

        falls = self._pe < 1
        exponent = np.where(falls, 1 / np.where(falls, 1 - self._pe, 1.0), 0.0)
        curved = (self._pa * self._pe / slope) ** exponent
        straight = np.where(slope < self._pa * self._pe, np.inf, -1.0)
        return np.where(falls, curved, np.where(self._pe == 1, straight, np.inf))

    def _hill_at(self, slope: Array) -> Array:
        """By Newton's method on log slope over log (x/k)^s, where it is concave and falls."""
        import numpy as np

        rise = (self._s - 1) / self._s
        top = np.log(self._b * self._s / self._k)
        lead = top - np.log(slope)
        # both asymptotes lie above the curve, so their crossings lie beyond the root
        place = lead / (2 - rise)
        gentle = self._s < 1
        early = lead / np.where(gentle, -rise, 1.0)
        place = np.where(gentle, np.minimum(place, early), place)
        bend = np.log(np.maximum(self._s - 1, 1e-300) / (self._s + 1))
        place = np.maximum(place, bend + 1e-9)
        for _ in range(60):
            off = lead + rise * place - 2 * np.logaddexp(0, place)
            tilt = rise - 2 / (1 + np.exp(-place))
            step = -off / np.minimum(tilt, -1e-12)
            following = np.maximum(place + step, bend)
            moved = float(np.abs(following - place).max())
            place = following
            # the error falls with its square
            if moved < 1e-8:
                break
        with np.errstate(over="ignore"):
            found: Array = self._k * np.exp(place / self._s)
        return found

    def tangent(self, start: Array) -> Array:
        """Beyond the bend, the spend at which the chord from a start touches its curve."""
        import numpy as np

        rises = np.isfinite(self.bend) & (start < self.bend)
        if not rises.any():
            return np.where(np.isinf(self.bend), np.inf, start)
        first = self.value(start)

        def above(spend: Array) -> Any:
            chord = np.where(rises, self.slope(spend), 0.0) * (spend - start)
            return rises & (chord > self.value(spend) - first)

        low = high = np.where(rises, self.bend, start)
        while (steep := above(high)).any():
            low, high = np.where(steep, high, low), np.where(steep, high * 2, high)
        for _ in range(80):
            middle = (low + high) / 2
            steep = above(middle)
            low, high = np.where(steep, middle, low), np.where(steep, high, middle)
        return np.where(np.isinf(self.bend), np.inf, high)
