"""Step 5: the people behind each targeted group."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Many
from planner.model.audience.journey import Stage
from planner.model.audience.personas import Persona
from planner.model.audience.studies import Study
from planner.model.nodes import Node


class Audience(Node):
    """Step 5: the people behind each targeted group."""

    personas: Annotated[
        tuple[Persona, ...],
        Many(label=N_("Portraits"), one=N_("portrait"), title="name", depth="E"),
    ] = ()
    journey: Annotated[
        tuple[Stage, ...],
        Many(
            label=N_("The way to the purchase"),
            one=N_("stage"),
            title="name",
            depth="S",
            hint=N_("The stages from not knowing you to telling others."),
        ),
    ] = ()
    studies: Annotated[
        tuple[Study, ...],
        Many(
            label=N_("What you did to learn"),
            one=N_("study"),
            title="name",
            depth="S",
            hint=N_("Research done once, for a question of this plan."),
        ),
    ] = ()
