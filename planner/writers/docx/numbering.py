"""Numbering of the Word template: headings by levels, bullets, numbered lists."""

from __future__ import annotations

from planner.writers import look
from planner.writers.docx.styles import twips

HEADINGS, BULLETS, NUMBERS = 1, 2, 3
"""Ids of the numberings; a further numbered list gets one from 4 on, which begins at 1 again."""

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def numbering_xml() -> str:
    """The part word/numbering.xml."""
    abstract = "".join(
        (_abstract(0, "multilevel", _heading_levels()), _abstract(1, "hybridMultilevel", _bullet()),
         _abstract(2, "hybridMultilevel", _number()))
    )  # fmt: skip
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>'
        for number in (HEADINGS, BULLETS, NUMBERS)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:numbering xmlns:w="{_NS}">{abstract}{numbers}</w:numbering>'
    )


def restarted_list(number: int) -> str:
    """A numbered list of its own: the numbering `number` counts from 1."""
    return (
        f'<w:num xmlns:w="{_NS}" w:numId="{number}"><w:abstractNumId w:val="{NUMBERS - 1}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def _abstract(number: int, kind: str, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="5A{number:02X}0B10"/>'
        f'<w:multiLevelType w:val="{kind}"/><w:tmpl w:val="6B{number:02X}0C20"/>{levels}'
        "</w:abstractNum>"
    )


def _heading_levels() -> str:
    texts = ("%1", "%1.%2", "%1.%2.%3")
    indents = (16.0, 16.0, 16.0)
    return "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="tab"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:tabs>'
        f'<w:tab w:val="num" w:pos="{twips(indent)}"/></w:tabs>'
        f'<w:ind w:left="{twips(indent)}" w:hanging="{twips(indent)}"/></w:pPr></w:lvl>'
        for level, (text, indent) in enumerate(zip(texts, indents, strict=True))
    )


def _bullet() -> str:
    return (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(6)}" w:hanging="{twips(6)}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{look.INK2[1:]}"/></w:rPr></w:lvl>'
    )


def _number() -> str:
    return (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(7)}" w:hanging="{twips(7)}"/></w:pPr></w:lvl>'
    )
