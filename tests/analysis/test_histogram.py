"""Simulated results in steps: against numpy's own histogram and what must hold for any."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.analysis.uncertainty import (
    Constant,
    MonteCarloInput,
    ThreePoint,
    histogram,
    monte_carlo,
)


def one(low, mode, high, draws=20_000, seed=7):
    return MonteCarloInput(
        (ThreePoint("x", "triangular", low, mode, high),), draws=draws, seed=seed
    )


def test_a_triangle_by_its_own_distribution():
    # P(x < 10 + 30 t) of a triangle from 10 over 20 to 40: (x−10)²/300 below the mode.
    bars = histogram(one(10, 20, 40, draws=400_000))
    assert bars.width == 2.0
    edge = bars.start + 3 * bars.width
    assert sum(bars.parts[:3]) == pytest.approx((edge - 10) ** 2 / 300, abs=0.003)


def test_the_trials_are_those_of_the_simulation():
    given_ = one(10, 20, 40)
    chance = np.random.Generator(np.random.PCG64(given_.seed))
    drawn = chance.triangular(10, 20, 40, given_.draws)
    bars = histogram(given_)
    edges = bars.start + bars.width * np.arange(len(bars.parts) + 1)
    edges[0], edges[-1] = -math.inf, math.inf
    counted = np.histogram(drawn, np.nan_to_num(edges, neginf=-1e9, posinf=1e9))[0]
    assert [round(part * given_.draws) for part in bars.parts] == counted.tolist()
    assert monte_carlo(given_).mean == pytest.approx(float(drawn.mean()))


@settings(max_examples=30, deadline=None)
@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6), st.floats(0, 1))
def test_every_trial_is_counted_once_in_a_round_step(low, width, share):
    bars = histogram(one(low, low + share * width, low + width, draws=2000))
    assert sum(bars.parts) == pytest.approx(1.0)
    assert 2 <= len(bars.parts) <= 45
    digit = bars.width / 10 ** math.floor(math.log10(bars.width) + 1e-9)
    assert min(abs(digit - step) for step in (1, 2, 5, 10)) < 1e-6


def test_a_result_that_is_certain_stands_in_one_step():
    bars = histogram(MonteCarloInput((Constant("x", "constant", 5.0),), draws=1000))
    assert (bars.start, bars.width, bars.parts) == (5.0, 0.0, (1.0,))
