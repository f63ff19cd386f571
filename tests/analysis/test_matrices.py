"""Examples: David, Strategic Management, table 3-14; the pages METHODS and CALC."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.analysis.matrices import (
    CompetitiveProfileInput,
    Profile,
    RatedSegment,
    SegmentMatrixInput,
    competitive_profile,
    segment_matrix,
)
from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

DAVID = {
    "weights": [0.15, 0.08, 0.10, 0.08, 0.02, 0.10, 0.15, 0.05, 0.04, 0.10, 0.10, 0.02, 0.01],
    "competitors": [
        {"id": "one", "ratings": [3, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 2]},
        {"id": "two", "ratings": [2, 2, 3, 4, 3, 2, 2, 4, 2, 1, 2, 1, 4]},
        {"id": "three", "ratings": [4, 4, 4, 3, 4, 3, 4, 2, 4, 4, 4, 3, 2]},
    ],
}
SMALL = {
    "weights": [0.5, 0.3, 0.2],
    "competitors": [
        {"id": "we", "ratings": [2, 4, 3]},
        {"id": "acme", "ratings": [4, 1, None]},
    ],
}


def test_davids_three_companies():
    result = compute("competitive-profile", DAVID)
    assert of(result, "competitors", "score") == near([2.83, 2.28, 3.68])
    assert result["ranking"] == ["three", "one", "two"]
    assert codes(result) == []


def test_a_missing_rating_is_not_a_zero():
    result = compute("competitive-profile", SMALL)
    we, acme = result["competitors"]
    assert result["weights"] == near([0.5, 0.3, 0.2])
    assert result["weights_sum"] == near(1)
    assert we["score"] == near(2.8)
    assert we["weighted"] == near([1, 1.2, 0.6])
    assert (we["coverage"], we["missing"], we["rank"]) == (1, [], 2)
    assert acme["score"] == near(2.875)
    assert acme["weighted"][:2] == near([2, 0.3])
    assert acme["weighted"][2] is None
    assert (acme["coverage"], acme["missing"], acme["rank"]) == (near(0.8), [2], 1)
    assert result["ranking"] == ["acme", "we"]
    assert result["warnings"] == [
        {
            "code": "missing-rating",
            "message": "acme has no rating for factor 3: scored on 80 % of the weight.",
        }
    ]


def test_nothing_rated_has_no_score_and_no_rank():
    result = compute(
        "competitive-profile",
        {"weights": [1, 0], "competitors": [{"id": "a", "ratings": [None, 3]}]},
    )
    rated = result["competitors"][0]
    assert (rated["score"], rated["rank"], rated["coverage"]) == (None, None, 0)
    assert result["ranking"] == []
    assert "undefined" in codes(result)


def test_ties_share_a_rank():
    result = compute(
        "competitive-profile",
        {
            "weights": [1],
            "competitors": [
                {"id": "a", "ratings": [2]},
                {"id": "b", "ratings": [3]},
                {"id": "c", "ratings": [3]},
                {"id": "d", "ratings": [1]},
            ],
        },
    )
    assert of(result, "competitors", "rank") == [3, 1, 1, 4]
    assert result["ranking"] == ["b", "c", "a", "d"]


def test_points_are_normalised_and_said():
    points = {**SMALL, "weights": [5, 3, 2]}
    result = compute("competitive-profile", points)
    assert codes(result) == ["weights-normalised", "missing-rating"]
    assert result["weights_sum"] == 10
    assert result["competitors"][0]["score"] == near(2.8)
    assert codes(compute("competitive-profile", {**SMALL, "weights": [50, 30, 20.4]})) == [
        "missing-rating"
    ]


def test_profile_refuses():
    def with_(**changed):
        return {**SMALL, **changed}

    name = "competitive-profile"
    assert refused(name, with_(weights=[0, 0, 0])) == "weights"
    assert refused(name, with_(weights=[1, -1, 1])) == "weights[1]"
    assert refused(name, with_(weights=[1, 1])) in ("weights", "competitors[0].ratings")
    assert refused(name, with_(weights=[])) == "weights"
    assert refused(name, with_(competitors=[])) == "competitors"
    assert refused(name, with_(scale=[4, 1])) == "scale"
    assert refused(name, with_(scale=[1, 2, 3])) == "scale"
    five = [{"id": "a", "ratings": [1, 2, 5]}]
    assert refused(name, with_(competitors=five)) == "competitors[0].ratings[2]"
    twice = [{"id": "a", "ratings": [1, 2, 3]}, {"id": "a", "ratings": [1, 2, 3]}]
    assert refused(name, with_(competitors=twice)) == "competitors[1].id"


def test_segment_of_the_pages():
    result = compute(
        "segment-matrix",
        {
            "attractiveness_weights": [40, 35, 25],
            "strength_weights": [50, 30, 20],
            "segments": [{"id": "cafés", "attractiveness": [4, 3, 5], "strength": [3, 4, 2]}],
        },
    )
    assert result["segments"] == [
        {
            "id": "cafés",
            "attractiveness": near(3.9),
            "strength": near(3.1),
            "attractiveness_band": "high",
            "strength_band": "medium",
            "zone": "invest",
        }
    ]
    assert result["targets"] == ["cafés"]
    assert result["warnings"] == []


def zone(attractiveness, strength, **more):
    result = compute(
        "segment-matrix",
        {
            "attractiveness_weights": [1],
            "strength_weights": [1],
            "segments": [
                {"id": "s", "attractiveness": [attractiveness], "strength": [strength], **more}
            ],
        },
    )
    return result["segments"][0]["zone"], result["targets"]


def test_the_nine_zones():
    low, medium, high = 1, 3, 5
    assert zone(low, low)[0] == "harvest or avoid"
    assert zone(low, medium)[0] == "harvest or avoid"
    assert zone(medium, medium)[0] == "selective"
    assert zone(low, high)[0] == "selective"
    assert zone(medium, high) == ("invest", ["s"])
    assert zone(high, high) == ("invest", ["s"])


def test_an_excluded_segment_is_never_a_target():
    assert zone(5, 5, excluded="costs more than it brings") == ("excluded", [])


def test_cut_lines_forgive_float_noise():
    # a third of 1 to 5 from the bottom is 7/3, which three ratings 1, 2, 4 average to
    result = compute(
        "segment-matrix",
        {
            "attractiveness_weights": [1, 1, 1],
            "strength_weights": [0.1, 0.1, 0.1],
            "segments": [{"id": "s", "attractiveness": [1, 2, 4], "strength": [4, 2, 1]}],
        },
    )
    placed = result["segments"][0]
    assert (placed["attractiveness_band"], placed["strength_band"]) == ("medium", "medium")


RATINGS = st.lists(st.floats(1, 4), min_size=3, max_size=3)
WEIGHTS = st.lists(st.floats(0.01, 100), min_size=3, max_size=3)


@settings(deadline=None)
@given(WEIGHTS, st.lists(RATINGS, min_size=2, max_size=5), st.floats(0.01, 1000))
def test_scores_know_no_unit_of_weight_and_no_order(weights, rows, factor):
    def scores(points, ratings):
        given_ = CompetitiveProfileInput(
            tuple(points), tuple(Profile(f"r{i}", tuple(row)) for i, row in enumerate(ratings))
        )
        return [rated.score for rated in competitive_profile(given_).competitors]

    plain = scores(weights, rows)
    assert scores([w * factor for w in weights], rows) == near(plain)
    turned = scores(weights[::-1], [row[::-1] for row in rows])
    assert turned == near(plain)
    assert scores(weights, rows[::-1]) == near(plain[::-1])
    for score, row in zip(plain, rows, strict=True):
        assert min(row) - 1e-9 <= score <= max(row) + 1e-9


@settings(deadline=None)
@given(st.lists(st.floats(1, 5), min_size=2, max_size=2))
def test_a_better_segment_never_falls_a_zone(pair):
    order = {"harvest or avoid": 0, "selective": 1, "invest": 2}

    def placed(value):
        segment = RatedSegment("s", (value,), (pair[1],))
        return segment_matrix(SegmentMatrixInput((1.0,), (1.0,), (segment,))).segments[0]

    assert order[placed(pair[0]).zone] <= order[placed(5.0).zone]
