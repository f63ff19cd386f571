"""Faults of the program: work is kept first, then they are logged and shown once.

They come from slots, timers and virtual methods of Qt, which PySide6 gives to `sys.excepthook`,
and from threads. Neither the log nor the report holds a word of the plan.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

import planner
from planner.i18n import N_
from wizards.message_bar import MessageBar
from wizards.speaking import say

_log = logging.getLogger(__name__)
LOG_BYTES, LOGS = 200_000, 2
"""How long a log file grows, and how many older ones are kept."""


class Window(Protocol):
    """A window that faults are shown in and whose work is kept."""

    bar: MessageBar

    def keep_work(self) -> None:
        """Write the recovery file of unsaved work, at once."""

    def isActiveWindow(self) -> bool:
        """Whether the user works in it."""


class CopyReport:
    """The answer that puts a report of a fault on the clipboard."""

    name = "copy_report"

    def __init__(self, report: str) -> None:
        self.report = report

    @property
    def label(self) -> str:
        """What the button says."""
        return say(N_("Copy report"))

    def act(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


class Close:
    """The answer that closes the message."""

    name = "close"

    @property
    def label(self) -> str:
        """What the button says."""
        return say(N_("Close"))

    def act(self) -> None:
        """Nothing more."""


class Faults(QObject):
    """Hears of every fault; those of threads are told in the thread of the windows."""

    _elsewhere = Signal(str)

    def __init__(self, windows: Callable[[], Sequence[Window]]) -> None:
        super().__init__()
        self._windows = windows
        self._seen: set[str] = set()
        self._elsewhere.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Take the faults of the whole program from now on."""
        sys.excepthook = self._raised
        threading.excepthook = self._raised_in_thread

    def _raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif threading.current_thread() is threading.main_thread():
            self._take(report_of(error))
        else:
            self._elsewhere.emit(report_of(error))

    def _raised_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
            self._elsewhere.emit(report_of(told.exc_value))

    def _take(self, report: str) -> None:
        windows = self._windows()
        for window in windows:
            # What is wrong may be what keeps; the fault is told all the same.
            with suppress(Exception):
                window.keep_work()
        _log.error("a fault: %s", report)
        if report in self._seen or not windows:
            return
        self._seen.add(report)
        shown = next((one for one in windows if one.isActiveWindow()), windows[-1])
        text = N_("Something went wrong in Plansmith itself. Your plan is untouched; save it.")
        shown.bar.ask(say(text), (CopyReport(report), Close()), "bad")


def report_of(error: BaseException) -> str:
    """Where a fault happened, without the values that the plan was about."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    version = f"Plansmith {planner.__version__}, Python {platform.python_version()}"
    return "\n".join((version, platform.platform(), type(error).__name__, *lines))


def log_to_file() -> None:
    """Log to a small file in the program's own folder, and what Python cannot catch to stderr."""
    from logging.handlers import RotatingFileHandler

    from planner.storage.data_folder import data_folder

    if sys.stderr is not None:
        # A program without a console has none.
        with suppress(OSError, ValueError):
            faulthandler.enable()
    with suppress(OSError):
        file = data_folder("logs") / "plansmith.log"
        handler = RotatingFileHandler(
            file, maxBytes=LOG_BYTES, backupCount=LOGS, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        handler.setLevel(logging.WARNING)
        logging.getLogger().addHandler(handler)
