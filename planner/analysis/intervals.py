"""How far a measured figure may be off: shares, their difference, means, recommendation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import (
    Count,
    Filled,
    Invalid,
    Problem,
    method,
    undefined,
)
from planner.analysis.quantiles import student, two_sided
from planner.analysis.rules import mean
from planner.analysis.sampling import Inner
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class WilsonInput:
    """Successes among so many, and how sure the interval shall be."""

    successes: Count
    n: Count
    confidence: Inner = 0.95


@dataclass(frozen=True, slots=True)
class Wilson:
    """A share and its interval; None where nobody was asked."""

    proportion: float | None
    low: float | None
    high: float | None
    warnings: tuple[Problem, ...] = ()


@method("wilson")
def wilson(given: WilsonInput) -> Wilson:
    """The score interval of a share (Wilson 1927).

    Raises:
        Invalid: where there are more successes than were asked.
    """
    _require_part("successes", given.successes, given.n)
    if given.n == 0:
        return Wilson(None, None, None, (undefined(N_("Nobody was asked: there is no share.")),))
    bounds = _score_interval(given.successes, given.n, two_sided(given.confidence))
    return Wilson(given.successes / given.n, *bounds)


def _require_part(name: str, part: int, all_: int) -> None:
    if part > all_:
        raise Invalid(name, N_("{name} is {part}, more than all {all}."), part=part, all=all_)


def _score_interval(successes: int, n: int, z: float) -> tuple[float, float]:
    share = successes / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * math.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    low = 0.0 if successes == 0 else centre - half
    high = 1.0 if successes == n else centre + half
    return low, high


@dataclass(frozen=True, slots=True)
class Sample:
    """Successes among so many."""

    successes: Count
    n: Count


@dataclass(frozen=True, slots=True)
class DifferenceInput:
    """Two samples, and how sure the interval shall be."""

    first: Sample
    second: Sample
    confidence: Inner = 0.95


@dataclass(frozen=True, slots=True)
class Difference:
    """Second less first with its interval, and the test of no difference."""

    difference: float | None
    low: float | None
    high: float | None
    z: float | None
    p_value: float | None
    warnings: tuple[Problem, ...] = ()


@method("proportion-difference")
def proportion_difference(given: DifferenceInput) -> Difference:
    """Compare two shares: hybrid score interval (Newcombe 1998, method 10), pooled z test.

    Raises:
        Invalid: where a sample has more successes than were asked.
    """
    first, second = given.first, given.second
    _require_part("first.successes", first.successes, first.n)
    _require_part("second.successes", second.successes, second.n)
    if first.n == 0 or second.n == 0:
        problem = undefined(N_("A group is empty: there is nothing to compare."))
        return Difference(None, None, None, None, None, (problem,))
    z = two_sided(given.confidence)
    p1, p2 = first.successes / first.n, second.successes / second.n
    low1, high1 = _score_interval(first.successes, first.n, z)
    low2, high2 = _score_interval(second.successes, second.n, z)
    difference = p2 - p1
    low = difference - math.hypot(p2 - low2, high1 - p1)
    high = difference + math.hypot(high2 - p2, p1 - low1)
    pooled = (first.successes + second.successes) / (first.n + second.n)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n))
    if spread == 0:
        problem = undefined(N_("All or nobody in both groups: there is nothing to test."))
        return Difference(difference, low, high, None, None, (problem,))
    score = difference / spread
    return Difference(difference, low, high, score, math.erfc(abs(score) / math.sqrt(2)))


@dataclass(frozen=True, slots=True)
class MeanInput:
    """Measured values, and how sure the interval shall be."""

    values: Annotated[tuple[float, ...], Filled()]
    confidence: Inner = 0.95


@dataclass(frozen=True, slots=True)
class MeanInterval:
    """Mean, deviation of the sample, and the mean's interval; None for a single value."""

    mean: float
    sd: float | None
    low: float | None
    high: float | None
    warnings: tuple[Problem, ...] = ()


@method("mean-interval")
def mean_interval(given: MeanInput) -> MeanInterval:
    """Student's interval of a mean (Gosset 1908)."""
    count, middle = len(given.values), mean(given.values)
    if count < 2:
        problem = undefined(N_("A single value has no spread, so its mean has no interval."))
        return MeanInterval(middle, None, None, None, (problem,))
    squares = math.fsum((value - middle) ** 2 for value in given.values)
    spread = math.sqrt(squares / (count - 1))
    half = student(given.confidence, count - 1) * spread / math.sqrt(count)
    return MeanInterval(middle, spread, middle - half, middle + half)


@dataclass(frozen=True, slots=True)
class NpsInput:
    """Who recommends (9 and 10), who is content (7 and 8), who is not (0 to 6)."""

    promoters: Count
    passives: Count
    detractors: Count
    confidence: Inner = 0.95


@dataclass(frozen=True, slots=True)
class Nps:
    """Net promoter score and its margin, in points; None where nobody answered."""

    nps_points: float | None
    margin_of_error_points: float | None
    low_points: float | None
    high_points: float | None
    warnings: tuple[Problem, ...] = ()


@method("nps")
def nps(given: NpsInput) -> Nps:
    """Net promoter score: share of promoters − share of detractors (Reichheld 2003)."""
    count = given.promoters + given.passives + given.detractors
    if count == 0:
        problem = undefined(N_("Nobody answered: there is no score."))
        return Nps(None, None, None, None, (problem,))
    score = (given.promoters - given.detractors) / count
    variance = max((given.promoters + given.detractors) / count - score**2, 0.0)
    margin = two_sided(given.confidence) * math.sqrt(variance / count)
    return Nps(score * 100, margin * 100, (score - margin) * 100, (score + margin) * 100)
