"""In what goals are measured."""

from __future__ import annotations

from typing import Any

UNITS = {
    "revenue": "money",
    "contribution": "money",
    "profit": "money",
    "average order": "money",
    "income from donors": "money",
    "retention": "percent",
    "market share": "percent",
    "awareness": "percent",
}
"""The unit of a goal's figure by its metric, where the goal does not say; else a number."""


def goal_unit(goal: Any) -> str:
    """In what a goal is measured: "money", "percent" or "number"."""
    return goal.unit or UNITS.get(goal.metric or "", "number")
