"""Ratings, curves, lines and votes, by hand."""

import pytest

from tests.analysis.feeding.answers import lacking, only, plan_of

WE, ACME, ZETA = "competitors.own", "competitors.items[acme]", "competitors.items[zeta]"
PRICE, SPEED = "competitors.success_factors[price]", "competitors.success_factors[speed]"


def rated(*more):
    return plan_of(
        (PRICE, {"name": "Price"}),
        (f"{PRICE}.weight", 30),
        (SPEED, {"name": "Speed"}),
        (f"{SPEED}.weight", 70),
        (ACME, {"name": "Acme", "kind": "direct"}),
        (ZETA, {"name": "Zeta", "kind": "direct"}),
        (f"{WE}.ratings[price].score", 2),
        (f"{WE}.ratings[speed].score", 4),
        (f"{ACME}.ratings[price].score", 4),
        (f"{ACME}.ratings[speed].score", 2),
        (f"{ZETA}.ratings[price].score", 3),
        *more,
    )


def test_closeness_takes_complete_rows_alone():
    run = only(rated(), "topsis")
    assert [a.id for a in run.given.alternatives] == ["own", "acme"]
    # both columns differ by the same normalised step, so closeness is the weight of the better one
    assert [a.closeness for a in run.result.alternatives] == pytest.approx([0.7, 0.3])
    assert f"{ZETA}.ratings[price].score" not in run.paths


def test_the_map_of_all_factors_takes_the_mean_for_what_is_unknown():
    run = only(rated(), "pca-map")
    assert run.given.brands[2].ratings == (3, None)
    assert sum(run.result.eigenvalues) == pytest.approx(2)


def test_a_group_with_weights_of_its_own_has_a_profile_of_its_own():
    group = "segments.items[desk]"
    plan = rated(
        (group, {"name": "Desk"}),
        (f"{group}.factors[price].weight", 75),
        (f"{group}.factors[speed].weight", 25),
    )
    scores = {c.id: c.score for c in only(plan, "competitive-profile", group).result.competitors}
    # .75 x 2 + .25 x 4; .75 x 4 + .25 x 2
    assert (scores["own"], scores["acme"]) == pytest.approx((2.5, 3.5))


def curve(*more):
    hours, rooms = "competitors.curve_factors[hours]", "competitors.curve_factors[rooms]"
    return plan_of(
        (hours, {"name": "Hours"}),
        (rooms, {"name": "Rooms"}),
        (ACME, {"name": "Acme", "kind": "direct"}),
        (f"{WE}.levels[hours].level", 8),
        (f"{WE}.levels[rooms].level", 3),
        (f"{ACME}.levels[hours].level", 6),
        (f"{ACME}.levels[rooms].level", 6),
        *more,
    )


def test_the_curve_today_and_after_the_moves():
    # |8 - 6| and |3 - 6|, as in METHODS 2.5; without rooms |0 - 6|
    assert only(curve(), "strategy-canvas").result.divergence == pytest.approx(2.5)
    plan = curve(("positioning.moves[rooms].move", "eliminate"))
    assert only(plan, "strategy-canvas", "positioning.moves").result.divergence == pytest.approx(4)


def lines(*more):
    rows = {
        "fast": ("strength", 3, 4), "dear": ("weakness", 1, 2),
        "parks": ("opportunity", 2, 3), "app": ("threat", 2, 1),
    }  # fmt: skip
    answers = []
    for name, (kind, importance, response) in rows.items():
        at = f"positioning.swot[{name}]"
        answers += [(at, {"kind": kind, "statement": name}), (f"{at}.importance", importance)]
        answers.append((f"{at}.response", response))
    return plan_of(*answers, *more)


def test_what_is_inside_and_outside_leads_to_a_cell():
    plan = lines()
    point = only(plan, "ie-cell").given.points[0]
    # inside (3 x 4 + 1 x 2) / 4; outside (2 x 3 + 2 x 1) / 4: cell IV (strong, medium)
    assert (point.ife, point.efe) == pytest.approx((3.5, 2))
    assert only(plan, "ie-cell").result.points[0].cell == "IV"


def test_changes_around_weigh_by_impact_and_likelihood():
    law, tax = "market.factors[law]", "market.factors[tax]"
    plan = lines(
        (law, {"name": "Law", "direction": "helps", "impact": 4, "likelihood": 3, "response": 4}),
        (tax, {"name": "Tax", "direction": "hurts", "impact": 2, "likelihood": 2, "response": 2}),
    )
    run = only(plan, "ife-efe", "market.factors")
    assert run.result.score == pytest.approx((12 * 4 + 4 * 2) / 16)
    assert run.result.parts == pytest.approx({"O": 3, "T": 0.5})


def room(*more):
    factors = ("price", "speed", "hours")
    return plan_of(
        *((f"competitors.success_factors[{f}]", {"name": f}) for f in factors),
        ("meta.participants[ap]", {"name": "AP"}),
        ("meta.participants[io]", {"name": "IO"}),
        *more,
    )


def given_by(who, way, value, votes):
    at = f"competitors.opinions[{who}].{way}"
    return [(f"{at}[{name}].{value}", vote) for name, vote in votes.items()]


def test_points_of_all_make_the_weights():
    plan = room(
        *given_by("ap", "points", "points", {"price": 100, "speed": 50}),
        *given_by("io", "points", "points", {"price": 60, "speed": 30}),
    )
    weights = {i.id: i.weight for i in only(plan, "swing-weights").result.items}
    assert weights == pytest.approx({"price": 2 / 3, "speed": 1 / 3})  # means 80 and 40


def test_ranks_make_weights_points_and_agreement():
    plan = room(
        *given_by("ap", "ranks", "rank", {"price": 1, "speed": 2, "hours": 2}),
        *given_by("io", "ranks", "rank", {"price": 1, "speed": 2, "hours": 3}),
    )
    assert only(plan, "roc-weights").result.weights == pytest.approx((11 / 18, 5 / 18, 2 / 18))
    points = {c.id: c.points for c in only(plan, "borda").result.candidates}
    # 2 + 2; ½ + 1; ½ + 0
    assert points == pytest.approx({"price": 4, "speed": 1.5, "hours": 0.5})
    run = only(plan, "kendall-w")
    assert run.given.ranks == ((1, 2.5, 2.5), (1, 2, 3))
    # S = (2-4)² + (4.5-4)² + (5.5-4)² = 6.5; 12 x 6.5 / (4 x 24 - 2 x 6)
    assert run.result.w == pytest.approx(78 / 84)


def test_pairs_make_weights_for_each_and_for_all():
    def pairs(who, ratio):
        at = f"competitors.opinions[{who}].pairs[price].over[speed].ratio"
        return (at, ratio)

    plan = room(pairs("ap", 4), pairs("io", 1))
    at = "competitors.opinions"
    assert only(plan, "ahp", f"{at}[ap]").result.weights == pytest.approx((0.8, 0.2))
    # geometric mean of 4 and 1 is 2
    assert only(plan, "ahp-group").result.weights == pytest.approx((2 / 3, 1 / 3))


def test_a_half_filled_table_of_pairs_waits():
    at = "competitors.opinions[ap].pairs[price].over"
    plan = room((f"{at}[speed].ratio", 3), (f"{at}[hours].ratio", 5))
    assert lacking(plan, "ahp") == ("competitors.opinions[*].pairs", "segments.opinions[*].pairs")


def test_dots_above_ten_are_rejected():
    plan = room(
        *given_by("ap", "dots", "dots", {"price": 7, "speed": 3}),
        *given_by("io", "dots", "dots", {"price": 9, "speed": 3}),
    )
    run = only(plan, "dot-votes")
    assert run.result.rejected == ("io",)
    assert [o.dots for o in run.result.options] == [7, 3, 0]


def test_a_filled_cell_has_question_and_touchpoint():
    steps, people = ("aware", "buy"), ("ana", "mihai")
    cell = "audience.journey[aware].cells[ana]"
    plan = plan_of(
        *((f"audience.journey[{s}]", {"name": s}) for s in steps),
        *((f"audience.personas[{p}]", {"name": p}) for p in people),
        (f"{cell}.question", "Is it serious?"),
        (f"{cell}.touchpoint", "map"),
        ("audience.journey[buy].cells[ana].question", "When?"),
    )
    run = only(plan, "journey-coverage")
    assert run.result.coverage == pytest.approx(0.25)
    assert run.result.gaps == (("aware", "mihai"), ("buy", "ana"), ("buy", "mihai"))
