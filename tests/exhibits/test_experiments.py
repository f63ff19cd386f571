"""Tests and surveys, beside published sizes and hand calculations."""

import pytest

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import column, planned, says, shows

TEST = "promotion.experiments[price]"
VOICES = ("promoters", "passives", "detractors")


@pytest.fixture
def priced():
    return planned(
        {
            "meta.period": ["2027-01", "2027-12"],
            TEST: {"name": "Price on the page"},
            f"{TEST}.baseline_rate": 0.06,
            f"{TEST}.relative_effect": 0.3,
            f"{TEST}.daily_visitors": 30,
        }
    )


def test_people_and_days(priced):
    # R: power.prop.test(p1 = .06, p2 = .078, power = .8) gives n = 3111.9; 2 x 3,112 / 30 = 207.5
    table = shows(priced, "experiment-sizes")
    assert column(table, "People a version") == ["3,112"]
    assert column(table, "Days") == ["208"]
    assert says(priced, "experiments") == "“Price on the page” shows its answer after 208 days."


def test_a_test_that_outlasts_the_period_is_called_by_its_name(priced):
    late = paths.put(priced, f"{TEST}.start", "2027-09-01")
    # 1 September to 31 December are 122 days
    assert "can prove nothing" in says(late, "experiments")
    in_time = paths.put(priced, f"{TEST}.start", "2027-06-07")  # 208 days with 31 December
    assert "shows its answer" in says(in_time, "experiments")


def results(control, test):
    (people, buyers), (more, bought) = control, test
    return planned(
        {
            TEST: {"name": "Price"},
            f"{TEST}.results[control].people": people,
            f"{TEST}.results[control].buyers": buyers,
            f"{TEST}.results[test].people": more,
            f"{TEST}.results[test].buyers": bought,
        }
    )


def test_a_difference_with_its_room_for_chance():
    # Newcombe 1998, table II, example (a): 56/70 and 48/80, method 10: 0.0524 to 0.3339
    (said,) = shows(results((80, 48), (70, 56)), "experiment-results").items
    assert plain(said) == (
        "Price: 80%, against 60% in the control group. The difference, 5.2% to 33.4%, is"
        " more than chance."
    )


def test_harm_and_chance_are_told_apart():
    (harm,) = shows(results((70, 56), (80, 48)), "experiment-results").items
    assert "the change does harm" in plain(harm)
    (chance,) = shows(results((100, 10), (100, 12)), "experiment-results").items
    assert "may be chance" in plain(chance)


def test_a_group_alone_is_reported_and_not_judged():
    plan = planned(
        {
            TEST: {"name": "Price"},
            f"{TEST}.results[control].people": 610,
            f"{TEST}.results[control].buyers": 37,
        }
    )
    (said,) = shows(plan, "experiment-results").items
    assert plain(said) == "Price: of 610 people 37 bought."


def test_surveys():
    at = "promotion.measurement.surveys[known]"
    plan = planned(
        {
            at: {"name": "Known"},
            f"{at}.error": 0.05,
            f"{at}.population": 42000,
            f"{at}.response_rate": 0.12,
            f"{at}.answers.asked": 212,
            f"{at}.answers.yes": 19,
            f"{at}.answers.promoters": 60,
            f"{at}.answers.passives": 25,
            f"{at}.answers.detractors": 15,
        }
    )
    # n0 = 1.96^2 x .25 / .05^2 = 384.1; / (1 + 383.1 / 42000) = 380.7, 381 answers; / .12 = 3,175
    assert column(shows(plan, "surveys"), "To invite") == ["3,175"]
    share, score = (plain(item) for item in shows(plan, "survey-results").items)
    assert share.startswith("Known: 19 of 212 said yes, 9%")
    # (60 - 15) / 100; sqrt(.75 - .45^2) = .73993, x 1.95996 / 10 = 14.502 points
    assert score.endswith("45 points, give or take 15.")
    nobody = planned({at: {"name": "Known"}, **{f"{at}.answers.{who}": 0 for who in VOICES}})
    assert shows(nobody, "survey-results") is None


def test_nothing_is_said_of_tests_that_are_only_named():
    plan = planned({TEST: {"name": "Price"}})
    assert says(plan, "experiments") == ""
    assert shows(plan, "experiment-sizes") is None


def test_the_longest_of_several_tests_is_named(priced):
    short = "promotion.experiments[button]"
    plan = paths.put(priced, short, {"name": "Button", "baseline_rate": 0.3})
    plan = paths.put(plan, f"{short}.relative_effect", 0.5)
    plan = paths.put(plan, f"{short}.daily_visitors", 1000)
    assert says(plan, "experiments") == "The longest test, “Price on the page”, takes 208 days."


def test_belief_rule_and_lesson():
    plan = planned(
        {
            TEST: {"name": "Price", "hypothesis": "More bookings.", "decision_rule": "All pages"},
            f"{TEST}.learned": "Half of it",
        }
    )
    (said,) = shows(plan, "experiment-rules").items
    assert plain(said) == (
        "Price – We believe: More bookings. What we do with the result: All pages. What we"
        " learned: Half of it."
    )
