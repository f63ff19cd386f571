"""A picture of any kind of chart."""

from __future__ import annotations

from collections.abc import Callable

from planner.blocks import Chart, ChartKind
from planner.drawing.bars import bars, columns, stacked
from planner.drawing.brief import Brief
from planner.drawing.calendar import gantt
from planner.drawing.canvas import Canvas
from planner.drawing.colours import INK3
from planner.drawing.flows import funnel, waterfall
from planner.drawing.lanes import lanes
from planner.drawing.lines import lines
from planner.drawing.maps import matrix, points_map
from planner.drawing.plots import bubble, scatter
from planner.drawing.rings import placed, radar_of_rings
from planner.drawing.rounds import doughnut, radar
from planner.drawing.shapes import Drawing
from planner.drawing.shares import slices
from planner.drawing.trees import grown, tree
from planner.i18n import N_

_KINDS: dict[ChartKind, Callable[[Brief], Canvas]] = {
    "column": columns,
    "bar": bars,
    "stacked": stacked,
    "line": lines,
    "curve": lines,
    "waterfall": waterfall,
    "funnel": funnel,
    "doughnut": doughnut,
    "radar": radar,
    "scatter": scatter,
    "bubble": bubble,
    "map": points_map,
    "matrix": matrix,
    "rings": radar_of_rings,
    "gantt": gantt,
    "lanes": lanes,
    "tree": tree,
}


def drawing(chart: Chart, *, language: str, accent: str, width: float) -> Drawing:
    """The chart drawn `width` mm wide, or the words that there is nothing to draw."""
    brief = Brief(chart, language, accent, width)
    canvas = _KINDS[chart.kind](brief) if _has_data(brief) else _nothing(brief)
    return canvas.drawing


def _has_data(brief: Brief) -> bool:
    chart = brief.chart
    if chart.kind in {"map", "matrix", "scatter", "bubble", "lanes"}:
        return bool(brief.points())
    if chart.kind == "rings":
        return bool(placed(brief))
    if chart.kind == "doughnut":
        return bool(slices(brief))
    if chart.kind == "tree":
        return bool(grown(brief))
    if chart.kind == "gantt":
        return any(1 <= bar.start <= bar.end for bar in chart.bars)
    return bool(brief.lines())


def _nothing(brief: Brief) -> Canvas:
    canvas = Canvas(brief.width, 20.0)
    canvas.text((brief.width / 2, 10.0), brief.say(N_("No data yet")), colour=INK3, anchor="center")
    return canvas
