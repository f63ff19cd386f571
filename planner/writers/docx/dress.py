"""The template's styles in the look of a brand: colours, fonts, language, paper."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from planner.writers import look
from planner.writers.brand.file import Brand
from planner.writers.docx.styles import twips
from planner.writers.look import Paper

_HEADED = ("Title", "Subtitle", "TOCHeading", "Heading1", "Heading2", "Heading3")
_FONTS = tuple(qn(f"w:{script}") for script in ("ascii", "hAnsi", "eastAsia", "cs"))


def recolour(styles: Any, accent: str, band: str) -> None:
    """Put the accent in place of ours, in words only where it reads, and the band on the cover."""
    changed = {
        look.ACCENT[1:]: accent[1:],
        look.soft(look.ACCENT)[1:]: look.soft(accent)[1:],
        look.TINT[1:]: look.tint(accent)[1:],
    }
    for element in styles.iter():
        for name, value in element.attrib.items():
            if value in changed:
                of_words = element.tag == qn("w:color") and value == look.ACCENT[1:]
                element.set(name, look.text_accent(accent)[1:] if of_words else changed[value])
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == "CoverBand":
            style.find(f".//{qn('w:shd')}").set(qn("w:fill"), band[1:])


def set_fonts(styles: Any, brand: Brand) -> None:
    """Name the brand's fonts: the one of text for all, the one of headings for those."""
    if brand.body_font:
        fonts = styles.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
        for script in _FONTS:
            fonts.set(script, brand.body_font)
    if not brand.heading_font:
        return
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) in _HEADED:
            fonts = OxmlElement("w:rFonts")
            for script in _FONTS:
                fonts.set(script, brand.heading_font)
            style.get_or_add_rPr().insert(0, fonts)


def set_language(elements: Any, language: str) -> None:
    """Give a language tag to what bears one."""
    for element in elements:
        element.set(qn("w:val"), language)


def move_tabs(styles: Any, paper: Paper) -> None:
    """Move the tab stops at A4's right margin to that of the paper."""
    for wide in (False, True):
        usual = twips(look.text_width("A4", wide=wide))
        moved = twips(paper.text_width(wide=wide))
        for stop in styles.iter(qn("w:tab")):
            if abs(int(stop.get(qn("w:pos"))) - usual) <= 1:
                stop.set(qn("w:pos"), str(moved))
