"""The special tables of pages: ratings of ourselves and rivals, levels of technologies."""

from __future__ import annotations

from collections.abc import Callable

from planner import paths
from planner.i18n import N_
from planner.model.plan import Plan
from wizards.forms.context import Context
from wizards.forms.empty import NoCells
from wizards.forms.grid import GridView
from wizards.forms.rows import Column, Matrix
from wizards.forms.table import TableView
from wizards.forms.table_model import TableModel
from wizards.speaking import say


def grid(context: Context, name: str) -> GridView:
    """The grid of a name: one of GRIDS."""
    over, _, title, told = GRIDS[name]
    view = TableView(TableModel(context, grid_source(name)), name, say(title))

    def first() -> str:
        rated = "segments.items" if name == "grid.segments" else "competitors.items"
        return rated if paths.members(context.plan, over) else over

    return GridView(context, view, NoCells(context, name, say(told), first))


def grid_source(name: str) -> Matrix:
    """The rows, columns and cells of the grid of a name."""
    over, across, _, _ = GRIDS[name]
    return Matrix(over, across)


def title_of_grid(name: str) -> str:
    """What the grid of a name is called; empty without a name."""
    return say(GRIDS[name][2]) if name else ""


def _own_and_rivals(own: str, rival: str) -> Callable[[Plan], tuple[Column, ...]]:
    def columns(plan: Plan) -> tuple[Column, ...]:
        rivals = paths.members(plan, "competitors.items")
        ours = Column(say(N_("Ourselves")), own)
        others = (Column(paths.title_of(m), f"{path}.{rival}") for path, m in rivals)
        return (ours, *others)

    return columns


def _levels(plan: Plan) -> tuple[Column, ...]:
    rivals = paths.members(plan, "competitors.items")
    ours = Column(say(N_("Ourselves")), "technology.items[{key}].own_level")
    others = (
        Column(paths.title_of(m), f"technology.items[{{key}}].levels[{m.id}].level")
        for _, m in rivals
    )
    return (ours, *others)


def _segments(plan: Plan) -> tuple[Column, ...]:
    segments = paths.members(plan, "segments.items")
    return tuple(
        Column(paths.title_of(m), f"{path}.ratings[{{key}}].score") for path, m in segments
    )


GRIDS: dict[str, tuple[str, Callable[[Plan], tuple[Column, ...]], str, str]] = {
    "grid.ratings": (
        "competitors.success_factors",
        _own_and_rivals("competitors.own.ratings[{key}].score", "ratings[{key}].score"),
        N_("Ratings of ourselves and the alternatives"),
        N_("Say first what buyers choose by, and name the alternatives they have."),
    ),
    "grid.curve": (
        "competitors.curve_factors",
        _own_and_rivals("competitors.own.levels[{key}].level", "levels[{key}].level"),
        N_("Levels of the value curve"),
        N_("Name the factors of the value curve first."),
    ),
    "grid.features": (
        "competitors.features",
        _own_and_rivals("competitors.own.features[{key}].level", "features[{key}].level"),
        N_("Who has which feature"),
        N_("Name the features that buyers see first."),
    ),
    "grid.technology": (
        "technology.items",
        _levels,
        N_("Who has which technology"),
        N_("Name a technology first."),
    ),
    "grid.segments": (
        "segments.criteria",
        _segments,
        N_("How each group of buyers rates"),
        N_("Say first what a group is judged by, and name the groups."),
    ),
}
"""By name: the rows' collection, the columns, the title, and what to do while it is empty."""
