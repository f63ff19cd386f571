"""By hand: METHODS 5.5 and 5.10."""

from hypothesis import given
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
