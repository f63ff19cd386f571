"""How far the setting of a document is, chapter by chapter."""

from __future__ import annotations

from planner.blocks import Block, Document, Heading, plain
from planner.progress import Told


class Chapters:
    """Tells of each chapter as its heading comes up among the blocks that are set."""

    def __init__(self, document: Document, told: Told) -> None:
        self._told = told
        self._all = sum(map(_opens, document.blocks)) or 1
        self._begun = 0

    def __call__(self, block: Block) -> None:
        """Tell that a block is set next, where it opens a chapter."""
        if _opens(block) and isinstance(block, Heading):
            self._told(plain(block.text), min(self._begun / self._all, 1))
            self._begun += 1


def _opens(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1
