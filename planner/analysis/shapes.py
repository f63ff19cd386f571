"""The shape of a method's input, read from the annotations of its dataclasses."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

_PLAIN = {float: "number", int: "whole", bool: "yesno", str: "text", date: "date"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a value may be.

    `kind` is number, whole, yesno, text, date, word, array, fixed, table, object or union;
    `holds` are a word's choices, an object's class or a union's classes by their tag.
    """

    kind: str
    marks: tuple[Any, ...] = ()
    optional: bool = False
    parts: tuple[Shape, ...] = ()
    holds: Any = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a dataclass: its name in Python and outside, its shape, whether it must be."""

    name: str
    shown: str
    shape: Shape
    required: bool


@cache
def slots_of(kind: type) -> tuple[Slot, ...]:
    """The fields of a dataclass in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        Slot(
            entry.name,
            shown(entry.name),
            shape_of(hints[entry.name]),
            entry.default is dataclasses.MISSING and entry.default_factory is dataclasses.MISSING,
        )
        for entry in dataclasses.fields(kind)
    )


def shown(name: str) -> str:
    """A field's name outside Python, without the underscore that keeps off a reserved word."""
    return name.removesuffix("_")


def shape_of(hint: Any) -> Shape:
    """The shape that an annotation declares.

    Raises:
        KeyError: for an annotation that no input may have.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner = shape_of(arguments[0])
        return dataclasses.replace(inner, marks=(*inner.marks, *arguments[1:]))
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is Literal:
        return Shape("word", holds=arguments)
    if origin is dict:
        return Shape("table", parts=(shape_of(arguments[1]),))
    return Shape("object", holds=hint) if dataclasses.is_dataclass(hint) else Shape(_PLAIN[hint])


def _tuple(arguments: tuple[Any, ...]) -> Shape:
    if arguments[-1] is Ellipsis:
        return Shape("array", parts=(shape_of(arguments[0]),))
    return Shape("fixed", parts=tuple(shape_of(argument) for argument in arguments))


def _union(arguments: tuple[Any, ...]) -> Shape:
    some = [argument for argument in arguments if argument is not NoneType]
    optional = len(some) < len(arguments)
    if len(some) == 1:
        return dataclasses.replace(shape_of(some[0]), optional=optional)
    by_tag = {tag: kind for kind in some for tag in tag_of(kind).shape.holds}
    return Shape("union", optional=optional, holds=by_tag)


def tag_of(kind: type) -> Slot:
    """The field whose word tells one class of a union from the others: its first word."""
    return next(slot for slot in slots_of(kind) if slot.shape.kind == "word")
