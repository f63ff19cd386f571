"""Hours against work, parts taken, days off."""

import pytest

from planner import paths
from tests.exhibits.setting import column, grid, planned, says, shows


def team(hours=20.0, **task):
    given = {"name": "Site", "owner": "io", "hours": 60, "start": "2027-03-17", "due": "2027-04-15"}
    return planned(
        {
            "promotion.people[io]": {"name": "Ioana", "hours": hours},
            "promotion.people[ap]": {"name": "Ana"},
            "promotion.tasks[site]": given | task,
        }
    )


def test_hours_are_spread_over_the_days():
    # 17 March to 15 April are 30 days of 2 hours: 15 in March, 15 in April
    assert column(shows(team(), "capacity"), "Fullest month") == ["30 in March 2027"]
    assert column(shows(team(), "capacity"), "Open tasks take") == ["60"]


def test_who_has_more_work_than_hours():
    assert says(team(), "capacity-people") == (
        "The hours do not fit: in March 2027 the tasks of Ioana take 30 hours, and there are 20."
    )
    assert says(team(hours=30), "capacity-people") == "The hours fit the people in every month."
    extra = paths.put(team(hours=30), "promotion.people[io].months[2027-04].hours", 10)
    assert "in April 2027 the tasks of Ioana take 30 hours, and there are 10" in says(
        extra, "capacity-people"
    )


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_work_that_is_over_takes_no_hours(state):
    assert says(team(status=state), "capacity-people") == ""


def test_nothing_is_judged_where_no_hours_are_known():
    assert says(team(hours=None), "capacity-people") == ""


def test_what_comes_first_is_still_to_be_done():
    assert says(team(), "organisation") == "First on the list, by 15 Apr 2027: Site."
    done = paths.put(
        team(),
        "promotion.tasks[plan]",
        {"name": "Plan", "due": "2027-03-01", "status": "done"},
    )
    assert says(done, "organisation") == "Next on the list, by 15 Apr 2027: Site."
    assert says(team(status="dropped"), "organisation") == ""


def test_parts_taken_in_a_task():
    plan = paths.put(team(), "promotion.tasks[site].raci[ap].part", "consulted")
    assert grid(shows(plan, "raci")) == [
        ["Work", "Ioana", "Ana"],
        ["Site", "answers", "is asked"],
    ]
    assert shows(team(), "raci") is None


def test_days_off():
    plan = planned(
        {
            "promotion.calendar.weekend": ["Sat", "Sun"],
            "promotion.calendar.holidays": ["2027-05-03"],
        }
    )
    assert says(plan, "days-off") == (
        "Nobody works on Saturday and Sunday, nor on these holidays: 3 May 2027."
    )
    assert says(paths.put(plan, "meta.depth", "standard"), "days-off") == ""


def test_contracts_stand_with_their_contractor():
    at = "promotion.contractors[cw]"
    plan = planned(
        {
            at: {"name": "Clickwise"},
            f"{at}.contracts[c14]": {"name": "14/2026", "value": "3000", "accounts": "ours"},
            f"{at}.offers[nord]": {"name": "Nord", "price": "320"},
        }
    )
    assert grid(shows(plan, "contracts"))[1] == ["Clickwise", "14/2026", "3,000", "ours"]
    assert grid(shows(plan, "offers"))[1] == ["Clickwise", "Nord", "320"]


def test_where_a_task_stands():
    done = team(status="done", finished="2027-04-10", days_low=4, days_high=9)
    assert column(shows(done, "task-details"), "State") == ["done"]
    assert column(shows(done, "task-details"), "Done on") == ["10 Apr 2027"]
    assert column(shows(done, "task-details"), "At least, at most") == ["4 to 9"]
    standard = paths.put(done, "meta.depth", "standard")
    assert "Done on" not in grid(shows(standard, "task-details"))[0]
    milestone = team(status="to do", days=0, days_low=0, days_high=0)
    assert "At least, at most" not in grid(shows(milestone, "task-details"))[0]
    assert column(shows(team(status="to do"), "task-details"), "State") == ["to do"]
