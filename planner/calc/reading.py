"""JSON to a method's input, by the input's own annotations."""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from planner.analysis.declaring import Bound, Filled, Invalid
from planner.i18n import N_
from planner.model.kinds import shorten


@cache
def hints(declared: type) -> Mapping[str, Any]:
    """The annotations of a dataclass, bounds included."""
    return get_type_hints(declared, include_extras=True)


def read(declared: Any, value: object, path: str) -> Any:
    """A value as an annotation asks for it.

    Raises:
        Invalid: with the path of what is wrong.
    """
    origin = get_origin(declared)
    if origin is Annotated:
        inner, *marks = get_args(declared)
        return _marked(inner, marks, value, path)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(declared) if option is not type(None)]
        return None if value is None else read(options[0], value, path)
    if origin is Literal:
        return _one_of(get_args(declared), value, path)
    if origin is tuple:
        return _array(get_args(declared), value, path)
    if dataclasses.is_dataclass(declared) and isinstance(declared, type):
        return read_object(declared, value, path)
    return _plain(declared, value, path)


def _marked(inner: Any, marks: Sequence[Any], value: object, path: str) -> Any:
    result = read(inner, value, path)
    for mark in marks:
        if isinstance(mark, Bound):
            _within(mark, result, path)
        elif isinstance(mark, Filled) and len(result) < mark.least:
            raise Invalid(
                path,
                N_("This needs at least {least}; there are {found}."),
                least=mark.least,
                found=len(result),
            )
    return result


def _within(bound: Bound, number: float, path: str) -> None:
    below = number < bound.low or (bound.above and number <= bound.low)
    if not below and number <= bound.high:
        return
    words = {"value": f"{number:g}", "low": f"{bound.low:g}", "high": f"{bound.high:g}"}
    if bound.high == math.inf:
        template = (
            N_("{value} is not above {low}.")
            if bound.above
            else N_("{value} is below {low}; it must be {low} or more.")
        )
        raise Invalid(path, template, **words)
    raise Invalid(path, N_("{value} is outside {low} to {high}."), **words)


def _one_of(options: Sequence[Any], value: object, path: str) -> Any:
    for option in options:
        if value == option and isinstance(value, bool) == isinstance(option, bool):
            return option
    known = ", ".join(str(option) for option in options)
    raise Invalid(
        path, N_("“{value}” is not one of: {choices}."), value=shorten(value), choices=known
    )


def _array(items: Sequence[Any], value: object, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise Invalid(path, N_("“{value}” is not an array."), value=shorten(value))
    if len(items) == 2 and items[1] is ...:
        read_items = tuple(read(items[0], item, f"{path}[{i}]") for i, item in enumerate(value))
        _require_unique(read_items, path)
        return read_items
    if len(value) != len(items):
        raise Invalid(
            path,
            N_("There are {found} values; exactly {count} are needed."),
            found=len(value),
            count=len(items),
        )
    return tuple(
        read(kind, item, f"{path}[{i}]")
        for i, (kind, item) in enumerate(zip(items, value, strict=True))
    )


def _require_unique(items: Sequence[Any], path: str) -> None:
    seen: set[str] = set()
    for index, item in enumerate(items):
        identity = getattr(item, "id", None)
        if isinstance(identity, str):
            if identity in seen:
                raise Invalid(
                    f"{path}[{index}].id", N_("The id “{id}” stands twice here."), id=identity
                )
            seen.add(identity)


def read_object(declared: type, value: object, path: str) -> Any:
    """An object as a dataclass; unknown and missing fields are refused.

    Raises:
        Invalid: with the path of what is wrong.
    """
    if not isinstance(value, dict):
        raise Invalid(path or "input", N_("“{value}” is not an object."), value=shorten(value))
    known = hints(declared)
    names = {field.name for field in dataclasses.fields(declared)}
    for name in value:
        if name not in names:
            raise Invalid(
                _inside(path, str(name)), N_("“{name}” is not a field of this."), name=shorten(name)
            )
    given = {}
    for field in dataclasses.fields(declared):
        if field.name in value:
            given[field.name] = _given(known[field.name], field, value[field.name], path)
        elif field.default is dataclasses.MISSING:
            raise Invalid(_inside(path, field.name), N_("This is missing."))
    return declared(**given)


def _given(declared: Any, field: dataclasses.Field[Any], value: object, path: str) -> Any:
    if value is None and field.default is None:
        return None
    return read(declared, value, _inside(path, field.name))


def _inside(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _plain(declared: Any, value: object, path: str) -> Any:
    if declared is bool:
        if isinstance(value, bool):
            return value
        raise Invalid(path, N_("“{value}” is neither true nor false."), value=shorten(value))
    if declared is str:
        if isinstance(value, str):
            return value
        raise Invalid(path, N_("“{value}” is not a text."), value=shorten(value))
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Invalid(path, N_("“{value}” is not a number."), value=shorten(value))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise Invalid(path, N_("“{value}” is not a finite number."), value=shorten(value))
    if declared is int:
        if not number.is_integer():
            raise Invalid(path, N_("{value} is not a whole number."), value=shorten(value))
        return int(value)
    return number
