"""Long work off the window's thread: one job after another, results told in the window's own.

A job never touches Qt, not even to say that it has ended: a signal that is emitted in one thread
while widgets go in another can leave both waiting for each other.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Job = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

LOOK_EVERY = 8
"""Milliseconds between two looks for what has ended, while anything runs."""


class Work(QObject):
    """A queue of jobs in one thread; `done` and `failed` are called in the window's thread."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False
        self._running = 0
        self._waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def start(self, job: Job, done: Done, failed: Failed) -> None:
        """Run a job after those before it."""
        if self._closed:
            return
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix=self._name)
        self._running += 1
        self._timer.start()
        future = self._pool.submit(job)
        future.add_done_callback(lambda over: self.say(partial(self._end, over, done, failed)))

    def say(self, words: Callable[[], None]) -> None:
        """Have the window's thread call something, in the order of saying; for a running job."""
        self._waiting.put(words)

    def close(self) -> None:
        """Wait for the running job and drop the others; nothing is told any more."""
        self._closed = True
        self._timer.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _look(self) -> None:
        while not self._closed and not self._waiting.empty():
            self._waiting.get_nowait()()
        if not self._running:
            self._timer.stop()

    def _end(self, future: Future[Any], done: Done, failed: Failed) -> None:
        self._running -= 1
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error
