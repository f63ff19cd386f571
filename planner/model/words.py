"""Open lists of words: currencies, languages, kinds of channels and documents, sections."""

from __future__ import annotations

import json
import tomllib
from functools import cache

from planner import assets
from planner.model import catalogue


@cache
def of(name: str) -> tuple[str, ...]:
    """The words of a list, as the data has them.

    `name` is one of "currency", "language", "channel-kind", "channel-kind-or-own",
    "document-kind", "section".
    """
    match name:
        case "currency":
            return tuple(minor_digits())
        case "language":
            file = assets.resource("words", "languages.json")
            return tuple(json.loads(file.read_text("utf-8")))
        case "channel-kind":
            return tuple(catalogue.CHANNEL_KINDS)
        case "channel-kind-or-own":
            return (*catalogue.CHANNEL_KINDS, catalogue.OWN_KIND)
        case "document-kind":
            return document_kinds()
        case "section":
            return sections("annual")
        case _:
            raise KeyError(name)


@cache
def minor_digits() -> dict[str, int]:
    """How many decimals each currency's amounts have (ISO 4217)."""
    file = assets.resource("words", "currencies.json")
    return dict(json.loads(file.read_text("utf-8")))


def digits_of(currency: str | None) -> int:
    """The decimals of a currency's amounts; two where it is not known yet."""
    return minor_digits().get(currency or "", 2)


@cache
def document_kinds() -> tuple[str, ...]:
    """The kinds of document whose outline is shipped."""
    folders = sorted(file.parent.name for file in assets.template().glob("*/outline.toml"))
    return tuple(sorted(folders, key=lambda name: (name != "annual", name)))


@cache
def sections(kind: str) -> tuple[str, ...]:
    """The names of a document kind's sections, in order."""
    outline = tomllib.loads(assets.template(kind, "outline.toml").read_text("utf-8"))
    return tuple(section["name"] for section in outline["section"])
