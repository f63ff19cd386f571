"""How far those who took part agree: the spread behind every weight, never who said what."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import Any, Literal

from planner import paths
from planner.blocks import Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import row, table, words
from planner.i18n import N_

Section = Literal["competitors", "segments"]
_RATED = {"competitors": "competitors.success_factors", "segments": "segments.criteria"}
_WAYS = {
    "typed": N_("The weights were set by hand."),
    "points": N_("The weights follow the points that each gave."),
    "ranks": N_("The weights follow the order in which each put them."),
    "pairs": N_("The weights follow comparisons in pairs."),
    "dots": N_("The weights follow the dots that each placed."),
}
_AGREED = {
    "competitors": N_("How far we agree on what decides for buyers: mean, least and most"),
    "segments": N_("How far we agree on what groups are judged by: mean, least and most"),
}
_WIDE = 2
"""From this distance between the highest and the lowest score on, the room disagrees."""


def _votes(
    ground: Ground, section: Section, way: str, value: str, key: str
) -> list[tuple[float, str]]:
    """What each participant gave one thing, with the path it stands at."""
    found = []
    for path, vote in ground.members(f"{section}.opinions[*].{way}"):
        number = getattr(vote, value)
        if vote.id == key and number is not None:
            found.append((float(number), f"{path}.{value}"))
    return found


def _spread(ground: Ground, votes: Sequence[tuple[float, str]]) -> Text:
    """Mean and, where they differ, the least and the most of several votes."""
    if not votes:
        return ()
    sources = [source for _, source in votes]
    numbers = [number for number, _ in votes]
    mean = (ground.voice.number(round(fmean(numbers), 1), *sources),)
    if min(numbers) == max(numbers):
        return mean
    return ground.say(
        N_("{mean} ({low} to {high})"),
        mean=mean,
        low=ground.voice.number(min(numbers), *sources),
        high=ground.voice.number(max(numbers), *sources),
    )


def _pairs(ground: Ground, section: Section, key: str) -> list[tuple[float, str]]:
    """How many times as important one thing was held, over all its comparisons."""
    found = []
    pattern = f"{section}.opinions[*].pairs"
    for path, one in ground.members(pattern):
        if one.id != key:
            continue
        found += [
            (float(other.ratio), f"{path}.over[{other.id}].ratio")
            for other in one.over
            if other.ratio is not None
        ]
    return found


def _agreement(ground: Ground, section: Section) -> Table | None:
    if not ground.deep:
        return None
    columns = (
        words(ground, N_("What was weighed"), 2.2),
        words(ground, N_("Points"), 1.2),
        words(ground, N_("Place"), 1.2),
        words(ground, N_("Dots"), 1.2),
        words(ground, N_("Times as important"), 1.3),
    )
    rows = []
    for path, _ in ground.members(_RATED[section]):
        key = path[path.rindex("[") + 1 : -1]
        cells = [
            _spread(ground, _votes(ground, section, way, value, key))
            for way, value in (("points", "points"), ("ranks", "rank"), ("dots", "dots"))
        ]
        pairs = _spread(ground, _pairs(ground, section, key)) if ground.thorough else ()
        if any(cells) or pairs:
            # What is weighed has its own source; how far we agree has none but our votes.
            what = Span(plain(ground.title(path)), (path,))
            rows.append(row(what, *cells, pairs))
    return table(f"{section}-agreement", ground.say(_AGREED[section]), columns, rows)


@exhibit("competitors-agreement")
def competitors_agreement(ground: Ground) -> Table | None:
    """The spread of what each thought that decides for buyers."""
    return _agreement(ground, "competitors")


@exhibit("segments-agreement")
def segments_agreement(ground: Ground) -> Table | None:
    """The spread of what each thought groups should be judged by."""
    return _agreement(ground, "segments")


def _way(ground: Ground, section: Section) -> Text:
    way = paths.get(ground.plan, f"{section}.weighting")
    return (Span(ground.voice.word(_WAYS[way]), (f"{section}.weighting",)),) if way else ()


def _disputed(ground: Ground, section: Section, owners: str, factors: str) -> Text:
    """Where the scores given before anybody saw the others' lie far apart."""
    scores: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for path, rating in ground.members(f"{section}.opinions[*].scores[*].ratings"):
        score: Any = getattr(rating, "score", None)
        if score is not None:
            owner = path[: path.rindex(".ratings[")]
            key = owner[owner.rindex("[") + 1 : -1]
            scores.setdefault((key, rating.id), []).append((float(score), f"{path}.score"))
    if not scores:
        return ()
    everything = [source for votes in scores.values() for _, source in votes]
    apart = {
        pair: votes
        for pair, votes in scores.items()
        if max(v for v, _ in votes) - min(v for v, _ in votes) >= _WIDE
    }
    if not apart:
        message = N_("Scores given blind lie no more than one step apart.")
        return (Span(ground.voice.word(message), tuple(everything)),)
    named = [
        ground.say(
            N_("{what} of {whom}"),
            what=ground.title(f"{factors}[{factor}]"),
            whom=_whom(ground, owner, owners),
        )
        for owner, factor in sorted(apart)
    ]
    return ground.voice.say_count(
        N_("Scores given blind lie two steps or more apart in {number} place: {places}."),
        N_("Scores given blind lie two steps or more apart in {number} places: {places}."),
        len(apart),
        number=ground.voice.number(len(apart), *everything),
        places=ground.voice.join(named[:5]),
    )


def _whom(ground: Ground, owner: str, owners: str) -> Text:
    if owner == "own":
        return ground.said("business.company.name") or ground.say(N_("us"))
    return ground.title(f"{owners}[{owner}]")


@reading("competitors-weighting")
def competitors_weighting(ground: Ground) -> Text:
    """How the weights of what decides were found, and where the room disagreed."""
    said = _way(ground, "competitors")
    more = _disputed(ground, "competitors", "competitors.items", "competitors.success_factors")
    return (*said, Span(" "), *more) if said and more else said or more


@reading("segments-weighting")
def segments_weighting(ground: Ground) -> Text:
    """How the weights of the criteria were found, and where the room disagreed."""
    said = _way(ground, "segments")
    more = _disputed(ground, "segments", "segments.items", "segments.criteria")
    return (*said, Span(" "), *more) if said and more else said or more
