"""Each page as it looked when somebody last looked at it: nothing moved, went or changed colour."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

import planner
from planner import checks
from planner.exhibits import cards
from tests.nightly import NIGHTLY
from tests.plans import essential_sample
from tests.wizards import screens
from tests.wizards.test_longer_texts import faults, settled
from wizards import theme
from wizards.app import dress, open_window
from wizards.desk import Desk
from wizards.preferences import Preferences, Recent
from wizards.steps import WORDS

SIZE = (1440, 900)
TODAY = date(2026, 11, 28)
BY_DAY = ("start", "business", "segments", "technology", "write")
"""Pages that are compared with each change; all of them are at night."""
OTHERS = [
    (name, size, percent)
    for name in ("light", "dark", "contrast")
    for size in ((1024, 640), (1920, 1080))
    for percent in (100, 200)
]
FEW_PAGES = ("start", "market", "competitors", "promotion")
"""Pages of which a dark and small picture is kept; the others are looked through alone."""
MOVED, NEARLY, OTHER_BLUE, LIT = 12, 8, (0x0B, 0x8C, 0xA5), 60
"""Pixels, steps of 255, a colour, and steps of 255: what is planted, and what softer letters do."""
RECENT = (
    Recent(Path("/plans/moveo.mktplan"), "Moveo 2027", "Moveo", 7, 10, 3, date(2019, 3, 4)),
    Recent(Path("/plans/kolkheti.mktplan"), "Kolkheti", "", 10, 10, 0, date(2018, 11, 30)),
)
"""Plans that are nowhere, saved in years that are over: their lines are the same every day."""


def shown(size, name="light", percent=100):
    """A window on the sample, with nothing in it that hangs on the day or the computer."""
    preferences = Preferences()
    preferences.theme, preferences.text_size = name, percent
    window = open_window()
    dress(preferences)
    window.resize(*size)
    window.take_desk(Desk(window.work, window.bar, window.guide, essential_sample()))
    window.desk.context.folder = "/plans"
    return window


def turn(window, name):
    """Go to a page, or to the start page with two plans on its list."""
    if name == "start":
        window.show_start()
        window.stage.currentWidget().recent.show_recent(RECENT)
    else:
        window.go_to(name)
    screens.calm(window)


@pytest.fixture(autouse=True)
def _the_same_day(monkeypatch):
    """What is due or overdue hangs on the day: it is the same in every picture."""
    monkeypatch.setattr(cards, "present_day", lambda: TODAY)
    monkeypatch.setattr(planner, "review", lambda plan: checks.findings(plan, TODAY))


@pytest.fixture
def light(qtbot):
    """One window for all pages: opening it takes longer than looking at them."""
    window = shown(SIZE)
    yield window
    window.finish()


def test_every_page_looks_as_it_did(light):
    others = {}
    for name in ("start", *WORDS) if NIGHTLY or screens.RENEW else BY_DAY:
        turn(light, name)
        others |= screens.compared(f"light-1440x900-{name}", screens.rested(light))
    assert others == {}


def test_what_is_the_same_passes_and_what_is_planted_is_seen(light):
    turn(light, "segments")
    before = screens.rested(light)

    def is_seen(after):
        return len(screens.differing(before, after)) > screens.FEW

    assert screens.differing(before, screens.rested(light)) == []
    assert is_seen(with_button_moved(light))
    assert is_seen(with_other_accent(before))
    softer = with_softer_letters(light)
    assert np.abs(softer.astype(int) - before).max() > LIT
    assert not is_seen(softer)
    light.stage.page.cards[0].hide()
    assert is_seen(screens.rested(light))


def with_button_moved(window):
    """The window with the button that goes on a few pixels nearer to the one beside it."""
    button = window.footer.findChild(QPushButton, "next")
    place = button.pos()
    button.move(place - QPoint(MOVED, 0))
    picture = screens.half(window.grab().toImage())
    button.move(place)
    return picture


def with_other_accent(pixels):
    """A picture with another blue."""
    pixels = pixels.copy()
    accent = [int(theme.LIGHT.accent[n : n + 2], 16) for n in (1, 3, 5)]
    pixels[np.abs(pixels.astype(int) - accent).max(axis=2) < NEARLY] = OTHER_BLUE
    return pixels


def with_softer_letters(window):
    """The window with all letters half a pixel of the small picture to the side.

    It is what another version of the drawing of letters makes of them at most.
    """
    image = window.grab().toImage()
    beside = screens.half(image.copy(1, 0, image.width(), image.height())).copy()
    beside[:, -1] = beside[:, -2]
    return beside


@pytest.mark.skipif(not (NIGHTLY or screens.RENEW), reason="the same in dark takes as long again")
def test_small_and_dark_pages_look_as_they_did(qtbot):
    window = shown((1024, 640), "dark")
    others = {}
    for name in FEW_PAGES:
        turn(window, name)
        others |= screens.compared(f"dark-1024x640-{name}", screens.rested(window))
    window.finish()
    assert others == {}


@pytest.mark.skipif(not NIGHTLY, reason="every page in every theme and size takes minutes")
@pytest.mark.parametrize(("name", "size", "percent"), OTHERS)
def test_in_every_theme_and_size_nothing_is_cut(make_hand, name, size, percent):
    hand = make_hand()
    window = shown(size, name, percent)
    found = {}
    for word in ("start", *WORDS):
        turn(window, word)
        settled(hand)
        found[word] = faults(window, size[0])
    window.finish()
    assert {word: some for word, some in found.items() if some} == {}
