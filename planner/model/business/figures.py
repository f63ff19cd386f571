"""What the books say."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Money, Number, Period, Prose, Share, Text, YesNo
from planner.model.nodes import Member, Node


class Baseline(Node):
    """Last year’s figures (`business.baseline`)."""

    year: Annotated[
        tuple[str, str] | None,
        Period(shortest=12, longest=12),
        Ask(
            label=N_("Year"),
            depth="E",
            question=N_("Which twelve months do you start from?"),
            why=N_("A rise from an unnamed year can’t be checked."),
            example=N_("2026-01 to 2026-12"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "final accounts",
                "part estimated",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="S",
            question=N_("Are these figures final?"),
            why=N_("Autumn plans rest on a year that isn’t over."),
            example=N_("part estimated"),
            default="part estimated",
        ),
    ] = None
    revenue: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Revenue"),
            depth="E",
            question=N_("How much did you sell in that year?"),
            why=N_("Every goal and the budget’s size hang on it."),
            example=N_("212,000"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    gross_margin: Annotated[
        float | None,
        Share(low=-1),
        Ask(
            label=N_("Gross margin"),
            depth="S",
            question=N_("What gross margin do your accounts show?"),
            why=N_("It catches forgotten costs in the margins per offer."),
            example=N_("0.54"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Customers"),
            depth="E",
            question=N_("How many different customers bought?"),
            why=N_("Growth by more people and by more visits need different plans."),
            example=N_("760"),
            evidence=True,
        ),
    ] = None
    new_customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("New customers"),
            depth="E",
            question=N_("How many of them were new?"),
            why=N_("Without it the cost of winning one is a guess."),
            example=N_("410"),
            evidence=True,
        ),
    ] = None
    previous_customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Previous customers"),
            depth="S",
            question=N_("How many customers did the year before have?"),
            why=N_("It tells how many stay: the cheapest growth there is."),
            example=N_("640"),
            evidence=True,
        ),
    ] = None
    orders: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Orders"),
            depth="S",
            question=N_("How many sales or orders were there?"),
            why=N_("The average order decides what a click may cost."),
            example=N_("4,444"),
            evidence=True,
        ),
    ] = None
    marketing_spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Marketing spend"),
            depth="E",
            question=N_("What did you spend on marketing, everything included?"),
            why=N_("A new budget without the old is judged in the dark."),
            example=N_("11,400"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    fixed_costs: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Fixed costs"),
            depth="S",
            question=N_("What costs stay the same however much you sell?"),
            why=N_("Below break-even more sales may still mean loss."),
            example=N_("78,000"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    largest_customer_share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Largest customer share"),
            depth="T",
            question=N_("What part of sales comes from your biggest customer?"),
            why=N_("The board will ask what happens if they leave."),
            example=N_("0.03"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    days_to_get_paid: Annotated[
        int | None,
        Integer(low=0, high=365),
        Ask(
            label=N_("Days to get paid"),
            depth="T",
            question=N_("How many days until customers pay you?"),
            why=N_("Advertising is paid now, sales come in later."),
            example=N_("0 (companies: 30)"),
            unit=N_("days"),
        ),
    ] = None


class PastMonth(Member):
    """Months of the past: a member of `business.months`, keyed by month."""

    revenue: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Revenue"),
            depth="S",
            question=N_("What did you sell in each month?"),
            why=N_("Money spread evenly misses your season."),
            example=N_("2026-01: 19,400; 2026-08: 12,300"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    orders: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Orders"),
            depth="T",
            question=N_("How many orders in each month?"),
            why=N_("They show whether spend moved sales or only the season did."),
            example=N_("2026-01: 410"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    new_customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("New customers"),
            depth="T",
            question=N_("How many new customers?"),
            why=N_("They show whether spend moved sales or only the season did."),
            example=N_("46"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    marketing_spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Marketing spend"),
            depth="T",
            question=N_("How much marketing spend?"),
            why=N_("They show whether spend moved sales or only the season did."),
            example=N_("1,350"),
            evidence=True,
            confidential=True,
        ),
    ] = None


class PastYear(Member):
    """Earlier years: a member of `business.years`, keyed by year."""

    revenue: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Revenue"),
            depth="T",
            question=N_("What were sales in earlier years?"),
            why=N_("One year is no trend."),
            example=N_("2025: 198,000"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    customers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Customers"),
            depth="T",
            question=N_("How many customers?"),
            why=N_("One year is no trend."),
            example=N_("640"),
            evidence=True,
            confidential=True,
        ),
    ] = None


class LastYearResult(Member):
    """Result of `business.last_year.results`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What did you set out to do?"),
            why=N_("Repeating an aim without its story repeats the failure."),
            example=N_("Fill weekday mornings"),
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
            why=N_("“Better” can’t be compared."),
            example=N_("percent"),
            default="number",
        ),
    ] = None
    target: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Target"),
            depth="E",
            question=N_("What was aimed at?"),
            why=N_("The gap is the lesson."),
            example=N_("0.70"),
            evidence=True,
        ),
    ] = None
    achieved: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Achieved"),
            depth="E",
            question=N_("What came out?"),
            why=N_("The gap is the lesson."),
            example=N_("0.58"),
            evidence=True,
        ),
    ] = None
    cause: Annotated[
        str | None,
        Choice(
            (
                "market",
                "rivals",
                "our offer",
                "price",
                "message",
                "channel",
                "people",
                "money",
                "too late",
                "measured wrongly",
                "luck",
            )
        ),
        Ask(
            label=N_("Cause"),
            depth="S",
            question=N_("What was the main cause?"),
            why=N_("Blaming the market every time is a pattern to see."),
            example=N_("channel"),
        ),
    ] = None
    why: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Why"),
            depth="E",
            question=N_("Why did it turn out so?"),
            why=N_("Failure unexplained gets funded again."),
            example=N_("Ads ran after six, when morning people don’t look."),
            evidence=True,
        ),
    ] = None
    lesson: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Lesson"),
            depth="E",
            question=N_("What do you do differently now?"),
            why=N_("A year without a lesson was only spent."),
            example=N_("Reach shift workers through their employer."),
        ),
    ] = None
    next: Annotated[
        str | None,
        Choice(
            (
                "keep",
                "change",
                "stop",
            )
        ),
        Ask(
            label=N_("What next"),
            depth="E",
            question=N_("Keep it, change it, or stop it?"),
            why=N_("New work without stopping old overloads the team."),
            example=N_("stop"),
        ),
    ] = None
    frees: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Frees"),
            depth="S",
            question=N_("What does stopping it free in this period?"),
            why=N_("Money set free is the easiest budget to get."),
            example=N_("1,800"),
            confidential=True,
        ),
    ] = None


class LastYear(Node):
    """What last year taught (`business.last_year`)."""

    had_plan: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Had a plan"),
            depth="E",
            question=N_("Did you set yourself aims for last year?"),
            why=N_("“None” is an honest answer; silence looks like hiding."),
            example=N_("yes"),
        ),
    ] = None
    planned_spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Planned spend"),
            depth="S",
            question=N_("What had you meant to spend?"),
            why=N_("An unspent or blown budget explains results."),
            example=N_("9,000"),
            confidential=True,
        ),
    ] = None
    results: Annotated[
        tuple[LastYearResult, ...],
        Many(label=N_("Last year’s results"), one=N_("result"), title="name", depth="E"),
    ] = ()
