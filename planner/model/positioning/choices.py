"""SWOT, issues and strategies."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Money, Number, Prose, Rating, Text
from planner.model.nodes import Member
from planner.model.references import PathsTo, Ref, Refs


class SwotItem(Member):
    """SWOT line of `positioning.swot`."""

    kind: Annotated[
        str | None,
        Choice(
            (
                "strength",
                "weakness",
                "opportunity",
                "threat",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="E",
            question=N_("Strength, weakness, opportunity or threat?"),
            why=N_("Vague lines (“quality”) support no decision."),
            example=N_("threat"),
        ),
    ] = None
    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What is it, exactly?"),
            why=N_("Vague lines (“quality”) support no decision."),
            example=N_("RehabNow sells at 19 a month from March"),
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="S",
            question=N_("For which target group?"),
            why=N_("A strength for runners may be nothing to desk workers."),
            example=N_("desk"),
        ),
    ] = None
    against: Annotated[
        str | None,
        Ref(to="competitors.items"),
        Ask(
            label=N_("Against"),
            depth="S",
            question=N_("Compared with whom?"),
            why=N_("A strength for runners may be nothing to desk workers."),
            example=N_("rehabnow"),
        ),
    ] = None
    importance: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Importance"),
            depth="S",
            question=N_("How much does it matter there?"),
            why=N_("Unweighted lists drown the two lines that decide."),
            example=N_("5"),
        ),
    ] = None
    response: Annotated[
        float | None,
        Rating(low=1, high=4),
        Ask(
            label=N_("Response"),
            depth="T",
            question=N_("How well do we answer it now?"),
            why=N_("Unweighted lists drown the two lines that decide."),
            example=N_("2"),
        ),
    ] = None
    sources: Annotated[
        tuple[str, ...] | None,
        PathsTo(to="any"),
        Ask(
            label=N_("Sources"),
            depth="S",
            question=N_("Which finding does it come from?"),
            why=N_("A line from nowhere can’t be defended."),
            example=N_("competitors.items[rehabnow].price_level"),
        ),
    ] = None


class KeyIssue(Member):
    """Key issue of `positioning.issues`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="S",
            question=N_("Which question must this plan settle?"),
            why=N_("Three to five issues turn analysis into choices."),
            example=N_("How to hold desk workers when an app costs half?"),
        ),
    ] = None
    swot_items: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.swot"),
        Ask(
            label=N_("SWOT lines"),
            depth="S",
            question=N_("From which lines?"),
            why=N_("Three to five issues turn analysis into choices."),
            example=N_("app-at-19"),
        ),
    ] = None
    segments: Annotated[
        tuple[str, ...] | None,
        Refs(to="segments.items"),
        Ask(
            label=N_("Segments"),
            depth="S",
            question=N_("For whom?"),
            why=N_("Three to five issues turn analysis into choices."),
            example=N_("desk"),
        ),
    ] = None


class StrategyGain(Member):
    """What it adds to the goals: a member of `positioning.strategies[*].gains`, keyed by goal."""

    low: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Low"),
            depth="S",
            question=N_("How much of this goal does it bring at worst?"),
            why=N_("The strategies must add up to the gap."),
            example=N_("14,000"),
            evidence=True,
        ),
    ] = None
    base: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Base"),
            depth="S",
            question=N_("Likely?"),
            why=N_("The strategies must add up to the gap."),
            example=N_("22,000"),
            evidence=True,
        ),
    ] = None
    high: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("High"),
            depth="S",
            question=N_("At best?"),
            why=N_("The strategies must add up to the gap."),
            example=N_("29,000"),
            evidence=True,
        ),
    ] = None


class StrategyRating(Member):
    """Ratings: a member of `positioning.strategies[*].ratings`, keyed by swot item."""

    attractiveness: Annotated[
        float | None,
        Rating(low=1, high=4),
        Ask(
            label=N_("Attractiveness"),
            depth="T",
            question=N_("How well does it use or meet this line?"),
            why=N_("Scores options on the same grounds."),
            example=N_("4"),
        ),
    ] = None


class Strategy(Member):
    """Strategy of `positioning.strategies`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What could you do?"),
            why=N_("Options not written down were never weighed."),
            example=N_("48-hour promise"),
        ),
    ] = None
    statement: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Statement"),
            depth="S",
            question=N_("In two sentences, how?"),
            why=N_("Options not written down were never weighed."),
            example=N_("Keep two slots a day free, promise it in public."),
        ),
    ] = None
    swot_items: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.swot"),
        Ask(
            label=N_("SWOT lines"),
            depth="S",
            question=N_("Which lines does it combine?"),
            why=N_("A strength alone is no strategy: it needs an outside chance."),
            example=N_("fast-slots, office-parks"),
        ),
    ] = None
    issues: Annotated[
        tuple[str, ...] | None,
        Refs(to="positioning.issues"),
        Ask(
            label=N_("Issues"),
            depth="S",
            question=N_("Which issue does it settle?"),
            why=N_("A strength alone is no strategy: it needs an outside chance."),
            example=N_("hold-desk"),
        ),
    ] = None
    goals: Annotated[
        tuple[str, ...] | None,
        Refs(to="business.goals"),
        Ask(
            label=N_("Goals"),
            depth="S",
            question=N_("Which goal does it serve?"),
            why=N_("Work that serves no goal still costs money."),
            example=N_("revenue-2027"),
        ),
    ] = None
    segments: Annotated[
        tuple[str, ...] | None,
        Refs(to="segments.items"),
        Ask(
            label=N_("Segments"),
            depth="S",
            question=N_("Which groups?"),
            why=N_("Work that serves no goal still costs money."),
            example=N_("desk"),
        ),
    ] = None
    gains: Annotated[
        tuple[StrategyGain, ...],
        Many(
            label=N_("What it adds to the goals"),
            one=N_("gain"),
            keyed_by="business.goals",
            depth="S",
        ),
    ] = ()
    decision: Annotated[
        str | None,
        Choice(
            (
                "chosen",
                "rejected",
                "later",
            )
        ),
        Ask(
            label=N_("Decision"),
            depth="E",
            question=N_("Do you choose it?"),
            why=N_("The rejected option is the proof that you chose."),
            example=N_("chosen"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reason"),
            depth="E",
            question=N_("Why, and why not the others?"),
            why=N_("The rejected option is the proof that you chose."),
            example=N_("cheapest to try, hardest for chains"),
        ),
    ] = None
    stops: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Stops"),
            depth="S",
            question=N_("What will you stop doing for it?"),
            why=N_("New work on top of old fails in March."),
            example=N_("voucher sites"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who leads?"),
            why=N_("New work on top of old fails in March."),
            example=N_("ioana"),
        ),
    ] = None
    rough_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Rough cost"),
            depth="T",
            question=N_("Roughly what cost?"),
            why=N_("New work on top of old fails in March."),
            example=N_("9,500"),
            confidential=True,
        ),
    ] = None
    ratings: Annotated[
        tuple[StrategyRating, ...],
        Many(label=N_("Ratings"), one=N_("rating"), keyed_by="positioning.swot", depth="T"),
    ] = ()


class Initiative(Member):
    """Initiative of `positioning.initiatives`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which growth step is it?"),
            why=N_("New to new is the riskiest; without a strategy, growth ideas scatter money."),
            example=N_("Posture check at offices"),
        ),
    ] = None
    strategy: Annotated[
        str | None,
        Ref(to="positioning.strategies"),
        Ask(
            label=N_("Strategy"),
            depth="S",
            question=N_("For which strategy?"),
            why=N_("New to new is the riskiest; without a strategy, growth ideas scatter money."),
            example=N_("48-hour-promise"),
        ),
    ] = None
    product: Annotated[
        str | None,
        Choice(
            (
                "existing",
                "new",
            )
        ),
        Ask(
            label=N_("Product"),
            depth="S",
            question=N_("Is the offer existing or new?"),
            why=N_("New to new is the riskiest; without a strategy, growth ideas scatter money."),
            example=N_("new"),
        ),
    ] = None
    market: Annotated[
        str | None,
        Choice(
            (
                "existing",
                "new",
            )
        ),
        Ask(
            label=N_("Market"),
            depth="S",
            question=N_("Are the buyers?"),
            why=N_("New to new is the riskiest; without a strategy, growth ideas scatter money."),
            example=N_("existing"),
        ),
    ] = None
    offering: Annotated[
        str | None,
        Ref(to="business.offerings"),
        Ask(
            label=N_("Offering"),
            depth="T",
            question=N_("What is sold?"),
            why=N_("Keeps the bet small until it is proved."),
            example=N_("company-day"),
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="T",
            question=N_("To whom?"),
            why=N_("Keeps the bet small until it is proved."),
            example=N_("employers"),
        ),
    ] = None
    first_test: Annotated[
        str | None,
        Ref(to="promotion.experiments"),
        Ask(
            label=N_("First test"),
            depth="T",
            question=N_("What small test comes first?"),
            why=N_("Keeps the bet small until it is proved."),
            example=N_("office-check"),
        ),
    ] = None


class PositioningOpinionDots(Member):
    """Dots: a member of `positioning.opinions[*].dots`, keyed by swot item."""

    dots: Annotated[
        int | None,
        Integer(low=0, high=10),
        Ask(
            label=N_("Dots"),
            depth="S",
            question=N_("How many of your dots go to this line?"),
            why=N_("The room chooses the lines and bets, not the loudest voice."),
            example=N_("3"),
            confidential=True,
        ),
    ] = None


class PositioningOpinionRank(Member):
    """Places: a member of `positioning.opinions[*].ranks`, keyed by strategy."""

    rank: Annotated[
        int | None,
        Integer(low=1),
        Ask(
            label=N_("Place"),
            depth="S",
            question=N_("In which place do you put this strategy?"),
            why=N_("The room chooses the lines and bets, not the loudest voice."),
            example=N_("1"),
            confidential=True,
        ),
    ] = None


class PositioningOpinion(Member):
    """Opinions of the group: a member of `positioning.opinions`, keyed by participant."""

    dots: Annotated[
        tuple[PositioningOpinionDots, ...],
        Many(label=N_("Dots"), one=N_("dots"), keyed_by="positioning.swot", depth="S"),
    ] = ()
    ranks: Annotated[
        tuple[PositioningOpinionRank, ...],
        Many(label=N_("Places"), one=N_("place"), keyed_by="positioning.strategies", depth="S"),
    ] = ()
