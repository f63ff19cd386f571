"""Speed of the budget grid at 36 months by 40 channels, beside a plain table with the same cells.

The plain table is what the grid cannot be much faster than; both are taken by turns in one run.
"""

from __future__ import annotations

import gc
import statistics
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from planner import paths
from planner.model.plan import Plan
from wizards.app import open_window
from wizards.budget.board import NAME
from wizards.desk import Desk

CHANNELS, MONTHS = 40, 36
A_FRAME, A_STALL = 16, 50
"""Milliseconds: what nobody sees, and what a hand feels (Card, Robertson and Mackinlay, 1991)."""
AS_LONG = 3
"""How many times as long as the plain table scrolling may take."""
TURNS = 30
FIRST = "promotion.channels[c0].months[2027-01].budget"


def large():
    """Every second channel has each third month typed; the other months are phased."""
    plan = paths.put(Plan(), "meta.depth", "standard")
    plan = paths.put(plan, "meta.currency", "EUR")
    plan = paths.put(plan, "meta.period", ["2027-01", "2029-12"])
    months = [f"{2027 + n // 12}-{n % 12 + 1:02d}" for n in range(MONTHS)]
    members = []
    for n in range(CHANNELS):
        typed = [{"id": m, "budget": 100 + n} for m in months[:: 3 if n % 2 else MONTHS + 1]]
        members.append(
            {"id": f"c{n}", "name": f"Channel number {n}", "status": "run", "budget": 90000 + n}
            | {"months": typed[1:]}
        )
    return paths.put(plan, "promotion.channels", members)


def plain_beside(view):
    """A table of Qt's own with the texts, colours, sizes and columns of a grid."""
    model, source = QStandardItemModel(), view.budget
    for row in range(source.rowCount()):
        items = []
        for column in range(source.sum_column):
            index = source.index(row, column)
            item = QStandardItem(index.data() or "")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            items.append(item)
        model.appendRow(items)
    table = QTableView()
    table.setModel(model)
    model.setParent(table)
    for column in range(source.sum_column):
        table.setColumnWidth(column, view.columnWidth(column))
    table.verticalHeader().setDefaultSectionSize(view.rowHeight(1))
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.resize(view.size())
    table.show()
    return table


@pytest.fixture
def both(qtbot):
    window = open_window()
    window.resize(1440, 900)
    window.take_desk(Desk(window.work, window.bar, window.guide, large()))
    window.guide.show_path(FIRST)
    rest(2)
    grid = window.stage.page.findChild(QTableView, NAME)
    table = plain_beside(grid)
    # As in the program: what lives on is not looked through while somebody works.
    gc.collect()
    gc.freeze()
    yield window, grid, table
    gc.unfreeze()
    table.deleteLater()
    window.finish()


def rest(seconds):
    """Let review, refresh and timers come to their end."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.001)


def taken(call):
    """Milliseconds of this thread that a call takes, what is painted for it included."""
    start = time.thread_time()
    call()
    QApplication.processEvents()
    return (time.thread_time() - start) * 1000


def by_turns(first, second, turns=TURNS):
    """The times of two calls, each given the number of its turn."""
    times = [], []
    for turn in range(turns):
        for found, call in zip(times, (first, second), strict=True):
            found.append(taken(lambda call=call, turn=turn: call(turn)))
            rest(0.02)
    return times


def told(what, ours, theirs):
    """Print both medians and their ratio; the median of ours, and the ratio."""
    one, two = statistics.median(ours), statistics.median(theirs)
    tail = statistics.quantiles(ours, n=20)[-1]
    print(f"{what}: {one:.2f} ms (p95 {tail:.2f}), plain {two:.2f} ms, ratio {one / two:.1f}")  # noqa: T201  the figure is the point
    return one, one / two


def test_the_grid_has_the_cells_that_are_measured(both):
    _, grid, table = both
    # A heading above the channels, and all together below them.
    assert grid.budget.rowCount() == CHANNELS + 2
    assert grid.budget.sum_column == MONTHS == table.model().columnCount()
    assert table.viewport().isVisible()
    assert grid.viewport().isVisible()
    assert table.model().index(1, 0).data() == grid.budget.index(1, 0).data() != ""


def test_an_arrow_key_is_drawn_within_a_frame(both):
    _, grid, table = both
    for view in (grid, table):
        view.setCurrentIndex(view.model().index(1, 0))
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down)

    def press(view, turn):
        view.setFocus()
        QTest.keyClick(view, keys[turn % 2])

    median, _ = told("arrow", *by_turns(lambda n: press(grid, n), lambda n: press(table, n)))
    assert median < A_FRAME
    # Half of the turns went right, half down.
    assert grid.currentIndex().column() == TURNS // 2
    assert grid.currentIndex().row() == 1 + TURNS // 2


def test_a_letter_typed_into_a_cell_is_drawn_within_a_frame(both):
    _, grid, table = both
    editors = []
    for view in (grid, table):
        view.setCurrentIndex(view.model().index(1, 0))
        view.edit(view.currentIndex())
        rest(0.3)
        editors.append(view.viewport().findChild(QLineEdit))
    assert editors[0].objectName() == FIRST
    ours, theirs = editors
    times = by_turns(lambda _: QTest.keyClick(ours, "1"), lambda _: QTest.keyClick(theirs, "1"))
    median, _ = told("letter", *times)
    assert median < A_FRAME
    assert ours.text().endswith("1" * TURNS)


def test_scrolling_takes_at_most_three_times_as_long_as_in_a_plain_table(both):
    _, grid, table = both

    def scroll(view, turn):
        bar = view.horizontalScrollBar()
        bar.setValue(bar.maximum() * (turn + 1) // TURNS)

    assert grid.horizontalScrollBar().maximum() > 0
    times = by_turns(lambda n: scroll(grid, n), lambda n: scroll(table, n))
    _, ratio = told("scroll across", *times)
    assert ratio < AS_LONG

    def down(view, turn):
        bar = view.verticalScrollBar()
        bar.setValue(bar.maximum() * (turn + 1) // TURNS)

    assert grid.verticalScrollBar().maximum() > 0
    _, ratio = told("scroll down", *by_turns(lambda n: down(grid, n), lambda n: down(table, n)))
    assert ratio < AS_LONG


def test_an_amount_entered_is_never_waited_for(both):
    window, grid, table = both

    def enter(view, turn):
        """Open the editor of a row's second cell, type, and take the time of Return."""
        view.setCurrentIndex(view.model().index(1 + turn, 1))
        view.edit(view.currentIndex())
        rest(0.1)
        editor = view.viewport().findChildren(QLineEdit)[-1]
        editor.setText(str(1000 + turn))
        took = taken(lambda: QTest.keyClick(editor, Qt.Key.Key_Return))
        # What the page refreshes later is not the other table's.
        rest(0.3)
        return took

    pairs = [(enter(grid, turn), enter(table, turn)) for turn in range(TURNS)]
    median, _ = told("edit", *(list(times) for times in zip(*pairs, strict=True)))
    assert median < A_STALL
    held = window.session.plan.promotion.channels
    got = [{m.id: m.budget for m in channel.months}["2027-02"] for channel in held[:TURNS]]
    assert got == [1000 + n for n in range(TURNS)]
