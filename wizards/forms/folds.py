"""Which groups of questions the user keeps open and which folded, from one session to the next."""

from __future__ import annotations

from wizards.preferences import Preferences


class Folds:
    """Remembers by a group's key whether it was left open; groups never touched have no entry."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self._preferences = preferences or Preferences()
        self._known = self._preferences.folds

    def is_open(self, key: str, *, default: bool) -> bool:
        """Whether a group is to be shown open."""
        return self._known.get(key, default)

    def remember(self, key: str, *, is_open: bool) -> None:
        """Keep how the user left a group."""
        self._known[key] = is_open
        self._preferences.folds = self._known
