"""What is to be written, and the writing itself, off the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import planner
from planner.i18n import N_
from planner.model.plan import Plan
from planner.writers import brand_of
from wizards.speaking import say

Tell = Callable[[str, float], None]
"""Told in the window's words what is done now, and the share of all the work, from 0 to 1."""
_COMPOSING = 0.4
"""The time that putting a document together takes, where setting it in one format takes 1."""


@dataclass(frozen=True, slots=True)
class Order:
    """One file to write."""

    kind: str
    format: str
    file: Path


class Stopped(Exception):
    """The user cancelled."""


class Writing:
    """Writes documents, one file after another, until cancelled.

    A file that is not finished then is left as it was.
    """

    def __init__(
        self, plan: Plan, orders: tuple[Order, ...], lang: str, tell: Tell | None = None
    ) -> None:
        self.plan, self.orders, self.lang = plan, orders, lang
        self._tell = tell
        self._cancelled = threading.Event()
        self._done = 0.0
        self._all = _COMPOSING * len({order.kind for order in orders}) + len(orders)
        self.written: list[Path] = []
        """The files that are finished; it can be read where the writing failed."""

    @property
    def is_cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Stop at the next chapter."""
        self._cancelled.set()

    def __call__(self) -> tuple[Path, ...]:
        """Write and return the files that were written."""
        try:
            for kind in dict.fromkeys(order.kind for order in self.orders):
                self._write_all(kind)
        except Stopped:
            pass
        return tuple(self.written)

    def _write_all(self, kind: str) -> None:
        brand = brand_of(self.plan.meta.document.brand or "")
        told = self._telling(
            say(N_("Working out the figures …")), N_("Putting together: {what} …"), _COMPOSING
        )
        document = planner.compose(self.plan, kind, self.lang, told=told)
        self._done += _COMPOSING
        for order in (one for one in self.orders if one.kind == kind):
            order.file.parent.mkdir(parents=True, exist_ok=True)
            name = order.file.name
            told = self._telling(
                say(N_("Writing {file} …"), file=name), N_("Writing {file}: {what} …"), 1, name
            )
            planner.write(document, order.file, brand, told=told)
            self._done += 1
            self.written.append(order.file)

    def _telling(self, first: str, words: str, weight: float, file: str = "") -> Tell:
        """Say the first sentence, and return what says the others of a part of the work."""
        before = self._done

        def told(what: str, done: float) -> None:
            what = what or say(N_("the last touches"))
            self._say(say(words, what=what, file=file), before + weight * done)

        self._say(first, before)
        return told

    def _say(self, sentence: str, done: float) -> None:
        if self._cancelled.is_set():
            raise Stopped
        if self._tell is not None:
            self._tell(sentence, done / self._all)
