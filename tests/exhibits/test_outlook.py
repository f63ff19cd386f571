"""Scenarios, forecast and season by hand."""

import pytest

from planner import paths
from planner.analysis.feeding import analysed
from planner.blocks import plain
from tests.exhibits.setting import column, drawn, grid, planned, says, shows
from tests.plans import sample

CHANNEL = "promotion.channels[ads]"


def one_channel(*more):
    """A channel with round figures: 1,000 clicks at 1, a tenth asks, half of them buys for 100."""
    return planned(
        {
            "meta.currency": "EUR",
            "meta.period": ["2027-01", "2027-12"],
            "business.baseline.gross_margin": 0.5,
            CHANNEL: {"name": "Ads", "kind": "contextual", "status": "run"},
            f"{CHANNEL}.cost_model": "per click",
            f"{CHANNEL}.budget": "1000",
            f"{CHANNEL}.unit_cost": {"low": "0.80", "base": "1.00", "high": "1.25"},
            f"{CHANNEL}.funnel.entry": "visits",
            f"{CHANNEL}.funnel.visit_to_lead": {"low": 0.08, "base": 0.1, "high": 0.12},
            f"{CHANNEL}.funnel.lead_to_customer": {"low": None, "base": 0.5, "high": None},
            f"{CHANNEL}.funnel.average_order": {"low": "100", "base": "100", "high": "100"},
            f"{CHANNEL}.anyway": {"low": 0.2, "base": 0.2, "high": 0.4},
            **dict(more),
        }
    )


def scenario(name, takes, **more):
    at = f"promotion.scenarios[{takes}]"
    return [(at, {"name": name}), (f"{at}.takes", takes)] + [
        (f"{at}.{key}", value) for key, value in more.items()
    ]


def future(plan, which):
    return next(f for f in analysed(plan).futures if f.id == which)


def test_the_likely_scenario_is_the_plan_itself():
    plan = one_channel(*scenario("As planned", "likely"))
    # 1,000 visits x .1 x .5 = 50, x .8 = 40 customers; x 100 x .5 = 2,000, less 1,000
    assert future(plan, "likely").customers.value == pytest.approx(40)
    assert future(plan, "likely").left.value == pytest.approx(1000)


def test_the_cautious_end_is_a_dear_click_and_a_low_rate():
    plan = one_channel(*scenario("Hard year", "cautious"))
    # 800 visits x .08 x (.5 x .75) = 24, x .6 = 14.4; x 50 = 720, less 1,000
    assert future(plan, "cautious").customers.value == pytest.approx(14.4)
    assert future(plan, "cautious").left.value == pytest.approx(-280)


def test_factors_come_after_the_ends():
    plan = one_channel(*scenario("Boom", "likely", demand=1.5, media_price=2, order_value=1.2))
    # 500 visits: 20 customers, x 1.5 = 30; 20 x 50 x 1.5 x 1.2 = 1,800, less 1,000
    assert future(plan, "likely").customers.value == pytest.approx(30)
    assert future(plan, "likely").left.value == pytest.approx(800)


def test_what_the_scenarios_come_to_together():
    plan = one_channel(
        *scenario("Hard year", "cautious", probability=0.5),
        *scenario("As planned", "likely", probability=0.5),
    )
    # .5 x -280 + .5 x 1,000 = 360
    assert says(plan, "scenarios") == (
        "After their cost the channels leave €1,000 in the best scenario (“As planned”) and lose"
        " €280 in the worst (“Hard year”). Weighed by how likely they are: €360 gained, with a"
        " chance of 50% of a loss."
    )
    assert column(shows(plan, "scenarios"), "Left after cost") == ["-280", "1,000"]


def test_probabilities_that_miss_one_are_not_weighed():
    plan = one_channel(*scenario("Hard year", "cautious", probability=0.5))
    assert "Weighed" not in says(plan, "scenarios")


def test_scenarios_move_nothing_in_the_plan():
    plan = one_channel(*scenario("Hard year", "cautious"))
    assert analysed(plan).futures
    assert str(paths.get(plan, f"{CHANNEL}.unit_cost").base) == "1.00"


def test_sales_and_contribution_of_what_will_be_sold():
    at = "promotion.forecast.products[massage]"
    offer = {"name": "Massage", "price": "36", "unit_cost": "16"}
    plan = planned({"business.offerings[massage]": offer, f"{at}.units": 1600})
    table = shows(plan, "product-forecast")
    assert column(table, "Sales") == ["57,600"]  # 1,600 x 36
    assert column(table, "Contribution") == ["32,000"]  # 1,600 x (36 - 16)
    dearer = paths.put(plan, f"{at}.price", "38")
    assert column(shows(dearer, "product-forecast"), "Sales") == ["60,800"]


def test_customers_counted_twice():
    plan = one_channel(("promotion.forecast.overlap", 0.1))
    assert says(plan, "forecast-terms") == (
        "10% of customers are counted by two channels: of 40 won, 36 are left once each is counted"
        " once."
    )


def test_the_season():
    plan = planned(
        {
            "meta.period": ["2027-01", "2027-12"],
            "promotion.seasonality[01].weight": 1.2,
            "promotion.seasonality[08].weight": 0.6,
        }
    )
    chart = shows(plan, "season")
    assert chart.series[0].values[0] == 1.2
    assert chart.series[0].values[7] == 0.6
    assert "".join(s.text for s in chart.caption) == (
        "The busiest month is January 2027, the quietest August 2027"
    )
    flat = planned({"promotion.seasonality[01].weight": 1})
    assert shows(flat, "season") is None
    assert says(flat, "season") == "No month is busier than another."


def test_what_is_sold_at_no_known_price_has_no_sales():
    at = "promotion.forecast.products[massage]"
    plan = planned({"business.offerings[massage]": {"name": "Massage"}, f"{at}.units": 1600})
    assert grid(shows(plan, "product-forecast")) == [["Offer", "Sold"], ["Massage", "1,600"]]


def test_scenarios_without_a_channel_tell_their_story_only():
    at = "promotion.scenarios[dull]"
    plan = planned({at: {"name": "Dull", "story": "Nothing happens", "probability": 0.4}})
    assert grid(shows(plan, "scenarios")) == [["Scenario", "Likely"], ["Dull", "40%"]]
    answered = paths.put(plan, f"{at}.response", "Wait")
    assert column(shows(answered, "scenarios"), "What we do then") == ["Wait"]
    (said,) = shows(answered, "scenario-stories").items
    assert plain(said) == "Dull – Nothing happens."
    assert says(plan, "scenarios") == ""


def test_the_bars_of_the_trials_say_how_many_pay():
    made = drawn(paths.put(sample(), "meta.depth", "thorough"), "outcomes-bars")
    assert sum(made.series[0].values) == pytest.approx(1.0)
    pays = sum(made.series[0].values[at] for at in made.own)
    found = analysed(sample()).simulated.result.romi.p_positive
    # A step holds results on both sides of what is spent, so up to one step is missing.
    assert found - max(made.series[0].values) <= pays <= found + 1e-9
