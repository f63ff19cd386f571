"""A window that is closed is gone: nothing holds it, its widgets or their memory."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.nightly import NIGHTLY
from tests.wizards.conftest import settle
from wizards.acts import dress
from wizards.app import open_window
from wizards.preferences import Preferences
from wizards.speaking import speak

TIMES = 100 if NIGHTLY else 3
WARM = 8 if NIGHTLY else 1
"""Windows after which all that is loaded once and kept for good is there."""
MOST_GROWN = 5 * 2**20
"""Bytes; what a few windows take is lost in what is loaded for the first: judged at night."""
PAGES = ("business", "competitors", "audience", "promotion", "write")[:: 1 if NIGHTLY else 2]
KEPT = ("QComboBoxPrivateContainer", "QTipLabel", "QDesktopScreenWidget")
"""What Qt keeps for itself until the program ends."""


@pytest.fixture(autouse=True)
def _only_what_is_new_is_swept():
    """What was there before a test is not looked through at each of its sweeps."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def resident():
    """The bytes of memory that the program holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


def widgets():
    """How many widgets there are once what was dropped is deleted."""
    gc.collect()
    settle()
    gc.collect()
    return sum(type(widget).__name__ not in KEPT for widget in QApplication.allWidgets())


def open_and_close(file):
    """Look at some pages of a plan in a window and close it; weak references to what was there."""
    window = open_window(file)
    for word in PAGES:
        window.go_to(word)
        QApplication.processEvents()
    desk, page = window.desk, window.stage.page
    seen = [weakref.ref(part) for part in (window, desk, desk.bridge, desk.bridge.session, page)]
    seen += [weakref.ref(part) for part in (window.rail, window.side, window.guide, window.work)]
    window.finish()
    return seen


def test_windows_that_are_closed_are_gone_with_all_their_memory(qtbot, sample_file):
    for _ in range(WARM):
        open_and_close(sample_file)
    before, held = widgets(), resident()
    seen = []
    for _ in range(TIMES):
        seen += open_and_close(sample_file)
        settle()
    assert widgets() == before
    assert [ref() for ref in seen if ref() is not None] == []
    grown = resident() - held
    print(f"{TIMES} windows: {grown / 2**20:.1f} MB more")  # noqa: T201  the figure is the point
    if NIGHTLY:
        assert grown < MOST_GROWN


def settled(hand):
    """Let what was made for a page be deleted, and its timers run out."""
    QTest.qWait(150)
    hand.window.go_to("business")
    QTest.qWait(50)
    return widgets()


def stays(hand, act, times=10 if NIGHTLY else 2):
    """Do something often: there are no more widgets than after it was done once."""
    act()
    before = settled(hand)
    for _ in range(times):
        act()
    assert settled(hand) == before


def test_changing_theme_and_language_leaves_nothing(make_hand):
    hand = make_hand()
    hand.window.go_to("business")
    preferences = Preferences()

    def change():
        for name, language in (("dark", "ro"), ("light", "en")):
            preferences.theme, preferences.language = name, language
            dress(hand.window)
            QApplication.processEvents()

    stays(hand, change, times=10 if NIGHTLY else 1)
    preferences.language = ""
    speak("en")


@pytest.mark.parametrize("name", ["new", "settings", "shortcuts", "about", "jump"])
def test_dialogs_leave_nothing(make_hand, sample_file, name):
    hand = make_hand(sample_file)
    hand.window.go_to("business")
    kept = []

    def show_and_leave():
        hand.window.menus.actions[name].trigger()
        QApplication.processEvents()
        dialog = next(d for d in hand.window.findChildren(QDialog) if d.isVisible())
        kept.append(weakref.ref(dialog))
        dialog.reject()
        QApplication.processEvents()

    stays(hand, show_and_leave)
    assert [ref() for ref in kept if ref() is not None] == []


@pytest.mark.parametrize("name", ["present", "find"])
def test_presenter_and_search_leave_nothing(make_hand, sample_file, name):
    hand = make_hand(sample_file)
    hand.window.go_to("business")

    def show_and_leave():
        hand.window.menus.actions[name].trigger()
        QTest.qWait(30)
        if name == "present":
            hand.window.presenter.close()
        else:
            hand.window.beside.search.close()
        QTest.qWait(30)

    stays(hand, show_and_leave)
