"""The technology radar: every technology lies in its ring and sector, however many there are."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import planner
from planner.blocks import Chart, Point, Span, plain
from planner.drawing import draw, rings
from planner.drawing.brief import Brief
from planner.drawing.canvas import Canvas
from planner.drawing.shapes import Words
from planner.drawing.wording import widest
from tests.plans import sample

RINGS = ("adopt", "trial", "assess", "hold")


def radar(points, sectors=("Web", "Payments", "Tools")):
    return Chart("r", "rings", (Span("m"),), categories=sectors, zones=RINGS, points=tuple(points))


def drawn(chart, monkeypatch):
    """The numbers on the dots and where they lie, from the middle: radius, turn from the top."""
    found, words = {}, []
    bubbles = []
    monkeypatch.setattr(Canvas, "bubble", lambda _s, at, radius, *_: bubbles.append((at, radius)))
    monkeypatch.setattr(Canvas, "text", lambda _s, at, text, **_: words.append((at, text)))
    rings.radar_of_rings(Brief(chart, "en", "#0B5FA5", 166.0))
    middle = bubbles[0][0]
    for at, text in words:
        if text.isdigit() and (at, rings._DOT) in bubbles:
            x, y = at[0] - middle[0], middle[1] - at[1]
            found[int(text)] = (math.hypot(x, y), math.atan2(x, y) % math.tau)
    return found, [text for _, text in words]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=1, max_size=60))
@settings(max_examples=40, deadline=None)
def test_dots_lie_in_their_ring_and_sector(cells):
    sectors = tuple("ABCDE")
    points = [Point(f"t{n}", *cell) for n, cell in enumerate(cells)]
    with pytest.MonkeyPatch.context() as patch:
        found, _ = drawn(radar(points, sectors), patch)
    shown = rings.placed(Brief(radar(points, sectors), "en", "#0B5FA5", 166.0))
    assert len(found) == len(points)
    for number, point in enumerate(shown, 1):
        radius, turn = found[number]
        outer = 46 * math.sqrt((point.y + 1) / 4)
        inner = 46 * math.sqrt(point.y / 4)
        assert inner - 1e-6 <= radius <= outer + 1e-6
        assert point.x * math.tau / 5 < turn < (point.x + 1) * math.tau / 5


def test_the_key_names_every_technology_by_its_sector(monkeypatch):
    points = (Point("Booking", 0, 0), Point("Vouchers", 1, 3), Point("Video", 1, 2))
    _, words = drawn(radar(points), monkeypatch)
    assert words[-6:] == ["B · Payments", "2", "Video", "3", "Vouchers", "C · Tools"]


@pytest.mark.parametrize("count", [1, 9, 40])
def test_in_a_narrow_picture_the_key_stands_below_and_is_read_whole(count):
    """112 mm are the narrowest picture of the window; the circle alone is 102 wide."""
    name = "Reminder by message"
    points = tuple(Point(f"{name} {n}", n % 3, n % 4) for n in range(count))
    canvas = rings.radar_of_rings(Brief(radar(points), "en", "#0B5FA5", 112.0))
    words = [shape for shape in canvas.drawing.shapes if isinstance(shape, Words)]
    named = [shape for shape in words if shape.text.startswith(name)]
    assert sorted(shape.text for shape in named) == sorted(point.label for point in points)
    across = 2 * (rings._RADIUS + rings._EDGE)
    for shape in named:
        assert shape.at[1] > across
        assert shape.at[0] + widest([shape.text]) <= 112
    places = {shape.at for shape in named}
    assert len(places) == count


def test_letters_go_on_after_z():
    assert [rings.letter_of(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize("form", ["png", "svg"])
def test_nothing_in_the_rings_says_so_and_nasty_words_do_no_harm(form):
    lost = radar((Point("a", 7, 0), Point("b", 0, 9), Point("c", math.nan, 0)))
    nasty = radar((Point("$x_{$ <b> ქართული 😀", 0, 0),), ("$ & <i>",))
    for chart in (lost, nasty):
        assert draw(chart, language="ka", accent="#0B5FA5", format=form, width_mm=166)


def test_the_sample_s_radar_shows_every_technology_where_it_stands():
    plan = sample()
    document = planner.compose(plan, "annual", "en")
    (chart,) = [b for b in document.blocks if isinstance(b, Chart) and b.kind == "rings"]
    fields = {sector.id: sector.name for sector in plan.technology.sectors}
    stand = {item.name: (fields[item.sector], item.ring) for item in plan.technology.items}
    shown = {p.label: (chart.categories[int(p.x)], chart.zones[int(p.y)]) for p in chart.points}
    assert shown == stand
    # Came nearer: from a ring further out to one further in.
    order = ["hold", "assess", "trial", "adopt"]
    nearer = {
        item.name
        for item in plan.technology.items
        if item.previous_ring in order and order.index(item.ring) > order.index(item.previous_ring)
    }
    assert {p.label for p in chart.points if p.own} == nearer
    adopted = [item.name for item in plan.technology.items if item.ring == "adopt"]
    assert plain(chart.caption) == f"Ready to be adopted: {' and '.join(adopted)}"
