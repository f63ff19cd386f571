"""Pictures in a Word file: their parts in the package and their place in the text."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Literal

from planner.blocks import Chart, Picture, plain
from planner.writers import look
from planner.writers.docx.runs import escape
from planner.writers.native_chart import NativeChart
from planner.writers.raster import raster

_EMU = 36000
"""English metric units in a millimetre."""

_LOGO = (60.0, 25.0)
DRAWING = (60.0, 45.0)
"""The room of a logo on the cover and of a drawing between paragraphs, in mm."""

Store = Callable[[bytes, Literal["png", "jpeg"]], str]
"""Puts a picture into the package and gives its relationship's id."""

ChartMaker = Callable[[Chart, float], NativeChart | None]
"""Makes a chart of Word's own, so many mm wide, where Word has its kind."""

ChartStore = Callable[[NativeChart], str]
"""Puts a chart of Word's own into the package and gives its relationship's id."""

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Pictures:
    """Sets pictures and charts inline; numbers them, so that each has an id of its own."""

    def __init__(
        self,
        store: Store,
        native: tuple[ChartMaker, ChartStore],
        *,
        language: str,
        accent: str,
    ) -> None:
        self._store = store
        self._make_chart, self._store_chart = native
        self._language = language
        self._accent = accent
        self._count = 0

    def chart(self, chart: Chart, width: float) -> str:
        """The run that shows a chart, `width` mm wide: Word's own, else a picture."""
        alt = chart.alt or plain(chart.caption)
        made = self._make_chart(chart, width)
        if made is not None:
            shown = look.fitted_width(width, made.height)
            relation = self._store_chart(made)
            content = f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
            size = (shown, made.height * shown / width)
            return self._anchored("Chart", alt, size, (_CHART, content))
        return self._drawn(chart, width, alt)

    def _drawn(self, chart: Chart, width: float, alt: str) -> str:
        from planner.drawing import draw

        data = draw(
            chart, language=self._language, accent=self._accent, format="png", width_mm=width
        )
        across, down = png_size(data)
        shown = look.fitted_width(width, width * down / across)
        return self._inline(data, "png", alt, (shown, shown * down / across))

    def own(self, picture: Picture, room: tuple[float, float] = _LOGO) -> str:
        """The run that shows a user's picture, fitted into a room in mm, if it can be read."""
        made = raster(picture)
        if made is None:
            return ""
        across, down = png_size(made.data)
        scale = min(room[0] / across, room[1] / down)
        return self._inline(made.data, "png", made.alt, (across * scale, down * scale))

    def _inline(
        self, data: bytes, kind: Literal["png", "jpeg"], alt: str, size: tuple[float, float]
    ) -> str:
        relation = self._store(data, kind)
        extent, name = _extent(size), self._name("Picture", ahead=1)
        content = (
            f"<pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )
        return self._anchored("Picture", alt, size, (_PICTURE, content))

    def _anchored(
        self, word: str, alt: str, size: tuple[float, float], graphic: tuple[str, str]
    ) -> str:
        """A run with a picture or chart of a size in mm; `graphic` is its kind and content."""
        self._count += 1
        kind, content = graphic
        locks = '<a:graphicFrameLocks noChangeAspect="1"/>' if kind == _PICTURE else ""
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {_extent(size)}/><wp:docPr {self._name(word)} descr="{escape(alt)}"/>'
            f"<wp:cNvGraphicFramePr>{locks}</wp:cNvGraphicFramePr>"
            f'<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )

    def _name(self, word: str, ahead: int = 0) -> str:
        number = self._count + ahead
        return f'id="{number}" name="{word} {number}"'


def _extent(size: tuple[float, float]) -> str:
    return f'cx="{round(size[0] * _EMU)}" cy="{round(size[1] * _EMU)}"'


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels; raises ValueError for what is none."""
    if data[:8] != b"\x89PNG\r\n\x1a\n" or len(data) < 24:
        raise ValueError("not a PNG picture")
    width, height = struct.unpack(">II", data[16:24])
    return _whole(width, height)


def _whole(width: int, height: int) -> tuple[int, int]:
    if not (width and height):
        raise ValueError("a picture without extent")
    return width, height
