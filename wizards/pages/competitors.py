"""Competitors: what buyers choose by, the alternatives they have, how all of them rate."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic

TOPICS = (
    Topic(
        N_("What buyers choose by"),
        ("competitors.success_factors",),
        N_("Three to six things, in the buyer’s words. Points say how much each counts."),
    ),
    Topic(
        N_("Alternatives a buyer has"),
        ("competitors.items",),
        N_("Rivals, substitutes, doing nothing, and whoever might enter next year."),
        hide=("ratings.score", "levels.level", "features.level"),
    ),
    Topic(
        N_("Who does it better"),
        (),
        N_("Rate everyone by the same yardstick; be as strict with yourself as with them."),
        grid="grid.ratings",
    ),
    Topic(N_("How you judge"), ("competitors.scale", "competitors.weighting")),
    Topic(
        N_("Value curve"),
        ("competitors.curve_factors",),
        N_("What everyone in the trade invests in, and how much of it a buyer gets."),
        grid="grid.curve",
    ),
    Topic(N_("Features"), ("competitors.features",), grid="grid.features"),
    Topic(N_("Positioning map"), ("competitors.map",)),
    Topic(N_("Where a newcomer would show"), ("competitors.scan",)),
    Topic(N_("Unserved needs"), ("competitors.white_spaces",)),
    Topic(
        N_("More about ourselves"),
        ("competitors.own.ratings", "competitors.own.brand_searches"),
        N_("Why you rate yourself as you do, where a number alone does not say it."),
        hide=("score",),
    ),
    Topic(N_("Opinions of the group"), ("competitors.opinions",)),
    Topic(N_("What follows from all this"), ("competitors.conclusion",)),
)
