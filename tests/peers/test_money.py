"""Against scipy's root finding and integration: figures that answer “at which value would …”."""

import math

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import integrate, optimize

from planner.calc import compute
from tests.analysis.asking import near
from tests.analysis.test_variance import FACTORS

MONEY = st.floats(1, 1e4)
INNER = st.floats(0.02, 0.98)


def root(function, low, high):
    return float(optimize.brentq(function, low, high, xtol=1e-13, rtol=1e-14))


@settings(deadline=None)
@given(st.floats(1, 1e6), MONEY, INNER)
def test_units_where_profit_is_nothing(fixed, price, cost):
    data = {"fixed_cost": fixed, "price": price, "variable_cost": price * cost}
    ours = compute("break-even", {**data, "target_profit": 50, "campaign_cost": 70})

    def profit(units):
        return units * (price - price * cost) - fixed

    units = root(profit, 0, 1e12)
    assert ours["units"] == near(units, 1e-8)
    assert ours["revenue"] == near(units * price, 1e-8)
    assert profit(ours["units_for_target"]) == near(50, 1e-6)
    assert profit(ours["extra_units_for_campaign"]) + fixed == near(70, 1e-6)


@settings(deadline=None)
@given(MONEY, INNER, st.floats(0.01, 0.5))
def test_volume_that_makes_up_for_a_discount(price, cost, discount):
    ours = compute(
        "discount-uplift", {"price": price, "unit_cost": price * cost, "discount": discount}
    )
    margin = price * (1 - cost)
    reduced = margin - price * discount
    if reduced <= 0:
        assert ours["volume_uplift"] is None
        return
    assume(reduced > 1e-3 * margin)
    more = root(lambda uplift: (1 + uplift) * reduced - margin, 0, 1e6)
    assert ours["volume_uplift"] == near(more, 1e-8)


@settings(deadline=None)
@given(MONEY, INNER, st.floats(0.01, 1), st.floats(-0.5, 4))
def test_bids_where_the_return_is_as_wished(aov, margin, conversion, wished):
    data = {"aov": aov, "margin": margin, "conversion": conversion, "target_romi": wished}
    ours = compute("max-bids", data)

    def returned(cpc):
        spend, revenue = 1000 * cpc, 1000 * conversion * aov
        found = compute("romi", {"spend": spend, "incremental_revenue": revenue, "margin": margin})
        return found["romi"]

    # the lowest bid is a price at which a click earns a hundred times what it costs
    low, high = aov * margin * conversion / 101, aov * margin * conversion * 3
    assert ours["break_even_cpc"] == near(root(returned, low, high), 1e-8)
    target = root(lambda cpc: returned(cpc) - wished, low, high)
    assert ours["target_cpc"] == near(target, 1e-8)
    assert ours["target_cpa"] * conversion == near(target, 1e-8)
    assert aov * conversion / target == near(ours["target_roas"], 1e-8)


@settings(deadline=None)
@given(st.floats(1, 500), MONEY, INNER, st.floats(0.001, 0.5))
def test_months_that_earn_back_a_customer(cac, revenue, margin, churn):
    data = {"cac": cac, "monthly_revenue": revenue, "margin": margin, "monthly_churn": churn}
    ours = compute("payback", data)
    monthly = revenue * margin
    # of whole months the sum of what those earn who are left; between months its power
    lifetime = monthly * float(((1 - churn) ** np.arange(60_000)).sum())
    assert ours["ltv"] == near(lifetime, 1e-8)
    assert ours["ltv_to_cac"] == near(lifetime / cac, 1e-8)
    if lifetime < cac * 1.001:
        assume(lifetime < cac * 0.999)
        assert ours["churn_adjusted_payback_months"] is None
        return

    def earned(months):
        return monthly * (1 - (1 - churn) ** months) / churn - cac

    months = root(earned, 0, 1e5)
    assert ours["churn_adjusted_payback_months"] == near(months, 1e-7)


@settings(deadline=None)
@given(st.floats(1, 50), st.floats(51, 500), st.floats(0, 40), st.floats(1, 200), st.floats(0, 2))
def test_spend_that_reaches_a_share_of_voice(own, market, spend, rivals, gain):
    ours = compute(
        "share-of-voice",
        {
            "own_sales": own,
            "market_sales": market,
            "own_spend": spend,
            "category_spend": spend + rivals,
            "target_gain_points": gain,
        },
    )
    aim = own / market + gain * 20 / 100
    if aim > 0.99:
        return
    needed = root(lambda x: x / (x + rivals) - aim, 0, 1e7)
    assert ours["required_spend"] == near(needed, 1e-7)


@settings(deadline=None)
@given(FACTORS, FACTORS)
def test_effects_are_divisias_integrals(plan, actual):
    ours = compute("funnel-bridge", {"plan": plan, "actual": actual})
    before, after = ours["plan_revenue"], ours["actual_revenue"]
    # while all factors move at steady rates from plan to actual, each has its share in every step
    size = integrate.quad(lambda t: before ** (1 - t) * after**t, 0, 1, epsrel=1e-12)[0]
    for name, sign in (("spend", 1), ("cpc", -1), ("conversion", 1), ("aov", 1)):
        effect = sign * math.log(actual[name] / plan[name]) * size
        assert ours["lmdi"][name] == near(effect, 1e-8)
