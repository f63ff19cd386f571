"""Placing of labels: worked cases by hand, and what must hold for any input."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.blocks import Point
from planner.drawing.labels import Wanted, overlap, place, spread
from planner.drawing.points import Field, middles
from planner.drawing.scale import Scale

coordinates = st.floats(0, 150, allow_nan=False)
labels = st.builds(
    Wanted,
    st.tuples(coordinates, st.floats(0, 90)),
    st.floats(0.5, 8),
    st.tuples(st.floats(3, 34), st.sampled_from([3.9, 7.8])),
)


def test_a_lone_label_stands_right_of_its_mark():
    (spot,) = place([Wanted((50, 50), 2, (20, 4))], (0, 0, 150, 100))
    assert spot is not None
    assert not spot.led
    # Right of the middle by the radius and the gap of 0.8 mm, centred upon it.
    assert spot.box == pytest.approx((52.8, 48, 72.8, 52))


def test_a_label_at_the_right_edge_turns_to_the_left():
    (spot,) = place([Wanted((145, 50), 2, (20, 4))], (0, 0, 150, 100))
    assert spot is not None
    assert spot.box[2] == pytest.approx(142.2)


def test_a_label_without_room_is_left_to_be_numbered():
    assert place([Wanted((5, 5), 2, (50, 4))], (0, 0, 20, 20)) == [None]


def test_labels_that_crowd_are_led_by_a_line():
    crowd = [Wanted((60 + 2 * n, 50), 1.5, (30, 4)) for n in range(9)]
    places = place(crowd, (0, 0, 150, 100))
    assert any(spot is not None and spot.led for spot in places)


@given(st.lists(labels, max_size=25))
def test_no_label_lies_on_another_on_a_mark_or_outside(wanted):
    bounds = (0.0, 0.0, 150.0, 90.0)
    places = [spot for spot in place(wanted, bounds, taken=[(0, 0, 20, 10)]) if spot]
    marks = [
        (w.middle[0] - w.radius, w.middle[1] - w.radius, w.middle[0] + w.radius,
         w.middle[1] + w.radius)
        for w in wanted
    ]  # fmt: skip
    for at, spot in enumerate(places):
        left, top, right, bottom = spot.box
        assert left >= 0
        assert top >= 0
        assert right <= 150
        assert bottom <= 90
        assert not overlap(spot.box, (0, 0, 20, 10))
        assert not any(overlap(spot.box, mark) for mark in marks)
        assert not any(overlap(spot.box, other.box) for other in places[at + 1 :])


@given(st.lists(labels, min_size=4, max_size=25))
def test_no_line_crosses_a_label(wanted):
    places = place(wanted, (0.0, 0.0, 150.0, 90.0))
    for at, (label, spot) in enumerate(zip(wanted, places, strict=True)):
        if spot is None or not spot.led:
            continue
        (x, y), (left, top, right, bottom) = label.middle, spot.box
        end = (min(max(x, left), right), min(max(y, top), bottom))
        for step in range(50):
            share = step / 50
            point = (x + (end[0] - x) * share, y + (end[1] - y) * share)
            for number, other in enumerate(places):
                if other is not None and number != at:
                    # The boxes along a line lie at most a millimetre apart: corners may be grazed.
                    inner = (other.box[0] + 1, other.box[1] + 1, other.box[2] - 1, other.box[3] - 1)
                    inside = inner[0] < point[0] < inner[2] and inner[1] < point[1] < inner[3]
                    assert not inside


def test_two_close_heights_part_evenly():
    # 10 and 11 want to be 4 apart: their mean 10.5 stays, so 8.5 and 12.5.
    assert spread([10, 11], 4, 0, 100) == pytest.approx([8.5, 12.5])


def test_a_pushed_pair_takes_a_third_with_it():
    # 10, 11, 13 at a gap of 4: the mean of (10, 7, 5) is 22/3.
    first = 22 / 3
    assert spread([10, 11, 13], 4, 0, 100) == pytest.approx([first, first + 4, first + 8])


def test_heights_far_apart_stay():
    assert spread([50, 10, 90], 4, 0, 100) == pytest.approx([50, 10, 90])


@given(st.lists(st.floats(0, 100), max_size=30), st.floats(0.5, 6))
def test_spread_heights_keep_gap_order_and_bounds(wanted, gap):
    found = spread(wanted, gap, 0, 100)
    fair = min(gap, 100 / max(len(wanted) - 1, 1))
    ordered = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    heights = [found[at] for at in ordered]
    assert all(b - a >= fair - 1e-6 for a, b in pairwise(heights))
    assert all(-1e-6 <= height <= 100 + 1e-6 for height in found)


@pytest.mark.parametrize("count", [1, 2, 3, 8])
@pytest.mark.parametrize("x", [1.0, 3.0, 5.0])
def test_dots_with_the_same_place_lie_side_by_side_in_the_field(count, x):
    points = tuple(Point(f"dot {n}", x, 3) for n in range(count))
    field = Field((9, 1, 159, 85), Scale(1, 5, 9, 159), Scale(1, 5, 85, 1))
    spots = middles(points, field)
    assert len({round(across, 3) for across, _ in spots}) == count
    assert all(9 <= across <= 159 and down == 43 for across, down in spots)
    assert all(b[0] - a[0] >= 3 for a, b in pairwise(spots))
    if count == 1:
        assert spots[0][0] == pytest.approx(min(max(field.x(x), 10.5), 157.5))
