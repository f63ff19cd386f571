"""Panes and Tab: every part of the window is reached by keys, in the order in which it is read."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication

from planner import paths, storage
from tests.nightly import NIGHTLY
from tests.plans import sample
from tests.wizards.acting import KEY
from wizards.forms.member_buttons import KEYS
from wizards.menus import DEPTH, MENUS
from wizards.steps import WORDS

SHIFT = Qt.KeyboardModifier.ShiftModifier
PAGES = (*WORDS, "evidence")


@pytest.fixture
def sampled(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.go_to("competitors")
    return hand


def pane_of(window, widget):
    for name, pane in (
        ("rail", window.rail),
        ("page", window.stage),
        ("beside", window.beside),
        ("footer", window.footer),
        ("bar", window.bar),
    ):
        if pane is widget or pane.isAncestorOf(widget):
            return name
    return ""


def turn(hand, by=1):
    hand.window.menus.actions["next_pane" if by > 0 else "previous_pane"].trigger()
    focus = hand.window.focusWidget()
    assert focus.isVisible()
    return pane_of(hand.window, focus)


def wait_for_the_review(hand):
    hand.qtbot.waitUntil(lambda: hand.window.reviewer.findings is not None, timeout=20_000)


def test_the_key_goes_round_all_panes_and_back(sampled):
    wait_for_the_review(sampled)
    sampled.window.rail.entries["competitors"].setFocus()
    forth = [turn(sampled) for _ in range(4)]
    assert forth == ["page", "beside", "footer", "rail"]
    assert [turn(sampled, -1) for _ in range(4)] == ["footer", "beside", "page", "rail"]


def test_the_messages_are_a_pane_only_while_there_are_some(sampled):
    wait_for_the_review(sampled)
    sampled.window.guide.show_asked("competitors.features")
    assert pane_of(sampled.window, sampled.window.focusWidget()) == "bar"
    assert turn(sampled) == "rail"
    assert turn(sampled, -1) == "bar"
    sampled.click("bar.stay")
    sampled.window.footer.next.setFocus()
    assert turn(sampled) == "rail"


def test_each_pane_remembers_who_had_the_focus(sampled):
    wait_for_the_review(sampled)
    sampled.window.guide.show_path("competitors.items[fizioplus].claim")
    here = sampled.window.focusWidget()
    sampled.window.footer.back.setFocus()
    sampled.window.rail.entries["market"].setFocus()
    assert turn(sampled) == "page"
    assert sampled.window.focusWidget() is here
    assert turn(sampled, -1) == "rail"
    assert sampled.window.focusWidget() is sampled.window.rail.entries["market"]
    turn(sampled, -1)
    assert sampled.window.focusWidget() is sampled.window.footer.back


def test_a_hidden_side_is_no_pane(sampled):
    sampled.window.menus.actions["side"].trigger()
    sampled.window.rail.entries["competitors"].setFocus()
    assert [turn(sampled) for _ in range(3)] == ["page", "footer", "rail"]


def test_the_start_page_is_a_pane_too(hand):
    assert turn(hand) == "page"
    assert isinstance(hand.window.focusWidget(), QAbstractButton)


def test_no_two_acts_of_the_window_have_one_key():
    keys = [key for _, entries in (*MENUS, ("", DEPTH)) for entry in entries for key in entry.keys]
    portable = [QKeySequence(key).toString() for key in (*keys, *KEYS.values(), "Alt+Up")]
    assert sorted(portable) == sorted(set(portable))


def walk(hand):
    """The widgets of a page in the order in which Tab goes through them."""
    window, page = hand.window, hand.window.stage.page
    window.rail.entries[window.stage.last_step].setFocus()
    found = []
    for _ in range(600):
        hand.press(KEY.Key_Tab)
        focus = window.focusWidget()
        if page.isAncestorOf(focus):
            found.append(focus)
        elif found:
            break
    return found


def place(page, widget):
    return QRect(widget.mapTo(page.widget(), QPoint(0, 0)), widget.size())


def goes_back(before, after):
    """Whether the second of two places is read before the first: above it, or left on its line.

    What stands to the right of a table is read after it, however high it begins.
    """
    if after.left() >= before.right():
        return False
    if after.bottom() <= before.top():
        return True
    same_line = abs(after.center().y() - before.center().y()) < 8
    return same_line and after.right() <= before.left()


@pytest.mark.parametrize(
    ("width", "depth"), [(1024, "essential"), (1700, "thorough")][: None if NIGHTLY else 1]
)
def test_tab_follows_the_order_of_reading(make_hand, tmp_path, width, depth):
    file = tmp_path / "plan.mktplan"
    storage.write_new(paths.put(sample(), "meta.depth", depth), file)
    hand = make_hand(file)
    hand.window.resize(width, 900)
    wrong = []
    for word in PAGES:
        if word == "evidence":
            hand.window.guide.show_all_sources()
        else:
            hand.window.go_to(word)
        QApplication.processEvents()
        page = hand.window.stage.page
        order = walk(hand)
        # A page has something to type or choose.
        assert order
        for before, after in pairwise(order):
            if goes_back(place(page, before), place(page, after)):
                wrong.append((word, before.objectName(), after.objectName()))
    assert wrong == []


def test_tab_walks_from_the_first_field_to_the_next(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.go_to("business")
    order = walk(hand)
    assert len(order) == len(set(order)) > 8
    order[0].setFocus()
    for expected in order[1:8]:
        hand.press(KEY.Key_Tab)
        assert hand.window.focusWidget() is expected
    hand.press(KEY.Key_Tab, SHIFT)
    assert hand.window.focusWidget() is order[6]
