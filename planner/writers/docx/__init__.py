"""Documents as Word files, set by the styles of a template."""

from __future__ import annotations

from planner.blocks import Document
from planner.progress import Told, untold
from planner.writers.brand.file import PLAIN, Brand


def write_docx(document: Document, brand: Brand = PLAIN, told: Told = untold) -> bytes:
    """The document as a Word file; the same document gives the same bytes.

    `told` hears of each chapter before it is set. The file's date is SOURCE_DATE_EPOCH, else the
    document's, else now.
    """
    from planner.writers.docx.file import WordFile

    return WordFile(document, brand).data(told)
