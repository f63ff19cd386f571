"""The voice of a plan: its language, its currency, and how finely amounts are told."""

from __future__ import annotations

from planner.exhibits.voice import Voice
from planner.model.plan import Plan

_ROUNDINGS = {"exact": 1, "thousands": 1_000, "millions": 1_000_000}
_LARGE = 10_000
"""Where nothing is chosen, amounts are rounded to so fine a part of the year's sales."""


def voice_of(plan: Plan, language: str) -> Voice:
    """The voice in which documents and pages tell of a plan."""
    return Voice(language, plan.meta.currency, rounding_of(plan))


def rounding_of(plan: Plan) -> int:
    """To multiples of what large amounts are rounded: as chosen, else by the size of sales."""
    chosen = plan.meta.document.rounding
    if chosen is not None:
        return _ROUNDINGS[chosen]
    sales = plan.business.baseline.revenue or 0
    return max((r for r in _ROUNDINGS.values() if r * _LARGE <= sales), default=1)
