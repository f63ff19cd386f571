"""Pictures in a Word file: their parts in the package and their place in the text."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Literal

from planner.blocks import Chart, Picture, plain
from planner.writers import look
from planner.writers.docx.runs import escape
from planner.writers.raster import raster

_EMU = 36000
"""English metric units in a millimetre."""

_LOGO = (60.0, 25.0)
DRAWING = (60.0, 45.0)
"""The room of a logo on the cover and of a drawing between paragraphs, in mm."""

Store = Callable[[bytes, Literal["png", "jpeg"]], str]
"""Puts a picture into the package and gives its relationship's id."""


class Pictures:
    """Sets pictures inline; numbers them, so that each has an id of its own."""

    def __init__(self, store: Store, *, language: str, accent: str) -> None:
        self._store = store
        self._language = language
        self._accent = accent
        self._count = 0

    def chart(self, chart: Chart, width: float) -> str:
        """The run that shows a chart, `width` mm wide."""
        from planner.drawing import draw

        data = draw(
            chart, language=self._language, accent=self._accent, format="png", width_mm=width
        )
        across, down = png_size(data)
        alt = chart.alt or plain(chart.caption)
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
        self._count += 1
        number, relation = self._count, self._store(data, kind)
        extent = f'cx="{round(size[0] * _EMU)}" cy="{round(size[1] * _EMU)}"'
        name = f'id="{number}" name="Picture {number}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {extent}/><wp:docPr {name} descr="{escape(alt)}"/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            "</wp:cNvGraphicFramePr><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


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
