"""The way to the purchase."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Share, Text
from planner.model.nodes import Member


class StageCell(Member):
    """Each portrait at this stage: a member of `audience.journey[*].cells`, keyed by persona."""

    question: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Question"),
            depth="S",
            question=N_("What do they ask themselves here?"),
            why=N_("Silence at a step sends them to whoever answers."),
            example=N_("“Is it serious?”"),
        ),
    ] = None
    touchpoint: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Touchpoint"),
            depth="S",
            question=N_("Where do they meet you?"),
            why=N_("Silence at a step sends them to whoever answers."),
            example=N_("map reviews"),
        ),
    ] = None
    content: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Content"),
            depth="S",
            question=N_("What do you give them?"),
            why=N_("Silence at a step sends them to whoever answers."),
            example=N_("three-minute video"),
        ),
    ] = None
    content_status: Annotated[
        str | None,
        Choice(
            (
                "have",
                "improve",
                "make",
            )
        ),
        Ask(
            label=N_("Content status"),
            depth="S",
            question=N_("Does it exist?"),
            why=N_("Silence at a step sends them to whoever answers."),
            example=N_("make"),
        ),
    ] = None
    measure: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Measure"),
            depth="S",
            question=N_("What number shows it works?"),
            why=N_("Shows which step earns the next euro."),
            example=N_("bookings begun"),
            evidence=True,
        ),
    ] = None
    loss: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Drop out"),
            depth="S",
            question=N_("How many of ten drop out here?"),
            why=N_("Shows which step earns the next euro."),
            example=N_("0.62"),
            evidence=True,
        ),
    ] = None


class Stage(Member):
    """Stage of `audience.journey`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What is this step called?"),
            why=N_("Losses can be counted only between defined steps."),
            example=N_("consider"),
        ),
    ] = None
    passed_when: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Passed when"),
            depth="S",
            question=N_("When is it passed?"),
            why=N_("Losses can be counted only between defined steps."),
            example=N_("opens the booking page"),
        ),
    ] = None
    cells: Annotated[
        tuple[StageCell, ...],
        Many(
            label=N_("Each portrait at this stage"),
            one=N_("cell"),
            keyed_by="audience.personas",
            depth="S",
        ),
    ] = ()
