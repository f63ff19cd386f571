"""The frame of a Word page: paper, margins, running header and footer."""

from __future__ import annotations

from planner.blocks import Document, plain
from planner.writers import look
from planner.writers.docx.runs import field, paragraph, run
from planner.writers.docx.styles import twips

_TAB = "<w:r><w:tab/></w:r>"


def header_xml(document: Document, *, wide: bool) -> str:
    """The running header: the document's title and, on the right, the chapter."""
    chapter = field('STYLEREF "Chapter Title"', "")
    title = document.title or plain(document.cover.title)
    return paragraph("HeaderWide" if wide else "Header", run(title) + _TAB + chapter)


def footer_xml(document: Document, *, wide: bool) -> str:
    """The footer: the document's own line and, on the right, "Page 3 of 24"."""
    words = document.words
    pages = (
        f"{run(words.page + ' ')}{field('PAGE', '1')}"
        f"{run(' ' + words.of + ' ')}{field('NUMPAGES', '1')}"
    )
    return paragraph("FooterWide" if wide else "Footer", run(document.footer) + _TAB + pages)


def section_xml(document: Document, header: str, footer: str, *, wide: bool) -> str:
    """A section's properties; `header` and `footer` are relationship ids, empty for none."""
    width, height = look.PAPERS[document.page]
    if wide:
        width, height = height, width
    x, y = twips(look.MARGIN_X), twips(look.MARGIN_Y)
    turned = ' w:orient="landscape"' if wide else ""
    frame = (
        f'<w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>'
        if header
        else ""
    )
    return (
        f'<w:sectPr>{frame}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{y}" w:right="{x}" w:bottom="{y}" w:left="{x}" w:header="{twips(12)}"'
        f' w:footer="{twips(12)}" w:gutter="0"/></w:sectPr>'
    )


def cover_section_xml(document: Document) -> str:
    """The cover's section: a sheet whose band reaches the upper edge, without header or footer."""
    plain_section = section_xml(document, "", "", wide=False)
    margin = f'w:top="{twips(look.MARGIN_Y)}"'
    return plain_section.replace(margin, 'w:top="0"', 1)
