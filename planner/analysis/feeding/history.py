"""Feeding the forecasts: past months carried on by the chosen method, beside the naive one."""

from __future__ import annotations

from typing import Any

from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.forecast import AccuracyInput, SeasonalNaiveInput
from planner.analysis.smoothing import HoltInput, HoltWintersInput, SesInput
from planner.model.kinds import months_of
from planner.model.plan import Plan

SUBJECT = "business.months"
YEAR = 12
FARTHEST = 60
"""So many months ahead at most are forecast."""
CHOSEN = {"smoothing": "ses", "trend": "holt", "trend and season": "holt-winters"}
"""The method by the words of the plan; the others carry on the same month of the year before."""


def series(plan: Plan) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The latest months in a row whose sales are known, and the sales."""
    known = {m.id: float(m.revenue) for m in plan.business.months if m.revenue is not None}
    if not known:
        return (), ()
    row = [max(known)]
    while (before := _before(row[0])) in known:
        row.insert(0, before)
    return tuple(row), tuple(known[month] for month in row)


def _before(month: str) -> str:
    number = int(month[:4]) * YEAR + int(month[5:]) - 2
    return f"{number // YEAR:04d}-{number % YEAR + 1:02d}"


def _ahead(plan: Plan, last: str) -> int:
    """How many months the forecast must reach: to the period's end, else a year."""
    if plan.meta.period is None or plan.meta.period[1] <= last:
        return YEAR
    return min(len(months_of((last, plan.meta.period[1]))) - 1, FARTHEST)


def forecasts(plan: Plan) -> list[Run | Missing]:
    """The naive forecast, the chosen one, and how well it would have done last year."""
    months, sold = series(plan)
    if not sold:
        return [Missing("seasonal-naive", ("business.months[*].revenue",))]
    read = [f"{SUBJECT}[{month}].revenue" for month in months]
    way = CHOSEN.get(plan.promotion.forecast.method or "", "seasonal-naive")
    if plan.promotion.forecast.method:
        read.append("promotion.forecast.method")
    ahead = _ahead(plan, months[-1])
    found = [
        fed(method, SUBJECT, _input(method, sold, ahead), tuple(read))
        for method in dict.fromkeys(("seasonal-naive", way))
    ]
    found.append(_accuracy(way, sold, tuple(read)))
    return found


def _input(method: str, sold: tuple[float, ...], ahead: int) -> Any:
    if method == "ses":
        return SesInput(sold, horizon=ahead)
    if method == "holt":
        return HoltInput(sold, horizon=ahead)
    if method == "holt-winters":
        return HoltWintersInput(sold, YEAR, horizon=ahead)
    return SeasonalNaiveInput(sold, YEAR, ahead)


def _accuracy(method: str, sold: tuple[float, ...], read: tuple[str, ...]) -> Run | Missing:
    """The last year held back and forecast from the years before it."""
    if len(sold) < 2 * YEAR:
        return Missing("forecast-accuracy", (SUBJECT,))
    training, actual = sold[:-YEAR], sold[-YEAR:]
    tried = fed(method, SUBJECT, _input(method, training, YEAR))
    if isinstance(tried, Missing):
        return Missing("forecast-accuracy", (SUBJECT,))
    forecast = tuple(tried.result.forecast)
    given = AccuracyInput(actual, forecast, training)
    return fed("forecast-accuracy", SUBJECT, given, read)
