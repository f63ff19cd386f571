"""The plan's result in each scenario: all channels at one end of their ranges.

A scenario takes the cautious end of every estimate (the high end of a cost, the low end of a
rate), the likely or the hopeful one; its factors for the market, media prices and the value of
an order come after that. An end that was left empty lies a quarter off the base (house rule).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from planner.analysis.feeding.figures import Figure, total
from planner.analysis.feeding.runs import Missing, Run, fed
from planner.analysis.uncertainty import Scenario, ScenariosInput
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.analysis.feeding.results import ChannelReturn

Returns = Callable[[Plan], "tuple[ChannelReturn, ...]"]
"""What the channels of a plan bring back."""

HOUSE_SPREAD = 0.25
"""How far an end that was left empty lies off the base."""
COSTS = ("unit_cost", "commission", "anyway")
RATES = (
    "volume",
    "click_rate",
    "open_rate",
    "click_to_open",
    "response",
    "visit_to_lead",
    "lead_to_qualified",
    "lead_to_customer",
    "average_order",
    "orders",
)
SHARES = {*RATES, "commission", "anyway"} - {"volume", "average_order", "orders"}


@dataclass(frozen=True, slots=True)
class Future:
    """A scenario's result: customers won, contribution, money spent on winning them."""

    id: str
    customers: Figure
    contribution: Figure
    spend: Figure

    @property
    def left(self) -> Figure:
        """Contribution less cost."""
        return self.contribution - self.spend


def futures(plan: Plan, returns: Returns) -> tuple[Future, ...]:
    """The result of each scenario, in the plan's order; none where no channel can be reckoned."""
    found = []
    for scenario in plan.promotion.scenarios:
        path = f"promotion.scenarios[{scenario.id}]"
        brought = returns(_as_in(plan, scenario))
        if not brought:
            continue
        market = _factor(scenario, path, "demand")
        worth = market * _factor(scenario, path, "order_value")
        price = _factor(scenario, path, "media_price")
        seen = Figure(1.0, (f"{path}.takes", *price.sources) if scenario.takes else price.sources)
        found.append(
            Future(
                scenario.id,
                total(each.customers for each in brought) * market * seen,
                total(each.contribution for each in brought) * worth * seen,
                total(each.spend for each in brought) * seen,
            )
        )
    return tuple(found)


def weighed(plan: Plan, found: tuple[Future, ...]) -> Run | Missing:
    """All scenarios weighed by how likely they are."""
    by_id = {future.id: future for future in found}
    scenarios = [s for s in plan.promotion.scenarios if s.id in by_id]
    chances = [s.probability for s in scenarios]
    if not scenarios or any(chance is None for chance in chances):
        return Missing("scenarios", ("promotion.scenarios[*].probability",))
    if abs(sum(chance or 0.0 for chance in chances) - 1) > 1e-6:
        return Missing("scenarios", ("promotion.scenarios[*].probability",))
    given = ScenariosInput(
        tuple(Scenario(s.id, s.probability or 0.0, by_id[s.id].left.value) for s in scenarios)
    )
    read = [f"promotion.scenarios[{s.id}].probability" for s in scenarios]
    read += [source for future in found for source in future.left.sources]
    return fed("scenarios", "promotion.scenarios", given, tuple(dict.fromkeys(read)))


def _factor(scenario: Any, path: str, name: str) -> Figure:
    value = getattr(scenario, name)
    return Figure(1.0) if value is None else Figure(value, (f"{path}.{name}",))


def _as_in(plan: Plan, scenario: Any) -> Plan:
    """The plan as it would be: bases moved to the scenario's end. Never shown or saved."""
    price = 1.0 if scenario.media_price is None else scenario.media_price
    if price == 1 and scenario.takes in (None, "likely"):
        return plan
    channels = tuple(_moved(c, scenario.takes or "likely", price) for c in plan.promotion.channels)
    promotion = plan.promotion.model_copy(update={"channels": channels})
    return plan.model_copy(update={"promotion": promotion})


def _moved(channel: Any, takes: str, price: float) -> Any:
    costs = {name: _end(getattr(channel, name), takes, name) for name in COSTS}
    cost = costs["unit_cost"]
    if cost.base is not None:
        dearer = cost.base * Decimal(str(price))
        costs["unit_cost"] = cost.model_copy(update={"base": dearer})
    rates = {name: _end(getattr(channel.funnel, name), takes, name) for name in RATES}
    return channel.model_copy(update={**costs, "funnel": channel.funnel.model_copy(update=rates)})


def _end(estimate: Any, takes: str, name: str) -> Any:
    """An estimate whose base is the end that a scenario takes."""
    if takes == "likely" or estimate.base is None:
        return estimate
    high = (takes == "cautious") == (name in COSTS)
    typed = estimate.high if high else estimate.low
    if typed is None:
        factor = 1 + HOUSE_SPREAD if high else 1 - HOUSE_SPREAD
        moved = estimate.base * (
            Decimal(str(factor)) if isinstance(estimate.base, Decimal) else factor
        )
        typed = min(moved, 1.0) if name in SHARES else moved
    return estimate.model_copy(update={"base": typed})
