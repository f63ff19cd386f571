"""Search words pasted from keyword tools, with the headings that these tools really write."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner import paths
from tests.wizards.acting import CTRL, KEY

WORDS = "audience.personas[ann].words"
PLANNER = (
    "Keyword Stats 2026-05-09 at 21_25_18\n"
    '"May 1, 2025 - April 30, 2026"\n'
    "Keyword\tCurrency\tAvg. monthly searches\tThree month change\tYoY change\tCompetition\n"
    "back pain\tEUR\t1,300\t0%\t12%\tLow\n"
    "desk posture\tEUR\t50\t0%\t-4%\tMedium\n"
)
SEMRUSH = (
    "Keyword\tIntent\tVolume\tTrend\tKeyword Difficulty\tCPC (USD)\n"
    "back pain\tInformational\t1300\t0.5\t61\t0.42\n"
    "desk posture\tCommercial\t50\t0.5\t12\t0.3\n"
)
AHREFS = (
    "#\tKeyword\tCountry\tDifficulty\tVolume\tCPC\n"
    "1\tback pain\tro\t12\t1300\t0.42\n"
    "2\tdesk posture\tro\t3\t50\t0.3\n"
)
CONSOLE = (
    "Top queries\tClicks\tImpressions\tCTR\tPosition\n"
    "back pain\t12\t340\t3.53%\t8.1\ndesk posture\t3\t40\t7.5%\t2\n"
)


@pytest.fixture
def view(hand):
    session = hand.window.session
    session.set("meta.depth", "standard")
    session.set("audience.personas", [{"name": "Ann"}])
    session.set(WORDS, [{"phrase": "known before"}])
    hand.window.guide.show_path(f"{WORDS}[known-before].phrase")
    hand.qtbot.waitUntil(lambda: hand.has(WORDS))
    return hand.table(WORDS)


def paste_below(hand, view, text):
    QApplication.clipboard().setText(text)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))

    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    hand.qtbot.keyClick(view, KEY.Key_V, keys)


@pytest.mark.parametrize(
    ("text", "searches"),
    [(PLANNER, [1300, 50]), (SEMRUSH, [1300, 50]), (AHREFS, [1300, 50]), (CONSOLE, [None, None])],
    ids=["planner", "semrush", "ahrefs", "console"],
)
def test_the_words_of_a_keyword_tool_become_rows(hand, view, text, searches):
    paste_below(hand, view, text)
    words = paths.get(hand.plan, WORDS)
    assert [word.phrase for word in words] == ["known before", "back pain", "desk posture"]
    assert [word.monthly_searches for word in words[1:]] == searches
    assert [word.intent for word in words] == [None, None, None]
    hand.window.session.undo()
    assert len(paths.get(hand.plan, WORDS)) == 1


def test_rows_without_such_headings_are_taken_in_order(hand, view):
    paste_below(hand, view, "back pain\ndesk posture\n")
    assert [word.phrase for word in paths.get(hand.plan, WORDS)][1:] == [
        "back pain",
        "desk posture",
    ]
