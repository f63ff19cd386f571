"""What happens to months, dates and amounts when the plan's period or currency changes.

A new currency converts nothing: the figures stay as typed. A new period can take the plan's
months and dates with it; what lies outside the old period is a fact of another time and stays.
"""

from __future__ import annotations

import calendar
from datetime import date as Day
from typing import Any

from planner import paths
from planner.model.kinds import Date, Month, months_between
from planner.model.nodes import Declared
from planner.model.plan import Plan
from planner.model.references import PathTo

FACTS = ("track", "evidence.items", "business.months", "business.years", "segments.order_data")
"""Sections whose dates and months are records, never moved with the plan."""


_MONTHLY = (
    "business.goals[*].milestones",
    "promotion.kpis[*].months",
    "promotion.channels[*].months",
    "promotion.people[*].months",
    "promotion.budget_lines[*].months",
)


def affected(plan: Plan, period: tuple[str, str]) -> int:
    """How many answers a move to a new period would shift."""
    old = plan.meta.period
    if old is None or old[0] == period[0]:
        return 0
    moved = moved_period(plan, period)
    before = {answer.path: answer.value for answer in paths.answers(plan)}
    after = {answer.path: answer.value for answer in paths.answers(moved)}
    return sum(1 for path, value in after.items() if before.get(path) != value) - 1


def moved_period(plan: Plan, period: tuple[str, str]) -> Plan:
    """The plan with another period, its months and dates moved along by the same distance.

    A day that the new month lacks becomes that month's last day.

    Raises:
        BadValue: where the period is not acceptable.
    """
    old = plan.meta.period
    plan = paths.put(plan, "meta.period", period)
    if old is None:
        return plan
    distance = months_between(old[0], period[0]) - 1
    if distance == 0:
        return plan

    def moved(path: str, field: Declared, value: Any) -> Any:
        if value is None or path == "meta.period" or any(map(path.startswith, FACTS)):
            return value
        if field.many is not None:
            if field.many.keyed_by == "month":
                return value.model_copy(update={"id": _later(value.id, distance)})
            return value
        if isinstance(field.kind, Month) and old[0] <= value <= old[1]:
            return _later(value, distance)
        if isinstance(field.kind, Date) and old[0] <= value.isoformat()[:7] <= old[1]:
            return _later_day(value, distance)
        return value

    changed: Plan = paths.rewritten(plan, moved)
    return _repointed(changed, plan)


def _repointed(changed: Plan, before: Plan) -> Plan:
    """Lead paths that name a moved month to where it stands now."""
    old = [path for path, _ in _months(before)]
    new = dict(zip(old, (path for path, _ in _months(changed)), strict=True))

    def lead(path: str, field: Declared, value: Any) -> Any:
        del path
        if field.many is not None or not isinstance(field.kind, PathTo) or value is None:
            return value
        found = value if isinstance(value, tuple) else (value,)
        led = tuple(_led(target, new) for target in found)
        if led == found:
            return value
        return led if isinstance(value, tuple) else led[0]

    result: Plan = paths.rewritten(changed, lead)
    return result


def _months(plan: Plan) -> list[tuple[str, Any]]:
    return [
        found
        for pattern in _MONTHLY
        if not any(map(pattern.startswith, FACTS))
        for found in paths.members(plan, pattern)
    ]


def _led(target: str, new: dict[str, str]) -> str:
    for old, now in new.items():
        if paths.within(target, old):
            return now + target[len(old) :]
    return target


def _later(month: str, distance: int) -> str:
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + distance
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _later_day(day: Day, distance: int) -> Day:
    year, month = map(int, _later(day.isoformat()[:7], distance).split("-"))
    return Day(year, month, min(day.day, calendar.monthrange(year, month)[1]))
