"""Examples: METHODS 5.3; direct mail by Farris et al."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, refused


def test_direct_mail_returns_200_percent():
    result = compute("romi", {"spend": 10_000, "incremental_revenue": 50_000, "margin": 0.6})
    assert result["romi"] == near(2)
    assert result["incremental_contribution"] == near(30_000)
    assert result["net"] == near(20_000)
    assert result["roas_incremental"] == near(5)
    assert result["roas_attributed"] is None
    assert result["break_even_roas"] == near(1 / 0.6)
    assert result["warnings"] == []


def test_attributed_sales_are_another_figure():
    data = {"spend": 100, "incremental_revenue": -50, "margin": 0.5, "attributed_revenue": 400}
    result = compute("romi", data)
    assert (result["roas_attributed"], result["romi"]) == near((4, -1.25))


def test_nothing_spent_or_earned_is_undefined():
    result = compute("romi", {"spend": 0, "incremental_revenue": 5, "margin": 0})
    assert (result["romi"], result["roas_incremental"], result["break_even_roas"]) == (None,) * 3
    assert codes(result) == ["undefined", "undefined"]
    assert refused("romi", {"spend": -1, "incremental_revenue": 5, "margin": 0.2}) == "spend"


def test_bids_of_the_pages():
    result = compute(
        "max-bids", {"aov": 80, "margin": 0.35, "conversion": 0.02, "target_romi": 0.4}
    )
    assert result["break_even_cpa"] == near(28)
    assert result["break_even_cpc"] == near(0.56)
    assert result["break_even_roas"] == near(2.857, 1e-3)
    assert result["break_even_drr"] == near(0.35)
    assert result["target_cpa"] == near(20)
    assert result["target_cpc"] == near(0.4)
    assert result["target_roas"] == near(4)


@settings(deadline=None)
@given(st.floats(1, 1000), st.floats(0.05, 1), st.floats(0, 5))
def test_a_bid_at_the_target_earns_the_target(aov, margin, target):
    bids = compute(
        "max-bids", {"aov": aov, "margin": margin, "conversion": 1, "target_romi": target}
    )
    back = compute(
        "romi", {"spend": bids["target_cpa"], "incremental_revenue": aov, "margin": margin}
    )
    assert back["romi"] == near(target, 1e-6)
    assert back["roas_incremental"] == near(bids["target_roas"], 1e-6)


def test_bids_without_margin():
    result = compute("max-bids", {"aov": 80, "margin": 0, "conversion": 0.02, "target_romi": 0})
    assert (result["break_even_cpa"], result["break_even_roas"]) == (0, None)
    assert codes(result) == ["undefined"]
    bad = {"aov": 80, "margin": 0.3, "conversion": 0.02, "target_romi": -1}
    assert refused("max-bids", bad) == "target_romi"


HOLDOUT = {
    "test_size": 10_000,
    "test_buyers": 300,
    "control_size": 10_000,
    "control_buyers": 200,
    "aov": 60,
    "margin": 0.5,
    "spend": 2000,
}


def test_holdout_of_the_pages():
    result = compute("holdout-lift", HOLDOUT)
    assert result["lift"] == near(0.01)
    assert result["relative_lift"] == near(0.5)
    assert result["incremental_buyers"] == near(100)
    assert result["incremental_revenue"] == near(6000)
    assert result["romi"] == near(0.5)


def test_holdout_edges():
    empty = compute("holdout-lift", {**HOLDOUT, "control_size": 0, "control_buyers": 0})
    assert empty["lift"] is None
    assert codes(empty) == ["undefined"]
    nobody = compute("holdout-lift", {**HOLDOUT, "control_buyers": 0})
    assert (nobody["relative_lift"], nobody["lift"]) == (None, near(0.03))
    assert refused("holdout-lift", {**HOLDOUT, "test_buyers": 10_001}) == "test_buyers"
    assert refused("holdout-lift", {**HOLDOUT, "test_size": 1.5}) == "test_size"
