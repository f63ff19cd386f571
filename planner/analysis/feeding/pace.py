"""Feeding the methods that hold months against the plan: report, year-end forecast, key results.

A measure of the whole period whose months are added is split over them; every other measure is a
level that the last month must reach. Typed months win.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.analysis.feeding.figures import Figure, figure_at, once_a_plan, total
from planner.analysis.feeding.runs import Missing, Run, fed, or_missing
from planner.analysis.feeding.spending import months_in, season, season_sources
from planner.analysis.goals import KeyResult, OkrInput
from planner.analysis.tracking import ReportedFigure, ReportInput, YearEndInput
from planner.model.plan import Plan

GREEN, AMBER = 0.05, 0.10
"""How far off is still green, or amber, where the plan does not say (the fields' defaults)."""
TOLERANCES = "promotion.measurement.green_tolerance", "promotion.measurement.amber_tolerance"


@dataclass(frozen=True, slots=True)
class Aim:
    """A measure's way: where it starts, where it must end, and whether months add up to it."""

    id: str
    start: Figure | None
    target: Figure | None
    adds_up: bool
    splits: bool
    better: str


def aim_of(plan: Plan, kpi: Any) -> Aim:
    """A measure's own figures, or those of the business goal that it counts."""
    path, goals = f"promotion.kpis[{kpi.id}]", {goal.id for goal in plan.business.goals}
    of_goal = kpi.goal in goals
    if of_goal:
        path = f"business.goals[{kpi.goal}]"
    start, target = figure_at(plan, f"{path}.baseline"), figure_at(plan, f"{path}.target")
    adds_up = kpi.totals in (None, "added")
    better = kpi.better or "more"
    if of_goal and kpi.better is None and start and target and target.value < start.value:
        better = "less"
    whole = of_goal or kpi.per == "whole period"
    return Aim(kpi.id, start, target, adds_up, adds_up and whole, better)


@once_a_plan
def targets(plan: Plan) -> Mapping[str, Mapping[str, Figure]]:
    """Each measure's target month by month, where it is known."""
    return {kpi.id: _targets(plan, kpi) for kpi in plan.promotion.kpis}


def _targets(plan: Plan, kpi: Any) -> dict[str, Figure]:
    aim, months = aim_of(plan, kpi), months_in(plan)
    typed = {
        month.id: Figure(month.target, (f"promotion.kpis[{kpi.id}].months[{month.id}].target",))
        for month in kpi.months
        if month.target is not None
    }
    rest = [month for month in months if month not in typed]
    if aim.target is None or not rest:
        return typed
    seasonal = kpi.phasing == "by season"
    busy = season(plan) if seasonal else {}
    weights = [busy.get(month[5:], 1.0) for month in months]
    because = Figure(1.0, season_sources(plan) if seasonal else ())
    by_month = dict(zip(months, weights, strict=True))
    if aim.splits:
        left = aim.target - total(typed[month] for month in months if month in typed)
        weight = sum(by_month[month] for month in rest)
        shares = {m: by_month[m] / weight if weight > 0 else 1 / len(rest) for m in rest}
        return typed | {m: left * because * Figure(shares[m]) for m in rest}
    last = weights[-1] if weights[-1] > 0 else 1.0
    flat = kpi.phasing in ("even", "by season")
    start = aim.target if flat or aim.start is None else aim.start
    way = aim.target - start
    done = {m: Figure((at + 1) / len(months)) for at, m in enumerate(months)}
    level = {m: Figure(by_month[m] / last if seasonal else 1.0) for m in months}
    return typed | {m: (start + way * done[m]) * because * level[m] for m in rest}


@once_a_plan
def _came(plan: Plan) -> Mapping[str, Mapping[str, Figure]]:
    found: dict[str, dict[str, Figure]] = defaultdict(dict)
    for month in sorted(plan.track.months, key=lambda one: one.id):
        for known in month.kpis:
            if known.actual is not None:
                path = f"track.months[{month.id}].kpis[{known.id}].actual"
                found[known.id][month.id] = Figure(known.actual, (path,))
    return found


def actuals(plan: Plan, kpi: str) -> Mapping[str, Figure]:
    """What a measure was, month by month in the order of the calendar."""
    return _came(plan).get(kpi, {})


def reports(plan: Plan) -> list[Run | Missing]:
    """Each month's measures against their targets."""
    found: list[Run | Missing] = []
    limits = [
        figure_at(plan, path) or Figure(default)
        for path, default in zip(TOLERANCES, (GREEN, AMBER), strict=True)
    ]
    aims = {kpi.id: aim_of(plan, kpi) for kpi in plan.promotion.kpis}
    for month in sorted(plan.track.months, key=lambda one: one.id):
        rows, read = [], []
        for kpi, aim in aims.items():
            was, wanted = actuals(plan, kpi).get(month.id), targets(plan)[kpi].get(month.id)
            if was is not None and wanted is not None:
                better: Any = aim.better
                rows.append(ReportedFigure(kpi, wanted.value, was.value, better))
                read += [*wanted.sources, *was.sources]
        if rows:
            given = ReportInput(tuple(rows), limits[0].value, limits[1].value)
            read += [*limits[0].sources, *limits[1].sources]
            paths = tuple(dict.fromkeys(read))
            found.append(fed("monthly-report", f"track.months[{month.id}]", given, paths))
    lacking = ("promotion.kpis[*].target", "track.months[*].kpis[*].actual")
    return or_missing(found, "monthly-report", *lacking)


@once_a_plan
def year_ends(plan: Plan) -> list[Run | Missing]:
    """Where each measure whose months are added will end, from the months so far."""
    found: list[Run | Missing] = []
    months = months_in(plan)
    for kpi in plan.promotion.kpis:
        planned, came = targets(plan)[kpi.id], actuals(plan, kpi.id)
        known = [month for month in months if month in planned]
        first = 0
        while first < len(months) and months[first] in came:
            first += 1
        if not aim_of(plan, kpi).adds_up or not first or len(known) < len(months):
            continue
        so_far = [came[month] for month in months[:first]]
        given = YearEndInput(
            tuple(planned[m].value for m in months), tuple(figure.value for figure in so_far)
        )
        read = total((*(planned[m] for m in months), *so_far)).sources
        found.append(fed("year-end-forecast", f"promotion.kpis[{kpi.id}]", given, read))
    lacking = ("promotion.kpis[*].target", "track.months[*].kpis[*].actual")
    return or_missing(found, "year-end-forecast", *lacking)


def stands_at(plan: Plan, kpi: Any) -> Figure | None:
    """Where a measure stands: at this pace by the end where it is split, else its last month."""
    came = list(actuals(plan, kpi.id).values())
    if not came:
        return None
    if not aim_of(plan, kpi).splits:
        return came[-1]
    for found in year_ends(plan):
        if isinstance(found, Run) and found.subject == f"promotion.kpis[{kpi.id}]":
            end = found.result.run_rate
            return None if end is None else Figure(end, found.paths)
    return None


def key_results(plan: Plan) -> list[Run | Missing]:
    """How far the measures of each objective have come on their way, and those of the goals."""
    measures = {kpi.id: kpi for kpi in plan.promotion.kpis}
    wanted: dict[str, list[str | None]] = {
        f"promotion.objectives[{one.id}]": [one.kpi, one.leading_kpi]
        for one in plan.promotion.objectives
    }
    goals: list[str | None] = [kpi.id for kpi in plan.promotion.kpis if kpi.goal]
    found: list[Run | Missing] = []
    for subject, names in {"business.goals": goals, **wanted}.items():
        rows: list[KeyResult] = []
        read: list[str] = []
        for name in dict.fromkeys(names):
            kpi = measures.get(name or "")
            aim = aim_of(plan, kpi) if kpi is not None else None
            now = stands_at(plan, kpi) if kpi is not None else None
            if aim is None or now is None or aim.start is None or aim.target is None:
                continue
            rows.append(KeyResult(aim.id, aim.start.value, aim.target.value, now.value))
            read += [*aim.start.sources, *aim.target.sources, *now.sources]
        if rows:
            paths = tuple(dict.fromkeys(read))
            found.append(fed("okr", subject, OkrInput(tuple(rows)), paths))
    lacking = ("promotion.objectives[*].kpi", "track.months[*].kpis[*].actual")
    return or_missing(found, "okr", *lacking)
