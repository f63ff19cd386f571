"""Answers in figures: money, numbers, shares, weights and ratings."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from planner.i18n import N_
from planner.model.kinds.kind import BadValue, Kind, shorten, text_or_null

LARGEST = 1e15
"""Numbers from here up are refused: beyond it a float no longer holds every whole number."""


@dataclass(frozen=True, slots=True)
class Money(Kind):
    """An amount in the plan's currency, an exact decimal of 0 or more."""

    word: ClassVar[str] = "money"
    low: int = 0

    def check(self, value: object) -> Decimal | None:
        """The amount, every digit kept."""
        if isinstance(value, str) and not value.strip():
            return None
        amount = _decimal(value)
        if amount < self.low:
            raise BadValue(
                N_("{value} is below {low}; an amount is {low} or more."), value=value, low=self.low
            )
        return amount

    def json(self, value: Decimal, digits: int) -> str:
        """The amount with the currency's minor digits, more only where the amount needs them."""
        needed = -int(value.normalize().as_tuple().exponent)
        return f"{value:.{max(digits, needed, 0)}f}"

    def read(self, text: str) -> Decimal | None:
        """A JSON number, a JSON string, null, or the bare figure."""
        value = text_or_null(text)
        return None if value is None else self.check(value)

    def schema(self) -> dict[str, Any]:
        """A string of digits, or a number."""
        pattern = r"^[0-9]+(\.[0-9]+)?$" if self.low == 0 else r"^-?[0-9]+(\.[0-9]+)?$"
        bounded = {"type": "number", "minimum": self.low}
        return {"anyOf": [{"type": "string", "pattern": pattern}, bounded]}


def _decimal(value: object) -> Decimal:
    wrong = BadValue(
        N_("“{value}” is not an amount; type digits such as 1200.50."), value=shorten(value)
    )
    if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
        raise wrong
    try:
        amount = Decimal(repr(value) if isinstance(value, float) else value)
    except InvalidOperation:
        raise wrong from None
    if not amount.is_finite():
        raise wrong
    if abs(amount) >= LARGEST:
        raise BadValue(
            N_("{value} is too large; amounts end below a thousand trillion."), value=value
        )
    if int(amount.as_tuple().exponent) < -8 or "_" in str(value):
        raise wrong
    return abs(amount) if amount == 0 else amount


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """A number between `low` and `high`, the bounds included unless `above`."""

    word: ClassVar[str] = "number"
    low: float = -math.inf
    high: float = math.inf
    above: bool = False

    def check(self, value: object) -> float:
        """The number as a float; a whole one too."""
        number = self._typed(value)
        if not self.low <= number <= self.high or (self.above and number <= self.low):
            raise self._outside(value)
        return number

    def json(self, value: float, digits: int) -> float:  # noqa: ARG002
        """The number; a whole one without a point."""
        return int(value) if float(value).is_integer() else value

    def schema(self) -> dict[str, Any]:
        """A number with its bounds."""
        bounds: dict[str, Any] = {"type": "number"}
        if self.low > -math.inf:
            bounds["exclusiveMinimum" if self.above else "minimum"] = self.low
        if self.high < math.inf:
            bounds["maximum"] = self.high
        return bounds

    def _typed(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
            raise BadValue(N_("“{value}” is not a number."), value=shorten(value))
        size: Any = abs(value)
        if not size < LARGEST:
            raise BadValue(N_("{value} is too large for a figure of a plan."), value=shorten(value))
        return float(value) or 0.0

    def _outside(self, value: object) -> BadValue:
        words = {"value": value, "low": _plain(self.low), "high": _plain(self.high)}
        if self.above:
            return BadValue(N_("{value} is not above {low}."), **words)
        if self.high == math.inf:
            return BadValue(N_("{value} is below {low}; it must be {low} or more."), **words)
        if self.low == -math.inf:
            return BadValue(N_("{value} is above {high}; it must be {high} or less."), **words)
        return BadValue(N_("{value} is outside {low} to {high}."), **words)


def _plain(number: float) -> str:
    return f"{number:g}"


@dataclass(frozen=True, slots=True)
class Share(Number):
    """A part of a whole, stored as a fraction and shown as percent."""

    word: ClassVar[str] = "share"
    low: float = 0.0
    high: float = 1.0

    def _outside(self, value: object) -> BadValue:
        low, high = _plain(self.low * 100), _plain(self.high * 100)
        # A product of decimals keeps the zeros of both: 1.2 is 120.0 percent.
        typed = f"{(Decimal(str(value)) * 100).normalize():f}"
        return BadValue(
            N_("{value} % is outside {low} % to {high} %."), value=typed, low=low, high=high
        )


@dataclass(frozen=True, slots=True)
class Weight(Number):
    """How much something counts beside the others, in any points; normalised when used."""

    word: ClassVar[str] = "weight"
    low: float = 0.0


@dataclass(frozen=True, slots=True)
class Rating(Number):
    """A grade between `low` and `high`; a mean of several people's may fall between."""

    word: ClassVar[str] = "rating"


@dataclass(frozen=True, slots=True)
class ScaleRating(Rating):
    """A grade on the scale that the plan chooses for rivals (`competitors.scale`)."""

    low: float = 1.0
    high: float = 10.0


@dataclass(frozen=True, slots=True)
class Integer(Number):
    """A whole number."""

    word: ClassVar[str] = "integer"

    def check(self, value: object) -> int:
        """The number."""
        # Explicit: a class with slots has no usable zero-argument super().
        number = Number.check(self, value)
        if not number.is_integer():
            raise BadValue(N_("{value} is not a whole number."), value=value)
        return int(number)

    def schema(self) -> dict[str, Any]:
        """An integer with its bounds."""
        return Number.schema(self) | {"type": "integer"}
