"""Number formats of Office for the numbers on a chart.

Office prints a number's separators as the reader's system does and knows no significant digits.
So a number is shown in the document's own words as long as it is the one that was written, by a
condition in its format; a number that somebody changes is shown as Office does it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import get_group_symbol

from planner.drawing import wording
from planner.i18n import locale_of

_PLAIN = re.compile(r"[\u2212+]?\d+%?")
_NEAR, _MOST = 1e-9, 1e15
_LOCALES = {"ro": "[$-418]", "ms": "[$-43E]", "ka": "[$-437]"}
"""The mark of a language in a format (MS-LCID); LibreOffice follows it, Office for dates alone."""

MINUS = "\u2212"


@dataclass(frozen=True, slots=True)
class Codes:
    """Formats in a Babel pattern and a language; `lead` is the sign of every number.

    `zero` off leaves zeros without words.
    """

    pattern: str
    language: str
    lead: str = ""
    zero: bool = True

    def text(self, value: float) -> str:
        """A number as it is printed."""
        return f"{self.lead}{_printed(value, self.pattern, self.language)}"

    def usual(self, values: list[float]) -> str:
        """The format of numbers in general, with as many decimals as one of the values needs."""
        decimals = max((self._decimals(value) for value in values), default=0)
        return self._general(decimals)

    def axis(self, steps: Sequence[float]) -> str:
        """The format of an axis' numbers, thousands parted as the document's language does."""
        most = max(steps)
        if min(steps) < 0 or not 1000 <= most < 1e9 or max(map(self._decimals, steps)):
            return self.usual(list(steps))
        mark = f'"{get_group_symbol(locale_of(self.language))}"'
        thousands, millions = f"[>=1000]#{mark}##0", f"[>=1000000]#{mark}###{mark}##0"
        return f"{millions};{thousands};0" if most >= 1e6 else f"{thousands};0"

    def plain(self, value: float) -> str:
        """The format of a value with as many decimals as it needs, as Office prints it."""
        return self._general(self._decimals(value))

    def exact(self, value: float, meant: float | None = None) -> str:
        """The format that shows a value in the document's own words.

        Where `meant` is given, the value is a part of it and bears its words.
        """
        if value <= 0 or (meant is None and not self._own_words(value)):
            return self.plain(value)
        low, high = (f"{value * (1 + near):.12g}" for near in (-_NEAR, _NEAR))
        if "e" in low + high:
            return self.plain(value)
        body = self._signed(self._decimals(value))
        return f'[<{low}]{body};[<={high}]"{self.text(value if meant is None else meant)}";{body}'

    def split(self, value: float) -> bool:
        """Whether a negative number can't be shown in the document's words."""
        return value < 0 and self._own_words(value)

    def _own_words(self, value: float) -> bool:
        """Whether Office would print a number otherwise: its separators, its rounding."""
        if not _PLAIN.fullmatch(self.text(value)):
            return True
        if abs(value) >= _MOST:
            return False
        meant = Decimal(self._english(value).rstrip("%").replace("\u2212", "-"))
        exact = Decimal(repr(value)) * (100 if "%" in self.pattern else 1)
        return exact.quantize(Decimal(1), ROUND_HALF_UP) != meant

    def _general(self, decimals: int) -> str:
        negative = f'"{self.lead or MINUS}"{self._body(decimals)}'
        rest = "" if self.zero else ";"
        return f"{_LOCALES.get(self.language, '')}{self._signed(decimals)};{negative}{rest}"

    def _signed(self, decimals: int) -> str:
        return (f'"{self.lead}"' if self.lead else "") + self._body(decimals)

    def _body(self, decimals: int) -> str:
        whole = "#,##0" if "," in self.pattern else "0"
        fraction = f".{'0' * decimals}" if decimals else ""
        return f"{whole}{fraction}{'%' if '%' in self.pattern else ''}"

    def _decimals(self, value: float) -> int:
        return len(self._english(value).rstrip("%").partition(".")[2])

    def _english(self, value: float) -> str:
        return _printed(value, self.pattern, "en").replace(",", "")


@lru_cache(maxsize=4096)
def _printed(value: float, pattern: str, language: str) -> str:
    return wording.number(value, pattern, language)
