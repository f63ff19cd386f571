"""Charts as Word and PowerPoint draw them themselves, with their figures in a workbook inside."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime

from planner.blocks import Chart

KINDS = frozenset(
    {"column", "bar", "stacked", "line", "waterfall", "doughnut", "radar", "scatter", "bubble"}
)
"""The kinds of charts that Office has or that can be made of those it has."""

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKBOOK_RELATION = "rId1"
"""The relationship by which the chart's XML names its workbook."""

_KEPT = 256
_charts: OrderedDict[str, NativeChart] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart's XML and its workbook, and how high it is in mm at the width it was made for."""

    xml: bytes
    workbook: bytes
    height: float


def native_chart(
    chart: Chart, *, language: str, accent: str, face: str, width: float, moment: datetime
) -> NativeChart | None:
    """The chart `width` mm wide in a font and brand colour; None where only a picture will do.

    It holds neither caption, subtitle nor source: a writer prints them. A chart made before in
    this process is not made again.
    """
    if chart.kind not in KINDS:
        return None
    seen = replace(chart, anchor="", caption=(), subtitle="", alt="", source=())
    facts = repr((seen, language, accent, face, width, moment))
    key = hashlib.sha256(facts.encode("utf-8", "backslashreplace")).hexdigest()
    with _lock:
        if key in _charts:
            _charts.move_to_end(key)
            return _charts[key]
        from planner.writers.native_chart.making import made

        found = made(chart, language=language, accent=accent, face=face, width=width, at=moment)
        if found is not None:
            _charts[key] = NativeChart(*found)
            if len(_charts) > _KEPT:
                _charts.popitem(last=False)
        return _charts.get(key)
