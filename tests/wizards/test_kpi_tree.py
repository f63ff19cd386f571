"""The tree of goals, objectives and measures: its boxes lead to the fields they are about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.wizards.acting import KEY
from tests.wizards.test_pictures import board_of, seen, touch_of
from wizards.forms.leading import path_of

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LACKING = "promotion.objectives[more].kpi"


@pytest.fixture
def picture(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("business.goals", [{"name": "Sales"}])
    session.set("promotion.objectives", [{"name": "More"}, {"name": "Known"}])
    session.set("promotion.kpis", [{"name": "New customers"}])
    return board_of(hand, "promotion", "promotion.objectives", "picture.kpi-tree")


def led_to(hand):
    return path_of(hand.window.focusWidget())


def test_a_click_leads_to_what_a_box_lacks(hand, picture):
    QTest.mouseClick(picture, LEFT, NONE, seen(picture, touch_of(picture, LACKING)))
    assert led_to(hand) == LACKING


def test_enter_leads_there_as_well(hand, picture):
    picture.setFocus()
    picture.choose(touch_of(picture, LACKING))
    hand.qtbot.keyClick(picture, KEY.Key_Return)
    assert led_to(hand) == LACKING


def test_a_goal_leads_to_its_page(hand, picture):
    path = "business.goals[sales].name"
    QTest.mouseClick(picture, LEFT, NONE, seen(picture, touch_of(picture, path)))
    assert led_to(hand) == path


def test_moving_the_enlarged_picture_leads_nowhere(picture):
    followed = []
    picture.followed.connect(followed.append)
    picture.enlarge(2)
    start = seen(picture, touch_of(picture, LACKING))
    QTest.mousePress(picture, LEFT, NONE, start)
    QTest.mouseMove(picture, start / 2)
    QTest.mouseRelease(picture, LEFT, NONE, start / 2)
    assert followed == []


def test_once_all_is_joined_no_word_is_left(hand, picture):
    assert any(node.note for node in picture.chart.nodes)
    session = hand.window.session
    for name in ("more", "known"):
        session.set(f"promotion.objectives[{name}].kpi", "new-customers")
    hand.qtbot.waitUntil(lambda: not any(node.note for node in picture.chart.nodes), timeout=5000)
