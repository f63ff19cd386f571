"""What both typesetters need to know of a document before they set it: numbers and sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from planner.blocks import Block, Chart, Document, Heading, References, Span, Table, plain


@dataclass(frozen=True, slots=True)
class Sheet:
    """Blocks that share a page's format: upright, or turned for wide tables."""

    wide: bool
    blocks: tuple[Block, ...]


def sheets(blocks: Iterable[Block]) -> tuple[Sheet, ...]:
    """The blocks parted by page format; headings right above a wide table turn with it."""
    parts: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        wide = isinstance(block, Table) and block.wide
        carried = _headings_at_end(parts) if wide and not (parts and parts[-1][0]) else []
        if not parts or parts[-1][0] != wide:
            parts.append((wide, []))
        parts[-1][1].extend((*carried, block))
    return tuple(Sheet(wide, tuple(part)) for wide, part in parts)


def _headings_at_end(parts: list[tuple[bool, list[Block]]]) -> list[Block]:
    """Take the headings that end the last part out of it; a part left empty goes."""
    taken: list[Block] = []
    while parts and parts[-1][1] and isinstance(parts[-1][1][-1], Heading):
        taken.insert(0, parts[-1][1].pop())
    if parts and not parts[-1][1]:
        parts.pop()
    return taken


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: the heading, its number as printed, or none."""

    heading: Heading
    number: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of exhibits: where it leads, "Table 4", and the exhibit's message.

    `sequence` is "Table" or "Figure".
    """

    anchor: str
    sequence: str
    label: str
    message: str


class Numbers:
    """Counts headings, tables and figures as they come, as Word's own fields will.

    From the first chapter of details on, exhibits count from 1 again behind the letter A.
    """

    def __init__(self) -> None:
        self.annex = False
        self._levels = [0, 0, 0]
        self._exhibits = {"table": 0, "figure": 0}

    def heading(self, heading: Heading) -> str:
        """The printed number of a heading: 4, 4.2, 4.2.1, or nothing."""
        if heading.annex and not self.annex:
            self.annex = True
            self._exhibits = {"table": 0, "figure": 0}
        if not heading.numbered:
            return ""
        at = heading.level - 1
        self._levels[at] += 1
        self._levels[at + 1 :] = [0] * (2 - at)
        return ".".join(str(max(level, 1)) for level in self._levels[: heading.level])

    def exhibit(self, kind: Literal["table", "figure"]) -> int:
        """The number of the next table or figure, without its prefix."""
        self._exhibits[kind] += 1
        return self._exhibits[kind]

    @property
    def prefix(self) -> str:
        """What stands before the number of an exhibit."""
        return "A" if self.annex else ""


def entries(document: Document) -> tuple[Entry, ...]:
    """The lines of the table of contents; none where the document wants none."""
    numbers = Numbers()
    found = [
        Entry(block, numbers.heading(block)) for block in prepared(document)
        if isinstance(block, Heading)
    ]  # fmt: skip
    listed = (e for e in found if e.heading.level <= document.contents_depth)
    return tuple(listed) if document.contents else ()


def exhibits(document: Document) -> tuple[Listed, ...]:
    """The lines of the list of exhibits: tables and figures up to the first chapter of details."""
    if not document.contents:
        return ()
    numbers, found = Numbers(), []
    for block in prepared(document):
        if isinstance(block, Heading):
            numbers.heading(block)
        if numbers.annex:
            break
        if isinstance(block, Chart):
            label = f"{document.words.figure} {numbers.exhibit('figure')}"
            found.append(Listed(block.anchor, "Figure", label, plain(block.caption)))
        elif isinstance(block, Table):
            label = f"{document.words.table} {numbers.exhibit('table')}"
            found.append(Listed(block.anchor, "Table", label, plain(block.caption)))
    return tuple(found)


def prepared(document: Document) -> tuple[Block, ...]:
    """The blocks as they are set.

    A list of sources that stands without a heading gets one, an empty one goes, and so does one
    whose entries are footnotes; in a chapter without a number no heading has one.
    """
    blocks: list[Block] = []
    numbered = True
    for block in document.blocks:
        if isinstance(block, Heading):
            numbered = block.numbered if block.level == 1 else numbered
            blocks.append(replace(block, numbered=block.numbered and numbered))
            continue
        if isinstance(block, References):
            if not block.entries or document.notes == "footnotes":
                continue
            if not (blocks and isinstance(blocks[-1], Heading)):
                title = (Span(document.words.sources),)
                blocks.append(Heading(title, 1, "list-of-sources", numbered=False))
        blocks.append(block)
    return tuple(blocks)


def opens_page(block: Block, before: Heading | None, *, first: bool) -> bool:
    """Whether a chapter begins on a new page: after the front matter, or where one stands alone.

    `before` is the chapter before it; `first` says that only front matter was set so far.
    """
    if not isinstance(block, Heading) or block.level != 1:
        return False
    return first or block.alone or (before is not None and before.alone)
