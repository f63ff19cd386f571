"""What a change of the period does to months and dates."""

from datetime import date

from planner import paths, rebasing
from tests.plans import sample


def test_moving_a_year_moves_dates_and_months_of_the_plan():
    plan = paths.put(sample(), "promotion.channels[search-ads].months", None)
    plan = paths.put(plan, "promotion.channels[search-ads].months[2027-03].budget", "520")
    plan = paths.put(plan, "promotion.channels[email].months[2027-12].budget", "10")
    moved = rebasing.moved_period(plan, ("2028-01", "2028-12"))
    assert moved.meta.period == ("2028-01", "2028-12")
    assert moved.business.goals[0].date == date(2028, 12, 31)
    assert [m.id for m in paths.get(moved, "promotion.channels[search-ads].months")] == ["2028-03"]
    assert paths.get(moved, "promotion.campaigns[neck-free].start") == date(2028, 3, 1)
    assert paths.dangling(moved) == ()


def test_facts_of_another_time_stay():
    plan = sample()
    moved = rebasing.moved_period(plan, ("2028-01", "2028-12"))
    assert moved.evidence.items == plan.evidence.items
    assert moved.business.baseline == plan.business.baseline
    assert moved.meta.decision.decide_by == plan.meta.decision.decide_by


def test_a_day_that_the_month_lacks_becomes_its_last():
    plan = paths.put(sample(), "business.goals[revenue-2027].date", "2027-01-31")
    moved = rebasing.moved_period(plan, ("2027-02", "2028-01"))
    assert moved.business.goals[0].date == date(2027, 2, 28)


def test_a_longer_period_from_the_same_month_moves_nothing():
    plan = sample()
    longer = rebasing.moved_period(plan, ("2027-01", "2028-06"))
    assert longer.business.goals == plan.business.goals
    assert rebasing.affected(plan, ("2027-01", "2028-06")) == 0
    assert rebasing.affected(plan, ("2028-01", "2028-12")) > 10
