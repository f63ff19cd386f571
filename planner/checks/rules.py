"""Every rule: importing this module fills the register."""

from __future__ import annotations

from planner.checks import (  # noqa: F401  their rules register themselves
    audience,
    business,
    competitors,
    evidence,
    market,
    positioning,
    promotion,
    segments,
    technology,
)
from planner.checks.finding import RULES

__all__ = ["RULES"]
