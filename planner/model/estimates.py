"""Estimates: a figure with its low and high end."""

from decimal import Decimal
from typing import Annotated, ClassVar

from planner.model.kinds import Kind, Money, Number, Share
from planner.model.nodes import Estimate


class MoneyEstimate(Estimate):
    """An amount between a low and a high one."""

    of: ClassVar[Kind] = Money()
    low: Annotated[Decimal | None, Money()] = None
    base: Annotated[Decimal | None, Money()] = None
    high: Annotated[Decimal | None, Money()] = None


class ShareEstimate(Estimate):
    """A share between a low and a high one."""

    of: ClassVar[Kind] = Share()
    low: Annotated[float | None, Share()] = None
    base: Annotated[float | None, Share()] = None
    high: Annotated[float | None, Share()] = None


class NumberEstimate(Estimate):
    """A count between a low and a high one."""

    of: ClassVar[Kind] = Number(low=0)
    low: Annotated[float | None, Number(low=0)] = None
    base: Annotated[float | None, Number(low=0)] = None
    high: Annotated[float | None, Number(low=0)] = None
