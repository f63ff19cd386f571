"""Step 6: why us, and what follows."""

from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import Prose
from planner.model.nodes import Node, blank
from planner.model.positioning.choices import (
    Initiative,
    KeyIssue,
    PositioningOpinion,
    Strategy,
    SwotItem,
)
from planner.model.positioning.claim import Answer, PositioningStatement, Proof, Usp
from planner.model.positioning.messages import Message
from planner.model.positioning.stance import Brand, Move, Stance


class Positioning(Node):
    """Step 6: why us, and what follows."""

    value_proposition: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Value proposition"),
            depth="E",
            question=N_("What do buyers get from you that is worth the price?"),
            why=N_("Without it every channel sells something else."),
            example=N_("Sitting without pain within two weeks, by one therapist who knows you."),
        ),
    ] = None
    how_to_win: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("How to win"),
            depth="E",
            question=N_("Why will you win those people against those rivals?"),
            why=N_("Strategy is this sentence; the rest carries it out."),
            example=N_("Speed and one face; chains can’t promise the same person."),
        ),
    ] = None
    answers: Annotated[
        tuple[Answer, ...],
        Many(label=N_("What answers their pains"), one=N_("answer"), title="statement", depth="S"),
    ] = ()
    usp: Annotated[Usp, Group(label=N_("The one claim"))] = blank(Usp)
    proofs: Annotated[
        tuple[Proof, ...], Many(label=N_("Proofs"), one=N_("proof"), title="statement", depth="E")
    ] = ()
    statements: Annotated[
        tuple[PositioningStatement, ...],
        Many(
            label=N_("Positioning for each target"),
            one=N_("statement"),
            keyed_by="segments.items",
            depth="S",
        ),
    ] = ()
    stance: Annotated[Stance, Group(label=N_("Price, product, place"))] = blank(Stance)
    brand: Annotated[Brand, Group(label=N_("Brand and voice"))] = blank(Brand)
    moves: Annotated[
        tuple[Move, ...],
        Many(
            label=N_("Moves on the value curve"),
            one=N_("move"),
            keyed_by="competitors.curve_factors",
            depth="S",
        ),
    ] = ()
    messages: Annotated[
        tuple[Message, ...],
        Many(
            label=N_("Message houses"),
            one=N_("message house"),
            title="name",
            depth="E",
            hint=N_("One sentence for each portrait, what carries it, and what proves it."),
        ),
    ] = ()
    swot: Annotated[
        tuple[SwotItem, ...],
        Many(label=N_("SWOT"), one=N_("SWOT line"), title="statement", depth="E"),
    ] = ()
    issues: Annotated[
        tuple[KeyIssue, ...],
        Many(label=N_("Key issues"), one=N_("key issue"), title="statement", depth="S"),
    ] = ()
    strategies: Annotated[
        tuple[Strategy, ...],
        Many(label=N_("Strategies"), one=N_("strategy"), title="name", depth="E"),
    ] = ()
    initiatives: Annotated[
        tuple[Initiative, ...],
        Many(label=N_("Initiatives"), one=N_("initiative"), title="name", depth="S"),
    ] = ()
    opinions: Annotated[
        tuple[PositioningOpinion, ...],
        Many(
            label=N_("Opinions of the group"),
            one=N_("opinion"),
            keyed_by="meta.participants",
            depth="S",
        ),
    ] = ()
