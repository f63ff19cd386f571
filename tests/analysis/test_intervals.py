"""Examples: METHODS 7.2, 7.4 and 7.5 (Newcombe 1998)."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_newcombes_81_of_263():
    result = compute("wilson", {"successes": 81, "n": 263})
    assert (round(result["low"], 4), round(result["high"], 4)) == (0.2553, 0.3662)


def test_none_and_all_of_ten():
    # at 0 the interval ends at z²/(n + z²)
    z2 = 1.959963984540054**2
    none = compute("wilson", {"successes": 0, "n": 10})
    assert (none["low"], none["high"]) == (0, near(z2 / (10 + z2)))
    every = compute("wilson", {"successes": 10, "n": 10})
    assert (every["low"], every["high"]) == (near(10 / (10 + z2)), 1)
    nobody = compute("wilson", {"successes": 0, "n": 0})
    assert (nobody["proportion"], codes(nobody)) == (None, ["undefined"])
    assert refused("wilson", {"successes": 11, "n": 10}) == "successes"
    assert refused("wilson", {"successes": 1, "n": 10, "confidence": 1}) == "confidence"


def test_an_ab_result_of_the_pages():
    result = compute(
        "proportion-difference",
        {"first": {"successes": 200, "n": 10_000}, "second": {"successes": 250, "n": 10_000}},
    )
    assert result["z"] == near(2.384, 1e-4)
    assert result["p_value"] == near(0.0171, 1e-2)
    assert result["difference"] == near(0.005)
    assert (result["low"], result["high"]) == near((0.00089, 0.00914), 1e-2)


def test_newcombes_smaller_samples():
    # Newcombe 1998, table II, method 10: 56/70 − 48/80 → 0.0524 to 0.3339
    result = compute(
        "proportion-difference",
        {"first": {"successes": 48, "n": 80}, "second": {"successes": 56, "n": 70}},
    )
    assert result["difference"] == near(0.2)
    assert (round(result["low"], 4), round(result["high"], 4)) == (0.0524, 0.3339)


def test_differences_without_ground():
    def compared(a, n, b, m):
        return compute(
            "proportion-difference",
            {"first": {"successes": a, "n": n}, "second": {"successes": b, "n": m}},
        )

    assert codes(compared(0, 0, 1, 2)) == ["undefined"]
    flat = compared(0, 10, 0, 12)
    assert (flat["z"], flat["p_value"], flat["difference"]) == (None, None, 0)
    bad = {"first": {"successes": 1, "n": 2}, "second": {"successes": 3, "n": 2}}
    assert refused("proportion-difference", bad) == "second.successes"


def test_a_mean_of_the_pages():
    result = compute("mean-interval", {"values": [42, 38, 51, 47, 40, 45]})
    assert result["mean"] == near(43.833, 1e-5)
    assert result["high"] - result["mean"] == near(5.029, 1e-4)
    assert result["mean"] - result["low"] == near(5.029, 1e-4)
    single = compute("mean-interval", {"values": [4]})
    assert (single["sd"], single["low"], codes(single)) == (None, None, ["undefined"])


def test_net_promoters_of_the_pages():
    result = compute("nps", {"promoters": 110, "passives": 30, "detractors": 60})
    assert result["nps_points"] == near(25)
    assert result["margin_of_error_points"] == near(12.3, 1e-3)
    assert result["high_points"] - result["low_points"] == near(
        2 * result["margin_of_error_points"]
    )
    nobody = compute("nps", {"promoters": 0, "passives": 0, "detractors": 0})
    assert (nobody["nps_points"], codes(nobody)) == (None, ["undefined"])
    assert refused("nps", {"promoters": -1, "passives": 0, "detractors": 0}) == "promoters"


@settings(deadline=None)
@given(st.integers(1, 5000), st.floats(0, 1), st.floats(0.5, 0.999))
def test_an_interval_holds_its_share_and_mirrors(n, part, confidence):
    successes = math.floor(part * n)
    data = {"n": n, "confidence": confidence}
    one = compute("wilson", {"successes": successes, **data})
    other = compute("wilson", {"successes": n - successes, **data})
    assert 0 <= one["low"] <= one["proportion"] + 1e-12
    assert one["proportion"] - 1e-12 <= one["high"] <= 1
    assert one["low"] == near(1 - other["high"])
