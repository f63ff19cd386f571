"""Plans that tests start from, and generated values of every kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from planner import assets, paths, storage
from planner.model import kinds, references
from planner.model.nodes import Declared
from planner.model.plan import Plan

NASTY = (
    "$x^2$ and $y",
    "_under_ **bold** `code`",
    "{{ 7*7 }} {% if x %}",
    "<b>bold</b> & &amp; </w:t>",
    "#let x = 1 @name // comment /* */",
    "emoji 😀👩‍👩‍👧 done",
    "ქართული ტექსტი ₾",
    "עברית عربي",
    "quotes \" ' “ ” \\ back",
    "- not a list\n\n# not a heading",
    "tab\tand  spaces",
    "=1+1",
)
"""Texts that break careless programs."""


@cache
def sample() -> Plan:
    """The shipped sample."""
    return storage.read(assets.resource("samples", "local-service.mktplan")).plan


def texts(longest: int = 60) -> st.SearchStrategy[str]:
    """Texts of one line, nasty ones among them."""
    characters = st.characters(
        exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="\u2028\u2029"
    )
    return st.one_of(
        st.sampled_from([n.replace("\n", " ").replace("\t", " ") for n in NASTY]),
        st.text(characters, min_size=1, max_size=longest).filter(lambda t: t.strip() != ""),
    )


def values(field: Declared) -> st.SearchStrategy[Any]:
    """Acceptable values of a field, as JSON would hold them; references are left empty."""
    kind = paths.estimate_kind(field) if field.is_estimate else field.kind
    if field.is_estimate:
        return value_of(kind).map(lambda value: {"low": value, "base": value, "high": None})
    return value_of(kind)


def value_of(kind: kinds.Kind | None) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911, PLR0912
    match kind:
        case references.Ref() | references.Image():
            return st.none()
        case kinds.Url():
            return st.just("https://moveo.example/page")
        case kinds.Prose():
            return st.one_of(st.sampled_from(NASTY), texts())
        case kinds.Text():
            return texts(min(kind.longest or 60, 60)).filter(
                lambda t: not kind.longest or len(t) <= kind.longest
            )
        case kinds.Money():
            return st.decimals(0, 10**9, places=2).map(Decimal)
        case kinds.Integer():
            low = max(kind.low, -1000)
            return st.integers(int(low), int(min(kind.high, low + 5000)))
        case kinds.Number():
            low, high = max(kind.low, -1000), min(kind.high, 1e6)
            return st.floats(low, high, allow_nan=False, exclude_min=kind.above)
        case kinds.Date():
            return st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)
        case kinds.Month():
            return st.sampled_from(["2026-11", "2027-01", "2027-12"])
        case kinds.Period():
            return st.just(["2027-01", "2027-12"])
        case kinds.YesNo():
            return st.booleans()
        case kinds.Choice():
            return st.sampled_from(kind.choices)
        case kinds.ListOf():
            if kind.count or kind.rising:
                return st.just(list(range(1, (kind.count or 3) + 1)))
            return st.lists(value_of(kind.of), min_size=1, max_size=3)
        case _:
            raise AssertionError(kind)
