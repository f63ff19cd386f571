"""What the plan rests on: sources, assumptions, words and meetings."""

from datetime import date as Day
from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import Choice, Date, ListOf, Money, Number, Prose, Rating, Text, Url, YesNo
from planner.model.nodes import Member, Node
from planner.model.references import PathsTo, PathTo, Ref, Refs


class Source(Member):
    """Source of `evidence.items`."""

    source: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Source"),
            depth="E",
            question=N_("Where is this from?"),
            why=N_("Figures without a source are the first thing struck out."),
            example=N_("Booking system, report 7"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "own records",
                "interview",
                "survey",
                "test",
                "observation",
                "rival's own page",
                "official statistics",
                "trade report",
                "press",
                "estimate tool",
                "supplier's offer",
                "judgement",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="E",
            question=N_("What sort of source?"),
            why=N_("Figures without a source are the first thing struck out."),
            example=N_("own records"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="E",
            question=N_("From when?"),
            why=N_("Figures without a source are the first thing struck out."),
            example=N_("2026-10-31"),
        ),
    ] = None
    who: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Who"),
            depth="S",
            question=N_("Who said or counted it?"),
            why=N_("Figures without a source are the first thing struck out."),
            example=N_("Ioana, reception"),
        ),
    ] = None
    confidence: Annotated[
        str | None,
        Choice(
            (
                "measured",
                "sound",
                "rough",
                "guess",
            )
        ),
        Ask(
            label=N_("Confidence"),
            depth="S",
            question=N_("How sure?"),
            why=N_("Figures without a source are the first thing struck out."),
            example=N_("measured"),
        ),
    ] = None
    about: Annotated[
        tuple[str, ...] | None,
        PathsTo(to="any"),
        Ask(
            label=N_("About"),
            depth="S",
            question=N_("Which answers rest on it?"),
            why=N_("Old figures walk on as facts."),
            example=N_("promotion.kpis[new-customers].baseline"),
        ),
    ] = None
    says: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("What it says"),
            depth="S",
            question=N_("What does it say, word for word?"),
            why=N_("Old figures walk on as facts."),
            example=N_("“410 first visits in 2026”"),
        ),
    ] = None
    url: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Link"),
            depth="S",
            question=N_("Link?"),
            why=N_("Old figures walk on as facts."),
        ),
    ] = None
    file: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("File"),
            depth="T",
            question=N_("File?"),
            why=N_("Old figures walk on as facts."),
        ),
    ] = None
    valid_until: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Valid until"),
            depth="S",
            question=N_("Good until?"),
            why=N_("Old figures walk on as facts."),
            example=N_("2027-10-31"),
        ),
    ] = None
    public: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Public"),
            depth="S",
            question=N_("May outsiders see it?"),
            why=N_("Old figures walk on as facts."),
            example=N_("no"),
            default=True,
        ),
    ] = None
    note: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Note"),
            depth="T",
            question=N_("Remark?"),
            why=N_("Old figures walk on as facts."),
        ),
    ] = None


class Assumption(Member):
    """Assumption of `evidence.assumptions`."""

    statement: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What must stay true?"),
            why=N_("An assumption you don’t check is a hope with a budget."),
            example=N_("“35 % of callers book”"),
        ),
    ] = None
    value_path: Annotated[
        str | None,
        PathTo(to="any"),
        Ask(
            label=N_("Value path"),
            depth="S",
            question=N_("Which figure is it?"),
            why=N_("An assumption you don’t check is a hope with a budget."),
            example=N_("promotion.channels[search-ads].funnel.lead_to_customer.base"),
        ),
    ] = None
    breaks_if: Annotated[
        str | None,
        Choice(
            (
                "below",
                "above",
            )
        ),
        Ask(
            label=N_("Breaks if"),
            depth="S",
            question=N_("Breaks when lower or higher?"),
            why=N_("An assumption you don’t check is a hope with a budget."),
            example=N_("below"),
            default="below",
        ),
    ] = None
    threshold: Annotated[
        float | None,
        Number(),
        Ask(
            label=N_("Threshold"),
            depth="E",
            question=N_("At what value?"),
            why=N_("An assumption you don’t check is a hope with a budget."),
            example=N_("0.28"),
        ),
    ] = None
    check_date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Check date"),
            depth="E",
            question=N_("Checked when?"),
            why=N_("An assumption you don’t check is a hope with a budget."),
            example=N_("2027-03-31"),
        ),
    ] = None
    basis: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Basis"),
            depth="S",
            question=N_("Why do you believe it?"),
            why=N_("Decides March in December, while all are calm."),
            example=N_("“210 calls in 2026”"),
        ),
    ] = None
    impact: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Impact"),
            depth="T",
            question=N_("How much hangs on it (5 all)?"),
            why=N_("Decides March in December, while all are calm."),
            example=N_("5"),
        ),
    ] = None
    plan_b: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Plan B"),
            depth="E",
            question=N_("What if not?"),
            why=N_("Decides March in December, while all are calm."),
            example=N_("“Move to doctors’ referrals”"),
        ),
    ] = None
    money_freed: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Money freed"),
            depth="S",
            question=N_("Money that frees?"),
            why=N_("Decides March in December, while all are calm."),
            example=N_("1,600"),
            confidential=True,
        ),
    ] = None
    frees: Annotated[
        tuple[str, ...] | None,
        Refs(to="promotion.budget_lines"),
        Ask(
            label=N_("Frees"),
            depth="T",
            question=N_("From which lines?"),
            why=N_("Decides March in December, while all are calm."),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who checks?"),
            why=N_("Decides March in December, while all are calm."),
            example=N_("ioana"),
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "open",
                "held",
                "broken",
                "retired",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="S",
            question=N_("Held so far?"),
            why=N_("Decides March in December, while all are calm."),
            example=N_("open"),
            default="open",
        ),
    ] = None


class GlossaryEntry(Member):
    """Word of `evidence.glossary`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which word?"),
            why=N_("“Customer” means three things in one meeting."),
            example=N_("New customer"),
        ),
    ] = None
    meaning: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Meaning"),
            depth="S",
            question=N_("Meaning in your firm?"),
            why=N_("“Customer” means three things in one meeting."),
            example=N_("“First paid visit in 24 months”"),
        ),
    ] = None
    forms: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Forms"),
            depth="T",
            question=N_("In other languages?"),
            why=N_("“Customer” means three things in one meeting."),
            example=N_("ro: client nou"),
        ),
    ] = None
    avoid: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Avoid"),
            depth="T",
            question=N_("Words to avoid?"),
            why=N_("“Customer” means three things in one meeting."),
            example=N_("patient"),
        ),
    ] = None


class OpenDecision(Member):
    """Open decision of `evidence.open_decisions`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("What is still open?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
            example=N_("Fourth therapist?"),
        ),
    ] = None
    options: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Options"),
            depth="S",
            question=N_("Between what?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
            example=N_("hire / freelancers / none"),
        ),
    ] = None
    needs: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Needs"),
            depth="S",
            question=N_("What must you know first?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
            example=N_("March occupancy"),
        ),
    ] = None
    owner: Annotated[
        str | None,
        Ref(to="promotion.people"),
        Ask(
            label=N_("Owner"),
            depth="S",
            question=N_("Who decides?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
            example=N_("ana-pop"),
        ),
    ] = None
    due: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Due"),
            depth="S",
            question=N_("By when?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
            example=N_("2027-04-10"),
        ),
    ] = None
    blocks: Annotated[
        tuple[str, ...] | None,
        PathsTo(to="any"),
        Ask(
            label=N_("Blocks"),
            depth="T",
            question=N_("What waits?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
            example=N_("business.capacity[treatment-slots]"),
        ),
    ] = None
    decision: Annotated[
        str | None,
        Ref(to="track.decisions"),
        Ask(
            label=N_("Decision"),
            depth="T",
            question=N_("Decided where?"),
            why=N_("Named gaps look honest; hidden ones look careless."),
        ),
    ] = None


class Workshop(Member):
    """Workshop of `evidence.workshops`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which meeting was it?"),
            why=N_("Votes without a date and a count of voters mean nothing."),
            example=N_("Choosing segments"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="S",
            question=N_("When was it?"),
            why=N_("Votes without a date and a count of voters mean nothing."),
            example=N_("2026-11-12"),
        ),
    ] = None
    aim: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Aim"),
            depth="S",
            question=N_("What was it to settle?"),
            why=N_("Votes without a date and a count of voters mean nothing."),
            example=N_("Weights and targets"),
        ),
    ] = None
    facilitator: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Facilitator"),
            depth="T",
            question=N_("Who led it?"),
            why=N_("Votes without a date and a count of voters mean nothing."),
            example=N_("M. Rusu"),
        ),
    ] = None
    participants: Annotated[
        tuple[str, ...] | None,
        Refs(to="meta.participants"),
        Ask(
            label=N_("Participants"),
            depth="S",
            question=N_("Who took part?"),
            why=N_("Votes without a date and a count of voters mean nothing."),
            example=N_("ap, io, th3"),
            confidential=True,
        ),
    ] = None
    opinions: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "competitors",
                    "segments",
                    "positioning",
                )
            )
        ),
        Ask(
            label=N_("Opinions"),
            depth="S",
            question=N_("Which sections’ opinions were collected there?"),
            why=N_("Spread is the agenda; the talk after it is the result."),
            example=N_("segments"),
        ),
    ] = None
    decisions: Annotated[
        tuple[str, ...] | None,
        Refs(to="track.decisions"),
        Ask(
            label=N_("Decisions"),
            depth="S",
            question=N_("What was decided?"),
            why=N_("Spread is the agenda; the talk after it is the result."),
            example=N_("desk-and-employers-first"),
        ),
    ] = None
    minutes: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Minutes"),
            depth="S",
            question=N_("What did the talk bring?"),
            why=N_("Spread is the agenda; the talk after it is the result."),
            example=N_("“TH3 sees referrals slower: 2 against 5”"),
        ),
    ] = None


class Evidence(Node):
    """What the plan rests on: sources, assumptions, words and meetings."""

    items: Annotated[
        tuple[Source, ...], Many(label=N_("Sources"), one=N_("source"), title="source", depth="E")
    ] = ()
    assumptions: Annotated[
        tuple[Assumption, ...],
        Many(label=N_("Assumptions"), one=N_("assumption"), title="statement", depth="E"),
    ] = ()
    glossary: Annotated[
        tuple[GlossaryEntry, ...],
        Many(label=N_("Words with a meaning of ours"), one=N_("word"), title="name", depth="S"),
    ] = ()
    open_decisions: Annotated[
        tuple[OpenDecision, ...],
        Many(label=N_("Open decisions"), one=N_("open decision"), title="name", depth="S"),
    ] = ()
    workshops: Annotated[
        tuple[Workshop, ...],
        Many(label=N_("Workshops"), one=N_("workshop"), title="name", depth="S"),
    ] = ()
