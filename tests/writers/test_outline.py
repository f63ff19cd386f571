"""Numbers and sheets of a document, by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from planner.blocks import Column, Heading, Paragraph, Table
from planner.numbering import Numbers
from planner.writers.outline import entries, exhibits, sheets

from .specimen import specimen, text


def heading(level, name="h", **look):
    return Heading(text(name), level, name, **look)


def wide(anchor="w"):
    return Table(anchor, text("wide"), (Column("A"),), (), wide=True)


def test_headings_count_as_word_counts():
    numbers = Numbers()
    levels = [1, 2, 2, 3, 1, 2, 3, 3]
    assert [numbers.heading(heading(level)) for level in levels] == [
        "1", "1.1", "1.2", "1.2.1", "2", "2.1", "2.1.1", "2.1.2",
    ]  # fmt: skip


def test_an_unnumbered_heading_does_not_count():
    numbers = Numbers()
    assert numbers.heading(heading(1, numbered=False)) == ""
    assert numbers.heading(heading(1)) == "1"


def test_tables_and_figures_count_apart():
    numbers = Numbers()
    kinds = ("table", "figure", "table", "table", "figure")
    assert [numbers.exhibit(kind) for kind in kinds] == [1, 1, 2, 3, 2]


def test_the_details_count_their_exhibits_from_one_behind_a_letter():
    details = Heading(text("Details"), 1, "details", annex=True)
    table = Table("b", text("Second"), (Column("A"),), ())
    first = replace(table, anchor="a", caption=text("First"))
    document = specimen(blocks=(heading(1, "c"), first, details, table))
    assert [(one.label, one.message) for one in exhibits(document)] == [("Table 1", "First")]
    numbers = Numbers()
    assert (numbers.prefix, numbers.exhibit("table")) == ("", 1)
    numbers.heading(details)
    assert (numbers.prefix, numbers.exhibit("table")) == ("A", 1)


def test_contents_hold_two_levels():
    document = specimen(blocks=(heading(1, "a"), heading(2, "b"), heading(3, "c")))
    assert [(e.number, e.heading.anchor) for e in entries(document)] == [("1", "a"), ("1.1", "b")]


def test_headings_above_a_wide_table_turn_with_it():
    words = Paragraph(text("x"))
    blocks = (words, heading(1), heading(2), wide("a"), wide("b"), words)
    assert [(s.wide, len(s.blocks)) for s in sheets(blocks)] == [(False, 1), (True, 4), (False, 1)]


def test_a_document_of_one_wide_table_is_one_sheet():
    assert [(s.wide, len(s.blocks)) for s in sheets((heading(1), wide()))] == [(True, 2)]
    assert sheets(()) == ()


@given(st.lists(st.sampled_from([heading(1), Paragraph(text("x")), wide()]), max_size=20))
def test_sheets_lose_and_shuffle_nothing(blocks):
    parts = sheets(blocks)
    assert [b for part in parts for b in part.blocks] == blocks
    assert all(a.wide != b.wide for a, b in pairwise(parts))


def test_headings_in_a_chapter_without_number_have_none():
    blocks = (heading(1, "a", numbered=False), heading(2, "b"), heading(1, "c"), heading(2, "d"))
    lines = [(e.number, e.heading.anchor) for e in entries(specimen(blocks=blocks))]
    assert lines == [("", "a"), ("", "b"), ("1", "c"), ("1.1", "d")]
