"""Making changed plans: the only place where a model is copied with another value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.i18n import N_
from planner.model import keys
from planner.model.ids import ID, make_id
from planner.model.kinds import BadValue, Prose, Text
from planner.model.nodes import Declared, Estimate, Member, declared
from planner.model.plan import Plan, validated
from planner.model.references import PathTo
from planner.paths.language import BadPath, Key, Steps, parse, show, within
from planner.paths.mentions import (
    Mention,
    dangling,
    key_is_there,
    require_targets,
    rewritten,
    without,
)
from planner.paths.places import Place, is_empty, member_of, place_at, share_index, title_of


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed plan.

    `paths` are the places that differ: first what was asked for, then the references that had to
    be cleared because what they named is gone. `id` is the new member's, where there is one.
    """

    plan: Plan
    paths: tuple[str, ...] = ()
    id: str = ""

    @property
    def cleared(self) -> tuple[str, ...]:
        """The references that were cleared on the way."""
        return self.paths[1:]


def put(plan: Plan, path: str, value: Any) -> Plan:
    """The plan with another value at a path; the same plan where it is equal.

    None clears a field and removes a member. An object at a new member's path inserts it, one at
    a known member's path replaces it. A keyed member comes with its first answer and goes with
    its last.

    Raises:
        BadPath: where the path leads nowhere.
        BadValue: where the field does not accept the value or a reference names nothing.
    """
    return change(plan, path, value).plan


def change(plan: Plan, path: str, value: Any) -> Changed:
    """As `put`, and says which references had to be cleared."""
    steps = parse(path)
    place = place_at(steps)
    _refuse_star(steps)
    if place.member and value is None:
        return remove(plan, path)
    new = _put_in(plan, plan, steps, 0, value)
    if new is plan:
        return Changed(plan)
    placed = value_at(new, steps)
    require_targets(new, steps, placed)
    if place.kind is not None or place.field.is_estimate:
        return Changed(new, (path,))
    swept, cleared = _swept(plan, new)
    return Changed(swept, (path, *cleared))


def _refuse_star(steps: Steps) -> None:
    if any(isinstance(step, Key) and step.id == "*" for step in steps):
        raise BadPath(N_("{path} stands for many places; name one member."), path=show(steps))


def value_at(plan: Plan, steps: Steps) -> Any:
    """What stands where the steps lead; None where a member on the way is not there."""
    value: Any = plan
    for step in steps:
        value = member_of(value, step.id) if isinstance(step, Key) else getattr(value, step)
        if value is None:
            return None
    return value


def _put_in(plan: Plan, node: Any, steps: Steps, index: int, value: Any) -> Any:
    name = str(steps[index])
    field = declared(type(node))[name]
    old = getattr(node, name)
    if index + 1 == len(steps):
        new = _made(plan, field, value, show(steps))
    elif isinstance(steps[index + 1], Key):
        new = _put_member(plan, old, field, steps, index + 1, value)
    else:
        new = _put_in(plan, old, steps, index + 1, value)
    if new is old or new == old:
        return node
    return copied(node, name, new)


def copied(node: Any, name: str, value: Any) -> Any:
    """A node with another value of one attribute; an estimate's figures must still rise.

    Raises:
        BadValue: where an estimate's figures would not.
    """
    new = node.model_copy(update={name: value})
    if isinstance(new, Estimate):
        validated(type(new), {part: getattr(new, part) for part in declared(type(new))})
    return new


def _made(plan: Plan, field: Declared, value: Any, path: str) -> Any:
    if field.many is not None:
        return _members(plan, field, value, path)
    if field.node is not None:
        return validated(field.node, {} if value is None else value)
    if value is None or field.kind is None:
        return None
    return field.kind.check(value)


def _members(plan: Plan, field: Declared, value: Any, path: str) -> tuple[Member, ...]:
    if value is None:
        return ()
    if isinstance(value, (str, Mapping)) or not hasattr(value, "__iter__"):
        raise BadValue(N_("{path} is a collection; give its members as an array."), path=path)
    members: dict[str, Member] = {}
    for number, item in enumerate(value, 1):
        named = isinstance(item, Mapping) and "id" not in item and not _is_keyed(field)
        identity = make_id(_title(field, item), members, number) if named else None
        member = _member(plan, field, identity, item)
        if member.id in members:
            raise BadValue(N_("The id “{id}” stands twice here."), id=member.id)
        members[member.id] = member
    return tuple(members.values())


def _is_keyed(field: Declared) -> bool:
    return field.many is not None and bool(field.many.keyed_by)


def _member(plan: Plan, field: Declared, identity: str | None, value: Any) -> Any:
    node, many = field.node, field.many
    given: Any
    if node is None or many is None:
        raise TypeError(field.name)
    if isinstance(value, node):
        given = value
    elif isinstance(value, Mapping):
        named = value.get("id", identity)
        if identity is not None and named != identity:
            raise BadValue(
                N_("The object has the id “{found}”, the path “{id}”."), found=named, id=identity
            )
        given = validated(node, {**value, "id": named})
    else:
        raise BadValue(
            N_("A member is given as an object, such as {example}."), example='{"name": …}'
        )
    _require_key(plan, field, given.id)
    return given


def _require_key(plan: Plan, field: Declared, key: str) -> None:
    keyed_by = field.many.keyed_by if field.many else ""
    if not keyed_by:
        if key == "own" or not ID.fullmatch(key):
            raise BadValue(
                N_("“{value}” cannot be an id; small letters a–z, digits and hyphens, at most 40."),
                value=key,
            )
        return
    keys.check(keyed_by, key)
    if not key_is_there(plan, keyed_by, key):
        raise BadValue(
            N_("{collection} has no member “{id}”."), collection=keys.collection(keyed_by), id=key
        )


def _put_member(
    plan: Plan, members: tuple[Any, ...], field: Declared, steps: Steps, index: int, value: Any
) -> tuple[Any, ...]:
    step = steps[index]
    identity = step.id if isinstance(step, Key) else ""
    keyed = _is_keyed(field)
    old = member_of(members, identity)
    if index + 1 == len(steps):
        new = _member(plan, field, identity, value)
    else:
        if old is None and not keyed:
            raise BadPath(
                N_("{collection} has no member “{id}”."),
                collection=show(steps[:index]),
                id=identity,
            )
        if old is None:
            _require_key(plan, field, identity)
        start = old if old is not None else field.node(id=identity)  # type: ignore[misc]
        new = _put_in(plan, start, steps, index + 1, value)
    if keyed and is_empty(new):
        return tuple(member for member in members if member.id != identity)
    if old is None:
        return _placed(members, new, field)
    changed = tuple(new if member is old else member for member in members)
    share_index(changed, members, new)
    return changed


def _placed(members: tuple[Any, ...], new: Any, field: Declared) -> tuple[Any, ...]:
    keyed_by = field.many.keyed_by if field.many else ""
    if keyed_by in ("month", "year", "season"):
        return tuple(sorted((*members, new), key=lambda member: member.id))
    return (*members, new)


def insert(
    plan: Plan, collection: str, values: Mapping[str, Any], position: int | None = None
) -> Changed:
    """The plan with a new member; its id comes from its title unless `values` has one.

    Raises:
        BadPath: where the path is not a collection of members with ids of their own.
        BadValue: where a value is not accepted.
    """
    steps = parse(collection)
    place = place_at(steps)
    if not _is_collection(place) or place.field.many is None or _is_keyed(place.field):
        raise BadPath(N_("{path} is not a collection to add members to."), path=collection)
    members = value_at(plan, steps)
    if members is None:
        raise BadPath(N_("{path} is not there."), path=collection)
    taken = {member.id for member in members}
    identity = values.get("id") or make_id(
        _title(place.field, values), taken, number=len(members) + 1
    )
    member = _member(plan, place.field, identity, dict(values) | {"id": identity})
    if identity in taken:
        raise BadValue(N_("The id “{id}” stands twice here."), id=identity)
    at = len(members) if position is None else max(0, min(position, len(members)))
    new = _put_in(plan, plan, steps, 0, (*members[:at], member, *members[at:]))
    inside = (*steps, Key(identity))
    require_targets(new, inside, member)
    return Changed(new, (show(inside),), identity)


def _is_collection(place: Place) -> bool:
    return place.field.is_collection and not place.member


def _title(field: Declared, values: Mapping[str, Any]) -> str:
    if field.node is None or field.many is None:
        return ""
    order = (field.many.title, *declared(field.node))
    for name in order:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def remove(plan: Plan, path: str) -> Changed:
    """The plan without a member, and without everything that names it or anything inside it.

    Raises:
        BadPath: where the path does not lead to a member that is there.
    """
    steps = parse(path)
    place = place_at(steps)
    _refuse_star(steps)
    members = value_at(plan, steps[:-1]) if place.member else None
    identity = steps[-1].id if isinstance(steps[-1], Key) else ""
    if members is None or member_of(members, identity) is None:
        raise BadPath(N_("There is no member at {path}."), path=path)
    kept = tuple(member for member in members if member.id != identity)
    new = replaced(plan, steps[:-1], kept)
    swept, cleared = _swept(plan, new)
    return Changed(swept, (path, *cleared))


def replaced(plan: Plan, steps: Steps, members: tuple[Any, ...]) -> Plan:
    """The plan with other members in the collection where the steps lead."""

    def step_in(node: Any, index: int) -> Any:
        name = str(steps[index])
        old = getattr(node, name)
        if index + 1 == len(steps):
            return node.model_copy(update={name: members})
        following = steps[index + 1]
        if isinstance(following, Key):
            inner = step_in(member_of(old, following.id), index + 2)
            new = tuple(inner if member.id == following.id else member for member in old)
        else:
            new = step_in(old, index + 1)
        return node.model_copy(update={name: new})

    changed: Plan = step_in(plan, 0)
    return changed


def duplicate(plan: Plan, path: str) -> Changed:
    """The plan with a copy of a member right after it, paths into itself led to the copy."""
    steps = parse(path)
    place = place_at(steps)
    members = value_at(plan, steps[:-1]) or ()
    identity = steps[-1].id if isinstance(steps[-1], Key) else ""
    member = member_of(members, identity)
    if member is None or place.field.many is None or place.field.many.keyed_by:
        raise BadPath(N_("There is no member at {path}."), path=path)
    taken = {other.id for other in members}
    new_id = make_id(title_of(member), taken, number=len(members) + 1)
    copy_path = show((*steps[:-1], Key(new_id)))

    def repoint(here: str, field: Declared, value: Any) -> Any:
        del here
        if field.many is not None or not isinstance(value, (str, tuple)):
            return value
        return _repointed(field, value, path, copy_path)

    copy = rewritten(member, repoint, copy_path).model_copy(
        update={"id": new_id} | _numbered_title(place.field, member, members)
    )
    at = [other.id for other in members].index(identity) + 1
    plan = replaced(plan, steps[:-1], (*members[:at], copy, *members[at:]))
    return Changed(plan, (copy_path,), new_id)


def _repointed(field: Declared, value: Any, old: str, new: str) -> Any:
    if not isinstance(field.kind, PathTo):
        return value

    def moved(target: str) -> str:
        return new + target[len(old) :] if within(target, old) else target

    return tuple(map(moved, value)) if isinstance(value, tuple) else moved(value)


def _numbered_title(field: Declared, member: Any, members: tuple[Any, ...]) -> dict[str, str]:
    name = field.many.title if field.many else ""
    title = getattr(member, name, None) if name else None
    kind = declared(type(member))[name].kind if name in declared(type(member)) else None
    if not isinstance(title, str) or not isinstance(kind, (Text, Prose)):
        return {}
    known = {getattr(other, name, None) for other in members}
    count = 2
    while True:
        ending = f" ({count})"
        cut = title[: kind.longest - len(ending)] if kind.longest else title
        if cut + ending not in known:
            return {name: cut + ending}
        count += 1


def _swept(before: Plan, after: Plan) -> tuple[Plan, tuple[str, ...]]:
    old: set[tuple[str, str]] | None = None
    cleared: list[str] = []
    while found := dangling(after):
        if old is None:
            old = {(mention.path, mention.target) for mention in dangling(before)}
        fresh = [m for m in found if (m.path, m.target) not in old]
        if not fresh:
            break
        cleared += dict.fromkeys(mention.path for mention in fresh)
        after = _cleared(after, fresh)
    return after, tuple(cleared)


def _cleared(plan: Plan, fresh: list[Mention]) -> Plan:
    dropped = {mention.path for mention in fresh if mention.keyed}
    named: dict[str, set[str]] = {}
    for mention in fresh:
        named.setdefault(mention.path, set()).add(mention.target)

    def clear(path: str, field: Declared, value: Any) -> Any:
        if path in dropped:
            return None
        gone = named.get(path)
        if not gone or field.kind is None:
            return value
        return without(value, field.kind, gone.__contains__, path)

    changed: Plan = rewritten(plan, clear)
    return changed
