"""The calendar of all that has dates: where tasks lie, what waits for what, what sets the end."""

from datetime import date

import pytest

from planner import paths
from planner.analysis.feeding.timeline import stretches
from planner.drawing import sketch
from planner.drawing.shapes import Stroke
from tests.exhibits.setting import drawn, planned, says, shows
from tests.plans import sample

MON, FRI = date(2027, 1, 4), date(2027, 1, 8)
"""A Monday and the Friday after it."""


def tasks(*given, **more):
    """Tasks by their facts, each called a, b, c in turn."""
    named = zip("abc", given, strict=False)
    return planned(
        {f"promotion.tasks[{n}]": {"name": n.upper()} | task for n, task in named} | more
    )


@pytest.mark.parametrize(
    ("task", "lies"),
    [
        ({"start": MON, "due": FRI}, (MON, FRI)),
        # Five working days from a Monday on end on the Friday, six on the Monday after.
        ({"start": MON, "days": 5}, (MON, FRI)),
        ({"start": MON, "days": 6}, (MON, date(2027, 1, 11))),
        ({"due": FRI, "days": 5}, (MON, FRI)),
        ({"due": date(2027, 1, 11), "days": 2}, (FRI, date(2027, 1, 11))),
        ({"due": FRI}, (FRI, FRI)),
        ({"due": FRI, "days": 0}, (FRI, FRI)),
        ({"start": FRI, "due": MON}, (MON, MON)),
    ],
)
def test_where_a_task_lies_by_what_is_given(task, lies):
    found = stretches(tasks(task))["a"]
    assert (found.start, found.end) == lies


def test_a_start_that_is_not_given_follows_what_must_be_ready_first():
    # A is done on Friday, so B begins on Monday; a milestone stands where A ends.
    plan = tasks(
        {"start": MON, "due": FRI},
        {"days": 3, "after": ["a"]},
        {"days": 0, "after": ["a"]},
    )
    found = stretches(plan)
    assert (found["b"].start, found["b"].end) == (date(2027, 1, 11), date(2027, 1, 13))
    assert (found["c"].start, found["c"].end) == (FRI, FRI)


def test_days_off_are_skipped():
    holiday = tasks({"start": MON, "days": 5}, **{"promotion.calendar.holidays": [MON]})
    assert stretches(holiday)["a"].end == date(2027, 1, 11)
    never = tasks(
        {"start": MON, "days": 5},
        **{"promotion.calendar.weekend": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]},
    )
    assert stretches(never)["a"].end == MON


def test_tasks_that_wait_for_each_other_have_no_day_by_that():
    circle = tasks({"days": 3}, {"days": 3, "after": ["a"]}, {"due": FRI})
    circle = paths.put(circle, "promotion.tasks[a].after", ["b"])
    assert set(stretches(circle)) == {"c"}


def test_every_task_and_campaign_with_dates_is_there():
    plan, chart = sample(), drawn(sample(), "schedule")
    bars = {bar.label: bar for bar in chart.bars}
    for campaign in plan.promotion.campaigns:
        bar = bars[campaign.name]
        assert (bar.start, bar.end) == (campaign.start.toordinal(), campaign.end.toordinal())
    for task in plan.promotion.tasks:
        assert bars[task.name].end == task.due.toordinal()
    assert len(bars) == len(plan.promotion.campaigns) + len(plan.promotion.tasks)


def test_the_longest_chain_is_ours_and_others_have_room():
    # A takes five days and B three, then comes C: the chain is A, C; B may last till C begins.
    chart = drawn(
        tasks(
            {"start": MON, "due": FRI, "days": 5},
            {"start": MON, "due": date(2027, 1, 6), "days": 3},
            {"start": date(2027, 1, 11), "due": date(2027, 1, 12), "days": 2, "after": ["a", "b"]},
        ),
        "schedule",
    )
    bars = {bar.label: (at, bar) for at, bar in enumerate(chart.bars)}
    assert {name for name, (_, bar) in bars.items() if bar.own} == {"A", "C"}
    assert sorted(bars["C"][1].after) == sorted((bars["A"][0], bars["B"][0]))
    assert bars["B"][1].until == date(2027, 1, 10).toordinal()
    assert bars["C"][1].until == 0
    assert chart.subtitle == ("In colour: the longest chain; thin bars: how much later it may end")


def test_a_line_leads_from_each_end_to_the_start_that_waits_for_it():
    chart = drawn(
        tasks({"start": MON, "due": FRI}, {"start": date(2027, 1, 18), "days": 2, "after": ["a"]}),
        "schedule",
    )
    drawing = sketch(chart, language="en", accent="#0B5FA5", width_mm=160)
    first, second = drawing.touches
    turned = [s for s in drawing.shapes if isinstance(s, Stroke) and len(s.points) > 2]
    assert len(turned) == 1
    start, *_, end = turned[0].points
    assert start[0] == pytest.approx(first.middle[0] + first.half, abs=1)
    assert end[0] == pytest.approx(second.middle[0] - second.half, abs=1.5)
    assert end[1] == pytest.approx(second.middle[1])


def test_who_begins_too_early_is_named():
    plan = tasks(
        {"name": "Site", "start": MON, "due": FRI}, {"start": MON, "days": 2, "after": ["a"]}
    )
    assert says(plan, "schedule-early") == (
        "“B” begins on 4 Jan 2027, but “Site” lasts until 8 Jan 2027."
    )
    assert says(sample(), "schedule-early") == ""


def test_nothing_is_drawn_without_dates():
    assert shows(tasks({}), "schedule") is None
