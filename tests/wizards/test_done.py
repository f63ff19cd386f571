"""How far each step is: what is missing, as links, and what the user marked as done."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox

import planner
from planner import paths, storage
from tests.plans import filled
from tests.wizards.acting import KEY
from wizards.pages.missing import Lacking
from wizards.panels.links import Link
from wizards.preferences import Preferences
from wizards.rail import State
from wizards.steps import WORDS


def reviewed(hand):
    hand.qtbot.waitUntil(lambda: hand.window.reviewer.findings is not None, timeout=20_000)


def counted(hand):
    """Wait until the steps are counted, which is a moment after the first page is shown."""
    hand.qtbot.waitUntil(lambda: hand.window.standing.is_counted)


def review_again(hand):
    with hand.qtbot.waitSignal(hand.window.reviewer.reviewed, timeout=20_000):
        hand.window.reviewer.review()


def lines(hand):
    """The paths of the links under “Still missing here”."""
    QApplication.processEvents()
    names = [link.objectName() for link in hand.window.side.findChildren(Link)]
    return [name.removeprefix("missing.") for name in names if name.startswith("missing.")]


@pytest.mark.parametrize("depth", ["essential", "thorough"])
def test_what_is_missing_is_told_alike_with_and_without_the_pages(make_hand, tmp_path, depth):
    file = tmp_path / "full.mktplan"
    storage.write_new(paths.put(filled(), "meta.depth", depth), file)
    hand = make_hand(file)
    hand.window.session.set("business.company.name", None)
    lacking = Lacking(hand.window.desk.context)
    for word in WORDS:
        hand.window.go_to(word)
        page = hand.window.stage.page
        told = [one.path for group in lacking.groups(word) for one in group.missing]
        assert told == list(page.open_questions()), word
        assert lacking.count(word) == page.missing == len(told), word
    assert lacking.count("business") >= 1


def test_every_line_leads_to_its_field_and_goes_with_the_answer(hand):
    hand.window.go_to("market")
    hand.qtbot.waitUntil(lambda: bool(lines(hand)))
    assert lines(hand)[0] == "market.definition"
    hand.click("missing.market.definition")
    assert hand.window.focusWidget().objectName() == "market.definition"
    hand.type("market.definition", "People who sit all day")
    hand.qtbot.waitUntil(lambda: "market.definition" not in lines(hand))
    assert lines(hand)


def test_the_list_is_grouped_by_card(hand):
    hand.window.go_to("market")
    groups = hand.window.standing.groups("market")
    assert [group.title for group in groups] == [
        "Your market",
        "Size of the market",
        "Changes around you",
    ]
    assert [one.words for one in groups[1].missing] == ["Size of the market: none yet"]


def test_the_sign_in_the_rail_leads_to_the_list_by_mouse_and_by_key(hand):
    hand.window.go_to("business")
    entry = hand.window.rail.entries["market"]
    sign = QPoint(entry.width() - 14, entry.height() // 2)
    hand.qtbot.mouseClick(entry, Qt.MouseButton.LeftButton, pos=sign)
    assert hand.window.stage.word == "market"
    assert hand.window.focusWidget().objectName() == "missing.market.definition"
    entry = hand.window.rail.entries["segments"]
    entry.setFocus()
    hand.qtbot.keyClick(entry, KEY.Key_Right)
    assert hand.window.stage.word == "segments"
    assert hand.window.focusWidget().objectName() == "missing.segments.items"


def test_the_list_is_shown_where_the_side_panel_was_hidden(hand):
    hand.window.go_to("market")
    hand.window.side.hide()
    counted(hand)
    hand.click("open_questions")
    assert hand.window.side.isVisible()
    assert hand.window.focusWidget().objectName() == "missing.market.definition"


def test_a_step_is_sound_only_once_nothing_is_missing_or_weak(make_hand, sample_file):
    hand = make_hand(sample_file)
    reviewed(hand)
    found = planner.review(hand.plan)
    for word in WORDS:
        state = hand.window.standing.state(word)
        weak = sum(1 for one in found if one.step == word and one.severity != "hint")
        assert state.findings == weak
        if state.progress != "nothing":
            assert (state.progress == "sound") == (not weak and not state.missing), word
    hand.window.session.set("market.definition", None)
    review_again(hand)
    assert hand.window.standing.state("market").progress == "begun"
    assert hand.window.standing.state("market").missing == 1
    assert "1 answer missing" in hand.window.rail.entries["market"].accessibleName()


def test_a_blank_step_has_nothing_yet(hand):
    hand.window.go_to("business")
    assert hand.window.standing.state("technology").progress == "nothing"


@pytest.fixture
def marked(make_hand, sample_file):
    hand = make_hand(sample_file)
    reviewed(hand)
    hand.window.go_to("market")
    hand.click("done")
    return hand


def test_a_step_is_marked_as_done_and_told_to_screen_readers(marked, sample_file, make_hand):
    done = marked.find("done", QCheckBox)
    assert (done.isChecked(), done.text(), done.accessibleName()) == (True, "Done", "Done")
    assert marked.window.rail.entries["market"].state.done
    assert marked.window.rail.entries["market"].accessibleName().endswith(", done")
    marked.window.go_to("segments")
    assert not done.isChecked()
    assert done.text() == "Mark as done"
    marked.window.finish()
    again = make_hand(sample_file)
    assert again.window.standing.is_done("market")
    assert not again.window.standing.is_done("segments")
    again.window.go_to("market")
    counted(again)
    again.click("done")
    assert not again.window.standing.is_done("market")


def test_a_mark_changes_nothing_in_the_plan(marked):
    assert not marked.window.session.is_dirty
    assert not marked.window.session.can_undo


def test_a_finding_that_came_after_the_mark_is_told(marked):
    before = marked.window.standing.state("market")
    # A SOM above the SAM is an error of the review, whatever the plan.
    plan = marked.plan
    size = f"market.sizes[{plan.market.sizes[0].id}]"
    for name, value in (("tam", 100), ("sam", 200)):
        marked.window.session.set(f"{size}.{name}", value)
    review_again(marked)
    after = marked.window.standing.state("market")
    came = after.findings - before.findings
    assert came >= 1
    assert after.since == came
    ending = "done, 1 finding since" if came == 1 else f"done, {came} findings since"
    assert marked.window.rail.entries["market"].accessibleName().endswith(ending)
    assert marked.find("done", QCheckBox).text() == f"D{ending[1:]}"
    # Marked again, they are seen.
    marked.click("done")
    marked.click("done")
    assert marked.window.standing.state("market").since == 0


def test_marking_before_the_first_review_takes_its_findings_as_known(hand):
    hand.window.session.set("business.company.name", "Aquila")
    hand.window.go_to("business")
    assert hand.window.reviewer.findings is None
    hand.click("done")
    reviewed(hand)
    assert hand.window.standing.state("business").findings
    assert hand.window.standing.state("business").since == 0


def test_the_marks_follow_a_plan_to_its_first_file_and_hold_no_name(hand, tmp_path):
    hand.window.session.set("competitors.items[acme]", {"name": "Acme"})
    hand.window.go_to("competitors")
    reviewed(hand)
    review_again(hand)
    hand.click("done")
    first = hand.window.desk.file.plan_id
    with hand.qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save_as(tmp_path / "plan.mktplan")
    assert hand.window.desk.file.plan_id != first
    kept = Preferences().marks(hand.window.desk.file.plan_id)
    assert list(kept) == ["competitors"]
    assert kept["competitors"]
    assert "acme" not in json.dumps(kept)


def test_marks_of_many_plans_are_forgotten_the_oldest_first():
    preferences = Preferences()
    for number in range(205):
        preferences.keep_marks(f"plan-{number}", {"market": []})
    assert preferences.marks("plan-0") == {}
    assert preferences.marks("plan-5") == {"market": []}
    assert preferences.marks("plan-204") == {"market": []}
    preferences.keep_marks("plan-204", {})
    assert preferences.marks("plan-204") == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1, "b": {"market": 3}}'])
def test_preferences_that_were_tampered_with_mark_nothing(text):
    preferences = Preferences()
    preferences._store.setValue("done", text)
    assert preferences.marks("a") == preferences.marks("b") == {}


def test_the_state_is_told_in_words():
    state = State("begun", findings=2, missing=1, done=True, since=1)
    assert state.words() == "begun, 1 answer missing, 2 findings, done, 1 finding since"
    assert State().words() == "nothing yet"
