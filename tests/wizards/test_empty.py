"""What is empty says so in a sentence, and one button leads on (LOOK.md, empty state)."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from planner import paths
from tests.wizards.test_longer_texts import unfold
from wizards.forms.collection import CollectionView
from wizards.forms.empty import WayThere
from wizards.forms.grid import GridView
from wizards.preferences import Recent
from wizards.steps import WORDS


@pytest.fixture
def thorough(hand):
    hand.window.session.set("meta.depth", "thorough")
    return hand


def page_of(hand, word):
    hand.window.go_to(word)
    unfold(hand, hand.window.stage.page)
    return hand.window.stage.page


def inside(part, kind):
    return [widget for widget in part.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("word", [word for word in WORDS if word != "write"])
def test_every_empty_table_and_grid_has_a_sentence_and_a_button(thorough, word):
    page = page_of(thorough, word)
    parts = [*page.findChildren(CollectionView), *page.findChildren(GridView)]
    empty = [part for part in parts if part.isVisible() and not part.view.isVisible()]
    assert empty
    lacking = {}
    for part in empty:
        told = any(len(label.text()) > 10 for label in inside(part, QLabel))
        usable = [button for button in inside(part, QPushButton) if button.isEnabled()]
        if not told or not usable:
            lacking[part.path] = (told, [button.objectName() for button in usable])
    assert lacking == {}


@pytest.mark.parametrize(
    ("word", "table", "leads_to", "first"),
    [
        ("competitors", "grid.ratings", "competitors", "competitors.success_factors"),
        ("technology", "grid.technology", "technology", "technology.items"),
        ("segments", "grid.segments", "segments", "segments.criteria"),
    ],
)
def test_the_button_leads_to_what_comes_first(thorough, word, table, leads_to, first):
    page_of(thorough, word)
    thorough.click(f"{table}.first")
    assert thorough.window.stage.word == leads_to
    assert thorough.window.focusWidget().objectName() == f"{first}.add"


def test_a_grid_that_lacks_its_columns_leads_to_them_once_it_has_its_rows(thorough):
    page_of(thorough, "segments")
    thorough.window.session.set("segments.criteria", [{"name": "Size"}])
    way = thorough.find("grid.segments.first", WayThere)
    words = paths.place("segments.items").field.label
    thorough.qtbot.waitUntil(lambda: words in way.text())
    thorough.click("grid.segments.first")
    assert thorough.window.focusWidget().objectName() == "segments.items.add"


def test_months_to_track_lead_to_the_first_and_last_month_of_the_plan(thorough):
    page_of(thorough, "track")
    thorough.click("track.months.first")
    assert thorough.window.stage.page.current_path == "meta.period"


def test_a_list_of_plans_without_one_says_what_will_stand_there(hand):
    recent = hand.window.stage.currentWidget().recent
    assert hand.find("start.recent.none", QLabel).text().endswith(".")
    recent.show_recent((Recent(Path("/plans/moveo.mktplan"), "Moveo"),))
    hand.qtbot.waitUntil(lambda: hand.has("start.recent.0"))
    assert not hand.has("start.recent.none")
    recent.show_recent(())
    hand.qtbot.waitUntil(lambda: hand.has("start.recent.none"))
