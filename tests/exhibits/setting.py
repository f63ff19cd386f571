"""A small plan, and what its exhibits and readings say of it."""

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
    """A plan with these answers by path, in euro; members come to be as they are named."""
    plan = paths.put(paths.put(Plan(), "meta.currency", "EUR"), "meta.depth", depth)
    for path, value in answers.items():
        plan = paths.put(plan, path, value)
    return plan


def ground_of(plan: Plan, about: str = "") -> Ground:
    return Ground(plan, analysed(plan), Voice("en", plan.meta.currency), about)


def told(name: str, plan: Plan, about: str = "") -> str:
    """What a reading says."""
    return plain(READINGS[name](ground_of(plan, about)))


def rows(name: str, plan: Plan, about: str = "") -> list[list[str]]:
    """A table's titles and cells; empty where there is no table."""
    made = EXHIBITS[name](ground_of(plan, about))
    if made is None:
        return []
    assert isinstance(made, Table)
    titles = [f"{c.title} {c.unit}".strip() for c in made.columns]
    return [titles, *([plain(cell) for cell in line.cells] for line in made.rows)]


def drawn(name: str, plan: Plan, about: str = "") -> Chart:
    made = EXHIBITS[name](ground_of(plan, about))
    assert isinstance(made, Chart)
    return made
