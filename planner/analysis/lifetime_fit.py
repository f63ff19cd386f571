"""Fitting BG/NBD and Gamma-Gamma to customers by maximum likelihood."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from planner.analysis.declaring import Filled, Invalid, Problem, method, undefined
from planner.analysis.lifetime import (
    BgNbdParams,
    Buyer,
    GammaGammaParams,
    Spender,
    check_ages,
    columns,
)
from planner.analysis.minimising import lowest
from planner.analysis.special import log_gamma
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

WIDEST = 12.0
"""Logarithms of parameters are searched for within ± this much of the data's scale."""


@dataclass(frozen=True, slots=True)
class BgNbdFitInput:
    """Customers with their repeat purchases and ages."""

    customers: Annotated[tuple[Buyer, ...], Filled()]


@dataclass(frozen=True, slots=True)
class BgNbdFit:
    """The likeliest parameters, and the log-likelihood summed over customers."""

    params: BgNbdParams
    log_likelihood: float
    warnings: tuple[Problem, ...] = ()


@method("bg-nbd-fit")
def bg_nbd_fit(given: BgNbdFitInput) -> BgNbdFit:
    """Fit the BG/NBD model (Fader, Hardie & Lee 2005, formula 6), no constant dropped.

    Raises:
        Invalid: where a last purchase lies beyond the age, or nobody has an age.
    """
    import numpy as np

    check_ages(given.customers)
    x, last, age = columns(given.customers)
    scale = float(age.mean())
    if scale <= 0:
        raise Invalid("customers[0].age", N_("Customers of age 0 tell nothing; give older ones."))
    rows, counts = np.unique(
        np.column_stack([x, last / scale, age / scale]), axis=0, return_counts=True
    )
    x, last, age = rows[:, 0], rows[:, 1], rows[:, 2]

    def loss(point: Array) -> float:
        if np.abs(point).max() > WIDEST:
            return math.inf
        return -float(counts @ _buying(np.exp(point), x, last, age))

    point, value = _fitted(
        loss, [(-1.0, 0.0, 0.0, 1.0), (0.0, 0.0, -1.0, 1.0), (0.0, 1.0, 1.0, 2.0)]
    )
    r, alpha, a, b = (float(part) for part in np.exp(point))
    # time was measured in mean ages; each purchase is a density in time
    purchases = float(counts @ x)
    log_likelihood = -value - purchases * math.log(scale)
    return BgNbdFit(BgNbdParams(r, alpha * scale, a, b), log_likelihood, _edge(point))


def _buying(params: Array, x: Array, last: Array, age: Array) -> Array:
    """The log-likelihood of each customer."""
    import numpy as np

    r, alpha, a, b = params
    bought: Array = log_gamma(r + x) - math.lgamma(r) + r * math.log(alpha)
    stayed = log_gamma(b + x) - math.lgamma(b) + math.lgamma(a + b) - log_gamma(a + b + x)
    alive = -(r + x) * np.log(alpha + age)
    gone = np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + last)
    bought += stayed + np.logaddexp(alive, np.where(x > 0, gone, -np.inf))
    return bought


def _fitted(
    loss: Callable[[Array], float], starts: Sequence[Sequence[float]]
) -> tuple[Array, float]:
    found = [lowest(loss, start, 0.5, 150) for start in starts]
    point, _ = min(found, key=lambda pair: pair[1])
    return lowest(loss, [float(part) for part in point], 0.05, 400)


def _edge(point: Array) -> tuple[Problem, ...]:
    if float(abs(point).max()) < WIDEST - 1:
        return ()
    message = N_("These customers do not determine the model: a parameter runs off to its edge.")
    return (Problem("not-determined", message),)


@dataclass(frozen=True, slots=True)
class GammaGammaFitInput:
    """Customers with repeat purchases and their mean amount; those without repeats are left out."""

    customers: Annotated[tuple[Spender, ...], Filled()]


@dataclass(frozen=True, slots=True)
class GammaGammaFit:
    """The likeliest parameters, the log-likelihood, and the correlation of count with amount."""

    params: GammaGammaParams
    log_likelihood: float
    correlation: float | None
    warnings: tuple[Problem, ...] = ()


@method("gamma-gamma-fit")
def gamma_gamma_fit(given: GammaGammaFitInput) -> GammaGammaFit:
    """Fit the Gamma-Gamma model (Fader & Hardie 2013, formula 1a), no constant dropped.

    The model supposes that how often and how much are unrelated: look at the correlation.

    Raises:
        Invalid: where nobody bought again, or an amount is 0.
    """
    import numpy as np

    for index, one in enumerate(given.customers):
        if one.repeat_purchases > 0 and one.mean_spend <= 0:
            message = N_("{id} bought again for nothing; leave such customers out.")
            raise Invalid(f"customers[{index}].mean_spend", message, id=one.id)
    known = [one for one in given.customers if one.repeat_purchases > 0]
    if not known:
        raise Invalid("customers", N_("Nobody bought again: there is nothing to fit."))
    x = np.array([float(one.repeat_purchases) for one in known])
    spend = np.array([one.mean_spend for one in known])
    scale = float(spend.mean())
    scaled = spend / scale

    def loss(point: Array) -> float:
        if np.abs(point).max() > WIDEST:
            return math.inf
        return -float(_spending(np.exp(point), x, scaled).sum())

    point, value = _fitted(loss, [(1.0, 1.0, 0.0), (2.0, 1.0, -1.0), (0.0, 2.0, 2.0)])
    p, q, v = (float(part) for part in np.exp(point))
    correlation = _correlation(x, spend)
    warnings = list(_edge(point))
    if correlation is None:
        message = N_("All counts or all amounts are equal: there is no correlation.")
        warnings.append(undefined(message))
    log_likelihood = -value - len(known) * math.log(scale)
    return GammaGammaFit(
        GammaGammaParams(p, q, v * scale), log_likelihood, correlation, tuple(warnings)
    )


def _spending(params: Array, x: Array, spend: Array) -> Array:
    """The log-likelihood of each customer."""
    import numpy as np

    p, q, v = params
    likelihood: Array = (
        log_gamma(p * x + q)
        - log_gamma(p * x)
        - math.lgamma(q)
        + q * math.log(v)
        + (p * x - 1) * np.log(spend)
        + p * x * np.log(x)
        - (p * x + q) * np.log(x * spend + v)
    )
    return likelihood


def _correlation(first: Array, second: Array) -> float | None:
    import numpy as np

    if len(first) < 2 or first.std() == 0 or second.std() <= 1e-12 * second.mean():
        return None
    return float(np.corrcoef(first, second)[0, 1])
