"""Closed forms of the hypergeometric series (DLMF 15.4)."""

import math
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.analysis.special import hypergeometric, log_gamma
from tests.analysis.asking import near


def series(a, b, c, z):
    columns = (np.array([float(value)]) for value in (a, b, c, z))
    return float(hypergeometric(*columns)[0])


@pytest.mark.parametrize("z", [0, 1e-9, 0.1, 0.4999, 0.5001, 0.9, 0.99, 0.9999])
def test_closed_forms(z):
    assert series(2.5, 1.5, 1.5, z) == near((1 - z) ** -2.5, 1e-11)
    if z:
        assert series(1, 1, 2, z) == near(-math.log1p(-z) / z, 1e-11)
        root = math.sqrt(z)
        assert series(0.5, 1, 1.5, z) == near(math.atanh(root) / root, 1e-11)


def test_at_one_half():
    # Gauss's second theorem, DLMF 15.4.28
    a, b = 0.7, 2.2
    closed = math.sqrt(math.pi) * math.gamma((a + b + 1) / 2)
    closed /= math.gamma((a + 1) / 2) * math.gamma((b + 1) / 2)
    assert series(a, b, (a + b + 1) / 2, 0.5) == near(closed, 1e-12)


@settings(deadline=None)
@given(st.floats(0.1, 5), st.floats(0.1, 5), st.floats(0.1, 5), st.floats(0, 0.95))
def test_neighbours_agree(a, b, c, z):
    # (c − a) F(a − 1) + (2a − c + (b − a) z) F(a) + a (z − 1) F(a + 1) = 0, DLMF 15.5.11
    lower, middle, upper = (series(a + step, b, c, z) for step in (-1, 0, 1))
    terms = ((c - a) * lower, (2 * a - c + (b - a) * z) * middle, a * (z - 1) * upper)
    assert abs(sum(terms)) <= 1e-9 * max(map(abs, terms))


def test_many_at_once():
    z = np.linspace(0, 0.99, 50)
    ones = np.ones(50)
    found = hypergeometric(ones, ones, 2 * ones, z)
    assert list(found[1:]) == near([-math.log1p(-x) / x for x in z[1:]])
    values = np.array([[0.5, 4.0], [4.0, 10.0]])
    assert log_gamma(values).tolist() == [near([math.lgamma(x) for x in row]) for row in values]


def summed(a, b, c, z):
    """The series with 50 digits."""
    with localcontext() as context:
        context.prec = 50
        a, b, c, z = (Decimal(value) for value in (a, b, c, z))
        term = total = Decimal(1)
        for n in range(20_000):
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z
            total += term
            if term < total * Decimal("1e-30"):
                break
        return float(total)


@pytest.mark.parametrize("z", [0.6, 0.9, 0.99])
def test_terms_that_cancel_each_other(z):
    # turned by Euler the terms of 3.5 − 19.5 = −16 change their signs
    for a, b, c in ((19.5, 0.25, 3.5), (0.0625, 20.0, 5.25), (30.0, 2.0, 8.5)):
        assert series(a, b, c, z) == near(summed(a, b, c, z), 1e-12)
