"""From when to when each task lies on the calendar, where the plan gives enough of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from typing import Any

from planner.analysis.feeding.schedule import closed
from planner.analysis.scheduling import WEEKDAYS
from planner.model.plan import Plan

LONGEST = 3650
"""Working days that a task is followed through the calendar."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A task's first and last day.

    `given` are those of `start` and `due` that the plan holds, `leans` the one that follows from
    the other.
    """

    start: Day
    end: Day
    given: tuple[str, ...]
    leans: str = ""


def stretches(plan: Plan) -> dict[str, Stretch]:
    """The tasks that have a day at all, by id.

    A start that is not given is the working day after all is ready that the task waits for, else
    so many working days before the end as it takes, else the end. An end that is not given follows
    from the start and the working days.
    """
    return _Timeline(plan).all()


class _Timeline:
    def __init__(self, plan: Plan) -> None:
        calendar = plan.promotion.calendar
        weekend = calendar.weekend if calendar.weekend is not None else ("Sat", "Sun")
        days = {name: number for number, name in enumerate(WEEKDAYS)}
        self._weekend = {days[name] for name in weekend if name in days}
        self._free = {*(calendar.holidays or ()), *closed(plan)}
        self._tasks = {task.id: task for task in plan.promotion.tasks}
        self._found: dict[str, Stretch | None] = {}

    def all(self) -> dict[str, Stretch]:
        for name in self._tasks:
            self._of(name)
        return {name: found for name, found in self._found.items() if found is not None}

    def _of(self, name: str) -> Stretch | None:
        """Where a task lies; what waits for itself waits for nothing here."""
        if name not in self._found:
            self._found[name] = None
            self._found[name] = self._worked_out(self._tasks[name])
        return self._found[name]

    def _worked_out(self, task: Any) -> Stretch | None:
        start, end, length = task.start, task.due, task.days or 0
        given = tuple(n for n in ("start", "due") if getattr(task, n) is not None)
        leans = ""
        if start is None:
            start = self._ready(task)
            if start is None and end is not None:
                leans, start = "start", self._walk(end, length, -1) if length else end
        if start is None:
            return None
        if end is None:
            leans, end = "due", self._walk(start, length, 1) if length else start
        return Stretch(min(start, end), end, given, leans)

    def _ready(self, task: Any) -> Day | None:
        before = [self._of(name) for name in task.after or () if name in self._tasks]
        ends = [found.end for found in before if found is not None]
        if not ends:
            return None
        # A milestone has no day of work of its own: it stands where all before it ends.
        last = max(ends)
        return last if task.days == 0 else self._walk(last + timedelta(1), 1, 1)

    def _walk(self, day: Day, length: int, way: int) -> Day:
        """The last of so many working days from a day on, forwards or backwards."""
        if len(self._weekend) == len(WEEKDAYS):
            return day
        left = min(length, LONGEST)
        try:
            while True:
                left -= day.weekday() not in self._weekend and day not in self._free
                if not left:
                    return day
                day += timedelta(way)
        except OverflowError:
            return day
