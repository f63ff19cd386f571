"""The table of contents and the list of exhibits: Word's fields with their entries written in."""

from __future__ import annotations

from collections.abc import Mapping

from planner.blocks import Document, plain
from planner.writers.docx.runs import escape, paragraph, run
from planner.writers.outline import entries, exhibits

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_TAB = "<w:r><w:tab/></w:r>"


def contents_xml(document: Document, anchors: Mapping[str, str]) -> str:
    """The pages that lead to the others; `anchors` are the bookmarks of headings and exhibits.

    Entries carry no page numbers: Word asks no layout engine before it shows them, so a number
    written here could be wrong, and a wrong one is worse than a link.
    """
    lines = entries(document)
    if not lines:
        return ""
    instruction = f'TOC \\o "1-{document.contents_depth}" \\n \\h \\z \\u'
    listed = [
        (f"TOC{line.heading.level}", anchors[line.heading.anchor],
         (run(line.number) + _TAB if line.number else "") + run(plain(line.heading.text)))
        for line in lines
    ]  # fmt: skip
    heading = paragraph("TOCHeading", run(document.words.contents))
    return heading + _field(instruction, listed) + _exhibits(document, anchors)


def _exhibits(document: Document, anchors: Mapping[str, str]) -> str:
    found = exhibits(document)
    if not found:
        return ""
    made = [paragraph("ExhibitsHeading", run(document.words.exhibits))]
    for sequence in ("Table", "Figure"):
        listed = [
            ("TableofFigures", anchors[one.anchor], run(f"{one.label} · {one.message}"))
            for one in found
            if one.sequence == sequence
        ]
        if listed:
            made.append(_field(f'TOC \\n \\h \\z \\c "{sequence}"', listed))
    return "".join(made)


def _field(instruction: str, listed: list[tuple[str, str, str]]) -> str:
    """A field over several paragraphs: a style, a bookmark and the words of each."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    last = len(listed) - 1
    return "".join(
        paragraph(
            style,
            (begin if at == 0 else "")
            + f'<w:hyperlink w:anchor="{anchor}" w:history="1">{words}</w:hyperlink>'
            + (_END if at == last else ""),
        )
        for at, (style, anchor, words) in enumerate(listed)
    )
