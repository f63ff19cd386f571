"""Drawings as files, by matplotlib; the same drawing gives the same bytes."""

from __future__ import annotations

import io
import warnings
from functools import singledispatchmethod
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from planner.drawing.colours import WHITE
from planner.drawing.measure import CAPITAL, DOTS, MM, POINT, typeface
from planner.drawing.shapes import (
    DASHES,
    Area,
    Box,
    Disc,
    Drawing,
    Mark,
    Shape,
    Side,
    Stroke,
    Words,
)

Form = Literal["svg", "png"]

_UPRIGHT: dict[Side, Literal["bottom", "center", "top"]] = {
    "left": "bottom",
    "center": "center",
    "right": "top",
}

_SETTINGS: dict[Any, Any] = {
    "text.parse_math": False,
    "svg.hashsalt": "plansmith",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.7,
    "path.simplify": False,
}


def printed(drawing: Drawing, form: Form) -> bytes:
    """The picture; a character without a glyph raises, for none may reach paper."""
    press = _Press(drawing)
    buffer = io.BytesIO()
    facts = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
    with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
        warnings.filterwarnings("error", message="Glyph .* missing")
        press.figure.savefig(buffer, format=form, dpi=DOTS, metadata=facts)
    return buffer.getvalue()


class _Press:
    """A figure with an artist for each shape, one above the other."""

    def __init__(self, drawing: Drawing) -> None:
        width, height = drawing.width, drawing.height
        self.figure = Figure(figsize=(width / MM, height / MM), dpi=DOTS)
        turned = Affine2D().scale(1 / MM, -1 / MM).translate(0, height / MM)
        paper = turned + self.figure.dpi_scale_trans
        order = 1.0
        for shape in drawing.shapes:
            artist = self._artist(shape)
            order += 0.001
            artist.set_zorder(order)
            artist.set_transform(paper)
            self.figure.add_artist(artist)

    @singledispatchmethod
    def _artist(self, shape: Shape) -> Artist:
        raise TypeError(f"no shape: {shape!r}")

    @_artist.register
    def _(self, shape: Box) -> Artist:
        stroke = 0.6 if shape.rim and not shape.hatch else 0
        return Rectangle(
            (shape.left, shape.top), shape.width, shape.height, facecolor=shape.fill,
            edgecolor=shape.rim or shape.fill, linewidth=stroke, hatch=shape.hatch or None,
        )  # fmt: skip

    @_artist.register
    def _(self, shape: Stroke) -> Artist:
        xs, ys = zip(*shape.points, strict=True)
        return Line2D(
            xs, ys, color=shape.colour, linewidth=shape.width, solid_capstyle="butt",
            solid_joinstyle="round", linestyle=(0, DASHES) if shape.dashed else "-",
        )  # fmt: skip

    @_artist.register
    def _(self, shape: Disc) -> Artist:
        wide = 2 * shape.radius
        return Ellipse(
            shape.middle, wide, wide, facecolor=shape.fill, edgecolor=shape.rim, linewidth=0.9
        )

    @_artist.register
    def _(self, shape: Area) -> Artist:
        return Polygon(shape.corners, closed=True, facecolor=shape.fill, linewidth=0)

    @_artist.register
    def _(self, shape: Mark) -> Artist:
        x, y = shape.at
        return Line2D(
            [x], [y], marker=shape.shape, markersize=shape.size, markerfacecolor=shape.colour,
            markeredgecolor=WHITE, markeredgewidth=0.6, linestyle="none",
        )  # fmt: skip

    @_artist.register
    def _(self, shape: Words) -> Artist:
        x, y = shape.at
        face = typeface(plain=shape.text.isascii(), bold=shape.bold, size=shape.size)
        if shape.upright:
            return Text(
                x, y, shape.text, color=shape.colour, fontproperties=face, ha="center",
                va=_UPRIGHT[shape.anchor], rotation=90, parse_math=False,
            )  # fmt: skip
        base = y + CAPITAL / 2 * shape.size * POINT
        return Text(
            x, base, shape.text, color=shape.colour, fontproperties=face, ha=shape.anchor,
            va="baseline", parse_math=False,
        )  # fmt: skip
