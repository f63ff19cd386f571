"""The letters of a task and a person, and the answers that they stand for.

As in the RACI chart of the PMBOK Guide: who is responsible does the work; who is accountable
answers for it, and is one alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from planner.session import Session
from wizards.forms.rows import Column, Row, lead_of
from wizards.speaking import say

TASKS, PEOPLE = "promotion.tasks", "promotion.people"
CELL = f"{TASKS}[*].raci[*].part"
ANSWERS = "A"
PARTS = {"R": "responsible", "C": "consulted", "I": "informed"}
LETTERS = "RACI"
WORDS = {
    "R": N_("does it"),
    "A": N_("answers for it"),
    "C": N_("is asked"),
    "I": N_("is told"),
}
NOBODY = N_("nobody answers")


@dataclass(frozen=True, slots=True)
class RaciSource:
    """A row a task, a column a person; the last column says what is still open."""

    leads: bool = True
    is_matrix: bool = True

    @property
    def lead(self) -> str:
        """What the rows are."""
        return lead_of(TASKS)

    def rows(self, plan: Plan) -> tuple[Row, ...]:
        """Every task."""
        return tuple(Row(task.id, paths.title_of(task)) for task in plan.promotion.tasks)

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """Every person, and what is open; none where there is no task or nobody."""
        people = plan.promotion.people
        if not people:
            return ()
        named = (
            Column(paths.title_of(who), f"{TASKS}[{{key}}].raci[{who.id}].part") for who in people
        )
        return (*named, Column(say(N_("Open")), ""))

    def path(self, row: Row, column: Column) -> str:
        """The part of a person in a task; the last column is no field."""
        return column.name.replace("{key}", row.key)


def letters_at(plan: Plan, path: str) -> str:
    """The letters of a cell: the part of a person, before it A for who answers."""
    task, person, part = _at(plan, path)
    known = next((letter for letter, word in PARTS.items() if part == word), "")
    return (ANSWERS if task.owner == person else "") + known


def put_letters(session: Session, path: str, letters: str, origin: object) -> None:
    """Give a cell other letters; whoever answered before answers no more."""
    task, person, _ = _at(session.plan, path)
    part = next((word for letter, word in PARTS.items() if letter in letters), None)
    owner = f"{TASKS}[{task.id}].owner"
    with session.step(N_("Who does what"), origin):
        session.set(path, part, origin)
        if ANSWERS in letters:
            session.set(owner, person, origin)
        elif task.owner == person:
            session.set(owner, None, origin)


def with_letter(letters: str, letter: str) -> str:
    """The letters after one was pressed: it goes where it was there, and A goes with R alone."""
    if letter in letters:
        return letters.replace(letter, "")
    if {letter, *letters} == {"A", "R"}:
        return "AR"
    return letter


def read_letters(text: str) -> str | None:
    """The letters of a typed or pasted text; None where it has others, or both C and I."""
    found = "".join(sorted({c for c in text.upper() if c.isalpha()}))
    return found if found in ("", "A", "R", "C", "I", "AR") else None


def spoken(letters: str) -> str:
    """What letters mean, in words."""
    return ", ".join(say(WORDS[letter]) for letter in letters)


def answered_by(plan: Plan, person: str) -> int:
    """For how many tasks a person answers."""
    return sum(task.owner == person for task in plan.promotion.tasks)


def is_answered(plan: Plan, task: str) -> bool:
    """Whether somebody who is still there answers for a task."""
    owner = next((t.owner for t in plan.promotion.tasks if t.id == task), None)
    return any(who.id == owner for who in plan.promotion.people)


def _at(plan: Plan, path: str) -> tuple[Any, str, str | None]:
    before, _, rest = path.partition(".raci[")
    person = rest.partition("]")[0]
    task = paths.get(plan, before)
    part = next((one.part for one in task.raci if one.id == person), None)
    return task, person, part
