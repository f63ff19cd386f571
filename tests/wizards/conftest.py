"""A window for each test; what it leaves behind fails the test."""

import logging
import threading
from json import dumps

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

import planner
from planner.model.plan import to_json
from tests.nightly import NIGHTLY
from tests.plans import essential_sample
from tests.wizards.acting import Hand
from wizards.app import open_window
from wizards.forms.clipboard import leave_text
from wizards.preferences import Preferences
from wizards.results.results import Results


def pytest_collection_modifyitems(items):
    """Offscreen, Qt warns of dialogs and popups; nothing of ours is wrong then."""
    for item in items:
        if "wizards" in item.nodeid:
            ignored = r"plugin does not support (propagateSizeHints|raise|grabbing)"
            item.add_marker(pytest.mark.qt_log_ignore(ignored, extend=True))


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left(qapp):
    """Leave the clipboard as the program does when it ends; tests end without the event loop."""
    yield
    leave_text()


def settle():
    """Let Qt delete what was dropped."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def is_left(widget):
    # Menus of closed combo boxes are Qt's own, and kept by the application.
    return widget.parent() is None and type(widget).__module__.startswith("wizards")


@pytest.fixture(autouse=True)
def _nothing_left(qapp, caplog, monkeypatch):
    """Fail on widgets, threads and warnings that a test leaves."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    threads = set(threading.enumerate())
    yield
    settle()
    left = [widget for widget in QApplication.topLevelWidgets() if is_left(widget)]
    assert left == []
    started = [t for t in threading.enumerate() if t not in threads and "plansmith" in t.name]
    assert started == []
    records = [r for when in ("setup", "call") for r in caplog.get_records(when)]
    assert [r.getMessage() for r in records if r.levelno >= logging.WARNING] == []


SHOWING = {
    "boards", "calendar", "campaign_brief", "kpi_tree", "look", "pictures", "reach", "resplit",
    "screens", "longer_texts", "leaks", "flashing",
}  # fmt: skip
"""Modules of tests in which what follows from the answers is shown; at night it is in all."""


@pytest.fixture(autouse=True)
def _results_where_they_are_looked_at(request, monkeypatch):
    """By day tests of other things do not work out what follows from the answers as well."""
    if not NIGHTLY and request.module.__name__.rpartition("test_")[2] not in SHOWING:
        monkeypatch.setattr(Results, "_start", lambda _: None)


_REVIEWED = {}


@pytest.fixture(autouse=True)
def _reviewed_once(monkeypatch):
    """The same plan is reviewed once in all tests: each window that opens asks for it anew."""
    review = planner.review

    def known(plan):
        key = dumps(to_json(plan), sort_keys=True, default=str)
        if key not in _REVIEWED:
            _REVIEWED[key] = review(plan)
        return _REVIEWED[key]

    monkeypatch.setattr(planner, "review", known)


@pytest.fixture
def make_hand(qtbot):
    """Makes a hand on a window, at a step of its plan, that is closed after the test."""
    windows = []

    def make(plan_file=None, at=""):
        if at:
            # As it was left there: the first page need not be built only to be left.
            Preferences().keep_step(plan_file, at)
        window = open_window(plan_file)
        windows.append(window)
        window.resize(1440, 900)
        window.activateWindow()
        qtbot.waitExposed(window)
        return Hand(window, qtbot)

    yield make
    for window in windows:
        try:
            window.finish()
        except RuntimeError:
            continue
    windows.clear()
    settle()


@pytest.fixture
def hand(make_hand):
    """A hand on a window with a blank plan."""
    return make_hand()


@pytest.fixture
def sample_file(tmp_path):
    """A copy of the shipped sample that asks its essential questions, all its answers kept."""
    from planner import storage

    file = tmp_path / "moveo.mktplan"
    storage.write_new(essential_sample(), file)
    return file
