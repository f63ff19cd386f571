"""Every method on bare numbers: JSON in, JSON out, the same figures as in the plan.

    compute("roc-weights", {"n": 4})  ->  {"weights": [...], "warnings": []}

`compute` raises `InvalidInput`; `run` is the whole `calc` command.
"""

from __future__ import annotations

from planner.calc.computing import InvalidInput, compute, input_of, output_of
from planner.calc.running import run

__all__ = ["InvalidInput", "compute", "input_of", "output_of", "run"]
