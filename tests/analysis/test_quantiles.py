"""Printed tables: z, and Student's t (Fisher & Yates)."""

import pytest

from planner.analysis.quantiles import normal, student, two_sided
from tests.analysis.asking import near


def test_normal_quantiles():
    assert two_sided(0.95) == near(1.959963984540054, 1e-14)
    assert two_sided(0.99) == near(2.5758293035489004, 1e-14)
    assert normal(0.8) == near(0.8416212335729143, 1e-14)
    assert normal(0.5) == 0


@pytest.mark.parametrize(
    ("freedom", "confidence", "t"),
    [
        (1, 0.95, 12.706204736),
        (2, 0.95, 4.30265273),
        (5, 0.95, 2.57058184),
        (10, 0.95, 2.22813885),
        (30, 0.95, 2.04227246),
        (120, 0.95, 1.97993041),
        (1, 0.99, 63.65674116),
        (5, 0.99, 4.03214298),
        (10, 0.90, 1.81246112),
    ],
)
def test_students_table(freedom, confidence, t):
    assert student(confidence, freedom) == near(t, 1e-8)


def test_one_and_two_degrees_in_closed_form():
    # ν = 1: tan(π(p − ½)); ν = 2: (2p − 1)·√(2/(4p(1 − p)))
    import math

    for confidence in (0.1, 0.5, 0.9, 0.999):
        p = (1 + confidence) / 2
        assert student(confidence, 1) == near(math.tan(math.pi * (p - 0.5)), 1e-9)
        closed = (2 * p - 1) * math.sqrt(2 / (4 * p * (1 - p)))
        assert student(confidence, 2) == near(closed, 1e-9)


def test_many_degrees_are_normal():
    assert student(0.95, 10_000_000) == near(1.959964, 1e-6)
