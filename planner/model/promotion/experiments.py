"""Tests and media placements."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, Integer, Money, Month, Number, Prose, Share, Text
from planner.model.nodes import Member
from planner.model.references import Ref


class ExperimentResult(Member):
    """Results: a member of `promotion.experiments[*].results`, keyed by group."""

    people: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("People"),
            depth="T",
            question=N_("How many in this group?"),
            why=N_("Deciding after seeing is fooling oneself."),
            example=N_("control 610"),
        ),
    ] = None
    buyers: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Buyers"),
            depth="T",
            question=N_("How many bought?"),
            why=N_("Deciding after seeing is fooling oneself."),
            example=N_("37"),
        ),
    ] = None


class Experiment(Member):
    """Test of `promotion.experiments`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What do you test?"),
            why=N_("Tests chosen by money beat tests chosen by taste."),
            example=N_("Price on landing page"),
        ),
    ] = None
    hypothesis: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Hypothesis"),
            depth="S",
            question=N_("You believe that…?"),
            why=N_("Tests chosen by money beat tests chosen by taste."),
            example=N_("“Showing ‘from 42’ brings more bookings”"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "two versions",
                "control group",
                "pause",
                "by area",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("How?"),
            why=N_("Tests chosen by money beat tests chosen by taste."),
            example=N_("two versions"),
        ),
    ] = None
    channel: Annotated[
        str | None,
        Ref(to="promotion.channels"),
        Ask(
            label=N_("Channel"),
            depth="S",
            question=N_("Where?"),
            why=N_("Tests chosen by money beat tests chosen by taste."),
            example=N_("search-ads"),
        ),
    ] = None
    kpi: Annotated[
        str | None,
        Ref(to="promotion.kpis"),
        Ask(
            label=N_("Measure"),
            depth="S",
            question=N_("Judged by?"),
            why=N_("Tests chosen by money beat tests chosen by taste."),
            example=N_("enquiries"),
        ),
    ] = None
    baseline_rate: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Baseline rate"),
            depth="S",
            question=N_("Rate today?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("0.06"),
            evidence=True,
        ),
    ] = None
    relative_effect: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Relative effect"),
            depth="S",
            question=N_("Smallest change worth having?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("0.3"),
        ),
    ] = None
    daily_visitors: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Daily visitors"),
            depth="S",
            question=N_("Visitors a day?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("30"),
        ),
    ] = None
    share_in_test: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Share in test"),
            depth="T",
            question=N_("Share in test?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("1"),
            default=1,
        ),
    ] = None
    groups: Annotated[
        int | None,
        Integer(low=2),
        Ask(
            label=N_("Groups"),
            depth="T",
            question=N_("Versions?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("2"),
            default=2,
        ),
    ] = None
    alpha: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Alpha"),
            depth="T",
            question=N_("Risk of false alarm?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("0.05"),
            default=0.05,
        ),
    ] = None
    power: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Power"),
            depth="T",
            question=N_("Chance to see it?"),
            why=N_("Most small tests can’t see what they look for."),
            example=N_("0.8"),
            default=0.8,
        ),
    ] = None
    start: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Start"),
            depth="S",
            question=N_("Start?"),
            why=N_("Deciding after seeing is fooling oneself."),
            example=N_("2027-02-01"),
        ),
    ] = None
    cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Cost"),
            depth="S",
            question=N_("Cost?"),
            why=N_("Deciding after seeing is fooling oneself."),
            example=N_("150"),
        ),
    ] = None
    decision_rule: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Decision rule"),
            depth="S",
            question=N_("What will you do at which result?"),
            why=N_("Deciding after seeing is fooling oneself."),
            example=N_("“+ seen: all pages; else keep”"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "idea",
                "ready",
                "running",
                "done",
                "stopped",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="T",
            question=N_("State?"),
            why=N_("Deciding after seeing is fooling oneself."),
            example=N_("idea"),
        ),
    ] = None
    learned: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Learned"),
            depth="T",
            question=N_("What did you learn?"),
            why=N_("Deciding after seeing is fooling oneself."),
        ),
    ] = None
    results: Annotated[
        tuple[ExperimentResult, ...],
        Many(label=N_("Results"), one=N_("result"), keyed_by="group", depth="T"),
    ] = ()


class Placement(Member):
    """Placement of `promotion.placements`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="T",
            question=N_("Which placement?"),
            why=N_("Reach of the wrong crowd is cheap and useless."),
            example=N_("Radio Cluj, mornings"),
        ),
    ] = None
    channel: Annotated[
        str | None,
        Ref(to="promotion.channels"),
        Ask(
            label=N_("Channel"),
            depth="T",
            question=N_("Channel?"),
            why=N_("Reach of the wrong crowd is cheap and useless."),
            example=N_("radio"),
        ),
    ] = None
    campaign: Annotated[
        str | None,
        Ref(to="promotion.campaigns"),
        Ask(
            label=N_("Campaign"),
            depth="T",
            question=N_("Campaign?"),
            why=N_("Reach of the wrong crowd is cheap and useless."),
            example=N_("neck-free"),
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="T",
            question=N_("Meant for?"),
            why=N_("Reach of the wrong crowd is cheap and useless."),
            example=N_("desk"),
        ),
    ] = None
    universe: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("Universe"),
            depth="T",
            question=N_("How many people could see it?"),
            why=N_("Reach of the wrong crowd is cheap and useless."),
            example=N_("310,000"),
            evidence=True,
        ),
    ] = None
    rating_points: Annotated[
        float | None,
        Number(low=0, high=100),
        Ask(
            label=N_("Rating points"),
            depth="T",
            question=N_("Share of people one spot reaches, in %?"),
            why=N_("Bought on price per spot you pay for repeats."),
            example=N_("2.1"),
            evidence=True,
        ),
    ] = None
    insertions: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Insertions"),
            depth="T",
            question=N_("How many spots?"),
            why=N_("Bought on price per spot you pay for repeats."),
            example=N_("20"),
            evidence=True,
        ),
    ] = None
    cost_per_insertion: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Cost per insertion"),
            depth="T",
            question=N_("Price each?"),
            why=N_("Bought on price per spot you pay for repeats."),
            example=N_("38"),
            evidence=True,
        ),
    ] = None
    reach: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Reach"),
            depth="T",
            question=N_("Share reached at least once?"),
            why=N_("Bought on price per spot you pay for repeats."),
            evidence=True,
        ),
    ] = None
    frequency: Annotated[
        float | None,
        Number(low=1),
        Ask(
            label=N_("Frequency"),
            depth="T",
            question=N_("Times each?"),
            why=N_("Bought on price per spot you pay for repeats."),
            evidence=True,
        ),
    ] = None
    month: Annotated[
        str | None,
        Month(),
        Ask(
            label=N_("Month"),
            depth="T",
            question=N_("When?"),
            why=N_("Bought on price per spot you pay for repeats."),
            example=N_("2027-03"),
        ),
    ] = None
