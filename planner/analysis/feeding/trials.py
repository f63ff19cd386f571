"""Feeding the methods about tests and surveys: how many it takes, how long, what came out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.analysis.declaring import Invalid
from planner.analysis.feeding.runs import Missing, Run, run
from planner.analysis.intervals import DifferenceInput, NpsInput, Sample, WilsonInput
from planner.analysis.sampling import AbDurationInput, AbSizeInput, SurveySizeInput
from planner.model.plan import Plan

ALPHA, POWER, CONFIDENCE = 0.05, 0.8, 0.95
"""Risk of a false alarm, chance to see a difference, surety of a survey: the fields' defaults."""


def trials(plan: Plan) -> list[Run | Missing]:
    """Sizes, durations and results of all experiments and surveys."""
    found: list[Run | Missing] = []
    for test in plan.promotion.experiments:
        found += _planned(test)
        found += _compared(test)
    for survey in plan.promotion.measurement.surveys:
        found += _asked(survey)
    return found


def _planned(test: Any) -> Iterator[Run | Missing]:
    """How many an experiment takes, and how many days."""
    path = f"promotion.experiments[{test.id}]"
    needed = ("baseline_rate", "relative_effect")
    lacking = tuple(f"{path}.{name}" for name in needed if getattr(test, name) is None)
    if lacking:
        if len(lacking) < len(needed):
            yield Missing("ab-sample-size", lacking)
        return
    alpha, power = test.alpha or ALPHA, test.power or POWER
    rate, effect = test.baseline_rate, test.relative_effect
    read = [f"{path}.{name}" for name in needed]
    read += [f"{path}.{name}" for name in ("alpha", "power") if getattr(test, name) is not None]
    try:
        size = AbSizeInput(rate, min(max(rate * (1 + effect), 0.0), 1.0), alpha, power)
        yield run("ab-sample-size", path, size, tuple(read))
        if test.daily_visitors is None:
            yield Missing("ab-duration", (f"{path}.daily_visitors",))
            return
        share = 1.0 if test.share_in_test is None else test.share_in_test
        given = AbDurationInput(
            test.daily_visitors, rate, effect, share, test.groups or 2, alpha, power
        )
        more = ["daily_visitors"]
        more += [name for name in ("share_in_test", "groups") if getattr(test, name) is not None]
        yield run("ab-duration", path, given, (*read, *(f"{path}.{name}" for name in more)))
    except Invalid:
        yield Missing("ab-sample-size", (f"{path}.relative_effect",))


def _compared(test: Any) -> Iterator[Run]:
    """Each tested version against the control group."""
    groups = {
        group.id: group
        for group in test.results
        if group.people and group.buyers is not None and group.buyers <= group.people
    }
    control = groups.pop("control", None)
    if control is None:
        return
    base = f"promotion.experiments[{test.id}].results"
    for name, group in groups.items():
        given = DifferenceInput(
            Sample(control.buyers, control.people), Sample(group.buyers, group.people)
        )
        read = tuple(f"{base}[{who}].{part}" for who in ("control", name) for part in PARTS)
        yield run("proportion-difference", f"{base}[{name}]", given, read)


PARTS = ("people", "buyers")
"""What a group's result consists of."""


def _asked(survey: Any) -> Iterator[Run]:
    """How many a survey must ask, and how sure its answers are."""
    path = f"promotion.measurement.surveys[{survey.id}]"
    sure = survey.confidence or CONFIDENCE
    answers = survey.answers
    read = (f"{path}.confidence",) if survey.confidence else ()
    if survey.error:
        people = survey.population if survey.population and survey.population >= 1 else None
        share = 1.0 if survey.response_rate is None else survey.response_rate
        names = [n for n in ("error", "population", "response_rate") if getattr(survey, n)]
        size = SurveySizeInput(survey.error, 0.5, sure, people, share)
        yield run("survey-sample-size", path, size, (*(f"{path}.{n}" for n in names), *read))
    if answers.asked and answers.yes is not None and answers.yes <= answers.asked:
        both = (f"{path}.answers.asked", f"{path}.answers.yes")
        yield run("wilson", path, WilsonInput(answers.yes, answers.asked, sure), (*both, *read))
    for_us, content, against = answers.promoters, answers.passives, answers.detractors
    if None not in (for_us, content, against) and for_us + content + against:
        kinds = ("promoters", "passives", "detractors")
        said = tuple(f"{path}.answers.{name}" for name in kinds)
        yield run("nps", path, NpsInput(for_us, content, against, sure), (*said, *read))
