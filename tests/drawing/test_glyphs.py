"""Which characters the shipped fonts show, checked against another reader of fonts."""

from __future__ import annotations

from matplotlib.ft2font import FT2Font

from planner.drawing.glyphs import MISSING, covered, font_folder, shown


def test_coverage_is_what_freetype_reads():
    regular = {
        point
        for file in font_folder().glob("*-Regular.ttf")
        for point in FT2Font(str(file)).get_charmap()
    }
    controls = {*range(32), *range(127, 160)}
    assert covered() == regular - controls


def test_letters_of_our_languages_and_signs_are_shown_as_they_are():
    text = "Ășțâî ŞŢ ქართული ₾ € → ≥ − × ✓ ★ שלום مرحبا Straße naïve – “quotes”"
    assert shown(text) == text


def test_an_emoji_is_a_box_and_its_joiners_go():
    assert shown("a \U0001f468\u200d\U0001f469 b\ufe0f") == f"a {MISSING}{MISSING} b"


def test_bold_georgian_is_there():
    assert ord("ქ") in FT2Font(str(font_folder() / "NotoSansGeorgian-Bold.ttf")).get_charmap()


def test_the_fonts_licence_lies_beside_them():
    licence = (font_folder() / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Version 1.1" in licence
