"""By hand: METHODS 2.2, 5.5 and 5.10."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_a_euro_over_three_months():
    assert compute("phasing", {"budget_cents": 100, "weights": [1, 1, 1]})["cents"] == [34, 33, 33]


def test_by_season():
    # 7 by 1 2 1 is 1.75, 3.5 and 1.75: 1, 3 and 1, the two that are left go to the larger parts
    seasonal = {"budget_cents": 1000, "weights": [0.2, 0.5, 0.3]}
    assert compute("phasing", seasonal)["cents"] == [200, 500, 300]
    assert compute("phasing", {"budget_cents": 7, "weights": [1, 2, 1]})["cents"] == [2, 3, 2]


def test_no_weight_is_an_equal_split():
    result = compute("phasing", {"budget_cents": 10, "weights": [0, 0, 0]})
    assert (result["cents"], codes(result)) == ([4, 3, 3], ["equal-split"])
    assert refused("phasing", {"budget_cents": 1.5, "weights": [1]}) == "budget_cents"
    assert refused("phasing", {"budget_cents": 1, "weights": [1, -1]}) == "weights[1]"
    assert refused("phasing", {"budget_cents": 1, "weights": []}) == "weights"


@settings(deadline=None)
@given(
    st.integers(0, 10**12), st.lists(st.floats(0, 1e6), min_size=1, max_size=24), st.integers(1, 9)
)
def test_months_add_up_and_know_no_unit_of_weight(cents, weights, factor):
    months = compute("phasing", {"budget_cents": cents, "weights": weights})["cents"]
    assert sum(months) == cents
    total = sum(weights)
    if total > 0:
        exact = [cents * weight / total for weight in weights]
        assert all(abs(m - e) <= 1 + 1e-9 * e for m, e in zip(months, exact, strict=True))
    scaled = [weight * 2**factor for weight in weights]
    assert compute("phasing", {"budget_cents": cents, "weights": scaled})["cents"] == months


def test_tasks_by_hand():
    tasks = [
        {"id": "a", "quantity": 3, "unit_cost": 100},
        {"id": "b", "quantity": 0.5, "unit_cost": 40},
    ]
    result = compute("objective-and-task", {"tasks": tasks, "contingency": 0.1})
    assert (result["subtotal"], result["total"]) == near((320, 352))
    assert compute("objective-and-task", {"tasks": tasks})["total"] == near(320)


def test_three_other_ways_to_a_budget():
    assert compute("percent-of-sales", {"forecast_sales": 200, "share": 0.05})["budget"] == near(10)
    rivals = [{"id": "a", "sales": 300, "spend": 30}, {"id": "b", "sales": 100, "spend": 2}]
    parity = compute("competitive-parity", {"own_sales": 50, "rivals": rivals})
    # 32 of 400, and that of 50
    assert (parity["industry_ratio"], parity["budget"]) == near((0.08, 4))
    idle = [{"id": "a", "sales": 0, "spend": 30}]
    none = compute("competitive-parity", {"own_sales": 50, "rivals": idle})
    assert (none["budget"], codes(none)) == (None, ["undefined"])


def voice(**changed):
    return compute(
        "share-of-voice",
        {
            "own_sales": 10.5,
            "market_sales": 100,
            "own_spend": 20.5,
            "category_spend": 100,
            "target_gain_points": 0.5,
            **changed,
        },
    )


def test_ten_points_of_voice_gain_half_a_point():
    result = voice()
    assert (result["share_of_market"], result["share_of_voice"]) == near((0.105, 0.205))
    assert (result["esov_points"], result["expected_gain_points"]) == near((10, 0.5))
    assert result["required_esov_points"] == near(10)
    # what is asked for is what is spent
    assert result["required_share_of_voice"] == near(0.205)
    assert result["required_spend"] == near(20.5)


def test_voice_above_the_share_of_market():
    # METHODS 2.2: 15 % of voice and 11 % of the market are 4 points
    assert voice(own_sales=11, own_spend=15)["esov_points"] == near(4)


def test_our_money_makes_the_category_grow():
    # 20 % of voice beside rivals' 400 takes 100, not 20 % of the old total
    result = voice(own_sales=15, own_spend=0, category_spend=400, target_gain_points=0.25)
    assert result["required_share_of_voice"] == near(0.2)
    assert result["required_spend"] == near(100)


def test_voice_without_end_or_ground():
    loud = voice(target_gain_points=5)
    assert (loud["required_spend"], codes(loud)) == (None, ["undefined"])
    empty = voice(own_sales=0, market_sales=0)
    assert (empty["share_of_market"], empty["esov_points"]) == (None, None)
    assert (
        refused(
            "share-of-voice",
            {
                "own_sales": 2,
                "market_sales": 1,
                "own_spend": 1,
                "category_spend": 1,
                "target_gain_points": 1,
            },
        )
        == "own_sales"
    )
