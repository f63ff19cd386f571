"""Words and numbers on a chart: clipped, wrapped, in the language of the document."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planner.drawing.measure import SIZE, extent
from planner.i18n import locale_of

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

LONGEST = 80
"""A label is cut after so many characters."""


def number(value: float, pattern: str, language: str, *, sign: bool = False) -> str:
    """A number with at most three significant digits, in a Babel pattern; `sign` shows a plus."""
    shown = three_digits(value)
    words = str(_pattern(pattern).apply(shown, _locale(language)))
    words = words.replace("-", "\u2212", 1) if shown < 0 else words
    return f"+{words}" if sign and shown > 0 else words


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(locale_of(language))


@cache
def _pattern(pattern: str) -> NumberPattern:
    from babel.numbers import parse_pattern

    return parse_pattern(pattern)


def three_digits(value: float) -> Decimal:
    """A value to three significant digits, half to even."""
    return Decimal(f"{Decimal(repr(float(value))):.3g}") if value else Decimal(0)


def percent(share: float, language: str) -> str:
    """A share as a percentage with at most three significant digits."""
    from babel.numbers import format_percent

    digits = "0" if share >= 0.995 or share == 0 else "0.0" if share >= 0.0995 else "0.0#"
    return str(format_percent(share, format=f"{digits}%", locale=locale_of(language)))


@cache
def month(number_: int, language: str) -> str:
    """A month's short name."""
    from babel.dates import get_month_names

    return str(get_month_names("abbreviated", "stand-alone", locale_of(language))[number_])


@lru_cache(maxsize=8192)
def day(ordinal: int, language: str) -> str:
    """A day and its month, from the day's proleptic number."""
    from babel.dates import format_skeleton

    return str(format_skeleton("MMMd", date.fromordinal(ordinal), locale=locale_of(language)))


def clipped(words: str) -> str:
    """The words on one line, cut with an ellipsis after LONGEST characters."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def fitted(words: str, room: float, *, bold: bool = False, size: float = SIZE) -> str:
    """The words on one line, cut with an ellipsis where they are wider than `room` mm."""
    line = clipped(words)
    if extent(line, bold=bold, size=size) <= room:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        cut = line[:middle].rstrip() + "…"
        if extent(cut, bold=bold, size=size) <= room:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip() + "…"


def wrapped(words: str, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """The words on up to `most` lines of `room` mm; what is too long is cut with an ellipsis."""
    lines: list[str] = []
    rest = clipped(words).split(" ")
    while rest and len(lines) < most - 1:
        count = 1
        while count < len(rest) and extent(" ".join(rest[: count + 1]), bold=bold) <= room:
            count += 1
        lines.append(fitted(" ".join(rest[:count]), room, bold=bold))
        rest = rest[count:]
    if rest:
        lines.append(fitted(" ".join(rest), room, bold=bold))
    return tuple(lines)


def widest(texts: tuple[str, ...] | list[str], *, bold: bool = False) -> float:
    """The width of the widest text in mm, 0 for none."""
    return max((extent(text, bold=bold) for text in texts), default=0.0)


def finite(value: float | None) -> bool:
    """Whether a value can be drawn."""
    return value is not None and math.isfinite(value)
