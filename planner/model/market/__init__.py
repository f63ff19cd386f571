"""Step 2: how large the market is, how fast it grows, what changes it."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import ListOf, Money, Period, Prose, Share, Text
from planner.model.market.sizes import MarketSize
from planner.model.market.surroundings import Factor, Force, Trend
from planner.model.nodes import Node


class Market(Node):
    """Step 2: how large the market is, how fast it grows, what changes it."""

    definition: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Definition"),
            depth="E",
            question=N_("Which need do you serve, for which buyers, where?"),
            why=N_("Defined by product, the market hides its substitutes."),
            example=N_("Adults near Cluj who pay themselves to move without pain."),
        ),
    ] = None
    includes: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Includes"),
            depth="S",
            question=N_("What do you count in?"),
            why=N_("Sizes from different sources differ mostly by this."),
            example=N_("in: massage"),
        ),
    ] = None
    excludes: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Excludes"),
            depth="S",
            question=N_("What do you leave out?"),
            why=N_("Sizes from different sources differ mostly by this."),
            example=N_("out: hospital rehab paid by the state"),
        ),
    ] = None
    growth: Annotated[
        float | None,
        Share(low=-0.9, high=5),
        Ask(
            label=N_("Growth"),
            depth="E",
            question=N_("How fast does it grow or shrink a year?"),
            why=N_("Growth in a shrinking market must be taken from somebody."),
            example=N_("0.06"),
            evidence=True,
        ),
    ] = None
    growth_period: Annotated[
        tuple[str, str] | None,
        Period(),
        Ask(
            label=N_("Growth period"),
            depth="S",
            question=N_("Which years is that growth from?"),
            why=N_("A rate from a recovery year misleads."),
            example=N_("2022-01 to 2025-12"),
            evidence=True,
        ),
    ] = None
    drivers: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Drivers"),
            depth="S",
            question=N_("What makes it grow or shrink?"),
            why=N_("Without causes a growth rate is a wish."),
            example=N_("desk work; amateur running"),
            evidence=True,
        ),
    ] = None
    category_spend: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Category spend"),
            depth="T",
            question=N_("What do all sellers together spend on advertising?"),
            why=N_("Being quieter than your size loses share."),
            example=N_("160,000"),
            evidence=True,
        ),
    ] = None
    growth_line: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Growth line"),
            depth="T",
            question=N_("Above which growth is a market “fast” for you?"),
            why=N_("It decides which offers count as worth investing in."),
            example=N_("0.10"),
            default=0.1,
        ),
    ] = None
    sizes: Annotated[
        tuple[MarketSize, ...],
        Many(
            label=N_("Size of the market"),
            one=N_("market"),
            title="name",
            depth="E",
            hint=N_("One market to start with; separate markets are added up."),
        ),
    ] = ()
    trends: Annotated[
        tuple[Trend, ...], Many(label=N_("Trends"), one=N_("trend"), title="name", depth="S")
    ] = ()
    factors: Annotated[
        tuple[Factor, ...],
        Many(
            label=N_("Changes around you"),
            one=N_("change"),
            title="name",
            depth="E",
            hint=N_("The outside: law, economy, people, technology, nature, suppliers."),
        ),
    ] = ()
    forces: Annotated[
        tuple[Force, ...],
        Many(
            label=N_("Five forces"),
            one=N_("force"),
            keyed_by="force",
            depth="T",
            hint=N_("Rivals, newcomers, substitutes, and the power of buyers and suppliers."),
        ),
    ] = ()
    conclusion: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Conclusion"),
            depth="S",
            question=N_("So is this market worth your effort, and where?"),
            why=N_("Data without “so what” is a research report."),
            example=N_("Yes: room for us by day, not by evening."),
        ),
    ] = None
