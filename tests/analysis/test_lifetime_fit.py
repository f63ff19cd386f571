"""Customers drawn from known models; likelihoods as the papers write them."""

import math

import numpy as np
import pytest

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def buyers(count, r, alpha, a, b):
    """Customers of the BG/NBD model, watched for 30 to 39 weeks."""
    chance = np.random.default_rng(12)
    found = []
    for number in range(count):
        rate, leaving = chance.gamma(r) / alpha, chance.beta(a, b)
        age, now, repeats, last = 30 + number % 10, 0.0, 0, 0.0
        while True:
            now += chance.exponential(1 / rate)
            if now > age:
                break
            repeats, last = repeats + 1, now
            if chance.random() < leaving:
                break
        row = (str(number), repeats, last, age)
        names = ("id", "repeat_purchases", "age_at_last_purchase", "age")
        found.append(dict(zip(names, row, strict=True)))
    return found


def likelihood(customers, r, alpha, a, b):
    """Fader, Hardie & Lee 2005, formula 6, customer by customer."""

    def beta(x, y):
        return math.gamma(x) * math.gamma(y) / math.gamma(x + y)

    total = 0.0
    for one in customers:
        x, last, age = (one[n] for n in ("repeat_purchases", "age_at_last_purchase", "age"))
        bought = math.gamma(r + x) * alpha**r / math.gamma(r)
        there = beta(a, b + x) / beta(a, b) * bought / (alpha + age) ** (r + x)
        gone = 0.0
        if x > 0:
            gone = beta(a + 1, b + x - 1) / beta(a, b) * bought / (alpha + last) ** (r + x)
        total += math.log(there + gone)
    return total


BUYERS = buyers(1500, 0.5, 6.0, 0.8, 2.5)


def test_bg_nbd_is_at_its_best():
    result = compute("bg-nbd-fit", {"customers": BUYERS})
    params = result["params"]
    assert result["log_likelihood"] == near(likelihood(BUYERS, **params), 1e-9)
    assert result["log_likelihood"] >= likelihood(BUYERS, 0.5, 6.0, 0.8, 2.5)
    for name in params:
        for factor in (0.98, 1.02):
            moved = {**params, name: params[name] * factor}
            assert likelihood(BUYERS, **moved) < result["log_likelihood"]
    assert params["r"] == pytest.approx(0.5, rel=0.25)
    assert params["alpha"] == pytest.approx(6.0, rel=0.35)


def test_time_has_no_unit_in_the_fit():
    weeks = compute("bg-nbd-fit", {"customers": BUYERS[:300]})
    days = [
        {**one, "age": one["age"] * 7, "age_at_last_purchase": one["age_at_last_purchase"] * 7}
        for one in BUYERS[:300]
    ]
    other = compute("bg-nbd-fit", {"customers": days})
    assert other["params"]["alpha"] == near(weeks["params"]["alpha"] * 7, 1e-3)
    repeats = sum(one["repeat_purchases"] for one in BUYERS[:300])
    expected = weeks["log_likelihood"] - repeats * math.log(7)
    assert other["log_likelihood"] == near(expected, 1e-9)


def test_customers_that_determine_nothing():
    silent = [
        {"id": str(i), "repeat_purchases": 0, "age_at_last_purchase": 0, "age": 10 + i}
        for i in range(5)
    ]
    result = compute("bg-nbd-fit", {"customers": silent})
    assert codes(result) == ["not-determined"]
    assert refused("bg-nbd-fit", {"customers": []}) == "customers"
    unborn = [{"id": "a", "repeat_purchases": 0, "age_at_last_purchase": 0, "age": 0}]
    assert refused("bg-nbd-fit", {"customers": unborn}) == "customers[0].age"


def spenders(count, p, q, v):
    """Customers of the Gamma-Gamma model."""
    chance = np.random.default_rng(5)
    found = []
    for number in range(count):
        repeats = 1 + number % 6
        scale = v / chance.gamma(q)
        mean = float(chance.gamma(p, scale, repeats).mean())
        found.append({"id": str(number), "repeat_purchases": repeats, "mean_spend": mean})
    return found


def spending(customers, p, q, v):
    """Fader & Hardie 2013, formula 1a."""
    total = 0.0
    for one in customers:
        x, mean = one["repeat_purchases"], one["mean_spend"]
        total += math.lgamma(p * x + q) - math.lgamma(p * x) - math.lgamma(q)
        total += q * math.log(v) + (p * x - 1) * math.log(mean) + p * x * math.log(x)
        total -= (p * x + q) * math.log(x * mean + v)
    return total


SPENDERS = spenders(2000, 6.0, 4.0, 15.0)


def test_gamma_gamma_is_at_its_best():
    silent = {"id": "none", "repeat_purchases": 0, "mean_spend": 0}
    result = compute("gamma-gamma-fit", {"customers": [*SPENDERS, silent]})
    params = result["params"]
    assert result["log_likelihood"] == near(spending(SPENDERS, **params), 1e-9)
    for name in params:
        for factor in (0.98, 1.02):
            moved = {**params, name: params[name] * factor}
            assert spending(SPENDERS, **moved) < result["log_likelihood"]
    assert params["p"] == pytest.approx(6.0, rel=0.2)
    assert abs(result["correlation"]) < 0.1


def test_spend_that_cannot_be_fitted():
    silent = [{"id": "a", "repeat_purchases": 0, "mean_spend": 3}]
    assert refused("gamma-gamma-fit", {"customers": silent}) == "customers"
    free = [{"id": "a", "repeat_purchases": 2, "mean_spend": 0}]
    assert refused("gamma-gamma-fit", {"customers": free}) == "customers[0].mean_spend"
    equal = [{"id": x, "repeat_purchases": 2, "mean_spend": 5} for x in "abc"]
    result = compute("gamma-gamma-fit", {"customers": equal})
    assert result["correlation"] is None
    assert "undefined" in codes(result)
