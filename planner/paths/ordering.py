"""The order of members: one moved, or all of them arranged; nothing else of the plan changes."""

from __future__ import annotations

from collections.abc import Sequence

from planner.i18n import N_
from planner.model.kinds import BadValue
from planner.model.plan import Plan
from planner.paths.changing import Changed, replaced, value_at
from planner.paths.language import BadPath, Key, parse, show
from planner.paths.places import member_of, place_at, share_index


def move(plan: Plan, path: str, position: int) -> Changed:
    """The plan with a member at another place of its collection, counted from 0.

    Raises:
        BadPath: where the path does not lead to a member that is there.
    """
    steps = parse(path)
    place_at(steps)
    members = value_at(plan, steps[:-1])
    identity = steps[-1].id if isinstance(steps[-1], Key) else ""
    member = member_of(members or (), identity)
    if member is None:
        raise BadPath(N_("There is no member at {path}."), path=path)
    rest = [other for other in members if other is not member]
    at = max(0, min(position, len(rest)))
    order = (*rest[:at], member, *rest[at:])
    if order == members:
        return Changed(plan)
    return Changed(replaced(plan, steps[:-1], order), (show(steps[:-1]),))


def arrange(plan: Plan, collection: str, order: Sequence[int]) -> Changed:
    """The plan with the members of a collection in another order.

    `order` has the places, counted from 0, at which they stand now. As no member comes, goes or
    changes, no reference has to be looked at: that makes it fast.

    Raises:
        BadPath: where the path does not lead to a collection that is there, or keys order it.
        BadValue: where the places are not those of all members, each once.
    """
    steps = parse(collection)
    place = place_at(steps)
    many = None if place.member else place.field.many
    if many is None or many.keyed_by:
        raise BadPath(N_("{path} is not a collection whose order is free."), path=collection)
    members = value_at(plan, steps)
    if members is None:
        raise BadPath(N_("{path} is not there."), path=collection)
    if sorted(order) != list(range(len(members))):
        raise BadValue(N_("An order names every member of {path} once."), path=collection)
    arranged = tuple(map(members.__getitem__, order))
    if all(new is old for new, old in zip(arranged, members, strict=True)):
        return Changed(plan)
    share_index(arranged, members)
    return Changed(replaced(plan, steps, arranged), (show(steps),))
