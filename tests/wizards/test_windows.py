"""Several windows: each has its plan, and the program ends when all of them agree."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from planner import storage
from tests.plans import essential_sample
from tests.wizards.acting import Hand
from tests.wizards.conftest import settle
from wizards.app import close_all, open_window, windows
from wizards.faults import Faults
from wizards.preferences import Preferences

KINDS = QMessageBox.StandardButton


@pytest.fixture
def other(make_hand, sample_file, qtbot):
    """A hand on a window with a plan, and one on a window opened from it."""
    first = make_hand(sample_file)
    first.window.menus.actions["window"].trigger()
    second = Hand(windows()[-1], qtbot)
    second.window.resize(1200, 800)
    yield first, second
    for window in windows():
        window.finish()
    settle()


def answer(hand, qtbot, kind):
    box = hand.window.findChild(QMessageBox, "ask.unsaved")
    qtbot.mouseClick(box.button(kind), Qt.MouseButton.LeftButton)
    qtbot.wait(1)


def test_another_window_opens_on_the_start_page_and_leaves_the_first_alone(other, tmp_path):
    first, second = other
    assert second.window is not first.window
    assert second.window.stage.currentWidget().objectName() == "page.start"
    plan = first.plan
    file = tmp_path / "other.mktplan"
    storage.write_new(essential_sample(), file)
    second.window.open(file)
    second.window.session.set("business.company.name", "Other")
    assert first.plan is plan
    assert first.window.session is not second.window.session
    second.window.session.mark_saved()


def test_a_plan_that_is_open_in_one_window_is_said_so_in_the_other(other, sample_file):
    first, second = other
    second.window.open(sample_file)
    assert second.has("bar.read_only")
    assert second.has("bar.take_over")
    second.click("bar.read_only")
    assert second.window.desk.file.read_only
    assert second.plan == first.plan
    assert not first.window.desk.file.read_only


def test_closing_one_window_keeps_the_others(other):
    first, second = other
    second.window.menus.actions["close"].trigger()
    settle()
    assert windows() == (first.window,)
    assert first.window.isVisible()
    assert first.plan.business.company.name


def test_quitting_closes_all_windows_where_nothing_is_unsaved(other, qtbot):
    first, _ = other
    first.window.menus.actions["quit"].trigger()
    qtbot.waitUntil(lambda: windows() == ())


def test_quitting_asks_each_window_in_turn(other, qtbot):
    first, second = other
    for hand in other:
        hand.window.session.set("business.company.name", "Changed")
    close_all()
    assert first.window.findChild(QMessageBox, "ask.unsaved") is not None
    assert second.window.findChild(QMessageBox, "ask.unsaved") is None
    answer(first, qtbot, KINDS.Discard)
    qtbot.waitUntil(lambda: windows() == (second.window,))
    qtbot.waitUntil(lambda: second.window.findChild(QMessageBox, "ask.unsaved") is not None)
    answer(second, qtbot, KINDS.Discard)
    qtbot.waitUntil(lambda: windows() == ())


def test_who_keeps_one_window_keeps_the_rest(other, qtbot):
    first, second = other
    first.window.session.set("business.company.name", "Changed")
    close_all()
    answer(first, qtbot, KINDS.Cancel)
    assert windows() == (first.window, second.window)
    # Closing that window later is not quitting the program.
    first.window.session.mark_saved()
    first.window.close()
    qtbot.wait(20)
    assert windows() == (second.window,)


def test_quitting_saves_what_is_to_be_saved_and_goes_on(other, qtbot, sample_file):
    first, _ = other
    first.window.session.set("business.company.name", "Kingfisher")
    close_all()
    answer(first, qtbot, KINDS.Save)
    qtbot.waitUntil(lambda: windows() == (), timeout=10_000)
    assert storage.read(sample_file).plan.business.company.name == "Kingfisher"


def test_a_theme_is_shown_in_every_window(other):
    first, second = other
    from wizards.acts import dress

    rail, side = second.window.rail, first.window.side
    first.window.preferences.text_size = 115
    dress(first.window)
    assert second.window.rail is not rail
    assert first.window.side is not side
    first.window.preferences.text_size = 100
    dress(first.window)


def test_faults_are_shown_in_a_window_that_is_open(other, monkeypatch):
    first, second = other
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    heard = Faults(windows)
    heard.listen()
    first.window.finish()
    settle()
    monkeypatch.setattr("wizards.faults._log.error", lambda *_: None)
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    assert "Something went wrong" in second.window.bar.text


def test_the_step_shown_last_is_shown_again(make_hand, sample_file, tmp_path):
    hand = make_hand(sample_file)
    assert hand.window.stage.word == "business"
    hand.window.go_to("segments")
    hand.window.finish()
    settle()
    again = make_hand(sample_file)
    assert again.window.stage.word == "segments"
    file = tmp_path / "other.mktplan"
    storage.write_new(essential_sample(), file)
    again.window.open(file)
    assert again.window.stage.word == "business"


def test_a_plan_saved_for_the_first_time_opens_where_it_was_saved(make_hand, tmp_path, qtbot):
    hand = make_hand()
    hand.window.files.start(essential_sample())
    hand.window.go_to("audience")
    file = tmp_path / "new.mktplan"
    with qtbot.waitSignal(hand.window.desk.file.saved):
        hand.window.files.save_as(file)
    assert Preferences().step_of(file) == "audience"


def test_the_side_stays_hidden_where_it_was_hidden(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.menus.actions["side"].trigger()
    assert not hand.window.side.isVisible()
    hand.window.go_to("market")
    assert not hand.window.side.isVisible()
    hand.window.finish()
    settle()
    again = make_hand(sample_file)
    assert not again.window.side.isVisible()
    again.window.menus.actions["side"].trigger()
    assert again.window.side.isVisible()


def drag(window, by):
    columns = window._columns
    before = columns.sizes()
    columns.moveSplitter(before[0] + by, 1)


def test_the_side_is_as_wide_as_it_was_dragged(make_hand, sample_file):
    hand = make_hand(sample_file)
    before = hand.window.side.width()
    drag(hand.window, -80)
    assert hand.window.side.width() == before + 80
    hand.window.finish()
    settle()
    again = make_hand(sample_file)
    assert again.window.side.width() == before + 80


def test_no_width_of_the_side_clips_the_page_of_a_small_window(make_hand, sample_file):
    hand = make_hand(sample_file)
    for width in (1024, 1100, 1360, 1920):
        hand.window.resize(width, 640)
        hand.qtbot.wait(20)
        drag(hand.window, -5000)
        for word in ("business", "market", "promotion"):
            hand.window.go_to(word)
            hand.qtbot.wait(1)
            page = hand.window.stage.page
            assert page.widget().minimumSizeHint().width() <= page.viewport().width(), (width, word)
        drag(hand.window, 5000)
        assert hand.window.side.width() >= 200


def test_missing_answers_are_shown_although_the_side_is_hidden(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.menus.actions["side"].trigger()
    hand.window.footer.missing_wanted.emit()
    assert hand.window.side.isVisible()


def test_a_window_opened_from_another_stands_beside_it(other):
    first, second = other
    assert second.window.pos() != first.window.pos()


def test_many_windows_leave_nothing(qtbot):
    made = [open_window() for _ in range(4)]
    made[0].go_to("business")
    close_all()
    qtbot.waitUntil(lambda: windows() == ())
