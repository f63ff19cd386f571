"""Makes the shipped Word template: run `python -m planner.writers.docx.reference`."""

from __future__ import annotations

from datetime import UTC, datetime

from planner import assets
from planner.writers import look
from planner.writers.docx.numbering import numbering_xml
from planner.writers.docx.styles import styles_xml, twips
from planner.writers.package import pack

FONT = "Noto Sans"
LANGUAGE = "en-GB"
_MADE = datetime(2026, 1, 1, tzinfo=UTC)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def reference() -> bytes:
    """The template as a Word file: styles, numbering and settings, an empty page, no author."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/{name}", f"{name}.xml") for name in _PARTS)
        ),
        "word/document.xml": _document(),
        "word/styles.xml": styles_xml(FONT, LANGUAGE),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
    }
    return pack({name: text.encode() for name, text in parts.items()}, _MADE)


_PARTS = ("styles", "numbering", "settings", "fontTable")


def _content_types() -> str:
    word = f"{_TYPES}.wordprocessingml"
    overrides = {
        "/word/document.xml": f"{word}.document.main+xml",
        **{f"/word/{name}.xml": f"{word}.{name}+xml" for name in _PARTS},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    lines = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _core() -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
    )


def _document() -> str:
    width, height = look.PAPERS["A4"]
    x, y = twips(look.MARGIN_X), twips(look.MARGIN_Y)
    return (
        f'{_XML}<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body><w:sectPr>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
        f'<w:pgMar w:top="{y}" w:right="{x}" w:bottom="{y}" w:left="{x}" w:header="709"'
        ' w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    return (
        f'{_XML}<w:settings xmlns:w="{_WORD}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:autoHyphenation/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def _fonts() -> str:
    return (
        f'{_XML}<w:fonts xmlns:w="{_WORD}"><w:font w:name="{FONT}"><w:altName w:val="Calibri"/>'
        '<w:panose1 w:val="020B0502040504020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def main() -> None:
    """Write the template to its place among the document templates."""
    assets.template("brand", "reference.docx").write_bytes(reference())


if __name__ == "__main__":
    main()
