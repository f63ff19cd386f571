"""What every form of a window shares: the session's events, drafts, and ways to speak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from planner.model.asking import DEPTHS
from planner.model.nodes import Declared
from planner.model.plan import Plan
from planner.paths import Place
from planner.session import Session
from wizards.bridge import Bridge
from wizards.forms.folds import Folds
from wizards.forms.wrongs import Wrongs

if TYPE_CHECKING:
    from wizards.forms.once import OncePerMember
    from wizards.forms.tally import Tally
    from wizards.results.results import Results

LETTERS = "EST"
"""Depths as letters, the shallowest first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer a question of the message bar; `name` is the button's object name."""

    name: str
    label: str
    act: Callable[[], None]


class Speaker(Protocol):
    """Says or asks something in the window without stopping the user."""

    def tell(self, text: str, tone: str = "info") -> None:
        """Say a sentence; `tone` is info, good, warn or bad."""

    def ask(self, text: str, answers: Sequence[Answer], tone: str = "warn") -> None:
        """Ask, with a button for each answer."""


class Guide(Protocol):
    """Leads the user to other places of the window."""

    def show_path(self, path: str) -> None:
        """Go to the field or table at a path."""

    def show_asked(self, path: str) -> None:
        """Go to the field or table at a path; where the depth hides it, offer to go deeper."""

    def show_sources(self, path: str) -> None:
        """Open the ledger at the sources of a field."""

    def explain(self, path: str) -> None:
        """Show the help of the field that has the focus."""


@dataclass(slots=True)
class Context:
    """What a form needs beside its path.

    `drafts` holds, by path, what was typed and not accepted, so that it is never lost, and `wrongs`
    what is wrong with it; `sample` gives the plan that examples come from, `file_of_plan` where the
    plan is stored. `places` holds, by a collection's path, which member was worked on last, and
    `folder` is where documents are written to. `beside` says whether forms that are made now stand
    beside their tables, where there is room, or below them. `heights` holds how high the results
    on pages were, by their names, so that there is room for them before they are worked out.
    `counted` holds how far members are, by their collection, what is hidden of them, and the depth.
    """

    bridge: Bridge
    speaker: Speaker
    guide: Guide
    sample: Callable[[], Plan | None]
    file_of_plan: Callable[[], Path | None]
    drafts: dict[str, str] = field(default_factory=dict)
    wrongs: Wrongs = field(default_factory=Wrongs)
    folds: Folds = field(default_factory=Folds)
    places: dict[str, str] = field(default_factory=dict)
    folder: str = ""
    heights: dict[str, int] = field(default_factory=dict)
    beside: bool = False
    counted: dict[tuple[str, frozenset[str], str], OncePerMember[Tally]] = field(
        default_factory=dict
    )
    _results: Results | None = None

    @property
    def results(self) -> Results:
        """Works out what follows from the answers, for what shows it."""
        if self._results is None:
            from wizards.results.results import Results

            self._results = Results(self.bridge)
        return self._results

    def close(self) -> None:
        """Stop what works in the background."""
        if self._results is not None:
            self._results.close()

    @property
    def session(self) -> Session:
        """The session of the window."""
        return self.bridge.session

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.bridge.session.plan

    @property
    def depth(self) -> str:
        """How deep the plan asks, as a letter."""
        return DEPTHS[self.plan.meta.depth or "essential"]

    def shows(self, declared: Declared | Place) -> bool:
        """Whether the plan's depth shows a field or collection."""
        return LETTERS.index(declared.depth) <= LETTERS.index(self.depth)
