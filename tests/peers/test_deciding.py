"""Against pymcdm, scikit-criteria, AHPy, scipy.stats and networkx: weights, votes, choices."""

import ahpy
import networkx as nx
import numpy as np
import pymcdm
import pytest
import skcriteria
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from skcriteria.agg import simple, topsis
from skcriteria.preprocessing import scalers

from planner.calc import compute
from tests.analysis.asking import near, of

SIZES = st.tuples(st.integers(2, 8), st.integers(1, 6), st.integers(0, 2**32 - 1))


def choice(size):
    """Alternatives with a weight and a direction for each criterion."""
    rows, columns, seed = size
    chance = np.random.default_rng(seed)
    table = chance.uniform(0.1, 100, (rows, columns)) * 10.0 ** chance.integers(-3, 6, columns)
    weights = chance.dirichlet(np.ones(columns))
    return table, weights, chance.choice([-1, 1], columns)


def closeness(table, weights, signs, normalisation):
    rows = [{"id": f"a{i}", "values": row} for i, row in enumerate(table.tolist())]
    return compute(
        "topsis",
        {
            "alternatives": rows,
            "weights": weights.tolist(),
            "directions": ["benefit" if sign > 0 else "cost" for sign in signs],
            "normalisation": normalisation,
        },
    )


@pytest.mark.filterwarnings("ignore:Alternatives with indices:UserWarning")  # advice on the data
@settings(deadline=None)
@given(SIZES)
def test_topsis_of_pymcdm(size):
    table, weights, signs = choice(size)
    # its default is min-max; by vector it turns costs round as 1 − x/√Σx², which moves no distance
    for name, function in (
        ("vector", pymcdm.normalizations.vector_normalization),
        ("min-max", pymcdm.normalizations.minmax_normalization),
    ):
        theirs = pymcdm.methods.TOPSIS(function)(table, weights, signs)
        ours = closeness(table, weights, signs, name)
        assert of(ours, "alternatives", "closeness") == near(theirs.tolist())
        assert of(ours, "alternatives", "rank") == stats.rankdata(-theirs, "min").tolist()


@pytest.mark.filterwarnings("ignore:Although TOPSIS can operate:UserWarning")  # its advice
@settings(deadline=None)
@given(SIZES)
def test_topsis_of_scikit_criteria(size):
    table, weights, signs = choice(size)
    known = skcriteria.mkdm(table, signs.tolist(), weights=weights)
    scaled = scalers.VectorScaler("matrix").transform(known)
    theirs = topsis.TOPSIS().evaluate(scaled)
    ours = closeness(table, weights, signs, "vector")
    assert of(ours, "alternatives", "closeness") == near(theirs.e_.similarity.tolist())


@settings(deadline=None)
@given(SIZES)
def test_weighted_scores_of_scikit_criteria(size):
    rows, columns, seed = size
    chance = np.random.default_rng(seed)
    table, weights = chance.uniform(1, 4, (rows, columns)), chance.dirichlet(np.ones(columns))
    known = skcriteria.mkdm(table, [max] * columns, weights=weights)
    theirs = simple.WeightedSumModel().evaluate(known).e_.score.tolist()
    rivals = [{"id": f"r{i}", "ratings": row} for i, row in enumerate(table.tolist())]
    profile = compute("competitive-profile", {"weights": weights.tolist(), "competitors": rivals})
    assert of(profile, "competitors", "score") == near(theirs)
    options = [{"id": f"r{i}", "priorities": row} for i, row in enumerate(table.tolist())]
    carried = compute(
        "ahp-hierarchy", {"criteria_weights": weights.tolist(), "alternatives": options}
    )
    assert of(carried, "alternatives", "priority") == near(theirs)
    segments = [
        {"id": f"r{i}", "attractiveness": row, "strength": row}
        for i, row in enumerate(table.tolist())
    ]
    points = weights.tolist()
    matrix = compute(
        "segment-matrix",
        {"attractiveness_weights": points, "strength_weights": points, "segments": segments},
    )
    assert of(matrix, "segments", "strength") == near(theirs)


@settings(deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_scores_with_gaps_are_masked_means(rows, columns, seed):
    chance = np.random.default_rng(seed)
    table = np.ma.array(
        chance.uniform(1, 4, (rows, columns)), mask=chance.random((rows, columns)) < 0.3
    )
    weights = chance.uniform(0.1, 9, columns)
    theirs = np.ma.average(table, axis=1, weights=weights).tolist()
    rivals = [{"id": f"r{i}", "ratings": row} for i, row in enumerate(table.tolist())]
    ours = compute("competitive-profile", {"weights": weights.tolist(), "competitors": rivals})
    for mine, other in zip(of(ours, "competitors", "score"), theirs, strict=True):
        assert mine is None if other is None else mine == near(other)


JUDGED = st.integers(2, 9).flatmap(
    lambda n: st.lists(
        st.sampled_from([1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 7, 9]),
        min_size=n * (n - 1) // 2,
        max_size=n * (n - 1) // 2,
    )
)


def reciprocal(upper):
    size = round((1 + (1 + 8 * len(upper)) ** 0.5) / 2)
    matrix = np.eye(size)
    matrix[np.triu_indices(size, 1)] = upper
    return np.where(matrix > 0, matrix, 1 / np.where(matrix.T > 0, matrix.T, 1.0))


def compared(name, matrix):
    """AHPy's judgement, to ten digits where it has four; for more it squares until it overflows."""
    size = len(matrix)
    pairs = {(i, j): matrix[i][j] for i in range(size) for j in range(i + 1, size)}
    # “saaty” is its name for the later table, .52 for three items where the one of 1980 has .58
    return ahpy.Compare(name, pairs, precision=10, random_index="saaty")


@settings(deadline=None)
@given(JUDGED)
def test_ahp_of_ahpy(upper):
    matrix = reciprocal(upper)
    theirs = compared("top", matrix)
    ours = compute("ahp", {"matrix": matrix.tolist(), "random_index": "saaty-later"})
    weights = [theirs.local_weights[i] for i in range(len(matrix))]
    assert ours["weights"] == near(weights)
    assert ours["consistency_ratio"] == near(theirs.consistency_ratio)
    # the mean of λ over rows: (Aw)_i = λ w_i for each
    carried = matrix @ np.array(weights) / np.array(weights)
    assert [ours["lambda_max"]] * len(matrix) == near(carried.tolist(), 1e-7)
    means = stats.gmean(matrix, axis=1)
    assert ours["geometric_mean_weights"] == near((means / means.sum()).tolist())


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_ahp_of_a_group(data):
    first = data.draw(JUDGED)
    size = len(first)
    others = data.draw(st.lists(st.permutations(first), min_size=1, max_size=3))
    matrices = [reciprocal(upper) for upper in (first, *others)]
    joint = stats.gmean(np.array(matrices), axis=0)
    ours = compute(
        "ahp-group",
        {"matrices": [m.tolist() for m in matrices], "random_index": "saaty-later"},
    )
    assert np.array(ours["matrix"]) == near(joint)
    theirs = compared("joint", joint)
    assert ours["weights"] == near([theirs.local_weights[i] for i in range(len(joint))])
    for mine, matrix in zip(ours["individual"], matrices, strict=True):
        alone = compared("one", matrix)
        assert mine["weights"] == near([alone.local_weights[i] for i in range(len(matrix))])
        assert mine["consistency_ratio"] == near(alone.consistency_ratio)
    assert size == len(joint) * (len(joint) - 1) // 2


def test_a_hierarchy_of_ahpy():
    chance = np.random.default_rng(61)
    for _ in range(20):
        count = int(chance.integers(2, 6))
        scale = [1 / 9, 1 / 5, 1 / 3, 1, 3, 5, 9]
        drawn = [chance.choice(scale, count * (count - 1) // 2) for _ in range(count)]
        top = reciprocal(chance.choice(scale, count * (count - 1) // 2))
        root = compared("root", top)
        children = [compared(i, reciprocal(upper)) for i, upper in enumerate(drawn)]
        root.add_children(children)
        columns = [compute("ahp", {"matrix": reciprocal(u).tolist()})["weights"] for u in drawn]
        weights = compute("ahp", {"matrix": top.tolist()})["weights"]
        rows = [
            {"id": str(i), "priorities": [column[i] for column in columns]} for i in range(count)
        ]
        ours = compute("ahp-hierarchy", {"criteria_weights": weights, "alternatives": rows})
        theirs = [root.target_weights[i] for i in range(count)]
        assert of(ours, "alternatives", "priority") == near(theirs)


@pytest.mark.parametrize("n", range(1, 16))
def test_ranked_weights_are_the_centre_of_their_corners(n):
    # w₁ ≥ w₂ ≥ … is a simplex with the corners (1, 0, …), (½, ½, 0, …), …
    corners = np.tril(np.ones((n, n))) / np.arange(1, n + 1)[:, None]
    assert compute("roc-weights", {"n": n})["weights"] == near(corners.mean(axis=0).tolist())


VOTED = st.tuples(st.integers(1, 6), st.integers(1, 12), st.integers(0, 2**32 - 1))


@settings(deadline=None)
@given(VOTED)
def test_borda_by_ranks_of_scipy(size):
    names, voters, seed = size
    chance = np.random.default_rng(seed)
    places = chance.integers(0, names, (voters, names))
    counts = chance.integers(1, 9, voters)
    ballots = []
    for row, count in zip(places, counts, strict=True):
        tiers = [[f"c{i}" for i in np.flatnonzero(row == tier)] for tier in np.unique(row)]
        # the last tier may be left out: its members share what remains
        kept = tiers[:-1] if count % 2 else tiers
        ballots.append({"count": int(count), "tiers": kept})
    ours = compute("borda", {"candidates": [f"c{i}" for i in range(names)], "ballots": ballots})
    ranks = stats.rankdata(places, axis=1)
    points = (counts[:, None] * (names - ranks)).sum(axis=0)
    assert of(ours, "candidates", "points") == near(points.tolist())
    assert of(ours, "candidates", "rank") == stats.rankdata(-points, "min").tolist()
    above = (counts[:, None, None] * (places[:, :, None] < places[:, None, :])).sum(axis=0)
    assert ours["pairwise"] == above.tolist()
    beats = nx.from_numpy_array((above > above.T).astype(int), create_using=nx.DiGraph)
    winners = [f"c{i}" for i, degree in beats.out_degree if degree == names - 1]
    assert ours["condorcet_winner"] == (winners[0] if winners else None)


@settings(deadline=None)
@given(st.integers(2, 12), st.integers(3, 9), st.integers(1, 20), st.integers(0, 2**32 - 1))
def test_kendall_by_friedman(raters, items, levels, seed):
    scores = np.random.default_rng(seed).integers(0, levels, (raters, items))
    ranks = stats.rankdata(scores, axis=1)
    assume((ranks != ranks[:, :1]).any())
    ours = compute("kendall-w", {"ranks": ranks.tolist()})
    # Friedman's statistic with its correction for ties is m(n − 1)W
    theirs = stats.friedmanchisquare(*scores.T)
    assert ours["chi_square"] == near(float(theirs.statistic), 1e-8)
    assert stats.chi2.sf(ours["chi_square"], ours["df"]) == near(float(theirs.pvalue), 1e-8)


@settings(deadline=None)
@given(st.integers(2, 12), st.integers(2, 9), st.integers(0, 2**32 - 1))
def test_kendall_by_spearmans_correlations(raters, items, seed):
    chance = np.random.default_rng(seed)
    ranks = np.array([chance.permutation(items) + 1.0 for _ in range(raters)])
    ours = compute("kendall-w", {"ranks": ranks.tolist()})
    # the mean of all pairs' ρ is (mW − 1)/(m − 1) where nobody ties (Kendall & Smith 1939)
    pairs = np.corrcoef(ranks)[np.triu_indices(raters, 1)]
    assert ours["w"] == near((float(pairs.mean()) * (raters - 1) + 1) / raters)
