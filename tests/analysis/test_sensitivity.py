"""By hand: METHODS 2.1."""

from planner.analysis.factors import AttractiveStrategy, QspmInput
from planner.analysis.matrices import (
    CompetitiveProfileInput,
    Profile,
    RatedSegment,
    SegmentMatrixInput,
)
from planner.analysis.sensitivity import Swayed, Switch, survives, swayed, switches, undecided
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


def placed(*rows):
    return SegmentMatrixInput(
        (50.0, 50.0),
        (1.0,),
        tuple(RatedSegment(name, attractive, (3.0,)) for name, attractive in rows),
    )


def test_targets_that_hang_on_a_weight():
    # strength 3 is medium, so a target needs a high attractiveness, 3 2/3 and more;
    # 4.4 and 2.9 make 3.65, and with the first weight at 60 of 110 they make 3.72
    found = swayed(placed(("cafés", (4.4, 2.9)), ("hotels", (4.5, 4.5))))
    assert found == (
        Swayed("attractiveness", 0, ("cafés",), ()),
        # with the second at 40 of 90 it is 3.73 as well
        Swayed("attractiveness", 1, ("cafés",), ()),
    )


def test_a_target_that_would_fall_out():
    # 4.5 and 2.9 make 3.70; with the first weight at 40 of 90 they make 3.61
    found = swayed(placed(("cafés", (4.5, 2.9))))
    assert [one.leaving for one in found] == [("cafés",), ("cafés",)]


def test_firm_targets_hang_on_nothing():
    assert swayed(placed(("hotels", (4.5, 4.5)), ("bars", (1.5, 1.5)))) == ()


def test_options_that_hang_on_a_weight():
    # 0.5 x 4 + 0.5 x 2 = 3 against 0.5 x 3 + 0.5 x 2.9 = 2.95
    near = QspmInput(
        (0.5, 0.5), (AttractiveStrategy("a", (4, 2)), AttractiveStrategy("b", (3, 2.9)))
    )
    # the first weight at 0.4: 2.6 against 2.65; the second at 0.6: 3.2 against 3.24
    assert undecided(near) == (0, 1)
    far = QspmInput((0.5, 0.5), (AttractiveStrategy("a", (4, 4)), AttractiveStrategy("b", (3, 2))))
    assert undecided(far) == ()
