"""People and contractors."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Integer, Money, Number, Prose, Text
from planner.model.nodes import Member
from planner.model.references import Ref


class PersonMonth(Member):
    """Hours month by month: a member of `promotion.people[*].months`, keyed by month."""

    hours: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Hours"),
            depth="T",
            question=N_("Different in this month?"),
            why=N_("Plans die of hours, not of money."),
            example=N_("2027-08: 10"),
            unit=N_("hours"),
        ),
    ] = None


class Person(Member):
    """Person of `promotion.people`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("Who (a name or a job)?"),
            why=N_("Work without hands slips first."),
            example=N_("Ioana"),
        ),
    ] = None
    role: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Role"),
            depth="S",
            question=N_("Doing what?"),
            why=N_("Work without hands slips first."),
            example=N_("reception and marketing"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "own",
                "contractor's",
                "volunteer",
                "to hire",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("Yours or from outside?"),
            why=N_("Work without hands slips first."),
            example=N_("own"),
        ),
    ] = None
    contractor: Annotated[
        str | None,
        Ref(to="promotion.contractors"),
        Ask(
            label=N_("Contractor"),
            depth="S",
            question=N_("From which firm?"),
            why=N_("Work without hands slips first."),
        ),
    ] = None
    hours: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Hours"),
            depth="S",
            question=N_("Hours a month for marketing?"),
            why=N_("Plans die of hours, not of money."),
            example=N_("35"),
            unit=N_("hours"),
        ),
    ] = None
    months: Annotated[
        tuple[PersonMonth, ...],
        Many(label=N_("Hours month by month"), one=N_("month"), keyed_by="month", depth="T"),
    ] = ()
    hourly_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Hourly cost"),
            depth="T",
            question=N_("Cost of an hour?"),
            why=N_("Plans die of hours, not of money."),
            example=N_("9"),
            confidential=True,
        ),
    ] = None


class ContractorOffer(Member):
    """Offer of `promotion.contractors[*].offers`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("Who else offered?"),
            why=N_("Three offers answer the auditor in one line."),
            example=N_("Media Nord"),
            confidential=True,
        ),
    ] = None
    price: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Price"),
            depth="T",
            question=N_("At what price?"),
            why=N_("Three offers answer the auditor in one line."),
            example=N_("320 a month"),
            confidential=True,
        ),
    ] = None
    strengths: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Strengths"),
            depth="T",
            question=N_("Better in what?"),
            why=N_("Three offers answer the auditor in one line."),
            example=N_("video"),
            confidential=True,
        ),
    ] = None
    weaknesses: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Weaknesses"),
            depth="T",
            question=N_("Worse in what?"),
            why=N_("Three offers answer the auditor in one line."),
            example=N_("no reports"),
            confidential=True,
        ),
    ] = None


class ContractorContract(Member):
    """Contract of `promotion.contractors[*].contracts`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which contract?"),
            why=N_("A renewal missed by a day costs a year."),
            example=N_("No. 14/2026"),
            confidential=True,
        ),
    ] = None
    signed: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Signed"),
            depth="T",
            question=N_("Signed when?"),
            why=N_("A renewal missed by a day costs a year."),
            example=N_("2026-12-15"),
            confidential=True,
        ),
    ] = None
    start: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Start"),
            depth="S",
            question=N_("From?"),
            why=N_("A renewal missed by a day costs a year."),
            example=N_("2027-01-01"),
            confidential=True,
        ),
    ] = None
    end: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("End"),
            depth="S",
            question=N_("To?"),
            why=N_("A renewal missed by a day costs a year."),
            example=N_("2027-12-31"),
            confidential=True,
        ),
    ] = None
    value: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Value"),
            depth="S",
            question=N_("Worth?"),
            why=N_("A renewal missed by a day costs a year."),
            example=N_("3,000"),
            confidential=True,
        ),
    ] = None
    terms: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Terms"),
            depth="T",
            question=N_("How is it paid?"),
            why=N_("A renewal missed by a day costs a year."),
            example=N_("monthly, 15 days"),
            confidential=True,
        ),
    ] = None
    notice_days: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Notice days"),
            depth="S",
            question=N_("Days’ notice?"),
            why=N_("When they leave, your history leaves with them."),
            example=N_("30"),
            unit=N_("days"),
            confidential=True,
        ),
    ] = None
    accounts: Annotated[
        str | None,
        Choice(
            (
                "ours",
                "theirs",
                "shared",
            )
        ),
        Ask(
            label=N_("Accounts"),
            depth="S",
            question=N_("Whose are the ad accounts?"),
            why=N_("When they leave, your history leaves with them."),
            example=N_("ours"),
            confidential=True,
        ),
    ] = None
    rights: Annotated[
        str | None,
        Choice(
            (
                "ours",
                "licensed",
                "theirs",
                "unclear",
            )
        ),
        Ask(
            label=N_("Rights"),
            depth="T",
            question=N_("Whose are texts and pictures?"),
            why=N_("When they leave, your history leaves with them."),
            example=N_("ours"),
            confidential=True,
        ),
    ] = None
    data_agreement: Annotated[
        str | None,
        Choice(
            (
                "signed",
                "missing",
                "not needed",
            )
        ),
        Ask(
            label=N_("Data agreement"),
            depth="S",
            question=N_("Data agreement signed?"),
            why=N_("When they leave, your history leaves with them."),
            example=N_("signed"),
            confidential=True,
        ),
    ] = None
    kept_at: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Kept at"),
            depth="T",
            question=N_("Where is the paper?"),
            why=N_("When they leave, your history leaves with them."),
            example=N_("Folder C/3"),
            confidential=True,
        ),
    ] = None


class Contractor(Member):
    """Contractor of `promotion.contractors`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which firm or freelancer?"),
            why=N_("You answer for their cents."),
            example=N_("Clickwise SRL"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "agency",
                "freelancer",
                "platform",
                "media",
                "supplier",
                "partner",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort?"),
            why=N_("You answer for their cents."),
            example=N_("agency"),
        ),
    ] = None
    work: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Work"),
            depth="S",
            question=N_("For what?"),
            why=N_("You answer for their cents."),
            example=N_("search ads"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "to find",
                "asked",
                "chosen",
                "working",
                "ended",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="S",
            question=N_("How far are you?"),
            why=N_("You answer for their cents."),
            example=N_("chosen"),
        ),
    ] = None
    contact: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Contact"),
            depth="T",
            question=N_("Business contact?"),
            why=N_("You answer for their cents."),
            example=N_("office@clickwise.example"),
            confidential=True,
        ),
    ] = None
    note: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Note"),
            depth="T",
            question=N_("How was their work?"),
            why=N_("You answer for their cents."),
            example=N_("“On time, weak reports”"),
            confidential=True,
        ),
    ] = None
    offers: Annotated[
        tuple[ContractorOffer, ...],
        Many(label=N_("Offers"), one=N_("offer"), title="name", depth="T"),
    ] = ()
    chosen_because: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Chosen because"),
            depth="S",
            question=N_("Why this one?"),
            why=N_("Three offers answer the auditor in one line."),
            example=N_("“Shows its accounts to us”"),
        ),
    ] = None
    contracts: Annotated[
        tuple[ContractorContract, ...],
        Many(label=N_("Contracts"), one=N_("contract"), title="name", depth="S"),
    ] = ()
