"""Documents as PDF files, tagged for screen readers (PDF/UA-1), set by Typst."""

from __future__ import annotations

from planner.blocks import Document


def write_pdf(document: Document) -> bytes:
    """The document as a PDF file; the same document gives the same bytes.

    Its date is SOURCE_DATE_EPOCH, else the document's, else now. Raises WriteError where Typst
    isn't to be had.
    """
    return Typesetter().set(document)


def typst_source(document: Document) -> str:
    """The document as Typst code, as `Typesetter` sets it."""
    from planner.writers.package import moment
    from planner.writers.pdf.source import Source

    return Source(document, moment(document.date)).text()


class Typesetter:
    """Sets documents one after another; what two of them share is set once.

    It is used from one thread. Raises WriteError where Typst isn't to be had.
    """

    def __init__(self) -> None:
        from planner.writers.pdf.press import Press

        self._press = Press()

    def set(self, document: Document) -> bytes:
        """The document as a PDF file."""
        return self._press.print(typst_source(document))
