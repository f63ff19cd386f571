"""The alternatives and the watch on them."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import (
    Choice,
    Date,
    Integer,
    ListOf,
    Money,
    Month,
    OpenChoice,
    Prose,
    Rating,
    ScaleRating,
    Share,
    Text,
    Url,
)
from planner.model.nodes import Member, Node, blank
from planner.model.references import Ref, Refs


class CompetitorPrice(Member):
    """Their prices for what you sell: a member of `competitors.items[*].prices`, keyed by offering."""

    price: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Price"),
            depth="S",
            question=N_("What do they charge for the same thing?"),
            why=N_("A gap of 8 is answered differently from one of 2."),
            example=N_("34"),
            evidence=True,
        ),
    ] = None


class CompetitorRating(Member):
    """Ratings: a member of `competitors.items[*].ratings`, keyed by success factor."""

    score: Annotated[
        float | None,
        ScaleRating(),
        Ask(
            label=N_("Score"),
            depth="E",
            question=N_("How good are they at this?"),
            why=N_("It shows where a buyer is right to leave you."),
            example=N_("4 (price)"),
            evidence=True,
        ),
    ] = None
    because: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Why"),
            depth="S",
            question=N_("How do you know?"),
            why=N_("Guesses age into facts."),
            example=N_("Called as a customer on 12 Oct."),
        ),
    ] = None


class CompetitorWatchSource(Member):
    """Place of `competitors.items[*].watch.sources`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Where do you look?"),
            why=N_("News you’d have to stumble on comes late."),
            example=N_("Newsletter"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "website",
                "newsletter",
                "community",
                "social",
                "ad library",
                "reviews",
                "job ads",
                "company register",
                "tenders",
                "press",
                "visit",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort of place is it?"),
            why=N_("News you’d have to stumble on comes late."),
            example=N_("newsletter"),
        ),
    ] = None
    url: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Link"),
            depth="S",
            question=N_("At which address?"),
            why=N_("News you’d have to stumble on comes late."),
        ),
    ] = None


class CompetitorWatchObservation(Member):
    """Observation of `competitors.items[*].watch.observations`."""

    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="S",
            question=N_("When did you look?"),
            why=N_("An unlogged look leaves the plan on old facts."),
            example=N_("2026-11-02"),
        ),
    ] = None
    what: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("What"),
            depth="S",
            question=N_("What did you see? “Nothing new” counts."),
            why=N_("An unlogged look leaves the plan on old facts."),
            example=N_("billboard “hiring 5 therapists”"),
            evidence=True,
        ),
    ] = None
    source: Annotated[
        str | None,
        Ref(to="competitors.items[*].watch.sources"),
        Ask(
            label=N_("Source"),
            depth="S",
            question=N_("Where from?"),
            why=N_("Facts pile up and nothing changes."),
            example=N_("newsletter"),
        ),
    ] = None
    meaning: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Meaning"),
            depth="S",
            question=N_("What does it mean for you?"),
            why=N_("Facts pile up and nothing changes."),
            example=N_("Seventh site is coming."),
            evidence=True,
        ),
    ] = None
    answer: Annotated[
        str | None,
        Choice(
            (
                "no change",
                "change the plan",
                "watch closer",
            )
        ),
        Ask(
            label=N_("Answer"),
            depth="S",
            question=N_("Does it change the plan?"),
            why=N_("Re-planning must be a decision, not a mood."),
            example=N_("watch closer"),
        ),
    ] = None


class CompetitorWatch(Node):
    """Keeping watch (`competitors.items[*].watch`)."""

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
            question=N_("How often do you look?"),
            why=N_("Without a rhythm nobody looks until it hurts."),
            example=N_("weekly"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who looks?"),
            why=N_("“All of us” is nobody."),
            example=N_("mihai"),
        ),
    ] = None
    sources: Annotated[
        tuple[CompetitorWatchSource, ...],
        Many(label=N_("Where to look"), one=N_("place"), title="name", depth="S"),
    ] = ()
    observations: Annotated[
        tuple[CompetitorWatchObservation, ...],
        Many(label=N_("What was seen"), one=N_("observation"), title="date", depth="S"),
    ] = ()


class CompetitorLevel(Member):
    """Levels: a member of `competitors.items[*].levels`, keyed by curve factor."""

    level: Annotated[
        float | None,
        Rating(low=1, high=10),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("How much do they offer?"),
            why=N_("Equal curves show you have no difference."),
            example=N_("fizioplus: 8"),
            evidence=True,
        ),
    ] = None


class CompetitorFeature(Member):
    """Features: a member of `competitors.items[*].features`, keyed by feature."""

    level: Annotated[
        str | None,
        Choice(
            (
                "no",
                "partly",
                "yes",
            )
        ),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("Do they have it?"),
            why=N_("Parity is judged one by one, not by feeling."),
            example=N_("fizioplus: yes"),
            evidence=True,
        ),
    ] = None


class Competitor(Member):
    """Alternative of `competitors.items`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What could your buyer choose instead of you?"),
            why=N_("You lose most often to what isn’t on the list."),
            example=N_("FizioPlus; gym trainers; painkillers; a telerehab app"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "direct",
                "indirect",
                "substitute",
                "do nothing",
                "potential entrant",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="E",
            question=N_("What sort of alternative is it?"),
            why=N_("Lists of look-alikes miss the newcomer that takes the market."),
            example=N_("direct"),
        ),
    ] = None
    website: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Website"),
            depth="S",
            question=N_("What is their web address?"),
            why=N_("The watch starts there."),
            example=N_("https://fizioplus.example"),
        ),
    ] = None
    offer: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Offer"),
            depth="S",
            question=N_("What do they sell, to whom, and how do they win?"),
            why=N_("Copying features misses their strategy."),
            example=N_("Six sites, packages, insurers’ patients; wins on price."),
            evidence=True,
        ),
    ] = None
    claim: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Claim"),
            depth="E",
            question=N_("What do they promise, in their own words?"),
            why=N_("You may be promising exactly the same."),
            example=N_("“Near you, from 34 a session”"),
            evidence=True,
        ),
    ] = None
    price_level: Annotated[
        str | None,
        Choice(
            (
                "free",
                "much cheaper",
                "cheaper",
                "alike",
                "dearer",
                "much dearer",
            )
        ),
        Ask(
            label=N_("Price level"),
            depth="E",
            question=N_("Compared with you, what do they charge?"),
            why=N_("A wrong price gap spoils the whole argument."),
            example=N_("cheaper"),
            evidence=True,
        ),
    ] = None
    prices: Annotated[
        tuple[CompetitorPrice, ...],
        Many(
            label=N_("Their prices for what you sell"),
            one=N_("price"),
            keyed_by="business.offerings",
            depth="S",
        ),
    ] = ()
    share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Share"),
            depth="S",
            question=N_("What share of the market is theirs?"),
            why=N_("You can’t tell a giant from a shop window."),
            example=N_("0.24"),
            evidence=True,
        ),
    ] = None
    marketing_spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Marketing spend"),
            depth="T",
            question=N_("What do they spend on advertising a year?"),
            why=N_("Your budget is loud or silent only beside theirs."),
            example=N_("60,000"),
            evidence=True,
        ),
    ] = None
    segments: Annotated[
        tuple[str, ...] | None,
        Refs(to="segments.items"),
        Ask(
            label=N_("Segments"),
            depth="S",
            question=N_("Which groups of buyers do they serve best?"),
            why=N_("Where nobody serves is your niche, or a desert."),
            example=N_("price-minded-patients"),
        ),
    ] = None
    channels: Annotated[
        tuple[str, ...] | None,
        ListOf(OpenChoice(words="channel-kind")),
        Ask(
            label=N_("Channels"),
            depth="S",
            question=N_("Where do they advertise or meet buyers?"),
            why=N_("An empty channel is cheap, a crowded one dear."),
            example=N_("contextual, paid_social"),
            evidence=True,
        ),
    ] = None
    strengths: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Strengths"),
            depth="E",
            question=N_("Where do they beat you?"),
            why=N_("A table where you always win is worthless."),
            example=N_("7–22 opening"),
            evidence=True,
        ),
    ] = None
    weaknesses: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Weaknesses"),
            depth="E",
            question=N_("Where do you beat them?"),
            why=N_("A table where you always win is worthless."),
            example=N_("new therapist every visit"),
            evidence=True,
        ),
    ] = None
    ratings: Annotated[
        tuple[CompetitorRating, ...],
        Many(
            label=N_("Ratings"), one=N_("rating"), keyed_by="competitors.success_factors", depth="E"
        ),
    ] = ()
    our_answer: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Our answer"),
            depth="S",
            question=N_("Where they beat you, what will you do?"),
            why=N_("Seeing and not answering is the same as not seeing."),
            example=N_("Open mornings; leave the price war to them."),
        ),
    ] = None
    overlap: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Overlap"),
            depth="S",
            question=N_("How alike are your buyers?"),
            why=N_("Attention goes to the noisiest, not the most dangerous."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    capability: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Capability"),
            depth="S",
            question=N_("How strong are they?"),
            why=N_("Attention goes to the noisiest, not the most dangerous."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    momentum: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Momentum"),
            depth="S",
            question=N_("How fast growing?"),
            why=N_("Attention goes to the noisiest, not the most dangerous."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    next_move: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Next move"),
            depth="S",
            question=N_("What will they probably do next?"),
            why=N_("A plan against yesterday’s rival arrives too late."),
            example=N_("Open a seventh site near us in spring."),
            evidence=True,
        ),
    ] = None
    reaction: Annotated[
        str | None,
        Choice(
            (
                "none",
                "cut prices",
                "copy",
                "outspend",
                "lock in partners",
                "complain",
                "unknown",
            )
        ),
        Ask(
            label=N_("Reaction"),
            depth="S",
            question=N_("How will they react to your plan?"),
            why=N_("The forecast assumes they sit still."),
            example=N_("cut prices"),
            default="unknown",
        ),
    ] = None
    counter: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Counter"),
            depth="T",
            question=N_("And what will you do then?"),
            why=N_("Improvised price cuts are the dearest answer."),
            example=N_("Hold price; sell packages to regulars."),
            confidential=True,
        ),
    ] = None
    entry_sign: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Entry sign"),
            depth="S",
            question=N_("What would show that they’re coming?"),
            why=N_("When you notice by sales, it’s over."),
            example=N_("App hires a Romanian country lead"),
            evidence=True,
        ),
    ] = None
    entry_month: Annotated[
        str | None,
        Month(),
        Ask(
            label=N_("Entry month"),
            depth="S",
            question=N_("When at the earliest?"),
            why=N_("When you notice by sales, it’s over."),
            example=N_("2027-04"),
        ),
    ] = None
    watch: Annotated[CompetitorWatch, Group(label=N_("Keeping watch"))] = blank(CompetitorWatch)
    brand_searches: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Brand searches"),
            depth="T",
            question=N_("How often is their name?"),
            why=N_("It shows who is known, before sales do."),
            example=N_("fizioplus: 900"),
            evidence=True,
        ),
    ] = None
    levels: Annotated[
        tuple[CompetitorLevel, ...],
        Many(label=N_("Levels"), one=N_("level"), keyed_by="competitors.curve_factors", depth="S"),
    ] = ()
    features: Annotated[
        tuple[CompetitorFeature, ...],
        Many(label=N_("Features"), one=N_("feature"), keyed_by="competitors.features", depth="S"),
    ] = ()


class ScanPlace(Member):
    """Place of `competitors.scan`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Where would a strong newcomer show up first?"),
            why=N_("The rival that took the market was on no list."),
            example=N_("App store, health top 50, Romania"),
        ),
    ] = None
    url: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Link"),
            depth="S",
            question=N_("At which address?"),
            why=N_("The rival that took the market was on no list."),
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
            question=N_("How often do you look there?"),
            why=N_("A place nobody visits warns nobody."),
            example=N_("monthly"),
            default="monthly",
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who looks?"),
            why=N_("A place nobody visits warns nobody."),
            example=N_("mihai"),
        ),
    ] = None
    last_looked: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Last looked"),
            depth="S",
            question=N_("When last?"),
            why=N_("A place nobody visits warns nobody."),
            example=N_("2026-10-30"),
        ),
    ] = None


class WhiteSpace(Member):
    """Unserved need of `competitors.white_spaces`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which need, place or channel does nobody serve well?"),
            why=N_("Fighting where all fight is the costly way."),
            example=N_("Early-morning slots for shift workers"),
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="S",
            question=N_("For which group?"),
            why=N_("Fighting where all fight is the costly way."),
            example=N_("desk"),
        ),
    ] = None
    why_empty: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Why empty"),
            depth="S",
            question=N_("Why is it empty?"),
            why=N_("Most gaps are empty because nobody pays."),
            example=N_("Chains open at nine."),
            evidence=True,
        ),
    ] = None
    decision: Annotated[
        str | None,
        Choice(
            (
                "take",
                "test",
                "leave",
            )
        ),
        Ask(
            label=N_("Decision"),
            depth="S",
            question=N_("Take it, test it, or leave it?"),
            why=N_("An unused gap invites the newcomer."),
            example=N_("test"),
        ),
    ] = None
    because: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Why"),
            depth="S",
            question=N_("Why?"),
            why=N_("An unused gap invites the newcomer."),
            example=N_("58 % of morning slots are sold"),
        ),
    ] = None
