"""What is promised and proven."""

from datetime import date as Day
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Text, YesNo
from planner.model.nodes import Member, Node
from planner.model.references import PathsTo, Ref, Refs


class Answer(Member):
    """Answer of `positioning.answers`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="S",
            question=N_("What in your offer helps?"),
            why=N_("Important pains without an answer are holes in the offer."),
            example=N_("Two slots a day kept free"),
        ),
    ] = None
    offering: Annotated[
        str | None,
        Ref(to="business.offerings"),
        Ask(
            label=N_("Offering"),
            depth="S",
            question=N_("In which offering?"),
            why=N_("Important pains without an answer are holes in the offer."),
            example=N_("physiotherapy-session"),
        ),
    ] = None
    relieves: Annotated[
        tuple[str, ...] | None,
        PathsTo(
            to="audience.personas",
            only=(
                "pains",
                "gains",
            ),
        ),
        Ask(
            label=N_("Relieves"),
            depth="S",
            question=N_("Against what?"),
            why=N_("Important pains without an answer are holes in the offer."),
            example=N_("audience.personas[andreea].pains[waits-9-days]"),
        ),
    ] = None


class UspComparison(Member):
    """Do rivals say it?: a member of `positioning.usp.comparisons`, keyed by competitor."""

    verdict: Annotated[
        str | None,
        Choice(
            (
                "says the same",
                "similar",
                "does not say it",
                "cannot say it",
            )
        ),
        Ask(
            label=N_("Verdict"),
            depth="E",
            question=N_("Does this rival claim it too?"),
            why=N_("Test 2: an equal claim is no reason to choose you."),
            example=N_("cannot say it"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why can’t they, or could they?"),
            why=N_("Test 2: an equal claim is no reason to choose you."),
            example=N_("rota by branch"),
            evidence=True,
        ),
    ] = None


class Usp(Node):
    """The one claim (`positioning.usp`)."""

    statement: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What one thing do you promise that others don’t?"),
            why=N_("“Quality and service” is everybody’s line."),
            example=N_("Same therapist within 48 hours, or the first session is free."),
        ),
    ] = None
    buyer_gets: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Buyer gets"),
            depth="S",
            question=N_("What exactly does the buyer get?"),
            why=N_("Test 1: a promise without content is a slogan."),
            example=N_("a slot"),
            evidence=True,
        ),
    ] = None
    figure: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Figure"),
            depth="S",
            question=N_("Which number proves it?"),
            why=N_("Test 1: a promise without content is a slogan."),
            example=N_("median 1.6 days in November’s trial"),
            evidence=True,
        ),
    ] = None
    comparisons: Annotated[
        tuple[UspComparison, ...],
        Many(
            label=N_("Do rivals say it?"),
            one=N_("comparison"),
            keyed_by="competitors.items",
            depth="E",
        ),
    ] = ()
    moves: Annotated[
        tuple[str, ...] | None,
        PathsTo(
            to="audience.personas",
            only=(
                "pains",
                "outcomes",
            ),
        ),
        Ask(
            label=N_("Moves which pains"),
            depth="S",
            question=N_("Which pain or wish makes this worth switching for?"),
            why=N_("Test 3: unique but unwanted sells nothing."),
            example=N_("audience.personas[andreea].pains[waits-9-days]"),
        ),
    ] = None


class Proof(Member):
    """Proof of `positioning.proofs`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What proves your promise?"),
            why=N_(
                "A claim without proof is heard as advertising; uncleared proof is a legal risk."
            ),
            example=N_("94 % seen within 48 h in November’s trial"),
            evidence=True,
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "figure",
                "customer's words",
                "case",
                "certificate",
                "guarantee",
                "demonstration",
                "award or press",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What kind of proof?"),
            why=N_(
                "A claim without proof is heard as advertising; uncleared proof is a legal risk."
            ),
            example=N_("figure"),
        ),
    ] = None
    valid_until: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Valid until"),
            depth="S",
            question=N_("True until when?"),
            why=N_(
                "A claim without proof is heard as advertising; uncleared proof is a legal risk."
            ),
            example=N_("2027-12-31"),
        ),
    ] = None
    cleared: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Cleared"),
            depth="S",
            question=N_("May it be published?"),
            why=N_(
                "A claim without proof is heard as advertising; uncleared proof is a legal risk."
            ),
            example=N_("yes"),
        ),
    ] = None


class PositioningStatement(Member):
    """Positioning for each target: a member of `positioning.statements`, keyed by segment."""

    category: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Category"),
            depth="S",
            question=N_("What kind of thing are you for them?"),
            why=N_("A statement without category and rival positions against nobody."),
            example=N_("physio practice"),
        ),
    ] = None
    benefit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Benefit"),
            depth="S",
            question=N_("What do they gain?"),
            why=N_("A statement without category and rival positions against nobody."),
            example=N_("at the desk by Monday"),
        ),
    ] = None
    alternative: Annotated[
        str | None,
        Ref(to="competitors.items"),
        Ask(
            label=N_("Alternative"),
            depth="S",
            question=N_("Instead of whom?"),
            why=N_("A statement without category and rival positions against nobody."),
            example=N_("fizioplus"),
        ),
    ] = None
    difference: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Difference"),
            depth="S",
            question=N_("What differs?"),
            why=N_("A statement without category and rival positions against nobody."),
            example=N_("same person in 48 h"),
        ),
    ] = None
    proofs: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.proofs"),
        Ask(
            label=N_("Proofs"),
            depth="S",
            question=N_("What proves it?"),
            why=N_("A statement without category and rival positions against nobody."),
            example=N_("seen-in-48h"),
        ),
    ] = None
