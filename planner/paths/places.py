"""Looking at places of the plan: what is declared there and what stands there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeAlias

from planner.i18n import N_
from planner.model.asking import Depth
from planner.model.kinds import Kind
from planner.model.nodes import Declared, Member, Node, declared
from planner.model.plan import Plan
from planner.paths.language import BadPath, Key, Steps, parse, show


@dataclass(frozen=True, slots=True)
class Place:
    """What is declared at a path.

    `field` is the declaration of the last named step. `member` says that the path ends in an id;
    `part` is the name of a figure inside an estimate ("low", "base", "high"), else empty.
    """

    path: str
    field: Declared
    member: bool = False
    part: str = ""

    @property
    def kind(self) -> Kind | None:
        """The kind of the value, where the place holds one value."""
        if self.part:
            return estimate_kind(self.field)
        return None if self.member else self.field.kind

    @property
    def depth(self) -> Depth:
        """From which depth on it is asked; the ends of an estimate at standard depth."""
        if self.part in ("low", "high") and self.field.depth == "E":
            return "S"
        return self.field.depth


def estimate_kind(field: Declared) -> Kind:
    """The kind of an estimate's figures."""
    kind: Kind = field.node.of  # type: ignore[union-attr]  # an estimate's node has a kind
    return kind


def place(path: str) -> Place:
    """What is declared at a path; ids are not looked up and may be `*`.

    Raises:
        BadPath: where a step is not declared; names the nearest one that is.
    """
    return place_at(parse(path))


@lru_cache(maxsize=65_536)
def place_at(steps: Steps) -> Place:
    """What is declared where the steps lead; see `place`."""
    shape = tuple(_ANY if isinstance(step, Key) else step for step in steps)
    try:
        found = _declared_at(shape)
    except BadPath:
        # once more with the ids, so that the sentence names the path as it was given
        found = _walked(steps)
    return Place(show(steps), *found)


@lru_cache(maxsize=65_536)
def _declared_steps(path: str) -> Steps:
    """The steps of a path that is known to be declared; by text alone, which hashes fastest."""
    steps = parse(path)
    place_at(steps)
    return steps


_ANY = Key("*")

_Found: TypeAlias = tuple[Declared, bool, str]
"""The declaration, whether the path ends in an id, and the part of an estimate."""


@cache
def _declared_at(shape: Steps) -> _Found:
    """What is declared, whatever the ids: as many answers as there are fields."""
    return _walked(shape)


def _walked(steps: Steps) -> _Found:
    node: type[Node] | None = Plan
    field: Declared | None = None
    for index, step in enumerate(steps):
        if isinstance(step, Key):
            if field is None or not field.is_collection or node is not None:
                raise BadPath(
                    N_("{path} is not a collection; it has no members."), path=show(steps[:index])
                )
            node = field.node
            continue
        if node is None:
            collection = field is not None and field.is_collection
            raise _no_such(show(steps[:index]), step, (), collection=collection)
        if field is not None and field.is_estimate and step in declared(node):
            if index + 1 < len(steps):
                raise _no_such(show(steps[: index + 1]), str(steps[index + 1]), ())
            return field, False, step
        field = _named(node, step, show(steps[:index]))
        node = None if field.is_collection else field.node
    if field is None:
        raise BadPath(N_("The path is empty."))
    return field, isinstance(steps[-1], Key), ""


def _named(node: type[Node], name: str, path: str) -> Declared:
    known = declared(node)
    if name == "id" and issubclass(node, Member):
        raise BadPath(N_("The id of a member is never changed: {path}."), path=path)
    if name not in known:
        raise _no_such(path, name, tuple(known))
    return known[name]


def _no_such(path: str, name: str, known: tuple[str, ...], *, collection: bool = False) -> BadPath:
    where = path or "plan"
    if collection:
        return BadPath(
            N_("{path} is a collection; pick a member first: {path}[id].{name}."),
            path=path,
            name=name,
        )
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return BadPath(
            N_("{path} has no “{name}”; did you mean “{near}”?"),
            path=where,
            name=name,
            near=near[0],
        )
    return BadPath(N_("{path} has no “{name}”."), path=where, name=name)


def get(plan: Plan, path: str) -> Any:
    """What stands at a path: a value, group, member, tuple of members, or None where empty.

    A member of a keyed collection that has no answers yet reads as None.

    Raises:
        BadPath: where the path is not declared or a member is not there.
    """
    steps = _declared_steps(path)
    value: Any = plan
    for index, step in enumerate(steps):
        if isinstance(step, Key):
            found = member_of(value, step.id)
            if found is None:
                many = _declared_at(steps[:index])[0].many
                if many is not None and many.keyed_by:
                    return None
                raise BadPath(
                    N_("{collection} has no member “{id}”."),
                    collection=show(steps[:index]),
                    id=step.id,
                )
            value = found
        else:
            value = getattr(value, step)
    return value


_LONG = 12
"""Collections of more members are looked up by an index."""

_Index: TypeAlias = tuple[tuple[Any, ...], Mapping[str, Any]]
_INDEXES: dict[int, _Index] = {}
_MOST_INDEXES = 512


def member_of(members: tuple[Any, ...], identity: str) -> Any:
    """The member with an id, or None."""
    if len(members) <= _LONG:
        for member in members:
            if member.id == identity:
                return member
        return None
    return index_of(members).get(identity)


def index_of(members: tuple[Any, ...]) -> Mapping[str, Any]:
    """The members by their ids; made once of the same members."""
    held = _INDEXES.get(id(members))
    # An index holds its collection, which is compared with `is`: ids of objects come again.
    if held is None or held[0] is not members:
        held = _hold(members, {member.id: member for member in reversed(members)})
    return held[1]


def share_index(members: tuple[Any, ...], same: tuple[Any, ...], *others: Any) -> None:
    """Find members that stand in another order by the index of those; `others` are others now."""
    if len(members) > _LONG:
        index = index_of(same)
        _hold(members, {**index, **{member.id: member for member in others}} if others else index)


def _hold(members: tuple[Any, ...], index: Mapping[str, Any]) -> _Index:
    if len(_INDEXES) >= _MOST_INDEXES:
        _INDEXES.clear()
    held = _INDEXES[id(members)] = (members, index)
    return held


def has(plan: Plan, path: str) -> bool:
    """Whether a path is declared and every member that it goes through is there."""
    try:
        steps = _declared_steps(path)
    except BadPath:
        return False
    value: Any = plan
    for step in steps:
        value = member_of(value, step.id) if isinstance(step, Key) else getattr(value, step)
        if value is None and isinstance(step, Key):
            return False
    return True


def is_empty(value: Any) -> bool:
    """Whether nothing is known: no value, or a group, member or estimate without answers."""
    if value is None or value == ():
        return True
    if not isinstance(value, Node):
        return False
    if value.__pydantic_extra__:
        return False
    return all(is_empty(getattr(value, name)) for name in declared(type(value)))


@dataclass(frozen=True, slots=True)
class Answer:
    """A field with its value; an estimate is one answer."""

    path: str
    field: Declared
    value: Any


def answers(node: Node, path: str = "") -> Iterator[Answer]:
    """Every filled field of a plan, section or member, in declared order."""
    for name, field in declared(type(node)).items():
        here = f"{path}.{name}" if path else name
        value = getattr(node, name)
        if field.is_collection:
            for member in value:
                yield from answers(member, f"{here}[{member.id}]")
        elif field.is_field:
            if not is_empty(value):
                yield Answer(here, field, value)
        else:
            yield from answers(value, here)


def members(plan: Plan, collection: str) -> tuple[tuple[str, Member], ...]:
    """Every member of a collection with its path; `[*]` in the path stands for all members."""
    found: list[tuple[str, Any]] = [("", plan)]
    for step in parse(collection):
        if isinstance(step, Key):
            found = [
                (f"{path}[{member.id}]", member)
                for path, value in found
                for member in value
                if step.id in ("*", member.id)
            ]
        else:
            found = [
                (f"{path}.{step}" if path else step, getattr(value, step)) for path, value in found
            ]
    return tuple((f"{path}[{m.id}]", m) for path, value in found for m in value)


def title_of(member: Any) -> str:
    """What a member is called: its name, else its statement, else its first text, else its id."""
    for name in _titles(member.__class__):
        value = getattr(member, name, None)
        if isinstance(value, str) and value.strip():
            return value
    return str(member.id)


_TITLES = ("name", "statement", "source", "phrase", "roof", "what", "language", "role")


@cache
def _titles(node: type[Node]) -> tuple[str, ...]:
    """The fields that members may be called by: to ask for one that is not there takes long."""
    return tuple(name for name in _TITLES if name in declared(node))


def questions() -> Iterator[tuple[str, Declared]]:
    """Every field of the questionnaire with its pattern path, in declared order."""
    yield from _questions(Plan, "")


def _questions(node: type[Node], path: str) -> Iterator[tuple[str, Declared]]:
    for name, field in declared(node).items():
        here = f"{path}.{name}" if path else name
        if field.is_collection and field.node is not None:
            yield from _questions(field.node, f"{here}[*]")
        elif field.is_field:
            yield here, field
        elif field.node is not None:
            yield from _questions(field.node, here)


def type_word(field: Declared) -> str:
    """A field's type as the list of fields prints it: `money`, `estimate(share)`, …."""
    if field.is_estimate:
        return f"estimate({estimate_kind(field).title})"
    return field.kind.title if field.kind else ""
