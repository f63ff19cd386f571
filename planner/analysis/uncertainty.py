"""How sure a forecast is: simulation, one input at a time, three scenarios."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Bound,
    Filled,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    plain,
    undefined,
)
from planner.analysis.rules import ranking
from planner.i18n import N_

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]

Model: TypeAlias = Literal["product", "sum"]


@dataclass(frozen=True, slots=True)
class ThreePoint:
    """An input between a lowest and a highest value, most often at its mode."""

    id: str
    distribution: Literal["triangular", "beta-pert"]
    min: float
    mode: float
    max: float


@dataclass(frozen=True, slots=True)
class Lognormal:
    """An input whose logarithm is normal."""

    id: str
    distribution: Literal["lognormal"]
    log_mean: Annotated[float, Bound(-200, 200)]
    log_sd: Annotated[float, Bound(0, 20)]


@dataclass(frozen=True, slots=True)
class Constant:
    """An input that is known."""

    id: str
    distribution: Literal["constant"]
    value: float


Uncertain: TypeAlias = ThreePoint | Lognormal | Constant


@dataclass(frozen=True, slots=True)
class MonteCarloInput:
    """Independent inputs, multiplied or added; margin and spend make the result a revenue."""

    inputs: Annotated[tuple[Uncertain, ...], Filled()]
    model: Model = "product"
    margin: Share | None = None
    spend: Size | None = None
    goal: float | None = None
    draws: Annotated[int, Bound(1000, 2_000_000)] = 100_000
    seed: Annotated[int, Bound(0, 2**63)] = 1


@dataclass(frozen=True, slots=True)
class Spread:
    """Simulated mean, deviation and percentiles, and mean and deviation in closed form."""

    mean: float
    sd: float
    p5: float
    p10: float
    p50: float
    p90: float
    p95: float
    exact_mean: float
    exact_sd: float


@dataclass(frozen=True, slots=True)
class RomiSpread(Spread):
    """The spread of the return, and how likely it is above 0."""

    p_positive: float


@dataclass(frozen=True, slots=True)
class MonteCarlo(Spread):
    """The spread of the result; what the modes give; how likely the goal is met."""

    at_modes: float | None
    p_goal: float | None
    romi: RomiSpread | None
    warnings: tuple[Problem, ...] = ()


PERCENTILES = (5, 10, 50, 90, 95)


@method("monte-carlo")
def monte_carlo(given: MonteCarloInput) -> MonteCarlo:
    """Simulate a product or sum of uncertain inputs; the same seed gives the same digits.

    Exact: mean Πμ and variance Π(σ² + μ²) − Πμ² of a product, Σμ and Σσ² of a sum.

    Raises:
        Invalid: where min ≤ mode ≤ max does not hold.
    """
    import numpy as np

    for index, one in enumerate(given.inputs):
        if isinstance(one, ThreePoint) and not one.min <= one.mode <= one.max:
            message = N_("{id}: the mode must lie between min and max.")
            raise Invalid(f"inputs[{index}].mode", message, id=one.id)
    chance = np.random.Generator(np.random.PCG64(given.seed))
    result = _combined((_drawn(one, chance, given.draws) for one in given.inputs), given.model)
    moments = [_moments(one) for one in given.inputs]
    exact = _exact(moments, given.model)
    modes = [_mode(one) for one in given.inputs]
    problems = []
    romi = None
    if given.margin is not None and given.spend is not None:
        if given.spend > 0:
            romi = _romi(result, exact, given.margin, given.spend)
        else:
            problems.append(undefined(N_("Nothing is spent: there is no return on it.")))
    return MonteCarlo(
        **_spread(result, exact),
        at_modes=math.prod(modes) if given.model == "product" else math.fsum(modes),
        p_goal=None if given.goal is None else float(np.mean(result >= given.goal)),
        romi=romi,
        warnings=tuple(problems),
    )


@dataclass(frozen=True, slots=True)
class Bars:
    """How often results lie in steps of one width, from `start` on, as parts of all trials."""

    start: float
    width: float
    parts: tuple[float, ...]


BARS = 20
"""About so many steps the results are told in."""
TAIL = 0.5
"""Percent of the trials on either side that are counted in the outermost step."""


def histogram(given: MonteCarloInput) -> Bars:
    """The results of `monte_carlo` in steps of a round width; the same seed, the same trials.

    What lies beyond the outermost half percent is counted in the first or last step. Results that
    are all the same stand in one step.
    """
    import numpy as np

    chance = np.random.Generator(np.random.PCG64(given.seed))
    result = _combined((_drawn(one, chance, given.draws) for one in given.inputs), given.model)
    low, high = (float(edge) for edge in np.percentile(result, (TAIL, 100 - TAIL)))
    if high <= low:
        return Bars(low, 0.0, (1.0,))
    width = _round_step((high - low) / BARS)
    start = math.floor(low / width) * width
    count = max(math.ceil((high - start) / width), 1)
    steps = np.clip(np.floor((result - start) / width), 0, count - 1).astype(int)
    parts = np.bincount(steps, minlength=count) / len(result)
    return Bars(start, width, tuple(float(part) for part in parts))


def _round_step(rough: float) -> float:
    """The next larger of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= rough * 0.999999)


def _drawn(one: Uncertain, chance: np.random.Generator, draws: int) -> Array | float:
    if isinstance(one, Constant):
        return one.value
    if isinstance(one, Lognormal):
        return chance.lognormal(one.log_mean, one.log_sd, draws)
    if one.min == one.max:
        return one.mode
    if one.distribution == "triangular":
        return chance.triangular(one.min, one.mode, one.max, draws)
    width = one.max - one.min
    rise, fall = 1 + 4 * (one.mode - one.min) / width, 1 + 4 * (one.max - one.mode) / width
    return one.min + width * chance.beta(rise, fall, draws)


def _combined(drawn: Iterable[Array | float], model: Model) -> Array:
    import numpy as np

    result: Array | float = 1.0 if model == "product" else 0.0
    for part in drawn:
        result = result * part if model == "product" else result + part
    return np.atleast_1d(np.asarray(result, dtype=float))


def _moments(one: Uncertain) -> tuple[float, float]:
    """Mean and variance in closed form."""
    if isinstance(one, Constant):
        return one.value, 0.0
    if isinstance(one, Lognormal):
        mean = math.exp(one.log_mean + one.log_sd**2 / 2)
        return mean, math.expm1(one.log_sd**2) * mean**2
    low, mode, high = one.min, one.mode, one.max
    if one.distribution == "triangular":
        sides = (high - low) ** 2 + (mode - low) ** 2 + (high - mode) ** 2
        return (low + mode + high) / 3, sides / 36
    mean = (low + 4 * mode + high) / 6
    return mean, (mean - low) * (high - mean) / 7


def _exact(moments: Sequence[tuple[float, float]], model: Model) -> tuple[float, float]:
    if model == "sum":
        total = math.fsum(mean for mean, _ in moments)
        return total, math.sqrt(math.fsum(variance for _, variance in moments))
    mean, variance = 1.0, 0.0
    for other, spread in moments:
        variance = variance * (spread + other**2) + mean**2 * spread
        mean *= other
    return mean, math.sqrt(variance)


def _mode(one: Uncertain) -> float:
    if isinstance(one, Constant):
        return one.value
    return one.mode if isinstance(one, ThreePoint) else math.exp(one.log_mean - one.log_sd**2)


def _spread(result: Array, exact: tuple[float, float]) -> dict[str, Any]:
    import numpy as np

    steady = len(result) == 1
    named = {
        f"p{part}": float(value)
        for part, value in zip(PERCENTILES, np.percentile(result, PERCENTILES), strict=True)
    }
    return {
        "mean": float(result.mean()),
        "sd": 0.0 if steady else float(result.std(ddof=1)),
        **named,
        "exact_mean": exact[0],
        "exact_sd": exact[1],
    }


def _romi(result: Array, exact: tuple[float, float], margin: float, spend: float) -> RomiSpread:
    import numpy as np

    returned = result * (margin / spend) - 1
    mean, spread = exact[0] * margin / spend - 1, exact[1] * margin / spend
    return RomiSpread(**_spread(returned, (mean, spread)), p_positive=float(np.mean(returned > 0)))


@dataclass(frozen=True, slots=True)
class SwungInput:
    """An input's value, and how low and high it may be."""

    id: str
    low: float
    base: float
    high: float


@dataclass(frozen=True, slots=True)
class TornadoInput:
    """The inputs, multiplied or added."""

    inputs: Annotated[tuple[SwungInput, ...], Filled()]
    model: Model = "product"


@dataclass(frozen=True, slots=True)
class Swing:
    """By how much the result changes with one input low or high, and the distance of the two."""

    id: str
    low_change: float
    high_change: float
    range: float


@dataclass(frozen=True, slots=True)
class Tornado:
    """The result at base, and the inputs, in the ranking the widest first."""

    base: float
    inputs: tuple[Swing, ...]
    ranking: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("tornado")
def tornado(given: TornadoInput) -> Tornado:
    """Change one input at a time from base to low and to high."""
    combine: Callable[[Sequence[float]], float]
    combine = math.prod if given.model == "product" else math.fsum
    values = [one.base for one in given.inputs]
    base = combine(values)
    swings = []
    for index, one in enumerate(given.inputs):
        low, high = (
            combine([*values[:index], value, *values[index + 1 :]]) - base
            for value in (one.low, one.high)
        )
        swings.append(Swing(one.id, low, high, abs(high - low)))
    return Tornado(base, tuple(swings), ranking({swing.id: swing.range for swing in swings}))


@dataclass(frozen=True, slots=True)
class Scenario:
    """What may happen, how likely, and what comes of it."""

    id: str
    probability: Share
    result: float


@dataclass(frozen=True, slots=True)
class ScenariosInput:
    """Scenarios that cover everything: probabilities add up to 1."""

    scenarios: Annotated[tuple[Scenario, ...], Filled()]


@dataclass(frozen=True, slots=True)
class Scenarios:
    """Expected result, its standard deviation, and how likely a loss is."""

    expected: float
    sd: float
    p_loss: float
    warnings: tuple[Problem, ...] = ()


@method("scenarios")
def scenarios(given: ScenariosInput) -> Scenarios:
    """Weigh scenarios by their probabilities.

    Raises:
        Invalid: where the probabilities miss 1 by more than 1e-6.
    """
    total = math.fsum(one.probability for one in given.scenarios)
    if abs(total - 1) > 1e-6 + SLACK**2:
        message = N_("The probabilities add up to {total}; they must add up to 1.")
        raise Invalid("scenarios", message, total=plain(total))
    expected = math.fsum(one.probability * one.result for one in given.scenarios)
    variance = math.fsum(one.probability * (one.result - expected) ** 2 for one in given.scenarios)
    loss = math.fsum(one.probability for one in given.scenarios if one.result < 0)
    return Scenarios(expected, math.sqrt(variance), loss)
