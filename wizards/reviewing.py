"""The review in the background: what it finds, by step, a moment after the last change."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

import planner
from planner.model.plan import Plan
from wizards.bridge import Bridge
from wizards.faults import report_of
from wizards.work import Work

if TYPE_CHECKING:
    from planner.checks import Finding

AFTER = 700
"""Milliseconds of rest after a change before the plan is reviewed."""
_log = logging.getLogger(__name__)


class Reviewer(QObject):
    """Reviews the plan when it has come to rest; `reviewed` tells that `findings` are new."""

    reviewed = Signal()

    def __init__(self, bridge: Bridge, work: Work) -> None:
        super().__init__()
        self._bridge, self._work = bridge, work
        self.findings: tuple[Finding, ...] | None = None
        self._plan: Plan | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.review)
        bridge.changed.connect(self._wait)
        self._timer.start(50)

    def close(self) -> None:
        """Review no more."""
        self._timer.stop()

    def of_step(self, word: str) -> tuple[Finding, ...]:
        """The findings of a step, worst first."""
        return tuple(found for found in self.findings or () if found.step == word)

    def review(self) -> None:
        """Review the plan as it stands, off the window's thread."""
        plan = self._bridge.session.plan
        self._work.start(
            lambda: planner.review(plan), lambda found: self._take(plan, found), self._failed
        )

    def _wait(self) -> None:
        self._timer.start(AFTER)

    def _take(self, plan: Plan, found: tuple[Finding, ...]) -> None:
        if plan is self._bridge.session.plan:
            self.findings = found
            self.reviewed.emit()

    def _failed(self, error: Exception) -> None:
        # A rule that stumbles over an odd plan must not stop the work on it.
        _log.warning("the review failed: %s", report_of(error))
        self.findings = ()
        self.reviewed.emit()
