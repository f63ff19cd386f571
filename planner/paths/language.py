"""The path language: attributes by dot, members of collections by `[id]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from planner.i18n import N_
from planner.model.kinds import BadValue, shorten

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_KEY = re.compile(r"\[([A-Za-z0-9-]{1,40}|\*)\]")


@dataclass(frozen=True, slots=True)
class Key:
    """The id of a member, `*` for all of them."""

    id: str


Step: TypeAlias = str | Key
Steps: TypeAlias = tuple[Step, ...]


class BadPath(BadValue):
    """A path that does not lead to a place of the plan; says what was meant to stand there."""


@lru_cache(maxsize=65_536)
def parse(path: str) -> Steps:
    """The steps of a path, names as strings and ids as `Key`.

    Raises:
        BadPath: where it is not of the path language.
    """
    steps: list[Step] = []
    position = 0
    while position < len(path):
        if path[position] == "[" and steps and not isinstance(steps[-1], Key):
            match = _KEY.match(path, position)
            if match:
                steps.append(Key(match[1]))
        else:
            if steps and path[position] != ".":
                break
            match = _NAME.match(path, position + bool(steps))
            if match:
                steps.append(match[0])
        if not match:
            break
        position = match.end()
    if position < len(path) or not steps:
        raise BadPath(
            N_("“{value}” is not a path such as business.offerings[gold].price."),
            value=shorten(path, 80),
        )
    return tuple(steps)


def show(steps: Steps) -> str:
    """The path of steps; the inverse of `parse`."""
    path = ""
    for step in steps:
        if isinstance(step, Key):
            path += f"[{step.id}]"
        else:
            path += f".{step}" if path else step
    return path


def pattern(path: str) -> str:
    """The path with `[*]` in place of every id."""
    return re.sub(r"\[[^\]]*\]", "[*]", path)


def parent(path: str) -> str:
    """The path one step shorter: a field's group or member, a member's collection."""
    return show(parse(path)[:-1])


def last_key(path: str) -> str:
    """The id of the innermost member that a path goes through, or nothing."""
    keys = [step.id for step in parse(path) if isinstance(step, Key)]
    return keys[-1] if keys else ""


def outer_paths(path: str) -> tuple[str, ...]:
    """A path and everything it leads through, from the inside out."""
    cuts = [at for at, letter in enumerate(path) if letter in ".["]
    return (path, *(path[:at] for at in reversed(cuts)))


def within(path: str, outer: str) -> bool:
    """Whether a path is another one or leads into it."""
    return path == outer or path.startswith((outer + ".", outer + "["))
