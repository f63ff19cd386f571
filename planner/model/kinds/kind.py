"""What every kind of answer can do, and what is said when a value does not fit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from planner.i18n import N_, WordedError
from planner.model.clean import one_line


class BadValue(WordedError, ValueError):
    """A value that its field does not accept; says in a sentence why and what would do."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field accepts. `word` is the type's name in the list of fields."""

    word: ClassVar[str] = ""

    @property
    def title(self) -> str:
        """The type's full name, with what it refers to."""
        return self.word

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, or nothing."""
        return ()

    def check(self, value: object) -> Any:
        """The value in its stored form; None where it is empty.

        Raises:
            BadValue: where the field does not accept it.
        """
        raise NotImplementedError

    def json(self, value: Any, digits: int) -> Any:  # noqa: ARG002  digits concern money alone
        """A stored value as JSON; `digits` are the currency's minor digits."""
        return value

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of a filled value."""
        raise NotImplementedError

    def read(self, text: str) -> Any:
        """A value given on a command line: JSON.

        Raises:
            BadValue: where it is not JSON or the field does not accept it.
        """
        return self._or_nothing(read_json(text))

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let pydantic ask this kind alone."""
        del source, handler
        return core_schema.no_info_plain_validator_function(self._or_nothing)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """A filled value, or null."""
        del schema, handler
        return {"anyOf": [self.schema(), {"type": "null"}]}

    def _or_nothing(self, value: object) -> Any:
        return None if value is None else self.check(value)


def read_json(text: str) -> Any:
    """JSON with exact decimals; NaN and infinities are refused.

    Raises:
        BadValue: where the text is not JSON.
    """
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadValue(
            N_("“{value}” is not valid here; give a JSON value such as 12, 0.5, true or [1, 2]."),
            value=shorten(text),
        ) from None


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def shorten(value: object, longest: int = 40) -> str:
    """A value as it fits into a sentence."""
    text = one_line(str(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def typed_text(value: object) -> str:
    """A value that is a text.

    Raises:
        BadValue: where it is not.
    """
    if isinstance(value, str):
        return value
    raise BadValue(N_("“{value}” is not a text."), value=shorten(value))


def text_or_null(text: str) -> str | None:
    """A text of a command line: as it stands, or the JSON string that it is; None for null."""
    if text.strip() == "null":
        return None
    if text.lstrip().startswith('"'):
        try:
            value = json.loads(text)
        except ValueError:
            return text
        return value if isinstance(value, str) else text
    return text
