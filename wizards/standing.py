"""How far the steps of a plan are: what is missing, what the review found, what is marked done."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner import paths
from wizards.desk import Desk
from wizards.pages.missing import Group, Lacking
from wizards.preferences import Preferences
from wizards.rail import State
from wizards.reviewing import Reviewer
from wizards.steps import WORDS

if TYPE_CHECKING:
    from planner.checks import Finding

_KEY_LENGTH = 12


class Standing(QObject):
    """What rail, footer and pages say of each step; `marked` tells that a step was marked.

    Marks are the user's own and no part of the plan: they are kept with the preferences, by the
    plan's id. Of a marked step's findings only digests are kept, which tell old from new.
    """

    marked = Signal()

    def __init__(self, desk: Desk, reviewer: Reviewer, preferences: Preferences) -> None:
        super().__init__()
        self._desk, self._reviewer, self._preferences = desk, reviewer, preferences
        self._lacking = Lacking(desk.context)
        self._plan_id = desk.file.plan_id
        self._marks = preferences.marks(self._plan_id)
        self._unreviewed: set[str] = set()
        self.is_counted = False
        desk.file.saved.connect(self._follow)
        reviewer.reviewed.connect(self._complete)

    def states(self) -> dict[str, State]:
        """How far each step is."""
        self.is_counted = True
        return {word: self.state(word) for word in WORDS}

    def state(self, word: str) -> State:
        """How far a step is: sound once nothing is missing, wrong or weak in what is begun."""
        missing = self._lacking.count(word)
        weak = self._weak(word)
        return State(
            self._progress(word, missing, len(weak)),
            len(weak),
            missing,
            done=self.is_done(word),
            since=len(self._since(word, weak)),
        )

    def groups(self, word: str) -> tuple[Group, ...]:
        """What is missing on a step, card by card."""
        return self._lacking.groups(word)

    def is_done(self, word: str) -> bool:
        """Whether the user marked a step as done."""
        return word in self._marks

    def mark(self, word: str, *, done: bool) -> None:
        """Mark a step as done, or take the mark back."""
        self._unreviewed.discard(word)
        if not done:
            self._marks.pop(word, None)
        else:
            self._marks[word] = [_key(one) for one in self._weak(word)]
            if self._reviewer.findings is None:
                self._unreviewed.add(word)
        self._preferences.keep_marks(self._plan_id, self._marks)
        self.marked.emit()

    def _progress(self, word: str, missing: int, weak: int) -> str:
        plan = self._desk.context.plan
        section = getattr(plan, word, None)
        begun = section is not None and next(paths.answers(section, word), None) is not None
        if word == "write":
            begun = bool(plan.meta.document.kinds)
        if not begun:
            return "nothing"
        reviewed = self._reviewer.findings is not None
        return "sound" if reviewed and not weak and not missing else "begun"

    def _weak(self, word: str) -> tuple[Finding, ...]:
        return tuple(one for one in self._reviewer.of_step(word) if one.severity != "hint")

    def _since(self, word: str, weak: tuple[Finding, ...]) -> tuple[Finding, ...]:
        if word not in self._marks or word in self._unreviewed:
            return ()
        known = set(self._marks[word])
        return tuple(one for one in weak if _key(one) not in known)

    def _complete(self) -> None:
        """Take what the first review finds as what a step had that was marked before it."""
        for word in tuple(self._unreviewed):
            self.mark(word, done=True)

    def _follow(self) -> None:
        """Keep the marks under the id that the plan got by its first save or as a copy."""
        if self._desk.file.plan_id != self._plan_id:
            self._plan_id = self._desk.file.plan_id
            self._preferences.keep_marks(self._plan_id, self._marks)


def _key(finding: Finding) -> str:
    return sha256(f"{finding.id} {finding.path}".encode()).hexdigest()[:_KEY_LENGTH]
