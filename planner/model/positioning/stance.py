"""Price, product, place and brand."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask
from planner.model.kinds import Choice, ListOf, Prose, Rating, Share, Text
from planner.model.nodes import Member, Node


class Stance(Node):
    """Price, product, place (`positioning.stance`)."""

    price_level: Annotated[
        str | None,
        Choice(
            (
                "lowest",
                "below most",
                "as most",
                "above most",
                "highest",
            )
        ),
        Ask(
            label=N_("Price level"),
            depth="E",
            question=N_("Where do your prices stand?"),
            why=N_("Price speaks louder than the message."),
            example=N_("above most"),
        ),
    ] = None
    price_reason: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Price reason"),
            depth="S",
            question=N_("Why there?"),
            why=N_("Price speaks louder than the message."),
            example=N_("a kept slot costs us money"),
        ),
    ] = None
    price_change: Annotated[
        float | None,
        Share(low=-1),
        Ask(
            label=N_("Price change"),
            depth="S",
            question=N_("By how much will prices change?"),
            why=N_("Shows the volume a discount must bring back."),
            example=N_("0.05"),
            confidential=True,
        ),
    ] = None
    largest_discount: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Largest discount"),
            depth="S",
            question=N_("What is the deepest discount?"),
            why=N_("Shows the volume a discount must bring back."),
            example=N_("0.10"),
            confidential=True,
        ),
    ] = None
    product: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Product"),
            depth="S",
            question=N_("What will you add, improve or drop?"),
            why=N_("Promotion can’t repair a wrong offer or place."),
            example=N_("Add a 30-min check; drop vouchers"),
        ),
    ] = None
    place: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Place"),
            depth="S",
            question=N_("Where and how will you sell?"),
            why=N_("Promotion can’t repair a wrong offer or place."),
            example=N_("practice and online booking"),
        ),
    ] = None
    opposite: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Opposite"),
            depth="S",
            question=N_("Which sane firm would choose the opposite, and why?"),
            why=N_("If nobody would, it is no choice."),
            example=N_("FizioPlus: low price, any therapist, six sites."),
        ),
    ] = None


class Brand(Node):
    """Brand and voice (`positioning.brand`)."""

    traits: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Traits"),
            depth="S",
            question=N_("Which three to five words describe you?"),
            why=N_("Five contractors will write in five voices, and build a rival’s name."),
            example=N_("direct, calm, exact"),
        ),
    ] = None
    signs: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Signs"),
            depth="T",
            question=N_("Colours, sounds, shapes you own?"),
            why=N_("Five contractors will write in five voices, and build a rival’s name."),
            example=N_("green arrow"),
        ),
    ] = None
    tone_is: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Tone is"),
            depth="S",
            question=N_("How do you sound?"),
            why=N_("Five contractors will write in five voices, and build a rival’s name."),
            example=N_("like a good coach"),
        ),
    ] = None
    tone_is_not: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Tone is not"),
            depth="S",
            question=N_("How never?"),
            why=N_("Five contractors will write in five voices, and build a rival’s name."),
            example=N_("like a clinic leaflet"),
        ),
    ] = None
    words_used: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Words used"),
            depth="S",
            question=N_("Which words do you always use?"),
            why=N_("“Cure” may be unlawful; “patient” may drive them off."),
            example=N_("moving, slot"),
        ),
    ] = None
    words_avoided: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Words avoided"),
            depth="S",
            question=N_("Never?"),
            why=N_("“Cure” may be unlawful; “patient” may drive them off."),
            example=N_("cure, guaranteed healing"),
        ),
    ] = None


class Move(Member):
    """Moves on the value curve: a member of `positioning.moves`, keyed by curve factor."""

    move: Annotated[
        str | None,
        Choice(
            (
                "raise",
                "reduce",
                "eliminate",
                "create",
                "keep",
            )
        ),
        Ask(
            label=N_("Move"),
            depth="S",
            question=N_("Drop, cut, keep, raise or create this?"),
            why=N_("Adding without cutting only costs; the level is what the offer is built to."),
            example=N_("raise"),
            default="keep",
        ),
    ] = None
    target_level: Annotated[
        float | None,
        Rating(low=0, high=10),
        Ask(
            label=N_("Target level"),
            depth="S",
            question=N_("To what level?"),
            why=N_("Adding without cutting only costs; the level is what the offer is built to."),
            example=N_("9"),
        ),
    ] = None
    reason: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Reason"),
            depth="T",
            question=N_("Why?"),
            why=N_("Adding without cutting only costs; the level is what the offer is built to."),
            example=N_("early shifts ask for it"),
        ),
    ] = None
