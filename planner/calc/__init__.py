"""Every method on bare numbers: JSON in, JSON out."""

from planner.analysis.methods import METHODS
from planner.calc.calling import InvalidInput, compute, input_of, result_of
from planner.calc.command import run

__all__ = ["METHODS", "InvalidInput", "compute", "input_of", "result_of", "run"]
