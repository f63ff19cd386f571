"""Documents written to files: one function for every format, which replaces a file whole."""

from __future__ import annotations

import os
from pathlib import Path

from planner.blocks import Document
from planner.i18n import N_
from planner.progress import Told, untold
from planner.writers.brand import PLAIN, Brand, branded, chosen, read
from planner.writers.errors import BrandError, WriteError
from planner.writers.replacing import replace

FORMATS = ("docx", "pdf")
"""The formats that documents are written in, by suffix."""

__all__ = [
    "FORMATS",
    "Brand",
    "BrandError",
    "WriteError",
    "brand_of",
    "render",
    "replace",
    "write",
]


def brand_of(name: str, brand: str | os.PathLike[str] | Brand | None = None) -> Brand:
    """The brand to write in: a given one, else the one of a name in the user's folder, else ours.

    `brand` is a brand file or what was read of one. Raises WriteError where it can't be used.
    """
    if isinstance(brand, Brand):
        return brand
    if brand is not None:
        return read(Path(brand))
    return chosen(name) if name else PLAIN


def render(document: Document, form: str, brand: Brand = PLAIN, told: Told = untold) -> bytes:
    """The document in a format of FORMATS, in the look of a brand where one is given.

    `told` hears of each chapter before it is set.

    Raises WriteError where it can't be made.
    """
    document = branded(document, brand)
    if form == "docx":
        from planner.writers.docx import write_docx

        return write_docx(document, brand, told)
    if form == "pdf":
        from planner.writers.pdf import write_pdf

        return write_pdf(document, brand, told)
    raise WriteError(
        N_("{format} is not a format Plansmith writes; choose one of {known}."),
        format=form or "?",
        known=", ".join(FORMATS),
    )


def write(
    document: Document,
    path: str | os.PathLike[str],
    form: str | None = None,
    brand: str | os.PathLike[str] | Brand | None = None,
    *,
    told: Told | None = None,
) -> Path:
    """Write the document to a file, in the format of its suffix where none is named.

    `brand` is as in `brand_of`, `told` as in `render`. The file is replaced whole or left as it
    was. Raises WriteError for an unknown format, a brand that can't be used, and where the file
    can't be written.
    """
    target = Path(path)
    form = (form or target.suffix.lstrip(".")).lower()
    told = told or untold
    data = render(document, form, brand_of(document.brand, brand), told)
    told("", 1)
    try:
        replace(target, data)
    except OSError as failure:
        raise WriteError(
            N_(
                "{file} could not be written: {reason}. Close it where it is open, or choose"
                " another folder."
            ),
            file=str(target),
            reason=failure.strerror or type(failure).__name__,
        ) from failure
    return target
