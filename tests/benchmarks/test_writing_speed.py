"""Speed of writing, as ratios taken in one run: ours against the bare minimum."""

from __future__ import annotations

import io
import statistics
import time
import zipfile
from xml.sax.saxutils import escape

import pytest

from planner import assets
from planner.blocks import (
    Chart,
    Column,
    Cover,
    Document,
    Heading,
    Paragraph,
    Row,
    Series,
    Span,
    Table,
    Words,
)
from planner.drawing import draw
from planner.writers.docx import write_docx
from planner.writers.pdf import Typesetter

SENTENCE = "Cafés buy fresh beans weekly, want training for new staff & ring when a grinder stops. "
WORDS = Words("Contents", "Table", "Figure", "Page", "of", "Sources", "Tables and figures")


def text(words):
    return (Span(words, ("market.size",)),)


def book(chapters=30):
    """A document like the measured prototype's: 300 paragraphs, 30 tables of 10 by 6, 20 charts."""
    blocks = []
    for n in range(chapters):
        blocks.append(Heading(text(f"Chapter {n}"), 1, f"h{n}"))
        blocks += [Paragraph(text(SENTENCE * 4)) for _ in range(10)]
        rows = tuple(Row(tuple(text(f"{n * r * c:,}") for c in range(6))) for r in range(10))
        columns = tuple(Column(f"Column {c}", "figure", "GEL") for c in range(6))
        blocks.append(Table(f"t{n}", text(f"Table of chapter {n}"), columns, rows))
        if n % 3 < 2:
            series = (Series("Orders", tuple(float(n + c) for c in range(6))),)
            blocks.append(Chart(f"c{n}", "column", text(f"Orders {n}"), series=series,
                                categories=tuple("abcdef")))  # fmt: skip
    return Document("annual", "en", "Book", "", Cover(text("Book")), tuple(blocks), WORDS,
                    date="2026-11-24")  # fmt: skip


def floor(document):
    """The least that any writer of this document does: its text as strings, and a zip."""
    with zipfile.ZipFile(assets.template("brand", "reference.docx")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = []
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            rows = "".join(_floor_row(row) for row in block.rows)
            body.append(f"<w:tbl>{rows}</w:tbl>")
        elif isinstance(block, Chart):
            parts[f"word/media/{at}.png"] = draw(
                block, language="en", accent="#0B5FA5", format="png", width_mm=166
            )
        else:
            body.append(_floor_paragraph("BodyText", block.text))
    parts["word/document.xml"] = "".join(body).encode()
    with zipfile.ZipFile(io.BytesIO(), "w") as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, kind)


def _floor_row(row):
    cells = "".join(
        '<w:tc><w:tcPr><w:tcW w:w="1568" w:type="dxa"/></w:tcPr>'
        f"{_floor_paragraph('TableFigure', cell)}</w:tc>"
        for cell in row.cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _floor_paragraph(style, text):
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(span.text)}</w:t></w:r>' for span in text
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr>{runs}</w:p>'


def medians(*calls, runs=7):
    taken = [[] for _ in calls]
    for _ in range(runs):
        for times, call in zip(taken, calls, strict=True):
            start = time.perf_counter()
            call()
            times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


@pytest.fixture(scope="module")
def document():
    return book()


def test_word_costs_at_most_three_times_strings_and_zip(document, record_property):
    write_docx(document)
    ours, least = medians(lambda: write_docx(document), lambda: floor(document))
    record_property("ratio", ours / least)
    print(f"docx: ours {ours * 1000:.1f} ms, floor {least * 1000:.1f} ms, ratio {ours / least:.2f}")  # noqa: T201  the figure is the point
    assert ours / least <= 3


def test_word_grows_in_step_with_the_document(record_property):
    small, large = book(), book(300)
    write_docx(small), write_docx(large)
    one, ten = medians(lambda: write_docx(small), lambda: write_docx(large), runs=3)
    record_property("growth", ten / one)
    assert ten / one <= 14


def test_setting_again_costs_a_fraction_of_setting_once(document):
    typesetter = Typesetter()
    start = time.perf_counter()
    first = typesetter.set(document)
    once = time.perf_counter() - start
    (again,) = medians(lambda: typesetter.set(document), runs=3)
    print(f"pdf: first {once * 1000:.0f} ms, again {again * 1000:.0f} ms")  # noqa: T201  the figure is the point
    assert typesetter.set(document) == first
    assert again <= once / 2
