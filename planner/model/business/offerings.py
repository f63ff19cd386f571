"""What is sold."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Money, Month, Number, Share, Text
from planner.model.nodes import Member
from planner.model.references import Ref


class OfferingYear(Member):
    """Sales year by year: a member of `business.offerings[*].years`, keyed by year."""

    sales: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Sales"),
            depth="T",
            question=N_("What did it sell in each past year?"),
            why=N_("Six years show the stage better than a feeling."),
            example=N_("2025: 111,600"),
            evidence=True,
            confidential=True,
        ),
    ] = None


class Offering(Member):
    """Offering of `business.offerings`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What do you sell? One line for each offer."),
            why=N_("Marketing “everything” promotes what earns least."),
            example=N_("Physiotherapy session, 50 min"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "product",
                "service",
                "subscription",
                "project",
                "free programme",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort of thing is it?"),
            why=N_("A subscription is worth its renewals, a project is not."),
            example=N_("service"),
            default="service",
        ),
    ] = None
    unit: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Unit"),
            depth="E",
            question=N_("What do you count when you sell one?"),
            why=N_("Price, cost and capacity must mean the same “one”."),
            example=N_("session"),
        ),
    ] = None
    price: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Price"),
            depth="E",
            question=N_("What does a buyer pay for one, on average?"),
            why=N_("Discounts hidden in a list price turn profit into loss."),
            example=N_("42"),
            evidence=True,
        ),
    ] = None
    unit_cost: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Unit cost"),
            depth="E",
            question=N_("What does one more cost you directly?"),
            why=N_("Without it nobody can say whether advertising pays."),
            example=N_("19 (therapist 17, material 2)"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    funding_per_unit: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Funding per unit"),
            depth="T",
            question=N_("What do grants or donors pay per unit?"),
            why=N_("A free programme would look like pure loss."),
            example=N_("0"),
            evidence=True,
        ),
    ] = None
    share_of_revenue: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Share of revenue"),
            depth="E",
            question=N_("What part of your sales comes from it?"),
            why=N_("Effort should follow money, or say why it doesn’t."),
            example=N_("0.575"),
            evidence=True,
            confidential=True,
        ),
    ] = None
    stage: Annotated[
        str | None,
        Choice(
            (
                "introduction",
                "growth",
                "maturity",
                "decline",
            )
        ),
        Ask(
            label=N_("Stage"),
            depth="S",
            question=N_("Is it new, growing, steady or fading?"),
            why=N_("A fading offer gets a launch budget by habit."),
            example=N_("maturity"),
        ),
    ] = None
    role: Annotated[
        str | None,
        Choice(
            (
                "launch",
                "grow",
                "keep",
                "harvest",
                "replace",
                "withdraw",
            )
        ),
        Ask(
            label=N_("Role"),
            depth="S",
            question=N_("What should happen to it in this period?"),
            why=N_("Without a choice every offer claims a campaign."),
            example=N_("grow"),
            default="keep",
        ),
    ] = None
    role_month: Annotated[
        str | None,
        Month(),
        Ask(
            label=N_("Role month"),
            depth="T",
            question=N_("From which month?"),
            why=N_("A launch without a date never gets prepared."),
            example=N_("2027-03"),
        ),
    ] = None
    replaced_by: Annotated[
        str | None,
        Ref(to="business.offerings"),
        Ask(
            label=N_("Replaced by"),
            depth="T",
            question=N_("What takes its place?"),
            why=N_("Buyers of the old one leave if nobody leads them over."),
        ),
    ] = None
    capacity_per_unit: Annotated[
        float | None,
        Number(low=0, above=True),
        Ask(
            label=N_("Capacity per unit"),
            depth="S",
            question=N_("How much of your capacity does one take up?"),
            why=N_("A package of ten fills ten slots, not one."),
            example=N_("1 (package: 10; company day: 6)"),
            default=1,
        ),
    ] = None
    capacity: Annotated[
        str | None,
        Ref(to="business.capacity"),
        Ask(
            label=N_("Capacity"),
            depth="S",
            question=N_("Which bottleneck does it use?"),
            why=N_("Selling what you can’t deliver costs reputation."),
            example=N_("treatment-slots"),
        ),
    ] = None
    market_growth: Annotated[
        float | None,
        Share(low=-1, high=5),
        Ask(
            label=N_("Market growth"),
            depth="T",
            question=N_("How fast does the market for this one grow a year?"),
            why=N_("Share means little in a market that is dying."),
            example=N_("0.06"),
            evidence=True,
        ),
    ] = None
    own_share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Own share"),
            depth="T",
            question=N_("What share of this market is yours?"),
            why=N_("Whether to invest depends on being near the leader."),
            example=N_("0.09"),
            evidence=True,
        ),
    ] = None
    largest_rival_share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Largest rival share"),
            depth="T",
            question=N_("And the biggest rival’s?"),
            why=N_("Whether to invest depends on being near the leader."),
            example=N_("0.24"),
            evidence=True,
        ),
    ] = None
    years: Annotated[
        tuple[OfferingYear, ...],
        Many(label=N_("Sales year by year"), one=N_("year"), keyed_by="year", depth="T"),
    ] = ()
