"""The frame of a Word page: paper, margins, running header and footer."""

from __future__ import annotations

from planner.blocks import Document, plain
from planner.writers.docx.runs import field, paragraph, run
from planner.writers.docx.styles import twips
from planner.writers.look import Paper

TAB = "<w:r><w:tab/></w:r>"
EDGE = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
"""Leads to the right margin by a tab stop of the style, or by itself where that is not ours."""


def header_xml(document: Document, *, wide: bool, tab: str = TAB) -> str:
    """The running header: the document's title and, on the right, the chapter."""
    chapter = field('STYLEREF "Chapter Title"', "")
    title = document.title or plain(document.cover.title)
    return paragraph("HeaderWide" if wide else "Header", run(title) + tab + chapter)


def footer_xml(document: Document, *, wide: bool, tab: str = TAB) -> str:
    """The footer: the document's own line and, on the right, "Page 3 of 24"."""
    words = document.words
    pages = (
        f"{run(words.page + ' ')}{field('PAGE', '1')}"
        f"{run(' ' + words.of + ' ')}{field('NUMPAGES', '1')}"
    )
    return paragraph("FooterWide" if wide else "Footer", run(document.footer) + tab + pages)


def section_xml(paper: Paper, references: str, *, wide: bool, flush: bool = False) -> str:
    """A section's properties; `references` are those to headers and footers.

    `flush` lets its text begin at the upper edge of the sheet.
    """
    width, height = (paper.height, paper.width) if wide else (paper.width, paper.height)
    turned = ' w:orient="landscape"' if wide else ""
    margins = "".join(
        f' w:{side}="{twips(mm)}"'
        for side, mm in (
            ("top", 0.0 if flush else paper.top),
            ("right", paper.right),
            ("bottom", paper.bottom),
            ("left", paper.left),
            ("header", paper.header),
            ("footer", paper.footer),
        )
    )
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar{margins} w:gutter="0"/></w:sectPr>'
    )


def reference_xml(place: str, kind: str, relation: str) -> str:
    """A section's reference to its header or footer for "default", "first" or "even" pages."""
    return f'<w:{place}Reference w:type="{kind}" r:id="{relation}"/>'
