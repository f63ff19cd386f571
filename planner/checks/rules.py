"""Every rule: importing this module fills the register."""

from __future__ import annotations

from planner.checks import (  # noqa: F401  their rules register themselves
    audience,
    business,
    competitors,
    contractors,
    evidence,
    following,
    hours,
    limits,
    market,
    measures,
    positioning,
    promotion,
    refusals,
    segments,
    technology,
    voting,
)
from planner.checks.finding import RULES

__all__ = ["RULES"]
