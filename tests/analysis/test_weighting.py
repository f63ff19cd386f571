"""Examples: METHODS 6.1 and 6.3 (Hwang & Yoon's aircraft)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import InvalidInput, compute
from tests.analysis.asking import codes, near, of, refused


def test_swings_of_the_pages():
    items = [{"id": i, "points": p} for i, p in (("a", 100), ("b", 80), ("c", 30))]
    result = compute("swing-weights", {"items": items})
    assert of(result, "items", "weight") == near([0.4762, 0.3810, 0.1429], 2e-4)
    assert codes(result) == []


def test_a_negative_swing_in_words():
    with pytest.raises(InvalidInput) as caught:
        compute("swing-weights", {"items": [{"id": "price", "points": -5}]})
    assert caught.value.field == "items[0].points"
    assert caught.value.message == "Points of price are −5; a weight is 0 or more."


def test_rank_order_centroid():
    assert compute("roc-weights", {"n": 4})["weights"] == near(
        [0.5208, 0.2708, 0.1458, 0.0625], 2e-4
    )
    assert compute("roc-weights", {"n": 1}) == {"weights": [1], "warnings": []}
    with pytest.raises(InvalidInput) as caught:
        compute("roc-weights", {"n": 0})
    assert (caught.value.field, caught.value.message) == (
        "n",
        "n is 0; at least 1 item is needed.",
    )


@settings(deadline=None)
@given(st.integers(1, 60))
def test_centroids_fall_and_sum_to_one(n):
    weights = compute("roc-weights", {"n": n})["weights"]
    assert sum(weights) == near(1)
    assert weights == sorted(weights, reverse=True)


AIRCRAFT = {
    "alternatives": [
        {"id": "1", "values": [2.0, 1500, 20000, 5.5, 5, 9]},
        {"id": "2", "values": [2.5, 2700, 18000, 6.5, 3, 5]},
        {"id": "3", "values": [1.8, 2000, 21000, 4.5, 7, 7]},
        {"id": "4", "values": [2.2, 1800, 20000, 5.0, 5, 5]},
    ],
    "weights": [0.2, 0.1, 0.1, 0.1, 0.2, 0.3],
    "directions": ["benefit", "benefit", "benefit", "cost", "benefit", "benefit"],
}


def test_aircraft_by_vector_and_by_range():
    result = compute("topsis", AIRCRAFT)
    assert of(result, "alternatives", "closeness") == near([0.643, 0.268, 0.613, 0.312], 1e-3)
    assert result["ranking"] == ["1", "3", "4", "2"]
    assert result["normalisation"] == "vector"
    ranged = compute("topsis", {**AIRCRAFT, "normalisation": "min-max"})
    assert of(ranged, "alternatives", "closeness") == near([0.613, 0.366, 0.531, 0.352], 1e-3)
    assert ranged["ranking"] == ["1", "3", "2", "4"]


def test_equal_alternatives_have_no_closeness():
    for normalisation in ("vector", "min-max"):
        data = {
            "alternatives": [{"id": "a", "values": [3, 0]}, {"id": "b", "values": [3, 0]}],
            "weights": [1, 1],
            "directions": ["benefit", "cost"],
            "normalisation": normalisation,
        }
        result = compute("topsis", data)
        assert of(result, "alternatives", "closeness") == [None, None]
        assert of(result, "alternatives", "rank") == [None, None]
        assert result["ranking"] == []
        assert "undefined" in codes(result)


@settings(deadline=None)
@given(st.permutations(range(4)), st.floats(0.01, 100))
def test_aircraft_in_any_order_and_unit(order, factor):
    turned = {
        **AIRCRAFT,
        "alternatives": [
            {"id": one["id"], "values": [one["values"][0] * factor, *one["values"][1:]]}
            for one in (AIRCRAFT["alternatives"][place] for place in order)
        ],
    }
    plain = {one["id"]: one["closeness"] for one in compute("topsis", AIRCRAFT)["alternatives"]}
    for one in compute("topsis", turned)["alternatives"]:
        assert one["closeness"] == near(plain[one["id"]])


def test_topsis_refuses():
    assert refused("topsis", {**AIRCRAFT, "weights": [0] * 6}) == "weights"
    assert refused("topsis", {**AIRCRAFT, "directions": ["cost"]}) == "directions"


def test_small_swings_count_too():
    items = [{"id": "a", "points": 0}, {"id": "b", "points": 0.5}]
    result = compute("swing-weights", {"items": items})
    assert of(result, "items", "weight") == [0, 1]
    assert refused("swing-weights", {"items": [{"id": "a", "points": 0}]}) == "items"


def test_a_column_of_equals_adds_nothing_by_range():
    data = {
        "alternatives": [{"id": "a", "values": [3, 1]}, {"id": "b", "values": [3, 2]}],
        "weights": [9, 1],
        "directions": ["benefit", "benefit"],
        "normalisation": "min-max",
    }
    result = compute("topsis", data)
    assert of(result, "alternatives", "closeness") == near([0, 1])
    assert of(result, "alternatives", "d_plus") == near([0.1, 0])
