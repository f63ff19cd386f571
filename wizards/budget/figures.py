"""The figures of the budget grid: every one is the planner's own, kept until its ground changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from planner import paths
from planner.analysis.feeding.spending import by_month, channel_amount, line_amount, months_in
from planner.model.plan import Plan
from wizards.budget.lines import CHANNELS, TOGETHER, is_item, month_field
from wizards.forms.rows import Row


@dataclass(frozen=True, slots=True)
class RowFigures:
    """A row's money: by month, and for the period. `typed` are the months that the user typed.

    These may be months that the plan's period does not have. `asked` is a channel's typed sum, None
    where the sum follows from other answers.
    """

    months: Mapping[str, Decimal]
    sum: Decimal
    typed: Mapping[str, Decimal]
    asked: Decimal | None = None
    phasing: str = "even"

    @property
    def gap(self) -> Decimal:
        """What the months come to, less the sum."""
        return sum(self.months.values(), Decimal(0)) - self.sum


class Figures:
    """The figures of all rows, by key."""

    def __init__(self) -> None:
        self.rows: dict[str, RowFigures] = {}
        self._members: dict[str, Any] = {}
        self._ground: tuple[object, ...] = ()

    def take(self, plan: Plan, rows: Iterable[Row]) -> set[str]:
        """Read the plan again as far as it changed; the keys of the rows whose figures did."""
        ground = (
            plan.meta.period,
            plan.meta.currency,
            plan.promotion.seasonality,
            plan.business.months,
        )
        if ground != self._ground:
            self._members, self._ground = {}, ground
        before, members = self.rows, {}
        found: dict[str, RowFigures] = {}
        there = _members(plan)
        for row in rows:
            if is_item(row.key):
                member = members[row.key] = there[row.key]
                same = self._members.get(row.key) is member
                found[row.key] = before[row.key] if same else _figures(plan, row.key, member)
        found |= self._sums(plan, rows, found)
        self.rows, self._members = found, members
        return {key for key, figures in found.items() if before.get(key) != figures}

    def _sums(
        self, plan: Plan, rows: Iterable[Row], items: Mapping[str, RowFigures]
    ) -> dict[str, RowFigures]:
        """The figures of the rows that add others; a group is added anew only where it changed."""
        months, before = months_in(plan), self.rows
        found: dict[str, RowFigures] = {}
        groups = {row.key: f"{row.key}[" for row in rows if not is_item(row.key)}
        for key, start in groups.items():
            if key == TOGETHER:
                continue
            now = {item: figures for item, figures in items.items() if item.startswith(start)}
            was = {item: before[item] for item in before if item.startswith(start)}
            same = key in before and now.keys() == was.keys()
            if same and all(now[item] is was[item] for item in now):
                found[key] = before[key]
            else:
                found[key] = _added(now.values(), months)
        if TOGETHER in groups:
            found[TOGETHER] = _added(found.values(), months)
        return found


def _members(plan: Plan) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for collection in ("promotion.channels", "promotion.budget_lines"):
        found |= {f"{collection}[{m.id}]": m for m in paths.get(plan, collection)}
    return found


def _figures(plan: Plan, key: str, member: Any) -> RowFigures:
    is_channel = key.startswith(CHANNELS)
    amount = channel_amount(member) if is_channel else line_amount(member)
    months = by_month(plan, member)
    name = month_field(key)
    typed = {m.id: getattr(m, name) for m in member.months if getattr(m, name) is not None}
    if not is_channel:
        return RowFigures(months, amount.value, typed)
    return RowFigures(months, amount.value, typed, member.budget, member.phasing or "even")


def _added(group: Collection[RowFigures], months: Iterable[str]) -> RowFigures:
    by = {month: sum((f.months[month] for f in group), Decimal(0)) for month in months}
    return RowFigures(by, sum((f.sum for f in group), Decimal(0)), {})
