"""Asking a method the way the outside does, and comparing what comes back."""

from __future__ import annotations

from typing import Any

import pytest

from planner.calc import InvalidInput, compute


def refused(method: str, data: object) -> str:
    """The field that a method refuses; its sentence is checked to be one."""
    with pytest.raises(InvalidInput) as caught:
        compute(method, data)
    assert caught.value.message.endswith(".")
    assert "{" not in caught.value.message
    return caught.value.field


def codes(result: dict[str, Any]) -> list[str]:
    """The codes of a result's warnings."""
    return [warning["code"] for warning in result["warnings"]]


def of(result: dict[str, Any], collection: str, name: str) -> list[Any]:
    """One field of every item, in order."""
    return [item[name] for item in result[collection]]


def near(expected: Any, digits: float = 1e-9) -> Any:
    """A figure, or figures, within a relative and an absolute tolerance."""
    return pytest.approx(expected, rel=digits, abs=digits)
