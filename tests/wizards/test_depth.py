"""The depth can be changed at any moment: no answer is lost, not even one that is being typed."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTableView

from planner import paths
from tests.plans import filled
from tests.wizards.acting import KEY
from wizards.app import open_window
from wizards.desk import Desk
from wizards.steps import DEPTHS, WORDS

CTRL = Qt.KeyboardModifier.ControlModifier


@cache
def full(nasty):
    return filled(nasty=nasty)


def answers(plan):
    """Every answer of a plan but the depth itself."""
    return {a.path: a.value for a in paths.answers(plan) if a.path != "meta.depth"}


@pytest.fixture
def window(qtbot):
    window = open_window()
    window.resize(1200, 800)
    qtbot.waitExposed(window)
    yield window
    window.finish()


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    walk=st.lists(
        st.tuples(st.sampled_from(DEPTHS), st.sampled_from((*WORDS, "evidence"))),
        min_size=1,
        max_size=3,
    ),
    nasty=st.sampled_from(["", "<b>bold</b> & {{ 7*7 }}"]),
)
def test_no_walk_through_depths_and_pages_changes_an_answer(window, walk, nasty):
    plan = full(nasty)
    window.take_desk(Desk(window.work, window.bar, window.guide, plan))
    before = answers(plan)
    for depth, word in walk:
        if word == "evidence":
            window.guide.show_sources("")
        else:
            window.go_to(word)
        window.set_depth(depth)
        assert window.session.plan.meta.depth == depth
        assert answers(window.session.plan) == before
    while window.session.undo():
        assert answers(window.session.plan) == before
    assert window.session.plan is plan


@pytest.mark.parametrize("depth", DEPTHS)
def test_what_stands_in_an_open_cell_is_taken_over(hand, qtbot, depth):
    session = hand.window.session
    session.set("meta.depth", "essential" if depth == "standard" else "standard")
    session.insert("business.offerings", {"id": "gold", "name": "Gold"})
    hand.window.go_to("business")
    view, index = hand.cell("business.offerings[gold].price")
    view.setCurrentIndex(index)
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "12.50")
    hand.window.menus.actions[depth].trigger()
    assert str(hand.plan.business.offerings[0].price) == "12.50"
    assert hand.plan.meta.depth == depth
    assert hand.window.stage.page.current_path == "business.offerings[gold].price"


def test_what_is_half_typed_in_a_field_is_kept_too(hand, qtbot):
    hand.window.go_to("business")
    hand.type("business.company.name", "Moveo", leave=False)
    entry = hand.find("business.limits.affordable_budget", QLineEdit)
    entry.setFocus()
    qtbot.keyClicks(entry, "a lot")
    qtbot.keyClick(hand.window, KEY.Key_3, CTRL)
    assert hand.plan.meta.depth == "thorough"
    assert hand.plan.business.company.name == "Moveo"
    assert hand.find("business.limits.affordable_budget", QLineEdit).text() == "a lot"
    assert hand.error("business.limits.affordable_budget")


def test_the_foot_of_the_rail_says_the_depth_and_changes_it(hand, qtbot):
    hand.window.go_to("business")
    foot = hand.find("rail.depth")
    assert foot.text() == "Depth: Essential"
    hand.click("rail.depth")
    menu = hand.window.findChild(QMenu, "menu.depth")
    assert [a.isChecked() for a in menu.actions()] == [True, False, False]
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Return)
    assert hand.plan.meta.depth == "standard"
    assert foot.text() == "Depth: Standard"
    assert hand.window.menus.actions["standard"].isChecked()
    hand.window.session.undo()
    assert foot.text() == "Depth: Essential"
    assert hand.window.menus.actions["essential"].isChecked()


def test_the_question_on_the_first_page_does_the_same(hand):
    hand.window.go_to("business")
    hand.choose("meta.depth", 3)
    QApplication.processEvents()
    assert hand.plan.meta.depth == "thorough"
    assert hand.find("rail.depth").text() == "Depth: Thorough"
    assert hand.window.stage.page.findChildren(QTableView)
