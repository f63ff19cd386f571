"""The firm and where it starts: what it sells, what its books say, how full it is."""

from __future__ import annotations

from planner.analysis.feeding import economics
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.runs import Run
from planner.blocks import Axis, Chart, Point, Series, Span, Table, Text, plain
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.tables import amount, figures, number, percent, row, table, words
from planner.i18n import N_


@reading("firm")
def firm(ground: Ground) -> Text:
    """Whom the firm sells to and where."""
    company = ground.plan.business.company
    if not company.area:
        return ()
    area = ground.said("business.company.area")
    if not company.sells_to:
        return ground.say(N_("Its customers live or work in {area}."), area=area)
    return ground.say(
        N_("It is paid by {payers}; they live or work in {area}."),
        payers=ground.said("business.company.sells_to"),
        area=area,
    )


@reading("amounts")
def amounts(ground: Ground) -> Text:
    """In which currency all amounts are, and whether sales tax is in them."""
    if not ground.plan.meta.currency:
        return ()
    unit = (Span(ground.voice.unit(), ("meta.currency",)),)
    if not ground.plan.meta.amounts:
        return ground.say(N_("All amounts are in {currency}."), currency=unit)
    return ground.say(
        N_("All amounts are in {currency}, {tax}."), currency=unit, tax=ground.said("meta.amounts")
    )


@reading("offerings")
def offerings_reading(ground: Ground) -> Text:
    """Which offering earns most, and whether the one that sells most is the same."""
    earned = [
        (o, f)
        for o, f in zip(
            ground.plan.business.offerings, economics.offerings(ground.plan), strict=True
        )
        if f.contribution is not None and f.revenue is not None
    ]
    if len(earned) < 2:
        return ()
    best = max(earned, key=lambda pair: pair[1].contribution.value)  # type: ignore[union-attr]  # filtered
    richest = max(earned, key=lambda pair: pair[1].margin.value)  # type: ignore[union-attr]  # as above
    part = best[1].contribution
    all_of_it = economics.contribution(ground.plan)
    if part is None or all_of_it is None or all_of_it.value <= 0 or richest[1].margin is None:
        return ()
    share = part / all_of_it
    said = ground.say(
        N_("{offering} brings {share} of what is left after direct costs."),
        offering=ground.title(best[1].path),
        share=percent(ground, share),
    )
    if richest[0] is best[0]:
        return said
    more = ground.say(
        N_(" {offering} keeps more of each sale ({margin})."),
        offering=ground.title(richest[1].path),
        margin=percent(ground, richest[1].margin),
    )
    return (*said, *more)


@exhibit("offerings")
def offerings(ground: Ground) -> Table | None:
    """What is sold, at what price and margin, and how much of the sales it makes."""
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Offer"), 3),
        words(ground, N_("Unit"), 1.2),
        figures(ground, N_("Price"), unit),
        figures(ground, N_("Direct cost"), unit),
        figures(ground, N_("Margin")),
        figures(ground, N_("Share of sales")),
        figures(ground, N_("Units a year")),
    )
    rows = []
    for offer, earned in zip(
        ground.plan.business.offerings, economics.offerings(ground.plan), strict=True
    ):
        path = earned.path
        rows.append(
            row(
                ground.cell(offer, path, "name"),
                ground.cell(offer, path, "unit"),
                amount(ground, offer.price, f"{path}.price"),
                amount(ground, offer.unit_cost, f"{path}.unit_cost"),
                percent(ground, earned.margin),
                ground.cell(offer, path, "share_of_revenue"),
                number(ground, earned.units),
            )
        )
    margin = economics.firm_margin(ground.plan)
    if margin is not None and len(rows) > 1:
        rows.append(
            row(
                ground.say(N_("All offers, by their share of sales")),
                (),
                (),
                (),
                percent(ground, margin),
                (),
                (),
                total=True,
            )
        )
    caption = ground.say(N_("What we sell and what is left of each sale"))
    return table("offerings", caption, columns, rows)


@exhibit("sales-shares")
def sales_shares(ground: Ground) -> Chart | None:
    """Which part of the sales each offer brings."""
    earned = [
        (path_title, found)
        for found in economics.offerings(ground.plan)
        if found.revenue is not None
        and found.revenue.value > 0
        and (path_title := ground.title(found.path))
    ]
    if not ground.thorough or len(earned) < 3:
        return None
    revenues = [found.revenue for _, found in earned if found.revenue is not None]
    whole = total(revenues)
    most = max(range(len(revenues)), key=lambda at: revenues[at].value)
    part = revenues[most] / whole
    named = [
        f"{plain(title)} {ground.voice.percent(revenue.value / whole.value).text}"
        for (title, _), revenue in zip(earned, revenues, strict=True)
    ]
    return Chart(
        "sales-shares",
        "doughnut",
        ground.say(
            N_("{offer} brings {share} of sales"),
            offer=earned[most][0],
            share=ground.voice.percent(round(part.value, 3), *part.sources),
        ),
        plain(ground.say(N_("Sales by offer a year, {unit}"), unit=ground.voice.unit())),
        alt="; ".join(named),
        categories=tuple(plain(title) for title, _ in earned),
        series=(
            Series(
                plain(ground.say(N_("Sales"))),
                tuple(revenue.value for revenue in revenues),
                sources=whole.sources,
            ),
        ),
        number_format="#,##0",
    )


@exhibit("portfolio-map")
def portfolio_map(ground: Ground) -> Chart | None:
    """Each offer by our share beside the largest rival's and the growth of its market."""
    found = ground.analysis.portfolio
    if not ground.thorough or not isinstance(found, Run):
        return None
    earned = {one.path: one.revenue for one in economics.offerings(ground.plan)}
    points = []
    for product, placed in zip(found.given.products, found.result.products, strict=True):
        path = f"business.offerings[{product.id}]"
        revenue = earned.get(path)
        if placed.relative_share is None or revenue is None:
            continue
        read = [source for source in found.paths if source.startswith(f"{path}.")]
        growth = f"{path}.market_growth"
        read += revenue.sources if growth in read else ("market.growth", *revenue.sources)
        name = plain(ground.title(path))
        points.append(
            Point(name, placed.relative_share, round(product.growth * 100, 6), revenue.value,
                  sources=tuple(dict.fromkeys(read)))
        )  # fmt: skip
    if len(points) < 3:
        return None
    names = [
        ground.title(f"business.offerings[{placed.id}]")
        for placed in found.result.products
        if placed.quadrant in ("star", "cash cow") and placed.relative_share is not None
    ]
    caption = (
        ground.say(N_("We lead with: {names}"), names=ground.voice.join(names))
        if names
        else ground.say(N_("We lead with none of our offers"))
    )
    return Chart(
        "portfolio-map",
        "bubble",
        caption,
        plain(ground.say(N_("Bubble: sales a year, {unit}"), unit=ground.voice.unit())),
        alt="; ".join(f"{p.label}: {p.x:.3g} / {p.y:.3g} %" for p in points),
        points=tuple(points),
        x=Axis(ground.voice.word(N_("our share, as a multiple of the largest rival’s"))),
        y=Axis(ground.voice.word(N_("growth of its market a year, %"))),
    )


@reading("baseline")
def baseline_reading(ground: Ground) -> Text:
    """The year we start from in a sentence or two."""
    base = ground.plan.business.baseline
    if base.revenue is None:
        return ()
    year = ground.said("business.baseline.year") or ground.say(N_("the year before"))
    revenue = ground.said("business.baseline.revenue")
    if base.customers is None:
        said = ground.say(N_("In {year} it sold for {revenue}."), year=year, revenue=revenue)
    else:
        said = ground.say(
            N_("In {year} it sold for {revenue} to {customers} customers."),
            year=year,
            revenue=revenue,
            customers=ground.said("business.baseline.customers"),
        )
    if base.marketing_spend is None:
        return said
    spent = ground.said("business.baseline.marketing_spend")
    return (*said, *ground.say(N_(" It spent {spend} on marketing."), spend=spent))


@exhibit("baseline")
def baseline(ground: Ground) -> Table | None:
    """The figures of the year the plan starts from."""
    columns = (words(ground, N_("Figure"), 3), figures(ground, N_("Value"), weight=1.5))
    lines: list[tuple[str, Text]] = [
        (N_("Sales"), ground.said("business.baseline.revenue")),
        (N_("Contribution after direct costs"), _computed(ground)),
        (N_("Gross margin in the accounts"), ground.said("business.baseline.gross_margin")),
        (N_("Fixed costs"), ground.said("business.baseline.fixed_costs")),
        (N_("Customers"), ground.said("business.baseline.customers")),
        (N_("of them new"), ground.said("business.baseline.new_customers")),
        (N_("Orders"), ground.said("business.baseline.orders")),
        (
            N_("Share of the biggest customer"),
            ground.said("business.baseline.largest_customer_share"),
        ),
        (N_("Marketing spend"), ground.said("business.baseline.marketing_spend")),
    ]
    if ground.thorough:
        days = ground.said("business.baseline.days_to_get_paid")
        lines.append((N_("Days until customers pay"), days))
    rows = [row(ground.voice.word(name), value) for name, value in lines if value]
    year = ground.plan.business.baseline.year
    if year is None:
        caption = ground.say(N_("The year we start from"))
    else:
        caption = ground.say(
            N_("The year we start from: {year}"), year=ground.said("business.baseline.year")
        )
    status = ground.plan.business.baseline.status
    source = (
        ground.say(
            N_("Status of the figures: {status}."), status=ground.said("business.baseline.status")
        )
        if status
        else ()
    )
    return table("baseline", caption, columns, rows, source=source)


def _computed(ground: Ground) -> Text:
    earned = economics.contribution(ground.plan)
    return (ground.voice.money(round(earned.value), *earned.sources),) if earned else ()


@reading("customer-worth")
def customer_worth(ground: Ground) -> Text:
    """What a customer buys for and leaves in a year."""
    spend = economics.revenue_per_customer(ground.plan)
    worth = economics.customer_worth(ground.plan)
    if spend is None or worth is None:
        return ()
    said = ground.say(
        N_("A customer buys for {spend} a year, of which {worth} stays after direct costs."),
        spend=ground.voice.money(round(spend.value), *spend.sources),
        worth=ground.voice.money(round(worth.value), *worth.sources),
    )
    new, all_ = (
        figure_at(ground.plan, "business.baseline.new_customers"),
        figure_at(ground.plan, "business.baseline.customers"),
    )
    if new is None or all_ is None or not all_.value:
        return said
    share = new / all_
    return (
        *said,
        *ground.say(
            N_(" {share} of last year’s customers were new."), share=percent(ground, share)
        ),
    )


@reading("capacity")
def capacity(ground: Ground) -> Text:
    """How full the bottlenecks are."""
    said: list[Span] = []
    for use in economics.capacity_use(ground.plan):
        said += (Span(" "),) if said else ()
        said += ground.say(
            _fullness(use.share),
            used=ground.voice.number(round(use.used.value), *use.used.sources),
            most=ground.said(f"{use.path}.per_month"),
            name=ground.title(use.path),
            share=percent(ground, use.share),
        )
    return tuple(said)


def _fullness(share: Figure) -> str:
    if share.value > 1:
        return N_("{name}: sales need {used} a month, more than the {most} there are ({share}).")
    if share.value > 0.9:
        return N_("{name}: {used} of {most} a month are used ({share}); there is hardly room.")
    return N_("{name}: {used} of {most} a month are used ({share}).")
