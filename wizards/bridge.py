"""The session as one Qt object: its changes as a signal, and the timer of the recovery file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from planner.model.plan import Plan
from planner.session import Changed, Session

AUTOSAVE_AFTER = 1500
"""Milliseconds from the first change that no file has to its recovery file."""


class Bridge(QObject):
    """A session whose changes are told as `changed`, and whose unsaved work is kept in time.

    `changed` carries a `planner.session.Changed`; `unsaved` is emitted once AUTOSAVE_AFTER has
    passed since the first change that is not kept yet. While a change is told, `teller` is who made
    it, so that it can ignore its own echo.
    """

    changed = Signal(object)
    unsaved = Signal(object)

    def __init__(self, plan: Plan | None = None, *, saved: bool = True) -> None:
        super().__init__()
        self.session = Session(plan, saved=saved)
        self._stop: Callable[[], None] = self.session.subscribe(self._tell)
        self.teller: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE_AFTER)
        self._timer.timeout.connect(self._keep)

    def close(self) -> None:
        """Hear no more of the session."""
        self._stop()
        self._timer.stop()

    def settle(self) -> None:
        """Wait no longer for a recovery file, because the plan was saved."""
        self._timer.stop()

    def _tell(self, event: Changed) -> None:
        if self.session.is_dirty and not self._timer.isActive():
            # From the first unsaved change, not the last: typing on must not put it off.
            self._timer.start()
        before, self.teller = self.teller, event.origin
        try:
            self.changed.emit(event)
        finally:
            self.teller = before

    def _keep(self) -> None:
        if self.session.is_dirty:
            self.unsaved.emit(self.session.plan)
