"""Channels run backward, split, carried over, doubted; placements, tests and tasks, by hand."""

from datetime import date

import pytest

from planner.analysis.feeding import analysed
from planner.analysis.feeding.ranges import customers, moments, sales
from planner.analysis.feeding.schedule import chain
from tests.analysis.feeding.answers import CHANNEL, advertising, lacking, only, plan_of
from tests.plans import filled, sample


def test_the_whole_chain():
    plan = plan_of(
        *advertising(),
        ("market.sizes[main]", {"basis": "three known figures"}),
        ("market.sizes[main].tam", "1000000"),
        ("market.sizes[main].sam", "250000"),
        ("market.sizes[main].som", "50000"),
        ("promotion.budget.contingency", 0.5),
    )
    run = only(plan, "integrated-plan")
    assert (run.given.market.tam, run.given.market.sam, run.given.market.som) == (
        (1000000,), (0.25,), (0.2,),
    )  # fmt: skip
    chain_of = run.result
    assert (chain_of.orders, chain_of.revenue) == pytest.approx((40, 4000))
    assert (chain_of.media_spend, chain_of.marketing_spend) == pytest.approx((1000, 1500))
    assert chain_of.romi_media == pytest.approx(0.6)  # 4,000 x .4 less 1,000
    assert chain_of.within_som


def test_back_from_the_gap_to_visits():
    goal = "business.goals[won]"
    plan = plan_of(
        *advertising(),
        (goal, {"name": "Win", "metric": "new customers", "baseline": 100, "target": 120}),
    )
    result = only(plan, "funnel-backward", goal).result
    # 40 of 100 enquiries, 100 of 1,000 visits at 1
    assert (result.leads, result.visits, result.spend) == pytest.approx((50, 500, 500))


def test_a_revenue_gap_is_closed_by_customers():
    goal = "business.goals[sales]"
    plan = plan_of(
        *advertising(),
        (goal, {"name": "More", "metric": "revenue", "baseline": 100000, "target": 102000}),
    )
    assert only(plan, "funnel-backward").given.target_customers == pytest.approx(10)  # 200 each


def curved(*more):
    return plan_of(*advertising(), (f"{CHANNEL}.saturation.doubling", "half"), *more)


def curve_of(plan):
    found = analysed(plan).curved
    return found[0].channel


def brought(curve, money):
    import numpy as np

    from planner.analysis.curves import Curves

    return float(Curves([curve]).value(np.array([float(money)]))[0])


@pytest.mark.parametrize("kind", [None, "exponential", "power", "log", "hill"])
@pytest.mark.parametrize(
    ("words", "again"), [("three quarters", 0.75), ("half", 0.5), ("a quarter", 0.25)]
)
def test_a_curve_goes_through_what_is_known_and_bends_as_it_was_said(kind, words, again):
    plan = curved((f"{CHANNEL}.saturation.curve", kind), (f"{CHANNEL}.saturation.doubling", words))
    curve = curve_of(plan).curve
    assert brought(curve, 1000) == pytest.approx(1600)
    assert brought(curve, 2000) == pytest.approx(1600 * (1 + again))


def test_as_much_again_is_a_straight_line_and_nothing_more_the_end():
    straight = curve_of(curved((f"{CHANNEL}.saturation.doubling", "as much again")))
    assert brought(straight.curve, 1500) == pytest.approx(2400)
    assert straight.max == 1500  # half as much again, where no bounds are set
    stopped = curve_of(curved((f"{CHANNEL}.saturation.doubling", "nothing more")))
    assert stopped.max == 1000


def test_last_year_is_the_known_point():
    past = f"{CHANNEL}.last_year"
    plan = curved((f"{past}.spend", "500"), (f"{past}.revenue", "3000"))
    # 3,000 x .8 x .4
    assert brought(curve_of(plan).curve, 500) == pytest.approx(960)
    plan = curved((f"{past}.spend", "500"), (f"{past}.customers", 20))
    assert brought(curve_of(plan).curve, 500) == pytest.approx(640)


def test_typed_figures_make_the_curve():
    at = f"{CHANNEL}.saturation"
    plan = curved((f"{at}.curve", "hill"), (f"{at}.scale", 100), (f"{at}.half_point", 800))
    # half of 100 customers at 800, each worth 100 x .4, eight of ten not anyway
    assert brought(curve_of(plan).curve, 800) == pytest.approx(1600)


def test_a_pinned_channel_keeps_its_money():
    found = curve_of(curved((f"{CHANNEL}.pinned", True), (f"{CHANNEL}.bounds.high", "9000")))
    assert (found.min, found.max) == (1000, 1000)


def test_two_alike_channels_share_alike_within_the_cap():
    other = "promotion.channels[more]"
    twin = [(path.replace(CHANNEL, other), value) for path, value in advertising()[6:]]
    plan = curved(
        *twin,
        (f"{other}.saturation.doubling", "half"),
        ("promotion.budget.contingency", 0),
        ("business.limits.affordable_budget", "1600"),
    )
    run = only(plan, "allocate-budget")
    assert run.given.budget == pytest.approx(1600)  # 400 above what can be paid
    assert [share.spend for share in run.result.channels] == pytest.approx([800, 800])
    assert run.result.gap <= 1e-6


def test_what_carries_over():
    plan = plan_of(
        *advertising(),
        (f"{CHANNEL}.funnel.carry_over", 0.5),
        *((f"{CHANNEL}.months[2027-{n:02d}].budget", "0") for n in range(2, 13)),
        (f"{CHANNEL}.months[2027-01].budget", "1000"),
    )
    assert only(plan, "adstock").result.adstock[:3] == pytest.approx((1000, 500, 250))


def ranged(*more):
    """Cost .80 to 1.25, a tenth asks (8 to 12 %), the rest as advertised and certain."""
    certain = [
        (f"{CHANNEL}.{name}.{end}", value)
        for name, value in (
            ("funnel.lead_to_customer", 0.5), ("funnel.average_order", "100"), ("anyway", 0.2),
        )
        for end in ("low", "high")
    ]  # fmt: skip
    return plan_of(
        *advertising(),
        *certain,
        (f"{CHANNEL}.unit_cost", {"low": "0.80", "base": "1.00", "high": "1.25"}),
        (f"{CHANNEL}.funnel.visit_to_lead", {"low": 0.08, "base": 0.1, "high": 0.12}),
        *more,
    )


@pytest.mark.parametrize("plan", [sample(), filled(), ranged()], ids=["sample", "filled", "ads"])
def test_the_ranges_multiply_to_what_the_funnel_says(plan):
    import math

    for found in analysed(plan).reckoned:
        won = math.prod(one.base for one in customers(plan, found))
        assert won == pytest.approx(found.incremental_customers.value)
        sold = math.prod(one.base for one in sales(plan, found))
        assert sold == pytest.approx(found.result.revenue * (1 - found.anyway.value))


def test_the_result_hangs_on_each_answer_alone():
    run = only(ranged(), "tornado", "promotion.channels")
    swings = {swing.id: swing for swing in run.result.inputs}
    assert run.result.base == pytest.approx(600)  # 1,600 less 1,000
    cost, asks = swings[f"{CHANNEL}.unit_cost"], swings[f"{CHANNEL}.funnel.visit_to_lead"]
    # 1,250 and 800 visits: 2,000 and 1,280; 1,280 and 1,920
    assert (cost.low_change, cost.high_change) == pytest.approx((400, -320))
    assert (asks.low_change, asks.high_change) == pytest.approx((-320, 320))
    assert run.result.ranking[0] == cost.id
    assert f"{CHANNEL}.anyway" not in swings


def test_an_end_left_empty_lies_a_quarter_off():
    run = only(plan_of(*advertising()), "tornado", CHANNEL)
    asks = next(one for one in run.given.inputs if one.id == "visit_to_lead")
    assert (asks.low, asks.high) == pytest.approx((0.075, 0.125))


@pytest.mark.parametrize("spread", ["triangular", "beta-pert"])
def test_moments_of_a_product_are_those_of_the_simulation(spread):
    plan = ranged(
        ("promotion.forecast.simulation.distribution", spread),
        ("promotion.forecast.simulation.draws", 200000),
    )
    found = analysed(plan).reckoned[0]
    exact = moments(sales(plan, found), spread)
    result = only(plan, "monte-carlo", CHANNEL).result
    assert exact == pytest.approx((result.exact_mean, result.exact_sd))
    assert exact[0] == pytest.approx(result.mean, rel=0.01)


def test_all_channels_are_the_sum_of_each():
    from planner.analysis.feeding import Run

    run = analysed(ranged()).simulated
    assert isinstance(run, Run)
    alone = only(ranged(), "monte-carlo", CHANNEL).result
    # contribution is .4 of sales; cost is the plan's 1,000 and a tenth kept for surprises
    assert run.result.exact_mean == pytest.approx(0.4 * alone.exact_mean)
    assert run.result.exact_sd == pytest.approx(0.4 * alone.exact_sd)
    assert run.given.spend == pytest.approx(1100)


def test_the_odds_of_a_target_are_against_the_gap():
    kpi, at = "promotion.kpis[won]", "promotion.forecast.simulation"
    plan = ranged(
        (kpi, {"name": "Won", "baseline": 10, "target": 13, "phasing": "even"}),
        (f"{at}.goal", "won"),
        (f"{at}.seed", 7),
        ("promotion.forecast.overlap", 0.1),
    )
    run = only(plan, "monte-carlo", kpi)
    assert run.given.goal == pytest.approx(36)  # 12 x 13 less 12 x 10
    assert run.given.seed == 7
    # 40 customers, one in ten counted twice: the goal is the middle
    assert run.result.p_goal == pytest.approx(0.5, abs=0.05)


def test_the_market_hangs_on_its_factors():
    size = "market.sizes[main]"
    plan = plan_of(
        (size, {"name": "main"}),
        (f"{size}.top_down[people]", {"name": "People", "value": 1000, "low": 800, "high": 1300}),
        (f"{size}.top_down[price]", {"name": "Price", "value": 40}),
    )
    swing = only(plan, "tornado", size).result.inputs[0]
    assert (swing.low_change, swing.high_change) == pytest.approx((-8000, 12000))


def test_placements_by_points_and_by_reach():
    spot, screen = "promotion.placements[spot]", "promotion.placements[screen]"
    campaign = "promotion.campaigns[spring]"
    plan = plan_of(
        (campaign, {"name": "Spring"}),
        (spot, {"name": "Spot", "campaign": "spring", "universe": 1000, "rating_points": 10}),
        (f"{spot}.insertions", 2),
        (f"{spot}.cost_per_insertion", "50"),
        (screen, {"name": "Screen", "campaign": "spring", "universe": 1000}),
        (f"{screen}.reach", 0.4),
        (f"{screen}.frequency", 2),
        (f"{screen}.cost_per_insertion", "80"),
    )
    points = only(plan, "media-grp", spot).result
    assert (points.grp, points.cost, points.cpp) == pytest.approx((20, 100, 5))
    assert only(plan, "insertion-frequency").result.reach_at_least == pytest.approx((0.19, 0.01))
    seen = only(plan, "reach-frequency", screen).result
    assert (seen.grp, seen.cpm) == pytest.approx((80, 100))
    # 1 - .81 x .6
    assert only(plan, "net-reach", campaign).result.net_reach == pytest.approx(0.514)


def held_out():
    """METHODS 5.3: 10,000 against 10,000, 300 against 200 buyers, 60 at 50 %, 2,000."""
    test = "promotion.experiments[out]"
    return plan_of(
        ("business.baseline.gross_margin", 0.5),
        ("business.baseline.revenue", "6000"),
        ("business.baseline.customers", 100),
        (test, {"name": "Out", "kind": "control group", "cost": "2000"}),
        (f"{test}.results[test].people", 10000),
        (f"{test}.results[test].buyers", 300),
        (f"{test}.results[control].people", 10000),
        (f"{test}.results[control].buyers", 200),
    )


def test_a_group_that_was_left_out():
    result = only(held_out(), "holdout-lift").result
    assert result.incremental_buyers == pytest.approx(100)
    assert result.romi == pytest.approx(0.5)


def test_two_versions_have_no_group_left_out():
    assert lacking(sample(), "holdout-lift")[0] == "promotion.experiments[*].results[*].people"


def test_a_study_asks_the_group_of_its_people():
    study = "audience.studies[talks]"
    plan = plan_of(
        ("segments.items[desk]", {"name": "Desk", "size": 1000}),
        ("audience.personas[ana]", {"name": "Ana", "segment": "desk"}),
        (study, {"name": "Talks", "wanted_margin": 0.05}),
        (f"{study}.samples[ana].invited", 40),
    )
    # METHODS 7.3: Krejcie & Morgan's 278 of 1,000
    assert only(plan, "survey-sample-size").result.n == 278


def tasks(*more):
    names = {"a": (3, ()), "b": (5, ("a",)), "c": (2, ("a",)), "d": (4, ("b", "c"))}
    answers = []
    for name, (days, after) in names.items():
        at = f"promotion.tasks[{name}]"
        answers += [(at, {"name": name, "days": days})]
        answers += [(f"{at}.after", list(after))] if after else []
    return plan_of(*answers, *more)


def test_the_longest_chain_and_its_days():
    plan = tasks(("promotion.tasks[a].start", "2027-03-01"))
    run = only(plan, "critical-path")
    assert run.result.duration == 12
    assert chain(run) == ("a", "b", "d")
    days = only(plan, "working-days").result.tasks
    # Monday 1 March + 3, 5 and 4 working days
    assert [d.end for d in days] == [date(2027, 3, 3), date(2027, 3, 10), date(2027, 3, 16)]


def test_closures_and_holidays_are_no_working_days():
    closed = "promotion.calendar.closures[leave]"
    plan = tasks(
        ("promotion.tasks[a].start", "2027-03-01"),
        (closed, {"name": "Leave", "start": "2027-03-02", "end": "2027-03-03"}),
        ("promotion.calendar.holidays", ["2027-03-04"]),
        ("promotion.calendar.weekend", ["Sun"]),
    )
    assert only(plan, "working-days").result.tasks[0].end == date(2027, 3, 6)  # Mon, Fri, Sat


def test_a_task_between_its_shortest_and_longest():
    plan = tasks(("promotion.tasks[b].days_low", 4), ("promotion.tasks[b].days_high", 18))
    # (4 + 4 x 5 + 18) / 6 = 7
    assert only(plan, "critical-path").result.duration == pytest.approx(14)
    # METHODS 5.11: 8, 10 and 18 days are taken for 11, between the 3 before and the 4 after
    usual = {"days_low": 8, "days": 10, "days_high": 18}
    plan = tasks(*((f"promotion.tasks[b].{name}", days) for name, days in usual.items()))
    assert only(plan, "critical-path").result.duration == pytest.approx(3 + 11 + 4)


def test_a_circle_of_tasks_and_a_week_without_work_are_no_crash():
    plan = tasks(("promotion.tasks[a].after", ["d"]))
    assert lacking(plan, "critical-path") == ("promotion.tasks[*].after",)
    week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    plan = tasks(("promotion.calendar.weekend", week))
    assert lacking(plan, "working-days") == ("promotion.calendar.weekend",)


def test_a_dropped_task_sets_no_end():
    assert (
        only(tasks(("promotion.tasks[d].status", "dropped")), "critical-path").result.duration == 8
    )
