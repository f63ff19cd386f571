"""Pictures of charts, judged by what stands in the SVG and by what must never fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planner import drawing
from planner.blocks import Axis, Chart, ChartKind, Point, Series, Span, Span2D, TreeNode
from planner.drawing import draw, sketch
from planner.drawing.colours import STRONG
from planner.drawing.shapes import Stroke

ACCENT = "#0B5FA5"
KINDS = get_args(ChartKind)
NASTY = "$x^2$ _a_ #b <c> & 'd' \"e\" ქართული \U0001f680 \\ % ₾"


def chart(kind, **changes):
    facts = {
        "categories": ("One", "Two", "Three"),
        "series": (Series("Firm", (4.0, 2.0, 1.0)),),
        "points": (Point("A", 1, 2, 5), Point("B", 3, 1, 2, own=True)),
        "bars": (Span2D("Fair", 740000, 740030, "Group"), Span2D("School", 740040, 740100)),
        "nodes": (TreeNode("Goal", 0), TreeNode("Measure", 1, (0,), note="unused")),
        "x": Axis("Price", 0, 4, "low", "high"),
        "y": Axis("Service", 0, 4, "low", "high") if kind in {"map", "matrix"} else Axis(),
        "cuts_x": (2.0,) if kind == "matrix" else (),
        "cuts_y": (2.0,) if kind == "matrix" else (),
        "zones": ("a", "b", "c", "d") if kind == "matrix" else (),
    }
    return Chart("anchor", kind, (Span("Message"),), **{**facts, **changes})


def svg(chart_, language="en", width=160.0):
    return draw(chart_, language=language, accent=ACCENT, format="svg", width_mm=width)


def boxes(data, colour):
    """Left, top, right, bottom of the filled rectangles of a colour, in the SVG's points."""
    found = []
    for path in etree.fromstring(data).iter("{*}path"):
        if f"fill: {colour.lower()}" in path.get("style", "").lower():
            numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", path.get("d"))]
            xs, ys = numbers[0::2], numbers[1::2]
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_in_both_formats(kind):
    root = etree.fromstring(svg(chart(kind)))
    # 160 mm are 453.5 points.
    assert float(root.get("width").removesuffix("pt")) == pytest.approx(160 / 25.4 * 72, abs=0.1)
    assert len(list(root.iter("{*}path"))) > 3
    png = draw(chart(kind), language="en", accent=ACCENT, format="png", width_mm=160)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == round(160 / 25.4 * 200 - 0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_no_trace_of_the_program_or_the_day(kind):
    for data in (svg(chart(kind)), draw(chart(kind), language="en", accent=ACCENT, format="png",
                                        width_mm=100)):  # fmt: skip
        assert b"dc:date" not in data
        assert b"Software" not in data
        assert str(Path.home()).encode() not in data


def test_columns_are_as_high_as_their_values():
    heights = [bottom - top for _, top, _, bottom in boxes(svg(chart("column")), ACCENT)]
    assert heights == pytest.approx([heights[2] * 4, heights[2] * 2, heights[2]], rel=1e-3)


def test_bars_are_as_long_as_their_values():
    lengths = [right - left for left, _, right, _ in boxes(svg(chart("bar")), ACCENT)]
    assert lengths == pytest.approx([lengths[2] * 4, lengths[2] * 2, lengths[2]], rel=1e-3)


def test_a_negative_column_hangs_from_the_zero_line():
    data = svg(chart("column", series=(Series("Firm", (3.0, -2.0, 1.0)),)))
    up, down, _ = boxes(data, ACCENT)
    assert up[3] == pytest.approx(down[1], abs=0.01)
    assert (up[3] - up[1]) / (down[3] - down[1]) == pytest.approx(1.5, rel=1e-3)


def test_a_missing_value_leaves_a_gap():
    data = svg(chart("column", series=(Series("Firm", (3.0, None, 1.0)),)))
    assert len(boxes(data, ACCENT)) == 2


def test_equal_names_stand_side_by_side():
    data = svg(chart("column", categories=("Same", "Same", "Same")))
    lefts = sorted(left for left, *_ in boxes(data, ACCENT))
    assert len({round(left) for left in lefts}) == 3


def test_stacked_parts_touch_and_add_up():
    two = (Series("A", (1.0, 2.0, 3.0), own=True), Series("B", (3.0, 2.0, 1.0)))
    data = svg(chart("stacked", series=two))
    own = boxes(data, ACCENT)[:3]
    heights = [bottom - top for _, top, _, bottom in own]
    assert heights == pytest.approx([heights[0], heights[0] * 2, heights[0] * 3], rel=1e-3)


def test_a_waterfall_ends_where_its_steps_lead():
    # 10 + 5 - 3 = 12: the last level is 1.2 times as high as the first.
    data = svg(chart("waterfall", categories=("a", "b", "c", "d"),
                     series=(Series("x", (10.0, 5.0, -3.0, 12.0)),)))  # fmt: skip
    first, last = (bottom - top for _, top, _, bottom in boxes(data, ACCENT))
    assert last / first == pytest.approx(1.2, rel=1e-3)
    # A step up stands on the level before it and is half of it; one down hangs from its end.
    ((_, up_top, _, up_foot),) = boxes(data, "#1A7F64")
    ((_, down_top, _, down_foot),) = boxes(data, "#C4560A")
    ground = max(bottom for *_, bottom in boxes(data, ACCENT))
    assert ground - up_foot == pytest.approx(first, rel=1e-3)
    assert up_foot - up_top == pytest.approx(first * 0.5, rel=1e-3)
    assert down_top == pytest.approx(up_top, abs=0.01)
    assert down_foot - down_top == pytest.approx(first * 0.3, rel=1e-3)


def test_no_line_leads_to_a_level_that_is_another():
    def lines(last):
        made = chart("waterfall", categories=("a", "b", "c", "d"), totals=(0, 2, 3),
                     series=(Series("x", (10.0, 5.0, 15.0, last)),))  # fmt: skip
        drawing = sketch(made, language="en", accent=ACCENT, width_mm=160)
        return sum(isinstance(s, Stroke) and s.colour == STRONG and s.width == 0.5
                   for s in drawing.shapes)  # fmt: skip

    # From the first to the rise, from there to its end, and on to a level of the same height.
    assert lines(15.0) - lines(12.0) == 1


def test_a_waterfall_that_does_not_close_ends_with_a_change():
    data = svg(chart("waterfall", series=(Series("x", (10.0, 5.0, 3.0)),)))
    assert len(boxes(data, ACCENT)) == 1


def test_bubbles_grow_by_area():
    points = (Point("A", 1, 1, 9, own=True), Point("B", 3, 3, 4, own=True))
    data = svg(chart("map", points=points))
    circles = [
        path for path in etree.fromstring(data).iter("{*}path")
        if f"stroke: {ACCENT.lower()}" in path.get("style", "").lower()
    ]  # fmt: skip
    widths = []
    for path in circles:
        xs = [float(n) for n in re.findall(r"-?\d+\.?\d*", path.get("d"))][0::2]
        widths.append(max(xs) - min(xs))
    # Areas of 9 to 4 are radii of 3 to 2.
    assert max(widths) / min(widths) == pytest.approx(1.5, rel=1e-2)


def test_us_among_categories_is_in_the_accent():
    data = svg(chart("bar", own=(1,)))
    assert len(boxes(data, ACCENT)) == 1


def test_more_than_forty_bars_end_in_other():
    names = tuple(f"n{n}" for n in range(2000))
    many = chart("bar", categories=names, series=(Series("x", (1.0,) * 2000),))
    start = time.perf_counter()
    found = boxes(svg(many), ACCENT)
    assert time.perf_counter() - start < 5
    assert len(found) == 41
    longest = max(right - left for left, _, right, _ in found)
    shortest = min(right - left for left, _, right, _ in found)
    assert longest / shortest == pytest.approx(1960, rel=0.01)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "ro", "ms", "ka"])
def test_nothing_to_draw_is_said_in_words(kind, language):
    empty = chart(kind, categories=(), series=(), points=(), bars=(), nodes=())
    assert etree.fromstring(svg(empty, language)) is not None
    nothing = chart(kind, series=(Series("x", (None, float("nan"), float("inf"))),), points=(
        Point("A", float("nan"), 1),), bars=(Span2D("a", 0, 0),),
        nodes=(TreeNode("a", 9), TreeNode("b", -1)))  # fmt: skip
    assert svg(nothing, language) == svg(empty, language)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("words", [NASTY, "a" * 100_000, "", "\n\t", "word " * 40])
def test_any_words_are_drawn(kind, words):
    nasty = chart(
        kind, categories=(words,) * 3, zones=(words,) * 4,
        series=(Series(words, (4.0, 2.0, 1.0)), Series(words, (1.0, 2.0, -4.0), own=True)),
        points=tuple(Point(words, n % 2, n % 3, n) for n in range(30)),
        bars=tuple(Span2D(words, 740000 + n, 740010 + n, words) for n in range(5)),
        nodes=tuple(TreeNode(words, n % 3, (n - 1, n, n + 1, 99), note=words) for n in range(9)),
        x=Axis(words, 0, 4, words, words), y=Axis(words, 0, 4, words, words),
    )  # fmt: skip
    assert etree.fromstring(svg(nasty)) is not None


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None)
@given(
    values=st.lists(
        st.none() | st.floats(-1e14, 1e14) | st.just(float("nan")) | st.just(0.0),
        min_size=1,
        max_size=50,
    )
)
def test_any_values_are_drawn(kind, values):
    points = tuple(Point(str(v), v or 0, 1, v or 0) for v in values)
    drawn = chart(
        kind, categories=tuple(str(n) for n in range(len(values))), points=points,
        series=(Series("x", tuple(values)), Series("y", tuple(reversed(values)), own=True)),
        x=Axis(), y=Axis(),
    )  # fmt: skip
    assert etree.fromstring(svg(drawn)) is not None


def test_a_chart_is_drawn_once(monkeypatch):
    calls = []
    from planner.drawing import charts

    true = charts.drawing
    monkeypatch.setattr(charts, "drawing", lambda *a, **k: calls.append(1) or true(*a, **k))
    drawing._pictures.clear()
    one = chart("column")
    first = svg(one)
    # Words that a writer prints are no part of the picture.
    assert svg(replace(one, anchor="x", caption=(), subtitle="s", alt="t")) is first
    assert len(calls) == 1
    svg(replace(one, series=(Series("Firm", (4.0, 2.0, 1.5)),)))
    assert len(calls) == 2


def test_the_same_chart_gives_the_same_bytes_anywhere(tmp_path):
    script = (
        "import hashlib, sys\n"
        f"sys.path[:0] = [{str(Path(drawing.__file__).parents[2])!r},"
        f" {str(Path(__file__).parent)!r}]\n"
        "from test_drawing import KINDS, chart\n"
        "from planner.drawing import draw\n"
        "for kind in KINDS:\n"
        "    for form in ('svg', 'png'):\n"
        "        data = draw(chart(kind), language='ka', accent='#0B5FA5', format=form,"
        " width_mm=150)\n"
        "        print(kind, form, hashlib.sha256(data).hexdigest())\n"
    )
    outputs = set()
    for seed, zone, folder in (("1", "UTC", tmp_path), ("77", "Asia/Tbilisi", Path.home())):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run([sys.executable, "-c", script], cwd=folder, env=env, check=True,
                              capture_output=True, text=True)  # fmt: skip
        assert done.stderr == ""
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == 2 * len(KINDS)


def test_the_months_of_a_calendar_are_dashed_and_what_waits_is_not():
    bars = (Span2D("Fair", 740000, 740030), Span2D("School", 740040, 740100, after=(0,)))
    styles = [
        path.get("style", "")
        for path in etree.fromstring(svg(chart("gantt", bars=bars))).iter("{*}path")
        if "fill: none" in path.get("style", "")
    ]
    # 4 dashes and 3 gaps of 0.5 points each.
    months = [style for style in styles if "stroke-dasharray: 2,1.5" in style]
    # 1 January 2027 is day 739,982: the bars reach over 4 months, from January to April.
    assert len(months) == 5
    waits = [style for style in styles if ACCENT.lower() in style.lower()]
    waits += [style for style in styles if "#868e9c" in style.lower()]
    assert waits
    assert not any("dasharray" in style for style in waits)
