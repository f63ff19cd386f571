"""Our styles beside those of a company's Word file, which go first where names are the same."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from planner.writers import look
from planner.writers.docx.styles import twips
from planner.writers.look import Paper

_ID, _VAL = qn("w:styleId"), qn("w:val")
_NAMING = tuple(qn(f"w:{tag}") for tag in ("basedOn", "next", "link"))
_NAMED = tuple(qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle"))
_BEFORE_TEXT = ("Lead", "CalloutText")
_CHAPTERS = ("Heading1", "Heading2", "Heading3")
_NUMBERED = f"{qn('w:pPr')}/{qn('w:numPr')}"
_OUR_LINE = {"before": "0", "after": "0", "line": "300", "lineRule": "atLeast"}
"""The spacing that our styles are made for, in twentieths of a point."""


def merged(theirs: Any, ours: Any, paper: Paper) -> dict[str, str]:
    """Put into their styles what they lack of ours; gives the ids of theirs that had to change.

    A style is the same where its name and kind are; it keeps its looks and gets our id and our
    numbering, for numbers are of the text. Both are the root elements of styles.
    """
    own = {_key(style): style for style in ours.findall(qn("w:style"))}
    ids = {style.get(_ID) for style in own.values()}
    renamed: dict[str, str] = {}
    held: set[str] = set()
    for style in theirs.findall(qn("w:style")):
        same, old = own.get(_key(style)), style.get(_ID)
        new = same.get(_ID) if same is not None else f"{old}Company" if old in ids else old
        if old is None or new in held:
            theirs.remove(style)
            continue
        held.add(new)
        _number(style, same)
        if new != old:
            renamed[old] = new
            style.set(_ID, new)
    _rename(theirs, renamed, _NAMING)
    _end_numbering(theirs)
    for style in own.values():
        if style.get(_ID) not in held:
            theirs.append(_fitted(deepcopy(style), paper, spaced="BodyText" in held))
    return renamed


def rename_used(root: Any, renamed: dict[str, str]) -> None:
    """Give what stands in a header or footer the new ids of its styles."""
    _rename(root, renamed, _NAMED)


def _rename(root: Any, renamed: dict[str, str], tags: Iterable[str]) -> None:
    for element in root.iter(*tags):
        if (new := renamed.get(element.get(_VAL))) is not None:
            element.set(_VAL, new)


def _key(style: Any) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), ""), "" if name is None else str(name.get(_VAL)).lower()


def _number(style: Any, same: Any) -> None:
    """Take the numbering out of a style and give it that of ours, where there is one."""
    for number in list(style.iter(qn("w:numPr"))):
        number.getparent().remove(number)
    mine = None if same is None else same.find(_NUMBERED)
    if mine is not None:
        put = style.get_or_add_pPr().get_or_add_numPr()
        put.getparent().replace(put, deepcopy(mine))


def _end_numbering(styles: Any) -> None:
    """Keep what is based on a chapter's heading, such as the title of the contents, unnumbered."""
    for style in styles.findall(qn("w:style")):
        based = style.find(qn("w:basedOn"))
        if based is not None and based.get(_VAL) in _CHAPTERS and style.find(_NUMBERED) is None:
            style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0


def _fitted(style: Any, paper: Paper, *, spaced: bool) -> Any:
    """A style of ours for their paper, whatever their defaults are.

    `spaced` says that their text may have no space above, so that ours needs some below.
    """
    if style.get(qn("w:type")) != "paragraph":
        return style
    based = style.find(qn("w:basedOn"))
    properties = style.get_or_add_pPr()
    if based is not None and based.get(_VAL) == "Normal":
        spacing = properties.get_or_add_spacing()
        for name, value in _OUR_LINE.items():
            if spacing.get(qn(f"w:{name}")) is None:
                spacing.set(qn(f"w:{name}"), value)
        if spaced and style.get(_ID) in _BEFORE_TEXT:
            spacing.set(qn("w:after"), "120")
    indent = properties.find(qn("w:ind"))
    if indent is not None and style.get(_ID) == "CoverBand":
        indent.set(qn("w:left"), str(-twips(paper.left)))
        indent.set(qn("w:right"), str(-twips(paper.right)))
    elif indent is not None and (right := indent.get(qn("w:right"))) is not None:
        narrower = twips(look.text_width("A4") - paper.text_width())
        indent.set(qn("w:right"), str(max(0, int(right) - narrower)))
    return style
