"""Answers that could not be taken: summed up on top of the page, in the words beside them."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.wizards.acting import KEY
from wizards.panels.links import Link
from wizards.steps import page_of


def summary(hand):
    return hand.window.stage.page.summary


def told(hand):
    """What the summary says, line by line, as a screen reader reads it."""
    QApplication.processEvents()
    return [link.accessibleName() for link in summary(hand).findChildren(Link)]


@pytest.fixture
def on_business(hand):
    hand.window.session.set("meta.currency", "EUR")
    hand.window.go_to("business")
    return hand


COUNT = "business.baseline.customers"
REVENUE = "business.baseline.revenue"


def test_nothing_is_summed_up_while_all_is_well(on_business):
    assert not summary(on_business).isVisible()


def test_each_line_says_what_stands_beside_the_field_and_leads_to_it(on_business):
    hand = on_business
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "many")
    hand.type(REVENUE, "a lot")
    beside = [hand.error(COUNT), hand.error(REVENUE)]
    assert all(beside)
    assert told(hand) == [f"Customers: {beside[0]}", f"Revenue: {beside[1]}"]
    assert summary(hand).isVisible()
    hand.click(f"wrong.{REVENUE}")
    assert hand.window.focusWidget().objectName() == REVENUE


def test_it_goes_with_the_last_error(on_business):
    hand = on_business
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "many")
    hand.type(REVENUE, "a lot")
    hand.type(COUNT, "710")
    assert len(told(hand)) == 1
    hand.type(REVENUE, "120000")
    assert told(hand) == []
    assert not summary(hand).isVisible()


def test_it_waits_with_what_is_being_typed_and_takes_no_focus(on_business):
    hand = on_business
    hand.come_back()
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "many", leave=False)
    hand.qtbot.waitUntil(lambda: bool(hand.error(COUNT)))
    assert not summary(hand).isVisible()
    assert hand.window.focusWidget().objectName() == COUNT
    QApplication.processEvents()
    assert not summary(hand).isVisible()
    # Offscreen, a tooltip takes the window's focus.
    hand.come_back()
    hand.find(REVENUE).setFocus()
    assert summary(hand).isVisible()
    assert hand.window.focusWidget().objectName() == REVENUE


def test_f8_goes_from_one_answer_to_mend_to_the_next(on_business):
    hand = on_business
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "many")
    hand.type(REVENUE, "a lot")
    hand.find("back", QWidget).setFocus()
    seen = []
    for _ in range(3):
        hand.press(KEY.Key_F8)
        seen.append(hand.window.focusWidget().objectName())
    assert seen == [COUNT, REVENUE, COUNT]


def test_f8_says_so_where_nothing_is_wrong(on_business):
    on_business.press(KEY.Key_F8)
    assert on_business.window.bar.text == "Every answer on this page could be taken."


def test_a_cell_of_a_table_is_summed_up_by_its_row(on_business):
    hand = on_business
    hand.window.session.set("business.offerings[gold]", {"name": "Gold"})
    hand.window.guide.show_path("business.offerings[gold].price")
    path = "business.offerings[gold].price"
    hand.edit_cell(path, "dear")
    sentence = hand.error(path).removeprefix("Gold: Price: ")
    assert told(hand) == [f"Gold: Price: {sentence}"]
    hand.window.session.set("business.offerings[gold]", None)
    hand.qtbot.waitUntil(lambda: not summary(hand).isVisible())
    assert hand.error(path) == ""


def test_each_page_sums_up_its_own_and_remembers_it(on_business):
    hand = on_business
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "many")
    hand.window.go_to("market")
    assert not summary(hand).isVisible()
    hand.window.go_to("business")
    assert len(told(hand)) == 1
    # A change of depth builds the pages anew; what was typed is still there.
    hand.window.set_depth("standard")
    QApplication.processEvents()
    assert len(told(hand)) == 1


def test_a_value_taken_back_takes_its_line_along(on_business):
    hand = on_business
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "700")
    hand.type(COUNT, "many")
    assert len(told(hand)) == 1
    hand.window.undo()
    hand.qtbot.waitUntil(lambda: not summary(hand).isVisible())


def test_every_path_has_a_page():
    assert page_of("evidence.items[a].title") == "evidence"
    assert page_of("meta.document.footer") == "write"
    assert page_of("meta.title") == "business"


def test_of_very_many_the_first_are_named(on_business):
    hand = on_business
    wrongs, context = hand.window.desk.context.wrongs, hand.window.desk.context
    for number in range(20):
        path = f"business.offerings[o{number}].price"
        hand.window.session.set(f"business.offerings[o{number}]", {"name": f"Offer {number}"})
        context.drafts[path] = "dear"
        wrongs.say(path, "is dear")
    assert len(told(hand)) == 8
    texts = [label.text() for label in summary(hand).findChildren(QLabel)]
    assert texts[0] == "20 answers could not be taken"
    assert "… and 12 more" in texts


def test_the_field_in_use_stays_where_it_is(on_business):
    hand = on_business
    hand.come_back()
    hand.window.guide.show_path(COUNT)
    hand.type(COUNT, "many", leave=False)
    QApplication.processEvents()
    page = hand.window.stage.page
    hand.qtbot.waitUntil(lambda: bool(hand.error(COUNT)))
    QApplication.processEvents()
    assert page.verticalScrollBar().value() > 0
    hand.come_back()
    field = hand.find(REVENUE)
    before = field.mapTo(page, QPoint(0, 0)).y()
    field.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    assert summary(hand).isVisible()
    assert field.mapTo(page, QPoint(0, 0)).y() == before
