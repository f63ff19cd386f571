"""Special functions that no dependency of ours brings: ₂F₁ and log-gamma of many numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

LONGEST = 200_000
"""Terms after which a series is given up; it converges long before for the values in use."""


def log_gamma(values: Array) -> Array:
    """The logarithm of the gamma function, each distinct value worked out once."""
    import numpy as np

    distinct, places = np.unique(values, return_inverse=True)
    known = np.array([math.lgamma(value) for value in distinct])
    return known[places].reshape(values.shape)


def hypergeometric(a: Array, b: Array, c: Array, z: Array) -> Array:
    """Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1, element by element.

    Beyond z = 0.5 Euler's transformation (DLMF 15.8.1) is used where it makes the terms fall
    faster; sums are taken until they no longer change.
    """
    import numpy as np

    turned = (z > 0.5) & (c - a - b < 0)
    first = np.where(turned, c - a, a)
    second = np.where(turned, c - b, b)
    scale = np.where(turned, (1 - z) ** np.where(turned, c - a - b, 0.0), 1.0)
    return scale * _series(first, second, c, z)


def _series(a: Array, b: Array, c: Array, z: Array) -> Array:
    import numpy as np

    total = np.ones_like(z)
    left = np.arange(len(z))
    term = np.ones_like(z)
    settled = 0
    for n in range(LONGEST):
        term = term * (a[left] + n) * (b[left] + n) / ((c[left] + n) * (n + 1)) * z[left]
        total[left] += term
        if n % 8 == 7:
            keep = np.abs(term) > 1e-17 * np.abs(total[left])
            settled = settled + 1 if not keep.any() else 0
            if settled:
                break
            left, term = left[keep], term[keep]
    return total
