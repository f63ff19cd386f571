"""By hand: METHODS 2.1."""

from planner.analysis.matrices import CompetitiveProfileInput, Profile
from planner.analysis.sensitivity import Switch, survives, switches
from tests.analysis.asking import near


def profiles(weights, **rows):
    return CompetitiveProfileInput(
        tuple(weights), tuple(Profile(name, tuple(row)) for name, row in rows.items())
    )


def test_price_must_weigh_a_third():
    # A − B is +2 on price and −1 on the rest: w* = −1 / (−1 − 2) = 1/3
    found = switches(profiles([0.5, 0.5], a=[4, 1], b=[2, 2]))
    assert found == (
        Switch(0, 0.5, near(1 / 3), "b"),
        Switch(1, 0.5, near(2 / 3), "b"),
    )


def test_a_winner_everywhere_has_no_switch():
    assert switches(profiles([0.5, 0.5], a=[4, 3], b=[2, 2])) == ()


def test_the_nearest_of_several_rivals_is_named():
    # against b the lead turns at 1/3, against c at 3/4 of a weight of 0.8
    found = switches(profiles([0.8, 0.2], a=[4, 1], b=[2, 2], c=[3, 4]))
    assert found[0] == Switch(0, 0.8, near(3 / 4), "c")


def test_incomplete_rows_stay_out():
    assert switches(profiles([0.5, 0.5], a=[4, 1], b=[None, 2])) == ()


def test_a_fifth_more_or_less():
    # 0.5 × 0.8 = 0.4 of 0.9 is 0.444, still above the third where the lead turns
    assert survives([0.5, 0.5], [[4, 1], [2, 2]]) == (True, True)
    # 0.35 × 0.8 = 0.28 of 0.93 is 0.301: the other one wins
    assert survives([0.35, 0.65], [[4, 1], [2, 2]]) == (False, False)
