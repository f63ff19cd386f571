"""What a window remembers of the file that it read or wrote last."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from planner.storage.header import MIN_READER, SCHEMA, Header


@dataclass(frozen=True, slots=True)
class Known:
    """The file as last seen: whose it is, its content's hash, what must be kept of its header.

    `sha256` is of all bytes of the file; empty where no file was read. `schema` and `min_reader`
    are the versions to write: the file's own where a newer program made it. `extra` holds header
    keys that this program does not know.
    """

    plan_id: str
    sha256: str = ""
    schema: int = SCHEMA
    min_reader: int = MIN_READER
    extra: Mapping[str, Any] = field(default_factory=dict)


def known_of(header: Header, data: bytes) -> Known:
    """What is to be remembered of a file with this header and these bytes."""
    return Known(
        plan_id=header.plan_id,
        sha256=hashlib.sha256(data).hexdigest(),
        schema=max(header.schema, SCHEMA),
        min_reader=max(header.min_reader, MIN_READER),
        extra=header.extra,
    )


def new_plan_id() -> str:
    """An id for a plan that has none yet."""
    return str(uuid.uuid4())
