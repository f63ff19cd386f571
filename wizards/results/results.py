"""Exhibits and readings of the plan as it stands, worked out off the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from planner import paths
from planner.model.plan import Plan
from wizards.bridge import Bridge
from wizards.faults import report_of
from wizards.results.outcome import Wanted
from wizards.speaking import language
from wizards.work import Work

if TYPE_CHECKING:
    from planner.blocks import Text
    from planner.exhibits.ground import Exhibit, Ground

AFTER = 120
"""Milliseconds of rest after a change before results are worked out anew."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a plan; None or an empty text where the answers do not allow it yet."""

    plan: Plan
    results: dict[Wanted, Exhibit | Text | None]


class Shower(Protocol):
    """Shows results and says which."""

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """What it is to show anew; nothing while it is out of sight or up to date."""

    def take(self, found: Found) -> None:
        """Show what was found."""


class Results(QObject):
    """Works out what the showers in sight want, a moment after each change, one after another.

    `arriving` tells that one of them is about to show something, and to be as high as that.
    """

    arriving = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._work = Work("plansmith-results", self)
        self._showers: list[Shower] = []
        self._running = False
        self._kept = Kept()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self._start)
        bridge.changed.connect(self.ask)

    def add(self, shower: Shower) -> None:
        """Show results there from now on."""
        self._showers.append(shower)
        self.ask()

    def drop(self, shower: Shower) -> None:
        """Show results there no more."""
        if shower in self._showers:
            self._showers.remove(shower)

    def ask(self) -> None:
        """Work results out once the plan rests."""
        self._timer.start()

    def close(self) -> None:
        """Work out no more."""
        self._timer.stop()
        self._showers.clear()
        self._work.close()

    def _start(self) -> None:
        if self._running:
            return
        waiting = ((shower, wanted) for shower in self._showers if (wanted := shower.wanted))
        shower, wanted = next(waiting, (None, ()))
        if shower is None:
            return
        plan, spoken = self._bridge.session.plan, language()
        self._running = True

        def take(found: Found) -> None:
            self._running = False
            now = shower.wanted
            current = plan is self._bridge.session.plan
            if current and now and all(one in found.results for one in now):
                self.arriving.emit()
                shower.take(found)
            self._start()

        self._work.start(
            lambda: Found(plan, self._kept.results(plan, spoken, wanted)), take, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._running = False
        _log.warning("results could not be worked out: %s", report_of(error))


class Kept:
    """What results are worked out from, kept for as long as the plan is the same."""

    def __init__(self) -> None:
        self._of: tuple[Plan | None, str] = (None, "")
        self._ground: Ground | None = None

    def results(self, plan: Plan, spoken: str, wanted: Iterable[Wanted]) -> dict[Wanted, Any]:
        """The exhibits and readings of a plan in a language; one that fails is left out."""
        from planner.exhibits.all import EXHIBITS, READINGS

        ground = self._ground_of(plan, spoken)
        results: dict[Wanted, Any] = {}
        for one in wanted:
            register: Any = READINGS if one.told else EXHIBITS
            if one.subject and not paths.has(ground.plan, one.subject):
                # It was removed while others of its kind were shown.
                results[one] = None
                continue
            try:
                results[one] = register[one.name](ground.about(one.subject))
            except Exception as error:  # noqa: BLE001  an odd plan must not stop the work on it
                _log.warning("%s could not be worked out: %s", one.name, report_of(error))
                results[one] = None
        return results

    def _ground_of(self, plan: Plan, spoken: str) -> Ground:
        from planner.analysis.feeding.analysis import analysed
        from planner.composing.naming import named
        from planner.exhibits.ground import Ground
        from planner.exhibits.rounding import voice_of

        if self._ground is None or self._of[0] is not plan or self._of[1] != spoken:
            voice = voice_of(plan, spoken)
            complete = named(plan, voice)
            self._of, self._ground = (plan, spoken), Ground(complete, analysed(complete), voice)
        return self._ground
