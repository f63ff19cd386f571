"""Every question has its use: it is printed, read by an analysis, or says why not."""

import pytest

import planner
from planner import paths
from planner.analysis.feeding import analysed
from planner.model.nodes import declared
from planner.model.plan import Plan
from tests.plans import filled, sample

STEERS = {
    "business.last_year.had_plan": "decides which sentence opens the chapter on last year",
    "positioning.swot[*].kind": "decides in which of the four lists a line stands",
    "promotion.channels[*].kind": "names a channel that has no name of its own, fills defaults",
    "business.last_year.results[*].unit": "decides how target and result are written",
    "business.goals[*].unit": "decides how the goal's figures are written",
    "market.sizes[*].name": "distinguishes markets where there are several",
    "meta.language": "the language of the answers; the document's own is another field",
    "positioning.messages[*].name": "a handle for references; the roof is what is printed",
    "positioning.strategies[*].goals": "printed with the option",
    "market.factors[*].category": "feeds the score by kind of change",
    "market.sizes[*].basis": "decides whether factors or three known figures are printed",
    "market.sizes[*].top_down[*].level": "decides after which step a size is printed",
    "market.sizes[*].bottom_up[*].level": "decides after which step a size is printed",
    "evidence.open_decisions[*].decision": "decides whether it is still open",
    "meta.confidentiality": "the words at the foot of each page",
    "meta.document.language": "the language that headings and computed sentences are written in",
    "meta.participants[*].name": "for the workshop's report; a plan prints the spread, no names",
    "meta.participants[*].role": "for the workshop's report; a plan prints the spread, no names",
}
TURNS = [
    (),
    (("positioning.strategies[one].decision", "rejected"),),
    (("promotion.channels[one].status", "rejected"),),
    (("business.last_year.results[one].next", "stop"),),
    (("market.sizes[one].basis", "three known figures"),),
    (("competitors.items[one].kind", "potential entrant"),),
    (("meta.document.version_label", None),),
    (
        ("audience.personas[one].outcomes[one].importance_answers", None),
        ("audience.personas[one].outcomes[one].satisfaction_answers", None),
    ),
]
"""Answers that lead a document down another way."""


@pytest.fixture(scope="module")
def used() -> set[str]:
    """Patterns of the paths that some document or analysis of a filled plan rests on."""
    seen = printed(paths.put(sample(), "meta.depth", "thorough")) | read(sample())
    for turn in TURNS:
        # a public document leaves confidential answers out
        plan = paths.put(filled(), "meta.confidentiality", "internal")
        for path, value in turn:
            plan = paths.put(plan, path, value)
        for depth in ("essential", "thorough"):
            seen |= printed(paths.put(plan, "meta.depth", depth))
        seen |= read(plan)
    return seen


def read(plan: Plan) -> set[str]:
    """Patterns of all paths that the analyses of a plan read."""
    analysis = analysed(plan)
    runs = [run for method in analysis.methods for run in analysis.runs(method)]
    return {paths.pattern(path) for run in runs for path in run.paths}


def printed(plan: Plan) -> set[str]:
    """Patterns of all paths that a plan's document rests on."""
    document = planner.compose(plan, "annual", "en")
    return {
        paths.pattern(source)
        for section in declared(Plan)
        for location in document.uses(section)
        for source in document.sources(location)
    }


def unused(depths: str, used: set[str]) -> set[str]:
    return {
        path
        for path, field in paths.questions()
        if field.ask.depth in depths
        and field.ask.printed
        and path not in used
        and path not in STEERS
        and not (field.is_estimate and any(p.startswith(path + ".") for p in used))
    }


def test_every_essential_question_is_printed(used):
    assert unused("E", used) == set()


def test_every_deeper_question_is_printed_or_computed_with(used):
    assert unused("ST", used) == set()


def test_what_the_first_analyses_read_is_read(used):
    wanted = {
        "competitors.items[*].levels[*].level", "competitors.own.levels[*].level",
        "segments.criteria[*].weight", "segments.items[*].ratings[*].score",
        "technology.items[*].relevance[*].score", "technology.items[*].levels[*].level",
        "promotion.channels[*].months[*].budget", "promotion.channels[*].funnel.visit_to_lead.base",
        "competitors.curve_factors[*].name", "competitors.success_factors[*].weight",
    }  # fmt: skip
    assert wanted <= used


def test_what_is_not_printed_says_why():
    for path, field in paths.questions():
        assert field.ask.printed or field.ask.because, path
