"""The size of the market, two ways."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Money, Number, Prose, Text
from planner.model.nodes import Member
from planner.model.references import Refs


class SizeStep(Member):
    """Step of `market.sizes[*].top_down`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("From everyone down: which step comes next?"),
            why=N_("Each step is a claim someone can check."),
            example=N_("Adults in the metropolitan area"),
        ),
    ] = None
    level: Annotated[
        str | None,
        Choice(
            (
                "tam",
                "sam",
                "som",
            )
        ),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("Is it about all, those you can serve, or those you’ll win?"),
            why=N_("The three get confused and the goal exceeds the market."),
            example=N_("tam"),
        ),
    ] = None
    value: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Value"),
            depth="E",
            question=N_("How much is it?"),
            why=N_("One wrong factor halves or doubles the market."),
            example=N_("330,000 × 0.11 × 6 × 40; 0.45 × 0.60; 0.11"),
            evidence=True,
        ),
    ] = None
    low: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Low"),
            depth="T",
            question=N_("How low might it really be?"),
            why=N_("A single guess pretends to knowledge."),
            example=N_("0.08"),
        ),
    ] = None
    high: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("High"),
            depth="T",
            question=N_("How high?"),
            why=N_("A single guess pretends to knowledge."),
            example=N_("0.14"),
        ),
    ] = None
    unit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Unit"),
            depth="S",
            question=N_("What is that number counting?"),
            why=N_("A share and a count in one chain look alike."),
            example=N_("people"),
        ),
    ] = None


class MarketSizeStep(Member):
    """Step of `market.sizes[*].bottom_up`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("From single sellers or buyers up: which step comes next?"),
            why=N_("Two ways that disagree show the weak assumption."),
            example=N_("Practices"),
        ),
    ] = None
    level: Annotated[
        str | None,
        Choice(
            (
                "sam",
                "som",
            )
        ),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("About those you can serve, or those you will win?"),
            why=N_("Two ways that disagree show the weak assumption."),
            example=N_("sam"),
        ),
    ] = None
    value: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Value"),
            depth="S",
            question=N_("How much is it?"),
            why=N_("Two ways that disagree show the weak assumption."),
            example=N_("21 (then × 2.6 therapists × 1,050 sessions × 38; som 0.11)"),
            evidence=True,
        ),
    ] = None
    low: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Low"),
            depth="S",
            question=N_("How low might it be?"),
            why=N_("Two ways that disagree show the weak assumption."),
            example=N_("18"),
            evidence=True,
        ),
    ] = None
    high: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("High"),
            depth="S",
            question=N_("How high?"),
            why=N_("Two ways that disagree show the weak assumption."),
            example=N_("24"),
            evidence=True,
        ),
    ] = None
    unit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Unit"),
            depth="S",
            question=N_("What is that number counting?"),
            why=N_("Two ways that disagree show the weak assumption."),
            example=N_("practices"),
            evidence=True,
        ),
    ] = None


class MarketSize(Member):
    """Market of `market.sizes`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which market is measured here?"),
            why=N_("Mixed markets give one number true of none."),
            example=N_("Self-paying adults"),
        ),
    ] = None
    offerings: Annotated[
        tuple[str, ...] | None,
        Refs(to="business.offerings"),
        Ask(
            label=N_("Offerings"),
            depth="S",
            question=N_("Which of your offers compete in it?"),
            why=N_("Our share needs the right sales above the line."),
            example=N_("physiotherapy-session, sports-massage, rehab-package"),
        ),
    ] = None
    basis: Annotated[
        str | None,
        Choice(
            (
                "built from factors",
                "three known figures",
            )
        ),
        Ask(
            label=N_("Basis"),
            depth="S",
            question=N_("Do you build the size, or have a study’s figures?"),
            why=N_("A copied total can’t be defended; factors can."),
            example=N_("built from factors"),
            default="built from factors",
        ),
    ] = None
    top_down: Annotated[
        tuple[SizeStep, ...],
        Many(label=N_("From the whole down"), one=N_("step"), title="name", depth="E"),
    ] = ()
    bottom_up: Annotated[
        tuple[MarketSizeStep, ...],
        Many(label=N_("From your reach up"), one=N_("step"), title="name", depth="S"),
    ] = ()
    tam: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Whole market (TAM)"),
            depth="S",
            question=N_("How large is the whole market a year?"),
            why=N_("They must at least nest: won ≤ served ≤ all."),
            evidence=True,
        ),
    ] = None
    sam: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Served market (SAM)"),
            depth="S",
            question=N_("How much of it can you serve?"),
            why=N_("They must at least nest: won ≤ served ≤ all."),
            evidence=True,
        ),
    ] = None
    som: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Obtainable market (SOM)"),
            depth="S",
            question=N_("How much can you win?"),
            why=N_("They must at least nest: won ≤ served ≤ all."),
            evidence=True,
        ),
    ] = None
    difference: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Difference"),
            depth="S",
            question=N_("Why do the two results differ?"),
            why=N_("Unexplained, the reader picks the lower one."),
            example=N_("The lower price: chains pull the average to 38."),
        ),
    ] = None
