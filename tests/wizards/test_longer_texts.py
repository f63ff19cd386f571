"""Every text of ours four tenths longer, as another language has it: nothing is cut off."""

import math
import re
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QWidget,
)

from planner import i18n
from tests.nightly import NIGHTLY
from wizards.forms.section import Section
from wizards.forms.widths import heading_metrics
from wizards.steps import WORDS

LONGER = 0.4
"""How much longer texts of English grow in other languages (W3C, Text size in translation)."""
LETTERS = "äéíöûřğß"
ROUNDING = 2
"""Pixels that are lost where widths and heights are rounded."""


def longer(text):
    """A text each word of which has four tenths more letters, what is filled in left alone."""
    return re.sub(r"(?<![{\w])[^\W\d_]+(?![\w}:.]*})", _longer, text)


def _longer(word):
    more = math.ceil(len(word[0]) * LONGER)
    return word[0] + (LETTERS * more)[:more]


@pytest.fixture
def _long(monkeypatch):
    translate, count = i18n.translate, i18n.translate_count
    monkeypatch.setattr(i18n, "translate", lambda text, *rest: longer(translate(text, *rest)))
    monkeypatch.setattr(i18n, "translate_count", lambda *words: longer(count(*words)))


def test_longer_texts_are_longer_by_four_tenths_and_keep_what_is_filled_in():
    assert longer("Save {name} as …") == "Saveäé {name} asä …"
    assert len(longer("What the firm offers")) >= 1.4 * len("What the firm offers") - 2
    assert longer("{count:.1f} of {all}") == "{count:.1f} ofä {all}"


def seen(ground):
    """The widgets on a ground that are shown and have a size."""
    return [w for w in ground.findChildren(QWidget) if w.isVisible() and not w.size().isEmpty()]


def is_cut(widget):
    """Whether the text of a label or button does not fit into it, and no tooltip tells it."""
    text = widget.text()
    if not text.strip() or (widget.toolTip() and text.endswith("…")):
        return False
    if isinstance(widget, QLabel):
        return is_label_cut(widget)
    if isinstance(widget, (QPushButton, QCheckBox)):
        need = widget.sizeHint()
        return widget.width() < need.width() - 1 or widget.height() < need.height() - ROUNDING
    return False


def is_label_cut(label):
    if not label.wordWrap():
        need = label.sizeHint()
        return label.width() < need.width() - 1 or label.height() < need.height() - ROUNDING
    room = label.contentsRect().width()
    words = re.split(r"[\s\-/–—]+", label.text())
    widest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
    lines = label.heightForWidth(label.width())
    return widest > room + ROUNDING or label.height() < lines - ROUNDING


def cut_headings(header):
    """The names over columns that do not fit: a word wider than its column, a line too many."""
    if header.orientation() != Qt.Orientation.Horizontal or getattr(header, "upright", False):
        return []
    # A style sheet makes headings smaller than the header's own font.
    metrics = heading_metrics()
    cut = []
    for column in range(header.count()):
        text = str(header.model().headerData(column, header.orientation()) or "")
        width = header.sectionSize(column) - 12
        if header.isSectionHidden(column) or not text:
            continue
        place = QRect(0, 0, max(width, 1), 10_000)
        need = metrics.boundingRect(place, Qt.TextFlag.TextWordWrap, text)
        if need.height() > header.height() or need.width() > width + ROUNDING:
            cut.append(text)
    return cut


def places(layout):
    """The rectangles of what a layout holds and shows."""
    items = [layout.itemAt(number) for number in range(layout.count())]
    return [item.geometry() for item in items if not item.isEmpty() and item.widget()]


def overlaps(ground):
    """Siblings of one layout that stand in each other's place."""
    for widget in seen(ground):
        layout = widget.layout()
        if layout is None or layout.inherits("QStackedLayout"):
            continue
        for one, other in combinations(places(layout), 2):
            if one.intersects(other):
                yield widget.objectName() or type(widget).__name__, one, other


def faults(ground, width):
    """What is cut off, overlaps or stands outside, in words."""
    found = []
    for widget in seen(ground):
        if isinstance(widget, (QLabel, QAbstractButton)) and is_cut(widget):
            found.append(f"cut: {type(widget).__name__} {widget.objectName()} “{widget.text()}”")
        if isinstance(widget, QHeaderView):
            found += [f"cut: heading “{text}”" for text in cut_headings(widget)]
        if isinstance(widget, (QLabel, QAbstractButton)):
            left = widget.mapTo(ground.window(), QPoint()).x()
            if left < 0 or left + widget.width() > width:
                found.append(f"outside: {widget.objectName()} “{widget.text()}”")
    return found + [f"overlap: {name} {one} {other}" for name, one, other in overlaps(ground)]


def unfold(hand, page):
    """Open every group; one that opens may hold groups that were not made before."""
    while folded := [group for group in page.findChildren(Section) if not group.is_open]:
        for group in folded:
            group.open()
        settled(hand)


def settled(hand):
    for _ in range(4):
        hand.qtbot.wait(60)
        QApplication.processEvents()


@pytest.mark.usefixtures("_long")
@pytest.mark.parametrize("depth", ["essential", "thorough"] if NIGHTLY else ["essential"])
def test_pages_and_what_stands_around_them_cut_nothing(make_hand, sample_file, depth):
    hand = make_hand(sample_file)
    window = hand.window
    window.session.set("meta.depth", depth)
    window.resize(1024, 640)
    found = {}
    for word in WORDS:
        window.go_to(word)
        if depth == "thorough":
            unfold(hand, window.stage.page)
        settled(hand)
        found[word] = faults(window, 1024)
    assert {word: some for word, some in found.items() if some} == {}


@pytest.mark.usefixtures("_long")
def test_the_start_page_cuts_nothing(make_hand, sample_file):
    make_hand(sample_file).window.finish()
    hand = make_hand()
    hand.window.resize(1024, 640)
    settled(hand)
    assert faults(hand.window, 1024) == []


@pytest.mark.usefixtures("_long")
@pytest.mark.parametrize("name", ["new", "settings", "shortcuts", "about"])
def test_dialogs_cut_nothing(make_hand, name):
    hand = make_hand()
    hand.window.resize(1024, 640)
    hand.window.go_to("business")
    hand.window.menus.actions[name].trigger()
    settled(hand)
    dialog = next(d for d in hand.window.findChildren(QDialog) if d.isVisible())
    assert (dialog.width() <= 1024, dialog.height() <= 640) == (True, True), dialog.size()
    assert faults(dialog, dialog.width()) == []
    dialog.reject()
