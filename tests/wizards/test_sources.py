"""Sources: the ledger is one step away from every answer, and leads back to it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTableView

from planner import paths
from planner.model.nodes import declared
from tests.wizards.acting import KEY
from wizards.panels.ledger import Ledger

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PRICE = "business.offerings[gold].price"


@pytest.fixture
def business(hand):
    session = hand.window.session
    session.insert("business.offerings", {"id": "gold", "name": "Gold", "price": "42"})
    session.insert("evidence.items", {"id": "list", "source": "Price list 2027"})
    hand.window.go_to("business")
    return hand


def ledger(hand):
    page = hand.window.stage.page
    assert isinstance(page, Ledger)
    return page


def read(hand):
    """The words of the card about the field in question."""
    return [label.text() for label in ledger(hand)._subject.findChildren(QLabel)]


def at_price(hand):
    view, index = hand.cell(PRICE)
    view.setCurrentIndex(index)
    view.setFocus()
    return view


def test_a_key_opens_the_sources_of_the_cell_in_focus(business, qtbot):
    qtbot.keyClick(at_price(business), KEY.Key_E, CTRL)
    assert ledger(business).path == PRICE
    assert read(business)[:2] == ["Gold: Price", "42"]
    business.click("evidence.back")
    QApplication.processEvents()
    assert business.window.stage.word == "business"
    assert business.window.focusWidget() is business.table("business.offerings")
    assert business.table("business.offerings").current_path == PRICE


def test_an_open_editor_gives_way_and_what_was_typed_is_kept(business, qtbot):
    view = at_price(business)
    qtbot.keyClick(view, KEY.Key_F2)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "45")
    qtbot.keyClick(editor, KEY.Key_E, CTRL)
    assert ledger(business).path == PRICE
    assert business.plan.business.offerings[0].price == 45


@pytest.mark.parametrize(
    "path", ["business.company.name", "business.company.does", "meta.currency", "meta.period"]
)
def test_a_key_opens_the_sources_of_any_field(business, qtbot, path):
    business.window.guide.show_path(path)
    qtbot.keyClick(business.window.focusWidget(), KEY.Key_E, CTRL)
    assert ledger(business).path == path


def test_with_shift_the_key_opens_all_of_the_ledger(business, qtbot):
    qtbot.keyClick(at_price(business), KEY.Key_E, CTRL | SHIFT)
    assert ledger(business).path == ""


def open_menu(widget, point):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("path", ["business.company.name", "business.company.does"])
def test_the_menu_of_a_field_leads_there_too(business, qtbot, path):
    entry = business.find(path)
    open_menu(entry.viewport() if hasattr(entry, "viewport") else entry, QPoint(5, 5))
    menu = next(m for m in business.window.findChildren(QMenu, "menu.entry") if m.isVisible())
    assert menu.actions()[-1].text() == "Sources of this answer"
    qtbot.keyClick(menu, KEY.Key_Up)
    qtbot.keyClick(menu, KEY.Key_Return)
    assert ledger(business).path == path


def test_the_menu_of_a_cell_leads_there_too(business, qtbot):
    view, index = business.cell(PRICE)
    open_menu(view.viewport(), view.visualRect(index).center())
    menu = view.findChild(QMenu, "menu.cell")
    qtbot.keyClick(menu, KEY.Key_Down)
    qtbot.keyClick(menu, KEY.Key_Return)
    assert ledger(business).path == PRICE


def test_a_cell_that_wants_a_source_has_a_button_for_it(business):
    view = at_price(business)
    wants = {name for name, field in declared(paths.place("business.offerings").field.node).items()
             if field.ask is not None and field.ask.evidence}  # fmt: skip
    for column, shown in enumerate(view.table.columns):
        view.setCurrentIndex(view.table.index(0, column))
        assert business.has("business.offerings.source") == (shown.name in wants)
    at_price(business)
    business.click("business.offerings.source")
    assert ledger(business).path == PRICE


def test_a_source_that_is_there_is_used_and_let_go(business, qtbot):
    qtbot.keyClick(at_price(business), KEY.Key_E, CTRL)
    assert "No source yet, so it prints as an assumption." in read(business)
    business.choose("evidence.use_for_field", 1)
    assert business.plan.evidence.items[0].about == (PRICE,)
    ledger(business).refresh()
    assert "Price list 2027" in read(business)
    business.window.session.undo()
    assert business.plan.evidence.items[0].about is None


def test_a_source_for_a_whole_member_counts_for_its_fields(business, qtbot):
    business.window.session.set("evidence.items[list].about", ["business.offerings[gold]"])
    qtbot.keyClick(at_price(business), KEY.Key_E, CTRL)
    assert "Price list 2027" in read(business)


def test_a_source_is_added_even_where_the_user_folded_the_list(business, qtbot):
    business.window.guide.show_sources("")
    business.click("fold.evidence.items")
    business.window.go_to("business")
    qtbot.keyClick(at_price(business), KEY.Key_E, CTRL)
    business.click("evidence.add_for_field")
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "Till roll")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: business.plan.evidence.items[-1].source == "Till roll")
    assert business.plan.evidence.items[-1].about == (PRICE,)


def test_a_removed_subject_does_no_harm(business, qtbot):
    qtbot.keyClick(at_price(business), KEY.Key_E, CTRL)
    business.window.session.remove("business.offerings[gold]")
    ledger(business).refresh()
    assert ledger(business).findChildren(QTableView)
