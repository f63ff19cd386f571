"""The shipped Word template."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from planner import assets
from planner.writers import look
from planner.writers.docx.reference import reference

SHIPPED = assets.template("brand", "reference.docx")


@pytest.fixture(scope="module")
def styles():
    archive = zipfile.ZipFile(SHIPPED)
    found = etree.fromstring(archive.read("word/styles.xml")).iter(qn("w:style"))
    return {style.get(qn("w:styleId")): style for style in found}


def test_the_shipped_file_is_what_the_script_makes():
    assert SHIPPED.read_bytes() == reference(), "run python -m planner.writers.docx.reference"


def test_the_script_makes_the_same_anywhere(tmp_path):
    script = (
        f"import sys; sys.path.insert(0, {str(Path(assets.__file__).parents[1])!r})\n"
        "from planner.writers.docx.reference import reference\n"
        "sys.stdout.buffer.write(reference())"
    )
    env = {**os.environ, "PYTHONHASHSEED": "5", "TZ": "Asia/Tbilisi", "SOURCE_DATE_EPOCH": "1"}
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=env, check=True,
                          capture_output=True)  # fmt: skip
    assert done.stdout == reference()


def test_it_is_a_page_of_a4_with_our_margins():
    (section,) = docx.Document(str(SHIPPED)).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == round(section.right_margin.mm) == 22
    assert round(section.top_margin.mm) == round(section.bottom_margin.mm) == 25


def test_it_is_in_the_newest_mode_and_bears_no_name_or_comment():
    archive = zipfile.ZipFile(SHIPPED)
    settings = etree.fromstring(archive.read("word/settings.xml"))
    modes = {s.get(qn("w:name")): s.get(qn("w:val")) for s in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"
    core = etree.fromstring(archive.read("docProps/core.xml"))
    assert len(core) == 0
    assert not any("thumbnail" in name or "comments" in name for name in archive.namelist())


def test_the_type_is_that_of_the_look(styles):
    def points(name):
        return int(styles[name].find(f".//{qn('w:sz')}").get(qn("w:val"))) / 2

    assert [points(f"Heading{n}") for n in (1, 2, 3)] == [22, 15, 11.5]
    assert (points("Lead"), points("TableText"), points("Caption"), points("Source")) == (
        12, 9.5, 9, 8.5,
    )  # fmt: skip
    defaults = docx.Document(str(SHIPPED)).styles.element.find(qn("w:docDefaults"))
    assert defaults.find(f".//{qn('w:sz')}").get(qn("w:val")) == "21"
    assert defaults.find(f".//{qn('w:spacing')}").get(qn("w:line")) == "300"


def test_headings_are_numbered_by_levels_and_never_coloured(styles):
    for level in (1, 2, 3):
        style = styles[f"Heading{level}"]
        assert style.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == str(level - 1)
        assert style.find(f".//{qn('w:ilvl')}").get(qn("w:val")) == str(level - 1)
        assert style.find(f".//{qn('w:keepNext')}") is not None
        assert style.find(f"{qn('w:rPr')}/{qn('w:color')}") is None
        front = styles[f"FrontHeading{level}"]
        assert front.find(f".//{qn('w:numId')}").get(qn("w:val")) == "0"


def test_space_above_a_heading_is_at_least_twice_that_below(styles):
    # What follows a heading is body text, whose own space above is the space below the heading.
    below = int(styles["BodyText"].find(f".//{qn('w:spacing')}").get(qn("w:before")))
    for level in (1, 2, 3):
        above = int(styles[f"Heading{level}"].find(f".//{qn('w:spacing')}").get(qn("w:before")))
        assert above >= 2 * below


def test_a_line_of_text_holds_at_most_75_characters():
    from matplotlib.ft2font import FT2Font

    from planner.drawing.glyphs import font_folder

    sentence = (
        "The board can say yes or no from this page alone, and every figure on it has a source."
    )
    font = FT2Font(str(font_folder() / "NotoSans-Regular.ttf"))
    font.set_size(10.5, 72)
    font.set_text(sentence)
    per_character = font.get_width_height()[0] / 64 / len(sentence) / 72 * 25.4
    assert 68 <= look.MEASURE / per_character <= 76


def test_children_stand_in_the_order_that_word_demands(styles):
    # ECMA-376 part 1, 17.3.1.26 (pPr) and 17.3.2.28 (rPr): the order of the sequence.
    orders = {
        "pPr": ["keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs",
                "suppressAutoHyphens",
                "spacing", "ind", "jc", "outlineLvl"],
        "rPr": ["b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "vertAlign"],
    }  # fmt: skip
    for style in styles.values():
        for kind, order in orders.items():
            for element in style.iter(qn(f"w:{kind}")):
                places = [order.index(etree.QName(child).localname) for child in element]
                assert places == sorted(places)


def test_the_template_opens_without_our_code():
    assert docx.Document(io.BytesIO(reference())).styles["Body Text"].base_style.name == "Normal"


def test_words_are_hyphenated_in_tables_alone(styles):
    archive = zipfile.ZipFile(SHIPPED)
    assert b"<w:autoHyphenation/>" in archive.read("word/settings.xml")
    assert b"<w:pPr><w:widowControl/><w:suppressAutoHyphens/>" in archive.read("word/styles.xml")
    free = {name for name, style in styles.items()
            if style.find(f".//{qn('w:suppressAutoHyphens')}") is not None}  # fmt: skip
    assert free == {"TableText"}
