"""By hand: METHODS 1.1 and 1.2."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def factor(identity, category, direction, impact, likelihood):
    return {
        "id": identity,
        "category": category,
        "direction": direction,
        "impact": impact,
        "likelihood": likelihood,
    }


def test_factors_of_the_pages():
    result = compute(
        "pestel",
        {
            "factors": [
                factor("rates", "economic", 1, 3, 3),
                factor("law", "legal", -1, 4, 4),
                factor("wages", "economic", -1, 2, 2),
            ]
        },
    )
    assert of(result, "factors", "score") == [9, -16, -4]
    assert of(result, "factors", "band") == ["medium", "high", "low"]
    assert result["ranking"] == ["law", "rates", "wages"]
    assert result["net_by_category"] == {"economic": 5, "legal": -16}


def test_bands_begin_at_8_and_15():
    scores = {(3, 5): "high", (2, 4): "medium", (2, 3.9): "low", (4, 3.7): "medium"}
    for (impact, likelihood), band in scores.items():
        data = {"factors": [factor("f", "social", -1, impact, likelihood)]}
        assert compute("pestel", data)["factors"][0]["band"] == band


def test_pestel_refuses():
    assert refused("pestel", {"factors": []}) == "factors"
    bad = {"factors": [factor("f", "weather", 1, 1, 1)]}
    assert refused("pestel", bad) == "factors[0].category"
    bad = {"factors": [factor("f", "social", 0, 1, 1)]}
    assert refused("pestel", bad) == "factors[0].direction"
    bad = {"factors": [factor("f", "social", 1, 6, 1)]}
    assert refused("pestel", bad) == "factors[0].impact"


ITEMS = [
    {"id": "S1", "kind": "S", "importance": 5},
    {"id": "S2", "kind": "S", "importance": 4},
    {"id": "W1", "kind": "W", "importance": 2},
    {"id": "O1", "kind": "O", "importance": 4},
    {"id": "T1", "kind": "T", "importance": 3},
]


def tows(*strategies):
    named = [{"id": f"s{i}", "items": list(items)} for i, items in enumerate(strategies)]
    return compute("tows", {"items": ITEMS, "strategies": named})


def test_strategy_of_the_pages():
    result = tows(("S1", "S2", "O1"))
    assert result["strategies"] == [{"id": "s0", "quadrant": "SO", "priority": near(18)}]
    assert result["unused"] == ["W1", "T1"]
    assert result["warnings"] == []


def test_the_four_quadrants():
    result = tows(("S1", "O1"), ("W1", "O1"), ("S1", "T1"), ("W1", "T1"))
    assert of(result, "strategies", "quadrant") == ["SO", "WO", "ST", "WT"]
    assert of(result, "strategies", "priority") == [20, 8, 15, 6]


def test_what_is_no_strategy_has_no_quadrant():
    result = tows(("S1", "S2"), ("S1", "W1", "O1"), ("S1", "O1", "T1"), ())
    assert of(result, "strategies", "quadrant") == [None] * 4
    assert of(result, "strategies", "priority") == [None] * 4
    assert codes(result) == ["not-tows"] * 4


def test_tows_refuses_an_unknown_line():
    bad = {"items": ITEMS, "strategies": [{"id": "s", "items": ["S1", "O9"]}]}
    assert refused("tows", bad) == "strategies[0].items[1]"


@settings(deadline=None)
@given(st.permutations([("S1", "O1"), ("W1", "T1"), ("S2", "T1")]))
def test_strategies_do_not_hang_on_their_order(order):
    result = tows(*order)
    found = dict(zip(order, of(result, "strategies", "priority"), strict=True))
    assert found == {("S1", "O1"): 20, ("W1", "T1"): 6, ("S2", "T1"): 12}


FORCES = {
    "forces": [
        {"id": "rivalry", "weight": 0.25, "drivers": [4]},
        {"id": "entrants", "weight": 0.20, "drivers": [2, 4]},
        {"id": "substitutes", "weight": 0.15, "drivers": [2]},
        {"id": "buyers", "weight": 0.20, "drivers": [5]},
        {"id": "suppliers", "weight": 0.20, "drivers": [3, 3, 3]},
    ]
}


def test_forces_of_the_pages():
    result = compute("five-forces", FORCES)
    assert of(result, "forces", "force") == near([4, 3, 2, 5, 3])
    assert (result["pressure"], result["attractiveness"]) == near((3.5, 2.5))
    bad = {"forces": [{"id": "rivalry", "weight": 1, "drivers": [3, 6]}]}
    assert refused("five-forces", bad) == "forces[0].drivers[1]"
