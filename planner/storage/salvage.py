"""What a damaged plan file still gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.i18n import N_
from planner.storage.errors import Phrase
from planner.storage.header import BOM, split
from planner.storage.migrations import NotMigrated, migrate

if TYPE_CHECKING:
    from planner.model.plan import Plan

_FEWEST = 3
_CUTS = 4
_LINE = re.compile(r"at line (\d+)")
_NOTHING = N_("none of its answers can be read")
_BROKEN = N_("its text can be read, but {count} of its values do not fit, the first at {path}")
_SOME = N_("{count} of its {total} sections can still be read, unverified and the last perhaps cut")
_ALL = N_("all its answers can still be read, unverified")


@dataclass(frozen=True, slots=True)
class Salvage:
    """A plan that nobody vouches for, where one is left, and what is to be said of it.

    `sections` counts those of a plan's own that were found.
    """

    plan: Plan | None
    sections: int
    phrase: Phrase

    @property
    def looks_like_a_plan(self) -> bool:
        """Whether the file was a plan once, by what is left of it."""
        return self.sections >= _FEWEST


def salvaged(data: bytes, schema: int) -> Salvage:
    """As much as can be read of a file whose header or checksum is wrong."""
    from planner.model.plan import InvalidPlan, Plan, from_json

    best = Salvage(None, 0, Phrase(_NOTHING))
    for values, whole in _readings(data):
        count = sum(name in values for name in Plan.model_fields)
        if not count:
            continue
        try:
            plan = from_json(migrate(values, schema))
        except InvalidPlan as wrong:
            words = {"count": len(wrong.problems), "path": wrong.problems[0].path}
            best = best if best.sections else Salvage(None, count, Phrase(_BROKEN, words))
            continue
        except NotMigrated:
            continue
        words = {"count": count, "total": len(Plan.model_fields)}
        return Salvage(plan, count, Phrase(_ALL) if whole else Phrase(_SOME, words))
    return best


def _readings(data: bytes) -> Iterator[tuple[dict[str, Any], bool]]:
    """JSON objects that the bytes may be read as, the fullest first, and whether they are whole."""
    from pydantic_core import from_json

    body = split(data)[1]
    # The body; the body whose first brace went with the header's newline; one without a header.
    for text in (body, b"{" + body, data.removeprefix(BOM)):
        readable = text.decode("utf-8", "replace")
        try:
            values, end = from_json(readable), 0
        except ValueError as error:
            match = _LINE.search(str(error))
            values, end = None, int(match[1]) if match else 0
        if isinstance(values, dict):
            yield values, True
        lines = readable.split("\n")
        # Each line holds one value: what stands above the fault is whole, its last member perhaps
        # without what it needs, so a little less is tried too.
        for cut in range(end - 1, max(end - 1 - _CUTS, 0), -1):
            try:
                values = from_json("\n".join(lines[:cut]), allow_partial=True)
            except ValueError:
                continue
            if isinstance(values, dict):
                yield values, False
