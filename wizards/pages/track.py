"""Track: what happened month by month, decisions, versions."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic

TOPICS = (
    Topic(
        N_("Months"),
        ("track.months",),
        N_("Choose a month and put in what came of it. The plan itself stays as it was."),
    ),
    Topic(N_("Decisions"), ("track.decisions",), N_("What was decided on the way, and why.")),
    Topic(N_("Versions"), ("track.versions",)),
)
