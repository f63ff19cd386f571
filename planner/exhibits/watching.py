"""Keeping watch on rivals: whom how often, what was seen, where newcomers would show up."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.runs import Run
from planner.blocks import Span, Table, Text
from planner.exhibits.competitors import RIVALS
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, table_of, title
from planner.i18n import N_

_CADENCES = {
    "weekly": N_("weekly"),
    "monthly": N_("monthly"),
    "quarterly": N_("quarterly"),
}


def _threats(ground: Ground) -> dict[str, Any]:
    found = ground.analysis.threats
    return {rated.id: rated for rated in found.result.rivals} if isinstance(found, Run) else {}


@reading("threats")
def threats(ground: Ground) -> Text:
    """Who is most dangerous, and how the figure comes about."""
    found = ground.analysis.threats
    if not isinstance(found, Run):
        return ()
    worst = max(found.result.rivals, key=lambda rated: rated.threat)
    return ground.say(
        N_(
            "The greatest threat is {rival}: {threat} of {most}, from alike buyers × strength ×"
            " pace. From {often} on we look weekly, from {seldom} monthly (house rule)."
        ),
        rival=ground.title(f"competitors.items[{worst.id}]"),
        threat=ground.voice.number(round(worst.threat, 2), *found.paths),
        most=ground.voice.number(1, *found.paths),
        often=ground.voice.number(0.5, *found.paths),
        seldom=ground.voice.number(0.2, *found.paths),
    )


@exhibit("threats")
def threat_table(ground: Ground) -> Table | None:
    """How dangerous each rival is, what is expected of it and how it would react."""
    rated = _threats(ground)

    def threat(ground: Ground, rival: Any, path: str) -> Text:
        if rival.id not in rated:
            return ()
        sources = (f"{path}.overlap", f"{path}.capability", f"{path}.momentum")
        return (ground.voice.figure(rated[rival.id].threat, *sources, decimals=2),)

    shown = (
        Shown(N_("Alternative"), title, 1.6),
        Shown(N_("Alike buyers"), "overlap", 0.7, "figure", "1–5"),
        Shown(N_("Strength"), "capability", 0.7, "figure", "1–5"),
        Shown(N_("Pace"), "momentum", 0.7, "figure", "1–5"),
        Shown(N_("Threat"), threat, 0.7, "figure"),
        Shown(N_("Likely reaction to us"), "reaction", 1.2),
        Shown(N_("What we do then"), "counter", 2.2, thorough=True),
    )
    caption = ground.say(N_("How dangerous each is, and what it would do"))
    return table_of(ground, "threats", caption, ground.members(RIVALS), shown)


@exhibit("watch")
def watch(ground: Ground) -> Table | None:
    """Who looks at whom, how often, where."""
    rated = _threats(ground)

    def cadence(ground: Ground, rival: Any, path: str) -> Text:
        typed = ground.said(f"{path}.watch.cadence")
        if typed or rival.id not in rated:
            return typed
        word = ground.voice.word(_CADENCES[rated[rival.id].cadence])
        return (Span(word, (f"{path}.overlap", f"{path}.capability", f"{path}.momentum")),)

    def places(ground: Ground, rival: Any, path: str) -> Text:
        return ground.voice.join(
            _place(ground, source, f"{path}.watch.sources[{source.id}]")
            for source in rival.watch.sources
        )

    def last(ground: Ground, rival: Any, path: str) -> Text:
        seen = [o for o in rival.watch.observations if o.date is not None]
        if not seen:
            return ()
        latest = max(seen, key=lambda o: o.date)
        return ground.said(f"{path}.watch.observations[{latest.id}].date")

    shown = (
        Shown(N_("Alternative"), title, 1.5),
        Shown(N_("We look"), cadence, 0.9),
        Shown(N_("Who"), "watch.owner", 0.9),
        Shown(N_("Where"), places, 2.6),
        Shown(N_("Last"), last, 1),
    )
    caption = ground.say(N_("Who keeps an eye on whom"))
    return table_of(ground, "watch", caption, ground.members(RIVALS), shown)


def _place(ground: Ground, source: Any, path: str) -> Text:
    said = ground.title(path)
    words = (source.name or "").casefold()
    if source.kind and not any(word in words for word in source.kind.casefold().split()):
        said = (*said, Span(" ("), *ground.said(f"{path}.kind"), Span(")"))
    if source.url and ground.thorough:
        said = (*said, Span(" "), *ground.said(f"{path}.url"))
    return said


@exhibit("observations")
def observations(ground: Ground) -> Table | None:
    """What was seen, when and where, and what it means for us."""

    def whose(ground: Ground, seen: Any, path: str) -> Text:
        del seen
        return ground.title(path[: path.index("]") + 1])

    found: tuple[tuple[str, Any], ...] = ground.members("competitors.items[*].watch.observations")
    ordered = sorted(found, key=lambda pair: pair[1].date.isoformat() if pair[1].date else "")
    shown = (
        Shown(N_("Seen on"), "date", 0.9),
        Shown(N_("At"), whose, 1.1),
        Shown(N_("What"), "what", 2.2),
        Shown(N_("Where"), "source", 1),
        Shown(N_("What it means"), "meaning", 2.2),
        Shown(N_("So"), "answer", 1),
    )
    caption = ground.say(N_("What we saw, and what we made of it"))
    return table_of(ground, "observations", caption, ordered, shown)


@exhibit("scan")
def scan(ground: Ground) -> Table | None:
    """Where a newcomer that is on no list would show up first."""
    shown = (
        Shown(N_("Place"), "name", 2.4),
        Shown(N_("Address"), "url", 2, thorough=True),
        Shown(N_("We look"), "cadence", 0.9),
        Shown(N_("Who"), "owner", 0.9),
        Shown(N_("Last"), "last_looked", 1),
    )
    caption = ground.say(N_("Where an unknown newcomer would show up first"))
    return table_of(ground, "scan", caption, ground.members("competitors.scan"), shown)


@exhibit("entrants")
def entrants(ground: Ground) -> Table | None:
    """Possible newcomers: the sign that they come, and when at the earliest."""
    coming = [
        (path, rival) for path, rival in ground.members(RIVALS) if rival.kind == "potential entrant"
    ]
    shown = (
        Shown(N_("Possible newcomer"), title, 1.6),
        Shown(N_("What would show that it comes"), "entry_sign", 2.6),
        Shown(N_("At the earliest"), "entry_month", 1),
    )
    caption = ground.say(N_("How we would notice a newcomer in time"))
    return table_of(ground, "entrants", caption, coming, shown)


@exhibit("white-spaces")
def white_spaces(ground: Ground) -> Table | None:
    """What nobody serves well, why it is empty, and what we do about it."""
    shown = (
        Shown(N_("Nobody serves well"), "name", 2),
        Shown(N_("For"), "segment", 1.4),
        Shown(N_("Why it is empty"), "why_empty", 2),
        Shown(N_("We"), "decision", 0.7),
        Shown(N_("Because"), "because", 2),
    )
    caption = ground.say(N_("What nobody serves well"))
    found = ground.members("competitors.white_spaces")
    return table_of(ground, "white-spaces", caption, found, shown)
