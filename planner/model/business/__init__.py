"""Step 1: what the firm is, what it earns on, what it wants, and what binds it."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Group, Many
from planner.model.business.aims import Asset, Capacity, Constraint, Goal, KeyAccount
from planner.model.business.figures import Baseline, LastYear, PastMonth, PastYear
from planner.model.business.firm import Company, Limits
from planner.model.business.offerings import Offering
from planner.model.nodes import Node, blank


class Business(Node):
    """Step 1: what the firm is, what it earns on, what it wants, and what binds it."""

    company: Annotated[Company, Group(label=N_("Your firm"))] = blank(Company)
    limits: Annotated[Limits, Group(label=N_("Limits"))] = blank(Limits)
    offerings: Annotated[
        tuple[Offering, ...],
        Many(
            label=N_("What you sell"),
            one=N_("offering"),
            title="name",
            depth="E",
            hint=N_("What you sell or provide; more than twelve are better grouped."),
        ),
    ] = ()
    baseline: Annotated[Baseline, Group(label=N_("Last year’s figures"))] = blank(Baseline)
    months: Annotated[
        tuple[PastMonth, ...],
        Many(label=N_("Months of the past"), one=N_("month"), keyed_by="month", depth="S"),
    ] = ()
    years: Annotated[
        tuple[PastYear, ...],
        Many(label=N_("Earlier years"), one=N_("year"), keyed_by="year", depth="T"),
    ] = ()
    last_year: Annotated[LastYear, Group(label=N_("What last year taught"))] = blank(LastYear)
    goals: Annotated[
        tuple[Goal, ...],
        Many(
            label=N_("Goals"),
            one=N_("goal"),
            title="name",
            depth="E",
            hint=N_("At most three, the most important first."),
        ),
    ] = ()
    constraints: Annotated[
        tuple[Constraint, ...],
        Many(label=N_("What binds you"), one=N_("constraint"), title="name", depth="E"),
    ] = ()
    capacity: Annotated[
        tuple[Capacity, ...],
        Many(label=N_("Capacity"), one=N_("capacity"), title="name", depth="E"),
    ] = ()
    assets: Annotated[
        tuple[Asset, ...],
        Many(label=N_("What you own that counts"), one=N_("asset"), title="name", depth="T"),
    ] = ()
    key_accounts: Annotated[
        tuple[KeyAccount, ...],
        Many(label=N_("Key accounts"), one=N_("key account"), title="name", depth="T"),
    ] = ()
