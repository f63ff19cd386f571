"""Speed of the window with many members, as ratios to few taken in one run."""

from __future__ import annotations

import statistics
import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from planner import paths
from tests.plans import sample
from wizards.app import open_window
from wizards.desk import Desk

FEW = {"competitors.items": 4, "audience.personas[andreea].words": 20, "promotion.tasks": 10}
MANY = {"competitors.items": 40, "audience.personas[andreea].words": 200, "promotion.tasks": 100}
TITLES = {
    "competitors.items": "name",
    "audience.personas[andreea].words": "phrase",
    "promotion.tasks": "name",
}


def plan_of(counts):
    """The sample at thorough depth with so many members."""
    plan = paths.put(sample(), "meta.depth", "thorough")
    for path, count in counts.items():
        for extra in paths.get(plan, path)[count:]:
            plan = paths.remove(plan, f"{path}[{extra.id}]").plan
        for number in range(len(paths.get(plan, path)), count):
            plan = paths.insert(plan, path, {TITLES[path]: f"Number {number}"}).plan
    return plan


@pytest.fixture
def windows(qtbot):
    made = []
    for counts in (FEW, MANY):
        window = open_window()
        window.resize(1440, 900)
        window.take_desk(Desk(window.work, window.bar, window.guide, plan_of(counts)))
        window.go_to("business")
        QApplication.processEvents()
        made.append(window)
    yield made
    for window in made:
        window.finish()


def taken(call):
    start = time.perf_counter()
    call()
    QApplication.processEvents()
    return time.perf_counter() - start


def medians(windows, call, runs=5):
    """The median time of a call on each window, taken by turns."""
    times = [[] for _ in windows]
    for _ in range(runs):
        for some, window in zip(times, windows, strict=True):
            some.append(call(window))
    return [statistics.median(some) for some in times]


def told(what, few, many):
    print(f"{what}: few {few * 1000:.0f} ms, many {many * 1000:.0f} ms, ratio {many / few:.2f}")  # noqa: T201  the figure is the point


@pytest.mark.parametrize("word", ["competitors", "audience", "promotion"])
def test_a_page_with_ten_times_the_members_is_built_in_less_than_three_times(windows, word):
    def build(window):
        window.go_to("business")
        window.stage.drop_pages()
        window.stage.word = ""
        return taken(lambda: window.go_to(word))

    few, many = medians(windows, build, runs=3)
    told(f"build {word}", few, many)
    assert many / few < 3


def test_turning_to_a_page_that_is_built_costs_a_fraction_of_building_it(windows):
    window = windows[1]
    first = taken(lambda: window.go_to("promotion"))
    again = []
    for _ in range(5):
        window.go_to("business")
        QApplication.processEvents()
        again.append(taken(lambda: window.go_to("promotion")))
    told("turn to promotion", first, statistics.median(again))
    assert statistics.median(again) < first / 2


def test_a_key_costs_the_same_however_many_members_there_are(windows):
    def key(window):
        path = "audience.personas[andreea].portrait"
        if window.stage.word != "audience":
            window.guide.show_path(path)
            QTest.qWait(100)
        entry = window.stage.page.findChild(QPlainTextEdit, path)
        return statistics.median(taken(lambda: QTest.keyClick(entry, "a")) for _ in range(10))

    few, many = medians(windows, key, runs=3)
    told("key", few, many)
    assert many / few < 3
