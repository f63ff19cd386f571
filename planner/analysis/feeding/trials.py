"""Feeding the methods about tests and surveys: how many it takes, how long, what came out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.analysis.feeding import economics
from planner.analysis.feeding.channels import ChannelFunnel
from planner.analysis.feeding.figures import Figure
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.intervals import DifferenceInput, NpsInput, Sample, WilsonInput
from planner.analysis.returns import HoldoutInput
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
    other = min(max(rate * (1 + effect), 0.0), 1.0)
    enable = (f"{path}.relative_effect",)
    size = AbSizeInput(rate, other, alpha, power)
    yield fed("ab-sample-size", path, size, tuple(read), enable)
    if test.daily_visitors is None:
        yield Missing("ab-duration", (f"{path}.daily_visitors",))
        return
    share = 1.0 if test.share_in_test is None else test.share_in_test
    given = AbDurationInput(
        test.daily_visitors, rate, effect, share, test.groups or 2, alpha, power
    )
    more = ["daily_visitors"]
    more += [name for name in ("share_in_test", "groups") if getattr(test, name) is not None]
    paths = (*read, *(f"{path}.{name}" for name in more))
    yield fed("ab-duration", path, given, paths, enable)


def _compared(test: Any) -> Iterator[Run | Missing]:
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
        yield fed("proportion-difference", f"{base}[{name}]", given, read)


PARTS = ("people", "buyers")
"""What a group's result consists of."""


def _asked(survey: Any) -> Iterator[Run | Missing]:
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
        yield fed("survey-sample-size", path, size, (*(f"{path}.{n}" for n in names), *read))
    if answers.asked and answers.yes is not None and answers.yes <= answers.asked:
        both = (f"{path}.answers.asked", f"{path}.answers.yes")
        yield fed("wilson", path, WilsonInput(answers.yes, answers.asked, sure), (*both, *read))
    for_us, content, against = answers.promoters, answers.passives, answers.detractors
    if None not in (for_us, content, against) and for_us + content + against:
        kinds = ("promoters", "passives", "detractors")
        said = tuple(f"{path}.answers.{name}" for name in kinds)
        yield fed("nps", path, NpsInput(for_us, content, against, sure), (*said, *read))


HELD_OUT = ("control group", "pause", "by area")
"""Kinds of experiment in which one group got nothing."""


def lifts(plan: Plan, funnels: tuple[ChannelFunnel, ...]) -> list[Run | Missing]:
    """What a channel won beyond a group that was left out of it."""
    found: list[Run | Missing] = []
    by_channel = {funnel.id: funnel for funnel in funnels}
    for test in plan.promotion.experiments:
        groups = {group.id: group for group in test.results if None not in _counts(group)}
        control = groups.pop("control", None)
        earned = _earned(plan, by_channel.get(test.channel or ""))
        if control is None or test.kind not in HELD_OUT or earned is None:
            continue
        path = f"promotion.experiments[{test.id}]"
        order, margin = earned
        for name, group in groups.items():
            given = HoldoutInput(
                *_counts(group), *_counts(control), order.value, margin.value, float(test.cost or 0)
            )
            read = [f"{path}.results[{w}].{part}" for w in ("control", name) for part in PARTS]
            read += [*order.sources, *margin.sources]
            read += [f"{path}.cost"] if test.cost is not None else []
            found.append(fed("holdout-lift", f"{path}.results[{name}]", given, tuple(read)))
    lacking = tuple(f"promotion.experiments[*].results[*].{part}" for part in PARTS)
    return or_missing(found, "holdout-lift", *lacking)


def _counts(group: Any) -> tuple[Any, Any]:
    return group.people, group.buyers


def _earned(plan: Plan, funnel: ChannelFunnel | None) -> tuple[Figure, Figure] | None:
    """What a buyer buys for, and the margin on it: the channel's, else the firm's."""
    if funnel is not None:
        given, sources = funnel.run.given, funnel.run.paths
        return Figure(given.channels[0].aov, sources), Figure(given.margin, sources)
    each, margin = economics.revenue_per_customer(plan), economics.firm_margin(plan)
    return (each, margin) if each is not None and margin is not None else None
