"""When and before what: the critical path, and dates on working days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Among,
    Bound,
    Filled,
    Invalid,
    Problem,
    Size,
    method,
)
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class Task:
    """A task, how long it takes (0: a milestone), and the tasks it must come after."""

    id: str
    duration: Size
    after: Annotated[tuple[str, ...], Among("tasks")] = ()


@dataclass(frozen=True, slots=True)
class CriticalPathInput:
    """The tasks of a project."""

    tasks: Annotated[tuple[Task, ...], Filled()]


@dataclass(frozen=True, slots=True)
class ScheduledTask:
    """When a task can start and end, when it must, and how much play it has."""

    id: str
    early_start: float
    early_finish: float
    late_start: float
    late_finish: float
    total_float: float
    free_float: float
    critical: bool


@dataclass(frozen=True, slots=True)
class CriticalPath:
    """How long it takes, the tasks, and those without play, which may be several paths."""

    duration: float
    tasks: tuple[ScheduledTask, ...]
    critical: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("critical-path")
def critical_path(given: CriticalPathInput) -> CriticalPath:
    """Schedule tasks forward and backward (Kelley & Walker 1959).

    Free float = earliest start among the successors, or the project's end, less the early finish.

    Raises:
        Invalid: where tasks wait for each other in a circle.
    """
    tasks = {task.id: task for task in given.tasks}
    order = _in_order(given.tasks)
    start: dict[str, float] = {}
    for who in order:
        ends = [start[before] + tasks[before].duration for before in tasks[who].after]
        start[who] = max(ends, default=0.0)
    end = max(start[who] + tasks[who].duration for who in order)
    followers: dict[str, list[str]] = {who: [] for who in tasks}
    for who, task in tasks.items():
        for before in dict.fromkeys(task.after):
            followers[before].append(who)
    late: dict[str, float] = {}
    for who in reversed(order):
        due = min((late[later] for later in followers[who]), default=end)
        late[who] = due - tasks[who].duration
    scheduled = tuple(
        _scheduled(task, start, late[task.id], [start[f] for f in followers[task.id]] or [end])
        for task in given.tasks
    )
    critical = tuple(task.id for task in scheduled if task.critical)
    return CriticalPath(end, scheduled, critical)


def _scheduled(
    task: Task, start: Mapping[str, float], late: float, next_starts: Sequence[float]
) -> ScheduledTask:
    early = start[task.id]
    finish = early + task.duration
    slack = late - early
    scale = SLACK * max(1.0, abs(late))
    return ScheduledTask(
        task.id,
        early,
        finish,
        late,
        late + task.duration,
        slack if slack > scale else 0.0,
        max(min(next_starts) - finish, 0.0),
        slack <= scale,
    )


def _in_order(tasks: Sequence[Task]) -> list[str]:
    """Ids so that each comes after what it waits for."""
    waits = {task.id: len(set(task.after)) for task in tasks}
    followers: dict[str, list[str]] = {who: [] for who in waits}
    for task in tasks:
        for before in set(task.after):
            followers[before].append(task.id)
    ready = [who for who, count in waits.items() if count == 0]
    for who in ready:
        for follower in followers[who]:
            waits[follower] -= 1
            if waits[follower] == 0:
                ready.append(follower)
    if len(ready) < len(tasks):
        _refuse_circle(tasks, set(waits) - set(ready))
    return ready


def _refuse_circle(tasks: Sequence[Task], stuck: set[str]) -> None:
    before = {task.id: [b for b in task.after if b in stuck] for task in tasks}
    path = [next(task.id for task in tasks if task.id in stuck)]
    while path[-1] not in path[:-1]:
        path.append(before[path[-1]][0])
    circle = path[path.index(path[-1]) :][::-1]
    index = next(i for i, task in enumerate(tasks) if task.id == circle[0])
    message = N_("These tasks wait for each other: {circle}.")
    raise Invalid(f"tasks[{index}].after", message, circle=" → ".join(circle))


Weekday: TypeAlias = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
WEEKDAYS: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONGEST = 100_000
"""Working days a chain may have: more than a planner's life."""


@dataclass(frozen=True, slots=True)
class WorkingDaysInput:
    """Tasks one after the other, in working days, from a first day on."""

    start: date
    durations: Annotated[tuple[Annotated[int, Bound(1, LONGEST)], ...], Filled()]
    holidays: tuple[date, ...] = ()
    weekend: tuple[Weekday, ...] = ("Sat", "Sun")


@dataclass(frozen=True, slots=True)
class DatedTask:
    """A task's first and last working day."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The tasks on the calendar."""

    tasks: tuple[DatedTask, ...]
    warnings: tuple[Problem, ...] = ()


@method("working-days")
def working_days(given: WorkingDaysInput) -> WorkingDays:
    """Put tasks on working days; both ends belong to a task.

    Raises:
        Invalid: where every day is a weekend or the calendar ends.
    """
    off = {WEEKDAYS.index(day) for day in given.weekend}
    if len(off) == len(WEEKDAYS):
        raise Invalid("weekend", N_("A week needs at least one working day."))
    if sum(given.durations) > LONGEST:
        message = N_("These tasks take {days} working days; at most {longest} fit a calendar.")
        raise Invalid("durations", message, days=sum(given.durations), longest=LONGEST)
    holidays = frozenset(given.holidays)
    found = []
    day = given.start
    try:
        for duration in given.durations:
            first = _workday(day, off, holidays)
            last = first
            for _ in range(duration - 1):
                last = _workday(last + timedelta(1), off, holidays)
            found.append(DatedTask(first, last))
            day = last + timedelta(1)
    except OverflowError:
        raise Invalid("start", N_("The calendar ends before these tasks do.")) from None
    return WorkingDays(tuple(found))


def _workday(day: date, off: set[int], holidays: frozenset[date]) -> date:
    """The day itself, or the first after it on which people work."""
    while day.weekday() in off or day in holidays:
        day += timedelta(1)
    return day
