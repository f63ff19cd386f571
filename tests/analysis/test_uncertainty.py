"""Examples: METHODS 5.7."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def triangular(identity, low, mode, high):
    return {"id": identity, "distribution": "triangular", "min": low, "mode": mode, "max": high}


REVENUE = [
    triangular("visits", 8000, 10_000, 15_000),
    triangular("conversion", 0.01, 0.02, 0.03),
    triangular("order", 40, 50, 66),
]


def test_revenue_of_the_pages():
    data = {"inputs": REVENUE, "margin": 0.4, "spend": 4000, "goal": 10_000, "draws": 400_000}
    result = compute("monte-carlo", data)
    assert result["exact_mean"] == near(11_440)
    assert result["exact_sd"] == near(3060.28, 1e-5)
    assert result["at_modes"] == near(10_000)
    # with 400 000 draws the mean is good to about 5, percentiles to about 15
    assert result["mean"] == pytest.approx(11_440, abs=25)
    assert result["sd"] == pytest.approx(3060.28, abs=25)
    for name, value in (("p5", 6900), ("p50", 11_165), ("p95", 16_940)):
        assert result[name] == pytest.approx(value, abs=50)
    assert result["romi"]["p_positive"] == pytest.approx(0.653, abs=0.005)
    assert result["romi"]["p_positive"] == near(result["p_goal"])
    assert result["romi"]["exact_mean"] == near(11_440 * 0.4 / 4000 - 1)
    assert result["romi"]["exact_sd"] == near(result["exact_sd"] * 0.4 / 4000)


def test_moments_by_hand():
    pert = {"id": "p", "distribution": "beta-pert", "min": 1, "mode": 2, "max": 5}
    result = compute("monte-carlo", {"inputs": [pert]})
    # (1 + 8 + 5) / 6 = 7/3, variance (7/3 − 1)(5 − 7/3)/7
    assert result["exact_mean"] == near(7 / 3)
    assert result["exact_sd"] == near(math.sqrt(4 / 3 * 8 / 3 / 7))
    assert result["mean"] == pytest.approx(7 / 3, abs=0.02)
    assert result["sd"] == pytest.approx(math.sqrt(32 / 63), abs=0.02)
    three = compute("monte-carlo", {"inputs": [triangular("t", 0, 1, 5)]})
    assert three["exact_mean"] == near(2)
    assert three["exact_sd"] == near(math.sqrt((25 + 1 - 5) / 18))


def test_a_product_of_lognormals_is_lognormal():
    inputs = [
        {"id": x, "distribution": "lognormal", "log_mean": 1, "log_sd": s}
        for x, s in (("a", 0.3), ("b", 0.4))
    ]
    result = compute("monte-carlo", {"inputs": inputs})
    # log-mean 2, log-sd 0.5
    assert result["exact_mean"] == near(math.exp(2 + 0.125))
    assert result["exact_sd"] == near(math.exp(2.125) * math.sqrt(math.expm1(0.25)))
    # the mode of a lognormal is e^(μ − σ²): 1 − 0.09 and 1 − 0.16
    assert result["at_modes"] == near(math.exp(0.91 + 0.84))
    assert result["p50"] == pytest.approx(math.exp(2), rel=0.01)
    assert result["p95"] == pytest.approx(math.exp(2 + 0.5 * 1.6448536), rel=0.01)


def test_sums_and_constants():
    inputs = [{"id": "c", "distribution": "constant", "value": 4}, triangular("t", 3, 3, 3)]
    result = compute("monte-carlo", {"inputs": inputs, "model": "sum", "draws": 1000})
    assert [result[x] for x in ("mean", "p5", "p95", "exact_mean", "at_modes")] == [7] * 5
    assert [result[x] for x in ("sd", "exact_sd")] == [0, 0]
    assert (result["romi"], result["p_goal"]) == (None, None)
    free = compute("monte-carlo", {"inputs": inputs, "margin": 0.5, "spend": 0})
    assert (free["romi"], codes(free)) == (None, ["undefined"])


def test_a_seed_fixes_every_digit():
    first, again, other = (
        compute("monte-carlo", {"inputs": REVENUE, "draws": 1000, "seed": seed})
        for seed in (7, 7, 8)
    )
    assert first == again
    assert first["mean"] != other["mean"]


def test_simulation_refuses():
    wrong = {"inputs": [triangular("t", 1, 0, 2)]}
    assert refused("monte-carlo", wrong) == "inputs[0].mode"
    assert refused("monte-carlo", {"inputs": REVENUE, "draws": 999}) == "draws"
    unknown = {"inputs": [{"id": "x", "distribution": "normal"}]}
    assert refused("monte-carlo", unknown) == "inputs[0].distribution"


def test_tornado_by_hand():
    inputs = [
        {"id": "a", "low": 8, "base": 10, "high": 11},
        {"id": "b", "low": 1, "base": 2, "high": 4},
    ]
    result = compute("tornado", {"inputs": inputs})
    assert result["base"] == 20
    assert of(result, "inputs", "low_change") == near([-4, -10])
    assert of(result, "inputs", "high_change") == near([2, 20])
    assert of(result, "inputs", "range") == near([6, 30])
    assert result["ranking"] == ["b", "a"]
    added = compute("tornado", {"inputs": inputs, "model": "sum"})
    assert (added["base"], added["ranking"]) == (12, ["a", "b"])


def test_scenarios_by_hand():
    rows = [
        {"id": "bad", "probability": 0.25, "result": -20},
        {"id": "base", "probability": 0.5, "result": 40},
        {"id": "good", "probability": 0.25, "result": 100},
    ]
    result = compute("scenarios", {"scenarios": rows})
    # ±60 with a half
    assert (result["expected"], result["p_loss"]) == near((40, 0.25))
    assert result["sd"] == near(math.sqrt(1800))
    assert refused("scenarios", {"scenarios": rows[:2]}) == "scenarios"


@settings(deadline=None)
@given(st.floats(0.1, 100), st.floats(0, 1), st.floats(0.1, 100))
def test_exact_moments_scale(low, part, width):
    one = triangular("t", low, low + part * width, low + width)
    twice = triangular("t", 2 * low, 2 * (low + part * width), 2 * (low + width))
    plain = compute("monte-carlo", {"inputs": [one], "draws": 1000})
    double = compute("monte-carlo", {"inputs": [twice], "draws": 1000})
    for name in ("exact_mean", "exact_sd", "mean", "p50"):
        assert double[name] == near(2 * plain[name])
