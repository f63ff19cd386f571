"""PDF files, read back by pypdf, and the literals that carry a user's words into Typst."""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata

import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.blocks import Chart, Column, Heading, Paragraph, Row, Span, Table
from planner.writers import WriteError
from planner.writers.pdf import Typesetter, typst_source, write_pdf
from planner.writers.pdf.literals import literal
from tests.nightly import NIGHTLY

from .specimen import CHARTS, NASTY, specimen, text


@pytest.fixture(scope="module")
def pdf():
    return pypdf.PdfReader(io.BytesIO(write_pdf(specimen())))


@pytest.fixture(scope="module")
def typesetter():
    return Typesetter()


def squeezed(words):
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", words))


def whole(reader):
    return squeezed("".join(page.extract_text() for page in reader.pages))


def read(data):
    return pypdf.PdfReader(io.BytesIO(data))


@pytest.fixture(scope="module")
def printed(pdf):
    return whole(pdf)


@pytest.mark.parametrize("line", NASTY)
def test_nasty_text_comes_out_letter_for_letter(printed, line):
    assert printed.count(squeezed(line)) == 2


def test_a_hundred_thousand_characters_come_out_whole(typesetter):
    long = "Längliche Wörter, immerzu; " * 3704
    reader = read(typesetter.set(specimen(blocks=(Paragraph(text(long)),))))
    furniture = r"Marketingplan2027|KolkhetiCoffeeRoasters·confidentialPage\d+of\d+"
    assert re.sub(furniture, "", whole(reader)).count("LänglicheWörter,immerzu;") == 3704


def test_a_row_goes_whole_to_the_next_page(typesetter):
    line = "some words of a longer remark " * 8
    rows = tuple(Row((text(f"A{n:02}A {line} Z{n:02}Z"), text(line))) for n in range(40))
    table = Table("t", text("c"), (Column("A"), Column("B")), rows)
    reader = read(typesetter.set(specimen(blocks=(table,))))
    pages = [page.extract_text() for page in reader.pages]
    for n in range(40):
        first, last = ([f"{end}{n:02}{end}" in page for page in pages] for end in "AZ")
        assert first == last
        assert any(first)


def furthest(reader):
    """The furthest right that a glyph begins on any page, in points."""
    places = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda text, ctm, matrix, *_: places.append(
                (ctm[0] * matrix[4] + ctm[4], text)
            )
        )
    return max(x for x, text in places if text.strip())


def test_a_word_too_long_for_a_line_is_broken_and_reads_as_before(typesetter):
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 40
    cells = Row((text(word), text("1")))
    table = Table("t", text("c"), (Column("A"), Column("B", "figure")), (cells,))
    reader = read(typesetter.set(specimen(blocks=(Paragraph(text(word)), table), title="T")))
    found = re.sub(r"T(?=Donau)|KolkhetiCoffeeRoasters·confidentialPage\d+of\d+", "", whole(reader))
    assert found.count(word) == 2
    assert furthest(reader) < (210 - 22) / 25.4 * 72


def test_a_table_taller_than_a_page_goes_on_to_the_next(typesetter):
    rows = tuple(Row((text(f"row {n} " + "word " * 700 + f"end {n}"), text("x"))) for n in range(5))
    table = Table("t", text("c"), (Column("A"), Column("B")), rows)
    reader = read(typesetter.set(specimen(blocks=(table,))))
    assert all(f"end{n}" in whole(reader) for n in range(5))
    assert len(reader.pages) > 3


@pytest.mark.parametrize("before", range(5))
def test_the_name_over_a_group_of_rows_never_stands_alone_at_the_foot(typesetter, before):
    """Groups of five rows, moved by a row at a time, would have a name on every place of a page."""
    rows = [Row((text("other"), text("1"))) for _ in range(before)]
    for group in range(24):
        rows.append(Row(((Span(f"Group-{group}.", bold=True),), ())))
        rows += [Row((text(f"line-{group}."), text("1"))) for _ in range(4)]
    table = Table("t", text("c"), (Column("A"), Column("B")), tuple(rows))
    pages = [page.extract_text() for page in read(typesetter.set(specimen(blocks=(table,)))).pages]
    for group in range(24):
        (page,) = [page for page in pages if f"Group-{group}." in page]
        assert f"line-{group}." in page, group


def test_what_no_font_has_is_a_box_and_not_an_error(typesetter):
    reader = read(typesetter.set(specimen(blocks=(Paragraph(text("a \U0001f680 中 b")),))))
    assert "a□□b" in whole(reader)


@settings(max_examples=400 if NIGHTLY else 60, deadline=None)
@given(
    words=st.text(max_size=60)
    | st.text(st.sampled_from('"\\#${}u[]()/*`@<>\n\t \U0001f680\u2028'), max_size=40)
)
def test_a_literal_is_the_text_itself_and_nothing_acts(words):
    source = f"#metadata({literal(words)}) <it>"
    compiler = typst.Compiler(source.encode())
    assert json.loads(compiler.query("<it>", field="value", one=True, format="json")) == words


def test_a_lone_surrogate_is_marked():
    assert literal("a\ud800b") == '"a\\u{fffd}b"'


def test_only_literals_hold_a_users_words():
    source = typst_source(specimen())
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', source)
    for word in ("passwd", "Kolkheti", "Brewline", "Nino", "telephone"):
        assert word in source
        assert word not in bare


def test_the_file_is_tagged_for_screen_readers(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata


def tags(pdf):
    found = []
    seen = set()

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and id(node) not in seen:
            seen.add(id(node))
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    walk(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_headings_tables_lists_and_figures_are_tagged_as_such(pdf):
    kinds = [node["/S"] for node in tags(pdf)]
    for kind in ("/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TH", "/TD", "/Figure",
                 "/Caption", "/TOC", "/TOCI"):  # fmt: skip
        assert kind in kinds
    assert kinds.count("/Table") == 3


def test_every_picture_has_words_for_who_cannot_see_it(pdf):
    alts = {str(node["/Alt"]) for node in tags(pdf) if "/Alt" in node}
    assert {chart.alt for chart in CHARTS} <= alts


def test_a_chart_without_words_takes_its_caption(typesetter):
    chart = Chart("a", "bar", text("The message"), categories=("x",), series=CHARTS[0].series)
    reader = read(typesetter.set(specimen(blocks=(chart,))))
    assert "The message" in {str(node["/Alt"]) for node in tags(reader) if "/Alt" in node}


def test_the_properties_are_the_documents_own(pdf):
    facts = pdf.metadata
    assert facts.title == "Marketing plan 2027"
    assert facts.author == "Nino Beridze"
    assert facts.subject == "Strategic marketing plan"
    assert facts.creation_date.date().isoformat() == "2026-11-24"


def outline(reader):
    def flat(items, depth=1):
        for item in items:
            if isinstance(item, list):
                yield from flat(item, depth + 1)
            else:
                yield depth, item.title, reader.get_destination_page_number(item)

    return list(flat(reader.outline))


def test_the_outline_has_the_headings(pdf):
    assert [(depth, title.split(" ", 1)[-1] if title[0].isdigit() else title)
            for depth, title, _ in outline(pdf)] == [
        (1, "The decision"), (1, "Market"), (2, "Size, two ways"), (3, "Why they differ"),
        (1, "Competitors"), (2, "Full matrix"), (1, "Nasty text"), (1, "Sources"),
    ]  # fmt: skip


def test_the_contents_name_the_pages_where_headings_stand(pdf):
    contents = pdf.pages[1].extract_text()
    for depth, title, page in outline(pdf):
        if depth < 3:
            name = re.escape(title.split(" ", 1)[-1] if title[0].isdigit() else title)
            assert re.search(rf"{name}\s+{page + 1}\b", contents), title


def test_pages_are_counted_at_the_foot_but_not_on_the_cover(pdf):
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in pdf.pages]
    total = len(pages)
    assert "Page 1 of" not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert f"Page {number} of {total}" in page
        assert "Kolkheti Coffee Roasters · confidential" in page


def test_the_chapter_stands_at_the_head(pdf):
    assert pdf.pages[3].extract_text().count("Market") >= 2
    sizes = [(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pdf.pages]
    turned = [at for at, (width, height) in enumerate(sizes) if width > height]
    assert turned
    assert all("Competitors" in pdf.pages[at].extract_text() for at in turned)


def test_only_shipped_fonts_are_used(pdf):
    names = set()
    for page in pdf.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    assert names
    assert all(name.startswith("NotoSans") for name in names)


def test_a_table_header_is_repeated_on_each_page(pdf):
    turned = [p for p in pdf.pages if p.mediabox.width > p.mediabox.height]
    assert len(turned) > 1
    assert all("Rival 8" in page.extract_text() for page in turned)


def test_links_lead_where_they_should_and_bad_ones_nowhere(pdf):
    outer = set()
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get_object().get("/A", {})
            if "/URI" in action:
                outer.add(str(action["/URI"]))
    assert outer == {"https://example.org/a?b=1&c=2", "https://example.org/panel"}


@pytest.mark.parametrize("language", ["en", "ro", "ms", "ka"])
def test_every_language_is_set(typesetter, language):
    reader = read(typesetter.set(specimen(language=language, title="ქართული გეგმა Țară")))
    assert reader.trailer["/Root"]["/Lang"].startswith(language)
    assert reader.metadata.title == "ქართული გეგმა Țară"


def test_a_note_without_its_entry_is_still_set(typesetter):
    words = Paragraph((Span("A claim", notes=(7, 8)),))
    assert "Aclaim7,8" in whole(read(typesetter.set(specimen(blocks=(words,)))))


def test_a_short_document_has_neither_cover_nor_contents(typesetter):
    reader = read(typesetter.set(specimen(
        blocks=(Heading(text("Do"), 1, "do"), Paragraph(text("it"))), cover_page=False,
        contents=False)))  # fmt: skip
    assert len(reader.pages) == 1
    assert "Page1of1" in whole(reader)


def test_letter_paper_is_letter(typesetter):
    page = read(typesetter.set(specimen(blocks=(), page="Letter"))).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)


def test_a_row_with_too_few_cells_is_filled_up(typesetter):
    table = Table("t", text("Caption"), (Column("A"), Column("B")),
                  (Row((text("only"),)), Row((text("x"), text("y")))))  # fmt: skip
    assert "onlyxy" in whole(read(typesetter.set(specimen(blocks=(table,)))))


def test_a_kept_typesetter_gives_the_bytes_of_a_fresh_one(typesetter):
    typesetter.set(specimen(title="Another"))
    assert typesetter.set(specimen()) == write_pdf(specimen())


def test_without_a_typesetter_a_sentence_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WriteError, match="write a Word document and save it as PDF"):
        write_pdf(specimen(blocks=()))
