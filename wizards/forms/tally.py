"""How far a group of questions is answered, counted in the plan and not in widgets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner import paths
from planner.checks.needs import is_needless
from planner.model.nodes import Declared, Node, declared
from planner.model.plan import Plan
from wizards.forms.choosing import below
from wizards.forms.context import LETTERS, Context
from wizards.forms.entry import Entry
from wizards.forms.once import OncePerMember
from wizards.forms.rows import RowSource


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions are asked and answered, and how many members there are.

    `assumed` have no answer but a value that counts until there is one; `missing` have neither
    and are essential, empty collections included: what else is open is detail.
    """

    asked: int = 0
    answered: int = 0
    assumed: int = 0
    missing: int = 0
    members: int = 0
    collections: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.asked + other.asked,
            self.answered + other.answered,
            self.assumed + other.assumed,
            self.missing + other.missing,
            self.members + other.members,
            self.collections + other.collections,
        )


_MISSING = Tally(asked=1, missing=1)
_OPEN = Tally(asked=1)
_ANSWERED = Tally(asked=1, answered=1)
_ASSUMED = Tally(asked=1, assumed=1)
_NOBODY = Tally(collections=1)
_NOBODY_NEEDED = Tally(missing=1, collections=1)
FEW = 12
"""Members that are counted as fast as it is found that they are known."""
_Counted = tuple[object, str, Tally]


class Counting:
    """Counts entries; what has not changed since is not counted again."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, frozenset[str]], _Counted] = {}

    def of(self, entries: Iterable[Entry]) -> Tally:
        """How far some entries are answered."""
        return sum((self._entry(entry) for entry in entries), Tally())

    def cells(self, source: RowSource) -> Tally:
        """How far a grid is filled."""
        plan = self._context.plan
        cells = list(cells_of(plan, source))
        filled = sum(1 for path in cells if not paths.is_empty(paths.get(plan, path)))
        return Tally(asked=len(cells), answered=filled)

    def open_paths(self, entries: Iterable[Entry]) -> Iterator[str]:
        """The essential fields without an answer or a default and collections without a member."""
        for entry in entries:
            if self._entry(entry).missing:
                value = paths.get(self._context.plan, entry.path)
                yield from self._open(entry.path, entry.field, value, entry.hide)

    def _open(self, path: str, field: Declared, value: Any, hide: frozenset[str]) -> Iterator[str]:
        # Not as remembered: whether an empty field is needed hangs on what is beside it.
        if not self._value(path, field, value, hide).missing:
            return
        if field.is_field:
            yield path
        elif field.many is None:
            yield from self._open_in(path, field.node, value, hide)
        elif not value:
            yield path
        else:
            for member, tally in zip(value, self._each(path, field, value, hide), strict=True):
                if tally.missing:
                    yield from self._open_in(f"{path}[{member.id}]", field.node, member, hide)

    def _open_in(
        self, path: str, node: type[Node] | None, value: Any, hide: frozenset[str]
    ) -> Iterator[str]:
        assert node is not None
        for name, field in declared(node).items():
            if name not in hide and shows_at(self._context.depth, field):
                inner = getattr(value, name, None)
                yield from self._open(f"{path}.{name}", field, inner, below(hide, name))

    def _entry(self, entry: Entry) -> Tally:
        try:
            value = paths.get(self._context.plan, entry.path)
        except paths.BadPath:
            # The member that it belongs to has just gone.
            return Tally()
        return self._cached(entry.path, entry.field, value, entry.hide)

    def _cached(self, path: str, field: Declared, value: Any, hide: frozenset[str]) -> Tally:
        known = self._known.get((path, hide))
        depth = self._context.depth
        if known is not None and known[0] is value and known[1] == depth:
            return known[2]
        tally = self._value(path, field, value, hide)
        self._known[path, hide] = (value, depth, tally)
        return tally

    def _value(self, path: str, field: Declared, value: Any, hide: frozenset[str]) -> Tally:
        if field.is_collection:
            return self._members(path, field, value or (), hide)
        if not field.is_field:
            assert field.node is not None
            return self._node(path, field.node, value, hide)
        return _answer(self._context.plan, path, field, value)

    def _members(
        self, path: str, field: Declared, members: tuple[Any, ...], hide: frozenset[str]
    ) -> Tally:
        assert field.many is not None
        own = not field.many.keyed_by
        if not members:
            return _NOBODY_NEEDED if own and is_essential(field) else _NOBODY
        asked = answered = assumed = missing = 0
        # Of ten thousand members most are as far as each other.
        for tally, times in _counted(self._each(path, field, members, hide)):
            asked += times * tally.asked
            answered += times * tally.answered
            assumed += times * tally.assumed
            missing += times * tally.missing if own else 0
        return Tally(asked, answered, assumed, missing, len(members), 1)

    def _each(
        self, path: str, field: Declared, members: tuple[Any, ...], hide: frozenset[str]
    ) -> tuple[Tally, ...]:
        """How far each member is; one of many that has not changed is not counted again."""
        node, key = field.node, (path, hide, self._context.depth)
        assert node is not None

        def count(member: Any) -> Tally:
            tally = self._node(f"{path}[{member.id}]", node, member, hide)
            return _ONE_OF_EQUALS.setdefault(tally, tally)

        if len(members) <= FEW:
            return tuple(map(count, members))
        known = self._context.counted.get(key)
        if known is None:
            known = self._context.counted[key] = OncePerMember(count)
        return known.of(members)

    def _node(self, path: str, node: type[Node], value: Any, hide: frozenset[str]) -> Tally:
        fields, others = _asked(node, hide, self._context.depth)
        answered = assumed = missing = 0
        for name, has_default, essential in fields:
            inner = getattr(value, name, None)
            if inner is not None and not paths.is_empty(inner):
                answered += 1
            elif has_default:
                assumed += 1
            elif essential and not is_needless(self._context.plan, f"{path}.{name}"):
                missing += 1
        total = Tally(len(fields), answered, assumed, missing)
        for name, field, hidden in others:
            total += self._value(f"{path}.{name}", field, getattr(value, name, None), hidden)
        return total


_Field = tuple[str, bool, bool]
"""A field's name, whether a value counts until it is answered, and whether every plan needs it."""
_Other = tuple[str, Declared, frozenset[str]]
"""The name of a group or collection, its declaration, and what is hidden in it."""


@cache
def _asked(
    node: type[Node], hide: frozenset[str], depth: str
) -> tuple[tuple[_Field, ...], tuple[_Other, ...]]:
    """What a depth asks of a node: its fields, and the groups and collections in it."""
    seen = [(n, f) for n, f in declared(node).items() if n not in hide and shows_at(depth, f)]
    fields = tuple(
        (name, field.ask is not None and field.ask.default is not None, is_essential(field))
        for name, field in seen
        if field.is_field
    )
    others = ((name, field) for name, field in seen if not field.is_field)
    return fields, tuple((name, field, below(hide, name)) for name, field in others)


_ONE_OF_EQUALS: dict[Tally, Tally] = {}


def _counted(tallies: tuple[Tally, ...]) -> Iterator[tuple[Tally, int]]:
    """Different tallies with how often they come; equal ones are one object."""
    known = dict(zip(map(id, tallies), tallies, strict=True))
    for place, times in Counter(map(id, tallies)).items():
        yield known[place], times


def shows_at(depth: str, field: Declared) -> bool:
    """Whether a depth shows a field or collection; a group is judged by what is in it."""
    judged = field.is_field or field.is_collection
    return not judged or LETTERS.index(field.depth) <= LETTERS.index(depth)


def _answer(plan: Plan, path: str, field: Declared, value: Any) -> Tally:
    if not paths.is_empty(value):
        return _ANSWERED
    if field.ask is not None and field.ask.default is not None:
        return _ASSUMED
    return _MISSING if is_essential(field) and not is_needless(plan, path) else _OPEN


def is_essential(field: Declared) -> bool:
    """Whether a plan of any depth needs a field, or a member of a collection."""
    return field.depth == "E"


def cells_of(plan: Plan, source: RowSource) -> Iterator[str]:
    """The path of every cell of a source."""
    columns = source.columns(plan)
    for row in source.rows(plan):
        for column in columns:
            yield source.path(row, column)
