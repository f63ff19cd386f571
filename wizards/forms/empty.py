"""What a table says while it has no rows: what to do first, or how the sample begins."""

from __future__ import annotations

from planner import paths
from planner.i18n import N_
from planner.model.asking import Many
from wizards.forms.context import Context
from wizards.forms.rows import Column, missing_keys
from wizards.forms.units import kind_of
from wizards.forms.wording import shown
from wizards.speaking import say

FROM_SAMPLE = 2
"""Rows of the sample that are shown."""


def nothing_yet(context: Context, path: str, many: Many, columns: tuple[Column, ...]) -> str:
    """What stands in place of an empty table."""
    if many.keyed_by:
        return missing_keys(path, many.keyed_by)
    sample = context.sample()
    members = paths.members(sample, paths.pattern(path))[:FROM_SAMPLE] if sample else ()
    if not members or sample is None:
        return say(N_("Nothing here yet."))
    lines = []
    for member, _ in members:
        cells = [f"{member}.{column.name}" for column in columns]
        told = (shown(kind_of(sample, c), paths.get(sample, c), sample, c) for c in cells)
        lines.append("   ·   ".join(text for text in told if text))
    return "\n".join((say(N_("From the sample:")), *lines))
