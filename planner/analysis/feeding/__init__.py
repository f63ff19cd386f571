"""From a plan's answers to the methods' inputs, and the figures that come of them."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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

_HOMES = {
    "Analysis": "analysis",
    "ChannelReturn": "results",
    "Figure": "figures",
    "Missing": "runs",
    "Run": "runs",
    "analysed": "analysis",
    "figure_at": "figures",
    "total": "figures",
}


def __getattr__(name: str) -> object:
    # All methods together load slowly; who needs one module of this package does not wait for them.
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
