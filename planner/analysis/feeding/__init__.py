"""From a plan's answers to the methods' inputs, and the figures that come of them."""

from planner.analysis.feeding.analysis import Analysis, analysed
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.results import ChannelReturn
from planner.analysis.feeding.runs import Missing, Run

__all__ = [
    "Analysis",
    "ChannelReturn",
    "Figure",
    "Missing",
    "Run",
    "analysed",
    "figure_at",
    "total",
]
