"""Results as JSON has them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from planner.analysis.shapes import shown


def printed(value: Any) -> Any:
    """A dataclass as an object with its id first, a tuple as an array, a date as ISO text."""
    if isinstance(value, float):
        return value or 0.0
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, (tuple, list)):
        return [printed(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): printed(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    names = [entry.name for entry in dataclasses.fields(value) if entry.name != "warnings"]
    names.sort(key=lambda name: name != "id")
    return {shown(name): printed(getattr(value, name)) for name in names}
