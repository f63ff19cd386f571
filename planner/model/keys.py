"""Keys of keyed collections: which words a collection accepts."""

from __future__ import annotations

import re

from planner.i18n import N_
from planner.model import words
from planner.model.kinds import BadValue, Month, shorten

FORCES = ("rivalry", "new-entrants", "substitutes", "buyers", "suppliers")
"""Porter's five forces, the members of `market.forces`."""
SEASONS = tuple(f"{month:02d}" for month in range(1, 13))
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_TEST = re.compile(r"control|test(?:-[2-9][0-9]?)?")


def is_free(keyed_by: str) -> bool:
    """Whether the keys are words of a fixed form, not the ids of another collection."""
    return "." not in keyed_by and keyed_by != "competitor_or_own"


def fixed(keyed_by: str) -> tuple[str, ...]:
    """The keys where they are a fixed list, else nothing."""
    match keyed_by:
        case "force":
            return FORCES
        case "season":
            return SEASONS
        case "section":
            return words.of("section")
        case _:
            return ()


def check(keyed_by: str, key: str) -> None:
    """Say whether a key has the form that its collection asks for.

    Raises:
        BadValue: where it has not; ids of other collections are judged where the plan is known.
    """
    match keyed_by:
        case "month":
            Month().check(key)
        case "year":
            if not _YEAR.fullmatch(key):
                raise BadValue(N_("“{value}” is not a year such as 2026."), value=shorten(key))
        case "group":
            if not _TEST.fullmatch(key):
                raise BadValue(
                    N_("“{value}” is not a group; use control, test, test-2 and so on."),
                    value=shorten(key),
                )
        case "force" | "season" | "section":
            if key not in fixed(keyed_by):
                raise BadValue(
                    N_("“{value}” is not one of: {choices}."),
                    value=shorten(key),
                    choices=", ".join(fixed(keyed_by)),
                )
        case _:
            return


def collection(keyed_by: str) -> str:
    """The path of the collection whose ids are the keys; empty for words of a fixed form."""
    if keyed_by == "competitor_or_own":
        return "competitors.items"
    return "" if is_free(keyed_by) else keyed_by
