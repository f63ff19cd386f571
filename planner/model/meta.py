"""What the plan is, for whom, and how it is written out."""

from datetime import date as Day
from typing import Annotated

from planner.i18n import LANGUAGES, N_
from planner.model.asking import Ask, Group, Many
from planner.model.kinds import Choice, Date, ListOf, OpenChoice, Period, Prose, Text, YesNo
from planner.model.nodes import Member, Node, blank
from planner.model.references import Image, Picture


class Decision(Node):
    """The decision you need (`meta.decision`)."""

    decider: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Decider"),
            depth="S",
            question=N_("Who says yes or no to this plan?"),
            why=N_("The first page must be written for that person."),
            example=N_("Ana Pop and her partner Radu"),
        ),
    ] = None
    decide_by: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Decide by"),
            depth="S",
            question=N_("By when do you need the answer?"),
            why=N_("A late yes costs the January peak."),
            example=N_("2026-12-10"),
        ),
    ] = None
    mandate: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Mandate"),
            depth="S",
            question=N_("Besides money, what must they allow you to do?"),
            why=N_("Plans stall on permissions nobody asked for."),
            example=N_("Hire a fourth therapist from May if March fills; open 7–10 on weekdays"),
        ),
    ] = None


class Participant(Member):
    """Participant of `meta.participants`."""

    name: Annotated[
        str | None,
        Text(longest=80),
        Ask(
            label=N_("Name"),
            depth="S",
            question=N_("Who takes part in the workshop? Initials will do."),
            why=N_("Without names a spread of votes can’t be talked about."),
            example=N_("AP"),
            confidential=True,
        ),
    ] = None
    role: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Role"),
            depth="S",
            question=N_("What is this person’s role?"),
            why=N_("Sales and owners disagree; the plan should show where."),
            example=N_("owner, therapist"),
        ),
    ] = None


class LastPlan(Node):
    """Last year’s plan (`meta.last_plan`)."""

    file: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("File"),
            depth="T",
            question=N_("Which file holds last year’s plan?"),
            why=N_("Roll-over and “what changed” start from it."),
            example=N_("moveo-2026.mktplan"),
            printed=False,
            because="Read by roll-over and diff; name only, no folder.",
        ),
    ] = None


class DocumentChoicesSection(Member):
    """Your own opening words: a member of `meta.document.sections`, keyed by section."""

    lead: Annotated[
        str | None,
        Prose(),
        Ask(
            label=N_("Opening words"),
            depth="T",
            question=N_("Your own opening words for this part?"),
            why=N_("Your words stand above the computed ones."),
            example=N_("“We lose on price and mean to.”"),
        ),
    ] = None
    lead_basis: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Basis of the opening words"),
            depth="T",
            question=N_("(fingerprint of what the words were written on)"),
            why=N_("Your words stand above the computed ones."),
            printed=False,
            because="The program keeps it to mark stale words.",
        ),
    ] = None


class DocumentChoices(Node):
    """The document (`meta.document`)."""

    kinds: Annotated[
        tuple[str, ...] | None,
        ListOf(OpenChoice(words="document-kind")),
        Ask(
            label=N_("Kinds"),
            depth="E",
            question=N_("Which documents do you need?"),
            why=N_("A board won’t read thirty pages, a contractor must not."),
            example=N_("one-page, ninety-days"),
            default=("annual",),
            printed=False,
            because="It steers the program and says nothing of the plan.",
        ),
    ] = None
    formats: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "docx",
                    "pdf",
                    "html",
                    "pptx",
                    "xlsx",
                    "md",
                )
            )
        ),
        Ask(
            label=N_("Formats"),
            depth="S",
            question=N_("In which file formats?"),
            why=N_("A PDF can’t be edited, a Word file can be changed unseen."),
            example=N_("docx, pdf"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
            default=("docx", "pdf"),
        ),
    ] = None
    language: Annotated[
        str | None,
        Choice(LANGUAGES),
        Ask(
            label=N_("Language"),
            depth="S",
            question=N_("In which language are headings and computed sentences?"),
            why=N_("A client abroad needs them; your own sentences stay as typed."),
            example=N_("ro"),
        ),
    ] = None
    brand: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Brand"),
            depth="S",
            question=N_("Which of your templates gives the look?"),
            why=N_("A foreign look says “made by a program”."),
            example=N_("moveo-brand"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
        ),
    ] = None
    logo: Annotated[
        Picture | None,
        Image(),
        Ask(
            label=N_("Logo"),
            depth="S",
            question=N_("Which logo goes on the cover?"),
            why=N_("The cover looks anonymous without it."),
            example=N_("moveo.svg"),
        ),
    ] = None
    notes: Annotated[
        str | None,
        Choice(
            (
                "footnotes",
                "list at the end",
                "both",
            )
        ),
        Ask(
            label=N_("Notes"),
            depth="S",
            question=N_("Where should the sources stand?"),
            why=N_("A figure whose source can’t be found is not believed."),
            example=N_("footnotes"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
            default="footnotes",
        ),
    ] = None
    rounding: Annotated[
        str | None,
        Choice(
            (
                "exact",
                "thousands",
                "millions",
            )
        ),
        Ask(
            label=N_("Rounding"),
            depth="S",
            question=N_("How should large amounts be shown?"),
            why=N_("Cents on a three-year figure promise what nobody knows."),
            example=N_("exact"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
        ),
    ] = None
    leave_out: Annotated[
        tuple[str, ...] | None,
        ListOf(OpenChoice(words="section")),
        Ask(
            label=N_("Leave out"),
            depth="T",
            question=N_("Which sections should stay out?"),
            why=N_("Only you know what this reader has seen already."),
            example=N_("Technology watch"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
        ),
    ] = None
    redact: Annotated[
        tuple[str, ...] | None,
        ListOf(
            Choice(
                (
                    "prices and margins",
                    "budgets",
                    "people",
                    "customers",
                    "rivals",
                    "all marked ◆",
                )
            )
        ),
        Ask(
            label=N_("Redact"),
            depth="T",
            question=N_("What must a copy for outsiders not show?"),
            why=N_("One forwarded brief gives away your margin."),
            example=N_("prices and margins, people"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
            default=("all marked ◆",),
        ),
    ] = None
    reader: Annotated[
        str | None,
        Choice(
            (
                "owner",
                "board",
                "client",
                "team",
                "lender",
            )
        ),
        Ask(
            label=N_("Reader"),
            depth="S",
            question=N_("Who reads it?"),
            why=N_("A board wants one page, a contractor his brief."),
            example=N_("board"),
        ),
    ] = None
    version_label: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Version label"),
            depth="S",
            question=N_("Which version stands on the cover?"),
            why=N_("A board wants one page, a contractor his brief."),
            example=N_("Board draft 2"),
        ),
    ] = None
    date: Annotated[
        Day | None,
        Date(),
        Ask(
            label=N_("Date"),
            depth="T",
            question=N_("Which date?"),
            why=N_("A board wants one page, a contractor his brief."),
            example=N_("2026-12-01"),
        ),
    ] = None
    page_size: Annotated[
        str | None,
        Choice(
            (
                "A4",
                "Letter",
            )
        ),
        Ask(
            label=N_("Page size"),
            depth="T",
            question=N_("Which paper?"),
            why=N_("A board wants one page, a contractor his brief."),
            example=N_("A4"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
            default="A4",
        ),
    ] = None
    sections: Annotated[
        tuple[DocumentChoicesSection, ...],
        Many(label=N_("Your own opening words"), one=N_("section"), keyed_by="section", depth="T"),
    ] = ()
    footer: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Footer"),
            depth="T",
            question=N_("Own line at the foot of each page?"),
            why=N_("The copy that leaks is the one with margins in it."),
            example=N_("For Moveo’s partners only"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
        ),
    ] = None
    appendices: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Appendices"),
            depth="T",
            question=N_("With appendices?"),
            why=N_("The copy that leaks is the one with margins in it."),
            example=N_("yes"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
            default=True,
        ),
    ] = None
    open_questions: Annotated[
        bool | None,
        YesNo(),
        Ask(
            label=N_("Open questions"),
            depth="T",
            question=N_("List the open questions?"),
            why=N_("The copy that leaks is the one with margins in it."),
            example=N_("yes"),
            printed=False,
            because="It steers the program and says nothing of the plan.",
            default=True,
        ),
    ] = None


class Meta(Node):
    """What the plan is, for whom, and how it is written out."""

    title: Annotated[
        str | None,
        Text(longest=90),
        Ask(
            label=N_("Title"),
            depth="E",
            question=N_("What should the cover of the plan say?"),
            why=N_("Without a name it is mixed up with last year’s."),
            example=N_("Moveo 2027: full days, not only full evenings"),
        ),
    ] = None
    author: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Author"),
            depth="E",
            question=N_("Who answers for this plan?"),
            why=N_("A plan without a name on it has nobody to ask."),
            example=N_("Ana Pop, owner"),
        ),
    ] = None
    client: Annotated[
        str | None,
        Text(),
        Ask(
            label=N_("Client"),
            depth="S",
            question=N_("Whose plan is it, if not your own firm’s?"),
            why=N_("The cover and the file name must carry the client, not you."),
            example=N_("– (own plan)"),
        ),
    ] = None
    period: Annotated[
        tuple[str, str] | None,
        Period(shortest=3, longest=36),
        Ask(
            label=N_("Period"),
            depth="E",
            question=N_("Which months does the plan cover?"),
            why=N_("Every date, budget month and goal is checked against it."),
            example=N_("2027-01 to 2027-12"),
        ),
    ] = None
    currency: Annotated[
        str | None,
        OpenChoice(words="currency"),
        Ask(
            label=N_("Currency"),
            depth="E",
            question=N_("In which currency are all the amounts?"),
            why=N_("Two currencies in one table make every total wrong."),
            example=N_("EUR"),
        ),
    ] = None
    amounts: Annotated[
        str | None,
        Choice(
            (
                "without VAT",
                "with VAT",
                "no VAT applies",
            )
        ),
        Ask(
            label=N_("Amounts"),
            depth="E",
            question=N_("Are the amounts you type with or without sales tax?"),
            why=N_("A margin taken from prices with VAT is too high by a fifth."),
            example=N_("no VAT applies (medical services)"),
            default="without VAT",
        ),
    ] = None
    language: Annotated[
        str | None,
        Choice(LANGUAGES),
        Ask(
            label=N_("Language"),
            depth="S",
            question=N_("In which language do you write your answers?"),
            why=N_("Your sentences are printed as typed, never translated."),
            example=N_("en"),
        ),
    ] = None
    depth: Annotated[
        str | None,
        Choice(
            (
                "essential",
                "standard",
                "thorough",
            )
        ),
        Ask(
            label=N_("Depth"),
            depth="E",
            question=N_("How deep do you want to go?"),
            why=N_("Too many questions kill a plan; too few leave the board asking."),
            example=N_("essential"),
            printed=False,
            because="It sets how many questions are shown.",
            default="essential",
        ),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            (
                "draft",
                "for decision",
                "approved",
            )
        ),
        Ask(
            label=N_("Status"),
            depth="S",
            question=N_("How final is this version?"),
            why=N_("A draft gets carried out by mistake."),
            example=N_("for decision"),
            default="draft",
        ),
    ] = None
    confidentiality: Annotated[
        str | None,
        Choice(
            (
                "public",
                "internal",
                "confidential",
                "strictly confidential",
            )
        ),
        Ask(
            label=N_("Confidentiality"),
            depth="S",
            question=N_("Who may read it?"),
            why=N_("Margins and rivals’ weak spots reach the wrong desk."),
            example=N_("confidential"),
            confidential=True,
            default="confidential",
        ),
    ] = None
    decision: Annotated[Decision, Group(label=N_("The decision you need"))] = blank(Decision)
    participants: Annotated[
        tuple[Participant, ...],
        Many(label=N_("Workshop participants"), one=N_("participant"), title="name", depth="S"),
    ] = ()
    last_plan: Annotated[LastPlan, Group(label=N_("Last year’s plan"))] = blank(LastPlan)
    document: Annotated[DocumentChoices, Group(label=N_("The document"))] = blank(DocumentChoices)
