"""Rules that every method shares: weights, ratios, ranks, rounding up."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from planner.analysis.declaring import SLACK, Invalid, Problem, plain
from planner.i18n import N_


def normalised(weights: Sequence[float], name: str = "weights") -> tuple[float, ...]:
    """Weights divided by their sum.

    Raises:
        Invalid: where all of them are 0.
    """
    total = math.fsum(weights)
    if total <= 0:
        raise Invalid(name, N_("All weights are 0; at least one must count."))
    return tuple(weight / total for weight in weights)


def weight_warnings(weights: Sequence[float]) -> tuple[Problem, ...]:
    """Say so where the weights sum neither to 1 nor to 100, within half a percent."""
    total = math.fsum(weights)
    if any(abs(total - whole) <= 0.005 * whole + SLACK for whole in (1, 100)):
        return ()
    return (
        Problem(
            "weights-normalised",
            N_("The weights add up to {sum}; they are used as shares of that sum."),
            {"sum": plain(total)},
        ),
    )


def weighted(weights: Iterable[float], values: Iterable[float]) -> float:
    """The sum of products."""
    return math.fsum(weight * value for weight, value in zip(weights, values, strict=True))


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of at least one value."""
    return math.fsum(values) / len(values)


def ratio(over: float | None, under: float | None) -> float | None:
    """A quotient, None where it is undefined."""
    if over is None or under is None or under == 0:
        return None
    result = over / under
    return result if math.isfinite(result) else None


def log_mean(low: float, high: float) -> float:
    """The logarithmic mean of two values above 0, by its series where they are nearly equal."""
    part = (high - low) / (high + low)
    if abs(part) < 1e-4:
        return (high + low) / 2 * (1 - part**2 / 3 - 4 * part**4 / 45)
    return (high - low) / math.log(high / low)


def whole(value: float | None) -> int | None:
    """A number rounded up to a whole one, float noise forgiven."""
    return None if value is None else math.ceil(value - SLACK * max(1.0, abs(value)))


def ranks(scores: Mapping[str, float | None]) -> dict[str, int | None]:
    """Ranks from the highest score down, 1, 1, 3 for ties within float noise."""
    known = sorted(score for score in scores.values() if score is not None)
    return {
        identity: None if score is None else 1 + len(known) - bisect_right(known, score + SLACK)
        for identity, score in scores.items()
    }


def ranking(scores: Mapping[str, float | None]) -> tuple[str, ...]:
    """Ids from the highest score down; ties keep the input's order, undefined ones are left out."""
    place = ranks(scores)
    known = [identity for identity, rank in place.items() if rank is not None]
    return tuple(sorted(known, key=lambda identity: place[identity] or 0))
