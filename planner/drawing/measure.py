"""The shipped fonts in matplotlib, and how wide words are in them."""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from typing import Any

from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg

from planner.drawing.glyphs import font_folder, shown

SIZE = 8.0
"""Size of a chart's words in points."""

LINE = 3.9
"""Height of a line of such words in mm."""

MM = 25.4
DOTS = 200
"""Millimetres and dots in an inch."""

_LATIN = ("Noto Sans",)
_ALL = (
    "Noto Sans",
    "Noto Sans Georgian",
    "Noto Sans Math",
    "Noto Sans Symbols2",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
)


@lru_cache(maxsize=64)
def typeface(*, plain: bool, bold: bool, size: float) -> font_manager.FontProperties:
    """The font of words of a weight and size; `plain` ones need no other script's font."""
    _register()
    weight = "bold" if bold else "normal"
    return font_manager.FontProperties(family=_LATIN if plain else _ALL, size=size, weight=weight)


@lru_cache(maxsize=4096)
def extent(words: str, *, bold: bool = False, size: float = SIZE) -> float:
    """The width of words on one line, in mm."""
    text = one_line(words)
    face = typeface(plain=text.isascii(), bold=bold, size=size)
    width, _, _ = _ruler().get_text_width_height_descent(text, face, ismath=False)
    return float(width) / DOTS * MM


def one_line(words: str) -> str:
    """The words as the shipped fonts can show them, line ends and tabs as spaces."""
    return shown(words.replace("\n", " ").replace("\t", " "))


@cache
def _ruler() -> Any:
    make: Any = RendererAgg
    return make(8, 8, DOTS)


@cache
def _register() -> None:
    # The scripts' fonts have one weight; that bold words fall back to it is meant, not worth a log.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for file in sorted(font_folder().glob("*.ttf")):
        font_manager.fontManager.addfont(str(file))
