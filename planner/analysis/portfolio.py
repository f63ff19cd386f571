"""What to do with which product: growth and share, life cycle, ABC."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import (
    SLACK,
    Filled,
    Invalid,
    Positive,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import mean, ranking, ratio
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class Product:
    """A product's share, that of its largest rival, and the growth of its market."""

    id: str
    own_share: Share
    largest_rival_share: Share
    growth: float
    revenue: Size | None = None


@dataclass(frozen=True, slots=True)
class BcgInput:
    """The products, and where high begins."""

    products: Annotated[tuple[Product, ...], Filled()]
    growth_cut: float = 0.10
    share_cut: Size = 1.0


Quadrant: TypeAlias = Literal["star", "cash cow", "question mark", "dog"]


@dataclass(frozen=True, slots=True)
class PlacedProduct:
    """A product's share over its largest rival's (None without a rival), and its quadrant."""

    id: str
    relative_share: float | None
    quadrant: Quadrant


@dataclass(frozen=True, slots=True)
class Bcg:
    """The products placed."""

    products: tuple[PlacedProduct, ...]
    warnings: tuple[Problem, ...] = ()


@method("bcg")
def bcg(given: BcgInput) -> Bcg:
    """Place products by market growth and relative share (Henderson 1970).

    Relative share = own share / largest rival's; on the line counts as high, no rival too.
    """
    placed, warnings = [], []
    for product in given.products:
        relative = ratio(product.own_share, product.largest_rival_share)
        if relative is None:
            message = N_("{id} has no rival: no relative share, it counts as the leader.")
            warnings.append(undefined(message, id=product.id))
        leads = relative is None or relative >= given.share_cut - SLACK
        grows = product.growth >= given.growth_cut - SLACK
        placed.append(PlacedProduct(product.id, relative, _quadrant(leads, grows)))
    return Bcg(tuple(placed), tuple(warnings))


def _quadrant(leads: bool, grows: bool) -> Quadrant:
    if leads:
        return "star" if grows else "cash cow"
    return "question mark" if grows else "dog"


Stage: TypeAlias = Literal["introduction", "growth", "maturity", "decline"]
FEWEST_RATES = 5
INTRODUCTION = 0.05
"""Below this share of the best year a product is being introduced."""


@dataclass(frozen=True, slots=True)
class LifeCycleInput:
    """Real sales, year by year."""

    sales: Annotated[tuple[Positive, ...], Filled()]


@dataclass(frozen=True, slots=True)
class LifeCycle:
    """Growth from year to year, and the stage of each; None where years are too few."""

    growth: tuple[float, ...]
    sd: float | None
    threshold: float | None
    stages: tuple[Stage, ...] | None
    warnings: tuple[Problem, ...] = ()


@method("life-cycle")
def life_cycle(given: LifeCycleInput) -> LifeCycle:
    """Tell the stage of a product by half a standard deviation of its growth (Polli & Cook 1969).

    The deviation is that of a sample (ddof 1).
    """
    growth = tuple(later / earlier - 1 for earlier, later in pairwise(given.sales))
    spread = _deviation(growth)
    warnings = []
    if spread is None:
        warnings.append(undefined(N_("Fewer than two growth rates have no spread.")))
    if spread is None or len(growth) < FEWEST_RATES:
        message = N_("{found} growth rates are too few to tell stages; {least} are needed.")
        words = {"found": len(growth), "least": FEWEST_RATES}
        warnings.append(Problem("too-short", message, words))
        half = None if spread is None else spread / 2
        return LifeCycle(growth, spread, half, None, tuple(warnings))
    peak = max(given.sales)
    stages = tuple(
        _stage(rate, spread / 2, sold / peak)
        for rate, sold in zip(growth, given.sales[1:], strict=True)
    )
    return LifeCycle(growth, spread, spread / 2, stages)


def _stage(rate: float, threshold: float, of_peak: float) -> Stage:
    if of_peak < INTRODUCTION - SLACK:
        return "introduction"
    if rate > threshold + SLACK:
        return "growth"
    return "decline" if rate < -threshold - SLACK else "maturity"


def _deviation(values: Sequence[float]) -> float | None:
    if len(values) < 2:
        return None
    middle = mean(values)
    return math.sqrt(math.fsum((value - middle) ** 2 for value in values) / (len(values) - 1))


@dataclass(frozen=True, slots=True)
class SoldItem:
    """An item and what it brings in."""

    id: str
    revenue: Size


@dataclass(frozen=True, slots=True)
class AbcInput:
    """Items by revenue, and where A and B end."""

    items: Annotated[tuple[SoldItem, ...], Filled()]
    cuts: tuple[Share, Share] = (0.8, 0.95)


@dataclass(frozen=True, slots=True)
class AbcItem:
    """The share of revenue up to and including an item, and its class."""

    id: str
    cumulative_share: float | None
    class_: Literal["A", "B", "C"] | None


@dataclass(frozen=True, slots=True)
class Abc:
    """Items by class, and from the largest down."""

    items: tuple[AbcItem, ...]
    ranking: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()


@method("abc")
def abc(given: AbcInput) -> Abc:
    """Class items by cumulated revenue: up to 80 % A, up to 95 % B, else C.

    Raises:
        Invalid: where the cuts do not rise.
    """
    if given.cuts[0] >= given.cuts[1]:
        raise Invalid("cuts", N_("The first cut must lie below the second."))
    order = ranking({item.id: item.revenue for item in given.items})
    revenue = {item.id: item.revenue for item in given.items}
    total = math.fsum(revenue.values())
    if total == 0:
        problem = undefined(N_("Nothing is sold: there are no shares."))
        nothing = tuple(AbcItem(item.id, None, None) for item in given.items)
        return Abc(nothing, order, (problem,))
    found, so_far = {}, 0.0
    for who in order:
        so_far += revenue[who]
        share = min(so_far / total, 1.0)
        found[who] = AbcItem(who, share, _class(share, given.cuts))
    return Abc(tuple(found[item.id] for item in given.items), order)


def _class(share: float, cuts: tuple[float, float]) -> Literal["A", "B", "C"]:
    if share <= cuts[0] + SLACK:
        return "A"
    return "B" if share <= cuts[1] + SLACK else "C"
