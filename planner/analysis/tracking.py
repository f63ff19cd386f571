"""Where a plan stands: the monthly report and what the year will come to."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from planner.analysis.declaring import SLACK, Filled, Invalid, Problem, Size, method, undefined
from planner.analysis.rules import ratio
from planner.i18n import N_

Status: TypeAlias = Literal["green", "amber", "red"]


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A figure as planned and as it came, and whether more or less of it is better."""

    id: str
    plan: float
    actual: float
    better: Literal["more", "less"]


@dataclass(frozen=True, slots=True)
class ReportInput:
    """The figures, and how far on the bad side is still green or amber."""

    rows: Annotated[tuple[ReportedFigure, ...], Filled()]
    green_tolerance: Size = 0.05
    amber_tolerance: Size = 0.10


@dataclass(frozen=True, slots=True)
class ReportRow:
    """How far a figure is off, and its light; None where the plan is 0."""

    id: str
    variance: float
    relative_variance: float | None
    status: Status | None


@dataclass(frozen=True, slots=True)
class Report:
    """The figures with their lights."""

    rows: tuple[ReportRow, ...]
    warnings: tuple[Problem, ...] = ()


@method("monthly-report")
def monthly_report(given: ReportInput) -> Report:
    """Compare plan and actual: variance / |plan|, seen from the favourable side.

    Raises:
        Invalid: where amber is tighter than green.
    """
    if given.amber_tolerance < given.green_tolerance - SLACK:
        raise Invalid("amber_tolerance", N_("Amber cannot be tighter than green."))
    rows, problems = [], []
    for row in given.rows:
        off = row.actual - row.plan
        relative = ratio(off, abs(row.plan))
        status: Status | None = None
        if relative is None:
            problems.append(undefined(N_("{id}: no percentage, the plan is 0."), id=row.id))
        else:
            status = _status(relative if row.better == "more" else -relative, given)
        rows.append(ReportRow(row.id, off, relative, status))
    return Report(tuple(rows), tuple(problems))


def _status(good: float, given: ReportInput) -> Status:
    if good >= -given.green_tolerance - SLACK:
        return "green"
    return "amber" if good >= -given.amber_tolerance - SLACK else "red"


@dataclass(frozen=True, slots=True)
class YearEndInput:
    """The plan of every month, and the actual of the first ones."""

    plan: Annotated[tuple[float, ...], Filled()]
    actual: Annotated[tuple[float, ...], Filled()]


@dataclass(frozen=True, slots=True)
class YearEnd:
    """The year so far, and two ways to see its end; None where the plan so far is 0."""

    ytd_actual: float
    ytd_plan: float
    ytd_relative_variance: float | None
    run_rate: float | None
    actual_plus_remaining_plan: float
    warnings: tuple[Problem, ...] = ()


@method("year-end-forecast")
def year_end_forecast(given: YearEndInput) -> YearEnd:
    """Forecast the year: actual so far / plan so far × plan of the year, which keeps the season.

    Raises:
        Invalid: where there are more actual months than planned ones.
    """
    months = len(given.actual)
    if months > len(given.plan):
        message = N_("{name} has {found} months, the plan only {planned}.")
        raise Invalid("actual", message, found=months, planned=len(given.plan))
    done, due = math.fsum(given.actual), math.fsum(given.plan[:months])
    share = ratio(done, due)
    problems: tuple[Problem, ...] = ()
    if share is None:
        problems = (undefined(N_("The plan so far is 0: nothing compares with it.")),)
    return YearEnd(
        done,
        due,
        ratio(done - due, abs(due)),
        None if share is None else share * math.fsum(given.plan),
        done + math.fsum(given.plan[months:]),
        problems,
    )
