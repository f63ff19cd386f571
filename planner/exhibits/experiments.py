"""Tests and surveys: what we want to learn, how many it takes, what came out."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding import Run
from planner.blocks import ListBlock, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, bare, sentences, table_of
from planner.i18n import N_

TESTS = "promotion.experiments"
SURVEYS = "promotion.measurement.surveys"


@exhibit("experiments")
def experiments(ground: Ground) -> Table | None:
    """What we test, where, and by what we judge it."""
    shown = (
        Shown(N_("Test"), "name", 1.5),
        Shown(N_("How"), "kind", 1),
        Shown(N_("Where"), "channel", 1.2),
        Shown(N_("Judged by"), "kpi", 1.2),
        Shown(N_("Starts"), "start", 1),
        Shown(N_("Cost"), "cost", 0.8, "money"),
        Shown(N_("State"), "status", 0.7, thorough=True),
    )
    caption = ground.say(N_("What we test"))
    return table_of(ground, "experiments", caption, ground.members(TESTS), shown)


def _people(ground: Ground, _: Any, path: str) -> Text:
    found = ground.analysis.run_about("ab-sample-size", path)
    return (ground.voice.figure(found.result.n_per_group, *found.paths),) if found else ()


def _days(ground: Ground, _: Any, path: str) -> Text:
    found = ground.analysis.run_about("ab-duration", path)
    if found is None or found.result.days is None:
        return ()
    return (ground.voice.figure(found.result.days, *found.paths),)


def _effect(ground: Ground, test: Any, path: str) -> Text:
    if test.relative_effect is None:
        return ()
    return (ground.voice.percent(test.relative_effect, f"{path}.relative_effect"),)


@exhibit("experiment-sizes")
def experiment_sizes(ground: Ground) -> Table | None:
    """How many people and days each test takes to see the change it looks for."""
    shown = (
        Shown(N_("Test"), "name", 1.8),
        Shown(N_("Rate today"), "baseline_rate", 0.8, "figure"),
        Shown(N_("Change to be seen"), _effect, 0.9, "figure"),
        Shown(N_("Visitors a day"), "daily_visitors", 0.9, "figure"),
        Shown(N_("In the test"), "share_in_test", 0.8, "figure", thorough=True, once=True),
        Shown(N_("Versions"), "groups", 0.8, "figure", thorough=True, once=True),
        Shown(N_("Risk of a false alarm"), "alpha", 0.9, "figure", thorough=True, once=True),
        Shown(N_("Chance to see it"), "power", 0.9, "figure", thorough=True, once=True),
        Shown(N_("People a version"), _people, 0.9, "figure"),
        Shown(N_("Days"), _days, 0.7, "figure"),
    )
    caption = ground.say(N_("How many people each test needs, and for how long"))
    return table_of(ground, "experiment-sizes", caption, ground.members(TESTS), shown)


@reading("experiments")
def experiments_reading(ground: Ground) -> Text:
    """Which test takes longest, and which take longer than the period leaves."""
    durations = [run for run in ground.analysis.runs("ab-duration") if run.result.days]
    if not durations:
        return ()
    longest = max(durations, key=lambda run: run.result.days)
    days = ground.voice.number(longest.result.days, *longest.paths)
    name = ground.title(longest.subject)
    if not _fits(ground, longest):
        return ground.say(
            N_(
                "“{test}” would need {days} days, more than the period leaves it: as planned"
                " it can prove nothing."
            ),
            test=name,
            days=days,
        )
    if len(durations) == 1:
        return ground.say(N_("“{test}” shows its answer after {days} days."), test=name, days=days)
    return ground.say(N_("The longest test, “{test}”, takes {days} days."), test=name, days=days)


def _fits(ground: Ground, found: Run) -> bool:
    from datetime import date

    period = ground.plan.meta.period
    if period is None:
        return True
    test = next(t for t in ground.plan.promotion.experiments if found.subject.endswith(f"[{t.id}]"))
    first = date.fromisoformat(f"{period[0]}-01")
    year, month = int(period[1][:4]), int(period[1][5:])
    after = date(year + month // 12, month % 12 + 1, 1)
    left = (after - (test.start or first)).days
    return bool(found.result.days <= left)


@exhibit("experiment-rules")
def experiment_rules(ground: Ground) -> ListBlock | None:
    """What we believe, what is done at which result, and what was learned."""
    items = []
    for path, test in ground.members(TESTS):
        parts = []
        if test.hypothesis:
            belief = bare(ground.said(f"{path}.hypothesis"))
            parts.append(ground.say(N_("We believe: {what}."), what=belief))
        if test.decision_rule:
            rule = ground.said(f"{path}.decision_rule")
            parts.append(ground.say(N_("What we do with the result: {rule}"), rule=rule))
        if test.learned and ground.thorough:
            parts.append(
                ground.say(N_("What we learned: {what}"), what=ground.said(f"{path}.learned"))
            )
        said = sentences(parts)
        if said:
            name = tuple(Span(s.text, s.sources, bold=True) for s in ground.title(path))
            items.append((*name, Span(" – "), *said))
    return ListBlock(tuple(items)) if items else None


@exhibit("experiment-results")
def experiment_results(ground: Ground) -> ListBlock | None:
    """What came out of each test, with the room that chance leaves."""
    if not ground.thorough:
        return None
    compared = ground.analysis.runs("proportion-difference")
    items = [_result(ground, found) for found in compared]
    for path, test in ground.members(TESTS):
        if not any(found.subject.startswith(f"{path}.") for found in compared):
            items += [_alone(ground, path, group) for group in test.results if group.people]
    return ListBlock(tuple(items)) if items else None


def _alone(ground: Ground, path: str, group: Any) -> Text:
    at = f"{path}.results[{group.id}]"
    return ground.say(
        N_("{test}: of {people} people {buyers} bought."),
        test=ground.title(path),
        people=ground.voice.number(group.people, f"{at}.people"),
        buyers=ground.voice.number(group.buyers or 0, f"{at}.buyers"),
    )


def _result(ground: Ground, found: Run) -> Text:
    path = found.subject.partition(".results")[0]
    first, second = found.given.first, found.given.second
    control = f"{path}.results[control]"
    parts: dict[str, Text | Span] = {
        "test": ground.title(path),
        "before": ground.voice.percent(
            round(first.successes / first.n, 3), f"{control}.people", f"{control}.buyers"
        ),
        "after": ground.voice.percent(round(second.successes / second.n, 3), *found.paths),
        "low": ground.voice.percent(round(found.result.low, 3), *found.paths),
        "high": ground.voice.percent(round(found.result.high, 3), *found.paths),
    }
    if found.result.low > 0:
        message = N_(
            "{test}: {after}, against {before} in the control group. The difference,"
            " {low} to {high}, is more than chance."
        )
    elif found.result.high < 0:
        message = N_(
            "{test}: only {after}, against {before} in the control group. The difference,"
            " {low} to {high}, is more than chance: the change does harm."
        )
    else:
        message = N_(
            "{test}: {after}, against {before} in the control group. The difference may be"
            " chance: it lies between {low} and {high}."
        )
    return ground.say(message, **parts)


def _invited(ground: Ground, _: Any, path: str) -> Text:
    found = ground.analysis.run_about("survey-sample-size", path)
    if found is None or found.result.invitations is None:
        return ()
    return (ground.voice.figure(found.result.invitations, *found.paths),)


@exhibit("surveys")
def surveys(ground: Ground) -> Table | None:
    """Surveys that are repeated, with how many must be invited."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Survey"), "name", 1.5),
        Shown(N_("Asked"), "wording", 2.2),
        Shown(N_("For"), "kpi", 1.2),
        Shown(N_("People in the group"), "population", 0.9, "figure"),
        Shown(N_("Error allowed"), "error", 0.8, "figure"),
        Shown(N_("How sure"), "confidence", 0.7, "figure", once=True),
        Shown(N_("Share that answer"), "response_rate", 0.8, "figure"),
        Shown(N_("To invite"), _invited, 0.8, "figure"),
        Shown(N_("When"), "date", 1),
    )
    caption = ground.say(N_("Surveys that follow a measure over time"))
    return table_of(ground, "surveys", caption, ground.members(SURVEYS), shown)


@exhibit("survey-results")
def survey_results(ground: Ground) -> ListBlock | None:
    """What the surveys found, with the room that the sample leaves."""
    if not ground.thorough:
        return None
    items = []
    for path, survey in ground.members(SURVEYS):
        share = ground.analysis.run_about("wilson", path)
        if share is not None:
            items.append(
                ground.say(
                    N_(
                        "{survey}: {yes} of {asked} said yes, {share}; for the whole group"
                        " {low} to {high}."
                    ),
                    survey=ground.title(path),
                    yes=ground.voice.number(survey.answers.yes, f"{path}.answers.yes"),
                    asked=ground.voice.number(survey.answers.asked, f"{path}.answers.asked"),
                    share=ground.voice.percent(round(share.result.proportion, 3), *share.paths),
                    low=ground.voice.percent(round(share.result.low, 3), *share.paths),
                    high=ground.voice.percent(round(share.result.high, 3), *share.paths),
                )
            )
        score = ground.analysis.run_about("nps", path)
        if score is not None:
            items.append(
                ground.say(
                    N_(
                        "{survey}: those who would recommend us less those who would not make"
                        " {points} points, give or take {margin}."
                    ),
                    survey=ground.title(path),
                    points=ground.voice.number(round(score.result.nps_points), *score.paths),
                    margin=ground.voice.number(
                        round(score.result.margin_of_error_points), *score.paths
                    ),
                )
            )
    return ListBlock(tuple(items)) if items else None
