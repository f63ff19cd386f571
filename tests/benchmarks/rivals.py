"""A document to write, and two ways to write it; imports nothing that a way does not need."""

from __future__ import annotations

import io

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


def ours(document):
    """The document as the program writes it."""
    from planner.writers.docx import write_docx

    write_docx(document)


def usual(document):
    """The document as tutorials of python-docx write it: by cells, its charts by matplotlib."""
    import docx
    from docx.shared import Mm
    from matplotlib.figure import Figure

    word = docx.Document()
    for block in document.blocks:
        if isinstance(block, Heading):
            word.add_heading(block.text[0].text, block.level)
        elif isinstance(block, Paragraph):
            word.add_paragraph(block.text[0].text)
        elif isinstance(block, Table):
            table = word.add_table(len(block.rows) + 1, len(block.columns))
            rows = [
                [c.title for c in block.columns],
                *[[c[0].text for c in r.cells] for r in block.rows],
            ]
            for row, words in zip(table.rows, rows, strict=True):
                for cell, word_ in zip(row.cells, words, strict=True):
                    cell.text = word_
        elif isinstance(block, Chart):
            figure = Figure(figsize=(6.5, 2.8), dpi=200)
            bars = figure.subplots().bar(block.categories, block.series[0].values)
            figure.axes[0].bar_label(bars)
            picture = io.BytesIO()
            figure.savefig(picture, format="png")
            word.add_picture(picture, Mm(166))
    buffer = io.BytesIO()
    word.save(buffer)
