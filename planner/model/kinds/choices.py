"""Answers that are picked: yes or no, one of some words, and several values of one kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, ClassVar

from planner.i18n import N_
from planner.model.kinds.kind import BadValue, Kind, shorten, text_or_null, typed_text
from planner.model.kinds.texts import Text


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
        text = typed_text(value)
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
        value = text_or_null(text)
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

    of: Kind = field(default_factory=Text)
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
