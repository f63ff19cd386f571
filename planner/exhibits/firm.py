"""The firm in full: its offers' parts, its past, what only it has, on whom it depends."""

from __future__ import annotations

from planner.analysis.feeding.measures import goal_unit
from planner.analysis.feeding.runs import Run
from planner.blocks import Chart, Series, Span, Table, Text
from planner.exhibits.goals import aim
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, table_of
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_

_QUADRANTS = {
    "star": N_("{names}: fast market, and we lead; it deserves money."),
    "cash cow": N_("{names}: slow market, and we lead; it earns what the others need."),
    "question mark": N_("{names}: fast market, and others lead; invest or leave."),
    "dog": N_("{names}: slow market, and others lead; no new money."),
}


@reading("company")
def company(ground: Ground) -> Text:
    """What sort of organisation it is, since when, with how many hands."""
    firm = ground.plan.business.company
    path = "business.company"
    said: list[Span] = []
    if firm.kind and firm.founded and ground.thorough:
        founded = (Span(str(firm.founded), (f"{path}.founded",)),)
        said += ground.say(
            N_("{name} is a {kind}, founded in {year}."),
            name=ground.said(f"{path}.name") or ground.say(N_("The firm")),
            kind=ground.said(f"{path}.kind"),
            year=founded,
        )
    elif firm.kind and firm.name:
        said += ground.say(
            N_("{name} is a {kind}."),
            name=ground.said(f"{path}.name"),
            kind=ground.said(f"{path}.kind"),
        )
    if firm.people is not None:
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("The work falls to {people} people, counted full-time."),
            people=ground.said(f"{path}.people"),
        )
    return tuple(said)


@exhibit("portfolio")
def portfolio(ground: Ground) -> Table | None:
    """What each offer is, where it stands in its life, and what shall become of it."""
    columns = (
        Shown(N_("Offer"), "name", 2.4),
        Shown(N_("Kind"), "kind", 1),
        Shown(N_("Stage"), "stage", 1),
        Shown(N_("In this period"), "role", 1),
        Shown(N_("From"), "role_month", 1, thorough=True),
        Shown(N_("Replaced by"), "replaced_by", 1.2, thorough=True),
        Shown(N_("Its market grows"), "market_growth", 0.9, "figure", thorough=True),
        Shown(N_("Our share"), "own_share", 0.8, "figure", thorough=True),
        Shown(N_("Largest rival’s"), "largest_rival_share", 0.8, "figure", thorough=True),
        Shown(N_("Takes up"), "capacity", 1.2, once=True),
    )
    caption = ground.say(N_("Where each offer stands and what becomes of it"))
    return table_of(ground, "portfolio", caption, ground.members("business.offerings"), columns)


@reading("portfolio")
def portfolio_reading(ground: Ground) -> Text:
    """Which offers lead in which markets."""
    found = ground.analysis.portfolio
    if not isinstance(found, Run) or not ground.thorough:
        return ()
    said: list[Span] = []
    for quadrant, message in _QUADRANTS.items():
        names = [p.id for p in found.result.products if p.quadrant == quadrant]
        if names:
            said += (Span(" "),) if said else ()
            titles = [ground.title(f"business.offerings[{name}]") for name in names]
            said += ground.say(message, names=ground.voice.join(titles))
    line = ground.plan.market.growth_line
    said += ground.say(
        N_(" A market counts as fast from {line} a year."),
        line=ground.voice.percent(0.10 if line is None else line, "market.growth_line"),
    )
    return tuple(said)


@exhibit("offering-years")
def offering_years(ground: Ground) -> Table | None:
    """What each offer sold, year by year."""
    offers = [o for o in ground.plan.business.offerings if o.years]
    years = sorted({year.id for offer in offers for year in offer.years})
    if not ground.thorough or not years:
        return None
    unit = ground.voice.unit()
    columns = [words(ground, N_("Offer"), 2.4), *(figures(ground, year, unit) for year in years)]
    rows = []
    for offer in offers:
        path = f"business.offerings[{offer.id}]"
        sales = {year.id: year.sales for year in offer.years}
        cells = [
            amount(ground, sales[year], f"{path}.years[{year}].sales") if year in sales else ()
            for year in years
        ]
        rows.append(row(ground.title(path), *cells))
    caption = ground.say(N_("What each offer sold"))
    return table("offering-years", caption, columns, rows)


@exhibit("years")
def years(ground: Ground) -> Table | None:
    """Sales and customers of earlier years, up to the one we start from."""
    business = ground.plan.business
    if not ground.thorough or not business.years:
        return None
    columns = (
        words(ground, N_("Year"), 1),
        figures(ground, N_("Sales"), ground.voice.unit()),
        figures(ground, N_("Customers")),
    )
    rows = []
    for year in sorted(business.years, key=lambda y: y.id):
        path = f"business.years[{year.id}]"
        sold = amount(ground, year.revenue, f"{path}.revenue")
        rows.append(row((Span(year.id, (path,)),), sold, ground.said(f"{path}.customers")))
    base = business.baseline
    if base.year is not None and base.revenue is not None:
        started = _twelve_months(ground, base.year)
        sold = amount(ground, base.revenue, "business.baseline.revenue")
        rows.append(row(started, sold, ground.said("business.baseline.customers")))
    return table("years", ground.say(N_("The years before")), columns, rows)


def _twelve_months(ground: Ground, period: tuple[str, str]) -> Text:
    """A calendar year by its number, other twelve months by their first and last."""
    path = "business.baseline.year"
    year = period[0][:4]
    calendar = period == (f"{year}-01", f"{year}-12")
    return (Span(year, (path,)),) if calendar else ground.said(path)


@exhibit("sales-months")
def sales_months(ground: Ground) -> Chart | None:
    """Sales month by month: when people buy and when not."""
    known = [m for m in ground.plan.business.months if m.revenue is not None]
    if len(known) < 6:
        return None
    known.sort(key=lambda month: month.id)
    known = known[-24:]
    best = max(known, key=lambda month: month.revenue or 0)
    worst = min(known, key=lambda month: month.revenue or 0)
    values = tuple(float(month.revenue or 0) for month in known)
    sources = tuple(f"business.months[{month.id}].revenue" for month in known)
    caption = ground.say(
        N_("{best} sells most ({most}), {worst} least ({least})"),
        best=ground.voice.month(best.id, f"business.months[{best.id}]"),
        most=ground.voice.money(best.revenue or 0, f"business.months[{best.id}].revenue"),
        worst=ground.voice.month(worst.id, f"business.months[{worst.id}]"),
        least=ground.voice.money(worst.revenue or 0, f"business.months[{worst.id}].revenue"),
    )
    return Chart(
        "sales-months",
        "column",
        caption,
        subtitle=ground.voice.unit(),
        alt="; ".join(
            f"{ground.voice.month(m.id).text}: {ground.voice.money(m.revenue or 0).text}"
            for m in known
        ),
        categories=tuple(_short(ground, m.id, many=len(known) > 12) for m in known),
        series=(Series(ground.voice.word(N_("Sales")), values, own=True, sources=sources),),
        number_format="#,##0",
    )


def _short(ground: Ground, month: str, *, many: bool) -> str:
    said = ground.voice.month(month, short=True).text
    return f"{said} {month[2:4]}" if many else said


@exhibit("past-months")
def months(ground: Ground) -> Table | None:
    """Every month on record with its sales, orders, newcomers and spend."""
    if not ground.thorough:
        return None
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Month"), 1.4),
        figures(ground, N_("Sales"), unit),
        figures(ground, N_("Orders")),
        figures(ground, N_("New customers")),
        figures(ground, N_("Marketing spend"), unit),
    )
    rows = []
    for month in sorted(ground.plan.business.months, key=lambda m: m.id):
        path = f"business.months[{month.id}]"
        rows.append(
            row(
                ground.voice.month(month.id, path),
                amount(ground, month.revenue, f"{path}.revenue"),
                ground.said(f"{path}.orders"),
                ground.said(f"{path}.new_customers"),
                amount(ground, month.marketing_spend, f"{path}.marketing_spend"),
            )
        )
    return table("past-months", ground.say(N_("The past months in full")), columns, rows)


@exhibit("assets")
def assets(ground: Ground) -> Table | None:
    """What the firm has that others can't easily get."""
    if not ground.thorough:
        return None
    columns = (
        Shown(N_("What we have"), "name", 3),
        Shown(N_("Rare"), "rare", 0.8),
        Shown(N_("Hard to copy"), "hard_to_copy", 0.9),
        Shown(N_("Used in selling"), "in_use", 0.9),
    )
    caption = ground.say(N_("What others can’t easily get"))
    return table_of(ground, "assets", caption, ground.members("business.assets"), columns)


@reading("assets")
def assets_reading(ground: Ground) -> Text:
    """Which assets are a lasting advantage, and which lie idle."""
    if not ground.thorough:
        return ()
    scarce = [a for a in ground.plan.business.assets if a.name and a.rare and a.hard_to_copy]
    lasting = [a for a in scarce if a.in_use]
    idle = [a for a in scarce if a.in_use is False]
    said: list[Span] = []
    for group, message in (
        (lasting, N_("A lasting advantage: {names}.")),
        (idle, N_("Rare, hard to copy and not yet used in selling: {names}.")),
    ):
        if group:
            said += (Span(" "),) if said else ()
            names = [ground.title(f"business.assets[{a.id}]") for a in group]
            said += ground.say(message, names=ground.voice.join(names))
    return tuple(said)


@exhibit("key-accounts")
def key_accounts(ground: Ground) -> Table | None:
    """Customers that would hurt to lose."""
    if not ground.thorough:
        return None
    columns = (
        Shown(N_("Customer"), "name", 1.6),
        Shown(N_("Group"), "segment", 1.6),
        Shown(N_("Share of sales"), "share_of_revenue", 0.9, "figure"),
        Shown(N_("State"), "health", 0.9),
        Shown(N_("Up for renewal"), "renewal", 1.1),
    )
    caption = ground.say(N_("Customers that would hurt to lose"))
    return table_of(
        ground,
        "key-accounts",
        caption,
        ground.members("business.key_accounts"),
        columns,
    )


@exhibit("constraints")
def constraints(ground: Ground) -> Table | None:
    """What binds the plan, of which kind, and whether it could be lifted."""
    columns = (
        Shown(N_("Limit"), "name", 2),
        Shown(N_("Kind"), "kind", 1),
        Shown(N_("What it rules out"), "effect", 2.6),
        Shown(N_("Beyond discussion"), "firm", 0.9),
    )
    caption = ground.say(N_("What this plan must not or cannot do"))
    return table_of(ground, "constraints", caption, ground.members("business.constraints"), columns)


@reading("limits")
def limits(ground: Ground) -> Text:
    """How bold the plan may be: the loss borne, the payback asked, the cash floor, the interest."""
    known = ground.plan.business.limits
    path = "business.limits"
    lines = [
        ("acceptable_loss", N_("Should the forecast fail, {value} may be lost, not more."), True),
        (
            "lowest_cash",
            N_("In no month may the bank balance fall below {value}."),
            ground.thorough,
        ),
        (
            "discount_rate",
            N_("Money of later years is discounted by {value} a year."),
            ground.thorough,
        ),
    ]
    said: list[Span] = []
    if known.payback_months is not None:
        said += ground.voice.say_count(
            N_("A new customer must pay back within {months} month."),
            N_("A new customer must pay back within {months} months."),
            known.payback_months,
            months=ground.said(f"{path}.payback_months"),
        )
    for name, message, wanted in lines:
        if wanted and getattr(known, name) is not None:
            said += (Span(" "),) if said else ()
            said += ground.say(message, value=ground.said(f"{path}.{name}"))
    return tuple(said)


@reading("capacity-steps")
def capacity_steps(ground: Ground) -> Text:
    """By how much each bottleneck can be widened, at what cost and with what notice."""
    said: list[Span] = []
    for bottleneck in ground.plan.business.capacity:
        if not bottleneck.step:
            continue
        path = f"business.capacity[{bottleneck.id}]"
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("{name}: one enlargement gives {step} more a month"),
            name=ground.title(path),
            step=ground.said(f"{path}.step"),
        )
        if bottleneck.step_cost is not None:
            said += ground.say(N_(", costs {cost} a month"), cost=ground.said(f"{path}.step_cost"))
        if bottleneck.step_weeks is not None:
            said += ground.voice.say_count(
                N_(", takes {weeks} week"),
                N_(", takes {weeks} weeks"),
                bottleneck.step_weeks,
                weeks=ground.said(f"{path}.step_weeks"),
            )
        said += (Span("."),)
    return tuple(said)


@reading("milestones")
def milestones(ground: Ground) -> Text:
    """Where each goal should stand on the way."""
    if not ground.thorough:
        return ()
    said: list[Span] = []
    for goal in ground.plan.business.goals:
        marks = sorted((m for m in goal.milestones if m.value is not None), key=lambda m: m.id)
        if not marks:
            continue
        stops = []
        for mark in marks:
            path = f"business.goals[{goal.id}].milestones[{mark.id}]"
            value = aim(ground, goal_unit(goal), mark.value, f"{path}.value")
            stops.append((*value, Span(" ("), ground.voice.month(mark.id, path), Span(")")))
        said += (Span(" "),) if said else ()
        said += ground.say(
            N_("On the way to “{goal}”: {marks}."),
            goal=ground.title(f"business.goals[{goal.id}]"),
            marks=ground.voice.join(stops),
        )
    return tuple(said)
