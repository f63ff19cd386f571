"""By hand: METHODS 5.2."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

PPC = {
    "id": "ppc",
    "impressions": 200000,
    "ctr": 0.015,
    "cpc": 0.6,
    "visit_to_lead": 0.08,
    "lead_to_customer": 0.2,
    "aov": 150,
}
MAIL = {
    "id": "mail",
    "sends": 1000,
    "open_rate": 0.4,
    "click_to_open": 0.25,
    "fixed_cost": 100,
    "visit_to_lead": 0.5,
    "lead_to_customer": 0.1,
    "aov": 10,
}


def test_channel_of_the_pages():
    result = compute("funnel", {"margin": 0.4, "channels": [PPC]})
    expected = {
        "visits": 3000,
        "spend": 1800,
        "leads": 240,
        "customers": 48,
        "revenue": 7200,
        "contribution": 2880,
        "cpm": 9,
        "cpc": 0.6,
        "cpl": 7.5,
        "cac": 37.5,
        "roas": 4,
        "drr": 0.25,
        "romi": 0.6,
    }
    assert result["channels"][0] == {"id": "ppc", **{k: near(v) for k, v in expected.items()}}
    assert result["total"] == near(expected)
    assert (result["losing"], result["warnings"]) == ([], [])


def test_mail_enters_by_sends_and_loses():
    # 1000 × 0.4 × 0.25 = 100 visits, 50 leads, 5 customers, 50 of revenue, 20 of contribution
    result = compute("funnel", {"margin": 0.4, "channels": [MAIL]})
    mail = result["channels"][0]
    assert (mail["visits"], mail["customers"], mail["contribution"]) == near((100, 5, 20))
    assert (mail["cpm"], mail["romi"]) == (None, near(-0.8))
    assert result["losing"] == ["mail"]
    assert codes(result) == []


def test_totals_are_ratios_of_sums():
    result = compute("funnel", {"margin": 0.4, "channels": [PPC, MAIL]})
    total = result["total"]
    assert (total["spend"], total["customers"], total["contribution"]) == near((1900, 53, 2900))
    assert total["cac"] == near(1900 / 53)
    assert total["romi"] == near(1000 / 1900)
    assert codes(result) == ["partly-counted"]


def test_costs_add_up():
    # 0.6 × 3000 + 2 × 200 + 50
    channel = {**PPC, "cpm": 2, "fixed_cost": 50}
    result = compute("funnel", {"margin": 0.4, "channels": [channel]})
    assert result["total"]["spend"] == near(2250)


def test_nothing_spent_has_no_return():
    free = {"id": "word", "visits": 0, "visit_to_lead": 1, "lead_to_customer": 1, "aov": 5}
    result = compute("funnel", {"margin": 0.4, "channels": [free, PPC]})
    word = result["channels"][0]
    assert [word[name] for name in ("cpc", "cpl", "cac", "roas", "drr", "romi")] == [None] * 6
    assert codes(result) == ["undefined", "partly-counted"]
    assert result["total"]["romi"] == near(0.6)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"visits": 5}, "channels[0].visits"),
        ({"impressions": None}, "channels[0].visits"),
        ({"ctr": None}, "channels[0].ctr"),
        ({"ctr": 1.5}, "channels[0].ctr"),
        ({"open_rate": 0.5}, "channels[0].open_rate"),
        ({"aov": -1}, "channels[0].aov"),
        ({"colour": 1}, "channels[0].colour"),
        ({"aov": "150"}, "channels[0].aov"),
        ({"id": 7}, "channels[0].id"),
    ],
)
def test_funnel_refuses(changed, field):
    data = {"margin": 0.4, "channels": [{**PPC, **changed}]}
    assert refused("funnel", data) == field


def test_cpm_needs_views():
    assert refused("funnel", {"margin": 0.4, "channels": [{**MAIL, "cpm": 3}]}) == "channels[0].cpm"


def test_backward_of_the_pages():
    result = compute(
        "funnel-backward",
        {"target_customers": 50, "lead_to_customer": 0.2, "visit_to_lead": 0.05, "ctr": 0.02},
    )
    assert (result["leads"], result["visits"], result["impressions"]) == near((250, 5000, 250000))
    whole = [result[f"whole_{name}"] for name in ("leads", "visits", "impressions")]
    assert whole == [250, 5000, 250000]
    assert (result["spend"], result["within_budget"], result["customers_at_budget"]) == (
        None,
        None,
        None,
    )
    assert result["warnings"] == []


def test_backward_with_money():
    # 50 / 0.3 = 166.7 leads, 3333.3 visits at 0.5 = 1666.7; 900 buy 1800 visits, 27 customers
    result = compute(
        "funnel-backward",
        {
            "target_customers": 50,
            "lead_to_customer": 0.3,
            "visit_to_lead": 0.05,
            "cpc": 0.5,
            "budget": 900,
        },
    )
    assert (result["whole_leads"], result["whole_visits"]) == (167, 3334)
    assert result["spend"] == near(5000 / 3)
    assert result["within_budget"] is False
    assert result["customers_at_budget"] == near(27)
    assert result["impressions"] is None


def test_a_zero_rate_is_unreachable():
    result = compute(
        "funnel-backward",
        {"target_customers": 50, "lead_to_customer": 0.2, "visit_to_lead": 0, "cpc": 1},
    )
    assert (result["leads"], result["visits"], result["spend"]) == (250, None, None)
    assert codes(result) == ["undefined"]


@settings(deadline=None)
@given(st.integers(1, 10_000), st.floats(0.01, 1), st.floats(0.01, 1))
def test_backward_undoes_forward(customers, close, lead):
    back = compute(
        "funnel-backward",
        {"target_customers": customers, "lead_to_customer": close, "visit_to_lead": lead},
    )
    channel = {
        "id": "c",
        "visits": back["visits"],
        "visit_to_lead": lead,
        "lead_to_customer": close,
        "aov": 1,
    }
    forward = compute("funnel", {"margin": 1, "channels": [channel]})
    assert forward["total"]["customers"] == near(customers)
    assert back["whole_visits"] >= back["visits"] - 1e-6


MEASURED = [
    {"id": "a", "spend": 100, "revenue": 500, "visits": 200, "customers": 10},
    {"id": "b", "spend": 300, "revenue": 300, "visits": 100, "customers": 2, "leads": 0},
]


def test_measured_channels():
    result = compute("channel-metrics", {"margin": 0.5, "channels": MEASURED})
    assert of(result, "channels", "contribution") == near([250, 150])
    assert of(result, "channels", "romi") == near([1.5, -0.5])
    assert of(result, "channels", "cac") == near([10, 150])
    assert of(result, "channels", "cpl") == [None, None]
    assert result["losing"] == ["b"]
    total = result["total"]
    assert (total["spend"], total["revenue"], total["contribution"]) == near((400, 800, 400))
    assert (total["cpc"], total["cac"], total["roas"], total["romi"]) == near(
        (4 / 3, 400 / 12, 2, 0)
    )
    assert codes(result) == ["undefined", "undefined", "partly-counted"]


def test_total_of_measured_channels_is_one_channel_with_the_sums():
    joined = {"id": "j", "spend": 400, "revenue": 800, "visits": 300, "customers": 12}
    one = compute("channel-metrics", {"margin": 0.5, "channels": [joined]})["total"]
    two = compute("channel-metrics", {"margin": 0.5, "channels": MEASURED})["total"]
    assert one["cpl"] is None
    assert two["cpl"] is None
    filled = [name for name in one if name not in ("cpl", "cpm")]
    assert [two[name] for name in filled] == near([one[name] for name in filled])
