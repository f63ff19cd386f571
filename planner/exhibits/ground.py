"""What exhibits are made from, and the register by which pages and templates ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Any, TypeAlias

from planner import paths
from planner.analysis.feeding import Analysis
from planner.blocks import Chart, Illustration, ListBlock, Picture, Table, Text
from planner.exhibits.voice import Part, Voice
from planner.model.nodes import declared
from planner.model.plan import Plan
from planner.model.references import Picture as Chosen


@dataclass(frozen=True, slots=True)
class Ground:
    """A plan, its analysis, the voice of the document, and the member an exhibit is about.

    `today` is the day that due dates are compared with; by default the present one.
    """

    plan: Plan
    analysis: Analysis
    voice: Voice
    subject: str = ""
    today: Day | None = None

    @property
    def deep(self) -> bool:
        """Whether the plan goes deeper than essential: then documents say more."""
        return self.plan.meta.depth in ("standard", "thorough")

    @property
    def thorough(self) -> bool:
        """Whether the plan goes to the full depth: then appendices and every detail are printed."""
        return self.plan.meta.depth == "thorough"

    @property
    def by_note(self) -> bool:
        """Whether sources stand in footnotes, which name them and leave the rest to a table."""
        return self.plan.meta.document.notes != "list at the end"

    def about(self, path: str) -> Ground:
        """The same ground for an exhibit about one member."""
        return replace(self, subject=path)

    def say(self, message: str, **parts: Part) -> Text:
        """A sentence of ours, its {places} filled with traced parts."""
        return self.voice.say(message, **parts)

    def said(self, path: str) -> Text:
        """The answer at a path in the voice; nothing where it is empty."""
        value = paths.get(self.plan, path)
        place = paths.place(path)
        if place.part and place.kind is not None:
            return self.voice.figure_of(place.kind, value, path) if value is not None else ()
        return self.voice.answer(self.plan, place.field, value, path)

    def cell(self, member: Any, member_path: str, name: str) -> Text:
        """A member's answer in the voice."""
        field = declared(type(member))[name]
        return self.voice.answer(self.plan, field, getattr(member, name), f"{member_path}.{name}")

    def members(self, collection: str) -> tuple[tuple[str, Any], ...]:
        """Every member of a collection with its path; `[*]` in the path stands for all."""
        return paths.members(self.plan, collection)

    def title(self, path: str) -> Text:
        """What a member is called, traced to its name."""
        member = paths.get(self.plan, path)
        for name in ("name", "statement", "source", "roof"):
            if isinstance(getattr(member, name, None), str):
                return self.cell(member, path, name)
        return ()


def picture_of(chosen: Chosen, alt: str, path: str) -> Picture:
    """A picture of the plan's as documents take it."""
    kind: Any = chosen.media_type
    return Picture(chosen.content, kind, alt, (path,))


Exhibit: TypeAlias = Table | Chart | ListBlock | Illustration
Maker: TypeAlias = Callable[[Ground], Exhibit | None]
Reading: TypeAlias = Callable[[Ground], Text]

EXHIBITS: dict[str, Maker] = {}
"""Tables, charts and lists by name; a maker gives None where the answers do not allow it."""
READINGS: dict[str, Reading] = {}
"""Computed sentences by name; a reading gives nothing where the answers do not allow it."""


def exhibit(name: str) -> Callable[[Maker], Maker]:
    """Register a maker of an exhibit under its name, which is also its anchor."""

    def register(maker: Maker) -> Maker:
        if name in EXHIBITS:
            raise ValueError(f"two exhibits are called {name}")
        EXHIBITS[name] = maker
        return maker

    return register


def reading(name: str) -> Callable[[Reading], Reading]:
    """Register a computed sentence under its name."""

    def register(maker: Reading) -> Reading:
        if name in READINGS:
            raise ValueError(f"two readings are called {name}")
        READINGS[name] = maker
        return maker

    return register
