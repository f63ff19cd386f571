"""Campaigns, briefs and content."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import Choice, Date, Integer, ListOf, Money, Number, Prose, Share, Text
from planner.model.nodes import Member, Node, blank
from planner.model.references import Ref, Refs


class CampaignOffer(Node):
    """The offer (`promotion.campaigns[*].offer`)."""

    what: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("What"),
            depth="E",
            question=N_("What do they get, and till when?"),
            why=N_("A discount needs far more sales than it seems: computed here."),
            example=N_("First check 20 min free with treatment plan"),
        ),
    ] = None
    offering: Annotated[
        str | None,
        Ref(to="business.offerings"),
        Ask(
            label=N_("Offering"),
            depth="T",
            question=N_("On which product?"),
            why=N_("A discount needs far more sales than it seems: computed here."),
            example=N_("physiotherapy-session"),
        ),
    ] = None
    discount: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Discount"),
            depth="S",
            question=N_("How much off?"),
            why=N_("A discount needs far more sales than it seems: computed here."),
            example=N_("0"),
        ),
    ] = None
    terms: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Terms"),
            depth="S",
            question=N_("Conditions?"),
            why=N_("A discount needs far more sales than it seems: computed here."),
            example=N_("“Once per person, weekdays 10–15”"),
        ),
    ] = None


class CampaignChannel(Member):
    """Channels of the campaign: a member of `promotion.campaigns[*].channels`, keyed by channel."""

    budget: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Budget"),
            depth="S",
            question=N_("How much of each channel’s money?"),
            why=N_("Shares of channel money, never extra money."),
            example=N_("search-ads 900, email 0"),
        ),
    ] = None
    kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Measure"),
            depth="S",
            question=N_("Judged by?"),
            why=N_("Shares of channel money, never extra money."),
            example=N_("new-customers"),
        ),
    ] = None
    target: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Target"),
            depth="S",
            question=N_("How many?"),
            why=N_("Shares of channel money, never extra money."),
            example=N_("22"),
        ),
    ] = None


class CampaignPart(Member):
    """Who does what: a member of `promotion.campaigns[*].raci`, keyed by person."""

    part: Annotated[
        str | None,
        Choice(
            (
                "responsible",
                "consulted",
                "informed",
            )
        ),
        Ask(
            label=N_("Part"),
            depth="T",
            question=N_("Who else takes part?"),
            why=N_("Owner is the accountable one; shared means nobody."),
            example=N_("ana-pop: consulted"),
        ),
    ] = None


class CampaignBriefDeliverable(Member):
    """Deliverable of `promotion.campaigns[*].brief.deliverables`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Hand over what?"),
            why=N_("“Do some advertising” gets you some advertising."),
            example=N_("Ad group"),
        ),
    ] = None
    format: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Format"),
            depth="S",
            question=N_("In what form?"),
            why=N_("“Do some advertising” gets you some advertising."),
            example=N_("3 texts each, RO + EN"),
        ),
    ] = None
    quantity: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Quantity"),
            depth="S",
            question=N_("How many?"),
            why=N_("“Do some advertising” gets you some advertising."),
            example=N_("6"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Due"),
            depth="S",
            question=N_("When?"),
            why=N_("“Do some advertising” gets you some advertising."),
            example=N_("2027-02-15"),
        ),
    ] = None


class CampaignBrief(Node):
    """Brief for the contractor (`promotion.campaigns[*].brief`)."""

    task: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Task"),
            depth="S",
            question=N_("What should the contractor do?"),
            why=N_("“Do some advertising” gets you some advertising."),
            example=N_("“Set up and run search ads for first visits in Cluj within 6 km”"),
        ),
    ] = None
    deliverables: Annotated[
        tuple[CampaignBriefDeliverable, ...],
        Many(label=N_("Deliverables"), one=N_("deliverable"), title="name", depth="S"),
    ] = ()
    must: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Must"),
            depth="S",
            question=N_("What must be in?"),
            why=N_("Cheaper to forbid now than to apologise later."),
            example=N_("“Call button; price from 42”"),
            confidential=True,
        ),
    ] = None
    must_not: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Must not"),
            depth="S",
            question=N_("What must never be?"),
            why=N_("Cheaper to forbid now than to apologise later."),
            example=N_("“No cure promises; no patient photos; no rival’s name”"),
            confidential=True,
        ),
    ] = None
    languages: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Languages"),
            depth="S",
            question=N_("Languages?"),
            why=N_("Cheaper to forbid now than to apologise later."),
            example=N_("ro, en"),
            confidential=True,
        ),
    ] = None
    access: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Access"),
            depth="T",
            question=N_("What will you give them?"),
            why=N_("Cheaper to forbid now than to apologise later."),
            example=N_("“Ad account, photos, price list”"),
            confidential=True,
        ),
    ] = None
    tracking: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Tracking"),
            depth="S",
            question=N_("How will results be traced?"),
            why=N_("Without a test, “done” is the contractor’s opinion."),
            example=N_("utm_campaign=neck-free; call number 3"),
        ),
    ] = None
    acceptance: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Acceptance"),
            depth="S",
            question=N_("How will you check it is done right?"),
            why=N_("Without a test, “done” is the contractor’s opinion."),
            example=N_("“Test booking shows as conversion; cost per booking ≤ 45 over 30”"),
        ),
    ] = None
    reporting: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reporting"),
            depth="S",
            question=N_("What do they report, when?"),
            why=N_("Without a test, “done” is the contractor’s opinion."),
            example=N_("“Monday, one page”"),
        ),
    ] = None
    decisions: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Decisions"),
            depth="T",
            question=N_("Who may change the task?"),
            why=N_("Without a test, “done” is the contractor’s opinion."),
            example=N_("Ioana"),
        ),
    ] = None


class Campaign(Member):
    """Campaign of `promotion.campaigns`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What is this campaign called?"),
            why=N_("Orphan campaigns are where money leaks."),
            example=N_("Neck-free March"),
        ),
    ] = None
    objective: Annotated[
        str | None,
        Ref(to="promotion.objectives"),
        Ask(
            label=N_("Objective"),
            depth="S",
            question=N_("Which objective?"),
            why=N_("Orphan campaigns are where money leaks."),
            example=N_("more-new-customers"),
        ),
    ] = None
    segments: Annotated[
        tuple[str, ...] | None,
        Refs(to="segments.items"),
        Ask(
            label=N_("Segments"),
            depth="S",
            question=N_("For whom?"),
            why=N_("Orphan campaigns are where money leaks."),
            example=N_("desk"),
        ),
    ] = None
    personas: Annotated[
        tuple[str, ...] | None,
        Refs(to="audience.personas"),
        Ask(
            label=N_("Personas"),
            depth="S",
            question=N_("Which portrait?"),
            why=N_("Orphan campaigns are where money leaks."),
            example=N_("andreea"),
        ),
    ] = None
    message: Annotated[
        str | None,
        Ref(to="positioning.messages"),
        Ask(
            label=N_("Message"),
            depth="S",
            question=N_("Which message does it carry?"),
            why=N_("Three messages at once are none."),
            example=N_("monday"),
        ),
    ] = None
    stage: Annotated[
        str | None,
        Ref(to="audience.journey"),
        Ask(
            label=N_("Stage"),
            depth="S",
            question=N_("At which step of the buyer’s way?"),
            why=N_("Three messages at once are none."),
            example=N_("consider"),
        ),
    ] = None
    variant: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Variant"),
            depth="T",
            question=N_("Said how, here?"),
            why=N_("Three messages at once are none."),
            example=N_("“Neck stuck? Seen in 48 hours.”"),
        ),
    ] = None
    offer: Annotated[CampaignOffer, Group(label=N_("The offer"))] = blank(CampaignOffer)
    start: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Start"),
            depth="E",
            question=N_("First day?"),
            why=N_("Dates make capacity and cash visible."),
            example=N_("2027-03-01"),
        ),
    ] = None
    end: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("End"),
            depth="E",
            question=N_("Last day?"),
            why=N_("Dates make capacity and cash visible."),
            example=N_("2027-04-15"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "idea",
                "planned",
                "running",
                "done",
                "dropped",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="T",
            question=N_("Where does it stand?"),
            why=N_("Dates make capacity and cash visible."),
            example=N_("planned"),
        ),
    ] = None
    channels: Annotated[
        tuple[CampaignChannel, ...],
        Many(
            label=N_("Channels of the campaign"),
            one=N_("channel"),
            keyed_by="promotion.channels",
            depth="S",
        ),
    ] = ()
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who leads it?"),
            why=N_("Owner is the accountable one; shared means nobody."),
            example=N_("ioana"),
        ),
    ] = None
    contractor: Annotated[
        str | None,
        Ref(to="promotion.contractors"),
        Ask(
            label=N_("Contractor"),
            depth="S",
            question=N_("Who makes it?"),
            why=N_("Owner is the accountable one; shared means nobody."),
            example=N_("clickwise"),
        ),
    ] = None
    raci: Annotated[
        tuple[CampaignPart, ...],
        Many(label=N_("Who does what"), one=N_("part"), keyed_by="promotion.people", depth="T"),
    ] = ()
    brief: Annotated[CampaignBrief, Group(label=N_("Brief for the contractor"))] = blank(
        CampaignBrief
    )


class Content(Member):
    """Piece of `promotion.content`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("What will you publish?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("“5 signs it isn’t your chair”"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="T",
            question=N_("When?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("2027-02-22"),
        ),
    ] = None
    channel: Annotated[
        str | None,
        Ref(to="promotion.channels"),
        Ask(
            label=N_("Channel"),
            depth="T",
            question=N_("Where?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("content-site"),
        ),
    ] = None
    campaign: Annotated[
        str | None,
        Ref(to="promotion.campaigns"),
        Ask(
            label=N_("Campaign"),
            depth="T",
            question=N_("For which campaign?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("neck-free"),
        ),
    ] = None
    persona: Annotated[
        str | None,
        Ref(to="audience.personas"),
        Ask(
            label=N_("Persona"),
            depth="T",
            question=N_("Whom?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("andreea"),
        ),
    ] = None
    stage: Annotated[
        str | None,
        Ref(to="audience.journey"),
        Ask(
            label=N_("Stage"),
            depth="T",
            question=N_("At which step?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("aware"),
        ),
    ] = None
    format: Annotated[
        str | None,
        Choice(
            (
                "article",
                "post",
                "video",
                "letter",
                "page",
                "image",
                "talk",
                "other",
            )
        ),
        Ask(
            label=N_("Format"),
            depth="T",
            question=N_("What form?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("article"),
        ),
    ] = None
    language: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Language"),
            depth="T",
            question=N_("Language?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("ro"),
        ),
    ] = None
    phrase: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Phrase"),
            depth="T",
            question=N_("Which searched words does it answer?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("“durere ceafă birou”"),
        ),
    ] = None
    call: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Call"),
            depth="T",
            question=N_("What should the reader do next?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("Book the check"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="T",
            question=N_("Who?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("ioana"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "idea",
                "writing",
                "ready",
                "out",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="T",
            question=N_("State?"),
            why=N_("Empty weeks and unanswered questions show at once."),
            example=N_("idea"),
        ),
    ] = None
