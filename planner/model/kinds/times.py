"""Answers that say when: a day, a month, a period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

from planner.i18n import N_
from planner.model.kinds.kind import BadValue, Kind, shorten, text_or_null, typed_text

_MONTH = re.compile(r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Date(Kind):
    """A day, stored as 2027-03-31."""

    word: ClassVar[str] = "date"

    def check(self, value: object) -> date | None:
        """The day."""
        if isinstance(value, date):
            return value
        text = typed_text(value).strip()
        if not text:
            return None
        try:
            return date.fromisoformat(text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else "")
        except ValueError:
            raise BadValue(
                N_("“{value}” is not a date; write year-month-day, such as 2027-03-31."),
                value=shorten(text),
            ) from None

    def json(self, value: date, digits: int) -> str:  # noqa: ARG002
        """The day in ISO form."""
        return value.isoformat()

    def read(self, text: str) -> date | None:
        """The day as it stands, a JSON string or null."""
        value = text_or_null(text)
        return None if value is None else self.check(value)

    def schema(self) -> dict[str, Any]:
        """An ISO date."""
        return {"type": "string", "format": "date"}


@dataclass(frozen=True, slots=True)
class Month(Kind):
    """A month, stored as 2027-03."""

    word: ClassVar[str] = "month"

    def check(self, value: object) -> str | None:
        """The month."""
        text = typed_text(value).strip()
        if not text:
            return None
        if not _MONTH.fullmatch(text):
            raise BadValue(
                N_("“{value}” is not a month; write year-month, such as 2027-03."),
                value=shorten(text),
            )
        return text

    def read(self, text: str) -> str | None:
        """The month as it stands, a JSON string or null."""
        value = text_or_null(text)
        return None if value is None else self.check(value)

    def schema(self) -> dict[str, Any]:
        """A year and a month."""
        return {"type": "string", "pattern": f"^{_MONTH.pattern}$"}


@dataclass(frozen=True, slots=True)
class Period(Kind):
    """The months from a first to a last one, both included."""

    word: ClassVar[str] = "period"
    shortest: int = 1
    longest: int = 1200

    def check(self, value: object) -> tuple[str, str]:
        """First and last month."""
        if isinstance(value, str) or not isinstance(value, Iterable):
            raise self._wrong(value)
        months = [Month().check(month) for month in value]
        if len(months) != 2 or months[0] is None or months[1] is None:
            raise self._wrong(value)
        first, last = months[0], months[1]
        count = months_between(first, last)
        if count < 1:
            raise BadValue(
                N_("The period ends in {last}, before it begins in {first}."),
                first=first,
                last=last,
            )
        if not self.shortest <= count <= self.longest:
            raise BadValue(
                N_("The period has {count} months; it must have {low} to {high}."),
                count=count,
                low=self.shortest,
                high=self.longest,
            )
        return first, last

    def json(self, value: tuple[str, str], digits: int) -> list[str]:  # noqa: ARG002
        """First and last month."""
        return list(value)

    def schema(self) -> dict[str, Any]:
        """An array of two months."""
        return {"type": "array", "items": Month().schema(), "minItems": 2, "maxItems": 2}

    def _wrong(self, value: object) -> BadValue:
        return BadValue(
            N_("“{value}” is not a period; give its first and last month: 2027-01, 2027-12."),
            value=shorten(value),
        )


def months_between(first: str, last: str) -> int:
    """How many months a period has, both ends counted; below 1 where it runs backwards."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1


@lru_cache(maxsize=64)
def months_of(period: tuple[str, str]) -> tuple[str, ...]:
    """Every month of a period, in order."""
    first = int(period[0][:4]) * 12 + int(period[0][5:]) - 1
    count = months_between(*period)
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, first + count))
