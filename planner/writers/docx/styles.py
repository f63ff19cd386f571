"""The styles of the Word template, as data, and their XML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from planner.writers import look
from planner.writers.columns import FIGURE_GAP

Kind = Literal["paragraph", "character"]

_BODY_INDENT = look.text_width("A4") - look.MEASURE
_CALLOUT_INSET = 4.0


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style.

    Sizes and distances above, below and between lines are in points; indents and tab stops in mm
    (a tab stop as "right 166" or "left 12"). `line` is a least height, so that a script with
    taller letters is never clipped. None leaves what the style it is based on has.
    """

    id: str
    name: str
    based: str = "Normal"
    next: str = ""
    kind: Kind = "paragraph"
    size: float | None = None
    line: float | None = None
    above: float | None = None
    below: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: Literal["", "left", "right"] = ""
    keep_next: bool | None = None
    keep_lines: bool = False
    new_page: bool = False
    numbering: tuple[int, int] | None = None
    outline: int | None = None
    borders: dict[str, tuple[float, float, str]] = field(default_factory=dict)
    fill: str = ""
    tabs: tuple[str, ...] = ()
    underline: bool = False
    raised: bool = False
    hyphenated: bool = False


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


_RULE = {"bottom": (1.0, 4.0, look.ACCENT)}
_BOX = {
    "left": (3.0, 8.0, look.ACCENT),
    "top": (0.25, 5.0, look.soft(look.ACCENT)),
    "bottom": (0.25, 5.0, look.soft(look.ACCENT)),
}

FRONT = (
    Style("CoverBand", "Cover Band", line=40, above=0, left=-look.MARGIN_X, right=-look.MARGIN_X,
          fill=look.ACCENT, next="CoverFirm"),
    Style("CoverLogo", "Cover Logo", above=48, next="CoverFirm"),
    Style("CoverFirm", "Cover Firm", size=12, line=18, above=96, bold=True, colour=look.INK2,
          next="Title"),
    Style("Title", "Title", size=30, line=38, above=28, bold=True, right=20, keep_next=True,
          next="Subtitle"),
    Style("DocumentTitle", "Document Title", based="Title", size=22, line=29, above=4),
    Style("Subtitle", "Subtitle", size=15, line=22, above=10, colour=look.INK2, right=20,
          keep_next=True, next="CoverLine"),
    Style("CoverRule", "Cover Rule", based="CoverLine", above=48,
          borders={"top": (1.0, 14.0, look.ACCENT)}, right=110, next="CoverLine"),
    Style("CoverLine", "Cover Line", size=10.5, line=17, above=0, colour=look.INK2),
    Style("TOCHeading", "TOC Heading", size=22, line=29, above=0, bold=True, keep_next=True,
          new_page=True, borders=_RULE, next="BodyText"),
    Style("TOC1", "toc 1", above=6, line=14, bold=True, left=10, hanging=10,
          tabs=("left 10", "right 166"), keep_lines=True),
    Style("TOC2", "toc 2", size=9.5, line=13, above=1, left=22, hanging=12, colour=look.INK2,
          tabs=("left 22", "right 166"), keep_lines=True),
    Style("ExhibitsHeading", "Exhibits Heading", size=15, line=21, above=24, below=2, bold=True,
          keep_next=True, next="BodyText"),
    Style("TableofFigures", "table of figures", size=9, line=12.5, above=1, left=6, hanging=6,
          right=_BODY_INDENT / 2, colour=look.INK2, keep_lines=True),
    Style("TOC3", "toc 3", above=1, left=36, hanging=14, colour=look.INK2,
          tabs=("left 36", "right 166"), keep_lines=True),
)  # fmt: skip


def _heading(level: int, size: float, line: float, above: float) -> Style:
    return Style(
        f"Heading{level}", f"heading {level}", size=size, line=line, above=above, below=0.0,
        bold=True, keep_next=True, keep_lines=True, outline=level - 1, numbering=(1, level - 1),
        borders=_RULE if level == 1 else {}, next="BodyText",
    )  # fmt: skip


def _front(level: int) -> Style:
    return Style(
        f"FrontHeading{level}", f"Front Heading {level}", based=f"Heading{level}", left=0,
        hanging=0, numbering=(0, 0), next="BodyText",
    )  # fmt: skip


def _paged(based: str, name: str) -> Style:
    return Style(f"{based}Page", name, based=based, new_page=True, above=0, next="BodyText")


HEADINGS = (
    _heading(1, 22, 29, 30),
    _heading(2, 15, 21, 18),
    _heading(3, 11.5, 16, 14),
    _paged("Heading1", "Heading 1 New Page"),
    _front(1),
    _front(2),
    _front(3),
    _paged("FrontHeading1", "Front Heading 1 New Page"),
)

TEXT = (
    Style("BodyText", "Body Text", above=6, right=_BODY_INDENT),
    Style("Lead", "Lead", size=12, line=18, above=8, right=_BODY_INDENT, next="BodyText"),
    Style("ListBullet", "List Bullet", based="BodyText", above=4, left=6, hanging=6,
          numbering=(2, 0)),
    Style("ListNumber", "List Number", based="BodyText", above=4, left=7, hanging=7,
          numbering=(3, 0)),
    Style("Note", "Note", based="BodyText", size=9, line=13, above=5, colour=look.INK2),
    Style("CalloutTitle", "Callout Title", above=14, bold=True, keep_next=True, keep_lines=True,
          left=_CALLOUT_INSET, right=_BODY_INDENT - _CALLOUT_INSET, borders=_BOX,
          fill=look.soft(look.ACCENT), next="CalloutText"),
    Style("CalloutText", "Callout Text", above=2, keep_lines=True, left=_CALLOUT_INSET,
          right=_BODY_INDENT - _CALLOUT_INSET, borders=_BOX, fill=look.soft(look.ACCENT)),
    Style("Bibliography", "Bibliography", size=9, line=13, above=4, left=9, hanging=9,
          right=_BODY_INDENT, tabs=("left 9",), keep_lines=True),
    Style("FootnoteText", "footnote text", size=8.5, line=12, above=1, keep_lines=True,
          right=_BODY_INDENT / 2),
    Style("Header", "header", size=8.5, line=12, colour=look.INK3, tabs=("right 166",),
          borders={"bottom": (0.5, 4.0, look.HAIR)}),
    Style("Footer", "footer", size=8.5, line=12, colour=look.INK3, tabs=("right 166",)),
    Style("HeaderWide", "Header Wide", based="Header", tabs=("clear 166", "right 253")),
    Style("FooterWide", "Footer Wide", based="Footer", tabs=("clear 166", "right 253")),
)  # fmt: skip

EXHIBITS = (
    Style("Caption", "caption", size=9, line=13, above=12, below=4, bold=True, keep_next=True,
          keep_lines=True, right=_BODY_INDENT / 2, next="BodyText"),
    Style("FigureCaption", "Figure Caption", based="Caption", above=5, below=8, keep_next=False),
    Style("FigureCaptionSource", "Figure Caption with Source", based="Caption", above=5, below=0),
    Style("Figure", "Figure", above=10, keep_next=True, next="FigureCaption"),
    Style("Source", "Source", size=8.5, line=12, above=3, below=6, colour=look.INK3,
          right=_BODY_INDENT / 2, keep_lines=True, next="BodyText"),
    Style("TableText", "Table Text", size=9.5, line=13, above=0, keep_lines=True,
          hyphenated=True),
    Style("TableFigure", "Table Figure", align="right", based="TableText"),
    Style("TableHeading", "Table Heading", bold=True, keep_next=True, based="TableText"),
    Style("TableHeadingFigure", "Table Heading Figure", based="TableHeading", align="right"),
    Style("TableTotal", "Table Total", bold=True, based="TableText"),
    Style("TableTotalFigure", "Table Total Figure", based="TableTotal", align="right"),
)  # fmt: skip

KEPT = tuple(
    Style(f"{style.id}Kept", f"{style.name} Kept", based=style.id, keep_next=True)
    for style in EXHIBITS
    if style.id.startswith("Table") and not style.keep_next
)
"""The styles of cells once more, for rows that stay with the next."""

_CELLS = tuple(style for style in (*EXHIBITS, *KEPT) if style.id.startswith("Table"))
DENSE = tuple(
    Style(f"{style.id}Dense", f"{style.name} Dense", based=style.id, size=8.5, line=11.5)
    for style in _CELLS
)
"""The styles of cells once more, for tables whose words need the room."""

APART = tuple(
    Style(f"{style.id}Apart", f"{style.name} Apart", based=style.id, right=FIGURE_GAP)
    for style in DENSE
    if "Figure" in style.id
)
"""The styles of dense figures once more, for columns with words to their right."""

CHARACTERS = (
    Style("Strong", "Strong", kind="character", based="", bold=True),
    Style("Emphasis", "Emphasis", kind="character", based="", italic=True),
    Style("StrongEmphasis", "Strong Emphasis", kind="character", based="", bold=True, italic=True),
    Style("Hyperlink", "Hyperlink", kind="character", based="", colour=look.ACCENT, underline=True),
    Style("NoteMark", "Note Mark", kind="character", based="", colour=look.INK2, raised=True,
          bold=False),
    Style("FootnoteReference", "footnote reference", kind="character", based="NoteMark"),
    Style("CaptionDetail", "Caption Detail", kind="character", based="", bold=False,
          colour=look.INK2),
    Style("TableUnit", "Table Unit", kind="character", based="", bold=False, colour=look.INK2),
    Style("ChapterTitle", "Chapter Title", kind="character", based=""),
)  # fmt: skip

STYLES = (*FRONT, *HEADINGS, *TEXT, *EXHIBITS, *KEPT, *DENSE, *APART, *CHARACTERS)
TABLE_STYLE, DENSE_TABLE_STYLE = "PlanTable", "PlanTableDense"

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles_xml(font: str, language: str) -> str:
    """The part word/styles.xml: defaults, our styles and no others."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{look.INK[1:]}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:suppressAutoHyphens/>"
        '<w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="atLeast"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    )
    own = "".join(_style_xml(style, place) for place, style in enumerate(STYLES, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{_NS}">{defaults}{latent}{_BASE}{own}{_table_xml()}</w:styles>'
    )


_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:uiPriority w:val="0"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _table_xml() -> str:
    hairline = f'w:val="single" w:sz="4" w:space="0" w:color="{look.HAIR[1:]}"'
    strong = f'w:val="single" w:sz="6" w:space="0" w:color="{look.STRONG[1:]}"'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        '<w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/>'
        "<w:qFormat/><w:tblPr><w:tblBorders>"
        f"<w:top {hairline}/><w:bottom {hairline}/><w:insideH {hairline}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="130" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="130" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"<w:bottom {strong}/></w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.TINT[1:]}"/>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        "</w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{DENSE_TABLE_STYLE}">'
        f'<w:name w:val="Plan Table Dense"/><w:basedOn w:val="{TABLE_STYLE}"/>'
        '<w:uiPriority w:val="40"/><w:qFormat/><w:tblPr><w:tblCellMar>'
        '<w:top w:w="45" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


def _style_xml(style: Style, place: int) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    based = style.based or ("DefaultParagraphFont" if style.kind == "character" else "")
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    paragraph = _paragraph_xml(style) if style.kind == "paragraph" else ""
    run = _run_xml(style)
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:uiPriority w:val="{place + 1}"/><w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


_BUILT_IN = {
    "Title", "Subtitle", "TOC Heading", "toc 1", "toc 2", "toc 3", "heading 1", "heading 2",
    "heading 3", "table of figures", "Body Text", "List Bullet", "List Number", "Bibliography",
    "header", "footer", "caption", "Strong", "Emphasis", "Hyperlink", "footnote text",
    "footnote reference",
}  # fmt: skip


def _paragraph_xml(style: Style) -> str:
    keep_next = {None: "", True: "<w:keepNext/>", False: '<w:keepNext w:val="0"/>'}
    return "".join(
        (
            keep_next[style.keep_next],
            "<w:keepLines/>" if style.keep_lines else "",
            "<w:pageBreakBefore/>" if style.new_page else "",
            _numbering_xml(style),
            _borders_xml(style),
            f'<w:shd w:val="clear" w:color="auto" w:fill="{style.fill[1:]}"/>'
            if style.fill
            else "",
            _tabs_xml(style),
            '<w:suppressAutoHyphens w:val="0"/>' if style.hyphenated else "",
            _spacing_xml(style),
            _indent_xml(style),
            f'<w:jc w:val="{style.align}"/>' if style.align else "",
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )


def _numbering_xml(style: Style) -> str:
    if style.numbering is None:
        return ""
    number, level = style.numbering
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _borders_xml(style: Style) -> str:
    if not style.borders:
        return ""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{round(gap)}"'
        f' w:color="{colour[1:]}"/>'
        for side in ("top", "left", "bottom", "right")
        for width, gap, colour in ([style.borders[side]] if side in style.borders else [])
    )
    return f"<w:pBdr>{sides}</w:pBdr>"


def _tabs_xml(style: Style) -> str:
    if not style.tabs:
        return ""
    stops = (stop.split() for stop in style.tabs)
    marks = "".join(f'<w:tab w:val="{k}" w:pos="{twips(float(mm))}"/>' for k, mm in stops)
    return f"<w:tabs>{marks}</w:tabs>"


def _spacing_xml(style: Style) -> str:
    parts = (
        f' w:before="{round(style.above * 20)}"' if style.above is not None else "",
        f' w:after="{round(style.below * 20)}"' if style.below is not None else "",
        f' w:line="{round(style.line * 20)}" w:lineRule="atLeast"'
        if style.line is not None
        else "",
    )
    return f"<w:spacing{''.join(parts)}/>" if any(parts) else ""


def _indent_xml(style: Style) -> str:
    sides = (("left", style.left), ("right", style.right), ("hanging", style.hanging))
    parts = "".join(f' w:{side}="{twips(mm)}"' for side, mm in sides if mm is not None)
    return f"<w:ind{parts}/>" if parts else ""


def _run_xml(style: Style) -> str:
    def switch(tag: str, on: bool | None) -> str:
        if on is None:
            return ""
        return f"<w:{tag}/><w:{tag}Cs/>" if on else f'<w:{tag} w:val="0"/><w:{tag}Cs w:val="0"/>'

    half = round(style.size * 2) if style.size is not None else 0
    return "".join(
        (
            switch("b", style.bold),
            switch("i", style.italic),
            f'<w:color w:val="{style.colour[1:]}"/>' if style.colour else "",
            f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else "",
            '<w:u w:val="single"/>' if style.underline else "",
            '<w:vertAlign w:val="superscript"/>' if style.raised else "",
        )
    )
