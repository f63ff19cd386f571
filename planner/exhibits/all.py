"""Every exhibit and reading: importing this module fills the registers."""

from __future__ import annotations

from planner.exhibits import (  # noqa: F401  they register themselves
    audience,
    business,
    competitors,
    control,
    goals,
    history,
    market,
    money,
    positioning,
    promotion,
    segments,
    technology,
)
from planner.exhibits.ground import EXHIBITS, READINGS

__all__ = ["EXHIBITS", "READINGS"]
