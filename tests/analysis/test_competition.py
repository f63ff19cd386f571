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


def parity(own, *rivals, weights=(3, 2, 1)):
    return compute(
        "feature-parity",
        {
            "features": ["a", "b", "c"],
            "weights": list(weights),
            "own": list(own),
            "rivals": [{"id": f"r{i}", "levels": list(row)} for i, row in enumerate(rivals)],
        },
    )


def test_coverage_of_the_pages():
    result = parity((1, 0.5, 0), (1, 1, 1), (0, 0, 0))
    assert result["own_coverage"] == near(0.6667, 1e-4)
    assert of(result, "rivals", "coverage") == near([1, 0])
    assert result["parity"] == near(2 / 3)


def test_classes_of_features():
    # of three rivals two have a, one has b, none has c
    rivals = ((1, 0.5, 0), (0.5, 0, 0), (0, 0, 0))
    assert of(parity((0, 0, 0), *rivals), "features", "class") == [
        "gap",
        "rival differentiator",
        "neutral",
    ]
    assert of(parity((1, 0.5, 1), *rivals), "features", "class") == [
        "table stakes",
        "differentiator",
        "differentiator",
    ]
    half = parity((0, 0, 0), (1, 0, 0), (0, 0, 0))
    assert of(half, "features", "class")[0] == "neutral"


def test_parity_refuses_and_is_undefined():
    result = parity((1, 1, 1), (0, 0, 0))
    assert (result["parity"], codes(result)) == (None, ["weights-normalised", "undefined"])
    bad = {
        "features": ["a"],
        "weights": [1],
        "own": [0.7],
        "rivals": [{"id": "r", "levels": [1]}],
    }
    assert refused("feature-parity", bad) == "own[0]"
