"""The kind of a figure where another answer says in what it is counted: a share is a percent."""

from __future__ import annotations

from collections.abc import Callable

from planner import paths
from planner.analysis.feeding.measures import goal_unit
from planner.model.kinds import Kind, Number, Share
from planner.model.plan import Plan

_SHARES = ("share", "percent")


def kind_of(plan: Plan, path: str) -> Kind | None:
    """The kind as which the value at a path is shown and typed.

    It is the declared one, but for numbers of what the plan measures in percent: a measure, a
    goal, last year's result, the threshold of an assumption about a share. They are shares.
    """
    kind = paths.place(path).kind
    if type(kind) is not Number:
        return kind
    unit = _UNITS.get(paths.pattern(path))
    if unit is None or unit(plan, path) not in _SHARES:
        return kind
    return Share(low=kind.low, high=kind.high)


def depends_on_unit(path: str) -> bool:
    """Whether the kind at a path depends on what the plan says elsewhere, in the same row too."""
    return paths.pattern(path) in _UNITS


def _goal(plan: Plan, path: str) -> str:
    return goal_unit(paths.get(plan, path)) if paths.has(plan, path) else ""


def _measure(plan: Plan, path: str) -> str:
    return (paths.get(plan, path).unit or "") if paths.has(plan, path) else ""


def _of_goal(plan: Plan, path: str) -> str:
    return _goal(plan, _member(path))


def _gained(plan: Plan, path: str) -> str:
    return _goal(plan, f"business.goals[{paths.last_key(path)}]")


def _of_measure(plan: Plan, path: str) -> str:
    return _measure(plan, _member(path))


def _tracked(plan: Plan, path: str) -> str:
    return _measure(plan, f"promotion.kpis[{paths.last_key(path)}]")


def _by_measure(plan: Plan, path: str) -> str:
    """The unit of the measure that the owner of a figure names."""
    owner = paths.parent(path)
    named = paths.get(plan, owner).kpi if paths.has(plan, owner) else None
    return _measure(plan, f"promotion.kpis[{named}]") if named else ""


def _assumed(plan: Plan, path: str) -> str:
    owner = paths.parent(path)
    about = paths.get(plan, owner).value_path if paths.has(plan, owner) else None
    kind = paths.place(about).kind if about and paths.has(plan, about) else None
    return kind.word if kind is not None else ""


def _member(path: str) -> str:
    """The outermost member that a path leads through."""
    return path[: path.index("]") + 1]


_UNITS: dict[str, Callable[[Plan, str], str]] = {
    "business.goals[*].baseline": _of_goal,
    "business.goals[*].without_plan": _of_goal,
    "business.goals[*].target": _of_goal,
    "business.goals[*].milestones[*].value": _of_goal,
    "business.last_year.results[*].target": _of_measure,
    "business.last_year.results[*].achieved": _of_measure,
    "positioning.strategies[*].gains[*].low": _gained,
    "positioning.strategies[*].gains[*].base": _gained,
    "positioning.strategies[*].gains[*].high": _gained,
    "promotion.kpis[*].baseline": _of_measure,
    "promotion.kpis[*].target": _of_measure,
    "promotion.kpis[*].months[*].target": _of_measure,
    "promotion.objectives[*].without_plan": _by_measure,
    "promotion.campaigns[*].channels[*].target": _by_measure,
    "track.months[*].kpis[*].actual": _tracked,
    "track.months[*].kpis[*].expected": _tracked,
    "evidence.assumptions[*].threshold": _assumed,
}
"""What tells the unit of a figure, by the pattern of its path."""
