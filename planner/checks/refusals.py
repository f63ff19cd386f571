"""Rules about those refused: whether the media shut them out, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.spending import channel_amount
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.clean import fold


@rule("exclusion-not-in-media", "warning", N_("Money goes to people you decided to refuse."))
def exclusion_not_in_media(review: Review) -> Iterator[Found]:
    """A paid channel in use in which a refusal with words, areas or audiences is not applied."""
    refused = [
        exclusion
        for exclusion in review.plan.segments.exclusions
        if exclusion.negative_keywords or exclusion.areas or exclusion.audiences
    ]
    for channel in review.plan.promotion.channels:
        if not is_running(channel) or channel_amount(channel).value <= 0:
            continue
        applied = {e.id for e in channel.exclusions if e.applied is not None}
        lacking = [exclusion for exclusion in refused if exclusion.id not in applied]
        if lacking:
            path = f"promotion.channels[{channel.id}]"
            yield Found(
                f"{path}.exclusions",
                N_("“{channel}” does not shut out: {names}."),
                {
                    "channel": review.title(path),
                    "names": _some(review, [f"segments.exclusions[{e.id}]" for e in lacking]),
                },
            )


_NAMED = 6
"""So many are named; of more, three dots stand for the rest."""


def _some(review: Review, members: list[str]) -> str:
    names = ", ".join(review.title(path) for path in members[:_NAMED])
    return names if len(members) <= _NAMED else f"{names} …"


@rule("exclusion-hits-target", "error", N_("Words that shut out your own buyers cost you sales."))
def exclusion_hits_target(review: Review) -> Iterator[Found]:
    """A negative keyword or area that stands among a targeted person's words or places."""
    targets = {s.id for s in review.plan.segments.items if s.decision == "target"}
    used: dict[str, str] = {}
    for persona in review.plan.audience.personas:
        if persona.segment in targets:
            path = f"audience.personas[{persona.id}]"
            for said in (*_said(persona.words, "phrase"), *_said(persona.places, "name")):
                used.setdefault(said, path)
    for exclusion in review.plan.segments.exclusions:
        for part in ("negative_keywords", "areas"):
            for word in getattr(exclusion, part) or ():
                if fold(word) in used:
                    yield Found(
                        f"segments.exclusions[{exclusion.id}].{part}",
                        N_("“{word}” is shut out, but “{persona}” uses it."),
                        {"word": word, "persona": review.title(used[fold(word)])},
                    )


def _said(members: Any, name: str) -> Iterator[str]:
    for member in members:
        value = getattr(member, name)
        if value:
            yield fold(value)
