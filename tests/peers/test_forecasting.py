"""Against statsmodels, scikit-learn, pandas and scipy: smoothing, accuracy, diffusion."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, optimize
from sklearn import metrics
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.holtwinters import ExponentialSmoothing, Holt, SimpleExpSmoothing

from planner.calc import compute
from tests.analysis.asking import near

SEEDS = st.integers(0, 2**32 - 1)
PART = st.floats(0.01, 0.99)


def series(seed, count, period=1):
    """Level, trend and season, each with chance in it."""
    chance = np.random.default_rng(seed)
    season = np.tile(chance.normal(0, 20, period), count // period + 1)[:count]
    walk = np.cumsum(chance.normal(0.5, 3, count))
    return 100 + walk + season + chance.normal(0, 5, count)


@settings(deadline=None)
@given(SEEDS, st.integers(2, 40), PART, st.floats(50, 150))
def test_level_of_statsmodels(seed, count, alpha, level):
    y = series(seed, count)
    model = SimpleExpSmoothing(y, initialization_method="known", initial_level=level)
    theirs = model.fit(smoothing_level=alpha, optimized=False)
    ours = compute("ses", {"y": y.tolist(), "alpha": alpha, "level0": level, "horizon": 3})
    assert ours["fitted"] == near(theirs.fittedvalues.tolist())
    assert ours["forecast"] == near(theirs.forecast(3).tolist())
    assert ours["sse"] == near(float(theirs.sse))


@settings(deadline=None)
@given(SEEDS, st.integers(3, 40), PART, PART, st.floats(50, 150), st.floats(-5, 5))
def test_trend_of_statsmodels(seed, count, alpha, beta, level, trend):
    y = series(seed, count)
    model = Holt(y, initialization_method="known", initial_level=level, initial_trend=trend)
    theirs = model.fit(smoothing_level=alpha, smoothing_trend=beta, optimized=False)
    data = {"y": y.tolist(), "alpha": alpha, "beta": beta, "level0": level, "trend0": trend}
    ours = compute("holt", {**data, "horizon": 5})
    assert ours["fitted"] == near(theirs.fittedvalues.tolist())
    assert ours["forecast"] == near(theirs.forecast(5).tolist())
    assert (ours["level"], ours["trend"]) == near((theirs.level[-1], theirs.trend[-1]))


@settings(deadline=None)
@given(SEEDS, st.sampled_from([2, 4, 7, 12]), st.integers(0, 30), st.tuples(PART, PART, PART))
def test_season_of_statsmodels(seed, period, more, weights):
    alpha, beta, gamma = weights
    y = series(seed, 2 * period + more, period)
    start = np.random.default_rng(seed).normal(0, 20, period)
    known = {"initial_level": 100.0, "initial_trend": 0.5, "initial_seasonal": start}
    model = ExponentialSmoothing(
        y,
        trend="add",
        seasonal="add",
        seasonal_periods=period,
        initialization_method="known",
        **known,
    )
    theirs = model.fit(
        smoothing_level=alpha, smoothing_trend=beta, smoothing_seasonal=gamma, optimized=False
    )
    horizon = 2 * period + 1
    ours = compute(
        "holt-winters",
        {
            "y": y.tolist(),
            "period": period,
            "alpha": alpha,
            "beta": beta,
            "gamma": gamma,
            "level0": 100.0,
            "trend0": 0.5,
            "season0": start.tolist(),
            "horizon": horizon,
        },
    )
    assert ours["fitted"] == near(theirs.fittedvalues.tolist(), 1e-8)
    assert ours["sse"] == near(float(theirs.sse), 1e-8)
    # up to 0.15.0 the peer takes a year-old season at multiples of the period: issue 9538
    steps = [step for step in range(horizon) if (step + 1) % period]
    forecast = theirs.forecast(horizon)
    assert np.array(ours["forecast"])[steps] == near(forecast[steps], 1e-8)
    # its other implementation takes the latest one
    states = ETSModel(
        y,
        error="add",
        trend="add",
        seasonal="add",
        seasonal_periods=period,
        initialization_method="known",
        **known,
    )
    # there the trend is smoothed by β* = αβ
    followed = states.smooth([alpha, alpha * beta, gamma])
    assert ours["fitted"] == near(followed.fittedvalues.tolist(), 1e-8)
    assert ours["forecast"] == near(followed.forecast(horizon).tolist(), 1e-8)


@pytest.mark.parametrize("seed", range(14))
def test_fitted_no_worse_than_statsmodels(seed):
    count = 8 + 3 * (seed % 12)
    y = series(seed, count)
    ours = compute("ses", {"y": y.tolist()})
    theirs = SimpleExpSmoothing(y, initialization_method="estimated").fit()
    assert ours["sse"] <= theirs.sse * (1 + 1e-9)
    ours = compute("holt", {"y": y.tolist()})
    theirs = Holt(y, initialization_method="estimated").fit()
    assert ours["sse"] <= theirs.sse * (1 + 1e-9)


@pytest.mark.parametrize("seed", range(8))
def test_seasons_fitted_no_worse_than_statsmodels(seed):
    period = (4, 12)[seed % 2]
    y = series(seed, 4 * period + seed, period)
    ours = compute("holt-winters", {"y": y.tolist(), "period": period})
    model = ExponentialSmoothing(
        y,
        trend="add",
        seasonal="add",
        seasonal_periods=period,
        initialization_method="estimated",
    )
    assert ours["sse"] <= model.fit().sse * (1 + 1e-9)


@settings(deadline=None)
@given(SEEDS, st.sampled_from([2, 4, 12]), st.integers(0, 40))
def test_seasonal_index_of_pandas(seed, period, more):
    y = series(seed, period + more, period)
    ours = compute("seasonal-naive", {"y": y.tolist(), "period": period, "horizon": 2 * period})
    table = pd.Series(y[: len(y) // period * period])
    index = table.groupby(table.index % period).mean() / table.mean()
    assert ours["index"] == near(index.tolist())
    assert ours["forecast"] == near([*y[-period:], *y[-period:]])
    if len(y) >= 2 * period:
        change = pd.Series(y).pct_change(period).tail(period)
        assert ours["year_on_year"] == near(change.tolist())


@settings(deadline=None)
@given(SEEDS, st.integers(1, 40))
def test_accuracy_of_scikit_learn(seed, count):
    chance = np.random.default_rng(seed)
    actual, forecast, training = (series(seed + i, n) for i, n in enumerate((count, count, 20)))
    actual *= chance.choice([-1, 1], count)
    ours = compute(
        "forecast-accuracy",
        {
            "actual": actual.tolist(),
            "forecast": forecast.tolist(),
            "training": training.tolist(),
        },
    )
    absolute = float(metrics.mean_absolute_error(actual, forecast))
    assert ours["mae"] == near(absolute)
    assert ours["rmse"] == near(float(metrics.root_mean_squared_error(actual, forecast)))
    assert ours["mape"] == near(float(metrics.mean_absolute_percentage_error(actual, forecast)))
    assert ours["wape"] == near(absolute / float(np.abs(actual).mean()))
    assert ours["mase"] == near(absolute / float(pd.Series(training).diff().abs().mean()))
    assert ours["me"] == near(float((actual - forecast).mean()))


@settings(deadline=None, max_examples=40)
@given(st.floats(0.001, 0.2), st.floats(0.01, 0.9), st.floats(1, 1e6), st.integers(1, 30))
def test_diffusion_by_its_equation(p, q, m, periods):
    ours = compute("bass", {"p": p, "q": q, "m": m, "periods": periods})
    # those who have it draw in others: dF/dt = (p + qF)(1 − F)
    times = np.arange(1, periods + 1)
    solved = integrate.solve_ivp(
        lambda _, f: (p + q * f) * (1 - f),
        (0, periods),
        [0.0],
        method="DOP853",
        t_eval=times,
        rtol=1e-11,
        atol=1e-13,
    )
    assert ours["cumulative"] == near((m * solved.y[0]).tolist(), 1e-8)
    if q > p:
        # most adopt where F = (1 − p/q)/2 makes (p + qF)(1 − F) largest
        share = (1 - p / q) / 2

        def left(t):
            decay = np.exp(-(p + q) * t)
            return (1 - decay) / (1 + q / p * decay) - share

        assert ours["peak_time"] == near(float(optimize.brentq(left, 0, 1e4)), 1e-7)
