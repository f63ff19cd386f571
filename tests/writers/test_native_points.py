"""Scatter, bubble, doughnut and radar charts of Word's own: figures, words, other readers."""

import io
import math

import openpyxl
import pptx.oxml
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.chart.chart import Chart as PowerPointChart

from planner.blocks import Axis, Chart, Point, Series
from planner.drawing.brief import Brief
from planner.drawing.shares import MOST_PARTS, slices
from planner.writers.native_chart import native_chart

from .specimen import CHARTS, text
from .test_native_chart import ACCENT, AT, A, C, book, cached, made, read_by_openpyxl, root

BY_KIND = {c.kind: c for c in CHARTS if c.kind in ("doughnut", "radar", "scatter", "bubble")}
HOSTILE = (
    "=1+1", '=HYPERLINK("http://x.org")', "@SUM(A1)", "+1", '<b> & "quotes" </c:v>',
    "{{ 7*7 }} $x$ [$-418]", "ქართული სახელი", "x" * 200,
)  # fmt: skip


@pytest.mark.parametrize("kind", BY_KIND)
def test_the_chart_s_copy_of_its_figures_is_what_stands_in_the_workbook(kind):
    page, seen = book(made(BY_KIND[kind]).workbook), 0
    for reference in (*root(BY_KIND[kind]).iter(f"{C}numRef", f"{C}strRef"),):
        place, kept = cached(reference)
        cells = page[place]
        cells = [row[0] for row in cells] if isinstance(cells, tuple) else [cells]
        for at, cell in enumerate(cells):
            word = kept.get(at)
            numeric = reference.tag == f"{C}numRef" and word is not None
            assert cell.value == (float(word) if numeric else word)
            seen += 1
    assert seen > 10


@pytest.mark.parametrize("kind", ["scatter", "bubble"])
def test_each_point_is_a_series_with_its_name_and_place(kind):
    chart = BY_KIND[kind]
    found = [
        (ser.findtext(f"{C}tx//{C}v"), float(ser.findtext(f"{C}xVal//{C}v")),
         float(ser.findtext(f"{C}yVal//{C}v")))
        for ser in root(chart).iter(f"{C}ser")
    ]  # fmt: skip
    assert found == [(p.label, p.x, p.y) for p in chart.points]


def test_bubbles_have_their_sizes():
    chart = BY_KIND["bubble"]
    sizes = [float(ser.findtext(f"{C}bubbleSize//{C}v")) for ser in root(chart).iter(f"{C}ser")]
    assert sizes == [p.size for p in chart.points]
    assert root(chart).find(f".//{C}sizeRepresents").get("val") == "area"


def test_small_parts_of_a_ring_become_one():
    # By hand: the five largest of seven as they are, 1.5 + 0.4 together.
    chart = BY_KIND["doughnut"]
    values = [float(v.text) for v in root(chart).findall(f".//{C}val//{C}v")]
    assert values == [122, 52, 28, 9, 4, pytest.approx(1.9)]
    assert len(values) == MOST_PARTS
    names = [v.text for v in root(chart).findall(f".//{C}cat//{C}v")]
    assert names[0] == "Physiotherapy session, 50 minutes: 122"
    assert names[-1] == "Other: 1.9"


def test_shares_of_a_ring_add_up():
    parts = slices(Brief(BY_KIND["doughnut"], "en", ACCENT, 166.0))
    assert math.fsum(part.share for part in parts) == pytest.approx(1)
    assert parts[0].share == pytest.approx(122 / 216.9)


def test_a_profile_has_a_gap_where_a_value_lacks():
    chart = BY_KIND["radar"]
    series = list(root(chart).iter(f"{C}ser"))
    _, kept = cached(series[1].find(f"{C}val/{C}numRef"))
    assert 3 not in kept
    assert float(kept[0]) == 5
    ends = root(chart).find(f".//{C}valAx/{C}scaling")
    assert [float(ends.find(f"{C}{end}").get("val")) for end in ("min", "max")] == [0, 5]


@pytest.mark.parametrize("kind", ["scatter", "bubble", "radar"])
def test_we_are_in_the_accent_and_nobody_else(kind):
    chart = BY_KIND[kind]
    owned = [p.own for p in chart.points] or [s.own for s in chart.series]
    for own, ser in zip(owned, root(chart).iter(f"{C}ser"), strict=True):
        colours = {e.get("val") for e in ser.iter(f"{A}srgbClr")}
        assert ("0B5FA5" in colours) == own


@pytest.mark.parametrize("kind", BY_KIND)
def test_other_programs_read_it(kind):
    found = made(BY_KIND[kind])
    assert read_by_openpyxl(found.xml).chart.plotArea is not None
    plot = PowerPointChart(pptx.oxml.parse_xml(found.xml), None).plots[0]
    expected = len(BY_KIND[kind].points) or len(BY_KIND[kind].series)
    assert len(plot.series) == expected


@pytest.mark.parametrize("kind", BY_KIND)
@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:12])
def test_what_a_person_wrote_stays_words(kind, words):
    chart = Chart(
        "a", kind, text("m"), categories=(words, "b", "c"),
        series=(Series(words, (1.0, 2.0, 3.0)),), x=Axis(words), y=Axis(words),
        points=(Point(words, 1.0, 2.0, 3.0), Point("b", 2.0, 1.0, 1.0)),
    )  # fmt: skip
    found = made(chart)
    page = openpyxl.load_workbook(io.BytesIO(found.workbook))["Sheet1"]
    for cell in (page["A2"], page["B1"]):
        assert cell.data_type == "s"
        assert cell.value.startswith(words)
        assert cell.hyperlink is None


@pytest.mark.parametrize("kind", ["scatter", "bubble"])
def test_points_without_a_place_are_left_out_and_none_at_all_is_no_chart(kind):
    lost = (Point("a", math.nan, 1.0), Point("b", 1.0, math.inf))
    kept = (*lost, Point("c", 1.0, 1.0, math.nan))
    chart = Chart("a", kind, text("m"), points=kept)
    assert [ser.findtext(f"{C}tx//{C}v") for ser in root(chart).iter(f"{C}ser")] == ["c"]
    facts = {"language": "en", "accent": ACCENT, "face": "x", "width": 100, "moment": AT}
    assert native_chart(Chart("a", kind, text("m"), points=lost), **facts) is None


@pytest.mark.parametrize("values", [(0.0, 0.0), (-1.0, -2.0), (None, math.nan), ()])
def test_a_ring_of_nothing_is_no_chart(values):
    chart = Chart("a", "doughnut", text("m"), categories=("a", "b"), series=(Series("s", values),))
    facts = {"language": "en", "accent": ACCENT, "face": "x", "width": 100, "moment": AT}
    assert native_chart(chart, **facts) is None


places = st.floats(-1e12, 1e12) | st.sampled_from([0.0, math.nan, math.inf, 1e-9])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(Point, st.text(max_size=60), places, places, places, st.booleans()),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["scatter", "bubble"]),
    st.sampled_from(["en", "ro", "ka"]),
)
def test_any_points_can_be_read_back(points, kind, language):
    chart = Chart("a", kind, text("m"), points=tuple(points))
    facts = {"language": language, "accent": ACCENT, "face": "Noto Sans", "width": 166.0}
    found = native_chart(chart, **facts, moment=AT)
    placed = [p for p in points if math.isfinite(p.x) and math.isfinite(p.y)]
    assert (found is None) == (not placed)
    if found is not None:
        read_by_openpyxl(found.xml)
        page = book(found.workbook)
        assert [page.cell(row, 2).value for row in range(2, len(placed) + 2)] == [
            p.x for p in placed
        ]
