"""The plan as the public may read it: what is marked confidential is left out."""

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
    open_plan: Plan = _open(plan)
    items = tuple(
        line if line.public is not False else _unnamed(line) for line in open_plan.evidence.items
    )
    evidence = open_plan.evidence.model_copy(update={"items": items})
    return open_plan.model_copy(update={"evidence": evidence})


def _unnamed(line: Any) -> Any:
    hidden = ("source", "who", "says", "url", "file", "note")
    return line.model_copy(update=dict.fromkeys(hidden))


def _open(node: Any) -> Any:
    """A node without confidential answers; keyed members left empty by that go with them."""
    update: dict[str, Any] = {}
    for name, field in declared(type(node)).items():
        value = getattr(node, name)
        if field.ask is not None:
            if field.ask.confidential and not paths.is_empty(value):
                update[name] = type(node).model_fields[name].get_default(call_default_factory=True)
        elif field.many is not None:
            members = tuple(_open(member) for member in value)
            if any(new is not old for new, old in zip(members, value, strict=True)):
                keyed = bool(field.many.keyed_by)
                update[name] = tuple(m for m in members if not (keyed and paths.is_empty(m)))
        elif isinstance(value, Node):
            inner = _open(value)
            if inner is not value:
                update[name] = inner
    return node.model_copy(update=update) if update else node
