"""Kinds of answers: what a field accepts, how it is stored, and what is said when it does not fit.

A kind stands in a field's declaration. The plan file, the command line and the window all ask
the same kind, so a value is judged in one way everywhere.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from planner.i18n import N_, translate
from planner.model.clean import clean_text, one_line

LARGEST = 1e15
"""Numbers from here up are refused: beyond it a float no longer holds every whole number."""

_MONTH = re.compile(r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])")
_URL = re.compile(r"(?:https?://)?[^\s/:@]+\.[^\s/:@]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class BadValue(ValueError):  # noqa: N818  a value, not a fault of the program
    """A value that its field does not accept; says in a sentence why and what would do."""

    def __init__(self, template: str, **words: object) -> None:
        super().__init__(template.format(**words))
        self.template = template
        self.words = words

    def message(self, language: str) -> str:
        """The sentence in a language."""
        return translate(self.template, language).format(**self.words)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field accepts. `word` is the type's name in the list of fields."""

    word: ClassVar[str] = ""

    @property
    def title(self) -> str:
        """The type's full name, with what it refers to."""
        return self.word

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, or nothing."""
        return ()

    def check(self, value: object) -> Any:
        """The value in its stored form; None where it is empty.

        Raises:
            BadValue: where the field does not accept it.
        """
        raise NotImplementedError

    def json(self, value: Any, digits: int) -> Any:  # noqa: ARG002  digits concern money alone
        """A stored value as JSON; `digits` are the currency's minor digits."""
        return value

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of a filled value."""
        raise NotImplementedError

    def read(self, text: str) -> Any:
        """A value given on a command line: JSON.

        Raises:
            BadValue: where it is not JSON or the field does not accept it.
        """
        return self._or_nothing(read_json(text))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic ask this kind alone."""
        del source, handler
        return core_schema.no_info_plain_validator_function(self._or_nothing)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A filled value, or null."""
        del schema, handler
        return {"anyOf": [self.schema(), {"type": "null"}]}

    def _or_nothing(self, value: object) -> Any:
        return None if value is None else self.check(value)


def read_json(text: str) -> Any:
    """JSON with exact decimals; NaN and infinities are refused.

    Raises:
        BadValue: where the text is not JSON.
    """
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadValue(
            N_("“{value}” is not valid here; give a JSON value such as 12, 0.5, true or [1, 2]."),
            value=shorten(text),
        ) from None


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def shorten(value: object, longest: int = 40) -> str:
    """A value as it fits into a sentence."""
    text = one_line(str(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """One line of text, of at most `longest` characters (0: any length)."""

    word: ClassVar[str] = "text"
    longest: int = 0

    def check(self, value: object) -> str | None:
        """The text on one line without what no document can carry."""
        text = self._cleaned(_string(value))
        if self.longest and len(text) > self.longest:
            raise BadValue(
                N_("This is {count} characters long; at most {longest} fit here."),
                count=len(text),
                longest=self.longest,
            )
        return text if text.strip() else None

    def read(self, text: str) -> str | None:
        """The text as it stands, unless it is a JSON string or null."""
        value = _string_or_null(text)
        return None if value is None else self.check(value)

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string"} | ({"maxLength": self.longest} if self.longest else {})

    def _cleaned(self, text: str) -> str:
        return one_line(text)


@dataclass(frozen=True, slots=True)
class Prose(Text):
    """Several lines of text, never read as markup."""

    word: ClassVar[str] = "prose"

    def _cleaned(self, text: str) -> str:
        return clean_text(text)


@dataclass(frozen=True, slots=True)
class Url(Text):
    """A web address, with or without http://."""

    word: ClassVar[str] = "url"

    def check(self, value: object) -> str | None:
        """The address."""
        text = one_line(_string(value)).strip()
        if not text:
            return None
        scheme = _SCHEME.match(text)
        foreign = scheme and not text.lower().startswith(("http://", "https://"))
        if not _URL.fullmatch(text) or (foreign and "//" in text):
            raise BadValue(
                N_("“{value}” is not a web address; type one like www.example.com."),
                value=shorten(text),
            )
        return text


def _string(value: object) -> str:
    if isinstance(value, str):
        return value
    raise BadValue(N_("“{value}” is not a text."), value=shorten(value))


def _string_or_null(text: str) -> str | None:
    if text.strip() == "null":
        return None
    if text.lstrip().startswith('"'):
        try:
            value = json.loads(text)
        except ValueError:
            return text
        return value if isinstance(value, str) else text
    return text


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
        value = _string_or_null(text)
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


@dataclass(frozen=True, slots=True)
class Date(Kind):
    """A day, stored as 2027-03-31."""

    word: ClassVar[str] = "date"

    def check(self, value: object) -> date | None:
        """The day."""
        if isinstance(value, date):
            return value
        text = _string(value).strip()
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
        value = _string_or_null(text)
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
        text = _string(value).strip()
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
        value = _string_or_null(text)
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


def months_of(period: tuple[str, str]) -> tuple[str, ...]:
    """Every month of a period, in order."""
    first = int(period[0][:4]) * 12 + int(period[0][5:]) - 1
    count = months_between(*period)
    return tuple(f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(first, first + count))


@dataclass(frozen=True, slots=True)
class YesNo(Kind):
    """Yes or no."""

    word: ClassVar[str] = "yesno"

    def check(self, value: object) -> bool:
        """The answer."""
        if not isinstance(value, bool):
            raise BadValue(N_("“{value}” is neither true nor false."), value=shorten(value))
        return value

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """One of the words, stored as written in the declaration and translated only for display."""

    word: ClassVar[str] = "choice"
    options: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from."""
        return self.options

    def check(self, value: object) -> str | None:
        """The word."""
        text = _string(value)
        if not text:
            return None
        if text not in self.choices:
            known = self.choices
            named = ", ".join(known) if len(known) <= 20 else ", ".join(known[:12]) + " …"
            raise BadValue(
                N_("“{value}” is not one of: {choices}."), value=shorten(text), choices=named
            )
        return text

    def read(self, text: str) -> str | None:
        """The word as it stands, a JSON string or null."""
        value = _string_or_null(text)
        return None if value is None else self.check(value)

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"type": "string", "enum": list(self.choices)}


@dataclass(frozen=True, slots=True)
class OpenChoice(Choice):
    """A choice whose words are data: `words` names the list in `planner.model.words`."""

    words: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, as the data has them today."""
        from planner.model import words

        return words.of(self.words)


@dataclass(frozen=True, slots=True)
class ListOf(Kind):
    """Several values of one kind, in order; `count` fixes how many, `rising` their order."""

    of: Kind = Text()
    count: int = 0
    rising: bool = False

    @property
    def title(self) -> str:
        """The list and what is in it."""
        return f"list of {self.of.word}"

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from."""
        return self.of.choices

    def check(self, value: object) -> tuple[Any, ...] | None:
        """The values; an empty list is an empty field."""
        if isinstance(value, (str, dict)) or not isinstance(value, Iterable):
            raise BadValue(N_("“{value}” is not a list."), value=shorten(value))
        checked = (self.of.check(item) for item in value if item is not None)
        values = tuple(item for item in checked if item is not None)
        if isinstance(self.of, Choice):
            values = tuple(dict.fromkeys(values))
        if self.count and values and len(values) != self.count:
            raise BadValue(
                N_("There are {found} values; exactly {count} are needed."),
                found=len(values),
                count=self.count,
            )
        if self.rising and any(a >= b for a, b in pairwise(values)):
            raise BadValue(N_("The values must rise from each to the next."))
        return values or None

    def json(self, value: tuple[Any, ...], digits: int) -> list[Any]:
        """An array."""
        return [self.of.json(item, digits) for item in value]

    def schema(self) -> dict[str, Any]:
        """An array."""
        return {"type": "array", "items": self.of.schema()}
