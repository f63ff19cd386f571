"""How long work tells how far it is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Told: TypeAlias = Callable[[str, float], None]
"""Is told what is being made, in words, and the share of the work that is done, from 0 to 1.

What it raises stops the work, which leaves nothing behind then.
"""


def untold(what: str, done: float) -> None:
    """Nobody listens."""
