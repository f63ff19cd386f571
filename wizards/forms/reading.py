"""What the rows of a long table say: read once of each member, for sorting and for sifting."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import Any

from planner import paths
from planner.model.plan import Plan
from planner.model.references import PathTo, Ref
from wizards.forms.once import OncePerMember

_Rank = float | str | None
_FIGURES: frozenset[Any] = frozenset((int, float, Decimal))


class Reading:
    """Reads fields of the members of a collection; what did not change is not read again.

    `names` are the fields, by dots through groups.
    """

    def __init__(self, collection: str, names: tuple[str, ...]) -> None:
        self._collection = collection
        self._fields = [_Field(collection, name) for name in names]
        self._refer = [(n, field) for n, field in enumerate(self._fields) if field.refers]
        self._texts = OncePerMember(self._text)

    def texts(self, plan: Plan, most: int | None = None) -> tuple[str, ...]:
        """What stands in each row, of so many from the first on, for looking for words in it.

        Case is folded.
        """
        self._look_up(plan)
        members = self._members(plan)
        return self._texts.of(members if most is None else members[:most])

    def order(self, plan: Plan, column: int, *, backwards: bool) -> list[int]:
        """The places of the members in the order of a field; without an answer they come last."""
        self._look_up(plan)
        # Not remembered: to find what is known of ten thousand members takes as long.
        ranks = self._fields[column].ranks(self._members(plan))
        kinds = list(map(type, ranks))
        found = set(kinds)
        figures, words, empty = (
            [number for number, other in enumerate(kinds) if other is kind] if kind in found else []
            for kind in (float, str, type(None))
        )
        for ranked in (figures, words):
            ranked.sort(key=ranks.__getitem__, reverse=backwards)  # type: ignore[arg-type]  # of one type
        return [*words, *figures, *empty] if backwards else [*figures, *words, *empty]

    def _members(self, plan: Plan) -> tuple[Any, ...]:
        # The member that it belongs to may have just gone.
        return paths.get(plan, self._collection) if paths.has(plan, self._collection) else ()

    def _look_up(self, plan: Plan) -> None:
        """Look up what members are called that others refer to; read texts with them anew."""
        others = [field for _, field in self._refer if field.look_up(plan)]
        if others:
            self._texts = OncePerMember(self._text)

    def _text(self, member: Any) -> str:
        fields = self._fields
        values = [field.value_of(member) for field in fields]
        # Most are texts: of ten thousand members each call that is not made counts.
        words = [
            value if value.__class__ is str else field.text(value)
            for field, value in zip(fields, values, strict=True)
        ]
        for number, field in self._refer:
            words[number] = field.text(values[number])
        return " ".join(words).casefold()


class _Field:
    """One field of members; a reference is read as the name of what it leads to."""

    def __init__(self, collection: str, name: str) -> None:
        self.value_of: Callable[[Any], Any] = attrgetter(name)
        kind = paths.place(f"{paths.pattern(collection)}[*].{name}").kind
        refers = isinstance(kind, Ref) and not isinstance(kind, PathTo) and "[*]" not in kind.to
        self._to: str = kind.to if refers else ""  # type: ignore[union-attr]  # a reference has it
        self._named: tuple[Any, ...] = ()
        self._names: dict[str, str] = {}

    @property
    def refers(self) -> bool:
        """Whether names of other members are read in place of what stands there."""
        return bool(self._to)

    def look_up(self, plan: Plan) -> bool:
        """Look the names up in a plan; whether they are others than before."""
        named = paths.get(plan, self._to)
        if named is self._named:
            return False
        before, self._named = self._names, named
        self._names = {member.id: paths.title_of(member) for member in named}
        return self._names != before

    def text(self, value: Any) -> str:
        """What a value is read as, nothing as an empty text."""
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(self._names.get(str(one), str(one)) for one in value)
        text = str(value)
        return self._names.get(text, text)

    def ranks(self, members: tuple[Any, ...]) -> list[_Rank]:
        """What members are sorted by: figures, words, or None without an answer."""
        if self._to:
            return [self._words(self.value_of(member)) for member in members]
        return [
            float(value)
            if value.__class__ in _FIGURES
            else (value.casefold() or None)
            if value.__class__ is str
            else self._words(value)
            for value in map(self.value_of, members)
        ]

    def _words(self, value: Any) -> str | None:
        return self.text(value).casefold() or None
