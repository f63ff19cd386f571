"""The budget and costs beside media."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Money, Number, Prose, Share, Text, YesNo
from planner.model.nodes import Member, Node
from planner.model.references import Ref


class Budget(Node):
    """How the budget is set (`promotion.budget`)."""

    method: Annotated[
        str | None,
        Choice(
            (
                "from tasks",
                "share of sales",
                "as rivals",
                "share of voice",
                "what we can afford",
            )
        ),
        Ask(
            label=N_("Method"),
            depth="S",
            question=N_("Which way sets your sum?"),
            why=N_("Four methods side by side under the cap; the reason is what finance reads."),
            example=N_("from tasks"),
            default="from tasks",
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why that way?"),
            why=N_("Four methods side by side under the cap; the reason is what finance reads."),
            example=N_("“130 more customers for 5,100 more: 39 each, worth 151”"),
        ),
    ] = None
    sales_share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Sales share"),
            depth="T",
            question=N_("What share of sales would you give?"),
            why=N_("Four methods side by side under the cap; the reason is what finance reads."),
            example=N_("0.065"),
        ),
    ] = None
    share_gain_points: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Share gain points"),
            depth="T",
            question=N_("How many points of market share do you want?"),
            why=N_("Cross-check; rules of thumb alone convince nobody."),
            example=N_("1"),
            unit=N_("points"),
        ),
    ] = None
    gain_per_ten_points: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Gain per ten points"),
            depth="T",
            question=N_("Points gained per 10 points of extra voice?"),
            why=N_("Cross-check; rules of thumb alone convince nobody."),
            example=N_("0.5"),
            unit=N_("points"),
            default=0.5,
        ),
    ] = None
    contingency: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Contingency"),
            depth="S",
            question=N_("Kept for surprises?"),
            why=N_("Unplanned March eats the autumn; no tests, no learning."),
            example=N_("0.10"),
            default=0.1,
        ),
    ] = None
    release_rule: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Release rule"),
            depth="S",
            question=N_("Who may open it, when?"),
            why=N_("Unplanned March eats the autumn; no tests, no learning."),
            example=N_("“Ana Pop, if a tripwire breaks”"),
        ),
    ] = None
    test_share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Test share"),
            depth="S",
            question=N_("Share for trying new things?"),
            why=N_("Unplanned March eats the autumn; no tests, no learning."),
            example=N_("0.12"),
            default=0.15,
        ),
    ] = None
    target_return: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Target return"),
            depth="S",
            question=N_("Least return per euro (0 = money back)?"),
            why=N_("Unplanned March eats the autumn; no tests, no learning."),
            example=N_("0.3"),
            default=0,
        ),
    ] = None
    count_own_time: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Count own time"),
            depth="S",
            question=N_("Count your own hours as cost?"),
            why=N_("The first two questions of a finance director."),
            example=N_("yes"),
        ),
    ] = None
    cut_plan: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Cut plan"),
            depth="T",
            question=N_("What goes first if a fifth is cut?"),
            why=N_("The first two questions of a finance director."),
            example=N_("“Video, then leaflets; never reminders”"),
        ),
    ] = None


class BudgetLineMonth(Member):
    """Amounts month by month: a member of `promotion.budget_lines[*].months`, keyed by month."""

    amount: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Amount"),
            depth="S",
            question=N_("When does it fall due?"),
            why=N_("Cash runs out by month, not by year."),
            example=N_("2027-01: 250"),
        ),
    ] = None


class BudgetLine(Member):
    """Cost line of `promotion.budget_lines`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What else costs money?"),
            why=N_("Fees and tools missing from the sum turn profit into loss."),
            example=N_("Clickwise fee"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "fees",
                "production",
                "tools",
                "salaries",
                "research",
                "events",
                "training",
                "technology",
                "other",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort?"),
            why=N_("Fees and tools missing from the sum turn profit into loss."),
            example=N_("fees"),
        ),
    ] = None
    quantity: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Quantity"),
            depth="S",
            question=N_("How many?"),
            why=N_("Fees and tools missing from the sum turn profit into loss."),
            example=N_("12"),
            default=1,
        ),
    ] = None
    unit_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Unit cost"),
            depth="E",
            question=N_("Price of one?"),
            why=N_("Fees and tools missing from the sum turn profit into loss."),
            example=N_("250"),
            evidence=True,
        ),
    ] = None
    behaviour: Annotated[
        str | None,
        Choice(
            (
                "fixed",
                "variable",
            )
        ),
        Ask(
            label=N_("Behaviour"),
            depth="S",
            question=N_("Fixed, or grows with sales?"),
            why=N_("Break-even needs the two apart."),
            example=N_("fixed"),
            default="fixed",
        ),
    ] = None
    varies_with: Annotated[
        str | None,
        Choice(
            (
                "channel money",
                "leads",
                "customers",
                "revenue",
            )
        ),
        Ask(
            label=N_("Varies with"),
            depth="T",
            question=N_("With what?"),
            why=N_("Break-even needs the two apart."),
        ),
    ] = None
    rate: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Rate"),
            depth="T",
            question=N_("How much per unit?"),
            why=N_("Break-even needs the two apart."),
        ),
    ] = None
    objective: Annotated[
        str | None,
        Ref(to="promotion.objectives"),
        Ask(
            label=N_("Objective"),
            depth="S",
            question=N_("Which objective is it for?"),
            why=N_("Money without an objective is listed as an orphan."),
        ),
    ] = None
    channel: Annotated[
        str | None,
        Ref(to="promotion.channels"),
        Ask(
            label=N_("Channel"),
            depth="S",
            question=N_("Channel?"),
            why=N_("Money without an objective is listed as an orphan."),
            example=N_("search-ads"),
        ),
    ] = None
    campaign: Annotated[
        str | None,
        Ref(to="promotion.campaigns"),
        Ask(
            label=N_("Campaign"),
            depth="S",
            question=N_("Campaign?"),
            why=N_("Money without an objective is listed as an orphan."),
        ),
    ] = None
    technology: Annotated[
        str | None,
        Ref(to="technology.items"),
        Ask(
            label=N_("Technology"),
            depth="S",
            question=N_("Technology?"),
            why=N_("Money without an objective is listed as an orphan."),
        ),
    ] = None
    contractor: Annotated[
        str | None,
        Ref(to="promotion.contractors"),
        Ask(
            label=N_("Contractor"),
            depth="S",
            question=N_("Who gets it?"),
            why=N_("Money without an objective is listed as an orphan."),
            example=N_("clickwise"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who answers for it?"),
            why=N_("Money without an objective is listed as an orphan."),
            example=N_("ioana"),
        ),
    ] = None
    months: Annotated[
        tuple[BudgetLineMonth, ...],
        Many(label=N_("Amounts month by month"), one=N_("month"), keyed_by="month", depth="S"),
    ] = ()
    paid: Annotated[
        str | None,
        Choice(
            (
                "same month",
                "next month",
                "two months later",
                "in advance",
            )
        ),
        Ask(
            label=N_("Paid"),
            depth="T",
            question=N_("When paid?"),
            why=N_("Cash runs out by month, not by year."),
            example=N_("next month"),
            default="same month",
        ),
    ] = None
    cut_order: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Cut order"),
            depth="T",
            question=N_("In what order would you cut?"),
            why=N_("Cash runs out by month, not by year."),
            example=N_("3"),
        ),
    ] = None


class Season(Member):
    """The year’s rhythm: a member of `promotion.seasonality`, keyed by season."""

    weight: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Weight"),
            depth="S",
            question=N_("How busy is this month (1 = average)?"),
            why=N_("Ads in dead months buy nothing."),
            example=N_("01: 1.2, 08: 0.6"),
            default=1,
        ),
    ] = None
    note: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Note"),
            depth="T",
            question=N_("Why?"),
            why=N_("Ads in dead months buy nothing."),
            example=N_("“new-year resolutions”"),
        ),
    ] = None
