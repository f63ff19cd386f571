"""The review in the background: what it finds, by step, a moment after the last change."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

import planner
from planner import paths
from planner.checks import Finding
from planner.model.plan import Plan
from wizards.bridge import Bridge
from wizards.rail import State
from wizards.steps import WORDS
from wizards.work import Work

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

    def states(self) -> dict[str, State]:
        """How far each step is, for the rail."""
        plan = self._bridge.session.plan
        return {word: self._state(plan, word) for word in WORDS}

    def _state(self, plan: Plan, word: str) -> State:
        found = self.of_step(word)
        section = getattr(plan, word, None)
        begun = section is not None and next(paths.answers(section, word), None) is not None
        if word == "write":
            begun = bool(plan.meta.document.kinds)
        if not begun:
            return State("nothing", 0)
        weak = sum(1 for one in found if one.severity != "hint")
        sound = self.findings is not None and not weak
        return State("sound" if sound else "begun", weak)

    def _wait(self) -> None:
        self._timer.start(AFTER)

    def _take(self, plan: Plan, found: tuple[Finding, ...]) -> None:
        if plan is self._bridge.session.plan:
            self.findings = found
            self.reviewed.emit()

    def _failed(self, error: Exception) -> None:
        # A rule that stumbles over an odd plan must not stop the work on it.
        _log.warning("the review failed: %s", type(error).__name__, exc_info=error)
        self.findings = ()
        self.reviewed.emit()
