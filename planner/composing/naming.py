"""The plan with every member called something: what has no name yet gets its kind and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner import paths
from planner.exhibits.voice import Voice
from planner.i18n import N_
from planner.model.nodes import Declared, Node, declared
from planner.model.plan import Plan

_TITLES = frozenset({"name", "statement", "phrase", "source"})
"""The fields that hold a name in somebody's own words."""


def named(plan: Plan, voice: Voice) -> Plan:
    """The plan as a document calls its members: one without a name is "Group 2".

    An id is no name, and a row, a heading or a sentence without one cannot be referred to. The
    number is the member's place in its collection. What has no answer and is named nowhere stays
    as it is; so does a channel whose kind is known or a message with a roof, called by that.
    """
    mentioned = frozenset(mention.target for mention in paths.mentions(plan))
    called: Plan = _Naming(voice, mentioned).node(plan, "")
    return called


@dataclass(frozen=True, slots=True)
class _Naming:
    voice: Voice
    mentioned: frozenset[str]

    def node(self, node: Any, path: str) -> Any:
        update: dict[str, Any] = {}
        for name, field in declared(type(node)).items():
            value, here = getattr(node, name), f"{path}.{name}" if path else name
            if field.is_collection:
                members = tuple(
                    self._member(field, member, f"{here}[{member.id}]", place)
                    for place, member in enumerate(value, 1)
                )
                if any(new is not old for new, old in zip(members, value, strict=True)):
                    update[name] = members
            elif isinstance(value, Node) and not field.is_estimate:
                inner = self.node(value, here)
                if inner is not value:
                    update[name] = inner
        return node.model_copy(update=update) if update else node

    def _member(self, field: Declared, member: Any, path: str, place: int) -> Any:
        many, inner = field.many, self.node(member, path)
        if many is None or many.keyed_by or many.title not in _TITLES:
            return inner
        unknown = paths.is_empty(member) and path not in self.mentioned
        if unknown or getattr(member, many.title) or _needs_none(member):
            return inner
        one = self.voice.word(many.one)
        kind = one[:1].upper() + one[1:]
        said = self.voice.word(N_("{kind} {number}")).format(kind=kind, number=place)
        return inner.model_copy(update={many.title: said})


def _needs_none(member: Any) -> bool:
    """Whether it is called by its kind or by what it says, or is kept from the reader."""
    channel_by_kind = hasattr(member, "phasing") and bool(member.kind)
    by_what_it_says = bool(getattr(member, "roof", None))
    return channel_by_kind or by_what_it_says or getattr(member, "public", None) is False
