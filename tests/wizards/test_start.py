"""The start page: three doors, and the plans opened lately as they were left."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import planner
from planner import assets, paths
from tests.wizards.acting import KEY
from wizards import start_page
from wizards.panels.links import Link
from wizards.preferences import Preferences, Recent
from wizards.recent_list import RecentList, state_words
from wizards.steps import WORDS


def save_as(hand, file):
    with hand.qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save_as(file)


def page(hand):
    return hand.window.stage.currentWidget()


def test_a_click_anywhere_on_a_card_opens_its_door(hand):
    door = hand.find("start.new", Link)
    corner = QPoint(door.width() - 6, door.height() - 6)
    hand.qtbot.mouseClick(door, Qt.MouseButton.LeftButton, pos=corner)
    assert hand.has("new")
    hand.click("new.cancel")
    door = hand.find("start.samples", Link)
    hand.qtbot.mouseClick(door, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    assert hand.plan.business.company.name == "Moveo"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Space])
def test_the_doors_open_by_key(hand, key):
    door = hand.find("start.new", Link)
    door.setFocus()
    hand.qtbot.keyClick(door, key)
    assert hand.has("new")


def test_tab_reaches_every_door_and_every_plan(hand, tmp_path):
    planner.save(hand.plan, tmp_path / "a.mktplan")
    Preferences().remember(Recent(tmp_path / "a.mktplan", "A plan"))
    hand.window.show_start()
    QApplication.processEvents()
    hand.find("start.new").setFocus()
    seen = []
    for _ in range(10):
        seen.append(hand.window.focusWidget().objectName())
        hand.press(KEY.Key_Tab)
    samples = [f"start.sample.{file.stem}" for file in assets.samples()]
    wanted = ["start.new", *samples, "start.open", "start.forget", "start.recent.0"]
    assert seen[: len(wanted)] == wanted


def test_whatever_takes_the_focus_has_a_name(hand, tmp_path):
    Preferences().remember(Recent(tmp_path / "gone.mktplan", "Gone"))
    hand.window.show_start()
    QApplication.processEvents()
    for widget in page(hand).findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget.objectName()


def test_each_sample_is_what_its_line_says():
    for file in assets.samples():
        plan = planner.load(file)
        shows = start_page.SAMPLES[file.stem].shows
        assert shows.startswith(f"{plan.business.company.name}, ")
        # “Some 5,500 answers”: true to a tenth, so that a mended sentence does not break it.
        said = int(shows.partition(" answers")[0].rpartition(" ")[2].replace(",", ""))
        assert abs(sum(1 for _ in paths.answers(plan)) / said - 1) < 0.1


@pytest.mark.parametrize(
    ("size", "text"), [((1024, 640), 100), ((1920, 1080), 100), ((1024, 640), 200)]
)
def test_all_of_it_has_room(make_hand, tmp_path, size, text):
    preferences = Preferences()
    preferences.text_size = text
    preferences.remember(
        Recent(tmp_path / "gone.mktplan", "A plan of last year", "Aquila", 3, 10, 31)
    )
    hand = make_hand()
    hand.window.resize(*size)
    QApplication.processEvents()
    assert (hand.window.width(), hand.window.height()) == size
    for label in page(hand).findChildren(QLabel):
        assert label.width() >= label.minimumSizeHint().width(), label.text()
        assert label.height() >= label.heightForWidth(label.width()) - 2, label.text()
    doors = [hand.find(f"start.{name}") for name in ("new", "samples", "open")]
    tops = {door.mapTo(page(hand), QPoint()).y() for door in doors}
    assert len(tops) == (3 if text == 200 else 1)


def test_a_saved_plan_is_listed_with_its_state_in_words(hand, tmp_path):
    session = hand.window.session
    session.set("meta.title", "Plan 2027")
    session.set("meta.client", "Aquila GmbH")
    session.set("market.definition", "Pumps")
    session.set("technology.items[heat]", {"name": "Heat pumps"})
    hand.qtbot.waitUntil(lambda: hand.window.reviewer.findings is not None, timeout=20_000)
    with hand.qtbot.waitSignal(hand.window.reviewer.reviewed, timeout=20_000):
        hand.window.reviewer.review()
    save_as(hand, tmp_path / "plan.mktplan")
    weak = sum(1 for one in planner.review(hand.plan) if one.severity != "hint")
    one = Preferences().recent[0]
    # Market and technology; the title alone is no answer of a step.
    assert (one.begun, one.steps, one.findings) == (2, 10, weak)
    assert one.saved == date.today()  # noqa: DTZ011  the user's own day
    hand.window.show_start()
    name = hand.find("start.recent.0").accessibleName()
    found = "1 finding" if weak == 1 else f"{weak} findings"
    assert name.startswith(f"Plan 2027. Aquila GmbH · 2 of 10 steps begun · {found} · saved ")
    assert name.endswith(str(tmp_path))


def test_the_state_is_told_as_far_as_it_is_known():
    file = Path("a.mktplan")
    assert list(state_words(Recent(file, "A"))) == []
    whole = Recent(file, "A", "Firm", 7, 10, 12, date(2001, 11, 24))
    told = ["Firm", "7 of 10 steps begun", "12 findings", "saved 24 Nov 2001"]
    assert list(state_words(whole)) == told
    this_year = Recent(file, "A", saved=date.today().replace(month=3, day=4))  # noqa: DTZ011
    assert list(state_words(this_year)) == ["saved 4 Mar"]


def test_what_is_closed_without_saving_is_not_told(hand, tmp_path):
    hand.window.session.set("market.definition", "Pumps")
    save_as(hand, tmp_path / "plan.mktplan")
    hand.window.session.set("technology.items[heat]", {"name": "Heat pumps"})
    hand.window.finish()
    assert Preferences().recent[0].begun == 1


def test_a_file_that_comes_back_can_be_opened_at_once(hand, tmp_path):
    folder = tmp_path / "stick"
    plan = hand.plan
    Preferences().remember(Recent(folder / "a.mktplan", "A plan"))
    hand.window.show_start()
    assert not hand.find("start.recent.0").isEnabled()
    assert "not there now" in hand.find("start.recent.0").accessibleName()
    folder.mkdir()
    QApplication.processEvents()
    planner.save(plan, folder / "a.mktplan")
    hand.qtbot.waitUntil(lambda: hand.find("start.recent.0").isEnabled(), timeout=5000)
    hand.click("start.recent.0")
    assert hand.window.desk.file.path == folder / "a.mktplan"


def test_coming_back_to_the_window_looks_again(qtbot, tmp_path):
    file = tmp_path / "a.mktplan"
    file.write_text("")
    listed = RecentList((Recent(file, "A plan"),))
    qtbot.addWidget(listed)
    listed._watcher.removePaths(listed._watcher.directories())
    assert listed.findChild(Link, "start.recent.0").isEnabled()
    file.unlink()
    listed.show()
    listed.activateWindow()
    qtbot.waitUntil(lambda: not listed.findChild(Link, "start.recent.0").isEnabled())


def three(tmp_path):
    for name in "abc":
        Preferences().remember(Recent(tmp_path / f"{name}.mktplan", f"Plan {name}", "Aquila"))
    (tmp_path / "c.mktplan").write_text("")


def test_a_plan_that_is_gone_can_be_taken_off_the_list(hand, tmp_path):
    three(tmp_path)
    hand.window.show_start()
    QApplication.processEvents()
    hand.click("start.recent.1.forget")
    assert [one.title for one in Preferences().recent] == ["Plan c", "Plan a"]
    QApplication.processEvents()
    listed = [hand.find(f"start.recent.{n}").accessibleName()[:6] for n in range(2)]
    assert listed == ["Plan c", "Plan a"]
    link = hand.find("start.recent.0")
    link.setFocus()
    hand.qtbot.keyClick(link, KEY.Key_Delete)
    assert [one.title for one in Preferences().recent] == ["Plan a"]


def test_forgetting_the_list_leaves_no_name_behind(hand, tmp_path):
    three(tmp_path)
    hand.window.show_start()
    QApplication.processEvents()
    hand.click("start.forget")
    assert Preferences().recent == ()
    assert not hand.window.menus._recent.isEnabled()
    Preferences()._store.sync()
    kept = (Path(os.environ["PLANSMITH_CONFIG_DIR"]) / "plansmith.ini").read_text("utf-8")
    assert "Aquila" not in kept
    assert "Plan a" not in kept
    QApplication.processEvents()
    assert not hand.has("start.forget")


def test_a_plan_opened_again_keeps_what_was_known_of_it(tmp_path):
    preferences = Preferences()
    file = tmp_path / "a.mktplan"
    preferences.remember(Recent(file, "A", "Firm", 3, 10, 31, date(2026, 11, 2)))
    preferences.remember(Recent(tmp_path / "b.mktplan", "B"))
    preferences.remember(Recent(file, "A", "Firm", 4))
    assert preferences.recent[0] == Recent(file, "A", "Firm", 4, 10, 31, date(2026, 11, 2))
    assert len(preferences.recent) == 2
    for number in range(20):
        preferences.remember(Recent(tmp_path / f"{number}.mktplan", "B"))
    assert len(preferences.recent) == 8


@pytest.mark.parametrize(
    "text",
    ["", "{", "[3]", "[[]]", "[{}]", json.dumps([{"file": "a", "title": "A", "begun": "x"}])],
)
def test_a_list_that_was_tampered_with_is_empty(text):
    preferences = Preferences()
    preferences._store.setValue("recent", text)
    assert preferences.recent == ()


def test_the_steps_are_counted_as_the_rail_has_them():
    assert len(WORDS) == Recent(Path("a"), "A").steps
