"""The colours of charts and documents, and how they go together."""

from __future__ import annotations

from typing import Self

INK = "#1B2130"
INK2 = "#4A5366"
INK3 = "#626C80"
HAIR = "#D5D9E0"
STRONG = "#868E9C"
TINT = "#EDEFF3"
CANVAS = "#F6F7F9"
WHITE = "#FFFFFF"

ACCENT = "#0B5FA5"
"""Us, where no brand has its own colour."""

SLATES = ("#5F6B7A", "#95A0AF", "#7A8698", "#B3BCC8")
"""Rivals, from the first on."""

SERIES = (ACCENT, "#C4560A", "#1A7F64", "#8A3FA0", "#A67C00", "#B3264A")
"""Series where there is no "us", in this order."""

READABLE = 4.5
"""The least contrast of words with their ground (WCAG 2.2, success criterion 1.4.3)."""


def contrast(colour: str, other: str = WHITE) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str) -> bool:
    """Whether words of a colour can be read on white."""
    return contrast(colour) >= READABLE


class Tint(str):
    """A colour thinned with white, which knows of what: on another ground it is mixed anew."""

    __slots__ = ("base", "share")

    base: str
    share: float

    def __new__(cls, base: str, share: float) -> Self:
        """The colour on white."""
        parts = (int(base[at : at + 2], 16) for at in (1, 3, 5))
        words = "#" + "".join(f"{round(255 - (255 - part) * share):02X}" for part in parts)
        tint = super().__new__(cls, words)
        tint.base, tint.share = base, share
        return tint


def mixed(colour: str, share: float) -> Tint:
    """A colour thinned with white to a share."""
    return Tint(colour, share)


def on_fill(fill: str) -> str:
    """The colour of words on a fill: white where it can be read, else ink."""
    return WHITE if readable(fill) else INK


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
