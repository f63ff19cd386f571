"""How many see it and how often: rating points, reach, frequency, carry-over, saturation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import (
    Bound,
    Filled,
    Positive,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import ratio
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot's rating in percent of the universe, how often it runs, and what one run costs."""

    rating_points: Annotated[float, Bound(0, 100)]
    insertions: Size
    cost_per_insertion: Size


@dataclass(frozen=True, slots=True)
class GrpInput:
    """How many people there are, and the spots."""

    universe: Size
    spots: Annotated[tuple[Spot, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Grp:
    """Gross rating points, contacts, cost, and cost of a point and of 1000 contacts."""

    grp: float
    impressions: float
    cost: float
    cpp: float | None
    cpm: float | None
    warnings: tuple[Problem, ...] = ()


@method("media-grp")
def media_grp(given: GrpInput) -> Grp:
    """Add up a media plan: GRP = Σ rating × insertions (Sissors & Baron 2010)."""
    points = math.fsum(spot.rating_points * spot.insertions for spot in given.spots)
    cost = math.fsum(spot.cost_per_insertion * spot.insertions for spot in given.spots)
    return _bought(points, given.universe, cost)


def _bought(points: float, universe: float, cost: float) -> Grp:
    impressions = points / 100 * universe
    per_point, per_thousand = ratio(cost, points), ratio(cost * 1000, impressions)
    problems = []
    if per_point is None:
        problems.append(undefined(N_("There are no rating points: none has a cost.")))
    if per_thousand is None:
        problems.append(undefined(N_("There are no contacts: a thousand of them has no cost.")))
    return Grp(points, impressions, cost, per_point, per_thousand, tuple(problems))


@dataclass(frozen=True, slots=True)
class ReachFrequencyInput:
    """How many people there are, the share reached, how often, and the cost."""

    universe: Size
    reach: Share
    frequency: Annotated[float, Bound(1)]
    cost: Size


@dataclass(frozen=True, slots=True)
class ReachFrequency:
    """Rating points and contacts that reach and frequency amount to, and their cost."""

    grp: float
    impressions: float
    cpp: float | None
    cpm: float | None
    warnings: tuple[Problem, ...] = ()


@method("reach-frequency")
def reach_frequency(given: ReachFrequencyInput) -> ReachFrequency:
    """GRP = reach in percent × average frequency."""
    found = _bought(given.reach * 100 * given.frequency, given.universe, given.cost)
    return ReachFrequency(found.grp, found.impressions, found.cpp, found.cpm, found.warnings)


@dataclass(frozen=True, slots=True)
class NetReachInput:
    """The reach of each medium."""

    reaches: Annotated[tuple[Share, ...], Filled()]


@dataclass(frozen=True, slots=True)
class NetReach:
    """Share reached at least once, rating points, and contacts of one who is reached."""

    net_reach: float
    grp: float
    average_frequency: float | None
    warnings: tuple[Problem, ...] = ()


@method("net-reach")
def net_reach(given: NetReachInput) -> NetReach:
    """Join media that overlap at random: 1 − Π(1 − r) (Sainsbury).

    That audiences overlap at random is an assumption.
    """
    net = 1 - math.prod(1 - reach for reach in given.reaches)
    gross = math.fsum(given.reaches)
    return NetReach(net, gross * 100, *_frequency(gross, net))


def _frequency(gross: float, net: float) -> tuple[float | None, tuple[Problem, ...]]:
    often = ratio(gross, net)
    if often is None:
        return None, (undefined(N_("Nobody is reached: there is no frequency.")),)
    return often, ()


@dataclass(frozen=True, slots=True)
class InsertionsInput:
    """The reach of one insertion, and how many there are."""

    reach_per_insertion: Share
    insertions: Annotated[int, Bound(1, 5000)]


@dataclass(frozen=True, slots=True)
class Insertions:
    """Share reached at least 1, 2, … times, contacts of one who is reached, rating points."""

    reach_at_least: tuple[float, ...]
    average_frequency: float | None
    grp: float
    warnings: tuple[Problem, ...] = ()


@method("insertion-frequency")
def insertion_frequency(given: InsertionsInput) -> Insertions:
    """Spread contacts of one medium by the binomial: reach(k+) = P(X ≥ k).

    That each insertion reaches people independently is an assumption.
    """
    share, count = given.reach_per_insertion, given.insertions
    exactly = [_binomial(count, k, share) for k in range(count + 1)]
    at_least, total = [], 0.0
    for chance in reversed(exactly[1:]):
        total += chance
        at_least.append(min(total, 1.0))
    at_least.reverse()
    reached = -math.expm1(count * math.log1p(-share)) if share < 1 else 1.0
    often, problems = _frequency(count * share, reached)
    return Insertions(tuple(at_least), often, count * share * 100, problems)


def _binomial(count: int, hits: int, share: float) -> float:
    if share in (0, 1):
        return float(hits == count * share)
    log = math.lgamma(count + 1) - math.lgamma(hits + 1) - math.lgamma(count - hits + 1)
    return math.exp(log + hits * math.log(share) + (count - hits) * math.log1p(-share))


@dataclass(frozen=True, slots=True)
class AdstockInput:
    """Spend by period, and the share of its effect that is left one period on."""

    spend: Annotated[tuple[float, ...], Filled()]
    decay: Annotated[float, Bound(0, 1, below=True)]


@dataclass(frozen=True, slots=True)
class Adstock:
    """Effect that has built up, plain and normalised, in all, and its half-life in periods."""

    adstock: tuple[float, ...]
    normalised: tuple[float, ...]
    total: float
    half_life: float | None
    warnings: tuple[Problem, ...] = ()


@method("adstock")
def adstock(given: AdstockInput) -> Adstock:
    """Carry effect over: A_t = x_t + θ·A_{t−1}; normalised × (1 − θ) (Broadbent 1979)."""
    built, level = [], 0.0
    for spent in given.spend:
        level = spent + given.decay * level
        built.append(level)
    half_life = math.log(0.5) / math.log(given.decay) if given.decay > 0 else None
    problems: tuple[Problem, ...] = ()
    if half_life is None:
        problems = (undefined(N_("Nothing is carried over: there is no half-life.")),)
    scaled = tuple(level * (1 - given.decay) for level in built)
    return Adstock(tuple(built), scaled, math.fsum(built), half_life, problems)


@dataclass(frozen=True, slots=True)
class SaturationInput:
    """Spends, the curve's steepness, and where between least and most it bends."""

    x: Annotated[tuple[Size, ...], Filled()]
    alpha: Positive
    gamma: Share


@dataclass(frozen=True, slots=True)
class Saturation:
    """The spend at which half is reached, and how saturated each spend is."""

    inflexion: float
    saturated: tuple[float | None, ...]
    warnings: tuple[Problem, ...] = ()


@method("hill-saturation")
def hill_saturation(given: SaturationInput) -> Saturation:
    """Saturate by Hill's curve as Robyn defines it: inflexion = min + γ(max − min)."""
    bend = min(given.x) + given.gamma * (max(given.x) - min(given.x))
    found = tuple(_saturated(value, bend, given.alpha) for value in given.x)
    problems: tuple[Problem, ...] = ()
    if None in found:
        problems = (undefined(N_("At a spend of 0 bent at 0 there is no saturation.")),)
    return Saturation(bend, found, problems)


def _saturated(value: float, bend: float, alpha: float) -> float | None:
    if value == 0:
        return None if bend == 0 else 0.0
    # a quotient taken to a power, not powers divided: both could overflow
    exponent = alpha * (math.log(bend) - math.log(value)) if bend > 0 else -math.inf
    return 1 / (1 + math.exp(exponent)) if exponent < 700 else 0.0
