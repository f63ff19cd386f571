"""Technology watch: what is coming, who has it, what is decided about it."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic
from wizards.pictures.movers import BETWEEN_LANES, between_lanes, on_radar
from wizards.results.outcome import Movable, Outcome

TOPICS = (
    Topic(
        N_("Technologies"),
        ("technology.items",),
        N_("Payments, networks, web, tools of the trade. A missed chance is dearer than a look."),
        hide=("own_level", "levels.level"),
        outcome=Outcome(
            ("radar-rings",),
            N_("The radar appears once three technologies have a field and a ring."),
            movable=Movable(
                "radar-rings",
                on_radar,
                N_("Drag a technology to another ring or field, or choose it and press Space."),
            ),
            above=True,
        ),
    ),
    Topic(
        N_("Who has it already"),
        (),
        N_("Where all the others are ahead, a decision is due."),
        grid="grid.technology",
        outcome=Outcome(
            ("decision-cards", ":technology"),
            movable=Movable(
                "decision-cards", between_lanes("technology.items[*].decision"), BETWEEN_LANES
            ),
        ),
    ),
    Topic(N_("Fields of technology"), ("technology.sectors", "technology.benchmark")),
    Topic(N_("Sources"), ("technology.sources",)),
)
