"""How a market is shared, who must be watched, and how different we are."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Ids,
    Invalid,
    Problem,
    Rating,
    SameLength,
    Share,
    method,
    plain,
)
from planner.analysis.rules import mean
from planner.i18n import N_

Band: TypeAlias = Literal["highly concentrated", "moderately concentrated", "unconcentrated"]


@dataclass(frozen=True, slots=True)
class ConcentrationInput:
    """The shares of a market's firms."""

    shares: Annotated[tuple[Share, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Concentration:
    """The Herfindahl-Hirschman index in squared points, the share of the four largest, bands."""

    hhi: float
    cr4: float
    lower_bound: bool
    band_2023: Band
    band_2010: Band
    warnings: tuple[Problem, ...] = ()


@method("concentration")
def concentration(given: ConcentrationInput) -> Concentration:
    """Measure concentration: Σ (share in points)² (US Merger Guidelines 2023 and 2010).

    Raises:
        Invalid: where shares add up to more than 1.005.
    """
    total = math.fsum(given.shares)
    if total > 1.005 + SLACK:
        message = N_("The shares add up to {total} %; a market has 100 %.")
        raise Invalid("shares", message, total=plain(total * 100))
    hhi = math.fsum((share * 100) ** 2 for share in given.shares)
    incomplete = total < 0.995 - SLACK
    warnings: tuple[Problem, ...] = ()
    if incomplete:
        message = N_("The shares add up to {total} % only: the index is at least this much.")
        words = {"total": plain(total * 100)}
        warnings = (Problem("shares-incomplete", message, words),)
    return Concentration(
        hhi,
        math.fsum(sorted(given.shares, reverse=True)[:4]),
        incomplete,
        _band(hhi, 1000, 1800),
        _band(hhi, 1500, 2500),
        warnings,
    )


def _band(hhi: float, moderate: float, high: float) -> Band:
    if hhi > high + SLACK:
        return "highly concentrated"
    return "moderately concentrated" if hhi >= moderate - SLACK else "unconcentrated"


@dataclass(frozen=True, slots=True)
class WatchedRival:
    """A rival, present or possible: shared customers, means, and pace, from 1 to 5."""

    id: str
    overlap: Rating
    capability: Rating
    momentum: Rating


@dataclass(frozen=True, slots=True)
class ThreatWatchInput:
    """The rivals to watch."""

    rivals: Annotated[tuple[WatchedRival, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Threat:
    """How much of a threat a rival is, up to 1, and how often to look."""

    id: str
    threat: float
    cadence: Literal["weekly", "monthly", "quarterly"]


@dataclass(frozen=True, slots=True)
class ThreatWatch:
    """The rivals with their threats."""

    rivals: tuple[Threat, ...]
    warnings: tuple[Problem, ...] = ()


@method("threat-watch")
def threat_watch(given: ThreatWatchInput) -> ThreatWatch:
    """Rate threats (house rule): overlap × capability × momentum / 125.

    From 0.5 look weekly, from 0.2 monthly, else quarterly.
    """
    return ThreatWatch(tuple(_threat(rival) for rival in given.rivals))


def _threat(rival: WatchedRival) -> Threat:
    threat = rival.overlap * rival.capability * rival.momentum / 125
    if threat >= 0.5 - SLACK:
        return Threat(rival.id, threat, "weekly")
    return Threat(rival.id, threat, "monthly" if threat >= 0.2 - SLACK else "quarterly")


@dataclass(frozen=True, slots=True)
class RivalCurve:
    """A rival's levels, one a factor."""

    id: str
    levels: Annotated[tuple[float, ...], SameLength("factors")]


@dataclass(frozen=True, slots=True)
class CanvasInput:
    """The factors an industry competes on, our levels and the rivals'."""

    factors: Ids
    own: Annotated[tuple[float, ...], SameLength("factors")]
    rivals: Annotated[tuple[RivalCurve, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Canvas:
    """The industry's line, without us, and how far ours lies from it."""

    industry: tuple[float, ...]
    divergence: float
    warnings: tuple[Problem, ...] = ()


@method("strategy-canvas")
def strategy_canvas(given: CanvasInput) -> Canvas:
    """Compare value curves: mean |own − industry| (Kim & Mauborgne 2005)."""
    columns = zip(*(rival.levels for rival in given.rivals), strict=True)
    industry = tuple(mean(column) for column in columns)
    apart = [abs(own - other) for own, other in zip(given.own, industry, strict=True)]
    return Canvas(industry, mean(apart))
