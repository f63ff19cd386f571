"""Votes of a group: Borda counts, dots, and how far raters agree."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from planner.analysis.declaring import (
    SLACK,
    Among,
    Bound,
    Count,
    Filled,
    Ids,
    Invalid,
    Problem,
    method,
    undefined,
)
from planner.analysis.rules import mean, ranks, ratio
from planner.analysis.verifying import same_length
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class RankedBallot:
    """How often a ballot was cast, and its tiers, the best first; ids in one tier are tied."""

    tiers: tuple[Annotated[tuple[str, ...], Among("candidates")], ...]
    count: Annotated[int, Bound(1)] = 1


@dataclass(frozen=True, slots=True)
class BordaInput:
    """Who stands, and the ballots."""

    candidates: Ids
    ballots: Annotated[tuple[RankedBallot, ...], Filled()]


@dataclass(frozen=True, slots=True)
class BordaCandidate:
    """A candidate's points and place."""

    id: str
    points: float
    rank: int


@dataclass(frozen=True, slots=True)
class Borda:
    """Points, winners, how many ballots put the row above the column, and who beats all."""

    candidates: tuple[BordaCandidate, ...]
    winners: tuple[str, ...]
    pairwise: tuple[tuple[int, ...], ...]
    condorcet_winner: str | None
    warnings: tuple[Problem, ...] = ()


@method("borda")
def borda(given: BordaInput) -> Borda:
    """Borda count: n − rank points, the mean of their places for ties (de Borda 1781).

    Candidates left out of a ballot share the places that remain.

    Raises:
        Invalid: where a ballot names a candidate twice.
    """
    names = given.candidates
    points = dict.fromkeys(names, 0.0)
    above = {name: Counter[str]() for name in names}
    for index, ballot in enumerate(given.ballots):
        tiers = _tiers(ballot, names, index)
        for place, tier in enumerate(tiers):
            below = [name for later in tiers[place + 1 :] for name in later]
            share = len(below) + (len(tier) - 1) / 2
            for name in tier:
                points[name] += ballot.count * share
                for lower in below:
                    above[name][lower] += ballot.count
    places = ranks(points)
    pairwise = tuple(tuple(above[row][column] for column in names) for row in names)
    best = [
        name
        for name in names
        if all(above[name][other] > above[other][name] for other in names if other != name)
    ]
    return Borda(
        tuple(BordaCandidate(name, points[name], places[name] or 0) for name in names),
        tuple(name for name in names if places[name] == 1),
        pairwise,
        best[0] if best else None,
    )


def _tiers(ballot: RankedBallot, names: Sequence[str], index: int) -> list[Sequence[str]]:
    seen = set[str]()
    for place, tier in enumerate(ballot.tiers):
        for position, name in enumerate(tier):
            if name in seen:
                path = f"ballots[{index}].tiers[{place}][{position}]"
                raise Invalid(path, N_("“{value}” stands twice on this ballot."), value=name)
            seen.add(name)
    rest = [name for name in names if name not in seen]
    return [tier for tier in (*ballot.tiers, rest) if tier]


@dataclass(frozen=True, slots=True)
class DotBallot:
    """One person's dots by option."""

    id: str
    dots: dict[str, Count]


@dataclass(frozen=True, slots=True)
class DotsInput:
    """The options, how many dots each person has, and what they did with them."""

    options: Ids
    dots_per_person: Annotated[int, Bound(1)]
    ballots: Annotated[tuple[DotBallot, ...], Filled()]


@dataclass(frozen=True, slots=True)
class DottedOption:
    """An option's dots, and its share of all; None where there are none."""

    id: str
    dots: int
    share: float | None


@dataclass(frozen=True, slots=True)
class DotVotes:
    """Dots by option; ballots over the limit are out, those below it count."""

    options: tuple[DottedOption, ...]
    rejected: tuple[str, ...]
    incomplete: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("dot-votes")
def dot_votes(given: DotsInput) -> DotVotes:
    """Count dots; a ballot with too many is rejected, one with too few still counts.

    Raises:
        Invalid: where a ballot dots what is not an option.
    """
    options = set(given.options)
    for index, ballot in enumerate(given.ballots):
        for name in ballot.dots:
            if name not in options:
                path = f"ballots[{index}].dots.{name}"
                raise Invalid(path, N_("“{value}” is not among the options."), value=name)
    used = {ballot.id: sum(ballot.dots.values()) for ballot in given.ballots}
    rejected = tuple(who for who, dots in used.items() if dots > given.dots_per_person)
    incomplete = tuple(who for who, dots in used.items() if dots < given.dots_per_person)
    valid = [ballot.dots for ballot in given.ballots if ballot.id not in set(rejected)]
    dots = {name: sum(cast.get(name, 0) for cast in valid) for name in given.options}
    total = sum(dots.values())
    warnings = []
    if rejected:
        message = N_("Not counted, for they have more than {limit} dots: {who}.")
        words = {"who": ", ".join(rejected), "limit": given.dots_per_person}
        warnings.append(Problem("ballot-rejected", message, words))
    if incomplete:
        message = N_("Counted, though they have fewer than {limit} dots: {who}.")
        words = {"who": ", ".join(incomplete), "limit": given.dots_per_person}
        warnings.append(Problem("dots-unused", message, words))
    if total == 0:
        warnings.append(undefined(N_("No valid ballot has a dot: there are no shares.")))
    shown = tuple(DottedOption(name, count, ratio(count, total)) for name, count in dots.items())
    return DotVotes(shown, rejected, incomplete, tuple(warnings))


@dataclass(frozen=True, slots=True)
class KendallInput:
    """Ranks, a row for each rater; tied items bear the mean of their places."""

    ranks: Annotated[tuple[tuple[float, ...], ...], Filled()]


@dataclass(frozen=True, slots=True)
class Kendall:
    """Agreement from 0 to 1 and its test statistic; None where no rater tells items apart."""

    w: float | None
    s: float
    chi_square: float | None
    df: int
    agreement: Literal["weak", "moderate", "strong"] | None
    warnings: tuple[Problem, ...] = ()


@method("kendall-w")
def kendall_w(given: KendallInput) -> Kendall:
    """Kendall's coefficient of concordance, with his correction for ties (Kendall & Smith 1939).

    W = 12 S / (m²(n³ − n) − m Σ(t³ − t)); below 0.3 weak, above 0.7 strong; χ² = m(n − 1)W.

    Raises:
        Invalid: where a row is not a ranking of the same items.
    """
    raters, items = len(given.ranks), len(given.ranks[0])
    if items == 0:
        raise Invalid("ranks[0]", N_("A rater must rank at least 1 item."))
    ties = 0.0
    for index, row in enumerate(given.ranks):
        same_length(f"ranks[{index}]", row, items, "ranks[0]")
        ties += _ties(row, index)
    sums = [math.fsum(column) for column in zip(*given.ranks, strict=True)]
    middle = mean(sums)
    spread = math.fsum((total - middle) ** 2 for total in sums)
    under = raters**2 * (items**3 - items) - raters * ties
    w = ratio(12 * spread, under) if under > SLACK else None
    if w is None:
        problem = undefined(N_("No rater tells the items apart: there is no agreement to measure."))
        return Kendall(None, spread, None, items - 1, None, (problem,))
    grade: Literal["weak", "moderate", "strong"] = "moderate"
    if w < 0.3 - SLACK:
        grade = "weak"
    elif w > 0.7 + SLACK:
        grade = "strong"
    return Kendall(w, spread, raters * (items - 1) * w, items - 1, grade)


def _ties(row: Sequence[float], index: int) -> float:
    counts = Counter(row)
    ordered = sorted(counts)
    before = 0
    for value in ordered:
        place = before + (counts[value] + 1) / 2
        if abs(place - value) > 1e-6:
            message = N_("{value} is not a mean rank here; {place} would be.")
            position = row.index(value)
            words = {"value": f"{value:g}", "place": f"{place:g}"}
            raise Invalid(f"ranks[{index}][{position}]", message, **words)
        before += counts[value]
    return math.fsum(count**3 - count for count in counts.values())
