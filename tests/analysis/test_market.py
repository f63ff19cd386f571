"""By hand: METHODS 3.2."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused

TOP = {"tam": [50000, 0.3, 2, 40], "sam": [0.25], "som": [0.1]}


def test_chain_of_the_pages():
    result = compute("tam-sam-som", {"top_down": TOP})
    assert result == {
        "tam": near(1_200_000),
        "sam": near(300_000),
        "som": near(30_000),
        "bottom_up_sam": None,
        "bottom_up_som": None,
        "ratio": None,
        "warnings": [],
    }


def test_counted_from_both_ends():
    # 500 shops × 12 orders × 50 = 300 000, of which a tenth and a half: 15 000
    result = compute(
        "tam-sam-som", {"top_down": TOP, "bottom_up": {"sam": [500, 12, 50], "som": [0.1, 0.5]}}
    )
    assert result["bottom_up_sam"] == near(300_000)
    assert result["bottom_up_som"] == near(15_000)
    assert result["ratio"] == near(0.5)
    assert codes(result) == []


def test_a_wide_gap_is_said():
    low = {"top_down": TOP, "bottom_up": {"sam": [300_000], "som": [0.049]}}
    assert codes(compute("tam-sam-som", low)) == ["ratio-out-of-range"]
    high = {"top_down": TOP, "bottom_up": {"sam": [300_000], "som": [0.21]}}
    assert codes(compute("tam-sam-som", high)) == ["ratio-out-of-range"]


def test_amounts_as_typed():
    result = compute("tam-sam-som", {"tam": 100, "sam": 40, "som": 40})
    assert (result["tam"], result["sam"], result["som"]) == (100, 40, 40)


def test_nothing_to_win_has_no_ratio():
    data = {"tam": 1, "sam": 1, "som": 0, "bottom_up": {"sam": [5], "som": []}}
    result = compute("tam-sam-som", data)
    assert result["ratio"] is None
    assert codes(result) == ["undefined"]


def test_sizes_refuse():
    name = "tam-sam-som"
    assert refused(name, {"tam": 10, "sam": 11, "som": 1}) == "sam"
    assert refused(name, {"tam": 10, "sam": 9, "som": 9.1}) == "som"
    assert refused(name, {"tam": 10, "sam": 9}) == "som"
    assert refused(name, {}) == "top_down"
    assert refused(name, {"top_down": TOP, "tam": 3}) == "tam"
    assert refused(name, {"top_down": {**TOP, "sam": [1.2]}}) == "top_down.sam[0]"
    assert refused(name, {"top_down": {**TOP, "tam": []}}) == "top_down.tam"
    assert refused(name, {"top_down": {**TOP, "tam": [-1]}}) == "top_down.tam[0]"


@settings(deadline=None)
@given(
    st.lists(st.floats(0, 1e4), min_size=1, max_size=5),
    st.lists(st.floats(0, 1), max_size=4),
    st.lists(st.floats(0, 1), max_size=4),
)
def test_a_chain_always_nests(tam, sam, som):
    result = compute("tam-sam-som", {"top_down": {"tam": tam, "sam": sam, "som": som}})
    assert result["som"] <= result["sam"] <= result["tam"]


def test_half_and_double_are_within():
    for share in (0.05, 0.2):
        data = {"top_down": TOP, "bottom_up": {"sam": [300_000], "som": [share]}}
        assert codes(compute("tam-sam-som", data)) == []


def paired(*factors):
    return {
        "factors": [{"id": n, "top_down": above, "bottom_up": below} for n, above, below in factors]
    }


def test_a_bridge_between_the_countings_by_hand():
    # Two factors halve, one doubles: V falls from 1,000 to 500, so that L = 500 / ln 2 and each
    # halving takes 500 while the doubling brings 500.
    result = compute("size-bridge", paired(("n", 10, 5), ("price", 20, 10), ("share", 5, 10)))
    assert (result["top_down"], result["bottom_up"], result["change"]) == near((1000, 500, -500))
    assert {e["id"]: e["effect"] for e in result["lmdi"]} == near(
        {"n": -500, "price": -500, "share": 500}
    )
    # one after another: 1,000 → 500 → 250 → 500
    assert [e["effect"] for e in result["chain"]] == near([-500, -250, 250])


def test_a_factor_of_nothing_is_followed_step_by_step():
    result = compute("size-bridge", paired(("n", 10, 8), ("share", 0.5, 0)))
    assert (result["lmdi"], codes(result)) == (None, ["undefined"])
    # 5 → 4 → 0
    assert [e["effect"] for e in result["chain"]] == near([-1, -4])


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0.01, 1e3), st.floats(0.01, 1e3)), min_size=1, max_size=4))
def test_the_factors_explain_the_whole_difference_in_any_order(pairs):
    named = [(f"f{at}", *pair) for at, pair in enumerate(pairs)]
    result = compute("size-bridge", paired(*named))
    within = 1e-9 * (result["top_down"] + result["bottom_up"])
    for way in ("lmdi", "chain"):
        assert abs(sum(e["effect"] for e in result[way]) - result["change"]) <= within
    turned = compute("size-bridge", paired(*reversed(named)))
    assert [e["effect"] for e in reversed(turned["lmdi"])] == [
        near(e["effect"], 1e-6) for e in result["lmdi"]
    ]
