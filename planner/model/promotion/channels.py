"""Channels with their funnel and money."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.estimates import MoneyEstimate, NumberEstimate, ShareEstimate
from planner.model.kinds import (
    Choice,
    Date,
    Integer,
    Money,
    Number,
    OpenChoice,
    Prose,
    Share,
    Text,
    YesNo,
)
from planner.model.nodes import Member, Node, blank
from planner.model.references import Ref, Refs


class ChannelExclusion(Member):
    """Refusals applied: a member of `promotion.channels[*].exclusions`, keyed by exclusion."""

    applied: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Applied"),
            depth="S",
            question=N_("Refused ones shut out in the tool on?"),
            why=N_("Money goes to people you decided to refuse."),
            example=N_("home-visits: 2027-01-15"),
        ),
    ] = None


class ChannelRole(Member):
    """Part at each stage: a member of `promotion.channels[*].roles`, keyed by stage."""

    role: Annotated[
        str | None,
        Choice(
            (
                "main",
                "supports",
                "none",
            )
        ),
        Ask(
            label=N_("Role"),
            depth="S",
            question=N_("What part does it play at this step of the buyer’s way?"),
            why=N_("A channel without a part gets judged by the wrong measure."),
            example=N_("buy: main"),
        ),
    ] = None
    action: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Action"),
            depth="T",
            question=N_("What happens there?"),
            why=N_("A channel without a part gets judged by the wrong measure."),
            example=N_("“books from the ad’s page”"),
        ),
    ] = None


class ChannelFunnel(Node):
    """Funnel (`promotion.channels[*].funnel`)."""

    entry: Annotated[
        str | None,
        Choice(
            (
                "views",
                "visits",
                "sends",
                "contacts",
                "actions",
                "none",
            )
        ),
        Ask(
            label=N_("Entry"),
            depth="S",
            question=N_("Where do people enter?"),
            why=N_("Search optimisation budgeted as if it worked in January sinks the forecast."),
            example=N_("visits"),
        ),
    ] = None
    volume: Annotated[
        NumberEstimate,
        Ask(
            label=N_("Volume"),
            depth="S",
            question=N_("How many of these a month, if money does not set it?"),
            why=N_("Search optimisation budgeted as if it worked in January sinks the forecast."),
        ),
    ] = blank(NumberEstimate)
    ramp_months: Annotated[
        int | None,
        Integer(low=0, high=36),
        Ask(
            label=N_("Ramp months"),
            depth="S",
            question=N_("Months until it works fully?"),
            why=N_("Search optimisation budgeted as if it worked in January sinks the forecast."),
            example=N_("0"),
            unit=N_("months"),
        ),
    ] = None
    carry_over: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Carry over"),
            depth="T",
            question=N_("How much of a month’s effect lasts into the next?"),
            why=N_("Search optimisation budgeted as if it worked in January sinks the forecast."),
            example=N_("0"),
        ),
    ] = None
    click_rate: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Click rate"),
            depth="S",
            question=N_("Of 100 who see it, how many click?"),
            why=N_("First leak of the funnel."),
            example=N_("0.05"),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    open_rate: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Open rate"),
            depth="S",
            question=N_("Of 100 letters, opened?"),
            why=N_("First leak of the funnel."),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    click_to_open: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Click to open"),
            depth="S",
            question=N_("Of those, clicked?"),
            why=N_("First leak of the funnel."),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    response: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Response"),
            depth="S",
            question=N_("Of 100 contacts, how many answer?"),
            why=N_("First leak of the funnel."),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    visit_to_lead: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Visit to lead"),
            depth="E",
            question=N_("Of 100 visitors, how many call or write?"),
            why=N_("Doubling this is cheaper than doubling the budget."),
            example=N_("0.04 / 0.06 / 0.08"),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    lead_to_qualified: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Lead to qualified"),
            depth="T",
            question=N_("Of those, how many fit?"),
            why=N_("Doubling this is cheaper than doubling the budget."),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    lead_to_customer: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Lead to customer"),
            depth="E",
            question=N_("Of those, how many buy?"),
            why=N_("Doubling this is cheaper than doubling the budget."),
            example=N_("0.25 / 0.35 / 0.45"),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    offering: Annotated[
        str | None,
        Ref(to="business.offerings"),
        Ask(
            label=N_("Offering"),
            depth="S",
            question=N_("What do they buy first?"),
            why=N_("Margin comes from here; revenue alone flatters."),
            example=N_("physiotherapy-session"),
        ),
    ] = None
    average_order: Annotated[
        MoneyEstimate,
        Ask(
            label=N_("Average order"),
            depth="S",
            question=N_("How much per purchase?"),
            why=N_("Margin comes from here; revenue alone flatters."),
            example=N_("42"),
        ),
    ] = blank(MoneyEstimate)
    orders: Annotated[
        NumberEstimate,
        Ask(
            label=N_("Orders"),
            depth="S",
            question=N_("How many purchases in the period?"),
            why=N_("Margin comes from here; revenue alone flatters."),
            example=N_("5 / 6.5 / 8"),
        ),
    ] = blank(NumberEstimate)


class ChannelMonth(Member):
    """Money month by month: a member of `promotion.channels[*].months`, keyed by month."""

    budget: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Budget"),
            depth="S",
            question=N_("This month?"),
            why=N_("Cash and calendar come from this line."),
            example=N_("2027-03: 520"),
        ),
    ] = None


class ChannelBounds(Node):
    """Least and most (`promotion.channels[*].bounds`)."""

    low: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Low"),
            depth="T",
            question=N_("Least you would spend?"),
            why=N_("The split must respect contracts and nerve."),
            example=N_("3,000"),
        ),
    ] = None
    high: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("High"),
            depth="T",
            question=N_("Most?"),
            why=N_("The split must respect contracts and nerve."),
            example=N_("7,000"),
        ),
    ] = None


class ChannelSaturation(Node):
    """When more brings less (`promotion.channels[*].saturation`)."""

    doubling: Annotated[
        str | None,
        Choice(
            (
                "as much again",
                "three quarters",
                "half",
                "a quarter",
                "nothing more",
            )
        ),
        Ask(
            label=N_("Doubling"),
            depth="S",
            question=N_("If you doubled the money, how many more customers?"),
            why=N_("Without it the whole budget goes to the best channel."),
            example=N_("half"),
        ),
    ] = None
    curve: Annotated[
        str | None,
        Choice(
            (
                "exponential",
                "power",
                "log",
                "hill",
            )
        ),
        Ask(
            label=N_("Curve"),
            depth="T",
            question=N_("Curve’s form?"),
            why=N_("Without it the whole budget goes to the best channel."),
            example=N_("exponential"),
        ),
    ] = None
    scale: Annotated[
        float | None,
        Number(low=0, above=True),
        Ask(
            label=N_("Scale"),
            depth="T",
            question=N_("Height of the curve?"),
            why=N_("Without it the whole budget goes to the best channel."),
            evidence=True,
        ),
    ] = None
    half_point: Annotated[
        float | None,
        Number(low=0, above=True),
        Ask(
            label=N_("Half point"),
            depth="T",
            question=N_("Money at half of it?"),
            why=N_("Without it the whole budget goes to the best channel."),
            evidence=True,
        ),
    ] = None
    shape: Annotated[
        float | None,
        Number(low=0, above=True),
        Ask(
            label=N_("Shape"),
            depth="T",
            question=N_("Steepness?"),
            why=N_("Without it the whole budget goes to the best channel."),
            evidence=True,
        ),
    ] = None


class ChannelLastYear(Node):
    """Last year in this channel (`promotion.channels[*].last_year`)."""

    spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Spend"),
            depth="S",
            question=N_("What did it cost last year?"),
            why=N_("Best evidence you have; also anchors the curve."),
            example=N_("3,000"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    views: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Views"),
            depth="T",
            question=N_("Seen?"),
            why=N_("Best evidence you have; also anchors the curve."),
            evidence=True,
            confidential=True,
        ),
    ] = None
    visits: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Visits"),
            depth="T",
            question=N_("Visits?"),
            why=N_("Best evidence you have; also anchors the curve."),
            example=N_("3,400"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    leads: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Leads"),
            depth="T",
            question=N_("Enquiries?"),
            why=N_("Best evidence you have; also anchors the curve."),
            example=N_("210"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    customers: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Customers"),
            depth="S",
            question=N_("Customers?"),
            why=N_("Best evidence you have; also anchors the curve."),
            example=N_("78"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    revenue: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Revenue"),
            depth="S",
            question=N_("Sales?"),
            why=N_("Best evidence you have; also anchors the curve."),
            example=N_("21,760"),
            evidence=True,
            confidential=True,
        ),
    ] = None


class Channel(Member):
    """Channel of `promotion.channels`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What do you call this channel?"),
            why=N_("Rejected channels with a reason show that you chose."),
            example=N_("Search ads Cluj"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        OpenChoice(words="channel-kind-or-own"),
        Ask(
            label=N_("Kind"),
            depth="E",
            question=N_("Which kind is it?"),
            why=N_("Rejected channels with a reason show that you chose."),
            example=N_("contextual"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "run",
                "test",
                "later",
                "rejected",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="E",
            question=N_("Use it, test it, or leave it?"),
            why=N_("Rejected channels with a reason show that you chose."),
            example=N_("run"),
            default="run",
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why?"),
            why=N_("Rejected channels with a reason show that you chose."),
            example=N_("“People in pain search; 1,900 searches a month”"),
        ),
    ] = None
    revisit: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Revisit"),
            depth="T",
            question=N_("Look again when?"),
            why=N_("Rejected channels with a reason show that you chose."),
        ),
    ] = None
    segments: Annotated[
        tuple[str, ...] | None,
        Refs(to="segments.items"),
        Ask(
            label=N_("Segments"),
            depth="S",
            question=N_("Which customers does it reach?"),
            why=N_("Money goes to people you decided to refuse."),
            example=N_("desk"),
        ),
    ] = None
    personas: Annotated[
        tuple[str, ...] | None,
        Refs(to="audience.personas"),
        Ask(
            label=N_("Personas"),
            depth="S",
            question=N_("Which portraits?"),
            why=N_("Money goes to people you decided to refuse."),
            example=N_("andreea"),
        ),
    ] = None
    strategies: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.strategies"),
        Ask(
            label=N_("Strategies"),
            depth="T",
            question=N_("Which strategy?"),
            why=N_("Money goes to people you decided to refuse."),
            example=N_("48-hour-promise"),
        ),
    ] = None
    exclusions: Annotated[
        tuple[ChannelExclusion, ...],
        Many(
            label=N_("Refusals applied"),
            one=N_("refusal"),
            keyed_by="segments.exclusions",
            depth="S",
        ),
    ] = ()
    roles: Annotated[
        tuple[ChannelRole, ...],
        Many(
            label=N_("Part at each stage"), one=N_("part"), keyed_by="audience.journey", depth="S"
        ),
    ] = ()
    cost_model: Annotated[
        str | None,
        Choice(
            (
                "per 1000 views",
                "per click",
                "per lead",
                "per sale",
                "share of revenue",
                "per send",
                "per contact",
                "fixed fee",
                "own time",
            )
        ),
        Ask(
            label=N_("Cost model"),
            depth="S",
            question=N_("How do you pay for it?"),
            why=N_("Cost per customer is this divided by the rates below."),
            example=N_("per click"),
        ),
    ] = None
    unit_cost: Annotated[
        MoneyEstimate,
        Ask(
            label=N_("Unit cost"),
            depth="E",
            question=N_("Price of one?"),
            why=N_("Cost per customer is this divided by the rates below."),
            example=N_("0.70 / 0.90 / 1.30"),
            evidence=True,
        ),
    ] = blank(MoneyEstimate)
    commission: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Commission"),
            depth="S",
            question=N_("Share you give away?"),
            why=N_("Cost per customer is this divided by the rates below."),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    funnel: Annotated[ChannelFunnel, Group(label=N_("Funnel"))] = blank(ChannelFunnel)
    anyway: Annotated[
        ShareEstimate,
        Ask(
            label=N_("Would come anyway"),
            depth="E",
            question=N_("Of ten buyers it brings, how many would have come anyway?"),
            why=N_("Counting them makes every channel look brilliant."),
            example=N_("0.3 / 0.4 / 0.6"),
            evidence=True,
        ),
    ] = blank(ShareEstimate)
    budget: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Budget"),
            depth="E",
            question=N_("How much for the whole period?"),
            why=N_("Cash and calendar come from this line."),
            example=N_("4,800"),
        ),
    ] = None
    phasing: Annotated[
        str | None,
        Choice(
            (
                "even",
                "by season",
                "ahead of season",
                "typed",
            )
        ),
        Ask(
            label=N_("Phasing"),
            depth="S",
            question=N_("Spread how?"),
            why=N_("Cash and calendar come from this line."),
            example=N_("ahead of season"),
            default="even",
        ),
    ] = None
    months: Annotated[
        tuple[ChannelMonth, ...],
        Many(label=N_("Money month by month"), one=N_("month"), keyed_by="month", depth="S"),
    ] = ()
    bounds: Annotated[ChannelBounds, Group(label=N_("Least and most"))] = blank(ChannelBounds)
    pinned: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Pinned"),
            depth="S",
            question=N_("Keep this amount whatever the sums say?"),
            why=N_("The split must respect contracts and nerve."),
            example=N_("no"),
        ),
    ] = None
    pin_reason: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Pin reason"),
            depth="S",
            question=N_("Why?"),
            why=N_("The split must respect contracts and nerve."),
        ),
    ] = None
    saturation: Annotated[ChannelSaturation, Group(label=N_("When more brings less"))] = (
        ChannelSaturation()
    )
    last_year: Annotated[ChannelLastYear, Group(label=N_("Last year in this channel"))] = (
        ChannelLastYear()
    )
    kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Measure"),
            depth="S",
            question=N_("Which number judges it?"),
            why=N_("Bad channels live on because nobody set the line."),
            example=N_("new-customers"),
        ),
    ] = None
    stop_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Stop above a cost of"),
            depth="S",
            question=N_("Stop when one customer costs more than?"),
            why=N_("Bad channels live on because nobody set the line."),
            example=N_("151"),
        ),
    ] = None
    stop_date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Stop date"),
            depth="S",
            question=N_("Judged when?"),
            why=N_("Bad channels live on because nobody set the line."),
            example=N_("2027-04-30"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who runs it?"),
            why=N_("No owner, no channel; no permission, a fine."),
            example=N_("ioana"),
        ),
    ] = None
    contractor: Annotated[
        str | None,
        Ref(to="promotion.contractors"),
        Ask(
            label=N_("Contractor"),
            depth="S",
            question=N_("Who does it for you?"),
            why=N_("No owner, no channel; no permission, a fine."),
            example=N_("clickwise"),
        ),
    ] = None
    lead_weeks: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Lead weeks"),
            depth="S",
            question=N_("Weeks to prepare?"),
            why=N_("No owner, no channel; no permission, a fine."),
            example=N_("2"),
            unit=N_("weeks"),
        ),
    ] = None
    consent: Annotated[
        str | None,
        Choice(
            (
                "none",
                "cookie consent",
                "opt-in",
                "contract",
                "permit",
            )
        ),
        Ask(
            label=N_("Consent"),
            depth="S",
            question=N_("What permission is needed?"),
            why=N_("No owner, no channel; no permission, a fine."),
            example=N_("cookie consent"),
        ),
    ] = None
    consent_how: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Consent how"),
            depth="S",
            question=N_("How do you get it?"),
            why=N_("No owner, no channel; no permission, a fine."),
            example=N_("“Banner with equal buttons; log kept”"),
        ),
    ] = None
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
            question=N_("When is it paid?"),
            why=N_("No owner, no channel; no permission, a fine."),
            example=N_("next month"),
            default="same month",
        ),
    ] = None
