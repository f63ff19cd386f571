"""How figures, dates, choices and sentences are said in a document's language.

Everything said is made of `Span`s that carry the paths it rests on.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from decimal import Decimal
from typing import Any, TypeAlias

from planner import paths
from planner.blocks import Span, Text
from planner.i18n import N_, locale_of, translate, translate_count
from planner.model import catalogue, words
from planner.model.kinds import (
    Choice,
    Date,
    Kind,
    ListOf,
    Money,
    Month,
    OpenChoice,
    Period,
    Share,
    YesNo,
)
from planner.model.kinds import Rating as RatingKind
from planner.model.nodes import Declared
from planner.model.plan import Plan
from planner.model.references import PathTo, Ref

Part: TypeAlias = "Span | Text | str"
_SAID_AS = {
    "typed": N_("set by hand"),
    "Mon": N_("Monday"),
    "Tue": N_("Tuesday"),
    "Wed": N_("Wednesday"),
    "Thu": N_("Thursday"),
    "Fri": N_("Friday"),
    "Sat": N_("Saturday"),
    "Sun": N_("Sunday"),
}
"""Choices that a reader of the document knows by other words than who fills the plan."""

_FORMATTER = string.Formatter()


def text(part: Part) -> Text:
    """A string, span or text as a text."""
    if isinstance(part, str):
        return (Span(part),) if part else ()
    return (part,) if isinstance(part, Span) else part


@dataclass(frozen=True, slots=True)
class Voice:
    """A language and a currency; every method gives text for a reader of that language.

    Amounts of at least ten times `rounding` are rounded to whole multiples of it.
    """

    language: str
    currency: str | None = None
    rounding: int = 1

    @property
    def locale(self) -> str:
        """The locale of numbers and dates, as Babel names it."""
        return locale_of(self.language)

    def word(self, message: str) -> str:
        """A word or sentence of ours in the language."""
        return translate(message, self.language)

    def say(self, message: str, **parts: Part) -> Text:
        """A sentence of ours in the language, its {places} filled with traced parts."""
        return self._filled(self.word(message), parts)

    def say_count(self, one: str, many: str, count: int, **parts: Part) -> Text:
        """As `say`, in the form that fits a count; {count} is the number itself."""
        sentence = translate_count(one, many, count, self.language)
        return self._filled(sentence, {"count": self.number(count)} | parts)

    def _filled(self, sentence: str, parts: dict[str, Any]) -> Text:
        spans: list[Span] = []
        for literal, name, _, _ in _FORMATTER.parse(sentence):
            if literal:
                spans.append(Span(literal))
            if name is not None:
                spans += text(parts[name])
        return tuple(spans)

    def join(self, parts: Iterable[Part], *, last: str = N_("and")) -> Text:
        """Parts as a list in a sentence: a, b and c."""
        items = [item for part in parts if (item := text(part))]
        spans: list[Span] = []
        for index, item in enumerate(items):
            if index:
                ending = index == len(items) - 1
                spans.append(Span(f" {self.word(last)} " if ending else ", "))
            spans += item
        return tuple(spans)

    def number(self, value: float | Decimal, *sources: str, decimals: int | None = None) -> Span:
        """A number with the locale's marks; by default as many decimals as its size bears."""
        from babel.numbers import format_decimal

        places = _places(float(value)) if decimals is None else decimals
        pattern = "#,##0" + ("." + "#" * places if places else "")
        return Span(format_decimal(value, pattern, locale=self.locale), sources)

    def figure(self, value: float | Decimal, *sources: str, decimals: int = 0) -> Span:
        """A number for a table's column: a fixed count of decimals."""
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return Span(format_decimal(value, pattern, locale=self.locale), sources)

    def percent(self, share: float, *sources: str, decimals: int | None = None) -> Span:
        """A share in percent; small ones with a decimal."""
        from babel import Locale
        from babel.numbers import format_percent

        if decimals is None:
            tenths = round(share * 1000, 6)
            decimals = 0 if abs(share) >= 1 or tenths % 10 == 0 else 1
        pattern = Locale.parse(self.locale).percent_formats[None].pattern
        pattern = pattern.replace("#,##0", "#,##0" + ("." + "#" * decimals if decimals else ""))
        return Span(format_percent(share, pattern, locale=self.locale), sources)

    def money(self, amount: float | Decimal, *sources: str, exact: bool = False) -> Span:
        """An amount with its currency; cents only where they matter or are asked for."""
        from babel.numbers import format_currency, format_decimal

        digits = words.digits_of(self.currency)
        value = self.rounded(amount)
        whole = value == value.to_integral_value() or (abs(value) >= 1000 and not exact)
        decimals = 0 if whole else digits
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        if not self.currency:
            return Span(format_decimal(value, pattern, locale=self.locale), sources)
        from babel import Locale

        standard = Locale.parse(self.locale).currency_formats["standard"].pattern
        full = standard.replace("#,##0.00", pattern)
        said = format_currency(
            value, self.currency, full, locale=self.locale, currency_digits=False
        )
        return Span(said, sources)

    def rounded(self, amount: float | Decimal) -> Decimal:
        """An amount as finely as the document shows amounts of its size."""
        value = Decimal(str(amount))
        if self.rounding == 1 or abs(value) < 10 * self.rounding:
            return value
        return (value / self.rounding).to_integral_value() * self.rounding

    def date(self, day: Day, *sources: str, long: bool = False) -> Span:
        """A day in words: 31 Dec 2027, or 31 December 2027."""
        from babel.dates import format_date

        form = "long" if long else "medium"
        return Span(format_date(day, form, locale=self.locale), sources)

    def month(self, month: str, *sources: str, short: bool = False) -> Span:
        """A month in words: March 2027, or Mar."""
        from babel.dates import format_date

        day = Day(int(month[:4]), int(month[5:]), 1)
        return Span(format_date(day, "LLL" if short else "LLLL y", locale=self.locale), sources)

    def period(self, period: tuple[str, str], *sources: str) -> Span:
        """A period in words; one year is said once."""
        from babel.dates import format_date

        first, last = (Day(int(m[:4]), int(m[5:]), 1) for m in period)
        start = "LLLL" if first.year == last.year else "LLLL y"
        said = [format_date(first, start, locale=self.locale)]
        if period[0] != period[1]:
            said.append(format_date(last, "LLLL y", locale=self.locale))
        else:
            said = [format_date(first, "LLLL y", locale=self.locale)]
        return Span("–".join(said), sources)

    def unit(self) -> str:
        """The currency as it stands in a table's header; nothing where none is set."""
        return self.currency or ""

    def answer(self, plan: Plan, field: Declared, value: Any, path: str) -> Text:
        """An answer as a reader takes it: by its kind, traced to its field."""
        if value is None:
            return ()
        if field.is_estimate:
            return self._estimate(field, value, path)
        if field.kind is None:
            return ()
        return self._value(plan, field.kind, value, path)

    def _value(  # noqa: C901, PLR0911  one case a kind
        self, plan: Plan, kind: Kind, value: Any, path: str
    ) -> Text:
        match kind:
            case Money():
                return (self.money(value, path, exact=True),)
            case Share():
                return (self.percent(value, path),)
            case Date():
                return (self.date(value, path),)
            case Month():
                return (self.month(value, path),)
            case Period():
                return (self.period(value, path),)
            case YesNo():
                return (Span(self.word(N_("yes") if value else N_("no")), (path,)),)
            case PathTo() | Ref():
                return self._names(plan, kind, value, path)
            case ListOf():
                return self.join(self._value(plan, kind.of, item, path) for item in value)
            case Choice():
                return (Span(self.choice(kind, value), (path,)),)
            case RatingKind():
                return (self.number(value, path),)
            case _:
                number = isinstance(value, (int, float))
                return (self.number(value, path) if number else Span(str(value), (path,)),)

    def choice(self, kind: Choice, value: str) -> str:
        """A stored word of a choice as it is shown."""
        if isinstance(kind, OpenChoice) and kind.words.startswith("channel-kind"):
            known = catalogue.CHANNEL_KINDS.get(value)
            return self.word(known.title if known else N_("Own channel"))
        if isinstance(kind, OpenChoice) and kind.words == "language":
            return self.language_name(value)
        return self.word(_SAID_AS.get(value, value)).replace("'", "’")

    def language_name(self, code: str) -> str:
        """A language's name for its code; other words as they are."""
        from babel import Locale

        return str(Locale.parse(self.locale).languages.get(code, code))

    def figure_of(self, kind: Kind, figure: Any, source: str) -> Text:
        """One figure of an estimate."""
        if isinstance(kind, Money):
            return (self.money(figure, source, exact=True),)
        if isinstance(kind, Share):
            return (self.percent(figure, source),)
        return (self.number(figure, source),)

    def _names(self, plan: Plan, kind: Ref, value: Any, path: str) -> Text:
        said = []
        for target in paths.targets(kind, value, path):
            member = paths.get(plan, target) if paths.has(plan, target) else None
            name = paths.title_of(member) if hasattr(member, "id") else ""
            if name:
                said.append(Span(name, (path, target)))
        return self.join(said)

    def _estimate(self, field: Declared, value: Any, path: str) -> Text:
        kind = paths.estimate_kind(field)
        if value.base is None:
            return ()

        def one(figure: Any, part: str) -> Text:
            return self.figure_of(kind, figure, f"{path}.{part}")

        base = one(value.base, "base")
        if value.low is None or value.high is None:
            return base
        return self.say(
            N_("{base} ({low} to {high})"),
            base=base,
            low=one(value.low, "low"),
            high=one(value.high, "high"),
        )


def _places(value: float) -> int:
    size = abs(value)
    if size >= 100 or value == int(value):
        return 0
    return 1 if size >= 10 else 2
