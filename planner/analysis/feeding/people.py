"""Feeding the methods about what people said: wishes, findings, recommendation."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.runs import Missing, Run, applied, fed
from planner.analysis.goals import JourneyInput, OpportunityInput, Outcome
from planner.analysis.intervals import NpsInput, WilsonInput
from planner.analysis.sampling import SurveySizeInput
from planner.model.plan import Plan

_SCORES = ("importance", "satisfaction")


def opportunities(plan: Plan) -> list[Run | Missing]:
    """What each person wants and does not get; answers count before our own estimate."""
    found: list[Run | Missing] = []
    for persona in plan.audience.personas:
        path = f"audience.personas[{persona.id}]"
        known = [(o, parts) for o in persona.outcomes if (parts := _parts(o)) is not None]
        if not known:
            continue
        given = OpportunityInput(
            tuple(Outcome(outcome.id, **_filled(outcome, parts)) for outcome, parts in known)
        )
        read = tuple(f"{path}.outcomes[{o.id}].{part}" for o, parts in known for part in parts)
        found.append(fed("opportunity", path, given, read))
    return found or [Missing("opportunity", ("audience.personas[*].outcomes",))]


def _parts(outcome: Any) -> tuple[str, ...] | None:
    parts = tuple(
        f"{name}_answers" if getattr(outcome, f"{name}_answers") else name for name in _SCORES
    )
    return parts if all(getattr(outcome, part) is not None for part in parts) else None


def _filled(outcome: Any, parts: tuple[str, ...]) -> dict[str, Any]:
    return {
        part: tuple(float(answer) for answer in value) if part.endswith("_answers") else value
        for part in parts
        if (value := getattr(outcome, part)) is not None
    }


def findings(plan: Plan) -> list[Run]:
    """How sure each finding is that so many of so many said."""
    found: list[Run | Missing] = []
    for study in plan.audience.studies:
        for finding in study.findings:
            said, asked = finding.said_so, finding.asked
            if said is not None and asked and said <= asked:
                path = f"audience.studies[{study.id}].findings[{finding.id}]"
                read = (f"{path}.said_so", f"{path}.asked")
                found.append(fed("wilson", path, WilsonInput(said, asked), read))
    return applied(found)


def recommendations(plan: Plan) -> list[Run]:
    """Whether people recommend us, for each study that asked."""
    found: list[Run | Missing] = []
    parts = ("promoters", "passives", "detractors")
    for study in plan.audience.studies:
        counts = [getattr(study, part) for part in parts]
        if None not in counts:
            path = f"audience.studies[{study.id}]"
            read = tuple(f"{path}.{part}" for part in parts)
            found.append(fed("nps", path, NpsInput(*counts), read))
    return applied(found)


CONFIDENCE = 0.95
"""How sure a study wants to be where the plan does not say (the field's default)."""


def sizes(plan: Plan) -> list[Run]:
    """How many each study must ask, of the groups of the people it is about."""
    found: list[Run | Missing] = []
    groups = {persona.id: persona.segment for persona in plan.audience.personas}
    people = {segment.id: segment.size for segment in plan.segments.items}
    for study in plan.audience.studies:
        if not study.wanted_margin:
            continue
        path = f"audience.studies[{study.id}]"
        about = {groups.get(sample.id) for sample in study.samples} - {None}
        known = [people.get(segment or "") for segment in sorted(filter(None, about))]
        population = sum(size or 0 for size in known) if known and all(known) else None
        given = SurveySizeInput(
            study.wanted_margin,
            0.5,
            study.confidence or CONFIDENCE,
            population,
            1.0 if study.expected_response is None else study.expected_response,
        )
        names = ("wanted_margin", "confidence", "expected_response")
        read = [f"{path}.{name}" for name in names if getattr(study, name) is not None]
        if population is not None:
            read += [f"segments.items[{one}].size" for one in sorted(filter(None, about))]
        found.append(fed("survey-sample-size", path, given, tuple(read)))
    return applied(found)


def journey(plan: Plan) -> Run | Missing:
    """Which steps of the way are empty for whom; a filled one has a question and a touchpoint."""
    stages, personas = plan.audience.journey, plan.audience.personas
    known = {persona.id for persona in personas}
    filled = [
        (stage.id, cell.id)
        for stage in stages
        for cell in stage.cells
        if cell.question and cell.touchpoint and cell.id in known
    ]
    if not stages or not personas:
        return Missing("journey-coverage", ("audience.journey", "audience.personas"))
    given = JourneyInput(
        tuple(stage.id for stage in stages), tuple(p.id for p in personas), tuple(filled)
    )
    at = "audience.journey"
    read = [
        f"{at}[{stage}].cells[{persona}].{name}"
        for stage, persona in filled
        for name in ("question", "touchpoint")
    ]
    return fed("journey-coverage", at, given, tuple(read), (f"{at}[*].cells",))
