"""Examples: METHODS 5.8 and 5.9; Robyn's documented saturation call."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_a_worksheet():
    spot = {"rating_points": 6.7, "insertions": 1, "cost_per_insertion": 75_000}
    result = compute("media-grp", {"universe": 7_400_000 / 0.067, "spots": [spot]})
    assert result["impressions"] == near(7_400_000)
    assert result["cpm"] == near(10.135, 1e-4)
    assert result["cpp"] == near(11_194.03, 1e-6)


def test_120_points_of_a_large_universe():
    spots = [{"rating_points": 10, "insertions": 12, "cost_per_insertion": 0}]
    result = compute("media-grp", {"universe": 129_900_000, "spots": spots})
    assert (result["grp"], result["impressions"]) == near((120, 155_880_000))
    assert result["cpp"] == 0


def test_reach_and_frequency():
    result = compute(
        "reach-frequency", {"universe": 1000, "reach": 0.4, "frequency": 2.5, "cost": 50}
    )
    assert (result["grp"], result["impressions"], result["cpp"], result["cpm"]) == near(
        (100, 1000, 0.5, 50)
    )
    empty = compute("reach-frequency", {"universe": 0, "reach": 0.4, "frequency": 1, "cost": 50})
    assert (empty["cpm"], codes(empty)) == (None, ["undefined"])
    bad = {"universe": 1, "reach": 0.4, "frequency": 0.9, "cost": 50}
    assert refused("reach-frequency", bad) == "frequency"


def test_net_reach_of_the_pages():
    result = compute("net-reach", {"reaches": [0.4, 0.3, 0.2]})
    assert (result["grp"], result["net_reach"]) == near((90, 0.664))
    assert result["average_frequency"] == near(1.355, 1e-3)
    none = compute("net-reach", {"reaches": [0, 0]})
    assert (none["average_frequency"], codes(none)) == (None, ["undefined"])


def test_five_insertions_of_the_pages():
    result = compute("insertion-frequency", {"reach_per_insertion": 0.1, "insertions": 5})
    assert result["reach_at_least"][:2] == near([0.4095, 0.0815], 1e-3)
    assert result["reach_at_least"][4] == near(1e-5)
    assert len(result["reach_at_least"]) == 5
    assert (result["grp"], result["average_frequency"]) == near((50, 0.5 / 0.40951))


@settings(deadline=None)
@given(st.floats(0, 1), st.integers(1, 60))
def test_contacts_add_up(share, count):
    result = compute("insertion-frequency", {"reach_per_insertion": share, "insertions": count})
    # Σ P(X ≥ k) is the mean of X
    assert sum(result["reach_at_least"]) == near(share * count, 1e-7)


def test_adstock_of_the_pages():
    result = compute("adstock", {"spend": [100, 0, 0, 50], "decay": 0.5})
    assert result["adstock"] == near([100, 50, 25, 62.5])
    assert result["normalised"] == near([50, 25, 12.5, 31.25])
    assert (result["total"], result["half_life"]) == near((237.5, 1))
    gone = compute("adstock", {"spend": [100, 0], "decay": 0})
    assert (gone["adstock"], gone["half_life"]) == ([100, 0], None)
    assert refused("adstock", {"spend": [1], "decay": 1}) == "decay"


def test_robyns_saturation():
    result = compute("hill-saturation", {"x": [100, 150, 170, 190, 200], "alpha": 3, "gamma": 0.5})
    assert result["inflexion"] == near(150)
    assert [round(x, 4) for x in result["saturated"]] == [0.2286, 0.5, 0.5928, 0.6702, 0.7033]


def test_saturation_at_nothing():
    result = compute("hill-saturation", {"x": [0, 10], "alpha": 2, "gamma": 0})
    assert result["saturated"] == [None, 1]
    assert codes(result) == ["undefined"]
    steep = compute("hill-saturation", {"x": [1, 1e6], "alpha": 400, "gamma": 0.5})
    assert steep["saturated"] == near([0, 1])
    assert all(math.isfinite(x) for x in steep["saturated"])
