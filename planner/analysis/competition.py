"""Ourselves beside the rivals: technology and features."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Choice,
    Filled,
    Ids,
    Problem,
    SameLength,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import mean, normalised, ranking, ratio, weight_warnings, weighted
from planner.i18n import N_

Level = Annotated[float, Bound(0, 4)]
Relevance = Annotated[float, Bound(0, 5)]
FeatureLevel = Annotated[float, Choice(0, 0.5, 1)]
HALF = 0.5
"""From this level on a feature counts as there."""
IN_USE = 3
"""From level 3 on a rival counts as having a technology."""


@dataclass(frozen=True, slots=True)
class RivalLevels:
    """How far a rival is with each technology: 0 none to 4 core."""

    id: str
    levels: Annotated[tuple[Level, ...], SameLength("technologies")]


@dataclass(frozen=True, slots=True)
class TechnologyGapInput:
    """Technologies with their relevance to the targets, our level and the rivals’."""

    technologies: Ids
    relevance: Annotated[tuple[Relevance, ...], SameLength("technologies")]
    own: Annotated[tuple[Level, ...], SameLength("technologies")]
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
    """
    count = len(given.technologies)
    positions = tuple(_position(given, index) for index in range(count))
    weight = sum(given.relevance)
    gaps = weighted(given.relevance, [position.gap for position in positions])
    best = weighted(given.relevance, [position.gap_to_best for position in positions])
    warnings: tuple[Problem, ...] = ()
    if weight == 0:
        warnings = (undefined(N_("No technology matters to a target: there is no index.")),)
    order = ranking({p.id: p.priority for p in positions if p.priority > SLACK})
    return TechnologyGap(positions, ratio(gaps, weight), ratio(best, weight), order, warnings)


def _position(given: TechnologyGapInput, index: int) -> TechnologyPosition:
    levels = [rival.levels[index] for rival in given.rivals]
    own, relevance = given.own[index], given.relevance[index]
    benchmark = mean(levels)
    gap = (benchmark - own) / 4
    return TechnologyPosition(
        given.technologies[index],
        benchmark,
        gap,
        (max(levels) - own) / 4,
        sum(level >= IN_USE - SLACK for level in levels) / len(levels),
        relevance * max(gap, 0.0),
    )


@dataclass(frozen=True, slots=True)
class RivalFeatures:
    """How far a rival has each feature: 0 not, 0.5 in part, 1 fully."""

    id: str
    levels: Annotated[tuple[FeatureLevel, ...], SameLength("features")]


@dataclass(frozen=True, slots=True)
class FeatureParityInput:
    """Features with their weights, our level and the rivals’."""

    features: Ids
    weights: Annotated[tuple[Size, ...], SameLength("features")]
    own: Annotated[tuple[FeatureLevel, ...], SameLength("features")]
    rivals: Annotated[tuple[RivalFeatures, ...], Filled()]


FeatureClass: TypeAlias = Literal[
    "gap", "table stakes", "differentiator", "rival differentiator", "neutral"
]


@dataclass(frozen=True, slots=True)
class RivalCoverage:
    """How much of the weighted features a rival covers."""

    id: str
    coverage: float


@dataclass(frozen=True, slots=True)
class ClassedFeature:
    """What a feature means in the market."""

    id: str
    class_: FeatureClass


@dataclass(frozen=True, slots=True)
class FeatureParity:
    """Our coverage, the rivals’, ours over the best of theirs, and each feature’s class."""

    own_coverage: float
    rivals: tuple[RivalCoverage, ...]
    parity: float | None
    features: tuple[ClassedFeature, ...]
    warnings: tuple[Problem, ...] = ()


@method("feature-parity")
def feature_parity(given: FeatureParityInput) -> FeatureParity:
    """Compare features (house rule): coverage = Σ w·level / Σ w.

    A feature counts as there from 0.5; two thirds of the rivals make it common, one third rare.

    Raises:
        Invalid: where all weights are 0.
    """
    weights = normalised(given.weights)
    own = weighted(weights, given.own)
    rivals = tuple(
        RivalCoverage(rival.id, weighted(weights, rival.levels)) for rival in given.rivals
    )
    parity = ratio(own, max(rival.coverage for rival in rivals))
    warnings = list(weight_warnings(given.weights))
    if parity is None:
        warnings.append(undefined(N_("No rival has any of the features: there is no parity.")))
    features = tuple(
        ClassedFeature(name, _class(given, index)) for index, name in enumerate(given.features)
    )
    return FeatureParity(own, rivals, parity, features, tuple(warnings))


def _class(given: FeatureParityInput, index: int) -> FeatureClass:
    have = sum(rival.levels[index] >= HALF for rival in given.rivals) / len(given.rivals)
    own = given.own[index] >= HALF
    if have >= 2 / 3 - SLACK:
        return "table stakes" if own else "gap"
    if have <= 1 / 3 + SLACK:
        if own:
            return "differentiator"
        return "rival differentiator" if have > 0 else "neutral"
    return "neutral"
