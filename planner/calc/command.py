"""The `calc` command: one method, or a batch of them, on JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TextIO

from planner.analysis.methods import METHODS
from planner.calc.calling import InvalidInput, compute
from planner.i18n import N_, translate

OK, USAGE, INVALID, UNREADABLE = 0, 2, 3, 5
USAGE_LINE = "plansmith calc METHOD [FILE | -]\nplansmith calc --batch [FILE | -]"


def run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO, language: str) -> int:
    """Run `calc` on its arguments and return the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        methods = "\n".join(f"  {name}" for name in sorted(METHODS))
        stdout.write(f"{USAGE_LINE}\n\nmethods:\n{methods}\n")
        return OK
    if not arguments or len(arguments) > 2:
        stderr.write(f"{USAGE_LINE}\n")
        return USAGE
    name, source = arguments[0], arguments[1] if len(arguments) == 2 else "-"
    batch = name == "--batch"
    if not batch and name not in METHODS:
        sentence = translate(N_("“{name}” is no method; calc --help lists them."), language)
        stderr.write(sentence.format(name=name) + "\n")
        return USAGE
    try:
        text = stdin.read() if source == "-" else Path(source).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or translate(N_("it is not a text"), language)
        stderr.write(f"{source}: {reason}.\n")
        return UNREADABLE
    try:
        result = (
            _batch(text, language) if batch else compute(name, _parsed(text, language), language)
        )
    except InvalidInput as invalid:
        _print(_error(invalid), stdout)
        return INVALID
    _print(result, stdout)
    return OK


def _print(value: Any, stdout: TextIO) -> None:
    stdout.write(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n")


def _error(invalid: InvalidInput) -> dict[str, Any]:
    return {"error": {"field": invalid.field, "message": invalid.message}}


def _parsed(text: str, language: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise InvalidInput("input", translate(N_("The input is not JSON."), language)) from None


def _batch(text: str, language: str) -> list[Any]:
    items = _parsed(text, language)
    if not isinstance(items, list):
        raise InvalidInput(
            "input",
            translate(N_("A batch is an array of objects with method and input."), language),
        )
    return [_item(item, language) for item in items]


def _item(item: object, language: str) -> dict[str, Any]:
    try:
        if not isinstance(item, dict) or set(item) != {"method", "input"}:
            raise InvalidInput(
                "input",
                translate(N_("An item of a batch is an object with method and input."), language),
            )
        method = item["method"]
        if not isinstance(method, str) or method not in METHODS:
            raise InvalidInput("method", translate(N_("There is no such method."), language))
        return compute(method, item["input"], language)
    except InvalidInput as invalid:
        return _error(invalid)
