"""A document with every kind of block, and text that breaks careless writers."""

from __future__ import annotations

from datetime import date

from planner.blocks import (
    Axis,
    Callout,
    Chart,
    Column,
    Cover,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Point,
    Reference,
    References,
    Row,
    Series,
    Span,
    Span2D,
    Table,
    Words,
)

NASTY = (
    "from $x^2$ to $y_1$, a single $ and an _underscore_",
    "{{ 7*7 }} {% raw %} ${HOME} %s {0}",
    "<b>bold?</b> </w:t> <!-- x --> &amp; \"quotes\" 'single'",
    '#let x = 1; #read("/etc/passwd") #[a] @x <label> C# mail@x.ge',
    "// comment /* and */ `back-ticks` ```code``` ~tilde~ -- --- ... *star* = + - /",
    "\\n \\u{41} \\ back\\slash \\",
    "ქართული ტექსტი, საბანკო მარკეტინგი ₾ და ფასი",
    "ănțeles, ștampilă, Ș Ț ț; naïve façade Straße",
)
"""Lines that must come out letter for letter in every format."""

EMOJI = "rocket \U0001f680, family \U0001f468\u200d\U0001f469\u200d\U0001f467, check \u2713"
RTL = "שלום עולם and مرحبا بالعالم"


def text(words: str, **look: object) -> tuple[Span, ...]:
    return (Span(words, **look),)  # type: ignore[arg-type]


WORDS = Words("Contents", "Table", "Figure", "Page", "of", "Sources", "Tables and figures")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(month: int, number: int = 1) -> int:
    return date(2027, month, number).toordinal()


CHARTS = (
    Chart(
        "column",
        "column",
        text("Repeat orders rose every quarter"),
        "Orders a quarter, 2026",
        "Column chart: orders rose from 310 to 520.",
        text("Source: order book, 2026"),
        categories=("Q1", "Q2", "Q3", "Q4"),
        series=(Series("Orders", (310, 362.5, 441, 520)),),
    ),
    Chart(
        "bar",
        "bar",
        text("We lead on service, the factor that weighs most"),
        "Weighted score, 0–10, June 2026",
        categories=(
            "Brewline",
            "Our firm",
            "Kavkaz Coffee Roasters and Wholesale of Tbilisi",
            "Do nothing",
        ),
        series=(Series("Score", (6.1, 7.8, 5.4, 2.0)),),
        alt="Bar chart of weighted scores.",
        source=text("Source: buyers' panel, 24 interviews, June 2026"),
    ),
    Chart(
        "groups",
        "column",
        text("We win in cafés and lose in hotels"),
        "Share of wins, %",
        categories=("Cafés", "Hotels", "Offices"),
        alt="Grouped columns.",
        series=(
            Series("Our firm", (61, 22, 40), own=True),
            Series("Brewline", (30, 48, None)),
            Series("Kavkaz", (9, 30, 25)),
        ),
    ),
    Chart(
        "stacked",
        "stacked",
        text("Half the money is spent before June"),
        "GEL thousand a month, 2027",
        categories=MONTHS,
        alt="Stacked months.",
        series=(
            Series("Search ads", (4, 4, 5, 6, 6, 7, 3, 3, 5, 6, 6, 4)),
            Series("Content and e-mail", (2, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2)),
            Series("Trade fairs", (0, 0, 8, 0, 0, 6, 0, 0, 4, 0, 0, 0)),
            Series("Contingency", (1,) * 12),
        ),
    ),
    Chart(
        "line",
        "line",
        text("The market grows by 8 % a year and we by 12 %"),
        "GEL million, 2022–2026",
        categories=("2022", "2023", "2024", "2025", "2026"),
        alt="Lines.",
        series=(
            Series("Market", (41, 44.2, 47.9, 51.6, 55.8)),
            Series("Our firm", (3.1, 3.4, 3.9, 4.4, 4.9), own=True),
            Series("Brewline", (3.0, 3.3, 3.7, None, 4.6)),
        ),
    ),
    Chart(
        "waterfall",
        "waterfall",
        text("Three strategies fill the gap to 6.2 million"),
        "Revenue, GEL million",
        categories=("2026", "Retention", "New cafés", "Price", "Lost hotels", "2027"),
        alt="Waterfall.",
        series=(Series("Revenue", (4.9, 0.6, 0.7, 0.3, -0.3, 6.2)),),
    ),
    Chart(
        "doughnut",
        "doughnut",
        text("Physiotherapy brings more than half of sales"),
        "Sales by offer, GEL thousand, 2026",
        categories=(
            "Physiotherapy session, 50 minutes",
            "Sports massage",
            "Packages",
            "Posture days",
            "Courses",
            "Gift cards",
            "Shop",
        ),
        series=(Series("Sales", (122, 52, 28, 9, 4, 1.5, 0.4)),),
        alt="Doughnut: physiotherapy 56 %.",
    ),
    Chart(
        "radar",
        "radar",
        text("We lead on time, the chain on price"),
        "Ratings, 1 to 5",
        categories=(
            "Hours",
            "Days until the first appointment",
            "Price",
            "Reputation",
            "Equipment",
        ),
        series=(
            Series("Our firm", (3, 4, 2, 5, 3), own=True),
            Series("Brewline", (5, 2, 4, None, 3)),
            Series("Kavkaz", (2, 3, 5, 1, 1)),
        ),
        y=Axis("", 0, 5),
        alt="Radar of ratings.",
    ),
    Chart(
        "scatter",
        "scatter",
        text("Evening slots matter most and are served worst"),
        "Importance and satisfaction, 0 to 10, 33 interviews",
        points=(
            Point("A slot this week", 9.2, 3.1, own=True),
            Point("The same therapist each time", 8.9, 7.5),
            Point("No waiting on the telephone", 7.5, 4.4),
            Point("A plan in writing", 4.1, 6.2),
            Point("Parking", 3.8, 6.0),
        ),
        x=Axis("How much it matters", 0, 10),
        y=Axis("How well it is served", 0, 10),
        alt="Scatter of outcomes.",
    ),
    Chart(
        "bubble",
        "bubble",
        text("The money is earned where we lead and the market stands still"),
        "Bubble: sales a year, GEL thousand",
        points=(
            Point("Physiotherapy", 1.4, 0.03, 122),
            Point("Sports massage", 0.6, 0.04, 52),
            Point("Posture days", 2.1, 0.16, 9, own=True),
            Point("Packages", 0.9, -0.02, 28),
        ),
        x=Axis("Our share, times the largest rival’s"),
        y=Axis("Growth of the market a year"),
        number_format="#,##0.##",
        alt="Bubbles of offers.",
    ),
    Chart(
        "map",
        "map",
        text("Nobody offers high service at a middle price"),
        "Positioning map, own judgement",
        points=(
            Point("Our firm", 4, 8, 30, own=True),
            Point("Brewline", 4.2, 7.8, 45),
            Point("Kavkaz", 4.1, 7.7, 12),
            Point("Instant brands with a rather long descriptive name", 1.5, 2, 80),
            Point("Imported premium", 9, 6.5, 18),
            Point("Possible entrant", 7, 3.5, 0, muted=True),
        ),
        x=Axis("Price level", 0, 10, "cheap", "dear"),
        y=Axis("Service", 0, 10, "basic", "full"),
        alt="Map.",
    ),
    Chart(
        "matrix",
        "matrix",
        text("Invest in cafés and offices; harvest hotels"),
        "Attractiveness and strength, 0–10; bubble: value",
        points=(
            Point("Cafés", 8, 8.2, 40, own=True),
            Point("Offices", 6.5, 7, 25),
            Point("Hotels", 3, 4, 30),
            Point("Kiosks", 2, 1.6, 8, muted=True),
        ),
        x=Axis("Our strength", 0, 10, "weak", "strong"),
        y=Axis("Attractiveness", 0, 10, "low", "high"),
        cuts_x=(3.33, 6.67),
        cuts_y=(3.33, 6.67),
        alt="Matrix.",
        zones=("Choose", "Grow", "Lead", "Harvest", "Choose", "Grow", "Leave", "Harvest", "Hold"),
    ),
    Chart(
        "curve",
        "curve",
        text("Our curve parts from the field on training and repair"),
        "Offering level, 0–10",
        categories=("Price", "Range", "Delivery", "Training", "Repair", "Brand"),
        alt="Value curve.",
        series=(
            Series("Our firm", (5, 4, 8, 9, 9, 3), own=True),
            Series("Brewline", (6, 8, 7, 3, 4, 8)),
            Series("Kavkaz", (8, 6, 5, 2, 3, 6)),
        ),
    ),
    Chart(
        "funnel",
        "funnel",
        text("Most are lost between visit and sample"),
        "Persons a year, 2026",
        categories=(
            "Saw an advertisement",
            "Visited the site",
            "Asked for a sample",
            "First order",
            "Repeat order",
        ),
        alt="Funnel.",
        series=(Series("Persons", (182000, 21400, 1930, 610, 402)),),
    ),
    Chart(
        "gantt",
        "gantt",
        text("Two campaigns run before the summer"),
        "Calendar 2027",
        bars=(
            Span2D("Barista school", day(1, 10), day(4, 30), "Campaigns", own=True),
            Span2D("Trade fair", day(3, 12), day(3, 16), "Campaigns"),
            Span2D("Hotel letter", day(9), day(11, 15), "Campaigns"),
            Span2D("New web shop", day(2), day(6, 20), "Projects"),
            Span2D("Measurement", day(1, 2), day(1, 28), "Projects"),
        ),
        alt="Gantt.",
    ),
    Chart(
        "rings",
        "rings",
        text("Online booking is ready to be adopted"),
        "Rings from the middle out",
        categories=("Web", "Payments"),
        zones=("adopt", "trial", "assess", "hold"),
        points=(
            Point("Online booking", 0, 0, own=True),
            Point("Payment links", 1, 1),
            Point("Voucher codes", 1, 3, muted=True),
        ),
        alt="Radar of technologies.",
    ),
)


def specimen(**changes: object) -> Document:
    """The document with every block; `changes` replace its fields."""
    heading = Heading
    blocks = (
        heading(text("The decision"), 1, "decision", numbered=False, alone=True),
        Paragraph(
            text("We ask for GEL 96,000 and the mandate to leave the hotel business by June."),
            "lead",
        ),
        Paragraph(
            (
                Span("The money buys "),
                Span("two campaigns", bold=True),
                Span(" and one "),
                Span("experiment", italic=True),
                Span(" that pays back in nine months", notes=(1, 2)),
                Span("."),
            ),
            "body",
        ),
        Callout(
            text("Decide today"),
            (
                text("Approve the budget of GEL 96,000 for 2027."),
                text("Name the owner of the café segment."),
            ),
        ),
        Table(
            "objectives",
            text("Three objectives carry the plan"),
            (
                Column("Objective"),
                Column("Baseline", "figure", "GEL thousand"),
                Column("Target", "figure", "GEL thousand"),
                Column("Date"),
            ),
            (
                Row((text("Revenue from cafés"), text("2,140"), text("2,900"), text("Dec 2027"))),
                Row((text("Revenue from offices"), text("960"), text("1,300"), text("Dec 2027"))),
                Row((text("Together"), text("3,100"), text("4,200"), ()), total=True),
            ),
            source=text("Source: accounts 2026; own forecast"),
            alt="Objectives with baseline and target.",
        ),
        heading(text("Market"), 1, "market"),
        Paragraph(
            text(
                "The market grows by 8 % a year, and all of the growth comes from cafés"
                " that roast nothing themselves."
            ),
            "lead",
        ),
        *(
            Paragraph(
                text(
                    "Each trend ends in what we will do about it. Cafés buy fresh beans weekly,"
                    " want training for new staff and ring somebody when a grinder stands still. "
                    "None of the rivals answers the telephone after six."
                ),
                "body",
            )
            for _ in range(3)
        ),
        heading(text("Size, two ways"), 2, "size"),
        Paragraph(
            text(
                "Counted from above the market is larger than counted from below;"
                " the difference is the share of kiosks."
            ),
            "body",
        ),
        CHARTS[4],
        heading(text("Why they differ"), 3, "why"),
        Paragraph(text("Kiosks buy instant coffee only."), "body"),
        ListBlock(
            (
                text("They order once a month."),
                text("They pay in cash."),
                (Span("They never ask for "), Span("training", bold=True), Span(".")),
            ),
            ordered=False,
        ),
        ListBlock((text("Count the cafés."), text("Multiply by their yearly need.")), ordered=True),
        Paragraph(text("A second list begins at one again:"), "body"),
        ListBlock((text("Ask the roasters."), text("Ask the importers.")), ordered=True),
        Paragraph(text("Figures are rounded to three digits."), "note"),
        heading(text("Competitors"), 1, "competitors"),
        Paragraph(text("We lead on service and lose on range; service weighs more."), "lead"),
        *[
            block
            for chart in CHARTS
            if chart.anchor != "line"
            for block in (
                chart,
                Paragraph(
                    text(
                        "What the picture says is in its caption. It changes what we do next year."
                    ),
                    "body",
                ),
            )
        ],
        heading(text("Full matrix"), 2, "full"),
        Table(
            "wide",
            text("All factors, all rivals"),
            (
                Column("Factor"),
                *(Column(f"Rival {n}", "figure", "0–10") for n in range(1, 9)),
                Column("Remark"),
            ),
            tuple(
                Row(
                    (
                        text(f"Factor number {n}"),
                        *(text(f"{(n * 7 + r) % 10}.{r}") for r in range(8)),
                        text("seen at the fair"),
                    )
                )
                for n in range(1, 25)
            ),
            source=text("Source: own judgement"),
            wide=True,
        ),
        heading(text("Nasty text"), 1, "nasty"),
        *(Paragraph(text(line), "body") for line in (*NASTY, EMOJI, RTL)),
        Paragraph(
            (
                Span("A link to "),
                Span("the law", link="https://example.org/a?b=1&c=2"),
                Span(", one to "),
                Span("the objectives", link="#objectives"),
                Span(" and a bad one to "),
                Span("nowhere", link="javascript:alert(1)"),
                Span("."),
            ),
            "body",
        ),
        Table(
            "nasty-table",
            text("A table of <nasty> $things$ & more"),
            (Column("Text"), Column("Figure", "figure")),
            tuple(Row((text(line), text("1.0"))) for line in NASTY),
        ),
        References(
            (
                Reference(1, text("National statistics office, Trade survey 2026, table 4")),
                Reference(
                    2,
                    (
                        Span("Buyers' panel, 24 interviews, June 2026, "),
                        Span("https://example.org/panel", link="https://example.org/panel"),
                    ),
                ),
            )
        ),
    )
    facts: dict[str, object] = {
        "kind": "annual",
        "language": "en",
        "title": "Marketing plan 2027",
        "author": "Nino Beridze",
        "cover": Cover(
            text("Marketing plan 2027"),
            text("How a small roaster wins the cafés of three towns"),
            text("Kolkheti Coffee Roasters"),
            (
                text("January to December 2027"),
                text("Version 3, 24 November 2026"),
                text("Nino Beridze, head of marketing"),
            ),
        ),
        "blocks": blocks,
        "words": WORDS,
        "date": "2026-11-24",
        "subject": "Strategic marketing plan",
        "footer": "Kolkheti Coffee Roasters · confidential",
        "notes": "both",
    }
    return Document(**{**facts, **changes})  # type: ignore[arg-type]
