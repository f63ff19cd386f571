"""Weighted matrices: the competitive profile, the segment matrix, and how sure they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Problem,
    SameLength,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import normalised, ranking, ranks, weight_warnings, weighted
from planner.analysis.verifying import bounded
from planner.i18n import N_

Scale: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A competitor's ratings, one a factor; None is not known."""

    id: str
    ratings: Annotated[tuple[float | None, ...], SameLength("weights")]


@dataclass(frozen=True, slots=True)
class CompetitiveProfileInput:
    """Factor weights and the competitors rated by them, on a scale."""

    weights: Annotated[tuple[Size, ...], Filled()]
    competitors: Annotated[tuple[Profile, ...], Filled()]
    scale: Scale = (1.0, 4.0)


@dataclass(frozen=True, slots=True)
class ProfileScore:
    """A competitor's score over the factors it is rated on; `coverage` is their weight."""

    id: str
    score: float | None
    weighted: tuple[float | None, ...]
    coverage: float
    missing: tuple[int, ...]
    rank: int | None


@dataclass(frozen=True, slots=True)
class CompetitiveProfile:
    """Scores and ranking of a competitive profile matrix."""

    weights: tuple[float, ...]
    weights_sum: float
    competitors: tuple[ProfileScore, ...]
    ranking: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


def check_scale(scale: Scale) -> None:
    """Require a scale to rise.

    Raises:
        Invalid: where it does not.
    """
    if scale[0] >= scale[1]:
        raise Invalid("scale", N_("The scale must rise from its first to its second end."))


@method("competitive-profile")
def competitive_profile(given: CompetitiveProfileInput) -> CompetitiveProfile:
    """Score competitors on weighted success factors.

    score = Σ w·r over the rated factors / Σ w of those (David, Strategic Management, ch. 3);
    a missing rating is not 0.

    Raises:
        Invalid: for all-zero weights and ratings off the scale.
    """
    check_scale(given.scale)
    weights = normalised(given.weights)
    warnings = list(weight_warnings(given.weights))
    for index, rival in enumerate(given.competitors):
        for place, rating in enumerate(rival.ratings):
            if rating is not None:
                bounded(f"competitors[{index}].ratings[{place}]", rating, *given.scale)
    scored = {rival.id: _scored(rival, weights) for rival in given.competitors}
    places = ranks({identity: score for identity, (score, *_) in scored.items()})
    results = []
    for rival in given.competitors:
        score, weighted, coverage, missing = scored[rival.id]
        results.append(ProfileScore(rival.id, score, weighted, coverage, missing, places[rival.id]))
        warnings += _missing(rival.id, score, coverage, missing)
    return CompetitiveProfile(
        weights,
        math.fsum(given.weights),
        tuple(results),
        ranking({identity: score for identity, (score, *_) in scored.items()}),
        tuple(warnings),
    )


def _scored(
    rival: Profile, weights: Sequence[float]
) -> tuple[float | None, tuple[float | None, ...], float, tuple[int, ...]]:
    weighted = tuple(
        None if rating is None else weight * rating
        for rating, weight in zip(rival.ratings, weights, strict=True)
    )
    missing = tuple(index for index, rating in enumerate(rival.ratings) if rating is None)
    coverage = 1.0 - math.fsum(weights[index] for index in missing) if missing else 1.0
    if coverage <= SLACK:
        return None, weighted, 0.0, missing
    score = math.fsum(part for part in weighted if part is not None) / coverage
    return score, weighted, coverage, missing


def _missing(
    identity: str, score: float | None, coverage: float, missing: Sequence[int]
) -> list[Problem]:
    if not missing:
        return []
    named = ", ".join(str(index + 1) for index in missing)
    found = [
        Problem(
            "missing-rating",
            N_("{id} has no rating for factor {factors}: scored on {share} % of the weight."),
            {"id": identity, "factors": named, "share": f"{coverage * 100:.0f}"},
        )
    ]
    if score is None:
        found.append(undefined(N_("{id} has no rating that counts: no score."), id=identity))
    return found


Band: TypeAlias = Literal["low", "medium", "high"]
Zone: TypeAlias = Literal["invest", "selective", "harvest or avoid", "excluded"]


@dataclass(frozen=True, slots=True)
class RatedSegment:
    """A segment's ratings by both sets of criteria, and why it is excluded, if it is."""

    id: str
    attractiveness: Annotated[tuple[float, ...], SameLength("attractiveness_weights")]
    strength: Annotated[tuple[float, ...], SameLength("strength_weights")]
    excluded: str | None = None


@dataclass(frozen=True, slots=True)
class SegmentMatrixInput:
    """Weights of both sets of criteria and the segments rated by them."""

    attractiveness_weights: Annotated[tuple[Size, ...], Filled()]
    strength_weights: Annotated[tuple[Size, ...], Filled()]
    segments: Annotated[tuple[RatedSegment, ...], Filled()]
    scale: Scale = (1.0, 5.0)


@dataclass(frozen=True, slots=True)
class PlacedSegment:
    """Where a segment stands in the matrix."""

    id: str
    attractiveness: float
    strength: float
    attractiveness_band: Band
    strength_band: Band
    zone: Zone


@dataclass(frozen=True, slots=True)
class SegmentMatrix:
    """The segments placed; `targets` are those in the zone to invest in."""

    segments: tuple[PlacedSegment, ...]
    targets: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("segment-matrix")
def segment_matrix(given: SegmentMatrixInput) -> SegmentMatrix:
    """Place segments by attractiveness and our strength (GE/McKinsey matrix).

    The scale is cut in thirds; the zone is the sum of the two bands, low 0 to high 2: from 3
    invest, 2 selective, below harvest or avoid. An excluded segment is never a target.

    Raises:
        Invalid: for all-zero weights and ratings off the scale.
    """
    check_scale(given.scale)
    pull = normalised(given.attractiveness_weights, "attractiveness_weights")
    able = normalised(given.strength_weights, "strength_weights")
    placed = []
    for index, segment in enumerate(given.segments):
        scores = []
        for name, weights in (("attractiveness", pull), ("strength", able)):
            ratings = getattr(segment, name)
            for place, rating in enumerate(ratings):
                bounded(f"segments[{index}].{name}[{place}]", rating, *given.scale)
            scores.append(weighted(weights, ratings))
        placed.append(_placed(segment, scores[0], scores[1], given.scale))
    warnings = (
        *weight_warnings(given.attractiveness_weights),
        *weight_warnings(given.strength_weights),
    )
    targets = tuple(segment.id for segment in placed if segment.zone == "invest")
    return SegmentMatrix(tuple(placed), targets, warnings)


BANDS: tuple[Band, ...] = ("low", "medium", "high")


def cuts(scale: Scale) -> tuple[float, float]:
    """The two lines that part a scale in thirds."""
    width = scale[1] - scale[0]
    return scale[0] + width / 3, scale[0] + width * 2 / 3


def _placed(segment: RatedSegment, pull: float, able: float, scale: Scale) -> PlacedSegment:
    bands = [sum(value >= cut - SLACK for cut in cuts(scale)) for value in (pull, able)]
    zone: Zone = "excluded" if segment.excluded is not None else _zone(sum(bands))
    return PlacedSegment(segment.id, pull, able, BANDS[bands[0]], BANDS[bands[1]], zone)


def _zone(bands: int) -> Zone:
    if bands >= 3:
        return "invest"
    return "selective" if bands == 2 else "harvest or avoid"
