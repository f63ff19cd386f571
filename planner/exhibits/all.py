"""Every exhibit and reading: importing this module fills the registers."""

from __future__ import annotations

from planner.exhibits import (  # noqa: F401  they register themselves
    alternatives,
    audience,
    business,
    competitors,
    control,
    firm,
    goals,
    groups,
    history,
    market,
    money,
    opinions,
    orders,
    people,
    positioning,
    promotion,
    segments,
    surroundings,
    technology,
    watching,
)
from planner.exhibits.ground import EXHIBITS, READINGS

__all__ = ["EXHIBITS", "READINGS"]
