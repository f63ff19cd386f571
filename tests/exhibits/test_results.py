"""What the methods tell in the annual plan, by hand."""

import pytest

from planner import paths
from planner.analysis.feeding import analysed
from planner.blocks import plain
from planner.exhibits.all import READINGS
from tests.analysis.feeding.answers import CHANNEL, advertising, earning, plan_of
from tests.exhibits.setting import drawn, ground_of, rows, says, shows

DEEP = ("meta.depth", "thorough")
OTHER = "promotion.channels[more]"


def two_channels(*more):
    """The advertising twice, one of the two with half the money."""
    twin = [(path.replace(CHANNEL, OTHER), value) for path, value in advertising()[6:]]
    return plan_of(
        DEEP,
        *advertising(),
        *twin,
        (f"{OTHER}.name", "More"),
        (f"{OTHER}.budget", "500"),
        (f"{CHANNEL}.saturation.doubling", "half"),
        (f"{OTHER}.saturation.doubling", "half"),
        *more,
    )


def test_the_tornado_shows_five_answers_the_widest_first():
    chart = drawn(two_channels(), "tornado")
    assert len(chart.categories) == 5
    low, high = (series.values for series in chart.series)
    widths = [abs(h - a) for a, h in zip(low, high, strict=True)]
    assert widths == sorted(widths, reverse=True)
    # a quarter less for a click: a third more of 1,600, 533; a quarter more: a fifth less, 320
    price = chart.categories.index("Ads: price of one")
    assert (low[price], high[price]) == (533, -320)
    assert "house rule" in plain(chart.source)


def test_no_channel_no_tornado():
    assert shows(plan_of(DEEP, *earning()), "tornado") is None
    assert says(plan_of(DEEP, *earning()), "simulation") == ""


def test_the_trials_are_told_with_their_number():
    plan = two_channels(("promotion.forecast.simulation.draws", 20000))
    said = says(plan, "simulation")
    assert said.startswith("In 20,000 trials with all ranges at once the channels bring ")
    assert "The target" not in said


def test_the_odds_of_the_target_are_told():
    kpi = "promotion.kpis[won]"
    plan = two_channels(
        (kpi, {"name": "Won", "baseline": 0, "target": 100, "phasing": "even"}),
        ("promotion.forecast.simulation.goal", "won"),
    )
    # 1,200 wanted where 60 are planned
    assert says(plan, "simulation").endswith(
        "In 0% of them the channels alone bring what “Won” needs beyond what would come without"
        " the plan."
    )


def test_a_split_that_can_be_bettered():
    # 1,000 and 500 bring the same a unit of money when the curves, twice as high, are alike:
    # the planned split is the best; with all known from 1,000 and 500 it stays so
    plan = two_channels()
    table = rows(plan, "best-split")
    assert [line[:3] for line in table[1:]] == [["Ads", "1,000", "1,000"], ["More", "500", "500"]]
    assert "practically the most" in says(plan, "best-split")


def test_another_split_and_the_proof():
    past = f"{OTHER}.last_year"
    plan = two_channels((f"{past}.spend", "500"), (f"{past}.revenue", "20000"))
    said = says(plan, "best-split")
    assert said.startswith("Split as below, the same money would bring €")
    assert said.endswith("No split within the bounds can bring over 0.0001% more than this one"
                         " (proven).")  # fmt: skip
    money = {line[0]: float(line[2].replace(",", "")) for line in rows(plan, "best-split")[1:]}
    assert sum(money.values()) == 1500
    assert money["More"] > 500


def test_one_channel_has_no_split():
    plan = plan_of(DEEP, *advertising(), (f"{CHANNEL}.saturation.doubling", "half"))
    assert shows(plan, "best-split") is None
    assert says(plan, "best-split") == ""


def tracked(*more):
    kpi, product = "promotion.kpis[won]", "track.months[2027-01].products[lesson]"
    return plan_of(
        DEEP,
        *earning(),
        ("promotion.forecast.products[lesson].units", 1200),
        (kpi, {"name": "Won", "target": 120, "per": "whole period", "unit": "count"}),
        ("track.months[2027-01].kpis[won].actual", 8),
        (f"{product}.units", 90),
        (f"{product}.price", "110"),
        *more,
    )


def test_where_the_period_will_end():
    assert rows(tracked(), "year-end")[1] == ["Won", "8", "10", "96", "118", "120"]


def test_what_is_red():
    assert says(tracked(), "red-measures") == (
        "Red in January 2027, being more than the tolerance off the plan: Won."
    )
    plan = paths.put(tracked(), "track.months[2027-01].kpis[won].actual", 10)
    assert says(plan, "red-measures") == "No measure was red in January 2027."


def test_why_contribution_came_out_otherwise():
    chart = drawn(tracked(), "sales-bridge")
    # planned 100 x 40; 90 at 110: 900 by price, -10 x 40 by quantity
    assert chart.series[0].values == (4000, 900, -400, 4500)
    assert chart.categories == ("Planned", "Price", "Quantity", "Actual")
    assert plain(chart.caption) == (
        "Contribution stands €500 above the plan for these months, most of it by price"
    )
    assert shows(plan_of(DEEP, *earning()), "sales-bridge") is None


def test_how_concentrated_the_market_is():
    rival = "competitors.items[acme]"
    plan = plan_of(
        *earning(),
        (rival, {"name": "Acme", "kind": "direct", "share": 0.4}),
        ("market.sizes[main]", {"basis": "three known figures"}),
        ("market.sizes[main].tam", "2000000"),
        ("market.sizes[main].sam", "1000000"),
        ("market.sizes[main].som", "200000"),
        ("market.category_spend", "20000"),
        ("promotion.budget_lines[fee]", {"name": "Fee", "unit_cost": "1000"}),
    )
    # 10² + 40²
    assert says(plan, "concentration") == (
        "The largest sellers that we know (four at most) hold 50% of the market; by the known"
        " shares some sellers hold much of it (moderately concentrated): the index of"
        " concentration (HHI) is at least 1,700."
    )
    # 1,100 of 20,000 against a tenth of the market
    assert says(plan, "voice-and-share") == (
        "With 5.5% of all advertising we are quieter than our 10% of the market."
    )
    assert says(plan_of(*earning()), "concentration") == ""


def test_the_chain_that_sets_the_end():
    plan = plan_of(
        ("promotion.tasks[a]", {"name": "List", "days": 3, "start": "2027-03-01"}),
        ("promotion.tasks[b]", {"name": "Print", "days": 2}),
        ("promotion.tasks[b].after", ["a"]),
    )
    assert says(plan, "longest-chain") == (
        "The longest chain takes about 5 working days and sets the end: “List” and “Print”."
        " Begun on 1 Mar 2027, without a break, it is done on 5 Mar 2027."
    )
    alone = plan_of(("promotion.tasks[a]", {"name": "List", "days": 3}))
    assert says(alone, "longest-chain") == ""


def test_what_a_customer_of_each_group_leaves():
    group = "segments.items[desk]"
    plan = plan_of(
        *earning(),
        (group, {"name": "Desk", "order_value": "50", "orders_per_year": 4}),
        (f"{group}.retention", 0.5),
        ("segments.valuation.years", 2),
        ("segments.valuation.first_margin", "now"),
        ("business.limits.discount_rate", 0.25),
    )
    # 200 x .4 = 80 now, 80 x .5 / 1.25 = 32 then
    assert rows(plan, "customer-value")[1] == ["Desk", "80", "112"]


@pytest.mark.parametrize(("limit", "end"), [(None, "."), (4, "; at most 4 are allowed.")])
def test_when_a_new_customer_has_paid_back(limit, end):
    plan = plan_of(
        *earning(),
        ("business.baseline.marketing_spend", "2000"),
        ("business.baseline.new_customers", 100),
        ("business.limits.payback_months", limit),
    )
    said = "A new customer cost €20 last year and paid that back in 3 months"
    assert says(plan, "payback") == said + end


def test_no_figure_of_the_methods_is_without_a_source():
    plan = two_channels()
    assert analysed(plan).runs("tornado")
    for name in ("simulation", "best-split"):
        spans = READINGS[name](ground_of(plan))
        assert all(s.sources for s in spans if any(c.isdigit() for c in s.text))


def lacks(plan):
    """What the budget card says is lacking, and where its link leads."""
    from planner.blocks import sources_of

    text = READINGS["split-lacks"](ground_of(plan))
    return "".join(s.text for s in text), (sources_of(text) or ("",))[-1]


def test_a_split_that_is_shown_lacks_nothing():
    assert lacks(two_channels()) == ("", "")


def test_what_a_split_lacks_is_asked_for_one_after_another():
    # Answered in the order in which they are asked for, a split is there after the last.
    said, path = lacks(plan_of(DEEP))
    assert path == "promotion.channels"
    assert said.endswith("once two channels have money of their own.")
    plan = two_channels(
        (f"{OTHER}.saturation.doubling", None), (f"{OTHER}.funnel.visit_to_lead.base", None)
    )
    said, path = lacks(plan)
    assert path == f"{OTHER}.funnel.visit_to_lead.base"
    assert said.endswith("Still open for More: Of 100 visitors, how many call or write?")
    plan = paths.put(plan, path, 0.06)
    said, path = lacks(plan)
    assert path == f"{OTHER}.saturation.doubling"
    assert said.endswith("More: If you doubled the money, how many more customers?")
    plan = paths.put(plan, path, "half")
    assert lacks(plan) == ("", "")
    assert shows(plan, "best-split") is not None


def test_channels_that_bring_nothing_and_bounds_that_are_too_tight_are_told():
    nothing = two_channels((f"{OTHER}.anyway.base", 1.0))
    said, path = lacks(nothing)
    assert said.endswith("bring contribution. As planned, none comes from More.")
    assert path == OTHER
    # 1,000 and 500 are planned; at least 1,100 and 500 · ½ fit into 1,500, 1,300 and 250 do not.
    assert lacks(two_channels((f"{CHANNEL}.bounds.low", "1100")))[0] == ""
    said, path = lacks(two_channels((f"{CHANNEL}.bounds.low", "1300")))
    assert said.endswith("The most of it is kept for Ads.")
    assert path == f"{CHANNEL}.bounds.low"
    # Of 1,500 no more than 400 can be paid, and half of each is kept: 500 and 250.
    said, path = lacks(two_channels(("business.limits.affordable_budget", "400")))
    assert path == "business.limits.affordable_budget"
    assert "Look at what can be spent" in said
