"""Speed of tables of ten thousand rows: scrolled, sorted and sifted in the window's thread."""

from __future__ import annotations

import gc
import statistics
import time

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from planner import paths
from tests.benchmarks.test_window_speed import slices
from tests.plans import sample
from wizards.app import open_window
from wizards.desk import Desk

ROWS = 10_000
FELT = 50
"""Milliseconds: what a hand feels (Card, Robertson and Mackinlay, 1991)."""
WORDS, OFFERS = "audience.personas[andreea].words", "business.offerings"
TREATS = ("massage", "haircut", "make-up")
INTENTS = ("problem", "solution", "price", "place")
TYPED = ("s", "s 7", "s 77", "s 77 2", "s 77", "s 7", "s", "") * 2
"""What stands in the line above the table, one after the other; each shows other rows."""
PATIENCE = 30
"""Seconds after which something is not coming."""


def name(number):
    """Names in no order, a third of them with the letters "mass"."""
    return f"{TREATS[number % 3]} no. {number * 7919 % ROWS} for {number % 97}"


ROWS_OF = {
    WORDS: lambda n: {
        "id": f"w-{n}",
        "phrase": name(n),
        "intent": INTENTS[n % 4],
        "monthly_searches": n * 31 % ROWS,
    },
    OFFERS: lambda n: {"id": f"o-{n}", "name": name(n), "price": str(n * 31 % ROWS)},
}
SORTED_BY = {WORDS: ("phrase", "monthly_searches"), OFFERS: ("name", "price")}


class Eye(QObject):
    """Sees when a widget is painted as it is waited for."""

    def __init__(self, watched, is_there):
        super().__init__(watched)
        self.is_there, self.seen = is_there, False
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: ARG002, N802  named by Qt
        """See, and hold nothing up."""
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = self.is_there()
        return False


class Bare(QAbstractTableModel):
    """The same rows as plain texts and figures, sorted and sifted as simply as can be."""

    def __init__(self, view):
        super().__init__()
        table = view.table
        members = paths.get(table.context.plan, view.objectName())
        read = [
            [table.index(row, column).data() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]
        self.cells = read
        self.values = {
            field: [getattr(member, field) for member in members]
            for field in SORTED_BY[view.objectName()]
        }
        names = [column.name for column in table.columns]
        self.folded = [
            " ".join(str(value or "") for value in (getattr(m, name) for name in names)).casefold()
            for m in members
        ]
        self.order = list(range(len(read)))

    def rowCount(self, parent=None):  # noqa: N802  named by Qt
        """The rows that are shown."""
        return len(self.order) if parent is None or not parent.isValid() else 0

    def columnCount(self, parent=None):  # noqa: N802  named by Qt
        """The columns."""
        return len(self.cells[0]) if parent is None or not parent.isValid() else 0

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        """A text."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.cells[self.order[index.row()]][index.column()]

    def arrange(self, field, *, backwards):
        """Sort the rows."""
        values = self.values[field]
        self.show_rows(
            sorted(
                range(len(values)),
                key=lambda row: (values[row] is not None, values[row]),
                reverse=backwards,
            )
        )

    def sift(self, text):
        """Show the rows with all the words."""
        words = text.casefold().split()
        self.show_rows([n for n, row in enumerate(self.folded) if all(w in row for w in words)])

    def show_rows(self, order):
        """Show rows by their numbers."""
        self.beginResetModel()
        self.order = order
        self.endResetModel()


def until_painted(view, act, is_there):
    """Milliseconds of this thread from an act until a table is painted as it is to be then."""
    eye = Eye(view.viewport(), is_there)
    end = time.perf_counter() + PATIENCE
    start = time.thread_time()
    act()
    while not eye.seen:
        assert time.perf_counter() < end, "it was never painted"
        QApplication.processEvents()
        if not eye.seen:
            time.sleep(0.001)
    took = (time.thread_time() - start) * 1000
    view.viewport().removeEventFilter(eye)
    eye.deleteLater()
    return took


def top(view):
    """What the first cell that is seen says."""
    return view.indexAt(QPoint(4, 4)).data()


def told(what, ours, bare, later=()):
    """Print our times beside those of the bare table of the same rows."""
    middle, least = statistics.median(ours), statistics.median(bare)
    print(  # noqa: T201  the figure is the point
        f"{what}: {middle:.1f} ms, most {max(ours):.1f}; bare {least:.1f}, "
        f"ratio {middle / least:.1f}; turns after it at most {max(later, default=0):.1f}"
    )


@pytest.fixture(params=[WORDS, OFFERS], ids=["words", "offers"])
def long(request, qtbot):
    """A window on a page with a table of ten thousand rows, and a bare table of the same rows."""
    path = request.param
    rows = [ROWS_OF[path](number) for number in range(ROWS)]
    plan = paths.put(paths.put(sample(), "meta.depth", "thorough"), path, rows)
    window = open_window()
    window.resize(1440, 900)
    window.take_desk(Desk(window.work, window.bar, window.guide, plan))
    slices(1)
    # As in the program: what lives on is not looked through while somebody works.
    gc.collect()
    gc.freeze()
    start = time.thread_time()
    window.guide.show_path(f"{path}[{rows[0]['id']}].{SORTED_BY[path][0]}")
    QApplication.processEvents()
    opened = (time.thread_time() - start) * 1000
    later = slices(4)
    print(f"\nopening {path}: {opened:.0f} ms, then {sum(later):.0f}, at most {max(later):.0f}")  # noqa: T201  the figure is the point
    view = window.stage.page.findChild(QTableView, path)
    plain = QTableView()
    plain.verticalHeader().hide()
    plain.setModel(Bare(view))
    plain.resize(view.size())
    plain.show()
    slices(1)
    yield window, view, plain
    gc.unfreeze()
    plain.close()
    window.finish()


def wheel(view):
    """Turn the wheel by a notch above a table."""
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def page(view):
    """Scroll by a page."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())


@pytest.mark.parametrize("turn", [wheel, page])
def test_scrolling_is_never_waited_for(long, turn):
    _, ours, plain = long
    took = {}
    for view in (ours, plain):
        took[view] = []
        for _ in range(20):
            before = top(view)
            took[view].append(
                until_painted(view, lambda: turn(view), lambda: top(view) != before)  # noqa: B023  called at once
            )
    told(turn.__name__, took[ours], took[plain])
    assert max(took[ours]) < FELT, took[ours]


def in_order(view, field, *, backwards):
    """The names of the rows in the order of a field, from the plan alone."""
    members = paths.get(view.table.context.plan, view.objectName())
    title = SORTED_BY[view.objectName()][0]
    filled = [m for m in members if getattr(m, field) is not None]

    def key(member):
        value = getattr(member, field)
        return value.casefold() if isinstance(value, str) else value

    filled.sort(key=key, reverse=backwards)
    return [getattr(m, title) for m in filled]


def test_sorting_is_never_waited_for(long):
    _, view, plain = long
    ours, bare, later = [], [], []
    columns = [column.name for column in view.table.columns]
    for field in SORTED_BY[view.objectName()] * 2:
        for backwards in (False, True):
            view.scrollToTop()
            view.setCurrentIndex(view.model().index(0, 0))
            later += slices(2)
            first = in_order(view, field, backwards=backwards)[0]
            column = columns.index(field)
            ours.append(
                until_painted(
                    view,
                    lambda: view.sort(column, backwards=backwards),  # noqa: B023  called at once
                    lambda: view.model().index(0, 0).data() == first,  # noqa: B023  called at once
                )
            )
            bare.append(
                until_painted(
                    plain,
                    lambda: plain.model().arrange(field, backwards=backwards),  # noqa: B023  called at once
                    lambda: True,
                )
            )
            later += slices(2)
    told("sort", ours, bare, later)
    assert max(ours) < FELT, ours


def test_sifting_is_never_waited_for(long):
    window, view, plain = long
    line = window.stage.page.findChild(QLineEdit, f"{view.objectName()}.filter")
    window.activateWindow()
    line.setFocus()
    view.scrollToTop()
    slices(1)
    ours, bare, later = [], [], []
    plain.model().sift("nothing")
    slices(0.2)
    for text in TYPED:
        words = text.split()
        found = [n for n, row in enumerate(plain.model().folded) if all(w in row for w in words)]

        def is_there(found=found):
            shown = view.model().rowCount() - view.verticalHeader().hiddenSectionCount()
            return shown == len(found) and not view.isRowHidden(found[0])

        ours.append(until_painted(view, lambda: line.setText(text), is_there))  # noqa: B023  called at once
        bare.append(until_painted(plain, lambda: plain.model().sift(text), lambda: True))  # noqa: B023  called at once
        later += slices(0.4)
    told("sift", ours, bare, later)
    assert max(ours) < FELT, ours
