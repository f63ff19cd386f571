"""Examples: a published series (METHODS 5.13), and series whose parameters are known."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused

PAGE = [99, 88, 50, 58, 62, 60, 55, 62, 71, 65]


def test_the_page_with_its_rounding_mended():
    result = compute("ses", {"y": PAGE, "alpha": 0.3, "level0": 99})
    assert result["forecast"] == near([65.4307], 1e-6)
    accuracy = compute("forecast-accuracy", {"actual": PAGE[1:], "forecast": result["fitted"][1:]})
    assert accuracy["me"] == near(-12.433, 1e-4)
    assert accuracy["mae"] == near(14.142, 1e-4)
    assert accuracy["mape"] == near(0.2466, 1e-3)
    assert accuracy["rmse"] ** 2 == near(365.80, 1e-4)
    assert result["fitted"][0] == 99


def test_fitted_smoothing_is_no_worse_than_any():
    best = compute("ses", {"y": PAGE})
    for step in range(21):
        other = compute("ses", {"y": PAGE, "alpha": step / 20})
        assert best["sse"] <= other["sse"] * (1 + 1e-12)
        assert 0 <= best["alpha"] <= 1


def test_one_start_value_by_hand():
    # with α = 0 the level stays: the best one is the mean
    result = compute("ses", {"y": [1, 2, 6], "alpha": 0, "horizon": 2})
    assert result["level0"] == near(3)
    assert result["sse"] == near(4 + 1 + 9)
    assert result["forecast"] == near([3, 3])


def test_holt_by_hand():
    data = {"y": [10, 14, 15], "alpha": 0.5, "beta": 0.5, "level0": 8, "trend0": 1, "horizon": 2}
    # 9 → e 1: l 9.5, b 1.25; 10.75 → e 3.25: l 12.375, b 2.0625; 14.4375 → e 0.5625
    result = compute("holt", data)
    assert result["fitted"] == near([9, 10.75, 14.4375])
    assert result["sse"] == near(1 + 3.25**2 + 0.5625**2)
    assert (result["level"], result["trend"]) == near((14.71875, 2.203125))
    assert result["forecast"] == near([14.71875 + 2.203125, 14.71875 + 2 * 2.203125])


def test_a_straight_line_is_carried_on():
    result = compute("holt", {"y": [3 + 2 * t for t in range(8)], "horizon": 3})
    assert result["sse"] == near(0, 1e-8)
    assert result["forecast"] == near([19, 21, 23], 1e-6)


def test_holt_winters_by_hand():
    data = {
        "y": [12, 9, 14, 10],
        "period": 2,
        "alpha": 0.5,
        "beta": 0.5,
        "gamma": 0.5,
        "level0": 10,
        "trend0": 0,
        "season0": [1, -1],
    }
    result = compute("holt-winters", data)
    # 11 → e 1: l 10.5, b .25, s .5 up to 1.5; 9.75 → e −.75: l 10.375, b .0625, s −1.375;
    # 11.9375 → e 2.0625: l 11.46875, b .578125, s 2.53125; 10.671875 → e −.671875
    assert result["fitted"] == near([11, 9.75, 11.9375, 10.671875])
    assert result["level"] == near(12.046875 - 0.3359375)
    assert result["trend"] == near(0.578125 - 0.16796875)
    assert result["season"] == near([2.53125, -1.375 - 0.3359375])
    level, trend, season = result["level"], result["trend"], result["season"]
    # the second step is a multiple of the period and takes the latest season
    assert result["forecast"] == near([level + trend + season[0], level + 2 * trend + season[1]])


def seasonal(years, period, noise=0.0):
    shape = [math.sin(2 * math.pi * s / period) * 10 for s in range(period)]
    return [
        100 + 1.5 * t + shape[t % period] + noise * math.sin(37.0 * t * t)
        for t in range(years * period)
    ]


def test_a_pure_season_is_carried_on():
    y = seasonal(3, 4)
    result = compute("holt-winters", {"y": y, "period": 4})
    assert result["sse"] == near(0, 1e-8)
    assert result["forecast"] == near(seasonal(4, 4)[12:], 1e-5)
    assert sum(result["season0"]) == near(0, 1e-7)


def test_a_year_of_months_is_fitted_no_worse_than_by_a_grid():
    y = seasonal(4, 12, noise=4.0)
    best = compute("holt-winters", {"y": y, "period": 12})
    for alpha in (0, 0.2, 0.6):
        for beta in (0, 0.3):
            for gamma in (0, 0.3, 0.9):
                other = compute(
                    "holt-winters",
                    {"y": y, "period": 12, "alpha": alpha, "beta": beta, "gamma": gamma},
                )
                assert best["sse"] <= other["sse"] * (1 + 1e-9)


def test_a_series_that_does_not_end_with_the_year():
    y = seasonal(3, 4)[:-1]
    result = compute("holt-winters", {"y": y, "period": 4, "horizon": 5})
    assert result["forecast"] == near(seasonal(4, 4)[11:], 1e-5)
    assert result["season"] == near([result["season0"][s % 4] for s in range(3, 7)], 1e-5)


@pytest.mark.parametrize(
    ("method", "data", "forecast"),
    [
        ("ses", {"y": [4], "horizon": 2}, [4, 4]),
        ("holt", {"y": [4, 5]}, [5]),
        ("holt-winters", {"y": [1, 2, 3], "period": 2}, [2, 3]),
        ("holt-winters", {"y": [1], "period": 2}, [1, 1]),
    ],
)
def test_too_short_falls_back(method, data, forecast):
    result = compute(method, data)
    assert (result["forecast"], codes(result)) == (forecast, ["too-short"])
    assert result["fitted"] is result["alpha"] is result["sse"] is None


def test_smoothing_refuses():
    assert refused("ses", {"y": []}) == "y"
    assert refused("ses", {"y": [1, 2], "alpha": 1.1}) == "alpha"
    bad = {"y": [1, 2, 3, 4], "period": 2, "season0": [1]}
    assert refused("holt-winters", bad) == "season0"
    assert refused("holt-winters", {"y": [1, 2], "period": 1}) == "period"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=4, max_size=12), st.integers(1, 1000))
def test_forecasts_go_with_their_unit(y, factor):
    given_ = {"alpha": 0.4, "beta": 0.2, "horizon": 3}
    plain = compute("holt", {"y": y, **given_})
    large = compute("holt", {"y": [value * factor for value in y], **given_})
    assert large["forecast"] == near([value * factor for value in plain["forecast"]], 1e-6)
