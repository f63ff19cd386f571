"""What is shown of the member that is chosen in a card's table: a campaign's brief."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.wizards.acting import KEY
from wizards.results.table import ResultTable

PANEL = "outcome.promotion.campaigns.chosen"
MARCH, MAY = "promotion.campaigns[march]", "promotion.campaigns[may]"


@pytest.fixture
def two(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("promotion.campaigns", [{"name": "March"}, {"name": "May"}])
    session.set(f"{MARCH}.brief.task", "Run the ads")
    session.set(f"{MAY}.brief.task", "Print the cards")
    return hand


def opened(hand):
    hand.window.go_to("promotion")
    hand.window.stage.page.open_card("promotion.campaigns")
    return hand.find(PANEL)


def shown(panel):
    """The titles and words of the tables that are seen."""
    tables = [t for t in panel.findChildren(ResultTable) if not t.isHidden()]
    return [(t.findChild(QLabel).text(), t._body.accessibleDescription()) for t in tables]


def waits_for(hand, panel, words):
    hand.qtbot.waitUntil(lambda: words in str(shown(panel)), timeout=5000)


def test_the_brief_is_that_of_the_chosen_campaign_by_keys(two):
    panel = opened(two)
    waits_for(two, panel, "Run the ads")
    assert shown(panel)[0][0] == "The brief for “March”"
    table = two.table("promotion.campaigns")
    table.setFocus()
    two.qtbot.keyClick(table, KEY.Key_Down)
    waits_for(two, panel, "Print the cards")
    assert "Run the ads" not in str(shown(panel))


def test_the_brief_is_that_of_the_campaign_that_is_clicked(two):
    panel = opened(two)
    waits_for(two, panel, "Run the ads")
    table = two.table("promotion.campaigns")
    at = table.visualRect(table.table.index(1, 0)).center()
    two.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    waits_for(two, panel, "Print the cards")


def test_it_follows_what_is_typed(two):
    panel = opened(two)
    waits_for(two, panel, "Run the ads")
    two.window.session.set(f"{MARCH}.brief.task", "Stop the ads")
    waits_for(two, panel, "Stop the ads")


def test_it_goes_with_the_last_campaign(two):
    panel = opened(two)
    waits_for(two, panel, "Run the ads")
    for path in (MARCH, MAY):
        two.window.session.remove(path)
    two.qtbot.waitUntil(lambda: shown(panel) == [], timeout=5000)


def test_it_stands_beside_the_form_where_there_is_room(two):
    panel = opened(two)
    waits_for(two, panel, "Run the ads")
    page = two.window.stage.page

    def corner(widget):
        return widget.mapTo(page, QPoint(0, 0))

    def is_beside():
        form = two.find(f"{MARCH}.offer.what")
        return corner(form).x() > corner(panel).x() + panel.width()

    for beside in (True, False):
        for card in page.cards:
            card.set_beside(beside)
        two.qtbot.waitUntil(lambda now=beside: is_beside() == now, timeout=5000)
        assert corner(panel).y() > corner(two.table("promotion.campaigns")).y()
