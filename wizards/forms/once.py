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

    def of(self, members: tuple[Any, ...]) -> tuple[T, ...]:
        """What is worked out of each member, in their order; the same object for the same ones."""
        if members is not self._members:
            # By where they lie in memory: they are all held here, so that no other lies there.
            known = dict(zip(map(id, self._members), self._made, strict=True))
            make = self._make
            self._made = tuple(
                known[id(member)] if id(member) in known else make(member) for member in members
            )
            self._members = members
        return self._made
