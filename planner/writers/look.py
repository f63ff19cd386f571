"""The document's look in figures: what the Word template, the PDF style and charts share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from planner.drawing.colours import ACCENT, HAIR, INK, INK2, INK3, STRONG, TINT, mixed, readable

__all__ = ["ACCENT", "HAIR", "INK", "INK2", "INK3", "STRONG", "TINT"]

PAPERS: dict[str, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""Width and height of a sheet in mm."""

MARGIN_Y = 25.0
MARGIN_X = 22.0
"""Margins in mm, above and below, left and right."""

MEASURE = 132.0
"""The longest line of running text in mm: 75 characters of 10.5-point Noto Sans."""

_TALLEST = 205.0
"""No picture is higher in mm: it and its caption stay on one page."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins in mm; `header` and `footer` are their distances from the edges."""

    width: float
    height: float
    left: float = MARGIN_X
    right: float = MARGIN_X
    top: float = MARGIN_Y
    bottom: float = MARGIN_Y
    header: float = 12.0
    footer: float = 12.0

    def text_width(self, *, wide: bool = False) -> float:
        """Width between the margins in mm; `wide` for a sheet turned to landscape."""
        return (self.height if wide else self.width) - self.left - self.right


def text_width(page: Literal["A4", "Letter"], *, wide: bool = False) -> float:
    """Width between the margins in mm; `wide` for a sheet turned to landscape."""
    return Paper(*PAPERS[page]).text_width(wide=wide)


def fitted_width(width: float, height: float) -> float:
    """The width in mm at which a picture of a size is shown, so that it fits on a page."""
    return width * min(1.0, _TALLEST / height)


def accent_of(colour: str) -> str:
    """The brand colour as #RRGGBB in capitals, or the accent where it is none."""
    return colour.upper() if _COLOUR.fullmatch(colour) else ACCENT


def text_accent(colour: str) -> str:
    """The brand colour where text in it can be read on white (4.5:1), else the ink."""
    return colour if readable(colour) else INK


def tint(accent: str) -> str:
    """The ground of a table's header: grey, or a brand's accent thinned with white."""
    return TINT if accent == ACCENT else mixed(accent, 0.1)


def soft(colour: str) -> str:
    """A colour thinned with white, for the ground of a callout."""
    return mixed(colour, 0.08)
