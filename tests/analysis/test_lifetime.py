"""Examples: CDNOW (Fader, Hardie & Lee 2005; BTYD), METHODS 3.6."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

CDNOW = {"r": 0.2426, "alpha": 4.4135, "a": 0.7929, "b": 2.4258}
SPEND = {"p": 6.249, "q": 3.745, "v": 15.448}
FIRST = {"id": "1", "repeat_purchases": 2, "age_at_last_purchase": 30.43, "age": 38.86}


def judged(params, horizon, **changed):
    customer = {**FIRST, "horizon": horizon, **changed}
    return compute("bg-nbd", {"params": params, "customers": [customer]})["customers"][0]


def test_the_first_customer():
    found = judged(CDNOW, 39)
    assert found["expected_purchases"] == near(1.226, 3e-4)
    assert found["p_alive"] == near(0.7266, 1e-4)


def test_without_repeats_a_customer_is_alive():
    silent = judged(CDNOW, 10, repeat_purchases=0, age_at_last_purchase=0)
    assert silent["p_alive"] == 1
    assert judged(CDNOW, 0)["expected_purchases"] == near(0)


def test_a_new_customer_is_one_of_age_0():
    new = compute("bg-nbd-new", {"params": CDNOW, "horizons": [0, 13, 52]})
    old = [
        judged(CDNOW, t, repeat_purchases=0, age_at_last_purchase=0, age=0)["expected_purchases"]
        for t in (0, 13, 52)
    ]
    assert new["expected_purchases"] == near(old)


def summed(params, weeks, steps=20_000):
    """E[X(t)] by its integral: λ and p drawn, the chance to be alive falls with each purchase.

    E[X(t)] = ∫₀ᵗ E[λ e^{−λps}] ds, for purchases come at rate λ while alive and each ends it
    with p; over p (beta) and λ (gamma) by the midpoint rule.
    """
    import math

    r, alpha, a, b = (params[name] for name in ("r", "alpha", "a", "b"))
    beta = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b))
    total = 0.0
    for step in range(steps):
        # u = p^a spreads the points where the density is steep
        p = ((step + 0.5) / steps) ** (1 / a)
        weight = beta / a * (1 - p) ** (b - 1)
        # ∫₀ᵗ r α^r / (α + ps)^{r + 1} ds
        inner = (1 - (alpha / (alpha + p * weeks)) ** r) / p
        total += weight * inner / steps
    return total


@pytest.mark.parametrize("a", [0.7929, 1.0, 1.0000001, 1.7])
def test_expected_purchases_by_integration(a):
    params = {**CDNOW, "a": a}
    found = compute("bg-nbd-new", {"params": params, "horizons": [10, 100]})
    assert found["expected_purchases"] == near([summed(params, 10), summed(params, 100)], 1e-5)


def test_where_a_and_b_make_one():
    params = {**CDNOW, "a": 0.4, "b": 0.6}
    found = compute("bg-nbd-new", {"params": params, "horizons": [10]})
    assert found["expected_purchases"] == near([summed(params, 10, 400_000)], 1e-3)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 30), st.floats(0, 1), st.floats(1, 200), st.floats(0.1, 100))
def test_time_has_no_unit(x, part, age, horizon):
    last = age * part if x else 0.0
    weeks = judged(CDNOW, horizon, repeat_purchases=x, age_at_last_purchase=last, age=age)
    days = judged(
        {**CDNOW, "alpha": CDNOW["alpha"] * 7},
        horizon * 7,
        repeat_purchases=x,
        age_at_last_purchase=last * 7,
        age=age * 7,
    )
    assert days["p_alive"] == near(weeks["p_alive"])
    assert days["expected_purchases"] == near(weeks["expected_purchases"], 1e-7)
    assert 0 <= weeks["p_alive"] <= 1
    assert weeks["expected_purchases"] >= -1e-9


def test_ages_are_checked():
    def field(**changed):
        customers = [{**FIRST, "horizon": 1, **changed}]
        return refused("bg-nbd", {"params": CDNOW, "customers": customers})

    assert field(age=30) == "customers[0].age_at_last_purchase"
    assert field(repeat_purchases=0) == "customers[0].age_at_last_purchase"
    assert field(repeat_purchases=1.5) == "customers[0].repeat_purchases"
    wrong = {"params": {**CDNOW, "a": 0}, "horizons": [1]}
    assert refused("bg-nbd-new", wrong) == "params.a"


def test_spend_of_the_first_customer():
    customers = [{"id": "1", "repeat_purchases": 2, "mean_spend": 22.35}]
    result = compute("gamma-gamma", {"params": SPEND, "customers": customers})
    assert result["customers"][0]["expected_mean_spend"] == near(24.66, 1e-4)
    silent = [{"id": "0", "repeat_purchases": 0, "mean_spend": 0}]
    mean = compute("gamma-gamma", {"params": SPEND, "customers": silent})["customers"][0]
    # the mean of all: p·v / (q − 1)
    assert mean["expected_mean_spend"] == near(6.249 * 15.448 / 2.745)
    wide = compute("gamma-gamma", {"params": {**SPEND, "q": 1}, "customers": silent})
    assert (wide["customers"][0]["expected_mean_spend"], codes(wide)) == (None, ["undefined"])


def value(**changed):
    data = {
        "bg_nbd": CDNOW,
        "gamma_gamma": SPEND,
        "months": 12,
        "units_per_month": 4.345,
        "monthly_discount": 0.01,
        "customers": [{**FIRST, "mean_spend": 22.35}],
        **changed,
    }
    return compute("clv", data)


def test_lifetime_value_in_weeks_not_days():
    assert of(value(), "customers", "clv") == near([36.28], 1e-4)
    assert of(value(margin=0.25), "customers", "clv") == near([9.07], 1e-4)


def test_without_discount_value_is_purchases_times_spend():
    flat = value(monthly_discount=0, months=3)
    purchases = judged(CDNOW, 3 * 4.345)["expected_purchases"]
    assert of(flat, "customers", "clv") == near([purchases * 24.6582], 1e-5)
