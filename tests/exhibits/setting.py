"""Small plans answer by answer, and what their exhibits and readings say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner import paths
from planner.analysis.feeding import analysed
from planner.blocks import Chart, Table, plain
from planner.exhibits.all import EXHIBITS, READINGS
from planner.exhibits.ground import Ground
from planner.exhibits.voice import Voice
from planner.model.plan import Plan


def planned(answers: Mapping[str, Any], depth: str = "thorough") -> Plan:
    """A plan with these answers by path, in euro; an object at a new member's path makes it."""
    plan = paths.put(paths.put(Plan(), "meta.currency", "EUR"), "meta.depth", depth)
    for path, value in answers.items():
        plan = paths.put(plan, path, value)
    return plan


def ground_of(plan: Plan, about: str = "") -> Ground:
    return Ground(plan, analysed(plan), Voice("en", plan.meta.currency), about)


def says(plan: Plan, name: str, about: str = "") -> str:
    """What a reading says."""
    return plain(READINGS[name](ground_of(plan, about)))


def shows(plan: Plan, name: str, about: str = "") -> Any:
    """What an exhibit shows."""
    return EXHIBITS[name](ground_of(plan, about))


def drawn(plan: Plan, name: str, about: str = "") -> Chart:
    made = shows(plan, name, about)
    assert isinstance(made, Chart)
    return made


def rows(plan: Plan, name: str, about: str = "") -> list[list[str]]:
    """A table's titles with their units, and its cells; empty where there is no table."""
    made = shows(plan, name, about)
    if made is None:
        return []
    titles = [f"{column.title} {column.unit}".strip() for column in made.columns]
    return [titles, *grid(made)[1:]]


def grid(table: Table | None) -> list[list[str]]:
    """A table's columns and rows as words."""
    assert isinstance(table, Table)
    head = [column.title for column in table.columns]
    return [head, *([plain(cell) for cell in row.cells] for row in table.rows)]


def column(table: Table | None, title: str) -> list[str]:
    """One column of a table as words."""
    head, *lines = grid(table)
    at = head.index(title)
    return [line[at] for line in lines]
