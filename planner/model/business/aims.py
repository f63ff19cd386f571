"""Goals, what binds them, and what the firm can do."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Integer, Money, Number, Prose, Share, Text, YesNo
from planner.model.nodes import Member
from planner.model.references import Ref


class GoalMilestone(Member):
    """Milestones: a member of `business.goals[*].milestones`, keyed by month."""

    value: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Value"),
            depth="T",
            question=N_("Where should it stand on the way?"),
            why=N_("In December it is too late to notice."),
            example=N_("2027-06: 121,000"),
        ),
    ] = None


class Goal(Member):
    """Goal of `business.goals`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What must be different at the end?"),
            why=N_("Everything later must serve a goal, or go."),
            example=N_("Grow sales to 252,000 without new debt"),
        ),
    ] = None
    metric: Annotated[
        str | None,
        Choice(
            (
                "revenue",
                "contribution",
                "profit",
                "customers",
                "new customers",
                "orders",
                "average order",
                "retention",
                "market share",
                "awareness",
                "income from donors",
                "people helped",
                "other",
            )
        ),
        Ask(
            label=N_("Metric"),
            depth="E",
            question=N_("Which number will show it?"),
            why=N_("A goal without a number can’t be missed, or met."),
            example=N_("revenue"),
        ),
    ] = None
    metric_name: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Name of the figure"),
            depth="S",
            question=N_("What exactly is counted, and by whom?"),
            why=N_("Two people counting differently end in a quarrel."),
            example=N_("Invoiced sales, from the booking system"),
        ),
    ] = None
    unit: Annotated[
        str | None,
        Choice(
            (
                "money",
                "number",
                "percent",
            )
        ),
        Ask(
            label=N_("Unit"),
            depth="S",
            question=N_("In what is it measured?"),
            why=N_("Prints and checks depend on it."),
            example=N_("money"),
        ),
    ] = None
    baseline: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Baseline"),
            depth="E",
            question=N_("Where does it stand today?"),
            why=N_("A target from the air is called that in the first meeting."),
            example=N_("212,000"),
            evidence=True,
        ),
    ] = None
    without_plan: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Without the plan"),
            depth="S",
            question=N_("Where would it end if you changed nothing?"),
            why=N_("Sales that would come anyway aren’t the plan’s merit."),
            example=N_("216,000"),
            evidence=True,
        ),
    ] = None
    target: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Target"),
            depth="E",
            question=N_("Where should it be?"),
            why=N_("Budget and channels are computed back from it."),
            example=N_("252,000"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="E",
            question=N_("By when?"),
            why=N_("Without a date it is always next year."),
            example=N_("2027-12-31"),
        ),
    ] = None
    why: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Why"),
            depth="E",
            question=N_("Why this goal, and why this size?"),
            why=N_("The board asks first what it is based on."),
            example=N_("A fourth therapist needs 36,000 more to pay for herself."),
            evidence=True,
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who answers for it?"),
            why=N_("Shared goals are nobody’s."),
            example=N_("ana-pop"),
        ),
    ] = None
    guardrail: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Guardrail"),
            depth="S",
            question=N_("What must not get worse on the way?"),
            why=N_("Discounts reach any sales goal and ruin the firm."),
            example=N_("Average price stays above 40"),
        ),
    ] = None
    milestones: Annotated[
        tuple[GoalMilestone, ...],
        Many(label=N_("Milestones"), one=N_("milestone"), keyed_by="month", depth="T"),
    ] = ()


class Constraint(Member):
    """Constraint of `business.constraints`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What must the plan not do, or can’t it?"),
            why=N_("Ideas die late when limits surface late."),
            example=N_("No promise of a cure in medical advertising"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "law and rules",
                "money",
                "people",
                "technology",
                "brand",
                "contract",
                "ethics",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort of limit is it?"),
            why=N_("Law is fixed, habit is not."),
            example=N_("law and rules"),
            default="money",
        ),
    ] = None
    effect: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Effect"),
            depth="S",
            question=N_("What does it rule out in this plan?"),
            why=N_("A limit without an effect is decoration."),
            example=N_("No before/after pictures"),
            evidence=True,
        ),
    ] = None
    firm: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Firm"),
            depth="S",
            question=N_("Is it beyond discussion?"),
            why=N_("The board may lift what you treat as given."),
            example=N_("yes"),
        ),
    ] = None


class Capacity(Member):
    """Capacity of `business.capacity`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What runs out first when more people buy?"),
            why=N_("Advertising beyond capacity buys complaints."),
            example=N_("Treatment slots"),
        ),
    ] = None
    per_month: Annotated[
        float | None,
        Number(low=0, above=True),
        Ask(
            label=N_("A month"),
            depth="E",
            question=N_("How many can you serve a month at most?"),
            why=N_("It caps the goal before the market does."),
            example=N_("520"),
            evidence=True,
        ),
    ] = None
    step: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Step"),
            depth="S",
            question=N_("How many more would one enlargement give?"),
            why=N_("Capacity grows in jumps, sales don’t."),
            example=N_("170 (fourth therapist)"),
        ),
    ] = None
    step_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Step cost"),
            depth="S",
            question=N_("What would the enlargement cost a month?"),
            why=N_("A campaign before the hire sells waiting lists."),
            example=N_("2,100"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    step_weeks: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Step weeks"),
            depth="S",
            question=N_("How many weeks would it take?"),
            why=N_("A campaign before the hire sells waiting lists."),
            example=N_("8"),
            unit=N_("weeks"),
            evidence=True,
        ),
    ] = None


class Asset(Member):
    """Asset of `business.assets`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("What do you have that others can’t easily get?"),
            why=N_("A strength anybody can buy wins nothing."),
            example=N_("Contract with the city’s athletics club"),
            evidence=True,
        ),
    ] = None
    rare: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Rare"),
            depth="T",
            question=N_("Is it rare?"),
            why=N_("Rare but unused is the cheapest chance you have."),
            example=N_("yes"),
        ),
    ] = None
    hard_to_copy: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Hard to copy"),
            depth="T",
            question=N_("Hard to copy?"),
            why=N_("Rare but unused is the cheapest chance you have."),
            example=N_("yes"),
        ),
    ] = None
    in_use: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("In use"),
            depth="T",
            question=N_("Used in selling today?"),
            why=N_("Rare but unused is the cheapest chance you have."),
            example=N_("no"),
        ),
    ] = None


class KeyAccount(Member):
    """Key account of `business.key_accounts`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("Which customers would hurt to lose? A code will do."),
            why=N_("With a handful of customers each one is a segment."),
            example=N_("Employer A"),
            confidential=True,
        ),
    ] = None
    share_of_revenue: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Share of revenue"),
            depth="T",
            question=N_("What part of your sales is theirs?"),
            why=N_("Dependence is a risk the board must see."),
            example=N_("0.03"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    renewal: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Renewal"),
            depth="T",
            question=N_("When does their contract end, or come up again?"),
            why=N_("Renewals lost by calendar cost most."),
            example=N_("2027-09-30"),
            confidential=True,
        ),
    ] = None
    health: Annotated[
        str | None,
        Choice(
            (
                "growing",
                "safe",
                "at risk",
                "leaving",
            )
        ),
        Ask(
            label=N_("Health"),
            depth="T",
            question=N_("How safe is this customer?"),
            why=N_("Keeping one may beat winning ten."),
            example=N_("safe"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="T",
            question=N_("Which group of customers do they belong to?"),
            why=N_("One account can hide that a segment is empty."),
            example=N_("employers"),
        ),
    ] = None
