"""The outline of a document kind: which sections it has, in which order, from which templates."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from planner import assets
from planner.i18n import N_
from planner.model import words
from planner.model.kinds import BadValue


@dataclass(frozen=True, slots=True)
class Section:
    """A section: name, message of its heading, template.

    `alone` sets it on pages of its own, `compact` its tables small. `details` are the names of the
    headings, later in the document, under which the rest of it stands.
    """

    name: str
    title: str
    template: str
    numbered: bool = True
    alone: bool = False
    compact: bool = False
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A kind of document; `title` is a message, `formats` the files it can be written to."""

    kind: str
    title: str
    formats: tuple[str, ...]
    sections: tuple[Section, ...]


@cache
def outline(kind: str) -> Outline:
    """The outline of a kind.

    Raises:
        BadValue: where there is no such kind.
    """
    if kind not in words.document_kinds():
        raise BadValue(
            N_("“{value}” is not a kind of document; choose from: {choices}."),
            value=kind,
            choices=", ".join(words.document_kinds()),
        )
    data = tomllib.loads(assets.template(kind, "outline.toml").read_text("utf-8"))
    sections = tuple(
        Section(
            part["name"],
            part["title"],
            part["template"],
            part.get("numbered", True),
            part.get("alone", False),
            part.get("compact", False),
            tuple(part.get("details", ())),
        )
        for part in data["section"]
    )
    return Outline(kind, data["title"], tuple(data["formats"]), sections)


def outlines() -> tuple[Outline, ...]:
    """Every kind of document that can be written."""
    return tuple(outline(kind) for kind in words.document_kinds())
