"""Months against the plan, and months carried on, by hand."""

import pytest

from planner import paths
from planner.analysis.feeding import analysed
from planner.analysis.feeding.pace import targets
from tests.analysis.feeding.answers import CHANNEL, advertising, earning, lacking, only, plan_of

KPI = "promotion.kpis[won]"


def measured(*more, unit="count"):
    return plan_of((KPI, {"name": "Won", "unit": unit}), *more)


def came(values, kpi="won"):
    return [
        (f"track.months[2027-{n:02d}].kpis[{kpi}].actual", value)
        for n, value in enumerate(values, start=1)
    ]


def aims(plan, kpi="won"):
    return [round(figure.value, 6) for figure in dict(sorted(targets(plan)[kpi].items())).values()]


def test_a_level_rises_in_a_straight_line_to_the_last_month():
    plan = measured((f"{KPI}.baseline", 20), (f"{KPI}.target", 44))
    assert aims(plan) == [22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44]


def test_a_level_is_held_where_it_is_even():
    plan = measured((f"{KPI}.baseline", 20), (f"{KPI}.target", 44), (f"{KPI}.phasing", "even"))
    assert aims(plan) == [44] * 12


def test_a_level_by_season_ends_at_its_target():
    plan = measured(
        (f"{KPI}.target", 40),
        (f"{KPI}.phasing", "by season"),
        ("promotion.seasonality[06].weight", 2),
        ("promotion.seasonality[12].weight", 0.5),
    )
    assert aims(plan) == [80] * 5 + [160] + [80] * 5 + [40]


def test_a_sum_is_split_and_typed_months_win():
    plan = measured(
        (f"{KPI}.target", 120),
        (f"{KPI}.per", "whole period"),
        (f"{KPI}.months[2027-01].target", 21),
    )
    assert aims(plan) == [21] + [9] * 11


def test_a_measure_of_a_goal_takes_the_goals_figures():
    goal = "business.goals[sales]"
    plan = measured(
        (goal, {"name": "More"}),
        (f"{goal}.target", 240),
        (f"{KPI}.goal", "sales"),
        ("promotion.seasonality[01].weight", 2),
        ("promotion.seasonality[02].weight", 0),
        (f"{KPI}.phasing", "by season"),
    )
    assert aims(plan) == [40, 0] + [20] * 10
    assert f"{goal}.target" in targets(plan)["won"]["2027-01"].sources


def test_the_report_of_each_month():
    plan = measured(
        (f"{KPI}.target", 100),
        (f"{KPI}.phasing", "even"),
        *came([96, 93, 80]),
        ("promotion.measurement.amber_tolerance", 0.15),
    )
    runs = analysed(plan).runs("monthly-report")
    assert [r.subject for r in runs] == [f"track.months[2027-0{n}]" for n in (1, 2, 3)]
    assert [r.result.rows[0].status for r in runs] == ["green", "amber", "red"]
    assert runs[0].given.amber_tolerance == 0.15


def test_less_is_better_where_a_goal_falls():
    goal = "business.goals[waits]"
    plan = measured(
        (goal, {"name": "Wait less"}),
        (f"{goal}.baseline", 240),
        (f"{goal}.target", 120),
        (f"{KPI}.goal", "waits"),
        *came([8]),
    )
    row = only(plan, "monthly-report").result.rows[0]
    assert row.status == "green"  # 8 where 10 are planned


def test_where_the_year_will_end():
    plan = measured((f"{KPI}.target", 120), (f"{KPI}.per", "whole period"), *came([8, 8, 8]))
    end = only(plan, "year-end-forecast", KPI).result
    assert end.run_rate == pytest.approx(96)  # 24 of 30 planned, of 120
    assert end.actual_plus_remaining_plan == pytest.approx(114)


def test_a_gap_in_the_months_ends_the_row():
    plan = measured(
        (f"{KPI}.target", 120),
        (f"{KPI}.per", "whole period"),
        *came([8]),
        ("track.months[2027-03].kpis[won].actual", 50),
    )
    assert only(plan, "year-end-forecast").given.actual == (8,)


def test_a_share_has_no_year_end():
    plan = measured(
        (f"{KPI}.target", 0.4), (f"{KPI}.totals", "averaged"), *came([0.3]), unit="share"
    )
    assert lacking(plan, "year-end-forecast")


def test_key_results_of_an_objective():
    aim = "promotion.objectives[more]"
    plan = measured(
        (f"{KPI}.baseline", 20),
        (f"{KPI}.target", 60),
        *came([30, 45]),
        (aim, {"name": "More", "kpi": "won"}),
    )
    assert only(plan, "okr", aim).result.objective == pytest.approx(0.625)


def test_a_goals_key_result_is_where_the_year_will_end():
    goal = "business.goals[sales]"
    plan = measured(
        (goal, {"name": "More"}),
        (f"{goal}.baseline", 100),
        (f"{goal}.target", 120),
        (f"{KPI}.goal", "sales"),
        *came([9, 9]),
    )
    # 18 of 20 planned: 108 at this pace, 8 of the 20 that are wanted
    assert only(plan, "okr", "business.goals").result.objective == pytest.approx(0.4)


def sold(*more):
    return plan_of(
        *earning(),
        ("promotion.forecast.products[lesson].units", 1200),
        *more,
    )


def test_the_bridge_takes_the_plan_of_the_same_months():
    month = "track.months[2027-01].products[lesson]"
    plan = sold((f"{month}.units", 90), (f"{month}.price", "110"), (f"{month}.unit_cost", "65"))
    sales = only(plan, "revenue-bridge").result
    # planned 100 at 100; sold 90 at 110: 10 x 90 and -10 x 100
    assert (sales.total.price, sales.total.volume) == pytest.approx((900, -1000))
    total = only(plan, "contribution-bridge").result.total
    # 10 x 90, -5 x 90, no mix, -10 x 40
    assert (total.price, total.cost, total.mix, total.quantity) == pytest.approx(
        (900, -450, 0, -400)
    )


def test_units_fall_to_the_months_by_season():
    plan = sold(
        ("promotion.seasonality[01].weight", 0),
        ("track.months[2027-02].products[lesson].units", 5),
    )
    given = only(plan, "revenue-bridge").given.products[0]
    assert given.plan.units == pytest.approx(1200 / 11)
    assert (given.actual.units, given.actual.price) == (5, 100)


def test_units_fall_to_the_months_as_the_revenue_measure_does():
    goal = "business.goals[sales]"
    plan = sold(
        (goal, {"name": "More", "metric": "revenue", "target": 120000}),
        (KPI, {"name": "Sales", "goal": "sales"}),
        (f"{KPI}.months[2027-01].target", 30000),
        ("track.months[2027-01].products[lesson].units", 5),
    )
    assert only(plan, "revenue-bridge").given.products[0].plan.units == pytest.approx(300)


def test_several_months_are_weighted_by_units():
    first, second = (f"track.months[2027-0{n}].products[lesson]" for n in (1, 2))
    plan = sold(
        (f"{first}.units", 30), (f"{first}.price", "100"),
        (f"{second}.units", 10), (f"{second}.price", "80"),
    )  # fmt: skip
    actual = only(plan, "revenue-bridge").given.products[0].actual
    assert (actual.units, actual.price) == pytest.approx((40, 95))


def test_what_was_not_planned_is_new():
    book = "business.offerings[book]"
    plan = sold(
        (book, {"name": "Book"}),
        (f"{book}.price", "20"),
        ("track.months[2027-01].products[book].units", 7),
    )
    total = only(plan, "revenue-bridge").result.total
    assert (total.new, total.dropped) == pytest.approx((140, -10000))
    assert lacking(plan, "contribution-bridge") == (f"{book}.unit_cost",)


def bridged():
    """METHODS 5.12: 1,000, 2.00, .02, 50 against 1,200, 2.40, .025, 48."""
    at = "track.months[2027-01].channels[ads]"
    return plan_of(
        *advertising(),
        (f"{CHANNEL}.unit_cost.base", "2"),
        (f"{CHANNEL}.funnel.lead_to_customer.base", 0.2),
        (f"{CHANNEL}.funnel.average_order.base", "50"),
        (f"{CHANNEL}.months[2027-01].budget", "1000"),
        (f"{at}.spend", "1200"),
        (f"{at}.visits", 500),
        (f"{at}.customers", 12.5),
        (f"{at}.revenue", "600"),
    )


def test_the_funnel_bridge_of_the_example():
    effects = only(bridged(), "funnel-bridge", CHANNEL).result.lmdi
    assert effects.spend == pytest.approx(100)
    assert effects.cpc == pytest.approx(-100)
    assert effects.conversion == pytest.approx(122.39, abs=0.005)
    assert effects.aov == pytest.approx(-22.39, abs=0.005)


def history(years, *more):
    months = [
        (f"business.months[{year}-{n:02d}].revenue", str(value))
        for year, value in years.items()
        for n in range(1, 13)
    ]
    return plan_of(*months, *more)


def test_past_months_are_carried_on_to_the_periods_end():
    run = only(history({2025: 100, 2026: 120}), "seasonal-naive")
    assert run.result.forecast == (120.0,) * 12
    assert run.result.year_on_year == pytest.approx((0.2,) * 12)
    assert len(run.given.y) == 24


@pytest.mark.parametrize(
    ("words", "method"),
    [("smoothing", "ses"), ("trend", "holt"), ("trend and season", "holt-winters")],
)
def test_the_chosen_method_stands_beside_the_naive_one(words, method):
    plan = history({2025: 100, 2026: 100}, ("promotion.forecast.method", words))
    assert only(plan, "seasonal-naive")
    run = only(plan, method)
    assert run.result.forecast == pytest.approx((100,) * 12)
    assert "promotion.forecast.method" in run.paths
    assert only(plan, "forecast-accuracy").result.mae == pytest.approx(0, abs=1e-6)


def test_the_last_year_is_held_back_to_try_the_method():
    accuracy = only(history({2025: 100, 2026: 125}), "forecast-accuracy").result
    assert (accuracy.me, accuracy.wape) == pytest.approx((25, 0.2))


def test_only_the_latest_months_in_a_row_count():
    plan = history({2024: 1, 2026: 120})
    assert only(plan, "seasonal-naive").given.y == (120.0,) * 12
    assert lacking(plan, "forecast-accuracy") == ("business.months",)


def test_the_horizon_is_a_year_where_the_period_is_past():
    plan = paths.put(history({2026: 120}), "meta.period", ["2026-01", "2026-12"])
    assert only(plan, "seasonal-naive").given.horizon == 12
    plan = paths.put(plan, "meta.period", ["2027-01", "2028-06"])
    assert only(plan, "seasonal-naive").given.horizon == 18
