"""References from chapters to their details: they name what is there, by the number it has."""

import io
import re
import zipfile

import pytest
from docx.oxml.ns import qn
from lxml import etree

import planner
from planner import paths
from planner.blocks import Chart, Heading, Paragraph, Table, plain
from planner.model.plan import Plan
from planner.numbering import labels
from planner.writers.docx import write_docx
from tests.plans import sample


@pytest.fixture(scope="module")
def document():
    return planner.compose(sample(), "annual", "en")


def pointers(document):
    """The chapters' titles with their line of references."""
    found, chapter = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapter = plain(block.text)
        if isinstance(block, Paragraph) and plain(block.text).startswith("In full:"):
            found[chapter] = block.text
    return found


def test_chapters_say_where_the_rest_of_them_stands(document):
    found = pointers(document)
    assert len(found) >= 12
    assert {"Whom we serve", "Competitors and substitutes", "Budget and return"} <= set(found)
    assert re.fullmatch(
        r"In full: Competitors in full \(Table A\d+ to Table A\d+\)\.",
        plain(found["Competitors and substitutes"]),
    )
    tasks = plain(found["Who does what, and when"])
    assert "Tasks in full" in tasks
    assert "and Contractors in full" in tasks


def test_a_reference_leads_to_what_it_names(document):
    called = labels(document)
    titles = {b.anchor: plain(b.text) for b in document.blocks if isinstance(b, Heading)}
    links = [span for text in pointers(document).values() for span in text if span.link]
    assert len(links) > 20
    for span in links:
        assert {**called, **titles}[span.link[1:]] == span.text


def test_the_exhibits_named_are_the_first_and_the_last_below_the_heading(document):
    below, heading = {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = plain(block.text)
        elif isinstance(block, (Table, Chart)):
            below.setdefault(heading, []).append(block)
    called = labels(document)
    tables = [called[b.anchor] for b in below["Competitors in full"] if isinstance(b, Table)]
    words = plain(pointers(document)["Competitors and substitutes"])
    assert f"({tables[0]} to {tables[-1]})" in words


def test_no_line_where_the_appendices_are_left_out():
    plan = paths.put(sample(), "meta.document.appendices", value=False)
    assert not pointers(planner.compose(plan, "annual", "en"))
    assert not pointers(planner.compose(Plan(), "annual", "en"))


def test_names_of_headings_are_not_printed(document):
    assert not [b for b in document.blocks if isinstance(b, Heading) and "#" in plain(b.text)]


def test_in_word_they_are_fields_that_follow_their_target(document):
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    bookmarks = {mark.get(qn("w:name")): mark for mark in body.iter(qn("w:bookmarkStart"))}
    fields = [code.text.split() for code in body.iter(qn("w:instrText")) if " REF " in code.text]
    wanted = [s for text in pointers(document).values() for s in text if s.link]
    assert len(fields) == len(wanted)
    for (_, name, switch), span in zip(fields, wanted, strict=True):
        assert switch == "\\h"
        assert marked_words(bookmarks[name]) == span.text


def marked_words(start):
    """The words between a bookmark's start and its end, a field's code left out."""
    words, at = [], start.getnext()
    while at.tag != qn("w:bookmarkEnd"):
        words += [text.text for text in at.iter(qn("w:t"))]
        at = at.getnext()
    return "".join(words)
