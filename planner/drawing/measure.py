"""How wide words are: in the shipped fonts as matplotlib sets them, or as another ruler says."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from planner.drawing.glyphs import font_folder, shown

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

SIZE = 8.0
"""Size of a chart's words in points."""

LINE = 3.9
"""Height of a line of such words in mm."""

HEIGHT = 56.0
"""Height of the field in which values are drawn, mm."""

TALLEST = 200.0
"""No picture of rows is higher, mm, so that it and its caption stay on one page."""

BELOW_ZERO = 4.0
"""The room that the values of negative columns take below the field, mm."""

MM = 25.4
DOTS = 200
"""Millimetres and dots in an inch."""

POINT = MM / 72
"""Millimetres of a point."""

CAPITAL = 0.714
"""Height of a capital of Noto Sans, of its size."""

Ruler: TypeAlias = Callable[[str, bool, float], float]
"""Tells how wide words are, in mm, by the words, whether they are bold, and their size."""

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
def typeface(*, plain: bool, bold: bool, size: float) -> FontProperties:
    """The font of words of a weight and size; `plain` ones need no other script's font."""
    from matplotlib.font_manager import FontProperties

    _register()
    weight = "bold" if bold else "normal"
    return FontProperties(family=_LATIN if plain else _ALL, size=size, weight=weight)


def extent(words: str, *, bold: bool = False, size: float = SIZE) -> float:
    """The width of words on one line, in mm."""
    return _extent(_in_use.get(), words, bold, size)


@contextmanager
def measured_by(ruler: Ruler) -> Iterator[None]:
    """Measure words as another painter sets them, in this thread, instead of as they are printed.

    What a ruler said is kept, so pass the same function each time.
    """
    before = _in_use.set(ruler)
    try:
        yield
    finally:
        _in_use.reset(before)


@lru_cache(maxsize=8192)
def _extent(ruler: Ruler | None, words: str, bold: bool, size: float) -> float:
    text = one_line(words)
    if ruler is not None:
        return ruler(text, bold, size)
    face = typeface(plain=text.isascii(), bold=bold, size=size)
    width, _, _ = _ruler().get_text_width_height_descent(text, face, ismath=False)
    return float(width) / DOTS * MM


_in_use: ContextVar[Ruler | None] = ContextVar("ruler", default=None)


def one_line(words: str) -> str:
    """The words as the shipped fonts can show them, line ends and tabs as spaces."""
    return shown(words.replace("\n", " ").replace("\t", " "))


@cache
def _ruler() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    make: Any = RendererAgg
    return make(8, 8, DOTS)


@cache
def _register() -> None:
    from matplotlib import font_manager

    # The scripts' fonts have one weight; that bold words fall back to it is meant, not worth a log.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for file in sorted(font_folder().glob("*.ttf")):
        font_manager.fontManager.addfont(str(file))
