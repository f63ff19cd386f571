"""Cards in lanes: who stands where, what is marked, what is said of gaps."""

from dataclasses import replace
from datetime import date

import pytest

from planner import paths
from planner.blocks import plain
from planner.exhibits.all import EXHIBITS
from tests.exhibits.setting import drawn, ground_of, planned


def plan_with(**answers):
    return planned({path.replace("__", "."): value for path, value in answers.items()})


def lane_of(chart, label):
    card = next(point for point in chart.points if point.label == label)
    return chart.categories[int(card.x)]


def card(chart, label):
    return next(point for point in chart.points if point.label == label)


@pytest.fixture
def positioned():
    return plan_with(
        segments__items=[{"name": "Desk"}, {"name": "Sport"}],
        positioning__swot=[
            {"kind": "strength", "statement": "Fast", "importance": 3, "segment": "desk"},
            {"kind": "threat", "statement": "App", "importance": 5, "segment": "sport",
             "sources": ["segments.items[sport].name"]},
            {"kind": "strength", "statement": "Known", "importance": 4},
        ],
        positioning__strategies=[{"name": "Promise", "swot_items": ["fast"]}],
    )  # fmt: skip


def test_each_line_stands_in_the_lane_of_its_kind_the_heaviest_first(positioned):
    chart = drawn(positioned, "swot-cards")
    assert chart.categories == ("Strengths", "Weaknesses", "Opportunities", "Threats")
    assert lane_of(chart, "App") == "Threats"
    strengths = [p.label for p in chart.points if p.x == 0]
    assert strengths == ["Known", "Fast"]


def test_a_line_that_a_strategy_uses_is_marked_and_leads_to_where_it_comes_from(positioned):
    chart = drawn(positioned, "swot-cards")
    assert [card(chart, name).own for name in ("Fast", "Known")] == [True, False]
    assert card(chart, "App").sources[1:] == ("segments.items[sport].name",)
    assert "Sport" in card(chart, "App").note


def test_the_swot_of_one_group_has_its_lines_alone(positioned):
    ground = ground_of(positioned, "segments.items[sport]")
    assert [p.label for p in EXHIBITS["swot-cards"](ground).points] == ["App"]


def test_groups_stand_by_their_decision_and_refusals_beside_them():
    plan = plan_with(
        segments__items=[
            {"name": "Desk", "decision": "target"},
            {"name": "Deal hunters", "decision": "not our customer"},
            {"name": "Undecided"},
        ],
        segments__exclusions=[
            {"name": "Far away", "rule": "Over 10 km", "script": "Ana visits homes",
             "review_date": "2027-09-30"},
        ],
    )  # fmt: skip
    chart = drawn(plan, "group-cards")
    assert lane_of(chart, "Desk") == "We go after them"
    assert lane_of(chart, "Deal hunters") == "We turn them away"
    note = card(chart, "Far away").note.split("\n")
    assert note[:2] == ["Over 10 km", "Ana visits homes"]
    assert "2027" in note[2]
    assert all(point.label != "Undecided" for point in chart.points)


def test_a_portrait_of_whom_nobody_was_asked_says_so():
    plan = plan_with(
        segments__items=[{"name": "Desk"}],
        audience__personas=[
            {"name": "Ann", "segment": "desk", "people_heard": 4},
            {"name": "Bob"},
        ],
    )
    chart = drawn(plan, "portrait-cards")
    assert (lane_of(chart, "Ann"), lane_of(chart, "Bob")) == ("Desk", "No group yet")
    assert "guess" in card(chart, "Bob").note
    assert "guess" not in card(chart, "Ann").note


def test_the_journey_counts_its_gaps():
    plan = plan_with(
        audience__personas=[{"name": "Ann"}, {"name": "Bob"}],
        audience__journey=[{"name": "aware"}, {"name": "buy"}],
    )
    for name, value in (("question", "Is it serious?"), ("touchpoint", "map")):
        plan = paths.put(plan, f"audience.journey[aware].cells[ann].{name}", value)
    plan = paths.put(plan, "audience.journey[buy].cells[bob].question", "How much?")
    chart = drawn(plan, "journey-cards")
    # Ann at buy, Bob at aware, and Bob at buy, where nobody meets him.
    assert plain(chart.caption).startswith("3 ")
    assert sum(point.muted for point in chart.points) == 3
    alone = EXHIBITS["journey-cards"](ground_of(plan, "audience.personas[ann]"))
    assert plain(alone.caption).startswith("1 ")


def test_a_pillar_without_proof_is_called_an_adjective():
    plan = plan_with(
        positioning__proofs=[{"statement": "94 % in 48 h"}],
        positioning__messages=[{"name": "Monday", "roof": "Back on Monday"}],
    )
    pillars = [{"statement": "Fast", "proofs": ["94-in-48-h"]}, {"statement": "Nice"}]
    plan = paths.put(plan, "positioning.messages[monday].pillars", pillars)
    chart = drawn(plan, "message-cards")
    assert [point.label for point in chart.points] == ["Back on Monday", "Fast", "Nice"]
    assert "94" in card(chart, "Fast").note
    assert card(chart, "Nice").muted


def test_a_rival_who_says_the_same_is_counted():
    plan = plan_with(
        competitors__items=[{"name": "Acme", "claim": "Fast"}, {"name": "Bert", "claim": "Cheap"}],
        positioning__usp__statement="Fastest",
    )
    chart = drawn(plan, "claim-cards")
    assert lane_of(chart, "Acme") == "Not compared yet"
    verdict = "positioning.usp.comparisons[acme].verdict"
    chart = drawn(paths.put(plan, verdict, "says the same"), "claim-cards")
    assert lane_of(chart, "Acme") == "Says the same"
    assert plain(chart.caption).startswith("1 rival")


@pytest.mark.parametrize(
    ("today", "lane"),
    [
        (date(2027, 1, 31), "Within a week"),  # 31 days after 1 January: due on 1 February
        (date(2027, 2, 1), "Within a week"),
        (date(2027, 2, 2), "Overdue"),
        (date(2027, 1, 25), "Within a week"),
        (date(2027, 1, 24), "Within a month"),
    ],
)
def test_a_look_is_due_after_its_rhythm(today, lane):
    plan = plan_with(competitors__items=[{"name": "Acme"}, {"name": "Bert"}])
    watch = "competitors.items[acme].watch"
    plan = paths.put(plan, f"{watch}.cadence", "monthly")
    plan = paths.put(plan, f"{watch}.observations", [{"date": "2027-01-01", "what": "Nothing"}])
    ground = replace(ground_of(plan), today=today)
    chart = EXHIBITS["watch-cards"](ground)
    assert lane_of(chart, "Acme") == lane
    assert [point.label for point in chart.points] == ["Acme"]


def test_a_rival_that_was_never_looked_at_is_overdue():
    plan = plan_with(competitors__items=[{"name": "Acme"}])
    plan = paths.put(plan, "competitors.items[acme].watch.cadence", "weekly")
    assert lane_of(drawn(plan, "watch-cards"), "Acme") == "Overdue"


def test_decisions_say_what_they_cost_and_when():
    plan = plan_with(
        technology__items=[
            {"name": "Booking", "decision": "do it now", "adoption_cost": "1200",
             "deadline": "2027-02-28"},
            {"name": "Voice", "decision": "decline"},
        ],
    )  # fmt: skip
    chart = drawn(plan, "decision-cards")
    note = card(chart, "Booking").note
    assert "1,200" in note
    assert "2027" in note
    assert card(chart, "Voice").muted
