"""Kinds of answers that point at another part of the plan, and pictures."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from planner.i18n import N_
from planner.model.clean import one_line
from planner.model.ids import ID
from planner.model.kinds import BadValue, Choice, Kind, shorten

_PATH = re.compile(
    r"[a-z][a-z0-9_]*(?:\[[A-Za-z0-9-]{1,40}\])?(?:\.[a-z][a-z0-9_]*(?:\[[A-Za-z0-9-]{1,40}\])?)*"
)
PICTURE_LIMIT = 2_000_000
"""The largest picture in bytes that a plan holds."""
_SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n"}


@dataclass(frozen=True, slots=True)
class Ref(Kind):
    """The id of one member of a collection; `to` is the collection's path."""

    word: ClassVar[str] = "ref"
    to: str = ""

    @property
    def title(self) -> str:
        """What it refers to."""
        return f"{self.word}→{self.to}"

    def check(self, value: object) -> str | None:
        """The id; whether the plan has such a member is asked where the plan is known."""
        if value == "":
            return None
        if not isinstance(value, str) or not ID.fullmatch(value):
            raise BadValue(
                N_("“{value}” is not the id of a member of {collection}."),
                value=shorten(value),
                collection=self.to,
            )
        return value

    def read(self, text: str) -> str | None:
        """The id as it stands, a JSON string or null."""
        return Choice.read(self, text)  # type: ignore[arg-type]  # reads with this kind's check

    def schema(self) -> dict[str, Any]:
        """An id."""
        return {"type": "string", "pattern": f"^{ID.pattern}$"}


@dataclass(frozen=True, slots=True)
class Refs(Ref):
    """The ids of several members of a collection, each once, in order."""

    word: ClassVar[str] = "refs"

    def check(self, value: object) -> tuple[str, ...] | None:  # type: ignore[override]
        """The ids; none is an empty field."""
        found = (Ref.check(self, item) for item in _items(value))
        return tuple(dict.fromkeys(item for item in found if item)) or None

    def json(self, value: tuple[str, ...], digits: int) -> list[str]:  # noqa: ARG002
        """An array."""
        return list(value)

    def read(self, text: str) -> tuple[str, ...] | None:  # type: ignore[override]
        """A JSON array, null, or one bare id."""
        stripped = text.strip()
        if stripped.startswith("["):
            return Kind.read(self, text)  # type: ignore[no-any-return]
        one = Ref.read(self, text)
        return self.check((one,)) if one else None

    def schema(self) -> dict[str, Any]:
        """An array of ids."""
        return {"type": "array", "items": Ref.schema(self)}


@dataclass(frozen=True, slots=True)
class PathTo(Ref):
    """A full path to a field or member; `to` is "any" or the collection it must lie in.

    `only` are the names of the inner collections that may be pointed at.
    """

    word: ClassVar[str] = "path"
    only: tuple[str, ...] = ()

    def check(self, value: object) -> str | None:
        """The path; whether the plan has such a place is asked where the plan is known."""
        if value == "":
            return None
        if not isinstance(value, str) or not _PATH.fullmatch(value):
            raise BadValue(
                N_("“{value}” is not a path such as business.baseline.revenue."),
                value=shorten(value),
            )
        within = self.to == "any" or value.startswith((self.to + "[", self.to + "."))
        if not within or (self.only and not self._named(value)):
            raise BadValue(
                N_("“{value}” does not lie in {collection}."),
                value=shorten(value),
                collection=self.to,
            )
        return value

    def schema(self) -> dict[str, Any]:
        """A path."""
        return {"type": "string", "pattern": f"^{_PATH.pattern}$"}

    def _named(self, value: str) -> bool:
        return any(f".{name}[" in value for name in self.only)


@dataclass(frozen=True, slots=True)
class PathsTo(PathTo):
    """Several full paths, each once, in order."""

    word: ClassVar[str] = "paths"

    def check(self, value: object) -> tuple[str, ...] | None:  # type: ignore[override]
        """The paths; none is an empty field."""
        found = (PathTo.check(self, item) for item in _items(value))
        return tuple(dict.fromkeys(item for item in found if item)) or None

    def json(self, value: tuple[str, ...], digits: int) -> list[str]:  # noqa: ARG002
        """An array."""
        return list(value)

    def read(self, text: str) -> tuple[str, ...] | None:  # type: ignore[override]
        """A JSON array, null, or one bare path."""
        if text.strip().startswith("[") or text.strip() == "null":
            return Kind.read(self, text) if text.strip() != "null" else None
        one = PathTo.check(self, text.strip().strip('"'))
        return self.check((one,)) if one else None

    def schema(self) -> dict[str, Any]:
        """An array of paths."""
        return {"type": "array", "items": PathTo.schema(self)}


def _items(value: object) -> Iterable[Any]:
    if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable):
        raise BadValue(N_("“{value}” is not a list."), value=shorten(value))
    return value


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that lies in the plan: file name, media type and the bytes in base64."""

    name: str
    media_type: str
    data: str

    @property
    def content(self) -> bytes:
        """The picture's bytes."""
        return base64.b64decode(self.data)


@dataclass(frozen=True, slots=True)
class Image(Kind):
    """A PNG or SVG picture of at most 2 MB."""

    word: ClassVar[str] = "image"

    def check(self, value: object) -> Picture:
        """The picture."""
        if isinstance(value, Picture):
            return value
        wrong = BadValue(N_("This is not a picture; a PNG or SVG file of up to 2 MB is accepted."))
        if not isinstance(value, Mapping) or set(value) != {"name", "media_type", "data"}:
            raise wrong
        name, media_type, data = (value[key] for key in ("name", "media_type", "data"))
        if not all(isinstance(part, str) for part in (name, media_type, data)):
            raise wrong
        try:
            content = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            raise wrong from None
        known = content.startswith(_SIGNATURES["image/png"])
        drawn = media_type == "image/svg+xml" and b"<svg" in content[:4096]
        if len(content) > PICTURE_LIMIT or not (drawn or (known and media_type == "image/png")):
            raise wrong
        return Picture(one_line(name), media_type, data)

    def json(self, value: Picture, digits: int) -> dict[str, str]:  # noqa: ARG002
        """Name, media type and base64 data."""
        return {"name": value.name, "media_type": value.media_type, "data": value.data}

    def schema(self) -> dict[str, Any]:
        """An object of three strings."""
        names = ("name", "media_type", "data")
        return {
            "type": "object",
            "properties": {name: {"type": "string"} for name in names},
            "required": list(names),
            "additionalProperties": False,
        }
