"""Forecasts to beat, their accuracy, and the diffusion of something new."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from planner.analysis.declaring import (
    Bound,
    Filled,
    Positive,
    Problem,
    SameLength,
    method,
    undefined,
)
from planner.analysis.rules import mean, ratio
from planner.i18n import N_


def naive(y: Sequence[float], horizon: int) -> tuple[float, ...]:
    """The last value, again and again."""
    return (y[-1],) * horizon


def seasonal(y: Sequence[float], period: int, horizon: int) -> tuple[float, ...]:
    """The last period, again and again; the last value where there is no whole period."""
    if len(y) < period:
        return naive(y, horizon)
    last = y[-period:]
    return tuple(last[step % period] for step in range(horizon))


@dataclass(frozen=True, slots=True)
class SeasonalNaiveInput:
    """A series and the length of its season."""

    y: Annotated[tuple[float, ...], Filled()]
    period: Annotated[int, Bound(2, 1000)]
    horizon: Annotated[int, Bound(1, 10_000)] | None = None


@dataclass(frozen=True, slots=True)
class SeasonalNaive:
    """The forecast; each season's mean over the overall one; last year against the one before."""

    forecast: tuple[float, ...]
    index: tuple[float, ...] | None
    year_on_year: tuple[float | None, ...] | None
    warnings: tuple[Problem, ...] = ()


@method("seasonal-naive")
def seasonal_naive(given: SeasonalNaiveInput) -> SeasonalNaive:
    """Repeat the last period; the index takes whole years from the first observation on."""
    period, y = given.period, given.y
    forecast = seasonal(y, period, given.horizon or period)
    problems = []
    if len(y) < period:
        message = N_("{found} observations are too few: {needed} are needed; the last one repeats.")
        problems.append(Problem("too-short", message, {"found": len(y), "needed": period}))
        return SeasonalNaive(forecast, None, None, tuple(problems))
    index = _index(y[: len(y) // period * period], period)
    if index is None:
        problems.append(undefined(N_("The mean is 0: there is no seasonal index.")))
    change = None
    if len(y) >= 2 * period:
        before = y[-2 * period : -period]
        change = tuple(
            ratio(new - old, abs(old)) for new, old in zip(y[-period:], before, strict=True)
        )
        if None in change:
            problems.append(undefined(N_("A value of the year before is 0: no change from it.")))
    return SeasonalNaive(forecast, index, change, tuple(problems))


def _index(whole_years: Sequence[float], period: int) -> tuple[float, ...] | None:
    overall = mean(whole_years)
    if overall == 0:
        return None
    return tuple(mean(whole_years[place::period]) / overall for place in range(period))


@dataclass(frozen=True, slots=True)
class AccuracyInput:
    """What came, what was forecast, and the series that the forecast was made from."""

    actual: Annotated[tuple[float, ...], Filled()]
    forecast: Annotated[tuple[float, ...], SameLength("actual")]
    training: Annotated[tuple[float, ...], Filled()] | None = None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Errors, actual less forecast: mean, absolute, squared, in parts, against the naive."""

    me: float
    mae: float
    rmse: float
    wape: float | None
    mape: float | None
    mase: float | None
    warnings: tuple[Problem, ...] = ()


@method("forecast-accuracy")
def forecast_accuracy(given: AccuracyInput) -> Accuracy:
    """Measure a forecast; WAPE = Σ|e|/Σ|y|, MASE against the naive one (Hyndman & Koehler 2006)."""
    errors = [y - f for y, f in zip(given.actual, given.forecast, strict=True)]
    sizes = [abs(error) for error in errors]
    absolute = mean(sizes)
    problems = []
    whole = ratio(math.fsum(sizes), math.fsum(map(abs, given.actual)))
    if whole is None:
        problems.append(undefined(N_("Everything that came is 0: there is no share of it.")))
    parts = [ratio(size, abs(y)) for size, y in zip(sizes, given.actual, strict=True)]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        problems.append(undefined(N_("Something that came is 0: there is no mean percentage.")))
    scaled = None
    if given.training is not None:
        steps = [abs(later - earlier) for earlier, later in pairwise(given.training)]
        scaled = ratio(absolute, mean(steps)) if steps else None
        if scaled is None:
            message = N_("The training series never changes: there is no naive error.")
            problems.append(undefined(message))
    return Accuracy(
        mean(errors),
        absolute,
        math.sqrt(mean([error**2 for error in errors])),
        whole,
        mean(known) if len(known) == len(parts) else None,
        scaled,
        tuple(problems),
    )


@dataclass(frozen=True, slots=True)
class BassInput:
    """Coefficients of innovation and imitation, the market, and how many periods."""

    p: Positive
    q: Positive
    m: Positive
    periods: Annotated[int, Bound(1, 100_000)]


@dataclass(frozen=True, slots=True)
class Bass:
    """Adopters by the end of each period, and when most adopt."""

    cumulative: tuple[float, ...]
    peak_time: float
    warnings: tuple[Problem, ...] = ()


@method("bass")
def bass(given: BassInput) -> Bass:
    """Spread something new: F(t) = (1 − e^{−(p+q)t})/(1 + (q/p)e^{−(p+q)t}) (Bass 1969).

    The peak is at ln(q/p)/(p + q), at the start where imitation is the weaker force.
    """
    rate = given.p + given.q
    share = given.q / given.p
    cumulative = tuple(
        given.m * -math.expm1(-rate * t) / (1 + share * math.exp(-rate * t))
        for t in range(1, given.periods + 1)
    )
    peak = (math.log(given.q) - math.log(given.p)) / rate
    problems: tuple[Problem, ...] = ()
    if peak < 0:
        message = N_("Imitation is weaker than innovation: most adopt at the start.")
        problems = (Problem("no-peak", message),)
    return Bass(cumulative, max(peak, 0.0), problems)
