"""Objectives and measures."""

from datetime import date as Day
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Number, Prose, Text
from planner.model.nodes import Member
from planner.model.references import Ref, Refs


class Objective(Member):
    """Objective of `promotion.objectives`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What must promotion achieve, as a result?"),
            why=N_("An activity dressed as an objective can’t be missed, so nobody learns."),
            example=N_("More new customers from office workers"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "sales",
                "margin",
                "market share",
                "new customers",
                "retention",
                "awareness",
                "consideration",
                "reputation",
                "entry",
                "donors or members",
                "other",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort of result?"),
            why=N_("An activity dressed as an objective can’t be missed, so nobody learns."),
            example=N_("new customers"),
        ),
    ] = None
    goal: Annotated[
        str | None,
        Ref(to="business.goals"),
        Ask(
            label=N_("Goal"),
            depth="S",
            question=N_("Which business goal does it serve?"),
            why=N_("An activity dressed as an objective can’t be missed, so nobody learns."),
            example=N_("revenue-2027"),
        ),
    ] = None
    kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Measure"),
            depth="E",
            question=N_("Which number shows success?"),
            why=N_("Without an early sign you learn of failure in December."),
            example=N_("new-customers"),
        ),
    ] = None
    leading_kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Leading measure"),
            depth="S",
            question=N_("Which number moves first?"),
            why=N_("Without an early sign you learn of failure in December."),
            example=N_("enquiries"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Due"),
            depth="S",
            question=N_("By when?"),
            why=N_("Without an early sign you learn of failure in December."),
            example=N_("2027-12-31"),
        ),
    ] = None
    segments: Annotated[
        tuple[str, ...] | None,
        Refs(to="segments.items"),
        Ask(
            label=N_("Segments"),
            depth="S",
            question=N_("Which customers is it about?"),
            why=N_("Owner and reason are what the board attacks first."),
            example=N_("desk"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who answers for it?"),
            why=N_("Owner and reason are what the board attacks first."),
            example=N_("ana-pop"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why this, and why so much?"),
            why=N_("Owner and reason are what the board attacks first."),
            example=N_("“84 % of slots are filled; a fourth therapist needs 36,000 more”"),
        ),
    ] = None
    strategies: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.strategies"),
        Ask(
            label=N_("Strategies"),
            depth="S",
            question=N_("Which chosen strategies does it carry out?"),
            why=N_("Strategy without an objective is talk; growth that comes anyway is no merit."),
            example=N_("48-hour-promise"),
        ),
    ] = None
    without_plan: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Without the plan"),
            depth="S",
            question=N_("Where would its number end if you changed nothing?"),
            why=N_("Strategy without an objective is talk; growth that comes anyway is no merit."),
            example=N_("34"),
            evidence=True,
        ),
    ] = None


class KpiMonth(Member):
    """Months: a member of `promotion.kpis[*].months`, keyed by month."""

    target: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Target"),
            depth="S",
            question=N_("Target this month?"),
            why=N_("The monthly report compares with this and nothing else."),
            example=N_("2027-03: 39"),
        ),
    ] = None


class Kpi(Member):
    """Measure of `promotion.kpis`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What do you count?"),
            why=N_("Work done (posts, likes) alone proves nothing."),
            example=N_("New customers a month"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "business",
                "marketing",
                "activity",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("Result, step towards it, or work done?"),
            why=N_("Work done (posts, likes) alone proves nothing."),
            example=N_("marketing"),
        ),
    ] = None
    goal: Annotated[
        str | None,
        Ref(to="business.goals"),
        Ask(
            label=N_("Goal"),
            depth="S",
            question=N_("Is it one of your business goals?"),
            why=N_("Work done (posts, likes) alone proves nothing."),
        ),
    ] = None
    definition: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Definition"),
            depth="S",
            question=N_("What exactly counts?"),
            why=N_("Two people count two numbers and argue in March."),
            example=N_("“First paid visit, no visit in 24 months before”"),
        ),
    ] = None
    formula: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Formula"),
            depth="T",
            question=N_("How is it computed, in words?"),
            why=N_("Two people count two numbers and argue in March."),
            example=N_("first visits in the month"),
        ),
    ] = None
    data_source: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Where read off"),
            depth="S",
            question=N_("Where do you read it?"),
            why=N_("Two people count two numbers and argue in March."),
            example=N_("Booking system, report 7"),
        ),
    ] = None
    unit: Annotated[
        str | None,
        Choice(
            (
                "count",
                "money",
                "share",
                "ratio",
                "points",
                "days",
                "rating",
            )
        ),
        Ask(
            label=N_("Unit"),
            depth="S",
            question=N_("In what unit?"),
            why=N_("Wrong direction paints bad months green."),
            example=N_("count"),
            default="count",
        ),
    ] = None
    per: Annotated[
        str | None,
        Choice(
            (
                "month",
                "whole period",
            )
        ),
        Ask(
            label=N_("Counted per"),
            depth="S",
            question=N_("Per month or for the whole period?"),
            why=N_("Wrong direction paints bad months green."),
            example=N_("month"),
            default="month",
        ),
    ] = None
    better: Annotated[
        str | None,
        Choice(
            (
                "more",
                "less",
            )
        ),
        Ask(
            label=N_("Better"),
            depth="S",
            question=N_("Is more better, or less?"),
            why=N_("Wrong direction paints bad months green."),
            example=N_("more"),
            default="more",
        ),
    ] = None
    totals: Annotated[
        str | None,
        Choice(
            (
                "added",
                "last month",
                "averaged",
            )
        ),
        Ask(
            label=N_("Totals"),
            depth="S",
            question=N_("How do months make a year?"),
            why=N_("Wrong direction paints bad months green."),
            example=N_("added"),
            default="added",
        ),
    ] = None
    baseline: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Baseline"),
            depth="E",
            question=N_("What is it today?"),
            why=N_("A target without today’s value is a wish."),
            example=N_("34"),
            evidence=True,
        ),
    ] = None
    baseline_date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Baseline date"),
            depth="S",
            question=N_("As of when?"),
            why=N_("A target without today’s value is a wish."),
            example=N_("2026-12-31"),
        ),
    ] = None
    target: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Target"),
            depth="E",
            question=N_("What should it be at the end?"),
            why=N_("A target without today’s value is a wish."),
            example=N_("54"),
        ),
    ] = None
    phasing: Annotated[
        str | None,
        Choice(
            (
                "straight line",
                "even",
                "by season",
                "typed",
            )
        ),
        Ask(
            label=N_("Phasing"),
            depth="S",
            question=N_("How does it get there?"),
            why=N_("The monthly report compares with this and nothing else."),
            example=N_("straight line"),
            default="straight line",
        ),
    ] = None
    months: Annotated[
        tuple[KpiMonth, ...], Many(label=N_("Months"), one=N_("month"), keyed_by="month", depth="S")
    ] = ()
    parent: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Parent"),
            depth="S",
            question=N_("Which bigger number does it feed?"),
            why=N_("A KPI that feeds nothing is decoration."),
            example=N_("revenue"),
        ),
    ] = None
    relation: Annotated[
        str | None,
        Choice(
            (
                "part of a sum",
                "factor of a product",
                "early sign",
            )
        ),
        Ask(
            label=N_("Relation"),
            depth="T",
            question=N_("How?"),
            why=N_("A KPI that feeds nothing is decoration."),
            example=N_("factor of a product"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who brings it?"),
            why=N_("A KPI that feeds nothing is decoration."),
            example=N_("ioana"),
        ),
    ] = None
    cadence: Annotated[
        str | None,
        Choice(
            (
                "weekly",
                "monthly",
                "quarterly",
            )
        ),
        Ask(
            label=N_("Cadence"),
            depth="T",
            question=N_("How often?"),
            why=N_("A KPI that feeds nothing is decoration."),
            example=N_("monthly"),
        ),
    ] = None
