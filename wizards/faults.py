"""Faults of the program: logged without a word of the plan, shown once, the work goes on."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication

import planner
from planner.i18n import N_
from wizards.message_bar import MessageBar
from wizards.speaking import say

_log = logging.getLogger(__name__)


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


def report_of(error: BaseException) -> str:
    """Where a fault happened, without the values that the plan was about."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    version = f"Plansmith {planner.__version__}, Python {platform.python_version()}"
    return "\n".join((version, platform.platform(), type(error).__name__, *lines))


def report_to(bar: MessageBar) -> None:
    """Show faults that nothing catches in a window's bar, each place once."""
    seen: set[str] = set()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = report_of(error)
        _log.error("a fault: %s", report)
        if report not in seen:
            seen.add(report)
            text = N_("Something went wrong in Plansmith itself. Your plan is untouched; save it.")
            bar.ask(say(text), (CopyReport(report), Close()), "bad")

    sys.excepthook = hook
