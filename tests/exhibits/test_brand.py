"""Statements, proofs, prices and the offer's answers in words."""

import pytest

from planner import paths
from planner.blocks import plain
from tests.exhibits.setting import grid, planned, says, shows

AT = "positioning.statements[desk]"
SEGMENT = {"segments.items[desk]": {"name": "Desk workers"}}


def statement(**parts):
    return planned(
        {
            **SEGMENT,
            "competitors.items[fizio]": {"name": "Fizio"},
            "positioning.proofs[seen]": {"statement": "94 % in 48 h"},
            **{f"{AT}.{name}": value for name, value in parts.items()},
        }
    )


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            {
                "category": "physio practice",
                "benefit": "at the desk by Monday.",
                "alternative": "fizio",
                "difference": "same person",
                "proofs": ["seen"],
            },
            (
                "For Desk workers we are: physio practice. What they gain: at the desk by Monday."
                " Instead of Fizio, for this difference: same person. Proof: 94 % in 48 h."
            ),
        ),
        ({"benefit": "no pain"}, "What Desk workers gain: no pain."),
        ({"difference": "same person"}, "The difference: same person."),
        ({"alternative": "fizio"}, "Instead of Fizio."),
    ],
)
def test_a_statement_is_composed_of_the_parts_that_are_there(parts, said):
    (item,) = shows(statement(**parts), "statements").items
    assert plain(item) == said


@pytest.mark.parametrize(
    ("change", "said"),
    [(0.05, "Prices rise by 5%."), (-0.1, "Prices fall by 10%."), (0, "Prices stay.")],
)
def test_prices(change, said):
    assert says(planned({"positioning.stance.price_change": change}), "offer-changes") == said


def test_what_the_deepest_discount_must_bring_back():
    at = "positioning.stance.largest_discount"
    plan = planned({at: 0.1, "business.baseline.gross_margin": 0.5})
    # .5 / (.5 - .1) - 1 = 25 %
    assert says(plan, "offer-changes") == (
        "The deepest discount is 10%. What is sold at it must sell 25% more to earn the same."
    )
    eaten = paths.put(plan, at, 0.5)
    assert says(eaten, "offer-changes") == "The deepest discount is 50%."
    assert says(paths.put(plan, at, 0), "offer-changes") == "We give no discounts."


def test_heavy_needs_without_an_answer():
    pains = "audience.personas[ana].pains"
    plan = planned(
        {
            "audience.personas[ana]": {"name": "Ana"},
            f"{pains}[waits]": {"statement": "Waits nine days", "importance": 5},
            f"{pains}[tells]": {"statement": "Tells it anew", "importance": 4},
            f"{pains}[parks]": {"statement": "Cannot park", "importance": 2},
            "positioning.answers[slots]": {"statement": "Slots", "relieves": [f"{pains}[waits]"]},
        }
    )
    unanswered = paths.put(plan, "positioning.answers[slots]", None)
    assert says(unanswered, "answers") == ""
    assert says(plan, "answers") == "No answer yet in the offer: “Tells it anew”."
    full = paths.put(
        plan, "positioning.answers[slots].relieves", [f"{pains}[waits]", f"{pains}[tells]"]
    )
    assert says(full, "answers") == "Every need that weighs heavily has an answer in the offer."


def test_what_is_never_said_with_a_message():
    at = "positioning.messages[monday]"
    plan = planned({at: {"name": "Monday"}, f"{at}.must_not_say": ["cured", "miracle"]})
    for roof, said in ((None, "Monday"), ("Back on Monday.", "Back on Monday")):
        (item,) = shows(paths.put(plan, f"{at}.roof", roof), "never-said").items
        assert plain(item) == f"Never said with “{said}”: cured and miracle."


def test_what_each_reason_behind_a_message_answers():
    at, pain = "positioning.messages[monday]", "audience.personas[ana].pains[waits]"
    plan = planned(
        {
            "audience.personas[ana]": {"name": "Ana"},
            pain: {"statement": "Waits nine days"},
            at: {"name": "Monday", "roof": "Back on Monday."},
            f"{at}.pillars[fast]": {"statement": "Within 48 hours", "answers": [pain]},
        }
    )
    assert grid(shows(plan, "message-limits"))[1:] == [
        ["Back on Monday", "Within 48 hours", "Waits nine days"],
    ]


def test_the_voice():
    plan = planned(
        {
            "positioning.brand.traits": ["direct", "calm"],
            "positioning.brand.signs": ["green arrow"],
        },
        depth="standard",
    )
    assert grid(shows(plan, "voice"))[1:] == [["We are", "direct and calm"]]
    assert len(shows(paths.put(plan, "meta.depth", "thorough"), "voice").rows) == 2
