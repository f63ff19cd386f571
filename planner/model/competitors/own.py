"""Ourselves by the same yardstick."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Rating, ScaleRating, Text
from planner.model.nodes import Member, Node


class OwnRating(Member):
    """Ratings: a member of `competitors.own.ratings`, keyed by success factor."""

    score: Annotated[
        float | None,
        ScaleRating(),
        Ask(
            label=N_("Score"),
            depth="E",
            question=N_("How good are you at this, honestly?"),
            why=N_("Always winning your own table convinces nobody."),
            example=N_("3 (waiting time)"),
            evidence=True,
        ),
    ] = None
    because: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Why"),
            depth="S",
            question=N_("What makes you say so?"),
            why=N_("A bare score can’t be argued with."),
            example=N_("Median 3.1 days in October"),
        ),
    ] = None


class OwnLevel(Member):
    """Levels: a member of `competitors.own.levels`, keyed by curve factor."""

    level: Annotated[
        float | None,
        Rating(low=1, high=10),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("How much of it do you offer?"),
            why=N_("Equal curves show you have no difference."),
            example=N_("6"),
            evidence=True,
        ),
    ] = None


class OwnFeature(Member):
    """Features: a member of `competitors.own.features`, keyed by feature."""

    level: Annotated[
        str | None,
        Choice(
            (
                "no",
                "partly",
                "yes",
            )
        ),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("Do you have it?"),
            why=N_("Parity is judged one by one, not by feeling."),
            example=N_("partly"),
            evidence=True,
        ),
    ] = None


class Own(Node):
    """Ourselves by the same yardstick (`competitors.own`)."""

    ratings: Annotated[
        tuple[OwnRating, ...],
        Many(
            label=N_("Ratings"), one=N_("rating"), keyed_by="competitors.success_factors", depth="E"
        ),
    ] = ()
    brand_searches: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Brand searches"),
            depth="T",
            question=N_("How often is your name searched for a month?"),
            why=N_("It shows who is known, before sales do."),
            example=N_("260"),
            evidence=True,
        ),
    ] = None
    levels: Annotated[
        tuple[OwnLevel, ...],
        Many(label=N_("Levels"), one=N_("level"), keyed_by="competitors.curve_factors", depth="S"),
    ] = ()
    features: Annotated[
        tuple[OwnFeature, ...],
        Many(label=N_("Features"), one=N_("feature"), keyed_by="competitors.features", depth="S"),
    ] = ()
