"""Long work off the window's thread: one job after another, results told in the window's own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Job = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Work(QObject):
    """A queue of jobs in one thread; `done` and `failed` are called in the window's thread."""

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._closed = False
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, job: Job, done: Done, failed: Failed) -> None:
        """Run a job after those before it."""
        if self._closed:
            return
        future = self._pool.submit(job)

        def ended(over: Future[Any]) -> None:
            if not self._closed:
                self._ended.emit((over, done, failed))

        future.add_done_callback(ended)

    def close(self) -> None:
        """Wait for the running job and drop the others; nothing is told any more."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _tell(self, ended: tuple[Future[Any], Done, Failed]) -> None:
        future, done, failed = ended
        if self._closed:
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error
