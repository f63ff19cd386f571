"""Which characters the shipped fonts can show."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

from planner import assets

MISSING = "□"
"""Stands for a character that no shipped font has."""

_FACES = (
    "NotoSans-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansMath-Regular",
    "NotoSansSymbols2-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArabic-Regular",
)


def font_folder() -> Path:
    """The folder of the shipped fonts."""
    return assets.resource("fonts")


def shown(text: str) -> str:
    """The text as the shipped fonts can show it.

    A character that none of them has becomes MISSING; joiners and variation selectors, which only
    bind characters, are left out with them.
    """
    if text.isascii() and text.isprintable():
        return text
    known = covered()
    if all(ord(c) in known or c in "\n\t" for c in text):
        return text
    return "".join(_shown(c, known) for c in text).replace(f"{MISSING}\u200d", MISSING)


@cache
def covered() -> frozenset[int]:
    """The code points that a shipped font has a glyph for, control characters left out."""
    points: set[int] = set()
    for face in _FACES:
        points |= _code_points((font_folder() / f"{face}.ttf").read_bytes())
    return frozenset(point for point in points if unicodedata.category(chr(point)) != "Cc")


def _shown(character: str, known: frozenset[int]) -> str:
    if ord(character) in known or character in "\n\t":
        return character
    return "" if unicodedata.category(character) in {"Cf", "Mn", "Me", "Cc"} else MISSING


def _code_points(font: bytes) -> set[int]:
    """The code points of a TrueType file's character map (OpenType, "cmap", formats 4 and 12)."""
    count = struct.unpack(">H", font[4:6])[0]
    tables = {
        font[at : at + 4]: struct.unpack(">II", font[at + 8 : at + 16])
        for at in range(12, 12 + 16 * count, 16)
    }
    start, length = tables[b"cmap"]
    table = font[start : start + length]
    points: set[int] = set()
    for at in range(4, 4 + 8 * struct.unpack(">H", table[2:4])[0], 8):
        offset = struct.unpack(">I", table[at + 4 : at + 8])[0]
        points |= _subtable(table[offset:])
    return points


def _subtable(data: bytes) -> set[int]:
    form = struct.unpack(">H", data[:2])[0]
    points: set[int] = set()
    if form == 12:
        groups = struct.unpack(">I", data[12:16])[0]
        for at in range(16, 16 + 12 * groups, 12):
            first, last = struct.unpack(">II", data[at : at + 8])
            points.update(range(first, last + 1))
    elif form == 4:
        size = struct.unpack(">H", data[6:8])[0]
        lasts = struct.unpack(f">{size // 2}H", data[14 : 14 + size])
        firsts = struct.unpack(f">{size // 2}H", data[16 + size : 16 + 2 * size])
        for first, last in zip(firsts, lasts, strict=True):
            points.update(range(first, last + 1))
        points.discard(0xFFFF)
    return points
