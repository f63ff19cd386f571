"""Positioning: value proposition, the one claim, proofs, messages, SWOT, strategies."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.i18n import N_
from wizards.forms.cards import Topic
from wizards.forms.context import Context
from wizards.pictures.movers import BETWEEN_LANES, between_lanes, by_verdict
from wizards.results.outcome import Movable, Outcome


def matching(context: Context) -> QWidget:
    """The two sides of the SWOT, from which strategies are made."""
    from wizards.tools.matching import Matching

    return Matching(context)


TOPICS = (
    Topic(
        N_("Why you"),
        ("positioning.value_proposition", "positioning.how_to_win", "positioning.answers"),
    ),
    Topic(
        N_("The one claim"),
        ("positioning.usp",),
        N_("True of you, worth something to the buyer, and not said by anyone else."),
        outcome=Outcome(
            ("claim-cards", ":usp"),
            movable=Movable("claim-cards", by_verdict, BETWEEN_LANES),
        ),
    ),
    Topic(N_("Proofs"), ("positioning.proofs",), N_("What makes a stranger believe the claim.")),
    Topic(N_("Positioning for each target"), ("positioning.statements",)),
    Topic(N_("Price, product, place"), ("positioning.stance",)),
    Topic(N_("Brand and voice"), ("positioning.brand",)),
    Topic(N_("Moves on the value curve"), ("positioning.moves",)),
    Topic(
        N_("Messages"),
        ("positioning.messages",),
        N_("What each portrait should hear, and what it should do then."),
        outcome=Outcome(("message-cards",), above=True),
    ),
    Topic(
        N_("SWOT"),
        ("positioning.swot",),
        N_("Only what came up in the steps before. What leads to no decision can go."),
        outcome=Outcome(
            ("swot-cards", ":swot"),
            movable=Movable("swot-cards", between_lanes("positioning.swot[*].kind"), BETWEEN_LANES),
            above=True,
            about="segments.items",
        ),
    ),
    Topic(N_("Key issues"), ("positioning.issues",)),
    Topic(
        N_("Strategies"),
        ("positioning.strategies",),
        N_("What you will do differently, what you considered and refused, and why."),
        tool=matching,
        outcome=Outcome((":strategy-scores",)),
    ),
    Topic(N_("Initiatives"), ("positioning.initiatives",)),
    Topic(N_("Opinions of the group"), ("positioning.opinions",)),
)
