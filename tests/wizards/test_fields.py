"""Single fields: what is wrong stands beside them, undo works from inside, nothing is lost."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from planner import paths
from tests.wizards.acting import KEY

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def business(hand):
    hand.window.go_to("business")
    return hand


def test_typing_in_one_field_is_one_step_and_undo_works_from_inside(business, qtbot):
    business.type("business.company.name", "Moveo", leave=False)
    entry = business.find("business.company.name", QLineEdit)
    qtbot.keyClick(entry, KEY.Key_Z, CTRL)
    assert (business.plan.business.company.name, entry.text()) == (None, "")
    qtbot.keyClick(entry, KEY.Key_Z, CTRL | SHIFT)
    assert (business.plan.business.company.name, entry.text()) == ("Moveo", "Moveo")


def test_undo_works_from_inside_prose_too(business, qtbot):
    business.type("business.company.does", "We mend backs.", leave=False)
    entry = business.find("business.company.does")
    qtbot.keyClick(entry, KEY.Key_Z, CTRL)
    assert (business.plan.business.company.does, entry.toPlainText()) == (None, "")


def test_leaving_a_field_ends_its_step(business):
    business.type("business.company.name", "Mo")
    entry = business.find("business.company.name", QLineEdit)
    entry.setFocus()
    business.qtbot.keyClicks(entry, "veo")
    business.window.session.undo()
    assert business.plan.business.company.name == "Mo"


def test_typing_in_the_middle_keeps_the_cursor(business, qtbot):
    business.type("business.company.name", "Mveo", leave=False)
    entry = business.find("business.company.name", QLineEdit)
    entry.setCursorPosition(1)
    qtbot.keyClicks(entry, "o")
    assert (entry.text(), entry.cursorPosition()) == ("Moveo", 2)


def test_a_bad_figure_stays_with_the_reason_beside_it(business):
    path = "business.limits.affordable_budget"
    business.type(path, "-5")
    assert business.find(path, QLineEdit).text() == "-5"
    assert "0 or more" in business.error(path)
    assert business.plan.business.limits.affordable_budget is None


def test_a_bad_text_survives_turning_the_page_and_a_change_of_depth(business):
    path = "business.limits.affordable_budget"
    business.type(path, "lots")
    business.window.go_to("market")
    business.window.session.set("meta.depth", "standard")
    business.window.go_to("business")
    assert business.find(path, QLineEdit).text() == "lots"
    assert business.error(path)


def test_a_half_typed_month_is_not_called_wrong_at_once(business, qtbot):
    entry = business.find("meta.period.first", QLineEdit)
    entry.setFocus()
    qtbot.keyClicks(entry, "2027")
    assert not business.error("meta.period")


def test_a_period_backwards_is_refused(business):
    business.type("meta.period.first", "2027-12")
    business.type("meta.period.last", "2027-01")
    assert "before it begins" in business.error("meta.period")
    assert business.plan.meta.period is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1200.5", "1200.5"),
        ("1,200.50", "1200.50"),
        ("1 200", "1200"),
        ("12,345,678", "12345678"),
    ],
)
def test_amounts_are_typed_plainly_or_with_groups(business, typed, value):
    business.type("business.limits.affordable_budget", typed)
    assert business.plan.business.limits.affordable_budget == Decimal(value)


def test_the_currency_is_changed_only_after_a_question_where_amounts_stand(business):
    business.choose("meta.currency", 1)
    first = business.plan.meta.currency
    assert first is not None
    business.type("business.limits.affordable_budget", "500")
    business.choose("meta.currency", 2)
    assert business.plan.meta.currency == first
    assert "nothing is converted" in business.window.bar.text
    business.click("bar.change")
    assert business.plan.meta.currency not in (None, first)
    assert business.plan.business.limits.affordable_budget == 500


def with_dated_goal(hand):
    session = hand.window.session
    session.set("meta.period", ("2027-01", "2027-12"))
    session.insert("business.goals", {"name": "Revenue", "date": "2027-06-30"})
    hand.window.stage.page.refresh()


@pytest.mark.parametrize(
    ("answer", "period", "day"),
    [
        ("move", ("2028-01", "2028-12"), "2028-06-30"),
        ("leave", ("2028-01", "2028-12"), "2027-06-30"),
        ("cancel", ("2027-01", "2027-12"), "2027-06-30"),
    ],
)
def test_a_moved_period_asks_what_becomes_of_dates(business, answer, period, day):
    with_dated_goal(business)
    before = business.plan
    business.type("meta.period.last", "2028-12", leave=False)
    business.type("meta.period.first", "2028-01")
    assert business.plan.meta.period[0] == "2027-01"
    business.click(f"bar.{answer}")
    assert business.plan.meta.period == period
    assert business.plan.business.goals[0].date.isoformat() == day
    if answer != "cancel":
        while business.plan.meta.period[0] != "2027-01":
            assert business.window.session.undo()
        assert business.plan.business == before.business


def test_choices_show_words_and_store_them_as_declared(business):
    box = business.find("meta.amounts", QComboBox)
    assert box.itemText(0) == "Without VAT (assumed)"
    business.choose("meta.amounts", 2)
    assert business.plan.meta.amounts == "with VAT"
    assert box.currentText() == "With VAT"
    business.choose("meta.amounts", 0)
    assert business.plan.meta.amounts is None


def test_going_deeper_asks_more_and_coming_back_loses_nothing(business):
    business.type("business.company.name", "Moveo")
    assert not business.has("business.company.website")
    business.window.session.set("meta.depth", "standard")
    business.type("business.company.website", "moveo.example.com")
    business.window.session.set("meta.depth", "essential")
    assert not business.has("business.company.website")
    assert business.plan.business.company.website == "moveo.example.com"


def test_a_source_is_added_for_the_field_it_was_asked_at(business, qtbot):
    business.type("business.baseline.revenue", "212,000")
    business.click("business.baseline.revenue.source")
    assert business.window.stage.currentWidget().objectName() == "panel.evidence"
    business.click("evidence.add_for_field")
    editor = business.window.focusWidget()
    qtbot.keyClicks(editor, "Annual accounts 2026")
    qtbot.keyClick(editor, KEY.Key_Return)
    qtbot.waitUntil(lambda: business.plan.evidence.items[0].source == "Annual accounts 2026")
    assert business.plan.evidence.items[0].about == ("business.baseline.revenue",)
    business.click("evidence.back")
    assert business.window.focusWidget().objectName() == "business.baseline.revenue"


def test_an_estimate_has_three_figures_that_rise(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.insert("promotion.channels", {"id": "ads", "name": "Ads"})
    hand.window.go_to("promotion")
    path = "promotion.channels[ads].unit_cost"
    hand.type(f"{path}.base", "2")
    hand.type(f"{path}.low", "3")
    assert "lowest" in hand.error(path)
    assert paths.get(hand.plan, f"{path}.low") is None
    hand.type(f"{path}.low", "1")
    assert not hand.error(path)
    assert paths.get(hand.plan, f"{path}.low") == 1


def test_places_of_the_plan_are_chosen_by_their_words(hand, qtbot):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("business.company.name", "Moveo")
    session.insert("evidence.items", {"id": "s1", "source": "Register"})
    hand.window.guide.show_sources("")
    hand.window.guide.show_path("evidence.items[s1].about")
    hand.click("evidence.items[s1].about.choose")
    search = hand.find("picker.search", QLineEdit)
    qtbot.keyClicks(search, "moveo")
    listed = hand.window.findChild(type(search.parent()), "picker")._list
    rows = [n for n in range(listed.count()) if not listed.item(n).isHidden()]
    assert "Moveo" in listed.item(rows[0]).text()
    listed.item(rows[0]).setCheckState(Qt.CheckState.Checked)
    hand.window.findChild(type(search.parent()), "picker")._take()
    assert hand.plan.evidence.items[0].about == ("business.company.name",)


def test_undoing_what_the_field_stands_in_does_no_harm(business, qtbot):
    session = business.window.session
    session.insert("business.goals", {"id": "revenue", "name": "Revenue"})
    business.window.stage.page.refresh()
    entry = business.find("business.goals[revenue].why")
    entry.setFocus()
    qtbot.keyClick(entry, KEY.Key_Z, CTRL)
    assert business.plan.business.goals == ()
    assert not business.has("business.goals[revenue].why")


def test_undoing_a_depth_from_inside_a_field_does_no_harm(business, qtbot):
    business.window.session.set("meta.depth", "thorough")
    entry = business.find("business.company.website", QLineEdit)
    entry.setFocus()
    qtbot.keyClick(entry, KEY.Key_Z, CTRL)
    assert business.plan.meta.depth is None
    assert not business.has("business.company.website")
    business.type("business.company.name", "Moveo")
    assert business.plan.business.company.name == "Moveo"
