"""Speed of the methods, as ratios taken in one run: ours against other people's, or a floor."""

from __future__ import annotations

import time

import numpy as np
import polars as pl
import pytest
from scipy.optimize import minimize

import planner
from planner.analysis.allocation import AllocationInput, CurvedChannel, allocate_budget
from planner.analysis.buying import bought, fifth_cuts, scored
from planner.analysis.curves import HillCurve
from planner.analysis.feeding.families import FAMILIES
from planner.analysis.uncertainty import MonteCarloInput, ThreePoint, monte_carlo
from planner.model.plan import from_json, to_json
from tests.plans import sample

ROUNDS = 5


def best_of(call, rounds=ROUNDS, clock=time.perf_counter):
    """The shortest of several times, and what the last call gave."""
    taken, found = [], None
    for _ in range(rounds):
        start = clock()
        found = call()
        taken.append(clock() - start)
    return min(taken), found


def told(name, ours, theirs):
    print(f"{name}: {ours * 1000:.1f} ms against {theirs * 1000:.1f} ms")  # noqa: T201  the figure is the point


CHANNELS, MONTHS = 20, 12


def months_of_channels(bend):
    """Every month of every channel as a curve of its own: 240 of them, in a season."""
    chance = np.random.default_rng(11)
    season = 1 + 0.4 * np.sin(2 * np.pi * np.arange(MONTHS) / MONTHS)
    height = chance.uniform(50, 500, CHANNELS)
    half = chance.uniform(500, 5_000, CHANNELS)
    steep = chance.uniform(*bend, CHANNELS)
    return [
        (height[c] * season[m], half[c], steep[c]) for c in range(CHANNELS) for m in range(MONTHS)
    ]


def with_slsqp(curves, budget):
    """The same with scipy, scaled, with its gradient, from the equal split."""
    b, k, s = (np.array(column) for column in zip(*curves, strict=True))
    equal = (budget / len(curves)) ** s
    scale = (b * equal / (k**s + equal)).sum()
    b = b / scale

    def response(x):
        power = (np.maximum(x, 0) * budget) ** s
        return -(b * power / (k**s + power)).sum()

    def slope(x):
        spend = np.maximum(x, 1e-12) * budget
        power = spend**s
        return -budget * b * s * k**s * spend ** (s - 1) / (k**s + power) ** 2

    count = len(curves)
    found = minimize(
        response,
        np.full(count, 1 / count),
        jac=slope,
        method="SLSQP",
        bounds=[(0, 1)] * count,
        constraints={"type": "eq", "fun": lambda x: x.sum() - 1, "jac": np.ones_like},
        options={"maxiter": 1000, "ftol": 1e-9},
    )
    return -found.fun * scale


@pytest.mark.parametrize("bend", [(0.6, 1.0), (0.6, 3.0)], ids=["concave", "bent up"])
def test_a_year_of_twenty_channels_is_split_faster_than_by_slsqp(bend):
    curves = months_of_channels(bend)
    budget = 250_000.0
    given = AllocationInput(
        tuple(CurvedChannel(f"c{i}", HillCurve("hill", *c)) for i, c in enumerate(curves)), budget
    )
    ours, found = best_of(lambda: allocate_budget(given))
    theirs, solved = best_of(lambda: with_slsqp(curves, budget), 1)
    more = found.response / solved - 1
    told(f"allocation, {more:.4%} better, gap {found.gap:.4%}", ours, theirs)
    assert found.response >= solved * (1 - 1e-9)
    assert found.gap <= 0.0025
    assert theirs / ours >= 20


DRAWS, INPUTS = 100_000, 20


def test_a_simulation_costs_little_more_than_its_draws():
    ranges = [(0.8 + i / 100, 1.0 + i / 90, 1.3 + i / 70) for i in range(INPUTS)]
    inputs = tuple(
        ThreePoint(f"i{i}", "triangular" if i % 2 else "beta-pert", *each)
        for i, each in enumerate(ranges)
    )

    def bare():
        chance = np.random.default_rng(1)
        result = np.ones(DRAWS)
        for i, (low, mode, high) in enumerate(ranges):
            if i % 2:
                result *= chance.triangular(low, mode, high, DRAWS)
            else:
                rise = 1 + 4 * (mode - low) / (high - low)
                result *= low + (high - low) * chance.beta(rise, 6 - rise, DRAWS)
        return result.mean()

    given = MonteCarloInput(inputs, margin=0.4, spend=0.5, goal=1.0, draws=DRAWS)
    floor, _ = best_of(bare)
    ours, _ = best_of(lambda: monte_carlo(given))
    told("simulation", ours, floor)
    assert ours <= 2 * floor


CUSTOMERS, ORDERS = 1_000_000, 3_000_000


def test_a_million_customers_are_scored_about_as_fast_as_by_polars():
    chance = np.random.default_rng(3)
    who = np.concatenate([np.arange(CUSTOMERS), chance.integers(0, CUSTOMERS, ORDERS - CUSTOMERS)])
    chance.shuffle(who)
    days = chance.integers(20_000, 21_000, ORDERS)
    amounts = np.round(chance.gamma(2, 30, ORDERS), 2)
    today = 21_000

    def ours():
        found = bought(who, days, amounts, today)
        cuts = [fifth_cuts(c) for c in (found.recency, found.frequency, found.monetary)]
        return scored(found, *cuts)

    def polars():
        rows = pl.DataFrame({"who": who, "day": days, "amount": amounts})
        by = rows.group_by("who").agg(
            (today - pl.col("day").max()).alias("r"), pl.len().alias("f"), pl.col("amount").sum()
        )
        by = by.with_columns(pl.col("amount").round(9))
        for name in ("r", "f", "amount"):
            cuts = [by[name].quantile(q, interpolation="linear") for q in (0.2, 0.4, 0.6, 0.8)]
            above = sum((pl.col(name) > cut).cast(pl.Int8) for cut in cuts)
            by = by.with_columns((5 - above if name == "r" else 1 + above).alias(f"{name} score"))
        return by.sort("who")

    took, found = best_of(ours)
    theirs, table = best_of(polars)
    told("RFM", took, theirs)
    for name, scores in (("r", found.recency), ("f", found.frequency), ("amount", found.monetary)):
        assert (table[f"{name} score"].to_numpy() == scores).all()
    assert took <= 2 * theirs


SIMULATED = ("monte-carlo",)


def test_the_sample_is_analysed_at_once():
    """Everything but the simulations, whose hundred thousand draws the test above weighs.

    Each round has a plan of its own: nothing is kept from the one before.
    """
    fresh = iter([from_json(to_json(sample())) for _ in range(ROUNDS + 1)])

    def analysed():
        analysis = planner.analyze(next(fresh))
        for family in FAMILIES:
            if family.methods != SIMULATED:
                analysis.runs(family.methods[0])
        return analysis

    analysed()
    quick, analysis = best_of(analysed, clock=time.process_time)
    slow, _ = best_of(lambda: analysis.runs(SIMULATED[0]), 1)
    told("analysis, and its simulations", quick, slow)
    assert quick < 0.050
