"""Work off the window's thread never touches Qt, and sweeps no widget away."""

import gc
import threading
import weakref

import pytest

from wizards.work import Work


@pytest.fixture
def work(qapp):
    made = Work("plansmith-test")
    yield made
    made.close()


def test_what_a_job_says_comes_in_order_and_in_the_windows_thread(qtbot, work):
    heard = []

    def hear(words):
        heard.append((words, threading.current_thread() is threading.main_thread()))

    def job():
        for words in ("one", "two"):
            work.say(lambda words=words: hear(words))
        return "done"

    work.start(job, hear, pytest.fail)
    work.start(lambda: 1 / 0, hear, lambda error: hear(type(error).__name__))
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [("one", True), ("two", True), ("done", True), ("ZeroDivisionError", True)]


def test_nothing_is_told_after_closing(qtbot, work):
    told = []
    started, go_on = threading.Event(), threading.Event()

    def job():
        started.set()
        go_on.wait(5)

    work.start(job, told.append, told.append)
    work.start(lambda: told.append("begun"), told.append, told.append)
    assert started.wait(5)
    threading.Timer(0.05, go_on.set).start()
    work.close()
    work.start(lambda: told.append("late"), told.append, told.append)
    qtbot.wait(50)
    assert told == []


def test_garbage_is_swept_in_the_windows_thread_alone(qtbot, make_hand, work):
    """A job that allocates a great deal is when Python would sweep, wherever it happens to be."""
    make_hand()
    swept = []

    class Ring:
        pass

    ring = Ring()
    ring.itself = ring
    weakref.finalize(ring, lambda: swept.append(threading.current_thread()))
    # Young, so that the first sweep of any thread takes it.
    del ring

    def job():
        return [[number] for number in range(3 * gc.get_threshold()[0])]

    ended = []
    work.start(job, ended.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(ended))
    qtbot.waitUntil(lambda: bool(swept), timeout=2000)
    assert swept == [threading.main_thread()]
