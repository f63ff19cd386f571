"""Documents as PDF files, tagged for screen readers (PDF/UA-1), set by Typst."""

from __future__ import annotations

from planner.blocks import Document
from planner.progress import Told, untold
from planner.writers.brand.file import PLAIN, Brand

_CODE = 0.45
"""Which part of the time goes into Typst code, pictures included; the rest is its own."""


def write_pdf(document: Document, brand: Brand = PLAIN, told: Told = untold) -> bytes:
    """The document as a PDF file; the same document gives the same bytes.

    `told` hears of each chapter before it is set. The file's date is SOURCE_DATE_EPOCH, else the
    document's, else now. Raises WriteError where Typst isn't to be had.
    """
    return Typesetter(brand).set(document, told)


def typst_source(document: Document, brand: Brand = PLAIN, told: Told = untold) -> str:
    """The document as Typst code, as `Typesetter` sets it."""
    from planner.writers.package import moment
    from planner.writers.pdf.source import Source

    return Source(document, moment(document.date), brand).text(told)


class Typesetter:
    """Sets documents in the look of a brand, one after another; what they share is set once.

    It is used from one thread. Raises WriteError where Typst isn't to be had.
    """

    def __init__(self, brand: Brand = PLAIN) -> None:
        from planner.writers.pdf.press import Press

        self._brand = brand
        self._press = Press(system_fonts=bool(brand.heading_font or brand.body_font))

    def set(self, document: Document, told: Told = untold) -> bytes:
        """The document as a PDF file."""
        source = typst_source(document, self._brand, lambda what, done: told(what, done * _CODE))
        told("", _CODE)
        return self._press.print(source)
