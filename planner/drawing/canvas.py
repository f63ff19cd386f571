"""A sheet of paper to draw on, in millimetres from its upper left corner."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from planner.drawing.colours import INK, WHITE
from planner.drawing.measure import DOTS, MM, SIZE, one_line, typeface

Side = Literal["left", "center", "right"]
Form = Literal["svg", "png"]

_POINT = MM / 72
_CAPITAL = 0.714
"""Height of a capital of Noto Sans, of its size."""

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


class Canvas:
    """Draws shapes and words; y grows downwards. Distances in mm, sizes and strokes in points."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / MM, height / MM), dpi=DOTS)
        turned = Affine2D().scale(1 / MM, -1 / MM).translate(0, height / MM)
        self._paper = turned + self._figure.dpi_scale_trans
        self._order = 1.0

    def rect(
        self, box: tuple[float, float, float, float], fill: str, hatch: str = "", rim: str = ""
    ) -> None:
        """A filled rectangle: left, top, width, height; the hatch is drawn in the rim's colour."""
        left, top, width, height = box
        stroke = 0.6 if rim and not hatch else 0
        self._add(
            Rectangle((left, top), width, height, facecolor=fill, edgecolor=rim or fill,
                      linewidth=stroke, hatch=hatch or None)
        )  # fmt: skip

    def line(self, points: Sequence[tuple[float, float]], colour: str, stroke: float) -> None:
        """A line through the points."""
        xs, ys = zip(*points, strict=True)
        self._add(
            Line2D(xs, ys, color=colour, linewidth=stroke, solid_capstyle="butt",
                   solid_joinstyle="round")
        )  # fmt: skip

    def bubble(self, at: tuple[float, float], radius: float, fill: str, rim: str) -> None:
        """A circle of a radius in mm."""
        self._add(Ellipse(at, 2 * radius, 2 * radius, facecolor=fill, edgecolor=rim, linewidth=0.9))

    def area(self, corners: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled polygon."""
        self._add(Polygon(corners, closed=True, facecolor=fill, linewidth=0))

    def mark(self, at: tuple[float, float], shape: str, colour: str, size: float) -> None:
        """A marker of one of matplotlib's shapes, with a white rim."""
        self._add(
            Line2D([at[0]], [at[1]], marker=shape, markersize=size, markerfacecolor=colour,
                   markeredgecolor=WHITE, markeredgewidth=0.6, linestyle="none")
        )  # fmt: skip

    def text(
        self,
        at: tuple[float, float],
        words: str,
        *,
        colour: str = INK,
        bold: bool = False,
        size: float = SIZE,
        anchor: Side = "left",
    ) -> None:
        """Words on one line, the middle of their capitals at `at`."""
        base = at[1] + _CAPITAL / 2 * size * _POINT
        face = _face(words, bold=bold, size=size)
        self._add(
            Text(at[0], base, one_line(words), color=colour, fontproperties=face, ha=anchor,
                 va="baseline", parse_math=False)
        )  # fmt: skip

    def upright(
        self,
        at: tuple[float, float],
        words: str,
        *,
        colour: str = INK,
        bold: bool = False,
        anchor: Side = "left",
    ) -> None:
        """Words that run upwards, their middle line at `at`; with "left" they begin there."""
        place = _UPRIGHT[anchor]
        face = _face(words, bold=bold, size=SIZE)
        self._add(
            Text(at[0], at[1], one_line(words), color=colour, fontproperties=face, ha="center",
                 va=place, rotation=90, parse_math=False)
        )  # fmt: skip

    def save(self, form: Form) -> bytes:
        """The picture; a character without a glyph raises, for none may reach paper."""
        buffer = io.BytesIO()
        facts = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
        with mpl.rc_context(_SETTINGS), warnings.catch_warnings():
            warnings.filterwarnings("error", message="Glyph .* missing")
            self._figure.savefig(buffer, format=form, dpi=DOTS, metadata=facts)
        return buffer.getvalue()

    def _add(self, artist: Artist) -> None:
        self._order += 0.001
        artist.set_zorder(self._order)
        artist.set_transform(self._paper)
        self._figure.add_artist(artist)


def _face(words: str, *, bold: bool, size: float) -> FontProperties:
    return typeface(plain=words.isascii(), bold=bold, size=size)
