"""The numbers of a document's headings, tables and figures, as Word's own fields count them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from planner.blocks import Block, Chart, Document, Heading, References, Span, Table


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


def labels(document: Document) -> Mapping[str, str]:
    """By its anchor: what each exhibit is called, such as "Table 4" or "Figure A2"."""
    numbers, found = Numbers(), {}
    for block in prepared(document):
        if isinstance(block, Heading):
            numbers.heading(block)
        elif isinstance(block, Table):
            count = numbers.exhibit("table")
            found[block.anchor] = f"{document.words.table} {numbers.prefix}{count}"
        elif isinstance(block, Chart):
            count = numbers.exhibit("figure")
            found[block.anchor] = f"{document.words.figure} {numbers.prefix}{count}"
    return found


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
