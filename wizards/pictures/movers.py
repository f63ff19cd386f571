"""How the things of each picture can be moved in the plan as it stands."""

from __future__ import annotations

from datetime import date as Day
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from planner import paths
from planner.i18n import N_
from planner.model.kinds import Choice
from wizards.speaking import locale

if TYPE_CHECKING:
    from planner.blocks import Chart
    from planner.model.plan import Plan
    from wizards.forms.context import Context
    from wizards.pictures.moves import Moves
    from wizards.results.outcome import Mover

BETWEEN_LANES = N_("Drag a card to another lane, or choose it with the arrows and press Space.")


def on_map(context: Context, chart: Chart) -> Moves:
    """Points between two factors of the value curve, each from 1 to 10."""
    from wizards.pictures.moves import PlaneMoves

    del context
    return PlaneMoves(chart.x.title, chart.y.title, 1, 10)


def on_grades(context: Context, chart: Chart) -> Moves:
    """Points between two grades from 1 to 5."""
    from wizards.pictures.moves import PlaneMoves

    del context
    return PlaneMoves(chart.x.title, chart.y.title, 1, 5)


def on_curves(context: Context, chart: Chart) -> Moves:
    """Levels from 1 to 10."""
    from wizards.pictures.moves import CurveMoves

    del context, chart
    return CurveMoves(1, 10)


def on_radar(context: Context, chart: Chart) -> Moves:
    """Technologies among all fields, those without any too, and the rings."""
    from wizards.pictures.moves import WheelMoves

    plan: Plan = context.plan
    sectors = tuple(sector.id for sector in plan.technology.sectors)
    # The rings are the answers in their order, from the middle out.
    rings = answers_to("technology.items[*].ring")
    return WheelMoves(sectors, rings, (chart.categories, chart.zones))


def on_days(context: Context, chart: Chart) -> Moves:
    """Bars along the days."""
    from planner.analysis.feeding.timeline import stretches
    from wizards.pictures.bar_moves import BarMoves

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


def between_lanes(field: str) -> Mover:
    """Cards whose lanes are the answers to a field, in their order.

    Lanes after those of the answers take no cards either.
    """

    def moves(context: Context, chart: Chart) -> Moves:
        from wizards.pictures.moves import LaneMoves

        del context
        values = answers_to(field)
        more = len(chart.categories) - len(values)
        return LaneMoves(field, (*values, *(None,) * more), chart.categories)

    return moves


def by_verdict(context: Context, chart: Chart) -> Moves:
    """Rivals' claims by how alike they are, between ours and those not compared yet."""
    from wizards.pictures.moves import LaneMoves

    del context
    field = "positioning.usp.comparisons[*].verdict"
    return LaneMoves(field, (None, *answers_to(field), None), chart.categories)


def answers_to(field: str) -> tuple[str, ...]:
    """The words to choose from for the field of a pattern."""
    kind = paths.place(field).kind
    assert isinstance(kind, Choice)
    return kind.options
