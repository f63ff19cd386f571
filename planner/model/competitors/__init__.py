"""Step 3: everything a buyer could choose instead, and ourselves by the same yardstick."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.competitors.own import Own
from planner.model.competitors.rivals import Competitor, ScanPlace, WhiteSpace
from planner.model.competitors.yardstick import (
    CompetitorOpinion,
    CurveFactor,
    Feature,
    PositioningMap,
    SuccessFactor,
)
from planner.model.kinds import Choice, Prose
from planner.model.nodes import Node, blank


class Competitors(Node):
    """Step 3: everything a buyer could choose instead, and ourselves by the same yardstick."""

    scale: Annotated[
        str | None,
        Choice(
            (
                "1 to 4",
                "1 to 5",
                "1 to 10",
            )
        ),
        Ask(
            label=N_("Scale"),
            depth="T",
            question=N_("On which scale do you rate?"),
            why=N_("Mixed scales make totals nonsense."),
            example=N_("1 to 4"),
            default="1 to 4",
        ),
    ] = None
    weighting: Annotated[
        str | None,
        Choice(
            (
                "typed",
                "points",
                "ranks",
                "pairs",
                "dots",
            )
        ),
        Ask(
            label=N_("Weighting"),
            depth="S",
            question=N_("How shall the weights be found?"),
            why=N_("The loudest voice sets them otherwise."),
            example=N_("typed"),
            default="typed",
        ),
    ] = None
    success_factors: Annotated[
        tuple[SuccessFactor, ...],
        Many(label=N_("What buyers choose by"), one=N_("success factor"), title="name", depth="E"),
    ] = ()
    opinions: Annotated[
        tuple[CompetitorOpinion, ...],
        Many(
            label=N_("Opinions of the group"),
            one=N_("opinion"),
            keyed_by="meta.participants",
            depth="S",
        ),
    ] = ()
    own: Annotated[Own, Group(label=N_("Ourselves by the same yardstick"))] = blank(Own)
    curve_factors: Annotated[
        tuple[CurveFactor, ...],
        Many(
            label=N_("Factors of the value curve"), one=N_("curve factor"), title="name", depth="S"
        ),
    ] = ()
    features: Annotated[
        tuple[Feature, ...],
        Many(
            label=N_("Features buyers see"),
            one=N_("feature"),
            title="name",
            depth="S",
            hint=N_("What buyers see; the technology behind it has a step of its own."),
        ),
    ] = ()
    map: Annotated[PositioningMap, Group(label=N_("Positioning map"))] = blank(PositioningMap)
    items: Annotated[
        tuple[Competitor, ...],
        Many(
            label=N_("Alternatives a buyer has"),
            one=N_("alternative"),
            title="name",
            depth="E",
            hint=N_(
                "Four to seven: direct ones, a substitute, doing nothing, a possible newcomer."
            ),
        ),
    ] = ()
    scan: Annotated[
        tuple[ScanPlace, ...],
        Many(label=N_("Where a newcomer would show"), one=N_("place"), title="name", depth="S"),
    ] = ()
    white_spaces: Annotated[
        tuple[WhiteSpace, ...],
        Many(label=N_("Unserved needs"), one=N_("unserved need"), title="name", depth="S"),
    ] = ()
    conclusion: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Conclusion"),
            depth="S",
            question=N_("Whom must you beat, and at what?"),
            why=N_("A matrix without a verdict is homework."),
            example=N_("Beat FizioPlus on waiting time, never on price."),
        ),
    ] = None
