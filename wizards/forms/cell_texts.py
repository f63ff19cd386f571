"""Cells as texts for other programs, and such texts as values: names for ids, words for choices."""

from __future__ import annotations

from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model.kinds import BadValue, Choice, Date, Kind, Money, Number, Share, YesNo, shorten
from planner.model.plan import Plan
from planner.model.references import Ref
from planner.paths.mentions import collection_at
from wizards.forms.choices import options_of
from wizards.forms.context import Context
from wizards.forms.wording import shown, typed
from wizards.speaking import locale

_SPREADSHEET_WORDS = {"true": True, "false": False}
"""How spreadsheets write yes and no."""


def is_figure(kind: Kind | None) -> bool:
    """Whether a spreadsheet should read a kind's texts as numbers or dates."""
    return isinstance(kind, (Money, Number, Date))


def text_of(kind: Kind | None, value: Any, plan: Plan, path: str) -> str:
    """A value as a spreadsheet reads it: figures without groups, shares with their sign."""
    text = shown(kind, value, plan, path)
    if not text or not isinstance(kind, (Money, Number)):
        return text
    bare = text.replace(locale().groupSeparator(), "")
    return f"{bare}%" if isinstance(kind, Share) else bare


class CellReader:
    """Reads texts as the values that typing or choosing them would give.

    It looks names up in the plan as it stood when each table of them was first asked for: make a
    new reader after the plan has changed.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[str, dict[str, list[Any]]] = {}

    def read(self, kind: Kind, text: str, path: str) -> Any:
        """The value of a text for the field at a path; None for an empty text.

        Raises:
            BadValue: where the field does not accept it.
        """
        if not text.strip() or not isinstance(kind, (Choice, YesNo, Ref)):
            return typed(kind, text)
        found = self._options(kind, path).get(_plain(text), [])
        if len(found) == 1:
            return found[0]
        if isinstance(kind, YesNo) and _plain(text) in _SPREADSHEET_WORDS:
            return _SPREADSHEET_WORDS[_plain(text)]
        if not isinstance(kind, Ref):
            return typed(kind, text.strip())
        if found:
            raise BadValue(N_("Several are called “{value}”."), value=shorten(text))
        raise BadValue(N_("Nothing to choose is called “{value}”."), value=shorten(text))

    def _options(self, kind: Kind, path: str) -> dict[str, list[Any]]:
        about = collection_at(kind.to, path) if isinstance(kind, Ref) else paths.pattern(path)
        known = self._known.get(about)
        if known is None:
            known = self._known[about] = {}
            for value, words in options_of(self._context, path):
                known.setdefault(_plain(words), []).append(value)
        return known


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("’", "'").casefold()
