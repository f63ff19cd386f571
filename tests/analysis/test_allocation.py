"""Examples: METHODS 5.6; splits found by trying every one on a fine grid."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def log(identity, a, c, **more):
    return {"id": identity, "curve": {"kind": "log", "a": a, "c": c}, **more}


def hill(identity, b, k, s, **more):
    return {"id": identity, "curve": {"kind": "hill", "b": b, "k": k, "s": s}, **more}


LOGS = [log("a", 300, 10), log("b", 200, 20), log("c", 100, 10)]


def split(budget, channels, **more):
    return compute("allocate-budget", {"budget": budget, "channels": channels, **more})


def test_three_logarithms():
    result = split(80, LOGS)
    assert of(result, "channels", "spend") == near([50, 20, 10], 1e-8)
    assert result["marginal"] == near(5)
    assert of(result, "channels", "marginal") == near([5, 5, 5])
    assert result["response"] == near(745.472, 1e-6)
    assert result["equal_split_response"] == near(689.173, 1e-6)
    assert result["profit"] == near(665.472, 1e-6)
    assert (result["unallocated"], codes(result)) == (0, [])


def test_a_cap():
    result = split(80, [log("a", 300, 10, max=40), *LOGS[1:]])
    assert of(result, "channels", "spend") == near([40, 80 / 3, 40 / 3], 1e-8)
    assert result["marginal"] == near(30 / 7)
    assert result["response"] == near(737.021, 1e-6)


def test_a_floor():
    # λ = 400/(60 − 20 + 30)·… with c at its least of 20: 500 / (60 + 30) = 50/9
    result = split(80, [*LOGS[:2], log("c", 100, 10, min=20)])
    assert of(result, "channels", "spend") == near([44, 16, 20], 1e-8)
    assert result["marginal"] == near(50 / 9)


def test_pinned_channels_leave_the_rest_to_the_others():
    pinned = [log("pinned", 500, 3, min=25, max=25), hill("held", 90, 40, 2, min=15, max=15)]
    mixed = split(120, [pinned[0], *LOGS, pinned[1]])
    assert of(mixed, "channels", "spend") == near([25, 50, 20, 10, 15], 1e-8)
    alone = split(80, LOGS)
    # METHODS 5.6 for the three; a·ln(1 + x/c) and b·x²/(k² + x²) by hand for the other two
    brought = 500 * math.log(1 + 25 / 3) + 90 * 15**2 / (40**2 + 15**2)
    assert mixed["response"] == near(alone["response"] + brought)
    all_pinned = split(40, pinned)
    assert of(all_pinned, "channels", "spend") == [25, 15]


def test_two_hills_that_bend_up():
    result = split(60, [hill("a", 100, 50, 3), hill("b", 100, 50, 3)])
    assert result["response"] == near(63.343, 1e-5)
    assert sorted(of(result, "channels", "spend")) == near([0, 60])
    assert result["equal_split_response"] == near(2 * 100 * 27 / (125 + 27))


def test_closed_forms_of_slopes():
    channels = [
        {"id": "p", "curve": {"kind": "power", "a": 3, "e": 0.5}},
        {"id": "e", "curve": {"kind": "exponential", "a": 50, "c": 20}},
        hill("h", 30, 10, 1),
    ]
    result = split(100, channels)
    level = result["marginal"]
    spends = [
        (3 * 0.5 / level) ** 2,
        20 * math.log(50 / 20 / level),
        10 * (math.sqrt(30 / (10 * level)) - 1),
    ]
    assert of(result, "channels", "spend") == near(spends, 1e-7)
    assert sum(spends) == near(100, 1e-7)


def test_without_a_budget_spend_as_long_as_it_pays():
    result = split(None, [LOGS[0], hill("h", 100, 50, 3)], margin=0.5)
    # a/(x + c) = 2 at 140
    assert result["channels"][0]["spend"] == near(140)
    assert result["marginal"] == near(2)
    # the hill's chord is at most 100·2^(2/3)/(3·50) = 1.06 a unit: not worth 2
    assert result["channels"][1]["spend"] == 0
    assert result["profit"] == near(0.5 * 300 * math.log(15) - 140)
    worth = split(None, [hill("h", 100, 50, 3)], margin=1)
    assert worth["channels"][0]["spend"] > 50
    assert worth["channels"][0]["marginal"] == near(1, 1e-7)
    nothing = split(None, LOGS, margin=0)
    assert of(nothing, "channels", "spend") == [0, 0, 0]


def test_more_budget_than_room():
    result = split(100, [log("a", 300, 10, max=40), log("b", 200, 20, max=20)])
    assert of(result, "channels", "spend") == [40, 20]
    assert (result["unallocated"], result["marginal"]) == (near(40), None)
    assert codes(result) == ["budget-left", "undefined"]


def test_no_budget_at_all():
    result = split(0, [LOGS[0], {"id": "p", "curve": {"kind": "power", "a": 3, "e": 0.5}}])
    assert of(result, "channels", "spend") == [0, 0]
    assert of(result, "channels", "marginal") == [30, None]
    assert "undefined" in codes(result)


def test_allocation_refuses():
    def field(budget, channels):
        return refused("allocate-budget", {"budget": budget, "channels": channels})

    assert field(10, [log("a", 1, 1, min=11)]) == "budget"
    assert field(10, [log("a", 1, 1, min=5, max=4)]) == "channels[0].max"
    assert field(10, [hill("a", 1, 0, 1)]) == "channels[0].curve.k"
    assert field(10, [{"id": "a", "curve": {"kind": "cubic"}}]) == "channels[0].curve.kind"
    assert (
        field(None, [{"id": "a", "curve": {"kind": "power", "a": 2, "e": 2}}]) == "channels[0].max"
    )
    assert refused("allocate-budget", {"channels": LOGS}) == "budget"


def response(curve, spend):
    if curve["kind"] == "hill":
        part = (spend / curve["k"]) ** curve["s"]
        return curve["b"] * part / (1 + part)
    return curve["a"] * np.log1p(spend / curve["c"])


def best_on_grid(budget, channels, steps=150):
    """The best split in whole steps, by dynamic programming."""
    spends = np.linspace(0, budget, steps + 1)
    best = response(channels[0]["curve"], spends)
    for channel in channels[1:]:
        values = response(channel["curve"], spends)
        best = np.array([(best[: n + 1] + values[n::-1]).max() for n in range(steps + 1)])
    return float(best[-1])


CURVES = st.one_of(
    st.builds(
        lambda b, k, s: {"kind": "hill", "b": b, "k": k, "s": s},
        st.floats(5, 100),
        st.floats(10, 200),
        st.floats(0.5, 5),
    ),
    st.builds(lambda a, c: {"kind": "log", "a": a, "c": c}, st.floats(1, 50), st.floats(5, 100)),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(CURVES, min_size=1, max_size=6), st.floats(5, 600))
def test_no_grid_finds_more(curves, budget):
    channels = [{"id": f"c{i}", "curve": curve} for i, curve in enumerate(curves)]
    result = split(budget, channels)
    assert sum(of(result, "channels", "spend")) == near(budget, 1e-9)
    assert min(of(result, "channels", "spend")) >= 0
    assert result["response"] >= best_on_grid(budget, channels) * (1 - 1e-9)
    assert result["gap"] <= 1e-6


@settings(max_examples=8, deadline=None)
@given(st.lists(CURVES, min_size=2, max_size=5), st.floats(20, 300), st.data())
def test_order_and_unit_of_money_do_not_matter(curves, budget, data):
    channels = [{"id": f"c{i}", "curve": curve} for i, curve in enumerate(curves)]
    plain = split(budget, channels)["response"]
    turned = data.draw(st.permutations(channels))
    assert split(budget, turned)["response"] == near(plain, 1e-7)
    cents = [
        {
            "id": one["id"],
            "curve": {n: v * 100 if n in ("k", "c") else v for n, v in one["curve"].items()},
        }
        for one in channels
    ]
    assert split(budget * 100, cents)["response"] == near(plain, 1e-7)


def test_twenty_equal_channels():
    channels = [hill(f"c{i:02}", 10, 1, 4) for i in range(20)]
    result = split(7.3, channels)
    # on m of them equally: the best m by trying
    tried = [m * 10 / (1 + (m / 7.3) ** 4) for m in range(1, 21)]
    assert result["response"] == near(max(tried), 1e-7)


@pytest.mark.parametrize("count", [60, 240])
def test_many_channels_come_with_a_proof(count):
    chance = np.random.default_rng(count)
    channels = [
        hill(f"c{i}", *(float(chance.uniform(*r)) for r in ((5, 100), (10, 200), (0.6, 3))))
        for i in range(count)
    ]
    result = split(30.0 * count, channels)
    assert 0 <= result["gap"] <= 0.0025
    assert sum(of(result, "channels", "spend")) == near(30.0 * count, 1e-9)


def test_a_channel_that_cannot_get_all_it_needs():
    # 20 is too little for either hill to bend down; together with a log it stays between
    result = split(20, [hill("a", 100, 50, 3), hill("b", 100, 50, 3)])
    assert result["response"] == near(100 * 8000 / (125_000 + 8000))
    mixed = split(30, [hill("a", 100, 50, 3), log("b", 6, 5)])
    assert mixed["response"] >= best_on_grid(30, [hill("a", 100, 50, 3), log("b", 6, 5)], 3000)


def test_slopes_of_channels_that_get_nothing():
    # at 0 a hill rises by b/k with s = 1 and not at all above; λ is 300/(1 + 10)
    result = split(1, [log("a", 300, 10), hill("b", 40, 8, 1), hill("c", 1, 50, 3)])
    assert of(result, "channels", "spend") == near([1, 0, 0])
    assert of(result, "channels", "marginal") == near([300 / 11, 5, 0])
