"""Examples: METHODS 5.11 and the pages of CALC."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import InvalidInput, compute
from tests.analysis.asking import near, of, refused


def path(**tasks):
    data = [
        {"id": name, "duration": duration, "after": list(after)}
        for name, (duration, after) in tasks.items()
    ]
    return {"tasks": data}


SIX = path(A=(3, ""), B=(5, "A"), C=(2, "A"), D=(4, "BC"), E=(6, "C"), F=(1, "DE"))


def test_six_tasks_of_the_pages():
    result = compute("critical-path", SIX)
    assert result["duration"] == 13
    assert of(result, "tasks", "early_start") == [0, 3, 3, 8, 5, 12]
    assert of(result, "tasks", "total_float") == [0, 0, 1, 0, 1, 0]
    assert result["critical"] == ["A", "B", "D", "F"]
    # C may end at 5 and E begins at 5; E may end at 11 and F begins at 12
    assert of(result, "tasks", "free_float") == [0, 0, 0, 0, 1, 0]
    assert of(result, "tasks", "late_finish") == [3, 8, 6, 12, 12, 13]


def test_four_tasks_of_the_pages():
    result = compute("critical-path", path(A=(3, ""), B=(5, "A"), C=(2, "A"), D=(4, "BC")))
    assert result["duration"] == 12
    assert result["tasks"][0] == {
        "id": "A",
        "early_start": 0,
        "early_finish": 3,
        "late_start": 0,
        "late_finish": 3,
        "total_float": 0,
        "free_float": 0,
        "critical": True,
    }
    assert result["critical"] == ["A", "B", "D"]


def test_several_paths_and_milestones():
    result = compute(
        "critical-path", path(A=(0, ""), B=(2, "A"), C=(2, "A"), D=(0, "BC"), E=(1, ""))
    )
    assert result["critical"] == ["A", "B", "C", "D"]
    assert result["tasks"][4]["free_float"] == 1


def test_float_noise_is_no_float():
    result = compute("critical-path", path(A=(0.1, ""), B=(0.2, "A"), C=(0.3, ""), D=(1, "BC")))
    assert result["critical"] == ["A", "B", "C", "D"]


def test_a_circle_names_its_tasks():
    with pytest.raises(InvalidInput) as caught:
        compute("critical-path", path(A=(1, ""), B=(1, "AD"), C=(1, "B"), D=(1, "C"), E=(1, "D")))
    assert caught.value.field in ("tasks[1].after", "tasks[2].after", "tasks[3].after")
    named = caught.value.message.split(": ")[1].rstrip(".").split(" → ")
    assert set(named) == {"B", "C", "D"}
    assert refused("critical-path", path(A=(1, "A"))) == "tasks[0].after"
    assert refused("critical-path", path(A=(1, "X"))) == "tasks[0].after[0]"


@settings(deadline=None)
@given(st.permutations(SIX["tasks"]))
def test_tasks_in_any_order(tasks):
    plain = {task["id"]: task for task in compute("critical-path", SIX)["tasks"]}
    assert all(
        task == plain[task["id"]] for task in compute("critical-path", {"tasks": tasks})["tasks"]
    )


def test_a_long_chain():
    tasks = [{"id": str(i), "duration": 1, "after": [str(i - 1)] if i else []} for i in range(5000)]
    assert compute("critical-path", {"tasks": tasks[::-1]})["duration"] == near(5000)


def days(start, *durations, **more):
    data = {"start": start, "durations": list(durations), **more}
    return [(t["start"], t["end"]) for t in compute("working-days", data)["tasks"]]


def test_over_a_weekend():
    # 5 March 2027 is a Friday
    assert days("2027-03-05", 2, 1) == [("2027-03-05", "2027-03-08"), ("2027-03-09", "2027-03-09")]


def test_a_start_on_a_weekend_and_a_holiday():
    found = days("2027-03-06", 1, 5, holidays=["2027-03-08"])
    assert found == [("2027-03-09", "2027-03-09"), ("2027-03-10", "2027-03-16")]


def test_other_weekends():
    assert days("2027-03-05", 2, weekend=["Fri", "Sat"]) == [("2027-03-07", "2027-03-08")]
    assert days("2027-03-05", 3, weekend=[]) == [("2027-03-05", "2027-03-07")]


def test_calendars_refuse():
    def field(**changed):
        return refused("working-days", {"start": "2027-03-05", "durations": [1], **changed})

    assert field(start="2027-02-30") == "start"
    assert field(start="20270305") == "start"
    assert field(durations=[0]) == "durations[0]"
    assert field(holidays=["soon"]) == "holidays[0]"
    assert field(weekend=["Sat", "Caturday"]) == "weekend[1]"
    week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert field(weekend=week) == "weekend"
    assert field(start="9999-12-30", durations=[99]) == "start"


@settings(deadline=None)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.integers(1, 60))
def test_a_task_has_as_many_working_days_as_it_takes(start, duration):
    first, last = (dt.date.fromisoformat(day) for day in days(start.isoformat(), duration)[0])
    between = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    assert sum(day.weekday() < 5 for day in between) == duration
