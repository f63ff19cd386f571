"""The whole chain, by hand."""

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

PLAN = {
    "market": {"tam": [50_000, 0.3, 2, 40], "sam": [0.25], "som": [0.1]},
    "aov": 40,
    "margin": 0.5,
    "channels": [
        {"id": "ppc", "spend": 1000, "cpc": 0.5, "visit_to_order": 0.05},
        {"id": "post", "spend": 500, "cost_per_thousand": 250, "response": 0.01},
    ],
    "fixed_marketing": 300,
    "monthly_weights": [1, 2, 1],
}


def test_from_market_to_month():
    result = compute("integrated-plan", PLAN)
    assert (result["tam"], result["sam"], result["som"]) == near((1_200_000, 300_000, 30_000))
    assert result["som_orders"] == near(750)
    # 2000 visits bring 100 orders, 2000 letters bring 20
    assert of(result, "channels", "orders") == near([100, 20])
    assert of(result, "channels", "revenue") == near([4000, 800])
    assert of(result, "channels", "romi") == near([1, -0.2])
    assert (result["orders"], result["revenue"]) == near((120, 4800))
    assert (result["media_spend"], result["marketing_spend"]) == near((1500, 1800))
    assert (result["cac_media"], result["cac_full"]) == near((12.5, 15))
    assert (result["roas_media"], result["romi_media"]) == near((3.2, 0.6))
    assert result["romi_full"] == near(600 / 1800)
    assert result["within_som"] is True
    assert result["marketing_by_month_cents"] == [45_000, 90_000, 45_000]
    assert result["marketing_share_of_revenue"] == near(0.375)
    assert result["share_of_tam_points"] == near(0.4)
    assert result["warnings"] == []


def test_more_than_can_be_won():
    small = {**PLAN, "market": {"tam": [4700], "sam": [], "som": []}}
    assert compute("integrated-plan", small)["within_som"] is False
    exact = {**PLAN, "market": {"tam": [4800], "sam": [], "som": []}}
    assert compute("integrated-plan", exact)["within_som"] is True


def test_nothing_spent_or_sold():
    idle = [{"id": "ppc", "spend": 0, "cpc": 0.5, "visit_to_order": 0.05}]
    result = compute(
        "integrated-plan", {**PLAN, "channels": idle, "monthly_weights": [0, 0], "aov": 0}
    )
    assert [result[x] for x in ("cac_media", "roas_media", "romi_media", "som_orders")] == [
        None
    ] * 4
    assert codes(result) == ["undefined", "undefined", "equal-split"]
    assert sum(result["marketing_by_month_cents"]) == 30_000


def test_a_channel_turns_into_orders_in_one_way():
    def field(**channel):
        channels = [{"id": "c", "spend": 1, **channel}]
        return refused("integrated-plan", {**PLAN, "channels": channels})

    assert field() == "channels[0].cpc"
    assert field(cpc=1) == "channels[0].visit_to_order"
    assert field(response=0.1) == "channels[0].cost_per_thousand"
    assert field(cpc=1, visit_to_order=0.1, response=0.1) == "channels[0].response"
    assert field(cpc=0, visit_to_order=0.1) == "channels[0].cpc"
