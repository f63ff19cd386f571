"""A plan as the bytes of a file, and back; what cannot come back is refused before any writing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.i18n import N_
from planner.storage.errors import BrokenValues, NotStorable
from planner.storage.header import header_line, split
from planner.storage.known import Known
from planner.storage.migrations import NotMigrated, migrate

if TYPE_CHECKING:
    from planner.model.plan import Plan

_MISFITS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What turning values into text raises where one was put past the model's checks."""
_UNSTORABLE = N_("it holds a number or a text that no file can hold; undo the last change.")
_ALTERED = N_("it would come back changed from the file; undo the last change.")
_NO_OBJECT = N_("it is not a JSON object; bring back an earlier copy.")
_OTHER_FORM = N_("it has not the form of its version; bring back an earlier copy.")


def encoded(plan: Plan, known: Known, path: Path, extra: Mapping[str, Any] | None = None) -> bytes:
    """A plan as a file's bytes, read back and compared; the same plan gives the same bytes.

    `extra` are header keys to add to the known ones.

    Raises:
        NotStorable: where the bytes would not give back the plan.
    """
    from pydantic_core import to_json as dumped

    from planner.model.plan import to_json

    try:
        text = dumped(to_json(plan), indent=2, inf_nan_mode="constants") + b"\n"
    except _MISFITS:
        raise NotStorable(path, (_problem(_UNSTORABLE),)) from None
    keys = {**known.extra, **(extra or {})}
    data = header_line(text, known.plan_id, known.schema, known.min_reader, keys) + text
    _compare(data, plan, path)
    return data


def _compare(data: bytes, plan: Plan, path: Path) -> None:
    from planner.model.plan import InvalidPlan, from_json

    try:
        again = from_json(strict_json(split(data)[1]))
    except InvalidPlan as wrong:
        raise NotStorable(path, wrong.problems) from None
    except ValueError:
        raise NotStorable(path, (_problem(_UNSTORABLE),)) from None
    if again != plan:
        raise NotStorable(path, (_problem(_ALTERED),))


def decoded(body: bytes, schema: int, path: Path) -> Plan:
    """The plan that a file's body holds.

    Raises:
        BrokenValues: where values do not fit their declaration, or the body is no JSON object.
    """
    from planner.model.plan import InvalidPlan, from_json

    try:
        values = strict_json(body)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise BrokenValues(path, (_problem(_NO_OBJECT),))
    try:
        return from_json(migrate(values, schema))
    except InvalidPlan as wrong:
        raise BrokenValues(path, wrong.problems) from None
    except NotMigrated:
        raise BrokenValues(path, (_problem(_OTHER_FORM),)) from None


def strict_json(text: bytes) -> Any:
    """JSON without NaN, infinities, lone surrogates or deep nesting.

    Raises:
        ValueError: where the text is not such.
    """
    from pydantic_core import from_json

    return from_json(text, allow_inf_nan=False)


def _problem(template: str) -> Any:
    from planner.model.plan import Problem

    return Problem("", template, {})
