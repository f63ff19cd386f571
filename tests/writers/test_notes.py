"""Sources as notes: at the foot of the page, in the list, or both, in Word and in the PDF."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree

from planner.blocks import Column, ListBlock, Paragraph, Reference, References, Row, Span, Table
from planner.writers.docx import write_docx
from planner.writers.pdf import write_pdf

from .specimen import specimen, text

REFERENCES = References(
    tuple(Reference(n, text(f"Report number {n}, sheet {n * 11}")) for n in range(1, 5))
)


def cited(words, *notes):
    return (Span(words, notes=notes), Span("."))


BLOCKS = (
    Paragraph(cited("First", 1)),
    ListBlock((cited("Second and third", 2, 3), cited("First again", 1))),
    Table("t", text("c"), (Column("A"),), (Row((text("x"),)),), source=cited("Source", 2, 4)),
    Paragraph(cited("Third again", 3)),
    REFERENCES,
)


def made(notes, blocks=BLOCKS):
    return specimen(blocks=blocks, notes=notes)


def part(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def footnotes(data):
    """What the real footnotes of a Word file say, by id."""
    root = etree.fromstring(part(data, "word/footnotes.xml"))
    return {
        int(note.get(qn("w:id"))): "".join(note.itertext()).strip()
        for note in root
        if note.get(qn("w:type")) is None
    }


def marks(data):
    """Each mark in the text in order: a footnote's id, or the bookmark that a later one names."""
    found = []
    for element in etree.fromstring(part(data, "word/document.xml")).iter():
        if element.tag == qn("w:footnoteReference"):
            found.append(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:instrText") and "NOTEREF" in element.text:
            found.append(element.text.split()[1])
    return found


def test_a_source_has_one_footnote_and_is_named_by_its_number_afterwards():
    data = write_docx(made("footnotes"))
    assert marks(data) == [1, 2, 3, "_Note1", "_Note2", 4, "_Note3"]
    assert footnotes(data) == {n: f"Report number {n}, sheet {n * 11}" for n in range(1, 5)}


def test_a_repeated_mark_leads_to_the_first_and_shows_its_number():
    body = etree.fromstring(part(write_docx(made("footnotes")), "word/document.xml"))
    (start,) = (b for b in body.iter(qn("w:bookmarkStart")) if b.get(qn("w:name")) == "_Note3")
    (reference,) = start.getnext().iter(qn("w:footnoteReference"))
    assert reference.get(qn("w:id")) == "3"
    (last,) = (p for p in body.iter(qn("w:p")) if "Third again" in "".join(p.itertext()))
    assert [t.text for t in last.iter(qn("w:t"))] == ["Third again", "3", "."]


def test_word_finds_its_separators():
    # ECMA-376 part 1, 17.11.2 and 17.11.23: settings name the notes that are only lines.
    data = write_docx(made("footnotes"))
    root = etree.fromstring(part(data, "word/footnotes.xml"))
    kinds = {note.get(qn("w:id")): note.get(qn("w:type")) for note in root}
    assert {i: k for i, k in kinds.items() if k} == {
        "-1": "separator", "0": "continuationSeparator",
    }  # fmt: skip
    settings = etree.fromstring(part(data, "word/settings.xml"))
    (properties,) = settings.iter(qn("w:footnotePr"))
    assert [note.get(qn("w:id")) for note in properties] == ["-1", "0"]
    assert properties.getnext().tag == qn("w:compat")


@pytest.mark.parametrize(
    ("notes", "at_foot", "listed"),
    [("footnotes", True, False), ("list at the end", False, True), ("both", True, True)],
)
def test_where_the_sources_stand_is_chosen(notes, at_foot, listed):
    data = write_docx(made(notes))
    word = docx.Document(io.BytesIO(data))
    assert ("word/footnotes.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()) is at_foot
    entries = [p.text for p in word.paragraphs if p.style.name == "Bibliography"]
    assert len(entries) == (4 if listed else 0)
    pdf = pypdf.PdfReader(io.BytesIO(write_pdf(made(notes))))
    words = "".join(page.extract_text() for page in pdf.pages)
    assert words.count("Report number 4, sheet 44") == at_foot + listed
    assert ("[4]" in words) is listed


def test_a_document_without_a_cited_source_has_no_footnotes():
    data = write_docx(made("footnotes", (Paragraph(text("Nothing cited")), REFERENCES)))
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_a_number_without_an_entry_is_a_bare_mark():
    data = write_docx(made("footnotes", (Paragraph(cited("Lost", 9)), REFERENCES)))
    assert marks(data) == []
    assert "Lost9." in docx.Document(io.BytesIO(data)).paragraphs[-1].text
    assert write_pdf(made("footnotes", (Paragraph(cited("Lost", 9)), REFERENCES)))


def test_a_link_in_a_footnote_belongs_to_the_part_of_the_footnotes():
    address = "https://example.org/panel"
    entry = Reference(1, (Span("Panel, "), Span(address, link=address)))
    data = write_docx(made("footnotes", (Paragraph(cited("So", 1)), References((entry,)))))
    (link,) = etree.fromstring(part(data, "word/footnotes.xml")).iter(qn("w:hyperlink"))
    relations = etree.fromstring(part(data, "word/_rels/footnotes.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    assert targets[link.get(qn("r:id"))] == address


def test_the_pdf_puts_a_note_on_the_page_that_cites_it_first():
    filler = tuple(Paragraph(text("Words that fill a page. " * 40)) for _ in range(8))
    blocks = (Paragraph(cited("First", 1)), *filler, Paragraph(cited("Both", 1, 2)), REFERENCES)
    pdf = pypdf.PdfReader(io.BytesIO(write_pdf(made("footnotes", blocks))))
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in pdf.pages]
    holds = {n: [f"Report number {n}, sheet" in page for page in pages] for n in (1, 2)}
    assert holds[1] == ["First" in page for page in pages]
    assert holds[2] == ["Both" in page for page in pages]


def test_the_same_document_gives_the_same_bytes():
    for write in (write_docx, write_pdf):
        assert write(made("both")) == write(made("both"))
