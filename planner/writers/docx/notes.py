"""Footnotes as Word XML: their marks in the text and the part that holds what they say."""

from __future__ import annotations

from collections.abc import Iterable

from planner.blocks import Text
from planner.writers.docx.runs import Target, paragraph, run, runs

STYLE = "FootnoteReference"
_SEPARATOR, _CONTINUED = -1, 0
"""The ids that Word itself gives to the lines above footnotes; notes count from 1."""


def note_bookmark(note: int) -> str:
    """The bookmark around the mark of a source's footnote, which later marks refer to."""
    return f"_Note{note}"


def footnote_mark(place: int) -> str:
    """The mark of the footnote at a place, counted from 1; Word numbers it by itself."""
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{STYLE}"/></w:rPr>'
        f'<w:footnoteReference w:id="{place}"/></w:r>'
    )


def footnotes_xml(namespaces: str, texts: Iterable[Text], target: Target) -> str:
    """The part word/footnotes.xml with the texts in order, each a paragraph."""
    own = f'<w:r><w:rPr><w:rStyle w:val="{STYLE}"/></w:rPr><w:footnoteRef/></w:r>{run(" ")}'
    notes = "".join(
        f'<w:footnote w:id="{place}">{paragraph("FootnoteText", own + runs(text, target))}'
        "</w:footnote>"
        for place, text in enumerate(texts, 1)
    )
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}">'
        f"{paragraph('FootnoteText', f'<w:r><w:{kind}/></w:r>')}</w:footnote>"
        for kind, number in (("separator", _SEPARATOR), ("continuationSeparator", _CONTINUED))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:footnotes {namespaces}>{lines}{notes}</w:footnotes>"
    )


def properties_xml(namespaces: str) -> str:
    """What the settings say of footnotes: which of them are only lines."""
    lines = "".join(f'<w:footnote w:id="{number}"/>' for number in (_SEPARATOR, _CONTINUED))
    return f"<w:footnotePr {namespaces}>{lines}</w:footnotePr>"
