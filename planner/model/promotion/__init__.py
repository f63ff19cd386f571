"""Step 8: a goal turned into money, people and dates."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Group, Many
from planner.model.nodes import Node, blank
from planner.model.promotion.budget import Budget, BudgetLine, Season
from planner.model.promotion.campaigns import Campaign, Content
from planner.model.promotion.channels import Channel
from planner.model.promotion.experiments import Experiment, Placement
from planner.model.promotion.measurement import Measurement
from planner.model.promotion.objectives import Kpi, Objective
from planner.model.promotion.outlook import Forecast, Risk, Scenario
from planner.model.promotion.people import Contractor, Person
from planner.model.promotion.schedule import Calendar, Task


class Promotion(Node):
    """Step 8: a goal turned into money, people and dates."""

    objectives: Annotated[
        tuple[Objective, ...],
        Many(label=N_("Objectives"), one=N_("objective"), title="name", depth="E"),
    ] = ()
    kpis: Annotated[
        tuple[Kpi, ...], Many(label=N_("Measures"), one=N_("measure"), title="name", depth="E")
    ] = ()
    channels: Annotated[
        tuple[Channel, ...],
        Many(
            label=N_("Channels"),
            one=N_("channel"),
            title="name",
            depth="E",
            hint=N_("Where you meet your buyers, and what a contact brings."),
        ),
    ] = ()
    campaigns: Annotated[
        tuple[Campaign, ...],
        Many(label=N_("Campaigns"), one=N_("campaign"), title="name", depth="E"),
    ] = ()
    content: Annotated[
        tuple[Content, ...],
        Many(label=N_("Content calendar"), one=N_("piece"), title="name", depth="T"),
    ] = ()
    people: Annotated[
        tuple[Person, ...], Many(label=N_("People"), one=N_("person"), title="name", depth="E")
    ] = ()
    contractors: Annotated[
        tuple[Contractor, ...],
        Many(label=N_("Contractors"), one=N_("contractor"), title="name", depth="S"),
    ] = ()
    tasks: Annotated[
        tuple[Task, ...], Many(label=N_("Tasks"), one=N_("task"), title="name", depth="E")
    ] = ()
    calendar: Annotated[Calendar, Group(label=N_("Days off"))] = blank(Calendar)
    budget: Annotated[Budget, Group(label=N_("How the budget is set"))] = blank(Budget)
    budget_lines: Annotated[
        tuple[BudgetLine, ...],
        Many(label=N_("Other costs"), one=N_("cost line"), title="name", depth="E"),
    ] = ()
    seasonality: Annotated[
        tuple[Season, ...],
        Many(label=N_("The year’s rhythm"), one=N_("month"), keyed_by="season", depth="S"),
    ] = ()
    forecast: Annotated[Forecast, Group(label=N_("Forecast"))] = blank(Forecast)
    scenarios: Annotated[
        tuple[Scenario, ...],
        Many(label=N_("Scenarios"), one=N_("scenario"), title="name", depth="S"),
    ] = ()
    risks: Annotated[
        tuple[Risk, ...], Many(label=N_("Risks"), one=N_("risk"), title="name", depth="E")
    ] = ()
    measurement: Annotated[Measurement, Group(label=N_("Measuring"))] = blank(Measurement)
    experiments: Annotated[
        tuple[Experiment, ...], Many(label=N_("Tests"), one=N_("test"), title="name", depth="S")
    ] = ()
    placements: Annotated[
        tuple[Placement, ...],
        Many(label=N_("Media placements"), one=N_("placement"), title="name", depth="T"),
    ] = ()
