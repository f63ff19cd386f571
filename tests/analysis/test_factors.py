"""Examples: David, Strategic Management, tables 4-10 and 6-7 (METHODS 1.9 and 1.10)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

STORE = {
    "weights": [
        *(0.05, 0.07, 0.10, 0.05, 0.02, 0.15, 0.05, 0.03, 0.02),
        *(0.10, 0.15, 0.02, 0.02, 0.04, 0.05, 0.03, 0.05),
    ],
    "ratings": [3, 4, 3, 3, 3, 3, 4, 3, 3, 2, 2, 1, 1, 1, 2, 1, 1],
}


def test_the_computer_store():
    result = compute("ife-efe", {**STORE, "kinds": ["S"] * 9 + ["W"] * 8})
    assert result["score"] == near(2.5)
    assert result["below_average"] is False
    assert sum(result["parts"].values()) == near(2.5)
    assert set(result["parts"]) == {"S", "W"}
    assert result["warnings"] == []
    assert compute("ife-efe", STORE)["parts"] == {}


def test_kinds_that_do_not_fit_their_rating():
    data = {"weights": [0.5, 0.3, 0.2], "ratings": [2, 3, 1], "kinds": ["S", "W", "O"]}
    result = compute("ife-efe", data)
    assert codes(result) == ["rating-kind", "rating-kind"]
    assert result["below_average"] is True
    assert refused("ife-efe", {**data, "kinds": ["S"]}) == "kinds"
    assert refused("ife-efe", {**data, "ratings": [2, 3, 5]}) == "ratings[2]"


def test_the_nine_cells():
    def cells(efe):
        points = [{"ife": ife, "efe": efe} for ife in (3, 2, 1)]
        return compute("ie-cell", {"points": points})["points"]

    grow, hold, harvest = "grow and build", "hold and maintain", "harvest or divest"
    assert cells(3) == [
        {"cell": "I", "strategy": grow},
        {"cell": "II", "strategy": grow},
        {"cell": "III", "strategy": hold},
    ]
    assert cells(2) == [
        {"cell": "IV", "strategy": grow},
        {"cell": "V", "strategy": hold},
        {"cell": "VI", "strategy": harvest},
    ]
    assert cells(1) == [
        {"cell": "VII", "strategy": hold},
        {"cell": "VIII", "strategy": harvest},
        {"cell": "IX", "strategy": harvest},
    ]


@pytest.mark.parametrize(("ife", "efe", "cell"), [(2.5, 2.58, "V"), (2.995, 1.999, "VIII")])
def test_between_the_printed_bands(ife, efe, cell):
    assert compute("ie-cell", {"points": [{"ife": ife, "efe": efe}]})["points"][0]["cell"] == cell


QSPM = {
    "weights": [0.10, 0.10, 0.08, 0.15, 0.12],
    "strategies": [
        {"id": "one", "attractiveness": [4, 2, 1, 4, 4]},
        {"id": "two", "attractiveness": [2, 4, 4, 3, 1]},
    ],
}


def test_davids_two_strategies():
    result = compute("qspm", QSPM)
    assert of(result, "strategies", "score") == near([1.76, 1.49])
    assert of(result, "strategies", "rank") == [1, 2]
    assert result["ranking"] == ["one", "two"]
    assert result["warnings"] == []


def test_a_dash_is_for_all_or_none():
    some = {
        **QSPM,
        "strategies": [
            {"id": "x", "attractiveness": [4, 2, 1, 4, 4]},
            {"id": "y", "attractiveness": [2, 4, None, 3, 1]},
        ],
    }
    assert refused("qspm", some) == "strategies[1].attractiveness[2]"
    none = {
        "weights": [0.1, 0.9],
        "strategies": [{"id": x, "attractiveness": [4, None]} for x in "xy"],
    }
    # the weight of the dash is lost, not shared out
    assert of(compute("qspm", none), "strategies", "score") == near([0.4, 0.4])


@settings(deadline=None)
@given(st.lists(st.floats(1, 4), min_size=17, max_size=17))
def test_a_score_stays_within_its_ratings(ratings):
    result = compute("ife-efe", {**STORE, "ratings": ratings})
    assert min(ratings) - 1e-9 <= result["score"] <= max(ratings) + 1e-9
