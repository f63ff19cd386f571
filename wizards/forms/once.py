"""What is worked out of each member of a collection: once, because members never change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class OncePerMember(Generic[T]):
    """Works something out of the members that are new; of the others it is known.

    Members are compared as objects: a plan that is changed keeps those that did not change. Those
    of the last call alone are remembered.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._members: tuple[Any, ...] = ()
        self._made: tuple[T, ...] = ()
        # By where members lie in memory: they are held here, so that nothing else lies there.
        self._known: dict[int, T] = {}

    def of(self, members: tuple[Any, ...]) -> tuple[T, ...]:
        """What is worked out of each member, in their order; the same object for the same ones."""
        if members is not self._members:
            known, places = self._known, list(map(id, members))
            for number, place in enumerate(places):
                if place not in known:
                    known[place] = self._make(members[number])
            self._made = tuple(map(known.__getitem__, places))
            self._known = dict(zip(places, self._made, strict=True))
            self._members = members
        return self._made
