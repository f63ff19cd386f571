"""Word files, read back by python-docx and as XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from planner.blocks import (
    Callout,
    Chart,
    Column,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Reference,
    References,
    Row,
    Span,
    Table,
    plain,
)
from planner.writers.docx import write_docx
from planner.writers.docx.pictures import png_size

from .specimen import CHARTS, EMOJI, NASTY, RTL, specimen, text


def _png(width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", (width, height), "#0b5fa5").save(made, "PNG")
    return made.getvalue()


PNG = _png(4, 2)


@pytest.fixture(scope="module")
def data():
    return write_docx(specimen())


@pytest.fixture(scope="module")
def word(data):
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def parts(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def body(parts):
    return etree.fromstring(parts["word/document.xml"])


def written(*blocks, **changes):
    return docx.Document(io.BytesIO(write_docx(specimen(blocks=blocks, **changes))))


def paragraphs(word, style):
    return [p.text for p in word.paragraphs if p.style.name == style]


def styles_used(element):
    return {e.get(qn("w:val")) for tag in ("pStyle", "rStyle", "tblStyle")
            for e in element.iter(qn(f"w:{tag}"))}  # fmt: skip


@pytest.mark.parametrize("line", [*NASTY, EMOJI, RTL])
def test_nasty_text_comes_out_letter_for_letter(word, line):
    assert line in paragraphs(word, "Body Text")


def test_nasty_table_cells_come_out_letter_for_letter(word):
    cells = [row.cells[0].text for row in word.tables[-1].rows]
    assert cells == ["Text", *NASTY]


def test_a_hundred_thousand_characters_come_out_whole():
    long = "Längliche Wörter, immerzu. " * 3704
    assert paragraphs(written(Paragraph(text(long))), "Body Text") == [long]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x0b\x0c"), max_size=60))
def test_any_text_comes_out_or_is_marked_where_xml_cannot_hold_it(words):
    expected = re.sub("[\x00-\x08\x0e-\x1f\ufffe\uffff]", "\ufffd", words)
    (paragraph,) = [
        p for p in written(Paragraph((Span(words), Span("|"))), cover_page=False).paragraphs
        if p.style.name == "Body Text"
    ]  # fmt: skip
    assert paragraph.text == f"{expected}|"


def test_lines_and_tabs_are_words_own():
    word = written(Paragraph(text("one\ntwo\tthree")))
    (paragraph,) = [p for p in word.paragraphs if p.style.name == "Body Text"]
    assert len(paragraph._p.findall(f".//{qn('w:br')}")) == 1
    assert len(paragraph._p.findall(f".//{qn('w:tab')}")) == 1
    assert paragraph.text == "one\ntwo\tthree"


def test_every_part_is_well_formed(parts):
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)


def test_every_style_named_is_in_the_file_and_no_others_than_ours(parts, body):
    styles = etree.fromstring(parts["word/styles.xml"])
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    assert styles_used(body) <= known
    based = {e.get(qn("w:val")) for tag in ("basedOn", "next", "link")
             for e in styles.iter(qn(f"w:{tag}"))}  # fmt: skip
    assert based <= known
    assert not any("Grid Accent" in style for style in known)


def test_no_paragraph_is_empty_but_the_covers_band(word):
    empty = [p.style.name for p in word.paragraphs
             if not p.text and not p._p.findall(f".//{qn('w:drawing')}")]  # fmt: skip
    assert empty == ["Cover Band"]


def test_ids_of_bookmarks_and_pictures_are_unique(body):
    for path, attribute in (("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name")):
        found = [element.get(qn(attribute)) for element in body.iter(qn(path))]
        assert [name for name, times in Counter(found).items() if times > 1] == []
    pictures = [element.get("id") for element in body.iter(qn("wp:docPr"))]
    assert len(set(pictures)) == len(pictures) == len(CHARTS)


def test_every_inner_link_leads_to_a_bookmark(body):
    names = {element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))}
    links = {e.get(qn("w:anchor")) for e in body.iter(qn("w:hyperlink"))} - {None}
    assert links
    assert links <= names


def test_outer_links_are_safe_ones_only(parts):
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    outer = {r.get("Target") for r in relations if r.get("TargetMode") == "External"}
    assert outer == {"https://example.org/a?b=1&c=2", "https://example.org/panel"}


def test_the_contents_are_filled_without_page_numbers_and_without_asking(parts, body):
    instructions = [e.text.strip() for e in body.iter(qn("w:instrText"))]
    contents, *lists = [i for i in instructions if i.startswith("TOC")]
    assert [re.findall(r'\\c "(\w+)"', i) for i in lists] == [["Table"], ["Figure"]]
    assert contents.split() == ["TOC", "\\o", '"1-2"', "\\n", "\\h", "\\z", "\\u"]
    assert b"updateFields" not in parts["word/settings.xml"]
    assert b"w:dirty" not in parts["word/document.xml"]


def test_the_contents_have_the_headings_with_their_numbers(word):
    lines = [p.text for p in word.paragraphs if p.style.name.startswith("toc ")]
    assert lines == [
        "The decision", "1\tMarket", "1.1\tSize, two ways", "2\tCompetitors",
        "2.1\tFull matrix", "3\tNasty text", "Sources",
    ]  # fmt: skip


def test_fields_are_balanced(body):
    marks = [e.get(qn("w:fldCharType")) for e in body.iter(qn("w:fldChar"))]
    assert Counter(marks)["begin"] == Counter(marks)["separate"] == Counter(marks)["end"]


def test_exhibits_are_captioned_and_counted(word, body):
    captions = [
        p for p in word.paragraphs if "Caption" in p.style.name or p.style.name == "Caption"
    ]
    assert [p.text for p in captions if p.text.startswith("Table")] == [
        "Table 1 · Three objectives carry the plan", "Table 2 · All factors, all rivals",
        "Table 3 · A table of <nasty> $things$ & more",
    ]  # fmt: skip
    figures = [p.text for p in captions if p.text.startswith("Figure")]
    assert len(figures) == len(CHARTS)
    assert figures[1] == "Figure 2 · Repeat orders rose every quarter Orders a quarter, 2026"
    fields = Counter(e.text.strip() for e in body.iter(qn("w:instrText")) if "SEQ" in e.text)
    assert fields == {"SEQ Table \\* ARABIC": 3, "SEQ Figure \\* ARABIC": len(CHARTS)}


def test_captions_stand_above_tables_and_below_figures(body):
    children = list(body.find(qn("w:body")))
    for at, child in enumerate(children):
        if child.tag == qn("w:tbl"):
            assert styles_used(children[at - 1]) >= {"Caption"}
        elif child.findall(f".//{qn('w:drawing')}"):
            assert styles_used(children[at + 1]) & {"FigureCaption", "FigureCaptionSource"}


def test_every_picture_has_words_for_who_cannot_see_it(body):
    alts = [element.get("descr") for element in body.iter(qn("wp:docPr"))]
    assert alts == [c.alt for c in (CHARTS[4], *CHARTS[:4], *CHARTS[5:])]
    silent = replace(CHARTS[0], alt="")
    (only,) = written(silent).element.body.iter(qn("wp:docPr"))
    assert only.get("descr") == plain(silent.caption)


def test_tables_have_a_name_a_repeated_header_and_whole_rows(body):
    for table in body.iter(qn("w:tbl")):
        assert table.find(f".//{qn('w:tblCaption')}").get(qn("w:val"))
        assert table.find(f".//{qn('w:tblDescription')}").get(qn("w:val"))
        rows = list(table.iter(qn("w:tr")))
        assert [bool(r.findall(f".//{qn('w:tblHeader')}")) for r in rows] == [
            True, *[False] * (len(rows) - 1),
        ]  # fmt: skip
        assert all(row.findall(f".//{qn('w:cantSplit')}") for row in rows)


def test_figures_stand_right_and_totals_are_bold_over_a_line(word):
    table = word.tables[0]
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in table.rows]
    assert styles[0] == ["Table Heading", "Table Heading Figure", "Table Heading Figure",
                         "Table Heading"]  # fmt: skip
    lines = [[name.removesuffix(" Kept") for name in row] for row in styles]
    assert lines[1] == ["Table Text", "Table Figure", "Table Figure", "Table Text"]
    assert lines[3] == ["Table Total", "Table Total Figure", "Table Total Figure", "Table Total"]
    assert all(c._tc.findall(f".//{qn('w:tcBorders')}") for c in table.rows[3].cells)
    assert table.rows[0].cells[1].text == "Baseline\nGEL thousand"


def test_a_table_is_as_wide_as_the_text(word):
    for table, wide in zip(word.tables, (False, True, False), strict=True):
        width = sum(int(c.get(qn("w:w"))) for c in table._tbl.iter(qn("w:gridCol")))
        # A4 less twice 22 mm: 166 mm upright, 253 mm turned.
        assert width / 1440 * 25.4 == pytest.approx(253 if wide else 166, abs=0.5)


def test_a_wide_table_has_a_turned_page_of_its_own_with_its_heading(word, body):
    sizes = [(round(s.page_width.mm), round(s.page_height.mm)) for s in word.sections]
    assert sizes == [(210, 297), (210, 297), (297, 210), (210, 297)]
    children = list(body.find(qn("w:body")))
    ends = [at for at, child in enumerate(children) if child.findall(f".//{qn('w:sectPr')}")]
    assert "Full matrix" in "".join(children[ends[1] + 1].itertext())


def test_the_cover_has_neither_header_nor_footer_and_the_rest_has_both(word, parts):
    cover, *rest = word.sections
    assert cover._sectPr.findall(qn("w:headerReference")) == []
    for section in rest:
        assert len(section._sectPr.findall(qn("w:headerReference"))) == 1
        assert len(section._sectPr.findall(qn("w:footerReference"))) == 1
    for number in (1, 2):
        header = "".join(etree.fromstring(parts[f"word/header{number}.xml"]).itertext())
        assert header == 'Marketing plan 2027 STYLEREF "Chapter Title" '
        footer = "".join(etree.fromstring(parts[f"word/footer{number}.xml"]).itertext())
        assert footer == "Kolkheti Coffee Roasters · confidentialPage  PAGE 1 of  NUMPAGES 1"


def test_the_properties_are_the_documents_own(word):
    properties = word.core_properties
    assert properties.title == "Marketing plan 2027"
    assert properties.author == properties.last_modified_by == "Nino Beridze"
    assert properties.subject == "Strategic marketing plan"
    assert properties.language == "en-GB"
    assert properties.created.date().isoformat() == "2026-11-24"
    assert properties.comments == properties.keywords == ""


def test_nobody_else_is_named(parts):
    for part in parts.values():
        for word in (b"python-docx", b"2013-12-23", b"Microsoft", b"Steve Canny"):
            assert word not in part
    assert "docProps/thumbnail.jpeg" not in parts


def test_without_author_no_author_is_named(parts):
    properties = written(author="").core_properties
    assert properties.author == properties.last_modified_by == ""


def test_a_title_too_long_for_a_property_is_cut():
    assert written(title="t" * 400).core_properties.title == "t" * 255


@pytest.mark.parametrize(
    ("language", "tag"), [("en", "en-GB"), ("ro", "ro-RO"), ("ms", "ms-MY"), ("ka", "ka-GE")]
)
def test_the_language_is_for_proofing_too(language, tag):
    word = written(language=language)
    found = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert found.get(qn("w:val")) == tag
    assert word.core_properties.language == tag


def test_lists_are_real_and_each_numbered_one_begins_anew(word):
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert numbers == [4, 4, 5, 5]
    known = {int(n.get(qn("w:numId"))) for n in word.part.numbering_part.element.iter(qn("w:num"))}
    assert set(numbers) <= known


def test_marks_of_sources_link_to_the_list_where_there_is_only_that():
    word = docx.Document(io.BytesIO(write_docx(specimen(notes="list at the end"))))
    links = [e for e in word.element.iter(qn("w:hyperlink")) if "NoteMark" in styles_used(e)]
    assert [e.get(qn("w:anchor")) for e in links] == ["_Source1", "_Source2"]
    assert paragraphs(word, "Bibliography")[0].startswith("[1]\tNational statistics office")
    assert not list(word.element.iter(qn("w:footnoteReference")))


def test_the_sources_get_their_heading_only_where_there_is_none():
    entry = References((Reference(1, text("A source")),))
    assert paragraphs(written(entry), "Front Heading 1 New Page") == ["Sources"]
    assert paragraphs(written(entry, notes="footnotes"), "Front Heading 1 New Page") == []
    own = written(Heading(text("Where it is from"), 1, "x", numbered=False), entry)
    assert paragraphs(own, "Front Heading 1 New Page") == ["Where it is from"]
    assert paragraphs(written(References(())), "Front Heading 1 New Page") == []


def test_a_brand_colour_is_for_rules_and_for_text_only_where_it_reads():
    word = written(Callout(text("Decide"), (text("Now"),)), accent="#FFCC00")
    styles = word.styles.element
    colours = {e.get(qn("w:val")) for e in styles.iter(qn("w:color"))}
    rules = {
        e.get(qn("w:color")) for tag in ("bottom", "left") for e in styles.iter(qn(f"w:{tag}"))
    }
    assert "FFCC00" in rules
    assert "FFCC00" not in colours
    assert "0B5FA5" not in etree.tostring(styles).decode()
    dark = written(accent="#7A1F3D").styles.element
    assert "7A1F3D" in {e.get(qn("w:val")) for e in dark.iter(qn("w:color"))}


def test_letter_paper_moves_the_tab_stops():
    word = written(page="Letter")
    assert round(word.sections[0].page_width.mm, 1) == 215.9
    stops = [s.position.mm for s in word.styles["header"].paragraph_format.tab_stops]
    assert stops == [pytest.approx(171.9, abs=0.1)]


def test_chapters_flow_on_but_the_first_and_those_that_stand_alone():
    def chapter(name, *, alone=False):
        return Heading(text(name), 1, name, alone=alone), Paragraph(text("words"))

    word = written(*chapter("a"), *chapter("b"), *chapter("c", alone=True), *chapter("d"),
                   *chapter("e"))  # fmt: skip
    pages = {p.text: p.style.name for p in word.paragraphs if "heading 1" in p.style.name.lower()}
    assert pages == {
        "a": "Heading 1 New Page", "b": "Heading 1", "c": "Heading 1 New Page",
        "d": "Heading 1 New Page", "e": "Heading 1",
    }  # fmt: skip


def test_a_short_document_has_neither_cover_nor_contents():
    word = written(Heading(text("Do"), 1, "do"), cover_page=False, contents=False)
    assert len(word.sections) == 1
    assert paragraphs(word, "Document Title") == ["Marketing plan 2027"]
    assert paragraphs(word, "TOC Heading") == paragraphs(word, "Cover Band") == []
    assert paragraphs(word, "Heading 1") == ["Do"]


def test_a_logo_stands_on_the_cover_in_its_own_shape():
    document = specimen(blocks=())
    logo = Picture(PNG, "image/png", "Logo of Kolkheti")
    word = docx.Document(io.BytesIO(write_docx(
        replace(document, cover=replace(document.cover, logo=logo)))))  # fmt: skip
    (extent,) = word.element.body.iter(qn("wp:extent"))
    # 4 by 2 pixels fit into 60 by 25 mm as 50 by 25.
    assert int(extent.get("cx")) == 50 * 36000
    assert int(extent.get("cy")) == 25 * 36000


def test_sizes_are_read_from_pictures():
    assert png_size(PNG) == (4, 2)
    for broken in (b"", b"\x89PNG", b"\xff\xd8\xff"):
        with pytest.raises(ValueError, match="not a"):
            png_size(broken)


def test_a_picture_that_cannot_be_read_is_left_out():
    document = specimen(blocks=())
    logo = Picture(PNG[:40], "image/png", "Logo of Kolkheti")
    word = docx.Document(io.BytesIO(write_docx(
        replace(document, cover=replace(document.cover, logo=logo)))))  # fmt: skip
    assert not list(word.element.body.iter(qn("wp:extent")))


def test_a_row_with_too_few_cells_is_filled_up():
    table = Table("t", text("Caption"), (Column("A"), Column("B")), (Row((text("only"),)),))
    word = written(table)
    assert [cell.text for cell in word.tables[0].rows[1].cells] == ["only", ""]


def test_equal_pictures_are_stored_once():
    drawn = next(chart for chart in CHARTS if chart.kind == "map")
    twice = (drawn, replace(drawn, anchor="again"))
    names = zipfile.ZipFile(io.BytesIO(write_docx(specimen(blocks=twice)))).namelist()
    assert len([n for n in names if n.startswith("word/media/")]) == 1


def test_a_wide_table_without_source_still_ends_its_section():
    table = Table("t", text("Wide"), (Column("A"),), (Row((text("x"),)),), wide=True)
    word = written(table, Paragraph(text("after")))
    assert [s.orientation for s in word.sections] == [0, 1, 0]


def test_blocks_of_every_kind_are_in_the_specimen():
    kinds = {type(block) for block in specimen().blocks}
    assert kinds == {Heading, Paragraph, ListBlock, Callout, Table, Chart, References}


def test_a_chapter_after_a_turned_page_stands_at_the_top(word):
    styles = {p.text: p.style.name for p in word.paragraphs}
    assert styles["Nasty text"] == "Heading 1 New Page"
    assert styles["Competitors"] == "Heading 1"


def test_a_table_whose_words_need_the_room_is_set_smaller():
    columns = tuple(Column(word, "figure") for word in ["Physiotherapists"] * 6)
    table = Table("t", text("c"), columns, (Row(((),) * 6, total=True),))
    (found,) = written(table).tables
    assert found.style.name == "Plan Table Dense"
    styles = [row.cells[0].paragraphs[0].style.name for row in found.rows]
    assert styles == ["Table Heading Figure Dense", "Table Total Figure Dense"]
