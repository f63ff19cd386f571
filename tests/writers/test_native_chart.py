"""Charts of Word's own: their figures, their parts, their look, as other programs read them."""

from __future__ import annotations

import io
import math
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import docx
import openpyxl
import pptx.oxml
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.chart.chartspace import ChartSpace
from openpyxl.xml.functions import fromstring
from pptx.chart.chart import Chart as PowerPointChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import _CategorySeriesXmlWriter

import planner
from planner import paths
from planner.blocks import Axis, Chart, Series
from planner.drawing import charts as drawn
from planner.drawing import draw
from planner.writers import native_chart as native
from planner.writers.docx import write_docx
from planner.writers.native_chart import making, native_chart
from planner.writers.native_chart.book import Column, number
from planner.writers.native_chart.codes import Codes
from planner.writers.native_chart.sheet import Sheet
from tests.plans import sample

from .specimen import CHARTS, specimen, text

ACCENT = "#0B5FA5"
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
KINDS = ("bar", "column", "line", "stacked", "waterfall")
NATIVE = tuple(chart for chart in CHARTS if chart.kind in KINDS)
ALL = tuple(chart for chart in CHARTS if chart.kind in native.KINDS)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
GEORGIAN = "ძალიან გრძელი სახელი, რომელსაც ორასი ასო აქვს, " * 5


def made(chart, **changes):
    facts = {
        "language": "en", "accent": ACCENT, "face": "Noto Sans", "width": 166.0, "moment": AT,
    }  # fmt: skip
    found = native_chart(chart, **{**facts, **changes})
    assert found is not None
    return found


@cache
def root(chart):
    return etree.fromstring(made(chart).xml)


def simple(kind, *values, names=(), **facts):
    categories = names or tuple(f"c{at}" for at in range(len(values)))
    series = facts.pop("series", (Series("Sales", values),))
    return Chart("a", kind, text("The message"), categories=categories, series=series, **facts)


def book(data):
    """The workbook as a reader of Excel files sees it: the figures, not the formulas."""
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Sheet1"]


def cached(reference):
    """The cells that a chart's reference names, and its own copy of them, by place."""
    kept = {int(pt.get("idx")): pt.findtext(f"{C}v") for pt in reference.iter(f"{C}pt")}
    return reference.findtext(f"{C}f").split("!")[1].replace("$", ""), kept


def read_by_openpyxl(xml):
    """The chart as openpyxl reads it, which checks choices and numbers."""
    page = fromstring(xml)
    # It knows charts in workbooks only, which need no figures from outside.
    page.remove(page.find(f"{C}externalData"))
    return ChartSpace.from_tree(page)


def series_of(chart):
    """Each series' name with its figures, None where the chart has a gap."""
    found = {}
    for ser in root(chart).iter(f"{C}ser"):
        count = int(ser.find(f"{C}val//{C}ptCount").get("val"))
        _, kept = cached(ser.find(f"{C}val/{C}numRef"))
        values = [float(kept[at]) if at in kept else None for at in range(count)]
        found[ser.findtext(f"{C}tx//{C}v")] = values
    return found


# --- figures


@pytest.mark.parametrize("chart", NATIVE, ids=lambda chart: chart.anchor)
def test_the_chart_s_copy_of_its_figures_is_what_stands_in_the_workbook(chart):
    page, seen = book(made(chart).workbook), 0
    for reference in (*root(chart).iter(f"{C}numRef"), *root(chart).iter(f"{C}strRef")):
        place, kept = cached(reference)
        cells = page[place]
        cells = [row[0] for row in cells] if isinstance(cells, tuple) else [cells]
        for at, cell in enumerate(cells):
            word = kept.get(at)
            numeric = reference.tag == f"{C}numRef" and word is not None
            assert cell.value == (float(word) if numeric else word)
            seen += 1
    assert seen >= len(chart.series) * (2 * len(chart.categories) + 1)


@pytest.mark.parametrize(
    "chart", [c for c in NATIVE if c.kind != "waterfall"], ids=lambda chart: chart.anchor
)
def test_every_figure_is_the_block_s(chart):
    found = series_of(chart)
    for series in chart.series:
        assert found.pop(series.name) == list(series.values)
    # Above stacked columns stand their sums: the only figures that are not the block's own.
    sums = [sum(values) for values in zip(*(s.values for s in chart.series), strict=True)] \
        if chart.kind == "stacked" else None  # fmt: skip
    assert list(found.values()) == ([sums] if sums else [])
    for categories in root(chart).iter(f"{C}cat"):
        assert tuple(cached(categories.find(f"{C}strRef"))[1].values()) == chart.categories


def test_sums_in_the_workbook_follow_a_changed_figure():
    (stack,) = [c for c in NATIVE if c.kind == "stacked"]
    page = openpyxl.load_workbook(io.BytesIO(made(stack).workbook))["Sheet1"]
    assert [page[f"F{row}"].value for row in (1, 2, 13)] == [
        "Total",
        "=SUM(B2:E2)",
        "=SUM(B13:E13)",
    ]
    assert all(cell.data_type != "f" for row in page["A1:E13"] for cell in row)


def test_a_waterfall_stands_on_a_series_that_is_not_seen():
    (chart,) = [c for c in NATIVE if c.kind == "waterfall"]
    # By hand: 4.9 + 0.6 = 5.5, + 0.7 = 6.2, + 0.3 = 6.5, - 0.3 = 6.2.
    base, level, rise, fall = series_of(chart).values()
    assert level == [4.9, None, None, None, None, 6.2]
    assert rise == [None, pytest.approx(0.6), pytest.approx(0.7), pytest.approx(0.3), None, None]
    assert fall == [None, None, None, None, pytest.approx(0.3), None]
    assert base[0] is base[5] is None
    assert base[1:5] == pytest.approx([4.9, 5.5, 6.2, 6.2])
    first = root(chart).find(f".//{C}ser")
    assert first.find(f"{C}spPr/{A}noFill") is not None
    assert not list(first.iter(f"{C}dLbl"))


def test_a_waterfall_through_zero_hangs_from_zero():
    chart = simple("waterfall", 2.0, -3.0, -1.5, 4.0, 1.5, totals=(0, 4))
    # By hand: 2, then to -1, to -2.5, to 1.5.
    assert series_of(chart) == {
        "Base": [None, None, -1.0, None, None],
        "Level": [2.0, None, None, None, 1.5],
        "Rise": [None, None, None, 1.5, None],
        "Rise, below zero": [None, None, None, -2.5, None],
        "Fall": [None, 2.0, None, None, None],
        "Fall, below zero": [None, -1.0, -1.5, None, None],
    }
    # The change from -2.5 to 1.5 is 4; the half of its column above zero says so.
    assert '"+4"' in "".join(codes_at(chart, "Rise"))
    assert '"−3"' in "".join(codes_at(chart, "Fall"))


def codes_at(chart, name):
    """The number formats of a series' labels."""
    (ser,) = [s for s in root(chart).iter(f"{C}ser") if s.findtext(f"{C}tx//{C}v") == name]
    return [e.get("formatCode") for e in ser.iter(f"{C}numFmt")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "values",
    [(-3.0, 2.0, -1.0), (None, 2.0, None), (math.nan, 1.0, math.inf), (0.0, 0.0, 0.0), (7.0,),
     (-1.0, -2.0), (1e-9, 2e-9), (123456789012.5, 1.0), (0.1 + 0.2, 1 / 3)],
    ids=str,
)  # fmt: skip
def test_odd_figures_stay_what_they_are(kind, values):
    chart = simple(kind, *values)
    page = book(made(chart).workbook)
    finite = [v if v is not None and math.isfinite(v) else None for v in values]
    if kind != "waterfall":
        assert [page.cell(row, 2).value for row in range(2, len(values) + 2)] == finite
        assert series_of(chart)["Sales"] == finite
    assert read_by_openpyxl(made(chart).xml) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_without_a_figure_says_so_as_a_picture(kind):
    assert native_chart(
        simple(kind, None, math.nan), language="en", accent=ACCENT, face="x", width=100, moment=AT
    ) is None  # fmt: skip


figures = st.none() | st.floats(-1e14, 1e14) | st.sampled_from([0.0, 1.0, math.nan, math.inf])
charts = st.builds(
    lambda kind, names, rows, owned: Chart(
        "a", kind, text("m"), categories=tuple(names), own=(0,) if owned else (),
        series=tuple(
            Series(f"s{n} {names[0]}", tuple(row[: len(names)]), own=owned and n == 0)
            for n, row in enumerate(rows)
        ),
    ),
    st.sampled_from(KINDS),
    st.lists(st.text(max_size=60), min_size=1, max_size=9),
    st.lists(st.lists(figures, min_size=9, max_size=9), min_size=1, max_size=7),
    st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(charts, st.sampled_from(["en", "ro", "ka"]))
def test_any_chart_can_be_read_back(chart, language):
    facts = {"language": language, "accent": ACCENT, "face": "Noto Sans", "width": 166.0}
    found = native_chart(chart, **facts, moment=AT)
    finite = [v for s in chart.series for v in s.values if v is not None and math.isfinite(v)]
    if found is None:
        assert not finite
        return
    read_by_openpyxl(found.xml)
    page = book(found.workbook)
    assert page.max_row <= len(chart.categories) + 1
    if chart.kind != "waterfall":
        written = {c.value for row in page["B2:Z10"] for c in row if c.value is not None}
        assert set(finite) <= written


# --- text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words",
    ["=1+1", '=HYPERLINK("http://x.org")', "@SUM(A1)", "+1", "http://example.org/a?b=1&c=2",
     "<b> & \"quotes\" 'single' </c:v>", GEORGIAN[:200], "{{ 7*7 }} $x$ [$-418]", "x" * 200],
    ids=lambda words: words[:12],
)  # fmt: skip
def test_what_a_person_wrote_stays_words(kind, words):
    series = (Series(words, (1.0, 2.0)), Series("other", (2.0, 3.0)))
    chart = simple(kind, names=(words, "b"), series=series, y=Axis(title=words))
    found = made(chart)
    page = openpyxl.load_workbook(io.BytesIO(found.workbook))["Sheet1"]
    assert (page["A2"].value, page["A2"].data_type) == (words, "s")
    assert page["A2"].hyperlink is None
    if kind != "waterfall":
        assert (page["B1"].value, page["B1"].data_type) == (words, "s")
        assert words in series_of(chart)
    kept = cached(root(chart).find(f".//{C}cat/{C}strRef"))[1]
    assert kept == {0: words, 1: "b"}


def test_what_xml_cannot_hold_is_replaced_and_lines_become_one():
    chart = simple("column", 1.0, 2.0, names=("a\x00b\ud800", "two\nlines"))
    assert cached(root(chart).find(f".//{C}cat/{C}strRef"))[1] == {0: "a�b�", 1: "two lines"}


# --- numbers as they are printed


@pytest.mark.parametrize(
    ("language", "pattern", "value", "printed"),
    [
        # Three significant digits, half to even, in the separators of the language.
        ("en", "#,##0", 12345.0, "12,300"),
        ("ro", "#,##0", 12345.0, "12.300"),
        ("ka", "#,##0", 12345.0, "12\u00a0300"),
        ("ro", "#,##0.##", 6.25, "6,25"),
        ("en", "#,##0.##", 362.5, "362"),
        ("ro", "0.0#", 1.0, "1,0"),
    ],
)
def test_a_number_has_the_document_s_words_while_it_is_the_one_written(
    language, pattern, value, printed
):
    code = Codes(pattern, language).exact(value)
    (low, high, words) = re.fullmatch(
        r'\[<([\d.]+)\][#,0.]+;\[<=([\d.]+)\]"(.+)";[#,0.]+', code
    ).groups()  # fmt: skip
    assert float(low) < value < float(high)
    assert (float(high) - float(low)) / value < 1e-8
    assert words == printed


@pytest.mark.parametrize(
    ("pattern", "values", "code"),
    [
        ("#,##0.##", [3.0, 20.0], '#,##0;"−"#,##0'),
        ("#,##0.##", [3.0, 2.5], '#,##0.0;"−"#,##0.0'),
        ("0%", [0.5, 0.25], '0%;"−"0%'),
    ],
)
def test_other_numbers_have_as_many_decimals_as_are_needed(pattern, values, code):
    assert Codes(pattern, "en").usual(values) == code


def test_an_axis_parts_thousands_as_the_language_does():
    assert Codes("#,##0", "ro").axis([0, 5000, 10000]) == '[>=1000]#"."##0;0'
    assert Codes("#,##0", "en").axis([0, 1e6]) == '[>=1000000]#","###","##0;[>=1000]#","##0;0'
    assert Codes("#,##0", "en").axis([0, 50, 100]) == '#,##0;"−"#,##0'


# --- look


def colours(chart, name):
    (ser,) = [s for s in root(chart).iter(f"{C}ser") if s.findtext(f"{C}tx//{C}v") == name]
    return [e.get("val") for e in ser.find(f"{C}spPr").iter(f"{A}srgbClr")]


def test_we_are_in_the_accent_and_rivals_in_slate():
    groups = next(c for c in NATIVE if c.anchor == "groups")
    assert [colours(groups, n) for n in ("Our firm", "Brewline", "Kavkaz")] == [
        ["0B5FA5"], ["5F6B7A"], ["95A0AF"],
    ]  # fmt: skip


def test_where_nobody_is_us_the_series_have_their_order_and_are_told_apart_in_grey():
    stack = next(c for c in NATIVE if c.kind == "stacked")
    found = next(iter(root(stack).iter(f"{C}barChart"))).findall(f"{C}ser")
    grounds = [(s.findall(f".//{A}bgClr/{A}srgbClr") or s.findall(f".//{A}solidFill/{A}srgbClr"))[0]
               for s in found]  # fmt: skip
    assert [g.get("val") for g in grounds] == ["0B5FA5", "C4560A", "1A7F64", "8A3FA0"]
    patterns = [[p.get("prst") for p in s.iter(f"{A}pattFill")] for s in found]
    assert patterns == [[], ["wdUpDiag"], ["wdDnDiag"], ["narHorz"]]
    line = next(c for c in NATIVE if c.kind == "line")
    symbols = [e.get("val") for e in root(line).iter(f"{C}symbol")]
    assert symbols == ["circle", "square", "triangle"]


def test_a_firm_among_categories_is_in_the_accent():
    chart = simple("bar", 3.0, 2.0, 1.0, own=(1,))
    points = {int(e.find(f"{C}idx").get("val")): e.find(f".//{A}srgbClr").get("val")
              for e in root(chart).iter(f"{C}dPt")}  # fmt: skip
    assert points == {0: "95A0AF", 2: "95A0AF"}
    assert colours(chart, "Sales") == ["0B5FA5"]


def test_the_brand_s_colour_and_font_are_named():
    found = made(NATIVE[0], accent="#7A1F3D", face='A "font" & more')
    page = etree.fromstring(found.xml)
    assert {e.get("typeface") for e in page.iter(f"{A}latin")} == {'A "font" & more'}
    assert b"7A1F3D" in found.xml
    assert b"0B5FA5" not in found.xml


@pytest.mark.parametrize("chart", NATIVE, ids=lambda chart: chart.anchor)
def test_there_is_no_box_and_no_upright_grid(chart):
    page = root(chart)
    for place in (page, page.find(f".//{C}plotArea")):
        look = place.find(f"{C}spPr")
        assert look.find(f"{A}noFill") is not None
        assert look.find(f"{A}ln/{A}noFill") is not None
    assert not list(page.iter(f"{C}minorGridlines"))
    assert page.find(f".//{C}catAx/{C}majorGridlines") is None
    grid = page.find(f".//{C}valAx/{C}majorGridlines//{A}srgbClr")
    assert (grid is None) == (chart.kind == "bar")
    assert grid is None or grid.get("val") == "D5D9E0"
    zero = page.find(f".//{C}catAx/{C}spPr/{A}ln/{A}solidFill/{A}srgbClr")
    assert zero.get("val") == "868E9C"


def test_bars_stand_on_zero_though_all_values_are_large():
    for kind in ("column", "stacked"):
        scaling = root(simple(kind, 95.0, 99.0)).find(f".//{C}valAx/{C}scaling")
        assert float(scaling.find(f"{C}min").get("val")) == 0
    bars = root(simple("bar", 95.0, 99.0)).find(f".//{C}valAx/{C}scaling")
    assert float(bars.find(f"{C}min").get("val")) == 0


def test_lying_bars_run_from_the_top_and_columns_with_long_names_lie_down():
    long = tuple(f"A rather long name of a firm that nobody can abbreviate {n}" for n in range(7))
    for chart in (simple("bar", 1.0, 2.0), simple("column", *range(1, 8), names=long)):
        assert root(chart).find(f".//{C}barDir").get("val") == "bar"
        assert root(chart).find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == "maxMin"
    assert root(simple("column", 1.0, 2.0)).find(f".//{C}barDir").get("val") == "col"


def test_the_field_leaves_room_for_what_stands_round_it():
    chart = next(c for c in NATIVE if c.anchor == "bar")
    layout = root(chart).find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    x, w = (float(layout.find(f"{C}{name}").get("val")) for name in "xw")
    # "Kavkaz Coffee Roasters and …" needs more than a quarter of the width, "7.8" some 5 mm.
    assert 0.25 < x < 0.45
    assert x + w < 1 - 4 / 166


# --- as other programs read it

MORE = (
    simple("line", *map(float, range(40)), y=Axis("GEL", 0, 50)),
    simple("line", 1.0, None, 3.0, series=(Series("a", (1, 2, 3)), Series("b", (1, 2, None)))),
    simple("bar", -3.0, 4.0, own=(0,)),
    simple("waterfall", 2.0, -3.0, 4.0),
)


@pytest.mark.parametrize("chart", [*NATIVE, *MORE], ids=lambda c: f"{c.kind} {c.anchor}")
def test_other_readers_of_charts_read_it(chart):
    found = made(chart)
    assert read_by_openpyxl(found.xml).chart.plotArea is not None
    plot = PowerPointChart(pptx.oxml.parse_xml(found.xml), None).plots[0]
    assert list(plot.categories) == list(chart.categories)


# --- in the Word file


@pytest.fixture(scope="module")
def data():
    return write_docx(specimen())


@pytest.fixture(scope="module")
def parts(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_each_chart_is_a_part_with_its_workbook_and_their_types(data):
    word = docx.Document(io.BytesIO(data))
    references = list(word.element.body.iter(f"{C}chart"))
    assert len(references) == len(ALL)
    for reference in references:
        part = word.part.related_parts[reference.get(qn("r:id"))]
        assert part.content_type == (
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        )
        outer = etree.fromstring(part.blob).find(f"{C}externalData").get(qn("r:id"))
        workbook = part.related_parts[outer]
        assert workbook.content_type == (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
        assert book(workbook.blob)["A2"].value is not None
    parts = [word.part.related_parts[r.get(qn("r:id"))].partname for r in references]
    assert len(set(parts)) == len(parts)


def test_what_word_has_no_chart_for_stays_a_picture(parts):
    pictures = [n for n in parts if n.startswith("word/media/")]
    assert len(pictures) == len(CHARTS) - len(ALL) == 6


def test_charts_bear_words_for_who_cannot_see_them(data):
    word = docx.Document(io.BytesIO(data))
    described = {
        frame.find(qn("wp:docPr")).get("descr")
        for frame in word.element.body.iter(qn("wp:inline"))
        if frame.find(f".//{C}chart") is not None
    }
    assert described == {chart.alt for chart in ALL}
    ids = [e.get("id") for e in word.element.body.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids) == len(CHARTS)


def test_equal_charts_are_parts_of_their_own():
    twice = (CHARTS[0], replace(CHARTS[0], anchor="again"))
    names = zipfile.ZipFile(io.BytesIO(write_docx(specimen(blocks=twice)))).namelist()
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= set(names)
    assert {"word/embeddings/workbook1.xlsx", "word/embeddings/workbook2.xlsx"} <= set(names)


def test_the_same_document_gives_the_same_bytes():
    first = write_docx(specimen())
    native._charts.clear()
    assert write_docx(specimen()) == first


def test_the_workbook_tells_nothing_of_the_day(parts):
    entries = zipfile.ZipFile(io.BytesIO(parts["word/embeddings/workbook1.xlsx"])).infolist()
    assert {entry.date_time for entry in entries} == {(2026, 11, 24, 12, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names[2:] == sorted(names[2:])
    core = zipfile.ZipFile(io.BytesIO(parts["word/embeddings/workbook1.xlsx"])).read(
        "docProps/core.xml"
    )
    assert b"2026-11-24T12:00:00Z" in core


def test_charts_of_word_s_own_need_no_drawing():
    program = (
        "import sys\n"
        "from tests.writers.specimen import CHARTS, specimen\n"
        "from planner.writers.docx import write_docx\n"
        "from planner.writers.native_chart import KINDS\n"
        "write_docx(specimen(blocks=tuple(c for c in CHARTS if c.kind in KINDS)))\n"
        "assert 'matplotlib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def canonical(*parts):
    """XML without the white space between its elements."""
    wrapped = f'<x xmlns:c="{C[1:-1]}">{"".join(parts)}</x>'
    return etree.tostring(etree.fromstring(wrapped, etree.XMLParser(remove_blank_text=True)))


def test_the_copy_of_the_figures_is_as_python_pptx_writes_it():
    names = ("a & b", "c < d", "ქარი", "")
    figures = {"Sales": (1.0, None, 2.5, -1e-7), 'of "us"': (1e16, 3, 0.1 + 0.2, None)}
    sheet = Sheet(names, tuple(Column(name, values) for name, values in figures.items()))
    theirs = CategoryChartData(number_format="General")
    theirs.categories = names
    for name, values in figures.items():
        theirs.add_series(name, [number(value) for value in values])
    for at, series in enumerate(theirs):
        writer = _CategorySeriesXmlWriter(series)
        assert canonical(sheet.name(at)) == canonical(writer.tx_xml)
        assert canonical(sheet.figures(at)) == canonical(writer.cat_xml, writer.val_xml)


# --- nothing is made twice


def data_of(document):
    """What is drawn of each chart: the words round it are the writer's."""
    found = [b for b in document.blocks if isinstance(b, Chart)]
    return {replace(c, anchor="", caption=(), subtitle="", alt="", source=()) for c in found}


CHANGES = (
    ("market.trends[night-booking].years[2026].value", 0.41, {"made": 1, "drawn": 0}),
    ("promotion.risks[app-enters].impact", 2, {"made": 0, "drawn": 1}),
    ("market.trends[night-booking].name", "People book late", {"made": 0, "drawn": 0}),
)
"""Answers that one chart of Word's own, one picture and one caption alone rest on."""


def test_a_second_writing_makes_only_the_charts_that_changed(monkeypatch):
    counts = {"made": 0, "drawn": 0}

    def counted(module, name, key):
        real = getattr(module, name)

        def call(*args, **kwargs):
            counts[key] += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(module, name, call)

    counted(making, "made", "made")
    counted(drawn, "drawing", "drawn")
    plan = sample()
    before = planner.compose(plan, "annual", "en")
    write_docx(before)
    counts.update(made=0, drawn=0)
    write_docx(before)
    assert counts == {"made": 0, "drawn": 0}
    for path, value, expected in CHANGES:
        after = planner.compose(paths.put(plan, path, value), "annual", "en")
        fresh = data_of(after) - data_of(before)
        assert len(fresh) == sum(expected.values())
        counts.update(made=0, drawn=0)
        write_docx(after)
        assert counts == expected


def test_the_store_is_bounded(monkeypatch):
    monkeypatch.setattr(native, "_KEPT", 3)
    native._charts.clear()
    for value in range(5):
        made(simple("column", float(value + 1)))
    assert len(native._charts) == 3


# --- as LibreOffice shows it


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    extra = simple("column", 12345.0, 6789.0, names=("Ianuarie", "Februarie"))
    blocks = (*NATIVE, replace(extra, anchor="extra"))
    (folder / "plan.docx").write_bytes(write_docx(specimen(blocks=blocks, language="ro")))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), str(folder / "plan.docx")],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO((folder / "plan.pdf").read_bytes()))
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize(
    "words",
    ["Kavkaz Coffee Roasters", "Trade fairs", "Our firm 4,9", "Brewline 4,6", "Market 55,8",
     "+0,7", "−0,3", "12.300", "6.790", "10.000", "Februarie", "520", "362", "7,8"],
)  # fmt: skip
def test_names_and_numbers_are_shown_in_the_document_s_language(shown, words):
    assert words in shown


def test_a_picture_is_not_drawn_where_word_has_a_chart(monkeypatch):
    monkeypatch.setattr(drawn, "drawing", lambda *_, **__: pytest.fail("drawn"))
    write_docx(specimen(blocks=(NATIVE[0],)))
    with pytest.raises(pytest.fail.Exception):
        draw(replace(CHARTS[6], zones=("other",)), language="en", accent=ACCENT, format="png",
             width_mm=61)  # fmt: skip
