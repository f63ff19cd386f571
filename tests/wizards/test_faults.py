"""A fault anywhere: work is kept, the log holds nothing of the plan, it is shown once."""

import sys
import threading

import pytest
from PySide6.QtCore import QEvent, QObject, QRunnable, QThread, QThreadPool, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from planner.storage import recovery
from wizards.faults import Faults

SECRET = "margin of 54 percent"


def fail(*_):
    raise RuntimeError(SECRET)


@pytest.fixture
def watched(hand, monkeypatch):
    """A window with unsaved work, whose faults are heard of."""
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    window = hand.window
    heard = Faults(lambda: (window,))
    heard.listen()
    window.session.set("business.company.name", SECRET)
    assert kept(hand) is None
    return hand


def kept(hand):
    """The firm's name in the recovery file of a window's plan."""
    found = recovery.find(hand.window.desk.file.plan_id)
    return found and recovery.read(found).plan.business.company.name


def logged(caplog):
    """What was logged so far, which is not to fail the test."""
    text = caplog.text
    caplog.clear()
    return text


def slot(hand):
    button = QPushButton(hand.window)
    button.clicked.connect(fail)
    button.click()


def timer(hand):
    QTimer.singleShot(0, hand.window, fail)


def virtual_method(hand):
    class Painting(QWidget):
        def event(self, event):
            if event.type() == QEvent.Type.User:
                fail()
            return super().event(event)

    widget = Painting(hand.window)
    QGuiApplication.postEvent(widget, QEvent(QEvent.Type.User))


def event_filter(hand):
    class Filter(QObject):
        def eventFilter(self, _watched, event):  # noqa: N802  the name is Qt's
            if event.type() == QEvent.Type.User:
                fail()
            return False

    target = QObject(hand.window)
    target.installEventFilter(Filter(target))
    QGuiApplication.postEvent(target, QEvent(QEvent.Type.User))


def signal(hand):
    class Emitter(QObject):
        told = Signal()

    emitter = Emitter(hand.window)
    emitter.told.connect(fail)
    emitter.told.emit()


def thread(_hand):
    one = threading.Thread(target=fail)
    one.start()
    one.join()


def qt_thread(hand):
    class Thread(QThread):
        def run(self):
            fail()

    one = Thread(hand.window)
    one.start()
    assert one.wait(5000)


def runnable(_hand):
    class Job(QRunnable):
        def run(self):
            fail()

    QThreadPool.globalInstance().start(Job())
    assert QThreadPool.globalInstance().waitForDone(5000)


PLACES = (slot, timer, virtual_method, event_filter, signal, thread, qt_thread, runnable)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_work_is_kept_and_the_fault_is_told_wherever_it_happens(watched, place, caplog):
    place(watched)
    watched.qtbot.waitUntil(lambda: "Your plan is untouched" in watched.window.bar.text)
    assert kept(watched) == SECRET
    told = logged(caplog)
    assert "RuntimeError" in told
    assert SECRET not in told
    # The window still works.
    watched.window.session.set("business.company.name", "Moveo")
    assert watched.plan.business.company.name == "Moveo"


def test_the_same_fault_is_shown_once_and_its_report_can_be_copied(watched, caplog):
    for _ in range(2):
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    watched.click("bar.copy_report")
    report = QGuiApplication.clipboard().text()
    assert "RuntimeError" in report
    assert "test_faults.py" in report
    assert SECRET not in report
    assert not watched.window.bar.text
    assert logged(caplog).count("a fault:") == 2


def test_a_fault_in_keeping_does_not_hide_the_fault(watched, monkeypatch, caplog):
    monkeypatch.setattr(type(watched.window), "keep_work", fail)
    slot(watched)
    assert "Your plan is untouched" in watched.window.bar.text
    assert "RuntimeError" in logged(caplog)


def test_every_window_s_work_is_kept_and_the_active_one_speaks(make_hand, monkeypatch, caplog):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    hands = [make_hand(), make_hand()]
    for number, hand in enumerate(hands):
        hand.window.session.set("business.company.name", f"Firm {number}")
    monkeypatch.setattr(hands[0].window, "isActiveWindow", lambda: True)
    monkeypatch.setattr(hands[1].window, "isActiveWindow", lambda: False)
    heard = Faults(lambda: tuple(hand.window for hand in hands))
    heard.listen()
    slot(hands[1])
    assert [kept(hand) for hand in hands] == ["Firm 0", "Firm 1"]
    assert hands[0].window.bar.text
    assert not hands[1].window.bar.text
    assert logged(caplog).count("a fault:") == 1
