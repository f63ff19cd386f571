"""Groups of buyers."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import (
    Choice,
    Integer,
    ListOf,
    Money,
    Number,
    Prose,
    Rating,
    Share,
    Text,
    Weight,
)
from planner.model.nodes import Member
from planner.model.references import Ref, Refs


class SegmentFactor(Member):
    """What counts for this group: a member of `segments.items[*].factors`, keyed by success factor."""

    weight: Annotated[
        float | None,
        Weight(),
        Ask(
            label=N_("Weight"),
            depth="T",
            question=N_("How much does this count here?"),
            why=N_("One ranking for all groups hides where you win."),
            example=N_("40"),
        ),
    ] = None


class SegmentRating(Member):
    """Ratings: a member of `segments.items[*].ratings`, keyed by criterion."""

    score: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Score"),
            depth="S",
            question=N_("How does this group do on this?"),
            why=N_("Unreasoned scores bend to the wish."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    note: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Note"),
            depth="S",
            question=N_("What makes you say so?"),
            why=N_("Unreasoned scores bend to the wish."),
            example=N_("three office parks in 2 km"),
            evidence=True,
        ),
    ] = None


class Segment(Member):
    """Group of `segments.items`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What do you call this group?"),
            why=N_("Unnamed groups vanish from briefs and budgets."),
            example=N_("Desk workers with back pain"),
        ),
    ] = None
    need: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Need"),
            depth="E",
            question=N_("What do they need that other groups do not?"),
            why=N_("Two groups with one need are one group."),
            example=N_("Relief this week, outside office hours, and no relapse."),
            evidence=True,
        ),
    ] = None
    told_apart_by: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Told apart by"),
            depth="S",
            question=N_("How do you recognise one at the first contact?"),
            why=N_("What reception cannot recognise, advertising cannot aim at."),
            example=N_("“It hurts after sitting”"),
        ),
    ] = None
    occasion: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Occasion"),
            depth="S",
            question=N_("When does the need arise?"),
            why=N_("Ads outside the moment and place of need are wasted."),
            example=N_("Monday, after a deadline"),
        ),
    ] = None
    buys_where: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Buys where"),
            depth="S",
            question=N_("Where do they buy today?"),
            why=N_("Ads outside the moment and place of need are wasted."),
            example=N_("near the office, by phone"),
        ),
    ] = None
    offerings: Annotated[
        tuple[str, ...] | None,
        Refs(to="business.offerings"),
        Ask(
            label=N_("Offerings"),
            depth="S",
            question=N_("Which of your offerings do they buy?"),
            why=N_("Margin and capacity follow from what is bought."),
            example=N_("physiotherapy-session"),
        ),
    ] = None
    size: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Size"),
            depth="E",
            question=N_("How many of them are there in your area?"),
            why=N_("A need shared by forty people cannot carry a plan."),
            example=N_("38,000"),
            evidence=True,
        ),
    ] = None
    own_customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Own customers"),
            depth="E",
            question=N_("How many of them bought from you last year?"),
            why=N_("Share, room to grow and loss of refusing rest on it."),
            example=N_("310"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    order_value: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Order value"),
            depth="E",
            question=N_("What does one of them pay each time, on average?"),
            why=N_("Needed to see which group feeds you."),
            example=N_("42"),
            evidence=True,
        ),
    ] = None
    orders_per_year: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Orders a year"),
            depth="E",
            question=N_("How many times a year do they buy?"),
            why=N_("A small order that repeats can beat a big one."),
            example=N_("7.4"),
            evidence=True,
        ),
    ] = None
    margin: Annotated[
        float | None,
        Share(low=-1),
        Ask(
            label=N_("Margin"),
            depth="S",
            question=N_("What part of each sale is left after its direct costs?"),
            why=N_("Revenue ranks groups wrongly; margin ranks them rightly."),
            example=N_("0.55"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    cost_to_serve: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Cost to serve"),
            depth="S",
            question=N_("What extra does one such customer cost you a year?"),
            why=N_("Reminders, visits and returns eat a margin that looked good."),
            example=N_("24"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    retention: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Retention"),
            depth="T",
            question=N_("How many of ten come back the next year?"),
            why=N_("Lifetime value and the highest sane ad price hang on it."),
            example=N_("0.45"),
            evidence=True,
        ),
    ] = None
    growth: Annotated[
        float | None,
        Share(low=-1, high=5),
        Ask(
            label=N_("Growth"),
            depth="S",
            question=N_("By how much does this group grow or shrink a year?"),
            why=N_("You plan for next year’s market, not last year’s."),
            example=N_("0.06"),
            evidence=True,
        ),
    ] = None
    reachable_share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Reachable share"),
            depth="S",
            question=N_("How many of ten could you reach with channels you can afford?"),
            why=N_("Unreachable demand is not demand."),
            example=N_("0.6"),
            evidence=True,
        ),
    ] = None
    peak_months: Annotated[
        tuple[int, ...] | None,
        ListOf(Integer(low=1, high=12)),
        Ask(
            label=N_("Peak months"),
            depth="S",
            question=N_("In which months do they buy most?"),
            why=N_("Spending in the wrong month costs the same and sells less."),
            example=N_("1, 2, 10, 11"),
        ),
    ] = None
    main_rival: Annotated[
        str | None,
        Ref(to="competitors.items"),
        Ask(
            label=N_("Main rival"),
            depth="S",
            question=N_("Who wins most of them today?"),
            why=N_("Strength is only strength against somebody."),
            example=N_("fizioplus"),
        ),
    ] = None
    factors: Annotated[
        tuple[SegmentFactor, ...],
        Many(
            label=N_("What counts for this group"),
            one=N_("factor"),
            keyed_by="competitors.success_factors",
            depth="T",
        ),
    ] = ()
    ratings: Annotated[
        tuple[SegmentRating, ...],
        Many(label=N_("Ratings"), one=N_("rating"), keyed_by="segments.criteria", depth="S"),
    ] = ()
    decision: Annotated[
        str | None,
        Choice(
            (
                "target",
                "nurture",
                "ignore",
                "not our customer",
            )
        ),
        Ask(
            label=N_("Decision"),
            depth="E",
            question=N_("Will you go after them, keep them warm, ignore or refuse them?"),
            why=N_("Budget, messages and exclusions all follow this choice."),
            example=N_("target"),
        ),
    ] = None
    decision_reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Decision reason"),
            depth="E",
            question=N_("Why, and what do you give up by it?"),
            why=N_("A choice nobody can justify is reopened every month."),
            example=N_("Biggest contribution; we give up weekend work for clubs."),
        ),
    ] = None
