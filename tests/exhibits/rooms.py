"""Small plans answer by answer, and their exhibits as words."""

from __future__ import annotations

from typing import Any

from planner.blocks import Table, plain
from planner.exhibits.all import EXHIBITS
from planner.model.plan import Plan
from tests.exhibits.setting import ground_of, planned, told


def plan_of(*answers: tuple[str, Any], depth: str = "thorough") -> Plan:
    """A plan with these answers; an object at a new member's path makes the member."""
    return planned(dict(answers), depth)


def says(plan: Plan, name: str, about: str = "") -> str:
    """What a computed sentence says."""
    return told(name, plan, about)


def shows(plan: Plan, name: str, about: str = "") -> Any:
    """What an exhibit shows."""
    return EXHIBITS[name](ground_of(plan, about))


def grid(table: Table | None) -> list[list[str]]:
    """A table's columns and rows as words."""
    assert table is not None
    head = [column.title for column in table.columns]
    return [head, *([plain(cell) for cell in row.cells] for row in table.rows)]


def column(table: Table | None, title: str) -> list[str]:
    """One column of a table as words."""
    head, *rows = grid(table)
    at = head.index(title)
    return [row[at] for row in rows]
