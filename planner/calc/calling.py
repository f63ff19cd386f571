"""Calling a method by name: its input read, its result as plain JSON."""

from __future__ import annotations

import dataclasses
import math
from typing import Any

from planner.analysis.declaring import Invalid, Problem
from planner.analysis.methods import METHODS
from planner.calc.reading import read_object
from planner.i18n import N_, translate


class InvalidInput(ValueError):  # noqa: N818  names what the input is
    """Input that a method cannot take: the path of what is wrong, and a sentence."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


def compute(method: str, data: object, language: str = "en") -> dict[str, Any]:
    """The result of a method on JSON data, as JSON.

    Raises:
        KeyError: where there is no such method.
        InvalidInput: where the input is not acceptable.
    """
    declared = METHODS[method].input
    try:
        if not isinstance(data, dict):
            raise Invalid("input", N_("The input must be one JSON object."))
        return result_of(method, read_object(declared, data, ""), language)
    except Invalid as invalid:
        sentence = translate(invalid.template, language).format(**invalid.words)
        raise InvalidInput(invalid.field, sentence) from None
    except OverflowError:
        raise InvalidInput(
            "input", translate(N_("The figures are too large to be worked with."), language)
        ) from None


def result_of(method: str, given: Any, language: str = "en") -> dict[str, Any]:
    """The result of a method on its input, as JSON.

    Raises:
        planner.analysis.declaring.Invalid: where the input is not acceptable.
    """
    printed = _plain(METHODS[method].call(given), language)
    if not isinstance(printed, dict):
        raise TypeError(method)
    return printed


def input_of(given: Any) -> dict[str, Any]:
    """A method's input as the JSON that `compute` takes; what is not given is left out."""
    return {
        field.name: _input(getattr(given, field.name))
        for field in dataclasses.fields(given)
        if not (getattr(given, field.name) is None and field.default is None)
    }


def _input(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return input_of(value)
    if isinstance(value, tuple):
        return [_input(item) for item in value]
    return _number(value)


def _plain(value: Any, language: str) -> Any:
    if isinstance(value, Problem):
        message = translate(value.template, language).format(**value.words)
        return {"code": value.code, "message": message}
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name), language)
            for field in dataclasses.fields(value)
        }
    if isinstance(value, tuple):
        return [_plain(item, language) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item, language) for name, item in value.items()}
    return _number(value)


def _number(value: Any) -> Any:
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        raise OverflowError
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
