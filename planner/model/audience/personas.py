"""Portraits of target persons."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask, Many
from planner.model.kinds import (
    Choice,
    Integer,
    ListOf,
    Money,
    Number,
    OpenChoice,
    Prose,
    Rating,
    Share,
    Text,
    Url,
)
from planner.model.nodes import Member
from planner.model.references import Image, Picture, Ref


class PersonaPain(Member):
    """Pain of `audience.personas[*].pains`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What annoys, worries or costs them?"),
            why=N_("Messages that ease no pain are not heard."),
            example=N_("Waits 9 days for a slot"),
            evidence=True,
        ),
    ] = None
    importance: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Importance"),
            depth="S",
            question=N_("How much?"),
            why=N_("Messages that ease no pain are not heard."),
            example=N_("5"),
            evidence=True,
        ),
    ] = None


class PersonaGain(Member):
    """Gain of `audience.personas[*].gains`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="S",
            question=N_("What would delight them?"),
            why=N_("Beyond relief, this is what they tell others."),
            example=N_("Knows why it happened"),
            evidence=True,
        ),
    ] = None
    importance: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Importance"),
            depth="S",
            question=N_("How much?"),
            why=N_("Beyond relief, this is what they tell others."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None


class PersonaOutcome(Member):
    """Result of `audience.personas[*].outcomes`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="T",
            question=N_("What do they measure success by? (less or more of …)"),
            why=N_("Finds what matters and is served badly."),
            example=N_("Fewer days until I sit without pain"),
        ),
    ] = None
    importance_answers: Annotated[
        tuple[int, ...] | None,
        ListOf(Integer(low=1, high=5)),
        Ask(
            label=N_("Importance answers"),
            depth="T",
            question=N_("How did people rate importance?"),
            why=N_("Top-two answers, not means, show the gap."),
            example=N_("5 5 4 …"),
            evidence=True,
        ),
    ] = None
    satisfaction_answers: Annotated[
        tuple[int, ...] | None,
        ListOf(Integer(low=1, high=5)),
        Ask(
            label=N_("Satisfaction answers"),
            depth="T",
            question=N_("And satisfaction today?"),
            why=N_("Top-two answers, not means, show the gap."),
            example=N_("2 3 2 …"),
            evidence=True,
        ),
    ] = None
    importance: Annotated[
        float | None,
        Number(low=0, high=10),
        Ask(
            label=N_("Importance"),
            depth="T",
            question=N_("Your own estimate: how important?"),
            why=N_("Stands in only until you have answers."),
            example=N_("9"),
        ),
    ] = None
    satisfaction: Annotated[
        float | None,
        Number(low=0, high=10),
        Ask(
            label=N_("Satisfaction"),
            depth="T",
            question=N_("how satisfied?"),
            why=N_("Stands in only until you have answers."),
            example=N_("3"),
        ),
    ] = None


class PersonaTrigger(Member):
    """Trigger of `audience.personas[*].triggers`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What happens on the day they start looking?"),
            why=N_("Tells when and where to be present."),
            example=N_("Can’t turn the head after a night shift"),
            evidence=True,
        ),
    ] = None


class PersonaObjection(Member):
    """Objection of `audience.personas[*].objections`."""

    statement: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Statement"),
            depth="E",
            question=N_("What makes them hesitate or say no?"),
            why=N_("An unanswered doubt is a lost sale."),
            example=N_("“They’ll sell me twenty sessions”"),
            evidence=True,
        ),
    ] = None


class PersonaDevice(Member):
    """Device of `audience.personas[*].devices`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Which devices do they use for this?"),
            why=N_("A desktop form loses buyers on phones."),
            example=N_("phone"),
        ),
    ] = None
    share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Share"),
            depth="S",
            question=N_("What part of visits?"),
            why=N_("A desktop form loses buyers on phones."),
            example=N_("0.78"),
            evidence=True,
        ),
    ] = None


class PersonaPlace(Member):
    """Place of `audience.personas[*].places`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("Where can you meet them, online and off?"),
            why=N_("Media they do not visit, or visit in another mood, is money burnt."),
            example=N_("Cluj IT moms"),
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "website",
                "app",
                "social network",
                "community",
                "event",
                "press",
                "physical place",
                "person",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What is it?"),
            why=N_("Media they do not visit, or visit in another mood, is money burnt."),
            example=N_("community"),
        ),
    ] = None
    url: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Link"),
            depth="S",
            question=N_("Address?"),
            why=N_("Media they do not visit, or visit in another mood, is money burnt."),
        ),
    ] = None
    attention: Annotated[
        float | None,
        Rating(low=1, high=5),
        Ask(
            label=N_("Attention"),
            depth="S",
            question=N_("How much time there?"),
            why=N_("Media they do not visit, or visit in another mood, is money burnt."),
            example=N_("4"),
            evidence=True,
        ),
    ] = None
    used_for: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Used for"),
            depth="S",
            question=N_("Doing what?"),
            why=N_("Media they do not visit, or visit in another mood, is money burnt."),
            example=N_("asks for recommendations"),
            evidence=True,
        ),
    ] = None


class PersonaWord(Member):
    """Phrase of `audience.personas[*].words`."""

    phrase: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Phrase"),
            depth="E",
            question=N_("Which words do they use or type?"),
            why=N_(
                "Your jargon is not what they search for; volume without intent buys curious people."
            ),
            example=N_("durere de spate de la birou"),
            evidence=True,
        ),
    ] = None
    language: Annotated[
        str | None,
        OpenChoice(words="language"),
        Ask(
            label=N_("Language"),
            depth="S",
            question=N_("In which language?"),
            why=N_(
                "Your jargon is not what they search for; volume without intent buys curious people."
            ),
            example=N_("ro"),
        ),
    ] = None
    intent: Annotated[
        str | None,
        Choice(
            (
                "problem",
                "solution",
                "price",
                "place",
                "our name",
                "rival's name",
            )
        ),
        Ask(
            label=N_("Intent"),
            depth="S",
            question=N_("After what?"),
            why=N_(
                "Your jargon is not what they search for; volume without intent buys curious people."
            ),
            example=N_("problem"),
        ),
    ] = None
    monthly_searches: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Monthly searches"),
            depth="S",
            question=N_("Searched how often a month?"),
            why=N_(
                "Your jargon is not what they search for; volume without intent buys curious people."
            ),
            example=N_("1,300"),
            evidence=True,
        ),
    ] = None


class PersonaLanguage(Member):
    """Language of `audience.personas[*].languages`."""

    language: Annotated[
        str | None,
        OpenChoice(words="language"),
        Ask(
            label=N_("Language"),
            depth="S",
            question=N_("Which languages do they prefer?"),
            why=N_("Text in the second language halves the answer."),
            example=N_("ro, en"),
        ),
    ] = None
    share: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Share"),
            depth="S",
            question=N_("What part?"),
            why=N_("Text in the second language halves the answer."),
            example=N_("0.9, 0.3"),
        ),
    ] = None
    level: Annotated[
        str | None,
        Choice(
            (
                "prefers",
                "understands",
            )
        ),
        Ask(
            label=N_("Level"),
            depth="S",
            question=N_("How well?"),
            why=N_("Text in the second language halves the answer."),
            example=N_("prefers, understands"),
        ),
    ] = None


class PersonaBuyingRole(Member):
    """Part of `audience.personas[*].buying_roles`."""

    role: Annotated[
        str | None,
        Choice(
            (
                "decides",
                "pays",
                "uses",
                "influences",
                "can block",
                "buys",
            )
        ),
        Ask(
            label=N_("Role"),
            depth="S",
            question=N_("Which part in buying?"),
            why=N_("One message to user and payer persuades neither."),
            example=N_("pays"),
        ),
    ] = None
    who: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Who"),
            depth="S",
            question=N_("Who is that?"),
            why=N_("One message to user and payer persuades neither."),
            example=N_("employer’s benefit card"),
        ),
    ] = None
    cares_about: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Cares about"),
            depth="S",
            question=N_("What does each care about?"),
            why=N_("One message to user and payer persuades neither."),
            example=N_("a proper invoice"),
        ),
    ] = None


class Persona(Member):
    """Portrait of `audience.personas`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What do you call this typical person?"),
            why=N_("A portrait without a group has no budget."),
            example=N_("Andreea, tester"),
        ),
    ] = None
    segment: Annotated[
        str | None,
        Ref(to="segments.items"),
        Ask(
            label=N_("Segment"),
            depth="E",
            question=N_("Which group?"),
            why=N_("A portrait without a group has no budget."),
            example=N_("desk"),
        ),
    ] = None
    portrait: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Portrait"),
            depth="E",
            question=N_("Who is this, in three sentences?"),
            why=N_("If it fits anyone, nobody can sort real people by it."),
            example=N_("Sits nine hours, two children, decides in the lunch break on her phone."),
        ),
    ] = None
    demographics: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Demographics"),
            depth="T",
            question=N_("Does age, sex or schooling change your message? How?"),
            why=N_("Kept only where it changes a choice; else it is noise."),
            example=N_("28–45: books after children’s bedtime"),
        ),
    ] = None
    image: Annotated[
        Picture | None,
        Image(),
        Ask(
            label=N_("Image"),
            depth="T",
            question=N_("A drawing to print?"),
            why=N_("Kept only where it changes a choice; else it is noise."),
            example=N_("drawing.png"),
        ),
    ] = None
    sorting_question: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Sorting question"),
            depth="S",
            question=N_("Which one question tells this person from the others?"),
            why=N_("Sales and surveys need it to sort in a minute."),
            example=N_("“When does it hurt most?”"),
        ),
    ] = None
    job: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Job"),
            depth="E",
            question=N_("What do they want to get done, in which situation?"),
            why=N_("People hire a result; ads for the method miss them."),
            example=N_("When my back locks before a release, get me sitting again by Monday."),
            evidence=True,
        ),
    ] = None
    pains: Annotated[
        tuple[PersonaPain, ...],
        Many(label=N_("Pains"), one=N_("pain"), title="statement", depth="E"),
    ] = ()
    gains: Annotated[
        tuple[PersonaGain, ...],
        Many(label=N_("Gains"), one=N_("gain"), title="statement", depth="S"),
    ] = ()
    outcomes: Annotated[
        tuple[PersonaOutcome, ...],
        Many(label=N_("Results they measure"), one=N_("result"), title="statement", depth="T"),
    ] = ()
    triggers: Annotated[
        tuple[PersonaTrigger, ...],
        Many(label=N_("What starts the search"), one=N_("trigger"), title="statement", depth="E"),
    ] = ()
    objections: Annotated[
        tuple[PersonaObjection, ...],
        Many(label=N_("Objections"), one=N_("objection"), title="statement", depth="E"),
    ] = ()
    devices: Annotated[
        tuple[PersonaDevice, ...],
        Many(label=N_("Devices"), one=N_("device"), title="name", depth="S"),
    ] = ()
    places: Annotated[
        tuple[PersonaPlace, ...],
        Many(label=N_("Where to meet them"), one=N_("place"), title="name", depth="E"),
    ] = ()
    words: Annotated[
        tuple[PersonaWord, ...],
        Many(label=N_("Words they use"), one=N_("phrase"), title="phrase", depth="E"),
    ] = ()
    languages: Annotated[
        tuple[PersonaLanguage, ...],
        Many(label=N_("Languages"), one=N_("language"), title="language", depth="S"),
    ] = ()
    buying_roles: Annotated[
        tuple[PersonaBuyingRole, ...],
        Many(label=N_("Who takes part in buying"), one=N_("part"), title="role", depth="S"),
    ] = ()
    payment_methods: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "cash",
                    "card",
                    "card online",
                    "transfer",
                    "instalments",
                    "invoice",
                    "benefit card",
                    "insurer",
                    "wallet",
                    "on delivery",
                    "subscription",
                    "tender",
                )
            )
        ),
        Ask(
            label=N_("Payment methods"),
            depth="S",
            question=N_("How do they pay?"),
            why=N_("A missing way to pay loses the sale at the till."),
            example=N_("card, benefit card"),
            evidence=True,
        ),
    ] = None
    payment_days: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Payment days"),
            depth="S",
            question=N_("After how many days?"),
            why=N_("A missing way to pay loses the sale at the till."),
            example=N_("0"),
            unit=N_("days"),
            evidence=True,
        ),
    ] = None
    expected_price: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Expected price"),
            depth="S",
            question=N_("What do they expect to pay?"),
            why=N_("A missing way to pay loses the sale at the till."),
            example=N_("40"),
            evidence=True,
        ),
    ] = None
    decision_days: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("Decision days"),
            depth="S",
            question=N_("How many days from first search to purchase?"),
            why=N_("Promotion must run ahead of the sale by that time."),
            example=N_("6"),
            unit=N_("days"),
            evidence=True,
        ),
    ] = None
    alternative: Annotated[
        str | None,
        Ref(to="competitors.items"),
        Ask(
            label=N_("Alternative"),
            depth="E",
            question=N_("What do they do today instead?"),
            why=N_("The strongest rival is usually the habit."),
            example=N_("do-nothing"),
        ),
    ] = None
    alternative_appeal: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Alternative appeal"),
            depth="S",
            question=N_("Why is it good enough?"),
            why=N_("The strongest rival is usually the habit."),
            example=N_("painkillers cost 4 euros"),
        ),
    ] = None
    trusts: Annotated[
        tuple[str, ...] | None,
        ListOf(Text()),
        Ask(
            label=N_("Trusts"),
            depth="S",
            question=N_("Whose word do they trust on this?"),
            why=N_("Points to partners and press; sets send times and opening hours."),
            example=N_("company doctor, running coach"),
        ),
    ] = None
    reachable_when: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Reachable when"),
            depth="S",
            question=N_("On which days and hours do they answer?"),
            why=N_("Points to partners and press; sets send times and opening hours."),
            example=N_("weekdays 12–13, 21–23"),
        ),
    ] = None
    knows_us: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Knows us"),
            depth="S",
            question=N_("How many of ten have heard of you?"),
            why=N_("The baseline for “ah, it’s you”; else awareness can’t be planned."),
            example=N_("0.14"),
            evidence=True,
        ),
    ] = None
    people_heard: Annotated[
        int | None,
        Integer(low=0),
        Ask(
            label=N_("People heard"),
            depth="E",
            question=N_("How many such people did you ask, beyond the studies below?"),
            why=N_("With none it is a guess and is printed so."),
            example=N_("11"),
            evidence=True,
        ),
    ] = None
    quote: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Quote"),
            depth="S",
            question=N_("What did one of them say, word for word?"),
            why=N_("One real sentence convinces more than a portrait."),
            example=N_("“I don’t want a doctor, I want Monday.”"),
            evidence=True,
            confidential=True,
        ),
    ] = None
