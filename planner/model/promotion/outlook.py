"""Forecast, scenarios and risks."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import Choice, Date, Integer, Money, Number, Prose, Rating, Share, Text
from planner.model.nodes import Member, Node, blank
from planner.model.references import PathsTo, Ref


class ForecastProduct(Member):
    """Units you expect: a member of `promotion.forecast.products`, keyed by offering."""

    units: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Units"),
            depth="S",
            question=N_("How many will you sell?"),
            why=N_("The variance report splits price, cost and mix by it."),
            example=N_("sports-massage: 1,600"),
        ),
    ] = None
    price: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Price"),
            depth="T",
            question=N_("At what planned price?"),
            why=N_("The variance report splits price, cost and mix by it."),
            example=N_("38"),
        ),
    ] = None
    unit_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Unit cost"),
            depth="T",
            question=N_("Planned unit cost?"),
            why=N_("The variance report splits price, cost and mix by it."),
            example=N_("16"),
        ),
    ] = None


class ForecastSimulation(Node):
    """Simulation (`promotion.forecast.simulation`)."""

    distribution: Annotated[
        str | None,
        Choice(
            (
                "triangular",
                "beta-pert",
            )
        ),
        Ask(
            label=N_("Distribution"),
            depth="T",
            question=N_("How are the ranges spread?"),
            why=N_("Same seed, same digits, so finance can repeat it."),
            example=N_("beta-pert"),
            default="beta-pert",
        ),
    ] = None
    draws: Annotated[
        int | None,
        Integer(low=10000),
        Ask(
            label=N_("Draws"),
            depth="T",
            question=N_("How many trials?"),
            why=N_("Same seed, same digits, so finance can repeat it."),
            example=N_("100,000"),
            default=100000,
        ),
    ] = None
    seed: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Seed"),
            depth="T",
            question=N_("Start number?"),
            why=N_("Same seed, same digits, so finance can repeat it."),
            example=N_("1"),
            default=1,
        ),
    ] = None
    goal: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Goal"),
            depth="T",
            question=N_("Which target’s odds?"),
            why=N_("Same seed, same digits, so finance can repeat it."),
            example=N_("new-customers"),
        ),
    ] = None


class Forecast(Node):
    """Forecast (`promotion.forecast`)."""

    overlap: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Overlap"),
            depth="S",
            question=N_("Share of customers counted by two channels?"),
            why=N_("Double counting is the commonest way to a beautiful forecast."),
            example=N_("0.10"),
            evidence=True,
            default=0,
        ),
    ] = None
    purchase_lag_weeks: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Purchase lag weeks"),
            depth="S",
            question=N_("Weeks from first contact to purchase?"),
            why=N_("Double counting is the commonest way to a beautiful forecast."),
            example=N_("2"),
            unit=N_("weeks"),
            evidence=True,
        ),
    ] = None
    capacity_reserve: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Capacity reserve"),
            depth="T",
            question=N_("Share of capacity to keep free?"),
            why=N_("Double counting is the commonest way to a beautiful forecast."),
            example=N_("0.05"),
            evidence=True,
            default=0.1,
        ),
    ] = None
    method: Annotated[
        str | None,
        Choice(
            (
                "seasonal naive",
                "smoothing",
                "trend",
                "trend and season",
                "by hand",
            )
        ),
        Ask(
            label=N_("Method"),
            depth="T",
            question=N_("How should past months be carried on?"),
            why=N_("Two years show a season that no memory holds."),
            example=N_("seasonal naive"),
        ),
    ] = None
    products: Annotated[
        tuple[ForecastProduct, ...],
        Many(
            label=N_("Units you expect"),
            one=N_("offering"),
            keyed_by="business.offerings",
            depth="S",
        ),
    ] = ()
    simulation: Annotated[ForecastSimulation, Group(label=N_("Simulation"))] = blank(
        ForecastSimulation
    )


class Scenario(Member):
    """Scenario of `promotion.scenarios`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What do you call it?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("Telerehab takes off"),
        ),
    ] = None
    takes: Annotated[
        str | None,
        Choice(
            (
                "cautious",
                "likely",
                "hopeful",
            )
        ),
        Ask(
            label=N_("Takes"),
            depth="S",
            question=N_("Which end of the ranges?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("cautious"),
            default="likely",
        ),
    ] = None
    probability: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Probability"),
            depth="S",
            question=N_("How likely?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("0.25"),
        ),
    ] = None
    story: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Story"),
            depth="S",
            question=N_("What happens in it?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("“RehabNow sells the app at 19 a month”"),
        ),
    ] = None
    response: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Response"),
            depth="S",
            question=N_("What would you do then?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("“Move 1,200 from search to doctors”"),
        ),
    ] = None
    demand: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Demand"),
            depth="T",
            question=N_("Market times?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("0.9"),
            default=1,
        ),
    ] = None
    media_price: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Media price"),
            depth="T",
            question=N_("Media prices times?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("1.15"),
            default=1,
        ),
    ] = None
    order_value: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Order value"),
            depth="T",
            question=N_("Order value times?"),
            why=N_("One future is a wish; three are a plan."),
            example=N_("1"),
            default=1,
        ),
    ] = None


class Risk(Member):
    """Risk of `promotion.risks`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What could go wrong?"),
            why=N_("Ranked risks show that you looked."),
            example=N_("A therapist leaves in spring"),
        ),
    ] = None
    likelihood: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Likelihood"),
            depth="S",
            question=N_("How likely (1 rare, 5 nearly sure)?"),
            why=N_("Ranked risks show that you looked."),
            example=N_("3"),
        ),
    ] = None
    impact: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Impact"),
            depth="S",
            question=N_("How bad (5 ends the plan)?"),
            why=N_("Ranked risks show that you looked."),
            example=N_("4"),
        ),
    ] = None
    money: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Money"),
            depth="T",
            question=N_("What would it cost?"),
            why=N_("Ranked risks show that you looked."),
            example=N_("16,000"),
            evidence=True,
        ),
    ] = None
    sign: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Sign"),
            depth="S",
            question=N_("First sign?"),
            why=N_("Who does what if it is red in March?"),
            example=N_("“Asks for fewer hours”"),
        ),
    ] = None
    prevention: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Prevention"),
            depth="S",
            question=N_("What makes it rarer?"),
            why=N_("Who does what if it is red in March?"),
            example=N_("pay review in January"),
        ),
    ] = None
    plan_b: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Plan B"),
            depth="E",
            question=N_("What if it happens?"),
            why=N_("Who does what if it is red in March?"),
            example=N_("“Two freelancers on call”"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who watches?"),
            why=N_("Who does what if it is red in March?"),
            example=N_("ana-pop"),
        ),
    ] = None
    check: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Check"),
            depth="S",
            question=N_("Looked at when?"),
            why=N_("Who does what if it is red in March?"),
            example=N_("2027-02-01"),
        ),
    ] = None
    linked: Annotated[
        tuple[str, ...] | None,
        PathsTo(to="any"),
        Ask(
            label=N_("Linked"),
            depth="T",
            question=N_("Where does it come from?"),
            why=N_("Who does what if it is red in March?"),
            example=N_("market.factors[scarce-therapists]"),
        ),
    ] = None
