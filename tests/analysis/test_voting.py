"""Examples: METHODS 6.4 (the capital of Tennessee)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

CITIES = ["Memphis", "Nashville", "Chattanooga", "Knoxville"]


def ballot(count, *order):
    return {"count": count, "tiers": [[city] for city in order]}


TENNESSEE = {
    "candidates": CITIES,
    "ballots": [
        ballot(42, "Memphis", "Nashville", "Chattanooga", "Knoxville"),
        ballot(26, "Nashville", "Chattanooga", "Knoxville", "Memphis"),
        ballot(15, "Chattanooga", "Knoxville", "Nashville", "Memphis"),
        ballot(17, "Knoxville", "Chattanooga", "Nashville", "Memphis"),
    ],
}


def test_the_capital_of_tennessee():
    result = compute("borda", TENNESSEE)
    assert of(result, "candidates", "points") == [126, 194, 173, 107]
    assert of(result, "candidates", "rank") == [3, 1, 2, 4]
    assert result["winners"] == ["Nashville"]
    assert result["condorcet_winner"] == "Nashville"
    # Memphis is first on 42 ballots and last on all others
    assert result["pairwise"][0] == [0, 42, 42, 42]
    assert [row[0] for row in result["pairwise"]] == [0, 58, 58, 58]


def test_ties_and_who_is_left_out():
    # a first; b and c tied share places 2 and 3 of 4 (2 and 1 points): 1.5 each; d last
    tied = {"candidates": list("abcd"), "ballots": [{"tiers": [["a"], ["b", "c"], ["d"]]}]}
    assert of(compute("borda", tied), "candidates", "points") == [3, 1.5, 1.5, 0]
    left_out = {"candidates": list("abcd"), "ballots": [{"tiers": [["a"]]}]}
    result = compute("borda", left_out)
    assert of(result, "candidates", "points") == [3, 1, 1, 1]
    assert of(result, "candidates", "rank") == [1, 2, 2, 2]


def test_a_circle_has_no_condorcet_winner():
    circle = {
        "candidates": list("abc"),
        "ballots": [{"tiers": [[x], [y], [z]]} for x, y, z in ("abc", "bca", "cab")],
    }
    result = compute("borda", circle)
    assert (result["condorcet_winner"], result["winners"]) == (None, ["a", "b", "c"])


def test_borda_refuses():
    bad = {"candidates": ["a"], "ballots": [{"tiers": [["a"], ["x"]]}]}
    assert refused("borda", bad) == "ballots[0].tiers[1][0]"
    bad = {"candidates": ["a", "b"], "ballots": [{"tiers": [["a"], ["b", "a"]]}]}
    assert refused("borda", bad) == "ballots[0].tiers[1][1]"
    bad = {"candidates": ["a"], "ballots": [{"count": 0, "tiers": []}]}
    assert refused("borda", bad) == "ballots[0].count"


@settings(deadline=None)
@given(st.lists(st.permutations(list("abcde")), min_size=1, max_size=9))
def test_points_of_all_ballots_are_the_same(orders):
    # each ballot gives 4 + 3 + 2 + 1 + 0
    ballots = [{"tiers": [[name] for name in order]} for order in orders]
    result = compute("borda", {"candidates": list("abcde"), "ballots": ballots})
    assert sum(of(result, "candidates", "points")) == 10 * len(orders)


def test_dots():
    result = compute(
        "dot-votes",
        {
            "options": ["a", "b", "c"],
            "dots_per_person": 4,
            "ballots": [
                {"id": "x", "dots": {"a": 3, "b": 1}},
                {"id": "y", "dots": {"a": 5}},
                {"id": "z", "dots": {"b": 2}},
            ],
        },
    )
    assert of(result, "options", "dots") == [3, 3, 0]
    assert of(result, "options", "share") == near([0.5, 0.5, 0])
    assert (result["rejected"], result["incomplete"]) == (["y"], ["z"])
    assert codes(result) == ["ballot-rejected", "dots-unused"]


def test_dots_refuse():
    good = {"options": ["a"], "dots_per_person": 1, "ballots": [{"id": "x", "dots": {"a": 1}}]}
    bad = {**good, "ballots": [{"id": "x", "dots": {"b": 1}}]}
    assert refused("dot-votes", bad) == "ballots[0].dots.b"
    bad = {**good, "ballots": [{"id": "x", "dots": {"a": -1}}]}
    assert refused("dot-votes", bad) == "ballots[0].dots.a"
    none = compute("dot-votes", {**good, "ballots": [{"id": "x", "dots": {}}]})
    assert (none["options"][0]["share"], codes(none)) == (None, ["dots-unused", "undefined"])


def test_kendalls_w():
    result = compute("kendall-w", {"ranks": [[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4]]})
    assert result["w"] == near(0.7778, 1e-4)
    # rank sums 4, 6, 8, 12 about 7.5
    assert (result["s"], result["df"]) == (near(35), 3)
    assert result["chi_square"] == near(7)
    assert result["agreement"] == "strong"


def test_full_agreement_also_with_ties():
    for row in ([1, 2, 3], [1.5, 1.5, 3]):
        assert compute("kendall-w", {"ranks": [row] * 4})["w"] == near(1)
    opposed = compute("kendall-w", {"ranks": [[1, 2, 3], [3, 2, 1]]})
    assert (opposed["w"], opposed["agreement"]) == (near(0), "weak")


def test_ranks_that_say_nothing_or_are_none():
    result = compute("kendall-w", {"ranks": [[2, 2, 2], [2, 2, 2]]})
    assert (result["w"], codes(result)) == (None, ["undefined"])
    assert refused("kendall-w", {"ranks": [[1, 2], [1, 1]]}) == "ranks[1][0]"
    assert refused("kendall-w", {"ranks": [[1, 2], [1, 2, 3]]}) == "ranks[1]"


def test_moderate_agreement():
    # rank sums 5, 5 and 8 about 6
    result = compute("kendall-w", {"ranks": [[1, 2, 3], [1, 2, 3], [3, 1, 2]]})
    assert result["s"] == near((5 - 6) ** 2 + (5 - 6) ** 2 + (8 - 6) ** 2)
    assert (result["w"], result["agreement"]) == (near(12 * 6 / (9 * 24)), "moderate")
