"""Examples: METHODS 6.2 (Saaty's drinks in the United States)."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused


def reciprocal(*upper):
    size = len(upper) + 1
    matrix = [[1.0] * size for _ in range(size)]
    for i, row in enumerate(upper):
        for offset, value in enumerate(row, start=1):
            matrix[i][i + offset] = value
            matrix[i + offset][i] = 1 / value
    return matrix


DRINKS = reciprocal(
    [9, 5, 2, 1, 1, 1 / 2],
    [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 1, 1 / 3],
    [2, 1 / 2],
    [1 / 3],
)


def test_drinks():
    result = compute("ahp", {"matrix": DRINKS})
    expected = [0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268]
    assert [round(w, 4) for w in result["weights"]] == expected
    assert round(result["lambda_max"], 4) == 7.1766
    assert round(result["consistency_ratio"], 4) == 0.0223
    assert result["acceptable"] is True
    later = compute("ahp", {"matrix": DRINKS, "random_index": "saaty-later"})
    assert round(later["consistency_ratio"], 4) == 0.0218
    assert later["random_index"] == "saaty-later"


def test_three_items():
    result = compute("ahp", {"matrix": reciprocal([2, 5], [3])})
    assert [round(w, 4) for w in result["weights"]] == [0.5816, 0.3090, 0.1095]
    assert round(result["consistency_ratio"], 4) == 0.0032
    assert result["worst_triple"] == [0, 1, 2]


def test_two_items_cannot_contradict_each_other():
    result = compute("ahp", {"matrix": reciprocal([3])})
    assert result["weights"] == near([0.75, 0.25])
    assert (result["consistency_ratio"], result["worst_triple"]) == (0, None)


def test_contradictions_are_named():
    result = compute("ahp", {"matrix": reciprocal([5, 1 / 5], [5])})
    assert (result["acceptable"], codes(result)) == (False, ["inconsistent", "circular"])


def test_a_perfect_matrix_gives_its_weights():
    wished = [0.5, 0.3, 0.15, 0.05]
    result = compute("ahp", {"matrix": [[a / b for b in wished] for a in wished]})
    assert result["weights"] == near(wished)
    assert result["geometric_mean_weights"] == near(wished)
    assert result["lambda_max"] == near(4)
    assert result["consistency_ratio"] == near(0)


@settings(deadline=None)
@given(st.permutations(range(7)))
def test_weights_go_with_their_items(order):
    plain = compute("ahp", {"matrix": DRINKS})["weights"]
    turned = compute("ahp", {"matrix": [[DRINKS[i][j] for j in order] for i in order]})["weights"]
    assert turned == near([plain[i] for i in order])


def test_ahp_refuses():
    assert refused("ahp", {"matrix": [[1, 2], [2, 1]]}) == "matrix[1][0]"
    assert refused("ahp", {"matrix": [[2]]}) == "matrix[0][0]"
    assert refused("ahp", {"matrix": [[1, 0], [1, 1]]}) == "matrix[0][1]"
    assert refused("ahp", {"matrix": [[1, 2]]}) == "matrix[0]"
    assert refused("ahp", {"matrix": []}) == "matrix"
    assert refused("ahp", {"matrix": [[1.0] * 11] * 11}) == "matrix"


def test_a_group_by_geometric_mean():
    # 3 and 1/3 average to 1
    pair = [reciprocal([3]), reciprocal([1 / 3])]
    result = compute("ahp-group", {"matrices": pair})
    assert result["matrix"] == [near([1, 1]), near([1, 1])]
    assert result["weights"] == near([0.5, 0.5])
    assert [one["weights"] for one in result["individual"]] == [
        near([0.75, 0.25]),
        near([0.25, 0.75]),
    ]
    uneven = compute("ahp-group", {"matrices": [reciprocal([2]), reciprocal([8])]})
    assert uneven["matrix"][0][1] == near(math.sqrt(16))
    other = [reciprocal([3]), reciprocal([1, 1], [1])]
    assert refused("ahp-group", {"matrices": other}) == "matrices[1]"


def test_a_hierarchy_by_hand():
    result = compute(
        "ahp-hierarchy",
        {
            "criteria_weights": [0.6, 0.4],
            "alternatives": [
                {"id": "a", "priorities": [0.7, 0.2]},
                {"id": "b", "priorities": [0.3, 0.8]},
            ],
        },
    )
    assert of(result, "alternatives", "priority") == near([0.5, 0.5])
    assert of(result, "alternatives", "rank") == [1, 1]
    assert result["ranking"] == ["a", "b"]


SAATY_1980 = [0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]
SAATY_LATER = [0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49]


def test_both_tables_of_chance():
    for name, table in (("saaty-1980", SAATY_1980), ("saaty-later", SAATY_LATER)):
        for size, chance in enumerate(table, start=3):
            matrix = [[1.0] * size for _ in range(size)]
            matrix[0][1], matrix[1][0] = 4.0, 0.25
            result = compute("ahp", {"matrix": matrix, "random_index": name})
            index = (result["lambda_max"] - size) / (size - 1)
            assert result["consistency_index"] == near(index)
            assert result["consistency_ratio"] == near(index / chance)


def test_a_tenth_is_the_limit():
    # three items with a circle's product x²: λ = 1 + t + 1/t with t³ = x², the ratio is 0.1 at 1.66
    for x, acceptable in ((1.6, True), (1.75, False)):
        result = compute("ahp", {"matrix": reciprocal([x, 1], [x])})
        t = x ** (2 / 3)
        assert result["lambda_max"] == near(1 + t + 1 / t)
        assert result["acceptable"] is acceptable
        assert ("inconsistent" in codes(result)) is not acceptable
