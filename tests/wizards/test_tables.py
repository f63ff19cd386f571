"""Tables by keyboard: add, edit, duplicate, move, remove; references by name; grids."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from planner import paths
from tests.wizards.acting import KEY

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def business(hand):
    hand.window.go_to("business")
    return hand


def add(hand, path, name):
    hand.click(f"{path}.add")
    editor = QApplication.focusWidget()
    hand.qtbot.keyClicks(editor, name)
    hand.qtbot.keyClick(editor, KEY.Key_Return)
    members = paths.get(hand.plan, path)
    hand.qtbot.waitUntil(lambda: paths.title_of(paths.get(hand.plan, path)[-1]) == name)
    return members[-1].id


def names(hand, path):
    return [paths.title_of(member) for member in paths.get(hand.plan, path)]


OFFERINGS = "business.offerings"


def test_a_row_is_added_named_and_filled_by_keys(business):
    first = add(business, OFFERINGS, "Gold")
    business.edit_cell(f"{OFFERINGS}[{first}].price", "1,200.50")
    offering = business.plan.business.offerings[0]
    assert (offering.name, offering.price) == ("Gold", Decimal("1200.50"))


def test_rows_are_duplicated_moved_and_removed_by_keys(business, qtbot):
    for name in ("Gold", "Silver"):
        add(business, OFFERINGS, name)
    view = business.table(OFFERINGS)
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Up, ALT | SHIFT)
    assert names(business, OFFERINGS) == ["Silver", "Gold"]
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, KEY.Key_D, CTRL)
    assert len(names(business, OFFERINGS)) == 3
    qtbot.keyClick(view, KEY.Key_Delete, CTRL)
    assert names(business, OFFERINGS) == ["Silver", "Gold"]
    qtbot.keyClick(view, KEY.Key_Insert)
    assert len(names(business, OFFERINGS)) == 3


def test_the_buttons_do_the_same(business):
    for name in ("Gold", "Silver"):
        add(business, OFFERINGS, name)
    view = business.table(OFFERINGS)
    view.setCurrentIndex(view.model().index(0, 0))
    business.click(f"{OFFERINGS}.down")
    assert names(business, OFFERINGS) == ["Silver", "Gold"]
    business.click(f"{OFFERINGS}.up")
    assert names(business, OFFERINGS) == ["Gold", "Silver"]
    business.click(f"{OFFERINGS}.duplicate")
    business.click(f"{OFFERINGS}.remove")
    assert names(business, OFFERINGS) == ["Gold", "Silver"]


def test_delete_empties_the_cell_and_undo_brings_it_back(business, qtbot):
    first = add(business, OFFERINGS, "Gold")
    path = f"{OFFERINGS}[{first}].price"
    business.edit_cell(path, "5")
    view, index = business.cell(path)
    view.setCurrentIndex(index)
    view.setFocus()
    qtbot.keyClick(view, KEY.Key_Delete)
    assert paths.get(business.plan, path) is None
    qtbot.keyClick(view, KEY.Key_Z, CTRL)
    assert paths.get(business.plan, path) == 5
    assert index.data() == "5"


def test_a_bad_cell_stays_visible_with_the_reason(business):
    first = add(business, OFFERINGS, "Gold")
    path = f"{OFFERINGS}[{first}].price"
    business.edit_cell(path, "a lot")
    _, index = business.cell(path)
    assert index.data() == "a lot"
    assert "“a lot” is not an amount" in business.error(path)
    assert paths.get(business.plan, path) is None
    business.edit_cell(path, "7")
    assert (business.error(path), paths.get(business.plan, path)) == ("", 7)


def test_a_reference_is_chosen_by_name(hand):
    hand.window.go_to("segments")
    segment = add(hand, "segments.items", "Desk workers")
    hand.window.go_to("audience")
    persona = add(hand, "audience.personas", "Andreea")
    hand.edit_cell(f"audience.personas[{persona}].segment", "Desk workers")
    assert hand.plan.audience.personas[0].segment == segment
    _, index = hand.cell(f"audience.personas[{persona}].segment")
    assert index.data() == "Desk workers"


def test_removing_what_others_name_asks_once_and_is_one_step(hand):
    test_a_reference_is_chosen_by_name(hand)
    hand.window.go_to("segments")
    before = hand.plan
    hand.table("segments.items").setCurrentIndex(hand.table("segments.items").model().index(0, 0))
    hand.click("segments.items.remove")
    assert hand.plan is before
    assert "Andreea" in hand.window.bar.text
    hand.click("bar.remove")
    assert hand.plan.segments.items == ()
    assert hand.plan.audience.personas[0].segment is None
    hand.window.session.undo()
    assert hand.plan == before


def test_keeping_it_changes_nothing(hand):
    test_a_reference_is_chosen_by_name(hand)
    hand.window.go_to("segments")
    before = hand.plan
    hand.table("segments.items").setCurrentIndex(hand.table("segments.items").model().index(0, 0))
    hand.click("segments.items.remove")
    hand.click("bar.cancel")
    assert hand.plan is before
    assert not hand.window.bar.text


def test_one_grid_rates_ourselves_and_every_alternative(hand):
    hand.window.go_to("competitors")
    factor = add(hand, "competitors.success_factors", "Price")
    rival = add(hand, "competitors.items", "Acme")
    hand.window.stage.page.refresh()
    hand.edit_cell(f"competitors.own.ratings[{factor}].score", "3")
    hand.edit_cell(f"competitors.items[{rival}].ratings[{factor}].score", "4")
    rivals = hand.plan.competitors
    assert rivals.own.ratings[0].score == 3
    assert rivals.items[0].ratings[0].score == 4
    table = hand.table("grid.ratings").model()
    assert [table.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)] == ["Ourselves", "Acme"]


def test_the_detail_below_asks_what_the_table_does_not(hand):
    hand.window.go_to("business")
    goal = add(hand, "business.goals", "Revenue")
    hand.type(f"business.goals[{goal}].why", "To stay open.")
    assert hand.plan.business.goals[0].why == "To stay open."


def test_the_empty_table_shows_the_samples_first_rows(business):
    words = " ".join(
        label.text()
        for label in business.window.stage.page.findChildren(type(business.window.bar._text))
    )
    assert "Physiotherapy session" in words


def test_choosing_a_kind_of_channel_fills_house_figures_in_one_step(hand):
    hand.window.go_to("promotion")
    channel = add(hand, "promotion.channels", "Ads")
    path = f"promotion.channels[{channel}].kind"
    hand.edit_cell(path, "Search optimisation")
    made = hand.plan.promotion.channels[0]
    assert (made.kind, made.lead_weeks, made.anyway.base) == ("seo", 26, 0.3)
    assert (made.name, made.cost_model) == ("Ads", "fixed fee")
    assert "House figures" in hand.window.bar.text
    hand.window.session.undo()
    assert hand.plan.promotion.channels[0].kind is None
    assert hand.plan.promotion.channels[0].lead_weeks is None


def test_a_choice_opens_at_one_click(business, qtbot):
    goal = add(business, "business.goals", "Revenue")
    path = f"business.goals[{goal}].metric"
    view, index = business.cell(path)
    point = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    editor = view.findChild(QComboBox, path)
    assert editor is not None
    editor.hidePopup()
    view.setFocus()


def told_rows(view):
    """The rows that a table is told of from now on, by what its model says."""
    told = []
    view.model().dataChanged.connect(
        lambda first, last: told.append((first.row(), last.row() - first.row() + 1))
    )
    return told


def test_a_cell_entered_is_told_of_alone_and_what_refers_to_it_follows(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.window.go_to("promotion")
    channels = paths.get(hand.plan, "promotion.channels")
    view, others = hand.table("promotion.channels"), hand.table("promotion.tasks")
    hand.qtbot.wait(300)
    told, elsewhere = told_rows(view), told_rows(others)
    hand.edit_cell(f"promotion.channels[{channels[3].id}].name", "Renamed")
    assert set(told) == {(3, 1)}
    assert elsewhere == []
    # Tasks name their channels: all of both tables are told of once the page is fresh.
    whole = len(paths.get(hand.plan, "promotion.tasks"))
    hand.qtbot.waitUntil(lambda: (0, whole) in elsewhere)
    hand.qtbot.waitUntil(lambda: (0, len(channels)) in told)
    assert view.model().index(3, 0).data() == "Renamed"
