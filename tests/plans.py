"""Plans that tests start from, and generated values of every kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from planner import assets, paths, storage
from planner.model import kinds, references
from planner.model.nodes import Declared, declared
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


@cache
def essential_sample() -> Plan:
    """The shipped sample, asked and printed at essential depth."""
    return paths.put(sample(), "meta.depth", "essential")


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


def filled(depths: str = "EST", nasty: str = "") -> Plan:
    """A plan with one member in every collection and every field of the depths answered.

    Texts are made of their path, or `nasty` where it is given; references lead to the one member.
    """
    plan = Plan()
    for _ in range(3):  # collections inside keyed members come with their first answers
        plan = _fill(_members(plan), depths, nasty)
    return plan


KEYS = {
    "month": "2027-03", "year": "2025", "season": "03", "force": "rivalry", "group": "control",
    "section": "market",
}  # fmt: skip


def _members(plan: Plan) -> Plan:
    """One member `one` in every collection with ids of its own that can have one."""
    for pattern, field in sorted(_collections(), key=lambda found: found[0].count("[*]")):
        place = _place(pattern)
        reachable = place is not None and _is_there(plan, place.rpartition(".")[0])
        if reachable and not field.many.keyed_by and not paths.get(plan, place):
            plan = paths.insert(plan, place, {"id": "one"}).plan
    return plan


def _place(pattern: str) -> str:
    """A pattern with a key or the one id for each `[*]`."""
    keyed = dict(_collections())
    path = ""
    for step in paths.parse(pattern):
        if isinstance(step, paths.Key):
            keyed_by = keyed[paths.pattern(path)].many.keyed_by
            path += f"[{KEYS.get(keyed_by, 'one')}]"
        else:
            path += f".{step}" if path else step
    return path


def _is_there(plan: Plan, path: str) -> bool:
    return not path or paths.has(plan, path)


@cache
def _collections() -> tuple[tuple[str, Declared], ...]:
    found: list[tuple[str, Declared]] = []

    def walk(node: Any, path: str) -> None:
        for name, field in declared(node).items():
            here = f"{path}.{name}" if path else name
            if field.is_collection:
                found.append((here, field))
                walk(field.node, f"{here}[*]")
            elif field.node is not None and not field.is_estimate:
                walk(field.node, here)

    walk(Plan, "")
    return tuple(found)


def _fill(plan: Plan, depths: str, nasty: str) -> Plan:
    for pattern, field in paths.questions():
        if field.ask.depth not in depths or pattern == "meta.document.leave_out":
            continue
        path = _place(pattern)
        if _owner_is_there(plan, path):
            plan = paths.put(plan, path, _answer(field, path, nasty))
    return plan


def _owner_is_there(plan: Plan, path: str) -> bool:
    """Whether every member with an id of its own on the way is there."""
    keyed = dict(_collections())
    steps = paths.parse(path)
    return all(
        paths.has(plan, paths.show(steps[: end + 1]))
        or keyed[paths.pattern(paths.show(steps[:end]))].many.keyed_by
        for end, step in enumerate(steps)
        if isinstance(step, paths.Key)
    )


def _answer(field: Declared, path: str, nasty: str) -> Any:
    if field.is_estimate:
        value = _plain(paths.estimate_kind(field), path, nasty)
        return {"low": value, "base": value, "high": value}
    return _plain(field.kind, path, nasty)


def _plain(kind: Any, path: str, nasty: str) -> Any:  # noqa: C901, PLR0911, PLR0912
    match kind:
        case references.PathsTo():
            return ["audience.personas[one].pains[one]"]
        case references.PathTo():
            return "promotion.kpis[one]"
        case references.Refs():
            return ["one"]
        case references.Ref():
            return "one"
        case references.Image():
            return {"name": "a.png", "media_type": "image/png", "data": PNG}
        case kinds.Url():
            return "https://moveo.example"
        case kinds.Prose():
            return nasty or f"Says {path}."
        case kinds.Text():
            text = (nasty or f"T{abs(hash(path)) % 10**6}x").replace("\n", " ").replace("\t", " ")
            return text[: kind.longest] if kind.longest else text
        case kinds.Money():
            return "12"
        case kinds.Share():
            return 0.5
        case kinds.Number():
            return min(max(1, kind.low), kind.high)
        case kinds.Date():
            return "2027-03-15"
        case kinds.Month():
            return "2027-03"
        case kinds.Period():
            return ["2027-01", "2027-12"]
        case kinds.YesNo():
            return True
        case kinds.Choice():
            return kind.choices[0]
        case kinds.ListOf():
            if kind.count or kind.rising:
                return list(range(1, (kind.count or 3) + 1))
            return [_plain(kind.of, path, nasty)]
        case _:
            raise AssertionError(kind)


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJg"
    "gg=="
)
