"""Answers in words: a line, several lines, a web address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from planner.i18n import N_
from planner.model.clean import clean_text, one_line
from planner.model.kinds.kind import BadValue, Kind, shorten, text_or_null, typed_text

_URL = re.compile(r"(?:https?://)?[^\s/:@]+\.[^\s/:@]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text(Kind):
    """One line of text, of at most `longest` characters (0: any length)."""

    word: ClassVar[str] = "text"
    longest: int = 0

    def check(self, value: object) -> str | None:
        """The text on one line without what no document can carry."""
        text = self._cleaned(typed_text(value))
        if self.longest and len(text) > self.longest:
            raise BadValue(
                N_("This is {count} characters long; at most {longest} fit here."),
                count=len(text),
                longest=self.longest,
            )
        return text if text.strip() else None

    def read(self, text: str) -> str | None:
        """The text as it stands, unless it is a JSON string or null."""
        value = text_or_null(text)
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
        text = one_line(typed_text(value)).strip()
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
