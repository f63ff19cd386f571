"""What a declaration says about a field, a group or a collection beside its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

Depth: TypeAlias = Literal["E", "S", "T"]
DEPTHS: dict[str, Depth] = {"essential": "E", "standard": "S", "thorough": "T"}
"""The letter of a depth as the plan names it; a deeper one shows the shallower ones' questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How a field is asked.

    `label` names it in a table or list; `question`, `why` and `example` stand on its page.
    `unit` stands in the field; `evidence`: a source is due, else it prints as assumption;
    `confidential`: kept from contractors and redacted copies; `printed=False` needs `because`;
    `default` counts where the field is empty and is never stored.
    """

    label: str
    depth: Depth
    question: str
    why: str
    example: str = ""
    unit: str = ""
    evidence: bool = False
    confidential: bool = False
    printed: bool = True
    because: str = ""
    default: Any = None

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The question as the property's title."""
        inner = handler(schema)
        return dict(inner) | {"title": self.question, "description": self.why}


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """How a collection is asked: its title, one member's name, its title field, what keys it.

    `keyed_by` is a collection's path whose members' ids are the keys, or one of "month", "year",
    "season", "force", "group", "section", or "competitor_or_own"; empty for members with ids of
    their own. `most` is how many a reader can take in, a matter for the review, not a bound.
    """

    label: str
    one: str
    title: str = ""
    keyed_by: str = ""
    depth: Depth = "E"
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How a group of fields is titled."""

    label: str
    hint: str = ""
