"""Examples: METHODS 5.12 (Drury's Milano)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def side(units, price, unit_cost=0):
    return {"units": units, "price": price, "unit_cost": unit_cost}


def test_milano():
    rows = [("X", 8000, 6000, 20), ("Y", 7000, 7000, 12), ("Z", 5000, 9000, 9)]
    products = [
        {"id": name, "plan": side(plan, margin), "actual": side(actual, margin)}
        for name, plan, actual, margin in rows
    ]
    result = compute("contribution-bridge", {"products": products})
    total = result["total"]
    assert (total["change"], total["mix"], total["quantity"]) == near((-4000, -32_900, 28_900))
    assert (total["price"], total["cost"], total["new"], total["dropped"]) == (0, 0, 0, 0)
    assert (result["plan_contribution"], result["actual_contribution"]) == near((289_000, 285_000))


def test_price_and_cost_by_hand():
    product = {"id": "a", "plan": side(10, 5, 2), "actual": side(12, 6, 1)}
    result = compute("contribution-bridge", {"products": [product]})
    # price +1 and cost +1 on 12 units; 2 units more at a margin of 3
    total = result["total"]
    assert (total["price"], total["cost"], total["mix"], total["quantity"]) == near((12, 12, 0, 6))
    assert total["change"] == near(60 - 30)


def test_new_and_dropped_stand_apart():
    products = [
        {"id": "new", "plan": None, "actual": side(3, 5, 1)},
        {"id": "old", "plan": side(2, 4, 1), "actual": None},
    ]
    result = compute("contribution-bridge", {"products": products})
    assert of(result, "products", "new") == [12, 0]
    assert of(result, "products", "dropped") == [0, -6]
    assert result["total"]["change"] == near(6)
    nothing = {"products": [{"id": "x", "plan": None, "actual": None}]}
    assert refused("contribution-bridge", nothing) == "products[0].actual"


SIDES = st.none() | st.builds(side, st.floats(0, 1e4), st.floats(0, 100), st.floats(0, 100))
PRODUCTS = st.lists(st.tuples(SIDES, SIDES).filter(any), min_size=1, max_size=5)


@settings(deadline=None)
@given(PRODUCTS)
def test_the_bridge_leaves_no_residual(pairs):
    products = [{"id": f"p{i}", "plan": p, "actual": a} for i, (p, a) in enumerate(pairs)]
    total = compute("contribution-bridge", {"products": products})["total"]
    parts = sum(v for name, v in total.items() if name != "change")
    assert parts == near(total["change"], 1e-6)
    for product in products:
        for which in ("plan", "actual"):
            if product[which]:
                product[which] = {n: product[which][n] for n in ("units", "price")}
    total = compute("revenue-bridge", {"products": products})["total"]
    assert sum(v for name, v in total.items() if name != "change") == near(total["change"], 1e-6)


def test_revenue_by_hand():
    products = [
        {
            "id": "a",
            "plan": {"units": 10, "price": 5},
            "actual": {"units": 8, "price": 6},
        },
        {"id": "b", "plan": None, "actual": {"units": 1, "price": 7}},
    ]
    result = compute("revenue-bridge", {"products": products})
    # 2 units fewer at 5, 1 more for each of 8
    assert of(result, "products", "volume") == [-10, 0]
    assert of(result, "products", "price") == [8, 0]
    assert (result["total"]["new"], result["total"]["change"]) == (7, 5)
    assert (result["plan_revenue"], result["actual_revenue"]) == (50, 55)


PLAN = {"spend": 1000, "cpc": 2.0, "conversion": 0.02, "aov": 50}
ACTUAL = {"spend": 1200, "cpc": 2.4, "conversion": 0.025, "aov": 48}


def test_funnel_of_the_pages():
    result = compute("funnel-bridge", {"plan": PLAN, "actual": ACTUAL})
    assert (result["plan_revenue"], result["actual_revenue"]) == near((500, 600))
    assert {name: round(value, 2) for name, value in result["lmdi"].items()} == {
        "spend": 100.00,
        "cpc": -100.00,
        "conversion": 122.39,
        "aov": -22.39,
    }
    # 500 → 600 → 500 → 625 → 600
    assert result["chain"] == near({"spend": 100, "cpc": -100, "conversion": 125, "aov": -25})


def test_a_zero_is_followed_step_by_step():
    result = compute("funnel-bridge", {"plan": PLAN, "actual": {**ACTUAL, "conversion": 0}})
    assert (result["lmdi"], codes(result)) == (None, ["undefined"])
    assert sum(result["chain"].values()) == near(-500)
    free = compute("funnel-bridge", {"plan": PLAN, "actual": {**ACTUAL, "cpc": 0}})
    assert (free["actual_revenue"], free["chain"], codes(free)) == (None, None, ["undefined"])


FACTORS = st.fixed_dictionaries(
    {
        "spend": st.floats(1, 1e5),
        "cpc": st.floats(0.01, 50),
        "conversion": st.floats(0.001, 1),
        "aov": st.floats(1, 1e3),
    }
)


@settings(deadline=None)
@given(FACTORS, FACTORS)
def test_both_ways_explain_the_whole_change(plan, actual):
    result = compute("funnel-bridge", {"plan": plan, "actual": actual})
    change = result["actual_revenue"] - result["plan_revenue"]
    size = max(result["actual_revenue"], result["plan_revenue"])
    for way in ("lmdi", "chain"):
        assert abs(sum(result[way].values()) - change) <= 1e-9 * size
    back = compute("funnel-bridge", {"plan": actual, "actual": plan})
    for name, value in result["lmdi"].items():
        assert back["lmdi"][name] == near(-value)
