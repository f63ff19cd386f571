"""Technology watch: what is coming, who has it, what is decided about it."""

from __future__ import annotations

from planner.i18n import N_
from wizards.forms.cards import Topic

TOPICS = (
    Topic(
        N_("Technologies"),
        ("technology.items",),
        N_("Payments, networks, web, tools of the trade. A missed chance is dearer than a look."),
        hide=("own_level", "levels.level"),
    ),
    Topic(
        N_("Who has it already"),
        (),
        N_("Where all the others are ahead, a decision is due."),
        grid="grid.technology",
    ),
    Topic(N_("Fields of technology"), ("technology.sectors", "technology.benchmark")),
    Topic(N_("Sources"), ("technology.sources",)),
)
