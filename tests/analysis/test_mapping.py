"""Examples: Greenacre's smokers (R package ca) and METHODS 2.4."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

SMOKERS = {
    "columns": ["none", "light", "medium", "heavy"],
    "rows": [
        {"id": "SM", "counts": [4, 2, 3, 2]},
        {"id": "JM", "counts": [4, 3, 7, 4]},
        {"id": "SE", "counts": [25, 10, 12, 4]},
        {"id": "JE", "counts": [18, 24, 33, 13]},
        {"id": "SC", "counts": [10, 6, 7, 2]},
    ],
}


def test_smokers():
    result = compute("ca-map", SMOKERS)
    assert [round(x, 6) for x in result["inertias"]] == [0.074759, 0.010017, 0.000414]
    assert [round(x * 100, 2) for x in result["explained"]] == [87.76, 11.76, 0.49]
    # 193 people; the total inertia is chi-square over them
    assert result["chi_square"] == near(result["total_inertia"] * 193)
    assert result["total_inertia"] == near(sum(result["inertias"]))
    assert codes(result) == []


def test_rows_of_the_map_weigh_up_to_the_inertia():
    result = compute("ca-map", SMOKERS)
    for axis in (0, 1):
        spread = sum(
            sum(row["counts"]) / 193 * placed["coordinates"][axis] ** 2
            for row, placed in zip(SMOKERS["rows"], result["rows"], strict=True)
        )
        assert spread == near(result["inertias"][axis])


def test_chi_square_by_hand():
    # 2 × 2 with 10 and 20 crosswise: χ² = n(ad − bc)²/(row and column sums) = 60·300²/30⁴
    data = {
        "columns": ["x", "y"],
        "rows": [{"id": "a", "counts": [10, 20]}, {"id": "b", "counts": [20, 10]}],
    }
    assert compute("ca-map", data)["chi_square"] == near(60 * 300**2 / 30**4)


def test_an_empty_line_is_left_out():
    rows = [*SMOKERS["rows"], {"id": "ghost", "counts": [0, 0, 0, 0]}]
    result = compute("ca-map", {**SMOKERS, "rows": rows})
    assert result["rows"][-1] == {"id": "ghost", "coordinates": None}
    assert codes(result) == ["empty-line"]
    assert result["inertias"] == near(compute("ca-map", SMOKERS)["inertias"])
    nothing = {"columns": ["x"], "rows": [{"id": "a", "counts": [0]}]}
    assert refused("ca-map", nothing) == "rows"


def test_a_rectangle_is_found_again():
    distances = [[0, 3, 4, 5], [3, 0, 5, 4], [4, 5, 0, 3], [5, 4, 3, 0]]
    result = compute("mds-map", {"items": list("abcd"), "dissimilarities": distances})
    assert result["eigenvalues"] == near([16, 9, 0, 0])
    assert result["fit"] == near(1)
    places = of(result, "items", "coordinates")
    for i, row in enumerate(distances):
        for j, distance in enumerate(row):
            assert math.dist(places[i], places[j]) == near(distance)


POINTS = st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=2, max_size=7)


@settings(deadline=None)
@given(POINTS)
def test_any_plane_is_found_again(points):
    distances = [[math.dist(a, b) for b in points] for a in points]
    names = [f"p{i}" for i in range(len(points))]
    result = compute("mds-map", {"items": names, "dissimilarities": distances})
    places = of(result, "items", "coordinates")
    for i, row in enumerate(distances):
        for j, distance in enumerate(row):
            assert math.dist(places[i], places[j]) == near(distance, 1e-4)


def test_dissimilarities_refuse():
    def mds(rows):
        return refused("mds-map", {"items": ["a", "b"], "dissimilarities": rows})

    assert mds([[0, 1], [2, 0]]) == "dissimilarities[1][0]"
    assert mds([[1, 1], [1, 0]]) == "dissimilarities[0][0]"
    assert mds([[0, 1]]) in ("dissimilarities", "dissimilarities[0]")
    alike = compute("mds-map", {"items": ["a", "b"], "dissimilarities": [[0, 0], [0, 0]]})
    assert (alike["fit"], codes(alike)) == (None, ["undefined"])


def brands(*rows):
    names = [f"x{i}" for i in range(len(rows[0]))]
    rated = [{"id": f"b{i}", "ratings": list(row)} for i, row in enumerate(rows)]
    return compute("pca-map", {"attributes": names, "brands": rated})


def test_components_by_hand():
    # x and y have correlation 1/2: eigenvalues 3/2 and 1/2, loadings ±√½
    result = brands((1, 1), (2, 3), (3, 2))
    assert result["eigenvalues"] == near([1.5, 0.5])
    assert result["explained"] == near([0.75, 0.25])
    first = result["attributes"][0]["loadings"]
    assert [abs(x) for x in first] == near([math.sqrt(0.5)] * 2)
    # standardised (−1, −1), (0, 1), (1, 0): on the first axis −√2, √½, √½
    along = [point[0] for point in of(result, "brands", "coordinates")]
    assert along == near([-math.sqrt(2), math.sqrt(0.5), math.sqrt(0.5)])


def test_gaps_and_constants():
    result = brands((1, 2, 7), (2, None, 7), (4, 4, 7))
    assert codes(result) == ["missing-rating", "constant-attribute"]
    assert result["attributes"][2] == {"id": "x2", "loadings": None}
    filled = brands((1, 2, 7), (2, 3, 7), (4, 4, 7))
    assert result["eigenvalues"] == near(filled["eigenvalues"])
    equal = brands((1, 2), (1, 2), (1, 2))
    assert (equal["eigenvalues"], "undefined" in codes(equal)) == ([], True)


def test_a_map_needs_three_brands_and_ratings():
    two = [{"id": "a", "ratings": [1]}, {"id": "b", "ratings": [2]}]
    assert refused("pca-map", {"attributes": ["x"], "brands": two}) == "brands"
    none = [{"id": x, "ratings": [None]} for x in "abc"]
    assert refused("pca-map", {"attributes": ["x"], "brands": none}) == "brands[0].ratings[0]"


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(1, 9), min_size=4, max_size=4), min_size=3, max_size=6))
def test_eigenvalues_of_correlations_sum_to_the_attributes_used(rows):
    result = brands(*rows)
    used = sum(one["loadings"] is not None for one in result["attributes"])
    assert sum(result["eigenvalues"]) == near(used, 1e-6)
    assert result["eigenvalues"] == sorted(result["eigenvalues"], reverse=True)
    assert len(result["eigenvalues"]) == used
