"""Against scipy: moments, simulated percentiles, carry-over, contacts by chance."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal, stats

from planner.calc import compute
from tests.analysis.asking import near, of

DRAWS, THEIRS = 100_000, 1_000_000
# Dvoretzky, Kiefer & Wolfowitz with Massart's constant: a distribution drawn n times is nowhere
# further from the true one than √(ln(2/δ)/2n), but for a chance of δ, here one in ten million
OFF = sum(math.sqrt(math.log(2e7) / (2 * n)) for n in (DRAWS, THEIRS))


def drawn(seed):
    """Uncertain inputs, as ours and as scipy's frozen distributions."""
    chance = np.random.default_rng(seed)
    ours, theirs = [], []
    for place in range(int(chance.integers(1, 6))):
        kind = chance.choice(["triangular", "beta-pert", "lognormal", "constant"])
        name = {"id": f"x{place}", "distribution": str(kind)}
        if kind == "lognormal":
            middle, width = chance.normal(1, 1), chance.uniform(0.05, 0.7)
            ours.append({**name, "log_mean": middle, "log_sd": width})
            theirs.append(stats.lognorm(width, scale=math.exp(middle)))
        elif kind == "constant":
            value = chance.uniform(0.5, 9)
            ours.append({**name, "value": value})
            theirs.append(stats.uniform(value, 0))
        else:
            low, width, part = chance.uniform(0.1, 20), chance.uniform(0.1, 30), chance.random()
            ours.append({**name, "min": low, "mode": low + part * width, "max": low + width})
            if kind == "triangular":
                theirs.append(stats.triang(part, low, width))
            else:
                theirs.append(stats.beta(1 + 4 * part, 5 - 4 * part, low, width))
    return ours, theirs


def moments(one):
    """A frozen distribution's mean and variance; nothing is uncertain in a width of 0."""
    if one.dist.name == "uniform":
        return one.args[0], 0.0
    return float(one.mean()), float(one.var())


@settings(deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_moments_of_scipy(seed):
    ours, theirs = drawn(seed)
    known = [moments(one) for one in theirs]
    added = compute("monte-carlo", {"inputs": ours, "model": "sum", "draws": 1000})
    assert added["exact_mean"] == near(sum(mean for mean, _ in known))
    assert added["exact_sd"] == near(math.sqrt(sum(spread for _, spread in known)))
    product = compute("monte-carlo", {"inputs": ours, "draws": 1000})
    mean = math.prod(mean for mean, _ in known)
    square = math.prod(spread + mean**2 for mean, spread in known)
    assert product["exact_mean"] == near(mean)
    spread = math.sqrt(max(square - mean**2, 0.0))
    # a difference of squares keeps half of its digits
    assert product["exact_sd"] == pytest.approx(spread, rel=1e-6, abs=1e-7 * mean)


def simulated(one, chance):
    if one.dist.name == "uniform":
        return np.full(THEIRS, one.args[0])
    return one.rvs(THEIRS, random_state=chance)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("model", ["product", "sum"])
def test_percentiles_of_an_independent_simulation(seed, model):
    ours, theirs = drawn(seed)
    if all(one["distribution"] == "constant" for one in ours):
        pytest.fail("nothing is uncertain: choose another seed")
    columns = [
        simulated(one, np.random.default_rng(1000 + seed + i)) for i, one in enumerate(theirs)
    ]
    other = np.multiply.reduce(columns) if model == "product" else np.add.reduce(columns)
    goal = float(np.quantile(other, 0.3))
    margin, spend = 0.4, float(np.median(other)) * 0.4
    found = compute(
        "monte-carlo",
        {
            "inputs": ours,
            "model": model,
            "draws": DRAWS,
            "goal": goal,
            "margin": margin,
            "spend": spend,
        },
    )
    other = np.sort(other)
    for part in (5, 10, 50, 90, 95):
        below = np.searchsorted(other, found[f"p{part}"]) / THEIRS
        assert below == pytest.approx(part / 100, abs=OFF)
        returned = np.searchsorted(other * (margin / spend) - 1, found["romi"][f"p{part}"]) / THEIRS
        assert returned == pytest.approx(part / 100, abs=OFF)
    assert found["p_goal"] == pytest.approx(0.7, abs=OFF)
    assert found["romi"]["p_positive"] == pytest.approx(0.5, abs=OFF)
    # means of 100,000 and of a million lie within six of their standard errors
    error = 6 * other.std() * (DRAWS**-0.5 + THEIRS**-0.5)
    assert found["mean"] == pytest.approx(other.mean(), abs=error)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 50), st.integers(-99, 99)), min_size=1, max_size=6))
def test_scenarios_of_scipy(pairs):
    weights = np.array([weight for weight, _ in pairs]) / sum(weight for weight, _ in pairs)
    results = [result for _, result in pairs]
    rows = [
        {"id": f"s{i}", "probability": p, "result": result}
        for i, (p, result) in enumerate(zip(weights.tolist(), results, strict=True))
    ]
    ours = compute("scenarios", {"scenarios": rows})
    values = np.unique(results)
    chances = [weights[np.array(results) == value].sum() for value in values]
    theirs = stats.rv_discrete(values=(values, chances))
    assert ours["expected"] == near(float(theirs.mean()), 1e-8)
    assert ours["sd"] == near(float(theirs.std()), 1e-5)
    assert ours["p_loss"] == near(float(theirs.cdf(-1)))


@settings(deadline=None)
@given(st.lists(st.floats(0, 1e5), min_size=1, max_size=60), st.floats(0.001, 0.99))
def test_carry_over_by_a_filter(spend, decay):
    ours = compute("adstock", {"spend": spend, "decay": decay})
    theirs = signal.lfilter([1], [1, -decay], spend)
    assert ours["adstock"] == near(theirs.tolist())
    assert ours["normalised"] == near(((1 - decay) * theirs).tolist())
    assert ours["total"] == near(float(theirs.sum()))
    assert decay ** ours["half_life"] == near(0.5)


@settings(deadline=None)
@given(st.floats(0, 1), st.integers(1, 300))
def test_contacts_of_scipy(share, insertions):
    ours = compute("insertion-frequency", {"reach_per_insertion": share, "insertions": insertions})
    theirs = stats.binom(insertions, share)
    assert ours["reach_at_least"] == near(theirs.sf(np.arange(insertions)).tolist())
    if share > 1e-6:
        assert ours["average_frequency"] == near(float(theirs.mean() / theirs.sf(0)), 1e-8)


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_media_that_overlap_at_random(reaches):
    ours = compute("net-reach", {"reaches": reaches})
    # contacts are a sum of independent yes and no: their chances are a product of polynomials
    chances = np.array([1.0])
    for reach in reaches:
        chances = np.convolve(chances, [1 - reach, reach])
    assert ours["net_reach"] == near(float(chances[1:].sum()))
    assert ours["grp"] == near(100 * float(np.arange(len(chances)) @ chances))


def test_tornado_by_sets_of_rows():
    chance = np.random.default_rng(57)
    for model, combine in (("product", np.prod), ("sum", np.sum)):
        table = chance.uniform(-5, 9, (7, 3))
        rows = [
            {"id": f"x{i}", "low": low, "base": base, "high": high}
            for i, (low, base, high) in enumerate(table.tolist())
        ]
        ours = compute("tornado", {"inputs": rows, "model": model})
        base = combine(table[:, 1])
        for name, column in (("low_change", 0), ("high_change", 2)):
            changed = np.where(np.eye(7) > 0, table[:, column], table[:, 1])
            moved = [combine(row) - base for row in changed]
            assert of(ours, "inputs", name) == near(np.array(moved).tolist())
