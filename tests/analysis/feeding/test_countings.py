"""How the two countings of a market are paired, and what the pairs come to by hand."""

import math

from tests.analysis.asking import near
from tests.analysis.feeding.answers import lacking, only, plan_of

SIZE = "market.sizes[main]"


def market(top, bottom, *more):
    """A market from steps of (level, unit, value)."""
    answers = [(SIZE, {"name": "main"})]
    for side, steps in (("top_down", top), ("bottom_up", bottom)):
        for at, (level, unit, value) in enumerate(steps):
            step = {"name": f"{side} {at}", "level": level, "unit": unit, "value": value}
            answers.append((f"{SIZE}.{side}[s{at}]", step))
    return plan_of(*answers, *more)


TOP = [
    ("tam", "people", 1000),
    ("tam", "Sessions", 6),
    ("tam", "EUR", 50),
    ("sam", "share", 0.5),
    ("som", "share", 0.1),
]
BOTTOM = [
    ("sam", "practices", 4),
    ("sam", "sessions ", 500),
    ("sam", "EUR", 45),
    ("som", "share", 0.2),
]


def factors(plan):
    given = only(plan, "size-bridge").given.factors
    return {f.id: (f.top_down, f.bottom_up) for f in given}


def test_chains_are_cut_where_both_count_the_same():
    # 1,000 people × 6 sessions × half = 3,000 sessions; 4 practices × 500 = 2,000 sessions
    plan = market(TOP, BOTTOM)
    assert factors(plan) == {"sessions": (3000, 2000), "eur": (50, 45), "won": (0.1, 0.2)}
    result = only(plan, "size-bridge").result
    assert (result.top_down, result.bottom_up) == near((15_000, 18_000))
    # L = 3,000 / ln 1.2
    level = 3000 / math.log(1.2)
    assert [e.effect for e in result.lmdi] == near(
        [level * math.log(2 / 3), level * math.log(0.9), level * math.log(2)]
    )


def test_without_a_common_end_only_what_can_be_served_is_paired():
    other = [(level, "euro" if unit == "EUR" else unit, value) for level, unit, value in BOTTOM]
    assert factors(market(TOP, other)) == {"served": (150_000, 90_000), "won": (0.1, 0.2)}
    unsaid = [(level, None if unit == "EUR" else unit, value) for level, unit, value in BOTTOM]
    assert factors(market(TOP, unsaid)) == {"served": (150_000, 90_000), "won": (0.1, 0.2)}


def test_a_unit_that_stands_twice_is_no_common_ground():
    twice = [("sam", "sessions", 4), *BOTTOM[1:]]
    assert factors(market(TOP, twice)) == {"eur": (150_000, 90_000), "won": (0.1, 0.2)}


def test_units_in_another_order_are_not_crossed():
    # only one of people and sessions can be a cut: the first that fits
    turned = [("sam", "sessions", 10), ("sam", "people", 200), BOTTOM[2], BOTTOM[3]]
    found = factors(market(TOP, turned))
    assert found == {"people": (500, 2000), "eur": (300, 45), "won": (0.1, 0.2)}


def test_a_chain_without_a_share_to_win_wins_all():
    assert factors(market(TOP, BOTTOM[:3]))["won"] == (0.1, 1)


def test_what_a_bridge_waits_for():
    assert lacking(market(TOP, []), "size-bridge") == (f"{SIZE}.bottom_up",)
    open_step = market(TOP, BOTTOM, (f"{SIZE}.top_down[s0].value", None))
    assert lacking(open_step, "size-bridge") == (f"{SIZE}.top_down[s0].value",)
