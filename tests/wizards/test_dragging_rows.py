"""Rows dragged by the mouse inside their table, in one step; nowhere else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QDrag
from PySide6.QtTest import QTest

from tests.wizards.acting import CTRL, KEY
from tests.wizards.test_many_rows import NAMES, OFFERINGS, chosen, go_to, names
from wizards import theme

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(hand):
    hand.window.session.set(OFFERINGS, [{"name": name} for name in NAMES])
    hand.window.go_to("business")
    view = hand.table(OFFERINGS)
    go_to(hand, view, 0)
    return view


def place_in(view, row, part=0.5):
    """A point in the first column of a row, a part of its height down."""
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.left() + 30, rect.top() + round(rect.height() * part))


def press(view, row):
    QTest.mousePress(view.viewport(), LEFT, NONE, place_in(view, row))


def move(view, place):
    # A drag begins once the mouse has gone some way; two moves, as a hand makes many.
    QTest.mouseMove(view.viewport(), place - QPoint(0, 1))
    QTest.mouseMove(view.viewport(), place)


def release(view, place):
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place)


def drag(view, row, to, part):
    place = place_in(view, to, part)
    press(view, row)
    move(view, place)
    release(view, place)


def test_a_chosen_row_is_dragged_below_another(hand, view):
    drag(view, 0, 2, 0.9)
    assert names(hand) == ["Silver", "Bronze", "Gold", "Iron"]
    assert chosen(view) == ["Gold"]
    assert hand.window.session.undo_label == "Move"
    hand.window.session.undo()
    assert (names(hand), chosen(view)) == (NAMES, ["Gold"])


def test_several_rows_are_dragged_together_in_their_order(hand, view):
    go_to(hand, view, 1)
    QTest.mouseClick(view.viewport(), LEFT, CTRL, place_in(view, 3))
    drag(view, 3, 0, 0.1)
    assert names(hand) == ["Silver", "Iron", "Gold", "Bronze"]
    assert chosen(view) == ["Silver", "Iron"]
    assert hand.window.session.undo_label == "Move 2 rows"


def test_the_line_shows_where_the_rows_go(view):
    press(view, 0)
    move(view, place_in(view, 1, 0.9))
    assert view.dragging.gap == 2
    picture = view.viewport().grab().toImage()
    line = view.visualRect(view.model().index(2, 0)).top()
    accent = QColor(theme.tokens().accent)
    assert picture.pixelColor(view.viewport().width() // 2, line) == accent
    release(view, place_in(view, 1, 0.9))
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(view.viewport().width() // 2, line) != accent


def test_esc_ends_a_drag_and_nothing_moves(hand, view):
    before = hand.plan
    press(view, 0)
    move(view, place_in(view, 2))
    hand.qtbot.keyClick(view, KEY.Key_Escape)
    assert view.dragging.gap == -1
    release(view, place_in(view, 2))
    assert hand.plan is before


def test_dropped_where_it_was_makes_no_step(hand, view):
    before, could = hand.plan, hand.window.session.undo_label
    drag(view, 0, 0, 0.95)
    assert hand.plan is before
    assert hand.window.session.undo_label == could


def test_a_drag_from_a_row_that_is_not_chosen_chooses_rows(hand, view):
    before = hand.plan
    drag(view, 1, 2, 0.5)
    assert hand.plan is before
    assert chosen(view) == ["Silver", "Bronze"]


def test_a_click_on_one_of_several_chosen_rows_leaves_it_alone(hand, view):
    hand.qtbot.keyClick(view, KEY.Key_A, CTRL)
    QTest.mouseClick(view.viewport(), LEFT, NONE, place_in(view, 2))
    assert chosen(view) == ["Bronze"]


def test_rows_dropped_elsewhere_stay_and_nothing_is_copied(hand, view, monkeypatch):
    begun = []
    monkeypatch.setattr(QDrag, "exec", lambda *_: begun.append("a drag between programs"))
    before = hand.plan
    press(view, 1)
    release(view, place_in(view, 1))
    press(view, 1)
    move(view, place_in(view, 3))
    assert view.dragging.gap >= 0
    elsewhere = QPoint(30, view.height() + 200)
    move(view, elsewhere)
    assert (view.dragging.is_on, view.dragging.gap) == (True, -1)
    release(view, elsewhere)
    assert (hand.plan, begun) == (before, [])
    assert not view.acceptDrops()


def test_a_long_table_scrolls_while_a_row_is_held_at_its_edge(hand):
    hand.window.session.set(OFFERINGS, [{"name": f"Offer {n}"} for n in range(40)])
    hand.window.go_to("business")
    view = hand.table(OFFERINGS)
    go_to(hand, view, 0)
    bottom = QPoint(40, view.viewport().height() - 3)
    press(view, 0)
    move(view, bottom)
    bar = view.verticalScrollBar()
    hand.qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=8000)
    release(view, bottom)
    assert names(hand)[-1] == "Offer 0"


def test_rows_named_by_keys_stay_in_their_order(hand):
    session = hand.window.session
    session.set("competitors.success_factors", [{"name": name} for name in NAMES])
    hand.window.go_to("competitors")
    hand.window.stage.page.reveal("competitors.own.ratings[gold].score")
    view = hand.table("grid.ratings")
    go_to(hand, view, 0)
    before = hand.plan
    press(view, 0)
    move(view, place_in(view, 2))
    assert not view.dragging.is_on
    release(view, place_in(view, 2))
    assert hand.plan is before
