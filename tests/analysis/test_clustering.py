"""Examples: METHODS 3.4; partitions that can be counted out by hand."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc import compute
from tests.analysis.asking import codes, near, of, refused

SIX = [[1, 1], [1.5, 2], [2, 1.5], [8, 8], [8.5, 9], [9, 8]]


def clustered(rows, **more):
    columns = [f"c{i}" for i in range(len(rows[0]))]
    return compute("k-means", {"columns": columns, "rows": rows, **more})


def test_six_points_of_the_pages():
    result = clustered(SIX, standardise=False)
    assert result["best_k"] == 2
    assert of(result, "by_k", "k") == [2, 3, 4, 5]
    two, three = result["by_k"][:2]
    assert (two["inertia"], two["silhouette"]) == near((2.1667, 0.8949), 1e-4)
    assert (three["inertia"], three["silhouette"]) == near((1.4167, 0.5653), 1e-4)
    assert (two["sizes"], two["labels"]) == ([3, 3], [0, 0, 0, 1, 1, 1])
    assert result["labels"] == two["labels"]


def test_measures_by_hand():
    # 0 and 2, 10 and 12: inertia 4; between 4·25 = 100; (100/1)/(4/2) = 50; (1 + 1)/10
    result = clustered([[0], [2], [10], [12]], standardise=False, k_max=2)
    two = result["by_k"][0]
    assert (two["inertia"], two["calinski_harabasz"]) == near((4, 50))
    assert two["davies_bouldin"] == near(0.2)
    # outer points: a = 2, b = 11; inner ones: b = 9
    assert two["silhouette"] == near(((9 / 11) + (7 / 9)) / 2)


def best_by_counting(rows, k):
    """The least inertia over every partition."""
    best = np.inf
    for labels in itertools.product(range(k), repeat=len(rows)):
        if len(set(labels)) == k:
            parts = [rows[[i for i, label in enumerate(labels) if label == g]] for g in range(k)]
            best = min(best, sum(((part - part.mean(axis=0)) ** 2).sum() for part in parts))
    return best


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=5, max_size=7, unique=True)
)
def test_the_best_of_all_partitions_is_found(points):
    result = clustered([list(map(float, point)) for point in points], standardise=False, k_max=3)
    rows = np.array(points, dtype=float)
    for found in result["by_k"]:
        assert found["inertia"] == near(best_by_counting(rows, found["k"]))


def kmeans_starts(rows, k, starts):
    """Plain Lloyd from starts of k-means++, as a yardstick."""
    chance = np.random.default_rng(3)
    best = np.inf
    for _ in range(starts):
        centres = rows[[chance.integers(len(rows))]]
        while len(centres) < k:
            away = ((rows[:, None] - centres) ** 2).sum(axis=2).min(axis=1)
            drawn = chance.choice(len(rows), p=away / away.sum())
            centres = np.vstack([centres, rows[drawn]])
        for _ in range(30):
            away = ((rows[:, None] - centres) ** 2).sum(axis=2)
            labels = away.argmin(axis=1)
            centres = np.array(
                [
                    rows[labels == g].mean(axis=0) if (labels == g).any() else centres[g]
                    for g in range(k)
                ]
            )
        best = min(best, float(((rows[:, None] - centres) ** 2).sum(axis=2).min(axis=1).sum()))
    return best


def test_no_worse_than_many_starts_on_hard_data():
    rows = np.random.default_rng(4).uniform(0, 1, (120, 3))
    result = clustered(rows.tolist(), standardise=False, k_min=4, k_max=6)
    for found in result["by_k"]:
        assert found["inertia"] <= kmeans_starts(rows, found["k"], 60) * (1 + 1e-9)


def test_noise_has_no_structure():
    rows = np.random.default_rng(4).uniform(0, 1, (150, 8))
    assert codes(clustered(rows.tolist(), k_max=3)) == ["weak-structure"]
    assert codes(clustered(SIX)) == []


def test_standardised_units_do_not_matter():
    rows = [[x, y * 1000] for x, y in SIX]
    assert clustered(rows)["by_k"][0]["inertia"] == near(clustered(SIX)["by_k"][0]["inertia"])
    # of the whole variance, 2 columns of n, what is left within
    two = clustered(SIX)["by_k"][0]
    assert 0 < two["inertia"] < 2 * len(SIX)


def test_logarithms_are_asked_for_by_column():
    rows = [[0], [1], [9_999], [12_000]]
    plain = clustered(rows, standardise=False, k_max=2)["by_k"][0]
    logs = clustered(rows, standardise=False, k_max=2, log_columns=["c0"])["by_k"][0]
    spread = (np.log(2) ** 2 + np.log(12_001 / 10_000) ** 2) / 2
    assert logs["inertia"] == near(float(spread))
    assert plain["inertia"] == near((1 + 2001**2) / 2)


def test_constants_and_equal_rows():
    result = clustered([[1, 7], [2, 7], [9, 7]])
    assert (result["dropped"], "constant-column" in codes(result)) == (["c1"], True)
    equal = clustered([[1, 2]] * 5)
    assert (equal["best_k"], equal["by_k"], equal["labels"]) == (1, [], [0] * 5)
    assert "no-structure" in codes(equal)
    pairs = clustered([[1], [1], [2], [2]], k_max=4)
    assert of(pairs, "by_k", "k") == [2]
    assert "no-structure" in codes(pairs)


def test_many_rows_are_cut_and_say_so():
    chance = np.random.default_rng(2)
    rows = np.concatenate([chance.normal(c, 1, (1100, 2)) for c in (0, 10)])
    result = clustered(rows.tolist(), k_max=3, standardise=False)
    assert (result["best_k"], codes(result)) == (2, ["search-cut"])
    assert result["by_k"][0]["sizes"] == [1100, 1100]


def test_same_seed_same_labels():
    rows = np.random.default_rng(8).uniform(0, 1, (60, 2)).tolist()
    assert clustered(rows, seed=4) == clustered(rows, seed=4)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"k_max": 7}, "k_max"),
        ({"k_min": 1}, "k_min"),
        ({"k_min": 4, "k_max": 3}, "k_min"),
        ({"rows": []}, "rows"),
        ({"rows": [[1, 2], [1]]}, "rows[1]"),
        ({"rows": [[1, 2], ["a", 2]]}, "rows[1][0]"),
        ({"log_columns": ["z"]}, "log_columns[0]"),
        ({"log_columns": ["x"], "rows": [[1, 2], [-1, 2]]}, "rows[1][0]"),
    ],
)
def test_clusters_refuse(changed, field):
    assert refused("k-means", {"columns": ["x", "y"], "rows": SIX, **changed}) == field
