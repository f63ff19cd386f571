"""What is still missing on a step, read from the plan: no page has to be built for it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from planner import paths
from planner.i18n import N_
from wizards.forms.context import Context
from wizards.forms.entry import Entry, entries_at
from wizards.forms.tally import Counting
from wizards.forms.wording import name_of
from wizards.pages.layout import topics_of
from wizards.speaking import say

MOST_LISTED = 20
"""Missing answers of one card that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Missing:
    """An answer that a plan of any depth needs: where it is given, and its name."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """What is missing on one card of a page: the first of it, and how much `more` there is."""

    title: str
    missing: tuple[Missing, ...]
    more: int = 0


class Lacking:
    """Knows how much is missing on each step, and what."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._counting = Counting(context)
        self._cards: dict[tuple[str, str], tuple[tuple[str, tuple[Entry, ...]], ...]] = {}

    def count(self, word: str) -> int:
        """How many answers are missing on a step; what has not changed is not counted again."""
        return sum(self._counting.of(entries).missing for _, entries in self._of(word))

    def groups(self, word: str) -> tuple[Group, ...]:
        """What is missing on a step, card by card, in the order of the page.

        Of a card on which much is missing the first MOST_LISTED are given: nobody reads a thousand
        lines, and the first lead to the table that has all of them.
        """
        found = []
        for title, entries in self._of(word):
            first = islice(self._counting.open_paths(entries), MOST_LISTED)
            lines = tuple(Missing(path, self._words(path)) for path in first)
            if lines:
                more = self._counting.of(entries).missing - len(lines)
                found.append(Group(say(title), lines, max(more, 0)))
        return tuple(found)

    def _of(self, word: str) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        key = (word, self._context.depth)
        if key not in self._cards:
            self._cards[key] = tuple(
                (topic.title, entries_at(self._context, topic.asks, frozenset(topic.hide)))
                for topic in topics_of(word)
            )
        return self._cards[key]

    def _words(self, path: str) -> str:
        name = name_of(self._context.plan, path)
        if paths.place(path).field.is_collection:
            return say(N_("{what}: none yet"), what=name)
        return name
