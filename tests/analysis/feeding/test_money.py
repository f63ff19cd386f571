"""What offers earn and customers are worth, by hand."""

import pytest

from planner import paths
from tests.analysis.feeding.answers import (
    CHANNEL,
    OFFER,
    advertising,
    earning,
    lacking,
    only,
    plan_of,
)


def test_offers_by_sales():
    book = "business.offerings[book]"
    plan = plan_of(
        *earning(),
        (f"{OFFER}.share_of_revenue", 0.3),
        (book, {"name": "Book"}),
        (f"{book}.share_of_revenue", 0.7),
    )
    run = only(plan, "abc")
    assert run.result.ranking == ("book", "lesson")
    # 70,000 of 100,000 is within 80 %; all is above 95 %
    assert [(i.id, i.class_) for i in run.result.items] == [("lesson", "C"), ("book", "A")]
    assert "business.baseline.revenue" in run.paths


def test_sales_over_the_years_take_the_latest_in_a_row():
    sold = {"2019": "50", "2021": "100", "2022": "120", "2023": "132"}
    plan = plan_of(*earning(), *((f"{OFFER}.years[{y}].sales", v) for y, v in sold.items()))
    run = only(plan, "life-cycle")
    assert run.given.sales == (100, 120, 132)
    assert run.result.growth == pytest.approx((0.2, 0.1))
    assert f"{OFFER}.years[2019].sales" not in run.paths


def test_a_discount_must_be_earned_back_by_volume():
    campaign = "promotion.campaigns[spring]"
    plan = plan_of(
        *earning(),
        ("positioning.stance.largest_discount", 0.1),
        (campaign, {"name": "Spring"}),
        (f"{campaign}.offer.offering", "lesson"),
        (f"{campaign}.offer.discount", 0.2),
    )
    # margin 40 of 100: 40 / 30 - 1 = a third more; at a fifth off 40 / 20 - 1 = twice as many
    assert only(plan, "discount-uplift", OFFER).result.volume_uplift == pytest.approx(1 / 3)
    assert only(plan, "discount-uplift", campaign).result.volume_uplift == pytest.approx(1)


def test_a_new_customer_of_last_year_pays_back():
    plan = plan_of(
        *earning(),
        ("business.baseline.marketing_spend", "2000"),
        ("business.baseline.new_customers", 100),
    )
    run = only(plan, "payback")
    # 20 each; 200 a year, 40 % of a twelfth of it a month = 6.667
    assert run.given.cac == 20
    assert run.result.payback_months == pytest.approx(3)
    assert run.given.monthly_churn == 0


def test_yearly_retention_becomes_monthly_churn():
    plan = plan_of(
        *earning(),
        ("business.baseline.marketing_spend", "2000"),
        ("business.baseline.new_customers", 100),
        ("business.baseline.previous_customers", 800),
    )
    # 400 of 800 stayed: (1 - churn)^12 must be a half
    churn = only(plan, "payback").given.monthly_churn
    assert (1 - churn) ** 12 == pytest.approx(0.5)


def test_each_channel_pays_back_what_its_own_customers_cost():
    run = only(plan_of(*advertising()), "payback", CHANNEL)
    assert run.given.cac == pytest.approx(25)  # 1,000 for 40 customers


def test_bids_count_only_who_would_not_have_come_anyway():
    plan = plan_of(*advertising(), ("promotion.budget.target_return", 0.25))
    run = only(plan, "max-bids")
    assert run.given.conversion == pytest.approx(0.04)  # 40 of 1,000 visits
    assert run.result.break_even_cpa == pytest.approx(40)
    assert run.result.break_even_cpc == pytest.approx(1.6)
    assert run.result.target_cpa == pytest.approx(32)  # 40 / 1.25


def test_a_customer_over_the_years_by_group():
    group = "segments.items[desk]"
    plan = plan_of(
        *earning(),
        (group, {"name": "Desk"}),
        (f"{group}.order_value", "50"),
        (f"{group}.orders_per_year", 4),
        (f"{group}.margin", 0.5),
        (f"{group}.cost_to_serve", "20"),
        (f"{group}.retention", 0.5),
        ("segments.valuation.years", 2),
        ("segments.valuation.first_margin", "now"),
        ("business.limits.discount_rate", 0.25),
    )
    # 200 x .5 - 20 = 80 now, and 80 x .5 / 1.25 = 32 next year
    assert only(plan, "simple-clv", group).result.clv == pytest.approx(112)


def test_a_new_customer_by_the_fitted_models():
    plan = plan_of(
        *earning(),
        ("segments.order_data.purchase_model", [0.24, 4.41, 0.79, 2.43]),
        ("segments.order_data.spend_model", [6.25, 3.74, 15.4]),
        ("segments.valuation.years", 1),
        ("business.limits.discount_rate", 0),
    )
    run = only(plan, "clv")
    # Undiscounted it is margin x mean spend p·v/(q-1) x expected purchases of a year (52.14 weeks)
    from planner.analysis.declaring import METHODS
    from planner.analysis.lifetime import NewCustomerInput

    bought = METHODS["bg-nbd-new"].call(NewCustomerInput(run.given.bg_nbd, (12 * 4.345,)))
    worth = 0.4 * (6.25 * 15.4 / 2.74) * bought.expected_purchases[0]
    assert run.result.customers[0].clv == pytest.approx(worth)


def test_money_by_tasks_share_parity_and_voice():
    plan = plan_of(
        *advertising(),
        ("promotion.budget_lines[fee]", {"name": "Fee"}),
        ("promotion.budget_lines[fee].quantity", 12),
        ("promotion.budget_lines[fee].unit_cost", "50"),
        ("promotion.budget.contingency", 0.25),
        ("promotion.budget.sales_share", 0.05),
        ("market.sizes[main]", {"basis": "three known figures"}),
        ("market.sizes[main].tam", "2000000"),
        ("market.sizes[main].sam", "1000000"),
        ("market.sizes[main].som", "200000"),
        ("market.category_spend", "20000"),
        ("competitors.items[acme]", {"name": "Acme", "kind": "direct"}),
        ("competitors.items[acme].share", 0.3),
        ("competitors.items[acme].marketing_spend", "9000"),
        ("promotion.budget.share_gain_points", 1),
    )
    tasks = only(plan, "objective-and-task").result
    assert (tasks.subtotal, tasks.total) == (1600, 2000)  # 1,000 + 12 x 50; a quarter on top
    assert only(plan, "percent-of-sales").result.budget == pytest.approx(5000)
    # Acme sells 300,000 and spends 9,000, 3 %: of our 100,000 that is 3,000
    assert only(plan, "competitive-parity").result.budget == pytest.approx(3000)
    voice = only(plan, "share-of-voice").result
    assert voice.share_of_market == pytest.approx(0.1)
    assert voice.share_of_voice == pytest.approx(0.1)  # 2,000 of 20,000
    assert voice.required_esov_points == pytest.approx(20)
    # 10 points and 30 points squared
    assert only(plan, "concentration").result.hhi == pytest.approx(1000)


def test_forecast_sales_are_the_products_then_the_goal():
    goal = "business.goals[sales]"
    plan = plan_of(
        *earning(),
        ("promotion.budget.sales_share", 0.1),
        (goal, {"name": "More"}),
        (f"{goal}.metric", "revenue"),
        (f"{goal}.target", 120000),
    )
    assert only(plan, "percent-of-sales").result.budget == pytest.approx(12000)
    plan = paths.put(plan, "promotion.forecast.products[lesson].units", 1500)
    assert only(plan, "percent-of-sales").result.budget == pytest.approx(15000)  # at 100 each


def test_what_is_missing_is_said():
    plan = plan_of((OFFER, {"name": "Lesson"}))
    assert lacking(plan, "abc") == (
        "business.offerings[*].share_of_revenue",
        "business.baseline.revenue",
    )
    assert lacking(plan, "percent-of-sales") == (
        "business.baseline.revenue",
        "promotion.budget.sales_share",
    )
    assert lacking(plan, "clv")[0] == "segments.order_data.purchase_model"
