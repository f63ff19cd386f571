"""Examples: METHODS 3.3 (its own, and the R package rfm) and 3.5."""

import random

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

RECENCY = [5, 12, 20, 33, 47, 60, 75, 90, 150, 300]
FREQUENCY = [12, 8, 9, 1, 4, 3, 1, 2, 1, 1]
MONEY = [900, 400, 650, 40, 210, 150, 35, 90, 30, 25]
TEN = [
    {"id": f"c{i}", "recency_days": r, "frequency": f, "monetary": m}
    for i, (r, f, m) in enumerate(zip(RECENCY, FREQUENCY, MONEY, strict=True))
]


def test_ten_customers():
    result = compute("rfm", {"customers": TEN})
    assert result["cuts"]["recency"] == near([18.4, 41.4, 66, 102])
    assert result["cuts"]["frequency"] == near([1, 1.6, 3.4, 8.2])
    assert result["cuts"]["monetary"] == near([34, 70, 174, 450])
    cells = ["555", "544", "455", "412", "344", "333", "212", "233", "111", "111"]
    assert of(result, "customers", "cell") == cells
    assert of(result, "customers", "segment") == [
        "Champions",
        "Champions",
        "Loyal customers",
        "Promising",
        "Loyal customers",
        "Need attention",
        "Hibernating",
        "At risk",
        "Lost",
        "Lost",
    ]
    assert codes(result) == ["few-customers"]
    lost = next(s for s in result["segments"] if s["segment"] == "Lost")
    assert (lost["customers"], lost["revenue"]) == (2, near(55))
    assert sum(of(result, "segments", "revenue")) == near(sum(MONEY))


def test_cuts_as_used_give_the_same():
    first = compute("rfm", {"customers": TEN})
    again = compute("rfm", {"customers": TEN, "cuts": first["cuts"]})
    assert again["customers"] == first["customers"]
    assert codes(again) == []


def test_customer_of_the_pages():
    result = compute(
        "rfm",
        {
            "customers": [{"id": "a7", "recency_days": 9, "frequency": 11, "monetary": 60}],
            "cuts": {
                "recency": [10, 40, 100, 300],
                "frequency": [1, 3, 5, 8],
                "monetary": [40, 90, 250, 800],
            },
        },
    )
    customer = result["customers"][0]
    assert [customer[name] for name in ("r", "f", "m", "cell", "segment")] == [
        5,
        5,
        2,
        "552",
        "Champions",
    ]
    assert result["segments"] == [{"segment": "Champions", "customers": 1, "revenue": 60}]
    assert codes(result) == []


def test_recency_scores_of_the_r_package():
    # its cut-offs, moved by a half for its rule is “below”: 205 days score 3, 98 days 5
    cuts = {
        "recency": [114.5, 180.5, 296.5, 481.5],
        "frequency": [4, 5, 6, 8],
        "monetary": [256, 382, 506, 666],
    }
    customers = [
        {"id": "a", "recency_days": 205, "frequency": 6, "monetary": 472},
        {"id": "b", "recency_days": 98, "frequency": 7, "monetary": 596},
    ]
    result = compute("rfm", {"customers": customers, "cuts": cuts})
    assert of(result, "customers", "r") == [3, 5]


def shop(**more):
    rows = [
        ("ann", "2027-01-05", 10),
        ("bob", "2027-02-01", 5),
        ("ann", "2027-03-01", 30),
        ("ann", "2027-03-01", 20),
        ("bob", "2027-02-02", -9),
    ]
    data = [{"customer": c, "date": d, "amount": a} for c, d, a in rows]
    return {"analysis_date": "2027-03-01", "transactions": data, **more}


def figures(result):
    return [
        (c["id"], c["recency_days"], c["frequency"], c["monetary"]) for c in result["customers"]
    ]


def test_transactions_by_hand():
    result = compute("rfm", shop())
    assert figures(result) == [("ann", 0, 3, 60), ("bob", 28, 1, -4)]
    assert codes(result) == ["few-customers", "refund"]
    assert result["customers"][1]["m"] == 1
    merged = compute("rfm", shop(merge_same_day=True, monetary="mean"))
    assert figures(merged) == [("ann", 0, 2, 30), ("bob", 28, 1, -4)]


def test_rows_in_any_order():
    data = shop()
    plain = {one[0]: one for one in figures(compute("rfm", data))}
    random.Random(1).shuffle(data["transactions"])
    assert {one[0]: one for one in figures(compute("rfm", data))} == plain


def test_frequency_and_money_together():
    # (1 + 4) / 2 = 2.5 rounds up to 3: with recency 5 a potential loyalist
    cuts = {"recency": [9, 99, 999, 9999], "frequency": [1, 2, 3, 4], "monetary": [1, 2, 3, 9]}
    customer = {"id": "a", "recency_days": 1, "frequency": 1, "monetary": 9}
    plain = compute("rfm", {"customers": [customer], "cuts": cuts})
    assert plain["customers"][0]["segment"] == "New customers"
    both = compute("rfm", {"customers": [customer], "cuts": cuts, "segment_by": "R(FM)"})
    assert (both["customers"][0]["m"], both["customers"][0]["segment"]) == (
        4,
        "Potential loyalists",
    )


def test_equal_values_share_a_score():
    customers = [
        {"id": str(i), "recency_days": 7, "frequency": 1, "monetary": 0.1 + 0.2 if i % 2 else 0.3}
        for i in range(40)
    ]
    result = compute("rfm", {"customers": customers})
    assert len({c["cell"] for c in result["customers"]}) == 1
    assert codes(result) == []


def test_rfm_refuses():
    assert refused("rfm", {}) == "transactions"
    assert refused("rfm", {"transactions": shop()["transactions"]}) == "analysis_date"
    assert refused("rfm", shop(analysis_date="2027-02-20")) == "transactions[2].date"
    assert refused("rfm", shop(analysis_date="20.2.2027")) == "analysis_date"
    assert refused("rfm", shop(customers=TEN)) in ("transactions", "customers")
    assert refused("rfm", {"customers": []}) == "customers"
    cuts = {"recency": [4, 3, 2, 1], "frequency": [1, 2, 3, 4], "monetary": [1, 2, 3, 4]}
    assert refused("rfm", {"customers": TEN, "cuts": cuts}) == "cuts.recency"
    assert refused("rfm", {"customers": TEN, "cuts": {**cuts, "recency": [1]}}) == "cuts.recency"


def test_a_hundred_thousand_transactions():
    rows = [
        {"customer": f"c{i % 9973}", "date": f"2026-{i % 12 + 1:02d}-{i % 28 + 1:02d}", "amount": 1}
        for i in range(100_000)
    ]
    result = compute("rfm", {"analysis_date": "2027-01-01", "transactions": rows})
    assert sum(of(result, "customers", "frequency")) == 100_000


def test_cohorts_by_hand():
    rows = [
        ("ann", "2027-01"),
        ("bob", "2027-01"),
        ("ann", "2027-02"),
        ("ann", "2027-02"),
        ("cid", "2027-03"),
        ("bob", "2027-04"),
    ]
    orders = [{"customer": c, "month": m} for c, m in rows]
    result = compute("cohorts", {"orders": orders, "last_month": "2027-04"})
    assert result["cohorts"] == [
        {"id": "2027-01", "customers": 2, "retention": near([1, 0.5, 0, 0.5])},
        {"id": "2027-03", "customers": 1, "retention": near([1, 0])},
    ]
    assert refused("cohorts", {"orders": orders, "last_month": "2027-03"}) == "orders[5].month"
    assert refused("cohorts", {"orders": orders, "last_month": "2027-13"}) == "last_month"


def test_a_cohort_over_the_turn_of_the_year():
    orders = [{"customer": "ann", "month": "2026-12"}, {"customer": "ann", "month": "2027-01"}]
    result = compute("cohorts", {"orders": orders, "last_month": "2027-01"})
    assert result["cohorts"] == [{"id": "2026-12", "customers": 1, "retention": [1, 1]}]


def test_a_free_gift_is_a_purchase_and_a_refund_is_none():
    rows = [("ann", "2027-01-05", 0), ("bob", "2027-01-01", -5), ("bob", "2027-01-03", -1)]
    data = [{"customer": c, "date": d, "amount": a} for c, d, a in rows]
    given = {"analysis_date": "2027-01-06", "transactions": data, "monetary": "mean"}
    assert figures(compute("rfm", given)) == [("ann", 1, 1, 0), ("bob", 3, 0, -6)]


def test_revenue_of_a_segment_from_mean_amounts():
    rows = [("ann", "2027-01-05", 10), ("ann", "2027-01-06", 30)]
    data = [{"customer": c, "date": d, "amount": a} for c, d, a in rows]
    given = {"analysis_date": "2027-01-06", "transactions": data, "monetary": "mean"}
    assert of(compute("rfm", given), "segments", "revenue") == [40]
