"""Exact quantiles of the normal and of Student's distribution."""

from __future__ import annotations

import math
from statistics import NormalDist


def normal(probability: float) -> float:
    """The value below which a standard normal lies with a probability (Wichura 1988)."""
    return NormalDist().inv_cdf(probability)


def two_sided(confidence: float) -> float:
    """The normal quantile of a two-sided confidence; 1.959964 at 0.95."""
    # from the lower tail, where a confidence near 1 loses no digits
    return -normal((1 - confidence) / 2)


def student(confidence: float, freedom: int) -> float:
    """Student's quantile of a two-sided confidence, for degrees of freedom from 1."""
    tail = 1 - confidence
    low, high = 0.0, 1.0
    while _both_tails(high, freedom) > tail:
        low, high = high, high * 2
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if _both_tails(middle, freedom) > tail:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _both_tails(value: float, freedom: int) -> float:
    """P(|T| > value) = I_x(ν/2, ½) at x = ν/(ν + value²)."""
    return _beta(freedom / 2, 0.5, freedom / (freedom + value**2))


def _beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function (DLMF 8.17)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    log = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log + a * math.log(x) + b * math.log1p(-x))
    return front * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of DLMF 8.17.22, by the steps of Lentz (1976)."""
    tiny = 1e-300
    value = 1.0
    upper, lower = 1.0, 1 - (a + b) * x / (a + 1)
    lower = 1 / (lower or tiny)
    value = lower
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            lower = 1 / ((1 + part * lower) or tiny)
            upper = (1 + part / upper) or tiny
            value *= upper * lower
        if abs(upper * lower - 1) < 1e-16:
            break
    return value
