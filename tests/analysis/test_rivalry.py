"""Examples: METHODS 2.2, 2.5 and 2.7."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_concentration_of_the_pages():
    result = compute("concentration", {"shares": [0.35, 0.25, 0.20, 0.10, 0.05, 0.05]})
    assert result["hhi"] == near(2400)
    assert result["cr4"] == near(0.9)
    assert result["band_2023"] == "highly concentrated"
    assert result["band_2010"] == "moderately concentrated"
    assert (result["lower_bound"], codes(result)) == (False, [])


def test_shares_that_are_missing_or_too_many():
    result = compute("concentration", {"shares": [0.3, 0.2]})
    assert (result["lower_bound"], codes(result)) == (True, ["shares-incomplete"])
    assert compute("concentration", {"shares": [0.504, 0.5]})["lower_bound"] is False
    assert refused("concentration", {"shares": [0.6, 0.5]}) == "shares"
    assert refused("concentration", {"shares": [1.2]}) == "shares[0]"


@pytest.mark.parametrize(
    ("firms", "band"),
    [(1, "highly concentrated"), (10, "moderately concentrated"), (11, "unconcentrated")],
)
def test_bands_by_equal_firms(firms, band):
    # n equal firms have an index of 10000 / n
    result = compute("concentration", {"shares": [1 / firms] * firms})
    assert result["hhi"] == near(10_000 / firms)
    assert result["band_2023"] == band


@pytest.mark.parametrize(
    ("ratings", "threat", "cadence"),
    [
        ((4, 4, 4), 0.512, "weekly"),
        ((3, 3, 3), 0.216, "monthly"),
        ((5, 5, 1), 0.2, "monthly"),
        ((2, 3, 4), 0.192, "quarterly"),
    ],
)
def test_threats_of_the_pages(ratings, threat, cadence):
    rival = dict(zip(("overlap", "capability", "momentum"), ratings, strict=True))
    result = compute("threat-watch", {"rivals": [{"id": "r", **rival}]})
    assert result["rivals"] == [{"id": "r", "threat": near(threat), "cadence": cadence}]


def test_canvas_of_the_pages():
    result = compute(
        "strategy-canvas",
        {
            "factors": ["price", "service"],
            "own": [8, 3],
            "rivals": [{"id": "a", "levels": [7, 5]}, {"id": "b", "levels": [5, 7]}],
        },
    )
    assert result["industry"] == near([6, 6])
    assert result["divergence"] == near(2.5)
    assert (
        refused(
            "strategy-canvas",
            {"factors": ["x"], "own": [1], "rivals": [{"id": "a", "levels": []}]},
        )
        == "rivals[0].levels"
    )


@settings(deadline=None)
@given(st.lists(st.floats(0, 10), min_size=2, max_size=6))
def test_an_average_firm_does_not_diverge(levels):
    factors = [f"f{i}" for i in range(len(levels))]
    rivals = [{"id": "a", "levels": levels}, {"id": "b", "levels": levels}]
    result = compute("strategy-canvas", {"factors": factors, "own": levels, "rivals": rivals})
    assert result["divergence"] == near(0)


@pytest.mark.parametrize(
    ("shares", "band_2010"),
    [
        ([0.5, 0.1], "highly concentrated"),
        ([0.36, 0.36], "highly concentrated"),
        ([0.3, 0.25], "moderately concentrated"),
        ([0.3, 0.244], "unconcentrated"),
    ],
)
def test_bands_of_2010(shares, band_2010):
    # 2600, 2592, 1525 and 1495 squared points
    assert compute("concentration", {"shares": shares})["band_2010"] == band_2010


def test_half_a_percent_is_forgiven():
    for shares, incomplete in (([0.5, 0.495], False), ([0.5, 0.4949], True)):
        assert compute("concentration", {"shares": shares})["lower_bound"] is incomplete
    assert compute("concentration", {"shares": [0.5, 0.505]})["lower_bound"] is False
    assert refused("concentration", {"shares": [0.5, 0.5051]}) == "shares"
    sentence = compute("concentration", {"shares": [0.5]})["warnings"][0]["message"]
    assert sentence == "The shares add up to 50 % only: the index is at least this much."
