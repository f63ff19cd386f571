"""Documents written to files: one function for every format, which replaces a file whole."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from planner.blocks import Document
from planner.i18n import N_
from planner.writers.errors import WriteError

FORMATS = ("docx", "pdf")
"""The formats that documents are written in, by suffix."""

__all__ = ["FORMATS", "WriteError", "render", "replace", "write"]


def render(document: Document, form: str) -> bytes:
    """The document in a format of FORMATS; raises WriteError where it can't be made."""
    if form == "docx":
        from planner.writers.docx import write_docx

        return write_docx(document)
    if form == "pdf":
        from planner.writers.pdf import write_pdf

        return write_pdf(document)
    raise WriteError(
        N_("{format} is not a format Plansmith writes; choose one of {known}."),
        format=form or "?",
        known=", ".join(FORMATS),
    )


def write(document: Document, path: str | os.PathLike[str], form: str | None = None) -> Path:
    """Write the document to a file, in the format of its suffix where none is named.

    The file is replaced whole or left as it was. Raises WriteError for an unknown format and
    where the file can't be written.
    """
    target = Path(path)
    data = render(document, (form or target.suffix.lstrip(".")).lower())
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


def replace(target: Path, data: bytes) -> None:
    """Put the data in place of a file at once; a failure leaves the old file and no other."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
