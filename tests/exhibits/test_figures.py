"""What the firm earns and spends, against Moveo's books reckoned by hand."""

from decimal import Decimal

import pytest

from planner import paths
from planner.analysis.feeding import analysed, economics
from planner.analysis.feeding.aims import gaps
from planner.analysis.feeding.spending import by_month, season, spending
from planner.exhibits.all import EXHIBITS
from planner.model.plan import Plan
from tests.exhibits.setting import ground_of
from tests.plans import sample


def test_the_margin_is_weighted_by_shares_of_sales():
    # 0.575 x 23/42 + 0.246 x 20/36 + 0.134 x 190/380 + 0.045 x 240/500
    assert economics.firm_margin(sample()).value == pytest.approx(0.540148, abs=1e-6)


def test_a_customer_buys_for_279_and_leaves_151():
    assert round(economics.revenue_per_customer(sample()).value) == 279  # 212,000 / 760
    assert round(economics.customer_worth(sample()).value) == 151


def test_a_deep_plan_lists_measures_without_an_objective_in_their_tree_alone():
    aimed = {o.kpi for o in sample().promotion.objectives}
    deep, short = (
        EXHIBITS["objectives"](ground_of(paths.put(sample(), "meta.depth", depth)))
        for depth in ("standard", "essential")
    )
    assert len(deep.rows) == len(sample().promotion.objectives)
    assert len(short.rows) == len(deep.rows) + len(sample().promotion.kpis) - len(aimed)


def test_slots_used():
    (use,) = economics.capacity_use(sample())
    # (2,902 + 1,449 + 10 x 74.8 + 6 x 19.1) / 12
    assert use.used.value == pytest.approx(434.4, abs=0.2)
    assert use.share.value == pytest.approx(0.835, abs=0.001)


def test_segments_add_up_to_the_sales():
    revenue = [f.revenue.value for f in economics.segments(sample())]
    assert [round(r) for r in revenue] == [96348, 9500, 63840, 28500, 13808]
    assert round(sum(revenue)) == 211996


def test_the_gap_and_what_fills_it():
    (gap,) = gaps(sample())
    assert gap.size.value == 36000  # 252,000 - 216,000
    assert gap.filled.value == 36000  # 22,000 + 14,000
    assert round(gap.customers.value) == 129  # 36,000 / 278.9


def test_money_in_all():
    spent = spending(sample())
    assert spent.media.value == 9320
    assert spent.other.value == 5680
    assert spent.contingency.value == 1500
    assert spent.total.value == 16500


def test_months_are_exact_and_typed_ones_win():
    plan = paths.put(sample(), "promotion.channels[search-ads].months", None)
    plan = paths.put(plan, "promotion.channels[search-ads].months[2027-03].budget", "520.01")
    channel = paths.get(plan, "promotion.channels[search-ads]")
    months = by_month(plan, channel)
    assert sum(months.values()) == Decimal(4800)
    assert months["2027-03"] == Decimal("520.01")


def test_ahead_of_season_leads_the_peak_by_a_month():
    plan = paths.put(sample(), "promotion.channels[search-ads].months", None)
    busy = season(plan)
    months = by_month(plan, paths.get(plan, "promotion.channels[search-ads]"))
    # December leads January (1.2), July leads August (0.6)
    assert months["2027-12"] == max(months.values())
    assert months["2027-07"] == min(months.values())
    assert busy["08"] == 0.6


def test_yen_have_no_cents():
    plan = paths.put(sample(), "meta.currency", "JPY")
    months = by_month(plan, paths.get(plan, "promotion.channels[email]"))
    assert all(value == value.to_integral_value() for value in months.values())
    assert sum(months.values()) == 420


def test_the_return_counts_only_incremental_customers():
    search = next(c for c in analysed(sample()).channel_returns if c.id == "search-ads")
    # 112 customers x (1 - 0.4) = 67.2; x 273 x 23/42 = 10,046; cost 8,100
    assert search.customers.value == pytest.approx(67.2)
    assert round(search.contribution.value) == 10046
    assert search.romi.value == pytest.approx(10046.4 / 8100 - 1, abs=1e-4)
    assert round(search.cost_per_customer.value) == 121


def test_a_ramp_delays_the_volume():
    seo = next(f for f in analysed(sample()).funnels if f.id == "seo")
    # months 1 to 6 at 1/7 ... 6/7, then six full ones: 3 + 6 = 9 x 180
    assert seo.result.visits == pytest.approx(1620)


def test_a_blank_plan_has_no_figures():
    analysis = analysed(Plan())
    assert analysis.methods == ()
    assert analysis.channel_returns == ()
    assert {"tam-sam-som", "competitive-profile", "segment-matrix"} <= {
        gap.method for gap in analysis.missing
    }


def test_a_house_figure_stands_in_for_who_would_have_come_anyway():
    plan = paths.put(sample(), "promotion.channels[search-ads].anyway", None)
    search = next(c for c in analysed(plan).channel_returns if c.id == "search-ads")
    assert search.house
    assert search.customers.value == pytest.approx(112 * 0.6)  # the kind's 0.4
