"""What groups are judged by."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Integer, Number, Rating, Text, Weight
from planner.model.nodes import Member, Node


class Criterion(Member):
    """Criterion of `segments.criteria`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What should a group be judged by?"),
            why=N_("Judging pull alone sends you where rivals win."),
            example=N_("Ease of reaching"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "attractiveness",
                "strength",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("Its pull, or our strength there?"),
            why=N_("Judging pull alone sends you where rivals win."),
            example=N_("attractiveness"),
        ),
    ] = None
    weight: Annotated[
        float | None,
        Weight(),
        Ask(
            label=N_("Weight"),
            depth="S",
            question=N_("How much does this matter beside the others?"),
            why=N_("The order of targets may hang on this one number."),
            example=N_("25"),
        ),
    ] = None
    low_means: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Low means"),
            depth="T",
            question=N_("What does a 1 look like?"),
            why=N_("Without anchors two raters’ 4 mean different things."),
            example=N_("one club newsletter"),
        ),
    ] = None
    high_means: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("High means"),
            depth="T",
            question=N_("And a 5?"),
            why=N_("Without anchors two raters’ 4 mean different things."),
            example=N_("three paid channels"),
        ),
    ] = None


class SegmentOpinionPoint(Member):
    """Points: a member of `segments.opinions[*].points`, keyed by criterion."""

    points: Annotated[
        float | None,
        Number(low=0, high=100),
        Ask(
            label=N_("Points"),
            depth="S",
            question=N_("Most important 100: how many points for this one?"),
            why=N_("A mean without its spread hides the argument worth having."),
            example=N_("40"),
            confidential=True,
        ),
    ] = None


class SegmentOpinionRank(Member):
    """Places: a member of `segments.opinions[*].ranks`, keyed by criterion."""

    rank: Annotated[
        int | None,
        Integer(low=1),
        Ask(
            label=N_("Place"),
            depth="S",
            question=N_("In which place do you put it?"),
            why=N_("A mean without its spread hides the argument worth having."),
            example=N_("2"),
            confidential=True,
        ),
    ] = None


class SegmentOpinionDots(Member):
    """Dots: a member of `segments.opinions[*].dots`, keyed by criterion."""

    dots: Annotated[
        int | None,
        Integer(low=0, high=10),
        Ask(
            label=N_("Dots"),
            depth="S",
            question=N_("How many of your dots go here?"),
            why=N_("A mean without its spread hides the argument worth having."),
            example=N_("3"),
            confidential=True,
        ),
    ] = None


class SegmentOpinionPairComparison(Member):
    """Compared with: a member of `segments.opinions[*].pairs[*].over`, keyed by criterion."""

    ratio: Annotated[
        float | None,
        Number(low=1 / 9, high=9),
        Ask(
            label=N_("Ratio"),
            depth="T",
            question=N_("How many times as important as the other one?"),
            why=N_("A mean without its spread hides the argument worth having."),
            example=N_("3"),
            confidential=True,
        ),
    ] = None


class SegmentOpinionPair(Member):
    """Pairs: a member of `segments.opinions[*].pairs`, keyed by criterion."""

    over: Annotated[
        tuple[SegmentOpinionPairComparison, ...],
        Many(label=N_("Compared with"), one=N_("factor"), keyed_by="segments.criteria", depth="T"),
    ] = ()


class SegmentOpinionScoreRating(Member):
    """Ratings: a member of `segments.opinions[*].scores[*].ratings`, keyed by criterion."""

    score: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Score"),
            depth="S",
            question=N_("Your own rating, before seeing the others’?"),
            why=N_("A mean without its spread hides the argument worth having."),
            example=N_("4"),
            confidential=True,
        ),
    ] = None


class SegmentOpinionScore(Member):
    """Blind scores: a member of `segments.opinions[*].scores`, keyed by segment."""

    ratings: Annotated[
        tuple[SegmentOpinionScoreRating, ...],
        Many(label=N_("Ratings"), one=N_("rating"), keyed_by="segments.criteria", depth="S"),
    ] = ()


class SegmentOpinion(Member):
    """Opinions of the group: a member of `segments.opinions`, keyed by participant."""

    points: Annotated[
        tuple[SegmentOpinionPoint, ...],
        Many(label=N_("Points"), one=N_("points"), keyed_by="segments.criteria", depth="S"),
    ] = ()
    ranks: Annotated[
        tuple[SegmentOpinionRank, ...],
        Many(label=N_("Places"), one=N_("place"), keyed_by="segments.criteria", depth="S"),
    ] = ()
    dots: Annotated[
        tuple[SegmentOpinionDots, ...],
        Many(label=N_("Dots"), one=N_("dots"), keyed_by="segments.criteria", depth="S"),
    ] = ()
    pairs: Annotated[
        tuple[SegmentOpinionPair, ...],
        Many(label=N_("Pairs"), one=N_("factor"), keyed_by="segments.criteria", depth="T"),
    ] = ()
    scores: Annotated[
        tuple[SegmentOpinionScore, ...],
        Many(label=N_("Blind scores"), one=N_("score"), keyed_by="segments.items", depth="S"),
    ] = ()


class Valuation(Node):
    """What a customer is worth (`segments.valuation`)."""

    years: Annotated[
        int | None,
        Integer(low=1, high=20),
        Ask(
            label=N_("Years"),
            depth="T",
            question=N_("Over how many years?"),
            why=N_("A customer’s worth without horizon and interest flatters every campaign."),
            example=N_("3"),
            default=3,
        ),
    ] = None
    first_margin: Annotated[
        str | None,
        Choice(
            (
                "now",
                "end",
            )
        ),
        Ask(
            label=N_("First margin"),
            depth="T",
            question=N_("First margin when?"),
            why=N_("A customer’s worth without horizon and interest flatters every campaign."),
            example=N_("now"),
            default="end",
        ),
    ] = None
