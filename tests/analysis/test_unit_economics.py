"""Examples: METHODS 5.4 and 3.6; multiples by Gupta and Lehmann 2005."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_break_even_of_the_pages():
    result = compute("break-even", {"fixed_cost": 50_000, "price": 40, "variable_cost": 24})
    assert (result["units"], result["whole_units"]) == (near(3125), 3125)
    assert (result["revenue"], result["margin"]) == near((125_000, 0.4))
    assert (result["units_for_target"], result["extra_units_for_campaign"]) == (None, None)


def test_break_even_with_a_target_and_a_campaign():
    data = {
        "fixed_cost": 100,
        "price": 10,
        "variable_cost": 7,
        "target_profit": 50,
        "campaign_cost": 12,
    }
    result = compute("break-even", data)
    assert (result["units"], result["whole_units"]) == (near(100 / 3), 34)
    assert (result["units_for_target"], result["extra_units_for_campaign"]) == near((50, 4))


def test_a_unit_that_leaves_nothing_never_breaks_even():
    result = compute("break-even", {"fixed_cost": 1, "price": 5, "variable_cost": 5})
    assert [result[name] for name in ("units", "whole_units", "revenue")] == [None] * 3
    assert codes(result) == ["undefined"]


def test_payback_of_the_pages():
    result = compute(
        "payback", {"cac": 150, "monthly_revenue": 30, "margin": 0.6, "monthly_churn": 0.05}
    )
    assert result["payback_months"] == near(8.33, 1e-3)
    assert result["ltv"] == near(360)
    assert result["ltv_to_cac"] == near(2.4)
    # after n months m·(1 − 0.95ⁿ)/0.05 = 150, so 0.95ⁿ = 1 − 150/360
    assert result["churn_adjusted_payback_months"] == near(math.log(7 / 12) / math.log(0.95))


def test_payback_edges():
    lost = compute(
        "payback", {"cac": 400, "monthly_revenue": 30, "margin": 0.6, "monthly_churn": 0.05}
    )
    assert lost["churn_adjusted_payback_months"] is None
    assert codes(lost) == ["undefined"]
    kept = compute("payback", {"cac": 150, "monthly_revenue": 30, "margin": 0.6})
    assert (kept["ltv"], kept["churn_adjusted_payback_months"]) == (None, near(150 / 18))
    free = compute("payback", {"cac": 0, "monthly_revenue": 30, "margin": 0, "monthly_churn": 0.1})
    assert (free["payback_months"], free["ltv_to_cac"]) == (None, None)


def test_discount_by_hand():
    # margin 40 % and 10 % off: 0.4 / 0.3 − 1
    result = compute("discount-uplift", {"price": 100, "unit_cost": 60, "discount": 0.1})
    assert result["volume_uplift"] == near(1 / 3)
    none = compute("discount-uplift", {"price": 100, "unit_cost": 60, "discount": 0.4})
    assert (none["volume_uplift"], codes(none)) == (None, ["undefined"])
    assert refused("discount-uplift", {"price": 1, "unit_cost": 1, "discount": 2}) == "discount"


@settings(deadline=None)
@given(st.floats(1, 1000), st.floats(0, 0.9), st.floats(0, 0.9))
def test_the_uplift_earns_the_same(price, cost_share, discount):
    cost = price * cost_share
    result = compute("discount-uplift", {"price": price, "unit_cost": cost, "discount": discount})
    uplift = result["volume_uplift"]
    if uplift is None:
        assert price * (1 - discount) - cost <= price * 1e-6
    else:
        earned = (1 + uplift) * (price * (1 - discount) - cost)
        assert earned == near(price - cost, 1e-6)


@pytest.mark.parametrize(
    ("retention", "multiple"), [(0.6, 1.15), (0.7, 1.67), (0.8, 2.50), (0.9, 4.09)]
)
def test_gupta_and_lehmann(retention, multiple):
    data = {
        "margin_per_period": 1,
        "retention": retention,
        "discount": 0.12,
        "first_margin": "end",
    }
    assert round(compute("simple-clv", data)["clv"], 2) == multiple


def test_clv_over_some_periods():
    data = {"margin_per_period": 100, "retention": 0.8, "discount": 0.1, "first_margin": "now"}
    keep = 0.8 / 1.1
    three = 100 * (1 + keep + keep**2)
    assert compute("simple-clv", {**data, "periods": 3})["clv"] == near(three)
    later = {**data, "periods": 3, "first_margin": "end", "acquisition_cost": 30}
    assert compute("simple-clv", later)["clv"] == near(three * keep - 30)
    assert compute("simple-clv", data)["clv"] == near(100 * 1.1 / 0.3)


def test_a_sum_without_end_needs_periods():
    data = {"margin_per_period": 5, "retention": 1, "discount": 0, "first_margin": "now"}
    assert refused("simple-clv", data) == "periods"
    assert compute("simple-clv", {**data, "periods": 7})["clv"] == near(35)
    assert refused("simple-clv", {**data, "periods": 0}) == "periods"


@settings(deadline=None)
@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 40))
def test_clv_is_its_own_sum(retention, discount, periods):
    data = {
        "margin_per_period": 1,
        "retention": retention,
        "discount": discount,
        "first_margin": "now",
        "periods": periods,
    }
    plain = sum((retention / (1 + discount)) ** t for t in range(periods))
    assert compute("simple-clv", data)["clv"] == near(plain)


def test_everybody_leaves_after_a_month():
    data = {"monthly_revenue": 30, "margin": 0.6, "monthly_churn": 1}
    assert compute("payback", {"cac": 10, **data})["churn_adjusted_payback_months"] == 1
    assert compute("payback", {"cac": 0, **data})["churn_adjusted_payback_months"] == 0
    assert compute("payback", {"cac": 19, **data})["churn_adjusted_payback_months"] is None
