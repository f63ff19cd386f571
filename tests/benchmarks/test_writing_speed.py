"""Speed of writing, as ratios taken in one run: ours against the bare minimum."""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from planner import assets
from planner.blocks import Chart, Table
from planner.writers import columns, native_chart
from planner.writers.docx import write_docx
from planner.writers.native_chart import codes
from planner.writers.pdf import Typesetter
from tests.benchmarks.rivals import book


def cold(document):
    """Write the document as if it were the first: no chart is made, no word measured yet."""
    native_chart._charts.clear()
    columns.word_width.cache_clear()
    codes._printed.cache_clear()
    return write_docx(document)


def workbook_parts():
    """The parts of a workbook that hold no figures, as XlsxWriter makes them."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer)
    book.add_worksheet("Sheet1").write_string(0, 0, "a")
    book.close()
    with zipfile.ZipFile(buffer) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def floor(document, workbook):
    """The least that any writer of this document does: its text as strings, and a zip."""
    with zipfile.ZipFile(assets.template("brand", "reference.docx")) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = []
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table):
            rows = "".join(_floor_row(row) for row in block.rows)
            body.append(f"<w:tbl>{rows}</w:tbl>")
        elif isinstance(block, Chart):
            parts[f"word/charts/{at}.xml"] = _floor_chart(block).encode()
            parts[f"word/embeddings/{at}.xlsx"] = _floor_workbook(block, workbook)
        else:
            body.append(_floor_paragraph("BodyText", block.text))
    parts["word/document.xml"] = "".join(body).encode()
    with zipfile.ZipFile(io.BytesIO(), "w") as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name.endswith(".xlsx") else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, kind)


def _floor_chart(chart):
    categories = "".join(
        f'<c:pt idx="{at}"><c:v>{escape(name)}</c:v></c:pt>'
        for at, name in enumerate(chart.categories)
    )
    series = "".join(
        f"<c:ser><c:tx><c:v>{escape(s.name)}</c:v></c:tx><c:cat>{categories}</c:cat><c:val>"
        + "".join(f'<c:pt idx="{at}"><c:v>{v}</c:v></c:pt>' for at, v in enumerate(s.values))
        + "</c:val></c:ser>"
        for s in chart.series
    )
    return f"<c:chartSpace><c:chart><c:plotArea>{series}</c:plotArea></c:chart></c:chartSpace>"


def _floor_workbook(chart, parts):
    rows = "".join(
        f'<row><c t="inlineStr"><is><t>{escape(name)}</t></is></c><c><v>{value}</v></c></row>'
        for name, value in zip(chart.categories, chart.series[0].values, strict=True)
    )
    sheet = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, "xl/worksheets/sheet1.xml": sheet}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


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


def medians(*calls, runs=7, clock=time.process_time):
    """How long each call takes, one after the other: the processor's time where not said else."""
    taken = [[] for _ in calls]
    for _ in range(runs):
        for times, call in zip(taken, calls, strict=True):
            start = clock()
            call()
            times.append(clock() - start)
    return [statistics.median(times) for times in taken]


def children():
    """The processor's time of the processes that were started and have ended, in seconds."""
    return sum(os.times()[2:4])


@pytest.fixture(scope="module")
def document():
    return book()


def test_word_costs_at_most_three_times_strings_and_zip(document, record_property):
    workbook = workbook_parts()
    cold(document)
    ours, again, least = medians(
        lambda: cold(document), lambda: write_docx(document), lambda: floor(document, workbook)
    )
    record_property("ratio", ours / least)
    print(  # noqa: T201  the figures are the point
        f"docx: ours {ours * 1000:.1f} ms, charts known {again * 1000:.1f} ms,"
        f" floor {least * 1000:.1f} ms, ratio {ours / least:.2f}"
    )
    assert ours / least <= 3


def test_word_is_five_times_as_fast_as_the_usual_way_from_start_to_file():
    def process(name):
        subprocess.run(
            [sys.executable, "-c",
             f"from tests.benchmarks.rivals import book, ours, usual; {name}(book())"],
            check=True, cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip

    ours, theirs, start = medians(
        lambda: process("ours"), lambda: process("usual"), lambda: process("id"),
        runs=3, clock=children,
    )  # fmt: skip
    print(  # noqa: T201  the figures are the point
        f"docx from start to file: ours {ours:.2f} s, python-docx and matplotlib {theirs:.2f} s,"
        f" ratio {theirs / ours:.1f}; {start:.2f} s of each to start and compose"
    )
    assert theirs / ours >= 5


def test_word_grows_in_step_with_the_document(record_property):
    def taken(document, runs):
        times = []
        for _ in range(runs):
            start = time.process_time()
            cold(document)
            times.append(time.process_time() - start)
        return statistics.median(times)

    small, large = book(), book(3000)
    cold(small)
    growth = taken(large, 1) / taken(small, 5)
    record_property("growth", growth)
    print(f"docx: 100 times the size in {growth:.0f} times the time")  # noqa: T201  as above
    assert growth <= 120


def test_setting_again_costs_a_fraction_of_setting_once(document):
    typesetter = Typesetter()
    start = time.perf_counter()
    first = typesetter.set(document)
    once = time.perf_counter() - start
    (again,) = medians(lambda: typesetter.set(document), runs=3, clock=time.perf_counter)
    print(f"pdf: first {once * 1000:.0f} ms, again {again * 1000:.0f} ms")  # noqa: T201  the figure is the point
    assert typesetter.set(document) == first
    assert again <= once / 2
