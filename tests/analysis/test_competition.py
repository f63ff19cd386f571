"""By hand: METHODS 2.2 and 2.5 to 2.7."""

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def gap(**changed):
    return compute(
        "technology-gap",
        {
            "technologies": ["app", "cashless"],
            "relevance": [5, 2],
            "own": [1, 3],
            "rivals": [{"id": "a", "levels": [4, 2]}, {"id": "b", "levels": [2, 2]}],
            **changed,
        },
    )


def test_gaps_of_the_pages():
    result = gap()
    app, cashless = result["technologies"]
    assert (app["benchmark"], app["gap"], app["gap_to_best"]) == near((3, 0.5, 0.75))
    assert (app["penetration"], app["priority"]) == near((0.5, 2.5))
    assert (cashless["gap"], cashless["priority"]) == near((-0.25, 0))
    assert result["index"] == near(2 / 7)
    assert result["index"] == near(0.2857, 1e-4)
    assert result["index_to_best"] == near((5 * 0.75 - 2 * 0.25) / 7)
    assert result["ranking"] == ["app"]


def test_no_relevance_has_no_index():
    result = gap(relevance=[0, 0])
    assert (result["index"], result["index_to_best"], result["ranking"]) == (None, None, [])
    assert codes(result) == ["undefined"]


def test_gap_refuses():
    good = {
        "technologies": ["app"],
        "relevance": [5],
        "own": [1],
        "rivals": [{"id": "a", "levels": [4]}],
    }
    name = "technology-gap"
    assert refused(name, {**good, "relevance": [6]}) == "relevance[0]"
    assert refused(name, {**good, "own": [4.5]}) == "own[0]"
    assert refused(name, {**good, "own": [1, 2]}) == "own"
    assert refused(name, {**good, "technologies": ["app", "app"]}) == "technologies[1]"
    rivals = [{"id": "a", "levels": [1, 2]}]
    assert refused(name, {**good, "rivals": rivals}) == "rivals[0].levels"
    assert of(compute(name, good), "technologies", "id") == ["app"]
