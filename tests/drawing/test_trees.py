"""Trees: boxes lie in their columns, none on another, and lines join what belongs together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.blocks import Chart, Span, TreeNode
from planner.drawing import sketch
from planner.drawing.shapes import Box, Stroke

NAMES = ("Goals", "Objectives", "Measures", "Channels")
WIDTH = 160.0


def drawn(nodes):
    chart = Chart("t", "tree", (Span("m"),), categories=NAMES, nodes=tuple(nodes))
    return sketch(chart, language="en", accent="#0B5FA5", width_mm=WIDTH)


def boxes(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, Box)]


LINKED = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.integers(0, 30), max_size=3), st.text(max_size=60)),
    min_size=1,
    max_size=30,
)


@given(LINKED)
@settings(max_examples=60, deadline=None)
def test_no_box_lies_on_another_and_all_lie_on_the_paper(given_nodes):
    drawing = drawn(TreeNode(words, c, tuple(above)) for c, above, words in given_nodes)
    found = boxes(drawing)
    assert len(found) == len(given_nodes)
    for box in found:
        assert box.left >= 0
        assert box.left + box.width <= WIDTH
        assert box.top >= 0
        assert box.top + box.height <= drawing.height
    for one in found:
        for other in found:
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top + 1e-6
                or other.top + other.height <= one.top + 1e-6
            )
            assert one is other or apart


def test_a_line_joins_the_right_side_of_a_box_with_the_left_of_what_hangs_on_it():
    drawing = drawn([TreeNode("Goal", 0), TreeNode("Aim", 1, (0,)), TreeNode("Sign", 2, (), (1,))])
    goal, aim, sign = boxes(drawing)
    weak, strong = [s for s in drawing.shapes if isinstance(s, Stroke)]
    for line, start, end in ((strong, goal, aim), (weak, aim, sign)):
        assert line.points[0] == (start.left + start.width, start.top + start.height / 2)
        assert line.points[-1] == (end.left, end.top + end.height / 2)
    assert strong.width > weak.width


def test_what_hangs_on_a_box_of_its_own_column_is_indented():
    drawing = drawn([TreeNode("Sales", 2), TreeNode("Orders", 2, (0,)), TreeNode("Calls", 2, (1,))])
    lefts = [box.left for box in boxes(drawing)]
    assert lefts == sorted(set(lefts))


def test_boxes_that_hang_on_each_other_are_drawn_all_the_same():
    assert len(boxes(drawn([TreeNode("A", 1, (1,)), TreeNode("B", 1, (0,))]))) == 2
