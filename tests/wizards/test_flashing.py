"""Nothing of a page is a window of its own for a moment: that would take the focus away."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from tests.nightly import NIGHTLY
from wizards.forms.section import Section
from wizards.steps import WORDS


class Windows(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("word", WORDS if NIGHTLY else ("promotion",))
def test_a_page_shows_no_window(word, make_hand, sample_file, qapp):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.come_back()
    spy = Windows()
    qapp.installEventFilter(spy)
    try:
        hand.window.go_to(word)
        page = hand.window.stage.page
        for _ in range(3):
            for group in page.findChildren(Section):
                group.open()
            hand.qtbot.wait(150)
    finally:
        qapp.removeEventFilter(spy)
    assert spy.shown == []
    assert qapp.activeWindow() is hand.window
