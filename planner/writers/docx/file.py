"""A Word file in the making: the template opened, filled and packed.

All that reaches below python-docx's public objects stands here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Literal

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from planner import assets
from planner.blocks import Chart, Document, Text, plain
from planner.progress import Told
from planner.writers import look
from planner.writers.brand.file import PLAIN, Brand
from planner.writers.docx.body import Body
from planner.writers.docx.company import Company
from planner.writers.docx.dress import move_tabs, recolour, set_fonts, set_language
from planner.writers.docx.merging import merged
from planner.writers.docx.notes import footnotes_xml, properties_xml
from planner.writers.docx.numbering import NUMBERS, restarted_list
from planner.writers.docx.pictures import Pictures
from planner.writers.docx.reference import FONT
from planner.writers.docx.runs import is_web
from planner.writers.docx.sections import Sections
from planner.writers.look import Paper
from planner.writers.native_chart import (
    CONTENT_TYPE,
    WORKBOOK_RELATION,
    WORKBOOK_TYPE,
    NativeChart,
    native_chart,
)
from planner.writers.package import moment, pack

LANGUAGES = {"en": "en-GB", "ro": "ro-RO", "ms": "ms-MY", "ka": "ka-GE"}
"""The proofing language of a document, by its ISO 639 code."""

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")
_OPEN = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_NAMESPACES}><w:body>'
)
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_CLOSE = "</w:body></w:document>"
_LONGEST_PROPERTY = 255


class WordFile:
    """One document set into the template."""

    def __init__(self, document: Document, brand: Brand = PLAIN) -> None:
        self._document = document
        self._brand = brand
        self._company = Company(brand.reference) if brand.reference else None
        self._word: Any = docx.Document(str(assets.template("brand", "reference.docx")))
        self._part: Any = self._word.part
        self._stored: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._charts = 0
        self._accent = look.accent_of(document.accent)
        company = self._company
        self._paper = company.paper if company else Paper(*look.PAPERS[document.page])
        self._dress()
        renamed = self._take_company(company) if company else {}
        self._sections = Sections(document, self._part, self._paper, company, renamed)

    def data(self, told: Told) -> bytes:
        """The finished file; `told` hears of each chapter before it is set."""
        document = self._document
        pictures = Pictures(
            self._store,
            (self._make_chart, self._store_chart),
            language=document.language,
            accent=self._accent,
        )
        body = Body(document, pictures, self._relate, self._sections, self._paper)
        xml = body.xml(told)
        xml = f"{_OPEN}{xml}{self._sections.xml(body.ends_wide)}{_CLOSE}"
        self._add_lists(body.lists)
        if body.noted:
            notes = document.footnotes
            self._add_notes([notes[note] for note in body.noted])
        self._speak()
        self._describe()
        return self._packed(xml.encode())

    def _store(self, data: bytes, kind: Literal["png", "jpeg"]) -> str:
        key = hashlib.sha256(data).hexdigest()
        if key not in self._stored:
            uri = PackURI(f"/word/media/image{len(self._stored) + 1}.{kind}")
            part = Part(uri, f"image/{kind}", data, self._part.package)
            relation = f"rIdImage{len(self._stored) + 1}"
            self._part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, part, relation)
            self._stored[key] = relation
        return self._stored[key]

    def _make_chart(self, chart: Chart, width: float) -> NativeChart | None:
        document = self._document
        return native_chart(
            chart,
            language=document.language,
            accent=self._accent,
            face=self._brand.body_font or FONT,
            width=width,
            moment=moment(document.date),
        )

    def _store_chart(self, chart: NativeChart) -> str:
        # Equal charts are parts of their own: who changes one in Word means that one.
        self._charts += 1
        number, package = self._charts, self._part.package
        uri = PackURI(f"/word/embeddings/workbook{number}.xlsx")
        book = Part(uri, WORKBOOK_TYPE, chart.workbook, package)
        part: Any = Part(
            PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE, chart.xml, package
        )
        part.rels.add_relationship(RELATIONSHIP_TYPE.PACKAGE, book, WORKBOOK_RELATION)
        relation = f"rIdChart{number}"
        self._part.rels.add_relationship(RELATIONSHIP_TYPE.CHART, part, relation)
        return relation

    def _relate(self, link: str) -> str:
        if link not in self._links:
            relation = f"rIdLink{len(self._links) + 1}"
            self._part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, link, relation, is_external=True
            )
            self._links[link] = relation
        return self._links[link]

    def _add_lists(self, count: int) -> None:
        numbering = self._part.numbering_part.element
        for number in range(count):
            numbering.append(parse_xml(restarted_list(NUMBERS + 1 + number)))

    def _add_notes(self, texts: Iterable[Text]) -> None:
        part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, package=self._part.package)

        def target(link: str) -> str:
            if not is_web(link):
                return ""
            relation = part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.HYPERLINK, link)
            return f'r:id="{relation}"'

        part._blob = footnotes_xml(_NAMESPACES, texts, target).encode()  # noqa: SLF001  as above
        self._part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        (compat,) = self._word.settings.element.iter(qn("w:compat"))
        compat.addprevious(parse_xml(properties_xml(_NAMESPACES)))

    def _take_company(self, company: Company) -> dict[str, str]:
        """Take over a company's styles and theme; gives its styles that got other ids."""
        ours: Any = self._word.styles.element
        renamed = merged(company.styles, ours, self._paper)
        self._part._styles_part._element = company.styles  # noqa: SLF001  as above
        if theme := company.theme:
            part = Part(PackURI("/word/theme/theme1.xml"), _THEME, theme, self._part.package)
            self._part.relate_to(part, RELATIONSHIP_TYPE.THEME)
        settings = self._word.settings
        # Their styles don't say which words stay whole.
        for hyphens in list(settings.element.iter(qn("w:autoHyphenation"))):
            settings.element.remove(hyphens)
        settings.odd_and_even_pages_header_footer = company.has_even_pages
        return renamed

    def _dress(self) -> None:
        """Give the template's styles the brand's colours and fonts, and the paper's width."""
        styles, accent = self._word.styles.element, self._accent
        band = look.accent_of(self._brand.band or accent)
        if (accent, band) != (look.ACCENT, look.ACCENT):
            recolour(styles, accent, band)
        if self._company is None:
            set_fonts(styles, self._brand)
        move_tabs(styles, self._paper)

    def _speak(self) -> None:
        language = LANGUAGES.get(self._document.language, LANGUAGES["en"])
        set_language(self._word.styles.element.iter(qn("w:lang")), language)
        set_language(self._word.settings.element.iter(qn("w:themeFontLang")), language)

    def _describe(self) -> None:
        document, properties = self._document, self._word.core_properties
        made = moment(document.date).replace(tzinfo=None)
        title = document.title or plain(document.cover.title)
        for name, value in (
            ("title", title),
            ("subject", document.subject),
            ("author", document.author),
            ("last_modified_by", document.author),
            ("language", LANGUAGES.get(document.language, document.language)),
        ):
            if value:
                setattr(properties, name, value[:_LONGEST_PROPERTY])
        properties.created = properties.modified = made

    def _packed(self, body: bytes) -> bytes:
        package = self._part.package
        for part in package.parts:
            part.before_marshal()
        parts = _Parts()
        writer: Any = PackageWriter
        # Its own zip would deflate what is deflated already, and bear the time of day.
        writer._write_content_types_stream(parts, package.parts)  # noqa: SLF001  as above
        writer._write_pkg_rels(parts, package.rels)  # noqa: SLF001  as above
        writer._write_parts(parts, package.parts)  # noqa: SLF001  as above
        parts.held[str(self._part.partname.membername)] = body
        return pack(parts.held, moment(self._document.date))


class _Parts:
    """Takes the parts that python-docx writes, instead of its zip."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def write(self, uri: PackURI, data: bytes) -> None:
        self.held[str(uri.membername)] = data
