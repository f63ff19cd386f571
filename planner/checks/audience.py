"""Rules about the people behind the targets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from planner import paths
from planner.analysis.feeding import economics
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.spending import channel_amount
from planner.checks.finding import Found, Review, rule
from planner.i18n import N_
from planner.model.clean import fold

SENSITIVE = re.compile(
    r"\b(muslims?|christians?|jews?|jewish|catholics?|orthodox|religio\w+|church\w*|"
    r"ethnic\w*|roma\b|race|racial|gay|lesbian|homosexual\w*|sexual orientation|"
    r"trade union\w*|union member\w*|political\w*|voters? of)\b",
    re.IGNORECASE,
)
"""Words of belief, origin, sexual life, union and politics (English; a prompt, not a verdict)."""


@rule(
    "target-without-persona",
    "error",
    N_("A group without a face gets messages that fit nobody."),
)
def target_without_persona(review: Review) -> Iterator[Found]:
    """A targeted group that no portrait belongs to."""
    faces = {persona.segment for persona in review.plan.audience.personas}
    for identity in economics.targets(review.plan):
        if identity not in faces:
            yield Found(
                "audience.personas",
                N_("The target “{name}” has no portrait."),
                {"name": review.title(f"segments.items[{identity}]")},
            )


@rule("persona-without-people", "warning", N_("With nobody asked, a portrait is a guess."))
def persona_without_people(review: Review) -> Iterator[Found]:
    """A portrait for which nobody was asked."""
    for persona in review.plan.audience.personas:
        answered = any(
            sample.id == persona.id and sample.answered
            for study in review.plan.audience.studies
            for sample in study.samples
        )
        if not persona.people_heard and not answered:
            path = f"audience.personas[{persona.id}]"
            yield Found(
                f"{path}.people_heard",
                N_("Nobody was asked for “{name}”; it is printed as an assumption."),
                {"name": review.title(path)},
            )


@rule("barnum-persona", "warning", N_("If it fits anyone, nobody can sort real people by it."))
def barnum_persona(review: Review) -> Iterator[Found]:
    """A portrait without a question, word, place or trigger that another lacks."""
    personas = review.plan.audience.personas
    marks = {persona.id: _marks(persona) for persona in personas}
    shared = Counter(mark for known in marks.values() for mark in known)
    for persona in personas:
        if persona.sorting_question:
            continue
        if all(shared[mark] > 1 for mark in marks[persona.id]):
            path = f"audience.personas[{persona.id}]"
            yield Found(
                f"{path}.triggers",
                N_(
                    "Nothing tells “{name}” from anyone else: no trigger, place or word of its own."
                ),
                {"name": review.title(path)},
            )


def _marks(persona: Any) -> set[str]:
    texts = [trigger.statement for trigger in persona.triggers]
    texts += [place.name for place in persona.places]
    texts += [word.phrase for word in persona.words]
    return {fold(text) for text in texts if text}


@rule("persona-unreachable", "error", N_("A portrait that no channel reaches brings nothing."))
def persona_unreachable(review: Review) -> Iterator[Found]:
    """A targeted portrait that no channel in use names, itself or its group."""
    targets = set(economics.targets(review.plan))
    channels = [c for c in review.plan.promotion.channels if is_running(c) and _is_worked(c)]
    if not channels:
        return
    for persona in review.plan.audience.personas:
        if persona.segment not in targets:
            continue
        if not any(_reaches(channel, persona) for channel in channels):
            path = f"audience.personas[{persona.id}]"
            yield Found(
                path, N_("No channel in use reaches “{name}”."), {"name": review.title(path)}
            )


def _is_worked(channel: Any) -> bool:
    return bool(channel.cost_model == "own time" or channel_amount(channel).value)


def _reaches(channel: Any, persona: Any) -> bool:
    if channel.personas:
        return persona.id in channel.personas
    return not channel.segments or persona.segment in channel.segments


@rule(
    "sensitive-audience-data",
    "error",
    N_(
        "Belief, origin, sexual life, union and politics are protected by law; ask for the job"
        " to be done instead."
    ),
    grave=True,
)
def sensitive_audience_data(review: Review) -> Iterator[Found]:
    """A portrait that speaks of what the law protects."""
    for persona in review.plan.audience.personas:
        path = f"audience.personas[{persona.id}]"
        for answer in paths.answers(persona, path):
            match = SENSITIVE.search(answer.value) if isinstance(answer.value, str) else None
            if match:
                yield Found(
                    answer.path,
                    N_(
                        "“{word}” may speak of what the law protects; describe what they want to"
                        " get done."
                    ),
                    {"word": match[0]},
                )


@rule("objection-unanswered", "warning", N_("An unanswered doubt is a lost sale."))
def objection_unanswered(review: Review) -> Iterator[Found]:
    """An objection of a targeted person that no pillar of a message answers."""
    answered = {
        path
        for message in review.plan.positioning.messages
        for pillar in message.pillars
        for path in pillar.answers or ()
    }
    for persona in _targeted(review):
        for objection in persona.objections:
            path = f"audience.personas[{persona.id}].objections[{objection.id}]"
            if path not in answered:
                yield Found(
                    path,
                    N_("No message answers “{objection}” ({persona})."),
                    {
                        "objection": review.title(path),
                        "persona": review.title(f"audience.personas[{persona.id}]"),
                    },
                )


@rule("journey-gap", "hint", N_("Silence at a step sends them to whoever answers."))
def journey_gap(review: Review) -> Iterator[Found]:
    """A stage without question or touchpoint for a targeted person."""
    for stage in review.plan.audience.journey:
        cells = {cell.id: cell for cell in stage.cells}
        for persona in _targeted(review):
            cell = cells.get(persona.id)
            if cell is None or not cell.question or not cell.touchpoint:
                path = f"audience.journey[{stage.id}]"
                yield Found(
                    f"{path}.cells",
                    N_("At “{stage}” nothing says what “{persona}” asks or where you meet."),
                    {
                        "stage": review.title(path),
                        "persona": review.title(f"audience.personas[{persona.id}]"),
                    },
                )


def _targeted(review: Review) -> list[Any]:
    targets = {s.id for s in review.plan.segments.items if s.decision == "target"}
    return [p for p in review.plan.audience.personas if p.segment in targets]
