"""Step 7: what changes the trade, who has it, and what waiting costs."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Money, Number, Prose, Rating, Text, Url
from planner.model.nodes import Member, Node
from planner.model.references import Ref, Refs


class Sector(Member):
    """Field of `technology.sectors`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which field do you watch?"),
            why=N_("The blow comes from the field nobody watched."),
            example=N_("Payments"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why does it touch you?"),
            why=N_("The blow comes from the field nobody watched."),
            example=N_("benefit cards decide bookings"),
        ),
    ] = None
    watcher: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Watcher"),
            depth="S",
            question=N_("Who keeps an eye on it?"),
            why=N_("The blow comes from the field nobody watched."),
            example=N_("mihai"),
        ),
    ] = None
    last_scan: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Last scan"),
            depth="S",
            question=N_("When last?"),
            why=N_("The blow comes from the field nobody watched."),
            example=N_("2026-08-20"),
        ),
    ] = None


class TechnologySource(Member):
    """Source of `technology.sources`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What do you read?"),
            why=N_(
                "A subscription nobody opens watches nothing; vendors alone find everything urgent."
            ),
            example=N_("PhysioTech digest"),
        ),
    ] = None
    url: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Link"),
            depth="S",
            question=N_("Where?"),
            why=N_(
                "A subscription nobody opens watches nothing; vendors alone find everything urgent."
            ),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "newsletter",
                "community",
                "rival's site",
                "job adverts",
                "exhibition",
                "association",
                "vendor",
                "research",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What is it?"),
            why=N_(
                "A subscription nobody opens watches nothing; vendors alone find everything urgent."
            ),
            example=N_("newsletter"),
        ),
    ] = None
    sectors: Annotated[
        tuple[str, ...] | None,
        Refs(to="technology.sectors"),
        Ask(
            label=N_("Sectors"),
            depth="S",
            question=N_("For which fields?"),
            why=N_(
                "A subscription nobody opens watches nothing; vendors alone find everything urgent."
            ),
            example=N_("tools-of-the-trade"),
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
            depth="S",
            question=N_("How often?"),
            why=N_(
                "A subscription nobody opens watches nothing; vendors alone find everything urgent."
            ),
            example=N_("monthly"),
        ),
    ] = None
    last_read: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Last read"),
            depth="S",
            question=N_("Last read?"),
            why=N_(
                "A subscription nobody opens watches nothing; vendors alone find everything urgent."
            ),
            example=N_("2026-08-28"),
        ),
    ] = None


class TechnologyRelevance(Member):
    """What it means to each target: a member of `technology.items[*].relevance`, keyed by segment."""

    score: Annotated[
        float | None,
        Rating(low=0, high=5),
        Ask(
            label=N_("Score"),
            depth="S",
            question=N_("How much does it matter to this group?"),
            why=N_("A gap that no target group feels may stay open."),
            example=N_("5"),
            evidence=True,
        ),
    ] = None
    effect: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Effect"),
            depth="S",
            question=N_("To which need?"),
            why=N_("A gap that no target group feels may stay open."),
            example=N_("books after 21:00"),
            evidence=True,
        ),
    ] = None


class TechnologyLevel(Member):
    """Who has it already: a member of `technology.items[*].levels`, keyed by competitor."""

    level: Annotated[
        float | None,
        Rating(low=0, high=4),
        Ask(
            label=N_("Level"),
            depth="E",
            question=N_("How far is this rival?"),
            why=N_("What all rivals have is not news but a debt."),
            example=N_("fizioplus 4, kinetolife 3, rehabnow 4, home-visits 0"),
            evidence=True,
        ),
    ] = None


class Technology(Member):
    """Technology of `technology.items`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("Which technology?"),
            why=N_("Start from what buyers now expect elsewhere."),
            example=N_("Online booking"),
        ),
    ] = None
    sector: Annotated[
        str | None,
        Ref(to="technology.sectors"),
        Ask(
            label=N_("Sector"),
            depth="S",
            question=N_("In which field?"),
            why=N_("Start from what buyers now expect elsewhere."),
            example=N_("web"),
        ),
    ] = None
    description: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Description"),
            depth="S",
            question=N_("What does it do for your buyer, in plain words?"),
            why=N_("If no buyer gains, it is a toy."),
            example=N_("Books and moves a slot at night."),
        ),
    ] = None
    maturity: Annotated[
        str | None,
        Choice(
            (
                "research",
                "first products",
                "growing",
                "everyday",
                "fading",
            )
        ),
        Ask(
            label=N_("Maturity"),
            depth="S",
            question=N_("How far has it come in the world?"),
            why=N_("Too early costs money, too late costs customers."),
            example=N_("everyday"),
            evidence=True,
        ),
    ] = None
    ring: Annotated[
        str | None,
        Choice(
            (
                "adopt",
                "trial",
                "assess",
                "hold",
            )
        ),
        Ask(
            label=N_("Ring"),
            depth="S",
            question=N_("For firms like yours: adopt, trial, assess or hold?"),
            why=N_("Movement says more than position."),
            example=N_("adopt"),
        ),
    ] = None
    previous_ring: Annotated[
        str | None,
        Choice(
            (
                "adopt",
                "trial",
                "assess",
                "hold",
                "new",
            )
        ),
        Ask(
            label=N_("Previous ring"),
            depth="S",
            question=N_("And in last plan?"),
            why=N_("Movement says more than position."),
            example=N_("trial"),
        ),
    ] = None
    impact: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Impact"),
            depth="S",
            question=N_("How much would it change?"),
            why=N_("Orders the list: big, easy, sure first."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    effort: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Effort"),
            depth="S",
            question=N_("How hard?"),
            why=N_("Orders the list: big, easy, sure first."),
            example=N_("2"),
            evidence=True,
        ),
    ] = None
    certainty: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Certainty"),
            depth="S",
            question=N_("How sure are you?"),
            why=N_("Orders the list: big, easy, sure first."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    relevance: Annotated[
        tuple[TechnologyRelevance, ...],
        Many(
            label=N_("What it means to each target"),
            one=N_("relevance"),
            keyed_by="segments.items",
            depth="S",
        ),
    ] = ()
    own_level: Annotated[
        float | None,
        Rating(low=0, high=4),
        Ask(
            label=N_("Our level"),
            depth="E",
            question=N_("How far are you: none, experiment, pilot, in use, core?"),
            why=N_("Your end of the gap."),
            example=N_("1"),
            evidence=True,
        ),
    ] = None
    levels: Annotated[
        tuple[TechnologyLevel, ...],
        Many(
            label=N_("Who has it already"), one=N_("level"), keyed_by="competitors.items", depth="E"
        ),
    ] = ()
    cost_of_missing: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Cost of missing it a year"),
            depth="E",
            question=N_("What does being without it cost a year?"),
            why=N_("The missed chance is the dear one, and never invoiced."),
            example=N_("3,420"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    missing_reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Missing reason"),
            depth="S",
            question=N_("How did you reckon?"),
            why=N_("The missed chance is the dear one, and never invoiced."),
            example=N_("20 customers lost a year × 171 contribution (311 × 0.55)"),
            evidence=True,
        ),
    ] = None
    adoption_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Adoption cost"),
            depth="S",
            question=N_("What does it cost once?"),
            why=N_("“Adopt” without money is a wish."),
            example=N_("1,200"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    running_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Running cost"),
            depth="S",
            question=N_("Each year?"),
            why=N_("“Adopt” without money is a wish."),
            example=N_("480"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    months_needed: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Months needed"),
            depth="S",
            question=N_("How many months?"),
            why=N_("“Adopt” without money is a wish."),
            example=N_("2"),
            unit=N_("months"),
            evidence=True,
        ),
    ] = None
    hurdles: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Hurdles"),
            depth="T",
            question=N_("Which law, privacy or skill stands in the way?"),
            why=N_("A tool you can’t leave sets your next price."),
            example=N_("appointment data agreement"),
        ),
    ] = None
    supplier: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Supplier"),
            depth="T",
            question=N_("Whose?"),
            why=N_("A tool you can’t leave sets your next price."),
            example=N_("BookWell"),
        ),
    ] = None
    exit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Exit"),
            depth="T",
            question=N_("How out again?"),
            why=N_("A tool you can’t leave sets your next price."),
            example=N_("export file"),
        ),
    ] = None
    decision: Annotated[
        str | None,
        Choice(
            (
                "do it now",
                "pilot",
                "watch",
                "decline",
                "stop using",
            )
        ),
        Ask(
            label=N_("Decision"),
            depth="E",
            question=N_("What do you do in this period?"),
            why=N_("Undecided gaps grow quietly."),
            example=N_("do it now"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="S",
            question=N_("Why that, and not more or less?"),
            why=N_("Undecided gaps grow quietly."),
            example=N_("three rivals have it, a third of calls come late"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who does it?"),
            why=N_("Every “do it” needs a name, a date, money."),
            example=N_("ioana"),
        ),
    ] = None
    deadline: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Deadline"),
            depth="S",
            question=N_("By when?"),
            why=N_("Every “do it” needs a name, a date, money."),
            example=N_("2027-02-28"),
        ),
    ] = None
    budget_line: Annotated[
        str | None,
        Ref(to="promotion.budget_lines"),
        Ask(
            label=N_("Budget line"),
            depth="S",
            question=N_("From which budget line?"),
            why=N_("Every “do it” needs a name, a date, money."),
            example=N_("online-booking"),
        ),
    ] = None
    experiment: Annotated[
        str | None,
        Ref(to="promotion.experiments"),
        Ask(
            label=N_("Experiment"),
            depth="T",
            question=N_("Which test settles it?"),
            why=N_("A pilot without a question never ends."),
        ),
    ] = None
    strategies: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.strategies"),
        Ask(
            label=N_("Strategies"),
            depth="T",
            question=N_("Which strategy does it carry?"),
            why=N_("A pilot without a question never ends."),
            example=N_("48-hour-promise"),
        ),
    ] = None
    trigger: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Trigger"),
            depth="S",
            question=N_("What event would change this decision?"),
            why=N_("“Watch” without a date means “forget”."),
            example=N_("RehabNow signs an insurer"),
        ),
    ] = None
    next_review: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Next review"),
            depth="E",
            question=N_("When do you look again?"),
            why=N_("“Watch” without a date means “forget”."),
            example=N_("2027-04-15"),
        ),
    ] = None


class TechnologyWatch(Node):
    """Step 7: what changes the trade, who has it, and what waiting costs."""

    benchmark: Annotated[
        str | None,
        Choice(
            (
                "mean of rivals",
                "best rival",
            )
        ),
        Ask(
            label=N_("Benchmark"),
            depth="T",
            question=N_("Compare yourself with the average or the best rival?"),
            why=N_("Decides how wide the gap looks."),
            example=N_("mean of rivals"),
            default="mean of rivals",
        ),
    ] = None
    sectors: Annotated[
        tuple[Sector, ...],
        Many(label=N_("Fields of technology"), one=N_("field"), title="name", depth="S"),
    ] = ()
    sources: Annotated[
        tuple[TechnologySource, ...],
        Many(label=N_("Sources"), one=N_("source"), title="name", depth="S"),
    ] = ()
    items: Annotated[
        tuple[Technology, ...],
        Many(label=N_("Technologies"), one=N_("technology"), title="name", depth="E"),
    ] = ()
