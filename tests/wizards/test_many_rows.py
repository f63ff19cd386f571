"""Several rows at once: chosen by keys and clicks, changed in one step that says how many."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton

from planner import paths
from tests.wizards.acting import ALT, CTRL, KEY
from wizards.dialogs.shortcuts import TABLE_KEYS

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
OFFERINGS = "business.offerings"
GOALS = "business.goals"
NAMES = ["Gold", "Silver", "Bronze", "Iron"]


def names(hand, path=OFFERINGS):
    return [paths.title_of(member) for member in paths.get(hand.plan, path)]


def chosen(view):
    return [view.table.rows[row].title for row in view.selection.rows]


def go_to(hand, view, row, column=0):
    hand.come_back()
    view.setFocus()
    view.setCurrentIndex(view.model().index(row, column))


def column_of(view, name):
    found = [column.name for column in view.table.columns].index(name)
    return found + view.table.lead


def choose_rows(hand, view, first, last, column=0):
    """Choose rows by Shift and the arrow keys."""
    go_to(hand, view, first, column)
    key = KEY.Key_Down if last > first else KEY.Key_Up
    for _ in range(abs(last - first)):
        hand.qtbot.keyClick(view, key, SHIFT)


def menu_of(hand, view, row, column=0):
    """Open the context menu of a cell, as the mouse does."""
    place = view.visualRect(view.model().index(row, column)).center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place))
    QCoreApplication.sendEvent(view.viewport(), event)
    return view.findChild(QMenu, "menu.cell")


def entry(menu, name):
    return next(action for action in menu.actions() if action.objectName() == f"menu.cell.{name}")


@pytest.fixture
def offerings(hand):
    hand.window.session.set(OFFERINGS, [{"name": name} for name in NAMES])
    hand.window.go_to("business")
    return hand


@pytest.fixture
def view(offerings):
    return offerings.table(OFFERINGS)


def test_shift_ctrl_and_ctrl_a_choose_rows(offerings, view):
    choose_rows(offerings, view, 1, 2)
    assert chosen(view) == ["Silver", "Bronze"]
    place = view.visualRect(view.model().index(0, 0)).center()
    offerings.qtbot.mouseClick(view.viewport(), LEFT, CTRL, place)
    assert chosen(view) == ["Gold", "Silver", "Bronze"]
    offerings.qtbot.keyClick(view, KEY.Key_A, CTRL)
    assert chosen(view) == NAMES


def test_where_the_program_goes_is_chosen_alone_whatever_key_is_held(offerings, view):
    go_to(offerings, view, 0)
    held = offerings.window.windowHandle()
    QTest.keyPress(held, KEY.Key_Control, CTRL)
    assert QApplication.keyboardModifiers() == CTRL
    view.setCurrentIndex(view.model().index(2, 0))
    QTest.keyRelease(held, KEY.Key_Control)
    assert chosen(view) == ["Bronze"]


def test_chosen_rows_are_removed_in_one_step_and_come_back_chosen(offerings, view):
    choose_rows(offerings, view, 1, 2)
    before = offerings.plan
    offerings.qtbot.keyClick(view, KEY.Key_Delete, CTRL)
    session = offerings.window.session
    assert (names(offerings), session.undo_label) == (["Gold", "Iron"], "Remove 2 rows")
    assert chosen(view) == ["Iron"]
    go_to(offerings, view, 0)
    session.undo()
    assert offerings.plan is before
    assert chosen(view) == ["Silver", "Bronze"]


def test_chosen_rows_are_moved_together_until_the_edge(offerings, view):
    choose_rows(offerings, view, 1, 2)
    offerings.qtbot.keyClick(view, KEY.Key_Down, ALT | SHIFT)
    assert names(offerings) == ["Gold", "Iron", "Silver", "Bronze"]
    assert offerings.window.session.undo_label == "Move 2 rows"
    assert chosen(view) == ["Silver", "Bronze"]
    moved = offerings.plan
    offerings.qtbot.keyClick(view, KEY.Key_Down, ALT | SHIFT)
    assert offerings.plan is moved
    assert not offerings.find(f"{OFFERINGS}.down", QPushButton).isEnabled()
    offerings.click(f"{OFFERINGS}.up")
    assert names(offerings) == NAMES
    go_to(offerings, view, 0)
    offerings.window.session.undo()
    assert chosen(view) == ["Silver", "Bronze"]


def test_chosen_rows_are_duplicated_in_one_step(offerings, view):
    choose_rows(offerings, view, 0, 1)
    offerings.qtbot.keyClick(view, KEY.Key_D, CTRL)
    copies = ["Gold (2)", "Silver (2)"]
    assert names(offerings) == ["Gold", "Gold (2)", "Silver", "Silver (2)", "Bronze", "Iron"]
    assert chosen(view) == copies
    assert offerings.window.session.undo_label == "Duplicate 2 rows"
    offerings.window.session.undo()
    assert (names(offerings), chosen(view)) == (NAMES, ["Gold", "Silver"])
    offerings.window.session.redo()
    assert chosen(view) == copies


def test_delete_empties_the_column_of_all_chosen_rows(offerings, view):
    session = offerings.window.session
    for member in offerings.plan.business.offerings:
        session.set(f"{OFFERINGS}[{member.id}].price", "5")
    choose_rows(offerings, view, 0, 2, column_of(view, "price"))
    offerings.qtbot.keyClick(view, KEY.Key_Delete)
    assert [one.price for one in offerings.plan.business.offerings] == [None, None, None, 5]
    assert session.undo_label == "Empty 3 cells"
    session.undo()
    assert [one.price for one in offerings.plan.business.offerings] == [5, 5, 5, 5]


def prices(hand):
    return [one.price for one in hand.plan.business.offerings]


def edit_price(hand, view, text, key, modifier):
    path = view.current_path
    hand.qtbot.keyClick(view, KEY.Key_F2)
    editor = hand.find(path)
    hand.qtbot.keyClicks(editor, text)
    hand.qtbot.keyClick(editor, key, modifier)
    hand.gone(view, path)


def test_ctrl_return_sets_the_value_for_all_chosen_rows_and_stays_on_the_page(offerings, view):
    choose_rows(offerings, view, 0, 2, column_of(view, "price"))
    edit_price(offerings, view, "7.50", KEY.Key_Return, CTRL)
    assert [str(price) for price in prices(offerings)] == ["7.50", "7.50", "7.50", "None"]
    assert offerings.window.session.undo_label == "Set 3 cells"
    assert offerings.window.stage.word == "business"
    assert chosen(view) == ["Gold", "Silver", "Bronze"]


def test_plain_return_sets_one(offerings, view):
    choose_rows(offerings, view, 0, 2, column_of(view, "price"))
    edit_price(offerings, view, "7.50", KEY.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert [str(price) for price in prices(offerings)] == ["None", "None", "7.50", "None"]


def test_ctrl_return_without_an_editor_still_turns_the_page(offerings, view):
    go_to(offerings, view, 0)
    offerings.qtbot.keyClick(view, KEY.Key_Return, CTRL)
    assert offerings.window.stage.word == "market"


def test_a_bad_value_for_all_marks_every_cell(offerings, view):
    choose_rows(offerings, view, 0, 1, column_of(view, "price"))
    edit_price(offerings, view, "dear", KEY.Key_Return, CTRL)
    assert prices(offerings) == [None] * 4
    column = column_of(view, "price")
    assert [view.model().index(row, column).data() for row in range(3)] == ["dear", "dear", ""]


def test_the_menu_sets_a_value_for_all_chosen_rows(offerings, view):
    column = column_of(view, "price")
    choose_rows(offerings, view, 0, 1, column)
    menu = menu_of(offerings, view, 1, column)
    path = view.current_path
    entry(menu, "set").trigger()
    menu.close()
    offerings.come_back()
    editor = offerings.find(path)
    offerings.qtbot.keyClicks(editor, "9")
    offerings.qtbot.keyClick(editor, KEY.Key_Return)
    offerings.gone(view, path)
    assert prices(offerings) == [9, 9, None, None]


@pytest.fixture
def goals(hand):
    hand.window.session.set(GOALS, [{"name": name} for name in NAMES])
    hand.window.go_to("business")
    return hand.table(GOALS)


def test_a_word_is_chosen_for_all_chosen_rows(hand, goals):
    column = column_of(goals, "metric")
    choose_rows(hand, goals, 1, 2, column)
    path = goals.current_path
    hand.qtbot.keyClick(goals, KEY.Key_F2)
    box = hand.find(path, QComboBox)
    hand.qtbot.keyClick(box, KEY.Key_Down, ALT)
    hand.qtbot.waitUntil(box.view().isVisible)
    hand.qtbot.keyClick(box.view(), KEY.Key_Home)
    hand.qtbot.keyClick(box.view(), KEY.Key_Down)
    hand.qtbot.keyClick(box.view(), KEY.Key_Return, CTRL)
    hand.gone(goals, path)
    word = hand.plan.business.goals[1].metric
    assert word is not None
    assert [goal.metric for goal in hand.plan.business.goals] == [None, word, word, None]


def test_choosing_rows_by_clicks_opens_no_choice(hand, goals):
    column = column_of(goals, "metric")
    go_to(hand, goals, 0)
    place = goals.visualRect(goals.model().index(2, column)).center()
    hand.qtbot.mouseClick(goals.viewport(), LEFT, SHIFT, place)
    assert chosen(goals) == ["Gold", "Silver", "Bronze"]
    assert goals.findChild(QComboBox) is None


def test_removing_several_that_are_named_asks_once(hand):
    session = hand.window.session
    session.set("segments.items", [{"name": name} for name in NAMES])
    for segment in ("gold", "silver"):
        session.insert("audience.personas", {"name": f"Of {segment}", "segment": segment})
    hand.window.go_to("segments")
    view = hand.table("segments.items")
    choose_rows(hand, view, 0, 2)
    before = hand.plan
    hand.qtbot.keyClick(view, KEY.Key_Delete, CTRL)
    assert hand.plan is before
    assert "Of gold" in hand.window.bar.text
    assert "Of silver" in hand.window.bar.text
    hand.click("bar.remove")
    assert names(hand, "segments.items") == ["Iron"]
    assert [one.segment for one in hand.plan.audience.personas] == [None, None]
    session.undo()
    assert hand.plan is before
    assert chosen(view) == ["Gold", "Silver", "Bronze"]


def test_rows_of_a_grid_are_emptied_together(hand):
    session = hand.window.session
    session.set("competitors.success_factors", [{"name": name} for name in NAMES])
    for factor in ("gold", "silver", "bronze"):
        session.set(f"competitors.own.ratings[{factor}].score", 3)
    hand.window.go_to("competitors")
    hand.window.stage.page.reveal("competitors.own.ratings[gold].score")
    view = hand.table("grid.ratings")
    choose_rows(hand, view, 0, 1, 1)
    hand.qtbot.keyClick(view, KEY.Key_Delete)
    assert [one.id for one in hand.plan.competitors.own.ratings] == ["bronze"]
    assert session.undo_label == "Empty 2 cells"


def test_the_menu_says_how_many_rows_and_which_keys(offerings, view):
    choose_rows(offerings, view, 0, 2)
    menu = menu_of(offerings, view, 1)
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert "Remove 3 rows\tCtrl+Del" in words
    assert "Copy 3 rows\tCtrl+C" in words
    assert "Paste as new rows\tCtrl+Shift+V" in words
    assert chosen(view) == ["Gold", "Silver", "Bronze"]


def test_every_key_of_the_menu_is_listed_in_the_keys_dialog(offerings, view):
    choose_rows(offerings, view, 1, 2)
    menu = menu_of(offerings, view, 1)
    shown = {action.text().partition("\t")[2] for action in menu.actions()} - {""}
    menu.close()
    assert shown <= {keys for _, keys in TABLE_KEYS}
