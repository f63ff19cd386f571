"""The plan as the public may read it: what is marked confidential is left out, as far as chosen."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.model.nodes import Node, declared
from planner.model.plan import Plan


def is_public(plan: Plan) -> bool:
    """Whether anybody may read the document."""
    return plan.meta.confidentiality == "public"


def published(plan: Plan) -> Plan:
    """The plan without its confidential answers where anybody may read it, else as it is.

    Lines of the ledger that outsiders must not see keep what rests on them and lose the rest.
    """
    if not is_public(plan):
        return plan
    chosen = frozenset(plan.meta.document.redact or ()) or frozenset({EVERYTHING})
    open_plan: Plan = _open(plan, "", chosen)
    items = tuple(
        line if line.public is not False else _unnamed(line) for line in open_plan.evidence.items
    )
    evidence = open_plan.evidence.model_copy(update={"items": items})
    return open_plan.model_copy(update={"evidence": evidence})


def _unnamed(line: Any) -> Any:
    hidden = ("source", "who", "says", "url", "file", "note")
    return line.model_copy(update=dict.fromkeys(hidden))


EVERYTHING = "all marked ◆"
_PARTS = (
    ("competitors", "rivals"),
    ("promotion.people", "people"),
    ("promotion.contractors", "people"),
    ("meta.participants", "people"),
    ("evidence.workshops", "people"),
    ("business.limits", "budgets"),
    ("business.last_year", "budgets"),
    ("promotion.budget", "budgets"),
    ("promotion.channels", "budgets"),
    ("track", "budgets"),
    ("business.key_accounts", "customers"),
    ("segments.order_data", "customers"),
    ("segments.items.own_customers", "customers"),
    ("audience", "customers"),
    ("business", "prices and margins"),
    ("segments", "prices and margins"),
    ("positioning", "prices and margins"),
    ("technology", "budgets"),
    ("promotion", "budgets"),
)
"""What a confidential answer tells of, by the first beginning of its path that fits."""


def _tells_of(path: str) -> str:
    return next((what for start, what in _PARTS if path.startswith(start)), EVERYTHING)


def _hidden(path: str, chosen: frozenset[str]) -> bool:
    return EVERYTHING in chosen or _tells_of(path) in chosen


def _open(node: Any, path: str, chosen: frozenset[str]) -> Any:
    """A node without confidential answers; keyed members left empty by that go with them."""
    update: dict[str, Any] = {}
    for name, field in declared(type(node)).items():
        value, here = getattr(node, name), f"{path}.{name}" if path else name
        if field.ask is not None:
            secret = field.ask.confidential and _hidden(here, chosen)
            if secret and not paths.is_empty(value):
                update[name] = type(node).model_fields[name].get_default(call_default_factory=True)
        elif field.many is not None:
            members = tuple(_open(member, here, chosen) for member in value)
            if any(new is not old for new, old in zip(members, value, strict=True)):
                keyed = bool(field.many.keyed_by)
                update[name] = tuple(m for m in members if not (keyed and paths.is_empty(m)))
        elif isinstance(value, Node):
            inner = _open(value, here, chosen)
            if inner is not value:
                update[name] = inner
    return node.model_copy(update=update) if update else node
