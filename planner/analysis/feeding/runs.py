"""A method applied to a plan: what it was fed with, what came out, what it read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.analysis.declaring import METHODS


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
