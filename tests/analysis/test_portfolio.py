"""Examples: METHODS 1.5, 1.7 and 7.6."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def product(own, rival, growth):
    data = {
        "products": [{"id": "p", "own_share": own, "largest_rival_share": rival, "growth": growth}]
    }
    return compute("bcg", data)["products"][0]


def test_relative_share_of_the_pages():
    follower = product(0.18, 0.24, 0.12)
    assert (follower["relative_share"], follower["quadrant"]) == (near(0.75), "question mark")
    leader = product(0.24, 0.18, 0.12)
    assert (leader["relative_share"], leader["quadrant"]) == (near(4 / 3), "star")


def test_on_the_line_is_high():
    assert product(0.2, 0.2, 0.1)["quadrant"] == "star"
    assert product(0.2, 0.2, 0.0999)["quadrant"] == "cash cow"
    assert product(0.1, 0.2, -0.05)["quadrant"] == "dog"


def test_no_rival_is_the_leader():
    alone = product(0.9, 0, 0.01)
    assert (alone["relative_share"], alone["quadrant"]) == (None, "cash cow")


def test_growth_of_the_pages():
    rates = [0.30, 0.18, 0.09, 0.04, 0.02, -0.03]
    sales = [100.0]
    for rate in rates:
        sales.append(sales[-1] * (1 + rate))
    result = compute("life-cycle", {"sales": sales})
    assert result["growth"] == near(rates)
    assert result["sd"] == near(0.12116, 1e-4)
    assert result["threshold"] == near(0.06058, 1e-4)
    assert result["stages"] == ["growth"] * 3 + ["maturity"] * 3


def test_introduction_is_below_a_twentieth_of_the_peak():
    result = compute("life-cycle", {"sales": [1, 2, 30, 60, 100, 100, 40]})
    assert result["stages"][0] == "introduction"
    assert result["stages"][-1] == "maturity"


def test_few_years_have_no_stages():
    result = compute("life-cycle", {"sales": [1, 2, 3]})
    assert (result["stages"], codes(result)) == (None, ["too-short"])
    assert result["growth"] == near([1, 0.5])
    single = compute("life-cycle", {"sales": [1]})
    assert (single["growth"], single["sd"]) == ([], None)
    assert refused("life-cycle", {"sales": [1, 0]}) == "sales[1]"


def abc(*revenues, **more):
    items = [{"id": f"i{n}", "revenue": revenue} for n, revenue in enumerate(revenues)]
    return compute("abc", {"items": items, **more})


def test_classes_include_their_cut():
    result = abc(15, 80, 5)
    assert of(result, "items", "class") == ["B", "A", "C"]
    assert of(result, "items", "cumulative_share") == near([0.95, 0.8, 1])
    assert result["ranking"] == ["i1", "i0", "i2"]
    assert of(abc(60, 30, 10, cuts=[0.5, 0.9]), "items", "class") == ["B", "B", "C"]


def test_float_noise_moves_no_item():
    # 0.1 + 0.2 + 0.5 is a little less or more than 0.8
    assert of(abc(0.1, 0.2, 0.5, 0.2), "items", "class")[2] == "A"
    assert of(abc(*[0.1] * 10), "items", "class") == ["A"] * 8 + ["B", "C"]


def test_nothing_sold_has_no_classes():
    result = abc(0, 0)
    assert (of(result, "items", "class"), codes(result)) == ([None, None], ["undefined"])
    assert refused("abc", {"items": [{"id": "a", "revenue": 1}], "cuts": [0.9, 0.8]}) == "cuts"


@pytest.mark.parametrize("factor", [1e-6, 3, 1e9])
def test_classes_know_no_unit(factor):
    revenues = [50, 30, 12, 5, 3]
    scaled = [revenue * factor for revenue in revenues]
    assert of(abc(*scaled), "items", "class") == of(abc(*revenues), "items", "class")


@settings(deadline=None)
@given(st.lists(st.integers(1, 1000), min_size=1, max_size=20, unique=True))
def test_classes_follow_revenue(revenues):
    classes = of(abc(*revenues), "items", "class")
    by_size = [c for _, c in sorted(zip(revenues, classes, strict=True), reverse=True)]
    assert by_size == sorted(by_size)


def test_two_growth_rates_have_a_spread():
    # 100 % and 50 %: half their difference times √2
    assert compute("life-cycle", {"sales": [1, 2, 3]})["sd"] == near(0.25 * 2**0.5)
    assert compute("life-cycle", {"sales": [1, 2, 3]})["threshold"] == near(0.125 * 2**0.5)
