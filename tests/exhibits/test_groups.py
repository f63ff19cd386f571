"""The groups in detail, on figures reckoned by hand."""

import planner
from planner import paths
from tests.exhibits.setting import planned, rows, says

DESK = "segments.items[desk]"


def test_the_reachable_part_is_printed_as_a_number():
    plan = planned({DESK: {"name": "Desk"}, f"{DESK}.size": 38000, f"{DESK}.reachable_share": 0.6})
    assert rows(plan, "group-prospects") == [
        ["Group", "Reachable share", "Reachable"],
        ["Desk", "60%", "22,800"],
    ]


def test_busy_months_are_said_by_name():
    plan = planned({DESK: {"name": "Desk"}, f"{DESK}.peak_months": [1, 2, 10]})
    assert rows(plan, "recognised")[1] == ["Desk", "Jan, Feb and Oct"]


def test_criteria_stand_against_groups():
    plan = planned(
        {
            DESK: {"name": "Desk"},
            "segments.criteria[reach]": {"name": "Ease of reaching"},
            "segments.criteria[reach].kind": "attractiveness",
            "segments.criteria[reach].weight": 25,
            f"{DESK}.ratings[reach].score": 4,
        }
    )
    assert rows(plan, "criteria") == [
        ["Judged by", "As", "Weight", "Desk 1–5"],
        ["Ease of reaching", "attractiveness", "25", "4"],
    ]


def test_a_limit_is_said_in_words():
    refused = "segments.exclusions[far]"
    plan = planned(
        {
            refused: {"name": "Home visits"},
            f"{refused}.measure": "distance",
            f"{refused}.comparison": "above",
            f"{refused}.threshold": 10,
            f"{refused}.unit": "km",
        }
    )
    assert rows(plan, "refusal-rules")[1] == ["Home visits", "distance above 10 km"]


def test_what_shuts_the_refused_out_says_of_which_sort_it_is():
    refused = "segments.exclusions[far]"
    plan = planned(
        {
            refused: {"name": "Home visits"},
            f"{refused}.negative_keywords": ["la domiciliu", "gratis"],
            f"{refused}.areas": ["Turda"],
        }
    )
    assert rows(plan, "refusal-rules")[1] == [
        "Home visits", "words: la domiciliu and gratis; areas: Turda",
    ]  # fmt: skip


def test_weights_of_a_hundred_are_percents():
    plan = planned(
        {
            "competitors.success_factors[price]": {"name": "Price"},
            "competitors.success_factors[wait]": {"name": "Wait"},
            DESK: {"name": "Desk"},
            f"{DESK}.factors[price].weight": 40,
            f"{DESK}.factors[wait].weight": 60,
        }
    )
    assert rows(plan, "factors-by-group")[0] == ["What decides", "Desk %"]
    other = paths.put(plan, f"{DESK}.factors[wait].weight", 50)
    assert rows(other, "factors-by-group")[0] == ["What decides", "Desk"]


def test_near_customers_are_worth_their_number_times_their_value():
    near = "segments.near_customers[drivers]"
    plan = planned({near: {"name": "Drivers"}, f"{near}.size": 2400, f"{near}.value_each": "180"})
    assert rows(plan, "near-customers")[1] == ["Drivers", "2,400", "180", "432,000"]


def test_orders_of_a_group_are_shared_out():
    group = "segments.order_data.rfm[champions]"
    plan = planned(
        {
            group: {"name": "champions"},
            f"{group}.customers": 118,
            f"{group}.revenue": "61300",
        }
    )
    # 61,300 / 118 = 519.49
    assert rows(plan, "order-groups")[1] == ["champions", "118", "61,300", "519"]


def test_sizes_say_what_they_count():
    plan = planned({"segments.counted_in": "people", "segments.bases": ["need", "occasion"]})
    assert says(plan, "bases") == "Customers are grouped by need and occasion. Sizes count people."


def test_cohorts_stand_by_months_since_the_first_order():
    cohort = "segments.order_data.cohorts[2026-01]"
    plan = planned({f"{cohort}.customers": 36, f"{cohort}.retention": [1, 0.44, 0.31]})
    assert rows(plan, "cohorts") == [
        ["First bought in", "Customers", "0", "1", "2"],
        ["January 2026", "36", "100%", "44%", "31%"],
    ]


def chosen_by_scores(near):
    """Cafés at 4.4 and `near` on two criteria of the same weight, strength in the middle."""
    answers = {
        "segments.criteria[growth]": {"name": "Growth", "kind": "attractiveness", "weight": 50},
        "segments.criteria[margin]": {"name": "Margin", "kind": "attractiveness", "weight": 50},
        "segments.criteria[proof]": {"name": "Proof", "kind": "strength", "weight": 100},
        "segments.items[cafes]": {"name": "Cafés", "decision": "target"},
    }
    for criterion, score in {"growth": 4.4, "margin": near, "proof": 3}.items():
        answers[f"segments.items[cafes].ratings[{criterion}].score"] = score
    return planned(answers)


def test_a_choice_that_hangs_on_a_weight_is_said():
    # (4.4 + 2.9) / 2 = 3.65 is medium; with growth at 60 of 110 it is 3.72, high from 3 2/3 on
    assert says(chosen_by_scores(2.9), "segment-sensitivity") == (
        "A fifth more or less weight on Growth or Margin would change the choice: Cafés would come"
        " in or fall out."
    )
    assert says(chosen_by_scores(4), "segment-sensitivity") == (
        "A fifth more or less weight on any one criterion chooses the same groups."
    )


def test_a_target_that_hangs_on_a_weight_needs_its_reason():
    plan = chosen_by_scores(2.9)
    found = [f for f in planner.review(plan) if f.id == "target-against-scores"]
    assert len(found) == 1
    assert found[0].message("en") == (
        "A fifth more or less weight on “Growth” decides whether the scores choose “Cafés”; say"
        " why it is a target."
    )
    because = paths.put(plan, "segments.items[cafes].decision_reason", "They ask us.")
    assert "target-against-scores" not in {f.id for f in planner.review(because)}
