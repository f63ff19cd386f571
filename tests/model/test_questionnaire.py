"""The declarations against the list of fields that the product was specified with."""

from pathlib import Path

from planner import paths
from planner.model.plan import Plan

LIST = Path(__file__).with_name("questionnaire.tsv")
EXPECTED = [tuple(line.split("\t")) for line in LIST.read_text("utf-8").splitlines()]
DECLARED = {paths.pattern(path): field for path, field in paths.questions()}


def test_every_field_is_declared_once():
    assert sorted(DECLARED) == sorted(path for path, _, _ in EXPECTED)
    assert len(EXPECTED) == 927


def test_types_and_depths_are_as_specified():
    wrong = [
        (path, kind, depth, paths.type_word(DECLARED[path]), DECLARED[path].ask.depth)
        for path, kind, depth in EXPECTED
        if (kind, depth) != (paths.type_word(DECLARED[path]), DECLARED[path].ask.depth)
    ]
    assert wrong == []


def test_essential_has_135_questions():
    assert sum(field.ask.depth == "E" for field in DECLARED.values()) == 135


def test_every_question_has_its_words():
    for path, field in DECLARED.items():
        ask = field.ask
        assert ask.question, path
        assert ask.why, path
        assert ask.label, path
        assert ask.printed or ask.because, path


def test_a_blank_plan_has_no_answers():
    assert list(paths.answers(Plan())) == []
