"""Drawings on the screen: the same shapes as on paper, in the colours of the theme."""

from __future__ import annotations

from functools import cache, singledispatch

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.drawing import colours
from planner.drawing.measure import CAPITAL, POINT
from planner.drawing.shapes import (
    DASHES,
    Area,
    Box,
    Disc,
    Drawing,
    Mark,
    Shape,
    Stroke,
    Words,
)
from wizards import theme

_RULED = 100
"""Pixels of the letters by which words are measured."""
_ON_DARK = ("#6CB2F2", "#F09A5C", "#5CC4A4", "#CB93DE", "#D9B54A", "#EF8497")
"""The series of a chart on a dark ground, in order."""
_SLATES_ON_DARK = ("#98A4B6", "#6F7C90", "#8492A6", "#5A6678")
_HATCHES = {
    "///": Qt.BrushStyle.BDiagPattern,
    "\\\\\\": Qt.BrushStyle.FDiagPattern,
    "---": Qt.BrushStyle.HorPattern,
    "xxx": Qt.BrushStyle.DiagCrossPattern,
    "|||": Qt.BrushStyle.VerPattern,
}


def ruler(words: str, bold: bool, size: float) -> float:
    """How wide words are on the screen, in mm of a drawing."""
    return _metrics(bold).horizontalAdvance(words) / _RULED * size * POINT


def paint(painter: QPainter, drawing: Drawing, band: tuple[float, float] | None = None) -> None:
    """Paint a drawing, all of it or what reaches into a band from one height to another.

    The painter's unit is a millimetre of the drawing.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for shape in drawing.shapes:
        if band is None or _reaches(shape, *band):
            _paint(shape, painter)


_BESIDE = 5.0
"""Millimetres that a line of words or a mark takes at most above and below its middle."""


def _reaches(shape: Shape, top: float, bottom: float) -> bool:
    """Whether a shape may be seen between two heights."""
    if isinstance(shape, Box):
        return shape.top < bottom and shape.top + shape.height > top
    if isinstance(shape, Words):
        return shape.upright or top - _BESIDE < shape.at[1] < bottom + _BESIDE
    if isinstance(shape, Mark):
        return top - _BESIDE < shape.at[1] < bottom + _BESIDE
    if isinstance(shape, Disc):
        return top - shape.radius < shape.middle[1] < bottom + shape.radius
    heights = [y for _, y in (shape.points if isinstance(shape, Stroke) else shape.corners)]
    return min(heights) < bottom + 1 and max(heights) > top - 1


def shade(colour: str, *, words: bool = False) -> QColor:
    """A colour of paper in the theme that is shown; white `words` stand on a strong fill."""
    now = theme.tokens()
    if isinstance(colour, colours.Tint):
        base, ground = shade(colour.base), QColor(now.surface)
        return _between(ground, base, colour.share)
    if words and colour == colours.WHITE:
        return QColor(now.on_accent)
    return QColor(_palette(now is theme.DARK).get(colour, colour))


def _palette(dark: bool) -> dict[str, str]:
    now = theme.tokens()
    found = {
        colours.WHITE: now.surface,
        colours.CANVAS: now.canvas,
        colours.TINT: now.sunken,
        colours.HAIR: now.line,
        colours.STRONG: now.line_strong,
        colours.INK: now.ink,
        colours.INK2: now.ink2,
        colours.INK3: now.ink3,
    }
    if dark:
        found |= dict(zip(colours.SERIES, _ON_DARK, strict=True))
        found |= dict(zip(colours.SLATES, _SLATES_ON_DARK, strict=True))
    return found


def _between(ground: QColor, colour: QColor, share: float) -> QColor:
    return QColor(
        round(ground.red() + (colour.red() - ground.red()) * share),
        round(ground.green() + (colour.green() - ground.green()) * share),
        round(ground.blue() + (colour.blue() - ground.blue()) * share),
    )


@cache
def _metrics(bold: bool) -> QFontMetricsF:
    return QFontMetricsF(_face(bold))


def _face(bold: bool) -> QFont:
    face = QFont()
    face.setFamilies(["Noto Sans", "Noto Sans Georgian"])
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    face.setPixelSize(_RULED)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


@singledispatch
def _paint(shape: Shape, painter: QPainter) -> None:
    del painter
    raise TypeError(f"no shape: {shape!r}")


@_paint.register
def _(shape: Box, painter: QPainter) -> None:
    rect = QRectF(shape.left, shape.top, shape.width, shape.height)
    painter.fillRect(rect, shade(shape.fill))
    if shape.hatch:
        brush = QBrush(shade(shape.rim), _HATCHES[shape.hatch])
        # Patterns are as fine on a large screen as on a small one.
        brush.setTransform(painter.worldTransform().inverted()[0])
        painter.fillRect(rect, brush)
    elif shape.rim:
        painter.setPen(QPen(shade(shape.rim), 0.6 * POINT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


@_paint.register
def _(shape: Stroke, painter: QPainter) -> None:
    pen = QPen(shade(shape.colour), shape.width * POINT)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dashed:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in shape.points]))


@_paint.register
def _(shape: Disc, painter: QPainter) -> None:
    painter.setPen(QPen(shade(shape.rim), 0.9 * POINT))
    painter.setBrush(shade(shape.fill))
    painter.drawEllipse(QPointF(*shape.middle), shape.radius, shape.radius)


@_paint.register
def _(shape: Area, painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade(shape.fill))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in shape.corners]))


@_paint.register
def _(shape: Mark, painter: QPainter) -> None:
    painter.setPen(QPen(shade(colours.WHITE), 0.6 * POINT))
    painter.setBrush(shade(shape.colour))
    x, y = shape.at
    half = shape.size * POINT / 2
    if shape.shape == "o":
        painter.drawEllipse(QPointF(x, y), half, half)
        return
    corners = [QPointF(x + half * across, y + half * down) for across, down in _MARKS[shape.shape]]
    painter.drawPolygon(QPolygonF(corners))


_MARKS: dict[str, tuple[tuple[float, float], ...]] = {
    "s": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "^": ((0, -1), (1, 1), (-1, 1)),
    "v": ((0, 1), (1, -1), (-1, -1)),
    "D": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "P": (
        (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35), (0.35, 1),
        (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35),
    ),
}  # fmt: skip
"""Corners of the markers, 1 being half their size."""


@_paint.register
def _(shape: Words, painter: QPainter) -> None:
    if not shape.text:
        return
    painter.save()
    painter.translate(QPointF(*shape.at))
    if shape.upright:
        painter.rotate(-90)
    scale = shape.size * POINT / _RULED
    painter.scale(scale, scale)
    painter.setFont(_face(shape.bold))
    painter.setPen(shade(shape.colour, words=True))
    wide = _metrics(shape.bold).horizontalAdvance(shape.text)
    back = {"left": 0.0, "center": wide / 2, "right": wide}[shape.anchor]
    painter.drawText(QPointF(-back, CAPITAL / 2 * _RULED), shape.text)
    painter.restore()
