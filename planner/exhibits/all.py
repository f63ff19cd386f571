"""Every exhibit and reading: importing this module fills the registers."""

from __future__ import annotations

from planner.exhibits import (  # noqa: F401  they register themselves
    alternatives,
    audience,
    brand,
    business,
    campaigns,
    channels,
    choices,
    competitors,
    control,
    costs,
    evidence,
    experiments,
    firm,
    goals,
    groups,
    history,
    market,
    measurement,
    money,
    opinions,
    orders,
    organisation,
    outlook,
    people,
    positioning,
    promotion,
    radar,
    risks,
    segments,
    surroundings,
    technology,
    tracking,
    watching,
)
from planner.exhibits.ground import EXHIBITS, READINGS

__all__ = ["EXHIBITS", "READINGS"]
