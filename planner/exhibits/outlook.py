"""What may come: the forecast's terms, the season, and the plan's result in each scenario."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planner.analysis.feeding import Missing
from planner.analysis.feeding.futures import Future
from planner.analysis.feeding.spending import months_in, season
from planner.blocks import Chart, ListBlock, Series, Span, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, sentences, stated, table_of
from planner.exhibits.tables import money
from planner.i18n import N_

FORECAST = "promotion.forecast"
METHODS = {
    "seasonal naive": N_("Past months are carried on as the same month a year before."),
    "smoothing": N_("Past months are carried on smoothed."),
    "trend": N_("Past months are carried on with their trend."),
    "trend and season": N_("Past months are carried on with trend and season."),
    "by hand": N_("The coming months are set by hand, not carried on from past ones."),
}

FACTORS = {
    "demand": N_("market × {times}"),
    "media_price": N_("media prices × {times}"),
    "order_value": N_("order value × {times}"),
}


@exhibit("scenarios")
def scenarios(ground: Ground) -> Table | None:
    """What may happen, how likely it is, and what it brings."""
    found = {future.id: future for future in ground.analysis.futures}

    def won(ground: Ground, scenario: Any, path: str) -> Text:
        del path
        future: Future | None = found.get(scenario.id)
        if future is None:
            return ()
        return (ground.voice.figure(round(future.customers.value), *future.customers.sources),)

    def left(ground: Ground, scenario: Any, path: str) -> Text:
        del path
        future = found.get(scenario.id)
        return money(ground, future.left) if future else ()

    shown = (
        Shown(N_("Scenario"), "name", 1.5),
        Shown(N_("Ranges taken"), _ranges, 1.4),
        Shown(N_("Likely"), "probability", 0.7, "figure"),
        Shown(N_("Customers won"), won, 0.9, "figure"),
        Shown(N_("Left after cost"), left, 1, "money"),
        Shown(N_("What we do then"), "response", 3),
    )
    members = ground.members("promotion.scenarios")
    caption = ground.say(N_("What may come, and what the plan brings then"))
    return table_of(ground, "scenarios", caption, members, shown)


@exhibit("scenario-stories")
def scenario_stories(ground: Ground) -> ListBlock | None:
    """What happens in each scenario."""
    items = []
    for path, _ in ground.members("promotion.scenarios"):
        said = sentences([ground.said(f"{path}.story")])
        if said:
            name = tuple(Span(s.text, s.sources, bold=True) for s in ground.title(path))
            items.append((*name, Span(" – "), *said))
    return ListBlock(tuple(items)) if items else None


def _ranges(ground: Ground, scenario: Any, path: str) -> Text:
    """The end of the ranges that a scenario takes, and its factors."""
    said = [ground.said(f"{path}.takes")] if scenario.takes else []
    if ground.thorough:
        said += [
            ground.say(message, times=ground.said(f"{path}.{name}"))
            for name, message in FACTORS.items()
            if getattr(scenario, name) not in (None, 1)
        ]
    return ground.voice.join(said)


@reading("scenarios")
def scenarios_reading(ground: Ground) -> Text:
    """The result weighed over all scenarios, and how likely a loss is."""
    found = ground.analysis.futures
    if not found:
        return ()
    worst = min(found, key=lambda future: future.left.value)
    best = max(found, key=lambda future: future.left.value)
    said: list[Text] = []
    if worst is not best:
        said.append(
            ground.say(
                _range(worst.left.value, best.left.value),
                low=ground.voice.money(abs(round(worst.left.value)), *worst.left.sources),
                high=ground.voice.money(abs(round(best.left.value)), *best.left.sources),
                worst=ground.title(f"promotion.scenarios[{worst.id}]"),
                best=ground.title(f"promotion.scenarios[{best.id}]"),
            )
        )
    said.append(_expected(ground))
    return sentences(said)


def _range(low: float, high: float) -> str:
    if low >= 0:
        return N_(
            "In every scenario the channels earn more than they cost: from {low} (“{worst}”) to"
            " {high} (“{best}”)."
        )
    if high < 0:
        return N_(
            "In no scenario do the channels earn their cost within the period: they lack {high} at"
            " best (“{best}”) and {low} at worst (“{worst}”)."
        )
    return N_(
        "After their cost the channels leave {high} in the best scenario (“{best}”) and lose {low}"
        " in the worst (“{worst}”)."
    )


def _expected(ground: Ground) -> Text:
    found = ground.analysis.weighed_futures
    if isinstance(found, Missing):
        return ()
    expected = found.result.expected
    parts = {
        "money": ground.voice.money(abs(round(expected)), *found.paths),
        "chance": ground.voice.percent(round(found.result.p_loss, 3), *found.paths),
    }
    if found.result.p_loss <= 0:
        return ground.say(N_("Weighed by how likely they are: {money} gained."), **parts)
    if expected >= 0:
        return ground.say(
            N_(
                "Weighed by how likely they are: {money} gained, with a chance of {chance} of"
                " a loss."
            ),
            **parts,
        )
    return ground.say(
        N_("Weighed by how likely they are: {money} lost; the chance of a loss is {chance}."),
        **parts,
    )


@reading("forecast-terms")
def forecast_terms(ground: Ground) -> Text:
    """Double counting, the time to purchase, the capacity kept free, how months are carried on."""
    plan = ground.plan.promotion.forecast
    said: list[Text] = []
    if plan.overlap is not None:
        said.append(_overlap(ground, plan.overlap))
    if plan.purchase_lag_weeks is not None:
        said.append(
            ground.say(
                N_(
                    "From the first contact to the purchase we reckon with this many weeks:"
                    " {weeks}."
                ),
                weeks=ground.said(f"{FORECAST}.purchase_lag_weeks"),
            )
        )
    if ground.thorough and plan.capacity_reserve is not None:
        said.append(
            ground.say(
                N_("{share} of capacity is kept free."),
                share=ground.said(f"{FORECAST}.capacity_reserve"),
            )
        )
    if ground.thorough and plan.method:
        said.append(stated(ground, METHODS[plan.method], f"{FORECAST}.method"))
    return sentences(said)


def _overlap(ground: Ground, share: float) -> Text:
    path = f"{FORECAST}.overlap"
    if share == 0:
        return stated(ground, N_("No customer is counted by two channels."), path)
    returns = ground.analysis.channel_returns
    if not returns:
        return ground.say(
            N_("{share} of customers are counted by two channels."), share=ground.said(path)
        )
    counted = sum(each.customers.value for each in returns)
    sources = tuple(dict.fromkeys(s for each in returns for s in each.customers.sources))
    return ground.say(
        N_(
            "{share} of customers are counted by two channels: of {counted} won, {once} are"
            " left once each is counted once."
        ),
        share=ground.said(path),
        counted=ground.voice.number(round(counted), *sources),
        once=ground.voice.number(round(counted * (1 - share)), *sources, path),
    )


@exhibit("product-forecast")
def product_forecast(ground: Ground) -> Table | None:
    """How many of each offer will be sold, at what price, and what that leaves."""
    offers = {offer.id: offer for offer in ground.plan.business.offerings}

    def figure(name: str, ground: Ground, one: Any, path: str) -> tuple[Decimal | None, str]:
        typed = getattr(one, name)
        if typed is not None and ground.thorough:
            return typed, f"{path}.{name}"
        offer = offers.get(one.id)
        return getattr(offer, name, None), f"business.offerings[{one.id}].{name}"

    def product(*names: str) -> Any:
        def tell(ground: Ground, one: Any, path: str) -> Text:
            price, at = figure("price", ground, one, path)
            if one.units is None or price is None:
                return ()
            sources, each = [f"{path}.units", at], price
            if "unit_cost" in names:
                cost, cost_at = figure("unit_cost", ground, one, path)
                if cost is None:
                    return ()
                each, sources = price - cost, [*sources, cost_at]
            return (ground.voice.figure(round(each * Decimal(str(one.units))), *sources),)

        return tell

    shown = (
        Shown(N_("Offer"), lambda g, one, _: g.title(f"business.offerings[{one.id}]"), 2),
        Shown(N_("Sold"), "units", 0.8, "figure"),
        Shown(N_("Planned price"), "price", 0.9, "money", thorough=True),
        Shown(N_("Planned cost of one"), "unit_cost", 0.9, "money", thorough=True),
        Shown(N_("Sales"), product(), 1, "money"),
        Shown(N_("Contribution"), product("unit_cost"), 1, "money"),
    )
    members = ground.members(f"{FORECAST}.products")
    caption = ground.say(N_("What we will sell"))
    return table_of(ground, "product-forecast", caption, members, shown)


@exhibit("season")
def season_chart(ground: Ground) -> Chart | None:
    """How busy each month is beside the average."""
    typed = [s for s in ground.plan.promotion.seasonality if s.weight is not None]
    if not typed or _is_flat(ground):
        return None
    index = season(ground.plan)
    months = months_in(ground.plan)[:12]
    numbers = [month[5:] for month in months] or sorted(index)
    names = [ground.voice.month(month).text for month in months]
    names = names or [_month_name(ground, number) for number in numbers]
    values = [index[number] for number in numbers]
    sources = tuple(f"promotion.seasonality[{s.id}].weight" for s in typed)
    busiest, quietest = (f(range(len(values)), key=lambda n: values[n]) for f in (max, min))
    caption = ground.say(
        N_("The busiest month is {busy}, the quietest {quiet}"),
        busy=Span(names[busiest], sources),
        quiet=Span(names[quietest], sources),
    )
    return Chart(
        "season",
        "column",
        caption,
        subtitle=ground.voice.word(N_("Sales of a month beside the average, which is 1")),
        alt="; ".join(
            f"{name}: {ground.voice.number(value).text}"
            for name, value in zip(names, values, strict=True)
        ),
        categories=tuple(ground.voice.month(f"2000-{n}", short=True).text for n in numbers),
        series=(Series(ground.voice.word(N_("Season")), tuple(values), own=True, sources=sources),),
        number_format="0.0#",
    )


def _is_flat(ground: Ground) -> bool:
    return len(set(season(ground.plan).values())) == 1


@reading("season")
def season_reading(ground: Ground) -> Text:
    """That no month is busier than another, where the weights say so."""
    typed = [s for s in ground.plan.promotion.seasonality if s.weight is not None]
    if not typed or not _is_flat(ground):
        return ()
    sources = (f"promotion.seasonality[{s.id}].weight" for s in typed)
    return stated(ground, N_("No month is busier than another."), *sources)


@exhibit("season-notes")
def season_notes(ground: Ground) -> ListBlock | None:
    """Why months are busy or quiet."""
    if not ground.thorough:
        return None
    items = [
        ground.say(
            N_("{month} – {why}"),
            month=_month_name(ground, one.id),
            why=ground.said(f"{path}.note"),
        )
        for path, one in ground.members("promotion.seasonality")
        if one.note
    ]
    return ListBlock(tuple(items)) if items else None


def _month_name(ground: Ground, number: str) -> str:
    from babel.dates import get_month_names

    names = get_month_names("wide", context="stand-alone", locale=ground.voice.locale)
    return str(names[int(number)])
