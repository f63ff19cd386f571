"""A native chart of any kind, from its data to its parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from planner.blocks import Chart, ChartKind
from planner.drawing.brief import Brief
from planner.drawing.colours import INK2
from planner.drawing.shares import slices
from planner.i18n import locale_of
from planner.writers.native_chart import WORKBOOK_RELATION
from planner.writers.native_chart.columns import bars, columns
from planner.writers.native_chart.draft import Draft, Setting
from planner.writers.native_chart.lines import lines
from planner.writers.native_chart.plots import bubble, scatter
from planner.writers.native_chart.rounds import doughnut, radar
from planner.writers.native_chart.shapes import INVISIBLE
from planner.writers.native_chart.stacks import stacked, waterfall
from planner.writers.native_chart.wording import escaped

_KINDS: dict[ChartKind, Callable[[Draft], Setting]] = {
    "column": columns,
    "bar": bars,
    "stacked": stacked,
    "line": lines,
    "waterfall": waterfall,
    "doughnut": doughnut,
    "radar": radar,
    "scatter": scatter,
    "bubble": bubble,
}
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def made(
    chart: Chart, *, language: str, accent: str, face: str, width: float, at: datetime
) -> tuple[bytes, bytes, float] | None:
    """The XML, the workbook and the height in mm; None of a chart without a figure."""
    brief = Brief(chart, language, accent, width, most=2**20)
    if not _has_figures(brief):
        return None
    draft = Draft(brief, escaped(face))
    setting = _KINDS[chart.kind](draft)
    return _xml(draft, setting).encode(), setting.sheet.workbook(at), setting.height


def _has_figures(brief: Brief) -> bool:
    if brief.chart.kind in {"scatter", "bubble"}:
        return bool(brief.points())
    return bool(slices(brief) if brief.chart.kind == "doughnut" else brief.lines())


def _xml(draft: Draft, setting: Setting) -> str:
    tag = locale_of(draft.brief.language).replace("_", "-")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main"'
        f' xmlns:r="{_RELATIONS}"><c:date1904 val="0"/>'
        f'<c:lang val="{tag}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>{setting.plot}<c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{INVISIBLE}{draft.words(INK2)}'
        f'<c:externalData r:id="{WORKBOOK_RELATION}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
