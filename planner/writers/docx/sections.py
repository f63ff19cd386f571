"""The sections of a Word file: each with its paper, its header and its footer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from planner.blocks import Document
from planner.writers.docx.company import Company, Place
from planner.writers.docx.frame import (
    EDGE,
    TAB,
    footer_xml,
    header_xml,
    reference_xml,
    section_xml,
)
from planner.writers.docx.merging import rename_used
from planner.writers.look import Paper

_PLACES: tuple[Place, ...] = ("header", "footer")
_KINDS = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}


class Sections:
    """Gives sections' properties; headers and footers are put into the package when first used.

    A company's own go before ours; `renamed` are its styles that have other ids now.
    """

    def __init__(
        self,
        document: Document,
        part: Any,
        paper: Paper,
        company: Company | None,
        renamed: dict[str, str],
    ) -> None:
        self._document = document
        self._part = part
        self._paper = paper
        self._company = company
        self._renamed = renamed
        self._references: dict[bool | None, str] = {}
        self._adopted: dict[tuple[Place, str], str] = {}

    @property
    def has_band(self) -> bool:
        """Whether the cover has our band; a company's own first page stands instead of it."""
        return self._company is None or not self._company.has_first_page

    def xml(self, wide: bool | None) -> str:
        """A section's properties, for upright or turned pages, or None for the cover."""
        if wide not in self._references:
            parts = self._cover() if wide is None else self._pages(wide)
            self._references[wide] = "".join(parts)
        flush = wide is None and self.has_band
        return section_xml(self._paper, self._references[wide], wide=bool(wide), flush=flush)

    def _cover(self) -> Iterator[str]:
        for place in _PLACES if not self.has_band else ():
            if relation := self._of_company(place, "first"):
                yield reference_xml(place, "default", relation)
                yield reference_xml(place, "even", relation)

    def _pages(self, wide: bool) -> Iterator[str]:
        for place in _PLACES:
            usual = self._of_company(place, "default") or self._own(place, wide)
            yield reference_xml(place, "default", usual)
            if self._company is not None and self._company.has_even_pages:
                yield reference_xml(place, "even", self._of_company(place, "even") or usual)

    def _own(self, place: Place, wide: bool) -> str:
        made = header_xml if place == "header" else footer_xml
        xml = made(self._document, wide=wide, tab=TAB if self._company is None else EDGE)
        add = self._part.add_header_part if place == "header" else self._part.add_footer_part
        part, relation = add()
        element = part.element
        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>")):
            element.append(child)
        return str(relation)

    def _of_company(self, place: Place, kind: str) -> str:
        """The relationship to a header or footer of the company's, empty where it has none."""
        part = self._company.frame(place, kind) if self._company is not None else None
        if part is None:
            return ""
        if (place, kind) not in self._adopted:
            self._adopted[place, kind] = self._adopt(part, f"company-{place}-{kind}", place)
        return self._adopted[place, kind]

    def _adopt(self, part: Any, name: str, place: Place) -> str:
        part.partname = PackURI(f"/word/{name}.xml")
        rename_used(part.element, self._renamed)
        for number in list(part.element.iter(qn("w:numPr"))):
            number.getparent().remove(number)
        for at, (_, relation) in enumerate(sorted(part.rels.items()), 1):
            if not relation.is_external:
                picture = relation.target_part
                picture.partname = PackURI(f"/word/media/{name}-{at}.{picture.partname.ext}")
        return str(self._part.relate_to(part, _KINDS[place]))
