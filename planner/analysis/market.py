"""The size of a market, from everyone down and from single sellers up, and why they differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import log_mean, ratio
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class TopDown:
    """From everyone down: factors of the whole market, then shares of it."""

    tam: Annotated[tuple[Size, ...], Filled()]
    sam: tuple[Share, ...]
    som: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class BottomUp:
    """From single sellers or buyers up: factors of what can be served, then shares to win."""

    sam: Annotated[tuple[Size, ...], Filled()]
    som: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class MarketSizeInput:
    """A chain of factors, or the three amounts as a study gives them."""

    top_down: TopDown | None = None
    bottom_up: BottomUp | None = None
    tam: Size | None = None
    sam: Size | None = None
    som: Size | None = None


@dataclass(frozen=True, slots=True)
class MarketSize:
    """All, what can be served, what can be won; and the same counted from below."""

    tam: float
    sam: float
    som: float
    bottom_up_sam: float | None
    bottom_up_som: float | None
    ratio: float | None
    warnings: tuple[Problem, ...] = ()


@method("tam-sam-som")
def market_size(given: MarketSizeInput) -> MarketSize:
    """Size a market by the chain ratio method (Kotler & Keller, Marketing Management).

    TAM is the product of its factors, SAM of TAM and its shares, SOM of SAM and its shares;
    ratio = SOM from below / SOM from above.

    Raises:
        Invalid: where neither a chain nor three amounts are given, or the sizes do not nest.
    """
    tam, sam, som = _sizes(given)
    if given.bottom_up is None:
        return MarketSize(tam, sam, som, None, None, None)
    below_sam = math.prod(given.bottom_up.sam)
    below_som = below_sam * math.prod(given.bottom_up.som)
    compared = ratio(below_som, som)
    warnings: tuple[Problem, ...] = ()
    if compared is None:
        warnings = (undefined(N_("There is nothing to compare with: the size to win is 0.")),)
    elif not 0.5 - SLACK <= compared <= 2 + SLACK:
        warnings = (
            Problem(
                "ratio-out-of-range",
                N_("Counted from below the size to win is {ratio} times that from above."),
                {"ratio": f"{compared:.2f}"},
            ),
        )
    return MarketSize(tam, sam, som, below_sam, below_som, compared, warnings)


def _sizes(given: MarketSizeInput) -> tuple[float, float, float]:
    if given.top_down is not None:
        for name in ("tam", "sam", "som"):
            if getattr(given, name) is not None:
                raise Invalid(name, N_("Give either the chain or the three amounts, not both."))
        tam = math.prod(given.top_down.tam)
        sam = tam * math.prod(given.top_down.sam)
        return tam, sam, sam * math.prod(given.top_down.som)
    known = {name: getattr(given, name) for name in ("tam", "sam", "som")}
    if all(value is None for value in known.values()):
        raise Invalid("top_down", N_("Give the chain top_down, or the amounts tam, sam and som."))
    for name, value in known.items():
        if value is None:
            raise Invalid(name, N_("One of the three amounts is missing."))
    _require_nested(list(known.items()))
    return known["tam"], known["sam"], known["som"]


def _require_nested(sizes: Sequence[tuple[str, float]]) -> None:
    for (outer, large), (inner, small) in pairwise(sizes):
        if small > large * (1 + SLACK):
            raise Invalid(
                inner,
                N_("{inner} is {small}, more than the {large} of {outer} that it is part of."),
                inner=inner,
                small=f"{small:g}",
                large=f"{large:g}",
                outer=outer,
            )


@dataclass(frozen=True, slots=True)
class PairedFactor:
    """What both countings have in common: a number of things, a price, a share."""

    id: str
    top_down: Size
    bottom_up: Size


@dataclass(frozen=True, slots=True)
class SizeBridgeInput:
    """The factors of the size to win, paired."""

    factors: Annotated[tuple[PairedFactor, ...], Filled()]


@dataclass(frozen=True, slots=True)
class FactorEffect:
    """What a factor adds to the size on the way from above to below."""

    id: str
    effect: float


@dataclass(frozen=True, slots=True)
class SizeBridge:
    """From the size counted from above to that from below: without order, and step by step.

    The effects add up to the change; `lmdi` is None where a factor is 0.
    """

    top_down: float
    bottom_up: float
    change: float
    lmdi: tuple[FactorEffect, ...] | None
    chain: tuple[FactorEffect, ...]
    warnings: tuple[Problem, ...] = ()


@method("size-bridge")
def size_bridge(given: SizeBridgeInput) -> SizeBridge:
    """Explain why two countings of a market differ: log mean Divisia index (Ang 2004).

    effect_k = L·ln(x_k1 / x_k0) with L = (V1 − V0)/ln(V1/V0); the chain replaces the factors in
    the order given.
    """
    above = [factor.top_down for factor in given.factors]
    below = [factor.bottom_up for factor in given.factors]
    names = [factor.id for factor in given.factors]
    start, end = math.prod(above), math.prod(below)
    mixed = [math.prod((*below[:at], *above[at:])) for at in range(len(names) + 1)]
    chain = _effects(names, [after - before for before, after in pairwise(mixed)])
    if start <= 0 or end <= 0:
        message = N_("A factor is 0: the difference can only be followed step by step.")
        return SizeBridge(start, end, end - start, None, chain, (undefined(message),))
    level = log_mean(start, end)
    parts = [level * math.log(new / old) for old, new in zip(above, below, strict=True)]
    return SizeBridge(start, end, end - start, _effects(names, parts), chain)


def _effects(names: Sequence[str], values: Sequence[float]) -> tuple[FactorEffect, ...]:
    return tuple(FactorEffect(name, value) for name, value in zip(names, values, strict=True))
