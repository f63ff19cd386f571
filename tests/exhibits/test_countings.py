"""The bridge between the two countings of a market, on figures reckoned by hand.

3,000 sessions at 50 of which a tenth: 15,000; 2,000 at 45 of which a fifth: 18,000. The logarithmic
mean of the two is 3,000 / ln 1.2 = 16,454.4, so that fewer sessions take 16,454.4 · ln 1.5 =
6,671.7, the lower price 16,454.4 · ln (50 / 45) = 1,733.6, and the larger share brings
16,454.4 · ln 2 = 11,405.4: 15,000 → 8,328.3 → 6,594.6 → 18,000.
"""

from planner.analysis.feeding import analysed
from planner.blocks import plain
from planner.exhibits.all import EXHIBITS
from planner.exhibits.ground import Ground
from planner.exhibits.voice import Voice
from tests.analysis.feeding.test_countings import BOTTOM, TOP, market
from tests.exhibits.setting import drawn, rows, shows

GOAL = ("business.goals[sales]", {"name": "Sales", "metric": "revenue", "target": 16000})


def test_the_bridge_leads_from_one_counting_to_the_other():
    chart = drawn(market(TOP, BOTTOM, GOAL), "market-size-chart")
    assert chart.kind == "waterfall"
    assert chart.categories == (
        "From everyone down",
        "Number of Sessions",
        "top_down 2",
        "top_down 4",
        "From single sellers up",
        "Our goal",
    )
    assert chart.series[0].values == (15_000, -6_672, -1_733, 11_405, 18_000, 16_000)
    assert chart.totals == (0, 4, 5)
    assert plain(chart.caption) == (
        "The goal lies above the lower of the two sizes; largest step between them: top_down 4"
    )
    assert "business.goals[sales].target" in chart.series[0].sources


def test_the_table_has_the_figures_of_the_bridge():
    assert rows(market(TOP, BOTTOM), "market-size-factors") == [
        ["What is counted", "From everyone down", "From single sellers up", "Adds to the size EUR"],
        ["Number of Sessions", "3,000", "2,000", "-6,672"],
        ["top_down 2", "50", "45", "-1,733"],
        ["top_down 4", "10%", "20%", "+11,405"],
        ["What can be won", "15,000", "18,000", "+3,000"],
    ]


def test_what_does_not_differ_is_no_step():
    # the same share and price, half the sessions: 15,000 → 7,500
    bottom = [("sam", "practices", 3), ("sam", "sessions", 500), *TOP[2:3], TOP[4]]
    bottom[2] = ("sam", "EUR", 50)
    chart = drawn(market(TOP, bottom), "market-size-chart")
    assert chart.series[0].values == (15_000, -7_500, 7_500)
    caption = "From single sellers up €7,500 less can be won; largest step: Number of Sessions"
    assert plain(chart.caption) == caption
    same = drawn(market(TOP, [("sam", "EUR", 150_000), TOP[4]]), "market-size-chart")
    assert same.series[0].values == (15_000, 15_000)
    assert plain(same.caption) == "Both ways of counting come to the same"


def test_steps_add_up_where_amounts_are_rounded():
    plan = market(TOP, BOTTOM)
    made = EXHIBITS["market-size-chart"](Ground(plan, analysed(plan), Voice("en", "EUR", 100)))
    first, *changes, last = made.series[0].values
    assert (first, last, first + sum(changes)) == (15_000, 18_000, 18_000)
    # 8,300 and 6,600 lie between
    assert changes == [-6_700, -1_700, 11_400]


def test_several_markets_are_bridged_one_by_one():
    other = {"name": "other"}
    more = [("market.sizes[main].name", "Adults"), ("market.sizes[other]", other)]
    for side, steps in (("top_down", TOP), ("bottom_up", BOTTOM)):
        for at, (level, unit, value) in enumerate(steps):
            step = {"name": "x", "level": level, "unit": unit, "value": value}
            more.append((f"market.sizes[other].{side}[s{at}]", step))
    # the other market's price from below is 50: 2,000 · 50 · .2 = 20,000, 5,000 more
    more.append(("market.sizes[other].bottom_up[s2].value", 50))
    plan = market(TOP, BOTTOM, *more)
    chart = drawn(plan, "market-size-chart")
    assert chart.categories[1:-1] == ("Adults", "other")
    assert chart.series[0].values == (30_000, 3_000, 5_000, 38_000)
    table = rows(plan, "market-size-factors")
    assert [line[0] for line in table[1:]].count("What can be won") == 2


def test_a_market_counted_one_way_has_no_bridge():
    plan = market(TOP, [])
    assert (shows(plan, "market-size-chart"), shows(plan, "market-size-factors")) == (None, None)
