"""Purchases in arrays: against a reckoning one customer at a time, and in any order of rows."""

import datetime as dt
import math
import statistics

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.buying import above, bought, fifth_cuts, sums
from planner.analysis.rfm import NAMES, SEGMENTS
from planner.calc import compute

AMOUNTS = st.one_of(
    st.integers(-10_000, 100_000).map(lambda cents: cents / 100),
    st.floats(-1e9, 1e9, allow_nan=False),
)
ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 40), AMOUNTS), min_size=1, max_size=60
)
TODAY = dt.date(2027, 3, 1)


def asked(rows, **more):
    data = [
        {"customer": who, "date": (TODAY - dt.timedelta(days)).isoformat(), "amount": amount}
        for who, days, amount in rows
    ]
    return compute("rfm", {"analysis_date": TODAY.isoformat(), "transactions": data, **more})


@given(ROWS, st.booleans(), st.sampled_from(("sum", "mean")))
def test_figures_of_each_customer(rows, merged, kind):
    result = asked(rows, merge_same_day=merged, monetary=kind)
    for found in result["customers"]:
        own = [(days, amount) for who, days, amount in rows if who == found["id"]]
        purchases = [days for days, amount in own if amount >= 0]
        count = len(set(purchases)) if merged else len(purchases)
        assert found["frequency"] == count
        assert found["recency_days"] == min(purchases or [days for days, _ in own])
        money = math.fsum(amount for _, amount in own)
        money = money / max(count, 1) if kind == "mean" else money
        # the sum of a group is as exact as a double that holds its largest row
        assert math.isclose(found["monetary"], money, rel_tol=1e-12, abs_tol=1e-6)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, chance):
    plain = asked(rows)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    again = asked(shuffled)
    assert again["cuts"] == plain["cuts"]
    assert again["segments"] == plain["segments"]
    by_id = {one["id"]: one for one in plain["customers"]}
    assert {one["id"]: one for one in again["customers"]} == by_id


@given(ROWS)
def test_segments_part_the_customers(rows):
    result = asked(rows)
    assert sum(one["customers"] for one in result["segments"]) == len(result["customers"])
    assert {one["segment"] for one in result["segments"]} == {
        one["segment"] for one in result["customers"]
    }


def test_each_cell_has_one_segment():
    # METHODS 3.3: 11 names over all 25 cells of recency and frequency
    assert sorted(SEGMENTS) == [1, 2, 3, 4, 5]
    assert all(len(row) == 5 for row in SEGMENTS.values())
    assert len(NAMES) == 11


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=2, max_size=40))
def test_cuts_are_the_quantiles_of_the_standard_library(values):
    expected = statistics.quantiles(values, n=5, method="inclusive")
    found = fifth_cuts(np.array(values))
    assert np.allclose(found, expected, rtol=1e-9, atol=1e-8)
    assert list(above(np.array(values), found)) == [
        sum(cut < round(value, 9) for cut in found) for value in values
    ]


def test_large_sums_do_not_depend_on_the_order():
    groups = np.zeros(4, dtype=np.int64)
    amounts = np.array([1e16, 1.0, -1e16, 1.0])
    found = {float(sums(groups, amounts[order], 1)[0]) for order in ([0, 1, 2, 3], [3, 2, 1, 0])}
    assert len(found) == 1


def test_refunds_are_no_purchases():
    who = np.array([0, 0, 1])
    found = bought(who, np.array([5, 9, 7]), np.array([10.0, -4.0, -1.0]), 10)
    assert list(found.recency) == [5, 3]
    assert list(found.frequency) == [1, 0]
    assert list(found.monetary) == [6, -1]
