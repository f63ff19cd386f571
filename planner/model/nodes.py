"""The plan's building blocks: immutable models whose fields are declared, unknown fields kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, model_validator

from planner.i18n import N_
from planner.model.asking import Ask, Depth, Group, Many
from planner.model.ids import ID
from planner.model.kinds import LARGEST, BadValue, Kind, Text, shorten

NodeT = TypeVar("NodeT", bound="Node")

NESTING = 60
"""How deep an unknown value may be nested before it is refused."""


class FrozenDict(Mapping[str, Any]):
    """A mapping that cannot change, for what a newer version or another program stored."""

    __slots__ = ("_items",)
    _items: dict[str, Any]

    def __init__(self, items: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"FrozenDict({self._items!r})"

    def __deepcopy__(self, memo: object) -> FrozenDict:
        return self


def frozen(value: Any, depth: int = 0) -> Any:
    """An unknown JSON value made unchangeable.

    Raises:
        BadValue: for NaN, infinities, numbers from 1e15 up and absurd nesting.
    """
    if depth > NESTING:
        raise BadValue(N_("A value is nested too deeply."))
    if isinstance(value, Mapping):
        return FrozenDict({str(k): frozen(v, depth + 1) for k, v in value.items()})
    if isinstance(value, (list, tuple)):
        return tuple(frozen(item, depth + 1) for item in value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        size: Any = abs(value)
        if not size < LARGEST:
            raise BadValue(N_("{value} is too large for a figure of a plan."), value=shorten(value))
        return float(value) if isinstance(value, Decimal) else value
    return value


class Node(BaseModel):
    """A part of the plan: frozen, shared between versions, keeping fields it does not know."""

    model_config = ConfigDict(
        frozen=True, extra="allow", defer_build=True, arbitrary_types_allowed=True
    )

    @model_validator(mode="after")
    def _freeze_unknown(self) -> Node:
        extra = self.__pydantic_extra__
        if extra:
            for name, value in extra.items():
                extra[name] = frozen(value)
        return self


def blank(node: type[NodeT]) -> NodeT:
    """A part of the plan without an answer, as a default.

    Its validator is not built for it: of all those of the plan one is built, when a plan is read.
    """
    made: Any = node.model_construct()
    return made  # type: ignore[no-any-return]  # a model makes one of its own kind


class Member(Node):
    """A member of a collection; `id` is unique in it and never changes."""

    id: Annotated[str, Text()]

    @model_validator(mode="after")
    def _check_id(self) -> Member:
        if not isinstance(self.id, str) or not ID.fullmatch(self.id):
            raise BadValue(
                N_("“{value}” is not an id; small letters a–z, digits and hyphens, at most 40."),
                value=shorten(self.id),
            )
        return self


@dataclass(frozen=True, slots=True)
class Declared:
    """One attribute of a node as declared: a field, an estimate, a group or a collection."""

    name: str
    kind: Kind | None = None
    ask: Ask | None = None
    node: type[Node] | None = None
    many: Many | None = None
    group: Group | None = None

    @property
    def is_collection(self) -> bool:
        """Whether it holds members."""
        return self.many is not None

    @property
    def is_estimate(self) -> bool:
        """Whether it is asked as one question with a low, a base and a high value."""
        return self.node is not None and self.ask is not None

    @property
    def is_field(self) -> bool:
        """Whether it is one row of the questionnaire."""
        return self.ask is not None

    @property
    def label(self) -> str:
        """Its short name, to be translated where it is shown."""
        part = self.ask or self.many or self.group
        return part.label if part else self.name

    @property
    def depth(self) -> Depth:
        """From which depth on it is asked."""
        part = self.ask or self.many
        return part.depth if part else "E"


_KNOWN: dict[type[Node], Mapping[str, Declared]] = {}


def declared(node: type[Node]) -> Mapping[str, Declared]:
    """Every declared attribute of a node, in order, `id` left out."""
    if node not in _KNOWN:
        _KNOWN[node] = {
            name: _declared(name, info.annotation, tuple(info.metadata))
            for name, info in node.model_fields.items()
            if name != "id"
        }
    return _KNOWN[node]


def _declared(name: str, annotation: Any, metadata: tuple[Any, ...]) -> Declared:
    def of(wanted: type) -> Any:
        return next((part for part in metadata if isinstance(part, wanted)), None)

    node: type[Node] | None = None
    if isinstance(annotation, type) and issubclass(annotation, Node):
        node = annotation
    elif get_origin(annotation) is tuple:
        first = get_args(annotation)[0]
        if isinstance(first, type) and issubclass(first, Node):
            node = first
    return Declared(name, of(Kind), of(Ask), node, of(Many), of(Group))


class Estimate(Node):
    """At least, most likely, at most: three figures of one kind, rising."""

    of: ClassVar[Kind]
    low: Any = None
    base: Any = None
    high: Any = None

    @model_validator(mode="before")
    @classmethod
    def _bare_base(cls, value: Any) -> Any:
        if value is None:
            return {}
        bare = isinstance(value, (int, float, Decimal, str)) and not isinstance(value, bool)
        return {"base": value} if bare else value

    @model_validator(mode="after")
    def _rising(self) -> Estimate:
        figures = [figure for figure in (self.low, self.base, self.high) if figure is not None]
        if any(a > b for a, b in pairwise(figures)):
            raise BadValue(
                N_("The lowest figure may not exceed the likely one, nor that the highest.")
            )
        return self

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known."""
        return self.low is None and self.base is None and self.high is None
