"""Step 10: what happened, why, what now."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, ListOf, Money, Number, Prose, Text, YesNo
from planner.model.nodes import Member, Node
from planner.model.references import PathsTo, PathTo, Ref, Refs


class TrackMonthKPI(Member):
    """Measures: a member of `track.months[*].kpis`, keyed by kpi."""

    actual: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Actual"),
            depth="E",
            question=N_("What was it this month?"),
            why=N_("Plan stays, forecast moves; mixing them hides the miss."),
            example=N_("35"),
            evidence=True,
        ),
    ] = None
    expected: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Expected"),
            depth="S",
            question=N_("What do you now expect (coming months)?"),
            why=N_("Plan stays, forecast moves; mixing them hides the miss."),
            example=N_("2027-06: 45"),
            evidence=True,
        ),
    ] = None
    expected_reason: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Expected reason"),
            depth="S",
            question=N_("Why?"),
            why=N_("Plan stays, forecast moves; mixing them hides the miss."),
            example=N_("“Second clinic signed”"),
            evidence=True,
        ),
    ] = None


class TrackMonthChannel(Member):
    """Channels: a member of `track.months[*].channels`, keyed by channel."""

    spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Spend"),
            depth="E",
            question=N_("What did it cost?"),
            why=N_("Funnel bridge: price of clicks, or our page?"),
            example=N_("505"),
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
            why=N_("Funnel bridge: price of clicks, or our page?"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    visits: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Visits"),
            depth="S",
            question=N_("Visits?"),
            why=N_("Funnel bridge: price of clicks, or our page?"),
            example=N_("540"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    leads: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Leads"),
            depth="S",
            question=N_("Enquiries?"),
            why=N_("Funnel bridge: price of clicks, or our page?"),
            example=N_("31"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    customers: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Customers"),
            depth="E",
            question=N_("Customers?"),
            why=N_("Funnel bridge: price of clicks, or our page?"),
            example=N_("10"),
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
            why=N_("Funnel bridge: price of clicks, or our page?"),
            example=N_("2,050"),
            evidence=True,
            confidential=True,
        ),
    ] = None


class TrackMonthBudgetLine(Member):
    """Other costs: a member of `track.months[*].budget_lines`, keyed by budget line."""

    spent: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Spent"),
            depth="S",
            question=N_("Paid or invoiced?"),
            why=N_("Every cent answered for."),
            example=N_("250"),
            confidential=True,
        ),
    ] = None
    committed: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Committed"),
            depth="S",
            question=N_("Ordered, not yet invoiced?"),
            why=N_("Every cent answered for."),
            example=N_("0"),
            confidential=True,
        ),
    ] = None
    document: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Document"),
            depth="T",
            question=N_("Invoice number?"),
            why=N_("Every cent answered for."),
            example=N_("CW-0312"),
            confidential=True,
        ),
    ] = None


class TrackMonthProduct(Member):
    """Sales: a member of `track.months[*].products`, keyed by offering."""

    units: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Units"),
            depth="S",
            question=N_("Sold how many?"),
            why=N_("Splits the change into price, cost, mix, quantity."),
            example=N_("sports-massage: 128"),
            confidential=True,
        ),
    ] = None
    price: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Price"),
            depth="S",
            question=N_("At what average price?"),
            why=N_("Splits the change into price, cost, mix, quantity."),
            example=N_("37.20"),
            confidential=True,
        ),
    ] = None
    unit_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Unit cost"),
            depth="T",
            question=N_("Unit cost?"),
            why=N_("Splits the change into price, cost, mix, quantity."),
            example=N_("16"),
            confidential=True,
        ),
    ] = None


class TrackMonthNote(Member):
    """Note of `track.months[*].notes`."""

    about: Annotated[
        str | None,
        PathTo(to="any"),
        Ask(
            label=N_("About"),
            depth="S",
            question=N_("Which number?"),
            why=N_("A red line without cause and action repeats."),
            example=N_("promotion.kpis[new-customers]"),
        ),
    ] = None
    cause: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Cause"),
            depth="E",
            question=N_("Why did it miss (or beat)?"),
            why=N_("A red line without cause and action repeats."),
            example=N_("“Phone unanswered 10–14 March”"),
        ),
    ] = None
    action: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Action"),
            depth="E",
            question=N_("What will you do?"),
            why=N_("A red line without cause and action repeats."),
            example=N_("Call-back service"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who?"),
            why=N_("A red line without cause and action repeats."),
            example=N_("ioana"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Due"),
            depth="S",
            question=N_("By when?"),
            why=N_("A red line without cause and action repeats."),
            example=N_("2027-04-05"),
        ),
    ] = None
    done: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Done"),
            depth="S",
            question=N_("Done on?"),
            why=N_("A red line without cause and action repeats."),
        ),
    ] = None


class TrackMonth(Member):
    """Months: a member of `track.months`, keyed by month."""

    kpis: Annotated[
        tuple[TrackMonthKPI, ...],
        Many(label=N_("Measures"), one=N_("measure"), keyed_by="promotion.kpis", depth="E"),
    ] = ()
    channels: Annotated[
        tuple[TrackMonthChannel, ...],
        Many(label=N_("Channels"), one=N_("channel"), keyed_by="promotion.channels", depth="E"),
    ] = ()
    budget_lines: Annotated[
        tuple[TrackMonthBudgetLine, ...],
        Many(
            label=N_("Other costs"),
            one=N_("cost line"),
            keyed_by="promotion.budget_lines",
            depth="S",
        ),
    ] = ()
    products: Annotated[
        tuple[TrackMonthProduct, ...],
        Many(label=N_("Sales"), one=N_("offering"), keyed_by="business.offerings", depth="S"),
    ] = ()
    notes: Annotated[
        tuple[TrackMonthNote, ...],
        Many(label=N_("Why, and what now"), one=N_("note"), title="about", depth="E"),
    ] = ()
    summary: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Summary"),
            depth="S",
            question=N_("The month in three sentences?"),
            why=N_("Readers read this and the red lines."),
            example=N_("“35 new, 4 short; search fine, phone not.”"),
        ),
    ] = None
    outside_events: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Outside events"),
            depth="S",
            question=N_("What happened outside?"),
            why=N_("Readers read this and the red lines."),
            example=N_("Rival’s opening sale"),
        ),
    ] = None
    closed: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Closed"),
            depth="S",
            question=N_("Are the figures final?"),
            why=N_("Readers read this and the red lines."),
            example=N_("yes"),
        ),
    ] = None


class TakenDecision(Member):
    """Decision of `track.decisions`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What was decided?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("Pause leaflets"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="S",
            question=N_("When?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("2027-02-02"),
        ),
    ] = None
    people: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("People"),
            depth="S",
            question=N_("By whom?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("Ana Pop, Ioana"),
        ),
    ] = None
    options: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Options"),
            depth="T",
            question=N_("Against what?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("keep half"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("“3 customers for 1,400”"),
        ),
    ] = None
    evidence: Annotated[
        tuple[str, ...] | None,
        Refs(to="evidence.items"),
        Ask(
            label=N_("Evidence"),
            depth="T",
            question=N_("Resting on?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("e12"),
        ),
    ] = None
    changes: Annotated[
        tuple[str, ...] | None,
        PathsTo(to="any"),
        Ask(
            label=N_("Changes"),
            depth="T",
            question=N_("Changing what?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("promotion.channels[leaflets].status"),
        ),
    ] = None
    revisit: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Revisit"),
            depth="T",
            question=N_("Look again?"),
            why=N_("A year on, nobody recalls why."),
            example=N_("2027-09-01"),
        ),
    ] = None
    outcome: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Outcome"),
            depth="T",
            question=N_("How did it turn out?"),
            why=N_("A year on, nobody recalls why."),
        ),
    ] = None


class VersionChange(Member):
    """Change of `track.versions[*].changes`."""

    about: Annotated[
        str | None,
        PathTo(to="any"),
        Ask(
            label=N_("About"),
            depth="S",
            question=N_("What changed?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("promotion.channels[seo].budget"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("“Site rebuilt in-house”"),
        ),
    ] = None


class Version(Member):
    """Version of `track.versions`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Name of this version?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("Approved 2027"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="S",
            question=N_("When?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("2026-12-10"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "draft",
                "baseline",
                "revision",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("Frozen as what?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("baseline"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why a new one?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("“Board, 16,500 granted”"),
        ),
    ] = None
    approved_by: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Approved by"),
            depth="S",
            question=N_("Approved by?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("Ana Pop"),
        ),
    ] = None
    file: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("File"),
            depth="T",
            question=N_("Kept in?"),
            why=N_("Variance needs one plan that doesn’t move."),
            example=N_("moveo-2027-v1"),
        ),
    ] = None
    changes: Annotated[
        tuple[VersionChange, ...],
        Many(label=N_("What changed"), one=N_("change"), title="about", depth="S"),
    ] = ()


class Track(Node):
    """Step 10: what happened, why, what now."""

    months: Annotated[
        tuple[TrackMonth, ...],
        Many(label=N_("Months"), one=N_("month"), keyed_by="month", depth="E"),
    ] = ()
    decisions: Annotated[
        tuple[TakenDecision, ...],
        Many(label=N_("Decisions"), one=N_("decision"), title="name", depth="S"),
    ] = ()
    versions: Annotated[
        tuple[Version, ...], Many(label=N_("Versions"), one=N_("version"), title="name", depth="S")
    ] = ()
