"""Every method: importing this module fills the register."""

from __future__ import annotations

from planner.analysis import (  # noqa: F401  their methods register themselves
    budget,
    competition,
    funnel,
    market,
    matrices,
    returns,
    situation,
)
from planner.analysis.declaring import METHODS

__all__ = ["METHODS"]
