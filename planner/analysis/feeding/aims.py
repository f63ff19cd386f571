"""Goals in figures: their unit, the gap they leave, and what the strategies fill of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.analysis.feeding.economics import revenue_per_customer
from planner.analysis.feeding.figures import Figure, figure_at, total
from planner.analysis.feeding.measures import goal_unit
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.analysis.feeding.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Gain:
    """What one chosen strategy brings towards a goal."""

    path: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Gap:
    """The way from where a goal's figure ends without the plan to its target.

    `direction` is 1 where more is better, −1 where less is. `customers` is the gap in customers,
    for goals of revenue whose customers are known.
    """

    path: str
    unit: str
    without: Figure
    target: Figure
    gains: tuple[Gain, ...]
    customers: Figure | None
    metric: str = ""

    @property
    def size(self) -> Figure:
        """Target less the figure without the plan."""
        return self.target - self.without

    @property
    def filled(self) -> Figure:
        """The sum of the chosen strategies' gains."""
        return total(gain.figure for gain in self.gains)

    @property
    def counts_people(self) -> bool:
        """Whether the goal itself is counted in customers."""
        return self.metric in ("customers", "new customers")

    @property
    def direction(self) -> int:
        """1 for a rising goal, −1 for a falling one."""
        return 1 if self.target.value >= self.without.value else -1


def gaps(plan: Plan) -> tuple[Gap, ...]:
    """The gap of each goal whose baseline and target are known, in order of rank."""
    found = []
    for goal in plan.business.goals:
        path = f"business.goals[{goal.id}]"
        target = figure_at(plan, f"{path}.target")
        without = figure_at(plan, f"{path}.without_plan") or figure_at(plan, f"{path}.baseline")
        if target is None or without is None:
            continue
        gains = tuple(_gains(plan, goal.id))
        customers = None
        each = revenue_per_customer(plan)
        if goal.metric == "revenue" and each is not None and each.value > 0:
            customers = (target - without) / each
        metric = goal.metric or ""
        found.append(Gap(path, goal_unit(goal), without, target, gains, customers, metric))
    return tuple(found)


def _gains(plan: Plan, goal: str) -> list[Gain]:
    found = []
    for option in plan.positioning.strategies:
        if option.decision != "chosen":
            continue
        path = f"positioning.strategies[{option.id}]"
        for gain in option.gains:
            if gain.id == goal and gain.base is not None:
                figure = Figure(gain.base, (f"{path}.gains[{goal}].base",))
                found.append(Gain(path, figure))
    return found


def beyond_market(plan: Plan, analysis: Analysis) -> tuple[Figure, Figure] | None:
    """A revenue goal and the smaller of the two sizes that can be won, where both are known."""
    goal = next(
        (g for g in plan.business.goals if g.metric == "revenue" and g.target is not None), None
    )
    won = analysis.market_to_win
    if goal is None or won is None:
        return None
    target = figure_at(plan, f"business.goals[{goal.id}].target")
    return (target, won) if target is not None else None
