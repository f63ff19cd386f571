"""Segments: the groups of buyers, what they are judged by, whom the firm turns away."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic
from wizards.pictures.movers import BETWEEN_LANES, between_lanes
from wizards.results.outcome import Movable, Outcome

TOPICS = (
    Topic(
        N_("Groups of buyers"),
        ("segments.items",),
        N_("Groups that need something different, not ages or trades. Decide on each of them."),
        hide=("ratings.score",),
        outcome=Outcome(
            ("group-cards",),
            movable=Movable(
                "group-cards", between_lanes("segments.items[*].decision"), BETWEEN_LANES
            ),
            above=True,
        ),
    ),
    Topic(
        N_("Whom you turn away"),
        ("segments.exclusions",),
        N_("Saying no to some is what makes the yes to the others believable."),
        outcome=Outcome((":refusals", "refusals")),
    ),
    Topic(N_("Those who nearly buy"), ("segments.near_customers",)),
    Topic(
        N_("What a group is judged by"),
        ("segments.criteria",),
        N_("How attractive a group is, and how well it fits you."),
        grid="grid.segments",
        outcome=Outcome(
            (":segment-matrix", "segment-matrix", ":segment-sensitivity"),
            N_("The matrix appears once groups are rated by what they are judged by."),
        ),
    ),
    Topic(
        N_("How you divide the market"),
        (
            "segments.bases",
            "segments.bases_rejected",
            "segments.counted_in",
            "segments.weighting",
            "segments.valuation",
        ),
    ),
    Topic(N_("Opinions of the group"), ("segments.opinions",)),
    Topic(N_("Past orders"), ("segments.order_data", "segments.order_analysis")),
)
