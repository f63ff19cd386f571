"""Round steps of axes, by hand and for any range."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.drawing.scale import Scale, ticks, value_range


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 520, (0, 200, 400, 600)),
        (0, 10, (0, 2, 4, 6, 8, 10)),
        (0, 16, (0, 5, 10, 15, 20)),
        (-3, 7, (-4, -2, 0, 2, 4, 6, 8)),
        (0, 0.07, (0, 0.02, 0.04, 0.06, 0.08)),
    ],
)
def test_steps_are_round_and_cover_the_range(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9))
def test_steps_cover_any_range_with_few_lines(low, width):
    steps = ticks(low, low + width)
    slack = 1e-6 * max(abs(low), width)
    assert steps[0] <= low + slack
    assert steps[-1] >= low + width - slack
    assert 2 <= len(steps) <= 8


def test_one_value_alone_gets_a_range():
    assert len(ticks(5, 5)) > 1


def test_nothing_is_zero_to_one():
    assert value_range([], zero=True) == (0.0, 1.0)


def test_a_value_outside_stays_on_the_edge():
    scale = Scale(0, 10, 100, 0)
    assert [scale(v) for v in (-5, 0, 5, 10, 50)] == [100, 100, 50, 0, 0]
