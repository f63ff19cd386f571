"""The best split of a sum over channels, proven: branch and bound over response curves.

Each channel has a range; over it the curve is replaced by the lowest concave line above it, and
the sum is split so that slopes are equal (Lagrange). What that gives is never below the truth. A
curve that bends up is then taken apart: off, on beyond its bend, or between; at most one channel
can be between in the best split, for of two the one could always gain from the other.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    from planner.analysis.curves import Curves

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

BATCH = 32
WORK = 150_000
"""Channels times cases after which the search ends with a gap."""
TOLERANCE, NEARLY = 1e-8, 5e-4
"""How far from the best possible a split may be: of a few channels, and of many."""
FEW = 20
"""Up to so many channels the best split is looked for to the last digit."""
MANY, ROUNDS = 40, 25
"""Up to so many channels a split that is not proven is improved by exchanges, so many times."""
HALVINGS = 110
FINE, FINEST = 1e-10, 1e-15


@dataclass(frozen=True, slots=True)
class Case:
    """Ranges of the channels, and which of them is between off and on (−1: none)."""

    low: Array
    high: Array
    between: int = -1


@dataclass(frozen=True, slots=True)
class Split:
    """Spends, their response, and how much more the best possible could bring."""

    spends: Array
    response: float
    bound: float


class Filling:
    """Channels with their curves and ranges, and the sum to split."""

    def __init__(self, curves: Curves, low: Array, high: Array, budget: float) -> None:
        import numpy as np

        self._curves = curves
        self._low = low
        self._high = np.minimum(high, budget - (low.sum() - low))
        self._high = np.maximum(self._high, low)
        self._budget = min(budget, float(self._high.sum()))
        self._few = len(low) <= FEW
        # the bound holds at any precision of the common slope
        self._precision = FINEST if self._few else FINE
        self._bend = np.clip(curves.bend, low, self._high)
        self._touch = np.minimum(curves.tangent(low), self._high)
        self._bends = self._bend > low
        self._twins = self._find_twins()

    def best(self) -> Split:
        """The best split that is found, with the bound that is proven."""
        import numpy as np

        count = itertools.count()
        start = Case(self._low, self._high)
        waiting: list[tuple[float, int, Case]] = [(-np.inf, next(count), start)]
        best: tuple[float, Array, Case] = (-np.inf, self._low, start)
        left = WORK
        near = TOLERANCE if self._few else NEARLY
        proven = -np.inf
        while waiting and left > 0:
            cases = [heapq.heappop(waiting)[2] for _ in range(min(BATCH, len(waiting)))]
            left -= len(cases) * len(self._low)
            spends, bounds = self._relaxed(cases)
            values = np.where(np.isfinite(bounds), self._curves.value(spends).sum(axis=1), -np.inf)
            top = int(values.argmax())
            if values[top] > best[0]:
                best = (float(values[top]), spends[top], cases[top])
            enough = best[0] * (1 + near)
            for case, spend, bound in zip(cases, spends, bounds, strict=True):
                if bound <= enough:
                    proven = max(proven, float(bound))
                    continue
                for child in self._children(case, spend):
                    heapq.heappush(waiting, (-float(bound), next(count), child))
            while waiting and -waiting[0][0] <= enough:
                proven = max(proven, -heapq.heappop(waiting)[0])
        if waiting and len(self._low) <= MANY:
            best = self._exchanged(best)
        spends = self._polished(best[2], best[1]) if self._few else best[1]
        response = float(self._curves.value(spends).sum())
        open_bound = max((-bound for bound, *_ in waiting), default=-np.inf)
        return Split(spends, response, max(proven, open_bound, response))

    def _find_twins(self) -> list[list[int]]:
        """For each channel those like it in everything: their order is of no account."""
        import numpy as np

        probe = np.linspace(0.1, 1.0, 5)[:, None] * max(self._budget, 1e-300)
        values = self._curves.value(np.repeat(probe, len(self._low), axis=1))
        marks = [
            (*values[:, place], self._low[place], self._high[place])
            for place in range(len(self._low))
        ]
        return [[other for other in range(len(marks)) if marks[other] == mark] for mark in marks]

    def _envelope(self, low: Array, high: Array) -> tuple[Array, Array]:
        """Where the straight part of the concave line ends, and its slope."""
        import numpy as np

        free = (low == self._low) & (high == self._high)
        end = np.where(free, self._touch, np.where(low >= self._bend, low, high))
        width = end - low
        rise = self._curves.value(end) - self._curves.value(low)
        straight = rise / np.where(width > 0, width, 1.0)
        return end, np.where(width > 0, straight, self._curves.slope(low))

    def _relaxed(self, cases: Sequence[Case]) -> tuple[Array, Array]:
        """The split over the concave lines of each case, and the bound that it proves."""
        import numpy as np

        low = np.stack([case.low for case in cases])
        high = np.stack([case.high for case in cases])
        end, tilt = self._envelope(low, high)

        def at(level: Array) -> Array:
            slope = np.exp(level)
            beyond = np.clip(self._curves.spend_at(slope), end, high)
            return np.where(slope > tilt, low, beyond)

        def beyond_budget(level: Array) -> Array:
            excess: Array = at(level).sum(axis=1, keepdims=True) - self._budget
            return excess

        levels = self._levels(low, high, tilt)
        under, over = _met(beyond_budget, *levels, self._precision, self._budget * FINEST)
        less, more = at(over), at(under)
        gap = (more - less).sum(axis=1, keepdims=True)
        short = self._budget - less.sum(axis=1, keepdims=True)
        part = np.clip(short / np.where(gap > 0, gap, 1.0), 0.0, 1.0)
        spends = less + part * (more - less)
        # the dual value at any level is a bound; at this one it is the tightest
        level = np.exp(over)
        lines = np.where(less < end, self._curves.value(low), self._curves.value(less))
        bounds = (lines - level * less).sum(axis=1) + level[:, 0] * self._budget
        full = high.sum(axis=1) <= self._budget * (1 + 1e-15)
        bounds = np.where(full, self._curves.value(high).sum(axis=1), bounds)
        spends = np.where(full[:, None], high, spends)
        possible = low.sum(axis=1) <= self._budget * (1 + 1e-12) + 1e-300
        return spends, np.where(possible, bounds, -np.inf)

    def _levels(self, low: Array, high: Array, tilt: Array) -> tuple[Array, Array]:
        """Logarithms of slopes between which the budget is met."""
        import numpy as np

        with np.errstate(divide="ignore"):
            tiny = low + self._budget * 1e-13 / low.shape[1]
            steep = np.where(np.isfinite(tilt), tilt, self._curves.slope(tiny))
            top = np.log(steep.max(axis=1, keepdims=True)) + 1
            flat = np.minimum(self._curves.slope(high), np.where(tilt > 0, tilt, np.inf))
            bottom = np.log(flat.min(axis=1, keepdims=True)) - 1
        return np.clip(bottom, -700.0, 690.0), np.clip(top, -690.0, 700.0)

    def _children(self, case: Case, spend: Array) -> Iterable[Case]:
        """The case taken apart where its concave line is furthest above the curve."""
        import numpy as np

        low, high = case.low, case.high
        end, tilt = self._envelope(low[None], high[None])
        line = self._curves.value(low[None])[0] + tilt[0] * (spend - low)
        above = np.where(
            (spend < end[0]) & (spend > low), line - self._curves.value(spend[None])[0], 0.0
        )
        which = int(above.argmax())
        if above[which] <= 0:
            return
        if which == case.between:
            yield from _halves(case, which, float(spend[which]))
            return
        twins = self._twins[which]
        off = high.copy()
        later = [one for one in twins if one >= which and self._is_free(case, one)]
        off[later] = self._low[later]
        yield Case(low, off, case.between)
        on = low.copy()
        earlier = [one for one in twins if one <= which and self._is_free(case, one)]
        on[earlier] = self._bend[earlier]
        yield Case(on, high, case.between)
        if case.between < 0:
            least, most = low.copy(), off.copy()
            least[earlier] = self._bend[earlier]
            least[which], most[which] = self._low[which], self._bend[which]
            yield Case(least, most, which)

    def _is_free(self, case: Case, one: int) -> bool:
        return bool(
            self._bends[one]
            and case.low[one] == self._low[one]
            and case.high[one] == self._high[one]
        )

    def _exchanged(self, best: tuple[float, Array, Case]) -> tuple[float, Array, Case]:
        """A split made better by turning channels on and off, singly and in pairs."""
        import numpy as np

        for _ in range(ROUNDS):
            value, spends, case = best
            bends = self._bends & (np.arange(len(spends)) != case.between)
            on = np.flatnonzero(bends & (spends >= self._bend))
            off = np.flatnonzero(bends & (spends < self._bend))
            low, high = case.low.copy(), case.high.copy()
            low[on], high[on] = self._bend[on], self._high[on]
            low[off] = high[off] = self._low[off]
            cases = []
            for less, more in itertools.product((*on, -1), (*off, -1)):
                least, most = low.copy(), high.copy()
                if less >= 0:
                    least[less] = most[less] = self._low[less]
                if more >= 0:
                    least[more], most[more] = self._bend[more], self._high[more]
                cases.append(Case(least, most, case.between))
            tried, bounds = self._relaxed(cases)
            values = np.where(np.isfinite(bounds), self._curves.value(tried).sum(axis=1), -np.inf)
            top = int(values.argmax())
            if values[top] <= value * (1 + 1e-12):
                break
            best = (float(values[top]), tried[top], cases[top])
        return best

    def _polished(self, case: Case, spends: Array) -> Array:
        """The last digits of the spends, also of a channel that is between."""
        which = case.between
        if which < 0 or not case.low[which] < case.high[which]:
            return spends
        least, most = float(case.low[which]), float(case.high[which])

        def fixed(spend: float) -> Array:
            low, high = case.low.copy(), case.high.copy()
            low[which] = high[which] = spend
            split: Array = self._relaxed([Case(low, high)])[0][0]
            return split

        ratio = (5**0.5 - 1) / 2
        inner = [most - ratio * (most - least), least + ratio * (most - least)]
        values = [float(self._curves.value(fixed(one)[None]).sum()) for one in inner]
        for _ in range(60):
            if values[0] >= values[1]:
                most, inner[1], values[1] = inner[1], inner[0], values[0]
                inner[0] = most - ratio * (most - least)
                values[0] = float(self._curves.value(fixed(inner[0])[None]).sum())
            else:
                least, inner[0], values[0] = inner[0], inner[1], values[1]
                inner[1] = least + ratio * (most - least)
                values[1] = float(self._curves.value(fixed(inner[1])[None]).sum())
        best = fixed((least + most) / 2)
        better = self._curves.value(best[None]).sum() >= self._curves.value(spends[None]).sum()
        return best if better else spends


def _met(
    excess: Callable[[Array], Array], under: Array, over: Array, precision: float, nothing: float
) -> tuple[Array, Array]:
    """Brackets around the places where a falling excess is 0, row by row.

    A bracket is closed where it is narrower than `precision` or the excess within `nothing`.

    False position; an end that stays twice is halved (Dowell & Jarratt, BIT 1971), every fourth
    step is a bisection.
    """
    import numpy as np

    above, below = excess(under), excess(over)
    stayed = np.zeros(above.shape, dtype=np.int8)
    for turn in range(HALVINGS):
        width = over - under
        if float(width.max()) < precision:
            break
        known = (above > 0) & (below < 0)
        part = np.where(known, above / np.where(known, above - below, 1.0), 0.5)
        part = np.full_like(part, 0.5) if turn % 4 == 3 else np.clip(part, 1e-6, 1 - 1e-6)
        middle = under + part * width
        found = excess(middle)
        much = found > 0
        above = np.where(much, found, np.where(stayed == 1, above / 2, above))
        below = np.where(much, np.where(stayed == -1, below / 2, below), found)
        stayed = np.where(much, -1, 1)
        hit = np.abs(found) <= nothing
        under = np.where(much | hit, middle, under)
        over = np.where(much & ~hit, over, middle)
    return under, over


def _halves(case: Case, which: int, spend: float) -> Iterable[Case]:
    least, most = float(case.low[which]), float(case.high[which])
    margin = (most - least) * 1e-3
    cut = min(max(spend, least + margin), most - margin)
    for start, stop in ((least, cut), (cut, most)):
        low, high = case.low.copy(), case.high.copy()
        low[which], high[which] = start, stop
        yield Case(low, high, which)
