"""The `calc` command: reads a file or standard input, prints JSON, says how it went."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from planner.analysis.declaring import METHODS
from planner.calc.computing import InvalidInput, compute
from planner.i18n import N_, translate

OK, USAGE, INVALID, UNREADABLE = 0, 2, 3, 5
"""Exit codes of the command."""

_USAGE = N_("Usage: calc METHOD [FILE | -], calc --batch [FILE | -], or calc --help.")


class _Unreadable(Exception):
    """A file that cannot be read."""


def run(
    arguments: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO, language: str
) -> int:
    """Run `calc` on its arguments and return the exit code.

    0 result on `stdout`, 2 wrong usage or unknown method, 3 invalid input, 5 unreadable file;
    sentences go to `stderr`.
    """
    if "--help" in arguments or "-h" in arguments:
        stdout.write(_help(language))
        return OK
    if not 1 <= len(arguments) <= 2 or (arguments[0].startswith("-") and arguments[0] != "--batch"):
        stderr.write(translate(_USAGE, language) + "\n")
        return USAGE
    name, source = arguments[0], arguments[1] if len(arguments) == 2 else "-"
    if name != "--batch" and name not in METHODS:
        stderr.write(_unknown(name, language) + "\n")
        return USAGE
    try:
        text = _text(source, stdin, language)
    except _Unreadable as error:
        stderr.write(f"{error}\n")
        return UNREADABLE
    try:
        result = _answer(name, _parsed(text, language), language)
    except InvalidInput as error:
        _print(_error(error), stdout)
        return INVALID
    _print(result, stdout)
    return OK


def _help(language: str) -> str:
    says = translate(N_("Computes one method on bare numbers, JSON in and JSON out."), language)
    lines = [translate(_USAGE, language), says, "", *(f"  {name}" for name in METHODS)]
    return "\n".join(lines) + "\n"


def _unknown(name: str, language: str) -> str:
    try:
        compute(name, {}, language)
    except InvalidInput as error:
        return error.message
    raise LookupError(name)


def _text(source: str, stdin: TextIO, language: str) -> str | None:
    """The text of a file or of standard input, None where it is not UTF-8."""
    try:
        if source == "-":
            raw = getattr(stdin, "buffer", None)
            if raw is None:
                return stdin.read()
            data = raw.read()
        else:
            data = Path(source).read_bytes()
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    except (OSError, ValueError):
        message = N_("{file} can’t be read; check its name and that you may open it.")
        raise _Unreadable(translate(message, language).format(file=source)) from None


def _parsed(text: str | None, language: str) -> Any:
    try:
        if text is not None:
            return json.loads(text)
    except (ValueError, RecursionError):
        pass
    raise InvalidInput("input", translate(N_("The input is not a JSON text."), language))


def _answer(name: str, data: Any, language: str) -> Any:
    if name != "--batch":
        return compute(name, data, language)
    if not isinstance(data, list):
        message = N_("A batch must be a JSON array of objects with method and input.")
        raise InvalidInput("input", translate(message, language))
    return [_item(item, language) for item in data]


def _item(item: Any, language: str) -> Any:
    try:
        return compute(*_call(item, language), language)
    except InvalidInput as error:
        return _error(error)


def _call(item: Any, language: str) -> tuple[str, Any]:
    if not isinstance(item, dict):
        message = N_("Each item of a batch must be an object with method and input.")
        raise InvalidInput("input", translate(message, language))
    for name in item:
        if name not in {"method", "input"}:
            message = N_("There is no field “{field}” here; an item has method and input.")
            raise InvalidInput(name, translate(message, language).format(field=name))
    if not isinstance(item.get("method"), str):
        message = N_("An item of a batch must name its method.")
        raise InvalidInput("method", translate(message, language))
    return item["method"], item.get("input")


def _error(error: InvalidInput) -> dict[str, Any]:
    return {"error": {"field": error.field, "message": error.message}}


def _print(data: Any, stdout: TextIO) -> None:
    # a lone surrogate from an escaped id cannot be written as UTF-8
    text = json.dumps(data, ensure_ascii=False, allow_nan=False)
    stdout.write(text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
    stdout.flush()
