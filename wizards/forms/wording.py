"""Values as people read and type them: numbers of the program's language, names for ids."""

from __future__ import annotations

import re
from datetime import date as Day
from decimal import Decimal, InvalidOperation
from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model import catalogue
from planner.model.kinds import (
    BadValue,
    Choice,
    Date,
    Kind,
    ListOf,
    Money,
    Number,
    OpenChoice,
    Share,
    YesNo,
)
from planner.model.nodes import Node
from planner.model.plan import Plan
from planner.model.references import Image, PathTo, Ref
from wizards.speaking import locale, say

_SPACES = "\u00a0\u202f\u2009 "
NATIVE = {"en": "English", "ro": "Română", "ms": "Bahasa Melayu", "ka": "ქართული"}
"""The program's languages as their speakers call them."""
FORMATS = {
    "docx": "Word (DOCX)",
    "pdf": "PDF",
    "html": "HTML",
    "pptx": "PowerPoint (PPTX)",
    "xlsx": "Excel (XLSX)",
    "md": "Markdown",
}
YEARS = (1000, 9999)
"""Bounds between which a whole number is a year."""
_SPELLED = NATIVE | FORMATS | {"tam": "TAM", "sam": "SAM", "som": "SOM"}
"""Words of choices that are names or abbreviations."""
YES, NO = N_("Yes"), N_("No")


def typed(kind: Kind, text: str) -> Any:
    """The value that a text typed for a kind means; None for an empty one.

    Raises:
        BadValue: where the kind does not accept it, in the kind's own sentence.
    """
    stripped = text.strip()
    if not stripped:
        return None
    if isinstance(kind, Share):
        return kind.check(_share(stripped))
    if isinstance(kind, (Money, Number)):
        return kind.check(_figure(stripped, exact=isinstance(kind, Money)))
    if isinstance(kind, ListOf):
        if isinstance(kind.of, Number):
            # A comma may be a decimal sign and a hard space part of a number.
            parts = re.split(r"[; \t\n]+", stripped)
        else:
            parts = [line for line in stripped.splitlines() if line.strip()]
        return kind.check([typed(kind.of, part) for part in parts if part])
    return kind.check(text)


def _share(text: str) -> Any:
    figure = _figure(text.removesuffix("%").strip(), exact=True)
    if isinstance(figure, str):
        return figure
    return float(figure / 100)


def _figure(text: str, *, exact: bool) -> Any:
    """The number in a text, or the text itself where it is none: the kind says what is wrong."""
    try:
        number = Decimal(plain_digits(text))
    except InvalidOperation:
        return text
    return number if exact else float(number)


def plain_digits(text: str) -> str:
    """A typed number with a point and without groups; as it stands where it is none."""
    here = locale()
    point, group = here.decimalPoint(), here.groupSeparator()
    bare = "".join(c for c in text if c not in _SPACES).replace("−", "-")
    if group not in _SPACES and re.fullmatch(
        rf"-?\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?", bare
    ):
        bare = bare.replace(group, "")
        return bare.replace(point, ".")
    if point != "." and "." not in bare:
        bare = bare.replace(point, ".")
    return bare if re.fullmatch(r"-?\d*\.?\d*", bare) else text


def shown(kind: Kind | None, value: Any, plan: Plan, path: str) -> str:
    """A value as a field or cell shows it; nothing for an empty one."""
    if value is None or kind is None:
        return ""
    if isinstance(kind, (Money, Number)):
        return _figure_text(kind, value)
    if isinstance(kind, (PathTo, Ref)):
        found = paths.targets(kind, value, path)
        return ", ".join(name_of(plan, target) for target in found)
    if isinstance(kind, ListOf):
        return list_text(kind, value)
    return _plain(kind, value)


def _figure_text(kind: Kind, value: Any) -> str:
    if isinstance(kind, Number) and YEARS[0] <= kind.low and kind.high <= YEARS[1]:
        # A year is no quantity: it is not written with groups.
        return str(value)
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    return _digits(exact * 100 if isinstance(kind, Share) else exact)


def _plain(kind: Kind, value: Any) -> str:
    if isinstance(kind, YesNo):
        return say(YES) if value else say(NO)
    if isinstance(kind, Choice):
        return choice_text(kind, value)
    if isinstance(kind, Date) and isinstance(value, Day):
        return value.isoformat()
    if isinstance(kind, Image):
        return str(value.name)
    if isinstance(value, tuple):
        return " – ".join(map(str, value))
    return str(value)


def list_text(kind: ListOf, values: tuple[Any, ...]) -> str:
    """The values of a list as they are typed: figures parted by spaces, texts by lines."""
    if isinstance(kind.of, Choice):
        return ", ".join(choice_text(kind.of, value) for value in values)
    if isinstance(kind.of, Number):
        return " ".join(_figure_text(kind.of, value) for value in values)
    return "\n".join(map(str, values))


def choice_text(kind: Choice, word: str) -> str:
    """A word of a choice as it is shown: translated, and in plain words for known codes."""
    if isinstance(kind, OpenChoice) and kind.words.startswith("channel-kind"):
        known = catalogue.CHANNEL_KINDS.get(word)
        return say(known.title) if known else say(N_("A kind of our own"))
    if isinstance(kind, OpenChoice) and kind.words == "document-kind":
        return _document_title(word)
    if isinstance(kind, OpenChoice) and kind.words == "section":
        return section_title(word)
    if word in _SPELLED:
        return _SPELLED[word]
    if isinstance(kind, OpenChoice):
        return word
    # Stored words have the plain apostrophe of keyboards.
    return opening(say(word)).replace("'", "’")


def _document_title(kind: str) -> str:
    from planner.composing.outline import outline

    try:
        return say(outline(kind).title)
    except BadValue:
        return kind


def section_title(name: str) -> str:
    """The heading of a document's section, from the first kind of document that has it."""
    from planner.composing.outline import outlines

    sections = (section for kind in outlines() for section in kind.sections)
    return next((say(section.title) for section in sections if section.name == name), name)


def opening(words: str) -> str:
    """Words as they open a line; scripts that know no capitals there stay as they are."""
    first = words[:1]
    return first.upper() + words[1:] if first.isascii() or first < "\u0250" else words


def _digits(value: Decimal) -> str:
    here = locale()
    whole, _, part = f"{value:f}".partition(".")
    part = part.rstrip("0")
    if part and len(part) == 1 and isinstance(value, Decimal) and value.as_tuple().exponent == -2:
        part += "0"
    grouped = f"{int(whole):,}" if whole.lstrip("-") else "0"
    if grouped == "0" and whole.startswith("-"):
        grouped = "-0"
    grouped = grouped.replace(",", here.groupSeparator())
    return f"{grouped}{here.decimalPoint()}{part}" if part else grouped


def name_of(plan: Plan, path: str) -> str:
    """What a place of the plan is called: a member by its name, a field by its label and owner."""
    try:
        place = paths.place(path)
        if place.member:
            return member_name(plan, path)
        owner = _owner(plan, path)
    except paths.BadPath:
        return path
    label = say(place.field.label)
    return f"{owner}: {label}" if owner else label


def member_name(plan: Plan, path: str) -> str:
    """What the member at a path is called; a keyed one as what its key names."""
    keyed_by = _keyed_by(path)
    identity = paths.last_key(path)
    if keyed_by:
        return key_name(plan, keyed_by, identity)
    try:
        member = paths.get(plan, path)
    except paths.BadPath:
        return identity
    return paths.title_of(member) if isinstance(member, Node) else identity


def _keyed_by(path: str) -> str:
    many = paths.place(path).field.many
    return many.keyed_by if many else ""


def key_name(plan: Plan, keyed_by: str, key: str) -> str:
    """What a key of a keyed collection names."""
    if keyed_by == "competitor_or_own":
        if key == "own":
            return say(N_("Ourselves"))
        keyed_by = "competitors.items"
    if "." not in keyed_by:
        return _free_key(keyed_by, key)
    try:
        return paths.title_of(paths.get(plan, f"{keyed_by}[{key}]"))
    except paths.BadPath:
        return key


_FORCES = {
    "rivalry": N_("Rivalry"),
    "new-entrants": N_("New entrants"),
    "substitutes": N_("Substitutes"),
    "buyers": N_("Power of buyers"),
    "suppliers": N_("Power of suppliers"),
}


def _free_key(keyed_by: str, key: str) -> str:
    if keyed_by == "force":
        return say(_FORCES.get(key, key))
    if keyed_by == "section":
        return section_title(key)
    if keyed_by == "group":
        return _group_name(key)
    here = locale()
    if keyed_by == "season":
        return here.standaloneMonthName(int(key))
    if keyed_by == "month":
        return f"{here.standaloneMonthName(int(key[5:]), here.FormatType.ShortFormat)} {key[:4]}"
    return key


def _group_name(key: str) -> str:
    """What a group of a test is called: its key is "control", "test", "test-2" and so on."""
    if key == "control":
        return say(N_("Control group"))
    number = key.rpartition("-")[2]
    return say(N_("Test group {number}"), number=number) if number != key else say(N_("Test group"))


def _owner(plan: Plan, path: str) -> str:
    """The innermost member that a field belongs to, by name."""
    while "[" in path:
        path = paths.parent(path)
        if path.endswith("]"):
            return member_name(plan, path)
    return ""
