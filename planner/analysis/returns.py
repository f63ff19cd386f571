"""Whether marketing pays: return on it, what a hold-out proves, what a bid may cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from planner.analysis.declaring import (
    Bound,
    Count,
    Invalid,
    Problem,
    Share,
    Size,
    method,
    undefined,
)
from planner.analysis.rules import ratio
from planner.i18n import N_


@dataclass(frozen=True, slots=True)
class RomiInput:
    """Money spent and the revenue that would not have come without it."""

    spend: Size
    incremental_revenue: float
    margin: Share
    attributed_revenue: Size | None = None


@dataclass(frozen=True, slots=True)
class Romi:
    """Return on marketing investment and what belongs to it; None where undefined."""

    romi: float | None
    incremental_contribution: float
    net: float
    roas_incremental: float | None
    roas_attributed: float | None
    break_even_roas: float | None
    warnings: tuple[Problem, ...] = ()


@method("romi")
def romi(given: RomiInput) -> Romi:
    """ROMI = (incremental revenue × contribution margin − spend) / spend (Lenskold 2003)."""
    contribution = given.incremental_revenue * given.margin
    warnings = list[Problem]()
    if given.spend == 0:
        warnings.append(undefined(N_("Nothing is spent: there is no return on it.")))
    if given.margin == 0:
        warnings.append(undefined(N_("The margin is 0: no sales pay for marketing.")))
    return Romi(
        ratio(contribution - given.spend, given.spend),
        contribution,
        contribution - given.spend,
        ratio(given.incremental_revenue, given.spend),
        ratio(given.attributed_revenue, given.spend),
        ratio(1.0, given.margin),
        tuple(warnings),
    )


@dataclass(frozen=True, slots=True)
class MaxBidsInput:
    """Average order, margin, conversion, and the return that is asked for."""

    aov: Size
    margin: Share
    conversion: Share
    target_romi: Annotated[float, Bound(-1, above=True)]


@dataclass(frozen=True, slots=True)
class MaxBids:
    """The highest sane price of an order and of a click; None where the margin is 0."""

    break_even_cpa: float
    break_even_cpc: float
    break_even_roas: float | None
    break_even_drr: float
    target_cpa: float
    target_cpc: float
    target_roas: float | None
    warnings: tuple[Problem, ...] = ()


@method("max-bids")
def max_bids(given: MaxBidsInput) -> MaxBids:
    """Break-even price of an order = order × margin; for a return R, divided by 1 + R."""
    cpa = given.aov * given.margin
    target = cpa / (1 + given.target_romi)
    roas = ratio(1.0, given.margin)
    warnings: tuple[Problem, ...] = ()
    if roas is None:
        warnings = (undefined(N_("The margin is 0: no sales pay for a bid.")),)
    return MaxBids(
        cpa,
        cpa * given.conversion,
        roas,
        given.margin,
        target,
        target * given.conversion,
        None if roas is None else roas * (1 + given.target_romi),
        warnings,
    )


@dataclass(frozen=True, slots=True)
class HoldoutInput:
    """People who saw the campaign and people held out, with the buyers among them."""

    test_size: Count
    test_buyers: Count
    control_size: Count
    control_buyers: Count
    aov: Size
    margin: Share
    spend: Size


@dataclass(frozen=True, slots=True)
class Holdout:
    """What the campaign added; None where a group is empty or nobody bought or was spent."""

    lift: float | None
    relative_lift: float | None
    incremental_buyers: float | None
    incremental_revenue: float | None
    romi: float | None
    warnings: tuple[Problem, ...] = ()


@method("holdout-lift")
def holdout_lift(given: HoldoutInput) -> Holdout:
    """Measure a campaign against people held out: n_test × (rate_test − rate_control).

    Raises:
        Invalid: where a group has more buyers than people.
    """
    for group in ("test", "control"):
        size, buyers = getattr(given, f"{group}_size"), getattr(given, f"{group}_buyers")
        if buyers > size:
            message = N_("{buyers} buyers are more than the {size} people of the group.")
            raise Invalid(f"{group}_buyers", message, buyers=buyers, size=size)
    tested = ratio(given.test_buyers, given.test_size)
    control = ratio(given.control_buyers, given.control_size)
    if tested is None or control is None:
        problem = undefined(N_("A group has nobody in it: there is nothing to compare."))
        return Holdout(None, None, None, None, None, (problem,))
    lift = tested - control
    buyers = given.test_size * lift
    revenue = buyers * given.aov
    problems = []
    if control == 0:
        problems.append(undefined(N_("Nobody bought without the campaign: no relative lift.")))
    if given.spend == 0:
        problems.append(undefined(N_("Nothing is spent: there is no return on it.")))
    return Holdout(
        lift,
        ratio(lift, control),
        buyers,
        revenue,
        ratio(revenue * given.margin - given.spend, given.spend),
        tuple(problems),
    )
