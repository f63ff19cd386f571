"""Target audience: portraits of the people behind the targets, their way to the purchase."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic
from wizards.results.outcome import Outcome

TOPICS = (
    Topic(
        N_("Portraits"),
        ("audience.personas",),
        N_("One person a target group, so exact that a stranger could pick them out of ten."),
        outcome=Outcome(("portrait-cards",), above=True),
    ),
    Topic(
        N_("The way to the purchase"),
        ("audience.journey",),
        N_("From not knowing you to telling others, stage by stage."),
        outcome=Outcome(("journey-cards",), above=True, about="audience.personas"),
    ),
    Topic(N_("What you did to learn this"), ("audience.studies",)),
)
