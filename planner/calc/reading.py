"""JSON into a method's input, by nothing but the input's declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from planner.analysis.declaring import Invalid
from planner.analysis.shapes import Shape, slots_of, tag_of
from planner.i18n import N_


def read(kind: type, data: object) -> Any:
    """The dataclass that a JSON object describes.

    Ranges, lengths and ids are not judged here: the method does that for every caller.

    Raises:
        Invalid: for an unknown or missing field and for a value of the wrong type.
    """
    if not isinstance(data, Mapping):
        raise Invalid("input", N_("The input must be a JSON object."))
    return _object(data, kind)


def _object(data: Mapping[str, Any], kind: type) -> Any:
    slots = slots_of(kind)
    names = {slot.shown for slot in slots}
    for name in data:
        if name not in names:
            message = N_("There is no field “{field}” here; these are known: {names}.")
            raise Invalid(str(name), message, field=name, names=", ".join(sorted(names)))
    values = {}
    owner = data.get("id")
    for slot in slots:
        if slot.shown not in data:
            if slot.required:
                error = Invalid("", N_("{name} is missing."))
                raise error.within(slot.shown, owner)
            continue
        try:
            values[slot.name] = _value(data[slot.shown], slot.shape)
        except Invalid as error:
            raise error.within(slot.shown, owner) from None
    return kind(**values)


def _value(data: Any, shape: Shape) -> Any:
    if data is None and shape.optional:
        return None
    return _READERS[shape.kind](data, shape)


def _number(data: Any, shape: Shape) -> float:
    del shape
    if isinstance(data, bool) or not isinstance(data, (int, float)):
        raise Invalid("", N_("{name} must be a number."))
    try:
        return float(data)
    except OverflowError:
        raise Invalid("", N_("{name} must be a number of ordinary size.")) from None


def _whole(data: Any, shape: Shape) -> int:
    number = _number(data, shape)
    if not number.is_integer():
        raise Invalid("", N_("{name} must be a whole number."))
    return int(data)


def _yesno(data: Any, shape: Shape) -> bool:
    del shape
    if not isinstance(data, bool):
        raise Invalid("", N_("{name} must be true or false."))
    return data


def _text(data: Any, shape: Shape) -> str:
    del shape
    if not isinstance(data, str):
        raise Invalid("", N_("{name} must be a text."))
    return data


def _date(data: Any, shape: Shape) -> date:
    text = _text(data, shape)
    try:
        if len(text) == len("2027-03-31"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Invalid("", N_("“{value}” is not a date; write it like 2027-03-31."), value=text[:40])


def _word(data: Any, shape: Shape) -> Any:
    for choice in shape.holds:
        if type(data) is not bool and data == choice:
            return choice
    choices = ", ".join(str(choice) for choice in shape.holds)
    raise Invalid("", N_("{name} must be one of: {choices}."), choices=choices)


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list):
        raise Invalid("", N_("{name} must be an array."))
    return data


def _array(data: Any, shape: Shape) -> tuple[Any, ...]:
    items = _list(data)
    return _items(items, (shape.parts[0],) * len(items))


def _fixed(data: Any, shape: Shape) -> tuple[Any, ...]:
    items = _list(data)
    if len(items) != len(shape.parts):
        message = N_("{name} has {found} entries; it must have {count}.")
        raise Invalid("", message, found=len(items), count=len(shape.parts))
    return _items(items, shape.parts)


def _items(items: list[Any], shapes: tuple[Shape, ...]) -> tuple[Any, ...]:
    found = []
    for index, (item, shape) in enumerate(zip(items, shapes, strict=True)):
        try:
            found.append(_value(item, shape))
        except Invalid as error:
            raise error.within(f"[{index}]") from None
    return tuple(found)


def _mapping(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise Invalid("", N_("{name} must be an object."))
    return data


def _table(data: Any, shape: Shape) -> dict[str, Any]:
    found = {}
    for key, item in _mapping(data).items():
        try:
            found[key] = _value(item, shape.parts[0])
        except Invalid as error:
            raise error.within(key) from None
    return found


def _nested(data: Any, shape: Shape) -> Any:
    return _object(_mapping(data), shape.holds)


def _union(data: Any, shape: Shape) -> Any:
    tag = tag_of(next(iter(shape.holds.values()))).shown
    asked = _mapping(data).get(tag)
    if not isinstance(asked, str) or asked not in shape.holds:
        message = N_("{name} must be one of: {choices}.")
        raise Invalid(tag, message, choices=", ".join(shape.holds))
    return _object(data, shape.holds[asked])


_READERS: Mapping[str, Callable[[Any, Shape], Any]] = {
    "number": _number,
    "whole": _whole,
    "yesno": _yesno,
    "text": _text,
    "date": _date,
    "word": _word,
    "array": _array,
    "fixed": _fixed,
    "table": _table,
    "object": _nested,
    "union": _union,
}
