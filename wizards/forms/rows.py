"""What the rows and columns of a table over the plan are, and which path each cell has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, overload

from planner import paths
from planner.i18n import N_
from planner.model import keys
from planner.model.kinds import months_of
from planner.model.nodes import Declared
from planner.model.plan import Plan
from wizards.forms.wording import key_name, opening
from wizards.speaking import say


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and the field below a row's path (by dots through groups)."""

    label: str
    name: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the id or key of what it is about, and what that is called."""

    key: str
    title: str


class RowSource(Protocol):
    """Knows the rows of a table and the path of each cell; a cell without a path is no field."""

    @property
    def leads(self) -> bool:
        """Whether the first column names the rows, because no field does."""

    @property
    def lead(self) -> str:
        """The heading of that column."""

    @property
    def is_matrix(self) -> bool:
        """Whether each column is somebody or something, its heading a name."""

    def rows(self, plan: Plan) -> Sequence[Row]:
        """The rows as they are now."""

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """The columns as they are now, the leading one left out."""

    def path(self, row: Row, column: Column) -> str:
        """The path of a cell."""


_FEW = 8
"""So many rows are looked for one by one."""


class MemberRows(Sequence[Row]):
    """The rows of members, each made when it is first asked for: of thousands few are seen."""

    def __init__(self, members: tuple[Any, ...]) -> None:
        self.members = members
        self._made: dict[int, Row] = {}
        self._places: list[int] = []

    def __len__(self) -> int:
        return len(self.members)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return MemberRows(self.members[at])
        row = self._made.get(at)
        if row is None:
            member = self.members[at]
            row = self._made[at] = Row(member.id, paths.title_of(member))
        return row

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The numbers of the rows of some ids, of those that are there."""
        found = (paths.member_of(self.members, key) for key in keys)
        # By where they lie: to ask each of thousands for its id takes long.
        places = [id(member) for member in found if member is not None]
        if not places:
            return []
        if not self._places:
            self._places = list(map(id, self.members))
        if len(places) <= _FEW:
            return [self._places.index(place) for place in places]
        numbers = {place: number for number, place in enumerate(self._places)}
        return [numbers[place] for place in places]


def numbers_of(rows: Sequence[Row], keys: Iterable[str]) -> list[int]:
    """The numbers of the rows of some ids or keys, of those that are there."""
    if isinstance(rows, MemberRows):
        return rows.numbers(keys)
    numbers = {row.key: number for number, row in enumerate(rows)}
    return [numbers[key] for key in keys if key in numbers]


def stand_alike(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether rows are about the same, in the same order, whatever they are called."""
    if rows is others or len(rows) != len(others):
        return rows is others
    return all(rows[n].key == others[n].key for n in changed_rows(rows, others))


def are_rearranged(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether rows are known to be those of another time in another order, none of them changed."""
    if not isinstance(rows, MemberRows) or not isinstance(others, MemberRows):
        return False
    return paths.index_of(rows.members) is paths.index_of(others.members)


def changed_rows(rows: Sequence[Row], others: Sequence[Row]) -> Iterable[int]:
    """The numbers of the rows that may say something else than those of another time."""
    if not isinstance(rows, MemberRows) or not isinstance(others, MemberRows):
        return range(len(rows))
    pairs = enumerate(zip(rows.members, others.members, strict=False))
    return (number for number, (member, before) in pairs if member is not before)


@dataclass(frozen=True, slots=True)
class Members:
    """The members of a collection with ids of their own."""

    collection: str
    fixed: tuple[Column, ...]
    leads: bool = False
    lead: str = ""
    is_matrix: bool = False
    _last: list[MemberRows] = field(default_factory=list, init=False, repr=False, compare=False)

    def rows(self, plan: Plan) -> Sequence[Row]:
        """Every member, in order; the same object for the same members."""
        try:
            members = paths.get(plan, self.collection) or ()
        except paths.BadPath:
            return ()
        if not self._last or self._last[0].members is not members:
            self._last[:] = [MemberRows(members)]
        return self._last[0]

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """The chosen fields."""
        del plan
        return self.fixed

    def path(self, row: Row, column: Column) -> str:
        """The member's field."""
        return f"{self.collection}[{row.key}].{column.name}"


@dataclass(frozen=True, slots=True)
class Keyed:
    """A row for each key that a keyed collection may have, answered or not."""

    collection: str
    keyed_by: str
    fixed: tuple[Column, ...]
    leads: bool = True
    is_matrix: bool = False

    @property
    def lead(self) -> str:
        """What the keys name."""
        return lead_of(self.keyed_by)

    def rows(self, plan: Plan) -> Sequence[Row]:
        """The keys, by what they name."""
        found = keys_at(plan, self.collection, self.keyed_by)
        return tuple(Row(key, key_name(plan, self.keyed_by, key)) for key in found)

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """The chosen fields."""
        del plan
        return self.fixed

    def path(self, row: Row, column: Column) -> str:
        """The field of the keyed member."""
        return f"{self.collection}[{row.key}].{column.name}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two collections crossed: a row for each member of one, a column for each of the others."""

    over: str
    across: Callable[[Plan], tuple[Column, ...]]
    leads: bool = True
    is_matrix: bool = True

    @property
    def lead(self) -> str:
        """What the rows are."""
        return lead_of(self.over)

    def rows(self, plan: Plan) -> Sequence[Row]:
        """The members that are judged by, or judged."""
        return tuple(
            Row(member.id, paths.title_of(member)) for _, member in paths.members(plan, self.over)
        )

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """Whoever is judged, one a column."""
        return self.across(plan)

    def path(self, row: Row, column: Column) -> str:
        """The crossing; a column's name has `{key}` where the row's id goes."""
        return column.name.replace("{key}", row.key)


_PAST = ("business.months", "business.years", "segments.order_data.cohorts")


def keys_at(plan: Plan, collection: str, keyed_by: str) -> tuple[str, ...]:
    """The keys that a keyed collection offers, those with answers included."""
    there = paths.get(plan, collection) if paths.has(plan, paths.parent(collection)) else ()
    answered = tuple(member.id for member in there or ())
    over = keys.collection(keyed_by)
    if over:
        own = ("own",) if keyed_by == "competitor_or_own" else ()
        return (*own, *(member.id for _, member in paths.members(plan, over)))
    offered = keys.fixed(keyed_by) or _times(plan, collection, keyed_by)
    if keyed_by in ("month", "year"):
        return tuple(sorted({*offered, *answered}))
    return tuple(dict.fromkeys((*offered, *answered)))


def _times(plan: Plan, collection: str, keyed_by: str) -> tuple[str, ...]:
    period = plan.meta.period
    past = plan.business.baseline.year
    match keyed_by:
        case "group":
            return ("control", "test")
        case "month" if collection == "segments.order_data.cohorts":
            return ()
        case "month":
            chosen = past if collection.startswith(_PAST) else period
            return months_of(chosen) if chosen else ()
        case "year":
            last = int(period[0][:4]) - 1 if period else 0
            return tuple(str(year) for year in range(last - 2, last + 1)) if last else ()
        case _:
            return ()


def source_of_keys(collection: str, keyed_by: str) -> str:
    """The path of what gives a keyed collection its keys; empty where they come from a file."""
    over = keys.collection(keyed_by)
    if over:
        return "" if "[*]" in over else over
    if keyed_by in ("month", "year"):
        return "business.baseline.year" if collection.startswith(_PAST) else "meta.period"
    return ""


def missing_keys(collection: str, keyed_by: str) -> str:
    """What to do first where a keyed collection has no keys yet, in a sentence."""
    over = keys.collection(keyed_by)
    if over:
        label = say(paths.place(over).field.label)
        return say(N_("Rows appear here as soon as “{label}” has entries."), label=label)
    if keyed_by in ("month", "year"):
        if collection.startswith(_PAST):
            return say(N_("Rows appear here once the months of last year’s figures are given."))
        return say(N_("Rows appear here once the plan has its first and last month."))
    return say(N_("Nothing has been imported yet."))


def column_of(field: Declared, name: str, owner: Declared | None = None) -> Column:
    """A field as a column; a name is headed by what it names."""
    question = field.ask.question if field.ask else field.label
    label = say(field.label)
    if owner is not None and owner.many is not None and name == owner.many.title == "name":
        label = opening(say(owner.many.one))
    return Column(label, name, say(question))


_LEADS = {
    "month": N_("Month"),
    "year": N_("Year"),
    "season": N_("Month"),
    "force": N_("Force"),
    "group": N_("Group"),
    "section": N_("Section"),
}


def lead_of(keyed_by: str) -> str:
    """The heading of the column that names the rows of a keyed collection."""
    over = keys.collection(keyed_by)
    if not over:
        return say(_LEADS[keyed_by])
    many = paths.place(over).field.many
    return opening(say(many.one)) if many else ""
