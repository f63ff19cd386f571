"""Which rows and columns the budget grid has, and which field of the plan each cell is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner import paths
from planner.analysis.feeding.running import is_running
from planner.analysis.feeding.spending import months_in
from planner.i18n import N_
from planner.model.plan import Plan
from planner.model.promotion.budget import BudgetLine
from planner.model.promotion.channels import Channel
from wizards.forms.rows import Column, Row
from wizards.forms.wording import key_name
from wizards.speaking import say

CHANNELS, LINES = "promotion.channels", "promotion.budget_lines"
GROUPS = {CHANNELS: N_("Channels"), LINES: N_("Other costs")}
"""By collection, what the rows of a group are called."""
TOGETHER, SUM = "together", "sum"
"""The key of the last row, and the name of the last column."""
MONTH_CELLS = frozenset({f"{CHANNELS}[*].months[*].budget", f"{LINES}[*].months[*].amount"})
"""The patterns of the fields that a cell below a month can be."""


def is_item(key: str) -> bool:
    """Whether a row's key is the path of a channel or budget line: other rows are sums."""
    return key.endswith("]")


def month_field(key: str) -> str:
    """What the money of a month is called in a channel or budget line."""
    return "budget" if key.startswith(CHANNELS) else "amount"


@dataclass(frozen=True, slots=True)
class BudgetRows:
    """A heading for each group, its members, and all together at the end."""

    leads: bool = False
    is_matrix: bool = False

    @property
    def lead(self) -> str:
        """What the rows are."""
        return say(N_("Item"))

    def rows(self, plan: Plan) -> tuple[Row, ...]:
        """Channels that run or are tested, then budget lines; none where there are neither."""
        promotion = plan.promotion
        members: dict[str, Sequence[Channel | BudgetLine]] = {
            CHANNELS: [channel for channel in promotion.channels if is_running(channel)],
            LINES: list(promotion.budget_lines),
        }
        found: list[Row] = []
        for collection, group in members.items():
            if group:
                found.append(Row(collection, say(GROUPS[collection])))
                found += (Row(f"{collection}[{m.id}]", paths.title_of(m)) for m in group)
        return (*found, Row(TOGETHER, say(N_("Together")))) if found else ()

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """The months of the plan's period and the sum; none where no period is set."""
        months = months_in(plan)
        columns = tuple(Column(key_name(plan, "month", month), month) for month in months)
        return (*columns, Column(say(N_("Sum")), SUM)) if columns else ()

    def path(self, row: Row, column: Column) -> str:
        """The money of a month, or a channel's for the period; a sum is no field."""
        if not is_item(row.key):
            return ""
        if column.name != SUM:
            return f"{row.key}.months[{column.name}].{month_field(row.key)}"
        return f"{row.key}.budget" if row.key.startswith(CHANNELS) else ""
