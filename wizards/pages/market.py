"""Market and environment: what the market is, how large, and what changes in it."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic

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
    ),
    Topic(N_("Trends"), ("market.trends",)),
    Topic(
        N_("Changes around you"),
        ("market.factors",),
        N_("Law, taxes, suppliers, habits, technology: only what changes a decision."),
    ),
    Topic(N_("Five forces"), ("market.forces",)),
    Topic(N_("What follows from all this"), ("market.conclusion",)),
)
