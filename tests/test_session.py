"""The one door for change: history, merging, steps, and who hears of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner import paths
from planner.model.kinds import BadValue
from planner.model.plan import Plan, from_json, to_json
from planner.session import Session
from tests.nightly import NIGHTLY
from tests.plans import sample, texts, values


def test_a_change_is_heard_with_its_origin():
    session, heard = Session(), []
    stop = session.subscribe(heard.append)
    me = object()
    assert session.set("business.company.name", "Moveo", origin=me)
    assert heard[0].paths == ("business.company.name",)
    assert heard[0].origin is me
    assert heard[0].before.business.company.name is None
    assert heard[0].plan is session.plan
    stop()
    session.set("business.company.name", "Other")
    assert len(heard) == 1


def test_an_equal_value_makes_no_step():
    session, heard = Session(sample()), []
    session.subscribe(heard.append)
    assert not session.set("business.company.name", "Moveo")
    assert not session.can_undo
    assert heard == []


def test_undo_at_the_start_does_nothing():
    session = Session()
    plan = session.plan
    assert not session.undo()
    assert not session.redo()
    assert session.plan is plan


def test_undo_gives_back_the_identical_plan_and_dirty_follows():
    session = Session(sample())
    start = session.plan
    session.set("business.company.name", "A")
    assert session.is_dirty
    session.undo()
    assert session.plan is start
    assert not session.is_dirty
    session.redo()
    assert session.plan.business.company.name == "A"


def test_typing_merges_into_one_step():
    session = Session()
    for text in ("M", "Mo", "Mov"):
        session.set("business.company.name", text, merge=True)
    session.undo()
    assert session.plan.business.company.name is None
    assert not session.can_undo


def test_another_path_ends_the_merging():
    session = Session()
    session.set("business.company.name", "M", merge=True)
    session.set("business.company.area", "C", merge=True)
    session.set("business.company.name", "Mo", merge=True)
    session.undo()
    assert session.plan.business.company.name == "M"


def test_closing_and_saving_end_the_merging():
    session = Session()
    session.set("business.company.name", "M", merge=True)
    session.mark_saved()
    saved = session.plan
    session.set("business.company.name", "Mo", merge=True)
    session.undo()
    assert session.plan is saved
    assert not session.is_dirty
    session.redo()
    session.close_step()
    session.set("business.company.name", "Mov", merge=True)
    session.undo()
    assert session.plan.business.company.name == "Mo"


def test_a_merge_after_undo_drops_the_redo_tail():
    session = Session()
    session.set("business.company.name", "A", merge=True)
    session.close_step()
    session.set("business.company.name", "AB", merge=True)
    session.undo()
    session.set("business.company.name", "AC", merge=True)
    assert not session.can_redo
    session.undo()
    assert session.plan.business.company.name == "A"


def test_typing_back_to_the_start_leaves_no_step():
    session = Session(sample())
    start = session.plan
    session.set("business.company.area", "elsewhere")
    before = session.plan
    session.set("business.company.name", "Moveo2", merge=True)
    session.set("business.company.name", "Moveo", merge=True)
    assert session.plan is before
    session.set("business.company.name", "Moveo3", merge=True)
    session.undo()
    assert session.plan is before
    session.undo()
    assert session.plan is start


def test_a_step_takes_many_changes_and_one_undo():
    session, heard = Session(), []
    session.subscribe(heard.append)
    start = session.plan
    with session.step("Paste budget"):
        session.set("business.company.name", "A")
        session.insert("business.goals", {"name": "Grow"})
    assert len(heard) == 1
    assert session.undo_label == "Paste budget"
    session.undo()
    assert session.plan is start


def test_a_failed_step_leaves_nothing():
    session = Session()
    start = session.plan

    def paste() -> None:
        with session.step("Paste"):
            session.set("business.company.name", "A")
            session.set("business.baseline.revenue", "-1")

    with pytest.raises(BadValue):
        paste()
    assert session.plan is start
    assert not session.can_undo


def test_removing_says_what_it_cleared_and_is_one_step():
    session = Session(sample())
    start = session.plan
    cleared = session.remove("promotion.people[mihai]")
    assert "promotion.channels[seo].owner" in cleared
    session.undo()
    assert session.plan is start


FIELDS = [(path, field) for path, field in paths.questions() if "[*]" not in path]


@st.composite
def edits(draw):
    path, field = draw(st.sampled_from(FIELDS))
    return path, draw(st.one_of(st.none(), values(field)))


@settings(max_examples=60, deadline=None)
@given(st.lists(edits(), max_size=12))
def test_as_many_undos_as_edits_give_back_the_identical_plan(made):
    session = Session()
    start = session.plan
    steps = sum(session.set(path, value) for path, value in made)
    changed = session.plan
    for _ in range(steps):
        assert session.undo()
    assert session.plan is start
    assert not session.can_undo
    for _ in range(steps):
        session.redo()
    assert session.plan is changed
    assert from_json(to_json(changed)) == changed


class Editing(RuleBasedStateMachine):
    """Session beside a naive reference: a list of JSON copies."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.history = [to_json(self.session.plan)]
        self.at = 0

    def _record(self) -> None:
        now = to_json(self.session.plan)
        if now != self.history[self.at]:
            self.history = [*self.history[: self.at + 1], now]
            self.at += 1

    @rule(edit=edits())
    def set(self, edit):
        self.session.set(*edit)
        self._record()

    @rule(name=texts(30), where=st.sampled_from(["business.goals", "segments.items"]))
    def insert(self, name, where):
        self.session.insert(where, {"name": name})
        self._record()

    @precondition(lambda self: self.session.plan.business.goals)
    @rule(data=st.data())
    def remove(self, data):
        goal = data.draw(st.sampled_from(self.session.plan.business.goals))
        self.session.remove(f"business.goals[{goal.id}]")
        self._record()

    @rule()
    def undo(self):
        assert self.session.undo() == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self):
        assert self.session.redo() == (self.at < len(self.history) - 1)
        self.at = min(len(self.history) - 1, self.at + 1)

    @invariant()
    def agrees(self):
        assert to_json(self.session.plan) == self.history[self.at]


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=2000 if NIGHTLY else 25, stateful_step_count=20, deadline=None
)


def test_a_session_of_nothing_is_blank():
    assert Session().plan == Plan()
