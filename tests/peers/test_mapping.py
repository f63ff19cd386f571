"""Against prince and scikit-learn: components, correspondences, classical scaling."""

import numpy as np
import pandas as pd
import prince
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from sklearn.decomposition import PCA
from sklearn.manifold import ClassicalMDS
from sklearn.preprocessing import StandardScaler

from planner.calc import compute
from tests.analysis.asking import near, of

SEEDS = st.integers(0, 2**32 - 1)


def same_map(ours, theirs, digits=1e-8):
    """Whether two maps agree up to the direction of each axis, which nothing fixes."""
    mine, other = np.array(ours, dtype=float), np.asarray(theirs, dtype=float)
    for axis in range(mine.shape[1]):
        turned = np.sign(mine[:, axis] @ other[:, axis]) or 1.0
        assert mine[:, axis] == near(turned * other[:, axis], digits)


def rated(chance, brands, attributes):
    table = chance.normal(0, 1, (brands, attributes)) @ chance.normal(0, 1, (attributes,) * 2)
    return table * 10.0 ** chance.integers(-2, 4, attributes) + chance.uniform(-50, 50, attributes)


def pca(table):
    brands = [{"id": f"b{i}", "ratings": row} for i, row in enumerate(table.tolist())]
    names = [f"x{i}" for i in range(table.shape[1])]
    return compute("pca-map", {"attributes": names, "brands": brands})


@settings(deadline=None)
@given(st.integers(3, 12), st.integers(2, 8), SEEDS)
def test_components_of_scikit_learn(brands, attributes, seed):
    table = rated(np.random.default_rng(seed), brands, attributes)
    theirs = PCA().fit(StandardScaler().fit_transform(table))
    ours = pca(table)
    axes = len(theirs.explained_variance_ratio_)
    known = min(axes, attributes)
    assert ours["explained"][:known] == near(theirs.explained_variance_ratio_.tolist())
    same_map(of(ours, "attributes", "loadings"), theirs.components_[:2].T)
    # its scaler divides by the deviation of the population, ours by that of a sample
    scores = theirs.transform(StandardScaler().fit_transform(table))[:, :2]
    same_map(of(ours, "brands", "coordinates"), scores * np.sqrt((brands - 1) / brands))
    assert ours["eigenvalues"] == near(
        np.linalg.eigvalsh(np.corrcoef(table.T))[::-1].clip(0).tolist()
    )


@settings(deadline=None, max_examples=25)
@given(st.integers(4, 12), st.integers(2, 6), SEEDS)
def test_components_of_prince(brands, attributes, seed):
    table = rated(np.random.default_rng(seed), brands, attributes)
    data = pd.DataFrame(table, columns=[f"x{i}" for i in range(attributes)])
    theirs = prince.PCA(n_components=2, engine="scipy").fit(data)
    ours = pca(table)
    assert ours["eigenvalues"][:2] == near(theirs.eigenvalues_.tolist())
    # it divides by the deviation of the population as well
    scores = theirs.row_coordinates(data).to_numpy() * np.sqrt((brands - 1) / brands)
    same_map(of(ours, "brands", "coordinates"), scores)
    correlations = theirs.column_correlations.to_numpy()
    loadings = np.array(of(ours, "attributes", "loadings"))
    same_map(loadings * np.sqrt(ours["eigenvalues"][:2]), correlations)


@settings(deadline=None)
@given(st.integers(3, 9), st.integers(3, 9), SEEDS)
def test_correspondences_of_prince(rows, columns, seed):
    counts = np.random.default_rng(seed).integers(0, 60, (rows, columns))
    counts[:, 0] += 1
    counts[0] += 1
    names = [f"w{i}" for i in range(columns)]
    data = pd.DataFrame(counts, columns=names, index=[f"b{i}" for i in range(rows)])
    axes = min(rows, columns) - 1
    theirs = prince.CA(n_components=axes, engine="scipy").fit(data)
    ours = compute(
        "ca-map",
        {
            "columns": names,
            "rows": [{"id": f"b{i}", "counts": row} for i, row in enumerate(counts.tolist())],
        },
    )
    assert ours["inertias"] == near(theirs.eigenvalues_.tolist())
    assert ours["total_inertia"] == near(float(theirs.total_inertia_))
    assert ours["explained"] == near((theirs.percentage_of_variance_ / 100).tolist())
    by_row = theirs.row_coordinates(data).to_numpy()[:, :2]
    by_column = theirs.column_coordinates(data).to_numpy()[:, :2]
    # one pair of signs for rows and columns alike
    both = of(ours, "rows", "coordinates") + of(ours, "columns", "coordinates")
    same_map(both, np.concatenate([by_row, by_column]))


@settings(deadline=None)
@given(st.integers(2, 9), st.integers(2, 9), SEEDS)
def test_inertia_is_scipys_chi_square(rows, columns, seed):
    counts = np.random.default_rng(seed).integers(1, 60, (rows, columns))
    ours = compute(
        "ca-map",
        {
            "columns": [f"w{i}" for i in range(columns)],
            "rows": [{"id": f"b{i}", "counts": row} for i, row in enumerate(counts.tolist())],
        },
    )
    theirs = stats.chi2_contingency(counts, correction=False)
    assert ours["chi_square"] == near(float(theirs.statistic))


@settings(deadline=None)
@given(st.integers(4, 12), SEEDS)
def test_scaling_of_scikit_learn(items, seed):
    chance = np.random.default_rng(seed)
    # distances judged a tenth wrong: a plane no longer holds them, some eigenvalues lie below 0
    points = chance.normal(0, 1, (items, 4))
    noise = np.triu(chance.uniform(0.9, 1.1, (items, items)), 1)
    table = np.linalg.norm(points[:, None] - points, axis=2) * (noise + noise.T)
    theirs = ClassicalMDS(n_components=2, metric="precomputed").fit(table)
    ours = compute(
        "mds-map",
        {"items": [f"p{i}" for i in range(items)], "dissimilarities": table.tolist()},
    )
    assert ours["eigenvalues"][:2] == near(theirs.eigenvalues_.tolist(), 1e-8)
    same_map(of(ours, "items", "coordinates"), theirs.embedding_)
    every = np.linalg.eigvalsh(-0.5 * doubly_centred(table**2))[::-1]
    assert ours["eigenvalues"] == near(every.tolist(), 1e-8)
    assert ours["fit"] == near(float(every[:2].clip(0).sum() / np.abs(every).sum()))


def doubly_centred(table):
    return table - table.mean(axis=0) - table.mean(axis=1)[:, None] + table.mean()
