"""Steps from each version of the plan's JSON to the next; every released file opens for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from planner.storage.header import SCHEMA

Step: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""A pure function from a plan's JSON in one version to the same plan in the next."""

STEPS: dict[int, Step] = {}
"""The step that leads on from each version."""


def migration(start: int) -> Callable[[Step], Step]:
    """Register the step that leads from version `start` to the one after it.

    Raises:
        ValueError: where that version has a step already.
    """

    def register(step: Step) -> Step:
        if start in STEPS:
            raise ValueError(f"version {start} has a step already")
        STEPS[start] = step
        return step

    return register


class NotMigrated(ValueError):
    """A plan's JSON that has not the form of its version."""


def migrate(body: dict[str, Any], schema: int, target: int = SCHEMA) -> dict[str, Any]:
    """A plan's JSON of version `schema` in version `target`; a newer one stays as it is.

    Raises:
        NotMigrated: where the body has not the form of its version.
    """
    for version in range(schema, target):
        try:
            body = STEPS[version](body)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise NotMigrated(f"step {version}: {error!r}") from error
    return body
