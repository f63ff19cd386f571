"""How many to ask or to test: A/B tests and surveys."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from planner.analysis.declaring import (
    Bound,
    Invalid,
    Positive,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.quantiles import normal, two_sided
from planner.analysis.rules import ratio, whole
from planner.i18n import N_

Inner: TypeAlias = Annotated[float, Bound(0, 1, above=True, below=True)]


@dataclass(frozen=True, slots=True)
class AbSizeInput:
    """Two rates to tell apart, the risk of a false alarm, and the chance to see a difference."""

    p1: Share
    p2: Share
    alpha: Inner = 0.05
    power: Inner = 0.8


@dataclass(frozen=True, slots=True)
class AbSize:
    """How many each group needs; by Evan Miller's variant too."""

    n_exact: float
    n_per_group: int
    n_evan_miller: int
    warnings: tuple[Problem, ...] = ()


@method("ab-sample-size")
def ab_sample_size(given: AbSizeInput) -> AbSize:
    """Size an A/B test as R's power.prop.test does.

    n = [z_{1−α/2}·√(2p̄q̄) + z_{1−β}·√(p₁q₁ + p₂q₂)]² / (p₂ − p₁)²; Miller has √(2p₁q₁) first.

    Raises:
        Invalid: where the rates are equal.
    """
    if given.p1 == given.p2:
        message = N_("Equal rates cannot be told apart; give the rate you hope for.")
        raise Invalid("p2", message)
    spread = given.p1 * (1 - given.p1) + given.p2 * (1 - given.p2)
    middle = (given.p1 + given.p2) / 2
    exact = _group(given, 2 * middle * (1 - middle), spread)
    miller = _group(given, 2 * given.p1 * (1 - given.p1), spread)
    return AbSize(exact, whole(exact) or 0, math.floor(miller + 0.5))


def _group(given: AbSizeInput, null: float, spread: float) -> float:
    alarm = two_sided(1 - given.alpha) * math.sqrt(null)
    seen = normal(given.power) * math.sqrt(spread)
    return (max(alarm + seen, 0.0) / (given.p2 - given.p1)) ** 2


@dataclass(frozen=True, slots=True)
class AbDurationInput:
    """Visitors a day and their share in the test, the rate now, and the change to be seen."""

    daily_visitors: Size
    p1: Share
    relative_effect: float
    share_in_test: Share = 1.0
    groups: Annotated[int, Bound(2, 1000)] = 2
    alpha: Inner = 0.05
    power: Inner = 0.8


@dataclass(frozen=True, slots=True)
class AbDuration:
    """How many each group needs, and the days that takes, at least a week."""

    n_per_group: int
    days: int | None
    warnings: tuple[Problem, ...] = ()


@method("ab-duration")
def ab_duration(given: AbDurationInput) -> AbDuration:
    """How long an A/B test runs: groups × n / visitors in the test, at least one full week.

    Raises:
        Invalid: where the effect is none or leads out of 0 to 1.
    """
    changed = given.p1 * (1 + given.relative_effect)
    if changed == given.p1 or not 0 <= changed <= 1:
        message = N_("{p1} changed by this effect is {p2}; it must differ and lie within 0 to 1.")
        raise Invalid("relative_effect", message, p1=f"{given.p1:g}", p2=f"{changed:g}")
    size = ab_sample_size(AbSizeInput(given.p1, changed, given.alpha, given.power)).n_per_group
    days = whole(ratio(given.groups * size, given.daily_visitors * given.share_in_test))
    if days is None:
        return AbDuration(size, None, (undefined(N_("Nobody takes part: the test never ends.")),))
    return AbDuration(size, max(days, 7))


@dataclass(frozen=True, slots=True)
class SurveySizeInput:
    """The error allowed, the share expected, how sure, how many people there are and answer."""

    margin_of_error: Positive
    p: Share = 0.5
    confidence: Inner = 0.95
    population: Annotated[float, Bound(1)] | None = None
    response_rate: Share = 1.0


@dataclass(frozen=True, slots=True)
class SurveySize:
    """How many answers are needed, exactly and rounded up, and how many must be invited."""

    n_exact: float
    n: int
    invitations: int | None
    warnings: tuple[Problem, ...] = ()


@method("survey-sample-size")
def survey_sample_size(given: SurveySizeInput) -> SurveySize:
    """Size a survey: n₀ = z²p(1 − p)/e², for a population N n₀/(1 + (n₀ − 1)/N) (Cochran 1977)."""
    z = two_sided(given.confidence)
    needed = z**2 * given.p * (1 - given.p) / given.margin_of_error**2
    if given.population is not None:
        needed /= 1 + (needed - 1) / given.population
    count = whole(needed) or 0
    invited = whole(ratio(count, given.response_rate))
    problems: tuple[Problem, ...] = ()
    if invited is None:
        problems = (undefined(N_("Nobody answers: no number of invitations is enough.")),)
    return SurveySize(needed, count, invited, problems)
