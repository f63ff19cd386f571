"""Market and environment: what the market is, how large, and what changes in it."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic
from wizards.pictures.movers import on_grades
from wizards.results.outcome import Movable, Outcome

TOPICS = (
    Topic(
        N_("Your market"),
        (
            "market.definition",
            "market.includes",
            "market.excludes",
            "market.growth",
            "market.growth_period",
            "market.drivers",
            "market.category_spend",
            "market.growth_line",
        ),
    ),
    Topic(
        N_("Size of the market"),
        ("market.sizes",),
        N_("A chain of factors that anyone can recompute: people, share, purchases, price."),
        outcome=Outcome(
            (":market-size", "market-size-chart", "market-size-factors", "size-ranges")
        ),
    ),
    Topic(N_("Trends"), ("market.trends",), outcome=Outcome(("trend-lines",))),
    Topic(
        N_("Changes around you"),
        ("market.factors",),
        N_("Law, taxes, suppliers, habits, technology: only what changes a decision."),
        outcome=Outcome(
            ("factor-matrix", ":environment"),
            N_("The matrix appears once three changes have both grades."),
            movable=Movable(
                "factor-matrix",
                on_grades,
                N_("Drag a change, or choose it with the arrows and press Space to move it."),
            ),
        ),
    ),
    Topic(N_("Five forces"), ("market.forces",), outcome=Outcome((":forces",))),
    Topic(N_("What follows from all this"), ("market.conclusion",)),
)
