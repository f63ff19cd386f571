"""What both typesetters need to know of a document before they set it: lists and sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from planner.blocks import Block, Chart, Document, Heading, Table, plain
from planner.numbering import Numbers, labels, prepared


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
    called, found = labels(document), []
    for block in prepared(document):
        if isinstance(block, Heading) and block.annex:
            break
        if isinstance(block, (Table, Chart)):
            sequence = "Table" if isinstance(block, Table) else "Figure"
            message = plain(block.caption)
            found.append(Listed(block.anchor, sequence, called[block.anchor], message))
    return tuple(found)


def opens_page(block: Block, before: Heading | None, *, first: bool) -> bool:
    """Whether a chapter begins on a new page: after the front matter, or where one stands alone.

    `before` is the chapter before it; `first` says that only front matter was set so far.
    """
    if not isinstance(block, Heading) or block.level != 1:
        return False
    return first or block.alone or (before is not None and before.alone)
