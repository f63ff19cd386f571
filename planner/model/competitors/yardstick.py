"""What all alternatives are judged by."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Number, Rating, ScaleRating, Text, Weight
from planner.model.nodes import Member, Node
from planner.model.references import Ref


class SuccessFactor(Member):
    """Success factor of `competitors.success_factors`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What decides whom buyers choose? Name three to six things."),
            why=N_("Rating on what you like, not buyers, flatters you."),
            example=N_("Days until the first appointment"),
            evidence=True,
        ),
    ] = None
    good: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("What good looks like"),
            depth="S",
            question=N_("What does very good look like here?"),
            why=N_("Two raters mean different things by “quality”."),
            example=N_("Seen within 2 days"),
            evidence=True,
        ),
    ] = None
    weight: Annotated[
        float | None,
        Weight(),
        Ask(
            label=N_("Weight"),
            depth="E",
            question=N_("How much does it count for the buyer?"),
            why=N_("The ranking can turn on one weight."),
            example=N_("25 (others 30, 15, 15, 15)"),
            evidence=True,
        ),
    ] = None


class CompetitorOpinionPoint(Member):
    """Points: a member of `competitors.opinions[*].points`, keyed by success factor."""

    points: Annotated[
        float | None,
        Number(low=0, high=100),
        Ask(
            label=N_("Points"),
            depth="S",
            question=N_("Most important 100: how many points for this one?"),
            why=N_("Relative points are steadier than percentages."),
            example=N_("80"),
        ),
    ] = None


class CompetitorOpinionRank(Member):
    """Places: a member of `competitors.opinions[*].ranks`, keyed by success factor."""

    rank: Annotated[
        int | None,
        Integer(low=1),
        Ask(
            label=N_("Place"),
            depth="S",
            question=N_("In which place do you put it?"),
            why=N_("People rank better than they weigh."),
            example=N_("2"),
        ),
    ] = None


class CompetitorOpinionPairComparison(Member):
    """Compared with: a member of `competitors.opinions[*].pairs[*].over`, keyed by success factor."""

    ratio: Annotated[
        float | None,
        Number(low=1 / 9, high=9),
        Ask(
            label=N_("Ratio"),
            depth="T",
            question=N_("How many times as important as the other one?"),
            why=N_("Pairs reveal contradictions that lists hide."),
            example=N_("3"),
        ),
    ] = None


class CompetitorOpinionPair(Member):
    """Pairs: a member of `competitors.opinions[*].pairs`, keyed by success factor."""

    over: Annotated[
        tuple[CompetitorOpinionPairComparison, ...],
        Many(
            label=N_("Compared with"),
            one=N_("factor"),
            keyed_by="competitors.success_factors",
            depth="T",
        ),
    ] = ()


class CompetitorOpinionDots(Member):
    """Dots: a member of `competitors.opinions[*].dots`, keyed by success factor."""

    dots: Annotated[
        int | None,
        Integer(low=0, high=10),
        Ask(
            label=N_("Dots"),
            depth="S",
            question=N_("How many of your dots go here?"),
            why=N_("Ten dots force a choice."),
            example=N_("4"),
        ),
    ] = None


class CompetitorOpinionScoreRating(Member):
    """Ratings: a member of `competitors.opinions[*].scores[*].ratings`, keyed by success factor."""

    score: Annotated[
        float | None,
        ScaleRating(),
        Ask(
            label=N_("Score"),
            depth="S",
            question=N_("Your own rating, before seeing the others’?"),
            why=N_("The mean hides that the room disagrees."),
            example=N_("2"),
            confidential=True,
        ),
    ] = None


class CompetitorOpinionScore(Member):
    """Blind scores: a member of `competitors.opinions[*].scores`, keyed by competitor or own."""

    ratings: Annotated[
        tuple[CompetitorOpinionScoreRating, ...],
        Many(
            label=N_("Ratings"), one=N_("rating"), keyed_by="competitors.success_factors", depth="S"
        ),
    ] = ()


class CompetitorOpinion(Member):
    """Opinions of the group: a member of `competitors.opinions`, keyed by participant."""

    points: Annotated[
        tuple[CompetitorOpinionPoint, ...],
        Many(
            label=N_("Points"), one=N_("points"), keyed_by="competitors.success_factors", depth="S"
        ),
    ] = ()
    ranks: Annotated[
        tuple[CompetitorOpinionRank, ...],
        Many(
            label=N_("Places"), one=N_("place"), keyed_by="competitors.success_factors", depth="S"
        ),
    ] = ()
    pairs: Annotated[
        tuple[CompetitorOpinionPair, ...],
        Many(
            label=N_("Pairs"), one=N_("factor"), keyed_by="competitors.success_factors", depth="T"
        ),
    ] = ()
    dots: Annotated[
        tuple[CompetitorOpinionDots, ...],
        Many(label=N_("Dots"), one=N_("dots"), keyed_by="competitors.success_factors", depth="S"),
    ] = ()
    scores: Annotated[
        tuple[CompetitorOpinionScore, ...],
        Many(
            label=N_("Blind scores"), one=N_("alternative"), keyed_by="competitor_or_own", depth="S"
        ),
    ] = ()


class CurveFactor(Member):
    """Curve factor of `competitors.curve_factors`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("On what do sellers in your trade spend effort?"),
            why=N_("Everyone doing the same leaves only price."),
            example=N_("Opening hours; price; room comfort"),
            evidence=True,
        ),
    ] = None
    low_end: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Low end"),
            depth="S",
            question=N_("What does little of it look like?"),
            why=N_("An axis without ends can’t be read."),
            example=N_("9–17"),
        ),
    ] = None
    high_end: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("High end"),
            depth="S",
            question=N_("What does much look like?"),
            why=N_("An axis without ends can’t be read."),
            example=N_("7–22"),
        ),
    ] = None


class Feature(Member):
    """Feature of `competitors.features`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What do buyers expect to find or be able to do?"),
            why=N_("One thing all have and you lack loses silently."),
            example=N_("Online booking"),
        ),
    ] = None
    weight: Annotated[
        float | None,
        Weight(),
        Ask(
            label=N_("Weight"),
            depth="S",
            question=N_("How much do buyers care?"),
            why=N_("A long list of trifles hides the one that matters."),
            example=N_("3"),
            default=1,
        ),
    ] = None


class PositioningMapIdeal(Member):
    """What groups would like best: a member of `competitors.map.ideals`, keyed by segment."""

    horizontal: Annotated[
        float | None,
        Rating(low=1, high=10),
        Ask(
            label=N_("Horizontal"),
            depth="T",
            question=N_("Where would this group like a seller to stand, left to right?"),
            why=N_("An empty corner nobody wants is no niche."),
            example=N_("9"),
            evidence=True,
        ),
    ] = None
    vertical: Annotated[
        float | None,
        Rating(low=1, high=10),
        Ask(
            label=N_("Vertical"),
            depth="T",
            question=N_("And from bottom to top?"),
            why=N_("An empty corner nobody wants is no niche."),
            example=N_("6"),
            evidence=True,
        ),
    ] = None


class PositioningMap(Node):
    """Positioning map (`competitors.map`)."""

    horizontal: Annotated[
        str | None,
        Ref(to="competitors.curve_factors"),
        Ask(
            label=N_("Horizontal"),
            depth="S",
            question=N_("Which thing splits the market best?"),
            why=N_("Price against quality is usually one line."),
            example=N_("opening-hours"),
        ),
    ] = None
    vertical: Annotated[
        str | None,
        Ref(to="competitors.curve_factors"),
        Ask(
            label=N_("Vertical"),
            depth="S",
            question=N_("Which second thing?"),
            why=N_("Price against quality is usually one line."),
            example=N_("price"),
        ),
    ] = None
    rated_by: Annotated[
        str | None,
        Choice(
            (
                "us",
                "workshop",
                "customers",
            )
        ),
        Ask(
            label=N_("Rated by"),
            depth="S",
            question=N_("Who rated?"),
            why=N_("Our view of rivals is not the buyers’."),
            example=N_("workshop"),
        ),
    ] = None
    raters: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Raters"),
            depth="S",
            question=N_("How many people?"),
            why=N_("Our view of rivals is not the buyers’."),
            example=N_("4"),
        ),
    ] = None
    ideals: Annotated[
        tuple[PositioningMapIdeal, ...],
        Many(
            label=N_("What groups would like best"),
            one=N_("ideal"),
            keyed_by="segments.items",
            depth="T",
        ),
    ] = ()
