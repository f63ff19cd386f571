"""A method applied to a plan: what it was fed with, what came out, what it read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from planner.analysis.declaring import METHODS, Invalid


@dataclass(frozen=True, slots=True)
class Run:
    """One application of a method; `subject` is the path it is about, `paths` what it read."""

    method: str
    subject: str
    given: Any
    result: Any
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """What would have to be answered for a method to be applied."""

    method: str
    paths: tuple[str, ...]


def run(method: str, subject: str, given: Any, paths: tuple[str, ...] = ()) -> Run:
    """Apply a method.

    Raises:
        planner.analysis.declaring.Invalid: where the answers do not fit the method.
    """
    return Run(method, subject, given, METHODS[method].call(given), paths)


def fed(
    method: str,
    subject: str,
    given: Any,
    paths: tuple[str, ...] = (),
    enable: tuple[str, ...] = (),
) -> Run | Missing:
    """Apply a method; where the answers do not fit it, say which to look at (else all it read)."""
    try:
        return run(method, subject, given, paths)
    except (Invalid, ArithmeticError):
        return Missing(method, enable or paths)


def applied(found: Iterable[Run | Missing]) -> list[Run]:
    """What could be applied."""
    return [one for one in found if isinstance(one, Run)]


def or_missing(found: list[Run | Missing], method: str, *paths: str) -> list[Run | Missing]:
    """What was found, else what would have to be answered."""
    return found or [Missing(method, paths)]
