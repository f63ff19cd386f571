"""The header line of a plan file: what the file is, who may read it, how its body is checked.

`sha256` is the body's checksum and `bytes` its length. The line ends in a checksum of its own,
the `seal`: the first 16 hexadecimal digits of the SHA-256 of the line before it. A line without
a right seal was edited; that alone is no reason to refuse the file.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FORMAT = "plansmith-plan"
SCHEMA = 1
"""The version of the body that this program writes."""
MIN_READER = 1
"""The least version a program must read to open what this one writes."""
APP = "0.1.0"
"""The version of the program, written for the message of an older one."""

BOM = b"\xef\xbb\xbf"
LONGEST = 1 << 16
"""A first line of more bytes is not a header."""

_OURS = ("format", "schema", "min_reader", "plan_id", "app", "bytes", "sha256", "seal")
_PLAN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SEAL = re.compile(rb',"seal":"([0-9a-f]{16})"\}')


class BadHeader(ValueError):
    """A first line that is not a header, or no longer one; `ours` says whether it once was."""

    def __init__(self, ours: bool) -> None:
        super().__init__("damaged header" if ours else "no header")
        self.ours = ours


class NewerHeader(ValueError):
    """A header of a file that needs a newer program."""

    def __init__(self, app: str, needed: int) -> None:
        super().__init__(f"needs version {needed}")
        self.app = app
        self.needed = needed


@dataclass(frozen=True, slots=True)
class Header:
    """A header that was read. `length` is the body's in bytes."""

    schema: int
    min_reader: int
    plan_id: str
    app: str
    length: int
    sha256: str
    sealed: bool
    extra: Mapping[str, Any]

    def fits(self, body: bytes) -> bool:
        """Whether the body is the one that was saved under this header."""
        return len(body) == self.length and hashlib.sha256(body).hexdigest() == self.sha256


def header_line(
    body: bytes, plan_id: str, schema: int, min_reader: int, extra: Mapping[str, Any]
) -> bytes:
    """The header line of a body, its newline included."""
    start = {
        "format": FORMAT,
        "schema": schema,
        "min_reader": min_reader,
        "plan_id": plan_id,
        "app": APP,
        **{name: value for name, value in extra.items() if name not in _OURS},
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
    }
    text = json.dumps(start, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    unsealed = text.encode()[:-1]
    return unsealed + f',"seal":"{_seal(unsealed)}"}}\n'.encode()


def split(data: bytes) -> tuple[bytes, bytes]:
    """The first line without its newline, and the body; a byte order mark is left out."""
    line, _, body = data.removeprefix(BOM).partition(b"\n")
    return line, body


def parse(line: bytes) -> Header:
    """The header that a line holds.

    Raises:
        NewerHeader: where the file needs a newer program.
        BadHeader: where the line is no header or not whole.
    """
    values = _values(line)
    needed, app = values.get("min_reader"), values.get("app")
    if type(needed) is int and needed > SCHEMA:
        raise NewerHeader(app if isinstance(app, str) else "?", needed)
    header = Header(
        schema=_number(values, "schema", 1),
        min_reader=_number(values, "min_reader", 1),
        plan_id=_matching(values, "plan_id", _PLAN_ID),
        app=str(app),
        length=_number(values, "bytes", 0),
        sha256=_matching(values, "sha256", _SHA256),
        sealed=_is_sealed(line),
        extra={name: value for name, value in values.items() if name not in _OURS},
    )
    if header.min_reader > header.schema:
        raise BadHeader(ours=True)
    return header


def _values(line: bytes) -> dict[str, Any]:
    ours = FORMAT.encode() in line[:LONGEST]
    if len(line) > LONGEST:
        raise BadHeader(ours)
    try:
        values = json.loads(line.decode("utf-8"), parse_constant=_refuse)
        json.dumps(values, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        raise BadHeader(ours) from None
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise BadHeader(ours)
    return values


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _number(values: Mapping[str, Any], name: str, least: int) -> int:
    value = values.get(name)
    if type(value) is not int or value < least:
        raise BadHeader(ours=True)
    return value


def _matching(values: Mapping[str, Any], name: str, pattern: re.Pattern[str]) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise BadHeader(ours=True)
    return value


def _is_sealed(line: bytes) -> bool:
    seal = _SEAL.fullmatch(line[-27:])
    return seal is not None and seal[1].decode() == _seal(line[:-27])


def _seal(unsealed: bytes) -> str:
    return hashlib.sha256(unsealed).hexdigest()[:16]
