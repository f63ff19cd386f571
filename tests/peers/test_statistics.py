"""Against scipy and statsmodels: intervals, tests, sizes of samples, quantiles, functions."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats
from statsmodels.stats import power as powers
from statsmodels.stats import proportion
from statsmodels.stats.weightstats import DescrStatsW

from planner.analysis.quantiles import normal, student, two_sided
from planner.analysis.special import hypergeometric, log_gamma
from planner.calc import compute
from tests.analysis.asking import near, of

CONFIDENCE = st.floats(0.5, 0.999)


@st.composite
def samples(draw):
    n = draw(st.integers(1, 5000))
    return {"successes": draw(st.integers(0, n)), "n": n}


@settings(deadline=None)
@given(samples(), CONFIDENCE)
def test_score_interval(sample, confidence):
    hits, n = sample["successes"], sample["n"]
    ours = compute("wilson", {**sample, "confidence": confidence})
    theirs = stats.binomtest(hits, n).proportion_ci(confidence, "wilson")
    assert (ours["low"], ours["high"]) == near((theirs.low, theirs.high), 1e-9)
    others = proportion.proportion_confint(hits, n, 1 - confidence, "wilson")
    assert (ours["low"], ours["high"]) == near((float(others[0]), float(others[1])), 1e-9)


@settings(deadline=None)
@given(samples(), samples(), CONFIDENCE)
def test_difference_of_shares(first, second, confidence):
    ours = compute(
        "proportion-difference", {"first": first, "second": second, "confidence": confidence}
    )
    # its difference is of the first less the second named: here ours the other way round
    low, high = proportion.confint_proportions_2indep(
        second["successes"],
        second["n"],
        first["successes"],
        first["n"],
        method="newcomb",
        compare="diff",
        alpha=1 - confidence,
    )
    assert (ours["low"], ours["high"]) == near((float(low), float(high)))
    joint = first["successes"] + second["successes"]
    if 0 < joint < first["n"] + second["n"]:
        z, p = proportion.proportions_ztest(
            [second["successes"], first["successes"]], [second["n"], first["n"]]
        )
        assert (ours["z"], ours["p_value"]) == near((float(z), float(p)))
        # z² is the chi-square of the table without Yates' correction
        table = [
            [one["successes"] for one in (first, second)],
            [one["n"] - one["successes"] for one in (first, second)],
        ]
        assert ours["z"] ** 2 == near(float(stats.chi2_contingency(table, correction=False)[0]))
    else:
        assert (ours["z"], ours["p_value"]) == (None, None)


@settings(deadline=None)
@given(st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=60), CONFIDENCE)
def test_interval_of_a_mean(values, confidence):
    ours = compute("mean-interval", {"values": [v / 8 for v in values], "confidence": confidence})
    data = np.array(values) / 8
    assert ours["sd"] == near(float(data.std(ddof=1)))
    if data.std() > 0:
        bounds = stats.t.interval(confidence, len(data) - 1, loc=data.mean(), scale=stats.sem(data))
        assert (ours["low"], ours["high"]) == near(tuple(map(float, bounds)), 1e-9)
        others = DescrStatsW(data).tconfint_mean(1 - confidence)
        assert (ours["low"], ours["high"]) == near(tuple(map(float, others)), 1e-9)


@settings(deadline=None)
@given(*[st.integers(0, 800)] * 3, CONFIDENCE)
def test_net_promoters(promoters, passives, detractors, confidence):
    answers = np.repeat([1, 0, -1], [promoters, passives, detractors])
    if not len(answers):
        return
    ours = compute(
        "nps",
        {
            "promoters": promoters,
            "passives": passives,
            "detractors": detractors,
            "confidence": confidence,
        },
    )
    # a mean of ones, naughts and minus ones, its deviation that of the population
    scale = float(answers.std()) / math.sqrt(len(answers))
    margin = stats.norm.ppf((1 + confidence) / 2) * scale
    assert ours["nps_points"] == near(float(answers.mean()) * 100)
    assert ours["margin_of_error_points"] == near(float(margin) * 100, 1e-8)


RATES = st.tuples(st.floats(0.005, 0.995), st.floats(0.005, 0.995)).filter(
    lambda pair: abs(pair[0] - pair[1]) > 0.002
)


@settings(deadline=None)
@given(RATES, st.floats(0.001, 0.2), st.floats(0.5, 0.99))
def test_size_of_an_ab_test(rates, alpha, power):
    p1, p2 = rates
    ours = compute("ab-sample-size", {"p1": p1, "p2": p2, "alpha": alpha, "power": power})
    theirs = proportion.samplesize_proportions_2indep_onetail(p2 - p1, p1, power, 1, alpha)
    assert ours["n_exact"] == near(float(theirs), 1e-8)
    seen = proportion.power_proportions_2indep(p2 - p1, p1, ours["n_exact"], 1, alpha)
    # the peer adds the chance of an alarm on the wrong side, less than half the level
    assert power - 1e-9 <= seen.power <= power + alpha / 2
    miller = powers.normal_sample_size_one_tail(
        p2 - p1,
        power,
        alpha / 2,
        std_null=math.sqrt(2 * p1 * (1 - p1)),
        std_alternative=math.sqrt(p1 * (1 - p1) + p2 * (1 - p2)),
    )
    assert ours["n_evan_miller"] == pytest.approx(float(miller), abs=0.5 + 1e-6)


@settings(deadline=None)
@given(st.floats(0.005, 0.5), st.floats(0.01, 0.99), st.floats(0.5, 0.999))
def test_size_of_a_survey(error, share, confidence):
    data = {"margin_of_error": error, "p": share, "confidence": confidence}
    ours = compute("survey-sample-size", data)
    theirs = proportion.samplesize_confint_proportion(share, error, 1 - confidence)
    assert ours["n_exact"] == near(float(theirs), 1e-8)
    assert ours["n"] == math.ceil(theirs - 1e-9)


@settings(deadline=None)
@given(st.floats(0.01, 0.2), st.integers(50, 100_000))
def test_size_of_a_survey_in_a_small_town(error, population):
    ours = compute("survey-sample-size", {"margin_of_error": error, "population": population})
    # drawn without putting back: the hypergeometric deviation of a share, here of one half
    n, even = ours["n_exact"], population // 2 * 2
    half = stats.norm.ppf(0.975) * math.sqrt(0.25 / n * (population - n) / (population - 1))
    assert half == near(error, 1e-9)
    draws = max(1, min(round(n), even - 1))
    drawn = float(stats.hypergeom(even, even // 2, draws).std()) / draws
    assert drawn == near(math.sqrt(0.25 / draws * (even - draws) / (even - 1)), 1e-9)


def test_normal_quantiles():
    parts = np.concatenate([np.logspace(-300, -1, 200), np.linspace(0.1, 0.9, 81)])
    found = [normal(float(part)) for part in parts]
    assert found == near(stats.norm.ppf(parts).tolist(), 1e-13)
    wide = 1 - np.logspace(-15, -0.5, 100)
    assert [two_sided(float(c)) for c in wide] == near(
        stats.norm.isf((1 - wide) / 2).tolist(), 1e-13
    )


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 5, 7, 10, 17, 30, 63, 120, 500, 3000, 100_000])
def test_students_quantiles(freedom):
    levels = np.concatenate([np.linspace(0.01, 0.99, 50), 1 - np.logspace(-9, -2, 20)])
    found = [student(float(level), freedom) for level in levels]
    assert found == near(stats.t.isf((1 - levels) / 2, freedom).tolist(), 1e-9)


def test_logarithm_of_the_gamma_function():
    values = np.concatenate([np.logspace(-8, 8, 400), np.arange(0.5, 60, 0.5)])
    assert log_gamma(values).tolist() == near(special.gammaln(values).tolist(), 1e-12)


def test_hypergeometric_series_of_scipy():
    chance = np.random.default_rng(15)
    count = 4000
    a, b, c = np.exp(chance.uniform(-3, 3, (3, count)))
    z = np.concatenate([chance.uniform(0, 1, count // 2), 1 - np.exp(chance.uniform(-7, 0, 2000))])
    theirs = special.hyp2f1(a, b, c, z)
    assert hypergeometric(a, b, c, z).tolist() == near(theirs.tolist(), 1e-8)
    # as BG/NBD asks for them: (r + x, b + x; a + b + x − 1; z)
    x = chance.poisson(5, count).astype(float)
    first, second, third = a + x, b + x, c + b + x
    theirs = special.hyp2f1(first, second, third, z)
    assert hypergeometric(first, second, third, z).tolist() == near(theirs.tolist(), 1e-8)


@settings(deadline=None)
@given(st.lists(st.floats(1, 1e6), min_size=6, max_size=20))
def test_growth_of_pandas(sales):
    ours = compute("life-cycle", {"sales": sales})
    growth = pd.Series(sales).pct_change().dropna()
    assert ours["growth"] == near(growth.tolist())
    assert ours["sd"] == near(float(growth.std()))


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_sold_in_all_of_pandas(count, seed):
    revenue = np.random.default_rng(seed).lognormal(3, 1.5, count)
    items = [{"id": f"i{i}", "revenue": value} for i, value in enumerate(revenue.tolist())]
    ours = compute("abc", {"items": items})
    shares = pd.Series(revenue).sort_values(ascending=False)
    shares = (shares.cumsum() / shares.sum()).sort_index()
    assert of(ours, "items", "cumulative_share") == near(shares.tolist())
    cut = pd.cut(shares, [0, 0.8 + 1e-9, 0.95 + 1e-9, 2], labels=list("ABC"))
    assert of(ours, "items", "class") == cut.tolist()
