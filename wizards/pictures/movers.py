"""How the things of each picture can be moved in the plan as it stands."""

from __future__ import annotations

from datetime import date as Day

from PySide6.QtCore import QDate, QLocale

from planner.analysis.feeding.timeline import stretches
from planner.blocks import Chart
from planner.model.plan import Plan
from wizards.forms.context import Context
from wizards.pictures.bar_moves import BarMoves
from wizards.pictures.moves import CurveMoves, Moves, PlaneMoves, WheelMoves
from wizards.speaking import locale

RINGS = ("adopt", "trial", "assess", "hold")
"""From the middle out."""


def on_map(context: Context, chart: Chart) -> Moves:
    """Points between two factors of the value curve, each from 1 to 10."""
    del context
    return PlaneMoves(chart.x.title, chart.y.title, 1, 10)


def on_grades(context: Context, chart: Chart) -> Moves:
    """Points between two grades from 1 to 5."""
    del context
    return PlaneMoves(chart.x.title, chart.y.title, 1, 5)


def on_curves(context: Context, chart: Chart) -> Moves:
    """Levels from 1 to 10."""
    del context, chart
    return CurveMoves(1, 10)


def on_radar(context: Context, chart: Chart) -> Moves:
    """Technologies among the fields that have any, and the rings."""
    plan: Plan = context.plan
    names = {sector.id: sector.name or "" for sector in plan.technology.sectors}
    used = {item.sector for item in plan.technology.items if item.ring}
    sectors = tuple(identity for identity in names if identity in used)
    return WheelMoves(sectors, RINGS, (chart.categories, chart.zones))


def on_days(context: Context, chart: Chart) -> Moves:
    """Bars along the days."""
    leaning = frozenset(
        f"promotion.tasks[{name}].{lies.leans}"
        for name, lies in stretches(context.plan).items()
        if lies.leans
    )
    return BarMoves({bar.sources: bar for bar in chart.bars}, _day, leaning)


def _day(day: Day) -> str:
    """A day with its weekday, as the program's language writes it."""
    shown = QDate(day.year, day.month, day.day)
    weekday = locale().dayName(shown.dayOfWeek(), QLocale.FormatType.ShortFormat)
    return f"{weekday} {locale().toString(shown, QLocale.FormatType.ShortFormat)}"
