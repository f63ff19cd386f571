"""Words on a native chart: fit for XML, and how much room they take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from planner.drawing.measure import SIZE
from planner.writers.columns import word_width

_UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\t\r\n]+")
_SCALE = SIZE / 9.5
_BOLD = 1.07


def fit(text: str) -> str:
    """The text on one line, what XML can't hold as U+FFFD."""
    return _UNFIT.sub("\ufffd", _BREAKS.sub(" ", text))


def escaped(text: str) -> str:
    """The text as XML character data."""
    return escape(fit(text), {'"': "&quot;"})


def width_of(text: str, *, bold: bool = False) -> float:
    """The width of words on one line in mm, amply."""
    return word_width(text) * _SCALE * (_BOLD if bold else 1.0)


def widest(texts: Sequence[str], *, bold: bool = False) -> float:
    """The width of the widest words in mm, 0 of none."""
    return max((width_of(text, bold=bold) for text in texts), default=0.0)


def lines_of(text: str, room: float) -> int:
    """How many lines of `room` mm a text takes; a word wider than that takes several."""
    count, filled = 1, 0.0
    space = width_of(" ")
    for word in text.split():
        width = width_of(word)
        if filled and filled + space + width > room:
            count, filled = count + 1, 0.0
        filled += (space if filled else 0.0) + width
        while filled > room > 0:
            count, filled = count + 1, filled - room
    return count


def broken(text: str, room: float) -> bool:
    """Whether a word of the text is wider than `room` mm."""
    return any(width_of(word) > room for word in text.split())
