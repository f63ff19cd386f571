"""Message houses."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import ListOf, Text
from planner.model.nodes import Member
from planner.model.references import PathsTo, Ref, Refs


class MessagePillar(Member):
    """Pillar of `positioning.messages[*].pillars`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="S",
            question=N_("Which reasons hold it up?"),
            why=N_("Pillars without proof are adjectives."),
            example=N_("Same therapist"),
        ),
    ] = None
    answers: Annotated[
        tuple[str, ...] | None,
        PathsTo(
            to="audience.personas",
            only=(
                "pains",
                "gains",
                "objections",
            ),
        ),
        Ask(
            label=N_("Answers"),
            depth="S",
            question=N_("What do they answer?"),
            why=N_("Pillars without proof are adjectives."),
            example=N_("audience.personas[andreea].objections[twenty-sessions]"),
        ),
    ] = None
    proofs: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.proofs"),
        Ask(
            label=N_("Proofs"),
            depth="S",
            question=N_("Proved by what?"),
            why=N_("Pillars without proof are adjectives."),
            example=N_("seen-in-48h"),
        ),
    ] = None


class Message(Member):
    """Message house of `positioning.messages`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What is this message called?"),
            why=N_("One message for all is heard by none."),
            example=N_("Monday"),
        ),
    ] = None
    persona: Annotated[
        str | None,
        Ref(to="audience.personas"),
        Ask(
            label=N_("Persona"),
            depth="S",
            question=N_("Whom is it for?"),
            why=N_("One message for all is heard by none."),
            example=N_("andreea"),
        ),
    ] = None
    roof: Annotated[
        str | None,
        Text(longest=90),
        Ask(
            label=N_("The one sentence"),
            depth="E",
            question=N_("If they remember one sentence, which?"),
            why=N_("Every ad and page starts from it."),
            example=N_("Back at your desk on Monday."),
        ),
    ] = None
    pillars: Annotated[
        tuple[MessagePillar, ...],
        Many(label=N_("Pillars"), one=N_("pillar"), title="statement", depth="S"),
    ] = ()
    call_to_action: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Call to action"),
            depth="E",
            question=N_("What should they do next?"),
            why=N_("Interest without a next step leaks away."),
            example=N_("Book a slot in 48 h"),
        ),
    ] = None
    must_not_say: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Must not say"),
            depth="S",
            question=N_("What must nobody say?"),
            why=N_("Interest without a next step leaks away."),
            example=N_("“cured”"),
        ),
    ] = None
