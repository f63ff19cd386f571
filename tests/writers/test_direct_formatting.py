"""A linter over Word files: what a paragraph, run or table bears besides its style is listed here.

Formatting by hand is what makes a document fall apart when somebody changes a style. The rules of
accessibility are those that Word's own checker asks (https://support.microsoft.com/office,
"Rules for the Accessibility Checker").
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

import planner
from planner import paths
from planner.writers.docx import write_docx
from tests.plans import essential_sample, filled, sample

from .specimen import specimen

ALLOWED = {
    "pPr": {
        "pStyle": "the style",
        "numPr": "a numbered list that begins at 1 again",
        "sectPr": "a section's end, which Word keeps in a paragraph",
    },
    "rPr": {
        "rStyle": "the character style",
    },
    "tblPr": {
        "tblStyle": "the table's style",
        "tblW": "as wide as the text, which a style cannot know",
        "tblLayout": "columns stay as wide as they were reckoned",
        "tblLook": "which parts of the style apply",
        "tblCaption": "words for who cannot see the table",
        "tblDescription": "words for who cannot see the table",
    },
    "trPr": {
        "cantSplit": "a row stays whole; no style holds that",
        "tblHeader": "the header comes again; no style holds that",
    },
    "tcPr": {
        "tcW": "the column's width",
        "tcBorders": "the line over a total, in whatever row; a style knows the last only",
    },
}
"""What may stand in properties, and why."""

DOCUMENTS = {
    "specimen": specimen,
    "sample": lambda: planner.compose(sample(), "annual", "en"),
    "standard": lambda: planner.compose(
        paths.put(sample(), "meta.depth", "standard"), "annual", "en"
    ),
    "essential": lambda: planner.compose(essential_sample(), "annual", "en"),
    "filled": lambda: planner.compose(filled(), "annual", "ro"),
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def data(request):
    return write_docx(DOCUMENTS[request.param]())


@pytest.fixture(scope="module")
def written(data):
    """The parts that hold text, by name."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    held = re.compile(r"word/(document|(header|footer)\d+|footnotes)\.xml")
    return {
        name: etree.fromstring(archive.read(name))
        for name in archive.namelist()
        if held.fullmatch(name)
    }


@pytest.fixture(scope="module")
def body(written):
    return written["word/document.xml"]


def direct(part):
    """Every property set by hand, as "rPr/color"."""
    return {
        f"{kind}/{etree.QName(child).localname}"
        for kind, allowed in ALLOWED.items()
        for properties in part.iter(qn(f"w:{kind}"))
        for child in properties
        if etree.QName(child).localname not in allowed
    }


def test_the_linter_sees_what_is_formatted_by_hand():
    made = docx.Document()
    made.add_paragraph().add_run("Loud").bold = True
    made.paragraphs[0].paragraph_format.space_after = 0
    assert direct(made.element) >= {"rPr/b", "pPr/spacing"}


def test_every_look_is_a_style(written):
    assert {name: direct(part) for name, part in written.items() if direct(part)} == {}


def test_room_is_made_by_styles_and_not_by_blanks(body):
    """No empty paragraph but the cover's band and a section's end after a table."""
    for paragraph in body.iter(qn("w:p")):
        if paragraph.getparent().tag == qn("w:tc"):
            continue
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
        ends = paragraph.find(f".//{qn('w:sectPr')}") is not None
        if not ends and style != "CoverBand":
            assert (
                "".join(paragraph.itertext()).strip()
                or paragraph.find(f".//{qn('w:drawing')}") is not None
            ), style


def test_no_page_and_no_column_is_broken_by_hand(body):
    kinds = {mark.get(qn("w:type")) for mark in body.iter(qn("w:br"))}
    assert kinds <= {None}
    assert not list(body.iter(qn("w:lastRenderedPageBreak")))


def test_no_cell_is_merged_or_split_and_each_has_a_paragraph(body):
    for merged in ("w:gridSpan", "w:vMerge", "w:hMerge"):
        assert not list(body.iter(qn(merged)))
    for table in body.iter(qn("w:tbl")):
        columns = len(table.find(qn("w:tblGrid")))
        for row in table.iter(qn("w:tr")):
            cells = row.findall(qn("w:tc"))
            assert len(cells) == columns
            assert all(len(cell.findall(qn("w:p"))) == 1 for cell in cells)
            assert not list(row.iter(qn("w:tbl")))


def test_the_first_row_of_each_table_is_its_header(body):
    for table in body.iter(qn("w:tbl")):
        first, *rest = table.findall(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert not [r for r in rest if r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        assert rest
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}").get(qn("w:firstRow")) == "1"


def test_every_object_has_words_that_are_no_files_name(body):
    spoken = [
        *(e.get("descr") for e in body.iter(qn("wp:docPr"))),
        *(e.get(qn("w:val")) for e in body.iter(qn("w:tblDescription"))),
    ]
    assert spoken
    for words in spoken:
        assert (words or "").strip()
        assert not re.search(r"\.(png|jpe?g|svg|emf)\b", words, re.IGNORECASE)


def test_nothing_floats(written):
    for part in written.values():
        assert not list(part.iter(qn("wp:anchor")))


def test_headings_leave_no_level_out(body):
    levels = [
        int(found[1])
        for style in body.iter(qn("w:pStyle"))
        if (found := re.fullmatch(r"(?:Front)?Heading(\d)(?:Page)?", style.get(qn("w:val"))))
    ]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_the_title_is_set_and_the_language_said(data):
    word = docx.Document(io.BytesIO(data))
    assert word.core_properties.title
    assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", word.core_properties.language)
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == word.core_properties.language


def test_the_properties_say_nothing_that_nobody_wrote(data):
    properties = docx.Document(io.BytesIO(data)).core_properties
    for name in ("category", "comments", "content_status", "identifier", "keywords", "version"):
        assert not getattr(properties, name)


def test_the_list_of_exhibits_has_every_caption_of_the_argument():
    document = planner.compose(sample(), "annual", "en")
    word = docx.Document(io.BytesIO(write_docx(document)))
    captions, listed, annex = [], [], False
    for paragraph in word.paragraphs:
        style, said = paragraph.style.name, paragraph.text
        annex = annex or (style.startswith("Heading 1") and said in ("Briefs", "Appendices"))
        if style == "table of figures":
            listed.append(said)
        elif "caption" in style.lower() and not annex:
            captions.append(said)
    assert annex
    assert len(listed) == len(captions) > 20
    # a figure's caption says what is shown after its message
    assert all(any(c.startswith(line) for c in captions) for line in listed)
    assert [line for line in listed if line.startswith("Table")] == listed[: sum(
        line.startswith("Table") for line in listed
    )]  # fmt: skip


def test_the_details_count_their_exhibits_apart():
    """Word lists every caption of one sequence, so that the details need another."""
    document = planner.compose(sample(), "annual", "en")
    body = docx.Document(io.BytesIO(write_docx(document))).element
    codes = [i.text.split() for i in body.iter(qn("w:instrText")) if i.text.split()[0] == "SEQ"]
    sequences = [code[1] for code in codes]
    assert set(sequences) == {"Table", "Figure", "AnnexTable", "AnnexFigure"}
    first = min(sequences.index("AnnexTable"), sequences.index("AnnexFigure"))
    assert not {"Table", "Figure"} & set(sequences[first:])


def test_a_document_without_contents_lists_no_exhibits():
    short = write_docx(replace(specimen(), contents=False))
    word = docx.Document(io.BytesIO(short))
    used = {paragraph.style.name for paragraph in word.paragraphs}
    assert not used & {"table of figures", "Exhibits Heading", "TOC Heading"}
