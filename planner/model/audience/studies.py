"""One-off research."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Share, Text
from planner.model.nodes import Member


class StudySample(Member):
    """Samples: a member of `audience.studies[*].samples`, keyed by persona."""

    invited: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Invited"),
            depth="S",
            question=N_("How many were asked?"),
            why=N_("Six answers can’t carry a percentage."),
            example=N_("40"),
        ),
    ] = None
    answered: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Answered"),
            depth="S",
            question=N_("How many answered?"),
            why=N_("Six answers can’t carry a percentage."),
            example=N_("22"),
        ),
    ] = None


class StudyFinding(Member):
    """Finding of `audience.studies[*].findings`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="S",
            question=N_("What did you learn?"),
            why=N_("Printed with its range, not as a bare percent."),
            example=N_("Would switch for a slot in 48 h"),
            evidence=True,
        ),
    ] = None
    said_so: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Said so"),
            depth="S",
            question=N_("How many said so?"),
            why=N_("Printed with its range, not as a bare percent."),
            example=N_("15"),
            evidence=True,
        ),
    ] = None
    asked: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Asked"),
            depth="S",
            question=N_("Of how many?"),
            why=N_("Printed with its range, not as a bare percent."),
            example=N_("22"),
        ),
    ] = None


class Study(Member):
    """Study of `audience.studies`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What did you do to learn about them?"),
            why=N_("Says how far the portrait can be trusted."),
            example=N_("Waiting-room talks"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "interviews",
                "survey",
                "usability test",
                "observation",
                "web analytics",
                "sales talks",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("Of what kind?"),
            why=N_("Says how far the portrait can be trusted."),
            example=N_("interviews"),
        ),
    ] = None
    question: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Question"),
            depth="T",
            question=N_("What should it settle?"),
            why=N_("Tells how many to ask before you start."),
            example=N_("Would 48 hours decide?"),
        ),
    ] = None
    wanted_margin: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Wanted margin"),
            depth="T",
            question=N_("How exact?"),
            why=N_("Tells how many to ask before you start."),
            example=N_("0.05"),
        ),
    ] = None
    confidence: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Confidence"),
            depth="T",
            question=N_("How sure?"),
            why=N_("Tells how many to ask before you start."),
            example=N_("0.95"),
        ),
    ] = None
    expected_response: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Expected response"),
            depth="T",
            question=N_("Who answers?"),
            why=N_("Tells how many to ask before you start."),
            example=N_("0.2"),
        ),
    ] = None
    samples: Annotated[
        tuple[StudySample, ...],
        Many(label=N_("Samples"), one=N_("sample"), keyed_by="audience.personas", depth="S"),
    ] = ()
    findings: Annotated[
        tuple[StudyFinding, ...],
        Many(label=N_("Findings"), one=N_("finding"), title="statement", depth="S"),
    ] = ()
    promoters: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Promoters"),
            depth="T",
            question=N_("Would they recommend us: how many 9–10?"),
            why=N_("A baseline for loyalty, with its margin of error."),
            example=N_("110"),
        ),
    ] = None
    passives: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Passives"),
            depth="T",
            question=N_("7–8?"),
            why=N_("A baseline for loyalty, with its margin of error."),
            example=N_("30"),
        ),
    ] = None
    detractors: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Detractors"),
            depth="T",
            question=N_("0–6?"),
            why=N_("A baseline for loyalty, with its margin of error."),
            example=N_("60"),
        ),
    ] = None
