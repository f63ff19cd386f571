"""Step 4: groups of buyers by need, what each is worth, and the ones refused."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import Choice, ListOf, Prose
from planner.model.nodes import Node, blank
from planner.model.segments.criteria import Criterion, SegmentOpinion, Valuation
from planner.model.segments.groups import Segment
from planner.model.segments.orders import OrderAnalysis, OrderData
from planner.model.segments.refusals import Exclusion, NearCustomer


class Segments(Node):
    """Step 4: groups of buyers by need, what each is worth, and the ones refused."""

    bases: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "need",
                    "occasion",
                    "behaviour",
                    "value to us",
                    "place",
                    "kind of organisation",
                    "life stage",
                    "buying process",
                )
            )
        ),
        Ask(
            label=N_("Bases"),
            depth="S",
            question=N_("What makes customers differ in what they need?"),
            why=N_("Groups by age or industry alone share no need, so no message fits them."),
            example=N_("need, occasion"),
        ),
    ] = None
    bases_rejected: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Bases rejected"),
            depth="T",
            question=N_("Which groupings did you drop, and why?"),
            why=N_("Groups by age or industry alone share no need, so no message fits them."),
            example=N_("By age: at 28 and 58 the request is the same."),
        ),
    ] = None
    counted_in: Annotated[
        str | None,
        Choice(
            (
                "people",
                "households",
                "organisations",
                "sites",
            )
        ),
        Ask(
            label=N_("Counted in"),
            depth="S",
            question=N_("What do you count: people, households, organisations or sites?"),
            why=N_("Sizes in different units can be neither added nor compared."),
            example=N_("people"),
            default="people",
        ),
    ] = None
    weighting: Annotated[
        str | None,
        Choice(
            (
                "typed",
                "points",
                "ranks",
                "pairs",
                "dots",
            )
        ),
        Ask(
            label=N_("Weighting"),
            depth="S",
            question=N_("How do you want to set what matters more?"),
            why=N_("Guessed percentages hide disagreement; this picks the honest tool."),
            example=N_("points"),
            default="typed",
        ),
    ] = None
    order_data: Annotated[OrderData, Group(label=N_("Past orders, imported"))] = blank(OrderData)
    order_analysis: Annotated[OrderAnalysis, Group(label=N_("How orders are analysed"))] = (
        OrderAnalysis()
    )
    valuation: Annotated[Valuation, Group(label=N_("What a customer is worth"))] = blank(Valuation)
    criteria: Annotated[
        tuple[Criterion, ...],
        Many(label=N_("What a group is judged by"), one=N_("criterion"), title="name", depth="S"),
    ] = ()
    opinions: Annotated[
        tuple[SegmentOpinion, ...],
        Many(
            label=N_("Opinions of the group"),
            one=N_("opinion"),
            keyed_by="meta.participants",
            depth="S",
        ),
    ] = ()
    items: Annotated[
        tuple[Segment, ...],
        Many(label=N_("Groups of buyers"), one=N_("group"), title="name", depth="E"),
    ] = ()
    exclusions: Annotated[
        tuple[Exclusion, ...],
        Many(
            label=N_("Whom you turn away"),
            one=N_("refusal"),
            title="name",
            depth="E",
            hint=N_("Whom you turn away: a whole group, or whoever meets a rule."),
        ),
    ] = ()
    near_customers: Annotated[
        tuple[NearCustomer, ...],
        Many(
            label=N_("Those who nearly buy"),
            one=N_("near customer"),
            title="name",
            depth="S",
            hint=N_("Worth winning; never mixed with those you turn away."),
        ),
    ] = ()
