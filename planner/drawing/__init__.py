"""Charts as pictures, drawn by matplotlib; the same chart gives the same bytes."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from planner.blocks import Chart
    from planner.drawing.shapes import Drawing

Format = Literal["svg", "png"]

_KEPT = 256
_pictures: OrderedDict[str, bytes] = OrderedDict()
_lock = threading.Lock()


def draw(
    chart: Chart,
    *,
    language: str,
    accent: str,
    format: Format,  # noqa: A002  the word of the contract
    width_mm: float,
) -> bytes:
    """The chart as SVG (text as outlines) or PNG (200 dots an inch), `width_mm` wide.

    The picture holds neither caption, subtitle nor source: a writer prints them. Where there is
    nothing to draw it says so in words. A picture drawn before in this process is not drawn again.
    """
    key = _key(chart, language, accent, format, width_mm)
    with _lock:
        if key in _pictures:
            _pictures.move_to_end(key)
        else:
            from planner.drawing.printing import printed

            drawing = sketch(chart, language=language, accent=accent, width_mm=width_mm)
            _pictures[key] = printed(drawing, format)
            if len(_pictures) > _KEPT:
                _pictures.popitem(last=False)
        return _pictures[key]


def sketch(chart: Chart, *, language: str, accent: str, width_mm: float) -> Drawing:
    """The same picture as shapes and words for another painter, `width_mm` wide.

    Words are measured as they are printed, unless `planner.drawing.measure.measured_by` says
    otherwise; then no matplotlib is needed.
    """
    from planner.drawing.charts import drawing

    return drawing(chart, language=language, accent=accent, width=width_mm)


def _key(chart: Chart, *facts: object) -> str:
    seen = replace(chart, anchor="", caption=(), subtitle="", alt="", source=())
    return hashlib.sha256(repr((seen, facts)).encode("utf-8", "backslashreplace")).hexdigest()
