"""How a table's columns share its width, so that it is short and no word is broken."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from planner.blocks import Column, Table, plain

_KEPT_ROWS = 6
_KEPT_LINES = 8
_LETTER = 1.75
"""The width of a letter of a table's running words in mm, amply: 9.5-point Noto Sans."""

_RAGGED = 2.5
"""So many letters a line of several is left empty at its end, where the next word did not fit."""

_STEP, _STEPS = 3.0, 20
_JUDGED_ROWS = 24
_SHORT = 12
_TALL = 6
"""Rows of more lines than this set their table in small print."""

_READABLE = 22.0
"""Mm that a column of long texts needs to be read with ease: a dozen letters a line."""

_EM = 9.5 / 72 * 25.4
_PADDING = 4.8
"""The space left and right of a cell's words in mm."""

_DENSE_PADDING = 2.8
_DENSE_SCALE = 8.5 / 9.5
"""The same in a dense table, and how much smaller its letters are."""

FIGURE_GAP = 1.6
"""More space right of a dense table's figures in mm, which would touch the words after them."""

_EMS = {
    **dict.fromkeys(" iljJ.,:;'|!()[]{}ıî", 0.29),
    **dict.fromkeys("Itfr-/ț", 0.43),
    **dict.fromkeys("ABCEFKLPRSTVXYZც", 0.66),
    **dict.fromkeys("DGHNUტ", 0.77),
    **dict.fromkeys("wOQ%&დთორფღ", 0.88),
    **dict.fromkeys("mMW@", 0.96),
    **dict.fromkeys("ლ", 1.11),
}
"""The widths of letters, of the size; all others are 0.62."""

_BOLD = 1.07
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Each column's share of a table's width, together 1; `dense` sets the table smaller.

    `kept` says that the table is short enough to be kept on one page.
    """

    shares: tuple[float, ...]
    dense: bool
    kept: bool


def grid(table: Table, width: float) -> Grid:
    """How a table's columns share its `width` in mm.

    No column gets less than its longest word needs, as far as the width allows; columns of long
    texts get room to read, short cells such as dates stay whole. What is left goes where it saves
    lines, then by the weights. Where that makes too tall rows, the table is dense.
    """
    texts = [
        [plain(row.cells[at]) for row in table.rows if at < len(row.cells)]
        for at in range(len(table.columns))
    ]
    words = [_longest_word(c, t) for c, t in zip(table.columns, texts, strict=True)]
    wanted = [_wish(t, word) for t, word in zip(texts, words, strict=True)]
    dense = table.dense or sum(wanted) + len(words) * _PADDING > width
    parts = _parts(table, texts, words, wanted, width, dense=dense)
    if not dense and _tallest(texts, parts) > _TALL:
        dense = True
        parts = _parts(table, texts, words, wanted, width, dense=dense)
    return Grid(tuple([part / width for part in parts]), dense, _kept(texts, parts))


def _parts(
    table: Table,
    texts: list[list[str]],
    words: list[float],
    wanted: list[float],
    width: float,
    *,
    dense: bool,
) -> list[float]:
    padding, scale = (_DENSE_PADDING, _DENSE_SCALE) if dense else (_PADDING, 1.0)
    gap = FIGURE_GAP if dense else 0.0
    beside = [padding + gap * parted for parted in parted_figures(table.columns)]
    least = _levelled([word * scale + b for word, b in zip(words, beside, strict=True)], width)
    ease = [
        max(one * scale + b, floor) for one, b, floor in zip(wanted, beside, least, strict=True)
    ]
    over, spare = sum(ease) - width, sum(ease) - sum(least)
    if over > 0:
        part = 1 - over / spare if spare else 0.0
        ease = [floor + (full - floor) * part for full, floor in zip(ease, least, strict=True)]
    heads = [f"{column.title} {column.unit}" for column in table.columns]
    cells = [[h, *t] for h, t in zip(heads, texts, strict=True)]
    rooms = _shortest(cells, ease, width, letter=_LETTER * scale, padding=padding)
    weights = [column.weight for column in table.columns]
    if len(set(weights)) <= 1:
        weights = [_room(*known) for known in zip(table.columns, texts, words, strict=True)]
    return _fitted(weights, rooms, width)


def _tallest(texts: list[list[str]], parts: list[float]) -> int:
    """The lines of the tallest cell at the size of other tables."""
    return max(
        (
            math.ceil(len(text) * _LETTER / max(part - _PADDING, _LETTER))
            for column, part in zip(texts, parts, strict=True)
            for text in column
        ),
        default=1,
    )


def _wish(texts: list[str], word: float) -> float:
    """The room in mm that a column would like for its words at least."""
    longest = max(map(len, texts), default=0)
    if longest <= _SHORT:
        return max(word, _short_cells(texts))
    return max(word, _short_cells(texts), min(longest * _LETTER / 2, _READABLE))


def _levelled(least: list[float], room: float) -> list[float]:
    """What columns need at least; where that is more than the room, the neediest get less."""
    level, left = room, room
    for place, part in enumerate(sorted(least)):
        level = left / (len(least) - place)
        if part > level:
            break
        left -= part
    else:
        return least
    return [min(part, level) for part in least]


def _fitted(wanted: list[float], least: list[float], room: float) -> list[float]:
    """Parts of `room` in the wanted proportions, none below its least."""
    held: set[int] = set()
    while True:
        free = room - sum(least[at] for at in held)
        scale = free / (sum(w for at, w in enumerate(wanted) if at not in held) or 1.0)
        parts = [least[at] if at in held else w * scale for at, w in enumerate(wanted)]
        short = {at for at, part in enumerate(parts) if part < least[at] - 1e-9}
        if not short:
            return parts
        held |= short


def _shortest(
    texts: list[list[str]], least: list[float], room: float, *, letter: float, padding: float
) -> list[float]:
    """Widths from `least` up with which a table becomes about as short as `room` allows.

    Greedy: the column whose widening saves most for its width is widened first, where a cell
    counts the cube of its lines, for the tallest cell makes the row. A long table is judged by
    rows taken evenly from it.
    """
    rows = max(map(len, texts))
    taken = range(0, rows, max(1, rows // _JUDGED_ROWS))
    extents = [[len(text[at]) * letter for at in taken if at < len(text)] for text in texts]
    whole = [max(part, max(e) + padding) for part, e in zip(least, extents, strict=True)]
    if sum(whole) <= room:
        return whole

    def height(column: int, width: float) -> int:
        inner = max(width - padding, letter)
        filled = max(inner - _RAGGED * letter, letter)
        return sum([1 if e <= inner else math.ceil(e / filled) ** 3 for e in extents[column]])

    @cache
    def gains(column: int, part: float) -> list[tuple[float, int, float]]:
        """The best widening of a column by up to 0, 1, 2 … steps: what it saves, and its width."""
        found = [(0.0, 0, 0.0)]
        now = lines = height(column, part)
        while lines > len(extents[column]) and len(found) <= _STEPS:
            wider = len(found) * _STEP
            lines = height(column, part + wider)
            found.append(max(found[-1], ((now - lines) / wider, column, wider)))
        return found + found[-1:] * (_STEPS + 1 - len(found))

    parts, left = list(least), room - sum(least)
    while left >= _STEP:
        most = min(int(left / _STEP), _STEPS)
        best = max([gains(column, part)[most] for column, part in enumerate(parts)])
        if not best[0]:
            break
        parts[best[1]] += best[2]
        left -= best[2]
    return parts


def _kept(texts: list[list[str]], parts: list[float]) -> bool:
    """Whether columns of texts, so many mm wide each, are short enough to be kept on one page."""
    rows = max(map(len, texts), default=0)
    if rows > _KEPT_ROWS:
        return False
    tallest = [1.0] * rows
    for column, part in zip(texts, parts, strict=True):
        letters = max(part / _LETTER, 1.0)
        if not column or max(map(len, column)) <= letters:
            continue
        for at, text in enumerate(column):
            lines = len(text) / letters + text.count("\n") + 1
            tallest[at] = max(tallest[at], lines)
    return sum(tallest) <= _KEPT_LINES


def parted_figures(columns: Sequence[Column]) -> tuple[bool, ...]:
    """Which columns are figures with words to their right, which they would seem to belong to."""
    following = (*(column.kind for column in columns[1:]), "figure")
    return tuple(
        column.kind == "figure" and after == "text"
        for column, after in zip(columns, following, strict=True)
    )


def room_for_words(width: float, *, dense: bool) -> float:
    """The room in a table's column of a width in mm, as `word_width` counts it."""
    return (width - _DENSE_PADDING) / _DENSE_SCALE if dense else width - _PADDING


@lru_cache(maxsize=8192)
def word_width(word: str) -> float:
    """The width of a word in a table in mm, amply: 9.5-point Noto Sans by classes of letters."""
    return sum([_EMS.get(letter, 0.62) for letter in word]) * _EM


def _longest_word(column: Column, texts: list[str]) -> float:
    heading = max(map(word_width, f"{column.title} {column.unit}".split()), default=0.0)
    words = set(" ".join(texts).split())
    letters = max(map(len, words), default=0)
    if letters * _EM <= heading:
        return heading * _BOLD
    # A word with two thirds of the letters of the longest may still be the widest, a shorter not.
    likely = [word for word in words if 3 * len(word) >= 2 * letters]
    return max([heading * _BOLD, *map(word_width, likely)])


def _short_cells(texts: list[str]) -> float:
    """The width of the widest cell that should not be broken: a date, a sum, a name of a word."""
    return max((word_width(text) for text in texts if len(text) <= _SHORT), default=0.0)


def _room(column: Column, texts: list[str], word: float) -> float:
    longest = float(max(map(len, texts), default=1))
    word /= _LETTER
    if column.kind == "figure":
        return min(max(word, longest, 6.0), 18.0) + 2.0
    return min(max(word, math.sqrt(longest * 6.0) + 4.0, 8.0), 46.0) + 2.0
