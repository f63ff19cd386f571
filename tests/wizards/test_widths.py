"""Tables and fields are as wide and as high as what stands in them, in any window."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

from planner.model.kinds import Choice
from tests.nightly import NIGHTLY
from wizards import theme
from wizards.forms.entries import TextEntry
from wizards.forms.table import TableView
from wizards.forms.table_model import brief
from wizards.preferences import Preferences
from wizards.steps import WORDS

LONG = "Who asks for a third appointment within the same week although the first one helped"
BESIDE_TEXT = 16
"""Pixels that a cell keeps free beside its text at least; the style takes 18."""


def pages(hand):
    for word in WORDS:
        hand.window.go_to(word)
        QApplication.processEvents()
        yield hand.window.stage.page


def tables(hand):
    for page in pages(hand):
        yield from (view for view in page.findChildren(TableView) if view.isVisible())


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1024, 640, 100), (1440, 900, 150)][: None if NIGHTLY else 1]
)
def test_no_table_scrolls_sideways(make_hand, sample_file, width, height, percent):
    preferences = Preferences()
    preferences.text_size = percent
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.window.resize(width, height)
    QApplication.processEvents()
    seen = 0
    for view in tables(hand):
        if view.objectName().startswith("grid.budget"):
            # Months scroll between names and sums, which stay in sight.
            continue
        seen += 1
        shown = [n for n in range(view.model().columnCount()) if not view.isColumnHidden(n)]
        room = view.viewport().width()
        assert sum(map(view.columnWidth, shown)) <= room, view.objectName()
    assert seen >= 20


def test_figures_dates_and_words_of_choices_are_never_cut(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.window.resize(1440, 900)
    for view in tables(hand):
        model = view.table
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                open_ended = model.path(index).endswith(".kind") and "channels" in model.path(index)
                if open_ended or not (
                    model.is_figure(column) or isinstance(model.kind(index), Choice)
                ):
                    continue
                need = view.fontMetrics().horizontalAdvance(str(index.data() or ""))
                assert need + BESIDE_TEXT <= view.columnWidth(column), model.path(index)


def test_a_long_name_takes_a_second_line_instead_of_being_cut(hand):
    session = hand.window.session
    session.set("segments.items", ({"id": "long", "name": LONG[:60]}, {"id": "s", "name": "Short"}))
    hand.window.resize(1024, 640)
    hand.window.go_to("segments")
    QApplication.processEvents()
    view = hand.table("segments.items")
    room = QRect(0, 0, view.columnWidth(0) - BESIDE_TEXT, 1000)
    need = view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, LONG[:60]).height()
    assert view.rowHeight(0) >= need > view.fontMetrics().lineSpacing()
    assert view.rowHeight(1) == theme.pixels(32)
    # The table is as high as its rows: nothing is hidden below.
    assert view.verticalScrollBar().maximum() == 0
    session.set("segments.items[long].name", "Brief")
    hand.qtbot.waitUntil(lambda: view.rowHeight(0) == theme.pixels(32))


def test_names_over_narrow_columns_stand_upright_and_whole(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    hand.window.resize(1024, 640)
    hand.window.go_to("technology")
    QApplication.processEvents()
    view = hand.table("grid.technology")
    headings = view.horizontalHeader()
    assert headings.upright
    measure = QFontMetrics(theme.font(9.5, strong=True))
    for column in range(1, view.model().columnCount()):
        name = view.table.name_over(column)
        room = QRect(0, 0, headings.height() - 14, 1000)
        lines = measure.boundingRect(room, Qt.TextFlag.TextWordWrap, name).height()
        assert lines <= view.columnWidth(column), name
    hand.window.resize(1920, 1080)
    QApplication.processEvents()
    assert not headings.upright


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Gym trainers", "Gym trainers"),
        ("Painkillers and waiting", "Painkillers and waiting"),
        ("RehabNow, a telerehabilitation app", "RehabNow …"),
        ("Telerehabilitation", "Telerehabili…"),
        ("One two three four five six seven eight", "One two three four five six …"),
    ],
)
def test_a_name_is_cut_between_words(name, told):
    assert brief(name) == told


@pytest.mark.parametrize("width", [300, 700])
def test_a_text_field_is_as_high_as_its_lines(qtbot, width):
    entry = TextEntry()
    qtbot.addWidget(entry)
    entry.setPlainText("word " * 60 + "\nlast line")
    entry.resize(width, 10)
    entry.show()
    qtbot.waitExposed(entry)
    qtbot.waitUntil(lambda: entry.verticalScrollBar().maximum() == 0)
    high = entry.height()
    # Half the width needs about twice the lines, and less text needs less.
    entry.resize(2 * width, 10)
    qtbot.waitUntil(lambda: entry.height() < high)
    assert entry.verticalScrollBar().maximum() == 0
    entry.setPlainText("word")
    qtbot.waitUntil(lambda: entry.height() < 100)


def test_boxes_to_tick_stand_in_columns(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "standard")
    hand.window.go_to("segments")
    assert hand.window.stage.page.reveal("segments.bases")
    QApplication.processEvents()
    boxes = hand.find("segments.bases").findChildren(QCheckBox)
    edges = sorted({box.mapTo(hand.window, QPoint()).x() for box in boxes})
    rows = {box.mapTo(hand.window, QPoint()).y() for box in boxes}
    assert len(edges) < len(boxes)
    assert len(edges) * len(rows) >= len(boxes)
    assert len({b - a for a, b in pairwise(edges)}) <= 1


def test_a_choice_is_as_wide_as_its_words(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.session.set("meta.depth", "thorough")
    for page in pages(hand):
        for box in page.findChildren(QComboBox):
            if box.isVisible():
                need = box.fontMetrics().horizontalAdvance(box.currentText())
                assert need + 36 <= box.width(), (box.objectName(), box.currentText())


def test_figures_of_an_estimate_begin_where_the_question_does(hand):
    hand.window.session.set("meta.depth", "thorough")
    hand.window.session.set("promotion.channels[c]", {"name": "Search"})
    hand.window.go_to("promotion")
    assert hand.window.stage.page.reveal("promotion.channels[c].funnel.average_order.base")
    QApplication.processEvents()
    low = hand.find("promotion.channels[c].funnel.average_order.low", QLineEdit)
    box = hand.find("promotion.channels[c].funnel.average_order")
    assert low.mapTo(box, QPoint()).x() == 0


def test_lines_of_text_stay_readable_in_a_large_window(make_hand, sample_file):
    hand = make_hand(sample_file)
    hand.window.resize(1920, 1080)
    hand.window.go_to("positioning")
    QApplication.processEvents()
    entry = hand.find("positioning.value_proposition")
    # The widest column of questions that the look allows.
    assert 640 <= entry.width() <= 760
    assert entry.mapTo(entry.parentWidget(), QPoint()).x() == 0
