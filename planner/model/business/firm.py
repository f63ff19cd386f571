"""The firm and its limits."""

from decimal import Decimal
from typing import Annotated

from planner.i18n import N_
from planner.model.asking import Ask
from planner.model.kinds import Choice, Integer, ListOf, Money, Number, Prose, Share, Text, Url
from planner.model.nodes import Node


class Company(Node):
    """Your firm (`business.company`)."""

    name: Annotated[
        str | None,
        Text(longest=60),
        Ask(
            label=N_("Name"),
            depth="E",
            question=N_("What is the firm or organisation called?"),
            why=N_("It names the cover, the tables and “us” in every comparison."),
            example=N_("Moveo"),
        ),
    ] = None
    does: Annotated[
        str | None,
        Prose(longest=400),
        Ask(
            label=N_("What it does"),
            depth="E",
            question=N_("In two sentences: what do you do, and for whom?"),
            why=N_("A reader who doesn’t get this trusts nothing after it."),
            example=N_(
                "We get active adults moving again: physiotherapy and sports massage by appointment within three days."
            ),
        ),
    ] = None
    sells_to: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "people",
                    "businesses",
                    "public bodies",
                    "members and donors",
                )
            )
        ),
        Ask(
            label=N_("Sells to"),
            depth="E",
            question=N_("Who pays you?"),
            why=N_("Questions, examples, journey and channels differ by it."),
            example=N_("people, businesses"),
            printed=False,
            because="It chooses the questions that are asked.",
        ),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            (
                "company",
                "self-employed",
                "non-profit",
                "public body",
            )
        ),
        Ask(
            label=N_("Kind"),
            depth="S",
            question=N_("What sort of organisation is it?"),
            why=N_("For a non-profit, “revenue” is income and “profit” is surplus."),
            example=N_("company"),
            default="company",
        ),
    ] = None
    sector: Annotated[
        str | None,
        Choice(
            (
                "local services",
                "health and care",
                "retail",
                "online retail",
                "manufacturing",
                "software",
                "professional services",
                "hospitality and travel",
                "education",
                "construction and property",
                "culture and sport",
                "charity",
                "other",
            )
        ),
        Ask(
            label=N_("Sector"),
            depth="E",
            question=N_("Which of these is closest to your trade?"),
            why=N_("It picks the examples, channel benchmarks and rules to mind."),
            example=N_("health and care"),
            printed=False,
            because="It chooses the examples that are shown.",
        ),
    ] = None
    area: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Area"),
            depth="E",
            question=N_("Where do your customers live or work?"),
            why=N_("Money spent outside the area you can serve is lost."),
            example=N_("Cluj-Napoca and 20 minutes’ drive"),
        ),
    ] = None
    website: Annotated[
        str | None,
        Url(),
        Ask(
            label=N_("Website"),
            depth="S",
            question=N_("What is your website’s address?"),
            why=N_("Campaign links in briefs are built on it."),
            example=N_("https://moveo.example"),
        ),
    ] = None
    founded: Annotated[
        int | None,
        Integer(low=1600, high=2200),
        Ask(
            label=N_("Founded"),
            depth="T",
            question=N_("In which year did you start?"),
            why=N_("Age explains reputation, and history too short to forecast."),
            example=N_("2019"),
        ),
    ] = None
    people: Annotated[
        float | None,
        Number(low=0),
        Ask(
            label=N_("People"),
            depth="S",
            question=N_("How many people work in it, counted as full-time?"),
            why=N_("The plan’s work must fit these hands."),
            example=N_("4.5"),
            unit=N_("people"),
        ),
    ] = None
    mission: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Mission"),
            depth="S",
            question=N_("Whom would it hurt if you closed, and how?"),
            why=N_("Without it any market looks attractive."),
            example=N_("Patients who’d wait five weeks elsewhere."),
        ),
    ] = None
    vision: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Vision"),
            depth="T",
            question=N_("What should be true in five years?"),
            why=N_("A one-year plan can be right and lead the wrong way."),
            example=N_("Two sites, the name athletes’ coaches give first."),
        ),
    ] = None


class Limits(Node):
    """Limits (`business.limits`)."""

    affordable_budget: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Affordable budget"),
            depth="E",
            question=N_("What is the most you could spend on marketing in this period?"),
            why=N_("The cheapest wish list is useless if it can’t be paid."),
            example=N_("18,000"),
            confidential=True,
        ),
    ] = None
    acceptable_loss: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Acceptable loss"),
            depth="S",
            question=N_("How much may this plan lose if the forecast fails?"),
            why=N_("It sets how bold the test money may be."),
            example=N_("6,000"),
            confidential=True,
        ),
    ] = None
    payback_months: Annotated[
        int | None,
        Integer(low=1, high=60),
        Ask(
            label=N_("Payback months"),
            depth="S",
            question=N_("Within how many months must a new customer pay back?"),
            why=N_("Growth that pays back too late kills by lack of cash."),
            example=N_("4"),
            unit=N_("months"),
            confidential=True,
        ),
    ] = None
    lowest_cash: Annotated[
        Decimal | None,
        Money(),
        Ask(
            label=N_("Lowest cash"),
            depth="T",
            question=N_("Below what bank balance must no month fall?"),
            why=N_("A yearly budget can fit and February still bounce."),
            example=N_("9,000"),
            confidential=True,
        ),
    ] = None
    discount_rate: Annotated[
        float | None,
        Share(),
        Ask(
            label=N_("Discount rate"),
            depth="T",
            question=N_("What does money cost you a year?"),
            why=N_("A customer’s worth in year three is overstated without it."),
            example=N_("0.10"),
            confidential=True,
            default=0.1,
        ),
    ] = None
