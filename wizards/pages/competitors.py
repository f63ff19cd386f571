"""Competitors: what buyers choose by, the alternatives they have, how all of them rate."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic
from wizards.pictures.movers import on_curves, on_map
from wizards.results.outcome import Movable, Outcome

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
        outcome=Outcome(("watch-cards", ":threats"), above=True),
    ),
    Topic(
        N_("Who does it better"),
        (),
        N_("Rate everyone by the same yardstick; be as strict with yourself as with them."),
        grid="grid.ratings",
        outcome=Outcome(
            (
                "profile-ranking",
                ":profile-sensitivity",
                ":profile-closeness",
            )
        ),
    ),
    Topic(N_("How you judge"), ("competitors.scale", "competitors.weighting")),
    Topic(
        N_("Value curve"),
        ("competitors.curve_factors",),
        N_("What everyone in the trade invests in, and how much of it a buyer gets."),
        grid="grid.curve",
        outcome=Outcome(
            ("value-curve", ":curve-difference"),
            N_("The curves appear once three factors are rated for you and one other."),
            movable=Movable(
                "value-curve",
                on_curves,
                N_("Drag a point up or down, or choose it with the arrows and press Space."),
            ),
        ),
    ),
    Topic(N_("Features"), ("competitors.features",), grid="grid.features"),
    Topic(
        N_("Positioning map"),
        ("competitors.map",),
        outcome=Outcome(
            (":competitor-map", "competitor-map"),
            N_("The map appears once it has two axes and two who are rated on both."),
            movable=Movable(
                "competitor-map",
                on_map,
                N_("Drag a point, or choose it with the arrows and press Space to move it."),
            ),
        ),
    ),
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
