"""Against scikit-learn: k-means and its measures."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris, load_wine
from sklearn.metrics import (
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_score,
)
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from planner.calc import compute
from tests.analysis.asking import near


def clustered(rows, **more):
    columns = [f"c{i}" for i in range(rows.shape[1])]
    return compute("k-means", {"columns": columns, "rows": rows.tolist(), **more})


def uniform(chance):
    return chance.uniform(0, 1, (120, 4))


def lumps(chance):
    return np.concatenate([chance.normal(chance.uniform(-5, 5, 3), 1.5, (25, 3)) for _ in range(6)])


def skewed(chance):
    return np.exp(chance.normal(0, 1.2, (120, 3)))


def whole(chance):
    return chance.integers(0, 6, (120, 2)).astype(float)


def iris(_):
    return load_iris().data


def wine(_):
    return load_wine().data


@pytest.mark.parametrize("draw", [uniform, lumps, skewed, whole, iris, wine])
def test_no_worse_than_many_starts(draw):
    rows = draw(np.random.default_rng(1))
    standard = StandardScaler().fit_transform(rows)
    for found in clustered(rows, k_min=2, k_max=6)["by_k"]:
        theirs = KMeans(found["k"], n_init=50, random_state=1, tol=0)
        assert found["inertia"] <= theirs.fit(standard).inertia_ * (1 + 1e-9)
        measured(found, standard)


def measured(found, table):
    """The measures of a partition, by scikit-learn on the same labels."""
    labels = np.array(found["labels"])
    centres = np.array([table[labels == one].mean(axis=0) for one in range(found["k"])])
    assert found["inertia"] == near(float(((table - centres[labels]) ** 2).sum()))
    assert found["sizes"] == sorted(np.bincount(labels).tolist())
    if found["k"] < len(table):
        assert found["silhouette"] == near(float(silhouette_score(table, labels)), 1e-7)
        assert found["calinski_harabasz"] == near(float(calinski_harabasz_score(table, labels)))
        # the peer's distances come from squares and products: a row alone is 1e-8 off its centre
        davies_bouldin = float(davies_bouldin_score(table, labels))
        assert found["davies_bouldin"] == near(davies_bouldin, 1e-6)


@settings(deadline=None, max_examples=15)
@given(st.integers(4, 25), st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_measures_of_small_tables(count, width, seed):
    rows = np.random.default_rng(seed).normal(0, 3, (count, width))
    standardise = bool(seed % 2)
    table = StandardScaler().fit_transform(rows) if standardise else rows
    ours = clustered(rows, standardise=standardise, k_max=min(5, count - 1))
    for found in ours["by_k"]:
        theirs = KMeans(found["k"], n_init=10, random_state=1, tol=0)
        assert found["inertia"] <= theirs.fit(table).inertia_ * (1 + 1e-9)
        measured(found, table)
    widths = {one["k"]: silhouette_score(table, one["labels"]) for one in ours["by_k"]}
    assert widths[ours["best_k"]] == near(float(max(widths.values())), 1e-7)


def test_logarithms_of_scikit_learn():
    rows = skewed(np.random.default_rng(9)) * 1000
    table = StandardScaler().fit_transform(FunctionTransformer(np.log1p).fit_transform(rows))
    for found in clustered(rows, log_columns=["c0", "c1", "c2"], k_max=3)["by_k"]:
        theirs = KMeans(found["k"], n_init=60, random_state=1, tol=0).fit(table)
        assert found["inertia"] <= theirs.inertia_ * (1 + 1e-9)
        measured(found, table)


def test_many_rows_in_a_short_search():
    chance = np.random.default_rng(3)
    rows = np.concatenate(
        [chance.normal(c, 1, (900, 3)) for c in ((0, 0, 9), (0, 9, 0), (9, 0, 0))]
    )
    table = StandardScaler().fit_transform(rows)
    found = clustered(rows, k_min=3, k_max=3)["by_k"][0]
    theirs = KMeans(3, n_init=20, random_state=1, tol=0).fit(table)
    assert found["inertia"] == near(float(theirs.inertia_))
    labels = np.array(found["labels"])
    assert found["calinski_harabasz"] == near(float(calinski_harabasz_score(table, labels)))
    assert found["davies_bouldin"] == near(float(davies_bouldin_score(table, labels)), 1e-6)
    # the silhouette is that of 2,000 rows drawn
    assert found["silhouette"] == pytest.approx(silhouette_score(table, labels), abs=0.02)
