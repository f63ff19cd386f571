"""One method on one JSON object."""

from __future__ import annotations

from dataclasses import is_dataclass
from difflib import get_close_matches
from typing import Any

from planner.analysis.declaring import METHODS, Invalid, Method
from planner.analysis.shapes import slots_of
from planner.calc.printing import printed
from planner.calc.reading import read
from planner.i18n import N_, translate


class InvalidInput(ValueError):
    """Input that a method refuses: the path of what is wrong, and a sentence that says why."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


def compute(method: str, data: object, language: str = "en") -> dict[str, Any]:
    """The result of a method for its input as JSON has it.

    Raises:
        InvalidInput: for an unknown method (field `method`) and for input it cannot take.
    """
    asked = _asked(method, language)
    try:
        given = read(asked.input, data)
    except Invalid as error:
        raise _refused(error, language) from None
    return _result(asked, given, language)


def output_of(result: Any, language: str = "en") -> dict[str, Any]:
    """A method's result as the JSON that `compute` gives, its warnings in words."""
    return _with_warnings(printed(result), result.warnings, language)


def input_of(input_object: object) -> dict[str, Any]:
    """A method's input as the JSON that `compute` accepts; what is not given is left out."""
    kind: type = type(input_object)
    given = {slot.shown: (getattr(input_object, slot.name), slot) for slot in slots_of(kind)}
    return {
        name: _plain(value)
        for name, (value, slot) in given.items()
        if value is not None or slot.required
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return input_of(value) if is_dataclass(value) else printed(value)


def _asked(name: str, language: str) -> Method:
    if name in METHODS:
        return METHODS[name]
    near = get_close_matches(name, METHODS, 1)
    if near:
        template = N_("There is no method “{name}”; the nearest is {near}.")
        sentence = translate(template, language).format(name=name, near=near[0])
    else:
        template = N_("There is no method “{name}”; calc --help lists them all.")
        sentence = translate(template, language).format(name=name)
    raise InvalidInput("method", sentence)


def _result(asked: Method, given: object, language: str) -> dict[str, Any]:
    try:
        result = asked.call(given)
    except Invalid as error:
        raise _refused(error, language) from None
    except ArithmeticError:
        message = N_("These numbers are too large or too small to compute with.")
        raise InvalidInput("input", translate(message, language)) from None
    return output_of(result, language)


def _with_warnings(data: dict[str, Any], problems: Any, language: str) -> dict[str, Any]:
    warnings = [
        {
            "code": problem.code,
            "message": translate(problem.template, language).format(**problem.words),
        }
        for problem in problems
    ]
    data["warnings"] = warnings
    if _drop_infinite(data):
        message = N_("A figure is too large to be shown.")
        warnings.append({"code": "undefined", "message": translate(message, language)})
    return data


def _drop_infinite(value: Any) -> bool:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = False
    for key, item in pairs:
        if isinstance(item, float) and item - item != 0:
            value[key] = None
            found = True
        elif isinstance(item, (dict, list)):
            found = _drop_infinite(item) or found
    return found


def _refused(error: Invalid, language: str) -> InvalidInput:
    last = error.field.rpartition(".")[2] or "input"
    name = last if error.owner is None or last == "id" else f"{last} ({error.owner})"
    words = {"name": name, "id": error.owner or last, **error.words}
    sentence = translate(error.template, language).format(**words)
    return InvalidInput(error.field or "input", sentence)
