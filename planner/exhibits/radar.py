"""The technology watch in full: how ready each is, what it costs, who watches what."""

from __future__ import annotations

from typing import Any

from planner.blocks import Chart, Point, Table, Text
from planner.exhibits.ground import Ground, exhibit, reading
from planner.exhibits.members import Shown, stated, table_of
from planner.i18n import N_

ITEMS = "technology.items"
RINGS = ("hold", "assess", "trial", "adopt")
"""From farthest to nearest."""
_RING_WORDS = {
    "adopt": N_("adopt"),
    "trial": N_("trial"),
    "assess": N_("assess"),
    "hold": N_("hold"),
}


@exhibit("radar")
def radar(ground: Ground) -> Table | None:
    """Where each technology stands, whether it moved, how large, hard and sure it is."""
    shown = (
        Shown(N_("Technology"), "name", 1.8),
        Shown(N_("Field"), "sector", 1.2),
        Shown(N_("In the world"), "maturity", 1),
        Shown(N_("For firms like ours"), _ring, 1.5),
        Shown(N_("Impact"), "impact", 0.7, "figure", "1–5"),
        Shown(N_("Effort"), "effort", 0.7, "figure", "1–5"),
        Shown(N_("How sure"), "certainty", 0.7, "figure", "1–5"),
    )
    caption = ground.say(N_("How ready each technology is, and how much it would change"))
    return table_of(ground, "radar", caption, ground.members(ITEMS), shown)


@exhibit("radar-rings")
def radar_rings(ground: Ground) -> Chart | None:
    """Every technology in its field and ring; those that came nearer in the accent.

    Fields without a technology have their sector too, so that one can be moved there.
    """
    fields = {sector.id: sector.name or "" for sector in ground.plan.technology.sectors}
    return _rings(ground, "radar-rings", fields)


@exhibit("radar-filled")
def radar_filled(ground: Ground) -> Chart | None:
    """The same without the fields that have no technology, for paper."""
    watch = ground.plan.technology
    filled = {item.sector for item in watch.items if item.ring}
    fields = {sector.id: sector.name or "" for sector in watch.sectors if sector.id in filled}
    return _rings(ground, "radar-filled", fields)


def _rings(ground: Ground, anchor: str, fields: dict[str, str]) -> Chart | None:
    known = [i for i in ground.plan.technology.items if i.ring and i.sector in fields]
    if len(known) < 3:
        return None
    sectors = list(fields)
    nearest = RINGS[::-1]
    points = tuple(
        Point(
            item.name or "",
            sectors.index(item.sector or ""),
            nearest.index(item.ring or RINGS[0]),
            own=_came_nearer(item),
            muted=item.ring == "hold",
            sources=(f"{ITEMS}[{item.id}].sector", f"{ITEMS}[{item.id}].ring"),
        )
        for item in known
    )
    names = tuple(fields.values())
    return Chart(
        anchor,
        "rings",
        _message(ground, known),
        ground.voice.word(N_("Rings from the middle out; in colour: came nearer since last time")),
        alt="; ".join(f"{p.label}: {names[int(p.x)]}, {nearest[int(p.y)]}" for p in points),
        categories=names,
        zones=tuple(ground.voice.word(_RING_WORDS[ring]) for ring in nearest),
        points=points,
    )


def _came_nearer(item: Any) -> bool:
    before = item.previous_ring
    return before in RINGS and RINGS.index(item.ring) > RINGS.index(before)


def _message(ground: Ground, known: list[Any]) -> Text:
    adopted = [ground.title(f"{ITEMS}[{item.id}]") for item in known if item.ring == "adopt"]
    if not adopted:
        return ground.say(N_("Nothing is ready to be adopted yet"))
    return ground.say(N_("Ready to be adopted: {names}"), names=ground.voice.join(adopted))


def _ring(ground: Ground, item: Any, path: str) -> Text:
    now, before = ground.said(f"{path}.ring"), ground.said(f"{path}.previous_ring")
    if not (now and before):
        return now or before
    if item.previous_ring == "new":
        return ground.say(N_("{ring} ({new})"), ring=now, new=before)
    if item.previous_ring == item.ring:
        return ground.say(N_("{ring} (as before: {before})"), ring=now, before=before)
    return ground.say(N_("{ring} (before: {before})"), ring=now, before=before)


@exhibit("technology-needs")
def technology_needs(ground: Ground) -> Table | None:
    """Which need of which group each technology touches."""
    shown = (
        Shown(N_("Technology"), lambda g, _, p: g.title(p.partition(".relevance[")[0]), 1.6),
        Shown(N_("Felt by"), lambda g, mark, _: g.title(f"segments.items[{mark.id}]"), 1.6),
        Shown(N_("Need"), "effect", 3.4),
    )
    members = ground.members(f"{ITEMS}[*].relevance")
    caption = ground.say(N_("Who feels each technology, and why"))
    return table_of(ground, "technology-needs", caption, members, shown)


@reading("radar")
def radar_reading(ground: Ground) -> Text:
    """Which technologies came nearer since the last plan."""
    nearer = [
        (path, item)
        for path, item in ground.members(ITEMS)
        if item.ring in RINGS
        and item.previous_ring in RINGS
        and RINGS.index(item.ring) > RINGS.index(item.previous_ring)
    ]
    if not nearer:
        return ()
    names = ground.voice.join(ground.title(path) for path, _ in nearer)
    return ground.say(N_("Nearer than in the last plan: {names}."), names=names)


@exhibit("technology-money")
def technology_money(ground: Ground) -> Table | None:
    """What each costs, what it is worth in the first year, from which line it is paid."""
    shown = (
        Shown(N_("Technology"), "name", 1.8),
        Shown(N_("Cost once"), "adoption_cost", 1, "money"),
        Shown(N_("Cost a year"), "running_cost", 1, "money"),
        Shown(N_("Worth in the first year"), _first_year, 1.1, "money"),
        Shown(N_("Months it takes"), "months_needed", 0.8, "figure"),
        Shown(N_("Paid from"), "budget_line", 1.4),
        Shown(N_("Would change our mind"), "trigger", 2),
    )
    caption = ground.say(N_("What each technology costs, and what would change the decision"))
    return table_of(ground, "technology-money", caption, ground.members(ITEMS), shown)


def _first_year(ground: Ground, item: Any, path: str) -> Text:
    """Cost of missing it in the months left of a year once it runs, less what it costs."""
    if item.cost_of_missing is None or (item.adoption_cost is None and item.running_cost is None):
        return ()
    names = ("cost_of_missing", "adoption_cost", "running_cost", "months_needed")
    sources = [f"{path}.{name}" for name in names if getattr(item, name) is not None]
    left = max(0.0, 12 - (item.months_needed or 0)) / 12
    worth = (float(item.cost_of_missing) - float(item.running_cost or 0)) * left
    return (ground.voice.figure(round(worth - float(item.adoption_cost or 0)), *sources),)


@exhibit("technology-terms")
def technology_terms(ground: Ground) -> Table | None:
    """What stands in the way, whose it is, how to leave it, which test settles it."""
    if not ground.thorough:
        return None
    shown = (
        Shown(N_("Technology"), "name", 1.6),
        Shown(N_("Stands in the way"), "hurdles", 1.8),
        Shown(N_("From"), "supplier", 1.1),
        Shown(N_("How out again"), "exit", 1.4),
        Shown(N_("Settled by the test"), "experiment", 1.3),
        Shown(N_("Carries"), "strategies", 1.4),
    )
    caption = ground.say(N_("What stands in the way of each technology, and how to leave it"))
    return table_of(ground, "technology-terms", caption, ground.members(ITEMS), shown)


@exhibit("sectors")
def sectors(ground: Ground) -> Table | None:
    """The fields that are watched, why, by whom, when last."""
    shown = (
        Shown(N_("Field"), "name", 1.6),
        Shown(N_("Why it touches us"), "reason", 3),
        Shown(N_("Watched by"), "watcher", 1.1),
        Shown(N_("Last looked at"), "last_scan", 1.2),
    )
    caption = ground.say(N_("The fields we watch"))
    return table_of(ground, "sectors", caption, ground.members("technology.sectors"), shown)


@exhibit("technology-sources")
def technology_sources(ground: Ground) -> Table | None:
    """What is read for the watch, and when it was read last."""
    shown = (
        Shown(N_("What we read"), "name", 1.8),
        Shown(N_("Sort"), "kind", 1.1),
        Shown(N_("For"), "sectors", 1.6),
        Shown(N_("How often"), "cadence", 0.9),
        Shown(N_("Last read"), "last_read", 1.1),
        Shown(N_("Where"), "url", 2),
    )
    caption = ground.say(N_("What we read for the watch"))
    members = ground.members("technology.sources")
    return table_of(ground, "technology-sources", caption, members, shown)


@reading("benchmark")
def benchmark(ground: Ground) -> Text:
    """Beside whom our lag is measured."""
    if not ground.thorough or not ground.plan.technology.benchmark:
        return ()
    best = ground.plan.technology.benchmark == "best rival"
    message = (
        N_("Our lag in technology is measured beside the best rival.")
        if best
        else N_("Our lag in technology is measured beside the mean of the rivals.")
    )
    return stated(ground, message, "technology.benchmark")
