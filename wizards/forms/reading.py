"""What the rows of a long table say: read once of each member, for sorting and for sifting."""

from __future__ import annotations

from decimal import Decimal
from operator import attrgetter
from typing import Any

from planner import paths
from planner.model.plan import Plan
from planner.model.references import PathTo, Ref
from wizards.forms.once import OncePerMember

_Rank = float | str | None


class Reading:
    """Reads fields of the members of a collection; what did not change is not read again.

    `names` are the fields, by dots through groups.
    """

    def __init__(self, collection: str, names: tuple[str, ...]) -> None:
        self._collection = collection
        self._fields = [_Field(collection, name) for name in names]
        self._ranks = [OncePerMember(field.rank) for field in self._fields]
        self._texts = OncePerMember(self._text)

    def texts(self, plan: Plan) -> tuple[str, ...]:
        """What stands in each row, for looking for words in it; case is folded."""
        self._look_up(plan)
        return self._texts.of(self._members(plan))

    def order(self, plan: Plan, column: int, *, backwards: bool) -> list[int]:
        """The places of the members in the order of a field; without an answer they come last."""
        self._look_up(plan)
        ranks = self._ranks[column].of(self._members(plan))
        figures = [number for number, rank in enumerate(ranks) if isinstance(rank, float)]
        words = [number for number, rank in enumerate(ranks) if isinstance(rank, str)]
        empty = [number for number, rank in enumerate(ranks) if rank is None]
        for ranked in (figures, words):
            ranked.sort(key=ranks.__getitem__, reverse=backwards)  # type: ignore[arg-type]  # of one type
        return [*words, *figures, *empty] if backwards else [*figures, *words, *empty]

    def _members(self, plan: Plan) -> tuple[Any, ...]:
        return paths.get(plan, self._collection) or ()

    def _text(self, member: Any) -> str:
        return " ".join([str(field.read(member)) for field in self._fields]).casefold()

    def _look_up(self, plan: Plan) -> None:
        """Read again what names members that have other names now."""
        for number, field in enumerate(self._fields):
            if field.look_up(plan):
                self._ranks[number] = OncePerMember(field.rank)
                self._texts = OncePerMember(self._text)


class _Field:
    """One field of members; a reference is read as the name of what it leads to."""

    def __init__(self, collection: str, name: str) -> None:
        self._parts = name.split(".")
        # Of ten thousand members each thing that is not asked counts.
        self._get = self._inside if "." in name else attrgetter(name)
        kind = paths.place(f"{paths.pattern(collection)}[*].{name}").kind
        refers = isinstance(kind, Ref) and not isinstance(kind, PathTo) and "[*]" not in kind.to
        self._to: str = kind.to if refers else ""  # type: ignore[union-attr]  # a reference has it
        self._named: tuple[Any, ...] = ()
        self._names: dict[str, str] = {}

    def look_up(self, plan: Plan) -> bool:
        """Look the names up in a plan; whether they may be others than before."""
        named = paths.get(plan, self._to) if self._to else ()
        if named is self._named:
            return False
        self._named = named
        self._names = {member.id: paths.title_of(member) for member in named}
        return True

    def read(self, member: Any) -> Any:
        """What is shown of a member, nothing as an empty text."""
        value = self._get(member)
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(self._names.get(str(one), str(one)) for one in value)
        return self._names.get(value, value) if self._names and isinstance(value, str) else value

    def _inside(self, member: Any) -> Any:
        value = member
        for part in self._parts:
            value = getattr(value, part, None)
        return value

    def rank(self, member: Any) -> _Rank:
        """What a member is sorted by: a figure, words, or None without an answer."""
        value = self.read(member)
        if isinstance(value, str):
            return value.casefold() or None
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return float(value)
        return str(value).casefold()

