"""Who is turned away, and who nearly buys."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask
from planner.model.kinds import Choice, Date, Integer, ListOf, Money, Number, Prose, Share, Text
from planner.model.nodes import Member
from planner.model.references import Ref


class Exclusion(Member):
    """Refusal of `segments.exclusions`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("Whom will you turn away?"),
            why=N_("Whoever is not refused by name gets your ads and hours."),
            example=N_("Home visits beyond 10 km"),
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="S",
            question=N_("Which of the groups above is that?"),
            why=N_("Whoever is not refused by name gets your ads and hours."),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "margin",
                "cost to serve",
                "odds of winning",
                "distance",
                "price level",
                "image",
                "law or age",
                "no access",
                "poor fit",
                "capacity",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="E",
            question=N_("What is the main reason?"),
            why=N_("The reason decides which exclusion works: area, keyword or price."),
            example=N_("distance"),
        ),
    ] = None
    rule: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Rule"),
            depth="E",
            question=N_("By which rule would a colleague recognise one?"),
            why=N_("A refusal without a rule becomes rudeness or favour."),
            example=N_("Address over 10 km from the practice."),
        ),
    ] = None
    measure: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Measure"),
            depth="S",
            question=N_("What is measured?"),
            why=N_("A limit can be checked and reviewed; a feeling cannot."),
            example=N_("distance"),
            evidence=True,
        ),
    ] = None
    comparison: Annotated[
        str | None,
        Choice(
            (
                "below",
                "above",
            )
        ),
        Ask(
            label=N_("Comparison"),
            depth="S",
            question=N_("Below or above?"),
            why=N_("A limit can be checked and reviewed; a feeling cannot."),
            example=N_("above"),
        ),
    ] = None
    threshold: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Threshold"),
            depth="S",
            question=N_("What limit?"),
            why=N_("A limit can be checked and reviewed; a feeling cannot."),
            example=N_("10"),
            evidence=True,
        ),
    ] = None
    unit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Unit"),
            depth="S",
            question=N_("In what unit?"),
            why=N_("A limit can be checked and reviewed; a feeling cannot."),
            example=N_("km"),
            evidence=True,
        ),
    ] = None
    requests_per_year: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Requests per year"),
            depth="S",
            question=N_("How many ask a year?"),
            why=N_("A refusal that costs nothing refuses nobody."),
            example=N_("60"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    value_each: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Value each"),
            depth="S",
            question=N_("Worth?"),
            why=N_("A refusal that costs nothing refuses nobody."),
            example=N_("55"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    margin: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Margin"),
            depth="S",
            question=N_("Margin?"),
            why=N_("A refusal that costs nothing refuses nobody."),
            example=N_("0.35"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    cost_each: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Cost each"),
            depth="S",
            question=N_("Cost of serving one?"),
            why=N_("A refusal that costs nothing refuses nobody."),
            example=N_("14"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    script: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Script"),
            depth="E",
            question=N_("What do you say when one turns up?"),
            why=N_("A kind no keeps your name good; improvising does not."),
            example=N_("“We treat here so that equipment is at hand; Ana visits homes.”"),
        ),
    ] = None
    refer_to: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Refer to"),
            depth="S",
            question=N_("Where do you send them?"),
            why=N_("A kind no keeps your name good; improvising does not."),
            example=N_("Ana, freelancer"),
        ),
    ] = None
    exception_by: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Exception by"),
            depth="T",
            question=N_("Who may make an exception?"),
            why=N_("Otherwise everyone makes them."),
            example=N_("ana-pop"),
        ),
    ] = None
    exception_when: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Exception when"),
            depth="T",
            question=N_("In which case?"),
            why=N_("Otherwise everyone makes them."),
            example=N_("existing patient after surgery"),
        ),
    ] = None
    review_date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Review date"),
            depth="S",
            question=N_("When do you look again?"),
            why=N_("Yesterday’s refusal may be tomorrow’s market."),
            example=N_("2027-09-30"),
        ),
    ] = None
    reopen_if: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Reopen if"),
            depth="S",
            question=N_("What would change your mind?"),
            why=N_("Yesterday’s refusal may be tomorrow’s market."),
            example=N_("second car"),
        ),
    ] = None
    negative_keywords: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Negative keywords"),
            depth="S",
            question=N_("Which search words should ads avoid?"),
            why=N_("Without these you pay to attract those you refuse."),
            example=N_("la domiciliu, gratis"),
        ),
    ] = None
    areas: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Areas"),
            depth="S",
            question=N_("Which areas?"),
            why=N_("Without these you pay to attract those you refuse."),
            example=N_("Turda, Dej"),
        ),
    ] = None
    audiences: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Audiences"),
            depth="S",
            question=N_("Audiences?"),
            why=N_("Without these you pay to attract those you refuse."),
            example=N_("deal hunters"),
        ),
    ] = None
    placements: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Placements"),
            depth="S",
            question=N_("Sites?"),
            why=N_("Without these you pay to attract those you refuse."),
            example=N_("coupon sites"),
        ),
    ] = None


class NearCustomer(Member):
    """Near customer of `segments.near_customers`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Who nearly buys?"),
            why=N_("The cheapest growth often stands outside the door."),
            example=N_("Drivers with shoulder pain"),
        ),
    ] = None
    tier: Annotated[
        str | None,
        Choice(
            (
                "about to leave the market",
                "refuses for now",
                "never considered",
            )
        ),
        Ask(
            label=N_("Tier"),
            depth="S",
            question=N_("How near are they?"),
            why=N_("The cheapest growth often stands outside the door."),
            example=N_("never considered"),
        ),
    ] = None
    obstacle: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Obstacle"),
            depth="S",
            question=N_("What keeps them away?"),
            why=N_("Names the offer or technology that opens the group, and whether it pays."),
            example=N_("shifts end at 20:00"),
            evidence=True,
        ),
    ] = None
    remedy: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Remedy"),
            depth="S",
            question=N_("What would change it?"),
            why=N_("Names the offer or technology that opens the group, and whether it pays."),
            example=N_("late hours Thursday"),
        ),
    ] = None
    size: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Size"),
            depth="T",
            question=N_("How many?"),
            why=N_("Names the offer or technology that opens the group, and whether it pays."),
            example=N_("2,400"),
            evidence=True,
        ),
    ] = None
    value_each: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Value each"),
            depth="T",
            question=N_("Worth a year each?"),
            why=N_("Names the offer or technology that opens the group, and whether it pays."),
            example=N_("180"),
            evidence=True,
        ),
    ] = None
    review_date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Review date"),
            depth="T",
            question=N_("Look again when?"),
            why=N_("Names the offer or technology that opens the group, and whether it pays."),
            example=N_("2027-06-30"),
        ),
    ] = None
