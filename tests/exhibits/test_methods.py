"""What the methods' exhibits say of small plans whose figures are reckoned by hand."""

import pytest

from planner import paths
from tests.analysis.feeding import test_channels as channels
from tests.analysis.feeding import test_months as months
from tests.analysis.feeding import test_rivals as rivals
from tests.analysis.feeding.answers import CHANNEL, advertising, plan_of
from tests.exhibits.setting import column, drawn, grid, rows, says, shows


def thorough(plan):
    return paths.put(plan, "meta.depth", "thorough")


def ads(*more):
    return thorough(plan_of(*advertising(), *more))


def test_what_a_customer_and_a_visit_may_cost():
    # an order of 100 leaves 40; 40 of 1,000 visits buy who would not have come anyway
    assert rows(ads(), "bids") == [
        [
            "Channel",
            "A customer, without loss EUR",
            "A visit, without loss EUR",
            "A visit, as planned EUR",
        ],
        ["Ads", "40.00", "1.60", "1.00"],
    ]
    # a return of a quarter: 40 / 1.25
    made = shows(ads(("promotion.budget.target_return", 0.25)), "bids")
    assert column(made, "A customer, with the return asked") == ["32.00"]
    assert column(made, "A visit, with the return asked") == ["1.28"]


def test_a_discount_as_deep_as_the_margin_never_pays():
    # METHODS 5.4: m / (m - x) - 1 with a margin of .4
    stance = "positioning.stance.largest_discount"
    assert grid(shows(ads((stance, 0.1)), "discounts"))[1] == ["Lesson", "10%", "33.3%"]
    assert grid(shows(ads((stance, 0.4)), "discounts"))[1] == ["Lesson", "40%", "never pays"]


SIZE = "market.sizes[main]"
MARKET = (
    (SIZE, {"basis": "three known figures"}),
    (f"{SIZE}.tam", "1000000"),
    (f"{SIZE}.sam", "250000"),
    (f"{SIZE}.som", "50000"),
)


def test_the_chain_from_the_market_to_the_return():
    plan = ads(*MARKET, ("promotion.budget.contingency", 0.5))
    told = dict(grid(shows(plan, "whole-chain"))[1:])
    assert told == {
        "All that is bought of this kind": "€1,000,000",
        "What we can serve": "€250,000",
        "What we can win": "€50,000",
        "Orders that would be": "500",
        "Orders that paid channels bring": "40",
        "Sales of them": "€4,000",
        "Money for these channels": "€1,000",
        "Money for all marketing": "€1,500",
        "An order costs, these channels alone": "€25",
        "An order costs, all marketing": "€37.50",
        "Channel sales over channel money": "4",
        "Return on these channels": "60%",  # (4,000 x .4 - 1,000) / 1,000
        "Return on all marketing": "7%",  # (1,600 - 1,500) / 1,500
        "All marketing, of these sales": "38%",
    }


def test_a_goal_counted_back():
    goal = {"name": "Win", "metric": "new customers", "baseline": 100, "target": 120}
    # 20 more at 40 of 100 enquiries and 100 of 1,000 visits
    assert says(ads(("business.goals[won]", goal)), "way-back") == (
        "Counted back from “Win”: 20 more customers take 50 enquiries and 500 visits at the rates"
        " of all channels together. That costs €500, within the money planned."
    )
    goal["target"] = 160
    assert says(ads(("business.goals[won]", goal)), "way-back").endswith(
        "That would cost €1,500; the money planned brings 40."
    )


def test_how_long_money_keeps_working():
    monthly = [(f"{CHANNEL}.months[2027-{n:02d}].budget", "0") for n in range(2, 13)]
    monthly += [(f"{CHANNEL}.months[2027-01].budget", "1000")]
    # METHODS 5.9: ln .5 / ln .5
    said = says(ads((f"{CHANNEL}.funnel.carry_over", 0.5), *monthly), "carry-over")
    assert said == ("A month’s money still works later; months until half of that is gone: Ads 1.")


def test_how_far_sales_may_lie_apart():
    certain = [
        (f"{CHANNEL}.{name}.{end}", value)
        for name, value in {
            "unit_cost": "1",
            "anyway": 0.2,
            "funnel.lead_to_customer": 0.5,
            "funnel.average_order": "100",
        }.items()
        for end in ("low", "high")
    ]
    rate = f"{CHANNEL}.funnel.visit_to_lead"
    told = rows(
        ads(
            *certain,
            (f"{rate}.low", 0.08),
            (f"{rate}.high", 0.12),
            ("promotion.forecast.simulation.distribution", "triangular"),
        ),
        "spreads",
    )
    name, low, middle, high, mean, modes = told[1]
    # a triangle from 3,200 over 4,000 to 4,800: 5 % lie below 3,200 + 1,600 x sqrt(.05 / 2)
    expected = (3453, 4000, 4547, 4000, 4000)
    found = [int(one.replace(",", "")) for one in (low, middle, high, mean, modes)]
    assert name == "Sales: Ads"
    assert found == pytest.approx(expected, rel=0.005)


def test_the_same_order_by_closeness():
    # by closeness .7 and .3: both columns differ by one step, the better one weighs .7
    said = says(thorough(rivals.rated()), "profile-closeness")
    assert "We (0.7) and Acme (0.3)" in said


def test_the_map_of_all_factors():
    made = drawn(thorough(rivals.rated()), "profile-map")
    assert {point.label for point in made.points} == {"We", "Acme", "Zeta"}
    assert [point.label for point in made.points if point.own] == ["We"]


def test_how_unlike_the_others_we_are():
    # METHODS 2.5: 8 and 3 against 6 and 6; with rooms at 0
    assert says(thorough(rivals.curve()), "curve-difference") == (
        "On average our curve lies 2.5 points from the mean of the others, furthest on Rooms."
    )
    moved = rivals.curve(("positioning.moves[rooms].move", "eliminate"))
    assert says(thorough(moved), "curve-difference").endswith(
        "After our moves it would lie 4 points away."
    )


def test_where_both_scores_lead():
    # inside (3 x 4 + 1 x 2) / 4, outside (2 x 3 + 2 x 1) / 4
    assert says(thorough(rivals.lines()), "standing") == (
        "On a scale of 1 to 4, where 2.5 is the middle, we answer what is inside with 3.50 and what"
        " comes from outside with 2.00. Both scores together lead to cell IV of nine: grow and"
        " build."
    )


def test_a_forecast_beside_last_year_again():
    plan = months.history(
        {2025: 100, 2026: 100}, ("promotion.forecast.method", "smoothing"), ("meta.currency", "EUR")
    )
    told = rows(thorough(plan), "past-forecast")
    assert told[0] == ["Month", "As a year before EUR", "Smoothed level EUR"]
    assert told[1] == ["January 2027", "100", "100"]
    assert told[-1] == ["Together", "1,200", "1,200"]
    assert shows(thorough(months.history({2025: 100, 2026: 100})), "past-forecast") is None


def test_how_far_the_forecast_would_have_missed():
    # a quarter more than the year before: a fifth of what came
    said = says(thorough(months.history({2025: 100, 2026: 125})), "forecast-accuracy")
    assert "missed the last twelve months by 20% of their sales" in said


def test_stages_of_life_of_the_example():
    # METHODS 1.7: growth of 30, 18, 9, 4, 2, -3 per cent ends in maturity
    sales, year = [100.0], 2020
    for growth in (0.30, 0.18, 0.09, 0.04, 0.02, -0.03):
        sales.append(sales[-1] * (1 + growth))
    known = [
        (f"business.offerings[lesson].years[{year + n}].sales", f"{value:.2f}")
        for n, value in enumerate(sales)
    ]
    made = shows(ads(*known, ("business.offerings[lesson].stage", "growth")), "offering-stages")
    assert grid(made)[1:] == [["Lesson", "100%", "C", "maturity", "growth"]]


def test_part_of_the_way():
    # METHODS 5.1: from 20 to 60, now 45
    aim = "promotion.objectives[more]"
    plan = months.measured(
        (f"{months.KPI}.baseline", 20),
        (f"{months.KPI}.target", 60),
        *months.came([30, 45]),
        (aim, {"name": "More", "kpi": "won"}),
    )
    found = grid(shows(thorough(plan), "key-results"))[1]
    assert found[0] == "More"
    assert found[2:] == ["20", "45", "60", "62%"]


def test_why_a_channel_sold_otherwise():
    assert grid(shows(thorough(months.bridged()), "funnel-bridges"))[1:] == [
        ["Ads", "500", "100", "-100", "122", "-22", "600"]
    ]


def test_what_would_not_have_come():
    # 100 more of 10,000, with orders of 60
    assert says(channels.held_out(), "lifts") == (
        "“Out”: 100 buyers and €6,000 of sales would not have come without it."
    )
