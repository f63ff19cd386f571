"""A company's own Word file as a template: its styles, theme, headers and paper, nothing else."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from planner.i18n import N_
from planner.writers.errors import BrandError
from planner.writers.look import Paper

_MOST_PARTS, _MOST_BYTES = 2_000, 100_000_000
_MM = 25.4 / 1440
"""Mm in a twentieth of a point."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_THEME, _IMAGE, _LINK = (f"{_OFFICE}/{name}" for name in ("theme", "image", "hyperlink"))

Place = Literal["header", "footer"]


def check(data: bytes, file: Path) -> None:
    """Say what keeps a file from being a template.

    Raises:
        BrandError: for what is no whole Word document, and for macros and embedded objects.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive, file)
        company = Company(data)
    except _torn() as failure:
        raise BrandError(
            N_("{file} is not a whole Word document; open it in Word and save it as .docx again."),
            file=file,
        ) from failure
    if company.leads_elsewhere:
        raise BrandError(
            N_(
                "{file}: its header or footer holds something that is not text, a picture or a"
                " link; take it out."
            ),
            file=file,
        )


def _check_parts(archive: zipfile.ZipFile, file: Path) -> None:
    names = archive.namelist()
    if len(names) > _MOST_PARTS or sum(i.file_size for i in archive.infolist()) > _MOST_BYTES:
        raise BrandError(N_("{file} is too large inside; use one without content."), file=file)
    types = archive.read("[Content_Types].xml")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in names):
        raise BrandError(N_("{file} holds macros; save it as .docx without them."), file=file)
    if b"wordprocessingml.template.main+xml" in types:
        raise BrandError(N_("{file} is a Word template; save it as .docx."), file=file)
    for name in names:
        if name.lower().endswith((".xml", ".rels")):
            _check_xml(archive.read(name), name, file)


def _check_xml(data: bytes, name: str, file: Path) -> None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as failure:
        line = failure.lineno or 1
    else:
        line = 1 if root.getroottree().docinfo.internalDTD is not None else 0
    if line:
        raise BrandError(
            N_("{file} is damaged: {part}, line {line}. Open it in Word and save it again."),
            file=file,
            part=name,
            line=line,
        )


def _torn() -> tuple[type[Exception], ...]:
    """What is raised while a damaged file is read, by the libraries that read it."""
    from docx.exceptions import PythonDocxError

    return (
        PythonDocxError, zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError,
        TypeError, AttributeError, RuntimeError, OSError,
    )  # fmt: skip


class Company:
    """What a company's Word file gives; raises one of many errors where it is no whole one."""

    def __init__(self, data: bytes) -> None:
        import docx

        self._word: Any = docx.Document(io.BytesIO(data))
        self._section: Any = self._word.sections[-1]._sectPr  # noqa: SLF001  no other way to it
        self.styles: Any = self._word.styles.element
        self._frames = dict(self._found())
        self.paper = self._read_paper()

    @property
    def theme(self) -> bytes:
        """The part that its styles take fonts and colours from, or nothing."""
        parts = (r.target_part for r in self._word.part.rels.values() if r.reltype == _THEME)
        return next((part.blob for part in parts), b"")

    @property
    def has_first_page(self) -> bool:
        """Whether its first page has a header or footer of its own."""
        from docx.oxml.ns import qn

        has = self._section.find(qn("w:titlePg")) is not None
        return has and any(kind == "first" for _, kind in self._frames)

    @property
    def has_even_pages(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        return bool(self._word.settings.odd_and_even_pages_header_footer)

    def frame(self, place: Place, kind: str) -> Any:
        """The part of a header or footer for "default", "first" or "even" pages, or None."""
        return self._frames.get((place, kind))

    @property
    def leads_elsewhere(self) -> bool:
        """Whether a header or footer holds more than pictures of its own and links."""
        return any(not _is_plain(rel) for part in self.frames() for rel in part.rels.values())

    def frames(self) -> Iterable[Any]:
        """The parts of its headers and footers."""
        return self._frames.values()

    def _found(self) -> Iterable[tuple[tuple[Place, str], Any]]:
        """Headers and footers by place and kind of page; a later section's go before."""
        from docx.oxml.ns import qn

        places: tuple[Place, ...] = ("header", "footer")
        for section in self._word.sections:
            for place in places:
                for one in section._sectPr.findall(qn(f"w:{place}Reference")):  # noqa: SLF001  as above
                    part = self._word.part.related_parts[one.get(qn("r:id"))]
                    tag = qn(f"w:{'hdr' if place == 'header' else 'ftr'}")
                    if part.element.tag != tag or None in part.rels:
                        raise ValueError(place)
                    yield (place, one.get(qn("w:type"), "default")), part

    def _read_paper(self) -> Paper:
        from docx.oxml.ns import qn

        size, margins = self._section.find(qn("w:pgSz")), self._section.find(qn("w:pgMar"))
        if size is None or margins is None:
            raise ValueError("no paper")
        width, height = (abs(float(size.get(qn(f"w:{side}")))) * _MM for side in ("w", "h"))
        if width > height:
            width, height = height, width
        names = ("left", "right", "top", "bottom", "header", "footer")
        sides = [abs(float(margins.get(qn(f"w:{name}"), "709"))) * _MM for name in names]
        paper = Paper(width, height, *sides)
        if paper.text_width() < 80 or paper.height - paper.top - paper.bottom < 100:
            raise ValueError("no room for text")
        return paper


def _is_plain(relation: Any) -> bool:
    if relation.is_external:
        return bool(relation.reltype == _LINK)
    return bool(relation.reltype == _IMAGE)
