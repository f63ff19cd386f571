"""The letters of a task or campaign and a person, and the answers that they stand for.

As in the RACI chart of the PMBOK Guide: who is responsible does the work; who is accountable
answers for it, and is one alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from planner.session import Session
from wizards.forms.rows import Column, Row
from wizards.speaking import say

TASKS, CAMPAIGNS = "promotion.tasks", "promotion.campaigns"
GROUPS = {TASKS: N_("Tasks"), CAMPAIGNS: N_("Campaigns")}
"""By collection, what the rows of a group are called."""
CELLS = frozenset(f"{collection}[*].raci[*].part" for collection in GROUPS)
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


def works_of(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Every task, then every campaign where the plan goes deep enough to ask, with its path."""
    yield from ((f"{TASKS}[{task.id}]", task) for task in plan.promotion.tasks)
    if plan.meta.depth == "thorough":
        yield from ((f"{CAMPAIGNS}[{one.id}]", one) for one in plan.promotion.campaigns)


def is_work(key: str) -> bool:
    """Whether a row's key is the path of a task or campaign: other rows are headings."""
    return key.endswith("]")


@dataclass(frozen=True, slots=True)
class RaciSource:
    """A row a task or campaign, a column a person; the last column says what is still open."""

    leads: bool = True
    is_matrix: bool = True

    @property
    def lead(self) -> str:
        """What the rows are."""
        return say(N_("Work"))

    def rows(self, plan: Plan) -> tuple[Row, ...]:
        """Every task and campaign, below headings where there are both."""
        works = [Row(path, paths.title_of(work)) for path, work in works_of(plan)]
        groups = {row.key.partition("[")[0] for row in works}
        if len(groups) < 2:
            return tuple(works)
        found: list[Row] = []
        for collection, title in GROUPS.items():
            found.append(Row(collection, say(title)))
            found += (row for row in works if row.key.startswith(f"{collection}["))
        return tuple(found)

    def columns(self, plan: Plan) -> tuple[Column, ...]:
        """Every person, and what is open; none where there is nobody."""
        people = plan.promotion.people
        if not people:
            return ()
        named = (Column(paths.title_of(who), who.id) for who in people)
        return (*named, Column(say(N_("Open")), ""))

    def path(self, row: Row, column: Column) -> str:
        """The part of a person in a task or campaign; headings and the last column are no field."""
        if not column.name or not is_work(row.key):
            return ""
        return f"{row.key}.raci[{column.name}].part"


def letters_at(plan: Plan, path: str) -> str:
    """The letters of a cell: the part of a person, before it A for who answers."""
    work, person, part = _at(plan, path)
    known = next((letter for letter, word in PARTS.items() if part == word), "")
    return (ANSWERS if work.owner == person else "") + known


def put_letters(session: Session, path: str, letters: str, origin: object) -> None:
    """Give a cell other letters; whoever answered before answers no more."""
    work, person, _ = _at(session.plan, path)
    part = next((word for letter, word in PARTS.items() if letter in letters), None)
    owner = f"{path.partition('.raci[')[0]}.owner"
    with session.step(N_("Who does what"), origin):
        session.set(path, part, origin)
        if ANSWERS in letters:
            session.set(owner, person, origin)
        elif work.owner == person:
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
    """For how many tasks and campaigns of the grid a person answers."""
    return sum(work.owner == person for _, work in works_of(plan))


def is_answered(plan: Plan, key: str) -> bool:
    """Whether somebody who is still there answers for a row; for a heading nobody has to."""
    if not is_work(key):
        return True
    owner = paths.get(plan, key).owner
    return any(who.id == owner for who in plan.promotion.people)


def _at(plan: Plan, path: str) -> tuple[Any, str, str | None]:
    before, _, rest = path.partition(".raci[")
    person = rest.partition("]")[0]
    work = paths.get(plan, before)
    part = next((one.part for one in work.raci if one.id == person), None)
    return work, person, part
