"""The whole plan as one immutable value, and its canonical JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import ValidationError

from planner.i18n import N_, translate
from planner.model import keys, words
from planner.model.asking import Group
from planner.model.audience import Audience
from planner.model.business import Business
from planner.model.competitors import Competitors
from planner.model.evidence import Evidence
from planner.model.kinds import BadValue
from planner.model.market import Market
from planner.model.meta import Meta
from planner.model.nodes import Declared, FrozenDict, Member, Node, blank, declared
from planner.model.positioning import Positioning
from planner.model.promotion import Promotion
from planner.model.segments import Segments
from planner.model.technology import TechnologyWatch
from planner.model.track import Track

NodeT = TypeVar("NodeT", bound=Node)


class Plan(Node):
    """A strategic marketing plan: its sections, each a step of the rail or beside it."""

    meta: Annotated[Meta, Group(label=N_("This plan"))] = blank(Meta)
    business: Annotated[Business, Group(label=N_("Business & goals"))] = blank(Business)
    market: Annotated[Market, Group(label=N_("Market & environment"))] = blank(Market)
    competitors: Annotated[Competitors, Group(label=N_("Competitors"))] = blank(Competitors)
    segments: Annotated[Segments, Group(label=N_("Segments"))] = blank(Segments)
    audience: Annotated[Audience, Group(label=N_("Target audience"))] = blank(Audience)
    positioning: Annotated[Positioning, Group(label=N_("Positioning"))] = blank(Positioning)
    technology: Annotated[TechnologyWatch, Group(label=N_("Technology watch"))] = blank(
        TechnologyWatch
    )
    promotion: Annotated[Promotion, Group(label=N_("Promotion plan"))] = blank(Promotion)
    track: Annotated[Track, Group(label=N_("Track"))] = blank(Track)
    evidence: Annotated[Evidence, Group(label=N_("Evidence"))] = blank(Evidence)


@dataclass(frozen=True, slots=True)
class Problem:
    """One value of a plan that its declaration does not accept, and where it stands."""

    path: str
    template: str
    words: Mapping[str, object]

    def message(self, language: str) -> str:
        """The sentence in a language."""
        return translate(self.template, language).format(**self.words)


class InvalidPlan(ValueError):
    """Data that is not a plan; `problems` says of every value that does not fit where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{p.path}: {p.message('en')}" for p in problems))
        self.problems = problems


def from_json(data: object) -> Plan:
    """The plan that canonical JSON holds; unknown fields are kept.

    Raises:
        InvalidPlan: with every value that its declaration does not accept.
    """
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        raise InvalidPlan(tuple(_problem(e, data) for e in error.errors())) from None
    except RecursionError:
        raise InvalidPlan((Problem("", N_("A value is nested too deeply."), {}),)) from None
    problems = tuple(_bad_members(plan, ""))
    if problems:
        raise InvalidPlan(problems)
    return plan


def validated(node: type[NodeT], data: object) -> NodeT:
    """A section, group, estimate or member made of JSON data.

    Raises:
        BadValue: with the first value that its declaration does not accept.
    """
    try:
        return node.model_validate(data)
    except ValidationError as error:
        first = _problem(error.errors()[0], data)
        if not first.path:
            raise BadValue(first.template, **first.words) from None
        message = first.message("en")
        raise BadValue(N_("{path}: {message}"), path=first.path, message=message) from None


def _problem(error: Any, data: object) -> Problem:
    cause = error.get("ctx", {}).get("error")
    path = _path_of(error["loc"], data)
    if isinstance(cause, BadValue):
        return Problem(path, cause.template, cause.words)
    if error["type"] == "missing":
        return Problem(path, N_("The id of this member is missing."), {})
    return Problem(path, N_("This has not the form that a plan has here."), {})


def _path_of(location: tuple[int | str, ...], data: object) -> str:
    path = ""
    for part in location:
        if isinstance(part, int):
            member = data[part] if isinstance(data, (list, tuple)) and part < len(data) else None
            identity = member.get("id") if isinstance(member, Mapping) else None
            path += f"[{identity if isinstance(identity, str) else part}]"
            data = member
        else:
            path += f".{part}" if path else part
            data = data.get(part) if isinstance(data, Mapping) else None
    return path


def _bad_members(node: Node, path: str) -> Iterator[Problem]:
    for name, field in declared(type(node)).items():
        if field.node is None or field.is_estimate:
            continue
        here = f"{path}.{name}" if path else name
        value = getattr(node, name)
        if field.many is None:
            yield from _bad_members(value, here)
            continue
        seen: set[str] = set()
        for member in value:
            inside = f"{here}[{member.id}]"
            if member.id in seen:
                yield Problem(inside, N_("The id “{id}” stands twice here."), {"id": member.id})
            seen.add(member.id)
            try:
                keys.check(field.many.keyed_by, member.id)
            except BadValue as wrong:
                yield Problem(inside, wrong.template, wrong.words)
            yield from _bad_members(member, inside)


def to_json(plan: Plan) -> dict[str, Any]:
    """The plan as canonical JSON: amounts as decimal strings, the rest as JSON has it."""
    return node_json(plan, words.digits_of(plan.meta.currency))


def node_json(node: Node, digits: int) -> dict[str, Any]:
    """A section, group, estimate or member as a JSON object, `id` first, unknown fields last."""
    start: dict[str, Any] = {"id": node.id} if isinstance(node, Member) else {}
    known = {
        name: value_json(field, getattr(node, name), digits)
        for name, field in declared(type(node)).items()
    }
    unknown = {name: thawed(value) for name, value in (node.__pydantic_extra__ or {}).items()}
    return start | known | unknown


def value_json(field: Declared, value: Any, digits: int) -> Any:
    """The value of a declared field, group or collection as JSON; empty is null."""
    if field.is_collection:
        return [node_json(member, digits) for member in value]
    if field.node is not None:
        return node_json(value, digits)
    if value is None or field.kind is None:
        return None
    return field.kind.json(value, digits)


def thawed(value: Any) -> Any:
    """A frozen unknown value as plain JSON."""
    if isinstance(value, FrozenDict):
        return {name: thawed(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return [thawed(inner) for inner in value]
    return value
