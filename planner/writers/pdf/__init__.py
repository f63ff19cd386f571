"""Documents as PDF files, tagged for screen readers (PDF/UA-1), set by Typst."""

from __future__ import annotations

from planner.blocks import Document
from planner.writers.brand.file import PLAIN, Brand


def write_pdf(document: Document, brand: Brand = PLAIN) -> bytes:
    """The document as a PDF file; the same document gives the same bytes.

    Its date is SOURCE_DATE_EPOCH, else the document's, else now. Raises WriteError where Typst
    isn't to be had.
    """
    return Typesetter(brand).set(document)


def typst_source(document: Document, brand: Brand = PLAIN) -> str:
    """The document as Typst code, as `Typesetter` sets it."""
    from planner.writers.package import moment
    from planner.writers.pdf.source import Source

    return Source(document, moment(document.date), brand).text()


class Typesetter:
    """Sets documents in the look of a brand, one after another; what they share is set once.

    It is used from one thread. Raises WriteError where Typst isn't to be had.
    """

    def __init__(self, brand: Brand = PLAIN) -> None:
        from planner.writers.pdf.press import Press

        self._brand = brand
        self._press = Press(system_fonts=bool(brand.heading_font or brand.body_font))

    def set(self, document: Document) -> bytes:
        """The document as a PDF file."""
        return self._press.print(typst_source(document, self._brand))
