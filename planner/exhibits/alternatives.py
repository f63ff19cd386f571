"""The alternatives in detail: offers, prices, parity, reasons behind ratings, who is known."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding import rivals as feeding
from planner.analysis.feeding.runs import Run
from planner.blocks import Span, Table, Text, plain
from planner.exhibits.competitors import RIVALS, name_of
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, table_of, title
from planner.exhibits.tables import amount, figures, row, table, words
from planner.i18n import N_

_BESIDE = 5
"""So many rivals fit beside each other on an upright page."""

_LEVELS = {"no": N_("no"), "partly": N_("partly"), "yes": N_("yes")}
_CLASSES = {
    "gap": N_("missing here"),
    "table stakes": N_("expected of all"),
    "differentiator": N_("sets us apart"),
    "rival differentiator": N_("sets a rival apart"),
    "neutral": N_("sets nobody apart"),
}


@exhibit("rival-offers")
def rival_offers(ground: Ground) -> Table | None:
    """What each sells and to whom, where it advertises, where it can be found."""
    shown = (
        Shown(N_("Alternative"), title, 1.4),
        Shown(N_("How it wins"), "offer", 2.6),
        Shown(N_("Serves best"), "segments", 1.5),
        Shown(N_("Meets buyers by"), "channels", 1.6),
        Shown(N_("Address"), "website", 1.5, thorough=True),
    )
    caption = ground.say(N_("How the others win their buyers"))
    return table_of(ground, "rival-offers", caption, ground.members(RIVALS), shown)


@exhibit("prices")
def prices(ground: Ground) -> Table | None:
    """What each charges for the same thing, beside our price."""
    priced = [(path, rival) for path, rival in ground.members(RIVALS) if rival.prices]
    offers = [
        offer
        for offer in ground.plan.business.offerings
        if any(p.id == offer.id and p.price is not None for _, r in priced for p in r.prices)
    ]
    if not offers:
        return None
    unit = ground.voice.unit()
    columns = [words(ground, N_("Offer"), 2.4), figures(ground, N_("Ours"), unit)]
    columns += [figures(ground, rival.name or rival.id, unit) for _, rival in priced]
    rows = []
    for offer in offers:
        path = f"business.offerings[{offer.id}]"
        cells = [ground.title(path), amount(ground, offer.price, f"{path}.price")]
        for rival_path, rival in priced:
            price = next((p.price for p in rival.prices if p.id == offer.id), None)
            cells.append(amount(ground, price, f"{rival_path}.prices[{offer.id}].price"))
        rows.append(row(*cells))
    return table("prices", ground.say(N_("What the same costs elsewhere")), columns, rows)


@reading("features")
def features_reading(ground: Ground) -> Text:
    """How far we cover what buyers expect, beside the best of the others."""
    found = ground.analysis.features
    if not isinstance(found, Run):
        return ()
    best = max(found.result.rivals, key=lambda rival: rival.coverage)
    return ground.say(
        N_(
            "Of what buyers expect, weighed, we cover {own}; the best of the others, {rival},"
            " {most}."
        ),
        own=ground.voice.percent(round(found.result.own_coverage, 2), *found.paths),
        rival=ground.title(f"competitors.items[{best.id}]"),
        most=ground.voice.percent(round(best.coverage, 2), *found.paths),
    )


@exhibit("features")
def features(ground: Ground) -> Table | None:
    """What buyers expect to find: who has it, and what that makes of it."""
    competitors = ground.plan.competitors
    compared = [(path, rival) for path, rival in ground.members(RIVALS) if rival.features]
    found = ground.analysis.features
    classed = {f.id: f.class_ for f in found.result.features} if isinstance(found, Run) else {}
    columns = [
        words(ground, N_("Buyers expect"), 2.4),
        figures(ground, N_("Counts"), weight=0.7),
        words(ground, N_("We"), 0.8),
        *(words(ground, rival.name or rival.id, 0.9) for _, rival in compared),
        words(ground, N_("So it is"), 1.3),
    ]
    owners = [("competitors.own", competitors.own), *compared]
    rows = []
    for feature in competitors.features:
        path = f"competitors.features[{feature.id}]"
        levels = [
            _level(ground, owner, f"{at}.features[{feature.id}].level") for at, owner in owners
        ]
        meaning = classed.get(feature.id)
        sources = found.paths if isinstance(found, Run) else ()
        said = (Span(ground.voice.word(_CLASSES[meaning]), sources),) if meaning else ()
        rows.append(row(ground.title(path), ground.said(f"{path}.weight"), *levels, said))
    caption = ground.say(N_("What buyers expect to find, and who has it"))
    source: Text = ()
    if classed:
        source = ground.say(
            N_(
                "“Expected of all” and “missing here”: two thirds of the others have it, at least"
                " in part; “apart”: a third of them or fewer do (house rule)."
            )
        )
    wide = len(compared) > _BESIDE
    return table("features", caption, columns, rows, source=source, wide=wide)


def _level(ground: Ground, owner: Any, path: str) -> Text:
    feature = path[path.rindex("[") + 1 : path.rindex("]")]
    level = next((f.level for f in owner.features if f.id == feature), None)
    return (Span(ground.voice.word(_LEVELS[level]), (path,)),) if level else ()


@exhibit("yardstick")
def yardstick(ground: Ground) -> Table | None:
    """What very good looks like on each factor."""
    shown = (
        Shown(N_("What decides"), "name", 2),
        Shown(N_("Very good means"), "good", 3),
    )
    caption = ground.say(N_("What very good looks like"))
    found = ground.members("competitors.success_factors")
    return table_of(ground, "yardstick", caption, found, shown)


@exhibit("rating-reasons")
def rating_reasons(ground: Ground) -> Table | None:
    """What makes us say so: the reason behind each rating."""
    if not ground.deep:
        return None
    columns = (
        words(ground, N_("Who"), 1.4),
        words(ground, N_("What decides"), 1.6),
        figures(ground, N_("Rating"), weight=0.7),
        words(ground, N_("How we know"), 3.4),
    )
    owners: list[tuple[str, str, Any]] = [
        (feeding.OWN, "competitors.own", ground.plan.competitors.own),
        *((rival.id, path, rival) for path, rival in ground.members(RIVALS)),
    ]
    rows = []
    for identity, at, owner in owners:
        for rating in owner.ratings:
            path = f"{at}.ratings[{rating.id}]"
            if rating.because:
                factor = ground.title(f"competitors.success_factors[{rating.id}]")
                said = (ground.said(f"{path}.score"), ground.said(f"{path}.because"))
                rows.append(row(name_of(ground, identity), factor, *said))
    return table("rating-reasons", ground.say(N_("What the ratings rest on")), columns, rows)


@exhibit("known")
def known(ground: Ground) -> Table | None:
    """Who is searched for by name, and who spends how much on being heard."""
    if not ground.thorough:
        return None
    unit = ground.voice.unit()
    columns = (
        words(ground, N_("Who"), 2),
        figures(ground, N_("Searches for the name a month")),
        figures(ground, N_("Share of searches")),
        figures(ground, N_("Spends on advertising a year"), unit),
        figures(ground, N_("Share of voice")),
    )
    own = ground.plan.competitors.own
    spend = ground.plan.business.baseline.marketing_spend
    parties: list[tuple[Text, str, Any, str, Any]] = [
        (
            name_of(ground, feeding.OWN),
            "competitors.own.brand_searches",
            own.brand_searches,
            "business.baseline.marketing_spend",
            spend,
        )
    ]
    parties += [
        (ground.title(path), f"{path}.brand_searches", r.brand_searches, f"{path}.marketing_spend",
         r.marketing_spend)
        for path, r in ground.members(RIVALS)
        if r.brand_searches is not None or r.marketing_spend is not None
    ]  # fmt: skip
    if len(parties) < 2:
        return None
    searches = [(source, value) for _, source, value, _, _ in parties if value is not None]
    spends = [(source, value) for _, _, _, source, value in parties if value is not None]
    rows = [
        row(
            name,
            (ground.voice.figure(count, searched),) if count is not None else (),
            _share(ground, count, searches),
            amount(ground, money, spent),
            _share(ground, money, spends),
        )
        for name, searched, count, spent, money in parties
    ]
    caption = ground.say(N_("Who is known, and who is loud"))
    return table("known", caption, columns, rows)


def _share(ground: Ground, value: Any, of: list[tuple[str, Any]]) -> Text:
    together = sum(float(each) for _, each in of)
    if value is None or len(of) < 2 or together <= 0:
        return ()
    sources = [source for source, _ in of]
    return (ground.voice.percent(round(float(value) / together, 3), *sources),)


@exhibit("map-ideals")
def map_ideals(ground: Ground) -> Table | None:
    """Where each group would like a seller to stand on the map."""
    if not ground.thorough:
        return None
    chosen = ground.plan.competitors.map
    if not chosen.horizontal or not chosen.vertical:
        return None
    across, up = (ground.said(f"competitors.map.{axis}") for axis in ("horizontal", "vertical"))
    columns = (
        words(ground, N_("Group"), 2.4),
        figures(ground, plain(across), "1–10"),
        figures(ground, plain(up), "1–10"),
    )
    rows = []
    for ideal in chosen.ideals:
        path = f"competitors.map.ideals[{ideal.id}]"
        group = ground.title(f"segments.items[{ideal.id}]")
        rows.append(row(group, ground.said(f"{path}.horizontal"), ground.said(f"{path}.vertical")))
    caption = ground.say(
        N_("Where each group would like a seller to stand by {across} and {up}"),
        across=across,
        up=up,
    )
    return table("map-ideals", caption, columns, rows)


@exhibit("map-axes")
def map_axes(ground: Ground) -> Table | None:
    """What little and much of each thing on the value curve looks like."""
    shown = (
        Shown(N_("What sellers spend effort on"), "name", 2),
        Shown(N_("Little of it"), "low_end", 1.6),
        Shown(N_("Much of it"), "high_end", 1.6),
    )
    caption = ground.say(N_("The ends of each scale"))
    found = ground.members("competitors.curve_factors")
    return table_of(ground, "map-axes", caption, found, shown)
