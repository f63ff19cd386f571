"""Hours against people."""

from planner import paths
from tests.checks.test_rules import found
from tests.exhibits.setting import planned

SITE = {"name": "Site", "owner": "io", "hours": 60, "start": "2027-03-17", "due": "2027-04-15"}


def working(hours, depth="standard"):
    return planned(
        {"promotion.people[io]": {"name": "Ioana", "hours": hours}, "promotion.tasks[site]": SITE},
        depth=depth,
    )


def test_a_month_with_more_work_than_hours():
    # 30 days of 2 hours: 15 days in March, 15 in April
    assert "hours-over-people" in found(working(29))
    assert "hours-over-people" not in found(working(30))


def test_the_month_s_own_hours_count():
    plan = paths.put(working(30), "promotion.people[io].months[2027-04].hours", 10)
    assert "hours-over-people" in found(plan)


def test_a_depth_that_does_not_ask_for_hours_is_not_blamed():
    assert "hours-over-people" not in found(working(1, depth="essential"))
