"""Work against hands: the hours that tasks take of each person, month by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date as Day

from planner.analysis.feeding.figures import Figure, total
from planner.model.plan import Plan

OVER = "done", "dropped"
"""States of a task that takes no more hours."""
SLACK = 0.5
"""Hours that may be lacking before it is worth a word."""


@dataclass(frozen=True, slots=True)
class Overload:
    """A month in which a person's tasks take more hours than there are."""

    person: str
    month: str
    needed: Figure
    has: Figure


def work(plan: Plan) -> dict[str, dict[str, Figure]]:
    """Hours of open tasks by owner and month, spread evenly over the days of each task."""
    parts: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for task in plan.promotion.tasks:
        if not task.owner or not task.hours or not task.due or task.status in OVER:
            continue
        start = task.start if task.start and task.start <= task.due else task.due
        days = range(start.toordinal(), task.due.toordinal() + 1)
        path = f"promotion.tasks[{task.id}]"
        names = ("hours", "start", "due")
        sources = tuple(f"{path}.{name}" for name in names if getattr(task, name))
        months = Counter(f"{Day.fromordinal(day):%Y-%m}" for day in days)
        for month, count in months.items():
            parts[task.owner][month].append(Figure(task.hours * count / len(days), sources))
    return {
        owner: {month: total(figures) for month, figures in months.items()}
        for owner, months in parts.items()
    }


def hours(plan: Plan, person: str, month: str) -> Figure | None:
    """The hours that a person has in a month: the month's own, else the usual ones."""
    who = next((p for p in plan.promotion.people if p.id == person), None)
    if who is None:
        return None
    path = f"promotion.people[{person}]"
    for typed in who.months:
        if typed.id == month and typed.hours is not None:
            return Figure(typed.hours, (f"{path}.months[{month}].hours",))
    return None if who.hours is None else Figure(who.hours, (f"{path}.hours",))


def overloads(plan: Plan) -> tuple[Overload, ...]:
    """Months in which hours lack, the worst first."""
    found = [
        Overload(person, month, needed, has)
        for person, months in work(plan).items()
        for month, needed in months.items()
        if (has := hours(plan, person, month)) is not None and needed.value - has.value > SLACK
    ]
    return tuple(sorted(found, key=lambda one: one.has.value - one.needed.value))
