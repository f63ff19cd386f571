"""Special functions that no dependency of ours brings: ₂F₁ and log-gamma of many numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

LONGEST, BLOCK = 1_000_000, 32
"""Terms after which a series is given up, and how few are taken at a time."""
ROOM = 100_000
"""Terms of all series together that are held at a time, unless there are more series."""
CANCELLED = 100.0
"""Terms so many times their sum have lost two digits to each other."""


def log_gamma(values: Array) -> Array:
    """The logarithm of the gamma function, each distinct value worked out once."""
    import numpy as np

    distinct, places = np.unique(values, return_inverse=True)
    known = np.array([math.lgamma(value) for value in distinct])
    return known[places].reshape(values.shape)


def hypergeometric(a: Array, b: Array, c: Array, z: Array) -> Array:
    """Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1, element by element.

    Beyond z = 0.5 Euler's transformation (DLMF 15.8.1) is used where it makes the terms fall
    faster, unless they cancel each other; sums are taken until they no longer change.
    """
    import numpy as np

    turned = (z > 0.5) & (c - a - b < 0)
    first = np.where(turned, c - a, a)
    second = np.where(turned, c - b, b)
    scale = np.where(turned, (1 - z) ** np.where(turned, c - a - b, 0.0), 1.0)
    total, size = _series(first, second, c, z)
    found: Array = scale * total
    again = turned & (size > CANCELLED * np.abs(total)) & (z < 1 - 100 / LONGEST)
    if again.any():
        found[again] = _series(a[again], b[again], c[again], z[again])[0]
    return found


def _series(a: Array, b: Array, c: Array, z: Array) -> tuple[Array, Array]:
    """The sum of the terms, and of their sizes."""
    import numpy as np

    total, size = np.ones_like(z), np.ones_like(z)
    left = np.arange(len(z))
    term = np.ones_like(z)
    start = 0
    while len(left) and start < LONGEST:
        # where a few terms are not enough, a great many are needed
        block = max(BLOCK, min(start, ROOM // len(left)))
        n = np.arange(start, start + block)
        start += block
        over = (a[left, None] + n) * (b[left, None] + n) * z[left, None]
        terms = term[:, None] * np.cumprod(over / ((c[left, None] + n) * (n + 1)), axis=1)
        total[left] += terms.sum(axis=1)
        size[left] += np.abs(terms).sum(axis=1)
        # what is left out is at most about the last term over 1 − z
        rest = np.abs(terms[:, -1]) / (1 - z[left])
        keep = rest > 1e-17 * np.abs(total[left])
        left, term = left[keep], terms[keep, -1]
    return total, size
