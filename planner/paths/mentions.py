"""Who names whom: references, paths and keys that lead to a member of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from planner.i18n import N_
from planner.model import keys
from planner.model.kinds import BadValue, Kind
from planner.model.nodes import Declared, Node, declared
from planner.model.plan import Plan
from planner.model.references import PathsTo, PathTo, Ref, Refs
from planner.paths.language import BadPath, Key, Steps, parse, show
from planner.paths.places import member_of, place_at


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names something: a field with a target, or a keyed member with its key."""

    path: str
    target: str
    keyed: bool = False


def mentions(plan: Plan) -> Iterator[Mention]:
    """Every reference, path and key of a plan."""
    yield from _mentions(plan, "")


def _mentions(node: Node, path: str) -> Iterator[Mention]:
    for name, field in declared(type(node)).items():
        here = f"{path}.{name}" if path else name
        value = getattr(node, name)
        if field.many is not None:
            keyed_by = keys.collection(field.many.keyed_by)
            for member in value:
                inside = f"{here}[{member.id}]"
                if keyed_by and not _is_own(field.many.keyed_by, member.id):
                    yield Mention(inside, f"{keyed_by}[{member.id}]", keyed=True)
                yield from _mentions(member, inside)
        elif isinstance(field.kind, Ref):
            for target in targets(field.kind, value, here):
                yield Mention(here, target)
        elif field.node is not None and not field.is_estimate:
            yield from _mentions(value, here)


def _is_own(keyed_by: str, key: str) -> bool:
    return keyed_by == "competitor_or_own" and key == "own"


def targets(kind: Kind, value: Any, path: str) -> tuple[str, ...]:
    """The full paths that a field's value leads to; nothing for other kinds and empty fields."""
    if value is None or not isinstance(kind, Ref):
        return ()
    if isinstance(kind, PathTo):
        return tuple(value) if isinstance(kind, PathsTo) else (value,)
    ids = value if isinstance(kind, Refs) else (value,)
    collection = collection_at(kind.to, path)
    return tuple(f"{collection}[{identity}]" for identity in ids)


def collection_at(to: str, path: str) -> str:
    """The collection that a reference at a path points into; `[*]` becomes the path's own ids."""
    if "[*]" not in to:
        return to
    own = parse(path)
    return show(
        tuple(
            own[index] if isinstance(step, Key) and index < len(own) else step
            for index, step in enumerate(parse(to))
        )
    )


def leads_somewhere(plan: Plan, target: str) -> bool:
    """Whether a target is there.

    A keyed member counts as there while its key is, for it comes and goes with its answers.
    """
    try:
        steps = parse(target)
        place_at(steps)
    except BadPath:
        return False
    value: Any = plan
    field: Declared | None = None
    for index, step in enumerate(steps):
        if not isinstance(step, Key):
            if value is not None:
                field = declared(type(value))[step]
                value = getattr(value, step)
            else:
                field = place_at(steps[: index + 1]).field
            continue
        many = field.many if field else None
        found = member_of(value or (), step.id)
        if found is None and (many is None or not key_is_there(plan, many.keyed_by, step.id)):
            return False
        value = found
    return True


def key_is_there(plan: Plan, keyed_by: str, key: str) -> bool:
    """Whether a keyed collection may have a member of this key now."""
    if not keyed_by:
        return False
    collection = keys.collection(keyed_by)
    if collection:
        return _is_own(keyed_by, key) or leads_somewhere(plan, f"{collection}[{key}]")
    try:
        keys.check(keyed_by, key)
    except BadValue:
        return False
    return True


def dangling(plan: Plan) -> tuple[Mention, ...]:
    """Every mention whose target is not there, as a damaged or hand-made file may hold them."""
    known: dict[str, bool] = {}
    found = []
    for mention in mentions(plan):
        if mention.target not in known:
            known[mention.target] = leads_somewhere(plan, mention.target)
        if not known[mention.target]:
            found.append(mention)
    return tuple(found)


def require_targets(plan: Plan, steps: Steps, value: Any) -> None:
    """Refuse a value that names what is not there.

    Raises:
        BadValue: with the id or path that leads nowhere.
    """
    path = show(steps)
    place = place_at(steps)
    named: Iterator[Mention] | tuple[Mention, ...]
    if isinstance(value, Node) and not place.field.is_estimate:
        named = _mentions(value, path)
    elif place.field.is_collection and isinstance(value, tuple):
        named = (m for member in value for m in _mentions(member, f"{path}[{member.id}]"))
    elif place.kind is not None:
        named = tuple(Mention(path, target) for target in targets(place.kind, value, path))
    else:
        return
    for mention in named:
        if not leads_somewhere(plan, mention.target):
            raise BadValue(N_("Nothing in the plan stands at {target}."), target=mention.target)


Change = Callable[[str, Declared, Any], Any]


def rewritten(node: Any, change: Change, path: str = "") -> Any:
    """A node with every field passed through `change`; the same node where nothing changed.

    `change` gets path, declaration and value of each field, and of each keyed member (with the
    collection's declaration), which it may drop by returning None.
    """
    new: dict[str, Any] = {}
    for name, field in declared(type(node)).items():
        here = f"{path}.{name}" if path else name
        old = getattr(node, name)
        value = _rewritten_value(old, field, change, here)
        if value is not old:
            new[name] = value
    return node.model_copy(update=new) if new else node


def _rewritten_value(old: Any, field: Declared, change: Change, here: str) -> Any:
    if field.many is not None:
        changed = []
        for member in old:
            inside = f"{here}[{member.id}]"
            kept = change(inside, field, member) if field.many.keyed_by else member
            if kept is not None:
                changed.append(rewritten(kept, change, inside))
        same = len(changed) == len(old) and all(a is b for a, b in zip(changed, old, strict=True))
        return old if same else tuple(changed)
    if field.node is not None and not field.is_estimate:
        return rewritten(old, change, here)
    return change(here, field, old)


def without(value: Any, kind: Kind, gone: Callable[[str], bool], path: str) -> Any:
    """A reference's value less the targets that are gone; other values as they are."""
    found = targets(kind, value, path)
    if not any(gone(target) for target in found):
        return value
    if not isinstance(value, tuple):
        return None
    kept = [item for item, target in zip(value, found, strict=True) if not gone(target)]
    return tuple(kept) or None
