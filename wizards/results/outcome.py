"""What a card shows of its answers: which sentences, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from planner.blocks import Chart
    from wizards.forms.context import Context
    from wizards.pictures.moves import Moves


@dataclass(frozen=True, slots=True)
class Wanted:
    """The name of an exhibit, or of a reading: what is told in a sentence.

    `subject` is the path of the member that it is about; empty where it is about the plan.
    """

    name: str
    told: bool = False
    subject: str = ""


Mover: TypeAlias = "Callable[[Context, Chart], Moves | None]"
"""Says how the things of a chart can be moved in the plan as it stands."""


@dataclass(frozen=True, slots=True)
class Movable:
    """A picture whose things can be moved: its exhibit, how, and what stands below it."""

    name: str
    mover: Mover
    hint: str


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with a result: named `outcome.<name>`, offered while `needs` is shown."""

    name: str
    words: str
    needs: str
    run: Callable[[Context], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a card shows of its answers: names of readings and of exhibits, in their order.

    A name with a colon before it is a reading. `until` says what the first picture needs while it
    is not there yet. `above` shows all of it before the questions, as the way to see them at once.
    `about` is a collection, of whose members one can be chosen to show the outcome for.
    """

    shows: tuple[str, ...]
    until: str = ""
    movable: Movable | None = None
    above: bool = False
    act: Act | None = None
    about: str = ""

    def wanted(self, subject: str = "") -> tuple[Wanted, ...]:
        """The names, told apart, about a member or the plan."""
        return tuple(
            Wanted(name.removeprefix(":"), name.startswith(":"), subject) for name in self.shows
        )
