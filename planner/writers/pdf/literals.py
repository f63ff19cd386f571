"""User's words as Typst string literals: the only way that they enter a Typst source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from planner.blocks import Span, Text
from planner.drawing.glyphs import shown
from planner.writers.columns import word_width

_PLAIN = frozenset(
    " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
)

_WORD = re.compile(r"\S+")
_PIECE, _LONGEST = 6, 24
_SHORT = 4

LINE = 70.0
"""A word up to so wide fits on any line of running text, headings too, in mm."""

Mark = Callable[[int], str]
"""Gives the Typst code that marks the source of a number."""


def literal(text: str) -> str:
    """The text as one Typst string literal, whatever it holds; nothing in it can act.

    A lone surrogate, which no file can hold, becomes U+FFFD.
    """
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    if character in _PLAIN or (character.isalpha() and not "\ud800" <= character <= "\udfff"):
        return character
    if "\ud800" <= character <= "\udfff":
        return "\\u{fffd}"
    return f"\\u{{{ord(character):x}}}"


def words(text: str, room: float = LINE) -> str:
    """The text as Typst code that sets it: its lines and tabs kept.

    `room` is how wide a word may be before it is parted, in mm.
    """
    lines = shown(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "; linebreak(); ".join(
        "; h(1.5em); ".join(_breakable(part, room) for part in line.split("\t")) for line in lines
    )


def listed_mark(note: int) -> str:
    """The mark of a source that stands in the list, leading there."""
    return f"note-mark({note})"


def content(
    text: Text, labels: dict[str, str], room: float = LINE, mark: Mark = listed_mark
) -> str:
    """A text as a Typst code block; `labels` are the document's anchors and their labels."""
    return "{" + "; ".join(_span(span, labels, room, mark) for span in text) + "}"


def _breakable(text: str, room: float) -> str:
    """The text; its words too long for a line are hyphenated, or parted where they are no words."""
    parts: list[str] = []
    start = 0
    for word in _WORD.finditer(text):
        if len(word[0]) <= _SHORT or word_width(word[0]) <= room:
            continue
        if start < word.start():
            parts.append(literal(text[start : word.start()]))
        start = word.end()
        parts.append(_parted(word[0]))
    if start < len(text) or not parts:
        parts.append(literal(text[start:]))
    return "; ".join(parts)


def _parted(word: str) -> str:
    if len(word) <= _LONGEST and word.isalpha():
        return f"text(hyphenate: true, {literal(word)})"
    pieces: list[str] = []
    start = 0
    for at in range(_PIECE, len(word), _PIECE):
        if not unicodedata.combining(word[at]):
            pieces.append(word[start:at])
            start = at
    return "; h(0pt); ".join(map(literal, [*pieces, word[start:]]))


def _span(span: Span, labels: dict[str, str], room: float, mark: Mark) -> str:
    code = words(span.text, room)
    if span.bold:
        code = f"strong({{{code}}})"
    if span.italic:
        code = f"emph({{{code}}})"
    destination = _destination(span.link, labels)
    if destination and span.text:
        code = f"link({destination}, {{{code}}})"
    if span.notes:
        code += "; " + "; note-comma; ".join(map(mark, span.notes))
    return code


def _destination(link: str, labels: dict[str, str]) -> str:
    if link.startswith("#"):
        label = labels.get(link[1:])
        return f"label({literal(label)})" if label else ""
    return literal(link) if link.lower().startswith(("http://", "https://", "mailto:")) else ""
