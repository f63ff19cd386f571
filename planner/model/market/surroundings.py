"""Trends, changes and forces around the firm."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Number, Prose, Rating, Text, Weight
from planner.model.nodes import Member
from planner.model.references import Ref


class TrendYear(Member):
    """Values year by year: a member of `market.trends[*].years`, keyed by year."""

    value: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Value"),
            depth="T",
            question=N_("How much was it in each year?"),
            why=N_("A trend without a line is an opinion."),
            example=N_("2024: 0.21; 2026: 0.38"),
            evidence=True,
        ),
    ] = None


class Trend(Member):
    """Trend of `market.trends`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What is changing in how people choose or buy?"),
            why=N_("Last year’s plan fits last year’s buyer."),
            example=N_("People book at night by phone"),
            evidence=True,
        ),
    ] = None
    direction: Annotated[
        str | None,
        Choice(
            (
                "growing",
                "fading",
                "turning",
            )
        ),
        Ask(
            label=N_("Direction"),
            depth="S",
            question=N_("Is it growing, fading or turning?"),
            why=N_("You’d invest at the end of a wave."),
            example=N_("growing"),
        ),
    ] = None
    unit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Unit"),
            depth="T",
            question=N_("In what would you measure it?"),
            why=N_("A trend without a line is an opinion."),
            example=N_("share of bookings after 20:00"),
            evidence=True,
        ),
    ] = None
    years: Annotated[
        tuple[TrendYear, ...],
        Many(label=N_("Values year by year"), one=N_("year"), keyed_by="year", depth="T"),
    ] = ()
    answer: Annotated[
        str | None,
        Choice(
            (
                "we will",
                "we will not",
                "we watch",
            )
        ),
        Ask(
            label=N_("Answer"),
            depth="S",
            question=N_("Will you act on it?"),
            why=N_("A trend without a decision is filler."),
            example=N_("we will"),
        ),
    ] = None
    action: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Action"),
            depth="S",
            question=N_("What exactly, or why not?"),
            why=N_("“We’ll monitor” is how chances are missed."),
            example=N_("Open online booking around the clock from March."),
        ),
    ] = None


class Factor(Member):
    """Change of `market.factors`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What outside your control could help or hurt you?"),
            why=N_("Rules, taxes and suppliers sink good plans unseen."),
            example=N_("Health insurers start paying for private physiotherapy"),
            evidence=True,
        ),
    ] = None
    category: Annotated[
        str | None,
        Choice(
            (
                "political",
                "economic",
                "social",
                "technological",
                "environmental",
                "legal",
            )
        ),
        Ask(
            label=N_("Category"),
            depth="S",
            question=N_("Which kind is it?"),
            why=N_("A whole kind forgotten is a blind side."),
            example=N_("legal"),
        ),
    ] = None
    direction: Annotated[
        str | None,
        Choice(
            (
                "helps",
                "hurts",
            )
        ),
        Ask(
            label=N_("Direction"),
            depth="E",
            question=N_("Does it help or hurt you?"),
            why=N_("The same law is a rival’s chance."),
            example=N_("hurts"),
        ),
    ] = None
    impact: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Impact"),
            depth="E",
            question=N_("How much would it change your sales?"),
            why=N_("Small things crowd out the big one."),
            example=N_("4"),
        ),
    ] = None
    likelihood: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Likelihood"),
            depth="E",
            question=N_("How likely is it in this period?"),
            why=N_("Fear isn’t a forecast."),
            example=N_("3"),
        ),
    ] = None
    horizon: Annotated[
        str | None,
        Choice(
            (
                "already here",
                "this period",
                "one to three years",
                "later",
            )
        ),
        Ask(
            label=N_("Horizon"),
            depth="S",
            question=N_("When would you feel it?"),
            why=N_("Too early wastes money, too late can’t be undone."),
            example=N_("this period"),
            default="this period",
        ),
    ] = None
    answer: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Answer"),
            depth="E",
            question=N_("What will you do about it, or what not?"),
            why=N_("High impact without an answer is a hole in the plan."),
            example=N_("Apply for an insurer contract by April."),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="T",
            question=N_("Who keeps an eye on it?"),
            why=N_("Nobody reads the new law unless told to."),
            example=N_("ana-pop"),
        ),
    ] = None
    response: Annotated[
        float | None,
        Rating(low=1, high=4),
        Ask(
            label=N_("Response"),
            depth="T",
            question=N_("How well are you prepared today?"),
            why=N_("The same storm spares the prepared."),
            example=N_("2"),
        ),
    ] = None


class ForceDriver(Member):
    """Driver of `market.forces[*].drivers`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("What makes this pressure strong or weak?"),
            why=N_("“High rivalry” alone can’t be checked."),
            example=N_("Physiotherapists are scarce"),
        ),
    ] = None
    rating: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Rating"),
            depth="T",
            question=N_("How strongly does it press on your margin?"),
            why=N_("The mean of drivers says where profit leaks."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None


class Force(Member):
    """Five forces: a member of `market.forces`, keyed by force."""

    weight: Annotated[
        float | None,
        Weight(),
        Ask(
            label=N_("Weight"),
            depth="T",
            question=N_("How much does this pressure count here?"),
            why=N_("In your trade one of five may decide everything."),
            example=N_("0.20"),
            default=0.2,
        ),
    ] = None
    drivers: Annotated[
        tuple[ForceDriver, ...],
        Many(label=N_("What drives it"), one=N_("driver"), title="name", depth="T"),
    ] = ()
    reading: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Reading"),
            depth="T",
            question=N_("What does that mean for your plan?"),
            why=N_("A radar picture decides nothing."),
            example=N_("Recruiting is our bottleneck, not demand."),
        ),
    ] = None
