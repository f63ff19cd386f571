"""How results are measured."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import Choice, Date, Integer, Money, Number, Prose, Share, Text, YesNo
from planner.model.nodes import Member, Node
from planner.model.references import Ref, Refs


class MeasurementReview(Member):
    """Review of `promotion.measurement.reviews`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which meeting looks at it?"),
            why=N_("Control without a date is a hope."),
            example=N_("Month’s close"),
        ),
    ] = None
    cadence: Annotated[
        str | None,
        Choice(
            (
                "weekly",
                "monthly",
                "quarterly",
                "yearly",
            )
        ),
        Ask(
            label=N_("Cadence"),
            depth="S",
            question=N_("How often?"),
            why=N_("Control without a date is a hope."),
            example=N_("monthly"),
        ),
    ] = None
    people: Annotated[
        tuple[str, ...] | None,
        Refs(to="promotion.people"),
        Ask(
            label=N_("People"),
            depth="S",
            question=N_("Who?"),
            why=N_("Control without a date is a hope."),
            example=N_("ioana, ana-pop"),
        ),
    ] = None
    decides: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Decides"),
            depth="T",
            question=N_("What may it decide?"),
            why=N_("Control without a date is a hope."),
            example=N_("moves up to 300"),
        ),
    ] = None


class MeasurementCounter(Member):
    """Counter of `promotion.measurement.counters`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which counter?"),
            why=N_("An untested counter is found in December."),
            example=N_("Call numbers"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "web analytics",
                "tag manager",
                "ad pixel",
                "call tracking",
                "customer records",
                "booking",
                "till",
                "survey",
                "app",
                "other",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What kind?"),
            why=N_("An untested counter is found in December."),
            example=N_("call tracking"),
        ),
    ] = None
    where: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Where"),
            depth="S",
            question=N_("Where does it sit?"),
            why=N_("An untested counter is found in December."),
            example=N_("ads, map, site"),
        ),
    ] = None
    consent: Annotated[
        str | None,
        Choice(
            (
                "none",
                "cookie consent",
                "opt-in",
            )
        ),
        Ask(
            label=N_("Consent"),
            depth="S",
            question=N_("Permission?"),
            why=N_("An untested counter is found in December."),
            example=N_("none"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who keeps it?"),
            why=N_("An untested counter is found in December."),
            example=N_("ioana"),
        ),
    ] = None
    checked: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Checked"),
            depth="S",
            question=N_("Last tested?"),
            why=N_("An untested counter is found in December."),
            example=N_("2026-11-03"),
        ),
    ] = None


class MeasurementEvent(Member):
    """Event of `promotion.measurement.events`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What action is recorded?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("booking_done"),
        ),
    ] = None
    counter: Annotated[
        str | None,
        Ref(to="promotion.measurement.counters"),
        Ask(
            label=N_("Counter"),
            depth="S",
            question=N_("By which counter?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("web-analytics"),
        ),
    ] = None
    trigger: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Trigger"),
            depth="S",
            question=N_("What sets it off?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("thank-you page"),
        ),
    ] = None
    is_goal: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Is goal"),
            depth="S",
            question=N_("Is it a goal?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("yes"),
        ),
    ] = None
    kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Measure"),
            depth="S",
            question=N_("Feeds which number?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("enquiries"),
        ),
    ] = None
    value: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Value"),
            depth="T",
            question=N_("Worth?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("53"),
        ),
    ] = None
    checked: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Checked"),
            depth="S",
            question=N_("Tested?"),
            why=N_("Links the KPI to a thing a machine can see."),
            example=N_("2026-11-05"),
        ),
    ] = None


class MeasurementSurveyAnswers(Node):
    """Answers (`promotion.measurement.surveys[*].answers`)."""

    asked: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Asked"),
            depth="T",
            question=N_("Answered?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("212"),
        ),
    ] = None
    yes: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Yes"),
            depth="T",
            question=N_("Said yes?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("19"),
        ),
    ] = None
    promoters: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Promoters"),
            depth="T",
            question=N_("Recommend (9–10)?"),
            why=N_("Awareness needs a before, or there is no after."),
        ),
    ] = None
    passives: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Passives"),
            depth="T",
            question=N_("7–8?"),
            why=N_("Awareness needs a before, or there is no after."),
        ),
    ] = None
    detractors: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Detractors"),
            depth="T",
            question=N_("0–6?"),
            why=N_("Awareness needs a before, or there is no after."),
        ),
    ] = None


class MeasurementSurvey(Member):
    """Survey of `promotion.measurement.surveys`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("Which survey?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("Known in the quarter"),
        ),
    ] = None
    wording: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Wording"),
            depth="T",
            question=N_("Asked how?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("“Which physiotherapy places come to mind?”"),
        ),
    ] = None
    kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Measure"),
            depth="T",
            question=N_("For which number?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("known-unaided"),
        ),
    ] = None
    population: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Population"),
            depth="T",
            question=N_("How many people in the group?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("42,000"),
        ),
    ] = None
    error: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Error"),
            depth="T",
            question=N_("Allowed error?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("0.05"),
        ),
    ] = None
    confidence: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Confidence"),
            depth="T",
            question=N_("How sure?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("0.95"),
            default=0.95,
        ),
    ] = None
    response_rate: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Response rate"),
            depth="T",
            question=N_("Share that answer?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("0.12"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="T",
            question=N_("When?"),
            why=N_("Awareness needs a before, or there is no after."),
            example=N_("2027-01-20"),
        ),
    ] = None
    answers: Annotated[MeasurementSurveyAnswers, Group(label=N_("Answers"))] = (
        MeasurementSurveyAnswers()
    )


class Measurement(Node):
    """Measuring (`promotion.measurement`)."""

    ask_at_sale: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Ask at sale"),
            depth="S",
            question=N_("How will you ask buyers where they heard of you?"),
            why=N_("Platforms together claim more sales than you made."),
            example=N_("“What made you call today?”"),
        ),
    ] = None
    attribution: Annotated[
        str | None,
        Choice(
            (
                "ask the buyer",
                "last contact",
                "first contact",
                "shared",
                "platform's own",
                "none",
            )
        ),
        Ask(
            label=N_("Attribution"),
            depth="S",
            question=N_("Who gets credit for a sale?"),
            why=N_("Platforms together claim more sales than you made."),
            example=N_("ask the buyer"),
        ),
    ] = None
    attribution_reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Attribution reason"),
            depth="S",
            question=N_("Why?"),
            why=N_("Platforms together claim more sales than you made."),
            example=N_("“Most book by phone”"),
        ),
    ] = None
    window_days: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Window days"),
            depth="T",
            question=N_("Days back?"),
            why=N_("Platforms together claim more sales than you made."),
            example=N_("30"),
            unit=N_("days"),
        ),
    ] = None
    incrementality: Annotated[
        str | None,
        Choice(
            (
                "control group",
                "pause test",
                "by area",
                "before and after",
                "none",
            )
        ),
        Ask(
            label=N_("Incrementality"),
            depth="S",
            question=N_("How will you learn what came only through ads?"),
            why=N_("Else you pay for customers who were coming."),
            example=N_("pause test"),
        ),
    ] = None
    incrementality_plan: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Incrementality plan"),
            depth="S",
            question=N_("How exactly?"),
            why=N_("Else you pay for customers who were coming."),
            example=N_("“Search off in Florești, weeks 10–13”"),
        ),
    ] = None
    consent_loss: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Consent loss"),
            depth="T",
            question=N_("Share of visitors you can’t measure?"),
            why=N_("Else you pay for customers who were coming."),
            example=N_("0.35"),
        ),
    ] = None
    naming: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Naming"),
            depth="T",
            question=N_("How are links named?"),
            why=N_("Else you pay for customers who were coming."),
            example=N_("source_campaign_month"),
        ),
    ] = None
    green_tolerance: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Green tolerance"),
            depth="T",
            question=N_("How far off is still green?"),
            why=N_("Control without a date is a hope."),
            example=N_("0.05"),
            default=0.05,
        ),
    ] = None
    amber_tolerance: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Amber tolerance"),
            depth="T",
            question=N_("Amber?"),
            why=N_("Control without a date is a hope."),
            example=N_("0.10"),
            default=0.1,
        ),
    ] = None
    reviews: Annotated[
        tuple[MeasurementReview, ...],
        Many(label=N_("Reviews"), one=N_("review"), title="name", depth="S"),
    ] = ()
    counters: Annotated[
        tuple[MeasurementCounter, ...],
        Many(label=N_("Counters"), one=N_("counter"), title="name", depth="S"),
    ] = ()
    events: Annotated[
        tuple[MeasurementEvent, ...],
        Many(label=N_("Events"), one=N_("event"), title="name", depth="S"),
    ] = ()
    surveys: Annotated[
        tuple[MeasurementSurvey, ...],
        Many(label=N_("Surveys"), one=N_("survey"), title="name", depth="T"),
    ] = ()
