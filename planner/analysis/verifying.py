"""Whether an input keeps what its declaration says: ranges, lengths, ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from planner.analysis.declaring import (
    Among,
    Bound,
    Choice,
    Filled,
    Invalid,
    Month,
    SameLength,
    Square,
    Unique,
)
from planner.analysis.shapes import Shape, Slot, slots_of
from planner.i18n import N_

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
LARGEST = 1e100
"""Numbers beyond this would overflow in the middle of a calculation."""


def verify(given: Any) -> None:
    """Hold an input against its declaration.

    Raises:
        Invalid: for the first thing that breaks it, with its path.
    """
    _Verifier(given).object(given)


class _Verifier:
    """One pass over an input; `root` is where other fields are looked up."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._known: dict[str, frozenset[str]] = {}

    def object(self, value: Any) -> None:
        kind: type = type(value)
        for slot in _checked_slots(kind):
            item = getattr(value, slot.name)
            if item is None:
                continue
            try:
                self._value(item, slot.shape)
            except Invalid as error:
                raise error.within(slot.shown, getattr(value, "id", None)) from None

    def _value(self, value: Any, shape: Shape) -> None:
        kind = shape.kind
        if kind in _NUMBERS:
            _number(value, shape.marks)
        elif kind in ("object", "union"):
            self.object(value)
        elif kind in ("array", "fixed"):
            self._array(value, shape)
        elif kind == "table":
            for key, item in value.items():
                try:
                    self._value(item, shape.parts[0])
                except Invalid as error:
                    raise error.within(str(key)) from None
        elif kind == "text":
            self._text(value, shape.marks)

    def _array(self, values: Sequence[Any], shape: Shape) -> None:
        for mark in shape.marks:
            self._length(values, mark)
        if shape.kind == "array" and shape.parts[0].kind in _NUMBERS:
            _numbers(values, shape.parts[0].marks)
            return
        parts = shape.parts if shape.kind == "fixed" else (*shape.parts,) * len(values)
        for index, (item, part) in enumerate(zip(values, parts, strict=True)):
            if item is None:
                continue
            try:
                self._value(item, part)
            except Invalid as error:
                raise error.within(f"[{index}]") from None
        if Unique() in shape.marks:
            _unique(values, "")
        elif values and parts[0].kind in ("object", "union") and hasattr(values[0], "id"):
            _unique([item.id for item in values], ".id")
        for mark in shape.marks:
            if isinstance(mark, Among):
                self._among(values, mark)

    def _length(self, values: Sequence[Any], mark: Any) -> None:
        if isinstance(mark, Filled) and len(values) < mark.least:
            raise Invalid(
                "",
                N_("{name} has {found} entries; at least {least} are needed."),
                found=len(values),
                least=mark.least,
            )
        if isinstance(mark, SameLength):
            same_length("", values, len(getattr(self._root, mark.of)), mark.of)
        if isinstance(mark, Square):
            for index, row in enumerate(values):
                same_length(f"[{index}]", row, len(values), N_("the column of rows"))

    def _text(self, value: str, marks: Sequence[Any]) -> None:
        for mark in marks:
            if isinstance(mark, Month) and not _MONTH.fullmatch(value):
                raise Invalid(
                    "", N_("“{value}” is not a month; write it like 2027-03."), value=value
                )
            if isinstance(mark, Among):
                self._member(value, mark)

    def _among(self, values: Sequence[str], mark: Among) -> None:
        for index, value in enumerate(values):
            try:
                self._member(value, mark)
            except Invalid as error:
                raise error.within(f"[{index}]") from None

    def _member(self, value: str, mark: Among) -> None:
        if mark.of not in self._known:
            items = getattr(self._root, mark.of)
            self._known[mark.of] = frozenset(
                item if isinstance(item, str) else item.id for item in items
            )
        if value not in self._known[mark.of]:
            raise Invalid(
                "", N_("“{value}” is not among the ids of {other}."), value=value, other=mark.of
            )


_NUMBERS = ("number", "whole")


@cache
def _checked_slots(kind: type) -> tuple[Slot, ...]:
    """The fields that a value of the right type can break."""
    return tuple(
        slot
        for slot in slots_of(kind)
        if slot.shape.kind not in ("yesno", "date", "word")
        and (slot.shape.kind != "text" or slot.shape.marks)
    )


def _numbers(values: Sequence[float | None], marks: Sequence[Any]) -> None:
    for index, value in enumerate(values):
        if value is None:
            continue
        try:
            _number(value, marks)
        except Invalid as error:
            raise error.within(f"[{index}]") from None


def _number(value: float, marks: Sequence[Any]) -> None:
    if not abs(value) <= LARGEST:
        raise Invalid("", N_("{name} must be a number of ordinary size."))
    for mark in marks:
        if isinstance(mark, (Bound, Choice)):
            mark.require(value)


def _unique(values: Sequence[str], suffix: str) -> None:
    if len(set(values)) == len(values):
        return
    seen = set[str]()
    for index, value in enumerate(values):
        if value in seen:
            raise Invalid(
                f"[{index}]{suffix}",
                N_("“{value}” stands here twice; each id may occur once."),
                value=value,
            )
        seen.add(value)


def same_length(name: str, values: Sequence[object], length: int, other: str) -> None:
    """Require an array to have as many items as another.

    Raises:
        Invalid: where it has not.
    """
    if len(values) != length:
        raise Invalid(
            name,
            N_("{name} has {found} entries and {other} has {length}; both must agree."),
            found=len(values),
            length=length,
            other=other,
        )


def bounded(name: str, value: float, low: float, high: float) -> None:
    """Require a number to lie in a range that the input itself gives.

    Raises:
        Invalid: where it does not.
    """
    try:
        Bound(low, high).require(value)
    except Invalid as error:
        raise error.within(name) from None
