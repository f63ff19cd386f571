"""Rules about group opinions: ballots beyond their bounds, disagreement left unexplained."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from planner import paths
from planner.analysis.declaring import METHODS, Invalid
from planner.analysis.feeding.rivals import scale
from planner.analysis.voting import KendallInput
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_

MOST_DOTS = 10
LEAST_AGREEMENT = 0.3
"""Below this Kendall's W a room does not agree (house rule)."""

_RANKED = {
    "competitors": ("ranks", "competitors.success_factors"),
    "segments": ("ranks", "segments.criteria"),
    "positioning": ("ranks", "positioning.strategies"),
}
_SCALES = {"competitors": None, "segments": (1.0, 5.0)}


@rule(
    "ballot-over-limit", "error", N_("A ballot that breaks its bounds counts more than the others.")
)
def ballot_over_limit(review: Review) -> Iterator[Found]:
    """A participant placed more than ten dots in a section."""
    for section in ("competitors", "segments", "positioning"):
        for path, ballot in paths.members(review.plan, f"{section}.opinions"):
            dots: Any = getattr(ballot, "dots", ())
            placed = sum(dot.dots or 0 for dot in dots)
            if placed > MOST_DOTS:
                yield Found(
                    f"{path}.dots",
                    N_("“{who}” has placed {dots} dots; {most} is the most."),
                    {
                        "who": review.title(f"meta.participants[{ballot.id}]"),
                        "dots": placed,
                        "most": MOST_DOTS,
                    },
                )


@rule("vote-disagreement", "hint", N_("A mean without its spread hides the argument worth having."))
def vote_disagreement(review: Review) -> Iterator[Found]:
    """Opinions lie far apart, and no workshop's minutes say what the talk brought."""
    explained = {
        section
        for workshop in review.plan.evidence.workshops
        if workshop.minutes
        for section in workshop.opinions or ()
    }
    for section in ("competitors", "segments", "positioning"):
        if section in explained:
            continue
        agreement = _agreement(review, section)
        if agreement is not None and agreement < LEAST_AGREEMENT - 1e-9:
            yield Found(
                f"{section}.opinions",
                N_("The orders given agree little (Kendall’s W {w}); no minutes say why."),
                {"w": f"{agreement:.2f}"},
            )
        elif section in _SCALES and _spread(review, section):
            yield Found(
                f"{section}.opinions",
                N_("Scores given blind lie over half the scale apart; no minutes say why."),
            )


def _agreement(review: Review, section: str) -> float | None:
    """Kendall's W of the orders that everybody completed; None where there are not two."""
    way, ranked = _RANKED[section]
    names = [member.id for _, member in paths.members(review.plan, ranked)]
    rows = []
    for _, ballot in paths.members(review.plan, f"{section}.opinions"):
        ranks = {rank.id: rank.rank for rank in getattr(ballot, way) if rank.rank is not None}
        if names and all(name in ranks for name in names):
            rows.append(tuple(float(ranks[name]) for name in names))
    if len(rows) < 2 or len(names) < 2:
        return None
    try:
        found: float | None = METHODS["kendall-w"].call(KendallInput(tuple(rows))).w
    except Invalid:
        return None
    return found


def _spread(review: Review, section: str) -> bool:
    low, high = _SCALES[section] or scale(review.plan)
    scores: dict[str, list[float]] = {}
    for path, rating in paths.members(review.plan, f"{section}.opinions[*].scores[*].ratings"):
        value = getattr(rating, "score", None)
        if value is not None:
            scores.setdefault(path[path.index("].scores") :], []).append(float(value))
    return any(
        abs(a - b) > (high - low) / 2 + 1e-9
        for given in scores.values()
        for a, b in combinations(given, 2)
    )
