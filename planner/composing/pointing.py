"""The lines at the ends of chapters that say where the rest of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from planner.blocks import Block, Chart, Document, Heading, Paragraph, Span, Table, Text
from planner.composing.outline import Outline
from planner.exhibits.voice import Voice
from planner.i18n import N_
from planner.numbering import labels

CHAPTER = "chapter-"
"""What the anchor of a chapter's heading begins with, before its section's name."""


def pointed(document: Document, outline: Outline, voice: Voice) -> Document:
    """The document with a line of references at the end of each chapter that has details."""
    details = {CHAPTER + section.name: section.details for section in outline.sections}
    called = labels(document)
    parts = list(_parts(document.blocks))
    below = {opened.anchor: blocks for opened, blocks in parts if opened is not None}
    found: list[Block] = []
    wanted: tuple[str, ...] = ()
    for opened, blocks in parts:
        if opened is not None and opened.level == 1:
            found += _pointer(wanted, below, called, voice)
            wanted = details.get(opened.anchor, ())
        found += blocks
    return replace(document, blocks=(*found, *_pointer(wanted, below, called, voice)))


def _parts(blocks: Sequence[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """The blocks in parts that begin with a heading each; the first may have none."""
    opened: Heading | None = None
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            yield opened, part
            opened, part = block, []
        part.append(block)
    yield opened, part


def _pointer(
    names: Sequence[str],
    below: Mapping[str, list[Block]],
    called: Mapping[str, str],
    voice: Voice,
) -> tuple[Paragraph, ...]:
    """One line for what there is of the details; none where all of it was left out."""
    there = [_place(below[name], called, voice) for name in names if name in below]
    if not there:
        return ()
    line = voice.say(N_("In full: {places}."), places=voice.join(there))
    return (Paragraph(line, "source"),)


def _place(blocks: Sequence[Block], called: Mapping[str, str], voice: Voice) -> Text:
    """The heading, and its first and last table, or figure where there are only figures."""
    heading = blocks[0]
    assert isinstance(heading, Heading)
    title = tuple(replace(span, link=f"#{heading.anchor}") for span in heading.text)
    same = [block.anchor for block in blocks if isinstance(block, Table)]
    same = same or [block.anchor for block in blocks if isinstance(block, Chart)]
    if not same:
        return title
    first, last = (Span(called[anchor], link=f"#{anchor}") for anchor in (same[0], same[-1]))
    if len(same) == 1:
        return voice.say(N_("{section} ({exhibit})"), section=title, exhibit=first)
    if len(same) == 2:
        return voice.say(
            N_("{section} ({first} and {last})"), section=title, first=first, last=last
        )
    return voice.say(N_("{section} ({first} to {last})"), section=title, first=first, last=last)
