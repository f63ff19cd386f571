"""Lanes of cards: nothing lies on each other or outside, and every spot has its lane."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.blocks import Chart, Point
from planner.drawing import sketch
from planner.drawing.shapes import Lanes, Words


def drawn(names, cards, width=160.0):
    points = tuple(Point(label, lane, 0, note=note) for label, lane, note in cards)
    chart = Chart("x", "lanes", (), categories=tuple(names), points=points)
    return sketch(chart, language="en", accent="#0B5FA5", width_mm=width)


def box_of(touch):
    x, y = touch.middle
    wide, high = touch.half + touch.radius, touch.tall + touch.radius
    return x - wide, y - high, x + wide, y + high


words = st.text(min_size=1, max_size=60)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(1, 9),
    st.lists(st.tuples(words, st.integers(0, 8), words), min_size=1, max_size=20),
    st.floats(112, 190),
)
def test_cards_lie_in_their_lanes_and_not_on_each_other(count, cards, width):
    cards = [(label, lane % count, note) for label, lane, note in cards]
    drawing = drawn([f"Lane {n}" for n in range(count)], cards, width)
    ground = drawing.ground
    assert isinstance(ground, Lanes)
    assert len(drawing.touches) == len(cards)
    boxes = [box_of(touch) for touch in drawing.touches]
    for one in range(len(boxes)):
        left, top, right, bottom = boxes[one]
        assert left >= 0
        assert top >= 0
        assert right <= width + 1e-6
        assert bottom <= drawing.height + 1e-6
        for other in range(one):
            a, b = boxes[one], boxes[other]
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])
    lanes = sorted(lane for _, lane, _ in cards)
    assert sorted(ground.lane(touch.middle) for touch in drawing.touches) == lanes


@pytest.mark.parametrize(("count", "across"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3)])
def test_so_many_lanes_stand_side_by_side(count, across):
    drawing = drawn([str(n) for n in range(count)], [("card", 0, "")])
    assert drawing.ground.across == across
    tops = [top for _, top, _, _ in drawing.ground.boxes]
    assert tops.count(tops[0]) == across


def test_a_spot_outside_belongs_to_the_nearest_lane():
    ground = drawn(["a", "b", "c", "d"], [("card", 0, "")]).ground
    assert [ground.lane(spot) for spot in ((-5, -5), (900, 1), (1, 900), (900, 900))] == [
        0,
        1,
        2,
        3,
    ]


def test_words_of_a_card_stay_within_it():
    long = "word " * 40
    drawing = drawn(["a", "b", "c"], [(long, 1, long)])
    left, top, right, bottom = box_of(drawing.touches[0])
    inside = [s for s in drawing.shapes if isinstance(s, Words) and s.text.startswith("word")]
    assert len(inside) > 2
    for shape in inside:
        assert left < shape.at[0] < right
        assert top < shape.at[1] < bottom
