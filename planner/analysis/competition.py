"""Ourselves beside the rivals: the technology gap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean
from typing import Annotated

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Filled,
    Problem,
    method,
    ranking,
    ratio,
    same_length,
    undefined,
)
from planner.i18n import N_

Level = Annotated[float, Bound(0, 4)]
Relevance = Annotated[float, Bound(0, 5)]
IN_USE = 3
"""From level 3 on a rival counts as having a technology."""


@dataclass(frozen=True, slots=True)
class RivalLevels:
    """How far a rival is with each technology: 0 none to 4 core."""

    id: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class TechnologyGapInput:
    """Technologies with their relevance to the targets, our level and the rivals’."""

    technologies: Annotated[tuple[str, ...], Filled()]
    relevance: tuple[Relevance, ...]
    own: tuple[Level, ...]
    rivals: Annotated[tuple[RivalLevels, ...], Filled()]


@dataclass(frozen=True, slots=True)
class TechnologyPosition:
    """A technology: the rivals’ mean, how far we lag as a share of the scale, who has it."""

    id: str
    benchmark: float
    gap: float
    gap_to_best: float
    penetration: float
    priority: float


@dataclass(frozen=True, slots=True)
class TechnologyGap:
    """Every technology’s gap, the index over all, and those to catch up on, worst first."""

    technologies: tuple[TechnologyPosition, ...]
    index: float | None
    index_to_best: float | None
    ranking: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("technology-gap")
def technology_gap(given: TechnologyGapInput) -> TechnologyGap:
    """Measure how far we lag in technology (house rule): gap = (benchmark − own) / 4.

    The benchmark is the rivals’ mean; priority = relevance × max(gap, 0); the index weighs gaps by
    relevance, leads stay negative.

    Raises:
        Invalid: where lengths disagree.
    """
    count = len(given.technologies)
    same_length("relevance", given.relevance, count, "technologies")
    same_length("own", given.own, count, "technologies")
    for index, rival in enumerate(given.rivals):
        same_length(f"rivals[{index}].levels", rival.levels, count, "technologies")
    positions = tuple(_position(given, index) for index in range(count))
    weight = math.fsum(given.relevance)
    gaps = math.fsum(r * p.gap for r, p in zip(given.relevance, positions, strict=True))
    best = math.fsum(r * p.gap_to_best for r, p in zip(given.relevance, positions, strict=True))
    warnings = ()
    if weight == 0:
        warnings = (
            undefined("index", N_("No technology matters to a target: there is no index.")),
        )
    order = ranking({p.id: p.priority for p in positions if p.priority > SLACK})
    return TechnologyGap(positions, ratio(gaps, weight), ratio(best, weight), order, warnings)


def _position(given: TechnologyGapInput, index: int) -> TechnologyPosition:
    levels = [rival.levels[index] for rival in given.rivals]
    own, relevance = given.own[index], given.relevance[index]
    benchmark = fmean(levels)
    gap = (benchmark - own) / 4
    return TechnologyPosition(
        given.technologies[index],
        benchmark,
        gap,
        (max(levels) - own) / 4,
        sum(level >= IN_USE - SLACK for level in levels) / len(levels),
        relevance * max(gap, 0.0),
    )
