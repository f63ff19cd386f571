"""A Word file in the making: the template opened, filled and packed.

All that reaches below python-docx's public objects stands here.
"""

from __future__ import annotations

import hashlib
from typing import Any, Literal

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from planner import assets
from planner.blocks import Document, plain
from planner.writers import look
from planner.writers.docx.body import Body
from planner.writers.docx.frame import cover_section_xml, footer_xml, header_xml, section_xml
from planner.writers.docx.numbering import NUMBERS, restarted_list
from planner.writers.docx.pictures import Pictures
from planner.writers.package import moment, pack

LANGUAGES = {"en": "en-GB", "ro": "ro-RO", "ms": "ms-MY", "ka": "ka-GE"}
"""The proofing language of a document, by its ISO 639 code."""

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")
_OPEN = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_NAMESPACES}><w:body>'
)
_CLOSE = "</w:body></w:document>"
_LONGEST_PROPERTY = 255


class WordFile:
    """One document set into the template."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._word: Any = docx.Document(str(assets.template("brand", "reference.docx")))
        self._part: Any = self._word.part
        self._stored: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._frames: dict[bool, tuple[str, str]] = {}
        self._accent = look.accent_of(document.accent)

    def data(self) -> bytes:
        """The finished file."""
        document = self._document
        pictures = Pictures(self._store, language=document.language, accent=self._accent)
        body = Body(document, pictures, self._relate, self._section)
        xml = body.xml()
        xml = f"{_OPEN}{xml}{self._section(body.ends_wide)}{_CLOSE}"
        self._add_lists(body.lists)
        self._dress()
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

    def _relate(self, link: str) -> str:
        if link not in self._links:
            relation = f"rIdLink{len(self._links) + 1}"
            self._part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, link, relation, is_external=True
            )
            self._links[link] = relation
        return self._links[link]

    def _section(self, wide: bool | None) -> str:
        if wide is None:
            return cover_section_xml(self._document)
        if wide not in self._frames:
            self._frames[wide] = (
                self._frame("header", header_xml(self._document, wide=wide)),
                self._frame("footer", footer_xml(self._document, wide=wide)),
            )
        return section_xml(self._document, *self._frames[wide], wide=wide)

    def _frame(self, kind: Literal["header", "footer"], xml: str) -> str:
        add = self._part.add_header_part if kind == "header" else self._part.add_footer_part
        part, relation = add()
        element = part.element
        for child in list(element):
            element.remove(child)
        for child in list(parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>")):
            element.append(child)
        return str(relation)

    def _add_lists(self, count: int) -> None:
        numbering = self._part.numbering_part.element
        for number in range(count):
            numbering.append(parse_xml(restarted_list(NUMBERS + 1 + number)))

    def _dress(self) -> None:
        """Give the template's styles the document's language, brand colour and paper."""
        styles = self._word.styles.element
        language = LANGUAGES.get(self._document.language, LANGUAGES["en"])
        for element in (*styles.iter(qn("w:lang")), *self._word.settings.element.iter(
            qn("w:themeFontLang")
        )):  # fmt: skip
            element.set(qn("w:val"), language)
        if self._accent != look.ACCENT:
            self._recolour(styles)
        if self._document.page != "A4":
            self._move_tabs(styles)

    def _recolour(self, styles: Any) -> None:
        text = qn("w:color")
        changed = {
            look.ACCENT[1:]: self._accent[1:],
            look.soft(look.ACCENT)[1:]: look.soft(self._accent)[1:],
        }
        for element in styles.iter():
            for name, value in element.attrib.items():
                if value in changed:
                    readable = element.tag != text or value != look.ACCENT[1:]
                    colour = changed[value] if readable else look.text_accent(self._accent)[1:]
                    element.set(name, colour)

    def _move_tabs(self, styles: Any) -> None:
        for wide in (False, True):
            usual = Mm(look.text_width("A4", wide=wide)).twips
            moved = Mm(look.text_width(self._document.page, wide=wide)).twips
            for stop in styles.iter(qn("w:tab")):
                if abs(int(stop.get(qn("w:pos"))) - usual) <= 1:
                    stop.set(qn("w:pos"), str(moved))

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
