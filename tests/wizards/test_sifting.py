"""Long tables: rows found by words, sorted by a column; what is hidden stays as it is."""

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.wizards.acting import ALT, CTRL, KEY
from wizards.forms.sifting import OFFERED_FROM, order_of
from wizards.forms.table_menu import menu_of

PATH = "business.offerings"
COUNT = 30


@pytest.fixture
def view(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    rows = [{"name": f"Offer {n:02}", "price": str(n * 7 % 30)} for n in range(COUNT)]
    rows[3] |= {"name": "Massage at home"}
    rows[17] |= {"name": "massage in the practice", "price": None}
    session.set(PATH, rows)
    hand.window.go_to("business")
    return hand.table(PATH)


def names(hand):
    return [one.name for one in hand.plan.business.offerings]


def shown(view):
    return [row for row in range(view.table.rowCount()) if not view.isRowHidden(row)]


def sift(hand, text):
    line = hand.find(f"{PATH}.filter", QLineEdit)
    line.setFocus()
    hand.qtbot.keyClick(line, KEY.Key_A, CTRL)
    hand.qtbot.keyClicks(line, text)
    hand.qtbot.wait(200)
    return line


def test_rows_with_all_the_words_are_shown_whatever_their_case(hand, view):
    sift(hand, "MASSAGE")
    assert shown(view) == [3, 17]
    sift(hand, "massage home")
    assert shown(view) == [3]
    line = sift(hand, "nothing like it")
    assert shown(view) == []
    hand.qtbot.keyClick(line, KEY.Key_Escape)
    assert len(shown(view)) == COUNT
    assert line.text() == ""


def test_what_is_done_to_all_shown_rows_leaves_the_hidden_ones_alone(hand, view):
    before = names(hand)
    sift(hand, "massage")
    view.setFocus()
    hand.qtbot.keyClick(view, KEY.Key_A, CTRL)
    assert view.selection.rows == [3, 17]
    hand.click(f"{PATH}.remove")
    assert names(hand) == [name for n, name in enumerate(before) if n not in (3, 17)]


def test_nothing_is_moved_while_rows_are_hidden(hand, view):
    before = hand.plan
    sift(hand, "massage")
    view.setCurrentIndex(view.model().index(17, 0))
    hand.qtbot.keyClick(view, KEY.Key_Up, ALT)
    hand.click(f"{PATH}.up")
    assert hand.plan is before
    assert "all rows first" in hand.window.bar.findChild(object, "bar.text").text()


def test_a_new_row_is_seen(hand, view):
    sift(hand, "massage")
    hand.click(f"{PATH}.add")
    assert len(shown(view)) == COUNT + 1


def test_who_is_led_to_a_hidden_row_sees_it(hand, view):
    sift(hand, "massage")
    hand.window.guide.show_path(f"{PATH}[offer-05].name")
    assert not view.isRowHidden(5)


def test_a_changed_row_is_looked_at_again(hand, view):
    sift(hand, "massage")
    hand.window.session.set(f"{PATH}[offer-05].name", "Massage for two")
    assert 5 in shown(view)


def act(view, name):
    menu = menu_of(view)
    action = next(a for a in menu.actions() if a.objectName() == f"menu.cell.{name}")
    action.trigger()
    menu.close()


@pytest.mark.parametrize(("name", "backwards"), [("sort", False), ("sort_back", True)])
def test_figures_are_sorted_by_size_and_what_has_none_comes_last(hand, view, name, backwards):
    before = hand.plan
    column = [c.name for c in view.table.columns].index("price")
    view.setCurrentIndex(view.model().index(0, column))
    act(view, name)
    prices = [one.price for one in hand.plan.business.offerings]
    filled = [price for price in prices if price is not None]
    assert prices[-1] is None
    assert filled == sorted(filled, reverse=backwards)
    assert hand.window.session.undo_label == "Sort rows"
    hand.window.session.undo()
    assert hand.plan is before


def test_words_are_sorted_whatever_their_case(hand, view):
    assert order_of(view.table, 0)[:2] == [3, 17]
    assert order_of(view.table, 0, backwards=True)[0] == COUNT - 1


def test_a_short_table_has_no_filter(hand):
    rows = [{"name": f"Offer {n}"} for n in range(OFFERED_FROM - 1)]
    hand.window.session.set(PATH, rows)
    hand.window.go_to("business")
    assert not hand.has(f"{PATH}.filter") or hand.find(f"{PATH}.filter").parent().isHidden()
    hand.window.session.set(PATH, [*rows, {"name": "One more"}])
    hand.qtbot.waitUntil(lambda: not hand.find(f"{PATH}.filter").parent().isHidden())
