"""What an import of orders leaves behind."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import (
    Choice,
    Date,
    Integer,
    ListOf,
    Money,
    Number,
    OpenChoice,
    Period,
    Share,
    Text,
    YesNo,
)
from planner.model.nodes import Member, Node, blank
from planner.model.references import Ref


class OrderDataCuts(Node):
    """Cuts of the scores (`segments.order_data.cuts`)."""

    recency: Annotated[
        tuple[float, ...] | None,
        ListOf(Number()),
        Ask(
            label=N_("Recency"),
            depth="S",
            question=N_("Where do the recency scores part?"),
            why=N_("A group whose limits are not printed cannot be recomputed."),
            example=N_("30, 90, 180, 365"),
        ),
    ] = None
    frequency: Annotated[
        tuple[float, ...] | None,
        ListOf(Number()),
        Ask(
            label=N_("Frequency"),
            depth="S",
            question=N_("The frequency scores?"),
            why=N_("A group whose limits are not printed cannot be recomputed."),
            example=N_("1, 2, 4, 8"),
        ),
    ] = None
    monetary: Annotated[
        tuple[float, ...] | None,
        ListOf(Number()),
        Ask(
            label=N_("Monetary"),
            depth="S",
            question=N_("The money scores?"),
            why=N_("A group whose limits are not printed cannot be recomputed."),
            example=N_("40, 120, 360, 900"),
        ),
    ] = None


class BehaviourGroup(Member):
    """Behaviour group of `segments.order_data.rfm`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What is this behaviour group called?"),
            why=N_("Shows who feeds you and who is slipping away."),
            example=N_("champions"),
        ),
    ] = None
    customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Customers"),
            depth="S",
            question=N_("How many customers are in it?"),
            why=N_("Shows who feeds you and who is slipping away."),
            example=N_("118"),
            confidential=True,
        ),
    ] = None
    revenue: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Revenue"),
            depth="S",
            question=N_("What did they spend?"),
            why=N_("Shows who feeds you and who is slipping away."),
            example=N_("61,300"),
            confidential=True,
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="S",
            question=N_("Which of your groups is it mostly?"),
            why=N_("Shows who feeds you and who is slipping away."),
            example=N_("desk"),
        ),
    ] = None


class OrderDataCohort(Member):
    """Cohorts: a member of `segments.order_data.cohorts`, keyed by month."""

    customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Customers"),
            depth="T",
            question=N_("How many bought first in this month?"),
            why=N_("Growth can hide that newcomers never return."),
            example=N_("36"),
            confidential=True,
        ),
    ] = None
    retention: Annotated[
        tuple[float, ...] | None,
        ListOf(Share()),
        Ask(
            label=N_("Retention"),
            depth="T",
            question=N_("What part came back in each later month?"),
            why=N_("Growth can hide that newcomers never return."),
            example=N_("1, 0.44, 0.31"),
            confidential=True,
        ),
    ] = None


class OrderDataCluster(Member):
    """Group of `segments.order_data.clusters`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("What do you call this computed group?"),
            why=N_("A computed group without a profile is only a number."),
            example=N_("regulars"),
        ),
    ] = None
    customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Customers"),
            depth="T",
            question=N_("How many customers?"),
            why=N_("A computed group without a profile is only a number."),
            example=N_("142"),
            confidential=True,
        ),
    ] = None
    recency: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Recency"),
            depth="T",
            question=N_("Days since the last order, on average?"),
            why=N_("A computed group without a profile is only a number."),
            example=N_("24"),
            confidential=True,
        ),
    ] = None
    frequency: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Frequency"),
            depth="T",
            question=N_("Orders each?"),
            why=N_("A computed group without a profile is only a number."),
            example=N_("9.1"),
            confidential=True,
        ),
    ] = None
    monetary: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Monetary"),
            depth="T",
            question=N_("Money each?"),
            why=N_("A computed group without a profile is only a number."),
            example=N_("371"),
            confidential=True,
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="T",
            question=N_("Which of your groups is it?"),
            why=N_("A computed group without a profile is only a number."),
            example=N_("runners"),
        ),
    ] = None


class OrderData(Node):
    """Past orders, imported (`segments.order_data`)."""

    source: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Source"),
            depth="S",
            question=N_("Which file held your past orders?"),
            why=N_("Groups guessed from memory miss who really comes back."),
            example=N_("bookings-2024-2026.csv"),
        ),
    ] = None
    sha256: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Fingerprint"),
            depth="S",
            question=N_("What is its fingerprint?"),
            why=N_("Groups guessed from memory miss who really comes back."),
            example=N_("9f2c…e1"),
            printed=False,
            because="Only the source line prints.",
        ),
    ] = None
    period: Annotated[
        tuple[str, str] | None,
        Period(),
        Ask(
            label=N_("Period"),
            depth="S",
            question=N_("Which months does it cover?"),
            why=N_("Groups guessed from memory miss who really comes back."),
            example=N_("2024-01 to 2026-09"),
            printed=False,
            because="Only the source line prints.",
        ),
    ] = None
    rows: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Rows"),
            depth="S",
            question=N_("How many orders?"),
            why=N_("Groups guessed from memory miss who really comes back."),
            example=N_("11,872"),
            printed=False,
            because="Only the source line prints.",
        ),
    ] = None
    customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Customers"),
            depth="S",
            question=N_("How many different customers?"),
            why=N_("Groups guessed from memory miss who really comes back."),
            example=N_("1,412"),
            printed=False,
            because="Only the source line prints.",
        ),
    ] = None
    currency: Annotated[
        str | None,
        OpenChoice(words="currency"),
        Ask(
            label=N_("Currency"),
            depth="S",
            question=N_("In which currency?"),
            why=N_("Groups guessed from memory miss who really comes back."),
            example=N_("EUR"),
            printed=False,
            because="Only the source line prints.",
        ),
    ] = None
    cuts: Annotated[OrderDataCuts, Group(label=N_("Cuts of the scores"))] = blank(OrderDataCuts)
    rfm: Annotated[
        tuple[BehaviourGroup, ...],
        Many(label=N_("Behaviour groups"), one=N_("behaviour group"), title="name", depth="S"),
    ] = ()
    cohorts: Annotated[
        tuple[OrderDataCohort, ...],
        Many(label=N_("Cohorts"), one=N_("cohort"), keyed_by="month", depth="T"),
    ] = ()
    clusters: Annotated[
        tuple[OrderDataCluster, ...],
        Many(label=N_("Computed groups"), one=N_("group"), title="name", depth="T"),
    ] = ()
    purchase_model: Annotated[
        tuple[float, ...] | None,
        ListOf(Number()),
        Ask(
            label=N_("Purchase model"),
            depth="T",
            question=N_("What are the fitted purchase parameters?"),
            why=N_("With them a customer’s worth is recomputed without the rows."),
            example=N_("0.24, 4.41, 0.79, 2.43"),
        ),
    ] = None
    spend_model: Annotated[
        tuple[float, ...] | None,
        ListOf(Number()),
        Ask(
            label=N_("Spend model"),
            depth="T",
            question=N_("And those of order value?"),
            why=N_("With them a customer’s worth is recomputed without the rows."),
            example=N_("6.25, 3.74, 15.4"),
        ),
    ] = None


class OrderAnalysis(Node):
    """How orders are analysed (`segments.order_analysis`)."""

    analysis_date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Analysis date"),
            depth="T",
            question=N_("As of which day?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("2026-09-30"),
        ),
    ] = None
    merge_same_day: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Merge same day"),
            depth="T",
            question=N_("Join same-day orders?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("no"),
            default=False,
        ),
    ] = None
    monetary: Annotated[
        str | None,
        Choice(
            (
                "sum",
                "mean",
            )
        ),
        Ask(
            label=N_("Monetary"),
            depth="T",
            question=N_("Total or average?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("sum"),
            default="sum",
        ),
    ] = None
    segment_by: Annotated[
        str | None,
        Choice(
            (
                "RF",
                "R(FM)",
            )
        ),
        Ask(
            label=N_("Segment by"),
            depth="T",
            question=N_("Which score?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("RF"),
            default="RF",
        ),
    ] = None
    recency_cuts: Annotated[
        tuple[float, ...] | None,
        ListOf(Number(), count=4, rising=True),
        Ask(
            label=N_("Recency cuts"),
            depth="T",
            question=N_("Your own limits in days?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("30 90 180 365"),
        ),
    ] = None
    frequency_cuts: Annotated[
        tuple[float, ...] | None,
        ListOf(Number(), count=4, rising=True),
        Ask(
            label=N_("Frequency cuts"),
            depth="T",
            question=N_("In orders?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("1 2 4 8"),
        ),
    ] = None
    monetary_cuts: Annotated[
        tuple[float, ...] | None,
        ListOf(Number(), count=4, rising=True),
        Ask(
            label=N_("Monetary cuts"),
            depth="T",
            question=N_("In money?"),
            why=N_(
                "Other settings put the same customer in another group; under 30 customers fifths are noise."
            ),
            example=N_("40 120 360 900"),
        ),
    ] = None
    cluster_columns: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "recency",
                    "frequency",
                    "monetary",
                    "mean order",
                )
            )
        ),
        Ask(
            label=N_("Cluster columns"),
            depth="T",
            question=N_("Group by what?"),
            why=N_("Unscaled revenue alone would decide every group."),
            example=N_("recency, frequency"),
        ),
    ] = None
    log_columns: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "recency",
                    "frequency",
                    "monetary",
                    "mean order",
                )
            )
        ),
        Ask(
            label=N_("Log columns"),
            depth="T",
            question=N_("Which are very uneven?"),
            why=N_("Unscaled revenue alone would decide every group."),
            example=N_("monetary"),
        ),
    ] = None
    cluster_limit: Annotated[
        int | None,
        Integer(low=2, high=8),
        Ask(
            label=N_("Cluster limit"),
            depth="T",
            question=N_("At most how many groups?"),
            why=N_("Unscaled revenue alone would decide every group."),
            example=N_("6"),
            default=8,
        ),
    ] = None
