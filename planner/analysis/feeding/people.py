"""Feeding the methods about what people said: wishes, findings, recommendation."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.runs import Missing, Run, run
from planner.analysis.goals import OpportunityInput, Outcome
from planner.analysis.intervals import NpsInput, WilsonInput
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
        found.append(run("opportunity", path, given, read))
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
    found = []
    for study in plan.audience.studies:
        for finding in study.findings:
            said, asked = finding.said_so, finding.asked
            if said is not None and asked and said <= asked:
                path = f"audience.studies[{study.id}].findings[{finding.id}]"
                read = (f"{path}.said_so", f"{path}.asked")
                found.append(run("wilson", path, WilsonInput(said, asked), read))
    return found


def recommendations(plan: Plan) -> list[Run]:
    """Whether people recommend us, for each study that asked."""
    found = []
    parts = ("promoters", "passives", "detractors")
    for study in plan.audience.studies:
        counts = [getattr(study, part) for part in parts]
        if None not in counts:
            path = f"audience.studies[{study.id}]"
            read = tuple(f"{path}.{part}" for part in parts)
            found.append(run("nps", path, NpsInput(*counts), read))
    return found
