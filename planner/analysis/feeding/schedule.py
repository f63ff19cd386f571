"""Feeding the calendar's methods: the longest chain of tasks, and the days it falls on."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta
from typing import Any

from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.scheduling import CriticalPathInput, Task, WorkingDaysInput
from planner.model.plan import Plan

AT = "promotion.tasks"
LACKING = (f"{AT}[*].days", f"{AT}[*].after")
PERT = ("days_low", "days", "days_high")
FARTHEST_CLOSURE = 400
"""So many days of one closure are counted."""


def longest(plan: Plan) -> Run | Missing:
    """The chain of tasks that sets the end, in working days.

    A task between its shortest and longest takes (shortest + 4 × usual + longest) / 6 days.
    """
    tasks = {t.id: t for t in plan.promotion.tasks if t.days is not None and t.status != "dropped"}
    if not tasks:
        return Missing("critical-path", LACKING)
    given = CriticalPathInput(
        tuple(
            Task(name, _duration(task), tuple(a for a in task.after or () if a in tasks))
            for name, task in tasks.items()
        )
    )
    names = (*PERT, "after")
    read = [f"{AT}[{t.id}].{n}" for t in tasks.values() for n in names if getattr(t, n) is not None]
    return fed("critical-path", AT, given, tuple(read), (f"{AT}[*].after",))


def _duration(task: Any) -> float:
    low, usual, high = (getattr(task, name) for name in PERT)
    if low is None or high is None:
        return float(usual)
    return float(low + 4 * usual + high) / 6


def chain(found: Run | Missing) -> tuple[str, ...]:
    """The tasks of one longest chain, in order; they follow each other without a gap."""
    if not isinstance(found, Run):
        return ()
    after = {task.id: task.after for task in found.given.tasks}
    dated = {task.id: task for task in found.result.tasks}
    end = found.result.duration
    ends = [name for name in found.result.critical if abs(dated[name].early_finish - end) < SAME]
    last = max(ends, key=lambda name: len(after[name]), default=None)
    row: list[str] = []
    while last is not None:
        row.insert(0, last)
        start = dated[last].early_start
        before = [n for n in after[last] if abs(dated[n].early_finish - start) < SAME]
        last = before[0] if before else None
    return tuple(row)


SAME = 1e-6
"""Days nearer than this are the same."""


def dated(plan: Plan, found: Run | Missing) -> Run | Missing:
    """The days on which the longest chain falls, weekends, holidays and closures left out."""
    members = {task.id: task for task in plan.promotion.tasks}
    row = [name for name in chain(found) if members[name].days]
    start = members[row[0]].start if row else None
    if start is None and plan.meta.period is not None:
        start = Day.fromisoformat(f"{plan.meta.period[0]}-01")
    if not row or start is None:
        return Missing("working-days", (f"{AT}[*].start", *LACKING))
    calendar = plan.promotion.calendar
    weekend: Any = tuple(calendar.weekend) if calendar.weekend is not None else ("Sat", "Sun")
    free = sorted({*(calendar.holidays or ()), *closed(plan)})
    durations = tuple(int(members[name].days or 0) for name in row)
    read = [f"{AT}[{row[0]}].start", *(f"{AT}[{name}].days" for name in row)]
    read += [f"promotion.calendar.{n}" for n in ("weekend", "holidays") if getattr(calendar, n)]
    read += [f"promotion.calendar.closures[{c.id}].{n}" for c in calendar.closures for n in ENDS]
    given = WorkingDaysInput(start, durations, tuple(free), weekend)
    return fed("working-days", AT, given, tuple(read), ("promotion.calendar.weekend",))


ENDS = ("start", "end")
"""What a closure's days are."""


def closed(plan: Plan) -> list[Day]:
    """Every day on which the firm is closed or overloaded."""
    found = []
    for closure in plan.promotion.calendar.closures:
        if closure.start is not None and closure.end is not None:
            length = min((closure.end - closure.start).days + 1, FARTHEST_CLOSURE)
            found += [closure.start + timedelta(days=n) for n in range(max(length, 0))]
    return found
