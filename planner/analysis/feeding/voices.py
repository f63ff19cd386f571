"""Feeding the methods about shares: of the market, of voice, and how unlike the others we are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.analysis.budget import ParityInput, RivalSpend, VoiceInput
from planner.analysis.feeding.figures import Figure, figure_at, total, united
from planner.analysis.feeding.runs import Missing, Run, applied, fed
from planner.analysis.feeding.spending import Spending, months_in
from planner.analysis.rivalry import CanvasInput, ConcentrationInput, RivalCurve
from planner.model.plan import Plan

GAIN = 0.5
"""Points of market won by ten points of extra voice (the field's default; Nielsen/IPA 2009)."""


def served(sizes: Sequence[Run | Missing]) -> Figure | None:
    """What all markets that we can serve are worth a year."""
    found = applied(sizes)
    if not found or len(found) < len(sizes):
        return None
    market = total(Figure(f.result.sam, f.paths) for f in found)
    return market if market.value > 0 else None


def own_sales(plan: Plan) -> Figure | None:
    """Our sales in those markets: of the offers that compete there, where that is said."""
    sales = figure_at(plan, "business.baseline.revenue")
    inside = [size.offerings for size in plan.market.sizes]
    if sales is None or not inside or any(not offers for offers in inside):
        return sales
    names = {name for offers in inside for name in offers or ()}
    shares = [
        figure_at(plan, f"business.offerings[{offer.id}].share_of_revenue")
        for offer in plan.business.offerings
        if offer.id in names
    ]
    known = [share for share in shares if share is not None]
    return sales * total(known) if known and len(known) == len(names) else sales


def own_share(plan: Plan, sizes: Sequence[Run | Missing]) -> Figure | None:
    """Our part of the markets that we can serve."""
    market, sales = served(sizes), own_sales(plan)
    return sales / market if market is not None and sales is not None else None


def concentration(plan: Plan, sizes: Sequence[Run | Missing]) -> Run | Missing:
    """How concentrated the market is, by our share and the known ones of the others."""
    own = own_share(plan, sizes)
    shares = [figure_at(plan, f"competitors.items[{r.id}].share") for r in plan.competitors.items]
    known = [share for share in shares if share is not None]
    if not known:
        return Missing("concentration", ("competitors.items[*].share",))
    every = [*([own] if own is not None else []), *known]
    given = ConcentrationInput(tuple(share.value for share in every))
    lacking = ("competitors.items[*].share",)
    return fed("concentration", "competitors", given, united(*every), lacking)


def voice(plan: Plan, sizes: Sequence[Run | Missing], spent: Spending) -> Run | Missing:
    """Our share of all advertising beside our share of the market, a year."""
    market, sales = served(sizes), own_sales(plan)
    months = len(months_in(plan)) or 12
    own = Figure(float(spent.total.value) * 12 / months, spent.total.sources)
    loud = figure_at(plan, "market.category_spend") or _all_spends(plan, own)
    lacking = [] if market is not None else ["market.sizes"]
    lacking += [] if sales is not None else ["business.baseline.revenue"]
    lacking += [] if loud is not None else ["market.category_spend"]
    if lacking or market is None or sales is None or loud is None:
        return Missing("share-of-voice", tuple(lacking))
    wanted = figure_at(plan, "promotion.budget.share_gain_points") or Figure(0.0)
    gain = figure_at(plan, "promotion.budget.gain_per_ten_points") or Figure(GAIN)
    given = VoiceInput(sales.value, market.value, own.value, loud.value, wanted.value, gain.value)
    read = united(sales, market, own, loud, wanted, gain)
    return fed("share-of-voice", "promotion.budget", given, read, ("market.category_spend",))


def _all_spends(plan: Plan, own: Figure) -> Figure | None:
    known = [
        spend
        for rival in plan.competitors.items
        if (spend := figure_at(plan, f"competitors.items[{rival.id}].marketing_spend"))
    ]
    return total((own, *known)) if known else None


def parity(plan: Plan, sizes: Sequence[Run | Missing]) -> Run | Missing:
    """What we would spend at the others' part of sales; their sales are share × market."""
    market, sales = served(sizes), own_sales(plan)
    rivals: list[RivalSpend] = []
    read: list[str] = []
    for rival in plan.competitors.items:
        path = f"competitors.items[{rival.id}]"
        share, spend = figure_at(plan, f"{path}.share"), figure_at(plan, f"{path}.marketing_spend")
        if market is not None and share is not None and spend is not None:
            rivals.append(RivalSpend(rival.id, (share * market).value, spend.value))
            read += united(share, market, spend)
    if not rivals or sales is None:
        names = ("competitors.items[*].share", "competitors.items[*].marketing_spend")
        return Missing("competitive-parity", (*names, "market.sizes", "business.baseline.revenue"))
    given = ParityInput(sales.value, tuple(rivals))
    paths = tuple(dict.fromkeys((*sales.sources, *read)))
    return fed("competitive-parity", "promotion.budget", given, paths)


def canvases(plan: Plan) -> list[Run | Missing]:
    """How unlike the mean of the others we are: today, and with the moves of this plan."""
    own = {level.id: level.level for level in plan.competitors.own.levels if level.level}
    names = [factor.id for factor in plan.competitors.curve_factors if factor.id in own]
    rivals = {
        rival.id: levels
        for rival in plan.competitors.items
        if names
        and (levels := {level.id: level.level for level in rival.levels if level.level})
        and all(name in levels for name in names)
    }
    if not rivals:
        lacking = ("competitors.own.levels", "competitors.items[*].levels")
        return [Missing("strategy-canvas", lacking)]
    curves = tuple(
        RivalCurve(who, tuple(float(levels[name] or 0) for name in names))
        for who, levels in rivals.items()
    )
    today = {name: float(own[name] or 0) for name in names}
    read = [f"competitors.own.levels[{name}].level" for name in names]
    read += [f"competitors.items[{who}].levels[{name}].level" for who in rivals for name in names]
    given = CanvasInput(tuple(names), tuple(today.values()), curves)
    found = [fed("strategy-canvas", "competitors", given, tuple(read))]
    moved, moves = _moved(plan, today)
    if moves:
        then = CanvasInput(tuple(names), tuple(moved.values()), curves)
        paths = (*read, *moves)
        found.append(fed("strategy-canvas", "positioning.moves", then, paths))
    return found


def _moved(plan: Plan, today: dict[str, float]) -> tuple[dict[str, float], list[str]]:
    """Our levels after the moves; what is eliminated stands at 0."""
    levels, read = dict(today), []
    for move in plan.positioning.moves:
        path = f"positioning.moves[{move.id}]"
        to: Any = 0 if move.move == "eliminate" else move.target_level
        if move.id in levels and to is not None:
            levels[move.id] = float(to)
            read.append(f"{path}.move" if move.move == "eliminate" else f"{path}.target_level")
    return levels, read
