"""Whatever is answered, feeding finds runs or says what is missing; calc prints the same."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner import calc, paths
from planner.analysis.declaring import METHODS
from planner.analysis.feeding import Analysis, analysed
from planner.analysis.feeding.families import FAMILIES
from planner.model.kinds.kind import BadValue
from planner.model.plan import Plan
from tests.analysis.feeding.answers import advertising, none_raised, plan_of
from tests.nightly import NIGHTLY
from tests.plans import _place, filled, sample, values

CALC_ONLY = {"bass", "mean-interval", "hill-saturation", "ca-map", "mds-map", "ahp-hierarchy"}
"""Not fed, or from imported rows only (FIELDS.md, "Which fields feed which method")."""
AT_IMPORT = {
    "rfm", "cohorts", "k-means", "bg-nbd", "bg-nbd-new", "bg-nbd-fit", "gamma-gamma",
    "gamma-gamma-fit",
}  # fmt: skip
QUESTIONS = [(path, field) for path, field in paths.questions() if not path.startswith("meta.doc")]


def test_every_method_that_a_plan_feeds_has_a_family():
    fed = [method for family in FAMILIES for method in family.methods]
    assert len(fed) == len(set(fed))
    assert set(METHODS) - set(fed) == CALC_ONLY | AT_IMPORT


@pytest.mark.parametrize("plan", [sample(), filled()], ids=["sample", "filled"])
def test_calc_fed_with_the_printed_input_prints_exactly_the_result(plan):
    analysis = analysed(plan)
    seen = 0
    for method in analysis.methods:
        for run in analysis.runs(method):
            printed = json.loads(json.dumps(calc.input_of(run.given)))
            assert calc.compute(method, printed) == calc.output_of(run.result), run.subject
            seen += 1
    assert seen > 50


def test_what_was_read_is_there():
    plan = sample()
    analysis = analysed(plan)
    for method in analysis.methods:
        for run in analysis.runs(method):
            assert run.paths, (method, run.subject)
            empty = [path for path in run.paths if paths.get(plan, path) in (None, (), "")]
            assert empty == [], (method, run.subject)


def test_a_blank_plan_says_what_every_method_waits_for():
    analysis = Analysis(Plan())
    assert analysis.methods == ()
    waiting = {gap.method for gap in analysis.missing}
    once_there_are_members = {
        "funnel", "romi", "phasing", "scenarios", "wilson", "nps", "survey-sample-size",
        "ab-sample-size", "ab-duration", "proportion-difference",
    }  # fmt: skip
    by_choice = {"ses", "holt", "holt-winters", "forecast-accuracy"}
    fed = {method for family in FAMILIES for method in family.methods}
    assert waiting == fed - once_there_are_members - by_choice
    assert all(gap.paths for gap in analysis.missing)


def test_missing_paths_lead_to_questions():
    known = {path for path, _ in paths.questions()}
    for plan in (Plan(), filled("E"), plan_of(*advertising())):
        for gap in analysed(plan).missing:
            for path in gap.paths:
                pattern = paths.pattern(path)
                assert any(
                    k == pattern or k.startswith((f"{pattern}.", f"{pattern}[")) for k in known
                ), (
                    gap.method,
                    path,
                )


@settings(max_examples=60 if NIGHTLY else 8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_answer_makes_feeding_raise(data):
    plan = data.draw(st.sampled_from([filled(), sample(), filled("ES")]))
    for _ in range(data.draw(st.integers(1, 25))):
        pattern, field = data.draw(st.sampled_from(QUESTIONS))
        members = (
            [path for path, _ in paths.members(plan, pattern.rpartition("[*]")[0])]
            if "[*]" in pattern
            else []
        )
        place = (
            data.draw(st.sampled_from(members)) + pattern.rpartition("[*]")[2]
            if members
            else _place(pattern)
        )
        value = data.draw(st.one_of(st.none(), values(field)))
        try:
            plan = paths.put(plan, place, value)
        except (BadValue, paths.BadPath):
            continue
    none_raised(plan)


def test_only_the_family_that_is_asked_is_worked_out():
    analysis = Analysis(sample())
    assert analysis.runs("abc")
    assert "best_split" not in vars(analysis)
    assert "simulated" not in vars(analysis)
    assert list(analysis._fed) == [("abc",)]


def test_a_review_runs_nothing_slow():
    import planner

    plan = paths.put(sample(), "meta.title", "Another")
    planner.review(plan)
    assert not {"best_split", "simulated", "_all"} & set(vars(analysed(plan)))


def test_all_families_of_the_sample_are_quick():
    start = time.perf_counter()
    none_raised(paths.put(sample(), "meta.title", "Once more"))
    assert time.perf_counter() - start < 3
