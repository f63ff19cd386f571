"""The names of a matrix' zones keep clear of bubbles and of labels."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.blocks import Axis, Chart, Point, Span
from planner.drawing import maps
from planner.drawing.brief import Brief
from planner.drawing.labels import overlap, round_box
from planner.drawing.points import middle_of, radius_of

ZONES = ("selective", "invest", "invest", "avoid", "selective", "invest", "avoid", "avoid", "watch")


def matrix(*points):
    return Chart(
        "m", "matrix", (Span("Message"),), points=points,
        x=Axis("strength", low=0, high=3), y=Axis("attractiveness", low=0, high=3),
        cuts_x=(1, 2), cuts_y=(1, 2), zones=ZONES,
    )  # fmt: skip


def names_and_bubbles(chart):
    brief = Brief(chart, "en", "#0B5FA5", 166.0)
    field = maps._field(brief, chart.points, keyed=False)
    bubbles = [
        round_box(middle_of(p, field, r := radius_of(p, chart.points)), r) for p in chart.points
    ]
    return maps._zone_names(brief, field, chart.points), bubbles


def test_without_bubbles_names_stand_at_the_top_left():
    names, _ = names_and_bubbles(matrix(Point("a", 1.5, 1.5, 1.0)))
    (_, first), (_, second) = names[0], names[1]
    assert first[1] == second[1]
    assert first[0] < second[0]


def test_a_name_makes_room_for_a_bubble():
    plain, _ = names_and_bubbles(matrix(Point("a", 1.5, 1.5, 1.0)))
    covered, bubbles = names_and_bubbles(matrix(Point("a", 1.1, 1.95, 1.0)))
    at = 4
    assert overlap(plain[at][1], bubbles[0])
    assert not overlap(covered[at][1], bubbles[0])


@given(st.lists(st.tuples(*(st.floats(0, 3),) * 2, st.floats(0.01, 1)), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_name_lies_on_a_bubble_only_where_every_corner_does(found):
    chart = matrix(*(Point(f"p{n}", *facts) for n, facts in enumerate(found)))
    names, bubbles = names_and_bubbles(chart)
    edges = [n / 3 for n in range(4)]
    assert len(names) == len(list(product(edges[1:], edges[1:])))
    if len(found) <= 3:
        # Three bubbles can't cover the four corners of a zone that is wider than they are.
        assert not any(overlap(box, bubble) for _, box in names for bubble in bubbles)
